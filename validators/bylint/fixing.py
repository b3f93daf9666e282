"""From findings to what their fixes make of the files: planned round by round, before anything is written."""

from bisect import bisect_right, insort
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase

from bylint.asking import Request, ask
from bylint.checks import Check
from bylint.corpus.collector import collector_at_rest
from bylint.corpus.reading import Patches, Reading
from bylint.corpus.revision import base_of
from bylint.corpus.scope import Scope
from bylint.edits import Edit, Patch, digest
from bylint.errors import UsageError, did_you_mean
from bylint.faults import INCOMPLETE
from bylint.files import UnreadableError, read_bytes
from bylint.finding import Applicability, Change, Finding, Status
from bylint.model import Location
from bylint.privacy import NOTHING_WITHHELD, Withheld
from bylint.report import passes
from bylint.run import Progress, findings_in, names_withheld, read, silent

ROUNDS = 10
"""How often the corpus is read again for fixes that had to wait for others."""

_STALE = "the file has changed since it was read"
_ELSEWHERE = "something else stands there, or it cannot be replaced without touching more than text"
_NO_WRITER = "bylint does not write this format"


@dataclass(frozen=True, slots=True)
class Refusal:
    """A fix that was to be applied and cannot be."""

    check: str
    place: Location
    why: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What the fixes of a run make of the files, and what is left of them."""

    scope: Scope
    patches: Patches
    applied: tuple[frozenset[str], ...] = ()
    """The files of each fix."""
    refused: tuple[Refusal, ...] = ()
    beyond: int = 0
    """Fixes that reach files outside of the PATHs."""
    unsure: int = 0
    """Safe fixes of findings that the audience is not shown."""
    suggested: Mapping[str, int] | None = None
    """Fixes that wait for somebody's yes, by check."""
    waiting: int = 0
    """Fixes that overlapped others to the last round."""
    fault: str = ""
    """What is wrong with the run, where a file, a plugin or a check failed."""
    withheld: Withheld = NOTHING_WITHHELD

    @property
    def is_complete(self) -> bool:
        """Whether nothing failed, so that what is planned may be done."""
        return not self.fault


@dataclass(frozen=True, slots=True)
class _Proposal:
    """A finding whose fix is to be applied, with its edits by file."""

    finding: Finding
    edits: Mapping[str, tuple[Edit, ...]]

    @property
    def order(self) -> tuple[str, int, str, str]:
        path = min(self.edits)
        return path, min(edit.start for edit in self.edits[path]), self.finding.check, self.finding.fingerprint


def plan_fixes(request: Request, suggested: Sequence[str] = (), progress: Progress = silent) -> Plan:
    """Plan the safe fixes, and those of the checks that `suggested` names, until none is left to apply.

    What is planned is what the same request would report: shown to its audience, for its PATHs, and neither waived nor
    in the baseline; nothing in a run that is not to be trusted. Raises UsageError.
    """
    question = ask(request)
    checks = [check for check in question.checks if check.fixes is not None and not check.needs_base]
    _require_fixing(suggested, checks, [check.id for check in question.setup.plugins.checks])
    if request.base is not None:
        for root in question.setup.scope.repositories:
            base_of(root, request.base)  # the report after the fixes needs it, and nothing may be fixed without one
    question = replace(question, request=replace(request, base=None), checks=checks)
    plan = Plan(question.setup.scope, {})
    for number in range(ROUNDS if checks else 0):
        with collector_at_rest():
            scope, reading = read(question.setup, question.request, progress, plan.patches)
            findings, _ = findings_in(reading, scope, question, progress)
        now = _round(plan, findings, suggested, request.audience, scope, reading)
        if number == 0:
            now = replace(now, withheld=names_withheld(question.setup.settings, reading))
        is_done = now.applied == plan.applied or not now.is_complete
        plan = now
        if is_done:
            break
    return plan if plan.is_complete else replace(plan, patches={}, applied=())


def _require_fixing(suggested: Iterable[str], checks: Iterable[Check], known: Sequence[str]) -> None:
    """Raise UsageError for a pattern that names no check of the run which has fixes."""
    fixing = [check.id for check in checks]
    for pattern in suggested:
        if not any(fnmatchcase(check_id, pattern) for check_id in fixing):
            if any(fnmatchcase(check_id, pattern) for check_id in known):
                message = f"--fix-suggested: {pattern!r} has no fixes, or is not among the checks that run"
            else:
                message = f"--fix-suggested: there is no check {pattern!r}{did_you_mean(pattern, known)}"
            raise UsageError(message, "bylint list says which checks fix")


def _round(  # noqa: PLR0913, PLR0917 - what was planned, and what it is planned from
    plan: Plan,
    findings: Sequence[Finding],
    suggested: Sequence[str],
    audience: str,
    scope: Scope,
    reading: Reading,
) -> Plan:
    """The plan with one more round."""
    with_fix = [finding for finding in findings if finding.fix is not None]
    shown = [finding for finding in with_fix if finding.status is Status.SHOWN]
    wanted = [finding for finding in shown if _is_wanted(finding, suggested)]
    inside = [finding for finding in wanted if _is_inside(finding, scope)]
    proposals, refused = _proposals(inside, plan.patches, reading)
    chosen = _without_overlaps(proposals)
    left: dict[str, int] = {}
    for finding in shown:
        if not _is_wanted(finding, suggested):
            left[finding.check] = left.get(finding.check, 0) + 1
    hidden = [f for f in with_fix if f.status is Status.HIDDEN and _is_safe(f) and not passes(f, audience)]
    return replace(
        plan,
        scope=scope,
        patches=_patched(plan.patches, chosen, reading.digests),
        applied=(*plan.applied, *(frozenset(proposal.edits) for proposal in chosen)),
        refused=tuple(refused),
        beyond=len(wanted) - len(inside),
        unsure=len(hidden),
        suggested=left,
        waiting=len(proposals) - len(chosen),
        fault=plan.fault or next((_told(finding) for finding in findings if finding.check in INCOMPLETE), ""),
    )


def _told(fault: Finding) -> str:
    return ": ".join(filter(None, [fault.location.path if fault.location else "", fault.message]))


def _is_safe(finding: Finding) -> bool:
    return finding.fix is not None and finding.fix.applicability is Applicability.SAFE


def _is_wanted(finding: Finding, suggested: Iterable[str]) -> bool:
    return _is_safe(finding) or any(fnmatchcase(finding.check, pattern) for pattern in suggested)


def _changes(finding: Finding) -> tuple[Change, ...]:
    return finding.fix.changes if finding.fix is not None else ()


def _is_inside(finding: Finding, scope: Scope) -> bool:
    """Whether a fix touches nothing but what is asked for."""
    return all(scope.reports(change.location.path) for change in _changes(finding))


def _proposals(
    findings: Iterable[Finding], patches: Patches, reading: Reading
) -> tuple[list[_Proposal], list[Refusal]]:
    """The fixes that can be made whole, in the order in which they are applied; what is in the way of the others."""
    findings = list(findings)
    by_path: dict[str, dict[Change, None]] = {}
    for finding in findings:
        for change in _changes(finding):
            by_path.setdefault(change.location.path, {})[change] = None
    edits: dict[Change, Edit] = {}
    faults: dict[str, str] = {}
    for path, changes in by_path.items():
        try:
            edits.update(edits_of_file(path, list(changes), patches, reading))
        except UnreadableError as error:
            faults[path] = str(error)
    proposals, refused = [], []
    for finding in findings:
        missing = next((change.location for change in _changes(finding) if change not in edits), None)
        if missing is not None:
            refused.append(Refusal(finding.check, missing, faults.get(missing.path, _ELSEWHERE)))
            continue
        of_path: dict[str, tuple[Edit, ...]] = {}
        for change in dict.fromkeys(_changes(finding)):
            of_path[change.location.path] = (*of_path.get(change.location.path, ()), edits[change])
        proposals.append(_Proposal(finding, of_path))
    return sorted(proposals, key=lambda proposal: proposal.order), refused


def edits_of_file(path: str, changes: Sequence[Change], patches: Patches, reading: Reading) -> Mapping[Change, Edit]:
    """The edits of one file, as it is after the rounds before. Raises UnreadableError where there can be none."""
    loader = reading.sources.loader(path)
    if loader is None or loader.edit is None:
        raise UnreadableError(_NO_WRITER)
    data = read_bytes(reading.sources.root / path, reading.sources.root)
    if digest(data) != reading.digests.get(path) or (path in patches and digest(data) != patches[path].digest):
        raise UnreadableError(_STALE)
    try:
        return loader.edit(patches[path].applied(data) if path in patches else data, changes)
    except Exception as error:  # a loader of a plugin must not end the run
        message = f"the loader {loader.name} failed: {type(error).__name__}: {' '.join(str(error).split())[:200]}"
        raise UnreadableError(message) from error


def _without_overlaps(proposals: Iterable[_Proposal]) -> list[_Proposal]:
    """The fixes that go together, the first of those that touch each other; the others wait for the next round."""
    taken: set[object] = set()
    spans: dict[str, list[Edit]] = {}
    chosen = []
    for proposal in proposals:
        keys = {key for change in _changes(proposal.finding) for key in _claims(change)}
        if not taken.isdisjoint(keys) or any(
            _touches(edit, spans.get(path, ())) for path, edits in proposal.edits.items() for edit in edits
        ):
            continue
        taken |= keys
        for path, edits in proposal.edits.items():
            for edit in edits:
                insort(spans.setdefault(path, []), edit)
        chosen.append(proposal)
    return chosen


def _claims(change: Change) -> Collection[object]:
    """What no second fix of a round may share: a name, and a text that another name of its byline is to become."""
    place = change.location
    if not place.byline:
        return (place,)
    return place._replace(field=""), (place._replace(position=0), change.new)


def _touches(edit: Edit, others: Sequence[Edit]) -> bool:
    """Whether an edit meets one of others, which are sorted and do not overlap."""
    before = bisect_right(others, edit.end, key=lambda other: other.start)
    return before > 0 and others[before - 1].end >= edit.start


def _patched(patches: Patches, chosen: Iterable[_Proposal], digests: Mapping[str, bytes]) -> dict[str, Patch]:
    """The patches with the edits of one more round."""
    rounds: dict[str, list[Edit]] = {}
    for proposal in chosen:
        for path, edits in proposal.edits.items():
            rounds.setdefault(path, []).extend(edits)
    found = dict(patches)
    for path, made in rounds.items():
        before = found.get(path, Patch(digests[path], ()))
        found[path] = before._replace(rounds=(*before.rounds, tuple(made)))
    return found
