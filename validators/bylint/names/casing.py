"""Capitals and small letters as names have them."""

import re

from bylint.names.folding import fold
from bylint.names.particles import CUSTOMARILY_SMALL, PARTICLES

_APOSTROPHES = "'’ʼ‘ʻ`´"
_PIECE = re.compile(rf"[^\s.\-‐‑–/,()\"“”„{_APOSTROPHES}]+")
"""What has a capital of its own, as a rule."""
_IN_A_WORD = re.compile(rf"[^\W\d_][{_APOSTROPHES}]$")
_ELIDED = re.compile(rf"(?<![^\W_])(?:[dlno]|dell|dall|sant)[{_APOSTROPHES}]$", re.IGNORECASE)
"""“O’Brien”, “Dell’Orletta”; but “M’hamdi”, “Sima’an”, “Jun’ichi”."""
_NUMERAL = re.compile(r"I{2,3}|IV|VI{0,3}")
_WITHOUT_VOWEL = re.compile(r"(?!(?:JR|SR|DR|ST|MD|NG)$)[B-DF-HJ-NP-TV-XZ]{2,}")
_TURKISH = re.compile("[İıŞşĞğ]")
_TWO_KINDS_OF_I = frozenset("iIİı")


def name_case(text: str, *, is_given: bool = False) -> str:
    """A name or a part of it that is all in capitals or all in small letters, as it is usually written.

    A particle before another word is small where most people write it so, or where the text has it so; in a given
    name (`is_given`) a word must stand before it as well. Initials stay, also in a row (“JP”). The whole text comes
    back as it is where it holds capitals and small letters, where its script has no case, and where the dot of a
    Turkish “i” would have to be guessed.

    >>> name_case("THIERNO IBRAHIMA DIOP"), name_case("VAN DER BERG"), name_case("O'BRIEN-MCDONALD")
    ('Thierno Ibrahima Diop', 'van der Berg', "O'Brien-McDonald")
    """
    is_upper = text == text.upper()
    if is_upper == (text == text.lower()):
        return text
    particles = CUSTOMARILY_SMALL if is_upper else PARTICLES
    result = _PIECE.sub(lambda piece: _cased(piece, particles, is_given=is_given), text)
    return text if _guesses_i(text, result) else result


def _cased(piece: re.Match[str], particles: frozenset[str], *, is_given: bool) -> str:
    """One piece of a text in the letters that it should have."""
    word, before, after = piece[0], piece.string[: piece.start()], piece.string[piece.end() :]
    if _NUMERAL.fullmatch(word) or _WITHOUT_VOWEL.fullmatch(word):
        return word
    small = word.lower()
    is_word = not (before[-1:].strip() or after[:1].strip())
    if is_word and after.strip() and (before.strip() or not is_given) and fold(word) in particles:
        return small
    if _IN_A_WORD.search(before) and not _ELIDED.search(before):
        return small
    if small.startswith("mc") and len(small) > 4:
        return f"Mc{small[2].title()}{small[3:]}"
    return small[:1].title() + small[1:]


def _guesses_i(text: str, result: str) -> bool:
    """Whether a Turkish name gets or loses the dot of an i."""
    if not _TURKISH.search(text):
        return False
    return len(text) != len(result) or any(
        old != new and (old in _TWO_KINDS_OF_I or new in _TWO_KINDS_OF_I) for old, new in zip(text, result, strict=True)
    )
