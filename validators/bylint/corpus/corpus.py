"""All papers of a run and the ways across them."""

import copy
import itertools
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from bylint.corpus.blocks import name_pairs
from bylint.corpus.collector import collector_at_rest
from bylint.corpus.people import People
from bylint.model import Authorship, Name, Page, PagePair, Paper, Person, Venue, Volume

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bylint.disambiguation.model import Model


Derived = TypeVar("Derived")


class Twin(NamedTuple):
    """What another source has of a paper."""

    source: str
    """The file or folder of the source, as reports show it."""
    paper: Paper
    """The record there; its ids of people are that source's own."""


class _Leaf(NamedTuple):
    """A page while it is filled."""

    number: int
    person: Person | None
    authorships: list[Authorship]
    papers: list[Paper]


class Corpus:
    """All papers of a run, the people the repository knows, and what follows from both.

    `papers` holds the front matter of volumes too. Everything is in the order of the files by path, then of the
    records in them. What is derived is derived once, when it is first asked for.
    """

    def __init__(  # noqa: PLR0913 - what is read, and how it is to be taken
        self,
        papers: Iterable[Paper] = (),
        people: Iterable[Person] = (),
        venues: Iterable[Venue] = (),
        *,
        use_ids: bool = True,
        model: "Model | None" = None,
        before: Iterable[Paper] | None = None,
        knows_people: bool = True,
        knows: "Mapping[str, frozenset[str]]" = MappingProxyType({}),
    ) -> None:
        self.papers = tuple(papers)
        self.people = People(people)
        self.venues = tuple(venues)
        """The venues that the repository knows; nothing where it lists none."""
        self.use_ids = use_ids
        """False: explicit ids and ORCIDs decide nothing."""
        self.model = model
        """The fitted numbers by which people are told apart; None for those that are shipped."""
        self.before: tuple[Paper, ...] | None = None if before is None else tuple(before)
        """The papers as they were at a base revision; None where the run has none."""
        self.knows_people = knows_people
        """False where the repository may have a people database that was not read."""
        self.knows = knows
        """The PARTS that the format of a file can have, by path; without the files whose format can have them all."""
        self.twins: Mapping[int, tuple[Paper, tuple[Twin, ...]]] = MappingProxyType({})
        """The papers that other sources know as well, with their records there; by the identity of the paper.

        These records are no papers of the corpus, and stand on none of its pages.
        """
        self._derived: dict[object, Any] = {}

    def since(self, before: Iterable[Paper]) -> "Corpus":
        """The same records, with the papers as they were at a base revision."""
        other = copy.copy(self)
        other.before = tuple(before)
        return other

    def with_twins(self, twins: Iterable[tuple[Paper, Sequence[Twin]]]) -> "Corpus":
        """The same records, with those that other sources have of some of the papers, in the order of the papers."""
        other = copy.copy(self)
        other.twins = MappingProxyType({id(paper): (paper, tuple(held)) for paper, held in twins})
        other._derived = {}  # noqa: SLF001 - its own: what was derived before knows nothing of them
        return other

    @property
    def authorships(self) -> Iterator[Authorship]:
        """Every authorship: the bylines of every paper in turn."""
        for paper in self.papers:
            yield from paper.authorships
            yield from paper.editors

    @cached_property
    @collector_at_rest()
    def names(self) -> "Mapping[Name, tuple[Authorship, ...]]":
        """The authorships of every distinct name, names in the order of their first use."""
        found: dict[Name, list[Authorship]] = {}
        for paper in self.papers:
            for authorship in itertools.chain(paper.authorships, paper.editors) if paper.editors else paper.authorships:
                found.setdefault(authorship.name, []).append(authorship)
        return MappingProxyType({name: tuple(authorships) for name, authorships in found.items()})

    @cached_property
    def volumes(self) -> tuple[Volume, ...]:
        """The volumes that the papers name, in the order of their first paper."""
        papers: dict[str, list[Paper]] = {}
        front: dict[str, Paper] = {}
        for paper in self.papers:
            if paper.volume_id is None:
                continue
            held = papers.setdefault(paper.volume_id, [])
            if paper.is_front_matter:
                front.setdefault(paper.volume_id, paper)
            else:
                held.append(paper)
        return tuple(Volume(volume, tuple(held), front.get(volume)) for volume, held in papers.items())

    @property
    def pages(self) -> "Mapping[str, Page]":
        """Every page by its id, in the order of their first authorship."""
        return self._paged[0]

    @property
    def page_numbers(self) -> Sequence[int]:
        """For every authorship, in the order of `authorships`, which of the pages it is on, from 0."""
        return self._paged[1]

    @cached_property
    @collector_at_rest()
    def _paged(self) -> "tuple[Mapping[str, Page], array[int]]":
        held: dict[str, _Leaf] = {}
        plain: dict[Name, _Leaf] = {}  # most authorships are a name and nothing else
        numbers = array("i")
        for paper in self.papers:
            for authorship in itertools.chain(paper.authorships, paper.editors):
                is_plain = not (authorship.person_id or authorship.orcid)
                leaf = plain.get(authorship.name) if is_plain else None
                if leaf is None:
                    page_id, person, _ = self.people.resolve(authorship, use_ids=self.use_ids)
                    leaf = held.get(page_id)
                    if leaf is None:
                        leaf = held[page_id] = _Leaf(len(held), person, [], [])
                    if is_plain:
                        plain[authorship.name] = leaf
                numbers.append(leaf.number)
                leaf.authorships.append(authorship)
                leaf.papers.append(paper)
        pages = {
            page_id: Page(page_id, leaf.person, tuple(leaf.authorships), tuple(leaf.papers))
            for page_id, leaf in held.items()
        }
        return MappingProxyType(pages), numbers

    def derived(self, kind: "Callable[[Corpus], Derived]") -> "Derived":
        """What a class makes of this corpus, made once."""
        if kind not in self._derived:
            self._derived[kind] = kind(self)
        made: Derived = self._derived[kind]
        return made

    def page_pairs(self) -> Iterator[PagePair]:
        """The pairs of pages that a block holds together, each once, ids in order."""
        names = {page_id: page.names for page_id, page in self.pages.items()}
        for left, right in name_pairs(names):
            yield PagePair(self.pages[left], self.pages[right])
