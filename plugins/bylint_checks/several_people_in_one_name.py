"""
One name holds several people.

## Why it matters

Two people who share one entry have no page between them: neither finds the paper, and every citation counts them as
one. It happens where a list is cut at its commas and one comma is missing, or where “and” sticks to the last name.

## Example

    {"id": "x-1", "title": "T", "authors": [{"first": "Ling", "last": "Zhou, Guojiang ang Dong"}]}
    {"id": "x-2", "title": "T", "authors": [{"first": "and Keh-Yih", "last": "Su"}]}

## What to do

Look at the PDF, and give each person an entry. Where “and” or “et al.” merely sticks to a name, take it out.

## Quiet on

Suffixes and degrees behind a comma, as in “Billings, Jr.” and “Nyberg, 3rd”; initials there, as in “Lakshmanan, V.S.”;
one person written “Su, Keh-Yih” in a single field; groups and firms, and lists that the record itself calls one name,
as braces do in BibTeX: “Karlebo Kommune, teknisk forvaltning”; the stroke of “H/Mariam”; “und”, “y” and “e”
inside a surname.

Two such names are in the ACL Anthology of October 2024, and both were right: too few for a measure. So the confidence
is an estimate, and the finding a warning that does not fail the gate.
"""

import re
from collections.abc import Iterator

from bylint import Applicability, Change, Finding, Fix, Location, Name, Names, Severity, check
from bylint_checks._collectives import kind_of_collective

_SUSPECT = re.compile(r"[,，;；、&]|\band\b|\bet\.? al")
_BEFORE = re.compile(r"^\s*(?:and|&)\s+")
_BEHIND = re.compile(r"(?:^|[\s,]+)(?:et\.? al\.?|and|&)\s*$")
_BETWEEN = re.compile(r"\S\s+(?:and|&)\s+\S|\S\s*[;；、]\s*\S")
_COMMA = re.compile(r"\s*[,，]\s*")
_NO_NAME = re.compile(
    r"(?i:Jr|Sr|Ph\.? ?D|M\.?D|M\.?Sc|Inc|Ltd|[IVX]+|\d+\w*)\.?|[A-Z]{1,3}\.?|(?:[^\W\d_][.\s-]+){0,3}[^\W\d_]\.?"
)
"""What may stand behind a comma: a suffix, a degree, up to four initials."""


@check(Severity.WARNING, confidence=0.9, fixes=Applicability.SUGGEST)
def several_people_in_one_name(name: Name, names: Names) -> Iterator[Finding]:
    for field, text in (("first", name.first), ("last", name.last)):
        if not text or text.isalpha() or not _SUSPECT.search(text.partition("(")[0]) or kind_of_collective(name):
            continue
        after = _BEHIND.sub("", _BEFORE.sub("", text))
        if after != text:
            fix = Fix(changes=(Change(Location(field=field), text, after),)) if after else None
            word = text.removeprefix(after) if after and text.startswith(after) else text.removesuffix(after)
            message = f"“{word.strip(' ,')}” sticks to the name “{name}”"
            yield Finding(message=message, location=Location(field=field), fix=fix)
        elif not names.is_literal(name) and (
            _BETWEEN.search(text) or _is_list(text, of_surnames=field == "last" and name.first is not None)
        ):
            yield Finding(message=f"“{name}” looks like several people", location=Location(field=field))


def _is_list(text: str, *, of_surnames: bool) -> bool:
    """Whether the commas of a text stand between people; a single one may turn round the name of one person."""
    parts = [part for part in _COMMA.split(text) if part and not _NO_NAME.fullmatch(part)]
    return len(parts) > 2 or (len(parts) == 2 and (of_surnames or " " in parts[1]))
