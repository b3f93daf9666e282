"""missing-abstract."""

import pytest

from bylint.testing import corpus, paper, run
from bylint_checks.missing_abstract import missing_abstract


def volume(*abstracts, **fields: object):
    """A volume with a paper for each of these abstracts."""
    return corpus(*(paper(id=f"x-{n}", volume_id="x", abstract=text, **fields) for n, text in enumerate(abstracts, 1)))


@pytest.mark.parametrize(
    "records",
    [
        pytest.param(volume("We show it.", "We show more."), id="an abstract each"),
        pytest.param(volume(None, None, None), id="a volume without abstracts"),
        pytest.param(volume("We show it.", "We do.", *[None] * 3), id="a volume in which two have an abstract"),
        pytest.param(volume(None, is_front_matter=True), id="front matter"),
        pytest.param(corpus(paper()), id="a paper of no volume"),
        pytest.param(
            corpus(
                *(paper(volume_id="x", abstract=text, pages=pages) for text, pages in [("A.", "1–9"), (None, "10–12")])
            ),
            id="a book review",
        ),
    ],
)
def test_quiet(records):
    """A volume whose papers have what its kind has is left alone."""
    assert run(missing_abstract, records) == []


@pytest.mark.parametrize(
    ("records", "message", "papers"),
    [
        pytest.param(volume("A.", None), "x: one of its 2 papers has no abstract", ("x-2",), id="one"),
        pytest.param(
            volume("", "A.", " \n", "B."), "x: 2 of its 4 papers have no abstract", ("x-1", "x-3"), id="several"
        ),
    ],
)
def test_found(records, message, papers):
    """The papers without an abstract are one finding of their volume, at the first of them."""
    (finding,) = run(missing_abstract, records)
    assert (finding.message, finding.papers) == (message, papers)
    assert finding.location.record == papers[0]
    assert [evidence.papers for evidence in finding.evidence] == [(paper,) for paper in papers]


def test_off_by_default():
    """It runs only where it is asked for."""
    assert not missing_abstract.by_default
