"""A big file of lines, cut at line ends into pieces that can be read by themselves."""

from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

PIECE = 1 << 21
"""Bytes of a piece, where no line is longer."""
LONGEST_LINE = 1 << 25
"""Bytes; a longer line is passed over."""


class Piece(NamedTuple):
    """Whole lines of a file, one after the other; or a line that is too long, without its data."""

    start: int
    """The first byte, from 0, of the file as it is unpacked."""
    end: int
    """The byte after the last one."""
    line: int
    """The number of the first line, from 1."""
    data: bytes

    @property
    def lines(self) -> Iterator[tuple[int, bytes]]:
        """Each line with its number, without its end."""
        return enumerate(self.data.removesuffix(b"\n").split(b"\n"), self.line)


def pieces(file: BinaryIO, size: int, longest: int) -> Iterator[Piece]:
    """The pieces of a file, in its order. No more than two pieces, or one line of what is allowed, is held."""
    start, line = 0, 1
    begun: list[bytes] = []
    length = 0
    while chunk := file.read(size):
        first = chunk.find(b"\n") + 1
        if first and length + first > longest:
            yield Piece(start, start + length + first, line, b"")
            start, line, begun, length = start + length + first, line + 1, [], 0
            chunk = chunk[first:]
        last = chunk.rfind(b"\n") + 1
        if last:
            data = b"".join([*begun, chunk[:last]])
            yield Piece(start, start + len(data), line, data)
            start, line, begun, length = start + len(data), line + data.count(b"\n"), [], 0
            chunk = chunk[last:]
        length += len(chunk)
        begun = [*begun, chunk] if length <= longest else []
    if length:
        yield Piece(start, start + length, line, b"".join(begun))
