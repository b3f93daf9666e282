"""
Another source has one person where there are two pages here.

## Why it matters

Whoever has two pages has half of their papers on each. Another source that knows the same papers may have joined them
already, by an ORCID that a publisher has from the author, or by its own judgement.

## Example

    {"id": "x-1", "title": "A Grammar of Moving Things", "doi": "10.1162/x.2020.1", "year": 2020, "authors": [{"first": "Shamsuddeen", "last": "Muhammad"}]}
    {"id": "x-2", "title": "A Grammar of Resting Things", "doi": "10.1162/x.2021.2", "year": 2021, "authors": [{"first": "Shamsuddeen Hassan", "last": "Muhammad"}]}

Beside:

    {"id": "W1", "title": "A Grammar of Moving Things", "doi": "10.1162/x.2020.1", "year": 2020, "authors": [{"first": "Shamsuddeen", "last": "Muhammad", "orcid": "0000-0002-1825-0097"}]}
    {"id": "W2", "title": "A Grammar of Resting Things", "doi": "10.1162/x.2021.2", "year": 2021, "authors": [{"first": "Shamsuddeen H.", "last": "Muhammad", "orcid": "0000-0002-1825-0097"}]}

## What to do

Look at the two papers and at the ORCID's record. If they are one person, list both names with the person in the people
database; if not, list each as `similar` to the other, or waive the finding.

## How it decides

Papers are joined as for `byline-differs-between-sources`, and their authors by name and place. Where two papers give an
author one ORCID, or one of the other source's own ids, and the two authors are on two pages here whose names could be
one person's, the pages are reported; ids count only within their source. An ORCID is surer than such an id, which is
mostly a program's guess. It is a hint beside `duplicate-name`, which goes by what the papers say themselves.

No two sources at hand have ids for the same papers, so the confidence is an estimate.

## Quiet on

Names that could not be one person's, for then it is the other source that is wrong. Pages that share a paper. People
whom the database lists as `similar`, and those who have an ORCID each here.
"""  # noqa: E501 - a record is one line

from collections.abc import Iterator
from typing import NamedTuple

from bylint import Assignment, Authorship, Corpus, Counterpart, Evidence, Finding, Page, Person, Severity, Twins, check
from bylint.names import difference
from bylint_checks._identifiers import are_told_apart, orcid_of, valid_orcid
from bylint_checks._people import described, given_names_differ

_BY_ID, _OTHER_NAMES = 0.6, 0.4
_OTHER_PARTS = frozenset({"other given names", "other surnames", "other further given names"})


class _Mark(NamedTuple):
    """By what another source has an author as one person."""

    is_id: bool
    """False for an ORCID."""
    source: str
    text: str


@check(Severity.WARNING, confidence=0.85)
def one_person_in_another_source(corpus: Corpus, twins: Twins, assignment: Assignment) -> Iterator[Finding]:
    marked: dict[_Mark, dict[str, tuple[Authorship, Counterpart]]] = {}
    for paper in twins:
        for one in paper.authorships:
            for other in twins.beside(one):
                for mark in _marks(other):
                    marked.setdefault(mark, {}).setdefault(assignment.of(one).page_id, (one, other))
    told = set()
    for mark in sorted((mark for mark, held in marked.items() if len(held) > 1), key=lambda mark: mark.is_id):
        ranked = sorted(marked[mark], key=lambda page_id: (-len(corpus.pages[page_id].papers), page_id))
        large = corpus.pages[ranked[0]]
        for small in map(corpus.pages.__getitem__, ranked[1:]):
            pair = frozenset((large.id, small.id))
            how = difference(large.names[0], small.names[0])
            if (
                pair not in told
                and how
                and not _are_known_apart(large, small)
                and not (mark.is_id and how in _OTHER_PARTS)
            ):
                told.add(pair)
                yield _finding(mark, large, small, how, marked[mark])


def _marks(other: Counterpart) -> Iterator[_Mark]:
    orcid = valid_orcid(other.authorship)
    if orcid:
        yield _Mark(is_id=False, source="", text=orcid)
    if other.authorship.person_id:
        yield _Mark(is_id=True, source=other.source, text=other.authorship.person_id)


def _are_known_apart(left: Page, right: Page) -> bool:
    """Whether somebody has said here that they are two: in the database, by an ORCID for each, or on one byline."""
    if left.person and right.person and are_told_apart(left.person, right.person):
        return True
    own, other = _orcids(left), _orcids(right)
    papers = {paper.id for paper in left.papers}
    return bool(own and other and own.isdisjoint(other)) or not papers.isdisjoint(paper.id for paper in right.papers)


def _orcids(page: Page) -> frozenset[str]:
    known: list[Authorship | Person] = [*page.authorships, *([page.person] if page.person else [])]
    return frozenset(orcid for one in known if (orcid := orcid_of(one)))


def _finding(
    mark: _Mark, large: Page, small: Page, how: str, held: dict[str, tuple[Authorship, Counterpart]]
) -> Finding:
    one, other = held[small.id]
    source = other.source
    names = large.names[0], small.names[0]
    called = f"the id {mark.text}" if mark.is_id else f"the ORCID {mark.text}"
    confidence = _OTHER_NAMES if how in _OTHER_PARTS else _BY_ID if mark.is_id else None
    said = f"one person in {source}, by {called}"
    return Finding(
        message=f"{names[0]} and {names[1]} are {said}",
        discreet_message=(
            f"the pages of {large.location.record} and {small.location.record} are {said}"
            if given_names_differ(names)
            else ""
        ),
        location=one.location,
        names=names,
        authorships=small.authorships,
        confidence=confidence,
        about=" ".join(sorted((large.id, small.id))),
        evidence=(
            *(
                Evidence(
                    text=f"{own.paper_id}: “{there.authorship.name}” has {called} in {there.source}",
                    kind="id" if mark.is_id else "orcid",
                    location=there.authorship.at("id" if mark.is_id else "orcid"),
                    papers=(own.paper_id,),
                )
                for own, there in (held[large.id], held[small.id])
            ),
            *(described(str(page.names[0]), page.papers, page.authorships) for page in (large, small)),
        ),
    )
