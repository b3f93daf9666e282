"""
First and last name stand together in the last name.

## Why it matters

Whoever has one name has it in the last name. A full name in that place is sorted and cited under its first word:
“Helena Moniz” stands under H, and keys and citations call her by both words.

## Example

    {"id": "x-1", "title": "T", "authors": [{"first": "", "last": "Mahmoud El-Haj"}]}
    {"id": "x-2", "title": "T", "authors": [{"first": "Helena", "last": "Moniz"}]}
    {"id": "x-3", "title": "T", "authors": [{"first": "", "last": "Helena Moniz"}]}

## What to do

Move the first name into its field. The suggestion follows other records of the same name; without any, it parts two
words, and makes none of three or more.

## Quiet on

Mononyms: “Mausam”, “Abhimanue”. Groups, firms and projects, whose name belongs into the last name as a whole, and
whatever is written in capitals as these are. A surname with its particle, “van Gogh”. Burmese names, of which no part
is a family's.

One such name is in the ACL Anthology of October 2024, with 29 records that have it in two fields, and none without
such records, so the confidence is an estimate.
"""

import re
from collections.abc import Iterator

from bylint import Applicability, Finding, Fix, Location, Name, Names, Severity, check
from bylint.names import PARTICLES, fold, scripts, words
from bylint_checks._collectives import kind_of_collective
from bylint_checks._evidence import outnumbered
from bylint_checks._fields import renaming
from bylint_checks._traditions import is_burmese
from bylint_checks._wording import barred

_PERSON = re.compile(r"[^\W\d_](?:[^\W\d_]|[.'’\-‐ ,])*")
"""Letters of any script, and the signs that names have."""
_OF_NO_PERSON = re.compile(r"(?i:\b(?:the|of|for|and|international|systems?|technolog\w+|language)\b)|[A-Z]{3}")
_BY_WORDS_ALONE = 0.8


@check(Severity.WARNING, confidence=0.9, fixes=Applicability.SUGGEST)
def whole_name_in_one_field(name: Name, names: Names) -> Iterator[Finding]:
    if name.first is not None or " " not in name.last.strip() or not _is_persons(name):
        return
    known = sorted((other for other in names.alike(name) if other.first), key=lambda other: -names.count(other))
    yield Finding(
        message=f"“{name}”: the whole name stands in the last name",
        location=Location(field="last"),
        evidence=tuple(outnumbered(name, other, names, shown=barred) for other in known[:1]),
        confidence=None if known else _BY_WORDS_ALONE,
        fix=_parted(name, known[0] if known else None),
    )


def _is_persons(name: Name) -> bool:
    text = name.last.strip()
    if not _PERSON.fullmatch(text) or _OF_NO_PERSON.search(text) or kind_of_collective(name):
        return False
    return fold(text.split()[0]) not in PARTICLES and not is_burmese(words(text))


def _parted(name: Name, known: Name | None) -> Fix | None:
    """The name in two fields, as another record has it, or with the last word as surname."""
    parts = name.last.split()
    if known is not None:
        count = len((known.first or "").split())
        if len(parts) != count + len(known.last.split()):
            return None
        first, last = " ".join(parts[:count]), " ".join(parts[count:])
    elif len(parts) == 2 and scripts(name.last) == {"latin"}:
        first, last = (parts[1], parts[0].rstrip(",")) if parts[0].endswith(",") else (parts[0], parts[1])
    else:
        return None
    return Fix(changes=renaming(name, Name(first, last)))
