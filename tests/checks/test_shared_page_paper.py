"""shared-page-paper."""

import pytest

from bylint.testing import author, corpus, paper, person, run
from bylint_checks.shared_page_paper import shared_page_paper

CHANG = person("jim-chang", "Jim|Chang", "Jimmy|Chang", orcid="0000-0002-1825-0097")


@pytest.mark.parametrize(
    "records",
    [
        pytest.param([paper("Yang|Liu", "Yang|Liu")], id="one name twice, which is a repeated author"),
        pytest.param([paper(author("Bing|Liu", id="a"), author("Bing|Liu", id="b"))], id="namesakes with an id each"),
        pytest.param([CHANG, paper("Jim|Chang"), paper("Jimmy|Chang")], id="two names on two papers"),
        pytest.param([CHANG, paper("Jim|Chang", editors=["Jimmy|Chang"])], id="an author and an editor"),
        pytest.param([paper("Ada|Lovelace", "Bo|Li")], id="two people"),
        pytest.param(
            [paper("Hongfei|Lin", "Liang|Yang", "鸿飞|林", "亮|杨")],
            id="everybody in two scripts, which is one fault of the paper",
        ),
    ],
)
def test_quiet(records):
    """A byline whose names lead to a page each is left alone."""
    assert run(shared_page_paper, corpus(*records)) == []


@pytest.mark.parametrize(
    ("records", "rules"),
    [
        pytest.param([CHANG, paper("Jim|Chang", "Jimmy|Chang", id="x")], ["name", "name"], id="two listed names"),
        pytest.param(
            [CHANG, paper(author("Bo|Li", id="jim-chang"), "Jim|Chang", id="x")], ["id", "name"], id="an id gone astray"
        ),
        pytest.param(
            [CHANG, paper(author("Bo|Li", orcid=CHANG.orcid), "Jim|Chang", id="x")],
            ["ORCID", "name"],
            id="an ORCID gone astray",
        ),
        pytest.param([paper("Işin|Demir", "Isin|Demir", id="x")], ["verified", "verified"], id="one slug"),
        pytest.param(
            [CHANG, paper("Jim|Chang", "Jimmy|Chang", "吉姆|张", "吉米|常", id="x")],
            ["name", "name"],
            id="two names of one half of a byline in two scripts",
        ),
        pytest.param(
            [CHANG, paper(author("Jim|Chang", id="jim-chang"), "Jim|Chang", id="x")],
            ["id", "name"],
            id="one name, one id",
        ),
    ],
)
def test_found(records, rules):
    """Two names of one byline that lead to one page are found, each with the rule that led there."""
    (finding,) = run(shared_page_paper, corpus(*records))
    assert finding.location.position == 2
    assert [rule in evidence.text for rule, evidence in zip(rules, finding.evidence, strict=True)] == [True, True]
    assert finding.papers == ("x",)
    assert str(finding.authorships[0].name) not in finding.discreet_message


def test_each_paper_is_a_finding_of_its_own():
    """Two papers with the same fault on one page are two findings, with fingerprints of their own."""
    records = [CHANG, *(paper("Jim|Chang", "Jimmy|Chang", id=paper_id) for paper_id in ("x", "y"))]
    findings = run(shared_page_paper, corpus(*records))
    assert len({finding.fingerprint for finding in findings}) == 2
