"""Where the parts of an Anthology record stand in its file.

Only the records that are asked for are looked into.
"""

import html
import re
from collections.abc import Iterator, Mapping, Sequence

from bylint.loaders._anthology_ids import is_number, paper_id
from bylint.loaders._text import Text
from bylint.loaders._wanted import wanted_places
from bylint.loaders._xml_places import REST_OF_TAG, SKIPPED, Element, attribute, children
from bylint.model import Location, Span

_RECORD_TAG = re.compile(rf"<(/?)(collection|volume|meta|paper|event)(?=[\s/>]){REST_OF_TAG}|{SKIPPED}", re.DOTALL)
ATTRIBUTES = frozenset({"id", "orcid", "openreview"})
TAG_OF_FIELD = {"key": "bibkey", "venues": "venue", "affiliations": "affiliation", "variants": "variant"}


def locate(data: bytes, locations: Sequence[Location]) -> Mapping[Location, Span]:
    """The span of each location that can be found."""
    text = Text(data)
    found, wanted = wanted_places(text, locations)
    for record, element in records(text.content) if wanted else ():
        places = wanted.pop(record, ())
        parts = list(children(text.content, element)) if places else []
        for place in places:
            found[place] = text.span(*_place(text.content, element, parts, place))
        if not wanted:
            break
    return found


def _id(attributes: str) -> str:
    value = attribute(attributes, 0, "id")
    return html.unescape(attributes[slice(*value)]).strip() if value else ""


def records(text: str) -> Iterator[tuple[str, Element]]:
    """Every record's id with its element: `<paper>`, or as a volume's paper 0 its `<meta>`, or else itself."""
    opened: list[tuple[str, str, int, int]] = []
    has_meta = False
    for match in _RECORD_TAG.finditer(text):
        closing, tag, attributes = match.groups()
        if tag is None:
            continue
        if not closing:
            opened.append((tag, _id(attributes), match.start(), match.end()))
            has_meta = has_meta and tag != "volume"
            if not attributes.endswith("/"):
                continue
        elif not opened or opened[-1][0] != tag:
            return  # the file has changed since it was read
        _, number, start, content = opened.pop()
        element = Element(tag, start, content, match.start() if closing else content, match.end())
        inside = opened[-1][0] if opened else ""
        if len(opened) == 2 and inside == "volume" and tag in {"meta", "paper"}:
            if tag == "meta":
                has_meta, number = True, "0"
            if is_number(number):
                yield paper_id(opened[0][1], opened[1][1], int(number)), element
        elif len(opened) == 1 and tag == "volume" and not has_meta:
            yield paper_id(opened[0][1], number, 0), element


def _place(text: str, record: Element, parts: Sequence[Element], place: Location) -> tuple[int, int]:
    """Where a location stands inside its record; the nearest thing around it where it is not written."""
    if place.byline:
        of_role = [part for part in parts if part.tag == place.byline]
        if not 1 <= place.position <= len(of_role):
            return record.start, record.content
        element = of_role[place.position - 1]
        if not place.field:
            return element.start, element.end
        return _part(text, element, list(children(text, element)), place.field)
    if not place.field:
        return record.start, record.content
    field = "booktitle" if record.tag == "meta" and place.field == "title" else place.field
    return _part(text, record, parts, field)


def _part(text: str, element: Element, parts: Sequence[Element], field: str) -> tuple[int, int]:
    """An attribute's value, a child's content, or else the element's own tag."""
    value = None
    if field in ATTRIBUTES:
        value = attribute(text[element.start : element.content], element.start, field)
        if value and value[0] < value[1]:
            return value
    tag = TAG_OF_FIELD.get(field, field)
    for part in parts:
        if part.tag == tag:
            return (part.content, part.content_end) if part.content < part.content_end else (part.start, part.end)
    return value or (element.start, element.end if element.tag in {"author", "editor"} else element.content)
