"""
Two papers have one DOI.

## Why it matters

A DOI is the address of one publication: for one of the papers, whoever follows it arrives at another.

## Example

    {"id": "x-1", "title": "One", "doi": "10.1162/x.2010.1"}
    {"id": "x-2", "title": "Other", "doi": "https://doi.org/10.1162/X.2010.1"}

## What to do

Follow the DOI, and correct it on the paper that it does not lead to. Where both records are one publication, take one
of them out.

## Quiet on

DOIs that differ in more than case and the address before them. A record that stands twice under one id.
"""

import re
from collections.abc import Iterator

from bylint import Corpus, Evidence, Finding, Paper, Severity, check

_ADDRESS = re.compile(r"(?:https?://(?:dx\.|www\.)?doi\.org/|doi:\s*)", re.IGNORECASE)


@check(Severity.ERROR, needs=("doi",))
def duplicate_doi(corpus: Corpus) -> Iterator[Finding]:
    papers: dict[str, dict[str, Paper]] = {}
    for paper in corpus.papers:
        if paper.doi and (doi := _bare(paper.doi)):
            papers.setdefault(doi, {}).setdefault(paper.id, paper)
    for doi, by_id in papers.items():
        first, *others = by_id.values()
        if others:
            yield Finding(
                message=f"{others[0].id} has the DOI of {first.id}, {doi}",
                location=others[0].at("doi"),
                about=doi,
                papers=(first.id, *(paper.id for paper in others)),
                evidence=tuple(_title(paper) for paper in (first, *others)),
            )


def _bare(doi: str) -> str:
    """A DOI as it is compared: without an address, in lower case."""
    text = doi.strip()
    address = _ADDRESS.match(text)
    return text[address.end() :].lower() if address else text.lower()


def _title(paper: Paper) -> Evidence:
    return Evidence(text=f"{paper.id} is “{paper.title}”", kind="title", location=paper.at("doi"), papers=(paper.id,))
