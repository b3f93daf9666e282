"""Words that tell a father from a son."""

GENERATIONS = frozenset({"jr", "junior", "sr", "senior", "ii", "iii", "iv", "2nd", "3rd"})
"""The folded words: they stand behind a surname and are no part of it."""
