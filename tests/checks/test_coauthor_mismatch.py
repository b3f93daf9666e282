"""coauthor-mismatch."""

from typing import Any

import pytest

from bylint.testing import author, corpus, paper, person, run
from bylint_checks.coauthor_mismatch import coauthor_mismatch

CROWD = paper("Wei|Zhang", "Wei|Chen", "Hui|Zhang", "Jing|Li", year=None)
"""Names under which Wei Li is common."""
HOME = [paper("Wei|Li", "Ada|Lovelace", year=year) for year in (2018, 2019, 2022)]
TEAM = ("Bo|Berg", "Cy|Dole", "Di|Eck")
KNOWN = [paper(*TEAM, year=2020) for _ in range(3)]
"""Who has written so much is known."""


def odd(*others, **fields: Any):
    """A paper by Wei Li and others, neither the first nor the last of the page."""
    return paper("Wei|Li", *others, **{"year": 2020, "id": "odd", **fields})


@pytest.mark.parametrize(
    "records",
    [
        pytest.param([*HOME, *KNOWN, odd(*TEAM)], id="a rare name"),
        pytest.param([CROWD, *HOME, *KNOWN, odd(*TEAM, "Ada|Lovelace")], id="somebody from the other papers"),
        pytest.param(
            [CROWD, *HOME, *KNOWN, odd(*TEAM), paper("Di|Eck", "Ada|Lovelace")],
            id="somebody who knows the other papers",
        ),
        pytest.param([CROWD, *HOME, odd(*TEAM)], id="co-authors of whom nothing else is known"),
        pytest.param([CROWD, *HOME, *KNOWN, odd()], id="a paper with one author"),
        pytest.param([CROWD, *HOME, *KNOWN, odd(*TEAM, year=2023)], id="the newest paper, with a new group"),
        pytest.param([CROWD, *HOME[:2], *KNOWN, odd(*TEAM)], id="a short page"),
        pytest.param(
            [CROWD, *HOME, *KNOWN, paper(*TEAM, editors=["Wei|Li"], year=2020)], id="a volume that was edited"
        ),
        pytest.param(
            [
                CROWD,
                *HOME,
                *KNOWN,
                paper(author("Wei|Li", affiliations=["Univ. of Trier"]), "Ada|Lovelace", year=2021),
                paper(author("Wei|Li", affiliations=["University of Trier, Germany"]), *TEAM, year=2020),
            ],
            id="one affiliation, written two ways",
        ),
        pytest.param(
            [CROWD, person("wei-li", "Wei|Li"), *HOME, *KNOWN, paper(author("Wei|Li", id="wei-li"), *TEAM, year=2020)],
            id="a paper that carries the person's id",
        ),
        pytest.param([CROWD, *(paper("Wei|Li", editors=TEAM) for _ in range(5))], id="papers without company"),
    ],
)
def test_quiet(records):
    """Company that is not known, is known here, or has another reason to be there is left alone."""
    assert run(coauthor_mismatch, corpus(*records)) == []


@pytest.mark.parametrize(
    ("records", "papers"),
    [
        pytest.param([CROWD, *HOME, *KNOWN, odd(*TEAM)], ("odd",), id="known co-authors whom nobody here knows"),
        pytest.param([CROWD, *HOME, *KNOWN, odd(*TEAM, year=2000)], ("odd",), id="before all others"),
        pytest.param([CROWD, *HOME, *KNOWN, odd(*TEAM, year=None)], ("odd",), id="without a year"),
        pytest.param(
            [
                CROWD,
                *HOME,
                *KNOWN,
                odd(*TEAM),
                *(paper("Fe|Fox", "Gus|Gold", "Hal|Hay", year=2020) for _ in range(3)),
                odd("Fe|Fox", "Gus|Gold", "Hal|Hay", id="odder"),
            ],
            ("odd", "odder"),
            id="two papers from two groups are one finding",
        ),
    ],
)
def test_found(records, papers):
    """Papers among known strangers are found, under a common name."""
    (finding,) = run(coauthor_mismatch, corpus(*records))
    assert finding.papers == papers
    assert finding.groups == ()


def test_evidence_is_what_a_human_can_check():
    """The odd paper and the others are told with their co-authors, and how common the name is."""
    (finding,) = run(coauthor_mismatch, corpus(CROWD, *HOME, *KNOWN, odd(*TEAM, title="On Trees")))
    texts = [evidence.text for evidence in finding.evidence]
    assert texts[0].startswith("“On Trees”: 1 paper 2020 (odd), with Bo Berg, Cy Dole, Di Eck")
    assert "3 papers 2018-2022" in texts[1]
    assert "Ada Lovelace (3)" in texts[1]
    assert "common name" in texts[-1]


def test_options():
    """The options say how many papers a page needs, and how much of the company must be known."""
    records = corpus(CROWD, *HOME, *KNOWN, odd(*TEAM))
    assert run(coauthor_mismatch, records, {"papers": 5}) == []
    assert run(coauthor_mismatch, records, {"known": 4}) == []
    assert len(run(coauthor_mismatch, corpus(CROWD, *HOME[:2], *KNOWN, odd(*TEAM, year=2018)), {"papers": 3})) == 1
