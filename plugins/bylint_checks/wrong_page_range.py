"""
The pages of a paper run backwards, cannot be, or are those of another paper.

## Why it matters

Pages are cited. A digit too many or too few comes from typing, and one range on two papers from a list that slipped
by a line; then the papers after it may be wrong too.

## Example

    {"id": "x-1", "title": "T", "pages": "666–106", "volume": "x"}

And of ranges that meet:

    {"id": "x-1", "title": "T", "pages": "1–18", "volume": "x"}
    {"id": "x-2", "title": "T", "pages": "19–153", "volume": "x"}
    {"id": "x-3", "title": "T", "pages": "119–153", "volume": "x"}
    {"id": "x-4", "title": "T", "pages": "154–170", "volume": "x"}

## What to do

Look at the first and the last page of the PDF. Overlaps of one volume are one finding, because one slip often makes
several; look at the papers around them, too.

## Quiet on

Roman numbers, article numbers and single pages. A shortened last page, “194–95”. A paper that begins on the page on
which another one ends. Ranges that begin at page 1, as talks and demonstrations do that are counted by themselves, and
a volume in which a third of the ranges overlap, which counts its parts by themselves: the microfiches of J75 do.
Papers of no volume.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from bylint import Evidence, Finding, Paper, Severity, Volume, check
from bylint_checks._pages import page_range

_OPEN = re.compile(r".*[0-9]\s*[-‐-―−]")
_LONGEST = 1000
"""Pages that no paper has; the longest in the ACL Anthology has 136."""
_LONGEST_TEXT = 60
_PARTS = 1 / 3
"""The share of overlapping ranges from which on a volume counts its parts by themselves."""
_NAMED = 10


class _Range(NamedTuple):
    first: int
    last: int
    paper: Paper


@check(Severity.WARNING, confidence=0.95, needs=("pages", "volume_id"))
def wrong_page_range(volume: Volume) -> Iterator[Finding]:
    ranges = []
    for paper in volume.papers:
        text = (paper.pages or "").strip()
        if found := page_range(text):
            first, last = found
            if first <= last < first + _LONGEST:
                ranges.append(_Range(first, last, paper))
            else:
                told = "run backwards" if last < first else f"are {last - first + 1}"
                yield _of_paper(paper, f"the pages of {paper.id}, “{text}”, {told}")
        elif _OPEN.fullmatch(text) or len(text) > _LONGEST_TEXT:
            yield _of_paper(paper, f"what {paper.id} has as pages is no range, “{_brief(text)}”")
    overlaps = _overlaps(ranges)
    if overlaps and len(overlaps) < _PARTS * len(ranges):
        overlaps = [pair for pair in overlaps if all(item.first > 1 for item in pair)]
        if overlaps:
            yield _of_volume(volume, overlaps)


def _brief(text: str) -> str:
    return text if len(text) <= _LONGEST_TEXT else f"{text[:_LONGEST_TEXT]}..."


def _of_paper(paper: Paper, message: str) -> Finding:
    return Finding(message=message, location=paper.at("pages"), about=paper.id, papers=(paper.id,))


def _overlaps(ranges: Iterable[_Range]) -> list[tuple[_Range, _Range]]:
    """Each range that begins before the last page of another, after that other one."""
    found = []
    furthest: _Range | None = None
    for item in sorted(ranges, key=lambda item: item[:2]):
        if furthest is not None and item.first < furthest.last:
            found.append((furthest, item))
        if furthest is None or item.last > furthest.last:
            furthest = item
    return found


def _of_volume(volume: Volume, overlaps: Sequence[tuple[_Range, _Range]]) -> Finding:
    papers = list(dict.fromkeys(item.paper for pair in overlaps for item in pair))
    before, after = (item.paper for item in overlaps[0])
    more = f", the first of {len(overlaps)} overlaps in {volume.id}" if len(overlaps) > 1 else ""
    return Finding(
        message=f"the pages of {after.id}, “{after.pages}”, overlap with those of {before.id}, “{before.pages}”{more}",
        location=after.at("pages"),
        about="overlap",
        papers=tuple(paper.id for paper in papers),
        evidence=tuple(
            Evidence(
                text=f"{paper.id} has “{paper.pages}”", kind="pages", location=paper.at("pages"), papers=(paper.id,)
            )
            for paper in papers[:_NAMED]
        ),
    )
