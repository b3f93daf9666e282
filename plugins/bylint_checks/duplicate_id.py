"""
Two papers have one id.

## Why it matters

An id is an address. Behind two papers of one address a reader finds only one of them, and every link, key and
decision about the other goes astray.

## Example

    {"id": "x-1", "title": "One"}
    {"id": "x-1", "title": "Another"}

## What to do

Give the later paper the next free id, or take it out if it is the same paper again.

## Quiet on

Nothing: an id stands once.
"""

from collections.abc import Iterator

from bylint import Corpus, Evidence, Finding, Paper, Severity, check


@check(Severity.ERROR, confidence=0.98)
def duplicate_id(corpus: Corpus) -> Iterator[Finding]:
    first_of: dict[str, Paper] = {}
    for paper in corpus.papers:
        first = first_of.setdefault(paper.id, paper)
        if first is not paper:
            where = " of this file" if first.path == paper.path else ""
            yield Finding(
                message=f"{paper.id} is the id of two papers{where}, “{first.title}” and “{paper.title}”",
                location=paper.at("id"),
                papers=(paper.id,),
                evidence=() if where else (Evidence(text="the other one", location=first.at("id"), kind="record"),),
            )
