"""missing-title."""

import pytest
from bylint_checks.missing_title import missing_title

from bylint.testing import corpus, paper, papers, run


@pytest.mark.parametrize(
    "record",
    [
        pytest.param(paper(title="On Names"), id="a title"),
        pytest.param(paper(title="?"), id="a title of one sign"),
        pytest.param(paper(title="论名字"), id="a title in Han"),
        pytest.param(paper(title="", is_front_matter=True), id="the front matter of a volume"),
    ],
)
def test_quiet(record):
    """A paper with a title is left alone."""
    assert run(missing_title, corpus(record)) == []


@pytest.mark.parametrize("title", [pytest.param("", id="nothing"), pytest.param(" \n", id="spaces")])
def test_found(title):
    """A paper without a title is found, at the place of its title."""
    (finding,) = run(missing_title, corpus(paper(title=title, id="x")))
    assert finding.message == "x has no title"
    assert (finding.location.record, finding.location.field) == ("x", "title")


def test_paper_without_title_element():
    """A record without the element is loaded, and found."""
    xml = '<collection id="2024.x"><volume id="1"><meta/><paper id="1"/></volume></collection>'
    (finding,) = run(missing_title, papers(xml))
    assert finding.message == "2024.x-1.1 has no title"
