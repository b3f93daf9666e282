"""
One page has a name with and without its accents, or with other capitals.

## Why it matters

“Isin Demirsahin” and “Işin Demirşahin” share a page, but every citation follows its own record, and whoever searches
for the one does not find the other. One of them is not how the person is called.

## Example

    {"id": "x-1", "title": "T", "authors": [{"first": "Isin", "last": "Demirsahin"}, {"first": "Deniz", "last": "Zeyrek"}]}
    {"id": "x-2", "title": "T", "authors": [{"first": "Işin", "last": "Demirşahin"}, {"first": "Deniz", "last": "Zeyrek"}]}

Likewise for capitals:

    {"id": "x-1", "title": "T", "authors": [{"first": "Kathleen", "last": "McKeown"}, {"first": "Kapil", "last": "Thadani"}]}
    {"id": "x-2", "title": "T", "authors": [{"first": "Kathleen", "last": "McKeown"}, {"first": "Kapil", "last": "Thadani"}]}
    {"id": "x-3", "title": "T", "authors": [{"first": "Kathleen", "last": "Mckeown"}, {"first": "Kapil", "last": "Thadani"}]}

## What to do

Look at the PDF. If it prints the fuller form, write it so; if it prints plain letters, list both forms for the person
in the people database, and the finding is gone. No record tells which of the two the paper prints, so that this is
for a review and never for the gate.

## Quiet on

Forms that the people database lists for one person. Somebody who mostly writes plain letters: three times as many
papers, and more, are taken for a habit. Two forms with different accents, or different capitals, of which neither is
clearly more frequent. People who share nothing but the letters, such as “Lü” and “Lu”, “DongHoon” and “Donghoon”, or
Vietnamese names without marks, as long as they share no co-author. A cedilla for the Romanian comma. Whole words in capitals or small letters,
small letters after a hyphen and small initials, which are other faults.

Of thirty findings read in the ACL Anthology, the 25 with a common co-author or a known person were one person's; of
the five without, four could not be decided by any record, so these are far less sure.
"""  # noqa: E501 - a record is one line

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from bylint import (
    Applicability,
    Assignment,
    Change,
    Coauthors,
    Evidence,
    Finding,
    Fix,
    Location,
    Name,
    Page,
    Severity,
    check,
)
from bylint.names import PARTICLES, fold, words
from bylint_checks._people import counted, listed
from bylint_checks._traditions import is_vietnamese

_HABIT = 3
"""Whoever writes plain letters so many times as often as others does it on purpose."""
_CLEARLY_MORE = 2
"""Capitals that are so many times as frequent are the usual ones."""
_UNCONNECTED = 0.4
_MANDARIN_U = frozenset({"lu", "nu"})
"""Lü and Lu, Nü and Nu are different syllables, and thousands of people are called by either."""
_LIKE_CEDILLAS = str.maketrans("ţŢşŞ", "țȚșȘ")
"""Romanian is printed with either, and no reader sees a difference."""
_PIECE = re.compile(r"[^\W\d_]+")

Counts = Mapping[Name, int]
"""The authorships of each form of a name."""


@check(Severity.NOTE, confidence=0.85, fixes=Applicability.SUGGEST)
def inconsistent_spelling(page: Page, coauthors: Coauthors, assignment: Assignment) -> Iterator[Finding]:
    names = page.names
    if len(names) == 1:
        return
    alike: dict[tuple[str, str], list[Name]] = {}
    for name in names:
        alike.setdefault((fold(name.first or ""), fold(name.last)), []).append(name)
    for forms in alike.values():
        if len(forms) > 1:
            counts = {form: sum(authorship.name == form for authorship in page.authorships) for form in forms}
            best = _best(counts)
            for form in _lesser(counts, best):
                if not (assignment.people.lists(form) and assignment.people.lists(best)):
                    yield from _finding(form, best, counts, page, coauthors.shared(form, best))


def _best(counts: Counts) -> Name:
    """The form with most accents that is no slip, and with the capitals that are most frequent."""
    with_capitals: dict[str, int] = {}
    for form, count in counts.items():
        with_capitals[_plain(form)] = with_capitals.get(_plain(form), 0) + count

    def rank(form: Name) -> tuple[int, int, int, int]:
        return _accents(form), with_capitals[_plain(form)], sum(map(str.isupper, str(form))), counts[form]

    fewest = min(map(_accents, counts))
    for form in sorted(counts, key=rank, reverse=True):
        rivals = [other for other in counts if fewest < _accents(other) < _accents(form)]
        if all(counts[other] < _HABIT * counts[form] for other in rivals):
            return form
    return max(counts, key=counts.__getitem__)


def _lesser(counts: Counts, best: Name) -> Iterator[Name]:
    """The forms with fewer accents than the best that are no habit, and rarer capitals; none if another is as good."""
    others = [form for form in counts if form != best and _accents(form) == _accents(best)]
    if any(counts[best] < _CLEARLY_MORE * counts[form] for form in others if _folded(form) != _folded(best)):
        return
    total = counts[best]
    for form, count in counts.items():
        if _accents(form) < _accents(best):
            fuller = sum(counts[other] for other in counts if _accents(other) > _accents(form))
            as_plain = sum(counts[other] for other in counts if _folded(other) == _folded(form))
            if as_plain < _HABIT * fuller:
                total += count
                yield form
    for form in others:
        if total >= _CLEARLY_MORE * counts[form] and not _is_other_fault(form, best):
            yield form


def _finding(form: Name, best: Name, counts: Counts, page: Page, shared: Sequence[Name]) -> Iterator[Finding]:
    is_connected = bool(shared) or page.person is not None
    if not is_connected and _are_many_peoples(form, best):
        return
    changes = tuple(
        Change(Location(field=field), old or "", new or "")
        for field, old, new in zip(("first", "last"), form, best, strict=True)
        if old != new
    )
    authorships = tuple(authorship for authorship in page.authorships if authorship.name == form)
    other = next(authorship for authorship in page.authorships if authorship.name == best)
    evidence = [Evidence(text=f"“{best}” stands here", location=other.location, papers=(other.paper_id,))]
    if shared:
        evidence.append(Evidence(text=f"both wrote with {listed(shared)}", kind="shared-coauthors"))
    yield Finding(
        message=f"“{form}” on {counted(counts[form], 'paper')} is “{best}” on {counts[best]} of the same page",
        location=authorships[0].location,
        names=(form, best),
        authorships=authorships,
        evidence=tuple(evidence),
        confidence=None if is_connected else _UNCONNECTED,
        fix=Fix(changes=changes),
    )


def _are_many_peoples(form: Name, best: Name) -> bool:
    """Whether two forms say little of whether they are one person's, where nothing else joins them."""
    parts = words(str(form))
    pieces = zip(_PIECE.findall(str(form)), _PIECE.findall(str(best)), strict=False)
    has_capitals_inside = _accents(form) == _accents(best) and any(
        own != other and fold(own) not in PARTICLES for own, other in pieces
    )
    return has_capitals_inside or is_vietnamese(parts) or not _MANDARIN_U.isdisjoint(parts)


def _accents(name: Name) -> int:
    """How many letters are not plain."""
    return sum(not letter.isascii() for letter in unicodedata.normalize("NFC", str(name)))


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
