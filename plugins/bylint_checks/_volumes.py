"""Faults of many records told once for each volume."""

from collections.abc import Hashable, Iterable, Iterator
from typing import TypeVar

from bylint import Paper

Fault = TypeVar("Fault", bound=Hashable)
_STYLE = 3
"""As many records of a volume with one fault may be slips; more of them were made by one hand or one program."""


def by_volume(faults: Iterable[tuple[Fault, Paper]]) -> Iterator[tuple[Fault, tuple[Paper, ...]]]:
    """Every fault with its papers: those of a volume together where they are many, else one by one."""
    held: dict[tuple[Fault, str | None], list[Paper]] = {}
    for fault, paper in faults:
        held.setdefault((fault, paper.volume_id), []).append(paper)
    for (fault, volume), papers in held.items():
        if volume is not None and len(papers) > _STYLE:
            yield fault, tuple(papers)
        else:
            yield from ((fault, (paper,)) for paper in papers)
