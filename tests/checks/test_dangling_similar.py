"""dangling-similar."""

import pytest

from bylint.testing import corpus, person, run
from bylint_checks.dangling_similar import dangling_similar

PRANAV = person("a-pranav", "A|Pranav", "Pranav|A", similar=("pranav-anand",))


@pytest.mark.parametrize(
    "entries",
    [
        pytest.param([PRANAV, person("pranav-anand", "Pranav|Anand")], id="said by one of two"),
        pytest.param([PRANAV, person("pranav-anand", "Pranav|Anand", similar=("a-pranav",))], id="said by both"),
        pytest.param([person("aarno-lehtola", "Aarno|Lehtola")], id="nobody similar"),
        pytest.param(
            [PRANAV, person("pranav-anand", "Pranav|Anand", is_verified=False)],
            id="an id for anybody else of the name",
        ),
    ],
)
def test_quiet(entries):
    """Ids that are in the people database are left alone."""
    assert run(dangling_similar, corpus(*entries)) == []


@pytest.mark.parametrize(
    ("entries", "messages"),
    [
        pytest.param([PRANAV], ["a-pranav is similar to “pranav-anand”, which is nobody's id"], id="gone"),
        pytest.param(
            [PRANAV, person("pranav-annand", "Pranav|Anand")],
            ["a-pranav is similar to “pranav-anand”, which is nobody's id; did you mean “pranav-annand”?"],
            id="misspelt",
        ),
        pytest.param(
            [person("yang-liu", "Yang|Liu", similar=("yang-lui",))],
            ["yang-liu is similar to “yang-lui”, which is nobody's id"],
            id="like the person's own id, which cannot be meant",
        ),
        pytest.param(
            [person("yang-liu", "Yang|Liu", similar=("x", "y", "x"))],
            ["yang-liu is similar to “x”, which is nobody's id", "yang-liu is similar to “y”, which is nobody's id"],
            id="two, one of them twice",
        ),
    ],
)
def test_found(entries, messages):
    """Ids that nobody has are found where they are listed, each once."""
    findings = run(dangling_similar, corpus(*entries))
    assert [finding.message for finding in findings] == messages
    assert {finding.location for finding in findings} == {entries[0].at("similar")}
    assert len({finding.fingerprint for finding in findings}) == len(findings)
