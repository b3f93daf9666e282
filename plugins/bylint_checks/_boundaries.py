"""Where the names of a corpus have the boundary between first and last name, and where it should be."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from bylint import Corpus, Name, Names
from bylint.names import GENERATIONS, PARTICLES, fold, words
from bylint_checks._same_letters import SameLetters, accents
from bylint_checks._traditions import is_burmese, is_icelandic, is_surname_of_east_asia, is_vietnamese
from bylint_checks._uses import Uses, uses_of

_CLEARLY_MORE = 2
"""A boundary that is this many times as frequent is the usual one, unless its words are used otherwise elsewhere."""
_FAR_MORE = 4
"""One that is this many times as frequent is so whatever its words are elsewhere."""
_BORNE_ALONE = 3
"""A surname that so many other names have without a particle needs none."""
_ALSO_NAMES = frozenset({"am", "an", "da", "das", "do", "in", "la", "li", "lo", "na", "op", "ul", "ur"})
"""Particles that are given names or surnames themselves, or link the parts of a given name."""
_PARTICLES = frozenset(particle for particle in PARTICLES - _ALSO_NAMES if len(particle) > 1)
_BEFORE_RARE_NAMES = (_PARTICLES | {"da", "do", "la", "lo"}) - {"al", "bin", "bint", "binti", "ibn"}
"""Particles that belong to a surname which hardly anybody has alone."""
_ABBREVIATED = frozenset({"md", "mohd", "muhd"})
"""Mohammed, which is no given name without another."""
_INITIAL = re.compile(r"(?:[^\W\d_]\.\s*)+\S|[A-Z]{1,3}\.?(?:\s|$)")
"""At the beginning of a last name."""


class Boundaries:
    """The names of a corpus that have the same words, by the number of those in the first name."""

    def __init__(self, parts: tuple[str, ...], at: dict[int, list[Name]], names: Names, uses: Uses) -> None:
        self.at = at
        self.counts = {boundary: sum(map(names.count, those)) for boundary, those in at.items()}
        """How many authorships have each boundary."""
        self._parts = parts
        self._uses = uses

    @cached_property
    def usual(self) -> dict[int, int]:
        """Where the boundaries should be instead that are not right; what nobody can say is left out.

        What has been moved counts for the place it came to, so that nothing is left to move after that.
        """
        moved: dict[int, int] = {}
        counts = dict(self.counts)
        for find in (self._before_particles, self._more_frequent):
            is_done = False
            while not is_done:
                found = {boundary: best for boundary in counts if (best := find(boundary, counts))}
                is_done = not found
                for boundary, best in found.items():
                    counts[best] += counts.pop(boundary)
                    moved[boundary] = best
        return {boundary: self._end(boundary, moved) for boundary in moved}

    @staticmethod
    def _end(boundary: int, moved: dict[int, int]) -> int:
        while boundary in moved:
            boundary = moved[boundary]
        return boundary

    def _before_particles(self, boundary: int, counts: dict[int, int]) -> int | None:
        """The boundary without the particles that were left in the first name, if another record has it."""
        start = boundary
        while start > 1 and self._parts[start - 1] in _PARTICLES:
            start -= 1
        is_known = start < boundary and start in counts
        return start if is_known and not _is_eastern(self._parts[:start] + self._parts[boundary:]) else None

    def _more_frequent(self, boundary: int, counts: dict[int, int]) -> int | None:
        """The place where most other records have the boundary, if these are many enough."""
        best = max(counts, key=lambda other: (counts[other], -other))
        ratio = counts[best] / counts[boundary]
        if best == boundary or ratio < _CLEARLY_MORE or _is_eastern(self._parts):
            return None
        before = self._parts[best - 1]
        if (best > 1 and before in _PARTICLES) or (best == 1 and before in _ABBREVIATED):
            return None
        if _INITIAL.match(self.at[best][0].last):
            return None
        if best > boundary:
            is_used = ratio >= _FAR_MORE or self._use_as_given(boundary, best) > 0
        else:
            is_used = ratio >= _FAR_MORE or self._use_as_given(best, boundary) <= 0
        return best if is_used else None

    def _use_as_given(self, start: int, end: int) -> int:
        """How many other names more have some words in the first than in the last name."""
        moved = self._parts[start:end]
        own = [words(name.first or "") for those in self.at.values() for name in those]
        own_last = [words(name.last) for those in self.at.values() for name in those]
        as_first = sum(self._uses.first_words[word] - sum(word in given for given in own) for word in moved)
        return as_first - sum(self._uses.last_words[word] - sum(word in last for last in own_last) for word in moved)


def contested(corpus: Corpus, names: Names) -> Iterator[Boundaries]:
    """Every name of a corpus that stands there with two boundaries and more."""
    for group in corpus.derived(SameLetters).groups:
        by_words: dict[tuple[str, ...], dict[int, list[Name]]] = {}
        for name in group:
            first, last = words(name.first or ""), words(name.last)
            if first and last and not GENERATIONS.issuperset(last):
                by_words.setdefault(first + last, {}).setdefault(len(first), []).append(name)
        for parts, at in by_words.items():
            if len(at) > 1 and not is_icelandic(parts):
                yield Boundaries(parts, at, names, uses_of(names))


def without_particles(name: Name, uses: Uses) -> tuple[Name, int] | None:
    """A name whose first name ends with particles of the surname, with these before it; None for every other one.

    The number says how many other names have them together.
    """
    given = (name.first or "").split()
    start = len(given)
    while start > 1 and fold(given[start - 1]) in _BEFORE_RARE_NAMES | _PARTICLES:
        start -= 1
    particles, surname = words(" ".join(given[start:])), words(name.last)
    if not (particles and surname) or _is_eastern(words(" ".join(given[:start])) + surname):
        return None
    together, alone = uses.surnames[particles + surname], uses.surnames[surname] - 1
    is_rare = (
        alone < _BORNE_ALONE and _BEFORE_RARE_NAMES.issuperset(particles) and not is_surname_of_east_asia(surname[0])
    )
    is_particle = given[start].islower() and particles[0] in _PARTICLES
    if not (is_particle or is_rare or together > alone):
        return None
    return Name(" ".join(given[:start]), " ".join((*given[start:], name.last))), together


def moved(name: Name, usual: Sequence[Name], names: Names) -> Name:
    """A name with the boundary of others, as these are mostly written, but with no accent less than it has."""
    most = max(usual, key=names.count)
    count, parts = len(words(most.first or "")), str(name).split()
    if accents(most) >= accents(name):
        return most
    own = (Name(" ".join(parts[:end]), " ".join(parts[end:])) for end in range(1, len(parts)))
    return next((one for one in own if len(words(one.first or "")) == count), most)


def _is_eastern(parts: tuple[str, ...]) -> bool:
    return is_vietnamese(parts) or is_burmese(parts)
