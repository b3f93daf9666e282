"""Who wrote what: the laws of the judgements over one corpus."""

import os
import random
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

import strategies
import teams
from bylint import Authorship, Corpus, Disambiguation, Name, Paper, Partition
from bylint.disambiguation import divided, index, rivals
from bylint.testing import author, corpus, name, paper, person

ROOT = Path(__file__).resolve().parents[3]
FIELD = teams.field(40)
HERE, THERE = ["Ann Kerr", "Bo Hale", "Cy Ott"], ["Di Nunn", "Ed Pike", "Flo Quist"]
COMMON = [
    paper(f"{given} {surname}", title="") for given in ("Wei", "Li", "Min") for surname in ("Wang", "Liu", "Chen")
]

QUICKLY = [Phase.explicit, Phase.reuse, Phase.generate]
"""Any corpus is small, and shrinking one takes minutes."""


def two_teams(here: str | Authorship = "Wei Wang", there: str | Authorship = "Wei Wang") -> list[Paper]:
    """Papers of two teams with a namesake each."""
    return teams.team([here, *HERE], 8, 1) + teams.team([there, *THERE], 6, 2, range(2013, 2017))


def split(*records: object, use_ids: bool = True) -> Partition:
    """The people behind the name Wei Wang in a corpus that holds others."""
    found = corpus(*records, *FIELD, use_ids=use_ids)  # type: ignore[arg-type]
    return Disambiguation(found).partition_of(teams.named(found, "Wei Wang"))


def sizes(partition: Partition) -> list[int]:
    """How many authorships each group has."""
    return [len(group.authorships) for group in partition.groups]


def assert_lawful(corpus: Corpus) -> None:
    """Every authorship of a page, and of all pages, stands in exactly one group; what is a share is one."""
    disambiguation = Disambiguation(corpus)
    parts = [(page.authorships, disambiguation.partition(page)) for page in corpus.pages.values()]
    everything = tuple(corpus.authorships)
    some = (everything, everything[::2], everything[:1], ())
    parts += [(authorships, disambiguation.partition_of(authorships)) for authorships in some]
    parts += [(page.authorships, disambiguation.partition_of(page.authorships)) for page in corpus.pages.values()]
    for authorships, partition in parts:
        held = [item for group in partition.groups for item in group.authorships]
        assert sorted(map(id, held)) == sorted(map(id, authorships))
        assert all(group.authorships for group in partition.groups)
        assert 0 <= partition.confidence <= 1
        assert 0 < partition.tail <= 1
        assert partition.expected >= 0
        for group in partition.groups:
            for item, record in zip(group.authorships, group.papers, strict=True):
                assert any(item is written for written in (*record.authorships, *record.editors))
        affinity = disambiguation.affinity(partition)
        assert affinity.keys() == {(item.paper_id, item.position) for item in held}
        assert all(0 <= share <= 1 for share in affinity.values())
        for number in range(len(partition.groups)):
            other = (number + 1) % len(partition.groups)
            for found in (disambiguation.between(partition, number), disambiguation.between(partition, number, other)):
                assert all(item.text and item.weight is not None for item in found)
    scores = disambiguation.pair_scores(everything)
    assert scores == pytest.approx(scores.T)
    assert not scores.diagonal().any()
    for page in corpus.pages.values():
        assert all(
            0 <= rival.confidence <= 1 and rival.authorship in page.authorships for rival in disambiguation.rivals(page)
        )
    for likeness in disambiguation.likenesses():
        assert 0 <= likeness.confidence <= 1
        assert disambiguation.likeness(likeness.right, likeness.left) is likeness


@settings(max_examples=30, deadline=None)
@given(teams.odd_corpora)
def test_any_few_papers_are_judged(corpus: Corpus) -> None:
    """The laws hold for papers without year, abstract or co-authors, of editors only, twice by one name, of one id."""
    assert_lawful(corpus)


@settings(
    max_examples=12,
    deadline=None,
    phases=QUICKLY,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(strategies.corpora)
def test_any_corpus_is_judged(corpus: Corpus) -> None:
    """The laws hold for whatever stands in a record."""
    assert_lawful(corpus)


@settings(max_examples=30, deadline=None)
@given(teams.odd_corpora)
def test_the_same_question_has_one_answer(corpus: Corpus) -> None:
    """Asked again, and of the same papers read again, it answers the same."""
    one, again = Disambiguation(corpus), Disambiguation(Corpus(corpus.papers, corpus.people, use_ids=corpus.use_ids))
    for page in corpus.pages.values():
        assert one.partition(page) == one.partition(page) == again.partition(page)
        assert one.rivals(page) == again.rivals(page)
    assert one.likenesses() == again.likenesses()


def test_hashes_do_not_matter() -> None:
    """Another order of sets and dictionaries changes no answer."""
    code = (
        "import teams; from bylint import Disambiguation; from bylint.testing import corpus, paper\n"
        "records = teams.team(['Wei Wang', 'A B', 'C D'], 9, 1) + teams.team(['W. Wang', 'A B', 'E F'], 9, 2)\n"
        "for found in (teams.odd(5), teams.odd(6), corpus(*records, *teams.field(8))):\n"
        "    it = Disambiguation(found)\n"
        "    print([it.partition(page) for page in found.pages.values()], it.likenesses())\n"
        "    print([it.partition_of(held) for held in found.names.values()])\n"
    )
    path = os.pathsep.join([str(ROOT / "tests"), *sys.path])
    said = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONPATH": path, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(said) == 1
    assert len(said.pop()) > 1000


@settings(max_examples=4, deadline=None)
@given(st.randoms(use_true_random=False))
def test_order_of_papers_does_not_matter(chance: random.Random) -> None:
    """However the papers of a corpus are ordered, each page falls into the same groups."""
    records = [*two_teams(), *COMMON, *FIELD[:100]]
    shuffled = records.copy()
    chance.shuffle(shuffled)
    parts = []
    for found in (corpus(*records), corpus(*shuffled)):
        disambiguation = Disambiguation(found)
        parts.append({name: teams.sets(disambiguation.partition_of(held).groups) for name, held in found.names.items()})
    assert parts[0] == parts[1]


def test_two_teams_are_two_people() -> None:
    """Two people of one name in two teams that have nothing in common come out as two, and one team as one."""
    both = split(*two_teams())
    assert sizes(both) == [8, 6]
    assert {item.paper_id for item in both.groups[0].authorships} == {f"team-1-{number}" for number in range(8)}
    assert sizes(split(*two_teams()[:8])) == [8]


@pytest.mark.parametrize("papers", [2, 4, 8])
def test_one_team_is_one_person_in_a_corpus_of_its_own(papers: int) -> None:
    """Who wrote all there is with the same co-authors is one person, however few the papers are."""
    found = corpus(*two_teams()[:papers])
    disambiguation = Disambiguation(found)
    for page in found.pages.values():
        partition = disambiguation.partition_of(page.authorships)
        assert len(partition.groups) == 1, page.id
        assert partition.confidence < 0.1


def hub(records: Sequence[Paper], every: int) -> list[Paper]:
    """The records, every so many of them with one more author, who writes with everybody."""
    everywhere = name("Hub Everyman")
    return [
        record._replace(authorships=(*record.authorships, record.authorships[0]._replace(name=everywhere, position=9)))
        if place % every == 0
        else record
        for place, record in enumerate(records)
    ]


def test_somebody_who_writes_with_everybody_joins_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    """A co-author on one paper in ten of all there are is no reason to take two teams for one person's.

    A small corpus is part of a larger world, in which who writes thirty papers is rare: there he joins the teams, unless
    he is on few of their papers.
    """
    often, now_and_then = (corpus(*hub(two_teams(), every), *hub(FIELD, 10)) for every in (2, 10))
    assert len(often.pages["hub-everyman/unverified"].papers) > 30
    assert sizes(Disambiguation(now_and_then).partition_of(teams.named(now_and_then, "Wei Wang"))) == [8, 6]
    assert sizes(Disambiguation(often).partition_of(teams.named(often, "Wei Wang"))) == [14]
    monkeypatch.setattr(index, "LEAST_PAPERS", 1)
    whole_world = Corpus(often.papers)
    assert sizes(Disambiguation(whole_world).partition_of(teams.named(often, "Wei Wang"))) == [8, 6]


def test_a_page_of_a_common_name_is_split() -> None:
    """Where the name is common, the page of two teams is more likely two people's than the page of one."""
    common = [
        paper(f"{given} {surname}") for given in ["Wei", "Li", "Min", "Hao", "Jun", "Yi"] for surname in ("Wang", "Li")
    ][1:]
    found = corpus(*two_teams(), *common, *FIELD[:140])
    disambiguation = Disambiguation(found)
    page = found.pages["wei-wang/unverified"]
    both = disambiguation.partition(page)
    assert sizes(both) == [8, 6]
    alone = corpus(*two_teams()[:8], *common, *FIELD[:140])
    one = Disambiguation(alone).partition(alone.pages["wei-wang/unverified"])
    assert sizes(one) == [8]
    assert (one.tail, both.tail < 1) == (1, True)
    assert both.confidence > one.confidence
    assert both.evidence > 0 > one.evidence
    again = disambiguation.partition_of(page.authorships)
    assert again == both
    assert disambiguation.between(again, 1) == disambiguation.between(both, 1)


def test_one_id_is_one_person() -> None:
    """An id or an ORCID on papers of both teams joins them, unless the corpus ignores ids."""
    for marked in (author("Wei Wang", id="wei-wang-mit"), author("Wei Wang", orcid="0000-0002-1825-0097")):
        records = two_teams(marked, marked)
        assert sizes(split(*records)) == [14]
        assert sizes(split(*records, use_ids=False)) == [8, 6]
    (group,) = split(*two_teams(*[author("Wei Wang", id="wei-wang-mit")] * 2)).groups
    assert group.person_id == "wei-wang-mit"


def test_two_ids_are_two_people() -> None:
    """Different ids part the papers of one team, unless the corpus ignores ids."""
    one, other = author("Wei Wang", id="wei-wang-mit"), author("Wei Wang", id="wei-wang-leeds")
    records = teams.team([one, *HERE], 8, 1)[:4] + teams.team([other, *HERE], 8, 1)[4:]
    found = split(*records)
    assert [{item.person_id for item in group.authorships} for group in found.groups] == [
        {"wei-wang-mit"},
        {"wei-wang-leeds"},
    ]
    assert [group.person_id for group in found.groups] == ["wei-wang-mit", "wei-wang-leeds"]
    assert found.confidence > 0.9
    assert sizes(split(*records, use_ids=False)) == [8]


def test_ids_that_do_not_count_change_nothing() -> None:
    """In a corpus that ignores ids, groups and confidence are those of the same papers without ids."""
    marked = two_teams(
        author("Wei Wang", id="wei-wang-mit", orcid="0000-0002-1825-0097"),
        author("Wei Wang", id="wei-wang-leeds", orcid="0000-0001-5109-3700"),
    )
    found, plain = split(*marked, use_ids=False), split(*two_teams(), use_ids=False)
    assert teams.sets(found.groups) == teams.sets(plain.groups)
    assert found[1:] == plain[1:]


def test_the_id_of_anybody_joins_nothing() -> None:
    """An id that stands for anybody else of a name is as good as none."""
    anybody = author("Wei Wang", id="wei-wang")
    known = person("wei-wang", "Wei Wang", is_verified=False)
    found = split(known, *two_teams(anybody, anybody))
    assert sizes(found) == [8, 6]
    assert [group.person_id for group in found.groups] == [None, None]


def test_two_namesakes_on_one_paper() -> None:
    """Two names on one paper are in two groups."""
    found = split(*two_teams()[:8], paper("Wei Wang", "Wei Wang", *HERE, title="parsing"))
    assert all(len({item.paper_id for item in group.authorships}) == len(group.authorships) for group in found.groups)


def test_editors_join_the_group_they_edited_with() -> None:
    """An editorship goes to the group whose co-authors are among the editors; to the largest where there are none."""
    volumes = [
        paper(editors=["Wei Wang", "Di Nunn"], id="there", is_front_matter=True),
        paper(editors=["Wei Wang"], id="alone", is_front_matter=True),
    ]
    found = split(*two_teams(), *volumes)
    assert sizes(found) == [9, 7]
    assert [[i.paper_id for i in g.authorships if i.role == "editor"] for g in found.groups] == [["alone"], ["there"]]
    only = corpus(*volumes)
    (group,) = Disambiguation(only).partition_of(teams.named(only, "Wei Wang")).groups
    assert len(group.authorships) == 2
    assert group.years == (2020, 2020)


def test_affinity_says_who_belongs() -> None:
    """What lies in its team belongs there surely, what is put into the other does not, and editorships are left open."""
    found = corpus(*two_teams(), paper(editors=["Wei Wang"], id="e", is_front_matter=True), *FIELD)
    disambiguation = Disambiguation(found)
    partition = disambiguation.partition_of(teams.named(found, "Wei Wang"))
    affinity = disambiguation.affinity(partition)
    assert affinity["e", 1] == 0.5
    assert min(affinity["team-1-3", 1], affinity["team-2-3", 1]) > 0.8
    here, there = partition.groups
    moved = [
        here._replace(authorships=here.authorships[1:], papers=here.papers[1:]),
        there._replace(authorships=(here.authorships[0], *there.authorships), papers=(here.papers[0], *there.papers)),
    ]
    assert disambiguation.affinity(partition._replace(groups=tuple(moved)))["team-1-0", 1] < 0.2


def test_pair_scores_are_those_of_the_clustering() -> None:
    """Two papers of one group came together above 0, two of different groups below; an editorship never did."""
    found = corpus(*two_teams(), paper(editors=["Wei Wang"], is_front_matter=True), *FIELD)
    authorships = teams.named(found, "Wei Wang")
    scores = Disambiguation(found).pair_scores(authorships)
    assert scores[numpy.ix_(range(8), range(8))][~numpy.eye(8, dtype=bool)].min() > 0
    assert scores[:8, 8:14].max() <= 0
    assert not scores[14].any()
    assert Disambiguation(found).pair_scores([authorships[-1]]).tolist() == [[0]]


def test_what_stands_between_groups_is_said() -> None:
    """Evidence is in words with weights, the strongest first, then how common the name is."""
    found = corpus(*two_teams(), *FIELD)
    disambiguation = Disambiguation(found)
    partition = disambiguation.partition_of(teams.named(found, "Wei Wang"))
    said = disambiguation.between(partition, 1)
    assert said == disambiguation.between(partition, 1, 0)
    assert any(item.text.startswith("no co-author in common (3 and 3 co-authors)") for item in said)
    assert said[-1].kind == "name"
    strengths = [abs(item.weight or 0) for item in said[:-1]]
    assert strengths == sorted(strengths, reverse=True)
    assert disambiguation.between(partition._replace(groups=partition.groups[:1]), 0) == ()


def test_a_middle_initial_is_a_likeness() -> None:
    """Two spellings of one person in one team are proposed, found in either order, and said to share the team."""
    found = corpus(*teams.team(["Noah Smith", *HERE], 5, 1), *teams.team(["Noah A.|Smith", *HERE], 5, 1), *FIELD)
    disambiguation = Disambiguation(found)
    (likeness,) = disambiguation.likenesses()
    assert (likeness.left.id, likeness.right.id) == ("noah-smith/unverified", "noah-a-smith/unverified")
    assert disambiguation.likeness(likeness.right, likeness.left) is likeness
    assert disambiguation.likeness(likeness.left, likeness.left) is None
    assert likeness.relation == "one has a further given name"
    alike = disambiguation.alike(likeness)
    assert alike[0].weight
    assert alike[0].weight > 0
    (company,) = [item for item in alike if item.kind == "shared-coauthors"]
    assert all(member in company.text for member in HERE)


def test_likenesses_of_some_pages() -> None:
    """Asked for some pages, it gives those of all likenesses that touch them, before and after all are made."""
    found = corpus(*(teams.team([one, *HERE], 5, 1)[n] for one in ("Noah Smith", "N. Smith") for n in range(5)), *FIELD)
    for all_first in (True, False):
        disambiguation = Disambiguation(Corpus(found.papers))
        if all_first:
            assert len(disambiguation.likenesses()) == 1
        (one,) = disambiguation.likenesses_of({"n-smith/unverified"})
        assert one.left.id == "noah-smith/unverified"
        assert disambiguation.likenesses_of({"ann-kerr/unverified"}) == ()
        assert disambiguation.likenesses_of(()) == ()


def test_expected() -> None:
    """How common a name is; 0 for one that nobody has."""
    disambiguation = Disambiguation(corpus(*COMMON, *COMMON))
    assert disambiguation.expected(name("Wei Wang")) > 0.1
    assert disambiguation.expected(Name("No", "Body")) == 0


@pytest.mark.parametrize("ask", [lambda it: it.likenesses(), lambda it: it.prepare(pages=True)])
def test_an_empty_corpus(ask: Callable[[Disambiguation], object]) -> None:
    """Without papers there is nothing to find."""
    assert not ask(Disambiguation(corpus()))
    assert Disambiguation(corpus()).partition_of([]).groups == ()


def test_a_page_of_too_many_papers_stays_together(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond what can be weighed pair by pair nothing is divided and nothing fails."""
    monkeypatch.setattr(divided, "LARGEST_PAGE", 2)
    monkeypatch.setattr(rivals, "LARGEST_PAGE", 2)
    records = corpus(
        *(paper(author("Wei Liu", id="wei-liu-a"), "Ada Moore", id=f"a{n}") for n in range(3)),
        *(paper(author("Wei Liu", id="wei-liu-b"), "Bo Chen", id=f"b{n}") for n in range(3)),
    )
    held = Disambiguation(records)
    authorships = [item for item in records.authorships if item.name.last == "Liu"]
    partition = held.partition_of(authorships)
    assert [len(group.papers) for group in partition.groups] == [6]
    assert set(held.affinity(partition).values()) == {0.5}
    assert not held.pair_scores(authorships).any()
    assert all(held.partition(page).groups for page in records.pages.values())
    assert all(held.rivals(page) == () for page in records.pages.values())
