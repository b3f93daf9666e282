"""Which scripts a text is written in.

The module is not called `scripts`, because the function is: a package cannot export both.
"""

import unicodedata
from functools import lru_cache

_LATIN = frozenset({"latin"})
_NONE = frozenset[str]()
_NAMED_OTHERWISE = {"cjk": "han", "ideographic": "han", "hentaigana": "hiragana"}
_COMMON = frozenset({"modifier", "caron", "vertical", "vedic", "masu", "turned", "roman"})
"""First words of letters that many scripts use, such as the okina of Hawaiian."""


def scripts(text: str) -> frozenset[str]:
    """The scripts of a text's letters; signs, digits, and accents belong to none.

    A script is called by the word that begins the Unicode names of its letters: `latin`, `hiragana`, `katakana`,
    `hangul`, `cyrillic`, `greek`, `arabic`, `hebrew`, `devanagari`, ...; Han is `han`.

    >>> sorted(scripts("Suming Wang (王素格)"))
    ['han', 'latin']
    """
    if text.isascii():
        return _LATIN if text.upper() != text.lower() else _NONE
    letters = set(unicodedata.normalize("NFKC", text))
    return frozenset(script for letter in letters if (script := _script(letter)))


@lru_cache(maxsize=1 << 14)
def _script(letter: str) -> str:
    """The script of one letter; empty where it has none, or has many."""
    if not unicodedata.category(letter).startswith("L"):
        return ""
    first = unicodedata.name(letter, "").partition(" ")[0]
    if first == "KATAKANA-HIRAGANA":
        return ""
    word = first.partition("-")[0].lower()
    return "" if word in _COMMON else _NAMED_OTHERWISE.get(word, word)
