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

A form that the people database lists: somebody has decided that it may stand. Somebody who mostly writes plain letters:
three times as many papers, and more, are taken for a habit. Two forms with different accents, or different capitals, of
which neither is clearly more frequent. People who share nothing but the letters, such as “Lü” and “Lu”, “DongHoon” and
“Donghoon”, or Vietnamese names without marks, as long as they share no co-author. A cedilla for the Romanian comma.
Whole words in capitals or small letters, small letters after a hyphen and small initials, which are other faults.

Of thirty findings read in the ACL Anthology, the 25 with a common co-author or a known person were one person's; of
the five without, four could not be decided by any record, so these are far less sure.
"""  # noqa: E501 - a record is one line

import re
from collections.abc import Iterator, Sequence

from bylint import (
    Applicability,
    Assignment,
    Coauthors,
    Evidence,
    Finding,
    Fix,
    Name,
    Page,
    Severity,
    check,
)
from bylint.names import PARTICLES, fold, words
from bylint_checks._evidence import wrote_with_both
from bylint_checks._fields import renaming
from bylint_checks._same_letters import accents
from bylint_checks._spellings import Counts, best_form, lesser_forms
from bylint_checks._traditions import is_vietnamese
from bylint_checks._wording import counted

_UNCONNECTED = 0.4
_MANDARIN_U = frozenset({"lu", "nu"})
"""Lü and Lu, Nü and Nu are different syllables, and thousands of people are called by either."""
_PIECE = re.compile(r"[^\W\d_]+")


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
            best = best_form(counts)
            for form in lesser_forms(counts, best):
                if not assignment.people.lists(form):
                    yield from _finding(form, best, counts, page, coauthors.shared(form, best))


def _finding(form: Name, best: Name, counts: Counts, page: Page, shared: Sequence[Name]) -> Iterator[Finding]:
    is_connected = bool(shared) or page.person is not None
    if not is_connected and _are_many_peoples(form, best):
        return
    authorships = tuple(authorship for authorship in page.authorships if authorship.name == form)
    other = next(authorship for authorship in page.authorships if authorship.name == best)
    evidence = [Evidence(text=f"“{best}” stands here", location=other.location, papers=(other.paper_id,))]
    if shared:
        evidence.append(wrote_with_both(shared))
    yield Finding(
        message=f"“{form}” on {counted(counts[form], 'paper')} is “{best}” on {counts[best]} of the same page",
        location=authorships[0].location,
        names=(form, best),
        authorships=authorships,
        evidence=tuple(evidence),
        confidence=None if is_connected else _UNCONNECTED,
        fix=Fix(changes=renaming(form, best)),
    )


def _are_many_peoples(form: Name, best: Name) -> bool:
    """Whether two forms say little of whether they are one person's, where nothing else joins them."""
    parts = words(str(form))
    pieces = zip(_PIECE.findall(str(form)), _PIECE.findall(str(best)), strict=False)
    has_capitals_inside = accents(form) == accents(best) and any(
        own != other and fold(own) not in PARTICLES for own, other in pieces
    )
    return has_capitals_inside or is_vietnamese(parts) or not _MANDARIN_U.isdisjoint(parts)
