"""
The XML of the ACL Anthology, of every age.

A file is a `<collection>` of `<volume>`s; a volume has a `<meta>` with its editors and any number of `<paper>`s.
Ids are built as the Anthology builds them: `P18-1001`, `W00-0101`, `2024.acl-long.1`; a volume's own record, its
front matter, is paper 0. Read are titles with their markup taken off, abstracts, bylines with ids, ORCIDs,
affiliations and names in other scripts, DOI, pages, key and language.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from bylint.checks import declare
from bylint.finding import Finding, Severity
from bylint.loaders import Loader, Record
from bylint.loaders._anthology_ids import is_number, paper_id, volume_id
from bylint.loaders._anthology_places import locate
from bylint.loaders._text import encoding_of
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

MISSING_PART = declare(
    "missing-part",
    Severity.ERROR,
    """
A paper has no title, or a person in its byline has no last name.

## Why it matters

Readers see a nameless paper, or an author who cannot be found under any name.

## What to do

Fill in what the PDF shows. Somebody who goes by one name has it as the last name.
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
_ONCE = frozenset("meta frontmatter booktitle year title abstract doi pages bibkey language first last orcid".split())
_YEAR = re.compile(r"[0-9]{4}")
_PROLOG_WITH_DOCTYPE = re.compile(rb"\A(?:\s++|<\?.*?\?>|<!--.*?-->)*+<!DOCTYPE", re.DOTALL)
_DECLARED_ENCODING = re.compile(rb"""\A\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([^"'>]{0,40})""")


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
        yield broken_file(path, f"the root element is <{brief(root.tag)}>, not <collection>", _line_of(root, path).line)
        return
    collection = root.get("id", "").strip()
    if not collection:
        yield Finding(
            check=MISSING_ID.id, message="the collection has no id", location=Location(path, line=1, column=1)
        )
        return
    yield from _unexpected(root, _COLLECTION_PARTS, Location(path))
    for element in root.iterchildren("volume"):
        yield from _volume(path, collection, element)


def _parsed(path: str, data: bytes) -> "etree._Element | Finding":
    """The root element; a finding for what is no well-formed, self-contained XML.

    Nothing outside the file is read and no entity is expanded: a document type is refused before anything is parsed.
    Other encodings than UTF-8 and UTF-16 are refused, because they could hide one.
    """
    from lxml import etree

    if not data.strip():
        return broken_file(path, "the file is empty")
    encoding, mark = encoding_of(data)
    content = data[mark:]
    try:
        content = content if encoding == "utf-8" else content.decode(encoding).encode()
    except UnicodeDecodeError as error:
        return broken_file(path, f"not UTF-16: {error.reason}")
    declared = _DECLARED_ENCODING.match(content)
    if declared and encoding == "utf-8" and declared[1].lower() not in {b"utf-8", b"utf8", b"us-ascii", b"ascii"}:
        name = declared[1].decode("ascii", "replace")
        return broken_file(path, f"the file is declared to be in {name!r}; only UTF-8 and UTF-16 are read")
    doctype = _PROLOG_WITH_DOCTYPE.match(content)
    if doctype:
        return broken_file(path, "a document type declaration is not allowed", doctype[0].count(b"\n") + 1)
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position if error.position else (1, 1)
        return broken_file(path, f"not well-formed XML: {_first_clause(error.msg)}", line, column)
    except ValueError as error:
        return broken_file(path, f"not readable as XML: {error}")


def _first_clause(message: str) -> str:
    return brief(re.sub(r", line \d+, column \d+.*", "", message or "unknown error", flags=re.DOTALL).strip(), 200)


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


def _line_of(element: "etree._Element", path: str) -> Location:
    line: Any = element.sourceline
    return Location(path, line=max(line or 1, 1))


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
    title, abstract = _own_text(parts.get("title")), parts.get("abstract")
    if title is None:
        place = Location(path, own_id, field="title")
        findings.append(Finding(check=MISSING_PART.id, message=f"{own_id} has no title", location=place))
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
            if tag == "first" and first is None:
                first = _raw(child)
            elif tag == "last" and last is None:
                last = _raw(child)
            elif tag == "affiliation":
                affiliations += tuple(filter(None, [_plain(child)]))
            elif tag == "variant":
                variants += (_variant(child),)
            elif tag == "orcid" and orcid is None:
                orcid = _own_text(child) or ""
            elif tag not in _SIGNATURE_PARTS or tag in _ONCE:
                unexpected = True
            if child.tail and not child.tail.isspace():
                unexpected = True
        if unexpected:
            findings.extend(_unexpected(element, _SIGNATURE_PARTS, Location(path, record, role, position)))
        if not last or last.isspace():
            place = Location(path, record, role, position, "last")
            message = f"{role} {position} of {record} has no last name"
            findings.append(Finding(check=MISSING_PART.id, message=message, location=place))
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
                attributes.get("orcid") or orcid or None,
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
    return (element.text or "") if not len(element) else "".join(map(str, element.itertext()))


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
    checks=(BROKEN_FILE, MISSING_ID, MISSING_PART, UNEXPECTED_CONTENT),
    layout=("data/xml/*.xml",),
)
