"""Blocks: the candidate generator for names that could be one person's."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import strategies
from bylint.corpus import blocks
from bylint.corpus.blocks import block_keys, name_pairs
from bylint.model import Name
from bylint.names import fold
from bylint.testing import name


@pytest.mark.parametrize(
    ("left", "right", "together"),
    [
        pytest.param("Yang Liu", "Y. Liu", True, id="an initial"),
        pytest.param("Yang Liu", "Liu Yang", True, id="the other order"),
        pytest.param("Ángel García López", "Angel Garcia", True, id="a second last name"),
        pytest.param("Mausam", "mausam", True, id="a mononym"),
        pytest.param("A B", "A. B.", True, id="nothing but initials"),
        pytest.param("A B", "A C", False, id="other initials"),
        pytest.param("*", "*", True, id="no letter"),
        pytest.param("*", ".", False, id="no letter, another sign"),
        pytest.param("Yang Liu", "Wei Li", False, id="two people"),
        pytest.param("Mausam", "Mausam Khan", False, id="a mononym and a full name"),
    ],
)
def test_blocks(left: str, right: str, together: bool) -> None:
    """A block is any word of the name with the initial of another one."""
    assert bool(block_keys(name(left)) & block_keys(name(right))) is together


@settings(max_examples=300, deadline=None)
@given(strategies.names)
def test_names_that_fold_alike_share_all_blocks(written: Name) -> None:
    """Capitals and accents do not part names, and every name is in some block."""
    folded = Name(fold(written.first) if written.first else None, fold(written.last))
    assert block_keys(folded) == block_keys(written) != frozenset()


@settings(max_examples=100, deadline=None)
@given(st.dictionaries(st.text(max_size=2), st.lists(strategies.names, max_size=2), max_size=6))
def test_pairs_are_sorted_and_once(names: dict[str, list[Name]]) -> None:
    """Every pair of keys with a common block comes once, the smaller key first."""
    keys = {key: frozenset().union(*map(block_keys, owned)) for key, owned in names.items()}
    expected = sorted((a, b) for a in keys for b in keys if a < b and keys[a] & keys[b])
    assert list(name_pairs(names)) == expected


def test_blocks_beyond_reason_are_skipped(monkeypatch: pytest.MonkeyPatch) -> None:
    """A block that holds too many is no evidence, and costs nothing."""
    monkeypatch.setattr(blocks, "_LARGEST_BLOCK", 2)
    assert list(name_pairs({key: [name("Wei Li")] for key in "abc"})) == []
    assert list(name_pairs({key: [name("Wei Li")] for key in "ab"})) == [("a", "b")]
