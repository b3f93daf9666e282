"""Which two pages are one person: candidates judged by a model."""

import pytest
from hypothesis import given, settings

import teams
from bylint import Corpus, Paper
from bylint.disambiguation.candidates import candidates
from bylint.disambiguation.index import Index
from bylint.disambiguation.likenesses import FLOOR, Likenesses, Proposal, prior_features
from bylint.disambiguation.model import shipped
from bylint.disambiguation.pairs import PairEvidence
from bylint.testing import corpus, paper

TEAM = ["Ann Kerr", "Bo Hale", "Cy Ott"]
FIELD = teams.field(40)


def proposed(*papers: Paper) -> dict[tuple[str, str], Proposal]:
    """The proposals of a corpus that holds others, by the names."""
    index = Index(corpus(*papers, *FIELD))
    found = Likenesses(PairEvidence(index), shipped()).proposals(candidates(index))
    pages = index.pages
    return {(str(pages[item.left].names[0]), str(pages[item.right].names[0])): item for item in found}


def test_one_person_with_a_middle_initial() -> None:
    """Two spellings with the same co-authors are proposed, and nobody else is."""
    found = proposed(*teams.team(["Noah Smith", *TEAM], 4, 1), *teams.team(["Noah A.|Smith", *TEAM], 4, 1))
    assert list(found) == [("Noah Smith", "Noah A. Smith")]
    (proposal,) = found.values()
    assert proposal.difference == "one has a further given name"
    assert proposal.confidence > 0.9
    assert proposal.evidence > 0


def test_two_people_on_one_paper() -> None:
    """Two names on one paper are two people, however alike."""
    both = [*teams.team(["Noah Smith", *TEAM], 4, 1), *teams.team(["Noah A.|Smith", *TEAM], 4, 1)]
    assert proposed(*both, paper("Noah Smith", "Noah A.|Smith")) == {}


def test_other_teams_are_less_likely() -> None:
    """Without anything in common the same two names are less likely one person's."""
    with_team = proposed(*teams.team(["Noah Smith", *TEAM], 4, 1), *teams.team(["N. Smith", *TEAM], 4, 1))
    other = ["Di Nunn", "Ed Pike", "Flo Quist"]
    without = proposed(
        *teams.team(["Noah Smith", *TEAM], 4, 1), *teams.team(["N. Smith", *other], 4, 2, range(1980, 1985))
    )
    pair = ("Noah Smith", "N. Smith")
    assert with_team[pair].confidence > 0.9
    assert pair not in without or without[pair].confidence < with_team[pair].confidence - 0.3


def test_more_papers_are_looked_at_first() -> None:
    """Of two proposals alike in confidence that with more papers ranks higher."""
    index = Index(corpus(paper("A A"), paper("B B"), paper("C C"), paper("C C")))
    few, many = (Proposal(0, other, "", 0.8, 1.0, ()) for other in (1, 2))
    assert few.rank(index) < many.rank(index)


def test_a_rival_spelling_makes_each_less_likely() -> None:
    """Where an initial could be several people's, each of them is counted as a rival of the others."""
    index = Index(
        corpus(
            paper("N. Smith"), paper("Noah Smith"), paper("Nils Smith"), paper("Kristine Ott"), paper("Kristina Ott")
        )
    )
    rows = dict(zip(candidates(index), prior_features(index, candidates(index))[:, 2].tolist(), strict=True))
    assert rows[0, 1] == rows[0, 2] == pytest.approx(1.386, abs=1e-3)  # three: the pair from both sides, and the other
    assert rows[3, 4] == 0


@settings(max_examples=40, deadline=None)
@given(teams.odd_corpora)
def test_any_corpus_has_its_proposals(corpus: Corpus) -> None:
    """Proposals are candidates in their order, at the floor or above; a lower floor gives all of them and more."""
    index = Index(corpus)
    held = candidates(index)
    likenesses = Likenesses(PairEvidence(index), shipped())
    found, more = likenesses.proposals(held), likenesses.proposals(held, 0.01)
    assert [item for item in held if item in {(p.left, p.right) for p in found}] == [(p.left, p.right) for p in found]
    assert all(FLOOR - 1e-9 <= item.confidence <= 1 for item in found)
    assert {item[:3] for item in found} <= {item[:3] for item in more}
