"""The preview of a change, from two revisions, or from a revision and the work tree."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from bylint.asking import Request
from bylint.completion import told
from bylint.corpus.collector import collector_at_rest
from bylint.corpus.revision import Revision
from bylint.corpus.sources import Sources
from bylint.dossier.model import rewritten
from bylint.errors import SEE_HELP, UsageError
from bylint.finding import Finding
from bylint.preview import rows
from bylint.preview.judging import hidden_names, judged
from bylint.preview.model import Preview, Side
from bylint.preview.outcomes import outcomes
from bylint.preview.pages import page_changes
from bylint.preview.pairing import differences, papers, standings
from bylint.preview.placing import placements
from bylint.preview.states import State, repository_of, revisions, state_of
from bylint.preview.trees import Tree
from bylint.privacy import Withheld
from bylint.report import Report
from bylint.run import Progress, report_on, silent

Row = TypeVar("Row")


def preview(request: Request, base: str, head: str | None = None, progress: Progress = silent) -> Preview:
    """What a change does since the head left the base; the head is the work tree for None. Raises UsageError.

    Neither the work tree nor the repository is touched: a revision is laid out in a folder that is gone afterwards.
    """
    request = replace(request, base=base)  # so that checks that compare take part
    repository = repository_of(request)
    old, new = revisions(repository.root, base, head)
    with TemporaryDirectory(prefix="bylint-") as folder, collector_at_rest():
        room = Path(folder).resolve()
        after = state_of(request, _tree(new, room / "head"), repository, progress)
        before = state_of(request, _tree(old, room / "base"), repository, progress, after)
        if not any(state.corpus.papers or len(state.corpus.people) for state in (before, after)):
            message = f"no record in {repository.root / repository.corpus}, neither before nor after"
            raise UsageError(message, SEE_HELP)
        compared = replace(after, reading=replace(after.reading, corpus=after.corpus.since(before.corpus.papers)))
        sides = Side(base, old.commit), Side(head or "", new.commit if new else "")
        files = Sources(repository.root, {**before.loaders, **after.loaders})
        return _preview(before, compared, sides, files, progress)


def _tree(revision: Revision | None, folder: Path) -> Tree | None:
    if revision is None:
        return None
    folder.mkdir()
    return Tree(revision, folder)


def _preview(before: State, after: State, sides: tuple[Side, Side], files: Sources, progress: Progress) -> Preview:
    hidden = hidden_names(before, after)
    findings = judged(before, after, progress)
    progress("comparing", 0, 1)
    reports = [
        report_on(found, state.reading, state.question, hidden)
        for found, state in zip(findings, (before, after), strict=True)
    ]
    comparing = {check.id for check in after.question.checks if check.needs_base}
    of_bylines = [finding for finding in reports[1].shown if finding.check in comparing]
    found = outcomes(reports[0].found, (one for one in reports[1].found if one.check not in comparing))
    compared = papers(before.corpus, after.corpus)
    pairs = list(differences(compared, standings(before.corpus), standings(after.corpus)))
    pages = before.corpus.pages, after.corpus.pages
    events = tuple(rows.event(change, *pages) for change in page_changes(pairs, *pages))
    put = tuple(map(rows.put, placements(pairs, before.corpus, after.corpus)))
    settled = _with_details(reports[0], (settled.finding for settled in found.settled))
    found = found._replace(
        brought=_with_details(reports[1], found.brought),
        settled=tuple(one._replace(finding=finding) for one, finding in zip(found.settled, settled, strict=True)),
    )
    reports[1].sources.prepare(one.location for one in put)
    return Preview(
        base=sides[0],
        head=sides[1],
        files=files,
        papers=rows.paper_counts(compared),
        pages=_without(hidden, events),
        put=_without(hidden, put),
        bylines=_without(hidden, tuple(rows.bylines(compared))),
        told=_with_details(reports[1], of_bylines),
        outcomes=found,
        before=reports[0],
        after=reports[1],
    )


def _without(hidden: Withheld, some: tuple[Row, ...]) -> tuple[Row, ...]:
    """What is told, without the names that are to be withheld."""
    changed: tuple[Row, ...] = rewritten(some, hidden.text) if hidden.pattern else some
    return changed


def _with_details(report: Report, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings with all that a format may tell of them, looked up as long as the files are there."""
    details = tuple(report.withheld.finding(told(finding)) for finding in findings)
    report.locate(details)
    changes = (change for finding in details if finding.fix is not None for change in finding.fix.changes)
    report.sources.prepare(change.location for change in changes)
    return details
