"""The data of a dossier: rows, groups, counts, other names, similar pages, and when there is too little to say."""

from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings

import strategies
from bylint import Corpus
from bylint.dossier.build import Builder
from bylint.dossier.model import Count, rewritten
from bylint.dossier.queries import Directory, Found
from bylint.finding import Evidence
from bylint.model import Location
from bylint.testing import author, corpus, paper, person
from dossiers import Judge, dossier

SPLIT = corpus(
    paper("Wei Liu", "Bo Li", "Cy Ma", id="a-1", year=2020, title="Parsing by Name", venues=("acl",), abstract="A"),
    paper(author("Wei Liu", id="wei-liu-hk"), "Bo Li", id="a-2", year=2022, title="Parsing by Chart", venues=("ws",)),
    paper("Wéi Liu", "Bo Li", "Cy Ba", id="b-1", year=2022, title="A Chart", venues=("acl", "ws")),
    paper("Di Xu", "Wei Liu", id="c-1", year=None, title="Speech"),
    paper("Will Liu", "Ed Ng", id="d-1", year=2023, title="Other"),
    paper("W. Liu", id="e-1"),
    paper("Yang Liu", id="f-1"),
    person("wei-liu-hk", "Wei Liu", "Will Liu", similar=("yang-liu-x", "gone")),
    person("wei-liu-pku", "Wei Liu", degree="Peking University"),
    person("yang-liu-x", "Yang Liu"),
)


def test_rows() -> None:
    """Every paper with what the record says of it: the newest first, without a year last, then by id."""
    rows = dossier(SPLIT, "Wei Liu").papers
    assert [(row.id, row.position, row.group) for row in rows] == [
        ("a-2", 1, 1),
        ("b-1", 1, 1),
        ("a-1", 1, 1),
        ("c-1", 2, 2),
    ]
    assert [(row.person, row.page, row.resolved_by) for row in rows[:2]] == [
        ("wei-liu-hk", "wei-liu-hk", "id"),
        (None, "wei-liu/unverified", "slug"),
    ]
    assert rows[1].name == "Wéi Liu"
    assert rows[1].authors == ("Wéi Liu", "Bo Li", "Cy Ba")
    assert rows[1].confidence == 0.9


def test_rows_without_ids() -> None:
    """With ids ignored a row says what the resolution without ids says; what is written stays told."""
    rows = dossier(Corpus(SPLIT.papers, SPLIT.people, use_ids=False), "Wei Liu").papers
    assert {(row.person, row.resolved_by) for row in rows} == {(None, "slug")}
    assert [row.written_id for row in rows] == ["wei-liu-hk", None, None, None]


def test_counts() -> None:
    """Co-authors by count, last name, first name; venues by count, then name; the person does not count."""
    page = dossier(SPLIT, "Wei Liu")
    assert page.coauthors == (Count("Bo Li", 3), Count("Cy Ba", 1), Count("Cy Ma", 1), Count("Di Xu", 1))
    assert page.venues == (Count("acl", 2), Count("ws", 2))
    assert page.names == (Count("Wei Liu", 3), Count("Wéi Liu", 1))
    assert page.pages == (Count("wei-liu/unverified", 3), Count("wei-liu-hk", 1))


def test_editors_are_no_coauthors() -> None:
    """Who edited a volume wrote with nobody, and a second signature on one paper counts once."""
    page = dossier(corpus(paper("A B", editors=["Bo Li", "Cy Ma"]), paper("Bo Li", "Bo Li", "A B", id="t")), "Bo Li")
    assert page.coauthors == (Count("A B", 1),)
    assert Counter(row.role for row in page.papers) == {"editor": 1, "author": 2}


def test_groups() -> None:
    """Groups are told the largest first, with years, what holds them together, and the evidence that they are apart."""
    one, two = dossier(SPLIT, "Wei Liu").groups
    assert (one.group, one.papers, one.years, one.person) == (1, 3, (2020, 2022), "wei-liu-hk")
    assert (two.group, two.papers, two.years, two.person) == (2, 1, None, None)
    assert one.why == (
        "the id wei-liu-hk on 1 of 3 papers; the same co-authors: Bo Li 3; the same words in titles: chart, parsing; "
        "apart from the rest: no co-author in common"
    )
    assert two.why == "one paper; apart from the rest: no co-author in common"
    assert [fact.weight for fact in one.evidence] == [0.95, -2.6, -0.38]


def test_one_group() -> None:
    """Where nothing splits a page, there is one group without evidence of a second."""
    (group,) = dossier(SPLIT, "Will Liu").groups
    assert (group.evidence, group.why) == ((), "one paper")
    (group,) = dossier(
        corpus(paper(author("Bo Li", id="x"), title="One"), paper(author("Bo Li", id="x"), title="Two")), "Bo Li"
    ).groups
    assert (group.evidence, group.why) == ((), "nothing sets its papers apart from each other")


def test_other_names() -> None:
    """The other names of the pages are told with their papers; those with another given name are private."""
    also = dossier(SPLIT, "Wei Liu").also
    assert [(other.name, other.papers, other.page, other.is_private) for other in also] == [
        ("Will Liu", 1, "wei-liu-hk", True)
    ]
    assert [other.name for other in dossier(SPLIT, "wei-liu-hk").also] == ["Will Liu"]


def test_similar() -> None:
    """Pages that could be one person's come first, the surest first; then people who are known to be others."""
    likely = [
        ("w-liu/unverified", "wei-liu/unverified", "initials", 0.4),
        ("wei-liu-hk", "yang-liu-x", "another given name", 0.6),
        ("wei-liu-hk", "wei-liu/unverified", "the same name", 0.9),
    ]
    similar = dossier(SPLIT, "Wei Liu", likenesses=likely).similar
    assert [(other.name, other.page, other.papers, other.confidence, other.is_private) for other in similar] == [
        ("Yang Liu", "yang-liu-x", 1, 0.6, True),
        ("W. Liu", "w-liu/unverified", 1, 0.4, False),
        ("Wei Liu", "wei-liu-pku", 0, 0.0, False),
    ]
    assert similar[0].why == "another given name; 2 co-authors in common"
    assert similar[2].why == "another known person of this name: Peking University"


def test_known_people_who_are_asked_for_are_not_similar() -> None:
    """Without ids a known person has no page, but is not told as somebody else where the authorships name them."""
    blind = Corpus(SPLIT.papers, SPLIT.people, use_ids=False)
    assert [other.page for other in dossier(blind, "Wei Liu").similar] == ["wei-liu-pku"]


def test_written_ids_when_ids_are_ignored() -> None:
    """Judged without ids, groups get the ids of known people that stand in them, and may take papers from each other."""
    hk, pku = (author("Wei Liu", id=f"wei-liu-{place}") for place in ("hk", "pku"))
    papers = [paper(hk, "A B", id="a"), paper(hk, "A B", id="b"), paper(hk, "C D", id="c"), paper(pku, "C D", id="d")]
    page = dossier(Corpus(papers, SPLIT.people, use_ids=False), "Wei Liu")
    assert [group.id for group in page.groups] == ["wei-liu-hk", "wei-liu-pku"]
    assert [(edit.paper, edit.old_id, edit.new_id) for edit in page.edits] == [("c", "wei-liu-hk", "wei-liu-pku")]


def test_people_who_are_known_to_be_others() -> None:
    """What the people database holds apart is told with the page that it is held apart from."""
    whys = [other.why for other in dossier(SPLIT, "wei-liu-hk").similar]
    assert whys == [
        "another known person of this name: Peking University",
        "the people database says that wei-liu-hk is somebody else",
    ]


def test_misplaced() -> None:
    """What points to a namesake is told for the authorships that were asked for, and goes before the group."""
    page = dossier(SPLIT, "Wei Liu", rivals=[("b-1", "wei-liu-pku", 0.8), ("d-1", "wei-liu-pku", 0.9)])
    (item,) = page.misplaced
    assert (item.paper, item.own_id, item.suggested_id) == ("b-1", None, "wei-liu-pku")
    assert item.why == "0 of 3 co-authors on papers of wei-liu-pku; on the rest of its own page none"
    assert [edit.new_id for edit in page.edits if edit.paper == "b-1"] == ["wei-liu-pku"]


@pytest.mark.parametrize(
    ("records", "why"),
    [
        pytest.param([paper("Bo Li")], "one paper", id="one paper"),
        pytest.param([paper("Bo Li"), paper("Bo Li")], "no co-author, affiliation, ORCID or id", id="solo papers"),
        pytest.param([paper("A B", editors=["Bo Li", "C D"])] * 2, "only as an editor", id="an editor"),
        pytest.param([paper("Bo Li", "A B"), paper("Bo Li")], "", id="a co-author"),
        pytest.param([paper("Bo Li"), paper(author("Bo Li", affiliations=["X"]))], "", id="an affiliation"),
        pytest.param([paper("Bo Li"), paper(author("Bo Li", id="bo-li-x"))], "", id="an id"),
    ],
)
def test_too_little(records: list[object], why: str) -> None:
    """Where records hold nothing that may decide, the dossier says so."""
    page = dossier(corpus(*records), "Bo Li")
    assert page.too_little.startswith(why)
    assert bool(page.too_little) is bool(why)
    assert not (page.too_little and page.edits)


def test_too_little_without_ids() -> None:
    """Ids and ORCIDs say nothing where they are ignored."""
    records = [paper("Bo Li"), paper(author("Bo Li", id="bo-li-x", orcid="0000-0002-1825-0097"))]
    said = dossier(corpus(*records, use_ids=False), "Bo Li").too_little
    assert said.startswith("no co-author or affiliation on any paper")


def test_what_would_settle_it() -> None:
    """What is missing from the groups is named, and the surest paper of each; nothing where one person is seen."""
    assert dossier(SPLIT, "Wei Liu").settles == (
        "an ORCID on a paper of groups 1, 2",
        "an affiliation on a paper of groups 1, 2",
        "affiliation and e-mail on the first page of b-1, c-1",
    )
    assert dossier(SPLIT, "Will Liu").settles == ()


def test_facts_of_the_engine_stay_as_they_are() -> None:
    """Evidence without a weight is told as it is."""

    class Plain(Judge):
        def between(self, partition, group, other=None) -> tuple[Evidence, ...]:
            return (Evidence(text="said", papers=("a-1",)),)

    page = Builder(SPLIT, Plain(SPLIT)).dossier(Directory(SPLIT).find("Wei Liu"))
    assert page.groups[0].evidence[0]._asdict() == {"kind": "", "weight": None, "text": "said", "papers": ("a-1",)}


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(corpus=strategies.corpora)
def test_every_authorship_stands_in_one_row(corpus: Corpus) -> None:
    """For any corpus and any name, the rows are the authorships that were asked for, each once, in a group that is there."""
    directory, builder = Directory(corpus), Builder(corpus, Judge(corpus))
    for query in [*map(str, corpus.names), *corpus.people.ids, *corpus.pages]:
        found = directory.find(query)
        if not isinstance(found, Found):
            continue
        page = builder.dossier(found)
        asked = Counter(item.location for item in found.authorships)
        assert Counter(row.location for row in page.papers) == asked
        assert sum(group.papers for group in page.groups) == len(page.papers)
        assert {row.group for row in page.papers} == {group.group for group in page.groups}
        assert {edit.location for edit in page.edits} <= set(asked)
        assert builder.dossier(found) == page


def test_rewritten() -> None:
    """Every text is changed, however deep; numbers and places stay."""
    value = (Count("a", 1), ("b", None, Location("p")))
    assert rewritten(value, str.upper) == (Count("A", 1), ("B", None, Location("p")))
