"""lost-given-name."""

import pytest

from bylint.testing import corpus, paper, person, run
from bylint_checks.lost_given_name import lost_given_name

KNOWN = [paper("Olivier|Sigaud"), paper("Marie|Sigaud")]
"""Others with a last name."""


@pytest.mark.parametrize(
    "papers",
    [
        pytest.param([paper("Ada|Lovelace", "Yang|Liu")], id="everybody has a first name"),
        pytest.param([*KNOWN, paper("|Sigaud")], id="nobody to compare with"),
        pytest.param([paper("Yang|Liu", "|Prabhat")], id="nobody's last name"),
        pytest.param([*KNOWN, paper("Yang|Liu", "|Sigaud"), paper("Wei|Li", "|Sigaud")], id="alone on two papers"),
        pytest.param([paper("Sigaud A.|Li"), *KNOWN, paper("Yang|Liu", "|Sigaud")], id="a first name as well"),
        pytest.param([*KNOWN, person("sigaud", "|Sigaud"), paper("Yang|Liu", "|Sigaud")], id="listed so"),
        pytest.param([paper("Yang|Liu", "|素格", "|小明", "Wei|Li", "Le|Sun")], id="another script"),
        pytest.param([paper("Yang|Liu", "|octocat", "|AntoniiaK", "Wei|Li", "Le|Sun")], id="user names"),
        pytest.param([paper("Yang|Liu", "|The LOLITA Group", "Wei|Li")], id="a group"),
        pytest.param([paper("Yang|Liu", "|Div", "|Ritash", "Wei|Li", "|Brinda", "Le|Sun", "Bo|Xu")], id="somebody else, too"),
        pytest.param([paper("|First", "|Second", "|Third")], id="nobody has a first name"),
        pytest.param([paper("Yang|Liu", "|Ganguli", "Wei|Li", "|Surya", "Le|Sun")], id="two who stand apart"),
    ],
)  # fmt: skip
def test_quiet(papers):
    """A single name is a name, unless the records speak against it."""
    assert run(lost_given_name, corpus(*papers)) == []


@pytest.mark.parametrize(
    ("papers", "positions", "confidence"),
    [
        pytest.param([*KNOWN, paper("Yang|Liu", "|Sigaud")], [(2,)], 0.8, id="a last name that others have"),
        pytest.param([paper("|Sekii", "|Taiki")], [(1, 2)], 0.9, id="one name cut in two"),
        pytest.param(
            [paper("A.|Zador", "|Surya", "|Ganguli", "|Adam", "|Marblestone", "Y.|Bengio", "K.|Boahen", "J.|DiCarlo", "A.|Tolias")],
            [(2, 3), (4, 5)], 0.9, id="two names cut in two",
        ),
        pytest.param([paper("Yang|Liu", "|Muñoz-Avila", "|Héctor", "Wei|Li", "Le|Sun")], [(2, 3)], 0.9, id="with a hyphen"),
    ],
)  # fmt: skip
def test_found(papers, positions, confidence):
    """Neighbours are found together, and whoever stands apart alone."""
    findings = run(lost_given_name, corpus(*papers))
    assert [tuple(one.position for one in finding.authorships) for finding in findings] == positions
    assert {finding.confidence for finding in findings} == {confidence}


def test_a_literal_is_left_alone():
    """What the record says is one whole is not asked for a first name."""
    found = corpus(*KNOWN, paper("Yang|Liu", "|Sigaud"))
    marked = [
        one._replace(authorships=tuple(own._replace(is_literal=own.name.first is None) for own in one.authorships))
        for one in found.papers
    ]
    assert run(lost_given_name, corpus(*marked)) == []
