"""
JSON for other programs, in the versioned form `bylint-pages-1`: everything that is known, nothing cut.

The JSON Schema is `schemas/pages.schema.json`.
"""

from collections.abc import Iterable
from json import dumps
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

import bylint
from bylint.corpus.sources import Sources
from bylint.dossier.model import Count, Dossier, Dossiers, Edit, Fact, Group, Misplaced, Row, Similar
from bylint.model import Location

Share = Annotated[float, Field(ge=0, le=1)]
Role = Literal["author", "editor"]


class _Form(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class PlaceForm(_Form):
    """A place in a file."""

    path: str
    """From the repository's root, with `/`."""
    line: int | None
    """From 1; null where the file does not have the place."""
    column: int | None
    """From 1, in code points."""


class CountForm(_Form):
    """A name, of a person or of a venue, and the papers it stands on."""

    name: str
    papers: int


class FactForm(_Form):
    """One fact with its weight in log odds."""

    kind: str
    weight: float | None
    text: str
    papers: tuple[str, ...]


class GroupForm(_Form):
    """One person whom the evidence sees; the largest group first."""

    group: int
    """From 1."""
    papers: int
    years: tuple[int, int] | None
    """The first and the last."""
    person: str | None
    """The explicit id that its authorships carry."""
    why: str
    id: str | None
    """The id that all of its authorships would get; null where they would stay as they are."""
    new: bool
    """Whether that id is a proposal: nobody has it yet."""
    coauthors: tuple[CountForm, ...]
    venues: tuple[CountForm, ...]
    words: tuple[str, ...]
    """Words of its titles that are rare elsewhere."""
    evidence: tuple[FactForm, ...]
    """Weight above 0: the group is another person than the rest; below 0: it is the same."""


class PaperForm(_Form):
    """One authorship with its paper."""

    id: str
    position: int
    """From 1 in the byline."""
    role: Role
    year: int | None
    title: str
    authors: tuple[str, ...]
    group: int
    confidence: Share
    """How surely it belongs to the group."""
    person: str | None
    """The person whom the record says it is; null for the unverified."""
    page: str
    resolved_by: Literal["id", "orcid", "name", "slug"]
    location: PlaceForm | None
    name: str
    """As written."""
    written_id: str | None
    orcid: str | None
    affiliations: tuple[str, ...]
    venues: tuple[str, ...]


class OtherNameForm(_Form):
    """Another name on one of the pages."""

    name: str
    papers: int
    page: str


class SimilarForm(_Form):
    """A page of similar name; confidence 0 for somebody who is known to be another."""

    name: str
    confidence: Share
    why: str
    page: str
    papers: int
    evidence: tuple[FactForm, ...]
    """Weight above 0: both are one person."""


class MisplacedForm(_Form):
    """An authorship whose evidence points to a namesake."""

    paper: str
    position: int
    role: Role
    own_id: str | None
    suggested_id: str
    confidence: Share
    why: str
    evidence: tuple[FactForm, ...]


class EditForm(_Form):
    """One authorship that would get another id."""

    paper: str
    position: int
    role: Role
    name: str
    old_id: str | None
    new_id: str
    new: bool
    """Whether the id is a proposal: nobody has it yet."""
    group: int
    confidence: Share
    location: PlaceForm | None


class KnownForm(_Form):
    """On how many of the papers the records say something."""

    coauthors: int
    affiliations: int
    orcids: int
    abstracts: int
    years: int


class PageForm(_Form):
    """The dossier of a page."""

    query: str
    names: tuple[str, ...]
    """The names as written, the most frequent first."""
    confidence_mixed: Share
    """That two or more people are here."""
    groups: tuple[GroupForm, ...]
    papers: tuple[PaperForm, ...]
    """The newest first, then by id."""
    coauthors: tuple[CountForm, ...]
    """By count, then by last name, then by first."""
    venues: tuple[CountForm, ...]
    similar: tuple[SimilarForm, ...]
    kind: Literal["name", "id", "orcid"]
    """What the query was."""
    ids: Literal["use", "ignore"]
    """Whether ids and ORCIDs counted."""
    pages: tuple[CountForm, ...]
    """The ids of the pages that the authorships are on, and how many are on each."""
    also_published_as: tuple[OtherNameForm, ...]
    expected_namesakes: float
    """How many other people of the name the corpus should hold."""
    tail: Share
    """The share of single-person pages of this size that look as much like two people."""
    known: KnownForm
    too_little: str | None
    """Why nothing can be said of who is who."""
    misplaced: tuple[MisplacedForm, ...]
    settles: tuple[str, ...]
    """What would settle who is who."""
    edits: tuple[EditForm, ...]


class PagesForm(_Form):
    """What `bylint page` answers, in the order of the queries; a query that finds nobody is left out."""

    format: Literal["bylint-pages-1"]
    bylint: str
    """The version that wrote it."""
    pages: tuple[PageForm, ...]


def write(dossiers: Dossiers) -> str:
    """The dossiers as one JSON object."""
    places = [row.location for dossier in dossiers.pages for row in dossier.papers]
    dossiers.sources.prepare(places)
    form = PagesForm(
        format="bylint-pages-1",
        bylint=bylint.__version__,
        pages=tuple(_page(dossier, dossiers.sources) for dossier in dossiers.pages),
    )
    text = dumps(form.model_dump(mode="python"), ensure_ascii=False, indent=2) + "\n"
    return text.encode(errors="backslashreplace").decode()  # half of a character is escaped, as JSON can


def _page(dossier: Dossier, sources: Sources) -> PageForm:
    return PageForm(
        query=dossier.query,
        names=tuple(name.name for name in dossier.names),
        confidence_mixed=_rounded(dossier.confidence_mixed),
        groups=tuple(map(_group, dossier.groups)),
        papers=tuple(_paper(row, sources) for row in dossier.papers),
        coauthors=_counts(dossier.coauthors),
        venues=_counts(dossier.venues),
        similar=tuple(map(_similar, dossier.similar)),
        kind=dossier.kind,  # type: ignore[arg-type]  # validated
        ids="use" if dossier.uses_ids else "ignore",
        pages=_counts(dossier.pages),
        also_published_as=tuple(
            OtherNameForm(name=other.name, papers=other.papers, page=other.page) for other in dossier.also
        ),
        expected_namesakes=_rounded(dossier.expected),
        tail=_rounded(dossier.tail),
        known=KnownForm(**dossier.known._asdict()),
        too_little=dossier.too_little or None,
        misplaced=tuple(map(_misplaced, dossier.misplaced)),
        settles=dossier.settles,
        edits=tuple(_edit(edit, sources) for edit in dossier.edits),
    )


def _group(group: Group) -> GroupForm:
    return GroupForm(
        group=group.group,
        papers=group.papers,
        years=group.years,
        person=group.person,
        why=group.why,
        id=group.id,
        new=group.is_new,
        coauthors=_counts(group.coauthors),
        venues=_counts(group.venues),
        words=group.words,
        evidence=_facts(group.evidence),
    )


def _paper(row: Row, sources: Sources) -> PaperForm:
    kept = row._asdict()
    kept |= {"confidence": _rounded(row.confidence), "location": _place(row.location, sources)}
    return PaperForm(**kept)


def _similar(similar: Similar) -> SimilarForm:
    kept = similar._asdict()
    del kept["is_private"]
    return SimilarForm(**kept | {"confidence": _rounded(similar.confidence), "evidence": _facts(similar.evidence)})


def _misplaced(item: Misplaced) -> MisplacedForm:
    kept = item._asdict()
    return MisplacedForm(**kept | {"confidence": _rounded(item.confidence), "evidence": _facts(item.evidence)})


def _edit(edit: Edit, sources: Sources) -> EditForm:
    kept = edit._asdict()
    kept |= {"confidence": _rounded(edit.confidence), "location": _place(edit.location, sources)}
    return EditForm(new=kept.pop("is_new"), **kept)


def _place(place: Location, sources: Sources) -> PlaceForm | None:
    span = sources.span(place)
    return (
        PlaceForm(path=place.path, line=span.line if span else None, column=span.column if span else None)
        if place.path
        else None
    )


def _counts(counts: Iterable[Count]) -> tuple[CountForm, ...]:
    return tuple(CountForm(name=count.name, papers=count.papers) for count in counts)


def _facts(facts: Iterable[Fact]) -> tuple[FactForm, ...]:
    return tuple(
        FactForm(
            kind=fact.kind,
            weight=None if fact.weight is None else _rounded(fact.weight),
            text=fact.text,
            papers=fact.papers,
        )
        for fact in facts
    )


def _rounded(number: float) -> float:
    return round(float(number), 4) + 0.0
