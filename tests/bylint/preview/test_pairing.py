"""Which paper and which authorship is which."""

import pytest
from hypothesis import HealthCheck, given, settings

import strategies
from bylint import Corpus, Paper
from bylint.preview.pairing import Pair, differences, paired, papers, standings
from bylint.testing import author, corpus, paper

FEW = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def pairs(before: Corpus, after: Corpus) -> list[Pair]:
    """What differs between two states."""
    return list(differences(papers(before, after), standings(before), standings(after)))


def told(was: Paper, now: Paper) -> str:
    """The authorships of a paper as `old>new`, by their positions."""
    before, after = corpus(was), corpus(now)
    found = paired(standings(before)[id(was)], standings(after)[id(now)])
    return " ".join(f"{_place(one.was)}>{_place(one.now)}" for one in found)


def _place(standing) -> str:
    return "" if standing is None else f"{standing.authorship.role[0]}{standing.authorship.position}"


@pytest.mark.parametrize(
    ("was", "now", "expected"),
    [
        pytest.param(["Ada Lovelace"], ["Ada Lovelace"], "a1>a1", id="nothing changes"),
        pytest.param(["Ada Lovelace", "Bo Li"], ["Bo Li", "Ada Lovelace"], "a2>a1 a1>a2", id="another order"),
        pytest.param(["Ada Lovelace"], ["Cy Young", "Ada Lovelace"], ">a1 a1>a2", id="somebody new before"),
        pytest.param(["Ada Lovelace", "Bo Li"], ["Bo Li"], "a2>a1 a1>", id="somebody gone"),
        pytest.param(["Ada Lovelace", "Bo Li"], ["Ada Lovelace", "Cy Young"], "a1>a1 a2>a2", id="in the place of"),
        pytest.param(["Bo Li"], ["Ada Lovelace", "Cy Young"], ">a1 >a2 a1>", id="of another length, so nobody's place"),
        pytest.param(["José Li", "Bo Li"], ["Bo Li", "Jose Li"], "a2>a1 a1>a2", id="an accent less"),
        pytest.param(["Bo Li", "Bo Li"], ["Bo Li"], "a1>a1 a2>", id="twice, then once"),
    ],
)
def test_by_name(was: list[str], now: list[str], expected: str) -> None:
    """Who has the same name is the same, and then whoever stands in the same place."""
    assert told(paper(*was, id="x"), paper(*now, id="x")) == expected


def test_by_id() -> None:
    """An id is known again under another name, and of two of one name the one with the id."""
    was = paper(author("Ada Lovelace", id="ada"), "Bo Li", id="x")
    assert told(was, paper("Cy Young", author("Augusta King", id="ada"), "Bo Li", id="x")) == ">a1 a1>a2 a2>a3"
    twins = paper("Bo Li", author("Bo Li", id="bo"), id="x")
    assert told(twins, paper(author("Bo Li", id="bo"), "Bo Li", id="x")) == "a2>a1 a1>a2"


def test_editors_are_no_authors() -> None:
    """Who edited a volume is not whoever wrote it, in whatever place."""
    was, now = paper("Bo Li", editors=["Ada Lovelace"], id="x"), paper("Ada Lovelace", editors=["Bo Li"], id="x")
    assert told(was, now) == "a1>a1 e1>e1"
    assert told(was, paper("Bo Li", "Ada Lovelace", id="x")) == "a1>a1 >a2 e1>"


def test_papers_by_id() -> None:
    """A paper is known by its id; of several of one id, each is as it comes."""
    before = corpus(paper("Ada Lovelace", id="x"), paper("Bo Li", id="x"), paper("Cy Young", id="y"))
    after = corpus(paper("Ada Lovelace", id="x"), paper("Bo Li", id="z", title="Another"))
    compared = papers(before, after)
    assert [(was.id, now.id) for was, now in compared.kept] == [("x", "x")]
    assert [one.id for one in compared.new] == ["z"]
    assert [one.id for one in compared.gone] == ["x", "y"]


def test_papers_by_content() -> None:
    """A paper under a new id is known by title and authors, unless two have them."""
    before = corpus(paper("Ada Lovelace", id="x", title="One"), *(paper("Bo Li", id=key, title="Two") for key in "ab"))
    after = corpus(paper("Ada Lovelace", id="y", title="One"), *(paper("Bo Li", id=key, title="Two") for key in "cd"))
    compared = papers(before, after)
    assert [(was.id, now.id) for was, now in compared.kept] == [("x", "y")]
    assert (len(compared.new), len(compared.gone)) == (2, 2)
    assert papers(corpus(paper(id="x")), corpus(paper(id="y"))).kept == []


@FEW
@given(before=strategies.corpora, after=strategies.corpora)
def test_every_authorship_is_in_one_pair(before: Corpus, after: Corpus) -> None:
    """No authorship is in two pairs; each that is left out is on the same page in both states."""
    found = pairs(before, after)
    for side, state in (("was", before), ("now", after)):
        held = [id(getattr(pair, side).authorship) for pair in found if getattr(pair, side)]
        assert len(held) == len(set(held))
        assert set(held) <= {id(one) for one in state.authorships}
    assert all(pair.was or pair.now for pair in found)
    stay = sum(len(paper.authorships) + len(paper.editors) for paper in after.papers) - sum(
        pair.now is not None for pair in found
    )
    were = sum(1 for _ in before.authorships) - sum(pair.was is not None for pair in found)
    assert stay == were


@FEW
@given(state=strategies.corpora)
def test_a_state_does_not_differ_from_itself(state: Corpus) -> None:
    """Nothing differs where nothing changed."""
    assert pairs(state, state) == []
    again = Corpus(state.papers, state.people, state.venues, use_ids=state.use_ids)
    assert pairs(state, again) == []
