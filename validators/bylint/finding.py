"""What a check says: findings, the evidence behind them, and the fingerprint they keep from run to run."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from bylint.model import Authorship, Location, Name

HIGH_CONFIDENCE = 0.9
"""From here on a finding is shown at the gate, and an error fails it."""


class Severity(StrEnum):
    """How much a finding matters if it is right; a property of the check."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for the most severe."""
        return list(Severity).index(self)


class Status(StrEnum):
    """What became of a finding."""

    SHOWN = "shown"
    HIDDEN = "hidden"
    """Less sure than the audience asked for."""
    WAIVED = "waived"
    """A waiver in the settings matches it."""
    BASELINE = "baseline"
    """It was there before the gate was."""
    DECIDED = "decided"
    """A reviewer has answered it, and nothing that is new speaks against the answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One fact that backs a finding (`weight` above 0) or speaks against it (below 0)."""

    text: str
    location: Location | None = None
    kind: str = ""
    """A word for programs, for example `shared-coauthors`."""
    weight: float | None = None
    """In log odds; None where nothing was weighed."""
    papers: tuple[str, ...] = ()


class Details(NamedTuple):
    """What only a reader of a finding needs, and what takes time to find out."""

    evidence: tuple[Evidence, ...] = ()
    """Comes before what the finding holds already."""
    discreet_message: str = ""
    """As in Finding; empty for the finding's own."""


class Applicability(StrEnum):
    """Who may apply a fix."""

    SAFE = "safe"
    """`--fix` does. It says nothing of who somebody is."""
    SUGGEST = "suggest"
    """A person must have said yes to it."""


class Change(NamedTuple):
    """Another text at one place of a record."""

    location: Location
    """Without a path it is relative, as in Location: `Location(field="last")` is that field of every authorship
    of the finding that has `old` there; any other field is that of the finding's own place."""
    old: str
    """The text as the record holds it; empty where the place is empty or is not written at all."""
    new: str
    """Empty to leave the place empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fix:
    """Changes that clear a finding, all of them together."""

    changes: tuple[Change, ...]
    applicability: Applicability = Applicability.SUGGEST


class SubjectReference(NamedTuple):
    """What a finding is about, in words that outlive the run."""

    kind: str
    """`name`, `authorship`, `paper`, `volume`, `page`, `page-pair`, `person`, `corpus` or `file`."""
    id: str
    name: str = ""
    """A person's name, where the subject has one."""


_UNKNOWN_SUBJECT = SubjectReference("file", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing for a reviewer to decide, with one primary place.

    A check gives the first part; the engine fills in the second and overwrites whatever a check put there.
    """

    message: str
    """One sentence without a full stop."""
    location: Location | None = None
    """The primary place; None for where the subject stands."""
    evidence: tuple[Evidence, ...] = ()
    confidence: float | None = None
    """0 to 1; None for the check's own."""
    names: tuple[Name, ...] = ()
    """The names it joins or compares; empty when it compares none."""
    authorships: tuple[Authorship, ...] = ()
    """The authorships it is about; empty for those of the subject."""
    papers: tuple[str, ...] = ()
    """The papers it is about; empty for those of the subject."""
    groups: tuple[tuple[str, ...], ...] = ()
    """The papers of each proposed person, the largest group first."""
    about: str = ""
    """What tells it apart from other findings on the same subject, where its place does not: a DOI, an ORCID."""
    discreet_message: str = ""
    """The same without names, for public logs: two names that only an id or an ORCID joins are not printed there."""
    fix: Fix | None = None
    """What would clear it; only of a check that says it fixes."""
    details: Callable[[], Details] | None = None
    """Found out once somebody reads the finding, which is for few of many; None afterwards."""

    check: str = ""
    severity: Severity = Severity.ERROR
    subject: SubjectReference = _UNKNOWN_SUBJECT
    fingerprint: str = ""
    status: Status = Status.SHOWN
    reason: str = ""
    """Why it is waived, or what was decided of it."""


def fingerprint(check: str, subject: SubjectReference, about: tuple[str, ...]) -> str:
    """16 hexadecimal digits over what a finding is about, in a form that an ingest does not change.

    Never part of it: line numbers, sets of papers, the text of a message.
    """
    key = json.dumps([check, subject.kind, subject.id, *about], ensure_ascii=True)
    return hashlib.sha256(key.encode()).hexdigest()[:16]
