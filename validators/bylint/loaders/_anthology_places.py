"""Where the parts of an Anthology record stand in its file.

Works on the text of a file that was parsed before, so tags nest as they should; comments and CDATA sections are
stepped over. Only the records that are asked for are looked into.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from bylint.loaders._text import Text
from bylint.model import Location, Span

_REST_OF_TAG = r"""((?:[^<>"']++|"[^"]*+"|'[^']*+')*+)>"""
_SKIPPED = r"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>"
_RECORD_TAG = re.compile(rf"{_SKIPPED}|<(/?)(collection|volume|meta|paper)(?=[\s/>]){_REST_OF_TAG}", re.DOTALL)
_TAG = re.compile(rf"{_SKIPPED}|<(/?)([^\s/<>]+){_REST_OF_TAG}", re.DOTALL)
_ATTRIBUTE = re.compile(r"""([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_ATTRIBUTES = frozenset({"id", "orcid", "openreview"})


class _Element(NamedTuple):
    """One element: where it begins, where its content does, where that ends, where it ends."""

    tag: str
    start: int
    content: int
    content_end: int
    end: int


def locate(data: bytes, locations: Sequence[Location]) -> Mapping[Location, Span]:
    """The span of each location that can be found."""
    text = Text(data)
    found = {place: text.span_of_line(place.line, place.column) for place in locations if place.line}
    wanted: dict[str, list[Location]] = {}
    for place in locations:
        if place.record and not place.line:
            wanted.setdefault(place.record, []).append(place)
        elif not place.line:
            found[place] = text.span_of_line(1, 1)
    if not wanted:
        return found
    for record, element in _records(text.content):
        places = wanted.pop(record, ())
        if places:
            parts = list(_children(text.content, element))
            for place in places:
                start, end = _place(text.content, element, parts, place)
                found[place] = text.span(start, end)
    return found


def _attribute(attributes: str, offset: int, name: str) -> tuple[str, int, int] | None:
    """The value of an attribute and where it stands."""
    for match in _ATTRIBUTE.finditer(attributes):
        if match[1] == name:
            group = 2 if match[2] is not None else 3
            return match[group], offset + match.start(group), offset + match.end(group)
    return None


def _records(text: str) -> Iterator[tuple[str, _Element]]:
    """Every record's id with its element: `<paper>`, or the `<meta>` of a volume as its paper 0."""
    from bylint.loaders.anthology import paper_id

    collection = volume = number = ""
    opened: tuple[int, int] = (0, 0)
    for match in _RECORD_TAG.finditer(text):
        closing, tag, attributes = match[1], match[2], match[3]
        if tag is None:
            continue
        if not closing:
            opened = match.start(), match.end()
            value = _attribute(attributes, 0, "id")
            if tag == "collection":
                collection = value[0].strip() if value else ""
            elif tag == "volume":
                volume = value[0].strip() if value else ""
            elif tag == "paper":
                number = value[0].strip() if value else ""
        empty = not closing and attributes.endswith("/")
        if tag in {"paper", "meta"} and (closing or empty) and volume:
            content_end = match.end() if empty else match.start()
            element = _Element(tag, *opened, content_end, match.end())
            if tag == "meta":
                yield paper_id(collection, volume, 0), element
            elif number.isascii() and number.isdecimal():
                yield paper_id(collection, volume, int(number)), element


def _children(text: str, parent: _Element) -> Iterator[_Element]:
    """The elements directly inside another."""
    depth = 0
    tag, start, content = "", 0, 0
    for match in _TAG.finditer(text, parent.content, parent.content_end):
        if match[2] is None:
            continue
        empty = match[3].endswith("/")
        if match[1]:
            depth -= 1
            if depth == 0:
                yield _Element(tag, start, content, match.start(), match.end())
        else:
            if depth == 0:
                tag, start, content = match[2], match.start(), match.end()
                if empty:
                    yield _Element(tag, start, content, content, content)
            depth += not empty


def _place(text: str, record: _Element, parts: Sequence[_Element], place: Location) -> tuple[int, int]:
    """Where a location stands inside its record; the nearest thing around it where it is not written."""
    if place.byline:
        of_role = [part for part in parts if part.tag == place.byline]
        if not 1 <= place.position <= len(of_role):
            return record.start, record.content
        element = of_role[place.position - 1]
        if not place.field:
            return element.start, element.end
        return _part(text, element, list(_children(text, element)), place.field)
    if not place.field:
        return record.start, record.content
    field = "booktitle" if record.tag == "meta" and place.field == "title" else place.field
    return _part(text, record, parts, field)


def _part(text: str, element: _Element, parts: Sequence[_Element], field: str) -> tuple[int, int]:
    """An attribute's value, a child's content, or else the element's own tag."""
    if field in _ATTRIBUTES:
        opening = text[element.start : element.content]
        value = _attribute(opening.removesuffix(">"), element.start, field)
        if value:
            return value[1], value[2]
    for part in parts:
        if part.tag == field:
            return (part.content, part.content_end) if part.content < part.content_end else (part.start, part.end)
    return element.start, element.content if element.tag in {"paper", "meta"} else element.end
