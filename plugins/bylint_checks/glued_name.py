"""
Parts of a name stand in one word.

## Why it matters

“HansUlrich Krieger” has a page of his own, apart from Hans-Ulrich Krieger. A lost space is a lost boundary: nobody
can tell any more what is the first and what is the last name of `XingyuHan`.

## Example

    {"id": "x-1", "title": "T", "authors": [{"first": "UmrinderPal", "last": "Singh"}]}
    {"id": "x-2", "title": "T", "authors": [{"first": "Umrinder Pal", "last": "Singh"}]}
    {"id": "x-3", "title": "T", "authors": [{"first": "Umrinder Pal", "last": "Singh"}]}

Likewise where there is no other record, but a full stop shows it:

    {"id": "x-1", "title": "T", "authors": [{"first": "J.Scott", "last": "McCarley"}]}

## What to do

Look at the PDF, and write the name as it is printed; mostly its other papers have it with a space or a hyphen.

## Quiet on

A capital inside a word is no fault. “ChaeHun Park”, “AliAkbar Badri”, “McDonald”, “DeYoung” and “AlKhamissi” are
written so by their bearers, as long as no other record has the parts apart, or has them so less often. A form that the
people database lists: somebody has decided that it may stand. Groups of initials, as in “V.G.Vinod”. One word in both
fields, which is another fault. Names that lost their capitals together with the space: nothing but another record could
show them.

Korean and Chinese given names are written either way by different people, so where no co-author is shared with the
record that has the parts apart, the finding is far less sure. Of 21 findings in the ACL Anthology of October 2024, the
17 that a co-author or a full stop shows were right, of the four others one. A full name in one word, which only the
words show, was not among them.
"""

import re
from collections.abc import Iterator

from bylint import (
    Applicability,
    Authorship,
    Coauthors,
    Corpus,
    Evidence,
    Finding,
    Fix,
    Name,
    Names,
    Severity,
    check,
)
from bylint.names import fold, words
from bylint_checks._evidence import outnumbered, wrote_with_both
from bylint_checks._fields import renaming
from bylint_checks._same_letters import SameLetters, ends
from bylint_checks._uses import Uses, uses_of

_INSIDE = re.compile(r"(?<=[^\W\d_A-ZÀ-ÞŠŽČĆĐŁŚŻŹ])(?=[A-ZÀ-ÞŠŽČĆĐŁŚŻŹ])")
"""Before a capital that follows a small letter."""
_AFTER_INITIAL = re.compile(r"(?:^|(?<=\s))([^\W\d_]|M[dD])\.(?=[A-ZÀ-ÞŠŽČĆĐŁŚŻŹ][^\W\d_A-Z]+)")
_INITIALS = re.compile(r"(?:[^\W\d_][.\s]*\b)*[^\W\d_]\.?")
_BY_WORDS_ALONE = 0.75
_UNCONNECTED = 0.4
"""Where nobody wrote with both forms: of four such findings one was right."""
_ENOUGH = 3
"""So many names must use a word as first or last name before it is known as one."""
_OWN_HABIT = 3
"""Whoever lacks a space on so many papers leaves it out."""


@check(Severity.WARNING, confidence=0.93, fixes=Applicability.SUGGEST)
def glued_name(corpus: Corpus, names: Names, coauthors: Coauthors) -> Iterator[Finding]:
    found = set()
    for group in corpus.derived(SameLetters).groups:
        for name in group:
            if _has_capital_inside(name) and not corpus.people.lists(name):
                finding = _against_others(name, group, names, coauthors)
                if finding:
                    found.add(name)
                    yield finding
    for name in corpus.names:
        if name not in found and name.first != name.last and not corpus.people.lists(name):
            yield from _by_itself(name, names)


def _has_capital_inside(name: Name) -> bool:
    return bool(_INSIDE.search(name.last) or (name.first and _INSIDE.search(name.first)))


def _against_others(name: Name, group: tuple[Name, ...], names: Names, coauthors: Coauthors) -> Finding | None:
    """What other records say that have the parts of a name apart."""
    parts = _ends(name)
    glue = ends(words(_INSIDE.sub(" ", name.first or "")) + words(_INSIDE.sub(" ", name.last))) - parts
    apart = [other for other in group if _ends(other) & glue]
    count, alike = sum(map(names.count, apart)), sum(names.count(other) for other in group if not _ends(other) & glue)
    if count <= alike:
        return None
    usual = max(apart, key=names.count)
    shared = {other for one in apart for other in coauthors.shared(name, one)}
    evidence = outnumbered(name, usual, names, count=count), *([wrote_with_both(shared)] if shared else [])
    return _finding(name, usual, names.authorships(name), evidence, None if shared else _UNCONNECTED)


def _ends(name: Name) -> frozenset[int]:
    """Where the words of a name end."""
    return ends(words(name.first or "") + words(name.last))


def _by_itself(name: Name, names: Names) -> Iterator[Finding]:
    """What a name shows alone: a full stop without a space, or a full name in one word."""
    authorships = names.authorships(name)
    if len(authorships) >= _OWN_HABIT:
        return
    first, last = name
    for text in (first, last):
        if text and "." in text and "@" not in text and _AFTER_INITIAL.search(text):
            yield _finding(name, _after_initial(name), authorships, (), None)
            return
    whole = last if first is None else first if _INITIALS.fullmatch(last) else ""
    if whole and not whole.isupper() and not whole.islower():
        parts = _INSIDE.split(whole)
        if len(parts) == 2 and _are_first_and_last(fold(parts[0]), fold(parts[1]), uses_of(names)):
            after = Name(*parts) if first is None else Name(" ".join(parts), last)
            yield _finding(name, after, authorships, (), _BY_WORDS_ALONE)


def _are_first_and_last(given: str, surname: str, uses: Uses) -> bool:
    """Whether enough others are called by two folded words in this order."""
    return uses.first[given] >= _ENOUGH and uses.last[surname] >= max(_ENOUGH, uses.first[surname])


def _after_initial(name: Name) -> Name:
    """The name with a space behind its initial, which belongs into the first name."""
    first, last = (_AFTER_INITIAL.sub(r"\1. ", text or "") for text in name)
    if last != name.last:
        initial, _, last = last.partition(" ")
        first = f"{first} {initial}".strip()
    return Name(first or None, last)


def _finding(
    name: Name,
    after: Name,
    authorships: tuple[Authorship, ...],
    evidence: tuple[Evidence, ...],
    confidence: float | None,
) -> Finding:
    return Finding(
        message=f"“{name}” is probably “{after}”",
        location=authorships[0].location,
        names=(name, after),
        authorships=authorships,
        evidence=evidence,
        confidence=confidence,
        fix=Fix(changes=renaming(name, after)),
    )
