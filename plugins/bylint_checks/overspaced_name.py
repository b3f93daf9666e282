"""
A name holds a space that does not belong there.

## Why it matters

“Osei - Brefo” is no surname anybody searches for. A space at the end, two in a row, or one of the many signs that
only look like a space make two names of one, and no reader can see why.

## Example

    {"id": "x-1", "title": "T", "authors": [{"first": "Emmanuel", "last": "Osei - Brefo"}]}

## What to do

Take the space out; between two words leave one plain space.

## Quiet on

A dash with a space on both sides in the name of a group, which has no first name.
"""

import re
from collections.abc import Iterator

from bylint import Finding, Location, Name, Severity, check

_FAULTS = (
    (re.compile(r"^\s|\s$"), "begins or ends with a space"),
    (re.compile(r"[^\S ]"), "holds a sign that only looks like a space"),
    (re.compile(r"\S\s{2,}\S"), "has two spaces in a row"),
    (re.compile(r"\w\s+[-‐‑–]|[-‐‑–]\s+\w"), "has a space beside a hyphen"),
)
_ODD = re.compile(r"^\s|\s$|[^\S ]|\s\s|\s[-‐‑–]|[-‐‑–]\s")


@check(Severity.WARNING, confidence=0.95)
def overspaced_name(name: Name) -> Iterator[Finding]:
    for field, text in (("first", name.first), ("last", name.last)):
        if not text or not _ODD.search(text):
            continue
        faults = [said for pattern, said in _FAULTS if pattern.search(text)]
        is_group = field == "last" and name.first is None and faults == [_FAULTS[-1][1]]
        if faults and not is_group:
            yield Finding(message=f"“{name}”: the {field} name {' and '.join(faults)}", location=Location(field=field))
