"""
Papers stand on a page with whose other papers they share nobody.

## Why it matters

Whoever publishes for years writes with people who know each other. A paper with well-known people none of whom ever
wrote with anybody else of the page was often written by somebody else of the same name.

## Example

    {"id": "x-1", "year": 2019, "authors": [{"first": "Wei", "last": "Li"}, {"first": "Wei", "last": "Zhang"}]}
    {"id": "x-2", "year": 2020, "authors": [{"first": "Wei", "last": "Li"}, {"first": "Hui", "last": "Li"}]}
    {"id": "x-3", "year": 2020, "authors": [{"first": "Hui", "last": "Li"}, {"first": "Wei", "last": "Zhang"}]}
    {"id": "x-4", "authors": [{"first": "Wei", "last": "Li"}, {"last": "Bo"}, {"last": "Cy"}, {"last": "Di"}]}
    {"id": "x-5", "year": 2022, "authors": [{"first": "Wei", "last": "Li"}, {"first": "Hui", "last": "Li"}]}
    {"id": "x-6", "year": 2020, "authors": [{"last": "Bo"}, {"last": "Cy"}, {"last": "Di"}]}
    {"id": "x-7", "year": 2021, "authors": [{"last": "Bo"}, {"last": "Cy"}, {"last": "Di"}]}
    {"id": "x-8", "year": 2022, "authors": [{"last": "Bo"}, {"last": "Cy"}, {"last": "Di"}]}
    {"id": "x-9", "authors": [{"first": "Hui", "last": "Zhang"}, {"first": "Hui", "last": "Chen"}]}
    {"id": "x-10", "authors": [{"first": "Wei", "last": "Chen"}, {"first": "Jing", "last": "Li"}]}

## What to do

Look at the PDF: affiliation, address and field say whose it is. Give the authorship the id of its author.

## How it decides

Only co-authors who are known count: who has published on other papers, with other people, could have met somebody of
this page there. A student on a first paper could not, and proves nothing. The name must be common: under a rare name a
paper among strangers is mostly a visit, a thesis, a shared task.

Of 26 findings read in the ACL Anthology, 22 were right beyond doubt; what went wrong was a student's visit elsewhere.

## Quiet on

Rare names. Pages with few papers. Papers with one author, which are never odd for that, and volumes that were edited.
The newest paper of a page: a new group has had no time to show up again. Papers from an affiliation that stands on
another paper of the page. Papers that carry the person's id or ORCID.

## Options

`papers`, 4: pages with fewer papers that have co-authors are left alone.

`known`, 3: so many co-authors must have published elsewhere.
"""

from collections.abc import Iterator, Sequence
from functools import partial

from bylint import (
    COMMON_NAME,
    Assignment,
    Coauthors,
    Details,
    Disambiguation,
    Evidence,
    Finding,
    Options,
    Page,
    Severity,
    check,
)
from bylint_checks._affiliations import come_from_one_place
from bylint_checks._company import (
    Work,
    are_apart,
    company,
    how_common,
    namesakes,
    says_whose_it_is,
    share_nobody,
    told,
    works,
)
from bylint_checks._people import discreet
from bylint_checks._wording import listed

_CONFIDENCE, _VERY_COMMON = 0.75, 0.85
_MANY_NAMESAKES = 1.0
_ELSEWHERE = 3
"""Who stands on so many other papers is known."""
_MOST_TOLD = 5
"""So many papers are told one by one."""


class Strangers(Options):
    """What counts as a page, and as company that is known."""

    papers: int = 4
    """Pages with fewer papers that have co-authors are left alone."""

    known: int = 3
    """So many co-authors must have published elsewhere."""


@check(Severity.NOTE, confidence=_CONFIDENCE)
def coauthor_mismatch(
    page: Page, disambiguation: Disambiguation, coauthors: Coauthors, assignment: Assignment, strangers: Strangers
) -> Iterator[Finding]:
    if len(page.papers) < strangers.papers or namesakes(page.authorships, disambiguation) < COMMON_NAME:
        return
    held = [work for work in works(page) if len(work.paper.authorships) > 1]
    if len(held) < strangers.papers:
        return
    odd = [
        work
        for work in _among_strangers(held, page, coauthors, assignment, strangers.known)
        if not _belongs(work, held, page, assignment)
    ]
    expected = namesakes((work.authorship for work in odd), disambiguation)
    if odd and expected >= COMMON_NAME:
        yield _finding(odd, [work for work in held if work not in odd], expected, page)


def _among_strangers(
    held: Sequence[Work], page: Page, coauthors: Coauthors, assignment: Assignment, known: int
) -> Iterator[Work]:
    """The papers with known co-authors none of whom has to do with anybody on the others."""
    for work in share_nobody(held):
        circle = company([work], page, coauthors)
        if sum(_is_known(person, assignment) for person in circle) >= known:
            others = company([other for other in held if other is not work], page, coauthors)
            if are_apart(circle, others, coauthors):
                yield work


def _is_known(person: str, assignment: Assignment) -> bool:
    page = assignment.page(person)
    return page is not None and len(page.papers) > _ELSEWHERE


def _belongs(work: Work, held: Sequence[Work], page: Page, assignment: Assignment) -> bool:
    """Whether anything else speaks for a paper: an id, the place it came from, or that it is the newest."""
    others = [other for other in held if other is not work]
    years = [other.paper.year for other in others if other.paper.year is not None]
    if work.paper.year is not None and years and work.paper.year > max(years):
        return True
    return says_whose_it_is(work.authorship, page, assignment) or any(
        come_from_one_place(work.authorship, other.authorship) for other in others
    )


def _finding(odd: Sequence[Work], others: Sequence[Work], expected: float, page: Page) -> Finding:
    papers = listed(work.paper.id for work in odd)
    verb = "shares" if len(odd) == 1 else "share"
    said = f"{papers} {verb} nobody with the other papers"
    return Finding(
        message=f"{page.names[0]}: {said}",
        discreet_message=discreet(page, said),
        location=odd[0].authorship.location,
        authorships=tuple(work.authorship for work in odd),
        confidence=_VERY_COMMON if expected >= _MANY_NAMESAKES else _CONFIDENCE,
        details=partial(_details, odd, others, expected),
    )


def _details(odd: Sequence[Work], others: Sequence[Work], expected: float) -> Details:
    return Details(
        evidence=(
            *(told(f"“{work.paper.title}”", [work], others) for work in odd[:_MOST_TOLD]),
            *([told("the others", others, odd)] if others else []),
            Evidence(text="nobody of these wrote with anybody on another paper", kind="shared-coauthors"),
            how_common(expected),
        )
    )
