"""
Posts of the Proceedings of Machine Learning Research: one file a paper, whose front matter is YAML.

Read are `id`, `title`, `date` or `issued`, `container-title`, `volume`, `abstract`, `page` and `author` with `given`,
`prefix` and `family`. The same byline in `bibtex_author` is only compared with it.

The format knows nothing of people but their names. Every name has its place.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from bylint.finding import Finding
from bylint.loaders._forms import Entry, Fields, Form, NameForm, follow, text_at, texts_at, year_of
from bylint.loaders._profiles import bibtex_findings
from bylint.loaders._record_trees import Path, Tree, YamlTree
from bylint.loaders._trees import TreeError
from bylint.model import Authorship, Name, Paper

_NAMES = NameForm(first=(("given",),), last=(("prefix",), ("family",), ("suffix",)))
_END = re.compile(r"^(?:---|\.\.\.)[ \t]*\r?$", re.MULTILINE)
_NO_FRONT_MATTER = "the front matter has no end"


def recognises(path: str, head: bytes) -> bool:  # noqa: ARG001 - every loader is handed both
    """Whether a file begins with the front matter of a paper in proceedings."""
    return head.startswith((b"---", b"\xef\xbb\xbf---")) and any(
        sign in head for sign in (b"\nlayout: inproceedings", b"\nbibtex_author:", b"\ncontainer-title:")
    )


def front_matter(path: str, text: str) -> Iterator[Tree | TreeError]:  # noqa: ARG001 - as every format
    """What stands between the first two lines of dashes. Raises TreeError."""
    end = _END.search(text, 3)
    if end is None:
        raise TreeError(_NO_FRONT_MATTER)
    yield YamlTree(text[: end.start()])


def names(entry: Any) -> NameForm:  # noqa: ARG001 - all entries are alike
    """Where the parts of a name stand."""
    return _NAMES


@lru_cache(maxsize=1)
def bibtex_names(content: str) -> tuple[Name, ...]:
    """The names of a byline as BibTeX has it."""
    from bylint.loaders._bibtex_names import name_list
    from bylint.loaders._latex import printed

    items = name_list(content, printed(content, 0, len(content))).items
    return tuple(Name(item.first.text or None, item.last.text) for item in items if not isinstance(item, str))


def remarks(record: Fields, entry: Entry, authorship: Authorship) -> Iterator[Finding]:
    """Whether the byline in BibTeX has another name in the same place."""
    content, listed = text_at(record, "bibtex_author"), follow(record, ("author",))
    if content and isinstance(listed, list) and entry.number == authorship.position - 1:
        yield from bibtex_findings(authorship, bibtex_names(content), len(listed))


def id_of(record: Fields, path: Path) -> str:  # noqa: ARG001 - a paper has an id of its own
    """The volume and the id of a paper, as in its address."""
    volume, own = text_at(record, "volume"), text_at(record, "id")
    return f"v{volume}/{own}" if volume and own else own


def paper(record: Fields, paper_id: str, path: str) -> Paper:
    """The paper of a post."""
    dates = [("date",), ("issued", "date-parts", 0), ("issued", "date-parts", 0, 0), ("year",)]
    years = (year for date in dates if (year := year_of(follow(record, date))) is not None)
    volume = text_at(record, "volume")
    return Paper(
        paper_id,
        text_at(record, "title"),
        next(years, None),
        path,
        venues=texts_at(record, "container-title"),
        volume_id=f"pmlr-{volume}" if volume else None,
        abstract=text_at(record, "abstract") or None,
        pages=text_at(record, "page") or None,
    )


FORM = Form(
    paper,
    id_of,
    names,
    fields={
        "title": (("title",),),
        "abstract": (("abstract",),),
        "year": (("date",), ("issued",), ("year",)),
        "pages": (("page",),),
        "venue": (("container-title",),),
        "id": (("id",),),
    },
    remarks=remarks,
    trees=front_matter,
    is_rich=True,
)
