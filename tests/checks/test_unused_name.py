"""unused-name."""

import pytest
from bylint_checks.unused_name import unused_name

from bylint.testing import author, corpus, paper, person, run

ADA = person("ada-lovelace", "Ada|Lovelace", "Augusta|Lovelace")


@pytest.mark.parametrize(
    "records",
    [
        pytest.param([ADA, paper("Ada|Lovelace", "Augusta|Lovelace")], id="both names in use"),
        pytest.param([ADA, paper("Ada|Lovelace"), paper(editors=["Augusta|Lovelace"])], id="an editor's name"),
        pytest.param([ADA, paper("Adá|Lovelace"), paper("Augusta|LOVELACE")], id="accents and capitals"),
        pytest.param(
            [ADA, paper(author("A.|Lovelace", id="ada-lovelace"), "Augusta|Lovelace")], id="the preferred name of an id in use"
        ),
    ],
)
def test_quiet(records):
    """Names that are in use, or that are shown for an id in use, are left alone."""
    assert run(unused_name, corpus(*records)) == []


@pytest.mark.parametrize(
    ("records", "names"),
    [
        pytest.param([ADA, paper("Ada|Lovelace")], ["Augusta Lovelace"], id="one of two"),
        pytest.param([ADA], ["Ada Lovelace", "Augusta Lovelace"], id="a person without papers"),
        pytest.param([ADA, paper("Ada|Lovelaec", "Augusta|Lovelace")], [], id="nothing but a slip on the other side"),
    ],
)
def test_found(records, names):
    """Each name of a person that no paper uses is found in the database."""
    findings = run(unused_name, corpus(*records))
    assert [str(finding.names[0]) for finding in findings] == names
    assert all(finding.location == ADA.at("names") for finding in findings)
