"""
The XML of the ACL Anthology, of every age.

A file is a `<collection>` of `<volume>`s; a volume has a `<meta>` with its editors and any number of `<paper>`s.
Ids are built as the Anthology builds them: `P18-1001`, `W00-0101`, `2024.acl-long.1`; a volume's own record, its
front matter, is paper 0. Read are titles with their markup taken off, abstracts, bylines with ids, ORCIDs,
affiliations and names in other scripts, DOI, pages, key and language.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from bylint.checks import declare
from bylint.finding import Finding, Severity
from bylint.loaders import Loader, Record
from bylint.loaders._anthology_edits import edit
from bylint.loaders._anthology_ids import is_number, paper_id, volume_id
from bylint.loaders._anthology_places import locate
from bylint.loaders._markup import BAD_MARKUP, TAB_IN_RECORD, bad_markup, markup_in, may_hold_markup, tabs_at
from bylint.loaders._xml import XmlError, line_of, parse, plain, plain_or_none, raw
from bylint.loaders.shared import BROKEN_FILE, brief, broken_file
from bylint.model import Authorship, Location, Name, Paper, Variant

if TYPE_CHECKING:
    from lxml import etree

UNEXPECTED_CONTENT = declare(
    "unexpected-content",
    Severity.WARNING,
    """
A record holds an element, or text between its elements, that its format does not know or wants only once.

## Why it matters

What the format does not know is not shown to readers and not read by any program, so a misspelt `<auhtor>` loses
a person without a word. Of an element that stands twice, only the first one is read.

## What to do

Correct the element's name, or take it out.
""",
)
MISSING_ID = declare(
    "missing-id",
    Severity.ERROR,
    """
A collection, volume or paper has no id, or one that is no number where a number is needed.

## Why it matters

Without its id a record has no address. It is left out of the corpus, so nothing else is checked about it.

## What to do

Write the id that the repository's numbering asks for.
""",
)

_PAPER_PARTS = frozenset(
    [
        "abstract",
        "attachment",
        "award",
        "author",
        "bibkey",
        "doi",
        "editor",
        "erratum",
        "issue",
        "journal",
        "language",
        "mrf",
        "note",
        "pages",
        "pwccode",
        "pwcdataset",
        "removed",
        "retracted",
        "revision",
        "title",
        "url",
        "video",
    ]
)
_META_PARTS = frozenset(
    [
        "address",
        "booktitle",
        "doi",
        "editor",
        "isbn",
        "journal-issue",
        "journal-title",
        "journal-volume",
        "month",
        "publisher",
        "shortbooktitle",
        "url",
        "venue",
        "year",
    ]
)
_VOLUME_PARTS = frozenset({"meta", "frontmatter", "paper"})
_COLLECTION_PARTS = frozenset({"volume", "event"})
_FRONT_PARTS = frozenset({"url", "pages", "bibkey", "revision", "attachment", "doi"})
_SIGNATURE_PARTS = frozenset({"first", "last", "affiliation", "variant", "orcid", "google-scholar", "semantic-scholar"})
_ONCE = frozenset(
    [
        "meta",
        "frontmatter",
        "booktitle",
        "year",
        "title",
        "abstract",
        "doi",
        "pages",
        "bibkey",
        "language",
        "first",
        "last",
        "orcid",
    ]
)
_INLINE = frozenset({"b", "fixed-case", "i", "tex-math", "url"})
_OF_OTHER_SIGNS = frozenset({"tex-math", "url"})
"""Elements whose text is no prose."""
_TABS = (b"\t", b"&#9;", b"&#x9;")
_YEAR = re.compile(r"[0-9]{4}")
_name = lru_cache(maxsize=1 << 17)(Name)  # one object for each name: 30 MB less of the ACL Anthology


def recognises(path: str, head: bytes) -> bool:
    """Whether a file is XML with a collection in it, or is empty and says it is XML."""
    return path.endswith(".xml") and (b"<collection" in head.replace(b"\0", b"") or not head.strip())


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
    yield from _unexpected(root, _COLLECTION_PARTS, Location(path))
    if any(tab in data for tab in _TABS):
        yield from tabs_at([_line_of(element, path) for element in root.iter() if _holds_tab(element)])
    for element in root.iterchildren("volume"):
        yield from _volume(path, collection, element)


def _unexpected(element: "etree._Element", known: frozenset[str], location: Location) -> Iterator[Finding]:
    """Findings for children that the format does not know or knows only once, and for text beside the known ones."""
    stray = [element.text or ""]
    seen = set()
    for child in element:
        if child.tag not in known or (child.tag in _ONCE and child.tag in seen):
            told = "stands twice in" if child.tag in known else "is no part of"
            yield Finding(
                check=UNEXPECTED_CONTENT.id,
                message=f"<{brief(child.tag)}> {told} <{element.tag}>",
                location=_line_of(child, location.path),
                about=f"{location.record} {location.byline} {location.position} {child.tag}",
            )
        seen.add(child.tag)
        stray.append(child.tail or "")
    text = "".join(stray).strip()
    if text:
        yield Finding(
            check=UNEXPECTED_CONTENT.id,
            message=f"text stands between the parts of <{element.tag}>: {brief(text, 40)!r}",
            location=_line_of(element, location.path),
            about=f"{location.record} {location.byline} {location.position}",
        )


def _holds_tab(element: "etree._Element") -> bool:
    """Whether a tab stands in the text of an element, or after it, where it does more than indent."""
    return any(
        "\t" in line.lstrip() or ("\t" in line and number == 0)
        for text in (element.text, element.tail)
        if text and not text.isspace()
        for number, line in enumerate(text.split("\n"))
    )


def _markup(element: "etree._Element", text: str, location: Location) -> Iterator[Finding]:
    """Findings for elements in a title or an abstract that are no markup, and for markup of other formats.

    `text` is all text of the element.
    """
    unknown = _unknown_inside(element)
    if unknown:
        yield bad_markup(f"<{brief(unknown)}>, which is no markup", location)
    elif may_hold_markup(text):
        yield from markup_in("".join(_prose(element)), location)


def _unknown_inside(element: "etree._Element") -> str:
    """The first element inside a text that is no markup; empty for none."""
    for child in element:
        if child.tag not in _INLINE:
            return child.tag
        if len(child) and (unknown := _unknown_inside(child)):
            return unknown
    return ""


def _prose(element: "etree._Element") -> Iterator[str]:
    """The text of an element without formulas and addresses."""
    yield element.text or ""
    for child in element:
        if child.tag not in _OF_OTHER_SIGNS:
            yield from _prose(child)
        yield child.tail or ""


def _line_of(element: "etree._Element", path: str) -> Location:
    return Location(path, line=line_of(element))


def _volume(path: str, collection: str, element: "etree._Element") -> Iterator[Record]:
    number = element.get("id", "").strip()
    if not number:
        message = f"a volume of {brief(collection)} has no id"
        yield Finding(check=MISSING_ID.id, message=message, location=_line_of(element, path))
        return
    front_id, volume = paper_id(collection, number, 0), volume_id(collection, number)
    yield from _unexpected(element, _VOLUME_PARTS, Location(path, front_id))
    meta, front = element.find("meta"), element.find("frontmatter")
    findings: list[Finding] = []
    year: int | None = None
    venues: tuple[str, ...] = ()
    title = doi = key = None
    editors: tuple[Authorship, ...] = ()
    if meta is not None:
        findings.extend(_unexpected(meta, _META_PARTS, Location(path, front_id)))
        booktitle = meta.find("booktitle")
        title, doi = plain_or_none(booktitle), plain_or_none(meta.find("doi"))
        if booktitle is not None:
            findings.extend(_markup(booktitle, title or "", Location(path, front_id, field="title")))
        year_text = (plain_or_none(meta.find("year")) or "").strip()
        year = int(year_text) if _YEAR.fullmatch(year_text) else None
        venues = tuple(filter(None, ((venue.text or "").strip() for venue in meta.iterchildren("venue"))))
        editors = _byline(meta, "editor", path, front_id, findings)
    if front is not None:
        findings.extend(_unexpected(front, _FRONT_PARTS, Location(path, front_id)))
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
            location=_line_of(element, path),
            about=f"{of_volume[0]} {number}",
        )
        return
    own_id = paper_id(collection, volume_number, int(number))
    findings: list[Finding] = []
    parts: dict[str, etree._Element] = {}
    unexpected = bool(element.text and not element.text.isspace())
    for child in element:
        tag = child.tag
        if tag not in _PAPER_PARTS or (child.tail and not child.tail.isspace()) or (tag in parts and tag in _ONCE):
            unexpected = True
        parts.setdefault(tag, child)
    if unexpected:
        findings.extend(_unexpected(element, _PAPER_PARTS, Location(path, own_id)))
    authorships = _byline(element, "author", path, own_id, findings) if "author" in parts else ()
    editors = _byline(element, "editor", path, own_id, findings) if "editor" in parts else ()
    title, abstract = plain_or_none(parts.get("title")), plain_or_none(parts.get("abstract"))
    for field, text in (("title", title), ("abstract", abstract)):
        if text and (len(parts[field]) or may_hold_markup(text)):
            findings.extend(_markup(parts[field], text, Location(path, own_id, field=field)))
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
            findings.extend(_unexpected(element, _SIGNATURE_PARTS, Location(path, record, role, position)))
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
        elif tag not in _SIGNATURE_PARTS or tag in _ONCE:
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
    checks=(BAD_MARKUP, BROKEN_FILE, MISSING_ID, TAB_IN_RECORD, UNEXPECTED_CONTENT),
    layout=("data/xml/*.xml",),
)
