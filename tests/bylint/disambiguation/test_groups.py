"""The evidence that one group of papers of a page is somebody else than the rest of the page."""

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import teams
from bylint import Corpus
from bylint.disambiguation.groups import FEATURES, features
from bylint.disambiguation.index import Index
from bylint.disambiguation.pairs import PairEvidence
from bylint.testing import author, corpus, paper


def split(corpus: Corpus, page: int, first: int) -> dict[str, float]:
    """The features of the first few papers of a page against the rest."""
    index = Index(corpus)
    places = index.papers_of[page]
    m = PairEvidence(index).matrices(places, numpy.zeros(len(places), numpy.int64), [frozenset({page})])
    order = numpy.arange(len(places))
    return dict(zip(FEATURES, features(m, index.years[places], order[:first], order[first:], -1.5), strict=True))


@pytest.mark.parametrize(
    ("years", "gap", "spread"),
    [
        pytest.param([2000, 2002, 2010], 8, 9, id="a gap"),
        pytest.param([2000, 2010, 2005], 0, 5, id="overlap"),
        pytest.param([None, None, 2010], 0, 3, id="no year on one side"),
        pytest.param([2000, None, 2001], 1, 1, id="a year is missing"),
    ],
)
def test_years(years: list[int | None], gap: int, spread: float) -> None:
    """Years between the two sides and their mean distance; 0 and a usual distance where a side has none."""
    found = split(corpus(*(paper("Wei Wang", year=year) for year in years)), 0, 2)
    assert found["years_gap"] == pytest.approx(numpy.log1p(gap))
    assert found["years_overlap"] == (gap == 0)
    assert found["spread"] == pytest.approx(numpy.log1p(spread))


def test_sides() -> None:
    """Sizes, co-authors and affiliations of the two sides."""
    leeds, york = author("Wei Wang", affiliations=["Leeds"]), author("Wei Wang", affiliations=["York"])
    records = [paper(leeds, "Ann Kerr"), paper(leeds, "Ann Kerr"), paper(york, "Bo Hale")]
    found = split(corpus(*records), 0, 2)
    assert found["link"] == -1.5
    assert (found["shared"], found["alone"], found["small_is_one"], found["affiliation_apart"]) == (0, 0, 1, 1)
    assert found["people_unshared"] == pytest.approx(numpy.log1p(2) + numpy.log1p(1))
    assert found["size_large"] == pytest.approx(numpy.log1p(2))
    assert split(corpus(*records), 0, 1)["shared"] == 1


@settings(max_examples=50, deadline=None)
@given(teams.odd_corpora, st.data())
def test_any_split_has_finite_features(corpus: Corpus, data: st.DataObject) -> None:
    """Every way to split a page is described by finite numbers."""
    index = Index(corpus)
    for page in numpy.flatnonzero(index.papers_of.lengths > 1).tolist():
        found = split(corpus, page, data.draw(st.integers(1, len(index.papers_of[page]) - 1)))
        assert numpy.isfinite(list(found.values())).all(), found
