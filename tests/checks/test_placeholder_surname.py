"""placeholder-surname."""

import pytest

from bylint import Applicability
from bylint.testing import corpus, paper, run
from bylint_checks.placeholder_surname import placeholder_surname
from fixing import fixed
from traditions import EVERYWHERE


@pytest.mark.parametrize(
    "name",
    [
        *EVERYWHERE,
        pytest.param("Aung San|U", id="a surname of one letter"),
        pytest.param("Pranav|A", id="an initial for a surname"),
        pytest.param("Santosh|T.Y.S.S.", id="initials for a surname"),
        pytest.param("Nawal|El-", id="a hyphen after letters"),
        pytest.param("R. R.|Ill", id="a surname that looks like a numeral"),
        pytest.param("Hwidong|Na", id="a surname that looks like “not available”"),
        pytest.param("Yongkyoon|No", id="a surname that looks like a refusal"),
        pytest.param("Ritika|Ritika", id="the name in both fields, which is another fault"),
        pytest.param("Ọláyínká|Ọ̀ṣọ́", id="Yoruba marks without a composed form"),
        pytest.param("??|???", id="letters that an encoding lost, which is another fault"),
        pytest.param(".|Chandrahas", id="a full stop for a first name, which is another fault"),
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
        pytest.param("Mausam| ", "“Mausam” has no last name", id="a space"),
        pytest.param("Mausam|", "“Mausam” has no last name", id="nothing"),
        pytest.param("|", "an author has no name", id="no name at all"),
    ],
)
def test_found(name, message):
    """A last name without any letter is found."""
    (finding,) = run(placeholder_surname, corpus(paper(name)))
    assert (finding.message, finding.location.field) == (message, "last")


def test_all_places_are_one_finding():
    """A name is one finding with all its authorships, and each name is a finding of its own."""
    records = paper("Mausam|.", id="a"), paper("Mausam|-", id="b"), paper(editors=["Mausam|."], id="c")
    findings = run(placeholder_surname, corpus(*records))
    assert [finding.papers for finding in findings] == [("a", "c"), ("b",)]


@pytest.mark.parametrize(
    ("name", "expected", "applicability"),
    [
        pytest.param("Mausam|-", "|Mausam", Applicability.SAFE, id="a dash"),
        pytest.param("Mausam|.", "|Mausam", Applicability.SAFE, id="a full stop"),
        pytest.param("Mausam|", "|Mausam", Applicability.SAFE, id="nothing"),
        pytest.param("Mausam|1", "|Mausam", Applicability.SUGGEST, id="a number, which is part of the slug"),
        pytest.param("Mahmoud El-Haj|.", "Mahmoud|El-Haj", Applicability.SUGGEST, id="two words"),
        pytest.param("素格|.", "|素格", Applicability.SAFE, id="Han"),
    ],
)
def test_fixed(name, expected, applicability):
    """The name is moved into the last name, of two words only the last one, which is a guess."""
    papers = corpus(paper(name))
    (finding,) = run(placeholder_surname, papers)
    assert finding.fix.applicability is applicability
    after = fixed(papers, finding)
    assert [f"{name.first or ''}|{name.last}" for name in after.names] == [expected]
    assert run(placeholder_surname, after) == []


@pytest.mark.parametrize("name", ["|.", "?|-"])
def test_found_without_a_fix(name):
    """Without any name there is none to move."""
    (finding,) = run(placeholder_surname, corpus(paper(name)))
    assert finding.fix is None
