"""
An initial is in lower case.

## Why it matters

“Jimmy T.h. Smith” and “Jimmy T.H. Smith” are one person under two names, and only one of them is printed so. It
comes from programs that write a capital at the beginning of every word.

## Example

    {"id": "x-1", "title": "T", "authors": [{"first": "Jimmy T.h.", "last": "Smith"}]}

## What to do

Write the initial as a capital; in a Turkish name “i” may be “İ”.

## Quiet on

An abbreviated particle before a surname, as in “v. Hahn” or “v.d. Berg”; single letters without a full stop, as in
“España i Bonet” or “Tzu-i”; an initial after a hyphen, as in “K.-w. Chang”, because “Kai-wei” is written so; “M.a”
for María before another name; “e.V.”.
"""

import re
from collections.abc import Iterator

from bylint import Applicability, Change, Finding, Fix, Location, Name, Severity, check

_INITIALS = re.compile(r"(?<!\S)\.?[^\W\d_](?:\.[^\W\d_])*\.?(?!\S)")
_PARTICLES = frozenset("duvz")
"""As German and Dutch abbreviate them: de, und, van or von, zu."""
_TURKISH = re.compile("[ıİğĞşŞ]")
"""Where these are written, a small i may stand for a dotted capital."""


@check(Severity.WARNING, confidence=0.98, fixes=Applicability.SAFE)
def lowercase_initial(name: Name) -> Iterator[Finding]:
    for field, text in (("first", name.first), ("last", name.last)):
        if not text or "." not in text:
            continue
        found = [letter for match in _INITIALS.finditer(text) for letter in _in_lower_case(match, field)]
        if found:
            which = f"the initial “{found[0]}” is" if len(found) == 1 else f"the initials “{'”, “'.join(found)}” are"
            place = Location(field=field)
            yield Finding(message=f"“{name}”: {which} in lower case", location=place, fix=_fix(name, place, text))


def _fix(name: Name, place: Location, text: str) -> Fix | None:
    """Capitals for the initials of a field; None where the dot of an i, or a letter without a capital, is a guess."""
    if _TURKISH.search(str(name)) and "i" in text:
        return None
    new = _INITIALS.sub(lambda match: _capitals(match, place.field), text)
    return Fix(changes=(Change(place, text, new),), applicability=Applicability.SAFE) if len(new) == len(text) else None


def _capitals(match: re.Match[str], field: str) -> str:
    small = _in_lower_case(match, field)
    return "".join(sign.upper() if sign in small else sign for sign in match[0])


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
