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

Two files that hold the same papers, as a list and what was exported from it to another bibliography, are one finding,
and less sure, because that may be on purpose; `exclude` in the settings leaves one of them out.
"""

from collections.abc import Iterator, Mapping, Sequence

from bylint import Corpus, Evidence, Finding, Paper, Severity, check, doi_key
from bylint_checks._two_bylines import letters

_COPIED = 5
"""Papers of one DOI and title that two files must share for one to be a copy of the other."""
_OF_FILES = 0.6


@check(Severity.ERROR, needs=("doi",))
def duplicate_doi(corpus: Corpus) -> Iterator[Finding]:
    papers: dict[str, dict[str, Paper]] = {}
    for paper in corpus.papers:
        if doi := doi_key(paper):
            papers.setdefault(doi, {}).setdefault(paper.id, paper)
    shared = {doi: tuple(by_id.values()) for doi, by_id in papers.items() if len(by_id) > 1}
    copies = _copies(shared)
    for (left, right), dois in copies.items():
        yield Finding(
            message=f"{left} and {right} hold the same papers: {len(dois)} DOIs and their titles stand in both",
            location=shared[dois[0]][1].at("doi"),
            confidence=_OF_FILES,
            about=f"{left} {right}",
            papers=tuple(paper.id for paper in shared[dois[0]]),
            evidence=tuple(_title(paper) for paper in shared[dois[0]]),
        )
    told = {doi for dois in copies.values() for doi in dois}
    for doi, (first, *others) in shared.items():
        if doi not in told:
            yield Finding(
                message=f"{others[0].id} has the DOI of {first.id}, {doi}",
                location=others[0].at("doi"),
                about=doi,
                papers=(first.id, *(paper.id for paper in others)),
                evidence=tuple(_title(paper) for paper in (first, *others)),
            )


def _copies(shared: Mapping[str, Sequence[Paper]]) -> dict[tuple[str, str], list[str]]:
    """The pairs of files that have many papers in common, by DOI and title, with these DOIs."""
    found: dict[tuple[str, str], list[str]] = {}
    for doi, (first, second, *more) in shared.items():
        if first.path != second.path and not more and letters(first.title) == letters(second.title):
            found.setdefault((first.path, second.path), []).append(doi)
    return {files: dois for files, dois in found.items() if len(dois) >= _COPIED}


def _title(paper: Paper) -> Evidence:
    return Evidence(text=f"{paper.id} is “{paper.title}”", kind="title", location=paper.at("doi"), papers=(paper.id,))
