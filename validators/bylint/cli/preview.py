"""Show what a proposed change does: to pages, to bylines, and to what the checks find.

Two states are compared: that of HEAD, a revision, or the work tree where none is given, and the one where HEAD left
BASE, as pull requests are compared. Each is judged whole, with its own settings, as `bylint check` would. Both are
read from git; the work tree is not touched, and nothing that the repository names is run.
"""

import argparse
import sys

from bylint.asking import Request
from bylint.cli._outputs import add_output_arguments, outputs_of, require_outputs, write_output
from bylint.cli._progress import ProgressBar
from bylint.cli._shared import AUDIENCES, add_progress_argument, add_reading_arguments, wants_color, words
from bylint.faults import INCOMPLETE
from bylint.preview.build import preview
from bylint.preview.model import Preview
from bylint.report import GATE

FORMATS = ("text", "json", "markdown")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `bylint preview`."""
    parser.add_argument("base", metavar="BASE", help="what the change is proposed to: a branch, a tag or a commit")
    parser.add_argument("head", metavar="HEAD", nargs="?", help="the change: a revision; the work tree without it")
    add_reading_arguments(parser, "where the repository is; the one around the working directory when it is not said")
    checks = parser.add_argument_group("what is asked")
    checks.add_argument(
        "--select", metavar="CHECK", type=words, action="extend", default=[], help="only these checks (ids or globs)"
    )
    checks.add_argument("--ignore", metavar="CHECK", type=words, action="extend", default=[], help="not these checks")
    output = parser.add_argument_group("what is shown")
    output.add_argument(
        "--for",
        dest="audience",
        choices=AUDIENCES,
        default=GATE,
        help="which findings: gate (the default): what is sure, failing on errors; review: everything",
    )
    add_output_arguments(output, "text (the default), json or markdown")
    output.add_argument(
        "--color", choices=("auto", "always", "never"), default="auto", help="colour on standard output"
    )
    add_progress_argument(output)
    output.add_argument("--quiet", action="store_true", help="nothing on standard output; the exit code says it")


def run(parsed: argparse.Namespace) -> int:
    """Compare, show, and say how it went."""
    outputs = outputs_of(parsed.outputs, "text")
    require_outputs(outputs, FORMATS)
    asked = Request(
        corpus=parsed.corpus,
        config=parsed.config,
        select=tuple(parsed.select),
        ignore=tuple(parsed.ignore),
        audience=parsed.audience,
        use_ids=parsed.ids == "use",
        jobs=parsed.jobs,
    )
    with ProgressBar(parsed.progress) as progress:
        found = preview(asked, parsed.base, parsed.head, progress)
    for name, file in outputs:
        if file is not None:
            write_output(file, _written(found, name), found.files)
        elif not parsed.quiet:
            _print(found, name, in_color=wants_color(parsed.color))
    sys.stdout.flush()
    _complain(found)
    return found.exit_code


def _written(found: Preview, name: str) -> str:
    """The preview in a format, as a file holds it."""
    if name == "json":
        from bylint.preview import json

        return json.write(found)
    if name == "markdown":
        from bylint.preview import markdown

        return markdown.write(found)
    from bylint.preview import text

    return text.write(found)


def _print(found: Preview, name: str, *, in_color: bool) -> None:
    if name == "text":
        from shutil import get_terminal_size

        from bylint.preview import text
        from bylint.reporters.text import paint

        columns = get_terminal_size((0, 0)).columns
        content = paint(text.lines(found, columns)) if in_color else text.write(found, columns)
    else:
        content = _written(found, name)
    sys.stdout.buffer.write(content.encode("utf-8", errors="backslashreplace"))


def _complain(found: Preview) -> None:
    """Say on standard error what failed in either state."""
    if found.is_complete:
        return
    from bylint.reporters._printable import printable

    for when, report in (("before", found.before), ("after", found.after)):
        failed = [finding.message for finding in report.found if finding.check in INCOMPLETE]
        if failed:
            more = f" (and {len(failed) - 1} more)" if len(failed) > 1 else ""
            sys.stderr.write(f"bylint: not to be trusted, {when} the change: {printable(failed[0])}{more}\n")
    if not any(check.function is not None for check in found.after.checks):
        sys.stderr.write("bylint: no check is selected, so nothing is proved\n")
