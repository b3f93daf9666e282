"""
A part behind a hyphen begins with a small letter.

## Why it matters

“Kristin Wright-bettner” comes from a program that writes a capital at the beginning of every word and knows no
hyphens. On other papers the same person is Wright-Bettner, and a citation shows whichever record it was made from.

## Example

    {"id": "x-1", "title": "T", "authors": [{"first": "Kristin", "last": "Wright-bettner"}]}
    {"id": "x-2", "title": "T", "authors": [{"first": "Kristin", "last": "Wright-Bettner"}]}
    {"id": "x-3", "title": "T", "authors": [{"first": "Kristin", "last": "Wright-Bettner"}]}

## What to do

Write the capital, as on the person's other papers. Where a whole volume is named, a program did it: see to the list
that the volume was made from.

## Quiet on

A name that is never written with the capital, or as often without it: “Kai-wei” and “Hsin-mei” are right in Taiwan and
Hong Kong, and “Marta R. Costa-jussà” signs so, whatever a few records say. A given name that is not written with the
capital three times as often, or that stands on three papers without: many people write theirs both ways; and one on a
paper that writes most others so, which is how it is printed. Particles between hyphens (“Perez-de-Viñaspre”), initials
(“K.-w.”), and scripts without capitals. Where no co-author says that a given name with and without the capital is one
person's, the finding is far less sure: no record could decide the three that were read.

A volume in which four of five names with a hyphen have a small letter behind it, five at least, and three of them
elsewhere mostly a capital, is one finding: in one of 2024 it was 39 names of 41.
"""

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from bylint import (
    Applicability,
    Authorship,
    Coauthors,
    Corpus,
    Finding,
    Fix,
    Name,
    Names,
    Paper,
    Severity,
    Volume,
    check,
)
from bylint_checks._evidence import wrote_with_both
from bylint_checks._hyphens import Count, Letter, count, letters_of, with_capitals

_MORE_IN_GIVEN_NAMES, _FAR_MORE = 3, 10
_OWN_WAY = 3
"""Authorships of a given name with the small letter that are no slip."""
_IN_LAST, _FAR, _NEAR, _NOT_LINKED = 0.97, 0.95, 0.9, 0.3
_FEWEST_OTHERS = 2
_FEWEST_IN_VOLUME, _SHARE_OF_VOLUME, _FEWEST_KNOWN = 5, 0.8, 3

_Usual = Mapping[Name, Mapping[Letter, Count]]
"""The small letters of each name that are mostly capitals."""


@check(Severity.WARNING, confidence=_IN_LAST, fixes=Applicability.SUGGEST)
def lowercase_after_hyphen(corpus: Corpus, names: Names, coauthors: Coauthors) -> Iterator[Finding]:
    usual: dict[Name, dict[Letter, Count]] = {}
    for letter in (letter for name in names for letter in letters_of(name) if letter.is_small):
        counted = count(letter, names)
        if len(counted.capitals) > len(counted.others):
            usual.setdefault(letter.name, {})[letter] = counted
    explained: set[Authorship] = set()
    for volume in _volumes_in_small(corpus, names, usual):
        explained.update(volume.small)
        yield _volume_finding(volume, usual)
    records = {paper.id: paper for paper in corpus.papers}
    for name, counts in usual.items():
        sure = {
            letter: sureness
            for letter, counted in counts.items()
            if (sureness := _confidence(letter, counted, explained))
        }
        left = tuple(authorship for authorship in names.authorships(name) if authorship not in explained)
        if all(letter.field == "first" for letter in sure):
            left = tuple(item for item in left if not _is_small_like_others(item, records[item.paper_id]))
        if left and sure:
            first = next(iter(sure))
            capitals = {authorship.name for authorship in counts[first].capitals}
            shared = {other for one in capitals for other in coauthors.shared(name, one)}
            is_linked = first.field == "last" or bool(shared)
            yield Finding(
                message=f"“{name}” has a small letter behind the hyphen, where this name mostly has a capital",
                location=left[0].at(first.field),
                names=(name,),
                authorships=left,
                confidence=min(sure.values()) if is_linked else _NOT_LINKED,
                evidence=(counts[first].evidence(), *([wrote_with_both(shared)] if shared else [])),
                fix=Fix(changes=with_capitals(sure)),
            )


def _confidence(letter: Letter, counted: Count, explained: Collection[Authorship]) -> float:
    """How sure it is that a capital is meant which is more frequent; 0 for not at all.

    What the finding of a volume explains counts as a capital already, so that its fix brings no other finding.
    """
    if letter.field == "last":
        return _IN_LAST
    others = sum(authorship not in explained for authorship in counted.others)
    capitals = len(counted.capitals) + len(counted.others) - others
    if others >= _OWN_WAY or capitals < _MORE_IN_GIVEN_NAMES * others:
        return 0
    return _FAR if capitals >= _FAR_MORE * others else _NEAR


def _is_small_like_others(authorship: Authorship, paper: Paper) -> bool:
    """Whether a paper writes most other names with a hyphen so, too: two at least."""
    others = [letters for item in paper.authorships if item != authorship and (letters := letters_of(item.name))]
    small = sum(any(letter.is_small for letter in letters) for letters in others)
    return small >= _FEWEST_OTHERS and 2 * small > len(others)


class _InSmall(NamedTuple):
    """A volume with hardly a capital behind a hyphen."""

    volume: Volume
    small: tuple[Authorship, ...]
    """Those with a small letter."""
    names: int
    """How many names have a hyphen."""


def _volumes_in_small(corpus: Corpus, names: Names, usual: _Usual) -> Iterator[_InSmall]:
    papers = {authorship.paper_id for name in usual for authorship in names.authorships(name)}
    for volume in corpus.volumes:
        if not any(paper.id in papers for paper in volume.papers):
            continue
        records = (volume.front_matter, *volume.papers) if volume.front_matter else volume.papers
        bylines = [authorship for record in records for byline in record.bylines for authorship in byline]
        letters = {name: found for name in {item.name for item in bylines} if (found := letters_of(name))}
        small = {name for name, found in letters.items() if any(letter.is_small for letter in found)}
        if len(small) >= max(_FEWEST_IN_VOLUME, _SHARE_OF_VOLUME * len(letters)) and (
            len(small & usual.keys()) >= _FEWEST_KNOWN
        ):
            yield _InSmall(volume, tuple(item for item in bylines if item.name in small), len(letters))


def _volume_finding(found: _InSmall, usual: _Usual) -> Finding:
    known = tuple(authorship for authorship in found.small if authorship.name in usual)
    changes = tuple(
        change._replace(location=authorship.at(change.location.field))
        for authorship in known
        for change in with_capitals(usual[authorship.name])
    )
    small = len({authorship.name for authorship in found.small})
    return Finding(
        message=f"{found.volume.id}: of {found.names} names with a hyphen, {small} have a small letter behind it",
        location=found.volume.location,
        authorships=known,
        about=found.volume.id,
        evidence=tuple(next(iter(usual[name].values())).evidence() for name in dict.fromkeys(a.name for a in known)),
        fix=Fix(changes=changes),
    )
