"""Options and last words that several commands share."""

import argparse
import os
import sys
from collections.abc import Sequence
from typing import Any

from bylint.asking import Request
from bylint.report import EXIT_CLEAN, EXIT_UNTRUSTED, GATE, REVIEW
from bylint.reporters._printable import printable


def add_corpus_arguments(parser: argparse.ArgumentParser) -> None:
    """PATHs, and what decides which corpus, settings and checks they mean."""
    add_paths_argument(parser)
    corpus = add_reading_arguments(
        parser, "where the whole repository is; PATH then limits what is reported, never what is read"
    )
    add_loader_argument(corpus)
    corpus.add_argument(
        "--beside",
        metavar="PATH",
        action="append",
        default=[],
        help="another source of the same papers, such as a dump of OpenAlex: it is not checked, what it says of them is"
        " compared; a PATH of another format outside of the first one's repository is one, too",
    )
    corpus.add_argument(
        "--skip-others",
        action="store_true",
        help="pass over a PATH that bylint does not read; hooks name every changed file",
    )
    checks = parser.add_argument_group("what is asked")
    checks.add_argument(
        "--select", metavar="CHECK", type=words, action="extend", default=[], help="only these checks (ids or globs)"
    )
    checks.add_argument("--ignore", metavar="CHECK", type=words, action="extend", default=[], help="not these checks")


def add_paths_argument(parser: argparse.ArgumentParser) -> None:
    """PATHs."""
    parser.add_argument(
        "paths",
        metavar="PATH",
        nargs="*",
        help="a file, a folder, or a repository's root; the repository around the working directory when there is none",
    )


def add_loader_argument(parser: argparse._ActionsContainer) -> None:
    """--loader."""
    parser.add_argument(
        "--loader", metavar="NAME", help="read every file as this format, whatever it looks like; csl-json, ..."
    )


def add_settings_argument(parser: argparse._ActionsContainer) -> None:
    """--config."""
    parser.add_argument(
        "--config", metavar="FILE", help="the settings, instead of the nearest bylint.toml or pyproject.toml"
    )


def add_jobs_argument(parser: argparse._ActionsContainer) -> None:
    """--jobs."""
    parser.add_argument(
        "--jobs", metavar="N", type=count, default=0, help="processes that read; 0, the default, is one a core"
    )


def add_reading_arguments(parser: argparse.ArgumentParser, about_corpus: str) -> argparse._ArgumentGroup:
    """What decides which corpus and settings are read, and how."""
    corpus = parser.add_argument_group("what is read")
    corpus.add_argument("--corpus", metavar="DIR", help=about_corpus)
    add_settings_argument(corpus)
    corpus.add_argument(
        "--ids", choices=("use", "ignore"), default="use", help="whether written ids and ORCIDs decide who is who"
    )
    add_jobs_argument(corpus)
    corpus.add_argument(
        "--no-cache", action="store_true", help="read every file anew (this version keeps no cache, so it always does)"
    )
    return corpus


def add_progress_argument(parser: argparse._ActionsContainer) -> None:
    """--progress."""
    parser.add_argument(
        "--progress", choices=("auto", "always", "never"), default="auto", help="a progress bar on standard error"
    )


def request(parsed: argparse.Namespace, **more: Any) -> Request:
    """What the arguments of `add_corpus_arguments` ask for."""
    return Request(
        paths=tuple(parsed.paths),
        beside=tuple(parsed.beside),
        corpus=parsed.corpus,
        loader=parsed.loader,
        config=parsed.config,
        select=tuple(parsed.select),
        ignore=tuple(parsed.ignore),
        use_ids=parsed.ids == "use",
        jobs=parsed.jobs,
        skip_others=parsed.skip_others,
        **more,
    )


AUDIENCES = (GATE, REVIEW)


def count(text: str) -> int:
    """A whole number from 0. Raises ArgumentTypeError."""
    if not (text.isascii() and text.isdecimal()):
        message = f"{text!r} is no whole number from 0"
        raise argparse.ArgumentTypeError(message)
    return int(text)


def words(text: str) -> list[str]:
    """The words of a comma list."""
    return [word.strip() for word in text.split(",") if word.strip()]


def wants_color(choice: str) -> bool:
    """Whether standard output gets colour: on a terminal, unless the user or the environment says otherwise."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def table(rows: Sequence[Sequence[str]], indent: str = "") -> str:
    """Rows as columns, each as wide as its widest cell but the last."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "".join(
        indent + "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() + "\n"
        for row in rows
    )


def trust(what: str, failed: Sequence[str]) -> int:
    """3 where something failed, said on standard error: some of `what` may be missing from the answer; 0 else."""
    if not failed:
        return EXIT_CLEAN
    more = f" (and {len(failed) - 1} more)" if len(failed) > 1 else ""
    sys.stderr.write(f"bylint: {what} may be missing: {printable(failed[0])}{more}\n")
    return EXIT_UNTRUSTED
