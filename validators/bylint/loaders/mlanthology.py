"""
The ML Anthology: an object with the papers of a venue and a year, most often packed, or one paper a file.

Read are `bibtex_key`, `title`, `year`, `venue`, `abstract`, `doi`, `pages` and `authors` with `given` and `family`.
The `slug` of an author is made from the name, so it says nothing more of who it is.

The format knows nothing of people but their names. Every name has its place; packed files are not written.
"""

from typing import Any

from bylint.loaders._forms import Fields, Form, NameForm, bare_doi, text_at, texts_at, year_of
from bylint.loaders._json_heads import keys_at_the_top, record_at
from bylint.loaders._record_trees import Path
from bylint.model import Paper

_NAMES = NameForm(first=(("given",),), last=(("family",),))


def recognises(path: str, head: bytes) -> bool:  # noqa: ARG001 - every loader is handed both
    """Whether the first paper has a citation key and authors with slugs."""
    record = record_at(keys_at_the_top(head), ("papers[].", ""))
    return "bibtex_key" in record and "authors[]" in record


def is_paper(record: Fields) -> bool:
    """Whether an object is a paper, and not the list of them."""
    return "papers" not in record


def names(entry: Any) -> NameForm:  # noqa: ARG001 - all entries are alike
    """Where the parts of a name stand."""
    return _NAMES


def id_of(record: Fields, path: Path) -> str:  # noqa: ARG001 - a paper has an id of its own
    """The citation key."""
    return text_at(record, "bibtex_key")


def paper(record: Fields, paper_id: str, path: str) -> Paper:
    """The paper of a record."""
    year, venue = year_of(record.get("year")), text_at(record, "venue")
    is_together = text_at(record, "venue_type") != "misc"
    return Paper(
        paper_id,
        text_at(record, "title"),
        year,
        path,
        venues=texts_at(record, "venue"),
        volume_id=f"{venue}-{year}" if venue and year and is_together else None,
        abstract=text_at(record, "abstract") or None,
        doi=bare_doi(text_at(record, "doi")),
        pages=text_at(record, "pages") or None,
        key=paper_id,
    )


FORM = Form(
    paper,
    id_of,
    names,
    records=((), ("papers",)),
    is_record=is_paper,
    bylines={"author": (("authors",),)},
    fields={
        "title": (("title",),),
        "doi": (("doi",),),
        "abstract": (("abstract",),),
        "year": (("year",),),
        "pages": (("pages",),),
        "venue": (("venue",),),
        "key": (("bibtex_key",),),
        "id": (("bibtex_key",),),
    },
)
