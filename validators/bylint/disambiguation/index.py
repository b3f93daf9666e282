"""Papers and people of a corpus as numbers: who wrote what, with whom, when, where.

A person's number stands for a page; "people" here are pages, and what tells people of one page apart is decided
elsewhere. Editors of a volume did not write together: only authors count.
"""

from functools import cached_property
from typing import TYPE_CHECKING

import numpy
from numpy.typing import NDArray

from bylint.corpus.twins import Twins
from bylint.disambiguation.namesakes import expected_namesakes
from bylint.disambiguation.rows import Numbers, Rows
from bylint.names.compatibility import NameForm, name_form

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bylint.corpus.corpus import Corpus
    from bylint.model import Name, Page, Paper

Floats = NDArray[numpy.float32]

CHANCE = 3.0
"""Rarity from which a shared co-author tells something: one on fewer than 1 in e^3 papers."""
LEAST_WEIGHT = 0.1
"""What a co-author of everybody still weighs."""
LEAST_PAPERS = 20_000
"""Papers that a corpus counts as, where it has fewer."""
LARGEST_TEAM = 30
"""Papers with more authors say little about who knows whom."""
LARGEST_CROWD = 500
"""Papers with more authors say nothing about who knows whom."""
UNKNOWN_YEAR = -1
_BATCH = 8192
"""Pages whose co-authors are listed in one go: all at once take a hundred megabytes."""


class Index:
    """Numbers for the papers and pages of a corpus, and the lists across them."""

    def __init__(self, corpus: "Corpus") -> None:
        self.papers: Sequence[Paper] = [paper for paper in corpus.papers if not paper.is_front_matter]
        self.pages: Sequence[Page] = list(corpus.pages.values())
        self.page_number: Mapping[str, int] = {page.id: number for number, page in enumerate(self.pages)}
        self.paper_number: Mapping[int, int] = {id(paper): number for number, paper in enumerate(self.papers)}
        """By identity: two records may claim one id."""
        self.twins = corpus.derived(Twins)
        """What other sources say of the authors, where the papers themselves say nothing."""
        self.use_ids = corpus.use_ids
        who, where = self._authorships(corpus)
        self.people_of = Rows.grouped(where, who, len(self.papers))
        """The pages of a paper's authors, in the order of the byline; a page twice where two authors share it."""
        self.papers_of = Rows.grouped(who, where, len(self.pages))
        """The papers of a page, one for each of its authorships as an author."""
        self.years: Numbers = numpy.array(
            [UNKNOWN_YEAR if paper.year is None else paper.year for paper in self.papers], numpy.int64
        )

    def _authorships(self, corpus: "Corpus") -> tuple[Numbers, Numbers]:
        """Page and paper of every author, paper after paper, in the order of the bylines."""
        authors = numpy.array([len(paper.authorships) for paper in corpus.papers], numpy.int64)
        lengths = authors + numpy.array([len(paper.editors) for paper in corpus.papers], numpy.int64)
        number = numpy.array([self.paper_number.get(id(paper), -1) for paper in corpus.papers], numpy.int64)
        place = numpy.arange(lengths.sum()) - numpy.repeat(numpy.cumsum(lengths) - lengths, lengths)
        where = numpy.repeat(number, lengths)
        signed = (place < numpy.repeat(authors, lengths)) & (where >= 0)
        return numpy.array(corpus.page_numbers, numpy.int64)[signed], where[signed]

    @cached_property
    def expected_of_name(self) -> "Mapping[Name, float]":
        """Expected namesakes of every name."""
        names = list(dict.fromkeys(authorship.name for page in self.pages for authorship in page.authorships))
        return dict(zip(names, expected_namesakes(names).tolist(), strict=True))

    @cached_property
    def expected(self) -> NDArray[numpy.float64]:
        """Expected namesakes of every page: of the commonest of its names."""
        of_name = self.expected_of_name
        return numpy.array(
            [max(of_name[name] for name in {item.name for item in page.authorships}) for page in self.pages], float
        )

    @cached_property
    def forms(self) -> "Sequence[NameForm]":
        """The words of every page's most frequent name."""
        return [name_form(page.names[0]) for page in self.pages]

    @cached_property
    def rarity(self) -> Floats:
        """log(papers of the corpus / papers of the page): what a chance meeting would have to hit.

        A small corpus is part of a larger world: its people are no more common for being among few.
        """
        total = max(LEAST_PAPERS, int((self.people_of.lengths > 0).sum()))
        rarity: Floats = numpy.log(total / numpy.maximum(self.papers_of.lengths, 1)).astype(numpy.float32)
        return rarity

    @cached_property
    def weight(self) -> Floats:
        """What a page weighs as a shared co-author."""
        weight: Floats = numpy.maximum(self.rarity - CHANCE, LEAST_WEIGHT)
        return weight

    @cached_property
    def coauthors(self) -> Rows:
        """The pages that wrote with a page, sorted; papers of crowds left out, whose pairs would be millions."""
        return self._together(LARGEST_CROWD)

    @cached_property
    def neighbours(self) -> Rows:
        """The same without papers of large teams."""
        return self._together(LARGEST_TEAM)

    def _together(self, largest: int) -> Rows:
        batches = []
        for start in range(0, len(self.pages), _BATCH):
            pages = numpy.arange(start, min(start + _BATCH, len(self.pages)))
            at, papers = self.papers_of.gather(pages)
            small = self.people_of.lengths[papers] <= largest
            among, others = self.people_of.gather(papers[small])
            rows = at[small][among]
            apart = pages[rows] != others
            batches.append(Rows.sets(rows[apart], others[apart], len(pages)))
        return Rows.joined(batches)

    def papers_numbered(self, papers: "Sequence[Paper]") -> Numbers:
        """The numbers of papers; front matter has none."""
        number = self.paper_number
        return numpy.array([number[id(paper)] for paper in papers if id(paper) in number], numpy.int64)
