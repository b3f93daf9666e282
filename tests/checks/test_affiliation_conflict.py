"""affiliation-conflict."""

from typing import Any

import pytest

from bylint.testing import author, corpus, paper, person, run
from bylint_checks.affiliation_conflict import affiliation_conflict

CROWD = paper("Wei|Li", "Wei|Zhang", "Hui|Zhang", "Hui|Chen", "Jing|Li")
"""Names under which Hui Li is common."""


def at(affiliation, *others, year=2023, **marks: Any):
    """A paper by Hui Li from a place."""
    return paper(author("Hui|Li", affiliations=[affiliation] if affiliation else [], **marks), *others, year=year)


def pair(left, right):
    """Two papers of one year, from two places, by strangers."""
    return [CROWD, at(left, "Ada|Lovelace"), at(right, "Bo|Berg")]


@pytest.mark.parametrize(
    "records",
    [
        pytest.param(pair("Fudan University", "Yale University")[1:], id="one move under a rare name"),
        pytest.param(pair("Tsinghua University, Tsinghua University", "Tsinghua University"), id="one place twice"),
        pytest.param(pair("Univ. of Oslo", "University of Oslo"), id="one university written two ways"),
        pytest.param(pair("Göteborgs universitet", "University of Gothenburg"), id="one university in two languages"),
        pytest.param(pair("College X, HKUST", "Hong Kong University of Science and Technology"), id="an abbreviation"),
        pytest.param(pair("Yale University and University of Oslo", "University of Oslo"), id="two places in one"),
        pytest.param(pair("Fudan University", "Google Research"), id="a university and a company"),
        pytest.param(pair("Fudan University", "School of Computer Science, University"), id="no place to read"),
        pytest.param(pair("Fudan University", None), id="no affiliation"),
        pytest.param(
            [CROWD, at("Fudan University", "Ada|Lovelace", year=2022), at("Yale University", "Bo|Berg")],
            id="a year between",
        ),
        pytest.param(
            [CROWD, at("Fudan University", "Ada|Lovelace", year=None), at("Yale University", "Bo|Berg", year=None)],
            id="no years",
        ),
        pytest.param(
            [CROWD, at("Fudan University", "Ada|Lovelace"), at("Yale University", "Bo|Berg", "Ada|Lovelace")],
            id="a co-author in common",
        ),
        pytest.param(
            [*pair("Fudan University", "Yale University"), paper("Ada|Lovelace", "Bo|Berg")],
            id="co-authors who wrote with each other",
        ),
        pytest.param(
            [
                CROWD,
                person("hui-li", "Hui|Li"),
                at("Fudan University", "Ada|Lovelace"),
                at("Yale University", "Bo|Berg", id="hui-li"),
            ],
            id="a paper that carries the person's id",
        ),
        pytest.param(
            [
                CROWD,
                at("Fudan University"),
                paper(editors=[author("Hui|Li", affiliations=["Yale University"])], year=2023),
            ],
            id="a volume that was edited",
        ),
    ],
)
def test_quiet(records):
    """One place, one move under a rare name, and people who know each other are left alone."""
    assert run(affiliation_conflict, corpus(*records)) == []


@pytest.mark.parametrize(
    ("records", "confidence"),
    [
        pytest.param(pair("Fudan University", "Yale University"), 0.93, id="a common name"),
        pytest.param(
            [
                *pair("Fudan University", "Yale University"),
                at("Yale University", year=2022),
                at("Fudan University", year=2024),
            ],
            0.93,
            id="a common name that moved once",
        ),
        pytest.param(
            [
                *pair("Fudan University", "Yale University"),
                at("Fudan University", year=2022),
                at("Fudan University", year=2024),
            ],
            0.95,
            id="there, elsewhere and back",
        ),
        pytest.param(
            [
                at("Humboldt Universität Berlin", "Ada|Lovelace"),
                at("University of Zurich", "Bo|Berg"),
                at("University of Zurich", "Cy|Dole", year=2021),
                at("University of Zurich", "Bo|Berg", year=2024),
            ],
            0.3,
            id="there, elsewhere and back under a rare name, little sure",
        ),
    ],
)
def test_found(records, confidence):
    """Two places in one year are found, surest where no single move explains them."""
    (finding,) = run(affiliation_conflict, corpus(*records))
    assert finding.confidence == confidence
    assert len(finding.papers) == 2
    assert finding.location.field == "affiliation"


def test_evidence_is_what_a_human_can_check():
    """Both places are told with their papers and people, and what speaks against two people."""
    (finding,) = run(affiliation_conflict, corpus(*pair("Fudan University", "Yale University")))
    texts = [evidence.text for evidence in finding.evidence]
    assert finding.message == "Hui Li: at Fudan University and Yale University in 2023"
    assert "Ada Lovelace" in texts[0]
    assert "Bo Berg" in texts[1]
    assert "one move" in texts[3]
    assert "common name" in texts[4]


def test_back_and_forth_goes_first():
    """Of several conflicts on a page, one that no move explains is told."""
    records = [
        *pair("Yale University", "University of Oslo"),
        *(at("Fudan University", "Cy|Dole", year=year) for year in (2021, 2024)),
        at("University of Leeds", "Di|Eck", year=2021),
        at("University of Leeds", "Di|Eck", year=2024),
    ]
    (finding,) = run(affiliation_conflict, corpus(*records))
    assert finding.message == "Hui Li: at Fudan University and University of Leeds in 2021"
