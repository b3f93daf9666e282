"""missing-title."""

import pytest

from bylint.testing import corpus, paper, papers, run
from bylint_checks.missing_title import missing_title


@pytest.mark.parametrize(
    "record",
    [
        pytest.param(paper(title="On Names"), id="a title"),
        pytest.param(paper(title="?"), id="a title of one sign"),
        pytest.param(paper(title="论名字"), id="a title in Han"),
        pytest.param(paper(title="Proceedings", is_front_matter=True), id="the front matter of a volume with a title"),
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


def test_records_that_say_nothing_of_a_title():
    """A paper and a volume without the field are found."""
    lines = '{"id": "x-1"}\n{"id": "x-0", "front_matter": true}'
    messages = [finding.message for finding in run(missing_title, papers(lines))]
    assert messages == ["x-1 has no title", "the volume of x-0 has no title"]
