"""Figures with their bootstrap intervals, and areas under the curve."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy
from numpy.typing import ArrayLike, NDArray

DRAWS = 2000
SEED = 20241031
_TAIL = 0.025

Numbers = NDArray[numpy.float64]


class Figure(NamedTuple):
    """A measured value and the interval that 95 of 100 resamples lie in."""

    value: float
    low: float
    high: float


class Bootstrap:
    """Resamples of units with replacement: the same draws for every figure, so that systems can be compared."""

    def __init__(self, units: int) -> None:
        """`units` is the number of names (or whatever is drawn)."""
        random = numpy.random.Generator(numpy.random.PCG64(SEED))
        drawn = random.integers(units, size=(DRAWS, units)) if units else numpy.zeros((DRAWS, 0), dtype=int)
        self._times: Numbers = numpy.zeros((DRAWS, units))
        numpy.add.at(self._times, (numpy.arange(DRAWS)[:, None], drawn), 1.0)

    def ratio(self, parts: ArrayLike, wholes: ArrayLike) -> Figure:
        """The sum of the parts over the sum of the wholes, one of each a unit."""
        part, whole = numpy.asarray(parts, dtype=float), numpy.asarray(wholes, dtype=float)
        return _figure(_over(part.sum(), whole.sum()), _over(self._times @ part, self._times @ whole))

    def mean(self, values: Sequence[float | None]) -> Figure:
        """The mean over the units that have a value."""
        return self.ratio([value or 0.0 for value in values], [value is not None for value in values])

    def mean_of_pairs(self, values: Numbers) -> Figure:
        """The mean of a square matrix of units by units, rows and columns drawn together."""
        units = len(values)
        drawn = numpy.einsum("du,du->d", self._times @ values, self._times)
        return _figure(_over(values.sum(), units**2), _over(drawn, numpy.full(DRAWS, float(units**2))))


def share(hits: Sequence[bool]) -> Figure:
    """The share of hits; resampling hits with replacement is to draw from a binomial distribution."""
    if not hits:
        return Figure(numpy.nan, numpy.nan, numpy.nan)
    random = numpy.random.Generator(numpy.random.PCG64(SEED))
    value = sum(hits) / len(hits)
    return _figure(numpy.float64(value), random.binomial(len(hits), value, DRAWS) / len(hits))


def _over(part: ArrayLike, whole: ArrayLike) -> Numbers:
    whole = numpy.asarray(whole, dtype=float)
    nothing = numpy.full(whole.shape, numpy.nan)
    quotient: Numbers = numpy.divide(numpy.asarray(part, dtype=float), whole, out=nothing, where=whole != 0)
    return quotient


def _figure(value: ArrayLike, drawn: Numbers) -> Figure:
    drawn = drawn[~numpy.isnan(drawn)]
    low, high = numpy.quantile(drawn, [_TAIL, 1 - _TAIL]) if len(drawn) else (numpy.nan, numpy.nan)
    return Figure(float(numpy.asarray(value)), float(low), float(high))


def area(above: ArrayLike, below: ArrayLike) -> float | None:
    """How often a score that should be above is above one that should be below, a tie half a time (AUC).

    None where either is missing.

    >>> area([2, 1], [1, 0])
    0.875
    """
    high = numpy.asarray(above, dtype=float)
    low = numpy.sort(numpy.asarray(below, dtype=float))
    if not len(high) or not len(low):
        return None
    passed = numpy.searchsorted(low, high, "left") + numpy.searchsorted(low, high, "right")
    return float(passed.mean() / 2 / len(low))


def areas(scores: Sequence[tuple[ArrayLike, ArrayLike]]) -> Numbers:
    """The area of each unit's scores that should be above over each unit's that should be below.

    The mean of the matrix is the area of all units pooled, in which each weighs the same.
    """
    found = [area(above, below) for above, _ in scores for _, below in scores]
    return numpy.array(found, dtype=float).reshape(len(scores), len(scores))
