"""From the entries of a BibTeX file to papers."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from bylint.loaders._bibtex_blocks import Entry, Field
from bylint.loaders._bibtex_names import NameList, WrittenName, name_list
from bylint.loaders._bibtex_values import Shelf
from bylint.loaders.shared import numbered
from bylint.model import Authorship, Name, Paper

NO_PAPERS = frozenset({"bibnote", "control", "ieeetranbstctl", "set", "xdata"})
"""Entries that no reader sees: data for others, and switches of styles."""
FIELDS: Mapping[str, tuple[str, ...]] = {
    "abstract": ("abstract",),
    "doi": ("doi",),
    "language": ("langid", "language"),
    "pages": ("pages",),
    "title": ("title",),
    "venues": ("journaltitle", "journal", "booktitle"),
    "year": ("date", "year"),
}
"""The fields that say what of a paper; the first one that is there counts."""
ROLES = ("author", "editor")
_YEAR = re.compile(r"(?<![0-9])(?:1[0-9]|20)[0-9]{2}(?![0-9])")
_POSITIONS = re.compile(r"(.+?)-(author|editor)(?:-([0-9]+))?")
_ORCID = re.compile(r'([0-9]+)\s*=\s*"?\s*((?:https?://orcid\.org/)?[0-9Xx-]{16,19})')
_DEEPEST = 100
_MOST = 10_000
"""Entries that a byline may refer to, and names that it may have from each."""
_REMEMBERED = 64
_LONGEST = 1 << 20
"""Letters beyond which a field is no list of names, but a file that lacks a brace: 50,000 people."""
_name = lru_cache(maxsize=1 << 14)(Name)


class Placed(NamedTuple):
    """A name of a byline and the field that it stands in."""

    written: WrittenName
    field: Field


def identified(path: str, entries: Sequence[Entry]) -> Iterator[tuple[str, Entry]]:
    """Each entry of a file with the id of its record: its key, and where that has stood before, a number behind it.

    Without a key it has the file's name, and its number in the file.
    """
    taken: dict[str, int] = {}
    for number, entry in enumerate(entries, 1):
        key = entry.key or numbered(path, number)
        taken[key] = taken.get(key, 0) + 1
        yield (key if taken[key] == 1 else f"{key} #{taken[key]}"), entry


def names_in(shelf: Shelf, field: Field | None) -> NameList:
    """What stands in a field of names; the last ones that were asked for are remembered."""
    if field is None:
        return NameList(())
    if field.end - field.start > _LONGEST:
        return NameList((), [(field.start, f"{field.end - field.start} letters are no list of names")])
    if field not in shelf.lists:
        if len(shelf.lists) == _REMEMBERED:
            shelf.lists.clear()
        shelf.lists[field] = name_list(shelf.blocks.content, shelf.letters(field))
    return shelf.lists[field]


def byline(shelf: Shelf, entry: Entry, role: str) -> list[Placed]:
    """The names of one role, in order, with those that biblatex takes from elsewhere in their place."""
    return _byline(shelf, entry, role, {})


_Known = dict[tuple[int, str], list[Placed]]
"""Bylines that others were referred to, by entry and role; empty while one is being read."""


def _byline(shelf: Shelf, entry: Entry, role: str, known: _Known) -> list[Placed]:
    field = shelf.field(entry, role)
    found: list[Placed] = []
    for item in names_in(shelf, field).items:
        if isinstance(item, str):
            found += _referred(shelf, item, known)
        elif field is not None:
            found.append(Placed(item, field))
    return found[:_MOST] if known else found


def _referred(shelf: Shelf, reference: str, known: _Known) -> list[Placed]:
    """The names that a reference stands for: all of a field, or one."""
    match = _POSITIONS.fullmatch(reference)
    entry = shelf.entry(match[1]) if match else None
    if match is None or entry is None:
        return []
    key = entry.start, match[2]
    if key not in known and len(known) < _DEEPEST:
        known[key] = []
        known[key] = _byline(shelf, entry, match[2], known)
    names = known.get(key, [])
    if match[3] is None:
        return names
    number = int(match[3][:6])
    return names[number - 1 : number]


def paper(shelf: Shelf, record: str, entry: Entry, path: str, parents: frozenset[str]) -> Paper:
    """The paper of an entry; `parents` holds the keys of entries that others are parts of."""
    parent = shelf.parent(entry)
    is_volume = entry.key.lower() in parents
    text = {part: shelf.text(shelf.field(entry, *names)) for part, names in FIELDS.items()}
    year = _YEAR.search(text["year"]) or _YEAR.search(shelf.text(shelf.field(entry, "year")))
    return Paper(
        record,
        ": ".join(filter(None, [text["title"], shelf.text(shelf.field(entry, "subtitle"))])),
        int(year[0]) if year else None,
        path,
        _authorships(shelf, record, entry, path, "author"),
        _authorships(shelf, record, entry, path, "editor"),
        (text["venues"],) if text["venues"] else (),
        entry.key if is_volume else parent.key if parent is not None else None,
        text["abstract"] or None,
        text["doi"] or None,
        text["pages"] or None,
        entry.key or None,
        text["language"] or None,
        is_volume and "author" not in entry.fields,
    )


def _authorships(shelf: Shelf, record: str, entry: Entry, path: str, role: str) -> tuple[Authorship, ...]:
    orcids = dict(_ORCID.findall(shelf.text(shelf.field(entry, f"{role}+an:orcid"))))
    return tuple(
        Authorship(
            _name(placed.written.first.text or None, placed.written.last.text),
            record,
            position,
            role,
            path,
            placed.written.person_id or None,
            orcids.get(str(position)),
            is_literal=placed.written.is_literal,
        )
        for position, placed in enumerate(byline(shelf, entry, role), 1)
    )
