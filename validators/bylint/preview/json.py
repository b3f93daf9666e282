"""
JSON for other programs, in the versioned form `bylint-preview-1`: everything that is known, nothing cut.

The JSON Schema is `schemas/preview.schema.json`.
"""

from collections.abc import Iterable
from json import dumps
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

import bylint
from bylint.finding import Status
from bylint.preview.model import Byline, Move, PageEvent, PageSize, Preview, Put, Side, Signature, Wrong
from bylint.preview.sentences import sentences
from bylint.report import Report
from bylint.reporters.json import CorpusForm, FindingForm, PlaceForm, finding_form, place_form

Share = Annotated[float, Field(ge=0, le=1)]
Role = Literal["author", "editor"]


class _Form(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class SideForm(_Form):
    """One of the two states."""

    revision: str | None
    """As it was asked for; null for the work tree."""
    commit: str | None
    """The full name of the commit that was read; null for the work tree."""
    corpus: CorpusForm


class PapersForm(_Form):
    """How many papers are new, gone, or known by another id."""

    new: int
    gone: int
    renumbered: int


class PageForm(_Form):
    """A page, and how many papers it has in the state in question."""

    page: str
    papers: int


class MoveForm(_Form):
    """An authorship that is new, gone or on another page."""

    paper: str
    role: Role
    position: int
    """From 1 in the byline."""
    name: str
    was_on: str | None
    """The page; null for one that is new."""
    is_on: str | None
    """The page; null for one that is gone."""


class PageChangeForm(_Form):
    """What became of some pages."""

    kind: Literal["merged", "split", "moved", "emptied", "renamed", "made"]
    before: tuple[PageForm, ...]
    after: tuple[PageForm, ...]
    authorships: tuple[MoveForm, ...]


class WeighedForm(_Form):
    """One fact: weight above 0, in log odds, for another person than the others of the page."""

    kind: str
    weight: float | None
    text: str
    papers: tuple[str, ...]


class WrongForm(_Form):
    """Why an authorship looks wrong where it is put."""

    confidence: Share
    suggested_id: str | None
    """The known person whose it looks to be."""
    why: str
    evidence: tuple[WeighedForm, ...]
    """Where a person is suggested, weight above 0 speaks for them."""


class PutForm(_Form):
    """An authorship that is new on its page."""

    paper: str
    role: Role
    position: int
    """From 1 in the byline."""
    name: str
    """As written."""
    title: str
    year: int | None
    page: str
    came_from: str | None
    """The page it was on; null for one that was not there."""
    resolved_by: Literal["id", "orcid", "name", "slug"]
    verified: bool
    """Whether the page is a known person's."""
    page_is_new: bool
    location: PlaceForm | None
    looks_wrong: WrongForm | None
    """Null where nothing speaks against it."""


class SignatureForm(_Form):
    """One place of a byline."""

    name: str
    id: str | None
    orcid: str | None


class BylineForm(_Form):
    """A byline that is not what it was."""

    paper: str
    role: Role
    before: tuple[SignatureForm, ...]
    after: tuple[SignatureForm, ...]


class SettledForm(_Form):
    """A finding that is not shown any more."""

    finding: FindingForm
    """As it was."""
    now: Status | None
    """What became of it; null where there is none any more."""


class PreviewForm(_Form):
    """What `bylint preview` says of a change."""

    format: Literal["bylint-preview-1"]
    bylint: str
    """The version that wrote it."""
    base: SideForm
    """Where the change began."""
    head: SideForm
    summary: tuple[str, ...]
    """What the change does, in sentences."""
    papers: PapersForm
    pages: tuple[PageChangeForm, ...]
    """By kind, then the most authorships first."""
    placements: tuple[PutForm, ...]
    """The authorships that are new on their pages, in the order of the papers."""
    bylines: tuple[BylineForm, ...]
    """Those that changed, of papers that were there before."""
    byline_findings: tuple[FindingForm, ...]
    """What checks that compare with a base say."""
    brought: tuple[FindingForm, ...]
    """Findings that are shown now and were not."""
    settled: tuple[SettledForm, ...]
    """Findings that were shown and are not any more."""
    hidden_brought: int
    """Less sure findings that are new."""
    hidden_settled: int
    """Less sure findings that are gone."""
    failing: int
    """How many of the findings that it brings fail the run."""
    complete: bool
    """False where a file, a plugin or a check failed, before or after."""


def write(preview: Preview) -> str:
    """The preview as one JSON object."""
    outcomes = preview.outcomes
    form = PreviewForm(
        format="bylint-preview-1",
        bylint=bylint.__version__,
        base=_side(preview.base, preview.before),
        head=_side(preview.head, preview.after),
        summary=tuple(sentences(preview)),
        papers=PapersForm(**preview.papers._asdict()),
        pages=tuple(map(_event, preview.pages)),
        placements=tuple(_put(put, preview.after) for put in preview.put),
        bylines=tuple(map(_byline, preview.bylines)),
        byline_findings=tuple(finding_form(finding, preview.after) for finding in preview.told),
        brought=tuple(finding_form(finding, preview.after) for finding in outcomes.brought),
        settled=tuple(
            SettledForm(finding=finding_form(settled.finding, preview.before), now=settled.now)
            for settled in outcomes.settled
        ),
        hidden_brought=outcomes.hidden_brought,
        hidden_settled=outcomes.hidden_settled,
        failing=preview.failing,
        complete=preview.is_complete,
    )
    text = dumps(form.model_dump(mode="json"), ensure_ascii=False, indent=2) + "\n"
    return text.encode(errors="backslashreplace").decode()  # half of a character is escaped, as JSON can


def _side(side: Side, report: Report) -> SideForm:
    counts = CorpusForm(**report.counts._asdict())
    return SideForm(revision=side.name or None, commit=side.commit or None, corpus=counts)


def _event(event: PageEvent) -> PageChangeForm:
    return PageChangeForm(
        kind=event.kind,  # type: ignore[arg-type]  # validated
        before=_sizes(event.before),
        after=_sizes(event.after),
        authorships=tuple(map(_move, event.moves)),
    )


def _sizes(sizes: Iterable[PageSize]) -> tuple[PageForm, ...]:
    return tuple(PageForm(page=size.page, papers=size.papers) for size in sizes)


def _move(move: Move) -> MoveForm:
    return MoveForm.model_validate(move._asdict())


def _put(put: Put, report: Report) -> PutForm:
    return PutForm(
        paper=put.paper,
        role=put.role,  # type: ignore[arg-type]  # validated
        position=put.position,
        name=put.name,
        title=put.title,
        year=put.year,
        page=put.page,
        came_from=put.came_from,
        resolved_by=put.by,  # type: ignore[arg-type]  # validated
        verified=put.is_verified,
        page_is_new=not put.is_known,
        location=place_form(put.location, report),
        looks_wrong=_wrong(put.wrong) if put.wrong else None,
    )


def _wrong(wrong: Wrong) -> WrongForm:
    return WrongForm(
        confidence=round(wrong.confidence, 4),
        suggested_id=wrong.suggested,
        why=wrong.why,
        evidence=tuple(WeighedForm.model_validate(fact._asdict()) for fact in wrong.evidence),
    )


def _byline(byline: Byline) -> BylineForm:
    return BylineForm(
        paper=byline.paper,
        role=byline.role,  # type: ignore[arg-type]  # validated
        before=_signatures(byline.before),
        after=_signatures(byline.after),
    )


def _signatures(signatures: Iterable[Signature]) -> tuple[SignatureForm, ...]:
    return tuple(SignatureForm(**signature._asdict()) for signature in signatures)
