"""malformed-openreview."""

import pytest

from bylint import Applicability
from bylint.testing import author, corpus, paper, run
from bylint_checks.malformed_openreview import malformed_openreview


def check(openreview):
    """What is found of one authorship with this id."""
    return run(malformed_openreview, corpus(paper(author("Can|Baytekin", openreview=openreview))))


@pytest.mark.parametrize(
    "openreview",
    [
        None,
        "~Can_Baytekin1",
        "~Tong_Wu52",
        "~Yu_Yang360",
        "~G._Çağatay_Sat1",
        "~Klaudia-Doris_Thellmann1",
        "~Alexander_I._Rudnicky1",
        "~Siobhán_O’Brien2",
        "~Brendan_O'Connor1",
        "~Khloud_Al_Jallad1",
        "~Abdullah1",
        "~陈_平1",
        "~平1",
        "~김민수1",
        "~Иван_Петров1",
        "~Ọláyínká_Adé2",
        "~Işın_Demirşahin1",
        "~S_P1",
        "~P_S_V_N_Kumar10",
    ],
)
def test_quiet(openreview):
    """Ids as OpenReview gives them, of names from everywhere, are left alone; so is an authorship without one."""
    assert check(openreview) == []


@pytest.mark.parametrize(
    ("openreview", "fault"),
    [
        pytest.param("~Can_Baytekin", "does not end in a number", id="no number"),
        pytest.param("~陈_平", "does not end in a number", id="no number, in Han"),
        pytest.param("Can_Baytekin1", "is not of the form ~First_Last1", id="no tilde"),
        pytest.param("~Can Baytekin1", "is not of the form ~First_Last1", id="a space"),
        pytest.param("~Can_Baytekin_1", "is not of the form ~First_Last1", id="an underscore before the number"),
        pytest.param("~Can_Baytekin0", "is not of the form ~First_Last1", id="number nought"),
        pytest.param("~Can_Baytekin01", "is not of the form ~First_Last1", id="a nought before the number"),
        pytest.param("~1", "is not of the form ~First_Last1", id="no name"),
        pytest.param("~._1", "is not of the form ~First_Last1", id="no letter"),
        pytest.param("~", "is not of the form ~First_Last1", id="a tilde alone"),
        pytest.param("", "is not of the form ~First_Last1", id="nothing"),
        pytest.param("can@example.org", "is not of the form ~First_Last1", id="an e-mail address"),
        pytest.param("https://openreview.net/forum?id=abc", "is not of the form ~First_Last1", id="a paper's address"),
    ],
)
def test_found(openreview, fault):
    """What leads to no profile is found, without a guess at what it should be."""
    (finding,) = check(openreview)
    assert finding.message == f"the OpenReview id “{openreview}” {fault}"
    assert finding.location.field == "openreview"
    assert finding.fix is None


@pytest.mark.parametrize(
    ("openreview", "inside"),
    [
        pytest.param("https://openreview.net/profile?id=%7ETong_Wu52", "~Tong_Wu52", id="an address"),
        pytest.param("https://openreview.net/profile?id=~Alex_Hedges1&tab=2#x", "~Alex_Hedges1", id="with more behind"),
        pytest.param("%7EG._%C3%87a%C4%9Fatay_Sat1", "~G._Çağatay_Sat1", id="percent signs"),
        pytest.param(" ~Can_Baytekin1\n", "~Can_Baytekin1", id="outer spaces"),
    ],
)
def test_id_inside_is_suggested(openreview, inside):
    """An id that is only written otherwise is a fix to accept, which clears the finding; it is never applied unasked."""
    (finding,) = check(openreview)
    (change,) = finding.fix.changes
    assert finding.fix.applicability is Applicability.SUGGEST
    assert (change.location, change.old, change.new) == (finding.location, openreview, inside)
    assert check(change.new) == []
