"""
codemeta.json: who wrote a piece of software, in the words of schema.org.

Read are `identifier` (or `@id`), `name`, `datePublished`, `description`, `author` and `editor`, each a list or one
object. `familyName` and `givenName` are a name; a `name` alone is that of a body where `@type` says so, and else one
text. Contributors, maintainers and owners are no authors. Other objects of schema.org with authors are read alike.

An author has an ORCID where `@id` is one, and an affiliation. Every name has its place.
"""

from pathlib import PurePosixPath
from typing import Any

from bylint.loaders._forms import (
    Claims,
    Entry,
    Fields,
    Form,
    NameForm,
    affiliations_at,
    bare_doi,
    first_text,
    text_at,
    texts_at,
    year_of,
)
from bylint.loaders._json_heads import keys_at_the_top, record_at
from bylint.loaders._record_trees import Path
from bylint.model import Paper

_PERSON = NameForm(first=(("givenName",),), last=(("familyName",),), whole=(("name",), ()))
_BODY = NameForm(fixed=(("name",),))
_IDS: tuple[Path, ...] = (("identifier",), ("identifier", "value"), ("@id",), ("id",))


def recognises(path: str, head: bytes) -> bool:
    """Whether a file is called codemeta.json, or holds an author and says that its words are those of schema.org."""
    record = record_at(keys_at_the_top(head), ("",))
    words = record.get("@context", record.get("@context[]", ""))
    is_of_schema = ("schema.org" in words or "codemeta" in words) and not {"author", "author[]"}.isdisjoint(record)
    return bool(record) and (PurePosixPath(path).name == "codemeta.json" or is_of_schema)


def is_work(record: Fields) -> bool:
    """Whether an object says who made something."""
    return "author" in record or "name" in record


def names(entry: Any) -> NameForm:
    """Where the parts of a name stand."""
    return _BODY if first_text(entry, ("@type",), ("type",)).startswith("Organi") else _PERSON


def claims(record: Fields, entry: Entry) -> Claims:  # noqa: ARG001 - what every form is asked
    """What stands beside a name."""
    own = first_text(entry.value, ("@id",), ("id",))
    return Claims(None, own if "orcid.org/" in own else None, affiliations_at(entry.value))


def id_of(record: Fields, path: Path) -> str:  # noqa: ARG001 - a work has an id of its own
    """The identifier of a work, or its name."""
    return _doi(record) or first_text(record, *_IDS, ("name",))


def _doi(record: Fields) -> str | None:
    own = (text_at(record, *path) for path in _IDS)
    return next((bare_doi(text) for text in own if "doi.org/" in text or text.startswith("10.")), None)


def paper(record: Fields, paper_id: str, path: str) -> Paper:
    """The paper of a work."""
    return Paper(
        paper_id,
        text_at(record, "name"),
        year_of(record.get("datePublished")),
        path,
        venues=texts_at(record, "publisher", "name"),
        abstract=text_at(record, "description") or None,
        doi=_doi(record),
    )


FORM = Form(
    paper,
    id_of,
    names,
    is_record=is_work,
    claims=claims,
    fields={
        "title": (("name",),),
        "abstract": (("description",),),
        "year": (("datePublished",),),
        "venue": (("publisher", "name"),),
        "doi": _IDS,
        "id": _IDS,
    },
    parts={"orcid": ("@id",), "affiliation": ("affiliation",)},
    is_rich=True,
)
