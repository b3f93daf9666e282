"""Another source has one person where there are two pages here."""

import pytest

from bylint import Authorship, Paper
from bylint.testing import author, corpus, paper, person, run
from bylint_checks.one_person_in_another_source import one_person_in_another_source as check

ONE, OTHER = "0000-0002-1825-0097", "0000-0001-5109-3700"
SHORT, LONG = "Shamsuddeen|Muhammad", "Shamsuddeen Hassan|Muhammad"


def papers(*authors: str | Authorship, **fields: object) -> list[Paper]:
    """A paper for each author, with a DOI of its own."""
    return [paper(one, doi=f"10.1162/{number}", id=f"x-{number}", **fields) for number, one in enumerate(authors)]


@pytest.mark.parametrize(
    ("here", "there"),
    [
        pytest.param((SHORT, LONG), (SHORT, LONG), id="nothing that joins them"),
        pytest.param(
            (SHORT, LONG), (author(SHORT, orcid=ONE), author(LONG, orcid=OTHER)), id="two people there as well"
        ),
        pytest.param((SHORT, SHORT), (author(SHORT, orcid=ONE), author(SHORT, orcid=ONE)), id="one page here"),
        pytest.param(
            ("Wei Liu", "Bo Kim"), (author("Wei Liu", id="A1"), author("Bo Kim", id="A1")), id="names of two people"
        ),
        pytest.param(
            ("Wei Liu", "Jun Liu"),
            (author("Wei Liu", id="A1"), author("Jun Liu", id="A1")),
            id="other given names, which an id does not join",
        ),
        pytest.param(
            (author(SHORT, orcid=ONE), author(LONG, orcid=OTHER)),
            (author(SHORT, id="A1"), author(LONG, id="A1")),
            id="an ORCID for each here",
        ),
    ],
)
def test_quiet(here: tuple[str | Authorship, ...], there: tuple[str | Authorship, ...]) -> None:
    """Where nothing is joined, or cannot be."""
    assert run(check, corpus(*papers(*here), beside=papers(*there))) == []


def test_found() -> None:
    """By an ORCID surely, by an id of the source less so; with the places there."""
    found = [
        run(check, corpus(*papers(SHORT, LONG), beside=papers(author(SHORT, **mark), author(LONG, **mark))))
        for mark in ({"orcid": ONE}, {"id": "A1"})
    ]
    assert [[finding.message for finding in of_mark] for of_mark in found] == [
        [f"Shamsuddeen Hassan Muhammad and Shamsuddeen Muhammad are one person in beside.jsonl, by the ORCID {ONE}"],
        ["Shamsuddeen Hassan Muhammad and Shamsuddeen Muhammad are one person in beside.jsonl, by the id A1"],
    ]
    assert [of_mark[0].confidence for of_mark in found] == [0.85, 0.6]
    places = [fact.location.path for fact in found[0][0].evidence if fact.location and fact.kind == "orcid"]
    assert places == ["beside.jsonl", "beside.jsonl"]


def test_pair_is_told_once() -> None:
    """An ORCID and an id that say the same are one finding, by the ORCID."""
    mark = {"orcid": ONE, "id": "A1"}
    found = run(check, corpus(*papers(SHORT, LONG), beside=papers(author(SHORT, **mark), author(LONG, **mark))))
    assert [finding.confidence for finding in found] == [0.85]


def test_quiet_about_people_who_are_known_apart() -> None:
    """Two entries that list each other, and two names on one paper."""
    mark = {"orcid": ONE}
    known = (
        person("sm", SHORT, similar=("shm",)),
        person("shm", LONG, similar=("sm",)),
    )
    there = papers(author(SHORT, **mark), author(LONG, **mark))
    assert run(check, corpus(*known, *papers(SHORT, LONG), beside=there)) == []
    both = paper(SHORT, LONG)
    assert run(check, corpus(*papers(SHORT, LONG), both, beside=there)) == []


def test_given_names_stay_out_of_public_logs() -> None:
    """Two given names that only an ORCID joins are not told there."""
    mark = {"orcid": ONE}
    found = run(
        check,
        corpus(*papers("Wei Liu", "Jun Liu"), beside=papers(author("Wei Liu", **mark), author("Jun Liu", **mark))),
    )
    assert [(finding.confidence, "Liu" in finding.discreet_message) for finding in found] == [(0.4, False)]
    assert found[0].discreet_message
