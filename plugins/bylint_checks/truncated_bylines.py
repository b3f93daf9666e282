"""
The bylines of a volume stop at a fixed number of authors.

## Why it matters

A tool that takes ten authors and no more leaves out the eleventh of every paper in the volume. They miss the paper on
their pages, and nobody sees it in any single record: a list of ten authors is nothing odd.

## Example

    {"id": "v-1", "volume": "v", "authors": [{"last": "A"}, {"last": "B"}, {"last": "C"}, {"last": "D"}, {"last": "E"}]}
    {"id": "v-2", "volume": "v", "authors": [{"last": "A"}, {"last": "B"}, {"last": "C"}, {"last": "D"}, {"last": "F"}]}
    {"id": "v-3", "volume": "v", "authors": [{"last": "A"}, {"last": "B"}, {"last": "C"}, {"last": "D"}, {"last": "G"}]}
    {"id": "v-4", "volume": "v", "authors": [{"last": "A"}, {"last": "B"}, {"last": "C"}, {"last": "D"}, {"last": "H"}]}
    {"id": "v-5", "volume": "v", "authors": [{"last": "A"}, {"last": "B"}, {"last": "C"}, {"last": "D"}, {"last": "I"}]}
    {"id": "v-6", "volume": "v", "authors": [{"last": "A"}, {"last": "B"}, {"last": "C"}, {"last": "D"}, {"last": "J"}]}
    {"id": "v-7", "volume": "v", "authors": [{"last": "A"}, {"last": "B"}, {"last": "C"}, {"last": "D"}, {"last": "K"}]}
    {"id": "v-8", "volume": "v", "authors": [{"last": "A"}, {"last": "B"}, {"last": "C"}, {"last": "D"}, {"last": "L"}]}

## What to do

Open one of the papers with most authors and compare the PDF. If the list goes on there, take the bylines of the whole
volume from its source again.

## Quiet on

Volumes whose longest list could end there by chance. Of papers with at least k authors, about two in five have exactly
k; this, and how the lists just below the longest end, says how likely it is that all papers that reach the longest
list stop there. The check speaks from one in ten thousand. Lists of fewer than five authors.

No volume of the ACL Anthology of October 2024 is found: the likeliest wall there has odds of one in five
hundred. With all its bylines cut at ten authors, 40 of the 398 volumes that lose an author are found, and they hold
half of the authorships lost: in a small volume too few papers reach the wall to tell.
"""

from collections import Counter
from collections.abc import Iterator
from math import log10

from bylint import Evidence, Finding, Severity, Volume, check

_LEAST_CAP = 5
"""Shorter lists end where the papers of a small volume end."""
_ENDING = 0.42
"""Of papers with at least k authors, how many have exactly k: .41 to .46 in the ACL Anthology for k from 4 to 9."""
_PRIOR = 10
"""Papers that this is worth beside those of the volume."""
_CHANCE = -4
"""The logarithm of how unlikely a wall must be by chance."""


@check(Severity.ERROR, confidence=0.9, needs=("volume_id",))
def truncated_bylines(volume: Volume) -> Iterator[Finding]:
    lengths = Counter(len(paper.authorships) for paper in volume.papers)
    longest = max(lengths, default=0)
    if longest < _LEAST_CAP or lengths[longest] * log10(_ending(lengths, longest)) > _CHANCE:
        return
    at_the_wall = [paper for paper in volume.papers if len(paper.authorships) == longest]
    yield Finding(
        message=(
            f"the bylines of {volume.id} stop at {longest} authors: "
            f"{len(at_the_wall)} papers have so many, {lengths[longest - 1]} have one fewer, none has more"
        ),
        papers=tuple(paper.id for paper in at_the_wall),
        evidence=tuple(
            Evidence(text=f"{paper.id} ends with {paper.authorships[-1].name}", location=paper.authorships[-1].location)
            for paper in at_the_wall[:3]
        ),
    )


def _ending(lengths: Counter[int], longest: int) -> float:
    """How many papers that reach one of the two lengths below the longest stop there: from the volume and beyond."""
    below = longest - 1, longest - 2
    stopped = sum(lengths[length] for length in below)
    reached = sum(count for least in below for length, count in lengths.items() if length >= least)
    return (stopped + _ENDING * _PRIOR) / (reached + _PRIOR)
