"""
A name holds a character of HTML that nobody has turned into a letter.

## Why it matters

“Jos&eacute;” comes from a web page, or went through a program that escaped it once too often. No reader writes it so,
no search finds it, and a list of names that is cut at its semicolons is cut in the middle of the name.

## Example

    {"id": "x-1", "title": "T", "authors": [{"first": "Jos&eacute; Antonio", "last": "Minarro-Gim&eacute;nez"}]}

## What to do

Write the letter. The suggestion is what a browser would show; there is none where the semicolon is missing, since the
rest of the name may stand in the next entry.

## Quiet on

The sign “&” in the names of groups and firms: “AT&T”, “R&D”, “Skaarup & Jespersen”; words that HTML does not know.

Four such names are in the reference lists that this was tried on, all in one file, and all were right: too few for a
measure, so the confidence is an estimate. In the ACL Anthology of October 2024 there is none.
"""

import re
from collections.abc import Iterator

from bylint import Applicability, Change, Finding, Fix, Location, Name, Severity, check
from bylint_checks._fields import fields

_WRITTEN = re.compile(r"&(?:amp;)*(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30})(?:;|$)")


@check(Severity.ERROR, confidence=0.97, fixes=Applicability.SUGGEST)
def html_entity_in_name(name: Name) -> Iterator[Finding]:
    found = [(field, text, written) for field, text in fields(name) if "&" in text for written in _entities(text)]
    if not found:
        return
    texts = dict.fromkeys((field, text) for field, text, _ in found)
    is_whole = all(written.endswith(";") for _, _, written in found)
    changes = tuple(Change(Location(field=field), text, _shown(text)) for field, text in texts)
    shown = "” and “".join(dict.fromkeys(written for _, _, written in found))
    yield Finding(
        message=f"“{name}”: “{shown}” is HTML for a character",
        location=Location(field=found[0][0]),
        fix=Fix(changes=changes) if is_whole else None,
    )


def _entities(text: str) -> Iterator[str]:
    """What stands for other characters in a text."""
    for match in _WRITTEN.finditer(text):
        if _shown(match[0].rstrip(";") + ";") not in {match[0], match[0].rstrip(";") + ";"}:
            yield match[0]


def _shown(text: str) -> str:
    """What a browser shows for a text, however often it was escaped."""
    from html import unescape  # a table of two thousand entities

    while (after := unescape(text)) != text:
        text = after
    return text
