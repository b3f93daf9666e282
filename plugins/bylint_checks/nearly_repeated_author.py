"""
One person may be listed twice on one paper, under two forms of the name.

## Why it matters

“M. A. Khan” and “Muhammad Aamir Khan” in one byline are one author entered twice, once as the paper prints the name and
once as the submission system knew it. The second form has a page of its own, with this one paper on it.

## Example

    {"id": "x-1", "authors": [{"first": "M. A.", "last": "Khan"}, {"first": "Muhammad Aamir", "last": "Khan"}]}

## What to do

Look at the PDF. Remove the form that it does not print, or leave both where it prints two people: then give each
an id of their own.

## Quiet on

Two people of one family: a word that only one of the two names has is a sign of somebody else, unless it is an
initial. So “Manuel García” beside “M. Ángel García”, “Hyun Kim” beside “Hyun-Ki Kim”, “Marcos García” beside “Marcos
García Salido” and “G. Adda” beside “M. Adda-Decker” are two people each. So are names that differ in a letter, “Dat
Quoc Nguyen” and “Dai Quoc Nguyen”, and people who stand together on another paper too, as a father and a son do. Names
with an id or an ORCID each. Two names that lead to one page, which is a shared page. One name twice, which is a
repeated author.

A name that holds all of its neighbour's and a whole name before or after it, as “Onur Galoğlu Robert Litschko” beside
“Robert Litschko”, is found as well: the byline was divided in the wrong place.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations, pairwise

from bylint import Assignment, Authorship, Evidence, Finding, Name, Paper, Severity, check
from bylint.names import difference, words
from bylint_checks._identifiers import orcid_of
from bylint_checks._two_forms import Words, could_be_one, holds, keys

_FEW = 100
"""Names of one byline that may begin alike; with more of them it is a crowd, in which nobody is told from another."""
_SAID = frozenset({"id", "orcid"})
"""Rules of assignment by which a record says who somebody is."""


@check(Severity.WARNING, confidence=0.9)
def nearly_repeated_author(paper: Paper, assignment: Assignment) -> Iterator[Finding]:
    for byline in paper.bylines:
        if len(byline) == 1 or not _repeats_a_word(byline):
            continue
        for left, right in _alike(byline):
            if not _are_two_people(left, right, assignment):
                message = f"“{left.name}” and “{right.name}” look like one author, listed twice"
                yield _finding(message, left, right)
        for left, right in _with_a_neighbour(byline):
            message = f"“{right.name}” holds the name beside it, “{left.name}”, and somebody else's"
            yield _finding(message, left, right)


def _repeats_a_word(byline: Sequence[Authorship]) -> bool:
    text = " ".join([part for authorship in byline for part in authorship.name if part])
    if text.isascii():  # most bylines are, and need no folding name by name
        listed = text.lower().replace("-", " ").replace(".", " ").split()
    else:
        listed = [word for authorship in byline for word in _words(authorship.name)]
    return len(set(listed)) < len(listed)


@lru_cache(maxsize=1 << 17)
def _words(name: Name) -> Words:
    return words(str(name))


def _alike(byline: Sequence[Authorship]) -> list[tuple[Authorship, Authorship]]:
    """The pairs whose names could be one, in the order of the byline."""
    by_key: dict[tuple[str, ...], list[Authorship]] = {}
    for authorship in byline:
        for key in keys(_words(authorship.name)):
            by_key.setdefault(key, []).append(authorship)
    found = {
        (left.position, right.position): (left, right)
        for held in by_key.values()
        if len(held) <= _FEW
        for left, right in combinations(held, 2)
        if left.name != right.name and could_be_one(_words(left.name), _words(right.name))
    }
    return [found[places] for places in sorted(found)]


def _with_a_neighbour(byline: Sequence[Authorship]) -> Iterator[tuple[Authorship, Authorship]]:
    """A name, and its neighbour that holds it and another whole name."""
    for pair in pairwise(byline):
        name, longer = sorted(pair, key=lambda authorship: len(_words(authorship.name)))
        if holds(_words(longer.name), _words(name.name)):
            yield name, longer


def _are_two_people(left: Authorship, right: Authorship, assignment: Assignment) -> bool:
    """Whether the records tell the two apart, or give them one page, or show them together on another paper."""
    orcids = {orcid for one in (left, right) if (orcid := orcid_of(one))}
    resolved = assignment.of(left), assignment.of(right)
    if len(orcids) == 2 or {one.by for one in resolved} <= _SAID or resolved[0].page_id == resolved[1].page_id:
        return True
    pages = [assignment.page(one.page_id) for one in resolved]
    papers = [{paper.id for paper in page.papers} for page in pages if page]
    return len(set.intersection(*papers)) > 1


def _finding(message: str, left: Authorship, right: Authorship) -> Finding:
    how = difference(left.name, right.name)
    return Finding(
        message=message,
        location=right.location,
        names=(left.name, right.name),
        authorships=(left, right),
        about=f"{left.role} {left.position} {right.position}",
        evidence=(
            Evidence(text=f"“{left.name}” stands here", kind="place", location=left.location),
            *([Evidence(text=f"the names are: {how}", kind="name-form", location=right.location)] if how else []),
        ),
    )
