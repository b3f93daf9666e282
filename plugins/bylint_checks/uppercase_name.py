"""
A last name, or a whole name, is in capitals.

## Why it matters

Some people and many forms write surnames in capitals, to show which part is the surname. In a record, which has a
field for it, “MBOUP” is shouted in every citation, and stands apart from the same name on other papers.

## Example

    {"id": "x-1", "title": "T", "authors": [{"first": "Mouhamadane", "last": "MBOUP"}]}

## What to do

Write a capital at the beginning of each part, as on the person's other papers; particles stay small (“van der Berg”).

## Quiet on

A surname of two letters, as “LI”; initials, as “Prasanna K R” and “Avinesh PVS”: what has no vowel, or three letters
and is the surname of no two others; numerals, as “Daumé III”; groups, which have no first name; capitals in the first
name alone, as “AKM Shahariar Azad Rabby”, which are mostly initials.

A repository whose style is capitals: where a tenth of the names, and ten at least, have their surname so, none is
reported.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from bylint import Applicability, Finding, Fix, Location, Name, Names, Severity, check
from bylint.names import fold, name_case
from bylint_checks._fields import renaming

_LETTERS = re.compile(r"[^\W\d_]{3,}")
_NUMERAL = re.compile(r"[IVX]+")
_VOWEL_OR_OTHER_SCRIPT = re.compile("[aeiou]|[^a-z]")
_LONGEST_INITIALS = 3
_FEWEST_FOR_A_STYLE = 10
_SHARE_OF_A_STYLE = 0.1


@check(Severity.WARNING, confidence=0.95, fixes=Applicability.SUGGEST)
def uppercase_name(name: Name, names: Names) -> Iterator[Finding]:
    if not name.last.isupper() or not name.first:
        return
    usage = _usage(names)
    if usage.is_style or not _is_surname(name.last, usage):
        return
    is_whole = name.first.isupper() and _is_word(name.first)
    first = name_case(name.first, is_given=True) if is_whole else name.first
    changes = renaming(name, Name(first, name_case(name.last)))
    yield Finding(
        message=f"“{name}”: the {'whole' if is_whole else 'last'} name is in capitals",
        location=Location(field="last"),
        fix=Fix(changes=changes) if changes else None,
    )


class _Usage(NamedTuple):
    """How the names of a corpus are written."""

    surnames: Counter[str]
    """How many names have a surname, folded, that is not all in capitals."""
    is_style: bool
    """Whether capitals are what its surnames are written in."""


@lru_cache(maxsize=1)
def _usage(names: Names) -> _Usage:
    people = [name for name in names if name.first]
    capitals = sum(name.last.isupper() and _is_word(name.last) for name in people)
    is_style = capitals >= max(_FEWEST_FOR_A_STYLE, _SHARE_OF_A_STYLE * len(people))
    return _Usage(Counter(fold(name.last) for name in people if not name.last.isupper()), is_style)


def _is_surname(text: str, usage: _Usage) -> bool:
    """Whether capitals are a surname's, and not a row of initials."""
    words = [word for word in _LETTERS.findall(text) if not _NUMERAL.fullmatch(word)]
    longest = max(map(len, words), default=0)
    return bool(words) and (usage.surnames[fold(text)] > 1 or (longest > _LONGEST_INITIALS and _is_word(text)))


def _is_word(text: str) -> bool:
    """Whether it can be spoken: it has three letters or more in a row, with a vowel."""
    return any(_VOWEL_OR_OTHER_SCRIPT.search(fold(word)) for word in _LETTERS.findall(text))
