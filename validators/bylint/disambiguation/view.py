"""The view that checks ask for: who wrote what, as the evidence has it."""

from collections.abc import Collection, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from bylint.corpus.corpus import Corpus
from bylint.disambiguation.results import Likeness, Partition, Rival
from bylint.finding import Evidence
from bylint.model import Authorship, Name, Page

if TYPE_CHECKING:
    from bylint.disambiguation.core import Core
    from bylint.disambiguation.divided import Floats


class Disambiguation:
    """Who wrote what, judged from the records by the numbers of a fitted model; made when it is first asked for.

    Ids and ORCIDs count as what is known, unless the corpus ignores them. Where only some pages will be `asked` about,
    by their ids, the others are not judged before they are, and only pairs that touch one of them are proposed.
    """

    def __init__(self, corpus: Corpus, asked: Collection[str] | None = None) -> None:
        self._corpus = corpus
        self._asked = asked

    @cached_property
    def _core(self) -> "Core":
        from bylint.disambiguation.core import Core  # numpy takes a tenth of a second, and most checks need none

        core = self._corpus.derived(Core)
        if self._asked is not None:
            core.divided.judge_only(self._asked)
        return core

    def prepare(self, *, pages: bool) -> None:
        """Make what every judgement needs, and judge most of the pages; otherwise that waits for the first question."""
        self._core.prepare(pages=pages)

    def judge_pairs_beside(self) -> None:
        """Begin to judge all pairs of pages in a process of its own; whoever asks for them waits for it."""
        self._core.page_pairs.judge_pairs_beside()

    def expected(self, name: Name) -> float:
        """How many other people of that very name the corpus should hold: below .05 is rare, from .3 on common."""
        return self._core.expected(name)

    def partition(self, page: Page) -> Partition:
        """The people behind a page."""
        return self._core.divided.partition(page)

    def partition_of(self, authorships: Sequence[Authorship]) -> Partition:
        """The people behind any authorships, for instance all of one written name whatever their ids."""
        return self._core.divided.partition_of(authorships)

    def affinity(self, partition: Partition) -> Mapping[tuple[str, int], float]:
        """For each authorship, by paper and position, how surely it belongs to the group it is in, 0 to 1."""
        return self._core.divided.affinity(partition)

    def between(self, partition: Partition, group: int, other: int | None = None) -> tuple[Evidence, ...]:
        """What says that a group is another person than another group, or than all the rest, and what says it is not.

        Groups are numbered from 0. Weights are in nats: above 0 for two people, below 0 for one; the strongest first,
        then how common the name is.
        """
        return self._core.divided.between(partition, group, other)

    def pair_scores(self, authorships: Sequence[Authorship]) -> "Floats":
        """The evidence, in nats, at which every two of n authorships came together: n x n, 0 on the diagonal."""
        return self._core.divided.pair_scores(authorships)

    def likenesses(self) -> tuple[Likeness, ...]:
        """Every pair of pages that is worth proposing as one person, what to look at first before the rest."""
        if self._asked is not None:
            return self._core.page_pairs.likenesses_of(self._asked)
        return self._core.page_pairs.likenesses

    def likenesses_of(self, page_ids: Collection[str]) -> tuple[Likeness, ...]:
        """Those that touch one of these pages; much faster than all, where not all are asked for."""
        return self._core.page_pairs.likenesses_of(page_ids)

    def likeness(self, left: Page, right: Page) -> Likeness | None:
        """The judgement of two pages; None where they are not worth proposing as one person."""
        return self._core.page_pairs.likeness(left, right)

    def alike(self, likeness: Likeness) -> tuple[Evidence, ...]:
        """What says that two pages are one person's (weights above 0, in nats), and what says they are not."""
        return self._core.page_pairs.alike(likeness)

    def rivals(self, page: Page) -> tuple[Rival, ...]:
        """The authorships of a page that look like another namesake's, or a known person's where they name none."""
        return self._core.rivals.of(page) if self._has_ids else ()

    @cached_property
    def _has_ids(self) -> bool:
        """Whether any authorship says whose it is; where none does, there are no namesakes to choose from."""
        corpus = self._corpus
        return corpus.use_ids and any(item.person_id for paper in corpus.papers for item in paper.authorships)
