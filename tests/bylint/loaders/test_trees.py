"""YAML and JSON as plain trees, with the places of their parts."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bylint.loaders._trees import Pairs, TreeError, json_places, parse_json, parse_yaml


def test_keys_that_stand_twice_are_seen() -> None:
    """A mapping keeps every pair that is written."""
    assert parse_json('{"a": 1, "a": 2}') == Pairs([("a", 1), ("a", 2)])
    assert parse_yaml("{a: 1, a: 2}") == Pairs([("a", "1"), ("a", "2")])


def test_first_of_two_keys_has_the_place() -> None:
    """Of a key that stands twice, the first one has the place."""
    places: dict[tuple[str | int | None, ...], tuple[int, int]] = {}
    parse_yaml("{a: 1, a: 2}", places)
    assert places["a",] == (4, 5)
    assert places["a", None] == (1, 2)


@pytest.mark.parametrize("text", ["", "# c", "null", "~", "---", "--- \n..."])
def test_nothing_is_none(text: str) -> None:
    """A YAML text without content is None."""
    assert parse_yaml(text) is None


@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        pytest.param("a: [", 1, 5, "not YAML", id="an end too early"),
        pytest.param("a: b\n%", 2, 2, "not YAML", id="a stray sign"),
        pytest.param("é: [𝔘, *x]", 1, 8, "aliases", id="an alias"),
        pytest.param("a:\n- !t x", 2, 3, "tags", id="a tag"),
        pytest.param("a\n---\nb", 3, 1, "a second document", id="two documents"),
        pytest.param("[" * 20 + "]" * 20, 1, 18, "nested more than", id="depth"),
    ],
)
def test_errors_of_yaml_have_places(text: str, line: int, column: int, message: str) -> None:
    """What YAML refuses, and what is refused of YAML, has line and column."""
    with pytest.raises(TreeError, match=message) as caught:
        parse_yaml(text)
    assert (caught.value.line, caught.value.column) == (line, column)


def test_text_that_is_tagged_as_text() -> None:
    """The one tag that changes nothing is let in."""
    assert parse_yaml("!!str 5") == "5"


def test_errors_of_json_have_places() -> None:
    """What is no JSON has line and column."""
    with pytest.raises(TreeError, match="not JSON") as caught:
        parse_json('{"é":\n x}')
    assert (caught.value.line, caught.value.column) == (2, 2)


@pytest.mark.parametrize("depth", [16, 17, 18, 500, 990, 100_000])
def test_depth_has_one_limit(depth: int) -> None:
    """JSON is nested as deep as YAML may be, and no deeper."""
    for parse in (parse_json, parse_yaml):
        if depth <= 17:
            parse("[" * depth + "]" * depth)
        else:
            with pytest.raises(TreeError, match="nested more than 16 deep"):
                parse("[" * depth + "]" * depth)


_TREES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=200, deadline=None)
@given(_TREES, st.sampled_from([None, 1, "\t"]), st.booleans())
def test_places_hold_what_they_say(tree: Any, indent: int | str | None, ascii_only: bool) -> None:
    """The text at each place is the JSON of that key or value."""
    text = " \n" + json.dumps(tree, indent=indent, ensure_ascii=ascii_only)
    parts = list(json_places(text))
    for key, place_of_key, place in parts:
        assert json.loads(text[slice(*place)]) == tree[key]
        if isinstance(tree, dict):
            assert json.loads(text[slice(*place_of_key)]) == key
    assert len(parts) == (len(tree) if isinstance(tree, dict | list) else 0)
