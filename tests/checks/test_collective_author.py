"""collective-author."""

import pytest

from bylint import Severity
from bylint.testing import corpus, paper, run
from bylint_checks.collective_author import collective_author
from traditions import EVERYWHERE


@pytest.mark.parametrize(
    "name",
    [
        *EVERYWHERE,
        pytest.param("|The LOLITA Group", id="a group that is printed so"),
        pytest.param("|CLIA Consortium", id="a consortium as a whole in the last name"),
        pytest.param("|Architecture Committee", id="a committee"),
        pytest.param("Claude|Barras", id="a given name that a language model bears"),
        pytest.param("Marie-Claude|L’Homme", id="the same behind a hyphen"),
        pytest.param("Juan|Soler Company", id="a surname that a firm would use"),
        pytest.param("Teamu|Grouper", id="names that begin like a group's"),
        pytest.param("Vinci|Incze", id="a surname that begins with Inc"),
        pytest.param("Gemini|Astrum", id="a model's name without its number"),
    ],
)
def test_quiet(name):
    """People, and groups that were entered as such, are left alone."""
    assert run(collective_author, corpus(paper(name))) == []


@pytest.mark.parametrize(
    ("name", "message"),
    [
        pytest.param("R&d|Team", "“R&d Team” is the name of a group", id="a team"),
        pytest.param("National Research|Council", "“National Research Council” is the name of a group", id="an office"),
        pytest.param("QuickView Team|Microsoft", "“QuickView Team Microsoft” is the name of a group", id="a firm"),
        pytest.param(
            "Isaric|Clinical Characterisation Group",
            "“Isaric Clinical Characterisation Group” is the name of a group",
            id="a consortium",
        ),
        pytest.param(
            "Chatgpt-4|C-Lara-Instance",
            "“Chatgpt-4 C-Lara-Instance” is the name of a language model",
            id="a language model",
        ),
        pytest.param("|GPT-4", "“GPT-4” is the name of a language model", id="a model in one field"),
        pytest.param("Anonymous|Authors", "“Anonymous Authors” is nobody’s name", id="left over from the review"),
        pytest.param("|anonymous", "“anonymous” is nobody’s name", id="in one field"),
    ],
)
def test_found(name, message):
    """A group that is cut in two, a language model and nobody are found, as a note without a fix."""
    (finding,) = run(collective_author, corpus(paper(name)))
    assert finding.message == message
    assert finding.severity is Severity.NOTE
    assert finding.fix is None
