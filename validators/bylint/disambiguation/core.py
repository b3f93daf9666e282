"""What every judgement over one corpus reads, each made when it is first asked for."""

from collections.abc import Sequence
from functools import cached_property

import numpy
from numpy.typing import NDArray

from bylint.corpus.corpus import Corpus
from bylint.disambiguation import pairs
from bylint.disambiguation.divided import Divided
from bylint.disambiguation.index import Index
from bylint.disambiguation.model import Model, shipped
from bylint.disambiguation.namesets import NameSet, name_set
from bylint.disambiguation.page_pairs import PagePairs
from bylint.disambiguation.pairs import Matrices, PairEvidence, across
from bylint.disambiguation.partitions import Partitions
from bylint.disambiguation.rivals import Rivals
from bylint.disambiguation.rows import Numbers
from bylint.disambiguation.sentences import Closeness, Sentences
from bylint.finding import Evidence
from bylint.model import Authorship, Name, Page, Paper


class Core:
    """What `Disambiguation` answers from; apart from it because it needs numpy, which takes a tenth of a second."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self.model: Model = corpus.model or shipped()
        self._last_weighed: tuple[NameSet, Matrices, NDArray[numpy.float32]] | None = None

    def prepare(self, *, pages: bool) -> None:
        """Make the lists and counts that every judgement reads, and judge most of the pages."""
        index, evidence = self.index, self.evidence
        _ = index.expected, index.weight, index.neighbours, index.coauthors, index.forms
        _ = evidence.terms, evidence.places.seen, evidence.venue_rows, evidence.has_abstract
        if pages:
            self.divided.judge_most()

    def expected(self, name: Name) -> float:
        """How many other people of that very name the corpus should hold: below .05 is rare, from .3 on common."""
        return self.index.expected_of_name.get(name, 0.0)

    @cached_property
    def index(self) -> Index:
        """Papers and people as numbers."""
        return Index(self.corpus)

    @cached_property
    def evidence(self) -> PairEvidence:
        """What stands between papers."""
        return PairEvidence(self.index)

    @cached_property
    def partitions(self) -> Partitions:
        """Splits units by the model."""
        return Partitions(self.evidence, self.model)

    @cached_property
    def divided(self) -> Divided:
        """The people behind pages and names."""
        return Divided(self)

    @cached_property
    def page_pairs(self) -> PagePairs:
        """Two pages that could be one person."""
        return PagePairs(self)

    @cached_property
    def rivals(self) -> Rivals:
        """Authorships that point to another namesake."""
        return Rivals(self)

    def held(self, page: Page) -> NameSet:
        """A page, ready to be judged."""
        owners = frozenset({self.index.page_number[page.id]})
        return name_set(self.corpus, self.index, page.authorships, page.papers, owners)

    def held_of(self, authorships: Sequence[Authorship]) -> NameSet:
        """Any authorships of the corpus, ready to be judged."""
        papers = self._paper_of
        return name_set(self.corpus, self.index, authorships, [papers[id(item)] for item in authorships])

    @cached_property
    def _paper_of(self) -> dict[int, Paper]:
        """The paper of every authorship, by identity."""
        return {id(item): paper for paper in self.corpus.papers for item in (*paper.authorships, *paper.editors)}

    def sentences(self, held: NameSet, group: Numbers, rest: Numbers, sign: int) -> tuple[Evidence, ...]:
        """What stands between two groups of places; `sign` 1 for weights that speak for one person, -1 for two.

        The weights are those of the pairs across, on average; what is usual among the model's examples weighs nothing.
        """
        between = across(*self._weighed(held), group, rest)
        nats = self.model.pair.by_kind(pairs.KINDS, between.features)
        closeness = Closeness(between.knows_places, nats)
        return Sentences(self.evidence, held).between(group, rest, closeness, sign)

    def _weighed(self, held: NameSet) -> tuple[Matrices, NDArray[numpy.float32]]:
        """The evidence among authorships and its features; the last is kept, since a dossier asks for every group."""
        if self._last_weighed is None or self._last_weighed[0] is not held:
            matrices, _ = self.partitions.weighed(held.unit)
            self._last_weighed = held, matrices, pairs.features(matrices)
        return self._last_weighed[1:]
