"""What texts and words are used for in names: as first name, and as last name."""

from collections import Counter
from functools import cached_property, lru_cache

from bylint import Names
from bylint.names import fold, words


class Uses:
    """How many names have a text or a word, folded, as first and as last name; `Xin Xin`, in both, says nothing."""

    def __init__(self, names: Names) -> None:
        self._names = [(first or "", last) for first, last in names if first != last]

    @cached_property
    def first(self) -> Counter[str]:
        """By the whole first name."""
        return Counter(fold(first) for first, _ in self._names if first)

    @cached_property
    def last(self) -> Counter[str]:
        """By the whole last name."""
        return Counter(fold(last) for _, last in self._names)

    @cached_property
    def first_words(self) -> Counter[str]:
        """By each word of the first name."""
        return Counter(word for first, _ in self._names for word in words(first))

    @cached_property
    def last_words(self) -> Counter[str]:
        """By each word of the last name."""
        return Counter(word for words_of_one, count in self.surnames.items() for word in words_of_one * count)

    @cached_property
    def surnames(self) -> Counter[tuple[str, ...]]:
        """By all words of the last name together."""
        return Counter(words(last) for _, last in self._names)


@lru_cache(maxsize=1)
def uses_of(names: Names) -> Uses:
    """The uses in the names of a corpus, counted once."""
    return Uses(names)
