"""Which findings a change brings, and which it settles."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from bylint.finding import Finding, Status
from bylint.report import most_severe_first

_FEW = 3
"""So many findings of a check are told before the rest of any other."""


class Settled(NamedTuple):
    """A finding that was shown."""

    finding: Finding
    """As it was."""
    now: Status | None
    """What became of it; None where there is none any more."""


class Outcomes(NamedTuple):
    """What becomes of the findings of two states; a finding is known by its fingerprint."""

    brought: tuple[Finding, ...]
    """Shown now and not before."""
    settled: tuple[Settled, ...]
    """Shown before and not now."""
    kept: int
    """How many are shown before and now."""
    hidden_brought: int
    """How many less sure ones are there that were not there before in any way."""
    hidden_settled: int
    """How many less sure ones are not there any more in any way."""


def outcomes(before: Iterable[Finding], after: Iterable[Finding]) -> Outcomes:
    """What becomes of some findings, in their order."""
    were = {finding.fingerprint: finding for finding in before}
    are = {finding.fingerprint: finding for finding in after}
    shown_before, shown_now = _shown(were.values()), _shown(are.values())
    return Outcomes(
        brought=tuple(finding for key, finding in are.items() if key in shown_now - shown_before),
        settled=tuple(
            Settled(finding, are[key].status if key in are else None)
            for key, finding in were.items()
            if key in shown_before - shown_now
        ),
        kept=len(shown_before & shown_now),
        hidden_brought=_hidden(are.values(), were),
        hidden_settled=_hidden(were.values(), are),
    )


def varied(findings: Iterable[Finding]) -> Sequence[Finding]:
    """The findings, the most severe first, but so that a few of every check come before the rest of any."""
    told: Counter[str] = Counter()
    first, rest = list[Finding](), list[Finding]()
    for finding in most_severe_first(findings):
        told[finding.check] += 1
        (first if told[finding.check] <= _FEW else rest).append(finding)
    return [*first, *rest]


def by_check(findings: Iterable[Finding]) -> str:
    """How many findings there are of each check, in words: the most first."""
    counts = Counter(finding.check for finding in findings)
    return ", ".join(f"{check} {count:,}" for check, count in sorted(counts.items(), key=lambda one: (-one[1], one[0])))


def _shown(findings: Iterable[Finding]) -> set[str]:
    return {finding.fingerprint for finding in findings if finding.status is Status.SHOWN}


def _hidden(findings: Iterable[Finding], others: Collection[str]) -> int:
    return sum(finding.status is Status.HIDDEN and finding.fingerprint not in others for finding in findings)
