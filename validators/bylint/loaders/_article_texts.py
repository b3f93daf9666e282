"""Texts of articles in XML: with notes left out, paragraphs apart, and the parts of an address between commas."""

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from bylint.loaders._xml import on_one_line

if TYPE_CHECKING:
    from lxml import etree

_NOTES = frozenset({"address", "aff", "annotation", "contrib-group", "email", "fn", "role", "tex-math", "xref"})
"""What stands in a title or a name and is not of it: marks of notes, a formula's second form, the members of a body."""
_BESIDE_AN_ADDRESS = frozenset(
    ["email", "ext-link", "fn", "institution-id", "institution_acronym", "institution_id", "label", "uri", "xref"]
)
_BESIDE_A_PARAGRAPH = frozenset({"annotation", "label", "object-id", "tex-math"})
_BLOCKS = frozenset({"break", "br", "disp-formula", "disp-quote", "li", "list", "list-item", "p", "sec", "title"})
_BORDER = "\0"
"""Stands between two parts of an address; no XML can hold it."""


def text_of(element: "etree._Element", beside: Collection[str] = _NOTES) -> str:
    """All text of an element as it stands, but for what stands `beside` it."""
    return (element.text or "") if not len(element) else "".join(_texts(element, beside))


def title_of(element: "etree._Element | None") -> str:
    """The text of a title or of a body's name on one line; empty where there is no element."""
    return "" if element is None else on_one_line(text_of(element))


def prose_of(element: "etree._Element") -> str:
    """The text of an abstract on one line, without its heading."""
    parts = _texts(element, _BESIDE_A_PARAGRAPH, _BLOCKS)
    heading = element.find("title")
    text = " ".join("".join(parts).split())
    return text if heading is None else text.removeprefix(title_of(heading)).lstrip()


def address_of(element: "etree._Element") -> str:
    """The text of an affiliation on one line; parts that nothing else parts have a comma between them."""
    parts = "".join(_parts(element)).split(_BORDER)
    return ", ".join(filter(None, (" ".join(part.split()).strip(" ,;") for part in parts)))


def _texts(element: "etree._Element", beside: Collection[str], blocks: Collection[str] = ()) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag not in beside:
            border = " " if child.tag in blocks else ""
            yield border
            yield from _texts(child, beside, blocks)
            yield border
        yield child.tail or ""


def _parts(element: "etree._Element") -> Iterator[str]:
    """The texts of an address, with a border between two elements that have nothing between them.

    Space is nothing, but for a line in which other elements are parted by signs.
    """
    yield element.text or ""
    is_line = any((text or "").strip() for text in (element.text, *(child.tail for child in element)))
    for child in element:
        if child.tag in _BESIDE_AN_ADDRESS or _is_number(child, element):
            yield child.tail or ""
        else:
            yield from _parts(child)
            yield child.tail if child.tail and (is_line or not child.tail.isspace()) else _BORDER


def _is_number(child: "etree._Element", element: "etree._Element") -> bool:
    """Whether an element is the mark that an address begins with."""
    return child.tag == "sup" and child.getprevious() is None and not (element.text or "").strip()
