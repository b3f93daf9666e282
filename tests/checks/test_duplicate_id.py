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
    ("paths", "message"),
    [
        pytest.param(["a.jsonl", "a.jsonl"], "x is the id of two papers of this file, “0” and “1”", id="in one file"),
        pytest.param(["a.jsonl", "b.jsonl"], "x is the id of two papers, “0” and “1”", id="in two files"),
        pytest.param(["a.jsonl", "b.jsonl", "c.jsonl"], "x is the id of two papers, “0” and “2”", id="three times"),
    ],
)
def test_found(paths, message):
    """Every paper after the first of an id is found, with the titles of both, and the place of one in another file."""
    findings = run(duplicate_id, corpus(*(paper(id="x", path=path, title=str(i)) for i, path in enumerate(paths))))
    assert findings[-1].message == message
    assert [finding.location.path for finding in findings] == paths[1:]
    assert {finding.location.field for finding in findings} == {"id"}
    others = [evidence.location.path for finding in findings for evidence in finding.evidence]
    assert others == (["a.jsonl"] * len(findings) if len(set(paths)) > 1 else [])


def test_each_id_is_a_finding_of_its_own():
    """Two ids that are doubled in one file are told apart, so that waiving one leaves the other."""
    one, two = run(duplicate_id, corpus(*(paper(id=paper_id) for paper_id in ("x", "y", "x", "y"))))
    assert (one.location.record, two.location.record) == ("x", "y")
    assert one.fingerprint != two.fingerprint


def test_one_work_in_two_files_is_less_sure():
    """Records that are called by their DOI may stand in two files, an article and its deposit; in one they may not."""
    for paths, confidence in (("xy", 0.4), ("xx", 0.98)):
        (finding,) = run(duplicate_id, corpus(*(paper(id="10.1/a", doi="10.1/a", path=path) for path in paths)))
        assert finding.confidence == confidence
