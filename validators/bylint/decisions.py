"""What silences a finding: waivers in the settings, entries of the baseline. One form, one way of matching."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Final, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bylint import faults
from bylint.errors import UsageError
from bylint.files import write_whole
from bylint.finding import Finding, Status
from bylint.model import Location
from bylint.settings import Settings

FORMAT: Final = "bylint-decisions-1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What may silence findings: everything that is given must match."""

    status: Status
    check: str
    """An id or a glob."""
    reason: str = ""
    fingerprint: str | None = None
    paper: str | None = None
    name: str | None = None
    page: str | None = None
    path: str | None = None
    """A glob."""
    source: str = ""
    """The file it is written in."""

    def matches(self, finding: Finding) -> bool:
        """Whether it is about this finding."""
        return (
            fnmatchcase(finding.check, self.check)
            and self.fingerprint in {None, finding.fingerprint}
            and (self.paper is None or self.paper in finding.papers)
            and (self.page is None or self.page in finding.subject.id.split(" "))
            and (self.path is None or fnmatchcase(finding.location.path if finding.location else "", self.path))
            and (self.name is None or self.name in _names(finding))
        )


def _names(finding: Finding) -> set[str]:
    return {
        finding.subject.name,
        *map(str, finding.names),
        *(str(authorship.name) for authorship in finding.authorships),
    }


class DecisionForm(BaseModel):
    """One decision as its file holds it."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)
    kind: Literal["baseline"]
    check: str
    fingerprint: str = Field(pattern=r"^[0-9a-f]{16}$")
    about: str = ""
    """For people who read the file: where the finding stood."""


class DecisionsForm(BaseModel):
    """A file of decisions, sorted by check, place and fingerprint."""

    model_config = ConfigDict(frozen=True, extra="forbid", title="Decisions of bylint")
    format: Literal["bylint-decisions-1"]
    decisions: tuple[DecisionForm, ...]


def waivers(settings: Settings) -> list[Decision]:
    """The waivers of the settings."""
    return [
        Decision(status=Status.WAIVED, source=settings.path, **waiver.model_dump(by_alias=False))
        for waiver in settings.waivers
    ]


def read_baseline(path: Path, source: str) -> list[Decision]:
    """The entries of a baseline, shown as standing in `source`; none where there is no file. Raises UsageError."""
    return [
        Decision(status=Status.BASELINE, check=entry.check, fingerprint=entry.fingerprint, source=source)
        for entry in _read(path).decisions
    ]


def _read(path: Path) -> DecisionsForm:
    try:
        return DecisionsForm.model_validate_json(path.read_bytes())
    except FileNotFoundError:
        return DecisionsForm(format=FORMAT, decisions=())
    except (OSError, ValidationError) as error:
        what = error.errors()[0]["msg"] if isinstance(error, ValidationError) else error.strerror
        message = f"{path}: no baseline that bylint can read: {what}"
        raise UsageError(message, "restore it, or remove it") from error


def write_baseline(path: Path, findings: Iterable[Finding]) -> int:
    """Accept these findings: write them, and nothing else, to the baseline. Returns their number."""
    entries = [
        DecisionForm(kind="baseline", check=finding.check, fingerprint=finding.fingerprint, about=_place(finding))
        for finding in findings
    ]
    _write(path, entries)
    return len(entries)


def prune_baseline(path: Path, unused: Sequence[Decision]) -> int:
    """Take entries out of the baseline. Returns how many are left."""
    gone = {decision.fingerprint for decision in unused}
    entries = [entry for entry in _read(path).decisions if entry.fingerprint not in gone]
    _write(path, entries)
    return len(entries)


def _write(path: Path, entries: list[DecisionForm]) -> None:
    entries.sort(key=lambda entry: (entry.check, entry.about, entry.fingerprint))
    rows = [json.dumps(entry.model_dump(), ensure_ascii=False) for entry in dict.fromkeys(entries)]
    body = "".join(f"\n{row}," for row in rows).removesuffix(",")  # a line an entry, so that branches merge
    write_whole(path, f'{{"format": "{FORMAT}", "decisions": [{body}\n]}}\n')


def _place(finding: Finding) -> str:
    """Where a finding stands, without any name."""
    place = finding.location or Location()
    parts = (place.record or place.path, place.byline, str(place.position or ""), place.field)
    return " ".join(part for part in parts if part)


def judged(
    findings: Iterable[Finding], decisions: Sequence[Decision], asked: Iterable[str]
) -> tuple[list[Finding], list[Finding], list[Decision]]:
    """The findings, silenced where a decision matches; findings about decisions that match nothing; those decisions.

    `asked` holds the ids of the checks that ran: a decision about another check may still match one day.
    """
    by_fingerprint: dict[str, list[Decision]] = {}
    others = []
    for decision in decisions:
        if decision.fingerprint is None:
            others.append(decision)
        else:
            by_fingerprint.setdefault(decision.fingerprint, []).append(decision)
    used: set[int] = set()
    result = []
    for finding in findings:
        for decision in (*by_fingerprint.get(finding.fingerprint, ()), *others):
            if finding.check not in faults.INCOMPLETE and decision.matches(finding):
                used.add(id(decision))
                if finding.status is Status.SHOWN:
                    finding = replace(finding, status=decision.status, reason=decision.reason)
        result.append(finding)
    asked = set(asked)
    unused = [
        decision
        for decision in decisions
        if id(decision) not in used and any(fnmatchcase(check, decision.check) for check in asked)
    ]
    return result, list(_unused(unused)), unused


def _unused(decisions: Iterable[Decision]) -> Iterator[Finding]:
    stale: Counter[str] = Counter()
    for decision in decisions:
        if decision.status is Status.BASELINE:
            stale[decision.source] += 1
            continue
        given = {key: getattr(decision, key) for key in ("fingerprint", "paper", "name", "page", "path")}
        what = " ".join([decision.check, *(f"{key} {value!r}" for key, value in given.items() if value is not None)])
        yield Finding(
            check=faults.UNUSED_WAIVER.id,
            message=f"the waiver of {what} matches no finding",
            location=Location(decision.source),
            about=what,
        )
    for source, number in stale.items():
        entries = "1 entry matches" if number == 1 else f"{number} entries match"
        yield Finding(
            check=faults.UNUSED_BASELINE.id, message=f"{entries} no finding any more", location=Location(source)
        )
