"""
An initial is in lower case.

## Why it matters

“Jimmy T.h. Smith” and “Jimmy T.H. Smith” are one person under two names, and only one of them is printed so. It
comes from programs that write a capital at the beginning of every word.

## Example

    {"id": "x-1", "title": "T", "authors": [{"first": "Jimmy T.h.", "last": "Smith"}]}

## What to do

Write the initial as a capital.

## Quiet on

An abbreviated particle before a surname, as in “v. Hahn”; single letters without a full stop.
"""

import re
from collections.abc import Iterator

from bylint import Finding, Location, Name, Severity, check

_INITIAL = re.compile(r"(?<![^\W_])([^\W\d_])\.")
_PARTICLE = re.compile(r"[^\W\d_]\.(?=\s+\w)")


@check(Severity.WARNING, confidence=0.98)
def lowercase_initial(name: Name) -> Iterator[Finding]:
    for field, text in (("first", name.first), ("last", name.last)):
        if not text or "." not in text:
            continue
        particle = _PARTICLE.match(text) if field == "last" else None
        found = [match[1] for match in _INITIAL.finditer(text, particle.end() if particle else 0) if match[1].islower()]
        if found:
            which = f"the initial “{found[0]}” is" if len(found) == 1 else f"the initials “{'”, “'.join(found)}” are"
            yield Finding(message=f"“{name}”: {which} in lower case", location=Location(field=field))
