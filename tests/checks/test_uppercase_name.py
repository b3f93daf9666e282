"""uppercase-name."""

import pytest

from bylint.testing import corpus, paper, run
from bylint_checks.uppercase_name import uppercase_name
from fixing import fixed
from traditions import EVERYWHERE


@pytest.mark.parametrize(
    "name",
    [
        *EVERYWHERE,
        pytest.param("Mouhamadane|Mboup", id="a surname with one capital"),
        pytest.param("Bo|LI", id="a surname of two letters"),
        pytest.param("Koray|AK", id="a Turkish surname of two letters"),
        pytest.param("Anusuya|M.A.", id="initials with full stops"),
        pytest.param("Avinesh|PVS", id="three initials in a row"),
        pytest.param("Srinivas|PYKL", id="four initials in a row"),
        pytest.param("Rahul|KPA", id="three letters with a vowel, nobody's surname"),
        pytest.param("AKM Shahariar Azad|Rabby", id="initials before the names"),
        pytest.param("MHD Tameem|Kabbani", id="an abbreviated Muhammad"),
        pytest.param("JT|Wolohan", id="initials for a first name"),
        pytest.param("Hal|III", id="nothing but a numeral"),
        pytest.param("|UQO", id="a group"),
        pytest.param("|MAUSAM", id="a mononym or a group: nobody knows"),
        pytest.param("ChatGPT|C-LARA-Instance", id="a language model"),
        pytest.param("Angelina|McMillan-Major", id="a capital inside"),
    ],
)
def test_quiet(name):
    """Initials, numerals, groups and scripts without capitals are left alone."""
    assert run(uppercase_name, corpus(paper(name))) == []


@pytest.mark.parametrize(
    ("name", "message", "first", "last"),
    [
        pytest.param("Mouhamadane|MBOUP", "last name is", "Mouhamadane", "Mboup", id="a surname"),
        pytest.param("Thierno Ibrahima|DIOP", "last name is", "Thierno Ibrahima", "Diop", id="beside two given names"),
        pytest.param("THIERNO IBRAHIMA|DIOP", "whole name is", "Thierno Ibrahima", "Diop", id="the whole name"),
        pytest.param("JP|MARTIN", "last name is", "JP", "Martin", id="beside initials"),
        pytest.param("Sylvie|SAINT-ROUX", "last name is", "Sylvie", "Saint-Roux", id="a hyphen"),
        pytest.param("Conan|O'BRIEN", "last name is", "Conan", "O'Brien", id="an apostrophe"),
        pytest.param("Ann|MCDONALD", "last name is", "Ann", "McDonald", id="a Scottish name"),
        pytest.param("Jan|VAN DER BERG", "last name is", "Jan", "van der Berg", id="particles"),
        pytest.param("Игорь|МЕЛЬЧУК", "last name is", "Игорь", "Мельчук", id="Cyrillic"),
        pytest.param("Olú|ÀJÀYÍ", "last name is", "Olú", "Àjàyí", id="Yoruba marks"),
    ],
)
def test_found(name, message, first, last):
    """A surname in capitals is found, and the suggestion clears it."""
    papers = corpus(paper(name))
    (finding,) = run(uppercase_name, papers)
    assert f"{message} in capitals" in finding.message
    after = fixed(papers, finding)
    assert tuple(next(iter(after.names))) == (first, last)
    assert run(uppercase_name, after) == []


def test_three_letters_need_a_namesake():
    """Three letters are a surname where two others have it."""
    papers = corpus(paper("Gaoqi|RAO", "Sudha|Rao", "Ravi|Rao"))
    assert [finding.message for finding in run(uppercase_name, papers)] == ["“Gaoqi RAO”: the last name is in capitals"]
    assert run(uppercase_name, corpus(paper("Gaoqi|RAO", "Sudha|Rao"))) == []


def test_turkish_is_not_guessed():
    """Where the dot of an i would be a guess, nothing is suggested."""
    (finding,) = run(uppercase_name, corpus(paper("Ada|YILDIRIMOĞLU")))
    assert finding.fix is None


def test_quiet_where_capitals_are_the_style():
    """A repository that writes its surnames in capitals is left alone, whoever else is in it."""
    shouted = [f"Ada|{'ABCDEFGHKL'[number]}ABAKO" for number in range(10)]
    assert run(uppercase_name, corpus(paper(*shouted, "Bo|Li", "Mary|Smith"))) == []
    assert len(run(uppercase_name, corpus(paper(*shouted[:9], "Bo|Li", "Mary|Smith")))) == 9
