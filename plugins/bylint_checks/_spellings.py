"""Which of several spellings of one name is the fullest that is no slip, and which fall short of it."""

import re
import unicodedata
from collections.abc import Iterator, Mapping

from bylint import Name
from bylint.names import PARTICLES, fold
from bylint_checks._same_letters import accents

_HABIT = 3
"""Whoever writes plain letters so many times as often as others does it on purpose."""
_CLEARLY_MORE = 2
"""Capitals that are so many times as frequent are the usual ones."""
_LIKE_CEDILLAS = str.maketrans("ţŢşŞ", "țȚșȘ")
"""Romanian is printed with either, and no reader sees a difference."""
_PIECE = re.compile(r"[^\W\d_]+")

Counts = Mapping[Name, int]
"""The authorships of each form of a name."""


def best_form(counts: Counts) -> Name:
    """The form with most accents that is no slip, and with the capitals that are most frequent."""
    with_capitals: dict[str, int] = {}
    for form, count in counts.items():
        with_capitals[_plain(form)] = with_capitals.get(_plain(form), 0) + count

    def rank(form: Name) -> tuple[int, int, int, int]:
        return accents(form), with_capitals[_plain(form)], sum(map(str.isupper, str(form))), counts[form]

    fewest = min(map(accents, counts))
    for form in sorted(counts, key=rank, reverse=True):
        rivals = [other for other in counts if fewest < accents(other) < accents(form)]
        if all(counts[other] < _HABIT * counts[form] for other in rivals):
            return form
    return max(counts, key=counts.__getitem__)


def lesser_forms(counts: Counts, best: Name) -> Iterator[Name]:
    """The forms with fewer accents than the best that are no habit, and rarer capitals; none if another is as good."""
    others = [form for form in counts if form != best and accents(form) == accents(best)]
    if any(counts[best] < _CLEARLY_MORE * counts[form] for form in others if _folded(form) != _folded(best)):
        return
    total = counts[best]
    for form, count in counts.items():
        if accents(form) < accents(best):
            fuller = sum(counts[other] for other in counts if accents(other) > accents(form))
            as_plain = sum(counts[other] for other in counts if _folded(other) == _folded(form))
            if as_plain < _HABIT * fuller:
                total += count
                yield form
    for form in others:
        if total >= _CLEARLY_MORE * counts[form] and not _is_other_fault(form, best):
            yield form


def _folded(name: Name) -> str:
    """The name in small letters, with its accents."""
    return _composed(name).lower()


def _composed(name: Name) -> str:
    """The name in letters that differ where a reader sees it."""
    return unicodedata.normalize("NFC", str(name)).translate(_LIKE_CEDILLAS)


def _plain(name: Name) -> str:
    """The name without accents, with its capitals."""
    letters = unicodedata.normalize("NFKD", str(name))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _is_other_fault(form: Name, best: Name) -> bool:
    """Whether other checks see by one of the forms what is wrong with its capitals, or nobody sees a difference."""
    own, usual = _composed(form), _composed(best)
    if own == usual:
        return True
    pieces = zip(_PIECE.finditer(own), _PIECE.finditer(usual), strict=False)
    return any(_is_plain_fault(one) for pair in pieces if pair[0][0] != pair[1][0] for one in pair)


def _is_plain_fault(piece: re.Match[str]) -> bool:
    """Whether a word is all in capitals, is in small letters though no particle, or follows a hyphen so."""
    word, before = piece[0], piece.string[: piece.start()][-1:]
    return word.isupper() or (word.islower() and (before not in {"", " "} or fold(word) not in PARTICLES))
