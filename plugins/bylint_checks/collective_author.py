"""
An author is a group, a language model, or nobody.

## Why it matters

A group that is cut into first and last name is listed as a person: “Team, R&d”. A language model cannot answer for a
paper, and “Anonymous” was left over from the review. Whoever wrote the paper is not listed, and gets no page.

## Example

    {"id": "x-1", "title": "T", "authors": [{"first": "R&d", "last": "Team"}]}
    {"id": "x-2", "title": "T", "authors": [{"first": "Chatgpt-4", "last": "C-Lara-Instance"}]}

## What to do

Look at the PDF. List the people where it names them. Where it prints the group, write the whole name of the group
into the last name and leave the first name empty.

## Quiet on

A group whose name stands whole in the last name, as `The LOLITA Group` does: it was entered with care, and is
printed so. People called Claude, or by a word that a group would use, such as Company in “Juan Soler Company”. Groups
that only a reader can tell from people, such as the names of firms.
"""

from collections.abc import Iterator

from bylint import Finding, Name, Severity, check
from bylint_checks._collectives import kind_of_collective


@check(Severity.NOTE, confidence=0.95)
def collective_author(name: Name) -> Iterator[Finding]:
    kind = kind_of_collective(name)
    if kind and (name.first or kind != "a group"):
        yield Finding(message=f"“{name}” is {'nobody’s name' if kind == 'nobody' else f'the name of {kind}'}")
