"""The evidence between two sets of papers, each summed up in a profile."""

import numpy
import pytest
from hypothesis import given, settings

import teams
from bylint import Corpus, Paper
from bylint.disambiguation import profiles
from bylint.disambiguation.index import Index
from bylint.disambiguation.pairs import PairEvidence
from bylint.disambiguation.profiles import CHEAP, FEATURES, KINDS, Profiles
from bylint.testing import author, corpus, paper


def everybody(corpus: Corpus) -> Profiles:
    """A profile for each page."""
    index = Index(corpus)
    return Profiles(PairEvidence(index), numpy.arange(len(index.pages)), index.papers_of)


def compared(*papers: Paper) -> dict[str, float]:
    """The features of the pages of N. Smith and Noah Smith among others."""
    made = everybody(corpus(*papers, *teams.field(20)))
    left, right = (made.index.page_number[f"{name}-smith/unverified"] for name in ("n", "noah"))
    return dict(zip(FEATURES, made.compare(numpy.array([left]), numpy.array([right]))[0].tolist(), strict=True))


def test_every_feature_has_one_kind() -> None:
    """The kinds share out all features."""
    assert sorted(feature for held in KINDS.values() for feature in held) == sorted(FEATURES)


def test_shared_coauthors() -> None:
    """The rarest shared co-author, up to three more, and how many there are."""
    others = ["Ann Kerr", "Bo Hale", "Cy Ott", "Di Nunn", "Ed Pike"]
    found = compared(paper("N. Smith", *others), paper("Noah Smith", *others))
    assert found["shared"] == 1
    assert found["shared_number"] == pytest.approx(numpy.log1p(5))
    assert found["shared_rest"] == pytest.approx(numpy.log1p(3 * numpy.expm1(found["shared_best"])), rel=1e-3)
    assert found["people_unshared"] == found["alone"] == 0


def test_a_crowd_is_nobodys_company(monkeypatch: pytest.MonkeyPatch) -> None:
    """Papers with more authors than can be paired name no co-authors: their pairs would fill the memory."""
    monkeypatch.setattr(profiles, "LARGEST_CROWD", 2)
    made = everybody(corpus(paper("Ann Kerr", "Bo Hale", "Cy Ott"), paper("Ann Kerr", "Di Nunn")))
    assert made.coauthors.lengths.sum() == 2


def test_no_shared_coauthor() -> None:
    """People who have none in common, and people who have none at all."""
    found = compared(paper("N. Smith", "Ann Kerr"), paper("Noah Smith", "Bo Hale"))
    assert found["people_unshared"] == pytest.approx(2 * numpy.log(2))
    assert found["second"] == 0
    assert compared(paper("N. Smith", "Ann Kerr"), paper("Noah Smith"))["alone"] == 1
    both = paper("N. Smith", "Ann Kerr"), paper("Noah Smith", "Bo Hale"), paper("Ann Kerr", "Bo Hale")
    assert compared(*both)["second"] > 0


def test_years_venues_topics_and_places() -> None:
    """Whatever else two profiles have in common, 0 to 1, with a flag where it is known."""
    leeds = author("N. Smith", affiliations=["Leeds"]), author("Noah Smith", affiliations=["Leeds"])
    team = author("Ann Kerr", affiliations=["York"]), author("Bo Hale", affiliations=["York"])
    said = {"title": "kazoo", "abstract": "kazoo", "venues": ("x",)}
    alike = compared(paper(leeds[0], team[0], year=2000, **said), paper(leeds[1], team[1], year=2004, **said))
    for feature in ("affiliation", "place", "topic", "venue"):
        assert alike[feature] == pytest.approx(1, abs=1e-3)
    assert (alike["affiliation_known"], alike["place_known"], alike["topic_known"]) == (1, 1, 1)
    assert (alike["years_overlap"], alike["years_gap"]) == (0, pytest.approx(numpy.log1p(4)))
    apart = compared(paper("N. Smith", title="", year=None), paper("Noah Smith", title="oboe"))
    assert [apart[feature] for feature in ("affiliation", "affiliation_known", "topic", "venue")] == [0, 0, 0, 0]
    assert apart["years_overlap"] == 1


def test_large_profiles_are_read_in_part(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of many papers some are read, evenly, and circles are made a batch at a time."""
    made = everybody(corpus(*(paper("N. Smith", title=f"t{n}") for n in range(25)), *teams.field(3)))
    row, papers = made._read
    assert papers[row == 0].tolist() == list(range(0, 25, 3))
    monkeypatch.setattr(profiles, "_BATCH", 2)
    again = everybody(corpus(*teams.field(3)))
    monkeypatch.undo()
    usual = everybody(corpus(*teams.field(3)))
    assert again._circle.items.tolist() != []
    left, right = (side.ravel() for side in numpy.indices((12, 12)))
    assert again.compare(left, right) == pytest.approx(usual.compare(left, right))


@settings(max_examples=40, deadline=None)
@given(teams.odd_corpora)
def test_features_of_any_pages(corpus: Corpus) -> None:
    """Every two pages have finite features, the same both ways round; cosines and flags lie between 0 and 1."""
    made = everybody(corpus)
    left, right = (side.ravel() for side in numpy.indices((len(made.pages), len(made.pages))))
    found = made.compare(left, right)
    assert found.shape == (len(left), len(FEATURES))
    assert numpy.isfinite(found).all()
    assert found == pytest.approx(made.compare(right, left), abs=1e-5)
    assert found[:, : len(CHEAP)] == pytest.approx(made.cheap(left, right))
    assert found.min(initial=0) >= 0
    flags = [place for place, name in enumerate(FEATURES) if name.endswith(("known", "place", "topic", "venue"))]
    assert found[:, flags].max(initial=0) <= 1 + 1e-5
