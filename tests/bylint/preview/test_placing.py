"""Where authorships are put, and which of them look wrong there."""

import pytest

from bylint import Corpus, Paper
from bylint.preview.pairing import differences, papers, standings
from bylint.preview.placing import WRONG, Placement, placements
from bylint.testing import author, corpus, paper, person

WEI = person("wei-liu", "Wei Liu")
COMMON = paper("Wei Chen", "Jun Liu", "Wei Zhang", "Jun Chen", id="o-1", title="A Treebank")
"""Others called Wei, and others called Liu: so there may be another Wei Liu."""


def of_karlsruhe(number: int, **fields: object) -> Paper:
    """A paper of the Wei Liu who is known."""
    liu = author("Wei Liu", affiliations=["KIT Karlsruhe"])
    title = f"Speech Translation of Lectures {number}"
    return paper(liu, "Alex Liu", id=f"k-{number}", title=title, year=2020 + number, venues=("iwslt",), **fields)


def of_jena(number: int, **fields: object) -> Paper:
    """A paper of another Wei Liu, who shares nothing with the first."""
    liu = author("Wei Liu", affiliations=["University of Jena"])
    title = f"Chiasmus in Medieval Poetry {number}"
    return paper(liu, "Wei Braun", id=f"j-{number}", title=title, year=2021, venues=("latech",), **fields)


KNOWN = (WEI, COMMON, *(of_karlsruhe(number) for number in range(3)))


def placed(before: Corpus, after: Corpus) -> list[Placement]:
    """Where a change puts authorships of Wei Liu."""
    pairs = differences(papers(before, after), standings(before), standings(after))
    return [one for one in placements(pairs, before, after) if str(one.standing.authorship.name) == "Wei Liu"]


@pytest.mark.parametrize(
    "new",
    [
        pytest.param((of_karlsruhe(9),), id="what fits"),
        pytest.param((paper("Wei Liu", id="x", year=2022),), id="a single author has nobody to share"),
        pytest.param((paper("Bo Li", editors=["Wei Liu"], id="x", year=2022),), id="who edits need not know anybody"),
    ],
)
def test_quiet(new: tuple[Paper, ...]) -> None:
    """What fits, and what cannot be judged, does not look wrong."""
    (one,) = placed(corpus(*KNOWN), corpus(*KNOWN, *new))
    assert one.doubt is None


def test_found() -> None:
    """Papers that share nothing with those of the page look wrong together, with the evidence for two people."""
    found = placed(corpus(*KNOWN), corpus(*KNOWN, of_jena(1), of_jena(2)))
    assert [one.standing.paper.id for one in found] == ["j-1", "j-2"]
    for one in found:
        assert (one.by, one.is_verified, one.is_known, one.came_from) == ("name", True, True, None)
        assert one.doubt is not None
        assert one.doubt.confidence >= WRONG
        assert one.doubt.suggested is None
        assert one.doubt.why == "different affiliations: University of Jena; KIT Karlsruhe"
        assert {fact.kind for fact in one.doubt.evidence} >= {"shared-coauthors", "affiliations", "name"}


def test_only_what_the_change_puts_there() -> None:
    """A group that was on the page before is no news, also where a paper joins it."""
    before = corpus(*KNOWN, of_jena(1))
    assert [one.doubt for one in placed(before, corpus(*KNOWN, of_jena(1), of_jena(2)))] == [None]


def test_a_page_of_its_own() -> None:
    """A page that the change makes holds nobody whom a paper could be wrong beside."""
    (one, other) = placed(corpus(COMMON), corpus(COMMON, of_karlsruhe(1), of_jena(1)))
    assert (one.is_known, one.by, one.doubt, other.doubt) == (False, "slug", None, None)


def test_by_each_rule() -> None:
    """The rule that put an authorship where it is."""
    known = (person("wei-liu", "Wei Liu", orcid="0000-0002-1825-0097"),)
    new = [
        paper(author("Wei Liu", id="wei-liu"), id="a"),
        paper(author("Wei Liu", orcid="0000-0002-1825-0097"), id="b"),
        paper("Wei Liu", id="c"),
    ]
    assert [one.by for one in placed(corpus(*known), corpus(*known, *new))] == ["id", "orcid", "name"]
    assert [one.by for one in placed(corpus(), corpus(paper("Wei Liu", id="c")))] == ["slug"]
