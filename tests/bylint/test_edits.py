"""Edits: other bytes for stretches of a file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bylint.edits import Edit, Patch, digest, edited


@pytest.mark.parametrize(
    ("edits", "expected"),
    [
        pytest.param([], b"abcdef", id="nothing"),
        pytest.param([Edit(4, 5, b"E"), Edit(1, 3, b"")], b"adEf", id="in any order"),
        pytest.param([Edit(2, 2, b"1"), Edit(2, 2, b"2")], b"ab12cdef", id="two at one point, as they come"),
        pytest.param([Edit(2, 4, b"X"), Edit(2, 2, b"1"), Edit(4, 4, b"2")], b"ab1X2ef", id="side by side"),
        pytest.param([Edit(0, 0, b"<"), Edit(6, 6, b">")], b"<abcdef>", id="at both ends"),
    ],
)
def test_edits_of_a_file(edits: list[Edit], expected: bytes) -> None:
    """Each edit is made where it says, in the bytes that were there before all of them."""
    assert edited(b"abcdef", edits) == expected


@given(st.binary(max_size=40), st.lists(st.integers(0, 40), max_size=8), st.binary(max_size=4))
def test_rounds_build_on_each_other(data: bytes, points: list[int], new: bytes) -> None:
    """Rounds of edits are made one after another; a file that is another one by now stays as it is."""
    points = sorted({min(point, len(data)) for point in points})
    first = tuple(Edit(start, end, new) for start, end in zip(points[::2], points[1::2], strict=False))
    once = edited(data, first)
    patch = Patch(digest(data), (first, (Edit(0, len(once), b"end"),)))
    assert patch._replace(rounds=(first,)).applied(data) == once
    assert patch.applied(data) == b"end"
    assert patch.applied(data + b"!") == data + b"!"
