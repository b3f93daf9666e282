"""Blocks: the candidate generator for names that could be one person's."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from bylint.model import Name
from bylint.names import fold, words

_LARGEST_BLOCK = 2000
"""A block that holds more is no evidence of anything; skipping it bounds the work on hostile input."""


def block_keys(name: Name) -> frozenset[tuple[str, str]]:
    """Any word of the name with the initial of another one; what has no such pair is a block by itself.

    Measured on the ACL Anthology: it keeps 97 % of the known variants, where last name and first initial keep two
    thirds.
    """
    parts = words(str(name))
    pairs = frozenset(
        (word, other[0]) for i, word in enumerate(parts) if len(word) > 1 for j, other in enumerate(parts) if i != j
    )
    return pairs or frozenset({(" ".join(parts) or fold(str(name)), "")})


def name_pairs(names: Mapping[str, Sequence[Name]]) -> Iterator[tuple[str, str]]:
    """The pairs of keys whose names share a block, each once, the smaller key first, sorted."""
    blocks: dict[tuple[str, str], set[str]] = {}
    for key, owned in names.items():
        for name in owned:
            for block in block_keys(name):
                blocks.setdefault(block, set()).add(key)
    pairs: set[tuple[str, str]] = set()
    for held in blocks.values():
        if 1 < len(held) <= _LARGEST_BLOCK:
            pairs.update(combinations(sorted(held), 2))
    yield from sorted(pairs)
