"""What of a big file is looked at once more: the lines that a report points at."""

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from io import SEEK_CUR
from itertools import accumulate, groupby
from operator import attrgetter
from typing import BinaryIO, NamedTuple

from bylint.corpus._pieces import PIECE, Piece
from bylint.finding import Finding
from bylint.loaders import Record
from bylint.model import Location, Span


class Excerpt(NamedTuple):
    """A file of which some lines are there, and the others are empty: lines and columns are those of the file."""

    data: bytes
    further: Mapping[int, int]
    """How many bytes further on a line stands in the file, by its number."""

    def span(self, span: Span) -> Span:
        """A span of the excerpt as that of the file."""
        further = self.further.get(span.line, 0)
        return span._replace(start=span.start + further, end=span.end + further)


NOTHING = Excerpt(b"", {})


class LinesOfRecords:
    """On which line of a big file each record stands: a few bytes for each, beside the records."""

    def __init__(self) -> None:
        self._ids: list[str] = []
        self._lines = array("Q")
        self._pieces: list[Piece] = []
        self._too_long: set[int] = set()

    def __bool__(self) -> bool:
        """Whether the file was read line by line at all."""
        return bool(self._pieces)

    def add(self, piece: Piece, records: Iterable[Record], lines: "array[int]") -> None:
        """What a piece of the file holds, piece after piece; of what could not be read, the record that it is about."""
        self._pieces.append(piece._replace(data=b""))
        self._lines.extend(lines)
        for record in records:
            if isinstance(record, Finding):
                self._ids.append(record.location.record if record.location else "")
            else:
                self._ids.append(record.id)

    def pass_over(self, piece: Piece) -> None:
        """A line that is too long to be read: it is empty in every excerpt."""
        self._pieces.append(piece)
        self._too_long.add(piece.line)

    def excerpt(self, file: BinaryIO, places: Iterable[Location]) -> Excerpt:
        """The lines of some places; of records with one id, those of the first."""
        wanted = {place.record: 0 for place in places if place.record and not place.line}
        numbers = {max(place.line, 1) for place in places if place.line or not place.record}
        if wanted:
            for own, line in zip(self._ids, self._lines, strict=True):
                if wanted.get(own) == 0:
                    wanted[own] = line
        return self._of_lines(file, sorted({*numbers, *wanted.values()} - {0}))

    def _of_lines(self, file: BinaryIO, numbers: Sequence[int]) -> Excerpt:
        parts: list[bytes] = []
        further: dict[int, int] = {}
        at, line, length = 0, 1, 0
        for piece, of_piece in groupby(numbers if self._pieces else (), self._piece_of):
            _pass(file, piece.start - at)
            is_read = piece.line not in self._too_long
            lines = file.read(piece.end - piece.start).split(b"\n") if is_read else [b""]
            at = piece.end if is_read else piece.start
            starts = [0, *accumulate(len(own) + 1 for own in lines)]
            for number in of_piece:
                own = number - piece.line
                if own >= len(lines):
                    break  # the file ends before it
                parts += [b"\n" * (number - line), lines[own]]
                length += number - line
                further[number] = piece.start + starts[own] - length
                line, length = number, length + len(lines[own])
        return Excerpt(b"".join(parts), further)

    def _piece_of(self, line: int) -> Piece:
        return self._pieces[bisect_right(self._pieces, line, key=attrgetter("line")) - 1]


def _pass(file: BinaryIO, size: int) -> None:
    """Go on so many bytes."""
    if file.seekable():
        file.seek(size, SEEK_CUR)
        return
    while size and (passed := len(file.read(min(size, PIECE)))):
        size -= passed
