"""The loaders of formats of XML other than the Anthology's; a format's module is imported when a file may be of it."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from importlib import import_module
from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO

from bylint.checks import Check
from bylint.edits import Edit
from bylint.finding import Change
from bylint.loaders import Loader, Record
from bylint.loaders._markup import BAD_MARKUP
from bylint.loaders.shared import BROKEN_FILE, BROKEN_RECORD
from bylint.model import Location, Span

if TYPE_CHECKING:
    from bylint.loaders._articles import ArticleForm


def _recognises(module: str, path: str, head: bytes) -> bool:
    return bool(import_module(module).recognises(path, head))


def _stream(module: str, path: str, file: BinaryIO) -> Iterator[Record]:
    yield from import_module(module).stream(path, file)


def _read_stream(module: str, path: str, data: bytes) -> Iterator[Record]:
    yield from _stream(module, path, BytesIO(data))


def _locate(module: str, data: bytes, locations: Sequence[Location]) -> Mapping[Location, Span]:
    found: Mapping[Location, Span] = import_module(module).locate(data, locations)
    return found


def _read_articles(module: str, path: str, data: bytes) -> Iterator[Record]:
    from bylint.loaders._articles import read_articles

    yield from read_articles(_form(module), path, data)


def _locate_articles(module: str, data: bytes, locations: Sequence[Location]) -> Mapping[Location, Span]:
    from bylint.loaders._article_places import locate_articles

    return locate_articles(_form(module), data, locations)


def _edit_articles(module: str, data: bytes, changes: Sequence[Change]) -> Mapping[Change, Edit]:
    from bylint.loaders._article_edits import edit_articles

    return edit_articles(_form(module), data, changes)


def _form(module: str) -> "ArticleForm":
    form: ArticleForm = import_module(module).FORM
    return form


def _loader(
    name: str,
    page: str,
    knows: str,
    *checks: Check,
    endings: tuple[str, ...] = (".xml",),
    is_article: bool = False,
) -> Loader:
    """The loader of a format: of articles that people edit, which a form describes, or of a big file's stream."""
    own = name.replace("-", "_")
    module, form = f"bylint.loaders.{own}", f"bylint.loaders._{own}_records"
    return Loader(
        name=name,
        page=f"{page}\n\nThe module `{module}` says what is read of it.",
        endings=endings,
        recognises=partial(_recognises, module),
        read=partial(_read_articles, form) if is_article else partial(_read_stream, module),
        stream=None if is_article else partial(_stream, module),
        locate=partial(_locate_articles, form) if is_article else partial(_locate, module),
        edit=partial(_edit_articles, form) if is_article else None,
        checks=(BROKEN_FILE, BROKEN_RECORD, *checks),
        knows=frozenset(knows.split()),
    )


_OF_ARTICLES = "abstract affiliations doi editors first is_literal language orcid pages venues year"
OF_XML = (
    _loader(
        "jats",
        "JATS, the XML of journals (also NLM, PubMed Central, eLife, PLoS): the front matter of an article.",
        f"{_OF_ARTICLES} variants",
        BAD_MARKUP,
        endings=(".xml", ".nxml", ".jats"),
        is_article=True,
    ),
    _loader(
        "crossref-deposit",
        "The XML of Crossref: what publishers deposit, and what Crossref hands out of it.",
        f"{_OF_ARTICLES} volume_id",
        BAD_MARKUP,
        is_article=True,
    ),
    _loader("dblp", "The XML of dblp.", "doi editors orcid pages people person_id venues volume_id year"),
    _loader("arxiv-atom", "Answers of arXiv, as feeds.", "abstract affiliations doi venues year"),
    _loader("arxiv-oai", "Records of arXiv, as they are harvested.", "abstract affiliations doi first venues year"),
)
"""Of two that recognise a file, the first one reads it."""
