"""Accept the findings of today, so that the gate fails only on new ones.

Writes them to bylint-baseline.json at the repository's root. With --prune it only takes out entries that match
nothing any more.
"""

import argparse
import sys

from bylint.asking import ask
from bylint.cli._progress import ProgressBar
from bylint.cli._shared import add_corpus_arguments, add_progress_argument, request
from bylint.decisions.baseline import prune_baseline, write_baseline
from bylint.errors import SEE_HELP, UsageError
from bylint.faults import INCOMPLETE
from bylint.report import EXIT_UNTRUSTED
from bylint.run import answer


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `bylint baseline`."""
    add_corpus_arguments(parser)
    add_progress_argument(parser)
    parser.add_argument("--prune", action="store_true", help="only take out entries that match nothing any more")


def run(parsed: argparse.Namespace) -> int:
    """Write the baseline; a run that is not to be trusted writes nothing. Raises UsageError."""
    asked = request(parsed, uses_baseline=parsed.prune)
    question = ask(asked)
    setup = question.setup
    if parsed.select or parsed.ignore or not asked.use_ids or not setup.scope.is_whole:
        message = "a baseline is of one whole repository and of every check"
        raise UsageError(message, SEE_HELP)
    (path,) = setup.baselines
    with ProgressBar(parsed.progress) as progress:
        outcome = answer(question, progress)
    report = outcome.report
    if not report.is_complete:
        failed = next(finding for finding in report.found if finding.check in INCOMPLETE)
        sys.stderr.write(f"bylint: nothing is written, because the run is not to be trusted: {failed.message}\n")
        return EXIT_UNTRUSTED
    try:
        if parsed.prune:
            left = prune_baseline(path, outcome.unused)
            sys.stdout.write(f"{_number(len(outcome.unused), 'entry', 'entries')} taken out, {left} left in {path}\n")
        else:
            written = write_baseline(path, report.shown)
            sys.stdout.write(f"{_number(written, 'finding', 'findings')} accepted in {path}\n")
    except OSError as error:
        message = f"{path} cannot be written: {error.strerror}"
        raise UsageError(message) from error
    return 0


def _number(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
