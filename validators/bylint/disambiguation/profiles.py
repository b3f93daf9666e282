"""The evidence between two sets of papers, each summed up in a profile: what speaks for one person behind both."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from types import MappingProxyType
from typing import Any

import numpy
from numpy.typing import NDArray

from bylint.disambiguation.index import LARGEST_CROWD, UNKNOWN_YEAR
from bylint.disambiguation.pairs import PairEvidence
from bylint.disambiguation.rows import Numbers, Rows, Vectors

Floats = NDArray[numpy.float64]

CHEAP = (
    "shared",
    "shared_best",
    "shared_rest",
    "shared_number",
    "years_gap",
    "years_overlap",
    "people_unshared",
    "alone",
)
"""Features that need no text."""
DEAR = (
    "second",
    "second_share",
    "affiliation",
    "affiliation_known",
    "affiliation_apart",
    "place",
    "place_known",
    "topic",
    "topic_known",
    "venue",
)
FEATURES = CHEAP + DEAR
KINDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "shared-coauthors": (
            "shared",
            "shared_best",
            "shared_rest",
            "shared_number",
            "people_unshared",
            "alone",
            "second",
            "second_share",
        ),
        "affiliations": ("affiliation", "affiliation_known", "affiliation_apart"),
        "places": ("place", "place_known"),
        "topics": ("topic", "topic_known"),
        "venues": ("venue",),
        "years": ("years_gap", "years_overlap"),
    }
)
"""Kinds of evidence, and the features that each adds up."""
REACH = 2.5
"""The most nats that the dear features added to any pair that was proposed."""
_READ = 10
"""Papers whose words, places and venues are read, evenly over the profile."""
_CIRCLE = 60
"""Co-authors whose own co-authors are looked at."""
_BATCH = 2000
"""Profiles whose circles are made in one go: a hundred megabytes."""
_APART = 0.05
_ALWAYS = (0, 9999)
"""Years of a profile of which none is known: it overlaps with everything."""


class Profiles:
    """Some papers of some pages, a row each, summed up; every part is made when it is first asked for."""

    def __init__(self, evidence: PairEvidence, pages: Numbers, papers: Rows) -> None:
        self.evidence, self.index = evidence, evidence.index
        self.pages, self.papers = pages, papers

    def compare(self, left: Numbers, right: Numbers) -> Floats:
        """The features of pairs of profiles, in the order of FEATURES."""
        return numpy.hstack([self.cheap(left, right), self._dear(left, right)])

    def cheap(self, left: Numbers, right: Numbers) -> Floats:
        """The features that need no text, in the order of CHEAP."""
        pair, person = self.coauthors.common(left, right)
        weight = self.index.weight[person].astype(float)
        order = numpy.lexsort((-weight, pair))
        pair, weight = pair[order], weight[order]
        number = numpy.bincount(pair, minlength=len(left))
        place = numpy.arange(len(pair)) - (numpy.cumsum(number) - number)[pair]
        best = numpy.bincount(pair, weight * (place == 0), len(left))
        rest = numpy.bincount(pair, weight * ((place > 0) & (place < 4)), len(left))
        people = self.coauthors.lengths
        alone = (people[left] == 0) | (people[right] == 0)
        crowd = numpy.log1p(people[left]) + numpy.log1p(people[right])
        first, last = self._years
        gap = numpy.maximum(0, numpy.maximum(first[left] - last[right], first[right] - last[left]))
        log = numpy.log1p
        columns = (
            number > 0,
            log(best),
            log(rest),
            log(number),
            log(gap),
            gap == 0,
            crowd * ((number == 0) & ~alone),
            alone,
        )
        return numpy.column_stack([column.astype(float) for column in columns])

    def _dear(self, left: Numbers, right: Numbers) -> Floats:
        second = self._second(left, right) + self._second(right, left)
        people = self.coauthors.lengths[left] + self.coauthors.lengths[right]
        own, team, topics = self._own_places, self._places, self._topics
        own_known = own.known[left] & own.known[right]
        affiliation = own.cosines(left, right)
        columns = (
            numpy.log1p(second),
            numpy.log1p(4 * second / numpy.maximum(1, people)),
            affiliation,
            own_known,
            own_known & (affiliation < _APART),
            team.cosines(left, right),
            team.known[left] & team.known[right],
            numpy.sqrt(numpy.maximum(0, topics.cosines(left, right))),
            self._abstracts[left] & self._abstracts[right],
            self._venues.cosines(left, right),
        )
        return numpy.column_stack([column.astype(float) for column in columns])

    def _second(self, left: Numbers, right: Numbers) -> Floats:
        """The weights of co-authors of the one alone who wrote with a co-author of the other."""
        at, people = self.coauthors.gather(left)
        _, shared = self.coauthors.find(right[at], people)
        _, met = self._circle.find(right[at], people)
        counts = met & ~shared
        return numpy.bincount(at[counts], self.index.weight[people[counts]], len(left)).astype(float, copy=False)

    @cached_property
    def coauthors(self) -> Rows:
        """The pages that wrote with each profile; papers of crowds left out."""
        row, papers = self.papers.gather(numpy.arange(len(self.papers)))
        tells = self.index.people_of.lengths[papers] <= LARGEST_CROWD
        row, papers = row[tells], papers[tells]
        at, people = self.index.people_of.gather(papers)
        rows = row[at]
        others = people != self.pages[rows]
        return Rows.sets(rows[others], people[others], len(self.papers))

    @cached_property
    def _years(self) -> tuple[Numbers, Numbers]:
        row, papers = self.papers.gather(numpy.arange(len(self.papers)))
        years = self.index.years[papers]
        known = years != UNKNOWN_YEAR
        first = numpy.full(len(self.papers), _ALWAYS[1], numpy.int64)
        last = numpy.full(len(self.papers), _ALWAYS[0], numpy.int64)
        numpy.minimum.at(first, row[known], years[known])
        numpy.maximum.at(last, row[known], years[known])
        unknown = first > last
        first[unknown], last[unknown] = _ALWAYS
        return first, last

    @cached_property
    def _circle(self) -> Rows:
        """Who wrote with the co-authors of each profile."""
        rows, people = [], []
        near, neighbours = self.coauthors, self.index.neighbours
        for start in range(0, len(near), _BATCH):
            batch = numpy.arange(start, min(start + _BATCH, len(near)))
            at, places = near.places(batch)
            some = places - near.starts[batch][at] < _CIRCLE
            among, met = neighbours.gather(near.items[places[some]])
            held = Rows.sets(at[some][among], met, len(batch))
            rows.append(numpy.repeat(batch, held.lengths))
            people.append(held.items)
        return Rows.grouped(_joined(rows), _joined(people), len(near))

    @cached_property
    def _read(self) -> tuple[Numbers, Numbers]:
        """The row and the number of every paper that is read."""
        row, places = self.papers.places(numpy.arange(len(self.papers)))
        step = -(-self.papers.lengths // _READ)
        chosen = (places - self.papers.starts[row]) % step[row] == 0
        return row[chosen], self.papers.items[places[chosen]]

    @cached_property
    def _entries(self) -> tuple[Numbers, Numbers, NDArray[numpy.bool_]]:
        """The row of every authorship that is read, its place in `Index.people_of`, whether it is the page's own."""
        row, papers = self._read
        at, entries = self.index.people_of.places(papers)
        return row[at], entries, self.index.people_of.items[entries] == self.pages[row[at]]

    @cached_property
    def _own_places(self) -> Vectors:
        row, entries, own = self._entries
        at, terms = self.evidence.places.of_authorship.gather(entries[own])
        return Vectors.summed(row[own][at], terms, self.evidence.places.weight[terms], len(self.papers))

    @cached_property
    def _places(self) -> Vectors:
        row, entries, own = self._entries
        at, terms, shares = self.evidence.places.of_team(entries[~own])
        return Vectors.summed(row[~own][at], terms, self.evidence.places.weight[terms] * shares, len(self.papers))

    @cached_property
    def _topics(self) -> Vectors:
        row, papers = self._read
        vectors = self.evidence.terms.vectors(papers.tolist())
        rows = numpy.repeat(row, [len(terms) for terms, _ in vectors])
        terms = _joined([terms for terms, _ in vectors])
        weights = _joined([weights for _, weights in vectors]).astype(numpy.float32)
        return Vectors.summed(rows, terms, weights, len(self.papers))

    @cached_property
    def _venues(self) -> Vectors:
        row, papers = self._read
        at, venues, rarity = self.evidence.venues(papers)
        return Vectors.summed(row[at], venues, rarity, len(self.papers))

    @cached_property
    def _abstracts(self) -> NDArray[numpy.bool_]:
        row, papers = self._read
        return numpy.bincount(row, self.evidence.has_abstract[papers], len(self.papers)) > 0


def _joined(arrays: Sequence[NDArray[Any]]) -> NDArray[Any]:
    return numpy.concatenate(arrays) if arrays else numpy.zeros(0, numpy.int64)
