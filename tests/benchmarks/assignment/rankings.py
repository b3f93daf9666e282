"""What a reviewer meets who reads a ranking from the top: pages that hold two people, names that are one person."""

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from benchmarks.assignment.figures import Bootstrap, Figure
from benchmarks.assignment.gold import Gold, Scorer
from benchmarks.assignment.written import slug_of, slugs
from bylint import Page

FIRST_PAGES = (100, 300, 1000, 3000)
FIRST_PROPOSALS = (300, 1000, 3000, 10000)
_RARER_NAMES = 0.8
"""What a proposal's rank is worth for names of its pages that are not the most frequent ones."""

Names = frozenset[str]
"""The two written names of a pair."""


class Proposal(NamedTuple):
    """Two pages that a system holds to be one person's."""

    left: Page
    right: Page
    rank: float
    """Higher is looked at first."""
    confidence: float | None = None

    def pairs(self) -> list[Names]:
        """Each name of the one with each name of the other page, the two most frequent names first."""
        return [frozenset((str(one), str(other))) for one in self.left.names for other in self.right.names]


def flagged_figures(gold: Gold, pages: Iterable[tuple[Page, float]]) -> dict[str, Figure]:
    """The share of the gold's names that stand among the first pages; pages come with their scores."""
    place: dict[str, int] = {}
    ranked = sorted(pages, key=lambda item: (-item[1], item[0].id))
    for number, (page, _) in enumerate(ranked, 1):
        for name in slugs(page):
            place.setdefault(name, number)
    places = [place.get(slug_of(name), math.inf) for name in gold.names]
    draws = Bootstrap(len(places))
    return {
        f"split pages in the first {first:,} pages": draws.mean([float(number <= first) for number in places])
        for first in FIRST_PAGES
    }


def duplicate_figures(gold: Gold, scorer: Scorer, proposals: Iterable[Proposal]) -> dict[str, Figure]:
    """The share of the gold's hard pairs among the first pairs of names; the interval is over people."""
    place = {pair: number for number, pair in enumerate(ranked_pairs(proposals), 1)}
    people = people_of_pairs([pair for pair in gold.merges if scorer.fold(pair[0]) != scorer.fold(pair[1])])
    draws = Bootstrap(len(people))
    return {
        f"hard pairs in the first {first:,} proposals": draws.ratio(
            [sum(place.get(pair, math.inf) <= first for pair in pairs) for pairs in people], [*map(len, people)]
        )
        for first in FIRST_PROPOSALS
    }


def ranked_pairs(proposals: Iterable[Proposal]) -> list[Names]:
    """Every two names of every proposal, best rank first, each once."""
    rows: list[tuple[float, str, str]] = []
    for proposal in proposals:
        for number, pair in enumerate(proposal.pairs()):
            rows.append((-proposal.rank * (_RARER_NAMES if number else 1.0), min(pair), max(pair)))
    return list(dict.fromkeys(frozenset((one, other)) for _, one, other in sorted(rows)))


def people_of_pairs(pairs: Sequence[tuple[str, str]]) -> list[list[Names]]:
    """The pairs of each person: pairs that share a name are one person's."""
    person: dict[str, list[str]] = {}
    for left, right in pairs:
        one, other = (person.setdefault(name, [name]) for name in (left, right))
        if one is not other:
            one.extend(other)
            person.update(dict.fromkeys(other, one))
    found: dict[int, list[Names]] = {}
    for left, right in pairs:
        found.setdefault(id(person[left]), []).append(frozenset((left, right)))
    return list(found.values())


def surely_wrong(gold: Gold, proposals: Iterable[Proposal], confidence: float = 0.9) -> list[Names]:
    """The pairs of two known people that are proposed with this confidence or more."""
    different = {frozenset(pair) for pair in gold.different}
    sure = (proposal for proposal in proposals if (proposal.confidence or 0.0) >= confidence)
    return list(dict.fromkeys(pair for proposal in sure for pair in proposal.pairs() if pair in different))
