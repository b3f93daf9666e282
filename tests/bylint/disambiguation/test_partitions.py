"""From the evidence between papers to the people behind a page, and how sure that is."""

from collections.abc import Sequence

import numpy
import pytest
from hypothesis import given, settings

import teams
from bylint import Corpus
from bylint.disambiguation.index import Index
from bylint.disambiguation.linkage import APART, TOGETHER
from bylint.disambiguation.model import shipped
from bylint.disambiguation.namesets import name_set
from bylint.disambiguation.pairs import PairEvidence
from bylint.disambiguation.partitions import STRONGEST, Partitions, Unit
from bylint.testing import corpus

HERE = teams.team(["Wei Wang", "Ann Kerr", "Bo Hale", "Cy Ott"], 8, 1)
THERE = teams.team(["Wei Wang", "Di Nunn", "Ed Pike", "Flo Quist"], 5, 2)
INDEX = Index(corpus(*HERE, *THERE, *teams.field(40)))
PARTITIONS = Partitions(PairEvidence(INDEX), shipped())
WANG = INDEX.page_number["wei-wang/unverified"]


def unit(papers: slice = slice(None), known: object = None) -> Unit:
    """Papers of the page."""
    return Unit(INDEX.papers_of[WANG][papers], frozenset({WANG}), 1.0, known)  # type: ignore[arg-type]


def test_two_teams_are_two_people() -> None:
    """The larger one first; the evidence is for two people, and more so than on most pages of one."""
    (found,) = PARTITIONS.judged([unit()])
    assert [group.tolist() for group in found.groups] == [list(range(8)), list(range(8, 13))]
    assert len(found.group_evidence) == 1
    assert found.confidence > 0.5 > found.tail


def test_one_team_is_one_person() -> None:
    """Nothing splits it: what is said is what would be said without a look."""
    (found,) = PARTITIONS.judged([unit(slice(8))])
    assert (len(found.groups), found.group_evidence, found.tail) == (1, (), 1.0)
    assert (found.confidence, found.evidence) == PARTITIONS.undivided(8, 1.0)
    assert found.evidence < 0


def test_one_paper_says_nothing() -> None:
    """One paper is one person's."""
    (found,) = PARTITIONS.judged([unit(slice(1))])
    assert [group.tolist() for group in found.groups] == [[0]]
    assert (found.evidence, found.confidence, found.tail) == (0, 0, 1)
    assert PARTITIONS.undivided(1, 9.0) == PARTITIONS.undivided(0, 9.0) == (0, 0)


def test_what_is_known_goes_before_the_evidence() -> None:
    """Papers of two teams are one person's and those of one team two people's if that is known."""
    known = numpy.zeros((13, 13))
    known[0, 12] = known[12, 0] = TOGETHER
    known[0, 1] = known[1, 0] = APART
    (found,) = PARTITIONS.judged([unit(known=known)])
    home = next(group.tolist() for group in found.groups if 0 in group)
    assert 12 in home
    assert 1 not in home


def test_no_pair_decides_alone() -> None:
    """The evidence of two papers is capped, and symmetric."""
    _, similarity = PARTITIONS.weighed(unit())
    assert numpy.abs(similarity).max() <= STRONGEST
    assert similarity == pytest.approx(similarity.T, abs=1e-4)


def papers_of(unit: Unit, groups: Sequence[numpy.ndarray]) -> list[list[int]]:
    """The papers of each group: two namesakes on one paper are alike in everything, and either may stand in either."""
    return sorted(sorted(unit.places[group].tolist()) for group in groups)


@settings(max_examples=25, deadline=None)
@given(teams.odd_corpora)
def test_pages_are_judged_by_themselves(corpus: Corpus) -> None:
    """Many pages at once, of whatever sizes, are judged as each alone; every place is in one group."""
    index = Index(corpus)
    partitions = Partitions(PairEvidence(index), shipped())
    held = [name_set(corpus, index, page.authorships, page.papers) for page in corpus.pages.values()]
    units = [item.unit for item in held if item.signed] * 4
    alone_of = {id(unit): partitions.judged([unit])[0] for unit in units}
    for unit, found, study in zip(units, partitions.judged(units), partitions.studies(units), strict=True):
        alone = alone_of[id(unit)]
        assert papers_of(unit, found.groups) == papers_of(unit, alone.groups)
        assert (found.confidence, found.evidence) == pytest.approx((alone.confidence, alone.evidence), abs=1e-3)
        assert sorted(place for group in found.groups for place in group.tolist()) == list(range(len(unit.places)))
        assert 0 <= found.confidence <= 1
        assert 0 < found.tail <= 1
        assert len(study.rows) == len(found.groups) - 1 == len(found.group_evidence) or len(unit.places) == 1
