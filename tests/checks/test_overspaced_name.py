"""overspaced-name."""

import pytest

from bylint import Applicability, Name, Paper
from bylint.model import Authorship
from bylint.testing import PATH, corpus, name, paper, run
from bylint_checks.overspaced_name import overspaced_name
from fixing import fixed
from traditions import EVERYWHERE


def papers_of(first: str | None, last: str) -> Paper:
    """A paper by one author whose name is taken as it is."""
    return paper(id="x")._replace(authorships=(Authorship(Name(first, last), "x", 1, "author", PATH),))


@pytest.mark.parametrize(
    ("first", "last"),
    [
        *(pytest.param(*name(*case.values), id=case.id) for case in EVERYWHERE),
        pytest.param("Emmanuel", "Osei-Brefo", id="a hyphen without spaces"),
        pytest.param("Nawal", "El-", id="a hyphen at the end"),
        pytest.param("Vincent", "van Gogh", id="one space between two words"),
        pytest.param(None, "TIPSTER – The Text Project", id="a dash in the name of a group"),
        pytest.param(None, "Namen – Verein für Onomastik", id="a dash in the name of a group without an abbreviation"),
        pytest.param("Shaima’ Ahmad", "Salem", id="a hamza at the end of a word"),
        pytest.param(
            "META - Multilingual Europe Technology", "Alliance", id="a dash after the abbreviation of a group"
        ),
        pytest.param("J. R. R.", "Tolkien", id="spaced initials"),
        pytest.param("Ting-Hao 'Kenneth'", "Huang", id="a nickname in single quotation marks"),
        pytest.param("Ting-Hao 'K'", "Huang", id="a nickname of one letter"),
        pytest.param("Monique", "L’Huillier", id="an apostrophe without a space"),
        pytest.param("Edward P.", "Stabler, Jr.", id="a space after a comma"),
        pytest.param("Nanyun (Violet)", "Peng", id="a nickname in parentheses"),
        pytest.param("Joachim", "Van den Bogaert", id="particles"),
        pytest.param(None, "王\u3000素格", id="the wide space between Han names"),
        pytest.param("素格", "王", id="Han"),
        pytest.param("Nguyễn Thị", "Minh Khai", id="Vietnamese"),
        pytest.param(None, "", id="nothing at all"),
    ],
)
def test_quiet(first, last):
    """Names with single spaces between their words are left alone."""
    assert run(overspaced_name, corpus(papers_of(first, last))) == []


@pytest.mark.parametrize(
    ("first", "last", "field", "fault"),
    [
        pytest.param("Emmanuel", "Osei - Brefo", "last", "has a space beside a hyphen", id="both sides of a hyphen"),
        pytest.param("Samhaa", "El - Beltagy", "last", "has a space beside a hyphen", id="after a particle"),
        pytest.param("L. Alfonso", "Ureña- López", "last", "has a space beside a hyphen", id="one side of a hyphen"),
        pytest.param("Pierre -Luc", "Roy", "first", "has a space beside a hyphen", id="before a hyphen"),
        pytest.param(
            "Bilel -", "Taboubi", "first", "ends with a hyphen that stands alone", id="a hyphen left at the end"
        ),
        pytest.param("MESUT", "ÖZGÜL - ÖZİL", "last", "has a space beside a hyphen", id="a hyphen between capitals"),
        pytest.param("Marie-Claude", "L’ Homme", "last", "has a space after an apostrophe", id="after an apostrophe"),
        pytest.param("James", "O' Neill", "last", "has a space after an apostrophe", id="after a plain apostrophe"),
        pytest.param(
            "Leonardo F . R.", "Ribeiro", "first", "has a space before a full stop or comma", id="a full stop"
        ),
        pytest.param("Edward P.", "Stabler , Jr.", "last", "has a space before a full stop or comma", id="a comma"),
        pytest.param("Ada ", "Lovelace", "first", "begins or ends with a space", id="at the end"),
        pytest.param("Ada", " Lovelace", "last", "begins or ends with a space", id="at the beginning"),
        pytest.param("素\u3000格 ", "王", "first", "begins or ends with a space", id="at the end of a Han name"),
        pytest.param("Ada  King", "Lovelace", "first", "has two spaces in a row", id="two spaces"),
        pytest.param(
            "Ada\u00a0King", "Lovelace", "first", "holds a sign that only looks like a space", id="no-break space"
        ),
        pytest.param(
            "Ada\n      King",
            "Lovelace",
            "first",
            "holds a sign that only looks like a space and has two spaces in a row",
            id="a line break",
        ),
    ],
)
def test_found(first, last, field, fault):
    """A space that does not belong is found in its field, with what is wrong about it."""
    (finding,) = run(overspaced_name, corpus(papers_of(first, last)))
    assert finding.location.field == field
    assert finding.message == f"“{Name(first, last)}”: the {field} name {fault}"


@pytest.mark.parametrize(
    ("text", "expected", "applicability"),
    [
        pytest.param("Osei - Brefo", "Osei-Brefo", Applicability.SAFE, id="a hyphen between spaces"),
        pytest.param("Ureña- López", "Ureña-López", Applicability.SAFE, id="a space behind a hyphen"),
        pytest.param("El -Beltagy", "El-Beltagy", Applicability.SAFE, id="a space before one"),
        pytest.param(" Li ", "Li", Applicability.SAFE, id="spaces around"),
        pytest.param("de\u00a0la\u2009 Cruz", "de la Cruz", Applicability.SAFE, id="odd spaces"),
        pytest.param("Stabler , Jr .", "Stabler, Jr.", Applicability.SAFE, id="before a comma and a full stop"),
        pytest.param("L’ Homme", "L’Homme", Applicability.SUGGEST, id="behind an apostrophe, which moves the page"),
    ],
)
def test_fixed(text, expected, applicability):
    """Without the space nothing is found any more."""
    papers = corpus(papers_of("Ada", text))
    (finding,) = run(overspaced_name, papers)
    assert finding.fix.applicability is applicability
    after = fixed(papers, finding)
    assert list(after.names) == [Name("Ada", expected)]
    assert run(overspaced_name, after) == []


@pytest.mark.parametrize("first", ["Bilel -", "- Brevity"])
def test_found_without_a_fix(first):
    """Whether the other half of a hyphen is in the other field is for somebody to see."""
    (finding,) = run(overspaced_name, corpus(papers_of(first, "Taboubi")))
    assert finding.fix is None
