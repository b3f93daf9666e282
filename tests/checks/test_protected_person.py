"""protected-person."""

import pytest

from bylint import Corpus
from bylint.testing import corpus, paper, papers, run
from bylint_checks.protected_person import protected_person
from fixing import fixed
from traditions import EVERYWHERE


def bibliography(*lists: str) -> Corpus:
    """The corpus of entries with these lists of authors."""
    return papers("\n".join(f"@book{{x{number}, author = {{{names}}}}}" for number, names in enumerate(lists)))


@pytest.mark.parametrize(
    ("name", "others"),
    [
        pytest.param("{Finn Oak}", "Elm, Ada", id="a first name that nobody else has"),
        pytest.param("{Oak Society}", "Elm, Oak and Elm, Society", id="a society"),
        pytest.param("{Karlebo Kommune}", "Elm, Ada", id="a municipality"),
        pytest.param("{World Health Organization}", "Elm, Ada", id="an organization"),
        pytest.param("{Ada Elm Oak Ash Rowan}", "Elm, Ada", id="many words"),
        pytest.param("{Oak}", "Elm, Oak", id="one word"),
        pytest.param("{van Oak}, Ada", "Elm, Ada", id="a surname in braces"),
        pytest.param("Ada Oak", "Elm, Ada", id="no braces"),
        pytest.param("{Ada and Bo Oak}", "Elm, Ada", id="two people, who are for another check"),
        pytest.param("{A. B.}", "Elm, Ada", id="initials alone"),
        pytest.param("{van Oak}", "Elm, Van", id="a particle"),
    ],
)
def test_quiet(name, others):
    """What no record shows to be a person is left alone."""
    assert run(protected_person, bibliography(name, others)) == []


@pytest.mark.parametrize(
    ("name", "others", "evidence", "confidence", "after"),
    [
        pytest.param("{Finn Oak}", "Oak, Finn", ["counts"], 0.95, "Finn|Oak", id="another record has two parts"),
        pytest.param("{Finn Bo Oak}", "Oak, Finn Bo", ["counts"], 0.95, "Finn Bo|Oak", id="three words, known"),
        pytest.param("{Finn Oak}", "Elm, Finn", ["use-of-words"], 0.85, "Finn|Oak", id="somebody's first name"),
        pytest.param("{Oak, Finn}", "Elm, Finn", ["use-of-words"], 0.85, "Finn|Oak", id="the last name first"),
        pytest.param("{F. B. Oak}", "Elm, Finn", [], 0.85, None, id="initials"),
        pytest.param("{F. Oak}", "Elm, Finn", [], 0.85, "F.|Oak", id="an initial"),
        pytest.param(
            "{Finn Bo Oak}", "Elm, Finn", ["use-of-words"], 0.85, None, id="three words of which two may be last"
        ),
    ],
)
def test_found(name, others, evidence, confidence, after):
    """A person in braces is found, and parted where the parts are known."""
    before = bibliography(name, others)
    (finding,) = run(protected_person, before)
    assert finding.message == f"“{name.strip('{}')}” is marked as one whole, and looks like a person"
    assert [fact.kind for fact in finding.evidence] == evidence
    assert finding.confidence == confidence
    assert (finding.fix is None) == (after is None)
    if after is not None:
        mended = fixed(before, finding)
        assert after in {f"{one.first}|{one.last}" for one in mended.names}
        assert run(protected_person, mended) == []


@pytest.mark.parametrize("name", EVERYWHERE)
def test_names_that_nothing_marks(name):
    """A name that nothing marks as one whole is none of this check's."""
    assert run(protected_person, corpus(paper(name))) == []


def test_one_finding_for_a_name():
    """A name that stands in braces everywhere is one finding; where a record leaves them off, it is no mark."""
    (finding,) = run(protected_person, bibliography("{Finn Oak}", "{Finn Oak}", "Elm, Finn"))
    assert finding.papers == ("x0", "x1")
