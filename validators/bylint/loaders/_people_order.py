"""Whether the entries of a people database stand in the order of their ids, and where a new one belongs."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

_KEPT_SORTED = 0.75
"""From this share of entries in order on, a file is one that is kept sorted; in a shuffled one fewer are, unless it
has a handful of entries."""


class Stray(NamedTuple):
    """The first entry that is out of order."""

    id: str
    belongs: str
    """Where it should stand, in words."""
    strays: int
    """How many entries are out of order, itself among them."""


def first_stray(ids: Sequence[str]) -> Stray | None:
    """The first id that is out of order; None where all are in order, and in a file that nobody keeps sorted.

    The order is that of code points, in which the Anthology's own tools write the file. As few entries as possible
    count as out of order, so that one that slipped far up does not blame all that follow it.

    >>> first_stray(["a", "z", "b", "c", "d"])
    Stray(id='z', belongs='after “d”', strays=1)
    """
    kept = _longest_in_order(ids)
    if len(kept) == len(ids) or len(kept) < _KEPT_SORTED * len(ids):
        return None
    in_order = set(kept)
    first = next(ids[number] for number in range(len(ids)) if number not in in_order)
    below = bisect_right(kept, first, key=ids.__getitem__)
    belongs = f"after “{ids[kept[below - 1]]}”" if below else f"before “{ids[kept[0]]}”"
    return Stray(first, belongs, len(ids) - len(kept))


class Order:
    """The order of the entries of a file, by what they are sorted by."""

    def __init__(self, keys: Sequence[str]) -> None:
        self._keys = keys
        self._kept = _longest_in_order(keys)

    def position(self, new: str) -> int:
        """How many entries come before a new one: in a file that is kept sorted those in order, in another one all.

        >>> Order(["a", "d", "b", "c"]).position("bb"), Order(["d", "a", "c", "b"]).position("bb")
        (3, 4)
        """
        if len(self._kept) < _KEPT_SORTED * len(self._keys):
            return len(self._keys)
        below = bisect_right(self._kept, new, key=self._keys.__getitem__)
        return self._kept[below - 1] + 1 if below else self._kept[0] if self._kept else 0


def _longest_in_order(ids: Sequence[str]) -> list[int]:
    """Where the longest run of ids that never fall stands, found as in patience sorting."""
    tops: list[str] = []
    top_at: list[int] = []
    before: list[int] = []
    for number, text in enumerate(ids):
        pile = bisect_right(tops, text)
        tops[pile : pile + 1] = [text]
        top_at[pile : pile + 1] = [number]
        before.append(top_at[pile - 1] if pile else -1)
    kept: list[int] = []
    number = top_at[-1] if top_at else -1
    while number >= 0:
        kept.append(number)
        number = before[number]
    return kept[::-1]
