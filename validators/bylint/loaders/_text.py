"""From places in a decoded text to lines, columns and bytes."""

import re
from functools import cached_property
from itertools import accumulate

from bylint.model import Span

_BEGINNINGS = (
    (b"\xef\xbb\xbf", "utf-8", 3),
    (b"\xff\xfe", "utf-16-le", 2),
    (b"\xfe\xff", "utf-16-be", 2),
    (b"<\0", "utf-16-le", 0),
    (b"\0<", "utf-16-be", 0),
)
_SURROGATE = re.compile("[\ud800-\udfff]")


def encoding_of(data: bytes) -> tuple[str, int]:
    """The encoding that the first bytes show, and the length of the byte order mark: UTF-8 where they show none."""
    return next(((name, mark) for begin, name, mark in _BEGINNINGS if data.startswith(begin)), ("utf-8", 0))


class Text:
    """A file's text, able to say where a character stands.

    Lines end with a line feed, as for parsers, git and code hosts; a carriage return before it is no part of the line.
    """

    def __init__(self, data: bytes) -> None:
        """Decodes UTF-8 or UTF-16; a byte that fits neither becomes one character, so that the others keep theirs."""
        self.encoding, self._mark = encoding_of(data)
        self._errors = "surrogateescape" if self.encoding == "utf-8" else "surrogatepass"
        if self.encoding != "utf-8" and len(data) % 2:
            data = data[:-1]
        self.content = data[self._mark :].decode(self.encoding, self._errors)
        self._at = self._line_start = 0
        self._line_number, self._byte = 1, self._mark

    def span(self, start: int, end: int) -> Span:
        """The span of the characters from `start` up to `end`, both from 0.

        Costs what lies between `start` and that of the call before.
        """
        self._go_to(start)
        return Span(self._line_number, start - self._line_start + 1, self._byte, self._byte + self._size(start, end))

    def encoded(self, content: str) -> bytes:
        """Some text in the encoding of the file."""
        return content.encode(self.encoding, self._errors)

    def _go_to(self, position: int) -> None:
        """Move the cursor, which knows the line, its start and the byte it is at."""
        low, high = sorted((self._at, position))
        sign = 1 if position > self._at else -1
        line_ends = self.content.count("\n", low, high)
        if line_ends:
            self._line_number += sign * line_ends
            self._line_start = self.content.rfind("\n", 0, position) + 1
        self._byte += sign * self._size(low, high)
        self._at = position

    def _size(self, start: int, end: int) -> int:
        """The bytes of a stretch of text."""
        return len(self.encoded(self.content[start:end]))

    @cached_property
    def _starts(self) -> list[int]:
        """The first character of every line."""
        return [0, *accumulate(len(line) + 1 for line in self.content.split("\n"))][:-1]

    def _bounds(self, number: int) -> tuple[int, int]:
        start = self._starts[number - 1]
        end = self._starts[number] - 1 if number < len(self._starts) else len(self.content)
        return start, end - (end > start and self.content[end - 1] == "\r")

    def span_of_line(self, line: int, column: int) -> Span:
        """The span from a line and column (from 1) to the end of that line, both brought inside the text."""
        start, end = self._bounds(min(max(line, 1), len(self._starts)))
        return self.span(min(start + max(column, 1) - 1, end), end)

    @property
    def lines(self) -> int:
        """How many lines there are."""
        return len(self._starts)

    def line(self, number: int) -> str:
        """One line, from 1, without its end; U+FFFD for what could not be decoded."""
        start, end = self._bounds(number)
        return _SURROGATE.sub("\ufffd", self.content[start:end])
