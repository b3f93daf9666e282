"""duplicate-id."""

import pytest

from bylint.testing import corpus, paper, run
from bylint_checks.duplicate_id import duplicate_id


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
    assert {finding.location.field for finding in findings} == {"id"}


def test_each_id_is_a_finding_of_its_own():
    """Two ids that are doubled in one file are told apart, so that waiving one leaves the other."""
    one, two = run(duplicate_id, corpus(*(paper(id=paper_id) for paper_id in ("x", "y", "x", "y"))))
    assert (one.location.record, two.location.record) == ("x", "y")
    assert one.fingerprint != two.fingerprint
