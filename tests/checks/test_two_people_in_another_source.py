"""Another source has several people where there is one page here."""

import pytest

from bylint import Authorship, Paper
from bylint.testing import author, corpus, paper, person, run
from bylint_checks.two_people_in_another_source import two_people_in_another_source as check

ONE, OTHER, WRONG = "0000-0002-1825-0097", "0000-0001-5109-3700", "0000-0002-1825-0098"


def papers(*authors: str | Authorship) -> list[Paper]:
    """A paper for each author, with a DOI of its own."""
    return [paper(one, doi=f"10.1162/{number}", id=f"x-{number}") for number, one in enumerate(authors)]


@pytest.mark.parametrize(
    ("here", "there"),
    [
        pytest.param(("Xin Wang",) * 2, (author("Xin Wang", orcid=ONE),) * 2, id="one ORCID"),
        pytest.param(("Xin Wang",) * 2, (author("Xin Wang", orcid=ONE), "Xin Wang"), id="one ORCID, and none"),
        pytest.param(
            ("Xin Wang",) * 2, (author("Xin Wang", id="A1"), author("Xin Wang", id="A2")), id="ids by a program"
        ),
        pytest.param(
            ("Xin Wang",) * 2,
            (author("Xin Wang", orcid=ONE), author("Xin Wang", orcid=WRONG)),
            id="nobody's by its last sign",
        ),
        pytest.param(
            (author("Xin Wang", orcid=ONE), "Xin Wang"),
            (author("Xin Wang", orcid=ONE), author("Xin Wang", orcid=OTHER)),
            id="an ORCID here",
        ),
        pytest.param(
            ("Xin Wang", "Bo Kim"),
            (author("Xin Wang", orcid=ONE), author("Bo Kim", orcid=OTHER)),
            id="two pages here, too",
        ),
    ],
)
def test_quiet(here: tuple[str | Authorship, ...], there: tuple[str | Authorship, ...]) -> None:
    """Where there are no two people, or it is known who is who."""
    assert run(check, corpus(*papers(*here), beside=papers(*there))) == []


def test_found() -> None:
    """Two ORCIDs on one page, with the papers of each."""
    there = papers(
        author("Xin Wang", orcid=ONE),
        author("Xin Wang", orcid=OTHER),
        author("X. Wang", orcid=f"https://orcid.org/{ONE}"),
    )
    found = run(check, corpus(*papers(*["Xin Wang"] * 3), beside=there))
    assert [finding.message for finding in found] == ["Xin Wang: two people by their ORCIDs in beside.jsonl"]
    assert found[0].groups == (("x-0", "x-2"), ("x-1",))
    assert found[0].location is not None
    assert found[0].location[:2] == ("papers.jsonl", "x-1")
    assert {fact.location.path for fact in found[0].evidence if fact.location} == {"beside.jsonl"}


def test_quiet_on_ids_of_the_repository() -> None:
    """Who is known by an id is known."""
    known = person("xin-wang", "Xin Wang")
    here = papers(author("Xin Wang", id="xin-wang"), author("Xin Wang", id="xin-wang"))
    there = papers(author("Xin Wang", orcid=ONE), author("Xin Wang", orcid=OTHER))
    assert run(check, corpus(known, *here, beside=there)) == []
