"""
Authorships of one page have different ORCIDs or OpenReview ids.

## Why it matters

An ORCID is one person's, and few people have two. Different ones on one page are mostly different people, who need a
page each.

## Example

    {"id": "x-1", "authors": [{"first": "Xin", "last": "Wang", "orcid": "0000-0002-1825-0097"}]}
    {"id": "x-2", "authors": [{"first": "Xin", "last": "Wang", "orcid": "0000-0001-5109-3700"}]}
    {"id": "x-3", "authors": [{"first": "Xin", "last": "Wang"}]}

## What to do

Open the records at orcid.org or openreview.net: employers and works say who is who. Give each person an id, and each
authorship the id of its person. If it is one person with two, list them in the people database, put their id on the
authorships, and ask them to have the two records joined; `two-orcids` keeps in mind that it is not done yet.

## How it decides

Everything that an authorship says of itself belongs together: its ORCID, its OpenReview id, the id of a person, and
that person's ORCID in the people database. What any authorship joins so is one person. Where two or more remain, each
with an ORCID, or each with an OpenReview id, the page is reported. Under a common name they are two people; under a
rare one it is as likely somebody who registered twice.

The ids on the authorships are read whether or not ids decide where an authorship belongs.

No corpus at hand has such a page, so the confidence is an estimate: one person in some fifty has two ORCIDs.

## Quiet on

Authorships that carry one person's id or one OpenReview id, whatever their ORCIDs: what joins them says that this is
one person with `two-orcids`, or, where the database gives that person another ORCID, a `person-orcid-mismatch`. So one
fact is reported once. An ORCID and an OpenReview id, which say nothing against each other. One ORCID as an address and
bare. What is no ORCID at all.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bylint import (
    COMMON_NAME,
    RARE_NAME,
    Assignment,
    Authorship,
    Disambiguation,
    Evidence,
    Finding,
    Page,
    Person,
    Severity,
    check,
)
from bylint_checks._company import how_common, namesakes
from bylint_checks._identifiers import orcid_of
from bylint_checks._people import described, discreet
from bylint_checks._wording import how_many

_COMMON_NAME, _CONFIDENCE, _RARE_NAME = 0.85, 0.7, 0.4
_KINDS = {"orcid": "ORCIDs", "openreview": "OpenReview ids"}


class _Mark(NamedTuple):
    """Something that says who an authorship is."""

    kind: str
    """`orcid`, `openreview` or `id`."""
    text: str


_Marks = frozenset[_Mark]


@check(Severity.WARNING, confidence=_CONFIDENCE, needs=("orcid",))
def orcid_conflict(page: Page, disambiguation: Disambiguation, assignment: Assignment) -> Iterator[Finding]:
    marked = {one: _marks(one, assignment) for one in page.authorships if one.orcid or one.openreview}
    if not marked or (len(marked) == 1 and page.person is None):
        return
    own = _marks_of(page.person) if page.person else frozenset[_Mark]()
    people = _joined([own, *marked.values()])
    for kind in _KINDS:
        several = [marks for marks in people if any(mark.kind == kind for mark in marks)]
        if len(several) > 1:
            held = [[one for one in marked if marked[one] and marked[one] <= marks] for marks in several]
            yield _finding(kind, several, held, page, disambiguation)
            return


def _marks(authorship: Authorship, assignment: Assignment) -> _Marks:
    """What an authorship says of itself; an id for anybody else of the name says nothing."""
    orcid = orcid_of(authorship)
    found = {
        *([_Mark("orcid", orcid)] if orcid else []),
        *([_Mark("openreview", authorship.openreview)] if authorship.openreview else []),
    }
    person = assignment.people.get(authorship.person_id) if authorship.person_id else None
    if person is not None and person.is_verified:
        found |= _marks_of(person)
    elif person is None and authorship.person_id:
        found.add(_Mark("id", authorship.person_id))
    return frozenset(found)


def _marks_of(person: Person) -> _Marks:
    """What the people database says of a person."""
    orcid = orcid_of(person)
    return frozenset({_Mark("id", person.id), *([_Mark("orcid", orcid)] if orcid else [])})


def _joined(marks: Sequence[_Marks]) -> list[_Marks]:
    """The marks of each person: sets that have one in common are the same person's."""
    people: list[_Marks] = []
    for held in marks:
        same = [person for person in people if not person.isdisjoint(held)]
        people = [person for person in people if person not in same]
        people.append(held.union(*same))
    return people


def _finding(
    kind: str,
    people: Sequence[_Marks],
    held: Sequence[Sequence[Authorship]],
    page: Page,
    disambiguation: Disambiguation,
) -> Finding:
    ranked = sorted(range(len(people)), key=lambda number: -len(held[number]))
    odd = [one for number in ranked[1:] for one in held[number]] or list(held[ranked[0]])
    expected = namesakes(odd, disambiguation)
    said = f"authorships of {how_many(len(people))} people by their {_KINDS[kind]}"
    return Finding(
        message=f"{page.names[0]}: {said}",
        discreet_message=discreet(page, said),
        location=odd[0].at(kind),
        authorships=tuple(odd),
        evidence=(
            *(_told(_texts(people[number], kind), held[number], page) for number in ranked),
            how_common(expected),
        ),
        confidence=_COMMON_NAME if expected >= COMMON_NAME else _RARE_NAME if expected < RARE_NAME else None,
    )


def _texts(marks: _Marks, kind: str) -> str:
    return ", ".join(sorted(mark.text for mark in marks if mark.kind == kind))


def _told(label: str, authorships: Sequence[Authorship], page: Page) -> Evidence:
    """What stands under one ORCID; without an authorship, it is the people database that has it."""
    if authorships:
        paper_of = dict(zip(page.authorships, page.papers, strict=True))
        return described(label, [paper_of[one] for one in authorships], authorships)
    place = page.person.at("orcid") if page.person else None
    return Evidence(text=f"{label}: the people database gives it to {page.id}", kind="people-database", location=place)
