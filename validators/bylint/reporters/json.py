"""
JSON for other programs, in the versioned form `bylint-findings-1`.

Every finding is there with its status, whatever the audience; the budget cuts only what was asked to be cut. The JSON
Schema is `schemas/findings.schema.json`.
"""

from collections.abc import Mapping
from json import dumps
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field
from pydantic_core import PydanticSerializationError

import bylint
from bylint.finding import Applicability, Evidence, Finding, Fix, Severity, Status
from bylint.model import Location
from bylint.report import Report


class _Form(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class PlaceForm(_Form):
    """A place in a file."""

    path: str
    """From the repository's root, with `/`."""
    line: int | None = None
    """From 1; null where the file does not have the place."""
    column: int | None = None
    """From 1, in code points."""


class SubjectForm(_Form):
    """What a finding is about."""

    kind: str
    id: str
    name: str


class AuthorshipForm(_Form):
    """One name at one place of a byline."""

    paper: str
    position: int
    """From 1."""
    role: Literal["author", "editor"]


class EvidenceForm(_Form):
    """One fact for a finding (weight above 0) or against it (below 0)."""

    kind: str
    weight: float | None
    text: str
    papers: tuple[str, ...]
    location: PlaceForm | None


class ChangeForm(_Form):
    """Another text at one place of a record."""

    location: PlaceForm | None
    record: str
    """The paper or person."""
    byline: str
    """`author`, `editor`, or `names` for the names of a person; empty outside of them."""
    position: int
    """From 1; 0 outside of a byline."""
    field: str
    old: str
    """What stands there; empty for nothing."""
    new: str
    """Empty to leave the place empty."""


class FixForm(_Form):
    """Changes that clear a finding, all of them together."""

    applicability: Applicability
    """`safe` for what `--fix` applies, `suggest` for what a person must have said yes to."""
    changes: tuple[ChangeForm, ...]


class FindingForm(_Form):
    """One thing for a reviewer to decide."""

    check: str
    severity: Severity
    confidence: Annotated[float, Field(ge=0, le=1)]
    status: Status
    message: str
    location: PlaceForm | None
    """Null for what has no place in the repository, as a refused plugin."""
    subject: SubjectForm
    papers: tuple[str, ...]
    authorships: tuple[AuthorshipForm, ...]
    names: tuple[str, ...]
    """The names that are joined or compared."""
    groups: tuple[tuple[str, ...], ...]
    """The papers of each proposed person, the largest group first."""
    evidence: tuple[EvidenceForm, ...]
    fix: FixForm | None
    """What would clear it; null for what only a person can."""
    fingerprint: str
    reason: str | None
    """Why it is waived, or what was decided of it."""


class CorpusForm(_Form):
    """How large the corpus is."""

    papers: int
    authorships: int
    files: int


class SummaryForm(_Form):
    """How many findings there are of each status; `by_check` counts those shown."""

    shown: int
    hidden: int
    waived: int
    baseline: int
    decided: int
    by_check: Mapping[str, int]


class InapplicableForm(_Form):
    """A check that was not put to files whose format cannot have what it needs."""

    check: str
    formats: tuple[str, ...]
    """The formats, by the names of their loaders."""
    lacks: tuple[str, ...]
    """What one of them cannot have."""
    everywhere: bool
    """True where there is no file of another format, so that the check was not asked at all."""


class ReportForm(_Form):
    """A report of `bylint check`."""

    format: Literal["bylint-findings-1"]
    bylint: str
    """The version that wrote it."""
    corpus: CorpusForm
    findings: tuple[FindingForm, ...]
    summary: SummaryForm
    not_applicable: tuple[InapplicableForm, ...]
    """The checks whose silence proves nothing about some files."""
    complete: bool
    """False where a file, a plugin or a check failed, or no check could be asked."""


def place_form(place: Location | None, report: Report) -> PlaceForm | None:
    """A place with its line and column."""
    if place is None or not place.path:
        return None
    span = report.span(place)
    return PlaceForm(path=place.path, line=span.line if span else None, column=span.column if span else None)


def evidence_form(evidence: Evidence, report: Report) -> EvidenceForm:
    """A fact with its place."""
    return EvidenceForm(
        kind=evidence.kind,
        weight=evidence.weight,
        text=evidence.text,
        papers=evidence.papers,
        location=place_form(evidence.location, report),
    )


def fix_form(fix: Fix | None, report: Report) -> FixForm | None:
    """A fix with the places of its changes."""
    if fix is None:
        return None
    changes = tuple(
        ChangeForm(
            location=place_form(change.location, report),
            record=change.location.record,
            byline=change.location.byline,
            position=change.location.position,
            field=change.location.field,
            old=change.old,
            new=change.new,
        )
        for change in fix.changes
    )
    return FixForm(applicability=fix.applicability, changes=changes)


def finding_form(finding: Finding, report: Report) -> FindingForm:
    """A finding with its places."""
    return FindingForm(
        check=finding.check,
        severity=finding.severity,
        confidence=round(finding.confidence or 0.0, 4),
        status=finding.status,
        message=finding.message,
        location=place_form(finding.location, report),
        subject=SubjectForm(**finding.subject._asdict()),
        papers=finding.papers,
        authorships=tuple(
            AuthorshipForm.model_validate({"paper": item.paper_id, "position": item.position, "role": item.role})
            for item in finding.authorships
        ),
        names=tuple(map(str, finding.names)),
        groups=finding.groups,
        evidence=tuple(evidence_form(evidence, report) for evidence in finding.evidence),
        fix=fix_form(finding.fix, report),
        fingerprint=finding.fingerprint,
        reason=finding.reason or None,
    )


def write(report: Report) -> str:
    """The report as one JSON object."""
    report.locate(report.findings)
    displayed = {id(finding) for finding in report.displayed(budgeted=False)}
    fixes = (finding.fix for finding in report.findings if finding.fix is not None)
    report.sources.prepare(change.location for fix in fixes for change in fix.changes)
    form = ReportForm(
        format="bylint-findings-1",
        bylint=bylint.__version__,
        corpus=CorpusForm(**report.counts._asdict()),
        findings=tuple(
            finding_form(finding, report)
            for finding in report.findings
            if finding.status is not Status.SHOWN or id(finding) in displayed
        ),
        summary=SummaryForm(**report.status_counts, by_check=report.counts_by_check),
        not_applicable=tuple(
            InapplicableForm(check=said.check, formats=said.formats, lacks=said.lacks, everywhere=said.is_everywhere)
            for said in report.inapplicable
        ),
        complete=report.is_complete,
    )
    try:
        return form.model_dump_json(indent=2) + "\n"
    except PydanticSerializationError:  # half of a character is escaped, as JSON can; it takes five times as long
        text = dumps(form.model_dump(mode="python"), ensure_ascii=False, indent=2) + "\n"
        return text.encode(errors="backslashreplace").decode()
