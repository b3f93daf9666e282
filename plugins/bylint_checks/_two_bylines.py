"""Two bylines of one paper, held against each other person by person."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from bylint import Authorship
from bylint.names import difference, fold

_NO_LETTER = re.compile(r"[\W_]+")
_NO_ASCII_LETTER = {code: None for code in range(128) if not chr(code).isalnum()}
"""The same for text in ASCII, of which there is most."""
_COMPARABLE = 2500
"""Pairs of names that are compared in two bylines; where more are left, the papers are by other people."""
_OTHER_PEOPLE = frozenset({"", "other given names", "other further given names", "other surnames"})
"""What `difference` says of names that need not be one person's."""
_OTHER_LETTERS = re.compile(r"letters? apart|spelled alike")
"""What it says of a name that is spelled in two ways."""


class Comparison(NamedTuple):
    """What two bylines share, and in what they differ."""

    shared: int
    respelled: tuple[tuple[Authorship, Authorship], ...]
    """One person, with other letters."""
    only_left: tuple[Authorship, ...]
    only_right: tuple[Authorship, ...]


def compared(left: Sequence[Authorship], right: Sequence[Authorship]) -> Comparison:
    """The two bylines, person by person: first those of one name, then those of two forms of a name."""
    known = {letters(str(authorship.name)): authorship for authorship in right}
    only_left = [authorship for authorship in left if known.pop(letters(str(authorship.name)), None) is None]
    only_right = list(known.values())
    shared, respelled = len(left) - len(only_left), []
    for authorship in tuple(only_left) if len(only_left) * len(only_right) <= _COMPARABLE else ():
        for other in sorted(only_right, key=lambda one: abs(one.position - authorship.position)):
            how = difference(authorship.name, other.name)
            is_in_place = how == "other surnames" and authorship.position == other.position
            if is_in_place or how not in _OTHER_PEOPLE:
                only_left.remove(authorship)
                only_right.remove(other)
                shared += 1
                if _OTHER_LETTERS.search(how):
                    respelled.append((authorship, other))
                break
    return Comparison(shared, tuple(respelled), tuple(only_left), tuple(only_right))


def letters(text: str) -> str:
    """Letters and digits alone, in lower case and without accents."""
    return text.lower().translate(_NO_ASCII_LETTER) if text.isascii() else _NO_LETTER.sub("", fold(text))
