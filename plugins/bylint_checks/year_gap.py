"""
A page falls silent for longer than careers do, and goes on among strangers.

## Why it matters

Some people come back after fifteen years, but under a common name it is more often somebody else who begins there. The
old papers then make a young author look like a veteran, and the young author's papers bury the veteran's.

## Example

    {"id": "x-1", "year": 1999, "authors": [{"first": "Wei", "last": "Li"}, {"first": "Wei", "last": "Zhang"}]}
    {"id": "x-2", "year": 2024, "authors": [{"first": "Wei", "last": "Li"}, {"first": "Hui", "last": "Li"}]}

## What to do

Look at both sides of the gap: the field, the affiliation, the people. If they are two, give the authorships of one side
an id of their own. If it is one, an id on a paper of each side says so for good.

## How it decides

Years alone say little: a gap as long is nearly as frequent where the name is so rare that it must be one person's. So
it is reported only where nobody who wrote with the one side stands on the other or wrote with anybody there. Where one
side has no co-authors at all, nothing can be said of them, and the name must be common. Forty years are more than a
career leaves room for, and are reported under rare names as well.

Of 60 findings read in the ACL Anthology, 43 were right beyond doubt: 23 of 28 under common names, 16 of 27 under
others, and 4 of 5 where one side had no co-authors. What went wrong was mostly somebody back from a company.

## Quiet on

Rare names, short of forty years. People who come back with somebody they knew, or with somebody whom these knew. A gap
that a volume fills which they edited. Papers without a year. Papers after the gap that carry the person's id or ORCID.
A paper that stands on both sides under one title, which is a reprint.

## Options

`years`, 15: so many years without a paper are a gap.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from bylint import (
    COMMON_NAME,
    RARE_NAME,
    Assignment,
    Coauthors,
    Disambiguation,
    Evidence,
    Finding,
    Options,
    Page,
    Severity,
    check,
)
from bylint.names import words
from bylint_checks._company import (
    Work,
    are_apart,
    company,
    how_common,
    namesakes,
    says_whose_it_is,
    told,
    works,
)
from bylint_checks._people import discreet

_CONFIDENCE, _COMMON_NAME, _LITTLE_KNOWN = 0.55, 0.75, 0.5
_LIFETIME = 40
"""A silence of so many years is longer than what a career leaves room for, whatever the name."""


class Silence(Options):
    """What counts as a gap."""

    years: int = 15
    """So many years without a paper are a gap."""


class _Gap(NamedTuple):
    """The years around the longest silence of a page."""

    last: int
    next: int

    @property
    def length(self) -> int:
        return self.next - self.last


@check(Severity.NOTE, confidence=_CONFIDENCE)
def year_gap(
    page: Page, disambiguation: Disambiguation, coauthors: Coauthors, assignment: Assignment, silence: Silence
) -> Iterator[Finding]:
    gap = _longest(page, silence.years)
    if gap is None or namesakes(page.authorships, disambiguation) < _least(gap):
        return
    before, after = _sides(page, gap)
    if not before or not after or _is_one_person(before, after, page, assignment):
        return
    early, late = (company(side, page, coauthors) for side in (before, after))
    odd = min(after, before, key=len)
    expected = namesakes((work.authorship for work in odd), disambiguation)
    if expected < (_least(gap) if early and late else COMMON_NAME) or not are_apart(early, late, coauthors):
        return
    said = f"nothing for {gap.length} years, from {gap.last} to {gap.next}, then other company"
    yield Finding(
        message=f"{page.names[0]}: {said}",
        discreet_message=discreet(page, said),
        location=odd[0].authorship.location,
        authorships=tuple(work.authorship for work in odd),
        evidence=(
            told("before", before, after),
            told("after", after, before),
            *_strangers(early, late),
            how_common(expected),
        ),
        confidence=_confidence(expected) if early and late else _LITTLE_KNOWN,
    )


def _least(gap: _Gap) -> float:
    """The namesakes that a name must have."""
    return 0 if gap.length >= _LIFETIME else RARE_NAME


def _confidence(expected: float) -> float:
    return _COMMON_NAME if expected >= COMMON_NAME else _CONFIDENCE if expected >= RARE_NAME else _LITTLE_KNOWN


def _longest(page: Page, least: int) -> _Gap | None:
    """The longest silence of so many years or more; editing a volume breaks it."""
    if len(page.papers) == 1:
        return None
    years = sorted({paper.year for paper in page.papers if paper.year is not None})
    if not years or years[-1] - years[0] < least:
        return None
    gap = max((_Gap(last, following) for last, following in pairwise(years)), key=lambda gap: gap.length)
    return gap if gap.length >= least else None


def _sides(page: Page, gap: _Gap) -> tuple[list[Work], list[Work]]:
    """What was written before the gap, and after it."""
    dated = [(work.paper.year, work) for work in works(page)]
    return (
        [work for year, work in dated if year is not None and year <= gap.last],
        [work for year, work in dated if year is not None and year >= gap.next],
    )


def _is_one_person(before: Sequence[Work], after: Sequence[Work], page: Page, assignment: Assignment) -> bool:
    """Whether a record says that the page goes on: by an id after the gap, or by a title that was there before."""
    titles = {words(work.paper.title) for work in before} - {()}
    return any(
        says_whose_it_is(work.authorship, page, assignment) or words(work.paper.title) in titles for work in after
    )


def _strangers(early: frozenset[str], late: frozenset[str]) -> Iterator[Evidence]:
    if early and late:
        text = "nobody of one side wrote with anybody of the other"
        yield Evidence(text=text, kind="shared-coauthors")
    else:
        yield Evidence(text="nothing is known of one side's company", kind="shared-coauthors")
