"""Entries of a people database in JSON."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bylint.loaders._json_edits import writes_escapes
from bylint.loaders._json_layout import laid_out, with_part, without_parts
from bylint.loaders._person_fields import EntryForm, FieldChange, field_before, field_order
from bylint.loaders._splices import Splice
from bylint.loaders._trees import Pairs, Place, json_places


class JsonPeople:
    """Writes entries of one text that parses as JSON."""

    def __init__(self, content: str, form: EntryForm, entries: Sequence[Pairs]) -> None:
        self._content = content
        self._form = form
        self._order = field_order(form, [[key for key, _ in entry] for entry in entries])
        self._top = len(content) - len(content.lstrip()), len(content.rstrip())
        self._parts = list(json_places(content))
        self._in_ascii = writes_escapes(content)
        self._is_empty = not self._parts

    def added(self, after: int, person_id: str, fields: Mapping[str, Any]) -> Sequence[Splice]:
        """What puts an entry behind another one; -1: before all."""
        entry = {field: fields[field] for field in self._order if field in fields}
        key = person_id if self._form is EntryForm.BY_ID else None
        splice = with_part(self._content, self._top, self._parts, after, entry, key=key, in_ascii=self._in_ascii)
        return [splice] if self._parts else self._in_empty(*splice)

    def _in_empty(self, start: int, end: int, new: str) -> Sequence[Splice]:
        """What puts one entry after the other into an empty file; the first one comes with its bracket."""
        body = new.removesuffix("\n")
        if not self._is_empty:
            return [Splice(end, end, "," + (body if body.startswith("\n") else f" {body}"))]
        self._is_empty = False
        return [Splice(start, end, body), Splice(end, end + 1, new[len(body) :] + self._content[end])]

    def changed(self, number: int, changes: Sequence[FieldChange]) -> Sequence[Splice]:
        """What changes fields of an entry."""
        return changed_fields(self._content, self._parts[number][2], changes, self._order, in_ascii=self._in_ascii)

    def removed(self, numbers: Sequence[int]) -> Mapping[int, Splice]:
        """What takes each of some entries out, all of them together; nothing where none would be left."""
        if len(set(numbers)) == len(self._parts):
            return {}
        return dict(without_parts(self._content, self._top, numbers))


def changed_fields(
    content: str, entry: Place, changes: Sequence[FieldChange], order: Sequence[str], *, in_ascii: bool
) -> Sequence[Splice]:
    """What changes fields of an object."""
    in_order = sorted(changes, key=lambda change: order.index(change.field))
    return [splice for change in in_order for splice in _of_field(content, entry, change, order, in_ascii=in_ascii)]


def _of_field(
    content: str, entry: Place, change: FieldChange, order: Sequence[str], *, in_ascii: bool
) -> Iterator[Splice]:
    parts = list(json_places(content, entry[0]))
    written = [str(key) for key, _, _ in parts]
    field, old, new = change
    if field not in written:
        before = field_before(field, written, order)
        after = written.index(before) if before is not None else -1
        if new is not None:
            yield with_part(content, entry, parts, after, new, key=field, in_ascii=in_ascii)
        return
    place = parts[written.index(field)][2]
    if isinstance(old, list) and isinstance(new, list) and new[: len(old)] == old:
        items = list(json_places(content, place[0]))
        for item in new[len(old) :]:
            yield with_part(content, place, items, len(items) - 1, item, in_ascii=in_ascii)
    elif new is None:
        yield from (splice for _, splice in without_parts(content, entry, [written.index(field)]))
    else:
        yield Splice(*place, laid_out(new, content, place, in_ascii=in_ascii))
