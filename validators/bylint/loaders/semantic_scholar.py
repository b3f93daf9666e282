"""
Papers of Semantic Scholar: the answers of its API for one paper, several, a search or an author, and its data sets.

Read are `paperId` (or `corpusid`), `title`, `year`, `venue`, `abstract`, `externalIds.DOI`, `journal.pages` and
`authors`; the papers in `citations` and `references` are papers as well. A name is one text: the last word is the
last name, with its particles before it, unless a comma turns it round.

`authorId` is a claim about who the person is. There may be ORCIDs and affiliations. Every name has its place.
"""

from typing import Any

from bylint.loaders._forms import (
    Claims,
    Entry,
    Fields,
    Form,
    NameForm,
    bare_doi,
    first_text,
    text_at,
    texts_at,
    year_of,
)
from bylint.loaders._json_heads import keys_at_the_top, record_at
from bylint.loaders._record_trees import Path
from bylint.model import Paper

_NAMES = NameForm(whole=(("name",),))


def recognises(path: str, head: bytes) -> bool:  # noqa: ARG001 - every loader is handed both
    """Whether the first record has the id of a paper, or an author's with papers."""
    record = record_at(keys_at_the_top(head), ("data[].", "papers[].", ""))
    return "paperId" in record or {"corpusid", "authors[].authorId"} <= record.keys()


def is_paper(record: Fields) -> bool:
    """Whether an object is a paper."""
    return "paperId" in record or "corpusid" in record


def names(entry: Any) -> NameForm:  # noqa: ARG001 - all entries are alike
    """Where a name stands."""
    return _NAMES


def claims(record: Fields, entry: Entry) -> Claims:  # noqa: ARG001 - what every form is asked
    """Whom the authorship was given to, and what stands beside the name."""
    return Claims(
        text_at(entry.value, "authorId") or None,
        text_at(entry.value, "externalIds", "ORCID") or None,
        texts_at(entry.value, "affiliations"),
    )


def id_of(record: Fields, path: Path) -> str:  # noqa: ARG001 - a paper has an id of its own
    """The id of a paper."""
    return first_text(record, ("paperId",), ("corpusid",))


def paper(record: Fields, paper_id: str, path: str) -> Paper:
    """The paper of a record."""
    return Paper(
        paper_id,
        text_at(record, "title"),
        year_of(record.get("year")),
        path,
        venues=texts_at(record, "venue"),
        abstract=text_at(record, "abstract") or None,
        doi=bare_doi(first_text(record, ("externalIds", "DOI"), ("externalids", "DOI"))),
        pages=text_at(record, "journal", "pages") or None,
    )


FORM = Form(
    paper,
    id_of,
    names,
    records=((), ("data",), ("papers",), ("citations",), ("references",)),
    is_record=is_paper,
    others=frozenset({"authorId"}),
    bylines={"author": (("authors",),)},
    claims=claims,
    fields={
        "title": (("title",),),
        "doi": (("externalIds", "DOI"), ("externalids", "DOI")),
        "abstract": (("abstract",),),
        "year": (("year",),),
        "pages": (("journal", "pages"),),
        "venue": (("venue",),),
        "id": (("paperId",), ("corpusid",)),
    },
    parts={"orcid": ("externalIds", "ORCID"), "id": ("authorId",), "affiliation": ("affiliations",)},
    is_rich=True,
)
