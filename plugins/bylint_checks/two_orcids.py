"""
One person has two ORCIDs.

## Why it matters

An ORCID goes before a name: with two of them a person has two pages, or the papers with the one are missing from the
page of the other. Whoever registered twice, with a new address or in another submission system, mostly does not know
it.

## Example

    {"person": "alexander-rudnicky", "names": [{"first": "Alexander I.", "last": "Rudnicky"}]}
    {"id": "x-1", "authors": [{"first": "Alexander I.", "last": "Rudnicky", "id": "alexander-rudnicky", "orcid": "0000-0003-3896-9397"}]}
    {"id": "x-2", "authors": [{"first": "Alexander I.", "last": "Rudnicky", "id": "alexander-rudnicky", "orcid": "0000-0003-2044-8446"}]}

## What to do

Open both records. If they are one person's, ask them to have the records joined at orcid.org, and write the one that
remains on all papers and into the people database. If the person keeps both, name the other one in the `comment` of
their entry. If they are two people, one of the authorships has a wrong id.

## How it decides

Authorships that carry one person's id, or one OpenReview id, are one person's, on whatever pages they are; where they
have different ORCIDs between them, the person has two.

## Quiet on

Different ORCIDs under one name that nothing joins, as on the page of `xin-wang`: they are evidence of two people, an
`orcid-conflict`. An ORCID beside the id of somebody to whom the database gives another, a `person-orcid-mismatch`. So
one fact is reported once. Two ORCIDs in one byline, which are two people with one id, a `shared-page-paper`. ORCIDs
that the comment of an entry names. Ids that stand for anybody else of a name. What is no ORCID.

The corpora at hand have no ORCID beside an id or an OpenReview id, so the confidence is an estimate. The ACL Anthology
met Alexander Rudnicky's two when it began to record them (its issue 6662).
"""  # noqa: E501 - a record is one line

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from bylint import Assignment, Authorship, Corpus, Evidence, Finding, Person, Severity, check
from bylint_checks._identifiers import is_known_to_have, orcid_of, valid_orcid
from bylint_checks._people import given_names_differ
from bylint_checks._wording import how_many, joined, listed


class _Group(NamedTuple):
    """What one person signed with an ORCID."""

    marks: set[str]
    """The ids and OpenReview ids that join the authorships, in words."""
    signed: list[tuple[Authorship, str]]
    """The authorships, each with its ORCID."""


@check(Severity.WARNING, confidence=0.8, needs=("orcid", "person_id"))
def two_orcids(corpus: Corpus, assignment: Assignment) -> Iterator[Finding]:
    for marks, signed in _groups(corpus.authorships, assignment):
        orcids: dict[str, list[Authorship]] = {}
        for authorship, orcid in signed:
            orcids.setdefault(orcid, []).append(authorship)
        people = _people(signed, assignment)
        unexplained = [orcid for orcid in orcids if not any(is_known_to_have(person, orcid) for person in people)]
        if len(unexplained) > 1 and not _stand_in_one_byline(orcids):
            yield _finding(marks, orcids, assignment)


def _groups(authorships: Iterable[Authorship], assignment: Assignment) -> list[_Group]:
    """The authorships with ORCIDs that are one person's by an id or an OpenReview id."""
    group_of: dict[str, _Group] = {}
    for authorship in authorships:
        orcid = valid_orcid(authorship)
        if orcid is None or not (authorship.person_id or authorship.openreview):
            continue
        marks = _marks(authorship, orcid, assignment)
        joined = {id(group_of[mark]): group_of[mark] for mark in marks if mark in group_of}.values()
        group = _Group(
            marks.union(*(group.marks for group in joined)),
            [*(one for group in joined for one in group.signed), (authorship, orcid)],
        )
        group_of.update(dict.fromkeys(group.marks, group))
    return list({id(group): group for group in group_of.values()}.values())


def _marks(authorship: Authorship, orcid: str, assignment: Assignment) -> set[str]:
    """What joins an authorship to others; an id for anybody else of the name, or with another ORCID, does not."""
    marks = {f"the OpenReview id {authorship.openreview}"} if authorship.openreview else set()
    if authorship.person_id:
        person = assignment.people.get(authorship.person_id)
        own = orcid_of(person) if person else None
        if own not in {None, orcid}:
            return set()
        if not authorship.person_id.endswith("/unverified") and (person is None or person.is_verified):
            marks.add(f"the id {authorship.person_id}")
    return marks


def _people(signed: Iterable[tuple[Authorship, str]], assignment: Assignment) -> list[Person]:
    """Whom the people database knows by an id or an ORCID of some authorships."""
    people = assignment.people
    ids = dict.fromkeys(one.person_id for one, _ in signed if one.person_id)
    orcids = dict.fromkeys(orcid for _, orcid in signed)
    found = [*map(people.get, ids), *map(people.with_orcid, orcids)]
    return [person for person in found if person is not None]


def _stand_in_one_byline(orcids: Mapping[str, Sequence[Authorship]]) -> bool:
    places = [{(one.paper_id, one.role) for one in held} for held in orcids.values()]
    return len(set().union(*places)) < sum(map(len, places))


def _finding(marks: Iterable[str], orcids: Mapping[str, Sequence[Authorship]], assignment: Assignment) -> Finding:
    ranked = sorted(orcids, key=lambda orcid: (-len(orcids[orcid]), orcid))
    held = [one for orcid in ranked for one in orcids[orcid]]
    said = f"{how_many(len(ranked))} ORCIDs, {joined(ranked)}"
    return Finding(
        message=f"{held[0].name} has {said}",
        discreet_message=f"one person has {said}" if given_names_differ(one.name for one in held) else "",
        location=orcids[ranked[1]][0].at("orcid"),
        authorships=tuple(held),
        evidence=(
            *(_told(orcid, orcids[orcid], assignment) for orcid in ranked),
            Evidence(text=f"{listed(sorted(marks))} stands beside them", kind="joined-by"),
        ),
        about=" ".join(sorted(ranked)),
    )


def _told(orcid: str, held: Sequence[Authorship], assignment: Assignment) -> Evidence:
    papers = tuple(dict.fromkeys(one.paper_id for one in held))
    person = assignment.people.with_orcid(orcid)
    whose = f"; the people database gives it to {person.id}" if person else ""
    return Evidence(
        text=f"{orcid} on {listed(papers)}{whose}", kind="uses", location=held[0].at("orcid"), papers=papers
    )
