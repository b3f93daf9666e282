"""
Two pages look like one person.

## Why it matters

Whoever is written in two ways, with and without a middle name, with an initial, with a slip, has two pages, and
neither shows all papers. Whoever counts by page counts half a person twice.

## Example

    {"id": "x-1", "title": "Sentiment in Hausa", "authors": [{"first": "Shamsuddeen", "last": "Muhammad", "affiliations": ["Bayero University"]}, {"first": "Idris", "last": "Abdulmumin"}]}
    {"id": "x-2", "title": "Sentiment in Igbo", "authors": [{"first": "Shamsuddeen", "last": "Muhammad", "affiliations": ["Bayero University"]}, {"first": "Idris", "last": "Abdulmumin"}]}
    {"id": "x-3", "title": "Sentiment in Yoruba", "authors": [{"first": "Shamsuddeen Hassan", "last": "Muhammad", "affiliations": ["Bayero University"]}, {"first": "Idris", "last": "Abdulmumin"}]}

## What to do

Look at the co-authors and papers that the finding names, and at the PDFs. Where one spelling is a slip, correct it;
where both are used, list both names with the person in the people database. If they are two people, list each as
`similar` to the other, or waive the finding, and it is not proposed again.

## How it decides

Names are compared that could be one person's: a given name more or less, initials, another hyphen, a slip of a letter
or two, a part of the surname, a short form. Then the papers of the two pages are held against each other: co-authors,
their co-authors, affiliations, topics, venues, years. On top comes how many people have such names at all, and how
often two names that differ in this way are one person's. Evidence with a weight above 0 speaks for one person, below 0
for two. Among rare names the names themselves may be enough; the evidence then shows little.

On the ACL Anthology of October 2024 it proposes 2,800 pairs. Of 34 that were read, 32 are one person; of those that
are less sure than 0.6 about half are. Pairs that differ by a slip of a letter and share nothing else are right little
more than half of the time, and their confidence says so.

## Quiet on

Motoki Sato and Motoki Sano, two people in one field: a slip of a letter is no evidence between surnames that both are
ordinary. Two names in one byline. Two pages with an id each, or with different ORCIDs. Father and son, as long as one
of them is written with `Jr.`. Pairs that the people database lists as `similar`. First and last name in each other's
field, which is a `swapped-name`.

The message for public logs leaves the names out where nothing but an id or an ORCID joins them.

## Options

`least_confidence`, 0.6: pairs that are less likely one person than this are left alone.
"""  # noqa: E501 - a record is one line

from collections.abc import Iterator
from functools import partial

from bylint import (
    Authorship,
    Corpus,
    Details,
    Disambiguation,
    Evidence,
    Finding,
    Likeness,
    Options,
    Page,
    Person,
    Severity,
    check,
)
from bylint.names import GENERATIONS, words
from bylint_checks._identifiers import are_told_apart, orcid_of
from bylint_checks._name_orders import either_way
from bylint_checks._people import described, given_names_differ

_IDENTIFIERS = frozenset({"id", "orcid"})
"""Kinds of evidence that nobody reads in a byline."""


class Doubt(Options):
    """When a pair is reported."""

    least_confidence: float = 0.6
    """How likely two pages are one person's, 0 to 1, before they are reported."""


@check(Severity.WARNING)
def duplicate_name(corpus: Corpus, disambiguation: Disambiguation, doubt: Doubt) -> Iterator[Finding]:
    for likeness in disambiguation.likenesses():
        if likeness.confidence >= doubt.least_confidence and not _is_settled(corpus, likeness.left, likeness.right):
            yield _finding(likeness, disambiguation)


def _is_settled(corpus: Corpus, left: Page, right: Page) -> bool:
    """Whether it is known already, or another check's question, who the two are."""
    return (
        (corpus.use_ids and _are_known_apart(left, right))
        or not _paper_ids(left).isdisjoint(_paper_ids(right))
        or _generation(left) != _generation(right)
        or any(either_way(name) == either_way(other) for name in left.names for other in right.names)
    )


def _are_known_apart(left: Page, right: Page) -> bool:
    """Whether somebody has said that they are two: in the database, or by an id or an ORCID for each."""
    if left.person and right.person and are_told_apart(left.person, right.person):
        return True
    if all(any(item.person_id for item in page.authorships) for page in (left, right)):
        return True
    orcids = _orcids(left), _orcids(right)
    return bool(orcids[0] and orcids[1]) and orcids[0].isdisjoint(orcids[1])


def _orcids(page: Page) -> frozenset[str]:
    known: list[Authorship | Person] = [*page.authorships, *([page.person] if page.person else [])]
    return frozenset(orcid for one in known if (orcid := orcid_of(one)))


def _paper_ids(page: Page) -> frozenset[str]:
    return frozenset(paper.id for paper in page.papers)


def _generation(page: Page) -> frozenset[str]:
    return GENERATIONS.intersection(words(str(page.names[0])))


def _finding(likeness: Likeness, disambiguation: Disambiguation) -> Finding:
    small, large = sorted((likeness.left, likeness.right), key=lambda page: len(page.papers))
    names = large.names[0], small.names[0]
    return Finding(
        message=f"{names[0]} and {names[1]} look like one person: {likeness.relation}",
        location=small.location,
        names=names,
        authorships=small.authorships,
        confidence=likeness.confidence,
        about=" ".join(sorted((small.id, large.id))),
        details=partial(_details, likeness, small, large, disambiguation),
    )


def _details(likeness: Likeness, small: Page, large: Page, disambiguation: Disambiguation) -> Details:
    alike = disambiguation.alike(likeness)
    only_ids = {fact.kind for fact in alike if (fact.weight or 0.0) > 0} <= _IDENTIFIERS
    return Details(
        evidence=(_described(large), _described(small), *alike),
        discreet_message=(
            f"the pages of {small.location.record} and {large.location.record} look like one person's"
            if only_ids and given_names_differ((large.names[0], small.names[0]))
            else ""
        ),
    )


def _described(page: Page) -> Evidence:
    return described(str(page.names[0]), page.papers, page.authorships)
