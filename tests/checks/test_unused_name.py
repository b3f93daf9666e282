"""unused-name."""

import pytest

from bylint.testing import author, corpus, paper, person, run
from bylint_checks.unused_name import unused_name

ADA = person("ada-lovelace", "Ada|Lovelace", "Augusta|Lovelace")


@pytest.mark.parametrize(
    "records",
    [
        pytest.param([ADA, paper("Ada|Lovelace", "Augusta|Lovelace")], id="both names in use"),
        pytest.param([ADA, paper("Ada|Lovelace"), paper(editors=["Augusta|Lovelace"])], id="an editor's name"),
        pytest.param(
            [ADA, paper(author("Augusta|Lovelace", variants={"cyrl": "Ada|Lovelace"}))], id="a name beside another name"
        ),
    ],
)
def test_quiet(records):
    """Names that stand on a paper, as author, as editor or beside a name, are left alone."""
    assert run(unused_name, corpus(*records)) == []


@pytest.mark.parametrize(
    ("records", "names"),
    [
        pytest.param([ADA, paper("Ada|Lovelace")], ["Augusta Lovelace"], id="one of two"),
        pytest.param([ADA], ["Ada Lovelace", "Augusta Lovelace"], id="a person without papers"),
        pytest.param([ADA, paper("Ada|Lovelaec", "Augusta|Lovelace")], ["Ada Lovelace"], id="a slip on the paper"),
    ],
)
def test_found(records, names):
    """Each name of a person that no paper uses is found in the database."""
    findings = run(unused_name, corpus(*records))
    assert [str(finding.names[0]) for finding in findings] == names
    assert all(finding.location == ADA.at("names") for finding in findings)


def test_name_that_heads_a_page_is_less_sure():
    """The first name of an entry may be fuller than what is printed, as long as the page has papers."""
    used = corpus(ADA, paper(author("A.|Lovelace", id="ada-lovelace")))
    assert [finding.confidence for finding in run(unused_name, used)] == [0.5, 0.95]
    assert [finding.confidence for finding in run(unused_name, corpus(ADA))] == [0.95, 0.95]


def test_other_spelling_on_papers_is_shown():
    """The spelling that papers have instead is the evidence, with a place."""
    (finding,) = run(unused_name, corpus(person("a", "E.Dario|Gutiérrez"), paper("E. Dario|Gutierrez", id="x")))
    (evidence,) = finding.evidence
    assert (evidence.text, evidence.location.record) == ("papers have E. Dario Gutierrez", "x")
