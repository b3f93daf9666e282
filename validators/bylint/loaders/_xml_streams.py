"""Records of XML from strangers, one after the other, with no more of the file in memory than a record and a chunk."""

import codecs
from collections.abc import Callable, Collection, Iterator
from typing import TYPE_CHECKING, Any, BinaryIO

from bylint.loaders import Record
from bylint.loaders._text import encoding_of
from bylint.loaders._xml import AS_FROM_STRANGERS, XmlError, declared_encoding, not_well_formed, refuse_declarations
from bylint.loaders._xml_heads import root_of
from bylint.loaders.shared import broken_file

if TYPE_CHECKING:
    from lxml import etree

_CHUNK = 1 << 16
_ENCODINGS = {
    "": "utf-8",
    "utf-8": "utf-8",
    "utf8": "utf-8",
    "us-ascii": "utf-8",
    "ascii": "utf-8",
    "iso-8859-1": "iso-8859-1",
    "latin1": "iso-8859-1",
}
"""By what a file says it is in; none of them could hide a document type."""


def local(element: "etree._Element") -> str:
    """The name of an element without its namespace; empty for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def stream_records(
    path: str, file: BinaryIO, names: Collection[str], records: Callable[["etree._Element", str, int], Iterator[Record]]
) -> Iterator[Record]:
    """What `records` says of every element of some local names, from the element, the path and its number, from 1."""
    number = 0
    try:
        for element in streamed(file, names):
            if local(element) in names:
                number += 1
                yield from records(element, path, number)
    except XmlError as error:
        yield broken_file(path, str(error), error.line, error.column)


def streamed(file: BinaryIO, names: Collection[str], *, may_name_a_type: bool = False) -> Iterator["etree._Element"]:
    """Every element of some local names, whole and in order, and every other one that stands beside them.

    Nothing outside the file is read, and a document type is refused; where the file `may_name_a_type`, only one that
    declares anything itself, and references to characters by name stay in the tree as entities. Raises XmlError where
    the file goes no further.
    """
    from lxml import etree

    head = file.read(_CHUNK)
    encoding, mark = _encoding(head, may_name_a_type=may_name_a_type)
    parser = etree.XMLPullParser(
        events=("start", "end"),
        tag=[f"{{*}}{name}" for name in {*names, root_of(head)}],
        encoding="utf-8" if encoding.startswith("utf-16") else encoding,
        collect_ids=False,
        **AS_FROM_STRANGERS,
    )
    root: etree._Element | None = None
    error: XmlError | None = None
    for chunk in _in_utf_8(file, head[mark:], encoding):
        try:
            if chunk:
                parser.feed(chunk)
            else:
                parser.close()
        except etree.XMLSyntaxError as refused:
            error = not_well_formed(refused)
        events: Any = parser.read_events()
        for event, element in events:
            if root is None:
                root = element
            if event == "end" and local(element) in names:
                yield element
        if error is not None:
            raise error
        if root is not None:
            yield from _forgotten(root, names, is_whole=not chunk)


def _encoding(head: bytes, *, may_name_a_type: bool) -> tuple[str, int]:
    """The encoding of a file that begins so, and the length of its mark. Raises XmlError for what is not read."""
    if not head.strip():
        message = "the file is empty"
        raise XmlError(message)
    encoding, mark = encoding_of(head)
    content = head[mark:]
    if encoding == "utf-8":
        declared = declared_encoding(content)
        if declared not in _ENCODINGS:
            message = f"the file is declared to be in {declared!r}; only UTF-8, UTF-16 and ISO-8859-1 are read"
            raise XmlError(message)
        encoding = _ENCODINGS[declared]
    else:
        content = content.decode(encoding, "replace").encode()
    refuse_declarations(content, may_name_a_type=may_name_a_type)
    if not root_of(head):
        message = "not XML: no element begins here"
        raise XmlError(message)
    return encoding, mark


def _in_utf_8(file: BinaryIO, chunk: bytes, encoding: str) -> Iterator[bytes]:
    """The chunks of a file, the first one given, in UTF-8 where they are in UTF-16; an empty one at the end."""
    decoder = codecs.getincrementaldecoder(encoding)() if encoding.startswith("utf-16") else None
    try:
        while chunk:
            yield decoder.decode(chunk).encode() if decoder else chunk
            chunk = file.read(_CHUNK)
        if decoder:
            decoder.decode(b"", final=True)
    except UnicodeDecodeError as error:
        message = f"not UTF-16: {error.reason}"
        raise XmlError(message) from error
    yield b""


def _forgotten(element: "etree._Element", names: Collection[str], *, is_whole: bool) -> Iterator["etree._Element"]:
    """Takes out of a tree what has been read of it, level by level along its end; what stood beside records comes."""
    around: etree._Element | None = element
    while around is not None and local(around) not in names:
        done = list(around) if is_whole else list(around)[:-1]
        yield from (child for child in done if local(child) not in names)
        for child in done:
            around.remove(child)
        around = around[0] if len(around) else None
