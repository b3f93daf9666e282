"""
A surname is empty, or a sign that stands for one.

## Why it matters

A person with one name has that name as the last name, and no first name. A full stop or a dash in its place makes
a second page beside the right one, and keys such as `-etal-2026-`, which have stopped whole ingests.

## Example

    {"id": "x-1", "title": "T", "authors": [{"first": "Mausam", "last": "-"}]}

## What to do

Move the name into the last name and leave the first name empty.

## Quiet on

Surnames of one letter, in any script; question marks that stand for letters which an encoding lost.
"""

import re
from collections.abc import Iterator

from bylint import Applicability, Finding, Fix, Location, Name, Severity, check
from bylint_checks._fields import renaming

_WRITTEN = re.compile(r"[^\W\d_]|[?\ufffd]")
_LETTER = re.compile(r"[^\W\d_]")


@check(Severity.ERROR, confidence=0.98, fixes=Applicability.SAFE)
def placeholder_surname(name: Name) -> Iterator[Finding]:
    if name.last.isalpha() or _WRITTEN.search(name.last):
        return
    if not name.last.strip():
        message = f"“{name.first}” has no last name" if name.first else "an author has no name"
    else:
        message = f"“{name}”: the last name is “{name.last}”"
    yield Finding(message=message, location=Location(field="last"), fix=_fix(name))


def _fix(name: Name) -> Fix | None:
    """A single name is moved into the last name; of several words, the last one is the likely surname."""
    first, _, last = (name.first or "").strip().rpartition(" ")
    if not name.first or not _LETTER.search(last):
        return None
    return Fix(
        changes=renaming(name, Name(first.strip(), last)),
        applicability=Applicability.SUGGEST if first else Applicability.SAFE,
    )
