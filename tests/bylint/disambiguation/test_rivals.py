"""Which authorships of a name point to another namesake than the one whose id they carry, or to one at all."""

import numpy
import pytest

import teams
from bylint import Authorship, Corpus, Disambiguation, Paper, Rival
from bylint.disambiguation.linkage import Clustering
from bylint.disambiguation.rivals import moves
from bylint.testing import author, corpus, person

HERE, THERE = ["Ann Kerr", "Bo Hale", "Cy Ott"], ["Di Nunn", "Ed Pike", "Flo Quist"]
PEOPLE = [person("wei-wang-mit", "Wei Wang"), person("wei-wang-leeds", "Wei Wang")]
FIELD = teams.field(40)
MIT, LEEDS = (author("Wei Wang", id=known.id) for known in PEOPLE)


def records(wrong: Authorship = LEEDS, bare: str | Authorship = "Wei Wang") -> list[Paper]:
    """Two people with their teams; in the first team's papers one of another id, and one that may say nothing."""
    here = [
        *teams.team([MIT, *HERE], 8, 1)[:6],
        teams.team([wrong, *HERE], 8, 1)[6],
        teams.team([bare, *HERE], 8, 1)[7],
    ]
    return here + teams.team([LEEDS, *THERE], 6, 2)


def rivals(found: Corpus) -> dict[str, list[Rival]]:
    """The rivals on every page, by the page's id."""
    disambiguation = Disambiguation(found)
    return {page.id: list(held) for page in found.pages.values() if (held := disambiguation.rivals(page))}


def test_a_paper_with_the_id_of_another() -> None:
    """A paper in one person's team with the other's id is a rival, on the page that it is on; so is a bare one."""
    found = rivals(corpus(*records(), *FIELD, *PEOPLE))
    assert found.keys() == {"wei-wang-leeds", "wei-wang/unverified"}
    (wrong,), (bare,) = found["wei-wang-leeds"], found["wei-wang/unverified"]
    assert (wrong.paper.id, wrong.own_id, wrong.suggested_id) == ("team-1-6", "wei-wang-leeds", "wei-wang-mit")
    assert (bare.paper.id, bare.own_id, bare.suggested_id) == ("team-1-7", None, "wei-wang-mit")
    for rival in (wrong, bare):
        assert {str(name) for name in rival.shared} <= set(HERE)
        assert rival.shared
        assert rival.own_shared == ()
        assert rival.coauthors == len(rival.paper.authorships) - 1
        assert 0.5 < rival.confidence <= 1
        assert rival.evidence
        assert rival.authorship is rival.paper.authorships[0]


def test_ids_that_are_right_have_no_rivals() -> None:
    """Where every paper carries the id of its team there is nothing to say, however bare another name is."""
    assert rivals(corpus(*records(MIT, MIT), *FIELD, *PEOPLE)) == {}


def test_one_person_has_no_rival() -> None:
    """A name with a single id, with ids for anybody only, or in a corpus that ignores ids, has no rivals."""
    one = [*teams.team([MIT, *HERE], 6, 1), *teams.team(["Wei Wang", *THERE], 6, 2)]
    assert rivals(corpus(*one, *FIELD, *PEOPLE)) == {}
    some = [PEOPLE[0], PEOPLE[1]._replace(is_verified=False)]
    assert rivals(corpus(*records(), *FIELD, *some)) == {}
    anybody = [known._replace(is_verified=False) for known in PEOPLE]
    assert rivals(corpus(*records(), *FIELD, *anybody)) == {}
    assert rivals(corpus(*records(), *FIELD, *PEOPLE, use_ids=False)) == {}


def found_moves(
    ids: list[str | None], *groups: list[int], shared: list[tuple[int, int]], close: float = 2.0
) -> list[str]:
    """The moves between places whose evidence is `close` inside a group and -2 across."""
    size = len(ids)
    similarity, number = numpy.full((size, size), -2.0), numpy.zeros((size, size))
    for group in groups:
        similarity[numpy.ix_(group, group)] = close
    for left, right in shared:
        number[left, right] = number[right, left] = 1
    clustering = Clustering(tuple(numpy.array(group) for group in groups), numpy.zeros((len(groups),) * 2))

    class Shared:
        shared_number = number

    return [f"{m.place} {m.own_id}>{m.suggested_id}" for m in moves(ids, clustering, Shared(), similarity)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("ids", "groups", "shared", "expected"),
    [
        pytest.param(["a", "a", "b", "b", "b"], ([0, 1, 4], [2, 3]), [(4, 0)], ["4 b>a"], id="another's id"),
        pytest.param(["a", "a", None, "b"], ([0, 1, 2], [3]), [(2, 1)], ["2 None>a"], id="no id"),
        pytest.param(["a", "a", None, "b"], ([0, 1, 2], [3]), [], [], id="no shared co-author"),
        pytest.param(["a", "a", "b"], ([0, 1, 2],), [(2, 0)], [], id="a single paper has no home"),
        pytest.param(["a", "a", "b", "b"], ([0, 1, 2], [3]), [(2, 0), (2, 3)], [], id="co-authors on both sides"),
        pytest.param(["a", "a", "b", "b"], ([0, 1, 2], [3]), [(2, 0)], ["2 b>a"], id="co-authors on one side"),
        pytest.param([None, None, "b"], ([0, 1], [2]), [(0, 1)], [], id="a group that is nobody's"),
        pytest.param(["a", "a", "b", "b"], ([0, 1, 2, 3],), [(0, 2)], [], id="all in one group"),
        pytest.param(["a", "a", "a", None, "b"], ([0, 1], [2, 3], [4]), [(3, 2)], [], id="not where the person lives"),
    ],
)
def test_moves(
    ids: list[str | None], groups: tuple[list[int], ...], shared: list[tuple[int, int]], expected: list[str]
) -> None:
    """What moves lies in another's home, shares co-authors there and none in its own."""
    assert found_moves(ids, *groups, shared=shared) == expected


def test_evidence_must_point_there() -> None:
    """Nothing with an id of its own moves to where the evidence is against it."""
    assert found_moves(["a", "a", "b", "b"], [0, 1, 2], [3], shared=[(2, 0)], close=-0.5) == []
