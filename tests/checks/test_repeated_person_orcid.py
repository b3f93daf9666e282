"""repeated-person-orcid."""

import pytest

from bylint.testing import author, corpus, paper, person, run
from bylint_checks.repeated_person_orcid import repeated_person_orcid

ONE, TWO = "0000-0002-1825-0097", "0000-0001-5109-3700"


@pytest.mark.parametrize(
    "records",
    [
        pytest.param([person("abdul-aziz", "Abdul|Aziz", orcid=ONE)], id="one person"),
        pytest.param(
            [person("abdul-aziz", "Abdul|Aziz", orcid=ONE), person("abdul-aziz-3700", "Abdul|Aziz", orcid=TWO)],
            id="two people of one name, an ORCID each",
        ),
        pytest.param(
            [person("aarno-lehtola", "Aarno|Lehtola"), person("a-kumaran", "A|Kumaran")], id="entries without an ORCID"
        ),
        pytest.param([person("a", "A|B", orcid="none"), person("c", "C|D", orcid="none")], id="what is no ORCID"),
        pytest.param([person("a", "A|B", orcid=ONE), person("a", "A|B", orcid=ONE)], id="an id that stands twice"),
        pytest.param(
            [person("a", "A|B", orcid=ONE), paper(author("C|D", orcid=ONE)), paper(author("A|B", orcid=ONE))],
            id="an ORCID on papers",
        ),
    ],
)
def test_quiet(records):
    """An ORCID that one entry has is left alone, whoever else carries it."""
    assert run(repeated_person_orcid, corpus(*records)) == []


@pytest.mark.parametrize(
    "second",
    [
        pytest.param(ONE, id="written alike"),
        pytest.param(f"https://orcid.org/{ONE}", id="as an address"),
        pytest.param(f" {ONE} ", id="between spaces"),
    ],
)
def test_found(second):
    """The second entry of an ORCID is found, with the first as evidence."""
    entries = [
        person("alexander-fraser", "Alexander|Fraser", orcid=ONE),
        person("alexander-fraser-0097", "Alex|Fraser", orcid=second),
    ]
    (finding,) = run(repeated_person_orcid, corpus(*entries))
    assert finding.message == f"alexander-fraser-0097 has the ORCID of alexander-fraser, {ONE}"
    assert finding.location == entries[1].at("orcid")
    assert finding.evidence[0].location == entries[0].at("orcid")


def test_each_further_entry_is_found():
    """Three entries are two findings, both against the first."""
    entries = [person(f"a-{number}", "A|B", orcid=ONE) for number in range(3)]
    assert [finding.subject.id for finding in run(repeated_person_orcid, corpus(*entries))] == ["a-1", "a-2"]
