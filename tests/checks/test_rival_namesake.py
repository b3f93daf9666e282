"""rival-namesake."""

import pytest

from bylint.testing import author, corpus, name, paper, person, run
from bylint_checks.rival_namesake import rival_namesake
from judged import CROWD, rivals

HONGKONG = person("yongqi-li-hk", "Yongqi|Li", comment="The Hong Kong Polytechnic University")
WUHAN = person("yongqi-li-wuhan", "Yongqi|Li", comment="Wuhan University")
ANYBODY = person("yongqi-li", "Yongqi|Li", is_verified=False)


def hongkong(number, *more, person_id="yongqi-li-hk"):
    """A paper of one person's co-authors."""
    return paper(
        author("Yongqi|Li", id=person_id), "Wenjie|Li", "Liqiang|Nie", *more, id=f"hk-{number}", title="Retrieval"
    )


def wuhan(number, *more, person_id="yongqi-li-wuhan"):
    """A paper of the other's."""
    return paper(
        author("Yongqi|Li", id=person_id), "Xin|Miao", "Tieyun|Qian", *more, id=f"wh-{number}", title="Counterfactuals"
    )


PAGES = [*CROWD, HONGKONG, WUHAN, *map(hongkong, range(4)), *map(wuhan, range(3))]


@pytest.mark.parametrize(
    "records",
    [
        pytest.param([], id="two people with their own co-authors"),
        pytest.param([hongkong(9, "Xin|Miao")], id="somebody who wrote with both, and with more of their own"),
        pytest.param([paper(author("Yongqi|Li", id="yongqi-li-hk"), id="hk-9")], id="a paper of one author"),
        pytest.param(
            [paper(author("Yongqi|Li", id="yongqi-li-hk"), "Ada|Moore", id="hk-9")], id="a co-author whom nobody knows"
        ),
        pytest.param([wuhan(9, person_id=None)], id="no id, which is an unsupported guess"),
        pytest.param([ANYBODY, wuhan(9, person_id="yongqi-li")], id="an id for anybody else, which is another check's"),
    ],
)
def test_quiet(records):
    """An id that the co-authors do not speak against is left alone."""
    assert run(rival_namesake, corpus(*PAGES, *records)) == []


@pytest.mark.parametrize(
    ("record", "said"),
    [
        pytest.param(
            wuhan(9, person_id="yongqi-li-hk"),
            "is yongqi-li-hk by its id, but 2 of 2 co-authors appear with yongqi-li-wuhan, none with yongqi-li-hk",
            id="one direction",
        ),
        pytest.param(
            hongkong(9, "Ada|Moore", person_id="yongqi-li-wuhan"),
            "is yongqi-li-wuhan by its id, but 2 of 3 co-authors appear with yongqi-li-hk, none with yongqi-li-wuhan",
            id="the other direction, beside somebody unknown",
        ),
    ],
)
def test_found(record, said):
    """A paper whose co-authors write with the namesake is found, with the proof in numbers."""
    (finding,) = run(rival_namesake, corpus(*PAGES, record))
    assert finding.message == f"Yongqi Li of {record.id} {said}"
    assert [item.paper_id for item in finding.authorships] == list(finding.papers) == [record.id]
    assert finding.location.field == "id"


def test_the_papers_of_the_proof_are_named(monkeypatch):
    """A reviewer sees on which papers the co-authors wrote with the namesake, and with whom the person wrote instead."""
    rivals(monkeypatch, ["wh-9"], "yongqi-li-wuhan", [name("Xin|Miao"), name("Tieyun|Qian")])
    (finding,) = run(rival_namesake, corpus(*PAGES, wuhan(9, person_id="yongqi-li-hk")))
    assert [fact.text for fact in finding.evidence][:2] == [
        "Xin Miao, Tieyun Qian wrote with yongqi-li-wuhan on wh-0, wh-1, wh-2",
        "yongqi-li-hk otherwise: 4 papers 2020, with Liqiang Nie (4), Wenjie Li (4); retrieval",
    ]
    assert finding.discreet_message == ""


def test_a_name_that_is_not_the_persons_is_not_told_in_public(monkeypatch):
    """Where a given name is joined to a person by an id alone, public logs are told the place."""
    rivals(monkeypatch, ["x"], "yongqi-li-wuhan", [name("Xin|Miao")])
    records = [*PAGES, paper(author("Jonqui|Li", id="yongqi-li-hk"), "Xin|Miao", id="x")]
    (finding,) = run(rival_namesake, corpus(*records))
    assert finding.discreet_message.startswith("author 1 of x is yongqi-li-hk by its id, but ")
