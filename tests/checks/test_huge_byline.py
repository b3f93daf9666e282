"""huge-byline."""

from typing import Any

import pytest

from bylint.testing import corpus, paper, run
from bylint_checks.huge_byline import huge_byline


def signed(count, **fields: Any):
    """A paper with so many authors."""
    return paper(*(f"A{number}|B" for number in range(count)), **fields)


@pytest.mark.parametrize(
    "records",
    [
        pytest.param([], id="no paper"),
        pytest.param([paper()], id="no author"),
        pytest.param([signed(49), signed(2)], id="a long list, and shorter than the least"),
        pytest.param([signed(60) for _ in range(20)], id="a corpus whose lists are long"),
        pytest.param([signed(62, title="CoNLL 2017 Shared Task: Parsing"), signed(2)], id="a shared task"),
        pytest.param([signed(62, title="FINDINGS OF THE IWSLT 2023 EVALUATION CAMPAIGN"), signed(2)], id="a campaign"),
        pytest.param([signed(80, title="A Survey of Names"), signed(2)], id="a survey"),
        pytest.param([paper(editors=[f"A{n}|B" for n in range(70)]), signed(2)], id="editors"),
        pytest.param([signed(70, is_front_matter=True), signed(2)], id="front matter"),
    ],
)
def test_quiet(records):
    """Lists that are usual, and those that many people sign, are left alone."""
    assert run(huge_byline, corpus(*records)) == []


@pytest.mark.parametrize(
    ("records", "options", "message"),
    [
        pytest.param([signed(3), signed(125, id="x")], None, "x lists 125 authors", id="among short lists"),
        pytest.param([signed(50, id="x")], None, "x lists 50 authors", id="alone"),
        pytest.param([signed(3), signed(12, id="x")], {"least": 10}, "x lists 12 authors", id="a lower limit"),
    ],
)
def test_found(records, options, message):
    """A list far longer than the others is a note."""
    (finding,) = run(huge_byline, corpus(*records), options)
    assert (finding.message, finding.severity, finding.papers) == (message, "note", ("x",))
