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

Nicknames in parentheses or quotation marks, the stroke of “H/Mariam”, “Nyberg 3rd”, names of groups, and what LaTeX
or a wrong encoding has left behind, which is not one sign too many.
"""

import re
from collections.abc import Iterator

from bylint import Finding, Location, Name, Severity, check

_ADDRESS = re.compile(r"\S+@\S+\.\w+")
_SIGN = re.compile(r"[†‡*∗⁎＊§¶#✉@_<>^~¹²³⁰⁴-⁹]")
_NUMBER = re.compile(r"(?<=[^\W\d_])\d+(?!\w)")
_SUSPECT = re.compile(rf"{_SIGN.pattern}|[0-9]")
_LATEX = re.compile(r"[\\{}$]")


@check(Severity.ERROR, confidence=0.98)
def stray_character(name: Name) -> Iterator[Finding]:
    fields = {"last": name.last} if name.first == name.last else {"first": name.first, "last": name.last}
    for field, text in fields.items():
        if not text or not _SUSPECT.search(text) or _LATEX.search(text):
            continue
        if _ADDRESS.search(text):
            yield Finding(message=f"“{text}” is an e-mail address", location=Location(field=field))
        elif sign := _SIGN.search(text) or (_NUMBER.search(text) if name.first else None):
            yield Finding(message=f"“{name}” holds “{sign[0]}”", location=Location(field=field))
