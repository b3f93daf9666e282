"""Where people work: the telling words of their affiliations."""

import math
from collections import Counter
from functools import cached_property

import numpy
from numpy.typing import NDArray

from bylint.disambiguation.index import Index
from bylint.disambiguation.rows import Numbers, Rows
from bylint.names import words

Floats = NDArray[numpy.float32]

_EVERYWHERE = frozenset(
    [
        "university",
        "universitat",
        "universite",
        "universidad",
        "universita",
        "institute",
        "institut",
        "of",
        "the",
        "and",
        "for",
        "department",
        "dept",
        "school",
        "college",
        "inc",
        "ltd",
        "lab",
        "labs",
        "laboratory",
        "research",
        "group",
        "center",
        "centre",
        "technology",
        "science",
        "sciences",
        "computer",
        "national",
        "international",
        "faculty",
        "company",
        "corporation",
        "co",
        "academy",
        "state",
        "technical",
        "de",
        "information",
        "ai",
        "at",
        "in",
    ]
)
"""Words that stand in the names of institutions everywhere; a short list, because rarity weighs the rest."""
_COMMON_NAME = 0.5
"""Expected namesakes from which a page's affiliations are several people's."""
_LEAST_WEIGHT = 0.3


class Places:
    """Words of affiliations as numbered terms: of every authorship, and of every person seen elsewhere with one."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._numbers: dict[str, int] = {}
        terms_of: dict[tuple[str, ...], tuple[int, ...]] = {(): ()}
        tagged = []
        counts: Counter[int] = Counter()
        total = 0
        twins = index.twins
        for paper in index.papers:
            for authorship in paper.authorships:
                written = authorship.affiliations
                if twins and not written and (known := twins.with_affiliation(authorship)):
                    written = known.authorship.affiliations
                if written not in terms_of:
                    terms_of[written] = self._terms(written)
                tagged.append(terms_of[written])
                total += bool(written)
                counts.update(tagged[-1])
        self.of_authorship = Rows.of(tagged)
        """Terms of the own affiliation, by the place of the authorship in `Index.people_of`."""
        self.weight: Floats = numpy.array(
            [max(_LEAST_WEIGHT, math.log((total + 1) / counts[term])) for term in range(len(self._numbers))],
            numpy.float32,
        )

    def _terms(self, affiliations: tuple[str, ...]) -> tuple[int, ...]:
        telling = (word for word in words(" ".join(affiliations)) if len(word) > 1 and not word.isdecimal())
        return tuple(
            self._numbers.setdefault(word, len(self._numbers))
            for word in dict.fromkeys(telling)
            if word not in _EVERYWHERE
        )

    @cached_property
    def seen(self) -> tuple[Rows, Floats]:
        """Terms that a page was seen with, and the share of its affiliated authorships that have them."""
        index, own = self._index, self.of_authorship
        people = index.people_of.items
        known = numpy.flatnonzero((own.lengths > 0) & (index.expected[people] < _COMMON_NAME))
        at, terms = own.gather(known)
        width = max(1, len(self._numbers))
        keys, times = numpy.unique(people[known][at] * width + terms, return_counts=True)
        rows, terms = numpy.divmod(keys, width)
        authorships = numpy.bincount(people[known], minlength=len(index.pages))
        return Rows.grouped(rows, terms, len(index.pages)), (times / authorships[rows]).astype(numpy.float32)

    def of_team(self, authorships: Numbers) -> tuple[Numbers, Numbers, Floats]:
        """Place in `authorships`, term and share: of the own affiliation, or of those that the person has elsewhere."""
        own = self.of_authorship
        tagged = own.starts[authorships + 1] > own.starts[authorships]
        at, terms = own.gather(authorships)
        bare = numpy.flatnonzero(~tagged)
        seen, shares = self.seen
        elsewhere, places = seen.places(self._index.people_of.items[authorships[bare]])
        return (
            numpy.concatenate([at, bare[elsewhere]]),
            numpy.concatenate([terms, seen.items[places]]),
            numpy.concatenate([numpy.ones(len(at), numpy.float32), shares[places]]),
        )

    def cosines(self, size: int, rows: Numbers, terms: Numbers, shares: Floats) -> tuple[Floats, NDArray[numpy.bool_]]:
        """The size x size matrix of the cosines of weighted sums of terms, and where both sides are known."""
        if not len(rows):
            return numpy.zeros((size, size), numpy.float32), numpy.zeros((size, size), bool)
        met, columns = numpy.unique(terms, return_inverse=True)
        dense = numpy.bincount(rows * len(met) + columns, shares, size * len(met)).reshape(size, len(met))
        weighted = (dense * self.weight[met]).astype(numpy.float32)
        length = numpy.sqrt((weighted * weighted).sum(axis=1))
        known = length > 0
        weighted /= numpy.maximum(length, 1e-9)[:, None]
        return weighted @ weighted.T, known[:, None] & known[None, :]
