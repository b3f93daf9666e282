"""
A part of a name begins with a small letter.

## Why it matters

“Eric horvitz” looks like a slip in every citation, and sorts behind everybody whose name begins with a capital. Some
systems make a second page of it.

## Example

    {"id": "x-1", "title": "T", "authors": [{"first": "Eric", "last": "horvitz"}]}

## What to do

Look at the PDF and at the person's other papers, and write the capital. A person who wants small letters is right:
waive the finding.

## Quiet on

Particles in any language, also glued to the name: “van”, “ul Hassan”, “im Walde”, “d’Armond”, “del-Hoyo”, “deSouza”,
“an tSaoir”; single letters and abbreviations, as “España i Bonet”, “v. Hahn” and “Hajič jr.”; endings of Persian
names, as “Hosseini pour”. Who writes the whole name small, as “danah boyd”. Who does it more often than not, or on
three papers and never otherwise: “Hugo Van hamme” signs so. Scripts without capitals; names of groups, in one part or
in two; e-mail addresses, LaTeX, affiliations in brackets, and several people in one name, which are other faults.

Where other papers have the same name with the capital, it is a slip. Where none has, a small second given name (“Chang
gyun Seo”) may be what is printed, and the finding is far less sure: of 17 that were read six were right, by the form of
the name, and the others, mostly Korean, undecidable.
"""

import re
from collections.abc import Iterator

from bylint import Applicability, Change, Finding, Fix, Location, Name, Names, Severity, check
from bylint.names import PARTICLES, fold, name_case
from bylint_checks._collectives import kind_of_collective
from bylint_checks._evidence import outnumbered
from bylint_checks._fields import fields

_SUSPECT = re.compile(r"(?<!\S)(?![A-Z])[^\W\d_]")
_WORD = re.compile(r"\S+")
_HEAD = re.compile(r"[^\W\d_]+")
_GLUED = re.compile(r"([^\W\d_A-Z]+)[A-Z]")
_PREFIXES = PARTICLES | {"b", "g", "h", "m", "n", "mac", "mc"}
"""What stands small before a capital; the single letters are Irish, as in “na gCopaleen”."""
_PERSIAN_ENDINGS = frozenset({"abadi", "far", "fard", "nejad", "nia", "poor", "pour", "zade", "zadeh"})
_BETWEEN_PEOPLE = frozenset({"al", "and", "et", "und"})
_OTHER_FAULT = re.compile(r"[@,\\{}]|textascii")
_OWN_WAY = 3
"""Authorships with a small letter, against none with a capital, that are no slip."""
_SAME_NAME_HAS_CAPITAL, _FIRST_WORD, _LATER_IN_LAST, _LATER_IN_FIRST = 0.97, 0.92, 0.8, 0.4


@check(Severity.WARNING, confidence=0.95, fixes=Applicability.SUGGEST)
def lowercase_name(name: Name, names: Names) -> Iterator[Finding]:
    if not name.first or not (_SUSPECT.search(name.first) or _SUSPECT.search(name.last)):
        return
    small = _small_words(name)
    if not small or not any(letter.isupper() for letter in str(name)) or kind_of_collective(name):
        return
    alike = [other for other in names.alike(name) if other != name and not _small_words(other)]
    count, capitals = names.count(name), sum(map(names.count, alike))
    if capitals < count and (capitals or count >= _OWN_WAY):
        return
    usual = sorted(alike, key=names.count, reverse=True)[:1]
    words = "”, “".join(match[0] for _, match in small)
    yield Finding(
        message=f"“{name}”: “{words}” {'begin' if len(small) > 1 else 'begins'} with a small letter",
        location=Location(field=small[0][0]),
        confidence=_SAME_NAME_HAS_CAPITAL if alike else _by_place(small),
        evidence=tuple(outnumbered(name, other, names) for other in usual),
        fix=_fix(name, small, *usual),
    )


_Small = list[tuple[str, re.Match[str]]]
"""Words with the field that they stand in."""


def _small_words(name: Name) -> _Small:
    """The words of a name that begin with a small letter and should not."""
    if _OTHER_FAULT.search(str(name)):
        return []
    written = ((field, text.partition("(")[0]) for field, text in fields(name))
    return [(field, match) for field, text in written for match in _WORD.finditer(text) if _is_small(match[0])]


def _is_small(word: str) -> bool:
    letter, head = word[0], _HEAD.match(word)
    if head is None or letter == letter.title() or len(head[0]) == 1 or word.endswith("."):
        return False
    if fold(head[0]) in PARTICLES | _PERSIAN_ENDINGS | _BETWEEN_PEOPLE:
        return False
    glued = _GLUED.match(word)
    return glued is None or fold(glued[1]) not in _PREFIXES


def _by_place(small: _Small) -> float:
    if any(match.start() == 0 for _, match in small):
        return _FIRST_WORD
    return _LATER_IN_LAST if any(field == "last" for field, _ in small) else _LATER_IN_FIRST


def _fix(name: Name, small: _Small, usual: Name | None = None) -> Fix | None:
    """The usual capitals of the name, or else some for the small words; None where that would be a guess."""
    changes = []
    for field, text in fields(name):
        new = text
        if usual is not None and text.lower() == (same := getattr(usual, field) or "").lower():
            new = same
        else:
            for match in [match for other, match in small if other == field]:
                cased = name_case(match[0])
                if cased == match[0]:
                    return None
                new = f"{new[: match.start()]}{cased}{new[match.end() :]}"
        if new != text:
            changes.append(Change(Location(field=field), text, new))
    return Fix(changes=tuple(changes)) if changes else None
