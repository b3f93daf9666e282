"""
The XML of the ACL Anthology, of every age.

A file is a `<collection>` of `<volume>`s; a volume has a `<meta>` with its editors and any number of `<paper>`s.
Ids are built as the Anthology builds them: `P18-1001`, `W00-0101`, `2024.acl-long.1`; a volume's own record, its
front matter, is paper 0. Read are titles with their markup taken off, abstracts, bylines with ids, ORCIDs,
affiliations and names in other scripts, DOI, pages, key and language.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from bylint.edits import Edit
from bylint.finding import Change, Finding
from bylint.loaders import Loader, Record
from bylint.loaders._anthology_faults import (
    COLLECTION_PARTS,
    FRONT_PARTS,
    META_PARTS,
    MISSING_ID,
    ONCE,
    PAPER_PARTS,
    SIGNATURE_PARTS,
    UNEXPECTED_CONTENT,
    VOLUME_PARTS,
    line,
    markup_faults,
    tabs,
    unexpected_content,
)
from bylint.loaders._anthology_ids import is_number, paper_id, volume_id
from bylint.loaders._anthology_places import locate
from bylint.loaders._markup import BAD_MARKUP, TAB_IN_RECORD, may_hold_markup
from bylint.loaders._xml import XmlError, line_of, parse, plain, plain_or_none, raw
from bylint.loaders.shared import BROKEN_FILE, brief, broken_file
from bylint.model import PARTS, Authorship, Location, Name, Paper, Variant

if TYPE_CHECKING:
    from lxml import etree

_YEAR = re.compile(r"[0-9]{4}")
_name = lru_cache(maxsize=1 << 17)(Name)  # one object for each name: 30 MB less of the ACL Anthology


def recognises(path: str, head: bytes) -> bool:
    """Whether a file is XML with a collection in it, or is empty and says it is XML."""
    return path.endswith(".xml") and (b"<collection" in head.replace(b"\0", b"") or not head.strip())


def edit(data: bytes, changes: Sequence[Change]) -> Mapping[Change, Edit]:
    """The edit of each change that can be made."""
    from bylint.loaders import _anthology_edits

    return _anthology_edits.edit(data, changes)


def read(path: str, data: bytes) -> Iterator[Record]:
    """The papers of one file, in order, each volume's front matter first."""
    try:
        root = parse(data)
    except XmlError as error:
        yield broken_file(path, str(error), error.line, error.column)
        return
    if root.tag != "collection":
        yield broken_file(path, f"the root element is <{brief(root.tag)}>, not <collection>", line_of(root))
        return
    collection = root.get("id", "").strip()
    if not collection:
        yield Finding(
            check=MISSING_ID.id, message="the collection has no id", location=Location(path, line=1, column=1)
        )
        return
    yield from unexpected_content(root, COLLECTION_PARTS, Location(path))
    yield from tabs(root, data, path)
    for element in root.iterchildren("volume"):
        yield from _volume(path, collection, element)


def _volume(path: str, collection: str, element: "etree._Element") -> Iterator[Record]:
    number = element.get("id", "").strip()
    if not number:
        message = f"a volume of {brief(collection)} has no id"
        yield Finding(check=MISSING_ID.id, message=message, location=line(element, path))
        return
    front_id, volume = paper_id(collection, number, 0), volume_id(collection, number)
    yield from unexpected_content(element, VOLUME_PARTS, Location(path, front_id))
    meta, front = element.find("meta"), element.find("frontmatter")
    findings: list[Finding] = []
    year: int | None = None
    venues: tuple[str, ...] = ()
    title = doi = key = None
    editors: tuple[Authorship, ...] = ()
    if meta is not None:
        findings.extend(unexpected_content(meta, META_PARTS, Location(path, front_id)))
        booktitle = meta.find("booktitle")
        title, doi = plain_or_none(booktitle), plain_or_none(meta.find("doi"))
        if booktitle is not None:
            findings.extend(markup_faults(booktitle, title or "", Location(path, front_id, field="title")))
        year_text = (plain_or_none(meta.find("year")) or "").strip()
        year = int(year_text) if _YEAR.fullmatch(year_text) else None
        venues = tuple(filter(None, ((venue.text or "").strip() for venue in meta.iterchildren("venue"))))
        editors = _byline(meta, "editor", path, front_id, findings)
    if front is not None:
        findings.extend(unexpected_content(front, FRONT_PARTS, Location(path, front_id)))
        key = plain_or_none(front.find("bibkey"))
    yield from findings
    yield Paper(
        id=front_id,
        title=title or "",
        year=year,
        path=path,
        editors=editors,
        venues=venues,
        volume_id=volume,
        doi=doi,
        key=key,
        is_front_matter=True,
    )
    for paper in element.iterchildren("paper"):
        yield from _paper(path, collection, number, paper, (volume, year, venues))


def _paper(
    path: str,
    collection: str,
    volume_number: str,
    element: "etree._Element",
    of_volume: tuple[str, int | None, tuple[str, ...]],
) -> Iterator[Record]:
    number = element.get("id", "").strip()
    if not is_number(number):
        held = f"the id {brief(number, 40)!r}, no number" if number else "no id"
        yield Finding(
            check=MISSING_ID.id,
            message=f"a paper of {brief(of_volume[0])} has {held}",
            location=line(element, path),
            about=f"{of_volume[0]} {number}",
        )
        return
    own_id = paper_id(collection, volume_number, int(number))
    findings: list[Finding] = []
    parts: dict[str, etree._Element] = {}
    unexpected = bool(element.text and not element.text.isspace())
    for child in element:
        tag = child.tag
        if tag not in PAPER_PARTS or (child.tail and not child.tail.isspace()) or (tag in parts and tag in ONCE):
            unexpected = True
        parts.setdefault(tag, child)
    if unexpected:
        findings.extend(unexpected_content(element, PAPER_PARTS, Location(path, own_id)))
    authorships = _byline(element, "author", path, own_id, findings) if "author" in parts else ()
    editors = _byline(element, "editor", path, own_id, findings) if "editor" in parts else ()
    title, abstract = plain_or_none(parts.get("title")), plain_or_none(parts.get("abstract"))
    for field, text in (("title", title), ("abstract", abstract)):
        if text and (len(parts[field]) or may_hold_markup(text)):
            findings.extend(markup_faults(parts[field], text, Location(path, own_id, field=field)))
    yield from findings
    yield Paper(
        own_id,
        title or "",
        of_volume[1],
        path,
        authorships,
        editors,
        of_volume[2],
        of_volume[0],
        abstract,
        plain_or_none(parts.get("doi")),
        plain_or_none(parts.get("pages")),
        plain_or_none(parts.get("bibkey")),
        plain_or_none(parts.get("language")),
    )


def _byline(
    parent: "etree._Element", role: str, path: str, record: str, findings: list[Finding]
) -> tuple[Authorship, ...]:
    """The authorships of one role, in order; what is wrong inside them goes to `findings`."""
    byline = []
    for position, element in enumerate(parent.iterchildren(role), 1):
        first, last, orcid, affiliations, variants, unexpected = _signature(element)
        if unexpected:
            findings.extend(unexpected_content(element, SIGNATURE_PARTS, Location(path, record, role, position)))
        attributes = element.attrib
        name = _name(first or None, last or "")
        byline.append(
            Authorship(
                name,
                record,
                position,
                role,
                path,
                attributes.get("id"),
                attributes.get("orcid") or orcid or None,
                affiliations,
                variants,
                attributes.get("openreview"),
            )
            if attributes or orcid or affiliations or variants
            else Authorship(name, record, position, role, path)
        )
    return tuple(byline)


def _signature(
    element: "etree._Element",
) -> tuple[str | None, str | None, str | None, tuple[str, ...], tuple[Variant, ...], bool]:
    """First name, last name, ORCID, affiliations and variants of an author or editor; whether there is more."""
    first = last = orcid = None
    affiliations: tuple[str, ...] = ()
    variants: tuple[Variant, ...] = ()
    unexpected = bool(element.text and not element.text.isspace())
    for child in element:
        tag = child.tag
        if tag == "first" and first is None:
            first = raw(child)
        elif tag == "last" and last is None:
            last = raw(child)
        elif tag == "affiliation":
            affiliations += tuple(filter(None, [plain(child)]))
        elif tag == "variant":
            variants += (_variant(child),)
        elif tag == "orcid" and orcid is None:
            orcid = plain(child)
        elif tag not in SIGNATURE_PARTS or tag in ONCE:
            unexpected = True
        if child.tail and not child.tail.isspace():
            unexpected = True
    return first, last, orcid, affiliations, variants, unexpected


def _variant(element: "etree._Element") -> Variant:
    first, last = element.find("first"), element.find("last")
    name = Name((None if first is None else raw(first)) or None, "" if last is None else raw(last))
    return Variant(element.get("script", ""), name)


LOADER = Loader(
    name="anthology",
    page=__doc__,
    endings=(".xml",),
    recognises=recognises,
    read=read,
    locate=locate,
    edit=edit,
    knows=frozenset(PARTS) - {"is_literal"},
    checks=(BAD_MARKUP, BROKEN_FILE, MISSING_ID, TAB_IN_RECORD, UNEXPECTED_CONTENT),
    layout=("data/xml/*.xml",),
)
