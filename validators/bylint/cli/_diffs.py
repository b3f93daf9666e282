"""What becomes of files, printed as a diff."""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from bylint import diffs
from bylint.edits import Patch
from bylint.files import UnreadableError
from bylint.privacy import Withheld
from bylint.reporters._printable import printable
from bylint.writing import patched

_COLORS = {"-": "\x1b[31m", "+": "\x1b[32m", "@": "\x1b[36m"}


class Printed(NamedTuple):
    """What became of a diff."""

    changes: int
    """The stretches that change."""
    untold: int
    """Those of them that are not printed, because they would tell a withheld name."""
    failed: Mapping[str, str]
    """What is in the way, by file."""


def print_patches(
    root: Path, patches: Mapping[str, Patch], hidden: Withheld, *, is_quiet: bool, in_color: bool
) -> Printed:
    """Print what patches make of the files below `root`."""
    failed: dict[str, str] = {}
    changes = untold = 0
    for path, patch in sorted(patches.items()):
        try:
            before, after = patched(root / path, root, patch)
        except UnreadableError as error:
            failed[path] = str(error)
            continue
        lines = []
        for hunk in diffs.hunks(before, after):
            changes += 1
            if hidden.is_told_by(b"".join(line[1:] for line in hunk[1:]).decode(errors="replace")):
                untold += 1
            else:
                lines += hunk
        if lines and not is_quiet:
            _print([*diffs.head(path, is_new=not patch.digest), *lines], in_color=in_color)
    sys.stdout.flush()
    return Printed(changes, untold, failed)


def _print(lines: Sequence[bytes], *, in_color: bool) -> None:
    """The lines byte for byte, or on a terminal so that nothing in them acts."""
    if not in_color and not sys.stdout.isatty():
        sys.stdout.buffer.write(b"".join(lines))
        return
    shown = (printable(part) for line in lines for part in line.decode(errors="backslashreplace").splitlines())
    for line in shown:
        color = _COLORS.get(line[:1], "") if in_color else ""
        sys.stdout.write(f"{color}{line}\x1b[0m\n" if color else f"{line}\n")
