"""What becomes of files, as a unified diff that `git apply` takes."""

import difflib
import os
import re
from collections.abc import Iterator, Sequence
from typing import TypeAlias

_CONTEXT = 3
_NO_LINE_END = b"\n\\ No newline at end of file\n"
_QUOTED = re.compile(rb'[\x00-\x1f"\\\x7f]')
_NAMED = {7: b"a", 8: b"b", 9: b"t", 10: b"n", 11: b"v", 12: b"f", 13: b"r", 34: b'"', 92: b"\\"}

Hunk: TypeAlias = list[bytes]
"""The lines of one stretch of changes, each as it is printed; the first one says where it is."""


def head(path: str, *, is_new: bool = False) -> list[bytes]:
    """The lines that name a file, by its path from the root; a new one is made by the diff."""
    return [b"--- /dev/null\n" if is_new else b"--- " + _name(f"a/{path}"), b"+++ " + _name(f"b/{path}")]


def hunks(before: bytes, after: bytes) -> Iterator[Hunk]:
    """The stretches in which two contents of a file differ, each with three lines around; a line feed ends a line."""
    old, new = _lines(before), _lines(after)
    for group in difflib.SequenceMatcher(None, old, new).get_grouped_opcodes(_CONTEXT):
        start, end = group[0], group[-1]
        hunk = [b"@@ -%s +%s @@\n" % (_range(start[1], end[2]), _range(start[3], end[4]))]
        for kind, old_start, old_end, new_start, new_end in group:
            if kind == "equal":
                hunk += _marked(b" ", old[old_start:old_end])
            else:
                hunk += _marked(b"-", old[old_start:old_end]) + _marked(b"+", new[new_start:new_end])
        yield hunk


def _lines(data: bytes) -> list[bytes]:
    *whole, rest = data.split(b"\n")
    return [line + b"\n" for line in whole] + ([rest] if rest else [])


def _range(start: int, end: int) -> bytes:
    length = end - start
    return b"%d" % (start + 1) if length == 1 else b"%d,%d" % (start + (length > 0), length)


def _marked(sign: bytes, lines: Sequence[bytes]) -> list[bytes]:
    return [sign + line if line.endswith(b"\n") else sign + line + _NO_LINE_END for line in lines]


def _name(path: str) -> bytes:
    """A path as git writes it: quoted where a sign in it would mislead, ended by a tab where it holds a space."""
    name = os.fsencode(path)
    if _QUOTED.search(name):
        return b'"' + _QUOTED.sub(_escape, name) + b'"\n'
    return name + (b"\t\n" if b" " in name else b"\n")


def _escape(match: re.Match[bytes]) -> bytes:
    code = match[0][0]
    return b"\\" + (_NAMED[code] if code in _NAMED else b"%03o" % code)
