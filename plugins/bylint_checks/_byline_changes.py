"""What became of a byline: who is new, who is gone, who is called otherwise, who stands elsewhere."""

import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import NamedTuple

from bylint import Authorship, Name
from bylint.names import difference, words
from bylint_checks._identifiers import orcid_of

Byline = Sequence[Authorship]


class Kept(NamedTuple):
    """One place of a byline, as it was and as it is."""

    was: Authorship
    now: Authorship


class Changes(NamedTuple):
    """What became of a byline, in its order."""

    added: tuple[Authorship, ...] = ()
    removed: tuple[Authorship, ...] = ()
    replaced: tuple[Kept, ...] = ()
    """In the same place, under a name that could not be the same person's."""
    renamed: tuple[Kept, ...] = ()
    reassigned: tuple[Kept, ...] = ()
    """With another id, or another ORCID."""
    moved: tuple[Kept, ...] = ()
    """Out of the order of the others; as few as explain it."""
    keeps_nobody: bool = False
    """Whether there were authors and there are authors, and not one of them stayed."""


_MOST = 100
"""Where more people are new or gone, names are not compared one by one."""
_OF_FAMILIES = frozenset({"other given names", "other surnames", "two words in common", "one has no given name"})
"""Differences that two people of one family or one given name have as well: they must stand in the same place."""


def changes(was: Byline, now: Byline) -> Changes:
    """What became of a byline."""
    if [(one.name, one.person_id, one.orcid) for one in was] == [(one.name, one.person_id, one.orcid) for one in now]:
        return Changes()
    kept, gone, new = _by_key(was, now)
    if len(gone) <= _MOST and len(new) <= _MOST:
        kept += _in_place(kept, gone, new)
        kept += _elsewhere(gone, new)
    kept.sort(key=lambda pair: pair.now.position)
    replaced = [pair for pair in kept if not _could_be_one(pair)]
    others = [pair for pair in kept if _could_be_one(pair)]
    return Changes(
        added=tuple(new),
        removed=tuple(gone),
        replaced=tuple(replaced),
        renamed=tuple(pair for pair in others if is_renamed(pair)),
        reassigned=tuple(pair for pair in others if _is_reassigned(pair)),
        moved=_moved(kept),
        keeps_nobody=bool(was) and bool(now) and not others,
    )


def gives_up_no_name(pair: Kept) -> bool:
    """Whether everything that was written of the old name is written in the new one, too: no name may be given up."""
    old, new = words(str(pair.was.name)), words(str(pair.now.name))
    initials = {word[0] for word in new}
    still_there = all(word in new or (len(word) == 1 and word in initials) for word in old)
    return still_there or "".join(old) == "".join(new)


def is_renamed(pair: Kept) -> bool:
    """Whether a reader sees another name."""
    return _seen(pair.was.name) != _seen(pair.now.name)


def _seen(name: Name) -> tuple[str, ...]:
    """A name without what nobody sees: how many spaces there are, and how an accent is put on its letter."""
    return tuple(" ".join(unicodedata.normalize("NFC", part or "").split()) for part in name)


def _ids(one: Authorship) -> tuple[str, str]:
    return one.person_id or "", orcid_of(one) or ""


_KEYS: tuple[Callable[[Authorship], Hashable], ...] = (
    lambda one: (one.name, _ids(one)),
    lambda one: (one.name, _ids(one)[0]),
    lambda one: one.name,
    lambda one: _ids(one)[0] or None,
    lambda one: _ids(one)[1] or None,
    lambda one: tuple(sorted(words(str(one.name)))) or None,
)
"""By what an author is known again, the surest first; None says nothing."""


def _by_key(was: Byline, now: Byline) -> tuple[list[Kept], list[Authorship], list[Authorship]]:
    """Those who are known again, and those who are left of both bylines."""
    kept: list[Kept] = []
    gone, new = list(was), list(now)
    for key in _KEYS:
        if not gone or not new:
            break
        waiting: dict[Hashable, list[Authorship]] = {}
        for one in gone:
            waiting.setdefault(key(one), []).append(one)
        waiting.pop(None, None)
        found = []
        for one in new:
            candidates = waiting.get(key(one))
            if candidates:
                old = _nearest(one, candidates, len(was) - len(now))
                candidates.remove(old)
                found.append(Kept(old, one))
        kept += found
        gone, new = _without(gone, (pair.was for pair in found)), _without(new, (pair.now for pair in found))
    return kept, gone, new


def _nearest(one: Authorship, candidates: Byline, shorter: int) -> Authorship:
    """Of several who are alike, the one in the same place, from the beginning or from the end; else the first."""
    if 1 < len(candidates) <= _MOST:
        for position in (one.position, one.position + shorter):
            for old in candidates:
                if old.position == position:
                    return old
    return candidates[0]


def _without(byline: Byline, taken: Iterable[Authorship]) -> list[Authorship]:
    positions = {one.position for one in taken}
    return [one for one in byline if one.position not in positions]


def _in_place(kept: Sequence[Kept], gone: list[Authorship], new: list[Authorship]) -> list[Kept]:
    """Those who stand between the same neighbours, taken out of `gone` and `new`."""
    if not gone or not new:
        return []
    before = _gaps(gone, {pair.was.position: pair.was.position for pair in kept})
    after = _gaps(new, {pair.now.position: pair.was.position for pair in kept})
    found: list[Kept] = []
    for gap, olds in before.items():
        ones = after.get(gap, [])
        for old in list(olds):
            other = next((one for one in ones if _are_near(old.name, one.name)), None)
            if other is not None:
                olds.remove(old)
                ones.remove(other)
                found.append(Kept(old, other))
        if len(olds) == len(ones) == 1:
            found.append(Kept(olds[0], ones[0]))
    for pair in found:
        gone.remove(pair.was)
        new.remove(pair.now)
    return found


def _gaps(left: Byline, kept: dict[int, int]) -> dict[int, list[Authorship]]:
    """Those who are left, by the old position of whoever is known again before them; 0 for nobody."""
    found: dict[int, list[Authorship]] = {}
    positions = sorted(kept)
    for one in left:
        at = bisect_left(positions, one.position)
        found.setdefault(kept[positions[at - 1]] if at else 0, []).append(one)
    return found


def _elsewhere(gone: list[Authorship], new: list[Authorship]) -> list[Kept]:
    """Those who stand elsewhere under a name that is written only a little otherwise, taken out of `gone` and `new`."""
    found = []
    for old in tuple(gone):
        one = next((one for one in new if difference(old.name, one.name) not in _OF_FAMILIES | {""}), None)
        if one is not None:
            gone.remove(old)
            new.remove(one)
            found.append(Kept(old, one))
    return found


def _are_near(left: Name, right: Name) -> bool:
    """Whether two names in one place could be one person's: by how they differ, or by a word that is in both."""
    shared = set(words(str(left))) & set(words(str(right)))
    return any(len(word) > 1 for word in shared) or bool(difference(left, right))


def _could_be_one(pair: Kept) -> bool:
    same_id = any(was and was == now for was, now in zip(_ids(pair.was), _ids(pair.now), strict=True))
    return same_id or pair.was.name == pair.now.name or _are_near(pair.was.name, pair.now.name)


def _is_reassigned(pair: Kept) -> bool:
    (old_id, old_orcid), (new_id, new_orcid) = _ids(pair.was), _ids(pair.now)
    return old_id != new_id or bool(old_orcid and new_orcid and old_orcid != new_orcid)


def _moved(kept: Sequence[Kept]) -> tuple[Kept, ...]:
    """Those who are out of the order in which they stood: as few as explain it, in the order of today."""
    before = sorted(pair.was.position for pair in kept)
    displaced = [pair for pair, position in zip(kept, before, strict=True) if pair.was.position != position]
    if not displaced:
        return ()
    ends: list[int] = []  # of the increasing runs of each length, the one that ends lowest
    lengths = []
    for pair in kept:
        at = bisect_left(ends, pair.was.position)
        ends[at : at + 1] = [pair.was.position]
        lengths.append(at + 1)
    longest, moved = len(ends), []
    for pair, length in zip(reversed(kept), reversed(lengths), strict=True):
        if length == longest:
            longest -= 1
        else:
            moved.append(pair)
    return tuple(displaced if len(displaced) <= len(moved) else reversed(moved))
