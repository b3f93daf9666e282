"""unsupported-guess."""

import pytest

from bylint import Paper
from bylint.testing import author, corpus, name, paper, person, run
from bylint_checks.unsupported_guess import unsupported_guess
from judged import CROWD, rivals

HONGKONG = person("yongqi-li-hk", "Yongqi|Li")
WUHAN = person("yongqi-li-wuhan", "Yongqi|Li")


def wuhan(number, person_id="yongqi-li-wuhan"):
    """A paper of one of two namesakes."""
    return paper(
        author("Yongqi|Li", id=person_id), "Xin|Miao", "Tieyun|Qian", id=f"wh-{number}", title="Counterfactuals"
    )


def hongkong(number, person_id="yongqi-li-hk"):
    """A paper of the other."""
    return paper(author("Yongqi|Li", id=person_id), "Wenjie|Li", "Liqiang|Nie", id=f"hk-{number}", title="Retrieval")


TWO = [*CROWD, HONGKONG, WUHAN, *map(wuhan, range(3)), *map(hongkong, range(3))]

KNOWN = person("wei-li", "Wei|Li", "W.|Li")
COMMON = [
    paper(f"{given}|{last}") for given in ("Wei", "Jun", "Hao", "Min") for last in ("Zhang", "Wang", "Liu", "Chen")
]
COMMON += [paper(f"{given}|Li") for given in ("Jun", "Hao", "Min", "Bo")]
PAGE = [paper("Wei|Li", "Bo|Zhao", venues=("acl",), year=2015 + n, id=f"own-{n}") for n in range(4)]


def stranger(*names: str, **fields: object) -> Paper:
    """A paper that nothing joins to the others."""
    return paper(*(names or ("Wei|Li", "Ada|Moore")), **{"venues": ("tal",), "year": 1999, "id": "odd", **fields})


@pytest.mark.parametrize(
    "records",
    [
        pytest.param([KNOWN, *COMMON, *PAGE], id="papers that share their co-authors"),
        pytest.param([KNOWN, *COMMON, *PAGE, stranger("Wei|Li", "Bo|Zhao")], id="a shared co-author"),
        pytest.param([KNOWN, *COMMON, *PAGE, stranger(venues=("acl",))], id="a shared venue"),
        pytest.param([KNOWN, *COMMON, *PAGE, stranger(year=2014)], id="a year near by"),
        pytest.param([KNOWN, *COMMON, *PAGE, stranger(year=None)], id="an unknown year"),
        pytest.param([KNOWN, *COMMON, *PAGE, stranger("Wei|Li")], id="one author, who has nobody to share"),
        pytest.param(
            [KNOWN, *COMMON, *PAGE, stranger(author("Wei|Li", id="wei-li"), "Ada|Moore")], id="an id that says so"
        ),
        pytest.param([KNOWN, *COMMON, *PAGE[:2], stranger()], id="a page of first papers"),
        pytest.param(
            [person("x", "Zebedee|Quux"), *(paper("Zebedee|Quux", "Bo|Zhao", year=2015) for _ in range(4)),
             stranger("Zebedee|Quux", "Ada|Moore")],
            id="a rare name",
        ),
        pytest.param([*COMMON, *PAGE, stranger()], id="a page that is nobody's"),
        pytest.param([*TWO, wuhan(9)], id="an id"),
        pytest.param([*TWO, wuhan(8, None), wuhan(9, None)], id="several papers of one person, an incomplete split"),
        pytest.param([*TWO, paper("Yongqi|Li", "Ada|Moore")], id="co-authors whom nobody knows"),
    ],
)  # fmt: skip
def test_quiet(records):
    """Where something supports the guess, or too little could, nothing is said."""
    assert run(unsupported_guess, corpus(*records)) == []


@pytest.mark.parametrize(
    ("records", "message"),
    [
        pytest.param(
            [*TWO, wuhan(9, None)],
            "Yongqi Li of wh-9 has no id, but 2 of 2 co-authors appear with yongqi-li-wuhan, "
            "none with the other papers of this page",
            id="a paper with a namesake's co-authors",
        ),
        pytest.param(
            [KNOWN, *COMMON, *PAGE, stranger()],
            "Wei Li of odd is taken for wei-li by the name alone: "
            "no co-author, affiliation, venue or year near by joins it to the other papers",
            id="a paper that nothing joins to its page",
        ),
    ],
)
def test_found(records, message):
    """A guess that nothing supports is found, with its one authorship."""
    (finding,) = run(unsupported_guess, corpus(*records))
    assert finding.message == message
    assert len(finding.authorships) == len(finding.papers) == 1


def test_the_others_are_described():
    """A reviewer sees what the paper and its page are about, what tells them apart, and how common the name is."""
    (finding,) = run(unsupported_guess, corpus(KNOWN, *COMMON, *PAGE, stranger(title="Radar")))
    assert [fact.text for fact in finding.evidence][:2] == [
        "this paper: 1 paper 1999 (odd), with Ada Moore; radar, tal",
        "the others: 4 papers 2015-2018, with Bo Zhao (4); title, acl",
    ]
    assert "name" in [fact.kind for fact in finding.evidence]


@pytest.mark.parametrize(
    ("options", "count"),
    [
        pytest.param({"least_namesakes": 100.0}, 0, id="a name that must be commoner"),
        pytest.param({"fewest_others": 4}, 1, id="just enough other papers"),
        pytest.param({"fewest_others": 5}, 0, id="too few other papers"),
    ],
)
def test_options(options, count):
    """A repository says for which names and pages a guess needs support."""
    assert len(run(unsupported_guess, corpus(KNOWN, *COMMON, *PAGE, stranger()), options)) == count


def test_a_suggestion_is_not_doubted_again(monkeypatch):
    """A paper for which somebody is suggested is one finding, also where nothing joins it to its page."""
    rivals(monkeypatch, ["odd"], "somebody", [name("Ada|Moore")])
    (finding,) = run(unsupported_guess, corpus(KNOWN, *COMMON, *PAGE, stranger()))
    assert "appears with somebody" in finding.message
