"""The command line: one module a command, loaded when it is called."""

import argparse
import contextlib
import gc
import importlib
import os
import sys

from bylint import __version__
from bylint.errors import SEE_HELP, UsageError, did_you_mean

TYPE_CHECKING = False  # typing takes longer to import than the rest of `bylint --version`
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any, Final, NoReturn

COMMANDS: "Final" = {
    "check": "run the checks",
    "page": "who the records see behind a name, and why",
    "review": "one HTML file in which to look at what was found, and decide",
    "preview": "what a change does to pages, bylines and findings",
    "apply": "write what reviewers decided into the records, or refuse it",
    "list": "every check: id, subject, severity, where it comes from",
    "explain": "the page of a check",
    "plugins": "what is installed, and what was refused and why",
    "convert": "any format as JSON Lines of papers",
    "baseline": "accept what is there today, so that the gate fails on what is new",
    "calibrate": "refit what tells people apart on this corpus, and report how it does",
    "new": "a check and its test, from a template",
}

_EPILOG = """\
start here:
  bylint check                    check the repository around the working directory
  bylint check --for review       show what is less sure, too
  bylint page "Wei Liu"           who is behind a name: papers, co-authors, people, the edit
  bylint explain swapped-name     what a check finds, why, and what to do

exit codes:
  0    nothing to decide
  1    findings that fail the gate
  2    wrong use, or wrong settings
  3    the run is not to be trusted: a file, a check or a plugin failed
  130  interrupted
"""


class _Help(argparse.RawDescriptionHelpFormatter):
    def __init__(self, prog: str) -> None:
        super().__init__(prog)
        self._action_max_length = 2 * 2 + max(map(len, COMMANDS))  # argparse forgets that commands are indented twice


class Parser(argparse.ArgumentParser):
    """A parser whose errors are one line and a hint."""

    def error(self, message: str) -> "NoReturn":
        """Raise UsageError instead of printing the usage."""
        raise UsageError(_plainer(message), f"see: {self.prog} --help")


def _plainer(message: str) -> str:
    """The words of argparse, with the nearest choice where one was meant."""
    if "invalid choice: " in message and " (choose from " in message:
        argument, _, rest = message.partition(": invalid choice: ")
        given, _, choices = rest.partition(" (choose from ")
        known = [choice.strip().strip("'") for choice in choices.removesuffix(")").split(",")]
        word = given.strip("'")
        what = "command" if argument.endswith("COMMAND") else argument.removeprefix("argument ")
        return f"{what}: there is no {word!r}" + (did_you_mean(word, known) or f"; choose from {', '.join(known)}")
    return message


_LAST_ORDERLY = 3
"""Exit codes above it are those of a run that was stopped."""
_ONE_THREAD = ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "OMP_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")
"""What numpy's libraries read: matrices are small here, and sums must not depend on the number of cores."""


def main(arguments: "Sequence[str] | None" = None) -> int:
    """Run a command line; the exit code is returned."""
    arguments = [*(sys.argv[1:] if arguments is None else arguments)]  # `list` is a command's module here
    wants_traceback = "--traceback" in arguments
    for name in _ONE_THREAD:
        os.environ.setdefault(name, "1")
    try:
        code = _run([argument for argument in arguments if argument != "--traceback"])
        sys.stdout.flush()  # here, so that a closed pipe is noticed
    except UsageError as error:
        command = f" {arguments[0]}" if arguments and arguments[0] in COMMANDS else ""
        _complain(str(error), error.hint.replace(SEE_HELP, f"see: bylint{command} --help"))
        return 2
    except KeyboardInterrupt:
        _complain("interrupted", "")
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # whoever read has enough
        return 141
    except OSError as error:
        _complain(f"{error.filename or 'standard output'}: {error.strerror or error}", "")
        return 2
    except Exception as error:
        if wants_traceback:
            raise
        said = " ".join(f"{type(error).__name__}: {error}".split())[:300]
        _complain(f"this is a fault of bylint: {said}", "please report it with what --traceback prints")
        return 3
    return code


def program() -> "NoReturn":
    """The program itself: what `main` does, then the end of the process.

    Nothing is looked through for garbage, and nothing freed piece by piece: each takes a second where a million records
    are held.
    """
    gc.disable()
    code = main()
    for stream in filter(None, (sys.stdout, sys.stderr)):  # one that was closed from outside is None
        with contextlib.suppress(OSError):  # what it means that nobody takes it, main has said
            stream.flush()
    processes = sys.modules.get("multiprocessing")
    if code > _LAST_ORDERLY or (processes is not None and processes.active_children()):
        sys.exit(code)
    os._exit(code)


def _complain(message: str, hint: str) -> None:
    from bylint.reporters._printable import printable

    text = f"bylint: {printable(message)}\n" + (f"  {printable(hint)}\n" if hint else "")
    sys.stderr.write(text)


def _run(arguments: list[str]) -> int:
    if arguments and arguments[0] in COMMANDS:
        module: Any = importlib.import_module(f"bylint.cli.{arguments[0]}")
        parser = Parser(
            prog=f"bylint {arguments[0]}",
            description=module.__doc__.strip(),
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )
        module.add_arguments(parser)
        parser.add_argument("--traceback", action="store_true", help="on a fault of bylint, show where it happened")
        return _exit_of(module, parser, arguments[1:])
    parser = Parser(
        prog="bylint",
        description="A linter for bylines: checks who wrote which paper in the metadata of a bibliography.",
        epilog=_EPILOG,
        formatter_class=_Help,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"bylint {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for name, summary in COMMANDS.items():
        commands.add_parser(name, help=summary)
    try:
        parser.parse_args(arguments)
    except SystemExit as stop:
        return int(stop.code or 0)
    message = "every command is handled above"
    raise AssertionError(message)


def _exit_of(module: "Any", parser: Parser, arguments: list[str]) -> int:
    try:
        parsed = parser.parse_args(arguments)
    except SystemExit as stop:  # --help
        return int(stop.code or 0)
    code: int = module.run(parsed)
    return code
