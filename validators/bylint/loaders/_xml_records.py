"""Where the records of a big file of XML stand in it, and what stands in them."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from bylint.loaders._splices import meant
from bylint.loaders._text import Text
from bylint.loaders._trees import Place
from bylint.loaders._wanted import wanted_places
from bylint.loaders._whole_names import Stretch
from bylint.loaders._xml import on_one_line
from bylint.loaders._xml_edits import signs
from bylint.loaders._xml_places import REST_OF_TAG, SKIPPED, Element, attribute, children
from bylint.model import Location, Span

_MARKUP = re.compile(rf"<[^\s<>!?]{REST_OF_TAG}|{SKIPPED}", re.DOTALL)
_FIELDS: Mapping[str, Sequence[str]] = {
    "abstract": ("abstract", "summary", "description"),
    "venue": ("journal", "booktitle", "journal-ref", "journal_ref"),
    "year": ("year", "published", "created"),
    "doi": ("doi", "ee", "url"),
}
"""What other parts of a record are called; the others are called as the record has them."""
_ENTRIES: Mapping[str, Sequence[str]] = {"author": ("author", "creator"), "names": ("author",)}
_ADDRESSES = frozenset({"ee", "url"})
_PARTS = {"first": "forenames", "last": "keyname"}
_WHOLE = ("name", "keyname", "forenames")
_NOBODY = frozenset({"", ":"})


def locate_records(
    records: Callable[[str, str], Iterable[tuple[str, Element]]],
    parted: Callable[[str], tuple[Stretch, Stretch]],
    data: bytes,
    locations: Sequence[Location],
) -> Mapping[Location, Span]:
    """The span of each location that can be found; of records with one id, in the first.

    `records` gives the id and the element of every record in a text, from the path of the file and the text; `parted`
    says where the first and the last name stand in what is written as one text.
    """
    text = Text(data)
    found, wanted = wanted_places(text, locations)
    for record, element in records(locations[0].path, text.content) if wanted else ():
        for place in wanted.pop(record, ()):
            found[place] = text.span(*_place(text.content, element, place, parted))
        if not wanted:
            break
    return found


def elements(text: str, names: Iterable[str], inside: Element | None = None) -> Iterator[Element]:
    """The elements of some local names that stand in none other of them, in a text or inside of another element."""
    tags = "|".join(map(re.escape, names))
    tag = re.compile(rf"<(/?)(?:[\w.-]+:)?({tags})(?=[\s/>]){REST_OF_TAG}|{SKIPPED}", re.DOTALL)
    opened: list[tuple[str, int, int]] = []
    for match in tag.finditer(text, *((inside.content, inside.content_end) if inside else ())):
        closing, name, attributes = match.groups()
        if name is None:
            continue
        if not closing:
            opened.append((name, match.start(), match.end()))
            if not attributes.endswith("/"):
                continue
        elif not opened or opened[-1][0] != name:
            return  # the file has changed since it was read
        _, start, content = opened.pop()
        if not opened:
            yield Element(name, start, content, match.start() if closing else content, match.end())


def local_children(text: str, parent: Element) -> list[Element]:
    """The elements directly inside another, by their local names."""
    return [child._replace(tag=child.tag.rpartition(":")[2]) for child in children(text, parent)]


def text_of(text: str, element: Element) -> str:
    """All that an element says, on one line."""
    content = _MARKUP.sub("", text[element.content : element.content_end])
    return on_one_line(meant(list(signs(content, 0, len(content)))))


def attribute_of(text: str, element: Element, name: str) -> Place | None:
    """Where the value of an attribute stands."""
    return attribute(text[element.start : element.content], element.start, name)


def _place(text: str, record: Element, location: Location, parted: Callable[[str], tuple[Stretch, Stretch]]) -> Place:
    """The nearest thing that is written around a location."""
    parts = local_children(text, record)
    if not location.byline:
        tags = _FIELDS.get(location.field, (location.field,))
        written = (part for part in parts if part.tag in tags and part.content < part.content_end)
        own = next((part for part in written if part.tag not in _ADDRESSES or _is_doi(text, part)), None)
        return (own.content, own.content_end) if own else (record.start, record.content)
    listed = next((part for part in parts if part.tag == "authors"), None)
    entries = local_children(text, listed) if listed and location.byline == "author" else parts
    tags = _ENTRIES.get(location.byline, (location.byline,))
    named = [entry for entry in entries if entry.tag in tags and text_of(text, _whole(text, entry)) not in _NOBODY]
    if location.byline == "names":
        named = _distinct(text, named, parted)
    if 1 <= location.position <= len(named):
        return _in_entry(text, named[location.position - 1], location.field, parted)
    return (listed.content, listed.content_end) if listed else (record.start, record.content)


def _is_doi(text: str, element: Element) -> bool:
    return "doi.org/10." in text[element.content : element.content_end].lower()


def _distinct(text: str, entries: Iterable[Element], parted: Callable[[str], tuple[Stretch, Stretch]]) -> list[Element]:
    """The first entry of each name."""
    found: dict[str, Element] = {}
    for entry in entries:
        name = text_of(text, entry)
        first, last = parted(name)
        found.setdefault(f"{name[slice(*first)]} {name[slice(*last)]}", entry)
    return list(found.values())


def _whole(text: str, entry: Element) -> Element:
    """What writes the name of an entry, or the last name where two elements do."""
    parts = local_children(text, entry)
    return next((part for tag in _WHOLE for part in parts if part.tag == tag), entry)


def _in_entry(text: str, entry: Element, field: str, parted: Callable[[str], tuple[Stretch, Stretch]]) -> Place:
    """Where a part of an authorship stands; the whole of it where that part is not written by itself."""
    own = next((part for part in local_children(text, entry) if part.tag == _PARTS.get(field, field)), None)
    if own and own.content < own.content_end:
        return own.content, own.content_end
    value = attribute_of(text, entry, field)
    whole = _whole(text, entry)
    if value or field not in _PARTS or whole.tag not in {"name", "author", "editor", "creator"}:
        return value or (entry.start, entry.end)
    written = list(signs(text, whole.content, whole.content_end))
    name = meant(written)
    start, end = parted(name)[field == "last"]
    if "<" in name or "\n" in name or start == end:
        return whole.content, whole.content_end
    return written[start].start, written[end - 1].end
