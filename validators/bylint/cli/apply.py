"""Write what reviewers decided into the records: ids into bylines, names and people into the people database.

FILE is what `bylint review` exports, or any file of its form (the JSON Schema is schemas/decisions.schema.json). All of
it is written, or nothing: a decision is refused where the records are not any more what it saw, where an id is taken,
and where it contradicts another decision or the people database. What no decision names stays on its page.

Decisions that change no record ("two people", "one person", "leave it") are kept in bylint-decisions.json at the
repository's root; they silence their finding until something new speaks against them.

exit codes:
  0  all is written, or was written before
  1  with --diff or --check: something would be written
  2  a decision is refused, or wrong use
  3  the run is not to be trusted: a file could not be read or written
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from bylint.applying.contradictions import Numbered
from bylint.applying.keeping import Keeping, is_kept, keeping
from bylint.applying.plan import Application, application
from bylint.asking import Request, Setup, set_up
from bylint.cli._diffs import print_patches
from bylint.cli._progress import ProgressBar
from bylint.cli._shared import add_progress_argument, add_reading_arguments, wants_color
from bylint.corpus.collector import collector_at_rest
from bylint.corpus.reading import Patches
from bylint.corpus.scope import Scope
from bylint.decisions.files import parse_decisions
from bylint.decisions.forms import BaselineForm
from bylint.decisions.memory import read_memory
from bylint.errors import SEE_HELP, UsageError
from bylint.faults import INCOMPLETE
from bylint.privacy import Withheld
from bylint.report import EXIT_CLEAN, EXIT_FINDINGS, EXIT_UNTRUSTED, EXIT_USAGE
from bylint.reporters._printable import printable
from bylint.reporters._shared import number
from bylint.run import Progress, names_withheld, read
from bylint.writing import write_patches

_TOLD = 20
"""Refusals that are told one by one."""


class _Plan(NamedTuple):
    applied: Application
    keeping: Keeping
    kept_in: str
    patches: Patches
    scope: Scope
    hidden: Withheld


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `bylint apply`."""
    parser.add_argument("file", metavar="FILE", help="the decisions; - for standard input")
    add_reading_arguments(parser, "where the repository is; the one around the working directory when it is not said")
    output = parser.add_argument_group("what is done")
    choice = output.add_mutually_exclusive_group()
    choice.add_argument(
        "--diff", action="store_true", help="print what would change, as a diff for git apply, and change nothing"
    )
    choice.add_argument("--check", action="store_true", help="say whether it can be applied, and change nothing")
    output.add_argument(
        "--color", choices=("auto", "always", "never"), default="auto", help="colour on standard output"
    )
    add_progress_argument(output)


def run(parsed: argparse.Namespace) -> int:
    """Apply, or say why not. Raises UsageError."""
    decisions = _decisions(parsed.file)
    if parsed.ids != "use":
        message = "decisions say ids, so they cannot be left out"
        raise UsageError(message, SEE_HELP)
    asked = Request(corpus=parsed.corpus, config=parsed.config, jobs=parsed.jobs)
    setup = set_up(asked)
    if not setup.scope.is_whole:
        message = "decisions are of one whole repository"
        raise UsageError(message, "name it with --corpus")
    with ProgressBar(parsed.progress) as progress, collector_at_rest():
        plan = _planned(decisions, setup, asked, progress)
    if isinstance(plan, str):
        _say(f"nothing is applied, because the run is not to be trusted: {plan}")
        return EXIT_UNTRUSTED
    if plan.applied.refused:
        return _refuse(plan)
    if parsed.diff:
        printed = print_patches(
            plan.scope.root, plan.patches, plan.hidden, is_quiet=False, in_color=wants_color(parsed.color)
        )
        if printed.untold:
            _say(f"{number(printed.untold, 'change')} not printed, because of a withheld name")
        failed = printed.failed
    else:
        failed = {} if parsed.check else _written(plan)
    if failed:
        path, why = next(iter(failed.items()))  # the others only go with it
        _say(f"{path}: {why}; nothing is applied")
        return EXIT_UNTRUSTED
    for line in _told(plan, is_done=not (parsed.diff or parsed.check)):
        _say(plan.hidden.text(line))
    return EXIT_FINDINGS if plan.patches and (parsed.diff or parsed.check) else EXIT_CLEAN


def _decisions(file: str) -> list[Numbered]:
    """The decisions of a file, with their numbers. Raises UsageError."""
    try:
        forms = parse_decisions(sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes())
    except OSError as error:
        message = f"{file!r} cannot be read: {error.strerror}"
        raise UsageError(message) from error
    except ValueError as error:
        message = f"{file!r} is no file of decisions: {error}"
        raise UsageError(message, "bylint review exports one; its form is schemas/decisions.schema.json") from error
    found = []
    for count, form in enumerate(forms, 1):
        if isinstance(form, BaselineForm):
            message = f"{file!r}: decision {count} is an entry of a baseline, and decides nothing"
            raise UsageError(message, "bylint baseline writes those")
        found.append(Numbered(count, form))
    return found


def _planned(decisions: list[Numbered], setup: Setup, asked: Request, progress: Progress) -> "_Plan | str":
    """What is to be written, or what is wrong with the run."""
    (path,) = setup.memories
    kept = read_memory(path)
    scope, reading = read(setup, asked, progress, patches={})
    hidden = names_withheld(setup.settings, reading)
    fault = next((finding for finding in reading.findings if finding.check in INCOMPLETE), None)
    if fault is not None:
        place = f"{fault.location.path}: " if fault.location else ""
        return hidden.text(place + fault.message)
    progress("planning", 0, 1)
    shown = scope.shown(path)
    applied = application(reading, decisions, kept, shown, hidden)
    silent = [decision.form for decision in decisions if is_kept(decision.form)]
    memory = keeping(path, scope.root, silent, reading.corpus, hidden)
    patches = {**applied.patches, **({shown: memory.patch} if memory.patch else {})}
    return _Plan(applied, memory, shown, patches, scope, hidden)


def _refuse(plan: _Plan) -> int:
    refused = plan.applied.refused
    for line in refused[:_TOLD]:
        _say(plan.hidden.text(line))
    if len(refused) > _TOLD:
        _say(f"{len(refused) - _TOLD:,} more refused")
    _say("nothing is applied")
    return EXIT_USAGE


def _written(plan: _Plan) -> dict[str, str]:
    """Write everything, or nothing; what could not be written."""
    return dict(write_patches(plan.scope.root, plan.patches, [frozenset(plan.patches)]))


def _told(plan: _Plan, *, is_done: bool) -> Iterator[str]:
    """What was done, a sentence each."""
    applied, kept = plan.applied, plan.keeping
    new = applied.decisions - applied.done
    would = "" if is_done else "would be "
    if not plan.patches:
        yield f"{number(applied.decisions + kept.known, 'decision')}, all of them applied already"
        return
    if new:
        files = number(len(applied.patches), "file")
        yield f"{number(new, 'decision')} {would}applied in {files}: {', '.join(_parts(applied))}"
    if kept.new:
        yield f"{number(kept.new, 'decision')} that no record says {would}kept in {plan.kept_in}"
    known = applied.done + kept.known
    if known:
        yield f"{number(known, 'decision')} applied already"
    if applied.pinned:
        yield f"of the ids, {applied.pinned:,} keep papers that no decision names on the page where they are"
    if applied.drawn:
        yield f"{would}moved by nothing but an ORCID in the record: {number(applied.drawn, 'authorship')}"
    if applied.unseen:
        listed = ", ".join(applied.unseen[:3]) + (" ..." if len(applied.unseen) > 3 else "")
        yield f"{number(len(applied.unseen), 'paper')} of merged pages that nobody looked at: {listed}"
    for what in applied.dropped:
        yield plan.hidden.text(f"{would}dropped: {what}")


def _parts(applied: Application) -> Iterator[str]:
    if applied.ids:
        yield number(applied.ids, "id")
    for people, one, many in (
        (applied.listed, "1 new person", "new people"),
        (applied.merged, "1 person merged into another", "people merged into others"),
    ):
        if people:
            listed = ", ".join(people[:3]) + (" ..." if len(people) > 3 else "")
            yield f"{one if len(people) == 1 else f'{len(people):,} {many}'} ({listed})"
    if applied.anybody:
        yield f"{number(applied.anybody, 'id')} for anybody else of a name"
    if applied.changed:
        yield f"{applied.changed:,} {'entry' if applied.changed == 1 else 'entries'} changed"


def _say(line: str) -> None:
    sys.stderr.write(f"bylint: {printable(line)}\n")
