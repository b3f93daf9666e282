"""
A paper has no title.

## Why it matters

Nobody finds a paper without a title, and none can cite it.

## Example

    {"id": "x-1", "title": "", "authors": [{"first": "Ada", "last": "Lovelace"}]}

## What to do

Copy the title from the PDF. The title of a volume's front matter is the volume's.

## Quiet on

A title of one sign, which is short but a title.
"""

from collections.abc import Iterator

from bylint import Finding, Location, Paper, Severity, check


@check(Severity.ERROR, confidence=0.98)
def missing_title(paper: Paper) -> Iterator[Finding]:
    if not paper.title.strip():
        what = "the volume of " if paper.is_front_matter else ""
        yield Finding(message=f"{what}{paper.id} has no title", location=Location(field="title"))
