"""
Answers of arXiv's interface for queries, which are feeds of Atom.

Read of each entry are `id` (without the version), `title` and `summary` with letters for what TeX writes in the title,
the year of `published`, `arxiv:journal_ref`, `arxiv:doi`, and the names and affiliations of `author`. The file is read
as a stream; elements are known by their local names.

A name is one text: the last word is the last name, with its particles before it. The name of a collaboration is one
whole, and a “:” in the list of authors is nobody. The format knows neither ids nor ORCIDs. A feed that says that the
query failed is a finding.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, BinaryIO

from bylint.finding import Finding
from bylint.loaders import Record
from bylint.loaders._arxiv import (
    Author,
    byline_of,
    first_doi,
    first_year,
    is_nobody,
    name_of,
    paper_id,
    parted_name,
    title_of,
)
from bylint.loaders._xml import on_one_line, plain, raw
from bylint.loaders._xml_heads import root_of
from bylint.loaders._xml_places import Element
from bylint.loaders._xml_records import elements, local_children, locate_records, text_of
from bylint.loaders._xml_streams import local, stream_records
from bylint.loaders.shared import BROKEN_RECORD, brief, numbered
from bylint.model import Authorship, Location, Paper, Span

if TYPE_CHECKING:
    from lxml import etree

_RECORDS = ("entry",)
_ERRORS = "/api/errors"


def recognises(path: str, head: bytes) -> bool:  # noqa: ARG001 - every loader is handed both
    """Whether the file is a feed that speaks of arXiv."""
    return root_of(head) == "feed" and b"arxiv.org/" in head.replace(b"\0", b"")


def stream(path: str, file: BinaryIO) -> Iterator[Record]:
    """The papers of a file, in its order."""
    return stream_records(path, file, _RECORDS, _entry)


def _entry(element: "etree._Element", path: str, number: int) -> Iterator[Record]:
    parts: dict[str, str] = {}
    authors: list[Author | None] = []
    for child in element:
        tag = local(child)
        if tag == "author":
            authors.extend(_author(child))
        else:
            parts.setdefault(tag, raw(child))
    own = paper_id(parts.get("id", "")) or numbered(path, number)
    if _ERRORS in parts.get("id", ""):
        told = f"arXiv answered with an error: {on_one_line(parts.get('summary', ''))}"
        yield Finding(check=BROKEN_RECORD.id, message=brief(told, 200), location=Location(path, own))
        return
    byline = list(byline_of(authors, own, path))
    yield from (one for one in byline if isinstance(one, Finding))
    journal = on_one_line(parts.get("journal_ref", ""))
    yield Paper(
        own,
        title_of(parts.get("title")),
        first_year(parts.get("published")),
        path,
        tuple(one for one in byline if isinstance(one, Authorship)),
        venues=(journal,) if journal else (),
        abstract=on_one_line(parts.get("summary", "")) or None,
        doi=first_doi(parts.get("doi")),
    )


def _author(element: "etree._Element") -> Iterator[Author | None]:
    """The author of an element; none for a sign between names."""
    name = next((raw(child) for child in element if local(child) == "name"), "")
    affiliations = tuple(filter(None, (plain(child) for child in element if local(child) == "affiliation")))
    if not is_nobody(name):
        yield Author(name_of(on_one_line(name) if "\n" in name else name), affiliations)
    elif not name.strip():
        yield None


def locate(data: bytes, locations: Sequence[Location]) -> Mapping[Location, Span]:
    """The span of each location that can be found."""
    return locate_records(_standing, parted_name, data, locations)


def _standing(path: str, text: str) -> Iterator[tuple[str, Element]]:
    """The id and the element of every entry."""
    for number, element in enumerate(elements(text, _RECORDS), 1):
        own = next((text_of(text, part) for part in local_children(text, element) if part.tag == "id"), "")
        yield paper_id(own) or numbered(path, number), element
