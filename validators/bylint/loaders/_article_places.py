"""Where the papers of a file of XML stand in it, part by part."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from bylint.loaders._articles import ArticleForm, Signature, Written, part_of_name, tree_of
from bylint.loaders._splices import meant
from bylint.loaders._text import Text
from bylint.loaders._wanted import wanted_places
from bylint.loaders._whole_names import parted
from bylint.loaders._xml import XmlError
from bylint.loaders._xml_edits import read_signs
from bylint.loaders._xml_places import Element, elements_at
from bylint.model import Location, Span

if TYPE_CHECKING:
    from lxml import etree

NAME_FIELDS = ("first", "last")
_PLURALS = {"affiliations": "affiliation", "venues": "venue"}
_Stretch: TypeAlias = Callable[[str, Element], tuple[int, int]]
"""Which characters of a text are meant, of those that an element stands in."""
_Wanted = TypeVar("_Wanted")


def locate_articles(form: ArticleForm, data: bytes, locations: Sequence[Location]) -> Mapping[Location, Span]:
    """The span of each location that can be found; of records with one id, in the first."""
    text = Text(data)
    found, wanted = wanted_places(text, locations)
    path = locations[0].path if locations else ""
    writing = {
        place: _writing(record, place)
        for record, places in wanted_articles(form, path, data, wanted)
        for place in places
    }
    standing = standing_elements(text.content, {element for element, _ in writing.values()})
    for place, (element, stretch) in writing.items():
        if element in standing:
            found[place] = text.span(*stretch(text.content, standing[element]))
    return found


def wanted_articles(
    form: ArticleForm, path: str, data: bytes, wanted: Mapping[str, Sequence[_Wanted]]
) -> Iterator[tuple[Written, Sequence[_Wanted]]]:
    """The first record of each id that something is wanted of; none of a file that cannot be read any more."""
    left = dict(wanted)
    try:
        root = tree_of(data) if left else None
    except XmlError:
        return
    for record in form.records(root, path) if root is not None and root.tag in form.roots else ():
        if isinstance(record, Written) and record.paper.id in left:
            yield record, left.pop(record.paper.id)


def standing_elements(text: str, wanted: Collection["etree._Element"]) -> dict["etree._Element", Element]:
    """Where elements of one tree stand in its text."""
    if not wanted:
        return {}
    (root, *_) = {element.getroottree().getroot() for element in wanted}
    numbers = {number: element for number, element in enumerate(root.iter("*")) if element in wanted}
    return {numbers[number]: found for number, found in elements_at(text, numbers).items()}


def part_of(record: Written, field: str) -> "etree._Element | None":
    """What writes a part of a record."""
    return record.parts.get(_PLURALS.get(field, field))


def signature_at(record: Written, place: Location) -> Signature | None:
    """The signature at a position of a byline."""
    signatures = record.bylines.get(place.byline, ())
    return signatures[place.position - 1] if 1 <= place.position <= len(signatures) else None


def _writing(record: Written, place: Location) -> tuple["etree._Element", _Stretch]:
    """What writes a location, or the nearest thing around it; of a part that several elements write, the longest."""
    signature = signature_at(record, place)
    if signature is None:
        part = part_of(record, place.byline or place.field)
        return (record.element, _tag) if part is None else (part, _content)
    field = _PLURALS.get(place.field, place.field)
    if field == "orcid" and signature.orcid is not None:
        return signature.orcid, _content
    if field == "affiliation" and signature.affiliations:
        return signature.affiliations[0][0], _content
    parts = signature.first if field == "first" else signature.last if field == "last" else ()
    if parts:
        return max(parts, key=lambda part: len(part_of_name(part))), _content
    if signature.last:
        return signature.element, _whole
    is_part = field in NAME_FIELDS and not signature.is_body
    return signature.element, partial(_part_of_text, field) if is_part else _own_text


def _tag(text: str, element: Element) -> tuple[int, int]:  # noqa: ARG001 - as all stretches
    return element.start, element.content


def _whole(text: str, element: Element) -> tuple[int, int]:  # noqa: ARG001 - as all stretches
    return element.start, element.end


def _content(text: str, element: Element) -> tuple[int, int]:
    """What an element holds, without the lines and spaces that lay it out; all of it where it holds nothing."""
    start, end = element.content, element.content_end
    held = text[start:end]
    if "\n" in held:
        start, end = start + len(held) - len(held.lstrip()), start + len(held.rstrip())
    return (start, end) if start < end else (element.start, element.end)


def _own_text(text: str, element: Element) -> tuple[int, int]:
    """The text that an element begins with, before those inside it; its content where it begins with none."""
    inside = text.find("<", element.content, element.content_end)
    before = element if inside < 0 else element._replace(content_end=inside)
    return _content(text, before if text[element.content : before.content_end].strip() else element)


def _part_of_text(field: str, text: str, element: Element) -> tuple[int, int]:
    """The first or the last name in the text of an element; its content where that is more than text."""
    signs = read_signs(text, element, is_exact=False)
    start, end = parted(meant(signs))[field == "last"] if signs else (0, 0)
    return (signs[start].start, signs[end - 1].end) if signs and start < end else _content(text, element)
