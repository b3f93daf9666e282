"""
Records of arXiv as its OAI-PMH interface hands them out, in the formats `arXiv`, `arXivRaw` and `oai_dc`.

Read are the id, the title with letters for what TeX writes, the abstract, the year of `created` or of the first
version, `journal-ref`, the first DOI, and the authors. The file is read as a stream; elements are known by their local
names, because the metadata do not always have a namespace of their own. What was deleted has no metadata, and is left
out.

- `arXiv`: `forenames` are the first name, `keyname` with `suffix` the last one, and affiliations stand beside them.
- `arXivRaw`: the byline is one text, as it was typed at the submission: names with “,” and “and” between them, accents
  in TeX, affiliations in brackets, or numbers of a list at its end. Places are those of that text as a whole.
- `oai_dc`: `creator` has the last name before a comma.

A “:” in the list of authors is nobody, and the name of a collaboration is one whole where it is one text. The format
knows neither ids nor ORCIDs; who submitted a paper need not be one of its authors, and is not read.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, BinaryIO

from bylint.finding import Finding
from bylint.loaders import Record
from bylint.loaders._arxiv import (
    Author,
    authors_in,
    byline_of,
    first_doi,
    first_year,
    is_nobody,
    name_of,
    paper_id,
    parted_name,
    title_of,
    without_keys,
)
from bylint.loaders._xml import on_one_line, plain, raw
from bylint.loaders._xml_heads import root_of
from bylint.loaders._xml_places import Element
from bylint.loaders._xml_records import elements, local_children, locate_records, text_of
from bylint.loaders._xml_streams import local, stream_records
from bylint.loaders.shared import numbered
from bylint.model import Authorship, Location, Name, Paper, Span

if TYPE_CHECKING:
    from lxml import etree

_RECORDS = ("arXiv", "arXivRaw", "dc")
_ROOTS = frozenset({"OAI-PMH", "ListRecords", "GetRecord", "records", "record", *_RECORDS})


def recognises(path: str, head: bytes) -> bool:  # noqa: ARG001 - every loader is handed both
    """Whether the file is an answer of OAI-PMH, or what it wraps, and speaks of arXiv."""
    return root_of(head) in _ROOTS and b"arxiv" in head.replace(b"\0", b"").lower()


def stream(path: str, file: BinaryIO) -> Iterator[Record]:
    """The papers of a file, in its order."""
    return stream_records(path, file, _RECORDS, _metadata)


def _metadata(element: "etree._Element", path: str, number: int) -> Iterator[Record]:
    parts: dict[str, list[etree._Element]] = {}
    for child in element:
        parts.setdefault(local(child), []).append(child)
    texts = {tag: raw(elements[0]) for tag, elements in parts.items()}
    if local(element) == "dc":
        texts.update(_of_dublin_core(parts))
    own = paper_id(texts.get("id", "")) or numbered(path, number)
    byline = list(byline_of(_authors(parts), own, path))
    yield from (one for one in byline if isinstance(one, Finding))
    journal = on_one_line(texts.get("journal-ref", ""))
    created = texts.get("created") or next((raw(date) for version in parts.get("version", ()) for date in version), "")
    yield Paper(
        own,
        title_of(texts.get("title")),
        first_year(created),
        path,
        tuple(one for one in byline if isinstance(one, Authorship)),
        venues=(journal,) if journal else (),
        abstract=on_one_line(texts.get("abstract", "")) or None,
        doi=first_doi(texts.get("doi")),
    )


def _of_dublin_core(parts: "Mapping[str, Sequence[etree._Element]]") -> Iterator[tuple[str, str]]:
    """What a record of Dublin Core says, by what other records call it."""
    identifiers = [plain(one) for one in parts.get("identifier", ())]
    yield "id", next((one for one in identifiers if "/abs/" in one), "")
    yield "doi", next((one.removeprefix("doi:") for one in identifiers if one.startswith("doi:")), "")
    yield "journal-ref", next((one for one in identifiers if "/abs/" not in one and not one.startswith("doi:")), "")
    yield "created", next((raw(date) for date in parts.get("date", ())), "")
    yield "abstract", next((raw(text) for text in parts.get("description", ())), "")


def _authors(parts: "Mapping[str, Sequence[etree._Element]]") -> Iterator[Author | None]:
    """The authors of a record; None for an entry without a name."""
    for creator in parts.get("creator", ()):
        text = plain(creator)
        if not is_nobody(text):
            yield Author(name_of(text))
        elif not text:
            yield None
    for listed in parts.get("authors", ())[:1]:
        if len(listed):
            for entry in listed:
                yield from _author(entry)
        else:
            yield from authors_in(listed.text or "")


def _author(element: "etree._Element") -> Iterator[Author | None]:
    """The author of an entry; none for a sign between names."""
    parts: dict[str, str] = {}
    affiliations = []
    for child in element:
        tag, text = local(child), raw(child)
        if tag == "affiliation":
            affiliations.append(text)
        else:
            parts.setdefault(tag, on_one_line(text) if "\n" in text else text)
    first = parts.get("forenames", "").strip() and parts["forenames"]
    last = " ".join(parts[tag] for tag in ("keyname", "suffix") if parts.get(tag, "").strip())
    if first and not last:
        first, last = "", first
    if not is_nobody(last):
        yield Author(Name(first or None, last), without_keys(affiliations))
    elif not last:
        yield None


def locate(data: bytes, locations: Sequence[Location]) -> Mapping[Location, Span]:
    """The span of each location that can be found."""
    return locate_records(_standing, parted_name, data, locations)


def _standing(path: str, text: str) -> Iterator[tuple[str, Element]]:
    """The id and the element of the metadata of every record."""
    for number, element in enumerate(elements(text, _RECORDS), 1):
        said = [text_of(text, part) for part in local_children(text, element) if part.tag in {"id", "identifier"}]
        own = next((one for one in said if element.tag != "dc" or "/abs/" in one), "")
        yield paper_id(own) or numbered(path, number), element
