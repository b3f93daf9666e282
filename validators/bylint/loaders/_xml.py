"""XML from strangers: parsed without entities, network or any other file, or refused with a place."""

import re
from typing import TYPE_CHECKING, Any

from bylint.loaders._text import encoding_of
from bylint.loaders.shared import brief

if TYPE_CHECKING:
    from lxml import etree

_PROLOG_WITH_DOCTYPE = re.compile(rb"\A(?:\s++|<\?.*?\?>|<!--.*?-->)*+<!DOCTYPE", re.DOTALL)
_DECLARED_ENCODING = re.compile(rb"""\A\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([^"'>]{0,40})""")
_NAMES_OF_UTF_8 = frozenset({b"utf-8", b"utf8", b"us-ascii", b"ascii"})
_PLACE_IN_MESSAGE = re.compile(r", line \d+, column \d+.*", re.DOTALL)


class XmlError(Exception):
    """The bytes are no XML that bylint reads; `line` and `column` from 1."""

    def __init__(self, message: str, line: int = 1, column: int = 1) -> None:
        super().__init__(message)
        self.line = line
        self.column = column


def parse(data: bytes) -> "etree._Element":
    """The root element of well-formed, self-contained XML; comments and instructions are left out. Raises XmlError.

    Nothing outside the file is read and no entity is expanded: a document type is refused before anything is parsed.
    Other encodings than UTF-8 and UTF-16 are refused, because they could hide one.
    """
    from lxml import etree

    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    content = _in_utf_8(data)
    try:
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        told = brief(_PLACE_IN_MESSAGE.sub("", error.msg or "").strip(), 200)
        message = f"not well-formed XML: {told}"
        raise XmlError(message, *(error.position or (1, 1))) from error


def _in_utf_8(data: bytes) -> bytes:
    """The file without its mark, in UTF-8 and without a document type."""
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
    declared = _DECLARED_ENCODING.match(content)
    if declared and encoding == "utf-8" and declared[1].lower() not in _NAMES_OF_UTF_8:
        name = declared[1].decode("ascii", "replace")
        message = f"the file is declared to be in {name!r}; only UTF-8 and UTF-16 are read"
        raise XmlError(message)
    doctype = _PROLOG_WITH_DOCTYPE.match(content)
    if doctype:
        message = "a document type declaration is not allowed"
        raise XmlError(message, doctype[0].count(b"\n") + 1)
    return content


def is_ascii_alone(data: bytes) -> bool:
    """Whether a file says that it holds nothing but ASCII, so that other signs have to be written as references."""
    declared = _DECLARED_ENCODING.match(data[encoding_of(data)[1] :])
    return declared is not None and declared[1].lower() in {b"us-ascii", b"ascii"}


def line_of(element: "etree._Element") -> int:
    """The line an element begins on."""
    line: Any = element.sourceline
    return max(line or 1, 1)


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
