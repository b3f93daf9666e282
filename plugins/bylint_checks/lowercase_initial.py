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

An abbreviated particle before a surname, as in “v. Hahn” or “v.d. Berg”; single letters without a full stop, as in
“España i Bonet” or “Tzu-i”; an initial after a hyphen, as in “K.-w. Chang”, because “Kai-wei” is written so; “M.a”
for María before another name; “e.V.”.
"""

import re
from collections.abc import Iterator

from bylint import Finding, Location, Name, Severity, check

_INITIALS = re.compile(r"(?<!\S)\.?[^\W\d_](?:\.[^\W\d_])*\.?(?!\S)")
_PARTICLES = frozenset("duvz")
"""As German and Dutch abbreviate them: de, und, van or von, zu."""


@check(Severity.WARNING, confidence=0.98)
def lowercase_initial(name: Name) -> Iterator[Finding]:
    for field, text in (("first", name.first), ("last", name.last)):
        if not text or "." not in text:
            continue
        found = [letter for match in _INITIALS.finditer(text) for letter in _in_lower_case(match, field)]
        if found:
            which = f"the initial “{found[0]}” is" if len(found) == 1 else f"the initials “{'”, “'.join(found)}” are"
            yield Finding(message=f"“{name}”: {which} in lower case", location=Location(field=field))


def _in_lower_case(match: re.Match[str], field: str) -> list[str]:
    """The letters of a group of initials that should be capitals."""
    if "." not in match[0]:
        return []
    letters = match[0].replace(".", "")
    small = [letter for letter in letters if letter.islower() and letter != letter.upper()]  # “ª” has no capital
    is_followed = match.end() < len(match.string)
    if _PARTICLES.issuperset(letters) and (is_followed if field == "last" else match.start()):
        return []
    is_legal_form = letters[0].islower() and len(small) < len(letters)
    is_maria = letters == "Ma" and is_followed
    return [] if is_legal_form or is_maria or "v.d" in match[0] else small
