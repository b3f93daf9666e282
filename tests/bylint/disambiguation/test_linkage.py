"""Clustering: average linkage with a share of nearest neighbours, many pages at a time."""

from itertools import combinations

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bylint.disambiguation.linkage import APART, NEAREST, TOGETHER, Clustering, Floats, cluster


@st.composite
def matrices(draw: st.DrawFn, smallest: int = 1) -> Floats:
    """Evidence between some places, no two values alike."""
    size = draw(st.integers(smallest, 9))
    random = numpy.random.Generator(numpy.random.PCG64(draw(st.integers(0, 10**6))))
    matrix = random.normal(draw(st.sampled_from([-2.0, 0.0, 1.0])), 3.0, (size, size))
    return (matrix + matrix.T) / 2


def evidence(matrix: Floats, left: list[int], right: list[int]) -> float:
    """What stands between two groups, as the formula has it."""
    grid = matrix[numpy.ix_(left, right)]
    of_left, of_right = grid.max(axis=1).mean(), grid.max(axis=0).mean()
    near = of_left if len(left) < len(right) else of_right if len(left) > len(right) else (of_left + of_right) / 2
    return float((1 - NEAREST) * grid.mean() + NEAREST * near)


def slowly(matrix: Floats) -> list[list[int]]:
    """The groups by the plainest clustering there is."""
    groups = [[place] for place in range(len(matrix))]
    while len(groups) > 1:
        strength, left, right = max((evidence(matrix, a, b), a, b) for a, b in combinations(groups, 2))
        if strength <= 0:
            break
        groups = [group for group in groups if group not in (left, right)] + [left + right]
    return sorted((sorted(group) for group in groups), key=lambda group: (-len(group), group[0]))


def listed(clustering: Clustering) -> list[list[int]]:
    """The groups as lists."""
    return [group.tolist() for group in clustering.groups]


@settings(deadline=None)
@given(matrices())
def test_groups_are_those_of_the_plain_algorithm(matrix: Floats) -> None:
    """Groups, their order, and the evidence that is left between them are what the definition says."""
    found = cluster([matrix])[0]
    assert listed(found) == slowly(matrix)
    for left, right in combinations(range(len(found.groups)), 2):
        expected = evidence(matrix, found.groups[left].tolist(), found.groups[right].tolist())
        assert found.links[left, right] == found.links[right, left] == pytest.approx(expected)
        assert found.links[left, right] <= 0
    assert numpy.isneginf(found.links.diagonal()).all()
    assert found.merges == ()


@settings(deadline=None)
@given(st.lists(matrices(), min_size=1, max_size=5))
def test_pages_are_worked_by_themselves(pages: list[Floats]) -> None:
    """Many pages at once give what each gives alone, and leave the matrices as they were."""
    before = [page.copy() for page in pages]
    together = cluster(pages)
    for page, held, found in zip(pages, before, together, strict=True):
        alone = cluster([page])[0]
        assert (page == held).all()
        assert listed(found) == listed(alone)
        assert found.links == pytest.approx(alone.links)


@settings(deadline=None)
@given(matrices(smallest=2), st.data())
def test_what_is_known_stands(matrix: Floats, data: st.DataObject) -> None:
    """Places that are known to be one person's come together and others stay apart, whatever the evidence."""
    people = data.draw(st.lists(st.sampled_from([None, 0, 1, 2]), min_size=len(matrix), max_size=len(matrix)))
    for left, right in combinations(range(len(matrix)), 2):
        if people[left] is not None and people[right] is not None:
            matrix[left, right] += TOGETHER if people[left] == people[right] else APART
            matrix[right, left] = matrix[left, right]
    found = listed(cluster([matrix])[0])
    for person in {0, 1, 2} & set(people):
        places = {place for place, held in enumerate(people) if held == person}
        (home,) = [group for group in found if places & set(group)]
        assert places <= set(home)
        assert {people[place] for place in home} <= {person, None}


def test_what_contradicts_itself_stays_apart() -> None:
    """A place that belongs with two that are apart goes with one of them; those two never meet."""
    matrix = numpy.zeros((3, 3))
    matrix[0, 2] = matrix[2, 0] = matrix[1, 2] = matrix[2, 1] = TOGETHER
    matrix[0, 1] = matrix[1, 0] = APART
    assert listed(cluster([matrix])[0]) == [[0, 2], [1]]


@settings(deadline=None)
@given(st.lists(matrices(), min_size=1, max_size=3))
def test_whole_keeps_every_merge(pages: list[Floats]) -> None:
    """Asked for the whole, it merges on until all is one, and the groups are those of the usual end."""
    for page, found, usual in zip(pages, cluster(pages, whole=True), cluster(pages), strict=True):
        assert listed(found) == listed(usual)
        assert len(found.merges) == len(page) - 1
        above = [merge for merge in found.merges if merge.evidence > 0]
        assert found.merges[: len(page) - len(usual.groups)] == tuple(above[: len(page) - len(usual.groups)])
        for merge in found.merges:
            assert merge.evidence == pytest.approx(evidence(page, merge.left.tolist(), merge.right.tolist()))
        if found.merges:
            last = found.merges[-1]
            assert sorted([*last.left.tolist(), *last.right.tolist()]) == list(range(len(page)))
