"""
Works of OpenAlex: one work, an answer with `results`, a list, or a work a line as in its snapshots.

Read are `id`, `title`, `publication_year`, the source of `primary_location`, `abstract_inverted_index`, `doi`,
`biblio`, `language` and `authorships`. The byline is what is printed, `raw_author_name`; the name of the author's
entry, `author.display_name`, stands in for it where a work has none. A name is one text: the last word is the last
name, with its particles before it, unless a comma turns it round.

The id of the author's entry is a claim about who the person is; ORCIDs belong to the entry, too. Affiliations are
those that are printed, or else the institutions they were taken for. Every name has its place. Answers with lists of
works hold no more than a hundred authorships of each.
"""

from collections.abc import Iterable
from typing import Any

from bylint.finding import Finding
from bylint.loaders._forms import (
    Claims,
    Entry,
    Fields,
    Form,
    NameForm,
    bare_doi,
    first_text,
    last_part,
    text_at,
    texts_at,
    year_of,
)
from bylint.loaders._json_heads import keys_at_the_top, record_at
from bylint.loaders._profiles import profile_findings
from bylint.loaders._record_trees import Path
from bylint.loaders._slim_json import ListOf, Shape
from bylint.loaders._whole_names import whole_name
from bylint.model import Authorship, Paper

_SHAPE: Shape = {
    **dict.fromkeys(["id", "doi", "title", "display_name", "publication_year", "language", "abstract_inverted_index"]),
    "results": None,
    "primary_location": {"source": {"display_name": None}},
    "biblio": {"first_page": None, "last_page": None},
    "authorships": ListOf(
        {
            "author": {"id": None, "display_name": None, "orcid": None},
            "raw_author_name": None,
            "raw_affiliation_strings": None,
            "institutions": ListOf({"display_name": None}),
        }
    ),
}
_NAMES = NameForm(whole=(("raw_author_name",), ("author", "display_name")))


def recognises(path: str, head: bytes) -> bool:  # noqa: ARG001 - every loader is handed both
    """Whether the first record is a work of OpenAlex by its id, or has authorships with clusters."""
    record = record_at(keys_at_the_top(head), ("results[].", ""))
    return record.get("id", "").startswith("https://openalex.org/W") or "authorships[].author" in record


def is_work(record: Fields) -> bool:
    """Whether an object is a work."""
    return "authorships" in record or text_at(record, "id").startswith("https://openalex.org/W")


def names(entry: Any) -> NameForm:  # noqa: ARG001 - all entries are alike
    """Where a name stands."""
    return _NAMES


def claims(record: Fields, entry: Entry) -> Claims:  # noqa: ARG001 - what every form is asked
    """Whom the authorship was given to, and where the person worked."""
    value = entry.value if isinstance(entry.value, dict) else {}
    author = value.get("author")
    places = texts_at(value, "raw_affiliation_strings")
    if not places:
        institutions = value.get("institutions")
        listed = institutions if isinstance(institutions, list) else ()
        places = tuple(name for one in listed if (name := text_at(one, "display_name")))
    return Claims(last_part(text_at(author, "id")), text_at(author, "orcid") or None, places)


def remarks(record: Fields, entry: Entry, authorship: Authorship) -> Iterable[Finding]:  # noqa: ARG001 - as above
    """Whether the entry of the author has a name that the byline could not mean."""
    profile = text_at(entry.value, "author", "display_name")
    is_printed = not profile or profile == text_at(entry.value, "raw_author_name")
    return () if is_printed else profile_findings(authorship, whole_name(profile))


def abstract_of(record: Fields) -> str | None:
    """The text whose words an index lists with their positions; None where there is none."""
    index = record.get("abstract_inverted_index")
    if not isinstance(index, dict):
        return None
    try:
        words: list[Any] = [None] * sum(map(len, index.values()))
        for word, positions in index.items():
            for position in positions:
                words[position] = word
        return " ".join(words) or None
    except (TypeError, IndexError):
        return _with_gaps(index)


def _with_gaps(index: Fields) -> str | None:
    """The same where positions are missing, or are none."""
    words = {
        position: word
        for word, positions in index.items()
        if isinstance(positions, list)
        for position in positions
        if isinstance(position, int)
    }
    return " ".join([words[position] for position in sorted(words)]) or None


def id_of(record: Fields, path: Path) -> str:  # noqa: ARG001 - a work has an id of its own
    """The last part of a work's id, or its DOI."""
    return last_part(text_at(record, "id")) or bare_doi(text_at(record, "doi")) or ""


def _pages(record: Fields) -> str | None:
    biblio = record.get("biblio")
    first, last = text_at(biblio, "first_page"), text_at(biblio, "last_page")
    return f"{first}-{last}" if first and last and first != last else first or last or None


def paper(record: Fields, paper_id: str, path: str) -> Paper:
    """The paper of a work."""
    return Paper(
        paper_id,
        first_text(record, ("title",), ("display_name",)),
        year_of(record.get("publication_year")),
        path,
        venues=texts_at(record, "primary_location", "source", "display_name"),
        abstract=abstract_of(record),
        doi=bare_doi(text_at(record, "doi")),
        pages=_pages(record),
        language=text_at(record, "language") or None,
    )


FORM = Form(
    paper,
    id_of,
    names,
    records=((), ("results",)),
    is_record=is_work,
    bylines={"author": (("authorships",),)},
    claims=claims,
    remarks=remarks,
    fields={
        "title": (("title",), ("display_name",)),
        "doi": (("doi",),),
        "abstract": (("abstract_inverted_index",),),
        "year": (("publication_year",),),
        "pages": (("biblio",),),
        "venue": (("primary_location", "source", "display_name"),),
        "id": (("id",),),
    },
    parts={
        "orcid": ("author", "orcid"),
        "id": ("author", "id"),
        "affiliation": ("raw_affiliation_strings",),
    },
    is_rich=True,
    shape=_SHAPE,
)
