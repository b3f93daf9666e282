"""Lists of numbers of different lengths, kept in two arrays."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy
from numpy.typing import NDArray

Numbers = NDArray[numpy.int64]


@dataclass(frozen=True, slots=True)
class Rows:
    """A list of lists of numbers: row i is `items[starts[i]:starts[i + 1]]`."""

    starts: Numbers
    items: Numbers
    lengths: Numbers = field(init=False)
    """How long each row is."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "lengths", numpy.diff(self.starts))

    @classmethod
    def of(cls, lists: Sequence[Iterable[int]]) -> "Rows":
        """From lists."""
        held = [tuple(row) for row in lists]
        flat = [item for row in held for item in row]
        return cls(_starts(numpy.array([len(row) for row in held], numpy.int64)), numpy.array(flat, numpy.int64))

    @classmethod
    def grouped(cls, rows: Numbers, items: Numbers, count: int) -> "Rows":
        """From pairs of a row's number and an item; the items of a row keep their order."""
        order = numpy.argsort(rows, kind="stable")
        return cls(_starts(numpy.bincount(rows, minlength=count)), items[order])

    @classmethod
    def sets(cls, rows: Numbers, items: Numbers, count: int) -> "Rows":
        """From pairs of a row's number and an item; the items of a row are sorted, each once."""
        width = int(items.max(initial=0)) + 1
        rows, items = numpy.divmod(distinct(rows * width + items), width)
        return cls(_starts(numpy.bincount(rows, minlength=count)), items)

    @classmethod
    def joined(cls, parts: Sequence["Rows"]) -> "Rows":
        """The rows of several, one after the other."""
        lengths = numpy.concatenate([numpy.zeros(0, numpy.int64), *(part.lengths for part in parts)])
        return cls(_starts(lengths), numpy.concatenate([numpy.zeros(0, numpy.int64), *(part.items for part in parts)]))

    def __len__(self) -> int:
        return len(self.starts) - 1

    def __getitem__(self, row: int) -> Numbers:
        return self.items[self.starts[row] : self.starts[row + 1]]

    def gather(self, rows: Numbers) -> tuple[Numbers, Numbers]:
        """The places in `rows` and the items, one for each item of the rows asked for."""
        at, places = self.places(rows)
        return at, self.items[places]

    def places(self, rows: Numbers) -> tuple[Numbers, Numbers]:
        """The places in `rows` and in `items`, one for each item of the rows asked for."""
        starts = self.starts[rows]
        lengths = self.starts[rows + 1] - starts
        at = numpy.repeat(numpy.arange(len(rows)), lengths)
        ends = numpy.cumsum(lengths)
        return at, numpy.arange(len(at)) + numpy.repeat(starts - ends + lengths, lengths)

    def find(self, rows: Numbers, items: Numbers) -> tuple[Numbers, NDArray[numpy.bool_]]:
        """Where each item stands in its row, and whether it does; for rows that are sorted sets."""
        width = int(max(self.items.max(initial=0), items.max(initial=0))) + 1
        held = numpy.repeat(numpy.arange(len(self)), self.lengths) * width + self.items
        asked = rows * width + items
        if not len(held):
            return numpy.zeros(len(asked), numpy.int64), numpy.zeros(len(asked), bool)
        places = numpy.minimum(numpy.searchsorted(held, asked), len(held) - 1)
        return places, held[places] == asked

    def common(self, left: Numbers, right: Numbers) -> tuple[Numbers, Numbers]:
        """What pairs of rows have in common: the place of the pair and the item, for rows that are sorted sets."""
        is_shorter = self.lengths[left] <= self.lengths[right]
        at, items = self.gather(numpy.where(is_shorter, left, right))
        _, shared = self.find(numpy.where(is_shorter, right, left)[at], items)
        return at[shared], items[shared]


@dataclass(frozen=True, slots=True)
class Vectors:
    """Sparse vectors of unit length: their terms as sorted rows, and the weight of each."""

    terms: Rows
    weights: NDArray[numpy.float32]

    @classmethod
    def summed(cls, rows: Numbers, terms: Numbers, weights: NDArray[numpy.float32], count: int) -> "Vectors":
        """From weighted terms of rows; what meets in a row is added."""
        width = int(terms.max(initial=0)) + 1
        keys, place = numpy.unique(rows * width + terms, return_inverse=True)
        sums = numpy.bincount(place, weights, len(keys))
        rows, terms = numpy.divmod(keys, width)
        lengths = numpy.sqrt(numpy.bincount(rows, sums * sums, count))
        units = (sums / numpy.maximum(lengths[rows], 1e-9)).astype(numpy.float32)
        return cls(Rows(_starts(numpy.bincount(rows, minlength=count)), terms), units)

    @property
    def known(self) -> NDArray[numpy.bool_]:
        """Which of them are not empty."""
        return self.terms.lengths > 0

    def cosines(self, left: Numbers, right: Numbers) -> NDArray[numpy.float64]:
        """The cosine of each of the one with its partner of the other."""
        at, places = self.terms.places(left)
        found, shared = self.terms.find(right[at], self.terms.items[places])
        products = self.weights[places[shared]] * self.weights[found[shared]]
        return numpy.bincount(at[shared], products, len(left)).astype(float, copy=False)


def distinct(numbers: Numbers) -> Numbers:
    """The distinct numbers, rising. numpy.unique goes through a hash table here, which takes five times as long."""
    ordered = numpy.sort(numbers)
    return ordered[numpy.diff(ordered, prepend=ordered[:1] - 1) > 0]


def _starts(lengths: Numbers) -> Numbers:
    return numpy.concatenate([numpy.zeros(1, numpy.int64), numpy.cumsum(lengths, dtype=numpy.int64)])
