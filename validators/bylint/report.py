"""A run, judged: what is shown, hidden, waived, and the exit code that follows."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from bylint.applicability import Inapplicable
from bylint.checks import Check
from bylint.completion import told
from bylint.corpus.corpus import Corpus
from bylint.corpus.sources import Sources
from bylint.faults import INCOMPLETE
from bylint.finding import HIGH_CONFIDENCE, Finding, Severity, Status
from bylint.model import Location, Span
from bylint.privacy import NOTHING_WITHHELD, Withheld

if TYPE_CHECKING:
    from bylint.plugins import Plugins

EXIT_CLEAN, EXIT_FINDINGS, EXIT_USAGE, EXIT_UNTRUSTED, EXIT_INTERRUPTED = 0, 1, 2, 3, 130

GATE, REVIEW = "gate", "review"
BUDGET = 100
"""How many findings a person is shown when nobody said otherwise."""


class Counts(NamedTuple):
    """How large the corpus is."""

    papers: int
    """Without front matter."""
    authorships: int
    files: int


class Elsewhere(NamedTuple):
    """What other sources know."""

    papers: int = 0
    """Papers of the corpus that one of them has as well."""
    sources: int = 0


NOTHING_ELSEWHERE = Elsewhere()


def passes(finding: Finding, audience: str) -> bool:
    """Whether an audience is shown a finding at all: the gate sees what is sure, a review sees everything."""
    return audience == REVIEW or (finding.confidence or 0.0) >= HIGH_CONFIDENCE


@dataclass(frozen=True)
class Report:
    """All findings of a run, with their places and their status, in the order they are read."""

    found: tuple[Finding, ...]
    """As `in_order` sorts them; each with its status, and without the details that nobody has asked for."""
    counts: Counts
    sources: Sources
    plugins: "Plugins"
    checks: tuple[Check, ...]
    """The checks that were asked, by id."""
    audience: str = GATE
    """`gate` or `review`."""
    budget: int | None = None
    """How many findings are displayed; 0 for all, None where nobody said."""
    withholds: bool = False
    """Whether the settings name anything to withhold, found in the corpus or not."""
    elsewhere: Elsewhere = NOTHING_ELSEWHERE
    inapplicable: tuple[Inapplicable, ...] = ()
    """The checks that were not put to all files, because their formats cannot have what is needed; by id."""
    withheld: Withheld = NOTHING_WITHHELD
    """The names that no output prints; the findings are without them already."""

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """All findings, with their details."""
        return tuple(map(self._told, self.found))

    @cached_property
    def _told_of(self) -> dict[int, Finding]:
        """The findings whose details somebody has asked for, by the identity of those without."""
        return {}

    def _told(self, finding: Finding) -> Finding:
        if finding.details is None:
            return finding
        if id(finding) not in self._told_of:
            self._told_of[id(finding)] = self.withheld.finding(told(finding))
        return self._told_of[id(finding)]

    @property
    def shown(self) -> tuple[Finding, ...]:
        """The findings that are neither hidden nor waived nor in the baseline; details may be missing."""
        return tuple(finding for finding in self.found if finding.status is Status.SHOWN)

    @cached_property
    def status_counts(self) -> Mapping[str, int]:
        """The number of findings of each status: shown, hidden, waived, baseline."""
        counts = Counter(finding.status for finding in self.found)
        return {status.value: counts[status] for status in Status}

    @cached_property
    def counts_by_check(self) -> Mapping[str, int]:
        """The number of findings shown of each check, by id, without the checks that found nothing."""
        return dict(sorted(Counter(finding.check for finding in self.shown).items()))

    def is_asked(self, check: Check) -> bool:
        """Whether a check was put to anything: no format may have its needs, and no loader may report it."""
        if check.function is None:
            return check.id in self._reported_by_loaders
        return check.id not in {said.check for said in self.inapplicable if said.is_everywhere}

    @cached_property
    def _reported_by_loaders(self) -> frozenset[str]:
        """The checks that whoever read the files would report."""
        return frozenset(check.id for loader in self.sources.loaders for check in loader.checks)

    @property
    def is_complete(self) -> bool:
        """False where a file, a plugin or a check failed, or no check could be asked: then silence proves nothing."""
        return any(map(self.is_asked, self.checks)) and not any(finding.check in INCOMPLETE for finding in self.found)

    @property
    def exit_code(self) -> int:
        """3 for a run that is not to be trusted, 1 for findings that fail it, else 0."""
        if not self.is_complete:
            return EXIT_UNTRUSTED
        return EXIT_FINDINGS if any(map(self.fails, self.shown)) else EXIT_CLEAN

    def fails(self, finding: Finding) -> bool:
        """Whether a shown finding fails the run: a sure error at the gate, any at a review."""
        return self.audience == REVIEW or (
            finding.severity is Severity.ERROR and (finding.confidence or 0.0) >= HIGH_CONFIDENCE
        )

    def displayed(self, *, budgeted: bool) -> tuple[Finding, ...]:
        """The shown findings that fit the budget: the most severe first, then the surest, in the order of places.

        They have their details. `budgeted` says whether the default budget applies where nobody set one.
        """
        budget = (BUDGET if budgeted else 0) if self.budget is None else self.budget
        shown = self.shown
        if budget and len(shown) > budget:
            kept = set(map(id, most_severe_first(shown)[:budget]))
            shown = tuple(finding for finding in shown if id(finding) in kept)
        shown = tuple(map(self._told, shown))
        self.locate(shown)
        return tuple(sorted(shown, key=self._line))

    def _line(self, finding: Finding) -> tuple[str, int, int]:
        """The path, line and column a finding stands at; 0 for what has none."""
        place = finding.location or Location()
        span = self.span(place)
        return (place.path, span.line, span.column) if span else (place.path, 0, 0)

    def locate(self, findings: Iterable[Finding]) -> None:
        """Look up the places of some findings, each file in one go; whoever writes more than what is displayed does."""
        self.sources.prepare(place for finding in findings for place in places(finding))

    def span(self, place: Location) -> Span | None:
        """Line, column and bytes of a place; None for what has none."""
        return self.sources.span(place)

    def quote(self, place: Location) -> str:
        """The line of a file in which a place stands; empty where there is none, or where it would tell a name."""
        span = self.span(place)
        if place.line and self.withholds:
            return ""  # nobody has read the record there, so nobody knows whose name it holds
        line = self.sources.line(place.path, span.line) if span else ""
        return "" if self.withheld.is_told_by(line) else line


def most_severe_first(findings: Iterable[Finding]) -> list[Finding]:
    """Faults of the run, then by severity, then the surest first, then in the order in which they came."""
    return sorted(
        findings,
        key=lambda finding: (finding.check not in INCOMPLETE, finding.severity.rank, -(finding.confidence or 0.0)),
    )


def in_order(findings: Iterable[Finding], corpus: Corpus) -> list[Finding]:
    """The findings in the order of paths and of the records in them, what a loader said of a line before the rest.

    Then by place in the record, check and fingerprint: an order that no worker changes, and for which nothing has to be
    looked up in a file.
    """
    findings = list(findings)
    number = _record_numbers(findings, corpus)

    def key(finding: Finding) -> tuple[object, ...]:
        place = finding.location or Location()
        record = number.get((place.path, place.record), -1)
        of_line = (not place.line, place.line, place.column)
        return (
            place.path,
            of_line,
            record,
            place.byline,
            place.position,
            place.field,
            finding.check,
            finding.fingerprint,
        )

    return sorted(findings, key=key)


def _record_numbers(findings: Iterable[Finding], corpus: Corpus) -> Mapping[tuple[str, str], int]:
    """The number of each record that a finding stands in, in the order of the corpus; by path and id."""
    wanted = {finding.location[:2] for finding in findings if finding.location}
    found: dict[tuple[str, str], int] = {}
    for record in (*corpus.people, *corpus.papers):
        where = (record.path, record.id)
        if where in wanted:
            found.setdefault(where, len(found))
    return found


def places(finding: Finding) -> list[Location]:
    """The places a report points at: the primary one, then those of the evidence."""
    own = [] if finding.location is None else [finding.location]
    return own + [evidence.location for evidence in finding.evidence if evidence.location is not None]
