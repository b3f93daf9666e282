"""Write what any loader reads as JSON Lines of papers, so that a corpus can be prepared once.

A line is a paper, a person or a venue, in the order of the files; bylint check reads them as it reads the files
themselves. It goes to standard output, or with -o to a file that is whole or not there; one that ends in .gz is packed.
Of a PATH in a repository, the records that stand there are written, and no others.
"""

import argparse
import contextlib
import sys
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import BinaryIO, cast

from bylint.asking import Request
from bylint.cli._progress import ProgressBar
from bylint.cli._shared import (
    add_jobs_argument,
    add_loader_argument,
    add_paths_argument,
    add_progress_argument,
    add_settings_argument,
    trust,
)
from bylint.converting import Conversion, conversion
from bylint.corpus.collector import collector_at_rest
from bylint.errors import UsageError
from bylint.files import being_written
from bylint.loaders.jsonlines import ENDINGS
from bylint.loaders.packed import ENDING
from bylint.model import Paper, Person, Venue

_LEVEL = 6
"""How hard gzip tries; more takes three times as long for a hundredth less."""
_WORDS = ((Paper, "paper", "papers"), (Person, "person", "people"), (Venue, "venue", "venues"))


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `bylint convert`."""
    add_paths_argument(parser)
    corpus = parser.add_argument_group("what is read")
    add_settings_argument(corpus)
    add_loader_argument(corpus)
    add_jobs_argument(corpus)
    output = parser.add_argument_group("what is written")
    output.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        help="where the lines go, instead of standard output: .jsonl or .ndjson, with .gz behind it to be packed",
    )
    add_progress_argument(output)


def run(parsed: argparse.Namespace) -> int:
    """Convert, and say how it went. Raises UsageError."""
    if parsed.output is not None:
        _require_file(parsed.output)
    asked = Request(paths=tuple(parsed.paths), config=parsed.config, loader=parsed.loader, jobs=parsed.jobs)
    with ProgressBar(parsed.progress) as progress, collector_at_rest():
        made = conversion(asked, progress)
        if parsed.output is not None and made.reads(Path(parsed.output)):
            message = f"{parsed.output!r} is a file of the corpus, and is not written over"
            raise UsageError(message)
        lines = made.lines(progress)
        first = next(lines, None)
        if first is not None:
            _write(parsed.output, chain([first], lines))
    if first is not None and parsed.output is not None:
        sys.stdout.write(f"{_counted(made)} written to {parsed.output}\n")
    sys.stdout.flush()
    if made.hidden.names:
        names = len(made.hidden.names)
        sys.stderr.write(f"bylint: {names} {'names are' if names > 1 else 'name is'} withheld\n")
    return trust("records", made.failed)


def _require_file(file: str) -> None:
    """Raises UsageError for what could not be written, or read again."""
    path = Path(file)
    if not path.absolute().parent.is_dir():
        message = f"there is no folder for {file!r}"
        raise UsageError(message)
    if not file.removesuffix(ENDING).endswith(ENDINGS) and not (path.exists() and not path.is_file()):
        message = f"{file!r} would not be read again, as it does not end in {' or '.join(ENDINGS)}"
        raise UsageError(message, f"for example: bylint convert -o papers{ENDINGS[0]}")


def _write(file: str | None, lines: Iterator[str]) -> None:
    with _opened(file) as target:
        for line in lines:
            target.write(f"{line}\n".encode())


@contextlib.contextmanager
def _opened(file: str | None) -> Iterator[BinaryIO]:
    """What is written to: a file of which nothing is left where that fails, or standard output. Raises UsageError."""
    if file is None:
        yield sys.stdout.buffer
        return
    try:
        with being_written(Path(file)) as target:
            if not file.endswith(ENDING):
                yield target
                return
            import gzip

            with gzip.GzipFile("", "wb", _LEVEL, target, mtime=0) as packed:
                yield cast("BinaryIO", packed)
    except OSError as error:
        message = f"{file!r} cannot be written: {error.strerror}"
        raise UsageError(message) from error


def _counted(made: Conversion) -> str:
    numbers = [(made.counts[kind], one, many) for kind, one, many in _WORDS]
    return ", ".join(f"{number:,} {one if number == 1 else many}" for number, one, many in numbers if number)
