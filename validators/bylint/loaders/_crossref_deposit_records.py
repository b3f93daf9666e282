"""From the elements of a deposit at Crossref to its papers."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from bylint.finding import Finding
from bylint.loaders._article_texts import address_of, prose_of, title_of
from bylint.loaders._articles import ArticleForm, Signature, Written, body, broken_record, person
from bylint.loaders._forms import bare_doi, year_of
from bylint.loaders.crossref_deposit import ROOTS
from bylint.loaders.shared import numbered
from bylint.model import Paper

if TYPE_CHECKING:
    from lxml import etree

_IN_A_VOLUME = {"conference_paper": "conference", "content_item": "book"}
"""Works that are part of a volume, and the element around both."""
_VOLUMES = frozenset(
    [
        "book_metadata",
        "book_series_metadata",
        "book_set_metadata",
        "proceedings_metadata",
        "proceedings_series_metadata",
    ]
)
_WORKS = _VOLUMES.union(
    _IN_A_VOLUME,
    ["dataset", "dissertation", "journal_article", "pending_publication", "posted_content", "report-paper_metadata"],
    ["report-paper_series_metadata", "standard_metadata"],
)
_DATES = ("publication_date", "posted_date", "approval_date", "acceptance_date")
_WITH_A_DATE = (*_VOLUMES, "journal_issue")
_VENUES = ("journal_metadata/full_title", "proceedings_metadata/proceedings_title", "database_metadata/titles/title")


def records(root: "etree._Element", path: str) -> Iterator[Written | Finding]:
    """The works of a deposit, and what is wrong with their names."""
    ids: dict[etree._Element, str] = {}
    works = [element for element in root.iter("*") if element.tag in _WORKS]
    for number, work in enumerate(works, 1):
        doi = bare_doi(title_of(work.find("doi_data/doi"))) or ""
        ids[work] = doi or numbered(path, number)
    for work in works:
        volume = _volume(work)
        volume_id = None if volume is None else ids.get(volume)
        findings: list[Finding] = []
        bylines = _bylines(work, path, ids[work], findings)
        yield from findings
        yield _written(work, ids[work], path, volume_id, bylines)


def _volume(work: "etree._Element") -> "etree._Element | None":
    """The record of the volume that a work is part of, or is itself while it has parts."""
    parent = work.getparent()
    if parent is None:
        return None
    if work.tag in _VOLUMES:
        return work if any(child.tag in _IN_A_VOLUME for child in parent) else None
    is_part = _IN_A_VOLUME.get(work.tag) == parent.tag
    return next((child for child in parent if child.tag in _VOLUMES), None) if is_part else None


def _bylines(work: "etree._Element", path: str, own_id: str, findings: list[Finding]) -> dict[str, list[Signature]]:
    bylines: dict[str, list[Signature]] = {"author": [], "editor": []}
    contributors = _contributors(work)
    for contributor in () if contributors is None else contributors.iterchildren("person_name", "organization"):
        role = contributor.get("contributor_role", "")
        if role not in bylines:
            continue
        signature = _signature(contributor)
        if signature is None:
            told = f"{role} {len(bylines[role]) + 1}: no name"
            findings.append(broken_record(contributor, path, f"{own_id}: {told}", f"{own_id} {told}"))
        else:
            bylines[role].append(signature)
    return bylines


def _contributors(work: "etree._Element") -> "etree._Element | None":
    """Who is named beside a work; whom a conference names edited its proceedings."""
    parent = work.getparent()
    own = work.find("contributors")
    is_volume = own is None and parent is not None and parent.tag == "conference" and work.tag in _VOLUMES
    return parent.find("contributors") if is_volume and parent is not None else own


def _signature(contributor: "etree._Element") -> Signature | None:
    if contributor.tag == "organization":
        return body(contributor)
    surname = list(contributor.iterchildren("surname"))
    named = person(
        contributor, list(contributor.iterchildren("given_name")), [*surname, *contributor.iterchildren("suffix")]
    )
    if named is None or not named.last:
        return None
    addresses = [*contributor.iterchildren("affiliation"), *contributor.iterfind("affiliations/institution")]
    affiliations = tuple((element, address_of(element)) for element in addresses)
    return named._replace(orcid=contributor.find("ORCID"), affiliations=affiliations)


def _written(
    work: "etree._Element",
    own_id: str,
    path: str,
    volume_id: str | None,
    bylines: Mapping[str, list[Signature]],
) -> Written:
    title = work.find("proceedings_title") if work.tag == "proceedings_metadata" else work.find("titles/title")
    abstracts = list(work.iterchildren("abstract"))
    parts = {
        "title": title,
        "doi": work.find("doi_data/doi"),
        "abstract": min(abstracts, key=lambda child: "abstract-type" in child.attrib, default=None),
        "year": _year(work),
        "pages": work.find("pages/first_page"),
        "venue": _venue(work),
        "author": work.find("contributors"),
        "editor": work.find("contributors"),
    }
    abstract, year, venue = parts["abstract"], parts["year"], title_of(parts["venue"])
    paper = Paper(
        own_id,
        ": ".join(filter(None, [title_of(title), title_of(work.find("titles/subtitle"))])),
        year_of(year.text) if year is not None else None,
        path,
        venues=(venue,) if venue else (),
        volume_id=volume_id,
        abstract=(prose_of(abstract) or None) if abstract is not None else None,
        doi=bare_doi(title_of(parts["doi"])),
        pages=_pages(work),
        language=work.get("language"),
        is_front_matter=volume_id == own_id and not bylines["author"],
    )
    return Written(paper, work, parts, bylines)


def _year(work: "etree._Element") -> "etree._Element | None":
    """The earliest year of a work's dates, or else of those of the issue or the volume around it."""
    own = _earliest(work)
    for parent in work.iterancestors() if own is None else ():
        years = [year for child in parent.iterchildren(*_WITH_A_DATE) if (year := _earliest(child)) is not None]
        if years:
            return years[0]
    return own


def _earliest(element: "etree._Element") -> "etree._Element | None":
    years = [
        year
        for date in element.iterchildren(*_DATES)
        if (year := date.find("year")) is not None and year_of(year.text) is not None
    ]
    return min(years, key=lambda year: year_of(year.text) or 0, default=None)


def _venue(work: "etree._Element") -> "etree._Element | None":
    """The title of what a work came out in."""
    parent = work.getparent()
    if work.tag in _VOLUMES or parent is None:
        return None
    if work.tag == "posted_content":
        return work.find("group_title")
    if work.tag == "content_item":
        book = next((child for child in parent if child.tag in _VOLUMES), None)
        return None if book is None else book.find("titles/title")
    return next((found for path in _VENUES if (found := parent.find(path)) is not None), None)


def _pages(work: "etree._Element") -> str | None:
    first, last = title_of(work.find("pages/first_page")), title_of(work.find("pages/last_page"))
    own = title_of(work.find("publisher_item/item_number"))
    return f"{first}-{last}" if first and last and first != last else first or own or None


FORM = ArticleForm(ROOTS, records, "given_name", is_first_first=True)
