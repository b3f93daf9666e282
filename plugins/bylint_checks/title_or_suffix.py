"""
A title, a degree or a suffix stands where it does not belong.

## Why it matters

“Dr. Vishal Goyal” has a page of his own, apart from Vishal Goyal, and every citation that is built from the record
calls him by his title. “Jr.” as a first name or as the whole last name sorts a person under J.

## Example

    {"id": "x-1", "title": "T", "authors": [{"first": "Dr. Vishal", "last": "Goyal"}]}
    {"id": "x-2", "title": "T", "authors": [{"first": "Jr.", "last": "Edward P. Stabler"}]}
    {"id": "x-3", "title": "T", "authors": [{"first": "Ron Daniel", "last": "Jr."}]}
    {"id": "x-4", "title": "T", "authors": [{"first": "Hal", "last": "Daumé Iii"}]}

## What to do

Take titles and degrees out. Write a suffix after the last name, in the same field, and a numeral in capitals. Where
nothing but the title stands in the first name, look the first name up.

A name without its title leads to another page, so that taking one out is only suggested, however plain it is.

## Quiet on

A suffix after the last name, as in “Baumgartner Jr.” or “Daumé III”. “Md” and “MD.”, which stand for Mohammed; “DR”
and other initials; “Chr-Jr”, “Ren-Jr” and other syllables; “Kiril Iv. Simov”, whose “Iv.” is short for another name;
“Ii” and “Iv” alone, which are surnames in Japan and Cambodia; Sir, Prince and Major as given names or surnames.

Of the 34 findings in the ACL Anthology of October 2024, 32 were right by the words of the field. “Ii” behind two other
names is a numeral by its form only, which no record decides.
"""

import re
from collections.abc import Iterator

from bylint import Applicability, Change, Finding, Fix, Location, Name, Severity, check
from bylint_checks._fields import fields, renaming

_TITLES = re.compile(
    r"(?:(?:(?:[Dd]r|[Pp]rof|Mrs?|Ms|Dipl\.?-Ing|Ing)\.|(?:[Dd]r|[Pp]rof|Professor|Mrs?)(?=\s|$))\s*)+(?=[^\W\d_]|$)"
)
_DEGREES = re.compile(r"(?:\s*,\s*|\s+)(?:Ph\.? ?[Dd]|DPhil|[MB]\.?Sc)\.?(?=[\s,]|$)")
_JUNIOR = re.compile(r"[Jj]r\.?|JR\.")
_NUMERAL = re.compile(r"[Ii]{2,3}|IV")
_SMALL_NUMERAL = re.compile(r"\w+,?\s+(I(?:ii?|v))$")
_SUSPECT = re.compile(
    r"\b(?:[Dd]r|[Pp]rof|Mrs?|Ms|Ing|[Jj]r|JR|Ph|Ph ?[Dd]|DPhil|[MB]\.?Sc|[Ii]{2,3}|I[Vv])\b|Professor"
)


@check(Severity.WARNING, confidence=0.94, fixes=Applicability.SAFE)
def title_or_suffix(name: Name) -> Iterator[Finding]:
    if not _SUSPECT.search(str(name)):
        return
    yield from _title(name)
    for field, text in fields(name):
        if degree := _DEGREES.search(text):
            after = text[: degree.start()] + text[degree.end() :]
            fix = Fix(changes=(Change(Location(field=field), text, after),))
            said = degree[0].strip(" ,")
            yield Finding(message=f"“{name}” holds the degree “{said}”", location=Location(field=field), fix=fix)
    yield from _suffix(name)


def _title(name: Name) -> Iterator[Finding]:
    field, text = ("last", name.last) if name.first is None else ("first", name.first)
    title = _TITLES.match(text)
    if title:
        rest = text[title.end() :]
        fix = Fix(changes=(Change(Location(field=field), text, rest),), applicability=Applicability.SAFE)
        said = title[0].strip()
        yield Finding(
            message=f"“{name}” begins with the title “{said}”",
            location=Location(field=field),
            fix=fix if rest.strip(" .") else None,
        )


def _suffix(name: Name) -> Iterator[Finding]:
    words, surnames = (name.first or "").split(), name.last.split()
    if words and _is_suffix(words[-1]) and (len(words) > 1 or _JUNIOR.fullmatch(words[-1])):
        yield _misplaced(name, "first", words[-1], _after_last_name(words, surnames))
    elif len(surnames) == 1 and (_JUNIOR.fullmatch(name.last) or name.last in {"III", "Iii"}):
        after = (words[:-1], [words[-1].rstrip(","), _written(name.last)]) if len(words) > 1 else None
        yield _misplaced(name, "last", name.last, after)
    elif numeral := _SMALL_NUMERAL.search(name.last):
        changed = name.last[: numeral.start(1)] + numeral[1].upper()
        yield Finding(
            message=f"“{name}”: the numeral “{numeral[1]}” is not in capitals",
            location=Location(field="last"),
            fix=Fix(changes=(Change(Location(field="last"), name.last, changed),), applicability=Applicability.SAFE),
        )


def _is_suffix(word: str) -> bool:
    return bool(_JUNIOR.fullmatch(word) or _NUMERAL.fullmatch(word))


def _written(suffix: str) -> str:
    return suffix.upper() if _NUMERAL.fullmatch(suffix) else suffix


def _after_last_name(words: list[str], surnames: list[str]) -> tuple[list[str], list[str]] | None:
    """First and last name with the suffix, which is the last of `words`, behind them; None where a part is missing."""
    suffix, given = _written(words[-1]), words[:-1]
    if given:
        return given, [*surnames, suffix]
    return (surnames[:-1], [surnames[-1], suffix]) if len(surnames) > 1 else None


def _misplaced(name: Name, field: str, suffix: str, after: tuple[list[str], list[str]] | None) -> Finding:
    """The finding that a suffix stands in the wrong place."""
    fix = None
    if after:
        fix = Fix(changes=renaming(name, Name(*map(" ".join, after))))
    where = "the last name is" if field == "last" else "the first name holds"
    return Finding(message=f"“{name}”: {where} the suffix “{suffix}”", location=Location(field=field), fix=fix)
