"""What becomes of pages, from authorships that go from one to another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bylint import Page
from bylint.preview.pages import KINDS, PageChange, page_changes
from bylint.preview.pairing import Pair, Standing
from bylint.testing import paper

Flow = tuple[str, str]
"""The page of an authorship before and after; nothing for one that is new or gone."""


def changed(flows: list[Flow]) -> tuple[list[PageChange], set[str], set[str]]:
    """What becomes of the pages, and the pages before and after; an authorship may stay where it is."""
    standings = [_standings(flow) for flow in flows]
    before = {standing.page: _page(standing) for standing, _ in standings if standing is not None}
    after = {standing.page: _page(standing) for _, standing in standings if standing is not None}
    differing = [Pair(*pair) for pair, flow in zip(standings, flows, strict=True) if flow[0] != flow[1]]
    return page_changes(differing, before, after), set(before), set(after)


def _standings(flow: Flow) -> tuple[Standing | None, Standing | None]:
    record = paper("Wei Liu")
    was, now = (Standing(record, record.authorships[0], page) if page else None for page in flow)
    return was, now


def _page(standing: Standing) -> Page:
    return Page(standing.page, None, (standing.authorship,), (standing.paper,))


def told(flows: list[Flow]) -> list[str]:
    """The changes in a line each."""
    return [
        f"{change.kind} {' '.join(change.before)} > {' '.join(change.after)} {len(change.pairs)}"
        for change in changed(flows)[0]
    ]


@pytest.mark.parametrize(
    "flows",
    [
        pytest.param([], id="no paper at all"),
        pytest.param([("a", "a"), ("b", "b")], id="everything stays"),
        pytest.param([("a", "a"), ("", "a")], id="a page has a paper more"),
        pytest.param([("a", "a"), ("a", "")], id="a page has a paper less"),
    ],
)
def test_quiet(flows: list[Flow]) -> None:
    """A page that stays what it was, with more papers or with fewer, is none that changes."""
    assert told(flows) == []


@pytest.mark.parametrize(
    ("flows", "expected"),
    [
        pytest.param([("", "a"), ("", "a")], ["made  > a 2"], id="a new page of new papers"),
        pytest.param([("a", ""), ("a", "")], ["emptied a >  2"], id="all papers of a page are gone"),
        pytest.param([("a", "b"), ("a", "b")], ["renamed a > b 2"], id="all of a page under another id"),
        pytest.param([("a", "b"), ("", "b")], ["renamed a > b 1"], id="and a new paper on it"),
        pytest.param([("a", "b"), ("a", "")], ["renamed a > b 1"], id="and a paper of it gone"),
        pytest.param([("a", "b"), ("b", "b")], ["merged b a > b 1"], id="all of a page goes to one that stays"),
        pytest.param([("a", "c"), ("b", "c")], ["merged a b > c 2"], id="two pages become a new one"),
        pytest.param([("a", "a"), ("a", "b")], ["split a > a b 1"], id="a part of a page becomes a new one"),
        pytest.param([("a", "b"), ("a", "c")], ["split a > b c 2"], id="two parts of a page become new ones"),
        pytest.param(
            [("a", "b"), ("a", "c"), ("c", "c")], ["split a > b c 2"], id="one part is new, another goes to a page"
        ),
        pytest.param([("a", "b"), ("a", "a"), ("b", "b")], ["moved a > b 1"], id="a paper between pages that stay"),
        pytest.param(
            [("a", "b"), ("a", "c"), ("b", "b"), ("c", "c")], ["emptied a >  2"], id="to two pages that were there"
        ),
        pytest.param(
            [("a", "b"), ("a", "b"), ("c", "b"), ("c", "c")],
            ["moved c > b 1", "renamed a > b 2"],
            id="a page under another id, and a paper of another page",
        ),
        pytest.param(
            [("a", "b"), ("c", "b"), ("c", "b"), ("c", "c")],
            ["merged a > b 1", "split c > c b 2"],
            id="a small page goes to a new one that is mostly another's",
        ),
    ],
)
def test_found(flows: list[Flow], expected: list[str]) -> None:
    """Each way in which pages change, most of what wants a second look first."""
    assert told(flows) == expected


def test_largest_first() -> None:
    """Of one kind, those with more papers come first."""
    assert told([("", "a"), ("", "b"), ("", "b")]) == ["made  > b 2", "made  > a 1"]


_page_ids = st.sampled_from(["a", "b", "c", "d", "e", ""])


@given(st.lists(st.tuples(_page_ids, _page_ids).filter(any), max_size=12))
def test_nothing_is_lost_and_nothing_told_twice(flows: list[Flow]) -> None:
    """Each page that is gone or new is told, once where it is gone, and each authorship that moves exactly once."""
    changes, before, after = changed(flows)
    assert [KINDS.index(change.kind) for change in changes] == sorted(KINDS.index(change.kind) for change in changes)
    for page in before - after:
        assert sum(page in change.before for change in changes if change.kind != "moved") == 1
    for page in after - before:
        assert any(page in change.after for change in changes)
    moved = [id(pair) for change in changes for pair in change.pairs if pair.was is not None and pair.now is not None]
    assert len(moved) == len(set(moved)) == sum(bool(was and now and was != now) for was, now in flows)
    for change in changes:
        assert {pair.was.page for pair in change.pairs if pair.was} <= set(change.before)
        assert {pair.now.page for pair in change.pairs if pair.now} <= {
            *change.after,
            *(after if not change.after else ()),
        }
