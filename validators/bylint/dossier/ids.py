"""Which id each proposed person gets, and which authorships would have to change for it."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from itertools import dropwhile, takewhile
from typing import NamedTuple

from bylint.corpus.people import bare_orcid
from bylint.dossier.model import Edit, Misplaced, Row
from bylint.names import words

_PLACE_WORDS = 3
"""How many words of an institution an id takes."""
_ALONE = 2
"""From more groups than this on, a single paper is no person yet: it keeps the id it has."""
_SURE = 0.5
"""From this confidence on, what a namesake's papers suggest goes before the group."""
NO_NAME = frozenset(
    {
        "academy",
        "and",
        "artificial",
        "at",
        "center",
        "centre",
        "china",
        "college",
        "computer",
        "computing",
        "de",
        "department",
        "dept",
        "der",
        "engineering",
        "faculty",
        "for",
        "france",
        "germany",
        "group",
        "in",
        "inc",
        "india",
        "informatics",
        "information",
        "institut",
        "institute",
        "intelligence",
        "japan",
        "la",
        "lab",
        "laboratory",
        "labs",
        "language",
        "languages",
        "linguistics",
        "ltd",
        "natural",
        "of",
        "processing",
        "research",
        "school",
        "science",
        "sciences",
        "technology",
        "the",
        "uk",
        "univ",
        "universidad",
        "universitat",
        "universite",
        "universiteit",
        "university",
        "usa",
    }
)
"""Words of affiliations that tell no institution from another."""
_INSTITUTION = re.compile(r"universi|univ\b|institut|college|academy|laborator|inc\b|ltd\b", re.IGNORECASE)


class Identity(NamedTuple):
    """The id that all of a group would get."""

    id: str | None
    """None where its authorships would stay as they are."""
    is_new: bool = False
    """Whether it is a proposal."""


def identities(
    groups: Sequence[Sequence[Row]],
    existing: Sequence[Sequence[str]],
    slug: str,
    taken: Collection[str],
    *,
    splits: bool,
) -> tuple[Identity, ...]:
    """The id of each group, the largest first: one that exists and no larger group has, or a new one.

    `existing` are the ids that may be each group's, the best first; `taken` holds every id that is in use, in lower
    case. Where the groups do not split the page all have the id that the largest of them has, and none is made up.
    """
    if not splits:
        common = next((person for people in existing for person in people), None)
        return tuple(Identity(common) for _ in groups)
    given: set[str] = set()
    found = []
    for rows, people in zip(groups, existing, strict=True):
        own = next((person for person in people if person not in given), None)
        if own is not None:
            identity = Identity(own)
        elif len(rows) == 1 and len(groups) > _ALONE:
            identity = Identity(None)
        else:
            identity = Identity(_new(rows, slug, {*taken, *given}), is_new=True)
        given |= {identity.id} if identity.id else set()
        found.append(identity)
    return tuple(found)


def existing_ids(rows: Sequence[Row], carried: str | None, verified: Collection[str]) -> list[str]:
    """The ids that may be a group's: the one it carries, those of known people whom its rows name or resolve to."""
    named = Counter(row.written_id for row in rows if row.written_id in verified)
    resolved = Counter(row.person for row in rows if row.person and row.resolved_by != "id")
    people = [
        str(person)
        for counts in (named, resolved)
        for person in sorted(counts, key=lambda person: (-counts[person], str(person)))
    ]
    return [*([carried] if carried else []), *people]


def _new(rows: Sequence[Row], slug: str, taken: Collection[str]) -> str:
    """An id that nobody has: the slug, with an institution or the end of an ORCID, or else a number behind it."""
    for candidate in (slug, *(f"{slug}-{suffix}" for suffix in suffixes(rows))):
        if candidate not in taken:
            return candidate
    number = 2
    while f"{slug}-{number}" in taken:
        number += 1
    return f"{slug}-{number}"


def suffixes(rows: Sequence[Row]) -> list[str]:
    """What may stand behind a slug in a new id, the best first: institutions, then ends of ORCIDs."""
    return [*_institutions(rows), *_orcid_ends(rows)]


def _institutions(rows: Iterable[Row]) -> list[str]:
    """What the institutions of the rows are called in an id, the most frequent first."""
    counts = Counter(place for row in rows for text in row.affiliations if (place := _place(text)))
    return sorted(counts, key=lambda place: (-counts[place], place))


def _place(affiliation: str) -> str:
    """The first telling words of an affiliation that stand together.

    >>> _place("School of Computer Science, Wuhan University, China")
    'wuhan'
    """
    parts = affiliation.split(",")
    part = next((part for part in parts if re.search(r"universi|univ\b", part, re.IGNORECASE)), None)
    part = part or next((part for part in parts if _INSTITUTION.search(part)), parts[0])
    is_telling = {word: word.isascii() and word not in NO_NAME for word in words(part)}
    first = list(dropwhile(lambda word: not is_telling[word], words(part)))
    return "-".join(list(takewhile(lambda word: is_telling[word], first))[:_PLACE_WORDS])


def _orcid_ends(rows: Iterable[Row]) -> list[str]:
    ends = Counter(orcid[-4:].lower() for row in rows if row.orcid and (orcid := bare_orcid(row.orcid)))
    return sorted(ends, key=lambda end: (-ends[end], end))


def edits(
    rows: Iterable[Row],
    identities: Sequence[Identity],
    misplaced: Iterable[Misplaced] = (),
    verified: Collection[str] = (),
    *,
    splits: bool,
) -> tuple[Edit, ...]:
    """The authorships that would get another id, in the order of the rows.

    Where one person is here, those that are on that person's page already stay as they are; where several are, each
    has to say the id. No group moves an authorship away from a person whose id is in `verified`, unless to a new id;
    only what points to a namesake does.
    """
    elsewhere = {(item.paper, item.role, item.position): item for item in misplaced if item.confidence >= _SURE}
    found = []
    for row in rows:
        identity, confidence = identities[row.group - 1], row.confidence
        is_kept = row.written_id in verified and not identity.is_new
        item = elsewhere.get((row.id, row.role, row.position))
        if item is not None:
            identity, confidence, is_kept = Identity(item.suggested_id), item.confidence, False
        is_said = row.written_id == identity.id or (not splits and row.page == identity.id)
        if identity.id is not None and not is_said and not is_kept:
            place = row.location
            found.append(
                Edit(
                    row.id,
                    row.position,
                    row.role,
                    row.name,
                    row.written_id,
                    identity.id,
                    identity.is_new,
                    row.group,
                    confidence,
                    place,
                )
            )
    return tuple(found)
