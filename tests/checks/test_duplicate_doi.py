"""duplicate-doi."""

import pytest

from bylint.testing import corpus, paper, run
from bylint_checks.duplicate_doi import duplicate_doi

DOI = "10.1162/coli.2010.36.1.36105"


@pytest.mark.parametrize(
    "records",
    [
        pytest.param([paper(doi=DOI), paper(doi="10.1162/coli.2010.36.1.36106")], id="a DOI each"),
        pytest.param([paper(), paper()], id="no DOI"),
        pytest.param([paper(doi=""), paper(doi="  ")], id="empty ones"),
        pytest.param([paper(doi="https://doi.org/"), paper(doi="doi:")], id="addresses of nothing"),
        pytest.param([paper(id="x", doi=DOI), paper(id="x", doi=DOI)], id="one record twice, which is a duplicate id"),
    ],
)
def test_quiet(records):
    """Papers with DOIs of their own are left alone."""
    assert run(duplicate_doi, corpus(*records)) == []


@pytest.mark.parametrize(
    "doi",
    [
        pytest.param(DOI, id="written alike"),
        pytest.param(DOI.upper(), id="in capitals"),
        pytest.param(f"https://doi.org/{DOI}", id="as a URL"),
        pytest.param(f"http://dx.doi.org/{DOI}", id="as an old URL"),
        pytest.param(f"doi:{DOI}", id="with a prefix"),
    ],
)
def test_found(doi):
    """The later paper of a DOI is found at its DOI, with the first one's title."""
    (finding,) = run(duplicate_doi, corpus(paper(id="J10-1006", doi=DOI, title="One"), paper(id="J10-1008", doi=doi)))
    assert finding.message == f"J10-1008 has the DOI of J10-1006, {DOI}"
    assert (finding.location.record, finding.location.field) == ("J10-1008", "doi")
    assert finding.evidence[0].text == "J10-1006 is “One”"
    assert finding.papers == ("J10-1006", "J10-1008")


@pytest.mark.parametrize(
    ("count", "title", "path", "findings"),
    [
        pytest.param(5, "On inks {}.", "b.xml", 1, id="a copy"),
        pytest.param(4, "On inks {}.", "b.xml", 4, id="too few papers for one"),
        pytest.param(5, "On nibs {}", "b.xml", 5, id="other titles"),
        pytest.param(5, "On inks {}", "a.json", 5, id="the same file"),
    ],
)
def test_files_that_hold_the_same_papers(count, title, path, findings):
    """A file and what was exported from it are one finding, less sure than the others."""
    numbers = range(count)
    own = [paper(id=f"l{number}", doi=f"10.1/{number}", title=f"On Inks {number}", path="a.json") for number in numbers]
    copied = [paper(id=f"r{number}", doi=f"10.1/{number}", title=title.format(number), path=path) for number in numbers]
    found = run(duplicate_doi, corpus(*own, *copied))
    assert [finding.location.record for finding in found] == [f"r{number}" for number in range(findings)]
    assert {finding.confidence for finding in found} == {0.6 if findings == 1 else 0.9}
    assert found[0].papers == ("l0", "r0")
