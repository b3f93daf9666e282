"""
The XML of dblp: the whole dump, an export of some records, and what proceedings are submitted in (`dblpsubmission`).

Read of each publication are its `key`, `title` with its markup taken off, `year`, `journal` or `booktitle`, `pages`,
`author` and `editor` in their order with `orcid`, the first DOI in `ee` or `url`, and `crossref`: the record that it
names, of proceedings or a book, stands for the volume. The file is read as a stream. Its character entities (`&ouml;`)
are known without its DTD, which is never fetched.

A name is one text: the last word is the last name, with its particles before it. Where several people have one name,
dblp numbers them: of `Wei Wang 0001` the name is “Wei Wang”, and all of it is the id of a person, whose page is that
of this number. `Wei Wang` without a number is a name and no id. It resolves like any other name, so what dblp has not
told apart stands on a page of its own, beside those with numbers.

`www` records under `homepages/` are the people database. The first name, with its number, is the id of the person; the
others are further names, or further ids where they have numbers. The ORCID is one of the addresses, and affiliations
are notes. Who has a number in every name is meant only where a number is written; a page that dblp calls one of
disambiguation stands for anybody else of the name. Where a file holds no such record, as an export of one conference
does, the numbers still are ids, and nothing says that one of them is nobody's. Of a person's page (`dblpperson`) only
the publications are read: it describes none of the others whom they name.

Titles end in the full stop that dblp gives them. There are no abstracts and no affiliations of authorships.
"""

import html
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from bylint.finding import Finding
from bylint.loaders import Record
from bylint.loaders._forms import bare_doi, year_of
from bylint.loaders._whole_names import Stretch, parted, whole_name
from bylint.loaders._xml import XmlError, line_of, on_one_line, plain_or_none, raw, spell_out_characters
from bylint.loaders._xml_heads import root_of
from bylint.loaders._xml_places import Element
from bylint.loaders._xml_records import attribute_of, elements, local_children, locate_records, text_of
from bylint.loaders._xml_streams import streamed
from bylint.loaders.shared import BROKEN_RECORD, brief, broken_file, numbered
from bylint.model import Authorship, Location, Name, Paper, Person, Span

if TYPE_CHECKING:
    from lxml import etree

_RECORDS = (
    "article",
    "inproceedings",
    "proceedings",
    "book",
    "incollection",
    "phdthesis",
    "mastersthesis",
    "www",
    "data",
)
_SUBMITTED = "publ"
_ROOTS = frozenset({"dblp", "dblpperson", "dblpsubmission", "bht"})
_PEOPLE = "homepages/"
_ADDRESSES = frozenset({"ee", "url"})
_HOMONYM = re.compile(r"(.*\S) [0-9]{4}")
_DOI = re.compile(r"https?://(?:dx\.)?doi\.org/(10\..+)", re.IGNORECASE)
_ORCID = re.compile(r"https?://orcid\.org/(.+)", re.IGNORECASE)


def recognises(path: str, head: bytes) -> bool:  # noqa: ARG001 - every loader is handed both
    """Whether the root is one of dblp's."""
    return root_of(head) in _ROOTS


def stream(path: str, file: BinaryIO) -> Iterator[Record]:
    """The papers and people of a file, in its order."""
    number = inside = 0
    try:
        for element in streamed(file, (*_RECORDS, _SUBMITTED), may_name_a_type=True):
            if element.tag == _SUBMITTED:
                inside += 1
                yield from _submitted(element, path, number + 1, inside)
            elif element.tag in _RECORDS:
                number, inside = number + 1, 0
                yield from _record(element, _key(element) or numbered(path, number), path, _Volume())
            elif getattr(element.getparent(), "tag", None) == "dblp" and isinstance(element.tag, str):
                message = f"<{brief(element.tag)}> is no record of dblp"
                about = element.get("key") or element.tag
                place = Location(path, line=line_of(element), column=1)
                yield Finding(check=BROKEN_RECORD.id, message=message, location=place, about=brief(about, 200))
    except XmlError as error:
        yield broken_file(path, str(error), error.line, error.column)


def _key(element: "etree._Element") -> str:
    return element.get("key", "").strip() or on_one_line(element.findtext("key") or "")


class _Volume(NamedTuple):
    """What the proceedings say of the papers that are submitted with them."""

    id: str | None = None
    venue: str | None = None
    year: int | None = None


def _submitted(element: "etree._Element", path: str, number: int, inside: int) -> Iterator[Record]:
    """The paper of a submission, as it stands in its proceedings."""
    around = next(element.iterancestors(*_RECORDS), None)
    if around is not None:
        own = _key(around) or numbered(path, number)
        volume = _Volume(own, plain_or_none(around.find("series/key")), year_of(around.findtext("year")))
        yield from _record(element, f"{own}#{inside}", path, volume)


def _record(element: "etree._Element", own: str, path: str, volume: _Volume) -> Iterator[Record]:
    """The person or the paper of a record; nothing where it holds a character that has no such name."""
    try:
        if element.tag == "www" and own.startswith(_PEOPLE):
            yield from _person(element, path)
        else:
            yield from _publication(element, own, path, volume)
    except XmlError as error:
        yield _broken(Location(path, own), str(error))


def _text(element: "etree._Element") -> str:
    """All text of an element, without its markup. Raises XmlError."""
    if not len(element):
        return element.text or ""
    spell_out_characters(element)
    return raw(element)


def _publication(element: "etree._Element", own: str, path: str, volume: _Volume) -> Iterator[Record]:
    """The paper of a record, behind the findings about names that cannot be read. Raises XmlError."""
    bylines: dict[str, list[Authorship]] = {"author": [], "editor": []}
    parts: dict[str, str] = {}
    for child in element:
        tag = child.tag
        text = _text(child)
        if tag not in bylines:
            if tag in _ADDRESSES and (match := _DOI.fullmatch(text.strip())):
                tag, text = "doi", match[1]
            if tag not in parts:
                parts[tag] = on_one_line(text)
        elif not text.strip():
            yield _broken(Location(path, own, tag), f"{tag} {len(bylines[tag]) + 1}: no name")
        else:
            name, person_id = _named(text)
            position = len(bylines[tag]) + 1
            authorship = Authorship(name, own, position, tag, path, person_id, child.get("orcid") or None)
            bylines[tag].append(authorship)
    is_volume = element.tag == "proceedings" or (
        element.tag == "book" and bool(bylines["editor"]) and not bylines["author"]
    )
    venue = volume.venue or parts.get("journal") or parts.get("booktitle") or plain_or_none(element.find("series/key"))
    yield Paper(
        own,
        parts.get("title", ""),
        year_of(parts.get("year")) or volume.year,
        path,
        tuple(bylines["author"]),
        tuple(bylines["editor"]),
        (venue,) if venue else (),
        own if is_volume else volume.id or parts.get("crossref") or None,
        doi=bare_doi(parts.get("doi", "")),
        pages=parts.get("pages") or None,
        is_front_matter=is_volume,
    )


@lru_cache(maxsize=1 << 17)
def _named(text: str) -> tuple[Name, str | None]:
    """The name that a text writes, and the id where it has a number."""
    if "\n" in text:
        text = on_one_line(text)
    match = _HOMONYM.fullmatch(text.strip())
    return (whole_name(match[1]), match[0]) if match else (whole_name(text), None)


def _person(element: "etree._Element", path: str) -> Iterator[Record]:
    """The person of a `www` record; none for one that leads to another record."""
    texts = [text for author in element.iterfind("author") if (text := on_one_line(_text(author)))]
    if not texts:
        return
    named = list(map(_named, texts))
    ids = [own for _, own in named if own]
    addresses = (_ORCID.fullmatch((url.text or "").strip()) for url in element.iterfind("url"))
    notes = [on_one_line(_text(note)) for note in element.iterfind("note[@type='affiliation']")]
    yield Person(
        texts[0],
        tuple(dict.fromkeys(name for name, _ in named)),
        path,
        orcid=next((match[1] for match in addresses if match), None),
        comment="; ".join(filter(None, notes)) or None,
        is_verified=element.get("publtype") != "disambiguation",
        matches_by_name=len(ids) < len(texts),
        other_ids=tuple(own for own in ids if own != texts[0]),
    )


def _broken(place: Location, told: str) -> Finding:
    about = f"{place.record} {place.byline} {told}"
    return Finding(check=BROKEN_RECORD.id, message=brief(told, 200), location=place, about=brief(about, 200))


def locate(data: bytes, locations: Sequence[Location]) -> Mapping[Location, Span]:
    """The span of each location that can be found."""
    return locate_records(_standing, _parted, data, locations)


def _parted(text: str) -> tuple[Stretch, Stretch]:
    match = _HOMONYM.fullmatch(text)
    return parted(match[1] if match else text)


def _standing(path: str, text: str) -> Iterator[tuple[str, Element]]:
    """The id and the element of every record; a person's is that of the people database, and a broken one's the key."""
    for number, element in enumerate(elements(text, _RECORDS), 1):
        key = attribute_of(text, element, "key")
        own = html.unescape(text[slice(*key)]).strip() if key else ""
        parts = local_children(text, element) if not own or own.startswith(_PEOPLE) else []
        if own.startswith(_PEOPLE) and element.tag == "www":
            yield own, element
            own = next((text_of(text, part) for part in parts if part.tag == "author"), own)
        elif not own:
            own = next((text_of(text, part) for part in parts if part.tag == "key"), "") or numbered(path, number)
        yield own, element
        if not key:
            yield from (
                (f"{own}#{place}", inner) for place, inner in enumerate(elements(text, [_SUBMITTED], element), 1)
            )
