"""Which two pages are one person: candidates judged by a model."""

import math
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import numpy
from numpy.typing import NDArray

from bylint.disambiguation.candidates import NEEDS_COAUTHOR, Pair, columns
from bylint.disambiguation.index import Index
from bylint.disambiguation.model import SMALL, Model, sigmoid
from bylint.disambiguation.pairs import PairEvidence
from bylint.disambiguation.profiles import CHEAP, FEATURES, REACH, Profiles
from bylint.disambiguation.rows import Numbers, Rows

Floats = NDArray[numpy.float64]

STRONGEST = 8.0
"""Evidence is capped at so many nats."""
FLOOR = 0.3
"""What is less likely is not proposed."""
COULD_BE_MANY = frozenset(
    {
        "one has a further given name",
        "one has an initial for a given name",
        "one has initials only",
        "one has words that the other lacks",
        "one begins with words that the other lacks",
        "one has a short form of the given name",
        "one goes by a later given name",
    }
)
"""Differences by which one page can have many partners, of which at most a few are right."""
PRIORS = ("log_expected_commoner", "log_expected_rarer", "log_rivals", "log_papers_smaller")


class Proposal(NamedTuple):
    """Two pages by their numbers, and how surely they are one person."""

    left: int
    right: int
    difference: str
    confidence: float
    evidence: float
    """Nats for one person, before the names are looked at."""
    features: tuple[float, ...]
    """In the order of `profiles.FEATURES`."""

    def rank(self, index: Index) -> float:
        """What to look at first: surer ones, and those that move more papers."""
        papers = index.papers_of.lengths
        return self.confidence * (1 + math.log(int(papers[self.left] + papers[self.right])))


class Likenesses:
    """Judges candidates by a model."""

    def __init__(self, evidence: PairEvidence, model: Model) -> None:
        self.evidence, self.model = evidence, model
        self.index = evidence.index

    def proposals(
        self, candidates: dict[Pair, str], floor: float = FLOOR, touching: frozenset[int] | None = None
    ) -> list[Proposal]:
        """The candidates at or above a confidence, in their order; those that touch some pages, if these are given."""
        prior, shift = self._prior(candidates), self.shift(list(candidates.values()))
        pairs, differences = columns(candidates), list(candidates.values())
        everybody = Profiles(self.evidence, numpy.arange(len(self.index.pages)), self.index.papers_of)
        cheap = everybody.cheap(*pairs) @ self.model.profile.vector(CHEAP)
        least = math.log(floor / (1 - floor))
        likely = numpy.minimum(cheap + shift + REACH, STRONGEST) + prior >= least
        if touching is not None:
            asked = numpy.array(sorted(touching), numpy.int64)
            likely &= numpy.isin(pairs[0], asked) | numpy.isin(pairs[1], asked)
        near = numpy.flatnonzero(likely)
        features = self.features(pairs[0][near], pairs[1][near])
        evidence = features @ self.model.profile.vector(FEATURES) + shift[near]
        log_odds = numpy.clip(evidence, -STRONGEST, STRONGEST) + prior[near]
        return [
            Proposal(int(pairs[0][place]), int(pairs[1][place]), differences[place], sigmoid(odds), nats, tuple(row))
            for place, odds, nats, row in zip(
                near.tolist(), log_odds.tolist(), evidence.tolist(), features.tolist(), strict=True
            )
            if odds >= least
        ]

    def features(self, left: Numbers, right: Numbers) -> Floats:
        """What stands between pairs of pages, in the order of FEATURES."""
        pages, place = numpy.unique(numpy.concatenate([left, right]), return_inverse=True)
        at, papers = self.index.papers_of.gather(pages)
        profiles = Profiles(self.evidence, pages, Rows.grouped(at, papers, len(pages)))
        return profiles.compare(place[: len(left)], place[len(left) :])

    def shift(self, differences: Sequence[str]) -> Floats:
        """The constant; less for pairs that were offered only because they share a co-author."""
        model = self.model
        sharing = model.prior_duplicate.log_odds_of_sharing
        return numpy.array([model.profile.constant - sharing * (how in NEEDS_COAUTHOR) for how in differences])

    def _prior(self, candidates: dict[Pair, str]) -> Floats:
        prior = self.model.prior_duplicate
        weights = numpy.array([getattr(prior, name) for name in PRIORS])
        of_difference = numpy.array([prior.relations.get(how, prior.other_relations) for how in candidates.values()])
        log_odds: Floats = prior_features(self.index, candidates) @ weights + of_difference
        return log_odds


def prior_features(index: Index, candidates: dict[Pair, str]) -> Floats:
    """A row of PRIORS for each candidate."""
    rivals = Counter(page for pair, how in candidates.items() if how in COULD_BE_MANY for page in pair)
    pairs = numpy.array(list(candidates), numpy.int64).reshape(-1, 2)
    expected = numpy.log(numpy.sort(index.expected[pairs], axis=1) + SMALL)
    partners = numpy.array([rivals[left] + rivals[right] for left, right in candidates], float)
    papers = index.papers_of.lengths[pairs].min(axis=1)
    return numpy.column_stack(
        [expected[:, 1], expected[:, 0], numpy.log1p(partners), numpy.log(numpy.maximum(papers, 1))]
    )
