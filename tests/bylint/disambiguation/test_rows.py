"""Lists of numbers of different lengths, kept in two arrays."""

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bylint.disambiguation.rows import Rows, Vectors, distinct

ITEMS = st.integers(0, 9)
LISTS = st.lists(st.lists(ITEMS, max_size=5), max_size=6)


def array(numbers: list[int]) -> numpy.ndarray:
    """Whole numbers, none or more."""
    return numpy.array(numbers, numpy.int64)


def flat(lists: list[list[int]]) -> tuple[numpy.ndarray, numpy.ndarray]:
    """The row and the item of everything in the lists."""
    return (
        array([row for row, items in enumerate(lists) for _ in items]),
        array([item for items in lists for item in items]),
    )


def listed(rows: Rows) -> list[list[int]]:
    """The rows as lists."""
    return [rows[row].tolist() for row in range(len(rows))]


@given(LISTS)
def test_rows_keep_what_they_are_made_from(lists: list[list[int]]) -> None:
    """Lists go in and come out; from pairs in any order of rows they come out the same, as sets sorted and each once."""
    assert listed(Rows.of(lists)) == lists
    assert Rows.of(lists).lengths.tolist() == [len(row) for row in lists]
    rows, items = flat(lists)
    assert listed(Rows.grouped(rows, items, len(lists))) == lists
    assert listed(Rows.grouped(rows[::-1], items[::-1], len(lists))) == [row[::-1] for row in lists]
    assert listed(Rows.sets(rows, items, len(lists))) == [sorted(set(row)) for row in lists]


@given(LISTS.filter(bool), st.data())
def test_rows_are_asked_many_at_once(lists: list[list[int]], data: st.DataObject) -> None:
    """What many rows hold is what each holds, one after the other; a row may be asked for twice."""
    asked = data.draw(st.lists(st.integers(0, len(lists) - 1), max_size=6))
    rows = Rows.of(lists)
    at, items = rows.gather(array(asked))
    assert list(zip(at.tolist(), items.tolist(), strict=True)) == [
        (place, item) for place, row in enumerate(asked) for item in lists[row]
    ]
    _, places = rows.places(array(asked))
    assert rows.items[places].tolist() == items.tolist()


@given(LISTS.filter(bool), st.data())
def test_items_are_found_in_sets(lists: list[list[int]], data: st.DataObject) -> None:
    """An item is found in a row that is a sorted set exactly where it stands in it."""
    rows = Rows.sets(*flat(lists), len(lists))
    asked = data.draw(st.lists(st.tuples(st.integers(0, len(lists) - 1), st.integers(0, 12)), max_size=8))
    numbers, items = array([row for row, _ in asked]), array([item for _, item in asked])
    places, there = rows.find(numbers, items)
    assert there.tolist() == [item in lists[row] for row, item in asked]
    assert rows.items[places[there]].tolist() == items[there].tolist()


@given(st.lists(st.integers(-5, 5)))
def test_distinct(numbers: list[int]) -> None:
    """The distinct numbers, rising."""
    assert distinct(array(numbers)).tolist() == sorted(set(numbers))


WEIGHTED = st.lists(st.lists(st.tuples(ITEMS, st.floats(0.1, 9)), max_size=5), min_size=1, max_size=6)


@given(WEIGHTED)
def test_vectors_are_of_unit_length(lists: list[list[tuple[int, float]]]) -> None:
    """The cosine of a vector with itself is 1, with any other from 0 to 1 and the same both ways; of an empty one 0."""
    rows, terms = flat([[term for term, _ in row] for row in lists])
    weights = numpy.array([weight for row in lists for _, weight in row], numpy.float32)
    vectors = Vectors.summed(rows, terms, weights, len(lists))
    assert vectors.known.tolist() == [bool(row) for row in lists]
    left, right = (part.ravel() for part in numpy.indices((len(lists), len(lists))))
    cosines = vectors.cosines(left, right).reshape(len(lists), len(lists))
    assert cosines.diagonal() == pytest.approx(vectors.known.astype(float), abs=1e-5)
    assert cosines == pytest.approx(cosines.T, abs=1e-6)
    assert cosines.min() >= 0
    assert cosines.max() <= 1 + 1e-6
    for one, other in zip(left, right, strict=True):
        if not {term for term, _ in lists[one]} & {term for term, _ in lists[other]}:
            assert cosines[one, other] == 0


def test_what_meets_in_a_vector_is_added() -> None:
    """A term that a row has twice weighs what both weigh together."""
    vectors = Vectors.summed(array([0, 0, 0]), array([4, 2, 4]), numpy.array([1, 4, 2], numpy.float32), 1)
    assert vectors.terms[0].tolist() == [2, 4]
    assert vectors.weights.tolist() == pytest.approx([0.8, 0.6])
