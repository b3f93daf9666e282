"""Two pages that could be one person, judged, with the evidence in words."""

from collections.abc import Callable, Collection, Iterable
from functools import cached_property, partial
from typing import TYPE_CHECKING

import numpy

from bylint.beside import beside
from bylint.disambiguation import profiles
from bylint.disambiguation.candidates import Pair, candidates
from bylint.disambiguation.likenesses import Likenesses, Proposal
from bylint.disambiguation.namesets import name_set
from bylint.disambiguation.results import Likeness
from bylint.disambiguation.sentences import Closeness, Sentences
from bylint.finding import Evidence
from bylint.model import Page

if TYPE_CHECKING:
    from bylint.disambiguation.core import Core


class PagePairs:
    """The likenesses of a corpus: all of them, or those of some pages."""

    def __init__(self, core: "Core") -> None:
        self._core = core
        self._begun: Callable[[], list[Proposal]] = partial(self._proposals, None)

    def likeness(self, left: Page, right: Page) -> Likeness | None:
        """The judgement of two pages, where they are worth proposing as one person."""
        return self._likeness_of.get((left.id, right.id)) or self._likeness_of.get((right.id, left.id))

    @cached_property
    def _candidates(self) -> dict[Pair, str]:
        return candidates(self._core.index)

    @cached_property
    def proposals(self) -> list[Proposal]:
        """Every pair of pages that is worth proposing as one person, by numbers."""
        return self._begun()

    def judge_pairs_beside(self) -> None:
        """Begin to look for them in a process of its own."""
        self._begun = beside(partial(self._proposals, None))

    @cached_property
    def likenesses(self) -> tuple[Likeness, ...]:
        """The same in words, what to look at first before the rest."""
        return self._ranked(self.proposals)

    def _proposals(self, touching: frozenset[int] | None) -> list[Proposal]:
        return Likenesses(self._core.evidence, self._core.model).proposals(self._candidates, touching=touching)

    def _ranked(self, proposals: Iterable[Proposal]) -> tuple[Likeness, ...]:
        index = self._core.index
        ranked = sorted(
            proposals, key=lambda item: (-item.rank(index), index.pages[item.left].id, index.pages[item.right].id)
        )
        return tuple(self._likeness(proposal) for proposal in ranked)

    def likenesses_of(self, page_ids: Collection[str]) -> tuple[Likeness, ...]:
        """The likenesses that touch one of these pages."""
        if "proposals" in self.__dict__:
            return tuple(item for item in self.likenesses if item.left.id in page_ids or item.right.id in page_ids)
        numbers = {self._core.index.page_number[page_id] for page_id in page_ids}
        return self._ranked(self._proposals(frozenset(numbers)))

    @cached_property
    def _likeness_of(self) -> dict[tuple[str, str], Likeness]:
        return {(likeness.left.id, likeness.right.id): likeness for likeness in self.likenesses}

    def _likeness(self, proposal: Proposal) -> Likeness:
        left, right = self._core.index.pages[proposal.left], self._core.index.pages[proposal.right]
        return Likeness(
            left,
            right,
            proposal.difference,
            proposal.confidence,
            proposal.rank(self._core.index),
            proposal.features,
        )

    def alike(self, likeness: Likeness) -> tuple[Evidence, ...]:
        """What stands between the two pages, in words."""
        left, right, number = likeness.left, likeness.right, self._core.index.page_number
        held = name_set(
            self._core.corpus,
            self._core.index,
            left.authorships + right.authorships,
            left.papers + right.papers,
            frozenset({number[left.id], number[right.id]}),
        )
        first = sum(place < len(left.authorships) for place in held.signed)
        places = numpy.arange(len(held.signed))
        value = dict(zip(profiles.FEATURES, likeness.features, strict=True))
        nats = self._core.model.profile.by_kind(profiles.KINDS, value)
        closeness = Closeness(bool(value["place_known"]), nats)
        return Sentences(self._core.evidence, held).between(places[:first], places[first:], closeness, 1)
