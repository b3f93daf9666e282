"""What may be wrong inside the XML of the ACL Anthology, and what finds it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from bylint.checks import declare
from bylint.finding import Finding, Severity
from bylint.loaders._markup import bad_markup, markup_in, may_hold_markup, tabs_at
from bylint.loaders._xml import line_of
from bylint.loaders.shared import brief
from bylint.model import Location

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

PAPER_PARTS = frozenset(
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
META_PARTS = frozenset(
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
VOLUME_PARTS = frozenset({"meta", "frontmatter", "paper"})
COLLECTION_PARTS = frozenset({"volume", "event"})
FRONT_PARTS = frozenset({"url", "pages", "bibkey", "revision", "attachment", "doi"})
SIGNATURE_PARTS = frozenset({"first", "last", "affiliation", "variant", "orcid", "google-scholar", "semantic-scholar"})
ONCE = frozenset(
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


def line(element: "etree._Element", path: str) -> Location:
    """The line an element begins on."""
    return Location(path, line=line_of(element))


def unexpected_content(element: "etree._Element", known: frozenset[str], location: Location) -> Iterator[Finding]:
    """Findings for children that the format does not know or knows only once, and for text beside the known ones."""
    stray = [element.text or ""]
    seen = set()
    for child in element:
        if child.tag not in known or (child.tag in ONCE and child.tag in seen):
            told = "stands twice in" if child.tag in known else "is no part of"
            yield Finding(
                check=UNEXPECTED_CONTENT.id,
                message=f"<{brief(child.tag)}> {told} <{element.tag}>",
                location=line(child, location.path),
                about=f"{location.record} {location.byline} {location.position} {child.tag}",
            )
        seen.add(child.tag)
        stray.append(child.tail or "")
    text = "".join(stray).strip()
    if text:
        yield Finding(
            check=UNEXPECTED_CONTENT.id,
            message=f"text stands between the parts of <{element.tag}>: {brief(text, 40)!r}",
            location=line(element, location.path),
            about=f"{location.record} {location.byline} {location.position}",
        )


def tabs(root: "etree._Element", data: bytes, path: str) -> Iterator[Finding]:
    """Findings for tabs in the texts of a file; `data` are its bytes."""
    if any(tab in data for tab in _TABS):
        yield from tabs_at([line(element, path) for element in root.iter() if _holds_tab(element)])


def _holds_tab(element: "etree._Element") -> bool:
    """Whether a tab stands in the text of an element, or after it, where it does more than indent."""
    return any(
        "\t" in line.lstrip() or ("\t" in line and number == 0)
        for text in (element.text, element.tail)
        if text and not text.isspace()
        for number, line in enumerate(text.split("\n"))
    )


def markup_faults(element: "etree._Element", text: str, location: Location) -> Iterator[Finding]:
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
