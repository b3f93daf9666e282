"""Refit the numbers by which people are told apart on this corpus, and report how they do on its own ids.

Nothing is looked at that says who is who: near-unique names teach what one person's papers have in common. Then every
check that asks who wrote what runs blind, and what it says is held against the ids and ORCIDs of the repository, and
against what reviewers decided. The numbers go to a file; `bylint check` uses it when the settings name it
(model = "bylint-model.json").
"""

import argparse
import sys
from pathlib import Path

from bylint.asking import Request, Setup, set_up
from bylint.cli._progress import ProgressBar
from bylint.cli._shared import add_progress_argument, add_reading_arguments, table
from bylint.corpus.collector import collector_at_rest
from bylint.decisions.memory import read_memory
from bylint.errors import SEE_HELP, UsageError
from bylint.files import write_whole
from bylint.report import EXIT_CLEAN
from bylint.run import read

TYPE_CHECKING = False
if TYPE_CHECKING:
    from bylint.calibration import Calibration
    from bylint.corpus.corpus import Corpus
    from bylint.disambiguation.model import Model

FILE = "bylint-model.json"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `bylint calibrate`."""
    add_reading_arguments(parser, "where the repository is; the one around the working directory when it is not said")
    output = parser.add_argument_group("what is written")
    output.add_argument("--output", metavar="FILE", help=f"where the numbers go; {FILE} at the repository's root")
    output.add_argument(
        "--keep", action="store_true", help="fit and write nothing: report on the numbers that are in use"
    )
    add_progress_argument(output)


def run(parsed: argparse.Namespace) -> int:
    """Fit, write, report. Raises UsageError."""
    setup = set_up(Request(corpus=parsed.corpus, config=parsed.config, jobs=parsed.jobs))
    if parsed.keep and parsed.output:
        message = "--keep writes nothing, so there is nothing for --output"
        raise UsageError(message, SEE_HELP)
    target = Path(parsed.output) if parsed.output else setup.scope.repositories[0] / FILE
    with ProgressBar(parsed.progress) as progress, collector_at_rest():
        _, reading = read(setup, Request(corpus=parsed.corpus, config=parsed.config, jobs=parsed.jobs), progress)
        corpus = reading.corpus
        if not parsed.keep:
            corpus.model = _fitted(corpus, progress)
            if reading.sources.holds(target):
                message = f"{str(target)!r} is a file of the corpus, and is not written over"
                raise UsageError(message)
            _write(target, corpus.model)
        found = _calibration(setup, corpus, progress)
    if not parsed.keep:
        sys.stdout.write(f"fitted on {len(corpus.papers):,} papers, written to {target}\n\n")
    sys.stdout.write(_report(found))
    return EXIT_CLEAN


def _fitted(corpus: "Corpus", progress: ProgressBar) -> "Model":
    from bylint.disambiguation.fitting import STEPS, fitted

    return fitted(corpus.papers, say=lambda step: progress(step, STEPS.index(step), len(STEPS)))


def _calibration(setup: Setup, corpus: "Corpus", progress: ProgressBar) -> "Calibration":
    from bylint.calibration import calibration
    from bylint.settings import check_options, chosen_checks

    checks = chosen_checks(setup.plugins.checks, setup.settings, (), ())
    asked = [check for check in checks if check.function is not None]
    options = check_options(setup.plugins.checks, setup.settings)
    decided = [form for path in setup.memories for form in read_memory(path)]
    return calibration(
        corpus, asked, options, lambda check: progress(check.id, asked.index(check), len(asked)), decided
    )


def _write(path: Path, model: "Model") -> None:
    from bylint.disambiguation.model import text_of

    try:
        write_whole(path, text_of(model))
    except OSError as error:
        message = f"{str(path)!r} cannot be written: {error.strerror}"
        raise UsageError(message) from error


def _report(found: "Calibration") -> str:
    return "\n".join(filter(None, (_names(found), _checks(found), _bands(found))))


def _names(found: "Calibration") -> str:
    if found.b3 is None or found.b3_undivided is None:
        return "no name has two known people, by an id, an ORCID or a decision, so nothing can be held against them\n"
    return (
        f"{found.names} names have two known people or more, with {found.papers} papers that say whose they are\n"
        f"B3 of the division, ids left out: {found.b3:.3f} (undivided: {found.b3_undivided:.3f})\n"
    )


def _checks(found: "Calibration") -> str:
    rows = [("check", "findings", "decidable", "right", "share", "said")]
    for record in found.records:
        share = f"{record.right / record.decidable:.2f}" if record.decidable else "-"
        said = f"{record.said:.2f}" if record.decidable else "-"
        rows.append((record.check, f"{record.findings}", f"{record.decidable}", f"{record.right}", share, said))
    return (
        table(rows)
        + "decidable: two authorships or more say whose they are; right: they say two people (of a page), or one (of\n"
        "two names); said: the mean confidence. Papers that say nothing decide nothing, so this is a rough guide\n"
    )


def _bands(found: "Calibration") -> str:
    if not found.bands:
        return ""
    rows = [("confidence of a division", "decidable", "said", "was")]
    rows += [(f"{b.low:.1f} to {b.high:.1f}", f"{b.decidable}", f"{b.said:.2f}", f"{b.was:.2f}") for b in found.bands]
    return table(rows)
