"""--fix, --fix-suggested and --diff: fixes applied, or shown as a diff, and in words what became of them."""

import argparse
import sys
from collections.abc import Iterator, Mapping

from bylint.cli._shared import words
from bylint.errors import UsageError
from bylint.reporters._printable import printable
from bylint.reporters._shared import number

TYPE_CHECKING = False
if TYPE_CHECKING:
    from bylint.fixing import Plan

_REFUSALS = 10
"""How many are told one by one."""


def add_fix_arguments(parser: argparse.ArgumentParser) -> None:
    """--fix, --fix-suggested and --diff."""
    fixes = parser.add_argument_group("what is fixed")
    fixes.add_argument(
        "--fix", action="store_true", help="apply the safe fixes of what would be reported, and report what is left"
    )
    fixes.add_argument(
        "--fix-suggested",
        metavar="CHECK",
        type=words,
        action="extend",
        default=[],
        help="apply what these checks (ids or globs) only suggest, too: you have said yes to it",
    )
    fixes.add_argument(
        "--diff", action="store_true", help="print what --fix would change, as a diff for git apply, and change nothing"
    )


def require_no_report(parsed: argparse.Namespace) -> None:
    """Raises UsageError where --diff is to write a report as well."""
    if parsed.diff and parsed.outputs:
        message = "--diff prints a diff, and no report"
        raise UsageError(message, "leave out --format and --output")


def write_fixes(plan: "Plan") -> bool:
    """Write what a plan makes of the files, and say so; False where a file could not be written."""
    from bylint.writing import write_patches

    failed = write_patches(plan.scope.root, plan.patches, plan.applied)
    _tell(plan, failed, "fixed")
    return not failed


def print_diff(plan: "Plan", *, is_quiet: bool, in_color: bool) -> tuple[bool, bool]:
    """Print what a plan changes. Returns whether there is anything, and whether it is all there."""
    from bylint.cli._diffs import print_patches

    printed = print_patches(plan.scope.root, plan.patches, plan.withheld, is_quiet=is_quiet, in_color=in_color)
    _tell(plan, printed.failed, "would be fixed")
    if printed.untold:
        untold = number(printed.untold, "change")
        _say(f"{untold} not printed, because of a withheld name; --fix makes them all the same")
    return printed.changes > 0, not printed.failed


def _tell(plan: "Plan", failed: Mapping[str, str], done: str) -> None:
    for line in _told(plan, failed, done):
        _say(line)


def _told(plan: "Plan", failed: Mapping[str, str], done: str) -> Iterator[str]:
    """What became of the fixes, a sentence each."""
    if not plan.is_complete:
        yield f"nothing is fixed, because the run is not to be trusted: {plan.withheld.text(plan.fault)}"
        return
    whole = [paths for paths in plan.applied if paths.isdisjoint(failed)]
    files = {path for paths in whole for path in paths}
    yield f"{number(len(whole), 'finding')} {done} in {number(len(files), 'file')}" if whole else f"no finding {done}"
    for path, why in failed.items():
        yield f"{path}: {why}; nothing is changed there"
    for refusal in plan.refused[:_REFUSALS]:
        place = refusal.place
        parts = (place.path, place.record, place.byline, str(place.position or ""), place.field)
        where = plan.withheld.text(" ".join(filter(None, parts)))
        yield f"{where}: a fix of {refusal.check} is refused: {refusal.why}"
    if len(plan.refused) > _REFUSALS:
        yield f"{len(plan.refused) - _REFUSALS:,} more refused"
    if plan.waiting:
        from bylint.fixing import ROUNDS

        yield f"{_fixes(plan.waiting)} had to wait for others for {ROUNDS} rounds; run it again"
    if plan.beyond:
        yield f"{_fixes(plan.beyond)} left, with changes outside of the PATHs; check the whole repository for them"
    if plan.unsure:
        yield f"{_fixes(plan.unsure)} left, of less sure findings; --for review applies them, too"
    if plan.suggested:
        listed = ", ".join(f"{check} ({count})" for check, count in sorted(plan.suggested.items()))
        yield f"suggestions are left for you to decide: {listed}; apply them with --fix-suggested CHECK"


def _fixes(count: int) -> str:
    return "1 fix" if count == 1 else f"{count:,} fixes"


def _say(line: str) -> None:
    sys.stderr.write(f"bylint: {printable(line)}\n")
