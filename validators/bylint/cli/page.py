"""Show the dossier of a page: who the records see behind a name, and why.

QUERY is a name ("Wei Liu" or "Liu, Wei", with or without accents), a person's id, or an ORCID. A name takes every
paper that carries it, whatever its id, so that a page that was split can be judged again; an id or an ORCID takes the
page of that person. A known id goes before a name.
"""

import argparse
import sys
from pathlib import Path

from bylint.asking import Request, Setup, set_up
from bylint.cli._outputs import add_output_arguments, outputs_of, require_outputs, write_output
from bylint.cli._progress import ProgressBar
from bylint.cli._queries import complain
from bylint.cli._shared import add_progress_argument, add_reading_arguments, trust, wants_color
from bylint.corpus.collector import collector_at_rest
from bylint.corpus.reading import Reading
from bylint.dossier.answers import answers
from bylint.dossier.model import Dossiers
from bylint.dossier.queries import Unanswered, read_queries
from bylint.errors import UsageError
from bylint.faults import INCOMPLETE
from bylint.report import EXIT_USAGE
from bylint.run import Progress, names_withheld, read

FORMATS = ("text", "json", "markdown")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `bylint page`."""
    parser.add_argument("queries", metavar="QUERY", nargs="*", help="a name, a person's id, or an ORCID")
    parser.add_argument(
        "--queries", metavar="FILE", dest="file", help="a file with a query on every line; - for standard input"
    )
    add_reading_arguments(parser, "where the repository is; the one around the working directory when it is not said")
    output = parser.add_argument_group("what is shown")
    add_output_arguments(output, "text (the default), json or markdown")
    output.add_argument(
        "--color", choices=("auto", "always", "never"), default="auto", help="colour on standard output"
    )
    add_progress_argument(output)
    output.add_argument("--quiet", action="store_true", help="nothing on standard output")


def run(parsed: argparse.Namespace) -> int:
    """Answer the queries; what cannot be answered is said on standard error, and makes the exit code 2."""
    queries = [*parsed.queries, *(_queries(parsed.file) if parsed.file is not None else [])]
    if not queries:
        message = "no query is given"
        raise UsageError(message, 'for example: bylint page "Wei Liu"')
    outputs = outputs_of(parsed.outputs, "text")
    require_outputs(outputs, FORMATS)
    asked = Request(corpus=parsed.corpus, config=parsed.config, use_ids=parsed.ids == "use", jobs=parsed.jobs)
    setup = set_up(asked)
    with ProgressBar(parsed.progress) as progress, collector_at_rest():
        dossiers, unanswered, reading = _answered(queries, setup, asked, progress)
    if dossiers.pages:
        for name, file in outputs:
            if file is not None:
                write_output(file, _written(dossiers, name), dossiers.sources)
            elif not parsed.quiet:
                _print(dossiers, name, in_color=wants_color(parsed.color))
    sys.stdout.flush()
    complain(unanswered)
    return EXIT_USAGE if unanswered else _trust(reading, setup)


def _queries(file: str) -> list[str]:
    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        return read_queries(data.decode())
    except OSError as error:
        message = f"{file!r} cannot be read: {error.strerror}"
        raise UsageError(message) from error
    except UnicodeDecodeError as error:
        message = f"{file!r} is not UTF-8"
        raise UsageError(message) from error


def _answered(
    queries: list[str], setup: Setup, asked: Request, progress: Progress
) -> tuple[Dossiers, tuple[Unanswered, ...], Reading]:
    from bylint.disambiguation.view import Disambiguation

    _, reading = read(setup, asked, progress)
    hidden = names_withheld(setup.settings, reading)
    judge = Disambiguation(reading.corpus)
    found, unanswered = answers(
        queries, reading.corpus, judge, hidden, lambda done: progress("judging", done, len(queries))
    )
    return Dossiers(found, reading.sources), unanswered, reading


def _written(dossiers: Dossiers, name: str) -> str:
    """The dossiers in a format, as a file holds them."""
    if name == "json":
        from bylint.dossier import json

        return json.write(dossiers)
    if name == "markdown":
        from bylint.dossier import markdown

        return markdown.write(dossiers)
    from bylint.dossier import text

    return text.write(dossiers)


def _print(dossiers: Dossiers, name: str, *, in_color: bool) -> None:
    if name == "text":
        from shutil import get_terminal_size

        from bylint.dossier import text
        from bylint.reporters.text import paint

        columns = get_terminal_size((0, 0)).columns
        content = paint(text.lines(dossiers, columns)) if in_color else text.write(dossiers, columns)
    else:
        content = _written(dossiers, name)
    sys.stdout.buffer.write(content.encode("utf-8", errors="backslashreplace"))


def _trust(reading: Reading, setup: Setup) -> int:
    """3 where a file could not be read or a plugin was refused: papers may be missing from the answer."""
    failed = [f"{finding.message}" for finding in reading.findings if finding.check in INCOMPLETE]
    failed += [f"{plugin.distribution} is refused: {plugin.refused}" for plugin in setup.plugins.refused]
    return trust("papers", failed)
