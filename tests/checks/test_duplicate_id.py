"""duplicate-id."""

import pytest
from bylint_checks.duplicate_id import duplicate_id

from bylint.testing import corpus, paper, run


@pytest.mark.parametrize(
    "records",
    [
        pytest.param([paper(id="x-1"), paper(id="x-2")], id="two ids"),
        pytest.param([paper(id="x-1"), paper(id="x-01")], id="ids that are written differently"),
        pytest.param([], id="nothing"),
    ],
)
def test_quiet(records):
    """Papers with ids of their own are left alone."""
    assert run(duplicate_id, corpus(*records)) == []


@pytest.mark.parametrize(
    ("paths", "count"),
    [
        pytest.param(["a.jsonl", "a.jsonl"], 1, id="in one file"),
        pytest.param(["a.jsonl", "b.jsonl"], 1, id="in two files"),
        pytest.param(["a.jsonl", "b.jsonl", "c.jsonl"], 2, id="three times"),
    ],
)
def test_found(paths, count):
    """Every paper after the first of an id is found, with the place of the first."""
    findings = run(duplicate_id, corpus(*(paper(id="x", path=path) for path in paths)))
    assert len(findings) == count
    assert {finding.message for finding in findings} == {"x is the id of two papers"}
    assert all(finding.evidence[0].location.path == "a.jsonl" for finding in findings)
    assert [finding.location.path for finding in findings] == paths[1:]
