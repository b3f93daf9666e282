"""The records of a paper in other sources, and which author of the one is which of the other."""

from collections.abc import Hashable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from bylint.corpus.corpus import Corpus, Twin
from bylint.corpus.people import bare_orcid
from bylint.model import Authorship, Paper
from bylint.names import difference, scripts, words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Pair = tuple[Authorship, Authorship]
_COMPARABLE = 2500
"""Pairs of names that are compared in two bylines; where more are left, the records are of other people."""
_OTHER_PEOPLE = frozenset({"", "other given names", "other further given names", "other surnames"})
"""What `difference` says of names that need not be one person's."""


class Counterpart(NamedTuple):
    """The same author in another record of the paper."""

    source: str
    """The file or folder of the source, as reports show it."""
    authorship: Authorship
    """As it stands there; an id of a person is that source's own."""


class Twins:
    """What other sources say of the papers: nothing where the run has no other source."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus, self._twins = corpus, corpus.twins

    def __iter__(self) -> Iterator[Paper]:
        """The papers that have twins, in the order of the corpus."""
        return (paper for paper, _ in self._twins.values())

    def of(self, paper: Paper) -> tuple[Twin, ...]:
        """The records of a paper in other sources, what is trusted most first."""
        held = self._twins.get(id(paper))
        return held[1] if held else ()

    def beside(self, authorship: Authorship) -> tuple[Counterpart, ...]:
        """The same author in the other records of the paper, what is trusted most first."""
        return self._corpus.derived(_counterparts).get(id(authorship), ()) if self._twins else ()

    def __bool__(self) -> bool:
        """Whether another source knows any of the papers."""
        return bool(self._twins)

    def with_affiliation(self, authorship: Authorship) -> Counterpart | None:
        """The same author where another source says where they work; None where the authorship says it itself."""
        known = () if authorship.affiliations else self.beside(authorship)
        return next((one for one in known if one.authorship.affiliations), None)

    def with_orcid(self, authorship: Authorship) -> Counterpart | None:
        """The same author where another source has an ORCID; None where the authorship has one."""
        known = () if authorship.orcid else self.beside(authorship)
        return next((one for one in known if one.authorship.orcid and bare_orcid(one.authorship.orcid)), None)


def _counterparts(corpus: Corpus) -> "Mapping[int, tuple[Counterpart, ...]]":
    """The counterparts of every authorship that has some, by its identity."""
    found: dict[int, tuple[Counterpart, ...]] = {}
    for paper, twins in corpus.twins.values():
        for source, twin in twins:
            for own, other in aligned(paper.authorships, twin.authorships):
                found[id(own)] = (*found.get(id(own), ()), Counterpart(source, other))
    return found


def aligned(byline: Sequence[Authorship], other: Sequence[Authorship]) -> list[Pair]:
    """Who of one byline of a paper is who of another, each once, in the order of the first.

    First come equal words, then names that could be one person's, each with the nearest in place; then, at one place,
    names that share a word, or that have no script in common.
    """
    left, right = list(byline), list(other)
    pairs = _taken(left, right, _in_common(left, right, lambda one: tuple(sorted(words(str(one.name))))))
    if 0 < len(left) * len(right) <= _COMPARABLE:
        pairs += _taken(left, right, ((one, two) for one in left for two in right if _could_be_one(one, two)))
    if left and right:
        in_place = _in_common(left, right, lambda one: one.position)
        pairs += _taken(left, right, (pair for pair in in_place if _look_alike(*pair)))
    return sorted(pairs, key=lambda pair: pair[0].position)


def _in_common(
    left: Sequence[Authorship], right: Sequence[Authorship], key: "Callable[[Authorship], Hashable]"
) -> Iterator[Pair]:
    """The pairs that have a key in common."""
    held: dict[Hashable, list[Authorship]] = {}
    for two in right:
        held.setdefault(key(two), []).append(two)
    return ((one, two) for one in left for two in held.get(key(one), ()))


def _taken(left: list[Authorship], right: list[Authorship], pairs: Iterator[Pair]) -> list[Pair]:
    """Of some pairs those that go together, the nearest in place first; they are taken out of both lists."""
    found: list[Pair] = []
    taken: set[int] = set()
    for one, two in sorted(pairs, key=lambda pair: (abs(pair[0].position - pair[1].position), pair[0].position)):
        if taken.isdisjoint((id(one), id(two))):
            taken.update((id(one), id(two)))
            found.append((one, two))
    left[:] = [one for one in left if id(one) not in taken]
    right[:] = [two for two in right if id(two) not in taken]
    return found


def _could_be_one(one: Authorship, two: Authorship) -> bool:
    return difference(one.name, two.name) not in _OTHER_PEOPLE


def _look_alike(one: Authorship, two: Authorship) -> bool:
    own, other = str(one.name), str(two.name)
    return not set(words(own)).isdisjoint(words(other)) or scripts(own).isdisjoint(scripts(other))
