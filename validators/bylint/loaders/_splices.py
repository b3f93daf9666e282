"""Another text for a value of a file, so that of what is written only that changes which must."""

from collections.abc import Sequence
from typing import NamedTuple


class Sign(NamedTuple):
    """One character that a file means, and the stretch of its text that writes it."""

    meant: str
    start: int
    end: int


class Splice(NamedTuple):
    """Another text for a stretch of a file's text."""

    start: int
    end: int
    new: str


def meant(signs: Sequence[Sign]) -> str:
    """The text that signs write."""
    return "".join(sign.meant for sign in signs)


def spliced(signs: Sequence[Sign], new: str, at: int) -> Splice:
    """What makes signs mean `new`, not escaped yet; those that stay the same at both ends are left as written.

    `at` is where a value stands that has no sign.
    """
    before, shorter = 0, min(len(signs), len(new))
    while before < shorter and signs[before].meant == new[before]:
        before += 1
    after = 0
    while after < shorter - before and signs[-1 - after].meant == new[-1 - after]:
        after += 1
    left, stays = signs[before : len(signs) - after], new[before : len(new) - after]
    if left:
        return Splice(left[0].start, left[-1].end, stays)
    point = signs[before - 1].end if before else signs[0].start if signs else at
    return Splice(point, point, stays)
