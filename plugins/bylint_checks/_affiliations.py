"""Whether two affiliations name one place, however they are written."""

import re
from difflib import SequenceMatcher
from functools import lru_cache

from bylint import Authorship
from bylint.names import words

_ANYWHERE = re.compile(
    r"(?:academ|artific|ausbild|automat|cent(?:er|r)|chines|colleg|comput|corp|data|depart|dipart|divis|doctor|electr|"
    r"engineer|enginyer|ensei|facul|fakul|group|hochsch|ingen|informat|inst|intellig|intern|labor|langu|learn|lingu|"
    r"machine|natur|nation|poli|poly|post|process|profes|resear|scho|scien|scuola|stat|student|studi|system|team|tech|"
    r"univ)\w*"
    r"|ai|and|at|co|cse?|da|dan|del?|der|des|d[iou]|dr|el|et|eth|for|fur|gmbh|inc?|it|l[ae]|labs?|las|llc|los|ltd|ml|na|"
    r"nlp|of|on|phd|pvt|sri|st|the|und|van|von|y"
    r"|america|australia|canada|china|france|germany|india|italy|japan|korea|netherlands|spain|switzerland|uk|usa"
)
"""Words that stand in the affiliations of many places, in the languages that these are written in, and countries."""
_ALIKE = 0.7
"""Göteborg and Gothenburg, München and Munich, Tübingen with and without its second letter."""
_LONG = 4
_UNSAID = frozenset({"and", "at", "for", "in", "of", "the"})
"""Words that have no letter in an abbreviation."""


@lru_cache(maxsize=1 << 14)
def is_university(affiliation: str) -> bool:
    """Whether an affiliation names a university in words; `ETH` is not known for one."""
    return any(word.startswith(("univ", "polite", "polyte", "colleg")) for word in words(affiliation))


def come_from_one_place(left: Authorship, right: Authorship) -> bool:
    """Whether an affiliation of one authorship may be one place with an affiliation of the other."""
    return any(are_one_place(one, other) for one in left.affiliations for other in right.affiliations)


@lru_cache(maxsize=1 << 16)
def are_one_place(left: str, right: str) -> bool:
    """Whether two affiliations may be one place: they share a word that few places have, or one shortens the other.

    Where an affiliation has no such word, nothing is known of its place, and the answer is yes.

    >>> are_one_place("Univ. of Gothenburg", "Göteborgs universitet"), are_one_place("Yale", "Fudan University")
    (True, False)
    """
    left_words, right_words = _telling(left), _telling(right)
    if not left_words or not right_words or not left_words.isdisjoint(right_words):
        return True
    if not left_words.isdisjoint(_initials(right)) or not right_words.isdisjoint(_initials(left)):
        return True
    return any(_are_alike(one, other) for one in left_words for other in right_words)


@lru_cache(maxsize=1 << 14)
def _telling(affiliation: str) -> frozenset[str]:
    """The words that tell a place from others."""
    return frozenset(word for word in words(affiliation) if len(word) > 1 and not _ANYWHERE.fullmatch(word))


@lru_cache(maxsize=1 << 14)
def _initials(affiliation: str) -> frozenset[str]:
    """What an affiliation may be shortened to: `MIT`, `HKUST`, and the initials of each part between commas."""
    parts = [affiliation, *affiliation.split(",")]
    return frozenset("".join(word[0] for word in words(part) if word not in _UNSAID) for part in parts)


def _are_alike(left: str, right: str) -> bool:
    if min(len(left), len(right)) < _LONG:
        return False
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    return matcher.real_quick_ratio() >= _ALIKE and matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE
