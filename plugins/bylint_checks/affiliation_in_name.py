"""
A name holds the place where its bearer works.

## Why it matters

“Ada Quill (University of Inks)” is cited and sorted with all of it, and has a page of its own beside that of “Ada
Quill”. It comes from a form in which people wrote both in one field.

## Example

    {"id": "x-1", "title": "T", "authors": [{"first": "Ada", "last": "Quill (University of Inks)"}]}

## What to do

Take it out, or write it where the format has affiliations. Where a list was cut inside the brackets, join the two
entries first.

## Quiet on

Nicknames, former names and names in another script, “Carolin (Haas) Lawrence”; groups; surnames that are also words, as
School or Center.

All of nine such names in the archive of ISMIR were right; in the ACL Anthology of October 2024 there is none.
"""

import re
from collections.abc import Iterator

from bylint import Applicability, Change, Finding, Fix, Location, Name, Severity, check
from bylint_checks._fields import fields

_PLACE = re.compile(
    r"\b(?:universi\w+|institut\w*|laborator\w+|colleges?|academ\w+|facult\w+|departments?|dept|inc|ltd|gmbh|hospital"
    r"|corporation|research|technolog\w+|centers?|centres?)\b",
    re.IGNORECASE,
)
_AT_THE_END = re.compile(r"\s*\((?:[^()]|\([^()]*\))*\)\s*$")


@check(Severity.WARNING, confidence=0.95, fixes=Applicability.SUGGEST)
def affiliation_in_name(name: Name) -> Iterator[Finding]:
    text = str(name)
    if "(" not in text and ")" not in text:
        return
    inside = text[text.find("(") + 1 :] if "(" in text else text[: text.find(")")]
    if not _PLACE.search(inside):
        return
    yield Finding(
        message=f"“{text}”: “{inside.strip().removesuffix(')')}” is no part of a name",
        location=Location(field="last"),
        fix=next((_without(field, part) for field, part in fields(name) if _AT_THE_END.search(part)), None),
    )


def _without(field: str, text: str) -> Fix | None:
    """The suggestion to take the brackets out, where something is left."""
    after = _AT_THE_END.sub("", text)
    return Fix(changes=(Change(Location(field=field), text, after),)) if after.strip() else None
