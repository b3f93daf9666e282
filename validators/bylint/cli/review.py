"""Write one HTML file in which to look at what was found, and decide.

The file opens from disk in any browser, with no server and no network. It holds the findings of the PATHs, as
`bylint check --for review` reports them, or with --page the pages that are named; for each of them the dossier. What is
decided there is exported as a file of decisions, which --decisions takes up again.
"""

import argparse
from pathlib import Path

from bylint.asking import Question, ask
from bylint.cli._outputs import write_output
from bylint.cli._progress import ProgressBar
from bylint.cli._queries import complain
from bylint.cli._shared import add_corpus_arguments, add_progress_argument, count, request, trust
from bylint.corpus.collector import collector_at_rest
from bylint.corpus.reading import Reading
from bylint.decisions.files import parse_decisions
from bylint.decisions.forms import AnyForm
from bylint.dossier.queries import Unanswered
from bylint.dossier.reasons import plural
from bylint.errors import UsageError
from bylint.faults import INCOMPLETE
from bylint.finding import Finding, Status
from bylint.report import EXIT_USAGE, REVIEW
from bylint.run import Progress, findings_in, names_withheld, read

MOST = 2000
"""How many findings the file holds where nobody said otherwise."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `bylint review`."""
    add_corpus_arguments(parser)
    shown = parser.add_argument_group("what is shown")
    shown.add_argument(
        "--page",
        metavar="QUERY",
        dest="pages",
        action="append",
        default=[],
        help="this page instead of findings: a name, a person's id, or an ORCID; may repeat",
    )
    shown.add_argument("--decisions", metavar="FILE", help="what was decided so far: go on where one stopped")
    shown.add_argument(
        "--max-findings",
        metavar="N",
        type=count,
        default=MOST,
        help=f"how many findings the file holds, the first in rank; {MOST:,} by default, 0 for all",
    )
    shown.add_argument("-o", "--output", metavar="FILE", required=True, help="where the file goes")
    add_progress_argument(shown)


def run(parsed: argparse.Namespace) -> int:
    """Write the file; a page that is not found is said on standard error. Raises UsageError."""
    if not Path(parsed.output).absolute().parent.is_dir():
        message = f"there is no folder for {parsed.output!r}"
        raise UsageError(message)
    decisions = _decisions(parsed.decisions)
    question = ask(request(parsed, audience=REVIEW))
    with ProgressBar(parsed.progress) as progress, collector_at_rest():
        text, reading, unanswered, failed = _made(parsed, question, decisions, progress)
    if text:
        write_output(parsed.output, text, reading.sources)
    complain(unanswered)
    if unanswered:
        return EXIT_USAGE
    return trust("findings", failed)


def _made(
    parsed: argparse.Namespace, question: Question, decisions: tuple[AnyForm, ...], progress: Progress
) -> tuple[str, Reading, list[Unanswered], list[str]]:
    """The file, what it was made from, the queries that lead nowhere, and what failed."""
    from bylint.disambiguation.view import Disambiguation
    from bylint.review.gathering import Gathering
    from bylint.review.writing import html

    scope, reading = read(question.setup, question.request, progress)
    hidden = names_withheld(question.setup.settings, reading)
    gathering = Gathering(reading.corpus, Disambiguation(reading.corpus), hidden, progress)
    unanswered: list[Unanswered] = []
    failed = [hidden.text(finding.message) for finding in reading.findings if finding.check in INCOMPLETE]
    if parsed.pages:
        items, unanswered = gathering.queries(parsed.pages)
        told = plural(len(items), "page")
    else:
        findings, _ = findings_in(reading, scope, question, progress)
        failed = [hidden.text(finding.message) for finding in findings if finding.check in INCOMPLETE]
        items, total = gathering.findings(list(filter(_is_asked, findings)), parsed.max_findings)
        told = plural(total, "finding") + (
            "" if len(items) == total else f", of which the first {len(items):,} are here"
        )
    papers = sum(not paper.is_front_matter for paper in reading.corpus.papers)
    if not items and unanswered:
        return "", reading, unanswered, failed
    progress("writing", 0, 1)
    review = gathering.review(items, f"{plural(papers, 'paper')}, {told}", decisions)
    return html(review), reading, unanswered, failed


def _is_asked(finding: Finding) -> bool:
    """Whether somebody has yet to decide it; a fault of the run is nothing to decide."""
    return finding.status is Status.SHOWN and finding.check not in INCOMPLETE


def _decisions(file: str | None) -> tuple[AnyForm, ...]:
    if file is None:
        return ()
    try:
        return parse_decisions(Path(file).read_bytes())
    except OSError as error:
        message = f"{file!r} cannot be read: {error.strerror}"
        raise UsageError(message) from error
    except ValueError as error:
        message = f"{file!r} holds no decisions that bylint can read: {error}"
        raise UsageError(message) from error
