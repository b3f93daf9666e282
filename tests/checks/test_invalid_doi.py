"""invalid-doi."""

import pytest

from bylint import Applicability
from bylint.testing import corpus, paper, run
from bylint_checks.invalid_doi import invalid_doi


@pytest.mark.parametrize(
    "doi",
    [
        pytest.param("10.18653/v1/2024.acl-long.1", id="of a paper"),
        pytest.param("10.18653/v1/P18-1", id="of a volume"),
        pytest.param("10.1162/coli_a_00239", id="with underscores"),
        pytest.param("10.1162/COLI_a_00239", id="with capitals"),
        pytest.param("10.26615/978-954-452-046-5_001", id="with an ISBN"),
        pytest.param("10.1000.10/123456", id="of a registrant below another"),
        pytest.param(
            "10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2", id="with every odd sign"
        ),
        pytest.param("10.1037/0000-0000(1)", id="with a parenthesis at its end"),
        pytest.param("", id="an empty one"),
        pytest.param(None, id="none"),
    ],
)
def test_quiet(doi):
    """What is written as a DOI is left alone."""
    assert run(invalid_doi, corpus(paper(doi=doi))) == []


@pytest.mark.parametrize(
    ("doi", "told", "mended"),
    [
        pytest.param(
            "https://doi.org/10.3384/nejlt.2000-1533.7.1", "an address", "10.3384/nejlt.2000-1533.7.1", id="a URL"
        ),
        pytest.param("http://dx.doi.org/10.1162/a", "an address", "10.1162/a", id="an old URL"),
        pytest.param("doi.org/10.1162/a", "an address", "10.1162/a", id="a URL without its scheme"),
        pytest.param("doi:10.1162/COLI_a_00239", "an address", "10.1162/COLI_a_00239", id="a prefix"),
        pytest.param("DOI: 10.1162/a", "an address", "10.1162/a", id="a prefix and a space"),
        pytest.param(" 10.1162/a", "a space", "10.1162/a", id="an outer space"),
        pytest.param("10.1162/a\n", "a space", "10.1162/a", id="a line end"),
    ],
)
def test_found(doi, told, mended):
    """What stands around a DOI is found, and a safe fix takes it off; then nothing is found."""
    (finding,) = run(invalid_doi, corpus(paper(id="x", doi=doi)))
    assert told in finding.message
    assert (finding.location.record, finding.location.field) == ("x", "doi")
    (change,) = finding.fix.changes
    assert (change.location, change.old, change.new) == (finding.location, doi, mended)
    assert finding.fix.applicability is Applicability.SAFE
    assert run(invalid_doi, corpus(paper(doi=mended))) == []


@pytest.mark.parametrize(
    ("doi", "told", "mended"),
    [
        pytest.param("10.1162/a.", "ends in a stop", "10.1162/a", id="a stop at the end"),
        pytest.param("https://doi.org/10.1162/a.", "an address", "10.1162/a", id="an address and a stop"),
        pytest.param("0.26615/978-954-452-046-5_001", "lost", "10.26615/978-954-452-046-5_001", id="a lost sign"),
    ],
)
def test_found_with_a_suggestion(doi, told, mended):
    """Where the DOI itself would change, the fix is only suggested."""
    (finding,) = run(invalid_doi, corpus(paper(doi=doi)))
    assert told in finding.message
    assert [change.new for change in finding.fix.changes] == [mended]
    assert finding.fix.applicability is Applicability.SUGGEST
    assert run(invalid_doi, corpus(paper(doi=mended))) == []


@pytest.mark.parametrize(
    ("doi", "told"),
    [
        pytest.param("http://hdl.handle.net/2065/12142", "something else", id="a handle"),
        pytest.param("10.1162/", "form", id="only a beginning"),
        pytest.param("10.1162/a b", "form", id="a space inside"),
        pytest.param("10.1162%2Fa", "form", id="an escaped stroke"),
        pytest.param("https://doi.org/", "an address", id="an address of nothing"),
        pytest.param("W17-8101", "form", id="an id"),
        pytest.param("  ", "form", id="spaces"),
    ],
)
def test_found_without_a_fix(doi, told):
    """What nobody can know from the record has no fix."""
    (finding,) = run(invalid_doi, corpus(paper(doi=doi)))
    assert told in finding.message
    assert finding.fix is None


def test_one_finding_for_a_volume():
    """More than three records of a volume with one fault are one finding, with all their changes; others stand alone."""
    many = [paper(id=f"y-{n}", volume_id="y", doi=f"doi:10.1162/{n}") for n in range(1, 5)]
    few = [paper(id=f"z-{n}", volume_id="z", doi=f"doi:10.1162/z{n}") for n in range(1, 4)]
    of_many, *of_few = run(invalid_doi, corpus(*many, *few))
    assert of_many.papers == ("y-1", "y-2", "y-3", "y-4")
    assert "on 4 records of y" in of_many.message
    assert [change.new for change in of_many.fix.changes] == ["10.1162/1", "10.1162/2", "10.1162/3", "10.1162/4"]
    assert [finding.papers for finding in of_few] == [("z-1",), ("z-2",), ("z-3",)]
