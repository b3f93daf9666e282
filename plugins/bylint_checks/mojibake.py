"""
A letter of a name came out wrong between two encodings.

## Why it matters

“JosÃ© Pombal” and “Ond?ej Bojar” are names that nobody has. What cannot be seen is as bad: “Gonҫalves” with a Cyrillic
“ҫ” and “José” with a loose accent look right, and no search, no comparison and no alphabetical list finds them.

## Example

    {"id": "x-1", "title": "T", "authors": [{"first": "JosÃ©", "last": "Pombal"}]}

## What to do

Write the letter that is meant. Where two forms of the same letters are all that differs, the fix is safe: accents are
joined to their letters (NFC), and nothing changes to the eye.

## Quiet on

The ordinal sign in “Mª Antònia”; letters with marks for which there is no single code, as in Yoruba “Ọ̀láyínká” and
“Ẹ́”; several scripts in a Japanese name, and in different words of any name; Han in older forms that families keep;
quotation marks, middle dots and apostrophes, an acute in the place of one (“O´Brien”) among them; names of groups with
a question mark.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from bylint import Applicability, Change, Finding, Fix, Location, Name, Names, Severity, check
from bylint_checks._evidence import outnumbered
from bylint_checks._fields import fields, renaming
from bylint_checks._mojibake import composed, faults
from bylint_checks._wording import barred

_LOST = frozenset("?\ufffd")


@check(Severity.ERROR, confidence=0.96, fixes=Applicability.SAFE)
def mojibake(name: Name, names: Names) -> Iterator[Finding]:
    text = str(name)
    if text.isascii() and not {"?", "&"}.intersection(text):
        return
    if name.first and _LOST.intersection(text):
        yield _lost_letter(name, names)
        return
    parts = [part for part in (_part(*field) for field in fields(name)) if part.problems]
    if not parts:
        return
    fix = None
    if all(part.new is not None for part in parts):
        changes = tuple(Change(Location(field=part.field), part.old, part.new or "") for part in parts)
        is_safe = all(part.is_safe for part in parts)
        fix = Fix(changes=changes, applicability=Applicability.SAFE if is_safe else Applicability.SUGGEST)
    said = "; ".join(f"the {part.field} name {' and '.join(part.problems)}" for part in parts)
    yield Finding(message=f"“{name}”: {said}", location=Location(field=parts[0].field), fix=fix)


class _Part(NamedTuple):
    """A field of a name, what is wrong with it, and what it should be, where this is known."""

    field: str
    old: str
    new: str | None
    problems: list[str]
    is_safe: bool


def _part(field: str, text: str) -> _Part:
    new = composed(text)
    problems = ["has accents apart from their letters"] if new != text else []
    found = [] if text.isascii() and "&" not in text else list(faults(new))
    for fault in found:
        new = fault.repaired or new
    is_known = all(fault.repaired is not None for fault in found) and next(faults(new), None) is None
    return _Part(field, text, new if is_known else None, problems + [fault.said for fault in found], not found)


def _lost_letter(name: Name, names: Names) -> Finding:
    """A finding of a sign for a letter that an encoding did not have, with the letter if one other name tells it."""
    field = "first" if _LOST.intersection(name.first or "") else "last"
    sign = next(sign for sign in getattr(name, field) if sign in _LOST)
    whole = [other for other in _by_plain_letters(names).get(_plain(name), ()) if not _LOST.intersection(str(other))]
    message = f"“{name}”: the {field} name holds “{sign}” in the place of a letter"
    if len(whole) != 1:
        return Finding(message=message, location=Location(field=field))
    return Finding(
        message=message,
        location=Location(field=field),
        evidence=(outnumbered(name, whole[0], names),),
        fix=Fix(changes=renaming(name, whole[0])),
    )


def _plain(name: Name) -> str:
    """A name with one sign for all that is not ASCII."""
    return barred(name).encode("ascii", "replace").decode()


@lru_cache(maxsize=1)
def _by_plain_letters(names: Names) -> dict[str, list[Name]]:
    found: dict[str, list[Name]] = {}
    for name in names:
        if not str(name).isascii():
            found.setdefault(_plain(name), []).append(name)
    return found
