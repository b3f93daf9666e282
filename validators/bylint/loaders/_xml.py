"""XML from strangers: parsed without entities, network or any other file, or refused with a place."""

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from bylint.loaders._text import encoding_of
from bylint.loaders.shared import brief

if TYPE_CHECKING:
    from lxml import etree

_PROLOG_WITH_DOCTYPE = re.compile(rb"\A(?:\s++|<\?.*?\?>|<!--.*?-->)*+<!DOCTYPE", re.DOTALL)
_REST_OF_DOCTYPE = re.compile(rb"""(?:[^\["'<>]++|"[^"]*+"|'[^']*+')*+>""")
_DECLARED_ENCODING = re.compile(rb"""\A\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([^"'>]{0,40})""")
_NAMES_OF_UTF_8 = frozenset({"utf-8", "utf8", "us-ascii", "ascii"})
_PLACE_IN_MESSAGE = re.compile(r", line \d+, column \d+.*", re.DOTALL)
AS_FROM_STRANGERS: Mapping[str, Any] = MappingProxyType(
    {
        "resolve_entities": False,
        "no_network": True,
        "load_dtd": False,
        "huge_tree": False,
        "remove_comments": True,
        "remove_pis": True,
    }
)
"""How every parser of XML is set up."""


class XmlError(Exception):
    """The bytes are no XML that bylint reads; `line` and `column` from 1."""

    def __init__(self, message: str, line: int = 1, column: int = 1) -> None:
        super().__init__(message)
        self.line = line
        self.column = column


def parse(data: bytes, *, may_name_a_type: bool = False) -> "etree._Element":
    """The root element of well-formed, self-contained XML; comments and instructions are left out. Raises XmlError.

    Nothing outside the file is read and no entity is expanded: a document type is refused before anything is parsed.
    Other encodings than UTF-8 and UTF-16 are refused, because they could hide one. Where a file `may_name_a_type`, only
    one that declares anything itself is refused; references to characters by name stay in the tree as entities.
    """
    from lxml import etree

    parser = etree.XMLParser(encoding="utf-8", **AS_FROM_STRANGERS)
    content = _in_utf_8(data, may_name_a_type=may_name_a_type)
    try:
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise not_well_formed(error) from error


def not_well_formed(error: "etree.XMLSyntaxError") -> XmlError:
    """What the parser says of a file, with the place."""
    told = brief(_PLACE_IN_MESSAGE.sub("", error.msg or "").strip(), 200)
    return XmlError(f"not well-formed XML: {told}", *(error.position or (1, 1)))


def _in_utf_8(data: bytes, *, may_name_a_type: bool) -> bytes:
    """The file without its mark, in UTF-8, without a document type or with one that declares nothing."""
    if not data.strip():
        message = "the file is empty"
        raise XmlError(message)
    encoding, mark = encoding_of(data)
    content = data[mark:]
    if encoding != "utf-8":
        try:
            content = content.decode(encoding).encode()
        except UnicodeDecodeError as error:
            message = f"not UTF-16: {error.reason}"
            raise XmlError(message) from error
    declared = declared_encoding(content)
    if declared and encoding == "utf-8" and declared not in _NAMES_OF_UTF_8:
        message = f"the file is declared to be in {declared!r}; only UTF-8 and UTF-16 are read"
        raise XmlError(message)
    refuse_declarations(content, may_name_a_type=may_name_a_type)
    return content


def declared_encoding(content: bytes) -> str:
    """The encoding that a file without a mark says it is in, in small letters; empty where it says none."""
    declared = _DECLARED_ENCODING.match(content)
    return declared[1].decode("ascii", "replace").lower() if declared else ""


def refuse_declarations(content: bytes, *, may_name_a_type: bool) -> None:
    """Raise XmlError for a document type, or for one that declares anything where a file `may_name_a_type`."""
    doctype = _PROLOG_WITH_DOCTYPE.match(content)
    if doctype and not (may_name_a_type and _REST_OF_DOCTYPE.match(content, doctype.end())):
        more = " that declares anything itself" if may_name_a_type else ""
        message = f"a document type declaration{more} is not allowed"
        raise XmlError(message, doctype[0].count(b"\n") + 1)


def is_ascii_alone(data: bytes) -> bool:
    """Whether a file says that it holds nothing but ASCII, so that other signs have to be written as references."""
    return declared_encoding(data[encoding_of(data)[1] :]) in {"us-ascii", "ascii"}


def line_of(element: "etree._Element") -> int:
    """The line an element begins on."""
    line: Any = element.sourceline
    return max(line or 1, 1)


def spell_out_characters(root: "etree._Element") -> None:
    """Put the characters in place of the entities that a tree holds. Raises XmlError for one that names none."""
    from html.entities import html5

    from lxml import etree

    parents = {parent for entity in root.iter(etree.Entity) if (parent := entity.getparent()) is not None}
    for parent in parents:
        _spell_out_inside(parent, html5)


def _spell_out_inside(parent: "etree._Element", characters: Mapping[str, str]) -> None:
    """The same for the entities directly inside an element, whose texts are put together once."""
    from lxml import etree

    before: etree._Element | None = None
    texts = [parent.text or ""]
    for child in list(parent):
        if child.tag is not etree.Entity:
            _set_text(parent, before, texts)
            before, texts = child, [child.tail or ""]
            continue
        name = str(child.text)
        if name.removeprefix("&") not in characters:
            message = f"nothing declares the entity {brief(name)}"
            raise XmlError(message, line_of(child))
        texts += [characters[name.removeprefix("&")], child.tail or ""]
        child.tail = None
        parent.remove(child)
    _set_text(parent, before, texts)


def _set_text(parent: "etree._Element", before: "etree._Element | None", texts: Sequence[str]) -> None:
    """Put text behind a child, or at the beginning of its parent."""
    if before is None:
        parent.text = "".join(texts)
    else:
        before.tail = "".join(texts)


def raw(element: "etree._Element") -> str:
    """All text of an element as it stands, markup taken off."""
    return (element.text or "") if not len(element) else "".join(map(str, element.itertext()))


def plain(element: "etree._Element") -> str:
    """All text of an element on one line."""
    return on_one_line(raw(element))


def on_one_line(text: str) -> str:
    """Text without the spaces and line ends that only lay it out."""
    return " ".join(text.split()) if "\n" in text or "  " in text else text.strip()


def plain_or_none(element: "etree._Element | None") -> str | None:
    """The same; None where there is no element or no text."""
    return None if element is None else (plain(element) or None)
