"""two-orcids."""

import pytest

from bylint.testing import author, corpus, paper, person, run
from bylint_checks.orcid_conflict import orcid_conflict
from bylint_checks.two_orcids import two_orcids

ONE, TWO, THREE = "0000-0003-3896-9397", "0000-0003-2044-8446", "0000-0002-1694-233X"
ALEX = person("alexander-rudnicky", "Alexander I.|Rudnicky", "Alexander|Rudnicky")


def by(*marks):
    """A paper by Alexander Rudnicky for each set of marks."""
    return [paper(author("Alexander|Rudnicky", **one)) for one in marks]


@pytest.mark.parametrize(
    "records",
    [
        pytest.param(by({"id": ALEX.id, "orcid": ONE}, {"id": ALEX.id, "orcid": ONE}), id="one ORCID"),
        pytest.param(by({"id": ALEX.id, "orcid": ONE}, {"id": ALEX.id}), id="one ORCID and none"),
        pytest.param(
            by({"id": ALEX.id, "orcid": ONE}, {"id": ALEX.id, "orcid": f"https://orcid.org/{ONE}"}), id="as an address"
        ),
        pytest.param(by({"orcid": ONE}, {"orcid": TWO}), id="nothing joins them: orcid-conflict"),
        pytest.param(by({"id": "a", "orcid": ONE}, {"id": "b", "orcid": TWO}), id="two ids"),
        pytest.param(
            by({"openreview": "~A_R1", "orcid": ONE}, {"openreview": "~A_R2", "orcid": TWO}), id="two profiles"
        ),
        pytest.param(
            [ALEX._replace(orcid=ONE), *by({"id": ALEX.id, "orcid": ONE}, {"id": ALEX.id, "orcid": TWO})],
            id="the database gives one: person-orcid-mismatch",
        ),
        pytest.param(
            [
                ALEX._replace(comment=f"has {TWO} too"),
                *by({"id": ALEX.id, "orcid": ONE}, {"id": ALEX.id, "orcid": TWO}),
            ],
            id="a person known to have two, by the id",
        ),
        pytest.param(
            [
                ALEX._replace(orcid=ONE, comment=f"has {TWO} too"),
                *by({"openreview": "~A_R1", "orcid": ONE}, {"openreview": "~A_R1", "orcid": TWO}),
            ],
            id="a person known to have two, by the ORCID",
        ),
        pytest.param(
            [
                ALEX._replace(is_verified=False),
                *by({"id": ALEX.id, "orcid": ONE}, {"id": ALEX.id, "orcid": TWO}),
            ],
            id="an id for anybody else of the name",
        ),
        pytest.param(
            by({"id": "a-r/unverified", "orcid": ONE}, {"id": "a-r/unverified", "orcid": TWO}), id="an unverified id"
        ),
        pytest.param(
            by({"id": ALEX.id, "orcid": ONE}, {"id": ALEX.id, "orcid": "0000-0003-2044-8447"}), id="a wrong sign"
        ),
        pytest.param(
            [paper(author("Jim|Chang", id="jim-chang", orcid=ONE), author("Jimmy|Chang", id="jim-chang", orcid=TWO))],
            id="in one byline: shared-page-paper",
        ),
    ],
)
def test_quiet(records):
    """One ORCID, ORCIDs that nothing joins, and those that somebody knows of are left alone."""
    assert run(two_orcids, corpus(*records)) == []


@pytest.mark.parametrize(
    ("records", "orcids", "authorships"),
    [
        pytest.param(
            by({"id": ALEX.id, "orcid": ONE}, {"id": ALEX.id, "orcid": TWO}), [TWO, ONE], 2, id="an id that nobody has"
        ),
        pytest.param(
            [ALEX, *by({"id": ALEX.id, "orcid": ONE}, {"id": ALEX.id, "orcid": TWO}, {"id": ALEX.id, "orcid": ONE})],
            [ONE, TWO],
            3,
            id="an entry without an ORCID; the more frequent one first",
        ),
        pytest.param(
            by({"openreview": "~A_R1", "orcid": ONE}, {"openreview": "~A_R1", "orcid": TWO}),
            [TWO, ONE],
            2,
            id="an OpenReview id",
        ),
        pytest.param(
            by(
                {"openreview": "~A_R1", "orcid": ONE},
                {"id": ALEX.id, "orcid": TWO},
                {"id": ALEX.id, "openreview": "~A_R1", "orcid": THREE},
            ),
            [THREE, TWO, ONE],
            3,
            id="an id and an OpenReview id, joined by a third",
        ),
    ],
)
def test_found(records, orcids, authorships):
    """ORCIDs of one person are one finding, which no other check says again."""
    (finding,) = run(two_orcids, corpus(*records))
    count = {2: "two", 3: "three"}[len(orcids)]
    assert finding.message == f"Alexander Rudnicky has {count} ORCIDs, {', '.join(orcids[:-1])} and {orcids[-1]}"
    assert len(finding.authorships) == authorships
    assert finding.location.field == "orcid"
    assert run(orcid_conflict, corpus(*records)) == []


def test_two_pages_are_told():
    """Where the database has an entry for each ORCID, the evidence names both, and what joins them."""
    entries = [
        person("alexander-rudnicky", "Alexander|Rudnicky", orcid=ONE),
        person("alexander-rudnicky-8446", "Alexander|Rudnicky", orcid=TWO),
    ]
    papers = by({"openreview": "~A_R1", "orcid": ONE}, {"openreview": "~A_R1", "orcid": TWO})
    (finding,) = run(two_orcids, corpus(*entries, *papers))
    texts = [evidence.text for evidence in finding.evidence]
    assert texts[0].endswith("; the people database gives it to alexander-rudnicky-8446")
    assert texts[1].endswith("; the people database gives it to alexander-rudnicky")
    assert texts[2] == "the OpenReview id ~A_R1 stands beside them"


def test_other_given_names_are_not_told_in_public():
    """Names that only an id joins are left out of public logs."""
    records = [paper(author(text, id="x", orcid=orcid)) for text, orcid in (("Adi|Shalev", ONE), ("Ida|Bitan", TWO))]
    (finding,) = run(two_orcids, corpus(*records))
    assert finding.discreet_message == f"one person has two ORCIDs, {TWO} and {ONE}"
