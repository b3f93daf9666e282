"""Forms under which differently written names meet: folded text, words, slugs."""

import re
import unicodedata
from functools import lru_cache

from bylint.model import Name

_WORD = re.compile(r"[^\W_]+")
_NOT_IN_SLUG = re.compile(r"[^a-z0-9]+")
_ASCII_LETTERS_WITHOUT_DECOMPOSITION = str.maketrans(
    {"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ħ": "h"}
)

_PARTS_OF_LETTERS = frozenset({0, 7, 8, 9})
"""Combining classes of what is no accent: beside letters the nukta, the voicing mark of kana, and the virama."""


def fold(text: str) -> str:
    """Lower case without accents; letters of other scripts stay.

    >>> fold("Işin Demirşahin")
    'isin demirsahin'
    """
    return text.lower() if text.isascii() else _without_accents(text)


@lru_cache(maxsize=1 << 15)
def _without_accents(text: str) -> str:
    letters = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    kept = "".join(letter for letter in letters if unicodedata.combining(letter) in _PARTS_OF_LETTERS)
    return unicodedata.normalize("NFC", kept.translate(_ASCII_LETTERS_WITHOUT_DECOMPOSITION))


def words(text: str) -> tuple[str, ...]:
    """The folded words of a text, in order; a word is a run of letters and digits.

    >>> words("M. Ángel García-López")
    ('m', 'angel', 'garcia', 'lopez')
    """
    return tuple(_WORD.findall(fold(text)))


def transliterate(text: str) -> str:
    """The text in ASCII: accents off, other scripts letter by letter.

    Of use for identifiers only. A Han name comes out in Mandarin whatever language it belongs to, so two names
    must never be compared through it.
    """
    folded = fold(text)
    if folded.isascii():
        return folded
    from anyascii import anyascii  # 40 ms to import, and few runs meet another script

    return anyascii(folded).lower()


@lru_cache(maxsize=1 << 17)
def slug(name: Name) -> str:
    """The name as a part of an address: what people of one name share when nothing else tells them apart.

    As the ACL Anthology builds the ids of its people: ASCII, lower case, words joined by `-`, a typographic
    apostrophe dropped. A name without any letter is its own slug.

    >>> slug(Name("Ahmed", "AbuRa’ed"))
    'ahmed-aburaed'
    """
    text = str(name)
    ascii_text = transliterate(text.replace("'", " "))
    return _NOT_IN_SLUG.sub("-", ascii_text.replace("'", "")).strip("-") or text
