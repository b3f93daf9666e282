"""
A name holds a space that does not belong there.

## Why it matters

“Osei - Brefo” is no surname anybody searches for. A space at the end, two in a row, or one of the many signs that
only look like a space make two names of one, and no reader can see why.

## Example

    {"id": "x-1", "title": "T", "authors": [{"first": "Emmanuel", "last": "Osei - Brefo"}]}

## What to do

Take the space out; between two words leave one plain space. Where a hyphen is left over at the end of the first
name, see whether the word before it belongs to the surname.

## Quiet on

A dash with a space on both sides in the name of a group: one without a first name, or behind its abbreviation. The
wide space between Han names.
"""

import re
from collections.abc import Iterator

from bylint import Applicability, Change, Finding, Fix, Location, Name, Severity, check

_FAULTS = (
    (re.compile(r"^\s|\s$"), "begins or ends with a space"),
    (re.compile(r"[^\S \u3000]"), "holds a sign that only looks like a space"),
    (re.compile(r"\S\s{2,}\S"), "has two spaces in a row"),
    (re.compile(r"(?<!\S)[^\W\d_]['’]\s"), "has a space after an apostrophe"),
    (re.compile(r"\w\s+[.,]"), "has a space before a full stop or comma"),
)
_HYPHENS = (
    (re.compile(r"(?<=\w)\s+[-‐‑–](?!$)|[-‐‑–]\s+(?=\w)"), "has a space beside a hyphen"),
    (re.compile(r"\s[-‐‑–]$"), "ends with a hyphen that stands alone"),
)
_ABBREVIATION = re.compile(r"\b[A-Z]{3,}\s[-–]\s[A-Z]\w*[a-z]")
"""Of a group, with a dash between it and the full name."""
_REPAIRS = (
    (re.compile(r"^\s+|\s+$"), ""),
    (re.compile(r"\s{2,}|[^\S \u3000]"), " "),
    (re.compile(r"(?<!\S)([^\W\d_]['’]) "), r"\1"),
    (re.compile(r"(?<=\w)\s+(?=[.,])"), ""),
)
_REPAIRS_OF_HYPHENS = (
    (re.compile(r"(?<=\w)\s+(?=[-‐‑–](?!$))"), ""),
    (re.compile(r"(?<=\w[-‐‑–])\s+(?=\w)"), ""),
)
_ODD = re.compile(r"^\s|\s$|[^\S \u3000]|\s[\s\-‐‑–.,]|[\-‐‑–'’]\s")


@check(Severity.WARNING, confidence=0.92, fixes=Applicability.SAFE)
def overspaced_name(name: Name) -> Iterator[Finding]:
    for field, text in (("first", name.first), ("last", name.last)):
        if not text or text.isalpha() or not _ODD.search(text):
            continue
        is_group = name.first is None or _ABBREVIATION.search(text) is not None
        patterns = _FAULTS if is_group else _FAULTS + _HYPHENS
        faults = [said for pattern, said in patterns if pattern.search(text)]
        if faults:
            place = Location(field=field)
            fix = _fix(place, text, is_group=is_group)
            yield Finding(message=f"“{name}”: the {field} name {' and '.join(faults)}", location=place, fix=fix)


def _fix(place: Location, text: str, *, is_group: bool) -> Fix | None:
    """The text with its spaces as they should be; None where a hyphen hangs on nothing."""
    new = text
    for pattern, instead in _REPAIRS if is_group else _REPAIRS + _REPAIRS_OF_HYPHENS:
        new = pattern.sub(instead, new)
    is_whole = new and not any(pattern.search(new) for pattern, _ in _FAULTS + (() if is_group else _HYPHENS))
    return Fix(changes=(Change(place, text, new),), applicability=Applicability.SAFE) if is_whole else None
