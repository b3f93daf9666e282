"""person-orcid-mismatch."""

import pytest

from bylint.testing import author, corpus, paper, person, run
from bylint_checks.orcid_conflict import orcid_conflict
from bylint_checks.person_orcid_mismatch import person_orcid_mismatch
from bylint_checks.two_orcids import two_orcids

OWN, OTHER, THIRD = "0000-0002-1825-0097", "0000-0001-5109-3700", "0000-0002-1694-233X"
LI = person("yongqi-li-hk", "Yongqi|Li", orcid=OWN)


@pytest.mark.parametrize(
    "records",
    [
        pytest.param([LI, paper(author("Yongqi|Li", id=LI.id, orcid=OWN))], id="the person's own"),
        pytest.param([LI, paper(author("Yongqi|Li", id=LI.id, orcid=f"https://orcid.org/{OWN}"))], id="as an address"),
        pytest.param([LI, paper(author("Yongqi|Li", id=LI.id))], id="no ORCID on the paper"),
        pytest.param(
            [LI._replace(orcid=None), paper(author("Yongqi|Li", id=LI.id, orcid=OTHER))], id="none in the database"
        ),
        pytest.param([LI, paper(author("Yongqi|Li", id=LI.id, orcid="Li"))], id="what is no ORCID"),
        pytest.param([LI, paper(author("Yongqi|Li", id=LI.id, orcid="0000-0002-1825-0098"))], id="a wrong last sign"),
        pytest.param(
            [LI._replace(comment=f"also {OTHER.lower()}"), paper(author("Yongqi|Li", id=LI.id, orcid=OTHER))],
            id="a person known to have two",
        ),
        pytest.param([LI, paper(author("Yongqi|Li", orcid=OTHER))], id="no id, which is an orcid-conflict"),
        pytest.param([LI, paper(author("Yongqi|Li", id="nobody", orcid=OTHER))], id="an id that is nobody's"),
        pytest.param(
            [LI._replace(is_verified=False), paper(author("Yongqi|Li", id=LI.id, orcid=OTHER))],
            id="an id for anybody else of the name",
        ),
    ],
)
def test_quiet(records):
    """An ORCID that does not contradict the id is left alone."""
    assert run(person_orcid_mismatch, corpus(*records)) == []


@pytest.mark.parametrize(
    ("authors", "orcids"),
    [
        pytest.param([author("Yongqi|Li", id=LI.id, orcid=OTHER)], [OTHER], id="once"),
        pytest.param([author("Yongqi|Li", id=LI.id, orcid=OTHER)] * 3, [OTHER], id="on three papers, found once"),
        pytest.param(
            [author("Yongqi|Li", id=LI.id, orcid=OTHER), author("Yongqi|Li", id=LI.id, orcid=THIRD)],
            [OTHER, THIRD],
            id="two others",
        ),
        pytest.param(
            [author("Yongqi|Li", id=LI.id, orcid=OWN), author("Yongqi|Li", id=LI.id, orcid=OTHER)],
            [OTHER],
            id="beside the right one",
        ),
    ],
)
def test_found(authors, orcids):
    """Each ORCID that is not the person's is found once, and no other check says it again."""
    records = corpus(LI, *map(paper, authors))
    findings = run(person_orcid_mismatch, records)
    assert [finding.message for finding in findings] == [
        f"Yongqi Li has the id of yongqi-li-hk and another ORCID than that person, {orcid}" for orcid in orcids
    ]
    assert sum(len(finding.authorships) for finding in findings) == sum(one.orcid != OWN for one in authors)
    assert {finding.location.field for finding in findings} == {"orcid"}
    assert run(orcid_conflict, records) == run(two_orcids, records) == []


def test_evidence_says_whose_it_is():
    """Where the other ORCID is a known person's, the evidence says whose."""
    wuhan = person("yongqi-li-wuhan", "Yongqi|Li", orcid=OTHER)
    (finding,) = run(person_orcid_mismatch, corpus(LI, wuhan, paper(author("Yongqi|Li", id=LI.id, orcid=OTHER))))
    assert [evidence.text for evidence in finding.evidence] == [
        f"yongqi-li-hk has {OWN}",
        f"the people database gives {OTHER} to yongqi-li-wuhan",
    ]
    assert finding.evidence[1].location == wuhan.at("orcid")


@pytest.mark.parametrize(("text", "is_discreet"), [("Yongqi|Li", False), ("Wei|Li", True)])
def test_other_given_names_are_not_told_in_public(text, is_discreet):
    """A name of which only the id says that it is this person's is left out of public logs."""
    (finding,) = run(person_orcid_mismatch, corpus(LI, paper(author(text, id=LI.id, orcid=OTHER))))
    assert bool(finding.discreet_message) is is_discreet
    assert "Wei" not in finding.discreet_message
