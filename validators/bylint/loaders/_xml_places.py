"""Where elements stand in the text of XML that was parsed before, so that its tags nest as they should.

Comments, CDATA sections and instructions are stepped over.
"""

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

REST_OF_TAG = r"""((?:[^<>"']++|"[^"]*+"|'[^']*+')*+)>"""
SKIPPED = r"<!--.*?(?:-->|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)|<\?.*?(?:\?>|\Z)"
_TAG = re.compile(rf"<(/?)([^\s/<>!?]+){REST_OF_TAG}|{SKIPPED}", re.DOTALL)
_ATTRIBUTE = re.compile(r"""\s([^\s=]++)\s*=\s*(?:"([^"]*)"|'([^']*)')""")


class Element(NamedTuple):
    """One element: where it begins, where its content does, where that ends, where it ends."""

    tag: str
    start: int
    content: int
    content_end: int
    end: int


def attribute(tag: str, offset: int, name: str) -> tuple[int, int] | None:
    """Where the value of an attribute stands in what follows a tag's name."""
    for match in _ATTRIBUTE.finditer(tag):
        if match[1] == name:
            start, end = match.span(2 if match[2] is not None else 3)
            return offset + start, offset + end
    return None


def children(text: str, parent: Element) -> Iterator[Element]:
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
                yield Element(tag, start, content, match.start(), match.end())
        else:
            if depth == 0:
                tag, start, content = match[2], match.start(), match.end()
                if empty:
                    yield Element(tag, start, content, content, content)
            depth += not empty


def elements_at(text: str, numbers: Collection[int]) -> dict[int, Element]:
    """The elements of some numbers, counted from 0 in the order in which elements begin."""
    found: dict[int, Element] = {}
    opened: list[tuple[int, str, int, int]] = []
    number = -1
    for match in _TAG.finditer(text) if numbers else ():
        closing, tag, attributes = match.groups()
        if tag is None:
            continue
        if not closing:
            number += 1
            opened.append((number, tag, match.start(), match.end()))
            if not attributes.endswith("/"):
                continue
        elif not opened or opened[-1][1] != tag:
            break  # the file has changed since it was read
        own, tag, start, content = opened.pop()
        if own in numbers:
            found[own] = Element(tag, start, content, match.start() if closing else content, match.end())
            if len(found) == len(numbers):
                break
    return found
