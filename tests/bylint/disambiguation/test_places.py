"""Where people work."""

import numpy
import pytest
from hypothesis import given, settings

import teams
from bylint import Corpus
from bylint.disambiguation.index import Index
from bylint.disambiguation.places import Places
from bylint.testing import author, corpus, paper


def at(text: str, *affiliations: str) -> object:
    """Somebody with affiliations."""
    return author(text, affiliations=affiliations)


def test_telling_words() -> None:
    """Numbers, single letters and what stands in every institution's name are left out; each word counts once."""
    places = Places(Index(corpus(paper(at("A A", "University of Leeds, Leeds LS2 9JT 99 Q"), "B B"))))
    assert places.of_authorship.lengths.tolist() == [3, 0]  # leeds, ls2, 9jt
    assert len(set(places.of_authorship[0].tolist())) == 3


def test_another_source_says_where_the_paper_says_nothing() -> None:
    """Its affiliations are terms like those that stand on the paper; these go first."""
    here = paper(at("A A", "Leeds"), "B B", doi="10.1162/1")
    beside = [paper(at("A A", "York"), at("B B", "Leeds"), doi="10.1162/1")]
    places = Places(Index(corpus(here, beside=beside)))
    assert [places.of_authorship[number].tolist() for number in (0, 1)] == [[0], [0]]


def test_own_affiliation_stands_for_elsewhere() -> None:
    """A team is where its members say, and who says nothing is where they are seen on other papers."""
    index = Index(corpus(paper(at("A A", "Leeds"), "B B"), paper("A A", "C C"), paper(at("A A", "Leeds"), "D D")))
    places = Places(index)
    (term,) = places.of_authorship[0].tolist()
    where, terms, shares = places.of_team(numpy.arange(6))
    assert where.tolist() == [0, 4, 2]
    assert terms.tolist() == [term] * 3
    assert shares.tolist() == [1, 1, 1]


def test_common_names_work_everywhere() -> None:
    """What a page of a common name says of places is not carried over to its other papers."""
    crowd = [
        paper(f"{given} {surname}") for given in ("Wei", "Li", "Min", "Hao") for surname in ("Wang", "Liu", "Chen")
    ]
    index = Index(corpus(paper(at("Wei Wang", "Leeds")), paper("Wei Wang"), *crowd))
    assert index.expected[0] > 0.5
    assert len(Places(index).seen[0].items) == 0


def test_cosines() -> None:
    """The same words give 1, others 0; who says nothing is not known."""
    places = Places(Index(corpus(paper(at("A A", "Leeds"), at("B B", "Leeds"), at("C C", "York"), "D D"))))
    rows, terms = places.of_authorship.gather(numpy.arange(4))
    cosines, known = places.cosines(4, rows, terms, numpy.ones(len(rows), numpy.float32))
    assert cosines.tolist() == pytest.approx(numpy.array([[1, 1, 0, 0], [1, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 0]]))
    assert known.tolist() == [[row < 3 and column < 3 for column in range(4)] for row in range(4)]


@settings(max_examples=50, deadline=None)
@given(teams.odd_corpora)
def test_shares_are_shares(corpus: Corpus) -> None:
    """Every authorship has its terms, and shares of what a page is seen with lie between 0 and 1."""
    index = Index(corpus)
    places = Places(index)
    assert len(places.of_authorship) == len(index.people_of.items)
    assert (places.weight > 0).all()
    where, terms, shares = places.of_team(numpy.arange(len(index.people_of.items)))
    assert ((shares > 0) & (shares <= 1)).all()
    cosines, _ = places.cosines(len(index.people_of.items), where, terms, shares)
    assert cosines.min(initial=0) >= 0
    assert cosines.max(initial=0) <= 1 + 1e-5
