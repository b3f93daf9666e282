"""
CSL-JSON: what citation processors read, and Zotero, Manubot and pandoc write.

A list of items, one item, or one item a line. Read are `id` (or `DOI`), `title`, `issued`, `container-title`,
`abstract`, `DOI`, `page`, `citation-key`, and the names in `author` and `editor`: `given` and `dropping-particle` are
the first name, `non-dropping-particle`, `family` and `suffix` the last name, and `literal` is a last name that nobody
is to divide. Tags in titles and abstracts are left out.

It can say nothing of who somebody is; items that came from Crossref have ORCIDs and affiliations beside the names.
Every name has its place.
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
    first_text,
    follow,
    text_at,
    texts_at,
    year_of,
)
from bylint.loaders._json_heads import keys_at_the_top, record_at
from bylint.loaders._record_trees import Path
from bylint.model import Paper

_TYPES = """
article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset
document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation
manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical
personal_communication post post-weblog regulation report review review-book software song speech standard thesis
treaty webpage
"""
TYPES = frozenset(_TYPES.split())
"""The types of CSL 1.0.2."""
_OF_CSL = frozenset(
    {"author[].family", "author[].literal", "editor[].family", "issued.date-parts[]", "container-title"}
)
_NAMES = NameForm(
    first=(("given",), ("dropping-particle",)),
    last=(("non-dropping-particle",), ("family",), ("suffix",)),
    fixed=(("literal",), ("name",)),
)


def recognises(path: str, head: bytes) -> bool:
    """Whether the first item has a type of CSL, a title that is no list, and names or a date as CSL has them."""
    record = record_at(keys_at_the_top(head), ("items[].", ""))
    is_item = record.get("type") in TYPES and "title[]" not in record
    return is_item and (path.endswith(".csl.json") or not _OF_CSL.isdisjoint(record))


def is_item(record: Fields) -> bool:
    """Whether an object is an item."""
    return "type" in record or "title" in record


def year_in(record: Fields, *keys: str) -> int | None:
    """The year of the first date that has one."""
    for key in keys:
        for path in ((key, "date-parts", 0, 0), (key, "raw"), (key, "literal"), (key,)):
            year = year_of(follow(record, path))
            if year is not None:
                return year
    return None


def names(entry: Any) -> NameForm:  # noqa: ARG001 - all entries are alike
    """Where the parts of a name stand."""
    return _NAMES


def claims(record: Fields, entry: Entry) -> Claims:  # noqa: ARG001 - what every form is asked
    """What Crossref knows beside a name."""
    return Claims(None, text_at(entry.value, "ORCID") or None, affiliations_at(entry.value))


def id_of(record: Fields, path: Path) -> str:  # noqa: ARG001 - an item has an id of its own
    """The id of an item."""
    return first_text(record, ("id",), ("DOI",))


def paper(record: Fields, paper_id: str, path: str) -> Paper:
    """The paper of an item."""
    return Paper(
        paper_id,
        first_text(record, ("title",), ("title", 0)),
        year_in(record, "issued", "original-date"),
        path,
        venues=texts_at(record, "container-title"),
        abstract=text_at(record, "abstract") or None,
        doi=bare_doi(text_at(record, "DOI")),
        pages=text_at(record, "page") or None,
        key=text_at(record, "citation-key") or None,
        language=text_at(record, "language") or None,
    )


FORM = Form(
    paper,
    id_of,
    names,
    records=((), ("items",)),
    is_record=is_item,
    claims=claims,
    fields={
        "title": (("title",),),
        "doi": (("DOI",),),
        "abstract": (("abstract",),),
        "year": (("issued",),),
        "pages": (("page",),),
        "venue": (("container-title",),),
        "key": (("citation-key",),),
        "id": (("id",),),
    },
    parts={"orcid": ("ORCID",), "affiliation": ("affiliation",)},
    is_rich=True,
)
