"""
Markdown for a comment on a pull request, or for the summary of a step in CI.

A table counts the findings of each check; below it they are listed, folded. What stands in records is shown as code,
so that no markup, link or mention in it acts. A finding about two names that only an id or an ORCID joins is told
without the names. Where a report would be too long, each check keeps its most severe and surest findings, and the
last lines say how many are left out.
"""

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from bylint.finding import Finding
from bylint.model import Location
from bylint.report import GATE, Report, most_severe_first
from bylint.reporters._printable import brief
from bylint.reporters._shared import (
    UNTRUSTED,
    number,
    public_evidence,
    public_message,
    public_proposal,
    summary,
    unanswered,
    where,
)

_COMMENT = 60_000
"""Bytes; a comment on GitHub may have 65,536 characters."""
_STEP = 900_000
"""Bytes; the summary of a step may have 1 MiB, and something may stand in it before."""
_ENDING = 400
"""Bytes that are kept for the last lines."""
_SMALLEST = 30
"""Bytes that no finding goes below."""
_MESSAGE, _EVIDENCE = 240, 6


def write(report: Report) -> str:
    """The report, short enough for a comment on a pull request."""
    return _written(report, _COMMENT)


def step_summary(report: Report) -> str:
    """The report, short enough for what GitHub Actions shows below a step."""
    return _written(report, _STEP)


def _written(report: Report, size: int) -> str:
    displayed = sorted(report.displayed(budgeted=False), key=_check)
    of_check = [(check, most_severe_first(findings)) for check, findings in groupby(displayed, key=_check)]
    of_check.sort(key=lambda item: item[1][0].severity.rank)
    text = _head(report) + _table(report, size // 4)
    told = 0
    for done, (check, findings) in enumerate(of_check):
        share = (size - _ENDING - len(text.encode())) // (len(of_check) - done)
        section, fitted = _section(check, findings, report, share)
        text += section
        told += fitted
    return text + _ending(report, told)


def _table(report: Report, size: int) -> str:
    """How many findings there are of each check, listed or not, in at most `size` bytes."""
    if not report.shown:
        return ""
    worst = {finding.check: finding for finding in reversed(most_severe_first(report.shown))}
    found = sorted(report.counts_by_check.items(), key=lambda item: worst[item[0]].severity.rank)
    rows = [f"| `{check}` | {worst[check].severity} | {count:,} |\n" for check, count in found]
    return "".join(["| check | severity | findings |\n| --- | --- | ---: |\n", *_within(rows, size), "\n"])


def _check(finding: Finding) -> str:
    return finding.check


def _head(report: Report) -> str:
    shown = report.status_counts["shown"]
    nothing = "nothing to decide" if report.is_complete else "nothing was found"
    heading = f"### bylint: {number(shown, 'finding') if shown else nothing}\n\n"
    trust = "" if report.is_complete else f"**{UNTRUSTED}**\n\n"
    return f"{heading}{trust}{''.join(summary(report))}\n\n"


def _ending(report: Report, told: int) -> str:
    left = report.status_counts["shown"] - told
    more = f"{number(left, 'more finding')}, not listed here.\n\n" if left else ""
    hidden = report.audience == GATE and report.status_counts["hidden"]
    unseen = f"{unanswered(report)}\n\n" if report.inapplicable else ""
    return more + unseen + ("Hidden findings are less sure; `--for review` shows them.\n" if hidden else "")


def _section(check: str, findings: Sequence[Finding], report: Report, size: int) -> tuple[str, int]:
    """The findings of a check, as many as fit into `size` bytes, and their number."""
    known = {check.id: check.summary for check in report.plugins.checks}
    title = f"<code>{html.escape(check, quote=False)}</code>: {number(len(findings), 'finding')}"
    about = f" ({html.escape(known[check], quote=False)})" if check in known else ""
    head, foot = f"<details><summary>{title}{about}</summary>\n\n", "\n</details>\n\n"
    room = size - len((head + foot).encode())
    candidates = findings[: max(0, room) // _SMALLEST]
    kept = list(_within((_item(finding, report, _EVIDENCE) for finding in candidates), room))
    kept = kept or list(_within((_item(finding, report, 0) for finding in candidates), room))
    return (head + "".join(kept) + foot if kept else "", len(kept))


def _within(pieces: Iterable[str], size: int) -> Iterator[str]:
    """The first pieces that fit into so many bytes."""
    for piece in pieces:
        size -= len(piece.encode())
        if size < 0:
            return
        yield piece


def _item(finding: Finding, report: Report, size: int) -> str:
    """A finding with the first `size` of its facts."""
    sure = "" if finding.confidence is None else f" {finding.confidence:.2f}"
    lines = [f"- {finding.severity}{sure} {_told(public_message(finding), finding.location, report)}"]
    facts = list(public_evidence(finding))
    lines += [f"  - {_told(text, place, report)}" for text, place in facts[:size]]
    if len(facts) > size:
        lines.append(f"  - {number(len(facts) - size, 'more fact')} in the JSON report")
    proposal = public_proposal(finding) if size else ""
    if proposal:
        lines.append(f"  - fix: {code(proposal)}")
    return "".join(f"{line}\n" for line in lines)


def _told(text: str, place: Location | None, report: Report) -> str:
    at = where(place, report)
    return code(text) + (f" at {code(at)}" if at else "")


def code(text: str) -> str:
    """Text as a code span, fenced by more backticks than stand together in it."""
    shown = brief(text, _MESSAGE) or " "
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", shown)), default=0))
    padding = " " if shown.strip(" ") and (shown[0] in "` " or shown[-1] in "` ") else ""
    return f"{fence}{padding}{shown}{padding}{fence}"
