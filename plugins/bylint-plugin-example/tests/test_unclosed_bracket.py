"""example/unclosed-bracket."""

import pytest
from bylint.testing import corpus, examples, paper, run

from bylint_example.unclosed_bracket import unclosed_bracket


@pytest.mark.parametrize(
    "title",
    [
        pytest.param("On Names", id="no bracket"),
        pytest.param("On [Some] Names (and {Brackets})", id="brackets in brackets"),
        pytest.param("1) What is a Name?", id="a number with half a bracket"),
        pytest.param("“To be” or „not“", id="quotation marks"),
        pytest.param("", id="no title"),
    ],
)
def test_quiet(title: str) -> None:
    """A title that closes what it opens is left alone."""
    assert run(unclosed_bracket, corpus(paper(title=title))) == []


@pytest.mark.parametrize(
    ("title", "rest"),
    [
        pytest.param("A Survey (in Portuguese", "(in Portuguese", id="at the end"),
        pytest.param("A (B (C) D", "(B (C) D", id="around one that is closed"),
        pytest.param("a) b (c", "(c", id="after one that was not opened"),
    ],
)
def test_found(title: str, rest: str) -> None:
    """What stays open is found at the title, with the rest of it."""
    (finding,) = run(unclosed_bracket, corpus(paper(title=title)))
    assert finding.message == "the title opens “(” and does not close it"
    assert finding.location is not None
    assert finding.location.field == "title"
    assert finding.evidence[0].text == f"it reads “{rest}” from there on"


def test_two_kinds_are_two_findings() -> None:
    """Each pair is a finding of its own, with a fingerprint of its own."""
    findings = run(unclosed_bracket, corpus(paper(title="A (B [C")))
    assert len({finding.fingerprint for finding in findings}) == 2


def test_option_pairs() -> None:
    """The option says what is a bracket."""
    corpora = corpus(paper(title="A ⟨B (C"))
    (finding,) = run(unclosed_bracket, corpora, {"pairs": ["⟨⟩"]})
    assert "“⟨”" in finding.message


def test_examples() -> None:
    """What the page shows is found."""
    shown = examples(unclosed_bracket)
    assert shown
    assert all(run(unclosed_bracket, records) for records in shown)
