"""From the elements of an article in JATS to its paper."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from bylint.finding import Finding
from bylint.loaders._article_texts import prose_of, title_of
from bylint.loaders._articles import ArticleForm, Written, broken_record
from bylint.loaders._forms import bare_doi, year_of
from bylint.loaders._jats_people import LANGUAGE, People
from bylint.loaders.jats import ROOTS
from bylint.loaders.shared import numbered
from bylint.model import Paper

if TYPE_CHECKING:
    from lxml import etree

_IDS = {"doi": "", "pmcid": "", "pmc": "PMC", "pmid": "pmid:", "publisher-id": ""}
"""Kinds of ids in the order in which they are taken, and what stands before a bare one of the kind."""
_NO_PUBLICATION = frozenset(["epreprint", "nihms-submitted", "pmc-release", "preprint", "retracted", "retraction"])
_NO_ABSTRACT = frozenset(
    [
        "author-summary",
        "editor",
        "executive-summary",
        "graphical",
        "highlights",
        "key-points",
        "plain-language-summary",
        "precis",
        "short",
        "synopsis",
        "teaser",
        "toc",
        "web-summary",
    ]
)


def records(root: "etree._Element", path: str) -> Iterator[Written | Finding]:
    """The articles of a file, and what is wrong with them and their names."""
    for number, article in enumerate(root.iter("article"), 1):
        meta = article.find("front/article-meta")
        if meta is None:
            yield broken_record(article, path, "an article has no <article-meta>", f"article {number}")
            continue
        ids = {child.get("pub-id-type", ""): title_of(child) for child in meta.iterchildren("article-id")}
        own_id = _id(ids) or numbered(path, number)
        people = People(meta, path, own_id)
        yield from people.findings
        yield _written(article, meta, own_id, path, people)


def _id(ids: dict[str, str]) -> str:
    for kind, before in _IDS.items():
        found = ids.get(kind, "")
        if kind == "doi":
            found = bare_doi(found) or ""
        if found:
            return found if found.startswith(before) else before + found
    return ""


def _written(article: "etree._Element", meta: "etree._Element", own_id: str, path: str, people: People) -> Written:
    parts = {
        "title": meta.find("title-group/article-title"),
        "doi": next((child for child in meta.iterchildren("article-id") if child.get("pub-id-type") == "doi"), None),
        "abstract": _abstract(meta),
        "year": _year(meta),
        "pages": meta.find("fpage") if meta.find("fpage") is not None else meta.find("elocation-id"),
        "venue": article.find("front/journal-meta//journal-title"),
        "author": meta.find("contrib-group"),
        "editor": meta.find("contrib-group"),
    }
    abstract, year, venue = parts["abstract"], parts["year"], title_of(parts["venue"])
    title, subtitle = title_of(parts["title"]), title_of(meta.find("title-group/subtitle"))
    paper = Paper(
        own_id,
        ": ".join(filter(None, [title, subtitle])),
        year_of(year.text) if year is not None else None,
        path,
        venues=(venue,) if venue else (),
        abstract=(prose_of(abstract) or None) if abstract is not None else None,
        doi=bare_doi(title_of(parts["doi"])),
        pages=_pages(meta),
        language=article.get(LANGUAGE),
    )
    return Written(paper, meta, parts, people.bylines)


def _abstract(meta: "etree._Element") -> "etree._Element | None":
    """The first abstract without a type, or else the first one that is no teaser or picture."""
    found = [child for child in meta.iterchildren("abstract") if child.get("abstract-type", "") not in _NO_ABSTRACT]
    return min(found, key=lambda child: "abstract-type" in child.attrib, default=None)


def _year(meta: "etree._Element") -> "etree._Element | None":
    """The earliest year of the dates on which the article came out."""
    years = [
        year
        for date in meta.iterchildren("pub-date")
        if not _NO_PUBLICATION & {date.get("pub-type", ""), date.get("date-type", "")}
        and (year := date.find("year")) is not None
        and year_of(year.text) is not None
    ]
    return min(years, key=lambda year: year_of(year.text) or 0, default=None)


def _pages(meta: "etree._Element") -> str | None:
    first, last, own = (title_of(meta.find(tag)) for tag in ("fpage", "lpage", "elocation-id"))
    return f"{first}-{last}" if first and last and first != last else first or own or None


FORM = ArticleForm(ROOTS, records, "given-names", is_first_first=False)
