"""Changes of a byline in words: each alone, all of one, and how many there are, for readers who get no names."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from bylint import Authorship, Location
from bylint_checks._byline_changes import Changes, Kept, gives_up_no_name
from bylint_checks._wording import barred, counted, joined

_TOLD = 3
"""So many changes of a kind are told one by one, more are counted."""


class Sentence(NamedTuple):
    """One change in words."""

    kind: str
    who: str
    what: str
    place: Location | None
    """None for somebody who is gone."""
    is_open: bool
    """Whether it tells no name that may have been given up."""

    @property
    def text(self) -> str:
        """The whole sentence."""
        return f"{self.who} {self.what}"


_COUNTED = {
    "added": ("is new", "are new"),
    "removed": ("is gone", "are gone"),
    "replaced": ("is in the place of another", "are in the place of others"),
    "renamed": ("has another name", "have other names"),
    "reassigned": ("has another id", "have other ids"),
    "moved": ("is in another place", "are in other places"),
}
"""Every kind of change, in the order in which they are told."""


def sentences(changes: Changes) -> list[Sentence]:
    """Every change of a byline."""
    return [
        *(Sentence("added", f"“{one.name}”", "is new", one.location, is_open=True) for one in changes.added),
        *(Sentence("removed", f"“{one.name}”", "is gone", None, is_open=False) for one in changes.removed),
        *map(_replaced, changes.replaced),
        *map(_renamed, changes.renamed),
        *map(_reassigned, changes.reassigned),
        *map(_moved, changes.moved),
    ]


def _replaced(pair: Kept) -> Sentence:
    what = f"is in the place of “{pair.was.name}”"
    return Sentence("replaced", f"“{pair.now.name}”", what, pair.now.location, is_open=False)


def _renamed(pair: Kept) -> Sentence:
    was, now = str(pair.was.name), str(pair.now.name)
    if was == now:  # the boundary between first and last name has moved
        was, now = barred(pair.was.name), barred(pair.now.name)
    return Sentence("renamed", f"“{was}”", f"is now “{now}”", pair.now.location, is_open=gives_up_no_name(pair))


def _reassigned(pair: Kept) -> Sentence:
    was, now, who = pair.was.person_id or "", pair.now.person_id or "", f"“{pair.now.name}”"
    if was == now:
        what = f"has another ORCID, {pair.now.orcid}"
        return Sentence("reassigned", who, what, pair.now.at("orcid"), is_open=True)
    what = f"has the id “{now}”" if now else f"has no longer the id “{was}”"
    what += f", not “{was}”" if was and now else ""
    return Sentence("reassigned", who, what, pair.now.at("id"), is_open=not was)


def _moved(pair: Kept) -> Sentence:
    was, now = pair.was.position, pair.now.position
    what = f"is {pair.now.role} {now}, not {was}" if was != now else "is in another place"
    return Sentence("moved", f"“{pair.now.name}”", what, pair.now.location, is_open=True)


def summary(told: Sequence[Sentence], role: str) -> str:
    """All changes in one line: those of a kind by their names where they are few."""
    return ", ".join(text for kind in _COUNTED for text in _of_kind([one for one in told if one.kind == kind], role))


def _of_kind(told: Sequence[Sentence], role: str) -> Iterator[str]:
    if len(told) > _TOLD:
        yield _count(told[0].kind, len(told), role)
    elif len(told) > 1 and len({one.what for one in told}) == 1:
        yield f"{joined(one.who for one in told)} {_COUNTED[told[0].kind][1]}"
    else:
        yield from (one.text for one in told)


def nameless(told: Iterable[Sentence], role: str) -> str:
    """All changes in one line, without any name."""
    kinds = [one.kind for one in told]
    return ", ".join(_count(kind, kinds.count(kind), role) for kind in _COUNTED if kind in kinds)


def _count(kind: str, number: int, role: str) -> str:
    one, many = _COUNTED[kind]
    return f"{counted(number, role)} {one if number == 1 else many}"


def concerned(changes: Changes) -> tuple[Authorship, ...]:
    """Everybody who stands in the byline today and did not, or not so."""
    pairs = (*changes.replaced, *changes.renamed, *changes.reassigned, *changes.moved)
    found = {one.position: one for one in (*changes.added, *(pair.now for pair in pairs))}
    return tuple(found[position] for position in sorted(found))
