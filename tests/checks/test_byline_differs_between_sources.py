"""Another source has another byline for the paper."""

import pytest

from bylint import Authorship, Paper
from bylint.testing import author, corpus, paper, run
from bylint_checks.byline_differs_between_sources import byline_differs_between_sources as check

DOI = "10.1162/x.2020.1"
TITLE = "A Grammar of Moving Things"


def signed(*authors: str | Authorship, **fields: object) -> Paper:
    """A record of the paper that all sources have."""
    return paper(*authors, **{"doi": DOI, "title": TITLE, **fields})


FIVE = ("Ada Lovelace", "Mary Somerville", "Charles Babbage", "Grace Hopper", "Alan Turing")


@pytest.mark.parametrize(
    ("here", "there"),
    [
        pytest.param(FIVE, FIVE, id="the same byline"),
        pytest.param(("Ada Lovelace", "Mary Somerville"), ("A. Lovelace", "M. Somerville"), id="initials"),
        pytest.param(("Chloé Braud",), ("Chloe Braud",), id="an accent"),
        pytest.param(("Jürgen Müller",), ("Juergen Mueller",), id="an umlaut in two letters"),
        pytest.param(("Suming Wang",), ("王素明",), id="another script"),
        pytest.param(("Noah A. Smith",), ("Noah Smith",), id="a middle name less"),
        pytest.param(("Wei Liu", "Jun Xu"), ("Liu Wei", "Xu Jun"), id="family names first"),
        pytest.param(("Sunil Sahu",), ("Sunil Kumar Sahu",), id="a further given name"),
        pytest.param(("DJ Hovermale",), ("D. J. Hovermale",), id="spaces between initials"),
        pytest.param(("Chris Brew",), ("Christopher Brew",), id="a short form"),
        pytest.param(("María|García López",), ("María|García",), id="a second surname less"),
        pytest.param(("Jane Rho", "Bo Kim"), ("Jane Tau", "Bo Kim"), id="another surname, as one takes by marriage"),
        pytest.param(("Ehsan|Zare Borzeshi",), ("Ehsan Zare|Borzeshi",), id="the boundary elsewhere"),
        pytest.param(("Nguyễn|Văn Hùng",), ("Hung Van|Nguyen",), id="a Vietnamese name in the other order"),
        pytest.param(FIVE, FIVE[:1], id="the first author alone, as citations have it"),
        pytest.param(FIVE[:3], FIVE, id="cut by “and others” here"),
        pytest.param(("Logan Born", "Kate Kelley"), ("L. et al.|Born",), id="et al. in a name"),
        pytest.param((*FIVE, "BigScience Workshop"), FIVE, id="a group that only one lists"),
        pytest.param((), FIVE, id="no authors here"),
        pytest.param(FIVE, (), id="no authors there"),
        pytest.param((author("Ada Lovelace", id="ada"),), (author("Ada Lovelace", id="A17"),), id="ids of two sources"),
    ],
)
def test_quiet(here: tuple[str | Authorship, ...], there: tuple[str | Authorship, ...]) -> None:
    """Ways to write one name, and lists that were cut."""
    assert run(check, corpus(signed(*here), beside=[signed(*there)])) == []


@pytest.mark.parametrize(
    ("here", "there", "message"),
    [
        pytest.param(FIVE[:2], FIVE[:3], "“Charles Babbage” is an author there, and not here", id="one more"),
        pytest.param(FIVE[:3], FIVE[:2], "“Charles Babbage” is no author there", id="one fewer"),
        pytest.param(FIVE, FIVE[2:], "“Ada Lovelace” is no author there", id="two fewer, but not at the end"),
        pytest.param(
            FIVE[:3],
            (*FIVE[:2], "Konrad Zuse"),
            "author 3 is “Charles Babbage” here and “Konrad Zuse” there",
            id="somebody else",
        ),
        pytest.param(
            ("Wei Liu", "Ada Lovelace"),
            ("Jun Liu", "Ada Lovelace"),
            "author 1 is “Wei Liu” here and “Jun Liu” there",
            id="another given name",
        ),
        pytest.param(
            ("Gabor Proszeky",),
            ("Gabor Prbszeky",),
            "author 1 is “Gabor Proszeky” here and “Gabor Prbszeky” there",
            id="a slip of a letter, as for P98-2175",
        ),
        pytest.param(
            FIVE[:3],
            (FIVE[1], FIVE[0], FIVE[2]),
            "“Ada Lovelace” is author 1 here and 2 there",
            id="another order",
        ),
        pytest.param(
            ("Steven L. Small",),
            ("Steve Small", "Chuck Rieger"),
            "“Chuck Rieger” is an author there, and not here",
            id="a second author, as for P79-1003",
        ),
    ],
)
def test_found(here: tuple[str, ...], there: tuple[str, ...], message: str) -> None:
    """Somebody more, somebody fewer, somebody else, another order: with both places."""
    findings = run(check, corpus(signed(*here, id="x-1"), beside=[signed(*there, id="W1")]))
    assert [finding.papers for finding in findings] == [("x-1",)]
    assert message in findings[0].message
    assert findings[0].location is not None
    assert findings[0].location.path == "papers.jsonl"
    assert {fact.location.path for fact in findings[0].evidence if fact.location} == {"beside.jsonl"}


@pytest.mark.parametrize(
    ("here", "there", "expected"),
    [
        pytest.param({}, {}, 0.8, id="one DOI"),
        pytest.param({"doi": None}, {}, 0.6, id="one title"),
        pytest.param({}, {"doi": None, "year": 2020}, 0.6, id="one title, and a DOI here"),
    ],
)
def test_a_doi_is_surer_than_a_title(here: dict[str, None], there: dict[str, object], expected: float) -> None:
    """A record with the same title may be another version."""
    found = run(check, corpus(signed(*FIVE[:2], **here), beside=[signed(*FIVE[:3], **there)]))
    assert [finding.confidence for finding in found] == [expected]


def test_a_slip_is_less_sure() -> None:
    """Either record may have it, and some names are spelt in two ways."""
    found = run(check, corpus(signed("Bob Meyer", "Bo Kim"), beside=[signed("Bob Meyr", "Bo Kim")]))
    assert [finding.confidence for finding in found] == [0.5]


def test_other_people_are_less_sure() -> None:
    """Where most are other people, it may be the DOI that is wrong."""
    found = run(check, corpus(signed(*FIVE[:2]), beside=[signed(*FIVE[2:4])]))
    assert [finding.confidence for finding in found] == [0.3]


def test_two_given_names_stay_out_of_public_logs() -> None:
    """Whoever changed a given name may not want it told."""
    found = run(check, corpus(signed("Wei Liu", "Bo Kim"), beside=[signed("Jun Liu", "Bo Kim")]))
    assert [finding.discreet_message for finding in found] == ["another byline in beside.jsonl: 1 difference"]
    found = run(check, corpus(signed(*FIVE[:2]), beside=[signed(*FIVE[:3])]))
    assert [finding.discreet_message for finding in found] == [""]


def test_papers_that_one_source_knows() -> None:
    """A paper that only one source knows, and a run with one source."""
    assert run(check, corpus(signed(*FIVE))) == []
    assert run(check, corpus(signed(*FIVE), beside=[signed(*FIVE[:4], doi="10.1162/x.2020.2", title="Else")])) == []
