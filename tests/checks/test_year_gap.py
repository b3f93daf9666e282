"""year-gap."""

import pytest

from bylint.testing import author, corpus, paper, person, run
from bylint_checks.year_gap import year_gap

CROWD = paper("Wei|Li", "Wei|Zhang", "Hui|Zhang", "Hui|Chen", "Jing|Li", year=None)
"""Names under which Hui Li is common."""
BEFORE = paper("Hui|Li", "Ada|Lovelace", year=1999, title="On Trees")
AFTER = paper("Hui|Li", "Bo|Berg", year=2024)
FORTY_YEARS_ON = paper("António|Leal", "Bo|Berg", year=2021)


@pytest.mark.parametrize(
    "records",
    [
        pytest.param([BEFORE, AFTER], id="a rare name"),
        pytest.param(
            [CROWD, *(paper("Karen|Spärck Jones", year=year) for year in (1961, 1983, 2007, 2022))],
            id="a rare name with reprints sixty years on",
        ),
        pytest.param(
            [CROWD, paper("Hui S.|Li", "Ada|Lovelace", year=1999), paper("Hui S.|Li", "Bo|Berg", year=2024)],
            id="a common name that a middle initial makes rare",
        ),
        pytest.param(
            [CROWD, BEFORE, paper("Hui|Li", "Bo|Berg", "Ada|Lovelace", year=2024)],
            id="somebody who comes back in company",
        ),
        pytest.param(
            [CROWD, BEFORE, AFTER, paper("Ada|Lovelace", "Bo|Berg", year=2010)], id="company that knows the old company"
        ),
        pytest.param([CROWD, BEFORE, paper(editors=["Hui|Li"], year=2010), AFTER], id="a volume edited in between"),
        pytest.param([CROWD, BEFORE, paper("Hui|Li", "Bo|Berg", year=2013)], id="fourteen years"),
        pytest.param([CROWD, BEFORE, paper("Hui|Li", "Bo|Berg", year=None)], id="a paper without a year"),
        pytest.param([CROWD, BEFORE], id="one paper"),
        pytest.param(
            [CROWD, BEFORE, paper(editors=["Hui|Li"], year=2024)], id="nothing after the gap but a volume edited"
        ),
        pytest.param(
            [
                CROWD,
                BEFORE,
                paper("Hui|Li", "Bo|Berg", year=2024, title="On trees"),
            ],
            id="a reprint",
        ),
        pytest.param(
            [CROWD, person("hui-li", "Hui|Li"), BEFORE, paper(author("Hui|Li", id="hui-li"), "Bo|Berg", year=2024)],
            id="a paper after the gap that carries the person's id",
        ),
        pytest.param(
            [
                CROWD,
                person("hui-li", "Hui|Li", orcid="0000-0002-1825-0097"),
                BEFORE,
                paper(author("Hui|Li", orcid="0000-0002-1825-0097"), "Bo|Berg", year=2024),
            ],
            id="a paper after the gap that carries the person's ORCID",
        ),
    ],
)
def test_quiet(records):
    """Rare names, people who come back among people they knew, and what says nothing are left alone."""
    assert run(year_gap, corpus(*records)) == []


@pytest.mark.parametrize(
    ("records", "papers", "confidence"),
    [
        pytest.param([CROWD, BEFORE, AFTER], AFTER, 0.75, id="strangers on both sides"),
        pytest.param(
            [CROWD, paper("Hui|Li", year=1999, title=""), AFTER],
            AFTER,
            0.5,
            id="nobody on one side, where nothing is known",
        ),
        pytest.param(
            [paper("António|Leal", "Ada|Lovelace", year=1975, title="On Trees"), FORTY_YEARS_ON],
            FORTY_YEARS_ON,
            0.5,
            id="a rare name after more years than a career has",
        ),
        pytest.param(
            [CROWD, BEFORE, AFTER, paper("Hui|Li", "Bo|Berg", year=2023)], BEFORE, 0.75, id="the side with fewer papers"
        ),
    ],
)
def test_found(records, papers, confidence):
    """A gap among strangers under a common name is found, the side with fewer papers as the odd one."""
    (finding,) = run(year_gap, corpus(*records))
    assert finding.papers == (papers.id,)
    assert finding.location == papers.authorships[0].location
    assert finding.confidence == confidence


def test_evidence_is_what_a_human_can_check():
    """Both sides are told with their years and their co-authors, and how common the name is."""
    (finding,) = run(year_gap, corpus(CROWD, BEFORE, AFTER))
    assert "nothing for 25 years, from 1999 to 2024" in finding.message
    texts = [evidence.text for evidence in finding.evidence]
    assert texts[0].startswith(f"before: 1 paper 1999 ({BEFORE.id}), with Ada Lovelace")
    assert texts[1].startswith(f"after: 1 paper 2024 ({AFTER.id}), with Bo Berg")
    assert "common name" in texts[-1]


def test_ids_that_are_ignored_join_nothing():
    """Where ids are left out, the paper that carries one is judged as any other."""
    records = [CROWD, person("hui-li", "Hui|Li"), BEFORE, paper(author("Hui|Li", id="hui-li"), "Bo|Berg", year=2024)]
    assert len(run(year_gap, corpus(*records, use_ids=False))) == 1


def test_option_years():
    """The option says how many years are a gap."""
    records = corpus(CROWD, BEFORE, AFTER)
    assert run(year_gap, records, {"years": 26}) == []
    assert len(run(year_gap, records, {"years": 25})) == 1
