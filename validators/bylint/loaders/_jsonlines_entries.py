"""Lines of people in JSON Lines put in, changed and taken out, byte for byte."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from bylint.edits import Edit
from bylint.loaders import PersonChange
from bylint.loaders._json_edits import writes_escapes
from bylint.loaders._json_layout import laid_out
from bylint.loaders._json_people import changed_fields
from bylint.loaders._people_order import Order
from bylint.loaders._person_fields import FIELDS, EntryForm, field_changes, fields_of
from bylint.loaders._splices import Splice
from bylint.loaders._text import Text
from bylint.loaders._wanted import edit_of
from bylint.model import Person


class PersonLine(NamedTuple):
    """A line that lists a person."""

    id: str
    start: int
    """The first character, from 0."""
    line: str
    """Without its end."""

    @property
    def end(self) -> int:
        """The character after its last one."""
        return self.start + len(self.line)


def enter_lines(
    text: Text, people: Sequence[PersonLine], changes: Sequence[PersonChange]
) -> Mapping[PersonChange, tuple[Edit, ...]]:
    """The edits of each change that can be made; of lines with one id, in the first."""
    made = {}
    for change, splices in _splices(text.content, people, changes):
        made[change] = tuple(edit_of(text, splice) for splice in splices)
    return made


def _splices(
    content: str, people: Sequence[PersonLine], changes: Sequence[PersonChange]
) -> Iterator[tuple[PersonChange, Sequence[Splice]]]:
    in_ascii = writes_escapes(content)
    by_id = {person.id: person for person in reversed(people)}
    gone = {by_id[change.old.id] for change in changes if change.old and not change.new and change.old.id in by_id}
    kept = [person for person in people if person not in gone]
    order = Order([person.id for person in kept])
    for change in sorted(changes, key=lambda change: change.new.id if change.new else ""):
        old, new = change
        if old is None and new is not None:
            yield change, [_added(content, kept, order, new, in_ascii=in_ascii)]
        elif old is not None and old.id in by_id:
            line = by_id[old.id]
            splices = [_removed(content, line)] if new is None else _changed(line, old, new, in_ascii=in_ascii)
            if splices:
                yield change, splices


def _added(content: str, people: Sequence[PersonLine], order: Order, new: Person, *, in_ascii: bool) -> Splice:
    """A line behind that of the person who comes before, or else behind all lines."""
    number = order.position(new.id) - 1
    fields = fields_of(new, EntryForm.LINE)
    if not people:
        body = json.dumps(fields, ensure_ascii=in_ascii)
        is_ended = not content or content.endswith("\n")
        return Splice(len(content), len(content), body + "\n" if is_ended else "\n" + body)
    near = people[max(number, 0)]
    indent = len(near.line) - len(near.line.lstrip())
    body = laid_out(fields, near.line, (indent, len(near.line.rstrip())), in_ascii=in_ascii)
    end = "\r\n" if near.line.endswith("\r") else "\n"
    if number < 0:
        return Splice(near.start, near.start, body + end)
    at = near.end - near.line.endswith("\r")
    return Splice(at, at, end + body)


def _removed(content: str, line: PersonLine) -> Splice:
    if line.end < len(content):
        return Splice(line.start, line.end + 1, "")
    return Splice(max(line.start - 1, 0), line.end, "")


def _changed(line: PersonLine, old: Person, new: Person, *, in_ascii: bool) -> list[Splice]:
    before, after = fields_of(old, EntryForm.LINE) or {}, fields_of(new, EntryForm.LINE) or {}
    indent = len(line.line) - len(line.line.lstrip())
    splices = changed_fields(
        line.line,
        (indent, len(line.line.rstrip())),
        list(field_changes(before, after)),
        FIELDS[EntryForm.LINE],
        in_ascii=in_ascii,
    )
    return [Splice(splice.start + line.start, splice.end + line.start, splice.new) for splice in splices]
