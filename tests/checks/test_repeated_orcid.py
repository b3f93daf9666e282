"""repeated-orcid."""

import pytest

from bylint.testing import author, corpus, paper, run
from bylint_checks.repeated_orcid import repeated_orcid

ONE, TWO = "0000-0002-1825-0097", "0000-0001-5109-3700"


@pytest.mark.parametrize(
    "record",
    [
        pytest.param(paper(author("Ada|L", orcid=ONE), author("Bo|Li", orcid=TWO)), id="an ORCID each"),
        pytest.param(paper(author("Ada|L", orcid=ONE), author("Ada|L", orcid=ONE)), id="a repeated author"),
        pytest.param(
            paper(author("Ada|L", orcid=ONE), editors=[author("Bo|Li", orcid=ONE)]), id="an author and an editor"
        ),
        pytest.param(paper(author("Ada|L", orcid="x"), author("Bo|Li", orcid="x")), id="what is no ORCID"),
        pytest.param(paper("Ada|L", "Bo|Li"), id="no ORCID"),
    ],
)
def test_quiet(record):
    """A byline in which every ORCID has one bearer is left alone."""
    assert run(repeated_orcid, corpus(record)) == []


@pytest.mark.parametrize(
    ("second", "count"),
    [
        pytest.param([ONE], 1, id="written alike"),
        pytest.param([f"https://orcid.org/{ONE}"], 1, id="as a URL"),
        pytest.param([ONE, ONE], 2, id="three times"),
    ],
)
def test_found(second, count):
    """Every other bearer of an ORCID is found, at the ORCID, with the first."""
    names = ["Bo|Li", "Yi|Wu"]
    record = paper(author("Ada|L", orcid=ONE), *(author(names[i], orcid=orcid) for i, orcid in enumerate(second)))
    findings = run(repeated_orcid, corpus(record))
    assert len(findings) == count
    assert findings[0].message == f"Bo Li has the ORCID of Ada L, {ONE}"
    assert findings[0].location.field == "orcid"
    assert "Bo" not in findings[0].discreet_message
