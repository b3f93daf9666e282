"""Another source has another ORCID for an author of the paper."""

from collections.abc import Sequence

import pytest

from bylint.testing import author, corpus, paper, person, run
from bylint_checks.orcid_differs_between_sources import orcid_differs_between_sources as check

ONE, OTHER, WRONG = "0000-0002-1825-0097", "0000-0001-5109-3700", "0000-0002-1825-0098"
DOI = "10.1162/x.2020.1"
Signed = Sequence[tuple[str, str | None]]


def signed(byline: Signed, **fields: object):
    """A record of the paper, its authors with their ORCIDs."""
    return paper(*(author(name, orcid=orcid) for name, orcid in byline), doi=DOI, **fields)


@pytest.mark.parametrize(
    ("here", "there"),
    [
        pytest.param([("Ada Rho", ONE)], [("Ada Rho", f"https://orcid.org/{ONE}")], id="one, bare and as an address"),
        pytest.param([("Ada Rho", ONE)], [("Ada Rho", None)], id="none there"),
        pytest.param([("Ada Rho", None)], [("Ada Rho", ONE)], id="none here"),
        pytest.param([("Ada Rho", ONE)], [("Ada Rho", WRONG)], id="nobody's by its last sign"),
        pytest.param([("Ada Rho", ONE)], [("Ada Rho", "none")], id="what is no ORCID"),
        pytest.param([("Ada Rho", ONE)], [("Bo Kim", OTHER)], id="another author"),
        pytest.param(
            [("Ada Rho", ONE), ("Bo Kim", OTHER)], [("Bo Kim", OTHER), ("A. Rho", ONE)], id="in another order"
        ),
    ],
)
def test_quiet(here: Signed, there: Signed) -> None:
    """One ORCID, or not one on each side."""
    assert run(check, corpus(signed(here), beside=[signed(there)])) == []


def test_found() -> None:
    """Two ORCIDs of one author, each with its place."""
    found = run(check, corpus(signed([("Ada Rho", ONE)], id="x-1"), beside=[signed([("A. Rho", OTHER)], id="W1")]))
    assert [finding.message for finding in found] == [f"Ada Rho has the ORCID {ONE} here and {OTHER} in beside.jsonl"]
    assert found[0].location is not None
    assert found[0].location[:2] == ("papers.jsonl", "x-1")
    assert [fact.location[:2] for fact in found[0].evidence if fact.location] == [("beside.jsonl", "W1")]
    assert found[0].confidence == 0.7


def test_shifted_orcids_are_surer() -> None:
    """An ORCID that stands here on a neighbour."""
    here, there = [("Ada Rho", ONE), ("Bo Kim", OTHER)], [("Ada Rho", OTHER), ("Bo Kim", ONE)]
    found = run(check, corpus(signed(here), beside=[signed(there)]))
    assert [finding.confidence for finding in found] == [0.9, 0.9]
    assert "here 0000-0001-5109-3700 stands on “Bo Kim”, author 2" in [fact.text for fact in found[0].evidence]


def test_second_orcid_that_the_database_knows() -> None:
    """A person's comment names the other one."""
    known = person("ada-rho", "Ada Rho", orcid=ONE, comment=f"also {OTHER}")
    assert run(check, corpus(known, signed([("Ada Rho", ONE)]), beside=[signed([("Ada Rho", OTHER)])])) == []
