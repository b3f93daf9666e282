"""Names of a corpus that have the same letters in the same order, whatever stands between them."""

import unicodedata
from collections.abc import Iterable

from bylint import Corpus, Name
from bylint.names import words


class SameLetters:
    """The names of a corpus by their letters; made once by `corpus.derived(SameLetters)`."""

    def __init__(self, corpus: Corpus) -> None:
        by_letters: dict[str, list[Name]] = {}
        for name in corpus.names:
            first, last = name
            by_letters.setdefault("".join(words(first or "") + words(last)), []).append(name)
        self.groups = tuple(tuple(names) for names in by_letters.values() if len(names) > 1)
        """Two names and more each, in the order of the corpus."""


def accents(name: Name) -> int:
    """How many letters of a name are not plain.

    >>> accents(Name("Işin", "Demirşahin")), accents(Name("Isin", "Demirsahin"))
    (2, 0)
    """
    return sum(not letter.isascii() for letter in unicodedata.normalize("NFC", str(name)))


def ends(parts: Iterable[str]) -> frozenset[int]:
    """Where the words of a name end, counted in letters from its beginning.

    >>> sorted(ends(["chew", "lim", "tan"]))
    [4, 7, 10]
    """
    position, found = 0, []
    for part in parts:
        position += len(part)
        found.append(position)
    return frozenset(found)
