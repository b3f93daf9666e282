"""
CITATION.cff: how a repository asks to be cited.

The software or data set is one paper; `preferred-citation` and each of `references` are others, with bylines of their
own. Read are `title`, `doi` (or the first of `identifiers`), `date-released`, `year`, `journal` or `conference`,
`abstract`, and the names in `authors` and `editors`: `given-names`, and `name-particle`, `family-names` and
`name-suffix` for the last name; `name` is an entity's, and who has only an `alias` is called by it.

The format has ORCIDs and affiliations, and no ids of people. Every name has its place.
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
    follow,
    text_at,
    year_of,
)
from bylint.loaders._record_trees import Path, yaml_file
from bylint.model import Paper

_NAMES = NameForm(
    first=(("given-names",),),
    last=(("name-particle",), ("family-names",), ("name-suffix",)),
    fixed=(("name",), ("alias",)),
)


def recognises(path: str, head: bytes) -> bool:
    """Whether a file is called CITATION.cff, or says its version of the format."""
    return PurePosixPath(path).name == "CITATION.cff" or b"cff-version:" in head


def names(entry: Any) -> NameForm:  # noqa: ARG001 - all entries are alike
    """Where the parts of a name stand."""
    return _NAMES


def claims(record: Fields, entry: Entry) -> Claims:  # noqa: ARG001 - what every form is asked
    """What stands beside a name."""
    return Claims(None, text_at(entry.value, "orcid") or None, affiliations_at(entry.value))


def _doi(record: Fields) -> str | None:
    identifiers = record.get("identifiers")
    listed = identifiers if isinstance(identifiers, list) else ()
    dois = (text_at(one, "value") for one in listed if follow(one, ("type",)) == "doi")
    return bare_doi(text_at(record, "doi") or next(dois, ""))


def id_of(record: Fields, path: Path) -> str:
    """The DOI or the title, and where the record stands in its file."""
    own = _doi(record) or text_at(record, "title")
    return "/".join(map(str, (own, *path))) if own else ""


def paper(record: Fields, paper_id: str, path: str) -> Paper:
    """The paper of a record."""
    return Paper(
        paper_id,
        text_at(record, "title"),
        year_of(record.get("year")) or year_of(record.get("date-released")) or year_of(record.get("date-published")),
        path,
        venues=tuple(filter(None, [first_text(record, ("journal",), ("conference", "name"), ("collection-title",))])),
        abstract=text_at(record, "abstract") or None,
        doi=_doi(record),
    )


FORM = Form(
    paper,
    id_of,
    names,
    records=((), ("preferred-citation",), ("references",)),
    bylines={"author": (("authors",),), "editor": (("editors",),)},
    claims=claims,
    fields={
        "title": (("title",),),
        "doi": (("doi",), ("identifiers",)),
        "abstract": (("abstract",),),
        "year": (("year",), ("date-released",), ("date-published",)),
        "venue": (("journal",), ("conference", "name"), ("collection-title",)),
    },
    parts={"orcid": ("orcid",), "affiliation": ("affiliation",)},
    trees=yaml_file,
)
