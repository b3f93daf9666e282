"""Who wrote what: the judgements over one corpus, each made when it is first asked for."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

import numpy
from numpy.typing import NDArray

from bylint.beside import beside
from bylint.corpus.corpus import Corpus
from bylint.disambiguation import pairs, profiles
from bylint.disambiguation.candidates import Pair, candidates
from bylint.disambiguation.index import Index
from bylint.disambiguation.likenesses import Likenesses, Proposal
from bylint.disambiguation.linkage import APART, cluster
from bylint.disambiguation.model import Model, shipped, sigmoid
from bylint.disambiguation.namesets import NameSet, name_set, own_id
from bylint.disambiguation.pairs import Across, Matrices, PairEvidence, across
from bylint.disambiguation.partitions import Judgement, Partitions
from bylint.disambiguation.results import LARGEST_PAGE, Group, Likeness, Partition, Rival
from bylint.disambiguation.rivals import Move, moves
from bylint.disambiguation.rows import Numbers
from bylint.disambiguation.sentences import Closeness, Sentences, commonness
from bylint.finding import Evidence
from bylint.model import Authorship, Name, Page, Paper
from bylint.names import slug

Floats = NDArray[numpy.float64]

IN_DOUBT = -3.5
"""Log odds of two people, before its papers are looked at, below which a page is not looked at: 3 in a hundred.

Nothing but what counts as proof has ever spoken for more than 4.5 nats. Of 1,500 pages left out here that shared
co-authors do not hold together, 2 had come out above .5.
"""

_WORTH_A_PROCESS = 500
"""Pages from which on half of them are judged in another process."""
_CERTAIN = 0.99
"""Confidence of what ids say: they are wrong now and then."""


class Core:
    """What `Disambiguation` answers from; apart from it because it needs numpy, which takes a tenth of a second."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._model: Model = corpus.model or shipped()
        self._processes = 1
        self._last_whole: tuple[Partition, NameSet, list[Numbers]] | None = None
        self._last_weighed: tuple[NameSet, Matrices, NDArray[numpy.float32]] | None = None
        self._parted: dict[int, Partition] = {}
        self._page_of: dict[int, int] = {}
        """The number of the page of every partition that is held in `_parted`, by identity."""

    def prepare(self, processes: int) -> None:
        """Make the lists and counts that every judgement reads, and let many be made in so many processes."""
        self._processes = processes
        index, evidence = self._index, self._evidence
        _ = index.expected, index.weight, index.neighbours, index.coauthors
        _ = evidence.terms, evidence.places.seen, evidence.venue_rows, evidence.has_abstract

    def expected(self, name: Name) -> float:
        """How many other people of that very name the corpus should hold: below .05 is rare, from .3 on common."""
        return self._index.expected_of_name.get(name, 0.0)

    def partition(self, page: Page) -> Partition:
        """The people behind a page."""
        number = self._index.page_number[page.id]
        if number in self._parted:
            return self._parted[number]
        if number in self._judged:
            partition = self._parted[number] = self._partition(*self._judged[number])
            self._page_of[id(partition)] = number
            return partition
        papers, expected = int(self._index.papers_of.lengths[number]), float(self._index.expected[number])
        confidence, evidence = self._partitions.undivided(papers, expected)
        group = Group(page.authorships, page.papers, self._person_id(page.authorships))
        return Partition((group,), confidence, evidence, expected, 1.0)

    def partition_of(self, authorships: Sequence[Authorship]) -> Partition:
        """The people behind any authorships, for instance all of one written name whatever their ids."""
        held = self._held_of(authorships)
        return self._partition(held, self._judge(held))

    def affinity(self, partition: Partition) -> Mapping[tuple[str, int], float]:
        """For each authorship, by paper and position, how surely it belongs to the group it is in, 0 to 1."""
        held = self._held_of([item for group in partition.groups for item in group.authorships])
        group_of = {id(item): n for n, group in enumerate(partition.groups) for item in group.authorships}
        found = {(item.paper_id, item.position): sigmoid(0.0) for item in held.authorships}
        if not held.signed or len(held.signed) > LARGEST_PAGE:
            return found
        _, similarity = self._partitions.weighed(held.unit)
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
        number = self._page_of.get(id(partition)) if group == 1 and other is None else None
        known = None if number is None else self._judged[number][1].second
        found = self._sentences(held, own, others, -1, known)
        count = sum(item.role == "author" for part in partition.groups for item in part.authorships)
        return (*found, commonness(partition.expected, self._model.mixed_prior(partition.expected, count)))

    def _whole(self, partition: Partition) -> tuple[NameSet, list[Numbers]]:
        """All authorships of a partition, group after group, and each group's places; the last one is kept."""
        if self._last_whole is None or self._last_whole[0] is not partition:
            held = self._held_of([item for group in partition.groups for item in group.authorships])
            ends = numpy.cumsum([len(group.authorships) for group in partition.groups])
            group_of = numpy.searchsorted(ends, numpy.array(held.signed, numpy.int64), side="right")
            places_of = [numpy.flatnonzero(group_of == number) for number in range(len(ends))]
            self._last_whole = partition, held, places_of
        return self._last_whole[1:]

    def _weighed(self, held: NameSet) -> tuple[Matrices, NDArray[numpy.float32]]:
        """The evidence among authorships and its features; the last is kept, since a dossier asks for every group."""
        if self._last_weighed is None or self._last_weighed[0] is not held:
            matrices, _ = self._partitions.weighed(held.unit)
            self._last_weighed = held, matrices, pairs.features(matrices)
        return self._last_weighed[1:]

    def pair_scores(self, authorships: Sequence[Authorship]) -> Floats:
        """The evidence, in nats, at which every two authorships came together; the n x n matrix has no diagonal (0)."""
        held = self._held_of(authorships)
        scores = numpy.zeros((len(authorships), len(authorships)))
        if 0 < len(held.signed) <= LARGEST_PAGE:
            _, similarity = self._partitions.weighed(held.unit)
            signed = numpy.array(held.signed)
            for merge in cluster([similarity], whole=True)[0].merges:
                left, right = signed[merge.left], signed[merge.right]
                scores[numpy.ix_(left, right)] = merge.evidence
                scores[numpy.ix_(right, left)] = merge.evidence
        return scores

    def likeness(self, left: Page, right: Page) -> Likeness | None:
        """The judgement of two pages, where they are worth proposing as one person."""
        return self._likeness_of.get((left.id, right.id)) or self._likeness_of.get((right.id, left.id))

    def rivals(self, page: Page) -> tuple[Rival, ...]:
        """The authorships of a page that look like another namesake's, or like a known one's where they name none."""
        return self._rivals.get(page.id, ())

    @cached_property
    def _rivals(self) -> dict[str, tuple[Rival, ...]]:
        """The rivals of every page."""
        found: dict[str, list[Rival]] = {}
        for authorships in self._shared_names():
            for page_id, rival in self._rivals_of(authorships):
                found.setdefault(page_id, []).append(rival)
        return {page_id: tuple(rivals) for page_id, rivals in found.items()}

    @cached_property
    def _index(self) -> Index:
        return Index(self._corpus)

    @cached_property
    def _evidence(self) -> PairEvidence:
        return PairEvidence(self._index)

    @cached_property
    def _partitions(self) -> Partitions:
        return Partitions(self._evidence, self._model)

    def _held(self, page: Page) -> NameSet:
        owners = frozenset({self._index.page_number[page.id]})
        return name_set(self._corpus, self._index, page.authorships, page.papers, owners)

    def _held_of(self, authorships: Sequence[Authorship]) -> NameSet:
        papers = self._paper_of
        return name_set(self._corpus, self._index, authorships, [papers[id(item)] for item in authorships])

    @cached_property
    def _paper_of(self) -> dict[int, Paper]:
        """The paper of every authorship, by identity."""
        return {id(item): paper for paper in self._corpus.papers for item in (*paper.authorships, *paper.editors)}

    def _judge(self, held: NameSet) -> Judgement:
        if not held.signed:
            return Judgement((), (), 0.0, 0.0, 1.0)
        if len(held.signed) > LARGEST_PAGE:
            confidence, evidence = self._partitions.undivided(len(held.signed), held.unit.expected)
            return Judgement((numpy.arange(len(held.signed)),), (), evidence, confidence, 1.0)
        return self._partitions.judged([held.unit])[0]

    @cached_property
    def _judged(self) -> dict[int, tuple[NameSet, Judgement]]:
        """The pages that could hold two people."""
        doubted = self._in_doubt()
        held = [self._held(self._index.pages[number]) for number in doubted]
        units = [name_set.unit for name_set in held]
        if self._processes == 1 or len(units) < _WORTH_A_PROCESS:
            judgements = self._partitions.judged(units)
        else:  # by turns, so that both sides get pages of all sizes
            other_half = beside(lambda: self._partitions.judged(units[1::2]))
            judgements = [Judgement((), (), 0.0, 0.0, 1.0)] * len(units)
            judgements[::2] = self._partitions.judged(units[::2])
            judgements[1::2] = other_half()
        return dict(zip(doubted, zip(held, judgements, strict=True), strict=True))

    def _in_doubt(self) -> list[int]:
        """Pages whose name is not too rare and which shared co-authors do not hold together, one paper to the next."""
        found = []
        papers = self._index.papers_of.lengths.tolist()
        for number, expected in enumerate(self._index.expected.tolist()):
            is_likely = (
                1 < papers[number] <= LARGEST_PAGE and self._model.mixed_prior(expected, papers[number]) > IN_DOUBT
            )
            if is_likely and not self._hangs_together(number):
                found.append(number)
        return found

    def _hangs_together(self, page: int) -> bool:
        """Whether the papers of a page are linked by shared co-authors, one to the next, and are different papers."""
        papers = self._index.papers_of[page]
        at, people = self._index.people_of.gather(papers)
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
        known = self._corpus.use_ids and len({group.person_id for group in groups} - {None}) > 1
        confidence = max(judgement.confidence, _CERTAIN) if known else judgement.confidence
        return Partition(groups, confidence, judgement.evidence, held.unit.expected, judgement.tail)

    def _nearest(self, held: NameSet, place: int, groups: Sequence[Sequence[int]]) -> int:
        """The group that an editorship joins: the one whose co-authors edited with them, else the largest."""
        beside = {item.name for item in held.papers[place].editors}

        def met(number: int) -> int:
            return len(beside & {item.name for member in groups[number] for item in held.papers[member].authorships})

        return max(range(len(groups)), key=lambda number: (met(number), -number))

    def _group(self, held: NameSet, places: Sequence[int]) -> Group:
        authorships = tuple(held.authorships[place] for place in places)
        return Group(authorships, tuple(held.papers[place] for place in places), self._person_id(authorships))

    def _person_id(self, authorships: Iterable[Authorship]) -> str | None:
        """The id that most of them carry."""
        people = self._corpus.people
        ids = Counter(own_id(people, item) for item in authorships if item.person_id)
        del ids[None]
        return min(ids, key=lambda person_id: (-ids[person_id], person_id or ""), default=None)

    @cached_property
    def _candidates(self) -> dict[Pair, str]:
        return candidates(self._index)

    @cached_property
    def likenesses(self) -> tuple[Likeness, ...]:
        """Every pair of pages that is worth proposing as one person, what to look at first before the rest."""
        return self._judged_pairs(None)

    def _judged_pairs(self, touching: frozenset[int] | None) -> tuple[Likeness, ...]:
        index = self._index
        proposals = Likenesses(self._evidence, self._model).proposals(self._candidates, touching=touching)
        ranked = sorted(
            proposals, key=lambda item: (-item.rank(index), index.pages[item.left].id, index.pages[item.right].id)
        )
        return tuple(self._likeness(proposal) for proposal in ranked)

    def likenesses_of(self, page_ids: Collection[str]) -> tuple[Likeness, ...]:
        """The likenesses that touch one of these pages."""
        if "likenesses" in self.__dict__:
            return tuple(item for item in self.likenesses if item.left.id in page_ids or item.right.id in page_ids)
        numbers = {self._index.page_number[page_id] for page_id in page_ids}
        return self._judged_pairs(frozenset(numbers))

    @cached_property
    def _likeness_of(self) -> dict[tuple[str, str], Likeness]:
        return {(likeness.left.id, likeness.right.id): likeness for likeness in self.likenesses}

    def _likeness(self, proposal: Proposal) -> Likeness:
        left, right = self._index.pages[proposal.left], self._index.pages[proposal.right]
        return Likeness(
            left,
            right,
            proposal.difference,
            proposal.confidence,
            proposal.rank(self._index),
            self._alike(left, right, proposal),
        )

    def _alike(self, left: Page, right: Page, proposal: Proposal) -> tuple[Evidence, ...]:
        held = name_set(
            self._corpus,
            self._index,
            left.authorships + right.authorships,
            left.papers + right.papers,
            frozenset({proposal.left, proposal.right}),
        )
        first = sum(place < len(left.authorships) for place in held.signed)
        places = numpy.arange(len(held.signed))
        value = dict(zip(profiles.FEATURES, proposal.features, strict=True))
        nats = self._model.profile.by_kind(profiles.KINDS, value)
        closeness = Closeness(bool(value["place_known"]), nats)
        return Sentences(self._evidence, held).between(places[:first], places[first:], closeness, 1)

    def _shared_names(self) -> Iterator[list[Authorship]]:
        """The authorships of every name, accents aside, that carries the ids of two people or more."""
        people, use_ids = self._corpus.people, self._corpus.use_ids
        ids: dict[str, set[str | None]] = {}
        for paper in self._index.papers:
            for item in paper.authorships:
                if use_ids and item.person_id:
                    ids.setdefault(slug(item.name), set()).add(own_id(people, item))
        shared = {key for key, held in ids.items() if len(held - {None}) > 1}
        named: dict[str, list[Authorship]] = {key: [] for key in shared}
        for name, authorships in self._corpus.names.items() if shared else ():
            if slug(name) in shared:
                named[slug(name)].extend(item for item in authorships if item.role == "author")
        for key in sorted(named):
            yield named[key]

    def _rivals_of(self, authorships: Sequence[Authorship]) -> Iterable[tuple[str, Rival]]:
        """The rivals of one name, each with the page it is on."""
        people = self._corpus.people
        held = self._held_of(authorships)
        ids = [own_id(people, held.authorships[place]) for place in held.signed]
        if len(ids) > LARGEST_PAGE:
            return
        together = [held.authorships[place].paper_id for place in held.signed]
        matrices, similarity = self._partitions.weighed(replace(held.unit, constraints=_apart(together)))
        for move in moves(ids, cluster([similarity])[0], matrices, similarity):
            authorship = held.authorships[held.signed[move.place]]
            page_id = people.resolve(authorship, use_ids=self._corpus.use_ids).page_id
            yield page_id, self._rival(held, move)

    def _rival(self, held: NameSet, move: Move) -> Rival:
        place = held.signed[move.place]
        paper, authorship = held.papers[place], held.authorships[place]
        coauthors = [item.name for item in paper.authorships if item is not authorship]

        def met(places: Sequence[int]) -> tuple[Name, ...]:
            there = {item.name for other in places for item in held.papers[held.signed[other]].authorships}
            return tuple(name for name in dict.fromkeys(coauthors) if name in there)

        return Rival(
            authorship=authorship,
            paper=paper,
            own_id=move.own_id,
            suggested_id=move.suggested_id,
            shared=met(move.theirs),
            own_shared=met(move.mine),
            coauthors=len(coauthors),
            confidence=move.confidence,
            evidence=self._sentences(held, numpy.array([move.place]), numpy.array(move.theirs), 1),
        )

    def _sentences(
        self, held: NameSet, group: Numbers, rest: Numbers, sign: int, between: Across | None = None
    ) -> tuple[Evidence, ...]:
        """What stands between two groups of places; `sign` 1 for weights that speak for one person, -1 for two.

        The weights are those of the pairs across, on average; what is usual among the model's examples weighs nothing.
        """
        if between is None:
            between = across(*self._weighed(held), group, rest)
        nats = self._model.pair.by_kind(pairs.KINDS, between.features)
        closeness = Closeness(between.knows_places, nats)
        return Sentences(self._evidence, held).between(group, rest, closeness, sign)


def _apart(papers: Sequence[str]) -> Floats | None:
    """Two names on one paper are two people."""
    same = numpy.array([[one == other for other in papers] for one in papers]) & ~numpy.eye(len(papers), dtype=bool)
    return numpy.where(same, APART, 0.0) if same.any() else None


def _mean_without_self(similarity: Floats, members: NDArray[numpy.bool_]) -> Floats:
    """For each place, its mean evidence with the members, itself left out; 0 where there is no other."""
    count = members.sum() - members
    mean: Floats = similarity[:, members].sum(axis=1) / numpy.maximum(count, 1)
    return mean
