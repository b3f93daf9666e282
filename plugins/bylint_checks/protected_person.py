"""
A person's name is marked as one that nobody may part.

## Why it matters

Braces around a name in BibTeX, or `literal` in CSL-JSON, say that it is of a body: “{World Health Organization}” is
sorted under W and never shortened. Around a person they do the same: “{Finn Larsen}” is sorted under F, cited as Finn
Larsen where others are Larsen, and kept apart from the papers on which the name has its two parts.

## Example

    @book{x1, title = {One}, author = {{Finn Larsen} and Gro Dahl}}
    @book{x2, title = {Two}, author = {Larsen, Finn}}

## What to do

Take the braces off, or write the name in its two parts. The suggestion follows other records of the same name, or
parts two words; it makes none of three or more.

## Quiet on

Bodies, and whatever the records do not show to be a person: only a name that other records have in two parts, one that
begins with a given name of somebody else, or one with initials is found. Braces around a surname alone, as in
“{van Vliet}, Marijn”, or around one word.

In a bibliography of 1,241 entries that Zotero exported, 60 names of several words are protected. The check found
eleven, all people's, and no body; of the others four hold a person among other words, or a pen name.
"""

import re
from collections.abc import Iterator

from bylint import Applicability, Evidence, Finding, Location, Name, Names, Severity, check
from bylint.names import fold
from bylint_checks._evidence import outnumbered
from bylint_checks._uses import uses_of
from bylint_checks._whole_names import is_persons, parted, parted_elsewhere
from bylint_checks._wording import barred

_WITH_INITIALS = re.compile(r"(?:[^\W\d_]\.[ -]?)+ ?[^\W\d_]{2,}(?:[-'’][^\W\d_]+)*")
_BY_A_GIVEN_NAME = 0.85
_LONGEST = 4


@check(Severity.WARNING, confidence=0.95, fixes=Applicability.SUGGEST, needs=("is_literal",))
def protected_person(name: Name, names: Names) -> Iterator[Finding]:
    if name.first is not None or " " not in name.last or not names.is_literal(name) or not is_persons(name):
        return
    known = parted_elsewhere(name, names)
    given = "" if known else _given_name(name, names)
    if not known and not given and not _WITH_INITIALS.fullmatch(name.last):
        return
    evidence = [outnumbered(name, other, names, shown=barred) for other in known[:1]]
    if given:
        evidence.append(Evidence(text=f"“{given}” is a first name of others", kind="use-of-words"))
    yield Finding(
        message=f"“{name}” is marked as one whole, and looks like a person",
        location=Location(field="last"),
        evidence=tuple(evidence),
        confidence=None if known else _BY_A_GIVEN_NAME,
        fix=parted(name, known[0] if known else None),
    )


def _given_name(name: Name, names: Names) -> str:
    """The word that others have as a first name, where a person's would stand; empty for none."""
    family, comma, rest = name.last.partition(",")
    text = rest if comma else family
    parts = text.split()
    if not parts or len(name.last.split()) > _LONGEST or len(parts[0].rstrip(".")) < 2:
        return ""
    return parts[0] if uses_of(names).first_words[fold(parts[0])] else ""
