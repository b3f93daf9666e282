"""Clustering: average linkage with a share of nearest neighbours, many pages at a time."""

from dataclasses import dataclass

import numpy
from numpy.typing import NDArray

from bylint.disambiguation.rows import Numbers

Floats = NDArray[numpy.float64]

NEAREST = 0.3
"""Share of the mean nearest-neighbour evidence of the smaller group; the rest is the mean of all pairs."""
APART, TOGETHER = -1e9, 1e4
"""Evidence that keeps two places apart, or joins them, whatever else there is."""


@dataclass(frozen=True, slots=True)
class Merge:
    """Two groups of one page that came together."""

    left: Numbers
    right: Numbers
    evidence: float


@dataclass(frozen=True, slots=True)
class Clustering:
    """The groups of one page, and what stands between them."""

    groups: tuple[Numbers, ...]
    """Places from 0, rising; the largest group first, then by first place."""
    links: Floats
    """Evidence that two groups are one person, at most 0 where the clustering stopped; -inf on the diagonal."""
    merges: tuple[Merge, ...] = ()
    """Every merge in order, beyond the groups until all is one; only where asked for."""


def cluster(pages: list[Floats], *, whole: bool = False) -> list[Clustering]:
    """Merge the two groups with the strongest evidence while it is above 0, in each page by itself.

    `pages` are symmetric matrices of evidence in nats for "one person", for pages of about equal size: they are worked
    together, padded to the largest. `whole` goes on to the end and keeps every merge.
    """
    size = max(map(len, pages))
    total = numpy.full((len(pages), size, size), -numpy.inf)
    for number, matrix in enumerate(pages):
        total[number, : len(matrix), : len(matrix)] = matrix
    return _Linkage(total, numpy.array([len(matrix) for matrix in pages]), whole=whole).run()


class _Linkage:
    """Groups are named by their first place; a merged group's row and column lie dead."""

    def __init__(self, similarity: Floats, lengths: Numbers, *, whole: bool) -> None:
        count, size, _ = similarity.shape
        self.lengths, self.whole = lengths, whole
        self.score = similarity.copy()
        diagonal = numpy.arange(size)
        self.score[:, diagonal, diagonal] = -numpy.inf
        self.total = numpy.where(numpy.isneginf(self.score), 0.0, self.score)  # sum over the pairs of two groups
        self.best = self.total.copy()  # place x group: the place's best pair in the group
        self.best_sum = self.total.copy()  # group x group: the sum of `best` over the places of the first
        self.group_of = numpy.repeat(diagonal[None], count, axis=0)
        self.sizes = numpy.ones((count, size))
        self.found: list[Clustering | None] = [None] * count
        self.merges: list[list[Merge]] = [[] for _ in range(count)]

    def run(self) -> list[Clustering]:
        """Merge until every page is done."""
        running = numpy.arange(len(self.found))
        size = self.score.shape[1]
        while len(running):
            score = self.score if len(running) == len(self.score) else self.score[running]
            place = score.reshape(len(running), -1).argmax(axis=1)
            left, right = numpy.divmod(place, size)
            strongest = self.score[running, left, right]
            for number in running[strongest <= 0].tolist():
                self.found[number] = self.found[number] or self._groups(number)
            going = strongest > (-numpy.inf if self.whole else 0.0)
            running, strongest = running[going], strongest[going]
            first, second = numpy.minimum(left, right)[going], numpy.maximum(left, right)[going]
            if self.whole:
                self._note(running, first, second, strongest)
            self._merge(running, first, second)
        return [
            Clustering(found.groups, found.links, tuple(merges))
            for found, merges in zip(self.found, self.merges, strict=True)
            if found is not None
        ]

    def _merge(self, page: Numbers, left: Numbers, right: Numbers) -> None:
        self.total[page, left] += self.total[page, right]
        self.total[page, :, left] += self.total[page, :, right]
        self.best_sum[page, left] += self.best_sum[page, right]
        self.best[page, :, left] = numpy.maximum(self.best[page, :, left], self.best[page, :, right])
        self.group_of[page] = numpy.where(self.group_of[page] == right[:, None], left[:, None], self.group_of[page])
        self.sizes[page, left] += self.sizes[page, right]
        self.best_sum[page, :, left] = self._summed(self.group_of[page], self.best[page, :, left])
        self.score[page, right] = -numpy.inf
        self.score[page, :, right] = -numpy.inf
        fresh = self._evidence(page, left)
        fresh[numpy.isneginf(self.score[page, left])] = -numpy.inf
        self.score[page, left] = fresh
        self.score[page, :, left] = fresh

    @staticmethod
    def _summed(group_of: Numbers, values: Floats) -> Floats:
        """The sum of a value of every place over the places of each group, page by page."""
        pages, size = values.shape
        keys = group_of + numpy.arange(pages)[:, None] * size
        sums = numpy.bincount(keys.ravel(), values.ravel(), pages * size)
        return sums.astype(float, copy=False).reshape(pages, size)

    def _evidence(self, page: Numbers, group: Numbers) -> Floats:
        """The evidence between a group and every other one of its page."""
        own = self.sizes[page, group][:, None]
        sizes = self.sizes[page]
        mean = self.total[page, group] / (own * sizes)
        from_own, from_other = self.best_sum[page, group] / own, self.best_sum[page, :, group] / sizes
        near = numpy.where(own < sizes, from_own, numpy.where(own > sizes, from_other, (from_own + from_other) / 2))
        evidence: Floats = (1 - NEAREST) * mean + NEAREST * near
        return evidence

    def _groups(self, number: int) -> Clustering:
        members: dict[int, list[int]] = {}
        for place, group in enumerate(self.group_of[number, : self.lengths[number]].tolist()):
            members.setdefault(group, []).append(place)
        live = sorted(members, key=lambda group: (-len(members[group]), members[group][0]))
        groups = tuple(numpy.array(members[group], numpy.int64) for group in live)
        return Clustering(groups, self.score[number][numpy.ix_(live, live)])

    def _note(self, pages: Numbers, left: Numbers, right: Numbers, strongest: Floats) -> None:
        for page, first, second, evidence in zip(
            pages.tolist(), left.tolist(), right.tolist(), strongest.tolist(), strict=True
        ):
            group_of = self.group_of[page]
            merged = Merge(numpy.flatnonzero(group_of == first), numpy.flatnonzero(group_of == second), evidence)
            self.merges[page].append(merged)
