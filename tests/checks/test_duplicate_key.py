"""duplicate-key."""

import pytest

from bylint.testing import corpus, paper, run
from bylint_checks.duplicate_id import duplicate_id
from bylint_checks.duplicate_key import duplicate_key


@pytest.mark.parametrize(
    "records",
    [
        pytest.param([paper(id="x-1", key="a"), paper(id="x-2", key="b")], id="two keys"),
        pytest.param([paper(id="x-1"), paper(id="x-2")], id="no keys"),
        pytest.param([paper(id="x-1", key=""), paper(id="x-2", key="")], id="empty keys"),
        pytest.param([paper(id="x-1", key="á"), paper(id="x-2", key="a")], id="keys that differ in an accent"),
        pytest.param([], id="nothing"),
    ],
)
def test_quiet(records):
    """Records with keys of their own, or without any, are left alone."""
    assert run(duplicate_key, corpus(*records)) == []


@pytest.mark.parametrize(
    ("keys", "paths", "titles", "message", "confidence"),
    [
        pytest.param("aa", "xx", "TU", "the key “a” stands twice", 0.98, id="in one file"),
        pytest.param("aa", "xx", "TT", "the key “a” stands twice", 0.98, id="one work twice in one file"),
        pytest.param(
            "aA", "xx", "TU", "the key “a” stands twice, as “A” in other capitals", 0.98, id="in other capitals"
        ),
        pytest.param("aaa", "xxx", "TUV", "the key “a” stands 3 times", 0.98, id="three times"),
        pytest.param("aa", "xy", "TU", "the key “a” stands in 2 files", 0.9, id="two works in two files"),
        pytest.param("aa", "xy", "Tt", "the key “a” stands in 2 files", 0.4, id="one work in two files"),
        pytest.param("aaa", "xyz", "TTU", "the key “a” stands in 3 files", 0.9, id="two works in three files"),
        pytest.param("aaa", "xyx", "TTT", "the key “a” stands 3 times", 0.98, id="twice in one of two files"),
    ],
)
def test_found(keys, paths, titles, message, confidence):
    """A key is one finding, at the second record that has it, with the places of all."""
    rows = enumerate(zip(keys, paths, titles, strict=True), 1)
    records = [paper(id=f"x-{number}", key=key, path=path, title=title) for number, (key, path, title) in rows]
    (finding,) = run(duplicate_key, corpus(*records))
    assert (finding.message, finding.confidence) == (message, confidence)
    assert finding.location == records[1].at("key")
    assert [evidence.location for evidence in finding.evidence] == [one.at("key") for one in records]


@pytest.mark.parametrize(
    ("dois", "confidence"),
    [(("10.1/A", "10.1/a"), 0.4), (("10.1/a", "10.1/b"), 0.9), (("10.1/a", None), 0.4)],
)
def test_a_doi_says_more_than_a_title(dois, confidence):
    """Two DOIs are two works, whatever their titles; where one is missing the titles decide."""
    records = [paper(id="a", key="a", path=doi, title="T", doi=doi) for doi in dois if doi]
    records += [paper(id="a", key="a", path="y", title="T") for doi in dois if not doi]
    (finding,) = run(duplicate_key, corpus(*records))
    assert finding.confidence == confidence


def test_a_key_that_is_the_id_is_told_once():
    """Where records are called by their keys, as in BibTeX, two of one key are no second finding for their id."""
    records = corpus(*(paper(id="a", key="a", path=path) for path in "xy"))
    assert len(run(duplicate_key, records)) == 1
    assert run(duplicate_id, records) == []
    others = corpus(paper(id="a", key="a", path="x"), paper(id="a", key="b", path="y"))
    assert len(run(duplicate_id, others)) == 1
