"""Blocks: which pages could be one person's."""

import pytest
from hypothesis import given, settings

import teams
from bylint import Corpus, Paper
from bylint.disambiguation import candidates as blocks
from bylint.disambiguation.candidates import candidates, columns
from bylint.disambiguation.index import Index
from bylint.names import difference
from bylint.testing import corpus, name, paper


def offered(*papers: Paper) -> dict[tuple[str, str], str]:
    """The pairs of names that are offered, each with how they differ."""
    index = Index(corpus(*papers))
    return {
        (str(index.pages[left].names[0]), str(index.pages[right].names[0])): how
        for (left, right), how in candidates(index).items()
    }


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param("Noah Smith", "Noah A.|Smith", id="two words in common"),
        pytest.param("Zhong Jiang", "Zho|Ngjiang", id="the same letters"),
        pytest.param("Noah Smith", "N. Smith", id="an initial"),
        pytest.param("Bob Smith", "Robert Smith", id="a short form"),
        pytest.param("Kristine Smith", "Kristina Smith", id="a given name spelled alike"),
        pytest.param("Noah Smith", "Noah Smyth", id="a surname spelled alike"),
        pytest.param("Noah|Van der Berg", "N.|Berg", id="an initial and a part of the surname"),
    ],
)
def test_names_that_meet(left: str, right: str) -> None:
    """Names of one person meet in some block, whoever comes first, unless they stand on one paper."""
    one, other = str(name(left)), str(name(right))
    assert offered(paper(left), paper(right)).keys() == {(one, other)}
    assert offered(paper(right), paper(left)).keys() == {(other, one)}
    assert offered(paper(left, right)) == {}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param("Wei Smith", "Noah Smith", id="other given names"),
        pytest.param("Noah Smith", "Noah Quarrington", id="other surnames"),
        pytest.param("Katerina Smith", "Katarzyna Smith", id="given names spelled a little alike"),
    ],
)
def test_far_names_need_a_coauthor(left: str, right: str) -> None:
    """Names that differ much are a pair only where somebody wrote with both."""
    assert offered(paper(left, "Ann Kerr"), paper(right, "Bo Hale")) == {}
    assert offered(paper(left, "Ann Kerr"), paper(right, "Ann Kerr")).keys() == {(left, right)}
    assert offered(paper(left, "Ann Kerr"), paper(right, "Ann Kerr"), paper(left, right)) == {}


def test_crowds_are_no_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Words, initials and co-authors that very many share offer no pair."""
    initials = [paper("N. Smith"), *(paper(f"{given} Smith") for given in ("Nathaniel", "Norbert", "Nikodemus"))]
    assert offered(*initials)
    monkeypatch.setattr(blocks, "_MOST_BY_INITIAL", 3)
    monkeypatch.setattr(blocks, "_LARGEST_BLOCK", 2)
    assert all("N. Smith" not in pair for pair in offered(*initials))
    circle = [paper(f"{given} Smith", "Ann Kerr") for given in ("Wei", "Noah", "Uma", "Kofi")]
    assert len(offered(*circle)) == 6
    monkeypatch.setattr(blocks, "_LARGEST_CIRCLE", 3)
    assert offered(*circle) == {}


def test_editors_are_no_candidates() -> None:
    """A page without a paper is nobody's other half."""
    assert offered(paper("Noah Smith"), paper("Ann Kerr", editors=["N. Smith"])) == {}


@settings(max_examples=80, deadline=None)
@given(teams.odd_corpora)
def test_candidates_are_sorted_pairs(corpus: Corpus) -> None:
    """Each pair stands once, the smaller number first, sorted, with how its names differ; none wrote together."""
    index = Index(corpus)
    found = candidates(index)
    assert list(found) == sorted(found)
    for (left, right), how in found.items():
        assert left < right
        assert how == difference(index.pages[left].names[0], index.pages[right].names[0])
        assert right not in index.coauthors[left]
    both = columns(found)
    assert list(zip(*(side.tolist() for side in both), strict=True)) == list(found)
