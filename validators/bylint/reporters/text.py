"""
Text for a person at a terminal: findings by file, each with its line quoted, and a last line that counts.

Coloured where the output is a terminal. Of many findings the most severe and surest are displayed.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby

from bylint.finding import Evidence, Finding, Severity
from bylint.model import Location
from bylint.report import GATE, Report
from bylint.reporters import Reporter
from bylint.reporters._printable import printable, width

Segment = tuple[str, str]
"""Some text and its style: `error`, `warning`, `note`, `place`, `quiet`, `strong` or nothing."""

_QUOTED = 100
"""Characters of a line that are quoted around the place."""
_EVIDENCE = 6
"""Lines of evidence under a finding; the JSON report has all."""


def write(report: Report) -> str:
    """The report without colour."""
    return "".join("".join(text for text, _ in line) + "\n" for line in lines(report))


def lines(report: Report) -> Iterator[list[Segment]]:
    """The lines of the report, as styled text."""
    displayed = report.displayed(budgeted=True)
    for path, findings in groupby(displayed, key=lambda finding: finding.location.path if finding.location else ""):
        yield [(printable(path) or "(no file)", "strong")]
        for finding in findings:
            yield from _finding(finding, report)
        yield []
    cut = len(report.shown) - len(displayed)
    if cut:
        yield [(f"{cut} more findings are not displayed; --max-findings 0 displays all", "strong")]
    yield _summary(report)
    yield from _advice(report)


def _finding(finding: Finding, report: Report) -> Iterator[list[Segment]]:
    span = report.span(finding.location) if finding.location else None
    place = f"{span.line}:{span.column}" if span else "-"
    sure = f"  {finding.confidence:.2f}" if finding.confidence is not None else ""
    yield [
        (f"  {place:<9} ", "place"),
        (f"{finding.severity.value:<8}", finding.severity.value),
        (f"{printable(finding.message)}  ", ""),
        (f"[{finding.check}]{sure}", "quiet"),
    ]
    if finding.location is not None:
        yield from _quote(finding.location, finding.severity, report)
    for evidence in finding.evidence[:_EVIDENCE]:
        yield _evidence(evidence, report)
    if len(finding.evidence) > _EVIDENCE:
        yield [(f"            + {len(finding.evidence) - _EVIDENCE} more facts in the JSON report", "quiet")]


def _quote(place: Location, severity: Severity, report: Report) -> Iterator[list[Segment]]:
    """The line of a place with a caret under it."""
    span, line = report.span(place), report.quote(place)
    if span is None or not line.strip():
        return
    column = span.column - 1
    size = max(1, min(_length(place, report), len(line) - column))
    start = max(0, min(column - _QUOTED // 3, len(line) - _QUOTED)) if len(line) > _QUOTED else 0
    start = max(start, len(line) - len(line.lstrip())) if column >= len(line) - len(line.lstrip()) else start
    shown = line[start : start + _QUOTED]
    before = printable(line[start:column])
    marked = printable(line[column : min(column + size, start + _QUOTED)]) or " "
    more = "…" if start > len(line) - len(line.lstrip()) else ""
    rest = "…" if start + _QUOTED < len(line) else ""
    yield [(f"            {more}{printable(shown)}{rest}", "")]
    yield [(f"            {' ' * (width(before) + len(more))}", ""), ("^" * max(1, width(marked)), severity.value)]


def _length(place: Location, report: Report) -> int:
    """How many characters a place covers in its first line."""
    span = report.span(place)
    if span is None:
        return 1
    line = report.sources.line(place.path, span.line)
    return len(line[span.column - 1 :].encode()[: span.end - span.start].decode(errors="ignore"))


def _evidence(evidence: Evidence, report: Report) -> list[Segment]:
    weight = "" if evidence.weight is None else f" {evidence.weight:+.2f}"
    segments = [("            | ", "quiet"), (printable(evidence.text) + weight, "")]
    if evidence.location is not None and evidence.location.path:
        span = report.span(evidence.location)
        where = printable(evidence.location.path) + (f":{span.line}:{span.column}" if span else "")
        segments.append((f"  {where}", "place"))
    return segments


def _summary(report: Report) -> list[Segment]:
    """The last line but the advice: what was read, and how many findings of each status there are."""
    counts, statuses = report.counts, report.status_counts
    failing = sum(map(report.fails, report.shown))
    worst = min((finding.severity for finding in report.shown), key=lambda severity: severity.rank, default=None)
    return [
        (f"{_number(counts.papers, 'paper')}, {_number(counts.authorships, 'authorship')}, "
         f"{_number(counts.files, 'file')}: ", ""),
        (f"{statuses['shown']} shown", worst.value if worst else "strong"),
        (f" ({failing} fail the {report.audience}), {statuses['hidden']} hidden, {statuses['waived']} waived, "
         f"{statuses['baseline']} in the baseline", ""),
    ]  # fmt: skip


def _advice(report: Report) -> Iterator[list[Segment]]:
    if not report.is_complete:
        yield [("The run is not to be trusted: a file, a check or a plugin failed, see above.", "error")]
    if report.audience == GATE and report.status_counts["hidden"]:
        yield [("Hidden findings are less sure; --for review shows them.", "quiet")]


def _number(number: int, what: str) -> str:
    return f"{number:,} {what}" if number == 1 else f"{number:,} {what}s"


def paint(segments: Iterable[Iterable[Segment]]) -> str:
    """Lines of styled text for a terminal that has colour."""
    from io import StringIO

    from rich.console import Console
    from rich.text import Text
    from rich.theme import Theme

    theme = Theme(
        {
            "error": "bold red",
            "warning": "yellow",
            "note": "cyan",
            "place": "blue",
            "quiet": "dim",
            "strong": "bold",
        },
        inherit=False,
    )
    out = StringIO()
    console = Console(
        file=out, theme=theme, force_terminal=True, color_system="standard", width=1 << 16, highlight=False
    )
    for line in segments:
        console.print(Text.assemble(*line), soft_wrap=True, markup=False, emoji=False)
    return out.getvalue()


REPORTER = Reporter(name="text", page=__doc__, write=write, is_budgeted=True)
