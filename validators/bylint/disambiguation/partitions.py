"""From the evidence between papers to the people behind a page, and how sure that is."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy
from numpy.typing import NDArray

from bylint.disambiguation import groups
from bylint.disambiguation.index import LARGEST_TEAM
from bylint.disambiguation.linkage import Clustering, cluster
from bylint.disambiguation.model import PAGE_FEATURES, Model, page_statistics, sigmoid
from bylint.disambiguation.pairs import FEATURES, Matrices, PairEvidence, features
from bylint.disambiguation.rows import Numbers

Floats = NDArray[numpy.float64]

STRONGEST = 6.0
"""One pair's evidence is capped at so many nats: no pair decides alone."""
MET_IN_A_CROWD = 1.0
"""Nats that two papers of large teams have at least, if they share a co-author.

Co-authors of such papers do not count as acquainted, so that the model would take many shared ones for strangers.
"""
_TOGETHER = 64
"""Places whose matrices are made in one go: more would mostly hold pairs of two pages."""
_CLUSTERED_TOGETHER = 2048


@dataclass(frozen=True, slots=True)
class Unit:
    """What is to be split into people: the authorships of a page, or of a name."""

    places: Numbers
    """The number of the paper of each."""
    owners: frozenset[int]
    """The pages it is about: they are no co-authors of themselves."""
    expected: float
    """Expected namesakes."""
    constraints: Floats | None = None
    """What is known already, added to the evidence: APART, TOGETHER or 0."""


class Judgement(NamedTuple):
    """The people that are seen in a unit."""

    groups: tuple[Numbers, ...]
    """Places of each, from 0; the largest group first."""
    group_evidence: tuple[float, ...]
    """For each group after the first, nats for "another person than the rest"."""
    evidence: float
    """Nats for two people, before the name is looked at."""
    confidence: float
    """That two or more people are here."""
    tail: float
    """Share of single-person pages of this size that look as much like two people."""


@dataclass(frozen=True, slots=True)
class Study:
    """A unit with its clustering and the features of its groups: what a model is fitted on."""

    clustering: Clustering
    rows: tuple[Floats, ...]
    """For each group after the first, the features of it against the rest."""


class Partitions:
    """Judges units by a model."""

    def __init__(self, evidence: PairEvidence, model: Model) -> None:
        self.evidence, self.model = evidence, model
        self._pair = model.pair.vector(FEATURES).astype(numpy.float32)
        self._group = model.group.vector(groups.FEATURES)
        self._page = model.page.vector(PAGE_FEATURES)

    def judged(self, units: Sequence[Unit]) -> list[Judgement]:
        """Each unit's people."""
        studies = zip(units, self.studies(units), strict=True)
        return [self._judgement(unit, study) for unit, study in studies]

    def undivided(self, papers: int, expected: float) -> tuple[float, float]:
        """Confidence and evidence of a unit that nothing splits; 0 for a single paper."""
        if papers <= 1:
            return 0.0, 0.0
        evidence = self._page_evidence([papers], [])
        return sigmoid(evidence + self.model.mixed_prior(expected, papers)), evidence

    def _page_evidence(self, sizes: list[int], of_groups: list[float]) -> float:
        return float(page_statistics(sizes, of_groups) @ self._page + self.model.page.constant)

    def studies(self, units: Sequence[Unit]) -> list[Study]:
        """Each unit clustered, in the order of the units."""
        found = dict(self._studied(units))
        return [found[number] for number in range(len(units))]

    def _studied(self, units: Sequence[Unit]) -> Iterator[tuple[int, Study]]:
        """The number of each unit, clustered; those of like size are worked together."""
        by_size = sorted(range(len(units)), key=lambda number: (len(units[number].places), number))
        for batch in _batches(by_size, units, _CLUSTERED_TOGETHER):
            parts = [self._weighed([units[n] for n in part]) for part in _batches(batch, units, _TOGETHER)]
            weighed = [pair for part in parts for pair in part]
            clusterings = cluster([similarity for _, similarity in weighed])
            for number, (matrices, _), clustering in zip(batch, weighed, clusterings, strict=True):
                yield number, Study(clustering, self._rows(units[number], matrices, clustering))

    def weighed(self, unit: Unit) -> tuple[Matrices, Floats]:
        """The evidence among the places of one unit: part by part, and in nats for "one person" with what is known."""
        return self._weighed([unit])[0]

    def _weighed(self, units: Sequence[Unit]) -> list[tuple[Matrices, Floats]]:
        lengths = [len(unit.places) for unit in units]
        block = numpy.repeat(numpy.arange(len(units)), lengths)
        together = self.evidence.matrices(
            numpy.concatenate([unit.places for unit in units]), block, [unit.owners for unit in units]
        )
        evidence = features(together) @ self._pair + self.model.pair.constant
        crowd = together.coauthors > LARGEST_TEAM
        met = (together.shared_number > 0) & crowd[:, None] & crowd[None, :]
        evidence[met] = numpy.maximum(evidence[met], MET_IN_A_CROWD)
        # rounded, because the last digits of a sum depend on what else is in the batch, and could decide a tie
        evidence = numpy.clip(evidence, -STRONGEST, STRONGEST).astype(float).round(4)
        found = []
        for unit, end in zip(units, numpy.cumsum(lengths).tolist(), strict=True):
            start = end - len(unit.places)
            own = evidence[start:end, start:end]
            found.append((together.part(start, end), own if unit.constraints is None else own + unit.constraints))
        return found

    def _rows(self, unit: Unit, matrices: Matrices, clustering: Clustering) -> tuple[Floats, ...]:
        years = self.evidence.index.years[unit.places]
        found = []
        for number in range(1, len(clustering.groups)):
            rest = numpy.concatenate([g for other, g in enumerate(clustering.groups) if other != number])
            link = max(-STRONGEST, float(clustering.links[number].max()))
            found.append(groups.features(matrices, years, clustering.groups[number], rest, link))
        return tuple(found)

    def _judgement(self, unit: Unit, study: Study) -> Judgement:
        of_groups = [float(row @ self._group + self.model.group.constant) for row in study.rows]
        groups, papers = study.clustering.groups, len(unit.places)
        if papers <= 1:
            return Judgement(groups, (), 0.0, 0.0, 1.0)
        evidence = self._page_evidence([len(group) for group in groups], of_groups)
        confidence = sigmoid(evidence + self.model.mixed_prior(unit.expected, papers))
        tail = self.model.tail(papers, evidence) if of_groups else 1.0
        return Judgement(groups, tuple(of_groups), evidence, confidence, tail)


def _batches(numbers: Iterable[int], units: Sequence[Unit], places: int) -> Iterator[list[int]]:
    """The numbers in order, in lists that hold about so many places."""
    batch: list[int] = []
    held = 0
    for number in numbers:
        size = len(units[number].places)
        if batch and held + size > places:
            yield batch
            batch, held = [], 0
        batch.append(number)
        held += size
    if batch:
        yield batch
