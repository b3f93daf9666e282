"""two-people-one-name-both-matching."""

import pytest

from bylint.testing import corpus, person, run
from bylint_checks.two_people_one_name_both_matching import two_people_one_name_both_matching

ONE = person("harshit-kumar", "Harshit|Kumar")
TWO = person("harshit-kumar-iit", "Harshit|Kumar")
ORCIDS = ("0000-0002-1825-0097", "0000-0001-5109-3700")


@pytest.mark.parametrize(
    "entries",
    [
        pytest.param([ONE], id="one person"),
        pytest.param([ONE, person("bo-li", "Bo|Li")], id="two names"),
        pytest.param([ONE._replace(matches_by_name=False), TWO], id="only one is matched by the name"),
        pytest.param([ONE._replace(similar=(TWO.id,)), TWO], id="one knows the other"),
        pytest.param([ONE._replace(comment="Delft"), TWO._replace(comment="IIT")], id="a comment each: Yongqi Li"),
        pytest.param([ONE._replace(orcid=ORCIDS[0]), TWO._replace(orcid=ORCIDS[1])], id="an ORCID each: Ying Li"),
        pytest.param([ONE._replace(degree="TU Delft"), TWO._replace(orcid=ORCIDS[1])], id="a degree and an ORCID"),
        pytest.param(
            [ONE, person("harshit-kumar-3700", "Harshit|Kumar", orcid=ORCIDS[1])], id="another check's: legacy-twin"
        ),
        pytest.param([ONE._replace(is_verified=False), TWO], id="an id for anybody else of the name: Yang Liu"),
        pytest.param([person("yang-liu", "洋|刘"), person("yang-liu-umich", "Yang|Liu")], id="a Han name, a Latin one"),
    ],
)
def test_quiet(entries):
    """People who can be told apart, or of whom one is matched, are left alone."""
    assert run(two_people_one_name_both_matching, corpus(*entries)) == []


@pytest.mark.parametrize(
    ("entries", "name"),
    [
        pytest.param([ONE, TWO], "Harshit Kumar", id="neither says anything"),
        pytest.param([ONE._replace(comment="Delft"), TWO], "Harshit Kumar", id="one says nothing"),
        pytest.param([ONE, TWO._replace(orcid=ORCIDS[0])], "Harshit Kumar", id="one has an ORCID"),
        pytest.param([person("a", "Işin|Demirşahin"), person("b", "Isin|Demirsahin")], "Işin Demirşahin", id="accents"),
        pytest.param(
            [person("weizhe-liu", "Weizhe|Liu", "W.|Liu"), person("wei-liu", "Wei|Liu", "W.|Liu")],
            "W. Liu",
            id="a short form that both list",
        ),
    ],
)
def test_found(entries, name):
    """Entries that nothing tells apart are found once, at the first."""
    (finding,) = run(two_people_one_name_both_matching, corpus(*entries))
    first, second = (entry.id for entry in entries)
    assert finding.message == f"{name} is the name of {first} and {second}, and nothing tells them apart"
    assert finding.location == entries[0].location
    assert len(finding.evidence) == 2


def test_several_shared_names_are_one_finding():
    """Two people who share two names are told once."""
    entries = [entry._replace(names=(*entry.names, *person("x", "H.|Kumar").names)) for entry in (ONE, TWO)]
    assert len(run(two_people_one_name_both_matching, corpus(*entries))) == 1
