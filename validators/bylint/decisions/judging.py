"""What silences a finding: waivers in the settings, entries of the baseline. One form, one way of matching."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from bylint import faults
from bylint.finding import Evidence, Finding, Status
from bylint.model import Location
from bylint.settings import Settings

if TYPE_CHECKING:
    from bylint.decisions.memory import Memory


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


def waivers(settings: Settings) -> list[Decision]:
    """The waivers of the settings."""
    return [Decision(status=Status.WAIVED, source=settings.path, **asdict(waiver)) for waiver in settings.waivers]


def judged(
    findings: Iterable[Finding], decisions: Sequence[Decision], asked: Iterable[str], memory: "Memory | None" = None
) -> tuple[list[Finding], list[Finding], list[Decision]]:
    """The findings, silenced where a decision matches; findings about decisions that match nothing; those decisions.

    `asked` holds the ids of the checks that ran: a decision about another check may still match one day. `memory` holds
    what reviewers decided; a finding that came back since then says what is new.
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
        result.append(_remembered(finding, memory))
    asked = set(asked)
    unused = [
        decision
        for decision in decisions
        if id(decision) not in used and any(fnmatchcase(check, decision.check) for check in asked)
    ]
    return result, list(_unused(unused)), unused


def _remembered(finding: Finding, memory: "Memory | None") -> Finding:
    """A finding, silenced where a reviewer has answered it; with what speaks against the answer, where that is new."""
    if memory is None or finding.status is not Status.SHOWN or finding.check in faults.INCOMPLETE:
        return finding
    answer = memory.answer(finding)
    if answer is None:
        return finding
    told, new = answer
    if not new:
        return replace(finding, status=Status.DECIDED, reason=told)
    facts = tuple(Evidence(text=f"new since it was decided: {fact}", kind="new") for fact in new)
    back = "decided before, but something is new"
    return replace(
        finding,
        message=f"{finding.message}; {back}: {new[0]}",
        discreet_message=finding.discreet_message and f"{finding.discreet_message}; {back}",
        evidence=facts + finding.evidence,
        reason=told,
    )


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
