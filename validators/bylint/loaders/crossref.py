"""
Works of Crossref, as its REST API answers: one work, a list of them, or a work a line.

Read are `DOI`, `title`, `issued`, `container-title` (or the event's name), `abstract`, `page`, `language`, and the
names in `author` and `editor`: `given`, and `family` with `suffix`; `name` is the name of a body. Tags in titles and
abstracts are left out.

A work has ORCIDs and affiliations where the publisher deposited them; there are no ids of people. Every name has its
place.
"""

from typing import Any

from bylint.loaders._forms import Fields, Form, NameForm, bare_doi, first_text, text_at, texts_at
from bylint.loaders._json_heads import keys_at_the_top, record_at
from bylint.loaders._record_trees import Path
from bylint.loaders.csl_json import claims, year_in
from bylint.model import Paper

_NAMES = NameForm(first=(("given",),), last=(("family",), ("suffix",)), fixed=(("name",),))
_PLACES = ("message.items[].", "message.", "items[].", "")
_OF_CROSSREF = {"reference-count", "is-referenced-by-count", "content-domain", "member", "title[]", "indexed"}


def recognises(path: str, head: bytes) -> bool:  # noqa: ARG001 - every loader is handed both
    """Whether the answer says that it holds works, or the first has what only Crossref knows; its title is a list."""
    keys = keys_at_the_top(head)
    if keys.get("message-type") in {"work", "work-list"}:
        return True
    record = record_at(keys, _PLACES)
    if "title" in record:
        return False
    return ("DOI" in record or "indexed" in record) and len(_OF_CROSSREF & record.keys()) > 1


def is_work(record: Fields) -> bool:
    """Whether an object is a work."""
    return "DOI" in record


def names(entry: Any) -> NameForm:  # noqa: ARG001 - all entries are alike
    """Where the parts of a name stand."""
    return _NAMES


def id_of(record: Fields, path: Path) -> str:  # noqa: ARG001 - a work has an id of its own
    """The DOI of a work."""
    return text_at(record, "DOI")


def paper(record: Fields, paper_id: str, path: str) -> Paper:
    """The paper of a work."""
    return Paper(
        paper_id,
        first_text(record, ("title", 0), ("title",)),
        year_in(record, "issued", "published"),
        path,
        venues=texts_at(record, "container-title") or texts_at(record, "event", "name"),
        abstract=text_at(record, "abstract") or None,
        doi=bare_doi(text_at(record, "DOI")),
        pages=text_at(record, "page") or None,
        language=text_at(record, "language") or None,
    )


FORM = Form(
    paper,
    id_of,
    names,
    records=((), ("message",), ("message", "items"), ("items",)),
    is_record=is_work,
    claims=claims,
    fields={
        "title": (("title",),),
        "doi": (("DOI",),),
        "abstract": (("abstract",),),
        "year": (("issued",), ("published",)),
        "pages": (("page",),),
        "venue": (("container-title",), ("event",)),
    },
    parts={"orcid": ("ORCID",), "affiliation": ("affiliation",)},
    is_rich=True,
)
