"""Run the checks on the papers of a repository and report what they find."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bylint.cli._progress import ProgressBar
from bylint.cli._shared import AUDIENCES, add_corpus_arguments, add_progress_argument, count, request, wants_color
from bylint.errors import UsageError, did_you_mean
from bylint.files import write_whole
from bylint.report import GATE, Report
from bylint.run import run as run_request
from bylint.run import settings_and_plugins

Output = list[str | None]
"""A format (None for the default) and the file it goes to (None for standard output)."""


class _Format(argparse.Action):
    def __call__(self, _parser: Any, namespace: Any, values: Any, _option: Any = None) -> None:
        namespace.outputs = [*namespace.outputs, [values, None]]


class _File(argparse.Action):
    def __call__(self, _parser: Any, namespace: Any, values: Any, _option: Any = None) -> None:
        outputs = namespace.outputs
        if outputs and outputs[-1][1] is None:
            namespace.outputs = [*outputs[:-1], [outputs[-1][0], values]]
        else:
            namespace.outputs = [*outputs, [None, values]]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `bylint check`."""
    add_corpus_arguments(parser)
    output = parser.add_argument_group("what is shown")
    output.add_argument(
        "--for",
        dest="audience",
        choices=AUDIENCES,
        default=GATE,
        help="gate (the default): what is sure, failing on errors; review: everything",
    )
    output.add_argument(
        "--format",
        metavar="FORMAT",
        action=_Format,
        dest="outputs",
        default=[],
        help="text, json, markdown, github, sarif or a plugin's; github inside GitHub Actions, else text",
    )
    output.add_argument(
        "--output",
        metavar="FILE",
        action=_File,
        dest="outputs",
        help="where the --format before it goes; both may repeat",
    )
    output.add_argument("--max-findings", metavar="N", type=count, help="how many findings are displayed; 0 for all")
    output.add_argument(
        "--color", choices=("auto", "always", "never"), default="auto", help="colour on standard output"
    )
    add_progress_argument(output)
    output.add_argument("--quiet", action="store_true", help="nothing on standard output; the exit code says it")


def run(parsed: argparse.Namespace) -> int:
    """Check, report, and say how it went."""
    asked = request(parsed, audience=parsed.audience, max_findings=parsed.max_findings)
    outputs = _outputs(parsed.outputs)
    known = settings_and_plugins(asked)[1].reporters
    for name, file in outputs:
        if name not in known:
            message = f"there is no format {name!r}{did_you_mean(str(name), known)}"
            raise UsageError(message, f"known: {', '.join(known)}")
        if file is not None and not Path(file).absolute().parent.is_dir():
            message = f"there is no folder for {file!r}"
            raise UsageError(message)
    with ProgressBar(parsed.progress) as progress:
        report = run_request(asked, progress).report
    for name, file in outputs:
        if file is not None:
            _write(file, known[str(name)].write(report), report)
        elif not parsed.quiet:
            _print(report, str(name), known, in_color=wants_color(parsed.color))
    if not any(check.function is not None for check in report.checks):
        sys.stderr.write("bylint: no check is selected, so nothing is proved\n")
    return report.exit_code


def _outputs(given: Sequence[Output]) -> list[Output]:
    """The outputs with their formats. Raises UsageError where two would share standard output."""
    default = "github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text"
    outputs = [[name or default, file] for name, file in given] or [[default, None]]
    if sum(file is None for _, file in outputs) > 1:
        message = "two formats would go to standard output"
        raise UsageError(message, "follow each --format but one with an --output")
    files = [Path(file).absolute() for _, file in outputs if file is not None]
    if len(set(files)) < len(files):
        message = "two formats would go to one file"
        raise UsageError(message, "give each --format an --output of its own")
    return outputs


def _write(file: str, text: str, report: Report) -> None:
    if report.sources.holds(Path(file)):
        message = f"{file!r} is a file of the corpus, and is not written over"
        raise UsageError(message)
    try:
        write_whole(Path(file), text)
    except OSError as error:
        message = f"{file!r} cannot be written: {error.strerror}"
        raise UsageError(message) from error


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
