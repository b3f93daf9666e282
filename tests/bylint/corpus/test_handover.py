"""Records that are handed from process to process."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import strategies
from bylint import Finding, Name, Venue
from bylint.corpus._handover import packed_records, unpacked_records
from bylint.model import Authorship, Paper


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(strategies.papers() | strategies.persons | st.just(Venue("acl", "x")) | st.just(Finding(message="m"))))
def test_records_come_as_they_went(records: list) -> None:
    """Every record, in its order, whatever is written in it; of the same types, for a name is no pair of texts."""
    assert list(map(repr, unpacked_records(packed_records(records), {}))) == list(map(repr, records))


def test_what_papers_share_is_shared() -> None:
    """One name in two batches is one object; it is no affiliation, which equals it."""
    known: dict[str, dict[object, object]] = {}
    found = []
    for paper_id in "ab":
        byline = tuple(
            Authorship(Name("A", last), paper_id, 1, "author", "p", affiliations=("A", last)) for last in ("B", "C")
        )
        found += unpacked_records(packed_records([Paper(paper_id, "T", None, "p", byline)]), known)
    (left, _), (right, _) = (paper.authorships for paper in found)
    assert left.name is right.name
    assert left.affiliations is right.affiliations
    assert (type(left.name), type(left.affiliations)) == (Name, tuple)


def test_what_cannot_be_handed_over() -> None:
    """An odd record of a plugin is refused, so that it is read where it is wanted."""
    with pytest.raises(Exception, match=r"pickle|local"):
        packed_records([Finding(message="m", details=lambda: None)])  # type: ignore[arg-type, return-value]
