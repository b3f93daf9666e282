"""
A citation key does not fit its paper any more.

## Why it matters

Keys are built of the first author's last name, the year and the first word of the title: `sarumi-etal-2024-corpus`.
Where authors or title were corrected afterwards, the key still tells the old ones. Of a published paper it stays all
the same, because others cite by it. What is not published yet can still get a key that fits; and a key that never
fitted shows that a name was read the wrong way round: `oluyemi-etal-2024-corpus` is by Olufunke Oluyemi Sarumi.

## Example

    {"id": "x-1", "title": "Corpus", "key": "oluyemi-2024-corpus", "authors": [{"first": "O. O.", "last": "Sarumi"}]}

## What to do

Nothing, where the paper is published. The check is off by default for that reason; select it for an ingest, as in
`bylint check --select stale-key data/xml/2025.acl.xml`. Build the key again, or look at the first author's name.

## Quiet on

A key that leaves particles and second surnames out, or has them; the number of authors; titles that are not in Latin
letters, of which every library makes other words, and those with formulas; papers without authors and editors; keys of
another form; front matter.
"""

import re
from collections.abc import Iterator

from bylint import Finding, Location, Paper, Severity, check
from bylint.names import fold, transliterate

_KEY = re.compile(r"([a-z0-9-]+)-([0-9]{4})[a-z]?-([a-z0-9-]+)")
_WORD = re.compile(r"[a-z0-9]+")
_FORMULA = re.compile(r"[\\_^]")
_NOT_LATIN = re.compile(r"[^\W\d_a-z]")
"""A letter that is left where all accents are taken off."""


@check(Severity.NOTE, confidence=0.95, by_default=False, needs=("key",))
def stale_key(paper: Paper) -> Iterator[Finding]:
    byline = next(iter(paper.bylines), ())
    match = _KEY.fullmatch(paper.key) if paper.key and byline and not paper.is_front_matter else None
    if match is None:
        return
    who, year, title = match.groups()
    faults = []
    if not _is_in(byline[0].name.last, who):
        faults.append(f"is by {byline[0].name}")
    if paper.year is not None and int(year) != paper.year:
        faults.append(f"is of {paper.year}")
    if not _is_word_of(title.partition("-")[0], paper.title):
        faults.append(f"is called “{paper.title}”")
    if faults:
        told = f"{paper.key} is the key of {paper.id}, which {' and '.join(faults)}"
        yield Finding(message=told, location=Location(field="key"))


def _is_in(last_name: str, who: str) -> bool:
    """Whether a key names somebody by any word of the last name."""
    if last_name.lower() in who.split("-"):
        return True
    words = _WORD.findall(transliterate(last_name))
    return not words or not set(words).isdisjoint(who.split("-")) or "".join(words) in who.replace("-", "")


def _is_word_of(word: str, title: str) -> bool:
    """Whether a title, as far as it is in Latin letters and no formula, holds a word of a key."""
    if word in title.lower() or _FORMULA.search(title) or _NOT_LATIN.search(fold(title)):
        return True
    return word in "".join(_WORD.findall(transliterate(title)))
