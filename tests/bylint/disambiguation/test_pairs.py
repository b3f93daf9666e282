"""The evidence between two papers that may be one person's."""

import numpy
import pytest
from hypothesis import given, settings

import teams
from bylint import Corpus
from bylint.disambiguation.index import Index
from bylint.disambiguation.pairs import FEATURES, KINDS, Matrices, PairEvidence, features
from bylint.testing import author, corpus, paper


def between(*records: object, name: str = "Wei Wang") -> tuple[Matrices, dict[str, numpy.ndarray]]:
    """The matrices and the features between the papers of one page, in a corpus that holds others."""
    index = Index(corpus(*records, *teams.field(20)))
    page = index.page_number[f"{name.lower().replace(' ', '-')}/unverified"]
    places = index.papers_of[page]
    matrices = PairEvidence(index).matrices(places, numpy.zeros(len(places), numpy.int64), [frozenset({page})])
    held = features(matrices)
    return matrices, {feature: held[..., place] for place, feature in enumerate(FEATURES)}


def test_every_feature_has_one_kind() -> None:
    """The kinds share out all features."""
    assert [feature for held in KINDS.values() for feature in held] == list(FEATURES)
    assert len(set(FEATURES)) == len(FEATURES)


def test_shared_coauthors() -> None:
    """A co-author on two papers is shared; the page itself is no co-author of itself."""
    m, f = between(paper("Wei Wang", "Ann Kerr", "Bo Hale"), paper("Wei Wang", "Ann Kerr"), paper("Wei Wang"))
    assert m.coauthors.tolist() == [2, 1, 0]
    assert m.shared_number[0, 1] == 1
    assert f["shared_coauthor"][0].tolist() == [1, 1, 0]
    assert f["alone"][0].tolist() == [0, 0, 1]
    assert f["people_unshared"].tolist() == numpy.zeros((3, 3)).tolist()


def test_a_team_is_one_fact() -> None:
    """Co-authors who always come together are as rare together as the rarest of them."""
    alone, _ = between(paper("Wei Wang", "Ann Kerr"), paper("Wei Wang", "Ann Kerr"))
    team, _ = between(*(paper("Wei Wang", "Ann Kerr", "Bo Hale", "Cy Ott") for _ in range(2)))
    assert team.shared_number[0, 1] == 3
    assert team.shared_rarity[0, 1] == pytest.approx(alone.shared_rarity[0, 1])


def test_coauthors_of_coauthors() -> None:
    """A co-author of the one who wrote elsewhere with a co-author of the other links the two."""
    both = paper("Wei Wang", "Ann Kerr"), paper("Wei Wang", "Bo Hale")
    assert between(*both)[0].second[0, 1] == 0
    assert between(*both, paper("Ann Kerr", "Bo Hale"))[0].second[0, 1] > 0


def test_what_is_unknown_says_nothing() -> None:
    """Without affiliation, abstract or year there is a flag, and no distance."""
    m, f = between(paper("Wei Wang", year=None), paper("Wei Wang", year=1950, abstract="one"))
    assert not m.affiliation_known.any()
    assert not m.abstract_known[0, 1]
    assert m.years[0, 1] == 3
    assert f["years_far"][0, 1] == f["affiliation_apart"][0, 1] == f["team_place_known"][0, 1] == 0


def test_what_is_known_counts() -> None:
    """Affiliations, the places of co-authors, topics, venues and years of two papers."""
    leeds, york = author("Wei Wang", affiliations=["Leeds"]), author("Wei Wang", affiliations=["York"])
    ann, bo = author("Ann Kerr", affiliations=["Leeds"]), author("Bo Hale", affiliations=["Leeds"])
    m, f = between(
        paper(leeds, ann, title="kazoo", venues=("x",), year=2000, abstract="about kazoo"),
        paper(leeds, bo, title="kazoo", venues=("x",), year=2004, abstract="about kazoo"),
        paper(york, title="oboe", year=2020),
    )
    assert f["affiliation"][0].tolist() == pytest.approx([1, 1, 0])
    assert f["affiliation_apart"][0].tolist() == [0, 0, 1]
    assert f["team_place"][0, 1] == pytest.approx(1)
    assert f["topic"][0].tolist() == pytest.approx([1, 1, 0])
    assert m.venue[0, 1] > 0 == m.venue[0, 2]
    assert m.years[0].tolist() == [0, 4, 20]
    assert f["years_far"][0].tolist() == [0, 0, 1]


@settings(max_examples=50, deadline=None)
@given(teams.odd_corpora)
def test_many_pages_at_once_are_as_one_by_one(corpus: Corpus) -> None:
    """What is made for all pages in one go holds, page by page, what is made for each; all of it symmetric and finite."""
    index = Index(corpus)
    evidence = PairEvidence(index)
    pages = numpy.flatnonzero(index.papers_of.lengths).tolist()
    if not pages:
        return
    lengths = [len(index.papers_of[page]) for page in pages]
    places = numpy.concatenate([index.papers_of[page] for page in pages])
    together = evidence.matrices(places, numpy.repeat(range(len(pages)), lengths), [frozenset({p}) for p in pages])
    start = 0
    for page, length in zip(pages, lengths, strict=True):
        block = numpy.zeros(length, numpy.int64)
        alone = features(evidence.matrices(index.papers_of[page], block, [frozenset({page})]))
        assert alone == pytest.approx(features(together.part(start, start + length)), abs=1e-3)
        assert alone == pytest.approx(alone.transpose(1, 0, 2), abs=1e-4)
        assert numpy.isfinite(alone).all()
        start += length
