"""Letters behind the hyphens of names, and how often they are capitals."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from bylint import Authorship, Change, Evidence, Location, Name, Names
from bylint.names import PARTICLES, fold
from bylint_checks._wording import counted

_PART = re.compile(r"(?<=[^\W\d_])[-‐‑]([^\W\d_])[^\W\d_]+(?=(?P<hyphen>[-‐‑])?)")
_HYPHENS = frozenset("-‐‑")


class Letter(NamedTuple):
    """The first letter of a part behind a hyphen."""

    name: Name
    field: str
    position: int
    """From 0 in the text of the field."""

    @property
    def text(self) -> str:
        """The text of the field."""
        return getattr(self.name, self.field) or ""

    @property
    def capital(self) -> str:
        """The letter as a capital; itself where its script has none."""
        return self.text[self.position].title()

    @property
    def is_small(self) -> bool:
        """Whether it could be a capital and is none."""
        return self.text[self.position] != self.capital


class Count(NamedTuple):
    """How a name is written in the corpus, whatever its accents."""

    capitals: tuple[Authorship, ...]
    """Those with the capital, in the commonest spelling first."""
    others: tuple[Authorship, ...]
    """Those with a small letter."""

    def evidence(self) -> Evidence:
        """Where the capital is."""
        first, times = self.capitals[0], counted(len(self.capitals), "paper")
        said = f"with a capital it stands on {times}, as “{first.name}”"
        return Evidence(text=said, kind="counts", location=first.location, papers=(first.paper_id,))


def letters_of(name: Name) -> list[Letter]:
    """The letters behind the hyphens of a name, but for those of particles between two hyphens, and of initials."""
    if _HYPHENS.isdisjoint(name.last) and _HYPHENS.isdisjoint(name.first or ""):
        return []
    return [
        Letter(name, field, match.start(1))
        for field in ("first", "last")
        for match in _PART.finditer(getattr(name, field) or "")
        if not (match["hyphen"] and fold(match[0][1:]) in PARTICLES)
    ]


def count(letter: Letter, names: Names) -> Count:
    """How the corpus writes a letter of a name."""
    folded = fold(letter.text)
    same = [
        other
        for other in sorted(names.alike(letter.name), key=names.count, reverse=True)
        if len(text := getattr(other, letter.field) or "") == len(letter.text) and fold(text) == folded
    ]
    capitals = {other for other in same if getattr(other, letter.field)[letter.position] == letter.capital}
    held = [(other in capitals, authorship) for other in same for authorship in names.authorships(other)]
    return Count(
        tuple(authorship for is_capital, authorship in held if is_capital),
        tuple(authorship for is_capital, authorship in held if not is_capital),
    )


def with_capitals(letters: Iterable[Letter]) -> tuple[Change, ...]:
    """The changes that make capitals of some letters of one name."""
    texts: dict[str, tuple[str, str]] = {}
    for letter in letters:
        old, new = texts.get(letter.field, (letter.text, letter.text))
        texts[letter.field] = old, f"{new[: letter.position]}{letter.capital}{new[letter.position + 1 :]}"
    return tuple(Change(Location(field=field), old, new) for field, (old, new) in texts.items())
