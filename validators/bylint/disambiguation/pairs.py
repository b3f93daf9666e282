"""The evidence between two papers that may be one person's: signed, additive, each part with what it is read from.

A *place* is one authorship, known by the number of its paper; places come in blocks, one for each page under judgement.
Everything is a matrix of places by places. What is not known has a flag of its own, and no sentence is made of it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Any, NamedTuple

import numpy
from numpy.typing import NDArray

from bylint.disambiguation.index import UNKNOWN_YEAR, Index
from bylint.disambiguation.places import Places
from bylint.disambiguation.rows import Numbers, Rows, distinct
from bylint.disambiguation.terms import Terms, cosines

Floats = NDArray[numpy.float32]
Flags = NDArray[numpy.bool_]

KINDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "shared-coauthors": (
            "shared_coauthor",
            "shared_rarity",
            "shared_number",
            "alone",
            "people_unshared",
            "coauthors_coauthor",
            "coauthors_coauthor_sum",
        ),
        "affiliations": ("affiliation", "affiliation_known", "affiliation_apart"),
        "places": ("team_place", "team_place_known"),
        "topics": ("topic", "topic_abstracts", "abstracts_known"),
        "venues": ("venue",),
        "years": ("years", "years_far"),
    }
)
"""Kinds of evidence, and the features of two places that each adds up.

Whoever met elsewhere is mostly of the same team, so that is one kind with it.
"""
FEATURES: tuple[str, ...] = tuple(feature for features in KINDS.values() for feature in features)

_FAR = 12
"""Years beyond which distance says something more."""
_USUAL_DISTANCE = 3
"""Years between two papers of which one has none."""
_APART = 0.05
"""Cosine of two known affiliations below which they are two places."""


@dataclass(frozen=True, slots=True)
class Matrices:
    """What there is between the places of a batch."""

    coauthors: Floats
    """Co-authors of each place, a vector."""
    shared_number: Floats
    """How many co-authors two places share."""
    shared_rarity: Floats
    """Their rarities together, those who always come together (a team) counted once."""
    second: Floats
    """The rarities of co-authors of the one who wrote elsewhere with co-authors of the other."""
    affiliation: Floats
    affiliation_known: Flags
    team_place: Floats
    """Cosine of where the co-authors work."""
    team_place_known: Flags
    topic: Floats
    abstract_known: Flags
    venue: Floats
    years: Floats
    """Distance in years."""

    def part(self, start: int, end: int) -> "Matrices":
        """The matrices among the places from `start` to `end`."""
        cut = slice(start, end)
        return Matrices(*(_part(getattr(self, name), cut) for name in self.__slots__))


def _part(matrix: NDArray[Any], cut: slice) -> NDArray[Any]:
    return matrix[cut, cut] if matrix.ndim > 1 else matrix[cut]


def features(matrices: Matrices) -> Floats:
    """The n x n x k array of the features of every two places, in the order of FEATURES."""
    m, log = matrices, numpy.log1p
    shared = m.shared_number > 0
    people = log(m.coauthors)
    alone = m.coauthors == 0
    either_alone = alone[:, None] | alone[None, :]
    topic = numpy.sqrt(numpy.maximum(m.topic, 0))
    crowd = numpy.sqrt(numpy.maximum(m.coauthors[:, None] * m.coauthors[None, :], 1))
    columns: Mapping[str, NDArray[numpy.generic]] = {
        "shared_coauthor": shared,
        "shared_rarity": log(m.shared_rarity),
        "shared_number": log(m.shared_number),
        "alone": either_alone,
        "people_unshared": (people[:, None] + people[None, :]) * ~shared * ~either_alone,
        "coauthors_coauthor": log(m.second / crowd),
        "coauthors_coauthor_sum": log(m.second),
        "affiliation": m.affiliation * m.affiliation_known,
        "affiliation_known": m.affiliation_known,
        "affiliation_apart": m.affiliation_known & (m.affiliation < _APART),
        "team_place": m.team_place * m.team_place_known,
        "team_place_known": m.team_place_known,
        "topic": topic,
        "topic_abstracts": topic * m.abstract_known,
        "abstracts_known": m.abstract_known,
        "venue": m.venue / 4,
        "years": log(m.years),
        "years_far": m.years > _FAR,
    }
    result = numpy.empty((*shared.shape, len(FEATURES)), numpy.float32)
    for place, name in enumerate(FEATURES):
        result[..., place] = columns[name]
    return result


class Across(NamedTuple):
    """What stands between two groups of places, over all pairs of one with the other."""

    features: Mapping[str, float]
    """The mean of each feature."""
    knows_places: bool
    """Whether it is known on both sides where the co-authors work."""


def across(matrices: Matrices, cube: Floats, group: Numbers, rest: Numbers) -> Across:
    """The pairs of a place of the one group with a place of the other, summed up; `cube` is what `features` gives."""
    grid = numpy.ix_(group, rest)
    mean = cube[grid].reshape(-1, len(FEATURES)).mean(axis=0)
    return Across(dict(zip(FEATURES, mean.tolist(), strict=True)), bool(matrices.team_place_known[grid].any()))


class PairEvidence:
    """Makes the matrices of places from the lists of a corpus."""

    def __init__(self, index: Index) -> None:
        self.index = index

    @cached_property
    def terms(self) -> Terms:
        """The vectors of words of every paper."""
        return Terms(self.index.papers)

    @cached_property
    def places(self) -> Places:
        """The words of affiliations of every authorship."""
        return Places(self.index)

    @cached_property
    def venue_rows(self) -> tuple[Rows, Floats]:
        """The venues of every paper, and the square root of how rare each is."""
        numbers: dict[str, int] = {}
        held = [
            [numbers.setdefault(venue, len(numbers)) for venue in dict.fromkeys(paper.venues)]
            for paper in self.index.papers
        ]
        venues = Rows.of(held)
        counts = numpy.bincount(venues.items, minlength=len(numbers))
        rarity = numpy.log(max(1, len(held)) / numpy.maximum(counts, 1))
        return venues, numpy.sqrt(rarity).astype(numpy.float32)

    @cached_property
    def has_abstract(self) -> Flags:
        """Which papers have an abstract."""
        return numpy.array([bool(paper.abstract) for paper in self.index.papers], bool)

    def venues(self, papers: Numbers) -> tuple[Numbers, Numbers, Floats]:
        """The place in `papers`, the venue's number and how rare it is, for every venue of some papers."""
        held, weight = self.venue_rows
        at, numbers = held.gather(papers)
        return at, numbers, weight[numbers] ** 2

    def matrices(self, places: Numbers, block: Numbers, owners: Sequence[frozenset[int]]) -> Matrices:
        """The evidence among places, given as numbers of papers; `block` numbers the page of each, `owners` its own.

        Places of two blocks share no co-author; whoever asks cuts the blocks out of the matrices.
        """
        index, size = self.index, len(places)
        at, entries = index.people_of.places(places)
        width = len(index.pages)
        keys = block[at] * width + index.people_of.items[entries]
        own_keys = numpy.array(
            [number * width + page for number, own in enumerate(owners) for page in own], numpy.int64
        )
        own = numpy.isin(keys, own_keys)
        met, columns = numpy.unique(keys[~own], return_inverse=True)
        rows, people = at[~own], met % width
        incidence = numpy.zeros((size, len(met)), numpy.float32)
        incidence[rows, columns] = 1
        shared_number, shared_rarity = _shared(incidence, index.weight[people])
        affiliation, affiliation_known = self._affiliations(size, at[own], entries[own])
        among, terms, shares = self.places.of_team(entries[~own])
        team_place, team_place_known = self.places.cosines(size, rows[among], terms, shares)
        known = self.has_abstract[places]
        return Matrices(
            coauthors=incidence.sum(axis=1),
            shared_number=shared_number,
            shared_rarity=shared_rarity,
            second=self._second(incidence, met, people),
            affiliation=affiliation,
            affiliation_known=affiliation_known,
            team_place=team_place,
            team_place_known=team_place_known,
            topic=cosines(self.terms.vectors(places.tolist())),
            abstract_known=known[:, None] & known[None, :],
            venue=self._venue(places),
            years=_distances(index.years[places]),
        )

    def _affiliations(self, size: int, rows: Numbers, entries: Numbers) -> tuple[Floats, Flags]:
        among, terms = self.places.of_authorship.gather(entries)
        keys = distinct(rows[among] * (1 << 32) + terms)  # two namesakes on one paper: each word once
        rows, terms = numpy.divmod(keys, 1 << 32)
        return self.places.cosines(size, rows, terms, numpy.ones(len(rows), numpy.float32))

    def _second(self, incidence: Floats, met: Numbers, people: Numbers) -> Floats:
        """`met` holds the block and the page of each column of `incidence`, sorted; `people` the page alone."""
        if not len(met):
            return numpy.zeros((len(incidence), len(incidence)), numpy.float32)
        start, knows = self.index.neighbours.gather(people)
        keys = met[start] - people[start] + knows
        end = numpy.minimum(numpy.searchsorted(met, keys), len(met) - 1)
        here = met[end] == keys
        start, end = start[here], end[here]
        weight = self.index.weight[people]
        weighed = incidence[:, start] * numpy.minimum(weight[start], weight[end])
        second: Floats = (weighed @ incidence[:, end].T).astype(numpy.float32, copy=False)
        return second

    def _venue(self, places: Numbers) -> Floats:
        venues, weight = self.venue_rows
        rows, held = venues.gather(places)
        met, columns = numpy.unique(held, return_inverse=True)
        dense = numpy.zeros((len(places), len(met)), numpy.float32)
        dense[rows, columns] = weight[met[columns]]
        return dense @ dense.T


def _shared(incidence: Floats, weight: Floats) -> tuple[Floats, Floats]:
    """How many co-authors two places share, and their weights, a team (exactly the same places) counted once."""
    on_two = numpy.flatnonzero(incidence.sum(axis=0) > 1)
    if not len(on_two):
        nothing = numpy.zeros((len(incidence), len(incidence)), numpy.float32)
        return nothing, nothing
    part = incidence[:, on_two]
    number: Floats = part @ part.T
    strongest: dict[bytes, int] = {}
    packed = numpy.packbits(part.astype(bool), axis=0).T
    weights = weight[on_two].tolist()
    for column, places in enumerate(packed):
        team = places.tobytes()
        if team not in strongest or weights[column] > weights[strongest[team]]:
            strongest[team] = column
    chosen = numpy.array(sorted(strongest.values()), numpy.int64)
    part = part[:, chosen]
    return number, ((part * weight[on_two[chosen]]) @ part.T).astype(numpy.float32, copy=False)


def _distances(years: Numbers) -> Floats:
    distance = numpy.abs(years[:, None] - years[None, :])
    unknown = years == UNKNOWN_YEAR
    distance[unknown[:, None] | unknown[None, :]] = _USUAL_DISTANCE
    years_apart: Floats = distance.astype(numpy.float32)
    return years_apart
