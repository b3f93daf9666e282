"""
A name holds a sign that is no part of any name.

## Why it matters

Daggers, stars and numbers point from a byline to a footnote, and come along when a byline is copied. “Yuki Arase†”
has a page of its own, apart from Yuki Arase. An e-mail address in a name is a person nobody will find.

## Example

    {"id": "x-1", "title": "T", "authors": [{"first": "Yuki", "last": "Arase†"}]}

## What to do

Take the sign out. For an e-mail address, find the name in the PDF.

## Quiet on

Nicknames in parentheses or quotation marks, the stroke of “H/Mariam”, “Nyberg 3rd”, a number that stands alone,
names of groups and language models, and what LaTeX or a wrong encoding has left behind, which is not one sign too
many.
"""

import re
from collections.abc import Iterator

from bylint import Applicability, Change, Finding, Fix, Location, Name, Severity, check

_MARKS = "†‡*∗⁎⋆＊§¶_<>¹²³⁰⁴-⁹☀-➿"
_SUSPECT = re.compile(rf"[{_MARKS}@0-9]")
_ADDRESS = re.compile(r"[^\s@]@[^\s@]+\.\w")
_SIGN = re.compile(rf"[{_MARKS}]|(?<=\w)@(?!\w)|(?<!\w)@(?=\w)")
_NUMBER = re.compile(r"(?<=[^\W\d_])\d+(?!\w)")
_IN_CAPITALS = re.compile(r"[A-Z]+[0-9]+")
_LETTER = re.compile(r"[^\W\d_]")
_ELSEWHERE = re.compile(r"[\\{}$?\ufffd]|[À-Þ][\x80-\xbf†‡•…–—‘’‚“”„‹›€™ˆ˜]")
"""LaTeX, lost letters, and UTF-8 that was read as Latin-1, in which “ć” ends with a double dagger."""

_POINTERS = re.compile(r"[\s†‡*∗⁎⋆＊0-9¹²³⁰⁴-⁹]+")
"""What leads from the end of a name to a footnote and can be no part of it."""


@check(Severity.ERROR, confidence=0.98, fixes=Applicability.SAFE)
def stray_character(name: Name) -> Iterator[Finding]:
    fields = {"last": name.last} if name.first == name.last else {"first": name.first, "last": name.last}
    for field, text in fields.items():
        if not text or text.isalpha():
            continue
        if not _LETTER.search(text):
            if field == "first" and text.strip() and not _ELSEWHERE.search(text):
                place = Location(field=field)
                yield Finding(
                    message=f"“{name}”: the first name is “{text}”", location=place, fix=_fix(place, text, "")
                )
        elif not _SUSPECT.search(text) or _ELSEWHERE.search(text):
            continue
        elif _ADDRESS.search(text):
            yield Finding(message=f"“{text}” is an e-mail address", location=Location(field=field))
        elif sign := _sign(text, is_group=name.first is None):
            place = Location(field=field)
            new = _without_signs(text, is_group=name.first is None)
            yield Finding(message=f"“{name}” holds “{sign}”", location=place, fix=_fix(place, text, new))


def _fix(place: Location, text: str, new: str | None) -> Fix | None:
    """The text without the signs: safe where they only end it."""
    if new is None:
        return None
    is_end = bool(new) and text.startswith(new) and _POINTERS.fullmatch(text, len(new))
    return Fix(
        changes=(Change(place, text, new),), applicability=Applicability.SAFE if is_end else Applicability.SUGGEST
    )


def _without_signs(text: str, *, is_group: bool) -> str | None:
    """A text without its stray signs; None where they are markup, or leave nothing that could be a name."""
    if "<" in text and ">" in text:
        return None
    new = _SIGN.sub("", re.sub(r"(?<=\w)_+(?=\w)", " ", text))
    if not is_group:
        new = re.sub(r"\S+", lambda word: word[0] if _IN_CAPITALS.fullmatch(word[0]) else _NUMBER.sub("", word[0]), new)
    new = re.sub(" {2,}", " ", new).strip().rstrip(",; ")
    is_clean = _LETTER.search(new) and not _ADDRESS.search(new) and not _sign(new, is_group=is_group)
    return new if is_clean else None


def _sign(text: str, *, is_group: bool) -> str:
    """The first stray sign, or else the number that hangs on a word; empty for none."""
    if match := _SIGN.search(text):
        return match[0]
    if is_group:
        return ""
    words = [word for word in text.split() if not _IN_CAPITALS.fullmatch(word)]
    return next((match[0] for match in map(_NUMBER.search, words) if match), "")
