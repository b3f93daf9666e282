"""The loaders of formats of JSON and YAML; the module of a format is imported when a file may be of it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from bylint.checks import Check
from bylint.edits import Edit
from bylint.finding import Change
from bylint.loaders import Lines, Loader, Record
from bylint.loaders._markup import BAD_MARKUP
from bylint.loaders._profiles import BYLINE_DIFFERS_FROM_BIBTEX, BYLINE_DIFFERS_FROM_PROFILE
from bylint.loaders.shared import BROKEN_FILE, BROKEN_RECORD
from bylint.model import Location, Span

if TYPE_CHECKING:
    from bylint.loaders._forms import Form

_JSON = (".json", ".jsonl", ".ndjson")
_OF_ALL = frozenset({"abstract", "venues", "year"})
"""What each of these formats can know."""
_OF_ENTRIES = "affiliations doi editors first is_literal orcid "
"""What formats can know whose bylines are lists of entries for people and bodies."""


def _recognises(module: str, path: str, head: bytes) -> bool:
    return bool(import_module(module).recognises(path, head))


def _read(module: str, path: str, data: bytes) -> Iterator[Record]:
    from bylint.loaders._records import read_records

    yield from read_records(_form(module), path, data)


def _are_lines(path: str, head: bytes) -> bool:
    from bylint.loaders._record_trees import begins_with_a_line

    return begins_with_a_line(path, head)


def _read_lines(module: str, path: str, lines: Iterable[tuple[int, bytes]]) -> Iterator[Record]:
    from bylint.loaders._records import read_record_lines

    return read_record_lines(_form(module), path, lines)


def _locate(module: str, data: bytes, locations: Sequence[Location]) -> Mapping[Location, Span]:
    from bylint.loaders._record_places import locate_records

    return locate_records(_form(module), data, locations)


def _edit(module: str, data: bytes, changes: Sequence[Change]) -> Mapping[Change, Edit]:
    from bylint.loaders._record_places import edit_records

    return edit_records(_form(module), data, changes)


def _form(module: str) -> "Form":
    form: Form = import_module(module).FORM
    return form


def _loader(name: str, page: str, knows: str, *checks: Check, endings: tuple[str, ...] = _JSON) -> Loader:
    """The loader of a format, which the module of its name describes; `knows` are the PARTS that not all know."""
    module = f"bylint.loaders.{name.replace('-', '_')}"
    return Loader(
        name=name,
        page=f"{page}\n\nThe module `{module}` says what is read of it.",
        endings=endings,
        recognises=partial(_recognises, module),
        read=partial(_read, module),
        locate=partial(_locate, module),
        edit=partial(_edit, module),
        lines=Lines(_are_lines, partial(_read_lines, module)) if endings is _JSON else None,
        checks=(BROKEN_FILE, BROKEN_RECORD, *checks),
        knows=_OF_ALL.union(knows.split()),
    )


OF_JSON = (
    _loader(
        "openalex",
        "Works of OpenAlex.",
        "affiliations doi language orcid pages person_id",
        BYLINE_DIFFERS_FROM_PROFILE,
    ),
    _loader(
        "crossref",
        "Works of Crossref, as its REST API answers.",
        _OF_ENTRIES + "language pages",
    ),
    _loader(
        "datacite",
        "Records of DataCite, as its REST API answers.",
        _OF_ENTRIES + "language",
    ),
    _loader(
        "openreview",
        "Submissions of OpenReview.",
        "openreview person_id",
        BYLINE_DIFFERS_FROM_PROFILE,
    ),
    _loader("semantic-scholar", "Papers of Semantic Scholar.", "affiliations doi orcid pages person_id"),
    _loader("arxiv-snapshot", "Snapshots of arXiv's metadata.", "affiliations doi first"),
    _loader("ismir", "The proceedings of ISMIR.", "doi editors pages volume_id", BAD_MARKUP),
    _loader("mlanthology", "The ML Anthology.", "doi first key pages volume_id", BAD_MARKUP),
    _loader(
        "codemeta",
        "codemeta.json, and other works in the words of schema.org.",
        _OF_ENTRIES,
    ),
    _loader(
        "csl-json",
        "CSL-JSON, as citation processors read it.",
        _OF_ENTRIES + "key language pages",
    ),
)
"""Of two that recognise a file, the first one reads it."""
OF_YAML = (
    _loader(
        "cff",
        "CITATION.cff, in which a repository says how to cite it.",
        _OF_ENTRIES,
        BAD_MARKUP,
        endings=(".cff",),
    ),
    _loader(
        "pmlr",
        "Posts of the Proceedings of Machine Learning Research.",
        "first pages volume_id",
        BYLINE_DIFFERS_FROM_BIBTEX,
        endings=(".md", ".markdown"),
    ),
)
