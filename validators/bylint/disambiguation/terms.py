"""What papers are about: vectors of their words, made only for the papers that are asked for."""

import math
import re
import zlib
from collections.abc import Iterable, Sequence

import numpy
from numpy.typing import NDArray

from bylint.disambiguation.rows import Numbers
from bylint.model import Paper

Vector = tuple[Numbers, NDArray[numpy.float32]]
"""Numbers of terms, rising, and their weights; of unit length unless empty."""

_READ = 700
"""Letters of an abstract that are read. More of them change no ranking, and take time."""
_EVERYDAY = 1.5
"""Rarity below which a term tells nothing: it stands in more than a fifth of the papers."""
_EQUAL = 1e-4
"""Weights that differ by less are equal."""
_SUMMED = 10
"""Papers whose terms sum up a group."""
_EVERYDAY_OF_FEW = 0.3
"""The same in a small corpus, as a share of the rarity of a word of one paper: a lab has one subject."""
_SHORTEST = 3
"""Letters of the shortest term that is read."""
_UNSEEN = 0.7
"""Added to the papers that use a term: a term outside the sample stands somewhere."""
_SAMPLED_FROM = 4000
"""Papers from which on the terms of every fourth are counted."""
_WORD = re.compile(r"[^\W\d_]+")
_LETTERS = str.maketrans({chr(n): chr(n).lower() if chr(n).isalpha() else " " for n in range(128)})


def tokens(text: str) -> list[str]:
    """The words of a text in lower case, in order."""
    return text.translate(_LETTERS).split() if text.isascii() else _WORD.findall(text.lower())


def text_of(paper: Paper) -> str:
    """What is read of a paper: the title, twice beside an abstract, and the beginning of that."""
    return f"{paper.title} {paper.title} {paper.abstract[:_READ]}" if paper.abstract else paper.title


class _Numbers(dict[str, int]):
    """A number for every term, given when it is first met."""

    def __init__(self) -> None:
        super().__init__()
        self.terms: list[str] = []

    def __missing__(self, term: str) -> int:
        number = self[term] = len(self.terms)
        self.terms.append(term)
        return number


class Terms:
    """TF-IDF vectors of papers by their number, each made once."""

    def __init__(self, papers: Sequence[Paper]) -> None:
        self._papers = papers
        self._numbers = _Numbers()
        counted = [paper for paper in papers if len(papers) < _SAMPLED_FROM or zlib.crc32(paper.id.encode()) % 4 == 0]
        seen: list[int] = []
        for paper in counted:
            seen.extend(map(self._numbers.__getitem__, dict.fromkeys(tokens(text_of(paper)))))
        self._rarest = math.log(len(counted) + 1)
        self._weights = self._rarity(numpy.bincount(numpy.array(seen, numpy.int64), minlength=len(self._numbers)), 0)
        self._vectors: dict[int, Vector] = {}

    def vectors(self, papers: Iterable[int]) -> list[Vector]:
        """The vectors of some papers, in their order."""
        papers = list(papers)
        missing = [paper for paper in dict.fromkeys(papers) if paper not in self._vectors]
        if missing:
            self._make(missing)
        return [self._vectors[paper] for paper in papers]

    def words(self, papers: Sequence[int], most: int) -> tuple[str, ...]:
        """The terms that tell most about some papers together, the weightiest first; of many papers some are read."""
        vectors = self.vectors(papers[:: max(1, -(-len(papers) // _SUMMED))])
        if not vectors:
            return ()
        met, place = numpy.unique(numpy.concatenate([terms for terms, _ in vectors]), return_inverse=True)
        sums = numpy.bincount(place, numpy.concatenate([weights for _, weights in vectors]))
        if not len(sums):
            return ()
        # numbers depend on what was read before: they must not decide which of equals is left out
        least = numpy.sort(sums)[-most:][0] - 2 * _EQUAL
        word = self._numbers.terms
        likely = numpy.flatnonzero(sums >= least).tolist()
        ranked = sorted(likely, key=lambda n: (-round(float(sums[n]) / _EQUAL), word[met[n]]))
        return tuple(word[met[number]] for number in ranked[:most])

    def _make(self, papers: list[int]) -> None:
        lists = [list(map(self._numbers.__getitem__, tokens(text_of(self._papers[paper])))) for paper in papers]
        rows = numpy.repeat(numpy.arange(len(papers)), [len(row) for row in lists])
        width = len(self._numbers)
        keys, times = numpy.unique(
            rows * width + numpy.array([term for row in lists for term in row], numpy.int64), return_counts=True
        )
        rows, terms = numpy.divmod(keys, max(1, width))
        new = numpy.zeros(width - len(self._weights), numpy.int64)
        self._weights = numpy.concatenate([self._weights, self._rarity(new, len(self._weights))])
        weights = self._weights[terms] * (1.0 + numpy.log(times))
        telling = weights > 0
        rows, terms, weights = rows[telling], terms[telling], weights[telling]
        length = numpy.sqrt(numpy.bincount(rows, weights * weights, len(papers)))
        units = (weights / length[rows]).astype(numpy.float32)
        ends = numpy.searchsorted(rows, numpy.arange(len(papers) + 1))
        for place, paper in enumerate(papers):
            part = slice(ends[place], ends[place + 1])
            self._vectors[paper] = terms[part], units[part]

    def _rarity(self, counts: Numbers, start: int) -> NDArray[numpy.float64]:
        """The inverse document frequency of the terms from number `start` on; 0 for everyday and very short ones."""
        rarity = self._rarest - numpy.log(counts + _UNSEEN)
        long = numpy.array([len(term) >= _SHORTEST for term in self._numbers.terms[start:]], bool)
        return numpy.where(long & (rarity > min(_EVERYDAY, _EVERYDAY_OF_FEW * self._rarest)), rarity, 0.0)


def cosines(vectors: Sequence[Vector]) -> NDArray[numpy.float32]:
    """The n x n matrix of the cosines of n vectors, 0 where one is empty."""
    size = len(vectors)
    terms = numpy.concatenate([terms for terms, _ in vectors]) if vectors else numpy.zeros(0, numpy.int64)
    if not len(terms):
        return numpy.zeros((size, size), numpy.float32)
    rows = numpy.repeat(numpy.arange(size), [len(terms) for terms, _ in vectors])
    _, columns = numpy.unique(terms, return_inverse=True)
    dense = numpy.zeros((size, int(columns.max()) + 1), numpy.float32)
    dense[rows, columns] = numpy.concatenate([weights for _, weights in vectors])
    return dense @ dense.T
