"""
Papers of a volume have no abstract.

## Why it matters

Readers decide by the abstract, and search and recommendation live on it. Where most of a volume has one, the others
were lost on the way.

## Example

    {"id": "x-1", "title": "One", "volume": "x", "abstract": "We show it."}
    {"id": "x-2", "title": "Two", "volume": "x"}

## What to do

Copy the abstracts from the PDFs, or ask the editors for their export. The check is off by default, because thousands
of old papers were printed without one; select it for what is to be published, as in
`bylint check --select missing-abstract data/xml/2025.acl.xml`.

## Quiet on

Front matter; what has three pages at most, as book reviews and summaries of talks do. A volume most of whose papers
have no abstract, and which so is of a time or a kind that prints none.
"""

from collections.abc import Iterator

from bylint import Finding, Severity, Volume, check
from bylint_checks._evidence import titled
from bylint_checks._pages import page_count

_CUSTOM = 0.5
"""The share of papers with an abstract from which on the volume prints them."""
_SHORT = 3
"""Pages of what is printed without an abstract."""
_NAMED = 5


@check(Severity.NOTE, confidence=0.9, by_default=False, needs=("abstract", "volume_id"))
def missing_abstract(volume: Volume) -> Iterator[Finding]:
    papers = [paper for paper in volume.papers if (page_count(paper.pages) or _SHORT + 1) > _SHORT]
    without = [paper for paper in papers if not (paper.abstract or "").strip()]
    if not without or len(papers) - len(without) < _CUSTOM * len(papers):
        return
    count = len(volume.papers)
    many = f"{len(without)} of its {count} papers have" if len(without) > 1 else f"one of its {count} papers has"
    yield Finding(
        message=f"{volume.id}: {many} no abstract",
        location=without[0].location,
        papers=tuple(paper.id for paper in without),
        evidence=tuple(map(titled, without[:_NAMED])),
    )
