"""Run the checks on the papers of a repository and report what they find."""

import argparse
import os
import sys
from pathlib import Path
from typing import Any

from bylint.asking import ask
from bylint.cli._fixes import add_fix_arguments, print_diff, require_no_report, write_fixes
from bylint.cli._outputs import add_output_arguments, outputs_of, require_outputs, write_output
from bylint.cli._progress import ProgressBar
from bylint.cli._shared import AUDIENCES, add_corpus_arguments, add_progress_argument, count, request, wants_color
from bylint.errors import UsageError
from bylint.report import EXIT_CLEAN, EXIT_FINDINGS, EXIT_UNTRUSTED, GATE, Report
from bylint.run import answer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from bylint.fixing import Plan


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `bylint check`."""
    add_corpus_arguments(parser)
    parser.add_argument_group("what it is compared with").add_argument(
        "--base",
        metavar="REVISION",
        help="also report what became of bylines since the branch left it; for pull requests: --base origin/master",
    )
    add_fix_arguments(parser)
    output = parser.add_argument_group("what is shown")
    output.add_argument(
        "--for",
        dest="audience",
        choices=AUDIENCES,
        default=GATE,
        help="gate (the default): what is sure, failing on errors; review: everything",
    )
    add_output_arguments(
        output, "text, json, markdown, github, sarif or a plugin's; github inside GitHub Actions, else text"
    )
    output.add_argument("--max-findings", metavar="N", type=count, help="how many findings are displayed; 0 for all")
    output.add_argument(
        "--color", choices=("auto", "always", "never"), default="auto", help="colour on standard output"
    )
    add_progress_argument(output)
    output.add_argument(
        "--verbose",
        action="store_true",
        help="say on standard error as what each file was read, and what could not be asked",
    )
    output.add_argument("--quiet", action="store_true", help="nothing on standard output; the exit code says it")


def run(parsed: argparse.Namespace) -> int:
    """Fix what is to be fixed, check, report, and say how it went."""
    require_no_report(parsed)
    asked = request(parsed, audience=parsed.audience, max_findings=parsed.max_findings, base=parsed.base)
    default = "github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text"
    outputs = outputs_of(parsed.outputs, default)
    question = ask(asked)
    known = question.setup.plugins.reporters
    require_outputs(outputs, known)
    is_written = True
    if parsed.diff or parsed.fix or parsed.fix_suggested:
        from bylint.fixing import plan_fixes

        with ProgressBar(parsed.progress) as progress:
            plan = plan_fixes(asked, parsed.fix_suggested, progress)
        if parsed.diff:
            return _diff(plan, parsed)
        is_written = write_fixes(plan)
    with ProgressBar(parsed.progress) as progress:
        report = answer(question, progress).report
    if parsed.verbose:
        _tell_formats(report)
    for name, file in outputs:
        if file is not None:
            write_output(file, known[name].write(report), report.sources)
        elif not parsed.quiet:
            _print(report, name, known, in_color=wants_color(parsed.color))
    if not any(map(report.is_asked, report.checks)):
        which = (
            "no check that is selected is applicable to these formats"
            if report.inapplicable
            else "no check is selected"
        )
        sys.stderr.write(f"bylint: {which}, so nothing is proved\n")
    return report.exit_code if is_written else EXIT_UNTRUSTED


def _tell_formats(report: Report) -> None:
    """Say as what each file was read, and what could not be asked of it."""
    for path, loader in report.sources.chosen.items():
        sys.stderr.write(f"{path}: read as {loader}\n")
    for said in report.inapplicable:
        sys.stderr.write(f"{said.check}: not applicable to {said.of}, which cannot have {said.lacking}\n")


def _diff(plan: "Plan", parsed: argparse.Namespace) -> int:
    has_changes, is_whole = print_diff(plan, is_quiet=parsed.quiet, in_color=wants_color(parsed.color))
    if not is_whole or not plan.is_complete:
        return EXIT_UNTRUSTED
    return EXIT_FINDINGS if has_changes else EXIT_CLEAN


def _print(report: Report, name: str, known: Any, *, in_color: bool) -> None:
    if name == "text" and in_color:
        from bylint.reporters import text

        content = text.paint(text.lines(report))
    else:
        content = known[name].write(report)
    sys.stdout.buffer.write(content.encode("utf-8", errors="backslashreplace"))
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if name == "github" and summary:
        from bylint.reporters.markdown import step_summary

        try:
            with Path(summary).open("a", encoding="utf-8") as file:
                file.write(step_summary(report))
        except OSError as error:
            message = f"the step summary {summary!r} cannot be written: {error.strerror}"
            raise UsageError(message) from error
