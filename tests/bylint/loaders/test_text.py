"""From places in a decoded text to lines, columns and bytes."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bylint.loaders._text import Text
from bylint.model import Span

ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-be"]


@settings(max_examples=300, deadline=None)
@given(
    st.text(st.sampled_from("aé愛𝔘\r\n\t\u2028\0") | st.characters(exclude_categories=("Cs",)), max_size=12),
    st.sampled_from(ENCODINGS),
    st.data(),
)
def test_spans_hold_what_they_say(text: str, encoding: str, data: st.DataObject) -> None:
    """The bytes of a span decode to its characters; its line and column lead to its first; in any order of asking."""
    text = "<" + text  # UTF-16 without a mark is known by it
    file = text.encode(encoding) if encoding != "utf-16-be" else b"\xfe\xff" + text.encode(encoding)
    plain = {"utf-8-sig": "utf-8", "utf-16": "utf-16-le"}.get(encoding, encoding)
    held = Text(file)
    assert held.content == text
    for _ in range(4):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, len(text)))
        span = held.span(start, end)
        assert file[span.start : span.end].decode(plain) == text[start:end]
        lines = text.split("\n")
        assert sum(len(line) + 1 for line in lines[: span.line - 1]) + span.column - 1 == start


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=12))
def test_bytes_that_are_no_text_keep_their_places(data: bytes) -> None:
    """Whatever the bytes are, the characters of all lines lead back to them, and lines can be printed."""
    held = Text(data)
    whole = held.span(0, len(held.content))
    assert len(data) - whole.end in {0, 1}
    for number in range(1, held.lines + 1):
        held.line(number).encode()
        assert held.span_of_line(number, 1).line == number


def test_lines_end_with_a_line_feed() -> None:
    """A carriage return before it is no part of the line; alone, it ends none, and neither does U+2028."""
    held = Text("a\r\nb\rc\u2028d\n".encode())
    assert [held.line(number) for number in range(1, held.lines + 1)] == ["a", "b\rc\u2028d", ""]


@pytest.mark.parametrize(
    ("line", "column", "expected"),
    [
        pytest.param(1, 1, Span(1, 1, 0, 3), id="the first line"),
        pytest.param(2, 2, Span(2, 2, 6, 7), id="inside the second"),
        pytest.param(2, 99, Span(2, 3, 7, 7), id="beyond the end of a line"),
        pytest.param(99, 1, Span(3, 1, 8, 8), id="beyond the end of the text"),
        pytest.param(0, 0, Span(1, 1, 0, 3), id="before the beginning"),
    ],
)
def test_places_are_brought_inside_the_text(line: int, column: int, expected: Span) -> None:
    """A line and column from elsewhere give a span inside the text, up to the end of the line."""
    assert Text("éa\r\nbc\n".encode()).span_of_line(line, column) == expected


def test_what_is_not_text_is_shown_as_unknown() -> None:
    """A byte that fits no encoding is U+FFFD when its line is shown, and one byte when it is located."""
    held = Text(b"a\xff\xfeb")
    assert held.line(1) == "a\ufffd\ufffdb"
    assert held.span(3, 4) == Span(1, 4, 3, 4)


def test_empty_text() -> None:
    """An empty file has one empty line."""
    assert (Text(b"").lines, Text(b"").line(1), Text(b"").span(0, 0)) == (1, "", Span(1, 1, 0, 0))
