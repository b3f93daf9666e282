"""
DataCite: the answers of its REST API, one record or a list, and the bare metadata of one.

Read are `doi` (or `id`), the first of `titles`, `publicationYear`, `container` or `publisher`, the abstract among
`descriptions`, `language`, `creators`, and the editors among `contributors`. `familyName` and `givenName` are a name;
a `name` alone is that of a body where `nameType` says so, and else one text, which a comma turns round.

A record may have ORCIDs, other identifiers of people, and affiliations. Every name has its place.
"""

from typing import Any

from bylint.loaders._forms import (
    Claims,
    Entry,
    Fields,
    Form,
    NameForm,
    affiliations_at,
    bare_doi,
    first_path,
    first_text,
    follow,
    text_at,
    texts_at,
    year_of,
)
from bylint.loaders._json_heads import keys_at_the_top, record_at
from bylint.loaders._record_trees import Path
from bylint.model import Paper

_PERSON = NameForm(first=(("givenName",),), last=(("familyName",),), whole=(("name",),))
_BODY = NameForm(fixed=(("name",),))
_PLACES = ("data[].attributes.", "data.attributes.", "attributes.", "")


def recognises(path: str, head: bytes) -> bool:  # noqa: ARG001 - every loader is handed both
    """Whether the first record has titles and creators, or is of a type that only DataCite has."""
    keys = keys_at_the_top(head)
    if keys.get("data[].type", keys.get("data.type")) == "dois":
        return True
    record = record_at(keys, _PLACES)
    return "creators[]" in record and ("titles[]" in record or "doi" in record)


def is_record(record: Fields) -> bool:
    """Whether an object is a record, and not what is around a list of them."""
    return bool({"attributes", "creators", "titles"} & record.keys())


def names(entry: Any) -> NameForm:
    """Where the parts of a name stand."""
    kind = first_text(entry, ("nameType",), ("type",))
    has_parts = bool(first_text(entry, ("familyName",), ("givenName",)))
    return _BODY if kind.startswith("Organi") and not has_parts else _PERSON


def claims(record: Fields, entry: Entry) -> Claims:  # noqa: ARG001 - what every form is asked
    """What stands beside a name."""
    listed = follow(entry.value, ("nameIdentifiers",))
    orcids = (
        text_at(one, "nameIdentifier")
        for one in (listed if isinstance(listed, list) else ())
        if text_at(one, "nameIdentifierScheme").upper() == "ORCID"
    )
    own = text_at(entry.value, "id")
    return Claims(None, next(orcids, own if "orcid.org/" in own else "") or None, affiliations_at(entry.value))


def is_listed(role: str, entry: Any) -> bool:
    """Whether a creator or contributor is of a byline; of the contributors, the editors are."""
    return role == "author" or text_at(entry, "contributorType") == "Editor"


def id_of(record: Fields, path: Path) -> str:  # noqa: ARG001 - a record has an id of its own
    """The DOI of a record."""
    return first_text(record, ("attributes", "doi"), ("doi",), ("id",))


def paper(record: Fields, paper_id: str, path: str) -> Paper:
    """The paper of a record."""
    inner = record["attributes"] if isinstance(record.get("attributes"), dict) else record
    listed = inner.get("descriptions")
    abstracts = (
        text_at(one, "description")
        for one in (listed if isinstance(listed, list) else ())
        if text_at(one, "descriptionType") == "Abstract"
    )
    return Paper(
        paper_id,
        text_at(inner, "titles", 0, "title"),
        year_of(inner.get("publicationYear")),
        path,
        venues=texts_at(inner, *first_path(inner, (("container", "title"), ("publisher", "name"), ("publisher",)))),
        abstract=next(abstracts, "") or None,
        doi=bare_doi(first_text(inner, ("doi",), ("id",))),
        language=text_at(inner, "language") or None,
    )


def _in_both(*path: str | int) -> tuple[Path, Path]:
    return ("attributes", *path), path


FORM = Form(
    paper,
    id_of,
    names,
    records=((), ("data",)),
    is_record=is_record,
    bylines={"author": _in_both("creators"), "editor": _in_both("contributors")},
    is_listed=is_listed,
    claims=claims,
    fields={
        "title": _in_both("titles", 0, "title"),
        "doi": _in_both("doi"),
        "abstract": _in_both("descriptions"),
        "year": _in_both("publicationYear"),
        "venue": (*_in_both("container", "title"), *_in_both("publisher")),
    },
    parts={"orcid": ("nameIdentifiers",), "affiliation": ("affiliation",)},
    is_rich=True,
)
