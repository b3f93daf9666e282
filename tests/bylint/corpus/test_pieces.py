"""A big file in pieces, the next ones made ahead, and lines of it looked at once more."""

import io
import threading
from array import array
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bylint.corpus._ahead import ahead
from bylint.corpus._excerpts import LinesOfRecords
from bylint.corpus._pieces import pieces
from bylint.model import Location, Paper

TEXTS = st.lists(st.sampled_from([b"", b"a", b"bc", b"\xc3\xa9" * 5, b"d" * 30]), max_size=12).map(b"\n".join)


@given(TEXTS, st.integers(1, 20), st.integers(0, 20))
def test_pieces_are_the_file(data: bytes, size: int, more: int) -> None:
    """Every line that is no longer than allowed stands in one piece, with its number; what is longer is one by itself."""
    longest = size + more
    lines = data.split(b"\n")
    found, end = {}, 0
    for piece in pieces(io.BytesIO(data), size, longest):
        assert piece.start == end
        end = piece.end
        assert piece.data in {b"", data[piece.start : piece.end]}
        if piece.data:
            found.update(piece.lines)
        else:
            assert len(lines[piece.line - 1]) + 1 > longest
            found[piece.line] = lines[piece.line - 1]
    assert end == len(data)
    expected = dict(enumerate(lines, 1))
    if not lines[-1]:
        expected.popitem()  # behind the last end of a line nothing begins
    assert found == expected


@given(TEXTS, st.integers(1, 20), st.data())
def test_excerpts_are_of_the_file(data: bytes, size: int, draw: st.DataObject) -> None:
    """A line that is asked for stands where it stands in the file, and its bytes are found there."""
    lines = LinesOfRecords()
    for piece in pieces(io.BytesIO(data), size, 1000):
        numbers = array("Q", [number for number, _ in piece.lines])
        lines.add(piece, [Paper(f"x-{number}", "", None, "x") for number in numbers], numbers)
    written = data.removesuffix(b"\n").split(b"\n") if data else []
    wanted = draw.draw(st.lists(st.integers(1, max(len(written), 1)), max_size=4))
    places = [
        draw.draw(st.sampled_from([Location("x", f"x-{number}"), Location("x", line=number)])) for number in wanted
    ]
    excerpt = lines.excerpt(io.BytesIO(data), [*places, Location("x", "nobody"), Location("x", line=999)])
    there = excerpt.data.split(b"\n")
    for number in wanted if written else ():
        assert there[number - 1] == written[number - 1]
        start = sum(len(line) + 1 for line in there[: number - 1])
        from_there = start + excerpt.further[number]
        assert data[from_there : from_there + len(written[number - 1])] == written[number - 1]
    others = set(range(1, len(there) + 1)) - set(wanted)
    assert not any(there[number - 1] for number in others)


def test_ahead_gives_what_it_was_given() -> None:
    """All items in their order; what fails, fails after what came before."""

    def items() -> Iterator[int]:
        yield from range(20)
        raise OSError("it ends")

    found = ahead(items(), 3)
    assert [next(found) for _ in range(20)] == [*range(20)]
    with pytest.raises(OSError, match="it ends"):
        next(found)
    assert list(ahead([], 1)) == []


def test_ahead_ends_with_who_asks() -> None:
    """No thread is left behind where nobody wants the rest."""
    before = threading.active_count()
    found = ahead(iter(int, 1), 2)
    assert next(found) == 0
    found.close()  # type: ignore[attr-defined]
    assert threading.active_count() == before
