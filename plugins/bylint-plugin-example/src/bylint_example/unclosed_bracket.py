"""
A title opens a bracket that it never closes.

## Why it matters

Mostly the end of the title was cut off when it was copied, or a markup command was taken apart. Reference managers
that write BibTeX hand an unbalanced brace on, and there the file of every reader breaks.

## Example

    {"id": "x-1", "title": "A Survey of Brackets (in Portuguese", "authors": [{"first": "Ada", "last": "Lovelace"}]}

## What to do

Compare the title with the first page of the paper, and write what is missing.

## Quiet on

A bracket that is closed but was never opened, as in “1) What is a Name?”; quotation marks, because every language
closes them in its own way. Say in `pairs` what is a bracket to you.
"""

# Annotations may be deferred, and what only the return type needs may be imported for type checkers alone; the types
# of the parameters may not.
from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from bylint import Evidence, Finding, Location, Options, Paper, Severity, check
from pydantic import Field

from bylint_example._brackets import unclosed

if TYPE_CHECKING:
    from collections.abc import Iterator


class Brackets(Options):
    """What a repository may set in [tool.bylint.checks."example/unclosed-bracket"]."""

    pairs: tuple[Annotated[str, Field(min_length=2, max_length=2)], ...] = ("()", "[]", "{}")
    """Each an opening sign and the sign that closes it."""


@check(Severity.WARNING, confidence=0.95)
def unclosed_bracket(paper: Paper, brackets: Brackets) -> Iterator[Finding]:
    for pair in brackets.pairs:
        for position in unclosed(paper.title, *pair)[:1]:
            yield Finding(
                message=f"the title opens “{pair[0]}” and does not close it",
                location=Location(field="title"),
                evidence=(Evidence(text=f"it reads “{paper.title[position:]}” from there on"),),
                about=pair,
            )
