"""From places in a decoded text to lines, columns and bytes."""

import re
from bisect import bisect_right
from functools import cached_property
from itertools import accumulate, pairwise

from bylint.model import Span

_LINE_END = re.compile(r"\r\n|\r|\n")


class Text:
    """A file's text, able to say where a character stands."""

    def __init__(self, data: bytes) -> None:
        """Decodes UTF-8 or, with a byte order mark, UTF-16; bytes that are neither become U+FFFD one by one."""
        self.encoding = "utf-16" if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8"
        self._mark = 0
        if self.encoding == "utf-16":
            self._mark = 2
            self.encoding = "utf-16-le" if data[:1] == b"\xff" else "utf-16-be"
        elif data[:3] == b"\xef\xbb\xbf":
            self._mark = 3
        self.content = data[self._mark :].decode(self.encoding, errors="replace")
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(self.content))]

    def span(self, start: int, end: int) -> Span:
        """The span of the characters from `start` up to `end`, both from 0."""
        line = bisect_right(self._starts, start)
        first = self._starts[line - 1]
        first_byte = self._byte_starts[line - 1] + self._size(first, start)
        return Span(line, start - first + 1, first_byte, first_byte + self._size(start, end))

    def _size(self, start: int, end: int) -> int:
        """The bytes of a stretch of text."""
        return len(self.content[start:end].encode(self.encoding, errors="replace"))

    @cached_property
    def _byte_starts(self) -> list[int]:
        """The first byte of every line."""
        sizes = (self._size(start, end) for start, end in pairwise(self._starts))
        return list(accumulate(sizes, initial=self._mark))

    def span_of_line(self, line: int, column: int) -> Span:
        """The span from a line and column (from 1) to the end of that line, both brought inside the text."""
        line = min(max(line, 1), len(self._starts))
        start = self._starts[line - 1]
        end = self._starts[line] if line < len(self._starts) else len(self.content)
        end = start + len(self.content[start:end].rstrip("\r\n"))
        return self.span(min(start + max(column, 1) - 1, end), end)

    @property
    def lines(self) -> int:
        """How many lines there are."""
        return len(self._starts)

    def line(self, number: int) -> str:
        """One line, from 1, without its end."""
        start = self._starts[number - 1]
        end = self._starts[number] if number < len(self._starts) else len(self.content)
        return self.content[start:end].rstrip("\r\n")
