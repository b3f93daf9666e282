"""
Text for a person at a terminal: findings by file, each with its line quoted, and a last line that counts.

Coloured, and broken between words, where the output is a terminal. Of many findings the most severe and surest are
displayed.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from bylint.finding import Evidence, Finding, Severity
from bylint.model import Location
from bylint.report import GATE, Report
from bylint.reporters._printable import brief, fitting, printable, width
from bylint.reporters._shared import UNTRUSTED, covered, number, proposal, summary, unanswered

if TYPE_CHECKING:
    from rich.console import Console

Segment = tuple[str, str]
"""Some text and its style: `error`, `warning`, `note`, `place`, `quiet`, `strong` or nothing."""


class Line(NamedTuple):
    """One line of the report."""

    body: tuple[Segment, ...] = ()
    """Where it is too long for a terminal, it goes on below itself."""
    head: tuple[Segment, ...] = ()
    """What stands before the body."""


_MARGIN = " " * 12
_QUOTED = 66
"""Cells of a line that are quoted around the place: with the margin a line of a narrow terminal, so that none breaks
and the carets stay under what they mark."""
_BEFORE = 24
"""Cells of them before the place, where not all fits."""
_MESSAGE = 400
"""Characters of a message, or of a fact, that are printed."""
_EVIDENCE = 12
"""Lines of evidence under a finding: enough for two people and what speaks for and against them; the JSON report has
all."""
_STYLES = {
    "error": "bold red",
    "warning": "yellow",
    "note": "cyan",
    "place": "blue",
    "quiet": "dim",
    "strong": "bold",
}


def write(report: Report) -> str:
    """The report without colour."""
    return "".join("".join(text for text, _ in line.head + line.body) + "\n" for line in lines(report))


def lines(report: Report) -> Iterator[Line]:
    """The lines of the report, as styled text."""
    displayed = report.displayed(budgeted=True)
    for path, findings in groupby(displayed, key=_path):
        yield Line(((printable(path) or "(no file)", "strong"),))
        for finding in findings:
            yield from _finding(finding, report)
        yield Line()
    yield from _cut(report, displayed)
    read, shown, rest = summary(report)
    worst = min((finding.severity for finding in report.shown), key=lambda severity: severity.rank, default=None)
    yield Line(((read, ""), (shown, worst.value if worst else "strong"), (rest, "")))
    yield from _advice(report)


def _path(finding: Finding) -> str:
    return finding.location.path if finding.location else ""


def _finding(finding: Finding, report: Report) -> Iterator[Line]:
    span = report.span(finding.location) if finding.location else None
    place = f"{span.line}:{span.column}" if span else "-"
    sure = f"  {finding.confidence:.2f}" if finding.confidence is not None else ""
    yield Line(
        head=((f"  {place:<9} ", "place"), (f"{finding.severity.value:<8}", finding.severity.value)),
        body=((f"{brief(finding.message, _MESSAGE)}  ", ""), (f"[{finding.check}]{sure}", "quiet")),
    )
    if finding.location is not None:
        yield from _quote(finding.location, finding.severity, report)
    for evidence in finding.evidence[:_EVIDENCE]:
        yield Line(_evidence(evidence, _path(finding), report), ((f"{_MARGIN}- ", "quiet"),))
    if len(finding.evidence) > _EVIDENCE:
        more = number(len(finding.evidence) - _EVIDENCE, "more fact")
        yield Line(((f"{more} in the JSON report", "quiet"),), ((f"{_MARGIN}- ", "quiet"),))
    if finding.fix is not None:
        yield Line(((brief(proposal(finding), _MESSAGE), ""),), ((f"{_MARGIN}fix: ", "quiet"),))


def _quote(place: Location, severity: Severity, report: Report) -> Iterator[Line]:
    """The line of a place with carets under it."""
    span, line = report.span(place), report.quote(place).rstrip()
    if span is None or not line:
        return
    indent = len(line) - len(line.lstrip())
    first = min(max(span.column - 1, indent), len(line))
    last = max(first, min(span.column - 1 + covered(place, span, report), len(line)))
    start = indent
    if fitting(line[indent:last], _QUOTED) != line[indent:last]:
        start = first - len(fitting(line[indent:first][::-1], _BEFORE))
    shown = fitting(line[start:], _QUOTED - 2)
    end = start + len(shown)
    before, after = "…" if start > indent else "", "…" if end < len(line) else ""
    blank = " " * width(before + printable(line[start:first]))
    carets = "^" * max(1, width(printable(line[first : min(last, end)])))
    margin = ((f"{_MARGIN}| ", "quiet"),)
    yield Line(((f"{before}{printable(shown)}{after}", ""),), margin)
    yield Line(((blank, ""), (carets, severity.value)), margin)


def _evidence(evidence: Evidence, path: str, report: Report) -> tuple[Segment, ...]:
    """A fact with its weight and its place; the place is short where it is in the finding's own file."""
    weight = "" if evidence.weight is None else f" {evidence.weight:+.2f}"
    text = brief(evidence.text, _MESSAGE) + weight
    place = evidence.location
    if place is None or not place.path:
        return ((text, ""),)
    span = report.span(place)
    parts = [printable(place.path)] if place.path != path or span is None else []
    if span is not None:
        parts.append(f"{span.line}:{span.column}")
    return (f"{text}  ", ""), (":".join(parts), "place")


def _cut(report: Report, displayed: Sequence[Finding]) -> Iterator[Line]:
    """How many findings of each check are not displayed."""
    left = Counter(report.counts_by_check)
    left.subtract(finding.check for finding in displayed)
    if not left.total():
        return
    yield Line(((f"{number(left.total(), 'more finding')}, not displayed; --max-findings 0 displays all", "strong"),))
    for check, count in sorted(left.items(), key=lambda item: (-item[1], item[0])):
        if count:
            yield Line(((check, ""),), ((f"  {count:>9,} ", "place"),))
    yield Line()


def _advice(report: Report) -> Iterator[Line]:
    if not report.is_complete:
        yield Line(((UNTRUSTED, "error"),))
    if report.inapplicable:
        yield Line(((f"{unanswered(report)} --verbose tells more.", "quiet"),))
    if report.audience == GATE and report.status_counts["hidden"]:
        yield Line((("Hidden findings are less sure (--for review shows them) or ruled out for their path.", "quiet"),))


def paint(lines: Iterable[Line]) -> str:
    """Lines of styled text for a terminal that has colour; they are broken where the width of the terminal is known."""
    from io import StringIO
    from shutil import get_terminal_size

    from rich.console import Console
    from rich.theme import Theme

    theme = Theme(_STYLES, inherit=False)
    out = StringIO()
    console = Console(
        file=out, theme=theme, force_terminal=True, color_system="standard", width=1 << 16, highlight=False
    )
    columns = get_terminal_size((0, 0)).columns
    for line in lines:
        _paint(line, console, columns)
    return out.getvalue()


def _paint(line: Line, console: "Console", columns: int) -> None:
    from rich.text import Text

    head, body = Text.assemble(*line.head), Text.assemble(*line.body)
    room = columns - head.cell_len
    parts = body.wrap(console, room) if 0 < room < body.cell_len else [body]
    for part in parts:
        console.print(head + part, soft_wrap=True, markup=False, emoji=False)
        head = Text(" " * head.cell_len)
