"""The people behind a page, or behind any authorships of one name."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

import numpy
from numpy.typing import NDArray

from bylint.disambiguation.linkage import cluster
from bylint.disambiguation.model import sigmoid
from bylint.disambiguation.namesets import NameSet, name_set, own_id
from bylint.disambiguation.partitions import Judgement
from bylint.disambiguation.results import LARGEST_PAGE, Group, Partition
from bylint.disambiguation.rows import Numbers
from bylint.disambiguation.sentences import namesakes
from bylint.finding import Evidence
from bylint.model import Authorship, Page

if TYPE_CHECKING:
    from bylint.disambiguation.core import Core

Floats = NDArray[numpy.float64]

IN_DOUBT = -3.5
"""Log odds of two people, before its papers are looked at, below which a page is not looked at: 3 in a hundred.

Nothing but what counts as proof has ever spoken for more than 4.5 nats. Of 1,500 pages left out here that shared
co-authors do not hold together, 2 had come out above .5.
"""
_CERTAIN = 0.99
"""Confidence of what ids say: they are wrong now and then."""


class Divided:
    """Splits authorships into people; the pages of the corpus all at once, when the first is asked for."""

    def __init__(self, core: "Core") -> None:
        self._core = core
        self._last_whole: tuple[Partition, NameSet, list[Numbers]] | None = None
        self._parted: dict[int, Partition] = {}
        self._judged_first: dict[int, Judgement] = {}
        self._asked: frozenset[int] | None = None

    def partition(self, page: Page) -> Partition:
        """The people behind a page."""
        number = self._core.index.page_number[page.id]
        if number in self._parted:
            return self._parted[number]
        if number in self._in_doubt:
            partition = self._parted[number] = self._partition(self._in_doubt[number], self._judgements[number])
            return partition
        if self._asked is not None and number not in self._asked and (held := self._doubted(number)):
            partition = self._parted[number] = self._partition(held, self._judge(held))
            return partition
        papers, expected = int(self._core.index.papers_of.lengths[number]), float(self._core.index.expected[number])
        confidence, evidence = self._core.partitions.undivided(papers, expected)
        group = Group(page.authorships, page.papers, self._person_id(page.authorships))
        return Partition((group,), confidence, evidence, expected, 1.0)

    def partition_of(self, authorships: Sequence[Authorship]) -> Partition:
        """The people behind any authorships, for instance all of one written name whatever their ids."""
        held = self._core.held_of(authorships)
        return self._partition(held, self._judge(held))

    def affinity(self, partition: Partition) -> Mapping[tuple[str, int], float]:
        """For each authorship, by paper and position, how surely it belongs to the group it is in, 0 to 1."""
        held = self._held(partition)
        group_of = {id(item): n for n, group in enumerate(partition.groups) for item in group.authorships}
        found = {(item.paper_id, item.position): sigmoid(0.0) for item in held.authorships}
        if not held.signed or len(held.signed) > LARGEST_PAGE:
            return found
        _, similarity = self._core.partitions.weighed(held.unit)
        numpy.fill_diagonal(similarity, 0.0)
        groups = numpy.array([group_of[id(held.authorships[place])] for place in held.signed])
        means = numpy.stack([_mean_without_self(similarity, groups == n) for n in range(len(partition.groups))], 1)
        own = means[numpy.arange(len(groups)), groups]
        means[numpy.arange(len(groups)), groups] = -numpy.inf
        other = means.max(axis=1) if means.shape[1] > 1 else numpy.zeros(len(groups))
        other[numpy.isneginf(other)] = 0.0
        for place, nats in zip(held.signed, (own - other).tolist(), strict=True):
            item = held.authorships[place]
            found[item.paper_id, item.position] = sigmoid(nats)
        return found

    def between(self, partition: Partition, group: int, other: int | None = None) -> tuple[Evidence, ...]:
        """What says that a group is another person than another group, or than all the rest, and what says it is not.

        Weights are in nats: above 0 for two people, below 0 for one; the strongest first, then how common the name is.
        """
        held, places_of = self._whole(partition)
        rest = [number for number in range(len(partition.groups)) if number != group] if other is None else [other]
        if not rest:
            return ()
        own, others = places_of[group], numpy.sort(numpy.concatenate([places_of[number] for number in rest]))
        if not len(own) or not len(others) or len(held.signed) > LARGEST_PAGE:
            return ()
        found = self._core.sentences(held, own, others, -1)
        log_odds = self._core.model.mixed_prior(partition.expected, len(held.signed))
        return (*found, namesakes(partition.expected, log_odds))

    def pair_scores(self, authorships: Sequence[Authorship]) -> Floats:
        """The evidence, in nats, at which every two authorships came together; the n x n matrix has no diagonal (0)."""
        held = self._core.held_of(authorships)
        scores = numpy.zeros((len(authorships), len(authorships)))
        if 0 < len(held.signed) <= LARGEST_PAGE:
            _, similarity = self._core.partitions.weighed(held.unit)
            signed = numpy.array(held.signed)
            for merge in cluster([similarity], whole=True)[0].merges:
                left, right = signed[merge.left], signed[merge.right]
                scores[numpy.ix_(left, right)] = merge.evidence
                scores[numpy.ix_(right, left)] = merge.evidence
        return scores

    def _held(self, partition: Partition) -> NameSet:
        """All authorships of a partition, group after group."""
        groups = partition.groups
        return name_set(
            self._core.corpus,
            self._core.index,
            [item for group in groups for item in group.authorships],
            [paper for group in groups for paper in group.papers],
        )

    def _whole(self, partition: Partition) -> tuple[NameSet, list[Numbers]]:
        """All authorships of a partition, group after group, and each group's places; the last one is kept."""
        if self._last_whole is None or self._last_whole[0] is not partition:
            held = self._held(partition)
            ends = numpy.cumsum([len(group.authorships) for group in partition.groups])
            group_of = numpy.searchsorted(ends, numpy.array(held.signed, numpy.int64), side="right")
            places_of = [numpy.flatnonzero(group_of == number) for number in range(len(ends))]
            self._last_whole = partition, held, places_of
        return self._last_whole[1:]

    def _judge(self, held: NameSet) -> Judgement:
        if not held.signed:
            return Judgement((), (), 0.0, 0.0, 1.0)
        if len(held.signed) > LARGEST_PAGE:
            confidence, evidence = self._core.partitions.undivided(len(held.signed), held.unit.expected)
            return Judgement((numpy.arange(len(held.signed)),), (), evidence, confidence, 1.0)
        return self._core.partitions.judged([held.unit])[0]

    @cached_property
    def _in_doubt(self) -> dict[int, NameSet]:
        """The pages that could hold two people, by number, ready to be judged.

        Their name is not too rare, and shared co-authors do not hold them together, one paper to the next.
        """
        numbers = range(len(self._core.index.pages)) if self._asked is None else sorted(self._asked)
        doubted = ((number, self._doubted(number)) for number in numbers)
        return {number: held for number, held in doubted if held is not None}

    def _doubted(self, page: int) -> NameSet | None:
        """A page, ready to be judged; None for one that is not in doubt."""
        index = self._core.index
        papers, expected = int(index.papers_of.lengths[page]), float(index.expected[page])
        is_likely = 1 < papers <= LARGEST_PAGE and self._core.model.mixed_prior(expected, papers) > IN_DOUBT
        return self._core.held(index.pages[page]) if is_likely and not self._hangs_together(page) else None

    @cached_property
    def _judgements(self) -> dict[int, Judgement]:
        """The people on each of them."""
        return self._judged_first | self._judged(
            [number for number in self._in_doubt if number not in self._judged_first]
        )

    def judge_only(self, page_ids: Iterable[str]) -> None:
        """Judge these pages together, and any other by itself when it is asked for."""
        self._asked = frozenset(self._core.index.page_number[page_id] for page_id in page_ids)

    def judge_most(self) -> None:
        """Judge two pages of three at once; the others wait for the first question."""
        numbers = list(self._in_doubt)
        self._judged_first = self._judged([*numbers[::3], *numbers[1::3]])

    def _judged(self, pages: Sequence[int]) -> dict[int, Judgement]:
        units = [self._in_doubt[number].unit for number in pages]
        return dict(zip(pages, self._core.partitions.judged(units), strict=True))

    def _hangs_together(self, page: int) -> bool:
        """Whether the papers of a page are linked by shared co-authors, one to the next, and are different papers."""
        papers = self._core.index.papers_of[page]
        at, people = self._core.index.people_of.gather(papers)
        first: dict[int, int] = {}
        parent = list(range(len(papers)))

        def root(place: int) -> int:
            while parent[place] != place:
                parent[place] = parent[parent[place]]
                place = parent[place]
            return place

        for place, person in zip(at.tolist(), people.tolist(), strict=True):
            if person != page:
                parent[root(place)] = root(first.setdefault(person, place))
        linked = len({root(place) for place in parent}) == 1
        return linked and len(set(papers.tolist())) == len(papers)

    def _partition(self, held: NameSet, judgement: Judgement) -> Partition:
        places = [[held.signed[place] for place in group.tolist()] for group in judgement.groups] or [[]]
        signed = set(held.signed)
        for place in range(len(held.authorships)):
            if place not in signed:
                places[self._nearest(held, place, places)].append(place)
        groups = tuple(self._group(held, sorted(group)) for group in places if group)
        known = self._core.corpus.use_ids and len({group.person_id for group in groups} - {None}) > 1
        confidence = max(judgement.confidence, _CERTAIN) if known else judgement.confidence
        return Partition(groups, confidence, judgement.evidence, held.unit.expected, judgement.tail)

    def _nearest(self, held: NameSet, place: int, groups: Sequence[Sequence[int]]) -> int:
        """The group that an editorship joins: the one whose co-authors edited with them, else the largest."""
        company = {item.name for item in held.papers[place].editors}

        def met(number: int) -> int:
            return len(company & {item.name for member in groups[number] for item in held.papers[member].authorships})

        return max(range(len(groups)), key=lambda number: (met(number), -number))

    def _group(self, held: NameSet, places: Sequence[int]) -> Group:
        authorships = tuple(held.authorships[place] for place in places)
        return Group(authorships, tuple(held.papers[place] for place in places), self._person_id(authorships))

    def _person_id(self, authorships: Iterable[Authorship]) -> str | None:
        """The id that most of them carry."""
        people = self._core.corpus.people
        ids = Counter(own_id(people, item) for item in authorships if item.person_id)
        del ids[None]
        return min(ids, key=lambda person_id: (-ids[person_id], person_id or ""), default=None)


def _mean_without_self(similarity: Floats, members: NDArray[numpy.bool_]) -> Floats:
    """For each place, its mean evidence with the members, itself left out; 0 where there is no other."""
    count = members.sum() - members
    mean: Floats = similarity[:, members].sum(axis=1) / numpy.maximum(count, 1)
    return mean
