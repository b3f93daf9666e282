"""
An author has a last name alone, where everybody else has a first name too.

## Why it matters

The paper is missing from the author's page, and stands on a page of the last name alone that nobody looks for. First
names are lost where a name was split at the wrong sign. Two neighbours without a first name are often one person whose
name was cut at its comma, as “Sekii, Taiki”.

## Example

    {"id": "x-1", "title": "T", "authors": [{"last": "Sekii"}, {"last": "Taiki"}]}

## What to do

Look at the paper. Write the first name, or join the two entries.

## Quiet on

People who have one name, as far as the records show it: a name that stands alone on two papers or more, is listed in
the people database, or that few others have for a last name. Names in scripts that do not part first and last name
by a space. Groups, user names, and whatever the record says is not to be parted. Bylines of three or more on which half
of the people have no first name, and neighbours beside whom somebody else has none: there somebody has decided so.

In the ACL Anthology of October 2024 two such names stand alone, and both had lost their first name. Of seven pairs in
the ML Anthology and in answers of Semantic Scholar six were one person each, and one was two who had lost theirs.
"""

from collections.abc import Iterator, Sequence

from bylint import Assignment, Authorship, Evidence, Finding, Names, Paper, Severity, check
from bylint.names import fold, scripts
from bylint_checks._collectives import kind_of_collective
from bylint_checks._uses import uses_of

_IN_TWO, _ALONE = 0.9, 0.8
_OTHERS = 2
"""Other people with a last name, from which on it is known for one."""
_WRITTEN_APART = {"latin", "cyrillic", "greek", "armenian"}
"""Scripts that part a first name from a last name by a space."""


@check(Severity.WARNING, confidence=_ALONE)
def lost_given_name(paper: Paper, names: Names, assignment: Assignment) -> Iterator[Finding]:
    for byline in paper.bylines:
        alone = [authorship for authorship in byline if authorship.name.first is None]
        if not alone or len(byline) == 1 or (len(byline) > 2 and len(alone) * 2 >= len(byline)):
            continue
        odd = [one for one in alone if _is_odd(one, names) and not assignment.people.lists(one.name)]
        pairs = list(_pairs(odd))
        if len(pairs) * 2 == len(alone):
            yield from (_in_two(*pair) for pair in pairs)
        else:
            yield from (finding for one in odd for finding in _lost(one, names))


def _is_odd(authorship: Authorship, names: Names) -> bool:
    """Whether a name alone is a capitalised word that stands alone nowhere else, and is no group's."""
    word = authorship.name.last.strip()
    is_word = all(part.isalpha() and part.istitle() for part in word.split("-")) and len(word) > 1
    return (
        is_word
        and not authorship.is_literal
        and names.count(authorship.name) == 1
        and scripts(word) <= _WRITTEN_APART
        and not kind_of_collective(authorship.name)
    )


def _pairs(odd: Sequence[Authorship]) -> Iterator[tuple[Authorship, Authorship]]:
    """Neighbours, two by two."""
    left = iter(odd)
    for first in left:
        second = next(left, first)
        if second.position == first.position + 1:
            yield first, second


def _in_two(first: Authorship, second: Authorship) -> Finding:
    return Finding(
        message=f"“{first.name}” and “{second.name}” have no first names; they may be one name that was cut in two",
        location=first.location,
        authorships=(first, second),
        confidence=_IN_TWO,
        about=f"{first.role} {first.position}",
    )


def _lost(authorship: Authorship, names: Names) -> Iterator[Finding]:
    """The finding for a last name that others have with a first name, and that is hardly anybody's first name."""
    uses, word = uses_of(names), fold(authorship.name.last)
    others = uses.last[word] - 1
    if others < _OTHERS or uses.first_words[word] * 4 > others:
        return
    yield Finding(
        message=f"“{authorship.name}” has no first name, and the others on the paper have",
        location=authorship.location,
        authorships=(authorship,),
        evidence=(Evidence(text=f"{others} other names have it as last name", kind="use-of-words"),),
        about=f"{authorship.role} {authorship.position}",
    )
