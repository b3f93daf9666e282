"""Letters that came out wrong between two encodings, and what they were."""

import html
import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from bylint.names import scripts


class Fault(NamedTuple):
    """One way in which a text came out wrong."""

    said: str
    """In words that go on after “the last name”."""
    repaired: str | None
    """The text without it, where this is known."""


def faults(text: str) -> Iterator[Fault]:
    """What is wrong with a text in NFC, each repair made on top of the one before; lost letters are not among it."""
    for find in (_misread, _entity, _control, _mixed_word, _loose_accent, _strange_accent, _joined_letters, _sign):
        fault = find(text)
        if fault is not None:
            yield fault
            text = text if fault.repaired is None else fault.repaired


_HAN_OF_ITS_OWN = re.compile("([\uf900-\ufaff\U0002f800-\U0002fa1f]+)")
"""Forms that some families write their name with, which NFC would take from them."""


def composed(text: str) -> str:
    """The text in NFC, but for Han."""
    if unicodedata.is_normalized("NFC", text):
        return text
    parts = _HAN_OF_ITS_OWN.split(text)
    return "".join(part if number % 2 else unicodedata.normalize("NFC", part) for number, part in enumerate(parts))


def _read_as(encoding: str, first: int, last: int) -> str:
    """A class of the signs that a range of bytes is taken for."""
    signs = (bytes([byte]).decode(encoding, "ignore") + chr(byte) for byte in range(first, last + 1))
    return f"[{re.escape(''.join(signs))}]"


_WINDOWS, _MAC = (_read_as(encoding, 0x80, 0xBF) for encoding in ("cp1252", "mac_roman"))
_UTF_8 = (
    ("cp1252", re.compile(rf"[Â-ß]{_WINDOWS}|[à-ï]{_WINDOWS}{{2}}")),
    ("mac_roman", re.compile(rf"[√ƒ≈]{_MAC}")),
)


def _misread(text: str) -> Fault | None:
    """UTF-8 that was read as Windows-1252, Latin-1 or Mac Roman."""
    for encoding, pattern in _UTF_8:
        meant = {seen: letter for seen in pattern.findall(text) if (letter := _meant(seen, encoding))}
        repaired = text
        for seen, letter in meant.items():
            repaired = repaired.replace(seen, letter)
        if repaired != text and all(map(_is_of_one_script, _WORD.findall(repaired))):
            seen, letter = next(iter(meant.items()))
            return Fault(f"holds “{seen}”, which is “{letter}” read in a wrong encoding", repaired)
    return None


def _is_of_one_script(word: str) -> bool:
    return len(found := scripts(word)) == 1 or found <= _JAPANESE


def _meant(seen: str, encoding: str) -> str:
    """The letter whose bytes were read as these signs; empty for none."""
    signs = (sign.encode("latin-1" if "\x80" <= sign <= "\x9f" else encoding) for sign in seen)
    try:
        meant = b"".join(signs).decode()
    except UnicodeError:
        return ""
    return meant if meant.isalpha() else ""


_ENTITY = re.compile(r"&(?:#[0-9]+|#x[0-9a-fA-F]+|[A-Za-z]+[0-9]*);")


def _entity(text: str) -> Fault | None:
    """A letter in the spelling of HTML."""
    repaired = html.unescape(text) if "&" in text else text
    found = _ENTITY.search(text)
    if found is None or repaired == text:
        return None
    return Fault(f"holds “{found[0]}”, which is “{html.unescape(found[0])}” in HTML", repaired)


_CONTROL = re.compile("[\x80-\x9f\ue000-\uf8ff]")


def _control(text: str) -> Fault | None:
    """A sign that nothing can print, mostly a letter of Windows-1252."""
    if not _CONTROL.search(text):
        return None
    read = _CONTROL.sub(lambda match: match[0].encode("latin-1", "ignore").decode("cp1252", "ignore"), text)
    is_known = len(read) == len(text) and all(new == old or new.isalpha() for old, new in zip(text, read, strict=True))
    return Fault("holds a sign that cannot be printed", read if is_known else None)


_WORD = re.compile(r"[^\W\d_]+")
_JAPANESE = frozenset({"han", "hiragana", "katakana"})
_ALPHABETS = frozenset({"cyrillic", "greek", "latin"})
_CYRILLIC = dict(zip("АВЕЅІЈКМНОРСТУХаеёѕіїјорсҫухһ", "ABESIJKMHOPCTYXaeësiïjopcçyxh", strict=True))
_GREEK = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧανοβ", "ABEZHIKMNOPTYXavoß", strict=True))
_LOOKS_LIKE = {
    "latin": str.maketrans(_CYRILLIC | _GREEK),
    "cyrillic": str.maketrans({latin: letter for letter, latin in _CYRILLIC.items()}),
    "greek": str.maketrans({latin: letter for letter, latin in _GREEK.items()}),
}


def _mixed(text: str) -> list[str]:
    """The words with letters of two alphabets; several scripts in one word of Japanese are no fault."""
    if not _ALPHABETS.isdisjoint(found := scripts(text)) and len(found) > 1:
        return [word for word in _WORD.findall(text) if len(_ALPHABETS & scripts(word)) > 1]
    return []


def _mixed_word(text: str) -> Fault | None:
    """Letters of two alphabets in one word, because they look alike."""
    words = _mixed(text)
    if not words:
        return None
    counts = {script: sum(script in scripts(letter) for letter in words[0]) for script in sorted(_ALPHABETS)}
    most = max(counts, key=lambda script: (counts[script], script == "latin"))
    odd = next(letter for letter in words[0] if scripts(letter) & _ALPHABETS - {most})
    repaired = text
    for word in words:
        repaired = repaired.replace(word, word.translate(_LOOKS_LIKE[most]))
    (script,) = scripts(odd)
    said = f"holds the {script.title()} letter “{odd}” in a {most.title()} word"
    return Fault(said, None if _mixed(repaired) else repaired)


_SPACING = dict(zip("´¨˜ˆ¸ˇ˘˙˚", "\u0301\u0308\u0303\u0302\u0327\u030c\u0306\u0307\u030a", strict=True))
_BESIDE_LETTER = re.compile(r"((?<=[^\W\d_]{2})´|(?<=[^\W\d_])[¨˜ˆ¸ˇ˘˙˚])([^\W\d_])?")
_BEARS_ACCENTS = frozenset("aeiouycnsz")


def _loose_accent(text: str) -> Fault | None:
    """An accent that stands on no letter, or before the one that it belongs to."""
    for number, mark in enumerate(text):
        if unicodedata.combining(mark) and unicodedata.category(text[number - 1 : number] or " ")[0] not in "LMC":
            joined = unicodedata.normalize("NFC", text[number + 1 : number + 2] + mark)
            is_letter = len(joined) == 1 and joined.isalpha()
            repaired = text[:number].rstrip() + joined + text[number + 2 :] if is_letter else None
            return Fault("holds an accent that stands on no letter", repaired)
    found = _BESIDE_LETTER.search(text)
    if found is None:
        return None
    letter = (found[2] or "").replace("ı", "i")
    joined = unicodedata.normalize("NFC", letter + _SPACING[found[1]])
    is_letter = len(joined) == 1 and letter.lower() in _BEARS_ACCENTS
    repaired = text[: found.start()] + joined + text[found.end() :] if is_letter else None
    return Fault(f"holds “{found[1]}”, an accent that stands on no letter", repaired)


_STRANGE = re.compile("[cdlnrstzCDLNRSTZ]\u0306|[gklnrstGKLNRST]\u0328|[iuU]\u0307|[iI]\u030a")
_MEANT = {"\u0306": "\u030c", "\u0328": "\u0327"}


def _strange_accent(text: str) -> Fault | None:
    """An accent that this letter has in no name, taken for another that looks like it."""
    found = _STRANGE.search(text)
    if found is None:
        return None
    repaired = _STRANGE.sub(lambda match: _with_usual_accent(match[0]), text)
    return Fault(f"holds “{found[0]}”, which no name has", None if _STRANGE.search(repaired) else repaired)


def _with_usual_accent(letter: str) -> str:
    if letter == "i\u0307":  # what is left of a capital “İ” in small letters
        return "i"
    return unicodedata.normalize("NFC", letter[0] + _MEANT.get(letter[1], letter[1:]))


_JOINED = re.compile("[ﬀ-ﬆＡ-Ｚａ-ｚ]")


def _joined_letters(text: str) -> Fault | None:
    """Letters of a typeface: ligatures, and Latin as wide as Han."""
    found = _JOINED.search(text)
    if found is None:
        return None
    repaired = _JOINED.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)
    return Fault(f"holds “{found[0]}”, a form of “{unicodedata.normalize('NFKC', found[0])}”", repaired)


_SIGN = re.compile("[¡¢£¤¥¦¨©¬®¯°±µ¸»«¼½¾¿×÷√]")


def _sign(text: str) -> Fault | None:
    """A sign that stands where a letter should."""
    found = _SIGN.search(text)
    return Fault(f"holds “{found[0]}” in the place of a letter", None) if found else None
