"""Names that stand in both orders in a corpus, and which of the two is the odd one."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import NamedTuple

from bylint import Authorship, Corpus, Name, Names
from bylint.names import fold
from bylint_checks._uses import Uses, uses_of

_CLEARLY_MORE = 3
"""An order that is this many times as frequent is the usual one, whatever its words are elsewhere."""
_CLEAR_ODDS = 9
_ENOUGH_NAMES = 10
"""Below this many other names the use of a word is chance."""

Byline = tuple[Authorship, ...]


class Pair(NamedTuple):
    """Two orders of the same parts, both in the corpus."""

    odd: Name
    usual: Name


def either_way(name: Name) -> frozenset[str]:
    """What a name and its reverse have in common."""
    return frozenset((fold(name.first or ""), fold(name.last)))


class Odds:
    """How much the use of words in other names speaks for either order."""

    def __init__(self, uses: Uses) -> None:
        self._uses = uses

    def as_first(self, text: str | None) -> int:
        """The names that have it as first name, one left out: that of the pair which is asked about."""
        return max(self._uses.first[fold(text or "")] - 1, 0)

    def as_last(self, text: str | None) -> int:
        """The names that have it as last name, one left out."""
        return max(self._uses.last[fold(text or "")] - 1, 0)

    def odds_against(self, name: Name) -> float:
        """How much more the parts of a name are used the other way round elsewhere than as they are used in it."""
        first, last = name
        swapped = (self.as_last(first) + 0.1) * (self.as_first(last) + 0.1)
        straight = (self.as_first(first) + 0.1) * (self.as_last(last) + 0.1)
        return swapped / straight

    def speak_against(self, name: Name) -> bool:
        """Whether so many names use its parts the other way round that this is no chance."""
        enough = self.as_last(name.first) + self.as_first(name.last) >= _ENOUGH_NAMES
        return enough and self.odds_against(name) > _CLEAR_ODDS


class Orders:
    """The names of a corpus that stand there in both orders."""

    def __init__(self, corpus: Corpus, names: Names) -> None:
        self._corpus = corpus
        self._names = names

    @cached_property
    def odds(self) -> Odds:
        """What the parts of all names are used as."""
        return Odds(uses_of(self._names))

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """Each pair once, in the order of its first name in the corpus."""
        found: list[Pair] = []
        seen: set[Name] = set()
        for name in self._names:
            first, last = name
            if first and last and first != last:
                reverse = Name(last, first)
                if reverse in seen:
                    found.append(self._pair(reverse, name))
                elif reverse in self._names:
                    seen.add(name)
        return tuple(found)

    def _pair(self, earlier: Name, later: Name) -> Pair:
        """The odd order is the rarer one; where neither is clearly rarer, the one that its words speak against."""
        counts = self._names.count(earlier), self._names.count(later)
        if max(counts) < _CLEARLY_MORE * min(counts):
            if self.odds.speak_against(later):
                return Pair(later, earlier)
            if self.odds.speak_against(earlier):
                return Pair(earlier, later)
        if counts[0] == counts[1]:
            is_earlier_odd = self.odds.odds_against(earlier) > self.odds.odds_against(later)
        else:
            is_earlier_odd = counts[0] < counts[1]
        return Pair(earlier, later) if is_earlier_odd else Pair(later, earlier)

    @cached_property
    def odd(self) -> frozenset[Name]:
        """The odd name of every pair."""
        return frozenset(pair.odd for pair in self.pairs)

    @cached_property
    def bylines(self) -> Mapping[Name, list[Byline]]:
        """The bylines that each name of a pair stands in."""
        found: dict[Name, list[Byline]] = {name: [] for pair in self.pairs for name in pair}
        papers = {authorship.paper_id for name in found for authorship in self._names.authorships(name)}
        for paper in self._corpus.papers:
            if paper.id in papers:
                for byline in paper.bylines:
                    for name in found.keys() & {authorship.name for authorship in byline}:
                        found[name].append(byline)
        return found

    def share_of_odd(self, names: Iterable[Name]) -> tuple[int, int]:
        """Of some names, how many stand in the odd order, and of how many the corpus knows the usual one."""
        odd = known = 0
        for name in names:
            odd += name in self.odd
            known += name in self.odd or self._names.count(name) > 1
        return odd, known
