"""
Annotations for GitHub Actions, as workflow commands: at most ten of each level, the most severe first.

Chosen by itself inside GitHub Actions, where the Markdown report goes to the summary of the step as well. A finding
about two names that only an id or an ORCID joins is told without the names.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from bylint.finding import Finding, Severity
from bylint.report import Report, most_severe_first
from bylint.reporters._printable import brief, printable
from bylint.reporters._shared import (
    UNTRUSTED,
    covered,
    number,
    public_evidence,
    public_message,
    summary,
    where,
)

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_ANNOTATIONS = 10
"""Of each level in a step; GitHub drops what is more without a word."""
_MESSAGE, _EVIDENCE = 400, 3


def write(report: Report) -> str:
    """A line for each annotation, one for what is left out, and a last one that counts."""
    return "".join(f"{line}\n" for line in _lines(report))


def _lines(report: Report) -> Iterator[str]:
    annotated = _annotated(report)
    for finding in annotated:
        yield _annotation(finding, report)
    left = Counter(finding.severity for finding in report.shown)
    left.subtract(finding.severity for finding in annotated)
    if left.total():
        kinds = ", ".join(number(left[severity], severity.value) for severity in Severity if left[severity])
        more = f"{number(left.total(), 'more finding')} without an annotation: {kinds}"
        yield _command("notice", {"title": "bylint"}, more)
    yield "bylint: " + "".join(summary(report))
    if not report.is_complete:
        yield "bylint: " + UNTRUSTED


def _annotated(report: Report) -> Sequence[Finding]:
    """The findings that get an annotation; one notice fewer where the place is needed to say that some are left."""
    displayed = most_severe_first(report.displayed(budgeted=False))
    by_level = {
        severity: [finding for finding in displayed if finding.severity is severity][:_ANNOTATIONS]
        for severity in Severity
    }
    if sum(map(len, by_level.values())) < len(report.shown):
        del by_level[Severity.NOTE][_ANNOTATIONS - 1 :]
    return [finding for findings in by_level.values() for finding in findings]


def _annotation(finding: Finding, report: Report) -> str:
    properties = {}
    place = finding.location
    if place is not None and place.path:
        properties["file"] = printable(place.path)
        span = report.span(place)
        if span:
            properties |= {"line": str(span.line), "col": str(span.column)}
            properties["endColumn"] = str(span.column + covered(place, span, report))
    sure = "" if finding.confidence is None else f" ({finding.confidence:.2f})"
    properties["title"] = f"{finding.check}{sure}"
    told = [brief(public_message(finding), _MESSAGE)]
    for text, location in islice(public_evidence(finding), _EVIDENCE):
        at = where(location, report)
        told.append(brief(text, _MESSAGE) + (f" at {at}" if at else ""))
    return _command(_LEVELS[finding.severity], properties, " · ".join(told))


def _command(level: str, properties: dict[str, str], message: str) -> str:
    listed = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{level} {listed}::{_data(printable(message))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
