"""What is known of a corpus without labels: pages that must be one person's, and papers that must be two people's.

Near-unique names are what is known for certain. *One person*: the papers of a name with next to no expected namesakes.
*Two people*: papers of two such pages that share a surname and differ in the first letter of the given name. No id, no
ORCID and no correction is looked at, so that all of these can tell how good a model is.
"""

import zlib
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy

from bylint.corpus.corpus import Corpus
from bylint.disambiguation.index import Index
from bylint.disambiguation.model import Model
from bylint.disambiguation.pairs import PairEvidence
from bylint.disambiguation.partitions import Partitions, Study, Unit
from bylint.disambiguation.rows import Numbers
from bylint.model import Paper
from bylint.names.compatibility import name_form

RARE = 0.02
"""Expected namesakes below which a name is one person's."""
LARGEST_EXAMPLE = 150
"""Papers of the largest page that is learned from."""
MOST_PAGES = 5000
"""Pairs of rare pages that are enough."""


class Joined(NamedTuple):
    """The papers of two pages in one unit, as if they were one page."""

    unit: Unit
    owner: Numbers
    """0 or 1 for each place."""


class Learner:
    """A corpus to learn from; `half` 0 or 1 takes one half of the surnames for all that rare names teach."""

    def __init__(self, papers: Iterable[Paper], half: int | None = None) -> None:
        corpus = Corpus(papers, use_ids=False)
        self.index = Index(corpus)
        self.evidence = PairEvidence(self.index)
        self.half = half

    def rare_pages(self, seed: int, *, least: int = 1, most: int = MOST_PAGES) -> list[tuple[int, int]]:
        """Pages of rare names with `least` papers, each with another page of the surname and another first letter."""
        index, found = self.index, []
        random = numpy.random.Generator(numpy.random.PCG64(seed))
        for surname, rows in sorted(self._by_surname().items()):
            if self.half is not None and zlib.crc32(surname.encode()) % 2 != self.half:
                continue
            for letter, page in rows:
                others = [other for initial, other in rows if initial != letter]
                if others and index.expected[page] < RARE and index.papers_of.lengths[page] >= least:
                    found.append((page, others[int(random.integers(len(others)))]))
        chosen = numpy.sort(random.permutation(len(found))[:most])
        return [found[place] for place in chosen]

    def _by_surname(self) -> dict[str, list[tuple[str, int]]]:
        found: dict[str, list[tuple[str, int]]] = {}
        for number in numpy.flatnonzero(self.index.papers_of.lengths > 0).tolist():
            form = name_form(self.index.pages[number].names[0])
            if form.joined_given:
                found.setdefault(form.joined_surname, []).append((form.joined_given[0], number))
        return found

    def joined(self, page: int, other: int) -> Joined:
        """The papers of two pages; those that both wrote are left out."""
        mine, theirs = self.index.papers_of[page], self.index.papers_of[other]
        both = numpy.intersect1d(mine, theirs)
        mine, theirs = mine[~numpy.isin(mine, both)], theirs[~numpy.isin(theirs, both)]
        owner = numpy.repeat([0, 1], [len(mine), len(theirs)])
        unit = Unit(numpy.concatenate([mine, theirs]), frozenset({page, other}), float(self.index.expected[page]))
        return Joined(unit, owner)

    def single(self, page: int) -> Unit:
        """A page as it is."""
        return Unit(self.index.papers_of[page], frozenset({page}), float(self.index.expected[page]))

    def certain_units(self) -> list[Unit]:
        """Every rare page with two papers or more that stands in a surname with another first letter."""
        pages = [page for page, _ in self.rare_pages(3, least=2, most=10**9)]
        return [self.single(page) for page in pages if self.index.papers_of.lengths[page] <= LARGEST_EXAMPLE]


class Example(NamedTuple):
    """A page of one person, or of two, clustered."""

    sizes: list[int]
    study: Study
    other: list[int]
    """For each group after the first, whether it is another person than the first."""


def single_pages(learner: Learner, partitions: Partitions) -> list[Example]:
    """Every rare page with two papers or more that stands in a surname with another first letter."""
    return [
        Example([len(group) for group in study.clustering.groups], study, [0] * len(study.rows))
        for study in partitions.studies(learner.certain_units())
    ]


def double_pages(learner: Learner, partitions: Partitions, most: int) -> list[Example]:
    """Pairs of rare pages put on one page."""
    both = [learner.joined(page, other) for page, other in learner.rare_pages(4, most=most)]
    both = [item for item in both if len(item.owner) <= LARGEST_EXAMPLE and len(set(item.owner.tolist())) == 2]
    found = []
    for (_, owner), study in zip(both, partitions.studies([item.unit for item in both]), strict=True):
        people = [int(numpy.bincount(owner[group], minlength=2).argmax()) for group in study.clustering.groups]
        sizes = [len(group) for group in study.clustering.groups]
        found.append(Example(sizes, study, [int(person != people[0]) for person in people[1:]]))
    return found


def rare_tails(papers: Iterable[Paper], model: Model, half: int) -> Iterator[tuple[int, float]]:
    """For rare pages of one half of the surnames: papers, and the share of single-person pages that look so.

    With a model that was fitted on the other half this is how often the null alarms by chance.
    """
    learner = Learner(papers, half)
    partitions = Partitions(learner.evidence, model)
    units = learner.certain_units()
    for unit, judgement in zip(units, partitions.judged(units), strict=True):
        yield len(unit.places), judgement.tail
