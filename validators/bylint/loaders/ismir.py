"""
The proceedings of ISMIR, as its conference archive keeps them: one list of papers a year.

Read are `dblp_key` (or `doi`, or `zenodo_id`), `title`, `year`, `abstract` (or `Abstract`), `doi`, `pages`, and
`author`: a list of names, or one name as a text. A name is one text: the last word is the last name, with particles
before it, unless a comma turns it round.

`conferences.json` has the editors of each year: an object from years to conferences, of which `partof_title`,
`editors`, `doi` and `publication_date` are read.

The format knows nothing of people but their names. Every name has its place.
"""

from typing import Any

from bylint.loaders._forms import Fields, Form, NameForm, bare_doi, first_text, text_at, year_of
from bylint.loaders._json_heads import keys_at_the_top, record_at
from bylint.loaders._record_trees import Path
from bylint.model import Paper

_NAMES = NameForm(whole=((),))


def recognises(path: str, head: bytes) -> bool:  # noqa: ARG001 - every loader is handed both
    """Whether the first paper, or conference, has the keys of the archive."""
    keys = keys_at_the_top(head)
    if any(key.endswith(".conference_acronym") for key in keys):
        return True
    record = record_at(keys, ("",))
    return {"title", "ee"} <= record.keys() and not {"zenodo_id", "dblp_key"}.isdisjoint(record)


def is_record(record: Fields) -> bool:
    """Whether an object is a paper, or a conference whose editors are known."""
    return "title" in record or "editors" in record


def names(entry: Any) -> NameForm:  # noqa: ARG001 - all entries are alike
    """An entry is a name."""
    return _NAMES


def id_of(record: Fields, path: Path) -> str:  # noqa: ARG001 - a paper has an id of its own
    """The key of dblp, or another id."""
    if "editors" in record:
        return text_at(record, "conference_acronym")
    zenodo = text_at(record, "zenodo_id")
    return first_text(record, ("dblp_key",), ("doi",)) or (f"zenodo/{zenodo}" if zenodo else "")


def paper(record: Fields, paper_id: str, path: str) -> Paper:
    """The paper of a record, or the front matter of a conference."""
    year = year_of(record.get("year")) or year_of(record.get("publication_date"))
    return Paper(
        paper_id,
        first_text(record, ("title",), ("partof_title",)),
        year,
        path,
        venues=("ismir",),
        volume_id=f"ismir-{year}" if year else None,
        abstract=first_text(record, ("abstract",), ("Abstract",)) or None,
        doi=bare_doi(text_at(record, "doi")),
        pages=text_at(record, "pages") or None,
        is_front_matter="editors" in record,
    )


FORM = Form(
    paper,
    id_of,
    names,
    is_record=is_record,
    is_keyed=True,
    bylines={"author": (("author",),), "editor": (("editors",),)},
    fields={
        "title": (("title",), ("partof_title",)),
        "doi": (("doi",),),
        "abstract": (("abstract",), ("Abstract",)),
        "year": (("year",), ("publication_date",)),
        "pages": (("pages",),),
    },
)
