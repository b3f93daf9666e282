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

Ids that are citation keys, as in BibTeX: those are for duplicate-key. An id that is the paper's DOI is less sure in two
files: a journal keeps an article beside what it deposited of it, and both are called so.
"""

from collections.abc import Iterator

from bylint import Corpus, Evidence, Finding, Paper, Severity, check

_ONE_WORK = 0.4
"""For two records of one DOI in two files."""


@check(Severity.ERROR, confidence=0.98)
def duplicate_id(corpus: Corpus) -> Iterator[Finding]:
    first_of: dict[str, Paper] = {}
    for paper in corpus.papers:
        first = first_of.setdefault(paper.id, paper)
        if first is not paper and not paper.id == paper.key == first.key:
            where = " of this file" if first.path == paper.path else ""
            yield Finding(
                message=f"{paper.id} is the id of two papers{where}, “{first.title}” and “{paper.title}”",
                location=paper.at("id"),
                confidence=_ONE_WORK if first.path != paper.path and paper.id == paper.doi == first.doi else None,
                papers=(paper.id,),
                evidence=() if where else (Evidence(text="the other one", location=first.at("id"), kind="record"),),
            )
