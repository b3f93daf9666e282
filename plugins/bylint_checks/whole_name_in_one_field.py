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
whatever is written in capitals as these are. Names that the record itself calls one whole, as braces do in BibTeX: most
are of bodies, “Fredensborg Kommune”, and people among them are for a check of their own. A surname with its particle,
“van Gogh”. Burmese names, of which no part is a family's.

One such name is in the ACL Anthology of October 2024, with 29 records that have it in two fields, and none without
such records, so the confidence is an estimate.
"""

from collections.abc import Iterator

from bylint import Applicability, Finding, Location, Name, Names, Severity, check
from bylint_checks._evidence import outnumbered
from bylint_checks._whole_names import is_persons, parted, parted_elsewhere
from bylint_checks._wording import barred

_BY_WORDS_ALONE = 0.8


@check(Severity.WARNING, confidence=0.9, fixes=Applicability.SUGGEST, needs=("first",))
def whole_name_in_one_field(name: Name, names: Names) -> Iterator[Finding]:
    if name.first is not None or " " not in name.last.strip() or not is_persons(name) or names.is_literal(name):
        return
    known = parted_elsewhere(name, names)
    yield Finding(
        message=f"“{name}”: the whole name stands in the last name",
        location=Location(field="last"),
        evidence=tuple(outnumbered(name, other, names, shown=barred) for other in known[:1]),
        confidence=None if known else _BY_WORDS_ALONE,
        fix=parted(name, known[0] if known else None),
    )
