"""
One name is at two universities in one year, without a co-author in common.

## Why it matters

A person moves, and is then in one place before and in another after; a person at two places at once is mostly two
people.

## Example

    {"id": "x-1", "year": 2023, "authors": [{"first": "Wei", "last": "Li", "affiliations": ["Fudan University"]}]}
    {"id": "x-2", "year": 2023, "authors": [{"first": "Wei", "last": "Li", "affiliations": ["Yale University"]}]}
    {"id": "x-3", "year": 2023, "authors": [{"first": "Hui", "last": "Li"}, {"first": "Wei", "last": "Zhang"}]}

## What to do

Look at the two papers. If they are by two people, give the authorships of each an id of their own; what else was
written with the co-authors of one side goes with them. If it is one person who moved, an id on one paper of each side
says so for good.

## How it decides

Two papers of one year name universities that share no telling word, in whatever spelling or language, and nobody who
wrote the one wrote with anybody of the other. It is surest where each of the two places comes back after the other: no
single move explains that. Where one would, how common the name is decides. Companies do not count: to be at a
university and at a company at once is an internship.

Of 120 findings read in the ACL Anthology, 27 of 27 were right where each place came back, 64 of 68 where a move would
explain a common name, and 15 of 21 where it would explain a name that is neither rare nor common; under rare names it
was 1 of 4, which are shown with little confidence.

## Quiet on

One move, under a rare name. Co-authors in common, or co-authors who wrote with each other. One university written two
ways, two in one affiliation, `Tsinghua University, Tsinghua University`. Affiliations from which no place can be read.
Papers without a year. Authorships of which either carries an id or ORCID that leads here.
"""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import combinations
from typing import NamedTuple

from bylint import (
    COMMON_NAME,
    RARE_NAME,
    Assignment,
    Coauthors,
    Details,
    Disambiguation,
    Evidence,
    Finding,
    Page,
    Severity,
    check,
)
from bylint_checks._affiliations import come_from_one_place, is_university
from bylint_checks._company import Work, are_apart, company, how_common, namesakes, says_whose_it_is, told
from bylint_checks._people import discreet

_BACK_AND_FORTH, _COMMON_NAME, _CONFIDENCE, _RARE_NAME = 0.95, 0.93, 0.7, 0.3


class _Conflict(NamedTuple):
    """Two papers of one year from two universities, and all papers of the page from each of them."""

    left: Work
    right: Work
    at_left: list[Work]
    at_right: list[Work]

    @property
    def is_back_and_forth(self) -> bool:
        """Whether each place comes back after the other, which one move does not explain."""
        left, right = ([work.paper.year or 0 for work in side] for side in (self.at_left, self.at_right))
        return max(left) > min(right) and max(right) > min(left)


@check(Severity.WARNING, confidence=_CONFIDENCE, needs=("affiliations",))
def affiliation_conflict(
    page: Page, disambiguation: Disambiguation, coauthors: Coauthors, assignment: Assignment
) -> Iterator[Finding]:
    held = _at_universities(page)
    if len({work.paper.year for work in held}) == len(held):
        return
    conflict = _clearest(_conflicts(held, page, coauthors, assignment))
    if conflict is None:
        return
    expected = namesakes((work.authorship for work in (conflict.left, conflict.right)), disambiguation)
    if expected >= RARE_NAME or conflict.is_back_and_forth:
        yield _finding(conflict, expected, page)


def _at_universities(page: Page) -> list[Work]:
    """What was written at a university in a known year."""
    if len(page.papers) == 1:
        return []
    placed = [
        Work(authorship, paper)
        for authorship, paper in zip(page.authorships, page.papers, strict=True)
        if authorship.affiliations and authorship.role == "author" and paper.year is not None
    ]
    return [work for work in placed if any(map(is_university, work.authorship.affiliations))]


def _clearest(conflicts: Iterator[_Conflict]) -> _Conflict | None:
    """The first that no move explains; the first of all where there is none."""
    first = next(conflicts, None)
    if first is None or first.is_back_and_forth:
        return first
    return next((conflict for conflict in conflicts if conflict.is_back_and_forth), first)


def _conflicts(held: Sequence[Work], page: Page, coauthors: Coauthors, assignment: Assignment) -> Iterator[_Conflict]:
    """The pairs of papers of one year that nothing joins: neither place nor people nor an id."""
    for left, right in combinations(held, 2):
        if left.paper.year != right.paper.year or come_from_one_place(left.authorship, right.authorship):
            continue
        if any(says_whose_it_is(work.authorship, page, assignment) for work in (left, right)):
            continue
        if are_apart(company([left], page, coauthors), company([right], page, coauthors), coauthors):
            yield _Conflict(left, right, _at(left, held), _at(right, held))


def _at(work: Work, held: Sequence[Work]) -> list[Work]:
    """What was written at the place of one paper."""
    return [other for other in held if come_from_one_place(work.authorship, other.authorship)]


def _finding(conflict: _Conflict, expected: float, page: Page) -> Finding:
    left, right = conflict.left, conflict.right
    places = " and ".join("; ".join(work.authorship.affiliations) for work in (left, right))
    said = f"at {places} in {left.paper.year}"
    return Finding(
        message=f"{page.names[0]}: {said}",
        discreet_message=discreet(page, said),
        location=right.authorship.at("affiliation"),
        authorships=(left.authorship, right.authorship),
        confidence=_confidence(conflict, expected),
        details=partial(_details, conflict, expected),
    )


def _details(conflict: _Conflict, expected: float) -> Details:
    papers = conflict.left.paper.id, conflict.right.paper.id
    return Details(
        evidence=(
            told("here", conflict.at_left, conflict.at_right),
            told("there", conflict.at_right, conflict.at_left),
            Evidence(
                text=f"nobody of {papers[0]} wrote with anybody of {papers[1]}", kind="shared-coauthors", papers=papers
            ),
            _moves(conflict),
            how_common(expected),
        )
    )


def _moves(conflict: _Conflict) -> Evidence:
    """Whether somebody who moved once could have been at both places."""
    if conflict.is_back_and_forth:
        text = "each of the two places comes back after the other, so that it was not one move"
        return Evidence(text=text, kind="years")
    return Evidence(text="but one move within the year would explain it", kind="years")


def _confidence(conflict: _Conflict, expected: float) -> float:
    if conflict.is_back_and_forth:
        return _BACK_AND_FORTH if expected >= RARE_NAME else _RARE_NAME
    return _COMMON_NAME if expected >= COMMON_NAME else _CONFIDENCE
