"""placeholder-surname."""

import pytest
from bylint_checks.placeholder_surname import placeholder_surname

from bylint.testing import corpus, paper, papers, run


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("|Mausam", id="a mononym in the last name"),
        pytest.param("Aung San|U", id="a surname of one letter"),
        pytest.param("Pranav|A", id="an initial for a surname"),
        pytest.param("Santosh|T.Y.S.S.", id="initials for a surname"),
        pytest.param("素格|王", id="Han"),
        pytest.param("서연|김", id="Hangul"),
        pytest.param("Nawal|El-", id="a hyphen after letters"),
    ],
)
def test_quiet(name):
    """A last name with a letter in it is a last name."""
    assert run(placeholder_surname, corpus(paper(name))) == []


@pytest.mark.parametrize(
    ("name", "message"),
    [
        pytest.param("Mausam|-", "“Mausam -”: the last name is “-”", id="a dash"),
        pytest.param("Mausam|.", "“Mausam .”: the last name is “.”", id="a full stop"),
        pytest.param("Mausam|–", "“Mausam –”: the last name is “–”", id="an en dash"),
        pytest.param("Mausam|1", "“Mausam 1”: the last name is “1”", id="a number"),
        pytest.param("Mausam|", "“Mausam” has no last name", id="nothing"),
        pytest.param("|", "an author has no name", id="no name at all"),
    ],
)
def test_found(name, message):
    """A last name without any letter is found."""
    (finding,) = run(placeholder_surname, corpus(paper(name)))
    assert (finding.message, finding.location.field) == (message, "last")


def test_author_without_last_name_in_xml():
    """An author element without `<last>` is found, and the paper is loaded all the same."""
    xml = (
        '<collection id="2024.x"><volume id="1"><meta/><paper id="1"><title>T</title>'
        "<author><first>Ada</first></author></paper></volume></collection>"
    )
    (finding,) = run(placeholder_surname, papers(xml))
    assert finding.message == "“Ada” has no last name"
