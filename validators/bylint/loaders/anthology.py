"""
The XML of the ACL Anthology, of every age.

A file is a `<collection>` of `<volume>`s; a volume has a `<meta>` with its editors and any number of `<paper>`s.
Ids are built as the Anthology builds them: `P18-1001`, `W00-0101`, `2024.acl-long.1`; a volume's own record, its
front matter, is paper 0. Read are titles with their markup taken off, abstracts, bylines with ids, ORCIDs,
affiliations and names in other scripts, DOI, pages, key and language.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from bylint.checks import declare
from bylint.finding import Finding, Severity
from bylint.loaders import Loader, Record
from bylint.loaders._anthology_places import locate
from bylint.loaders.shared import BROKEN_FILE, broken_file
from bylint.model import Authorship, Location, Name, Paper, Variant

if TYPE_CHECKING:
    from lxml import etree

UNEXPECTED_CONTENT = declare(
    "unexpected-content",
    Severity.WARNING,
    """
A record holds an element, or text between its elements, that its format does not know.

## Why it matters

What the format does not know is not shown to readers and not read by any program, so a misspelt `<auhtor>` loses
a person without a word.

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
    "abstract attachment award author bibkey doi editor erratum issue journal language mrf note pages pwccode "
    "pwcdataset removed retracted revision title url video".split()
)
_META_PARTS = frozenset(
    "address booktitle doi editor isbn journal-issue journal-title journal-volume month publisher shortbooktitle url "
    "venue year".split()
)
_VOLUME_PARTS = frozenset({"meta", "frontmatter", "paper"})
_COLLECTION_PARTS = frozenset({"volume", "event"})
_FRONT_PARTS = frozenset({"url", "pages", "bibkey", "revision", "attachment", "doi"})
_SIGNATURE_PARTS = frozenset({"first", "last", "affiliation", "variant", "orcid", "google-scholar", "semantic-scholar"})
_OLD_COLLECTION = re.compile(r"[A-Z][0-9]{2}")
_YEAR = re.compile(r"[0-9]{4}")


def paper_id(collection: str, volume: str, number: int) -> str:
    """The id of a paper, as the Anthology builds it; number 0 is the volume's front matter.

    >>> paper_id("P18", "1", 1), paper_id("W00", "1", 1), paper_id("2024.acl", "long", 1)
    ('P18-1001', 'W00-0101', '2024.acl-long.1')
    """
    if not (_OLD_COLLECTION.fullmatch(collection) and volume.isdecimal()):
        return f"{collection}-{volume}.{number}"
    if has_two_digit_volumes(collection, int(volume)):
        return f"{collection}-{int(volume):02d}{number:02d}"
    return f"{collection}-{int(volume)}{number:03d}"


def volume_id(collection: str, volume: str) -> str:
    """The id of a volume: `P18-1`, `W00-01`, `2024.acl-long`."""
    if _OLD_COLLECTION.fullmatch(collection) and volume.isdecimal() and has_two_digit_volumes(collection, int(volume)):
        return f"{collection}-{int(volume):02d}"
    return f"{collection}-{volume}"


def has_two_digit_volumes(collection: str, volume: int) -> bool:
    """Workshops share out their four digits as two and two; so do C69 and the later volumes of D19."""
    return collection.startswith("W") or collection == "C69" or (collection == "D19" and volume >= 5)


def recognises(path: str, head: bytes) -> bool:
    """Whether a file is XML with a collection in it, or is empty and says it is XML."""
    return path.endswith(".xml") and (b"<collection" in head.replace(b"\0", b"") or not head.strip())


def read(path: str, data: bytes) -> Iterator[Record]:
    """The papers of one file, in order, each volume's front matter first."""
    root = _parsed(path, data)
    if isinstance(root, Finding):
        yield root
        return
    if root.tag != "collection":
        yield broken_file(path, f"the root element is <{root.tag}>, not <collection>", 1)
        return
    collection = root.get("id", "").strip()
    if not collection:
        yield Finding(
            check=MISSING_ID.id, message="the collection has no id", location=Location(path, line=1, column=1)
        )
        return
    yield from _unexpected(root, _COLLECTION_PARTS, Location(path, line=root.sourceline or 1))
    for element in root.iterchildren("volume"):
        yield from _volume(path, collection, element)


def _parsed(path: str, data: bytes) -> "etree._Element | Finding":
    """The root element; a finding for what is no well-formed, self-contained XML.

    Nothing outside the file is read and no entity is expanded: a document type is refused, whatever it declares.
    """
    from lxml import etree

    if not data.strip():
        return broken_file(path, "the file is empty", 1)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    if b"<!DOCTYPE" in data.replace(b"\0", b""):
        line = data.partition(b"<!DOCTYPE")[0].count(b"\n") + 1
        return broken_file(path, "a document type declaration is not allowed", line)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position if error.position else (1, 1)
        return broken_file(path, f"not well-formed XML: {_first_clause(error.msg)}", line, column)
    except ValueError as error:
        return broken_file(path, f"not readable as XML: {error}", 1)
    if root.getroottree().docinfo.internalDTD is not None:  # in an encoding that hid it from the look above
        return broken_file(path, "a document type declaration is not allowed", 1)
    return root


def _first_clause(message: str) -> str:
    return re.sub(r", line \d+, column \d+.*", "", message, flags=re.DOTALL)


def _unexpected(element: "etree._Element", known: frozenset[str], location: Location) -> Iterator[Finding]:
    """Findings for children that the format does not know, and for text beside the known ones."""
    stray = [element.text or ""]
    for child in element:
        if child.tag not in known:
            place = location._replace(line=child.sourceline or 1, record="", byline="", position=0)
            yield Finding(
                check=UNEXPECTED_CONTENT.id,
                message=f"<{child.tag}> is no part of <{element.tag}>",
                location=place,
                about=f"{location.record} {location.byline} {location.position} {child.tag}",
            )
        stray.append(child.tail or "")
    text = "".join(stray).strip()
    if text:
        yield Finding(
            check=UNEXPECTED_CONTENT.id,
            message=f"text stands between the parts of <{element.tag}>: {text[:40]!r}",
            location=location._replace(line=element.sourceline or 1, record="", byline="", position=0),
            about=f"{location.record} {location.byline} {location.position}",
        )


def _volume(path: str, collection: str, element: "etree._Element") -> Iterator[Record]:
    number = element.get("id", "").strip()
    if not number:
        place = Location(path, line=element.sourceline or 1)
        yield Finding(check=MISSING_ID.id, message=f"a volume of {collection} has no id", location=place)
        return
    front_id, volume = paper_id(collection, number, 0), volume_id(collection, number)
    yield from _unexpected(element, _VOLUME_PARTS, Location(path, front_id))
    meta, front = element.find("meta"), element.find("frontmatter")
    findings: list[Finding] = []
    year, venues = None, ()
    title = doi = key = None
    editors: tuple[Authorship, ...] = ()
    if meta is not None:
        findings.extend(_unexpected(meta, _META_PARTS, Location(path, front_id)))
        title, doi = _text_of(meta, "booktitle"), _text_of(meta, "doi")
        year_text = (_text_of(meta, "year") or "").strip()
        year = int(year_text) if _YEAR.fullmatch(year_text) else None
        venues = tuple(filter(None, ((venue.text or "").strip() for venue in meta.iterchildren("venue"))))
        editors = _byline(meta, "editor", path, front_id, findings)
    if front is not None:
        findings.extend(_unexpected(front, _FRONT_PARTS, Location(path, front_id)))
        key = _text_of(front, "bibkey")
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
    if not (number.isascii() and number.isdecimal() and len(number) < 8):
        yield Finding(
            check=MISSING_ID.id,
            message=f"a paper of {of_volume[0]} has {'no id' if not number else f'the id {number[:40]!r}, no number'}",
            location=Location(path, line=element.sourceline or 1),
            about=number[:40],
        )
        return
    own_id = paper_id(collection, volume_number, int(number))
    findings: list[Finding] = []
    parts: dict[str, etree._Element] = {}
    unexpected = bool(element.text and not element.text.isspace())
    for child in element:
        tag = child.tag
        parts.setdefault(tag, child)
        if tag not in _PAPER_PARTS or (child.tail and not child.tail.isspace()):
            unexpected = True
    if unexpected:
        findings.extend(_unexpected(element, _PAPER_PARTS, Location(path, own_id)))
    authorships = _byline(element, "author", path, own_id, findings) if "author" in parts else ()
    editors = _byline(element, "editor", path, own_id, findings) if "editor" in parts else ()
    yield from findings
    title, abstract = parts.get("title"), parts.get("abstract")
    yield Paper(
        own_id,
        "" if title is None else _plain(title),
        of_volume[1],
        path,
        authorships,
        editors,
        of_volume[2],
        of_volume[0],
        None if abstract is None else _plain(abstract) or None,
        _own_text(parts.get("doi")),
        _own_text(parts.get("pages")),
        _own_text(parts.get("bibkey")),
        _own_text(parts.get("language")),
    )


def _byline(
    parent: "etree._Element", role: str, path: str, record: str, findings: list[Finding]
) -> tuple[Authorship, ...]:
    """The authorships of one role, in order; what is wrong inside them goes to `findings`."""
    byline = []
    for position, element in enumerate(parent.iterchildren(role), 1):
        first = last = orcid = None
        affiliations: tuple[str, ...] = ()
        variants: tuple[Variant, ...] = ()
        unexpected = bool(element.text and not element.text.isspace())
        for child in element:
            tag = child.tag
            if tag == "first":
                first = child.text if not len(child) else _raw(child)
            elif tag == "last":
                last = child.text if not len(child) else _raw(child)
            elif tag == "affiliation":
                affiliations += tuple(filter(None, [_plain(child)]))
            elif tag == "variant":
                variants += (_variant(child),)
            elif tag == "orcid":
                orcid = _own_text(child)
            elif tag not in _SIGNATURE_PARTS:
                unexpected = True
            if child.tail and not child.tail.isspace():
                unexpected = True
        if unexpected:
            findings.extend(_unexpected(element, _SIGNATURE_PARTS, Location(path, record, role, position)))
        attributes = element.attrib
        name = Name(first or None, last or "")
        byline.append(
            Authorship(
                name,
                record,
                position,
                role,
                path,
                attributes.get("id"),
                attributes.get("orcid") or orcid,
                affiliations,
                variants,
                attributes.get("openreview"),
            )
            if attributes or orcid or affiliations or variants
            else Authorship(name, record, position, role, path)
        )
    return tuple(byline)


def _variant(element: "etree._Element") -> Variant:
    first, last = element.find("first"), element.find("last")
    name = Name((None if first is None else _raw(first)) or None, "" if last is None else _raw(last))
    return Variant(element.get("script", ""), name)


def _raw(element: "etree._Element") -> str:
    """All text of an element as it stands, markup taken off."""
    return (element.text or "") if not len(element) else "".join(element.itertext())


def _plain(element: "etree._Element") -> str:
    """All text of an element on one line."""
    text = _raw(element)
    return " ".join(text.split()) if "\n" in text or "  " in text else text.strip()


def _own_text(element: "etree._Element | None") -> str | None:
    return None if element is None else (_plain(element) or None)


def _text_of(parent: "etree._Element", tag: str) -> str | None:
    return _own_text(parent.find(tag))


LOADER = Loader(
    name="anthology",
    page=__doc__,
    endings=(".xml",),
    recognises=recognises,
    read=read,
    locate=locate,
    checks=(BROKEN_FILE, MISSING_ID, UNEXPECTED_CONTENT),
    layout=("data/xml/*.xml",),
)
