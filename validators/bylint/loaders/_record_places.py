"""Where the papers of a file stand in it, part by part, and other text for these parts."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from typing import TypeVar

from bylint.edits import Edit
from bylint.finding import Change
from bylint.loaders._forms import Entry, Form, Part, entries, first_path, name_of, name_parts, text_at
from bylint.loaders._json_edits import can_be_written
from bylint.loaders._record_trees import Path
from bylint.loaders._records import Standing, standing
from bylint.loaders._splices import Splice
from bylint.loaders._text import Text
from bylint.loaders._trees import Place, TreeError
from bylint.loaders._wanted import edit_of, wanted_changes, wanted_places
from bylint.loaders._whole_names import whole_name
from bylint.model import Location, Span

_NAME_FIELDS = ("first", "last")
Wanted = TypeVar("Wanted")


def locate_records(form: Form, data: bytes, locations: Sequence[Location]) -> Mapping[Location, Span]:
    """The span of each location that can be found; of records with one id, in the first."""
    text = Text(data)
    found, wanted = wanted_places(text, locations)
    for record, places in _standing(form, text, locations[0].path if locations else "", wanted):
        for place in places:
            if place not in found:
                with suppress(RecursionError):
                    found[place] = text.span(*_place(form, record, place))
    return found


def edit_records(form: Form, data: bytes, changes: Sequence[Change]) -> Mapping[Change, Edit]:
    """The edit of each change that can be made; of records with one id, in the first one that has the old text."""
    text = Text(data)
    wanted = wanted_changes(changes, can_be_written)
    made: dict[Change, Edit] = {}
    for record, of_record in _standing(form, text, changes[0].location.path if changes else "", wanted):
        for change in of_record:
            splice = None
            with suppress(RecursionError):
                splice = None if change in made else _splice(form, record, change)
            if splice is not None:
                made[change] = edit_of(text, splice)
    return made


def _standing(
    form: Form, text: Text, path: str, wanted: Mapping[str, Sequence[Wanted]]
) -> Iterator[tuple[Standing, Sequence[Wanted]]]:
    """The records that something is wanted of; none of a file that has changed and cannot be read any more."""
    try:
        for record in standing(form, path, text.content) if wanted else ():
            if isinstance(record, Standing) and record.id in wanted:
                yield record, wanted[record.id]
    except TreeError:
        return


def _place(form: Form, found: Standing, location: Location) -> Place:
    """The nearest thing that is written around a location."""
    if not location.byline:
        return found.tree.place((*found.path, *first_path(found.record, form.fields.get(location.field, ()))))[0]
    entry = _entry(form, found, location)
    if entry is None:
        byline = first_path(found.record, form.bylines.get(location.byline, ()))
        return found.tree.place((*found.path, *byline))[0]
    own = (*found.path, *entry.path)
    if location.field in form.parts:
        return found.tree.place((*own, *form.parts[location.field]))[0]
    names = form.names(entry.value)
    if location.field in _NAME_FIELDS:
        parts = name_parts(names, entry.value, location.field)
        longest = max(parts, key=lambda part: part.end - part.start, default=None)
        return _part_place(found, entry, longest) if longest else found.tree.place(own)[0]
    both = [part for field in _NAME_FIELDS for part in name_parts(names, entry.value, field)]
    return found.tree.place((*own, *(both[0].path if len({part.path for part in both}) == 1 else ())))[0]


def _entry(form: Form, found: Standing, location: Location) -> Entry | None:
    """The entry that holds the name at a position of a byline."""
    named = [
        entry
        for entry in entries(form, found.record, location.byline)
        if name_of(form.names(entry.value), entry.value) is not None
    ]
    return named[location.position - 1] if 1 <= location.position <= len(named) else None


def _part_place(found: Standing, entry: Entry, part: Part) -> Place:
    """The value of a part, or the stretch of it that counts."""
    place, _ = found.tree.place((*found.path, *entry.path, *part.path))
    is_whole = part.start == 0 and part.end == len(text_at(entry.value, *part.path))
    return place if is_whole else found.tree.stretch(place, part.start, part.end)


def _splice(form: Form, found: Standing, change: Change) -> Splice | None:
    location = change.location
    if not location.byline:
        path: Path | None = first_path(found.record, form.fields.get(location.field, ()))
        return _value(found, path, change) if path else None
    entry = _entry(form, found, location)
    if entry is None:
        return None
    if location.field not in _NAME_FIELDS:
        path = form.parts.get(location.field)
        return _value(found, (*entry.path, *path), change) if path else None
    name = name_of(form.names(entry.value), entry.value)
    if name is None or change.old != ((name.first or "") if location.field == "first" else name.last):
        return None
    parts = name_parts(form.names(entry.value), entry.value, location.field)
    if not parts:
        return _first_added(form, found, entry, change)
    return _part_splice(form, found, entry, parts, change)


def _value(found: Standing, path: Path, change: Change) -> Splice | None:
    return found.tree.replaced((*found.path, *path), change.location.field, change.old, change.new)


def _part_splice(form: Form, found: Standing, entry: Entry, parts: Sequence[Part], change: Change) -> Splice | None:
    """What changes the one of the parts that has to change."""
    texts = [text_at(entry.value, *part.path)[part.start : part.end] for part in parts]
    for number, part in enumerate(parts):
        before = "".join(f"{text} " for text in texts[:number])
        behind = "".join(f" {text}" for text in texts[number + 1 :])
        new = change.new
        if len(new) < len(before) + len(behind) or not (new.startswith(before) and new.endswith(behind)):
            continue
        own = new[len(before) : len(new) - len(behind)]
        path = (*entry.path, *part.path)
        if part.path not in form.names(entry.value).whole:
            is_last = change.location.field == "last" and not own.strip()
            return None if is_last else found.tree.replaced((*found.path, *path), "first", texts[number], own)
        return _stretch_splice(found, entry, part, change, own)
    return None


def _stretch_splice(found: Standing, entry: Entry, part: Part, change: Change, own: str) -> Splice | None:
    """What changes one half of a name that is written as one text, where the other half stays what it was."""
    text = text_at(entry.value, *part.path)
    end = part.end + (not own and text.startswith(" ", part.end))
    name = whole_name(text)
    wanted = name._replace(first=own or None) if change.location.field == "first" else name._replace(last=own)
    if whole_name(text[: part.start] + own + text[end:]) != wanted:
        return None
    return found.tree.stretch_replaced((*found.path, *entry.path, *part.path), part.start, end, own)


def _first_added(form: Form, found: Standing, entry: Entry, change: Change) -> Splice | None:
    """What puts a first name where none is written."""
    names = form.names(entry.value)
    name = name_of(names, entry.value)
    for path in names.whole:
        if name is not None and text_at(entry.value, *path) == name.last:
            is_read_so = whole_name(f"{change.new} {name.last}") == name._replace(first=change.new)
            own = (*found.path, *entry.path, *path)
            return found.tree.stretch_replaced(own, 0, 0, f"{change.new} ") if is_read_so else None
    last = name_parts(names, entry.value, "last")
    has_parts = bool(names.first) and all(part.path in names.last for part in last)
    return _value(found, (*entry.path, *names.first[0]), change) if has_parts else None
