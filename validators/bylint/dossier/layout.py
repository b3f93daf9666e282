"""Lines of styled text that fit the width of a terminal."""

import re
from collections.abc import Iterable, Iterator

from bylint.reporters._printable import fitting, width
from bylint.reporters.text import Line, Segment

TIE = "\N{WORD JOINER}"
"""Behind a space: no line is broken there. Text from strangers that was made printable never holds it."""
_PIECE = re.compile(r"\S+(?: \u2060\S+)*\s*|\s+")
_NARROWEST = 16
"""Cells below which breaking a line helps nobody."""


def plain(lines: Iterable[Line]) -> str:
    """The lines without styles."""
    return "".join("".join(text for text, _ in line.head + line.body).rstrip() + "\n" for line in lines)


def fitted(lines: Iterable[Line], columns: int) -> Iterator[Line]:
    """The lines broken between words, each part below the beginning of its body; whole ones for 0 columns."""
    for line in _parts(lines, columns):
        yield Line(tuple((text.replace(TIE, ""), style) for text, style in line.body), line.head)


def _parts(lines: Iterable[Line], columns: int) -> Iterator[Line]:
    for line in lines:
        room = columns - width("".join(text for text, _ in line.head))
        if columns and _NARROWEST <= room < width("".join(text for text, _ in line.body)):
            yield from _broken(line, room)
        else:
            yield line


def _broken(line: Line, room: int) -> Iterator[Line]:
    head = line.head
    below = ((" " * width("".join(text for text, _ in head)), ""),)
    part: list[Segment] = []
    left = room
    for text, style in _pieces(line.body, room):
        if part and width(text.rstrip()) > left:
            yield Line(tuple(part), head)
            head, part, left = below, [], room
        part.append((text, style))
        left -= width(text)
    yield Line(tuple(part), head)


def _pieces(body: Iterable[Segment], room: int) -> Iterator[Segment]:
    """The words of a body with the spaces behind them; a word that no line holds comes in parts."""
    for text, style in body:
        for piece in _PIECE.findall(text):
            rest = piece
            while width(rest.rstrip()) > room and (start := fitting(rest, room)):
                yield start, style
                rest = rest[len(start) :]
            yield rest, style


def shortened(text: str, cells: int) -> str:
    """A text that takes at most so many cells; what is left out shows as an ellipsis."""
    return text if width(text) <= cells else fitting(text, max(1, cells - 1)).rstrip() + "…"
