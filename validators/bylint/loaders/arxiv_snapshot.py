"""
The snapshots of arXiv's metadata: a record a line, as they are published for everybody.

Read are `id`, `title` with letters for what TeX writes, `abstract`, the year of the first of `versions`, `journal-ref`,
`doi`, and `authors_parsed`: the last name, the first name, the suffix, and then affiliations, as many as there are. An
affiliation that is only a number belongs to a list which the record has lost, and is left out; a “:” is nobody. What
stands in `authors`, the byline as it was typed, is not read: where it stands alone, that is a finding.

The format knows neither ids nor ORCIDs; `update_date` is not the year, and `submitter` need not be an author. Every
name has its place.
"""

import re
from typing import Any

from bylint.loaders._arxiv import first_doi, first_year, is_nobody, paper_id, title_of, without_keys
from bylint.loaders._forms import Claims, Entry, Fields, Form, NameForm, follow, text_at
from bylint.loaders._json_heads import keys_at_the_top, record_at
from bylint.loaders._record_trees import Path
from bylint.loaders._xml import on_one_line
from bylint.model import Paper

_NAMES = NameForm(first=((1,),), last=((0,), (2,)))
_ID = re.compile(r"[0-9]{4}\.[0-9]{4,5}|[a-z-]+(?:\.[A-Z]{2})?/[0-9]{7}")


def recognises(path: str, head: bytes) -> bool:  # noqa: ARG001 - every loader is handed both
    """Whether the first record has an id of arXiv, and parsed authors or a submitter before a long byline."""
    record = record_at(keys_at_the_top(head), ("",))
    is_of_arxiv = bool(_ID.fullmatch(record.get("id", "")))
    return is_of_arxiv and ("authors_parsed[][]" in record or "submitter" in record)


def names(entry: Any) -> NameForm:  # noqa: ARG001 - all entries are alike
    """An entry is a list."""
    return _NAMES


def claims(record: Fields, entry: Entry) -> Claims:  # noqa: ARG001 - what every form is asked
    """Where the person worked."""
    listed = entry.value[3:] if isinstance(entry.value, list) else ()
    return Claims(affiliations=without_keys(text for text in listed if isinstance(text, str)))


def is_listed(role: str, entry: Any) -> bool:  # noqa: ARG001 - there are only authors
    """Whether an entry is more than a sign between names."""
    return not (text_at(entry, 0) and is_nobody(text_at(entry, 0)) and not text_at(entry, 1))


def id_of(record: Fields, path: Path) -> str:  # noqa: ARG001 - a paper has an id of its own
    """The id of a paper."""
    return paper_id(text_at(record, "id"))


def paper(record: Fields, own: str, path: str) -> Paper:
    """The paper of a record."""
    journal = on_one_line(text_at(record, "journal-ref"))
    return Paper(
        own,
        title_of(text_at(record, "title")),
        first_year(text_at(record, "versions", 0, "created")),
        path,
        venues=(journal,) if journal else (),
        abstract=on_one_line(text_at(record, "abstract")) or None,
        doi=first_doi(text_at(record, "doi")),
    )


FORM = Form(
    paper,
    id_of,
    names,
    is_record=lambda record: follow(record, ("id",)) is not None,
    bylines={"author": (("authors_parsed",), ("authors",))},
    claims=claims,
    is_listed=is_listed,
    fields={
        "title": (("title",),),
        "doi": (("doi",),),
        "abstract": (("abstract",),),
        "year": (("versions", 0, "created"),),
        "venue": (("journal-ref",),),
        "id": (("id",),),
    },
    parts={"affiliation": (3,)},
    is_rich=True,
)
