"""The baseline: findings that were there before the gate was."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from bylint.decisions.files import read_decisions, written
from bylint.decisions.forms import AnyForm, BaselineForm
from bylint.decisions.judging import Decision
from bylint.files import write_whole
from bylint.finding import Finding, Status
from bylint.model import Location


def read_baseline(path: Path, source: str) -> list[Decision]:
    """The entries of a baseline, shown as standing in `source`; none where there is no file. Raises UsageError."""
    return [
        Decision(status=Status.BASELINE, check=entry.check, fingerprint=entry.fingerprint, source=source)
        for entry in _read(path)
        if isinstance(entry, BaselineForm)
    ]


def _read(path: Path) -> tuple[AnyForm, ...]:
    return read_decisions(path, "baseline", "restore it, or remove it")


def write_baseline(path: Path, findings: Iterable[Finding]) -> int:
    """Accept these findings: write them, and no others, to the baseline. Returns their number."""
    entries = [
        BaselineForm(kind="baseline", check=finding.check, fingerprint=finding.fingerprint, about=_place(finding))
        for finding in findings
    ]
    _write(path, entries)
    return len(entries)


def prune_baseline(path: Path, unused: Sequence[Decision]) -> int:
    """Take entries out of the baseline. Returns how many are left."""
    gone = {decision.fingerprint for decision in unused}
    entries = [entry for entry in _entries(path) if entry.fingerprint not in gone]
    _write(path, entries)
    return len(entries)


def _entries(path: Path) -> list[BaselineForm]:
    return [entry for entry in _read(path) if isinstance(entry, BaselineForm)]


def _write(path: Path, entries: Iterable[BaselineForm]) -> None:
    others = [entry for entry in _read(path) if not isinstance(entry, BaselineForm)]  # where one file holds both
    write_whole(path, written([*entries, *others]))


def _place(finding: Finding) -> str:
    """Where a finding stands, without any name."""
    place = finding.location or Location()
    parts = (place.record or place.path, place.byline, str(place.position or ""), place.field)
    return " ".join(part for part in parts if part)
