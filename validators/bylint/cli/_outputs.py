"""--format and --output, which come in pairs: what is written, and where it goes."""

import argparse
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any

from bylint.corpus.sources import Sources
from bylint.errors import UsageError, did_you_mean
from bylint.files import write_whole

Output = tuple[str, str | None]
"""A format and the file it goes to; None for standard output."""
Given = tuple[str | None, str | None]
"""The same as the command line gives it; None for the default format."""


class _Format(argparse.Action):
    def __call__(self, _parser: Any, namespace: Any, values: Any, _option: Any = None) -> None:
        namespace.outputs = [*namespace.outputs, (values, None)]


class _File(argparse.Action):
    def __call__(self, _parser: Any, namespace: Any, values: Any, _option: Any = None) -> None:
        outputs = namespace.outputs
        if outputs and outputs[-1][1] is None:
            namespace.outputs = [*outputs[:-1], (outputs[-1][0], values)]
        else:
            namespace.outputs = [*outputs, (None, values)]


def add_output_arguments(parser: argparse._ActionsContainer, formats: str) -> None:
    """--format and --output; `formats` says which formats there are."""
    parser.add_argument("--format", metavar="FORMAT", action=_Format, dest="outputs", default=[], help=formats)
    parser.add_argument(
        "--output",
        metavar="FILE",
        action=_File,
        dest="outputs",
        help="where the --format before it goes; both may repeat",
    )


def outputs_of(given: Sequence[Given], default: str) -> list[Output]:
    """The outputs with their formats. Raises UsageError where two would share a place."""
    outputs = [(name or default, file) for name, file in given] or [(default, None)]
    if sum(file is None for _, file in outputs) > 1:
        message = "two formats would go to standard output"
        raise UsageError(message, "follow each --format but one with an --output")
    files = [Path(file).absolute() for _, file in outputs if file is not None]
    if len(set(files)) < len(files):
        message = "two formats would go to one file"
        raise UsageError(message, "give each --format an --output of its own")
    return outputs


def require_outputs(outputs: Sequence[Output], known: Collection[str]) -> None:
    """Raises UsageError where a format is not known, or the folder of a file is not there."""
    for name, file in outputs:
        if name not in known:
            message = f"there is no format {name!r}{did_you_mean(name, known)}"
            raise UsageError(message, f"known: {', '.join(known)}")
        if file is not None and not Path(file).absolute().parent.is_dir():
            message = f"there is no folder for {file!r}"
            raise UsageError(message)


def write_output(file: str, text: str, sources: Sources) -> None:
    """Write a file that is none of the corpus. Raises UsageError."""
    if sources.holds(Path(file)):
        message = f"{file!r} is a file of the corpus, and is not written over"
        raise UsageError(message)
    try:
        write_whole(Path(file), text)
    except OSError as error:
        message = f"{file!r} cannot be written: {error.strerror}"
        raise UsageError(message) from error
