"""What several formats have in common: their order, their words, and what they keep back from public logs."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from bylint.faults import INCOMPLETE
from bylint.finding import Applicability, Evidence, Finding
from bylint.model import Location, Span

if TYPE_CHECKING:
    from bylint.report import Report

_FOLDERS = re.compile(r"""(?<![\w.<~\\/-])(?:[A-Za-z]:)?[\\/](?:[^\\/:'"]*[\\/])+""")
"""An absolute path up to the name of its file."""
_CHANGES = 3
"""Of a fix that are told."""
UNTRUSTED = "The run is not to be trusted: a file, a check or a plugin failed, or no check could be asked."


def number(count: int, what: str) -> str:
    """A count with its word.

    >>> number(1, "paper"), number(2000, "paper")
    ('1 paper', '2,000 papers')
    """
    return f"{count:,} {what}" if count == 1 else f"{count:,} {what}s"


def summary(report: "Report") -> tuple[str, str, str]:
    """What was read, how many findings are shown, and what became of all of them; one line when joined."""
    counts, statuses = report.counts, report.status_counts
    failing = sum(map(report.fails, report.shown))
    fail = "fails" if failing == 1 else "fail"
    read = [number(counts.papers, "paper"), number(counts.authorships, "authorship"), number(counts.files, "file")]
    if report.elsewhere.sources:
        read.append(f"{report.elsewhere.papers:,} of the papers in {number(report.elsewhere.sources, 'other source')}")
    silenced = f"{statuses['waived']:,} waived, {statuses['baseline']:,} in the baseline"
    if statuses["decided"]:
        silenced += f", {statuses['decided']:,} decided"
    return (
        f"{', '.join(read)}: ",
        f"{statuses['shown']:,} shown",
        f" ({failing:,} {fail} the {report.audience}), {statuses['hidden']:,} hidden, {silenced}",
    )


def unanswered(report: "Report") -> str:
    """How many checks are not applicable to which formats, in a sentence; empty where all of them are."""
    if not report.inapplicable:
        return ""
    formats = sorted({name for said in report.inapplicable for name in said.formats})
    return f"Not applicable to {' and '.join(formats)}: {number(len(report.inapplicable), 'check')}."


def where(place: Location | None, report: "Report") -> str:
    """A place as `path:line:column`; empty for what has none."""
    if place is None or not place.path:
        return ""
    span = report.span(place)
    return f"{place.path}:{span.line}:{span.column}" if span else place.path


def covered(place: Location, span: Span, report: "Report") -> int:
    """How many characters a place covers in its first line, one at least; cheap for places in the order of files."""
    line = report.sources.line(place.path, span.line)
    rest = line[span.column - 1 :].encode(errors="replace")
    return max(1, len(rest[: span.end - span.start].decode(errors="ignore")))


def proposal(finding: Finding) -> str:
    """What a fix changes, in a line, and who applies it; empty where there is none."""
    if finding.fix is None:
        return ""
    alike = dict.fromkeys((change.location.field, change.old, change.new) for change in finding.fix.changes)
    told = [f"{field} “{old}” → “{new}”" if new else f"{field} “{old}” → nothing" for field, old, new in alike]
    more = [number(len(told) - _CHANGES, "more change")] if len(told) > _CHANGES else []
    by = "--fix" if finding.fix.applicability is Applicability.SAFE else "a suggestion"
    return f"{', '.join([*told[:_CHANGES], *more])} ({by})"


def public_proposal(finding: Finding) -> str:
    """The same, as public logs may hold it."""
    return "" if finding.discreet_message else proposal(finding)


def public_message(finding: Finding) -> str:
    """A finding's message as public logs may hold it: without names that are to stay out, without machine paths."""
    return _public(finding.discreet_message or finding.message, finding)


def public_evidence(finding: Finding) -> Iterator[tuple[str, Location | None]]:
    """The facts behind a finding with their places, as public logs may hold them."""
    evidence: tuple[Evidence, ...] = () if finding.discreet_message else finding.evidence
    for fact in evidence:
        yield _public(fact.text, finding), fact.location


def _public(text: str, finding: Finding) -> str:
    return _FOLDERS.sub("", text) if finding.check in INCOMPLETE else text
