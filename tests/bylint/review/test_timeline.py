"""The time line of a page."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bylint.dossier.model import Row
from bylint.review.timeline import timeline
from bylint.testing import corpus, paper
from dossiers import dossier


def rows(*years: int | None) -> tuple[Row, ...]:
    """One row for each year, all of one group."""
    papers = [paper("Wei Liu", "Bo Li", id=f"x-{n}", year=year) for n, year in enumerate(years)]
    return dossier(corpus(*papers), "Wei Liu").papers


@pytest.mark.parametrize(
    "years",
    [
        pytest.param((2020,), id="one paper"),
        pytest.param((None, None), id="no years"),
        pytest.param((20, 2020), id="a year that is a slip"),
    ],
)
def test_no_picture(years: tuple[int | None, ...]) -> None:
    """Nothing is drawn where nothing can be compared."""
    assert timeline(rows(*years)) is None


def test_each_paper_is_a_square() -> None:
    """A square a paper, in the column of its year; the words say the same."""
    line = timeline(rows(2020, 2020, 2022))
    assert line is not None
    assert len(line.bars) == 3
    assert len({bar.x for bar in line.bars}) == 2
    assert [label.year for label in line.labels] == [2020, 2021, 2022]
    assert line.told == "group 1: 2020 2, 2022 1"


@given(st.lists(st.integers(1952, 2030), min_size=2, max_size=300))
def test_all_of_it_is_inside(years: list[int]) -> None:
    """No square lies outside of the picture, and none on another."""
    row = rows(2020)[0]
    line = timeline([row._replace(year=year, group=n % 3 + 1) for n, year in enumerate(years)])
    assert line is not None
    for bar in line.bars:
        assert 0 <= bar.x <= bar.x + bar.width <= line.width
        assert 0 <= bar.y <= bar.y + bar.height <= line.base
    columns: dict[float, list[tuple[float, float]]] = {}
    for bar in line.bars:
        columns.setdefault(bar.x, []).append((bar.y, bar.y + bar.height))
    for column in columns.values():
        edges = sorted(column)
        assert all(upper[1] <= lower[0] + 0.2 for upper, lower in itertools.pairwise(edges))
