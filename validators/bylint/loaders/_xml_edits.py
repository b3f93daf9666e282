"""Other text for an element of XML, so that of what is written only that changes which must."""

import re
from collections.abc import Iterator, Mapping, Sequence
from html.entities import html5

from bylint.loaders._splices import Sign, Splice, meant, spliced
from bylint.loaders._xml import on_one_line
from bylint.loaders._xml_places import Element

_SIGN = re.compile(r"&#([0-9]+);|&#x([0-9a-fA-F]+);|&([a-zA-Z][a-zA-Z0-9]*);|\r\n?|.", re.DOTALL)
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_WRITTEN = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"}


def can_be_written(text: str) -> bool:
    """Whether XML has a way to hold a text."""
    return not _NO_XML.search(text)


def as_references(text: str) -> str:
    """A text for a file that holds nothing but ASCII."""
    return text.encode("ascii", "xmlcharrefreplace").decode()


def escaped(text: str, written: Mapping[str, str] = _WRITTEN) -> str:
    """A text as XML writes it, outside of tags by default."""
    return "".join(written.get(sign, sign) for sign in text)


def signs(text: str, start: int, end: int) -> Iterator[Sign]:
    """The characters that a stretch of XML without any tag means."""
    for match in _SIGN.finditer(text, start, end):
        decimal, hexadecimal, name = match.groups()
        if decimal or hexadecimal:
            yield Sign(chr(int(decimal) if decimal else int(hexadecimal, 16)), *match.span())
        else:
            sign = html5.get(f"{name};", match[0]) if name else "\n" if match[0][0] == "\r" else match[0]
            yield Sign(sign, *match.span())


def read_signs(text: str, element: Element, *, is_exact: bool) -> list[Sign] | None:
    """The characters of an element, with every space or on one line; None where there is more than text."""
    if "<" in text[element.content : element.content_end]:
        return None
    own = list(signs(text, element.content, element.content_end))
    return own if is_exact else _on_one_line(own)


def content_of(text: str, element: Element, *, is_exact: bool) -> str | None:
    """The text of an element, as the same."""
    own = read_signs(text, element, is_exact=is_exact)
    return None if own is None else meant(own)


def with_content(text: str, element: Element, new: str, *, is_exact: bool) -> Splice | None:
    """What makes an element that holds nothing but text hold another one."""
    if element.content == element.end:  # <first/>
        stem = len(text[element.start : element.content - 2].rstrip())
        return Splice(element.start + stem, element.end, f">{escaped(new)}</{element.tag}>")
    if not new:
        return Splice(element.content - 1, element.end, "/>")
    own = read_signs(text, element, is_exact=is_exact)
    if own is None:
        return None
    splice = spliced(own, new, element.content)
    splice = splice._replace(new=escaped(splice.new))
    after = text[element.content : splice.start] + splice.new + text[splice.end : element.content_end]
    return splice if _read(after, is_exact=is_exact) == new else None


def beside(other: Element, before: str, tag: str, new: str, *, is_first: bool) -> Splice:
    """What puts an element beside another one, before or behind it, laid out as it is.

    `before` is the text between the other one and what stands before it.
    """
    space = before[len(before.rstrip()) :]
    element = f"<{tag}>{escaped(new)}</{tag}>"
    if is_first:
        return Splice(other.start, other.start, element + space)
    return Splice(other.end, other.end, space + element)


def _read(content: str, *, is_exact: bool) -> str:
    text = meant(list(signs(content, 0, len(content))))
    return text if is_exact else on_one_line(text)


def _on_one_line(own: Sequence[Sign]) -> list[Sign]:
    """The characters that are read where spaces and line ends only lay a text out."""
    text = meant(own)
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    if "\n" not in text and "  " not in text:
        return list(own[start:end])
    kept: list[Sign] = []
    for sign in own[start:end]:
        if not sign.meant.isspace():
            kept.append(sign)
        elif kept[-1].meant == " " and kept[-1].end == sign.start:
            kept[-1] = kept[-1]._replace(end=sign.end)
        else:
            kept.append(sign._replace(meant=" "))
    return kept
