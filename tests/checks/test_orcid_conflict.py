"""orcid-conflict."""

import pytest

from bylint.testing import author, corpus, paper, person, run
from bylint_checks.orcid_conflict import orcid_conflict

ONE, TWO, THREE = "0000-0002-1825-0097", "0000-0001-5109-3700", "0000-0002-1694-233X"
CROWD = paper("Wei|Li", "Wei|Zhang", "Hui|Zhang", "Hui|Chen", "Jing|Li")
"""Names under which Hui Li is common."""


def by(*marks):
    """A paper by Hui Li for each set of marks."""
    return [paper(author("Hui|Li", **one)) for one in marks]


@pytest.mark.parametrize(
    "records",
    [
        pytest.param(by({"orcid": ONE}, {"orcid": ONE}), id="one ORCID"),
        pytest.param(by({"orcid": ONE}, {"orcid": f"https://orcid.org/{ONE}"}), id="one ORCID, once as an address"),
        pytest.param(by({"orcid": ONE}, {}), id="one ORCID and none"),
        pytest.param(by({"orcid": ONE}, {"orcid": "Hui Li"}), id="what is no ORCID"),
        pytest.param(by({"orcid": ONE}, {"openreview": "~Hui_Li1"}), id="an ORCID and an OpenReview id"),
        pytest.param(
            by({"orcid": ONE, "id": "hui-li"}, {"orcid": TWO, "id": "hui-li"}), id="two ORCIDs with one explicit id"
        ),
        pytest.param(
            [person("hui-li", "Hui|Li", orcid=ONE), *by({"orcid": ONE}, {"orcid": TWO, "id": "hui-li"})],
            id="a second ORCID beside the id of the person who has the first",
        ),
        pytest.param(
            by({"openreview": "~Hui_Li1", "orcid": ONE}, {"openreview": "~Hui_Li2", "orcid": ONE}),
            id="two OpenReview ids with one ORCID",
        ),
        pytest.param(
            by({"orcid": ONE, "openreview": "~Hui_Li1"}, {"orcid": TWO, "openreview": "~Hui_Li1"}),
            id="two ORCIDs with one OpenReview id",
        ),
        pytest.param(
            [
                person("hui-li", "Hui|Li", orcid=ONE),
                person("hui-li-oslo", "Hui|Li", orcid=TWO),
                *by({"orcid": ONE}, {"orcid": TWO}),
            ],
            id="two people who are known by their ORCIDs",
        ),
    ],
)
def test_quiet(records):
    """One person's marks, however they are joined, and marks that say nothing against each other are left alone."""
    assert run(orcid_conflict, corpus(CROWD, *records)) == []


@pytest.mark.parametrize(
    ("records", "odd"),
    [
        pytest.param(by({"orcid": ONE}, {"orcid": ONE}, {"orcid": TWO}), 1, id="two ORCIDs"),
        pytest.param(by({"orcid": ONE}, {"orcid": TWO}, {"orcid": THREE}), 2, id="three ORCIDs are one finding"),
        pytest.param(by({"openreview": "~Hui_Li1"}, {"openreview": "~Hui_Li2"}), 1, id="two OpenReview ids"),
        pytest.param(
            by({"orcid": ONE, "openreview": "~Hui_Li1"}, {"orcid": TWO, "openreview": "~Hui_Li2"}),
            1,
            id="different in both",
        ),
        pytest.param(
            [person("hui-li", "Hui|Li", orcid=ONE), *by({}, {"orcid": TWO})],
            1,
            id="another ORCID than the person's in the people database",
        ),
        pytest.param(
            [
                person("hui-li-any", "Hui|Li", is_verified=False),
                *by({"orcid": ONE, "id": "hui-li-any"}, {"orcid": TWO, "id": "hui-li-any"}),
            ],
            1,
            id="two ORCIDs with the id for anybody else of the name",
        ),
    ],
)
def test_found(records, odd):
    """Marks that nothing joins are found; the authorships beside the most frequent ones are the odd ones."""
    (finding,) = run(orcid_conflict, corpus(CROWD, *records))
    assert len(finding.authorships) == odd
    assert finding.location.field in {"orcid", "openreview"}
    assert finding.confidence == 0.85


def test_rare_names_are_less_sure():
    """Somebody of a rare name has more likely registered twice."""
    (finding,) = run(orcid_conflict, corpus(*by({"orcid": ONE}, {"orcid": TWO})))
    assert finding.confidence == 0.4


def test_evidence_is_what_a_human_can_check():
    """Each ORCID is told with its papers, or as what the people database says."""
    records = [person("hui-li", "Hui|Li", orcid=ONE), *by({"orcid": TWO})]
    (finding,) = run(orcid_conflict, corpus(CROWD, *records))
    texts = [evidence.text for evidence in finding.evidence]
    assert texts[0].startswith(f"{TWO}: 1 paper 2020")
    assert texts[1] == f"{ONE}: the people database gives it to hui-li"
    assert "common name" in texts[2]


def test_ids_that_are_ignored_are_read_all_the_same():
    """Where ids decide nothing, two people's ORCIDs meet on the page of their name."""
    records = [
        person("hui-li", "Hui|Li", orcid=ONE),
        person("hui-li-oslo", "Hui|Li", orcid=TWO),
        *by({"orcid": ONE}, {"orcid": TWO}),
    ]
    (finding,) = run(orcid_conflict, corpus(CROWD, *records, use_ids=False))
    assert finding.subject.id == "hui-li/unverified"
