"""What the evidence says, given by a test: for the rules of a check that stand on it whatever the numbers are."""

from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise

import pytest

from bylint import Disambiguation, Evidence, Group, Likeness, Name, Page, Partition, Rival
from bylint.testing import paper

CROWD = tuple(paper(f"Given{n}|Family{n}", f"Forename{n}|Surname{n}", title=f"On Subject{n}") for n in range(200))
"""Papers of people who have nothing to do with one another, beside whom a shared co-author tells something."""
FACTS = (
    Evidence(text="active in the same years", kind="years", weight=-0.38),
    Evidence(text="topics far apart", kind="topics", weight=0.21),
    Evidence(text="no co-author in common", kind="shared-coauthors", weight=0.95),
)


def partition(page: Page, sizes: Sequence[int], confidence: float = 0.8) -> Partition:
    """The authorships of a page cut, in their order, into groups of these sizes."""
    groups = tuple(
        Group(page.authorships[start:end], page.papers[start:end], None)
        for start, end in pairwise([0, *accumulate(sizes)])
    )
    return Partition(groups, confidence, 2.0, 0.02, 0.03)


def partitions(monkeypatch: pytest.MonkeyPatch, *sizes: int, confidence: float = 0.8) -> None:
    """Let every page of enough papers fall into groups of these sizes, and any other one hold together."""

    def of(_: Disambiguation, page: Page) -> Partition:
        enough = len(page.authorships) == sum(sizes)
        return partition(page, sizes if enough else [len(page.authorships)], confidence if enough else 0.01)

    monkeypatch.setattr(Disambiguation, "partition", of)
    monkeypatch.setattr(Disambiguation, "between", lambda *_: FACTS)


def likenesses(monkeypatch: pytest.MonkeyPatch, *pairs: tuple[str, str], confidence: float = 0.8) -> None:
    """Let these pairs of page ids look like one person each."""

    def of(disambiguation: Disambiguation) -> tuple[Likeness, ...]:
        pages = disambiguation._corpus.pages
        return tuple(
            Likeness(pages[left], pages[right], "one has a middle name", confidence, 1.0) for left, right in pairs
        )

    monkeypatch.setattr(Disambiguation, "likenesses", of)
    monkeypatch.setattr(Disambiguation, "alike", lambda *_: FACTS)


def rivals(monkeypatch: pytest.MonkeyPatch, papers: Iterable[str], suggested: str, shared: Iterable[Name]) -> None:
    """Let the first authorship of each of these papers belong to somebody else, with whom these co-authors wrote."""
    papers, shared = tuple(papers), tuple(shared)

    def of(_: Disambiguation, page: Page) -> tuple[Rival, ...]:
        return tuple(
            Rival(authorship, held, authorship.person_id, suggested, shared, (), len(held.authorships) - 1, 0.8, FACTS)
            for authorship, held in zip(page.authorships, page.papers, strict=True)
            if held.id in papers and authorship.position == 1
        )

    monkeypatch.setattr(Disambiguation, "rivals", of)
