"""Entries of the people databases put in, changed and taken out, byte for byte, in the order and style of the file."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Protocol

from bylint.edits import Edit
from bylint.loaders import PersonChange
from bylint.loaders._json_people import JsonPeople
from bylint.loaders._people_forms import variants_id
from bylint.loaders._people_order import Order
from bylint.loaders._person_fields import EntryForm, FieldChange, field_changes, fields_of
from bylint.loaders._splices import Splice
from bylint.loaders._text import Text
from bylint.loaders._trees import Pairs, TreeError, parse_json, parse_yaml
from bylint.loaders._wanted import edit_of
from bylint.loaders._yaml_people import YamlPeople


class _Writer(Protocol):
    """Writes the entries of one file, which it knows by their number from 0; what it cannot write is no splice."""

    def added(self, after: int, person_id: str, fields: Mapping[str, Any]) -> Sequence[Splice]:
        """What puts an entry behind another one; -1: before all."""

    def changed(self, number: int, changes: Sequence[FieldChange]) -> Sequence[Splice]:
        """What changes fields of an entry."""

    def removed(self, numbers: Sequence[int]) -> Mapping[int, Splice]:
        """What takes each of some entries out, all of them together."""


def enter(data: bytes, changes: Sequence[PersonChange]) -> Mapping[PersonChange, tuple[Edit, ...]]:
    """The edits of each change that can be made; of entries with one id, in the first."""
    text = Text(data)
    made = {}
    for change, splices in _splices(text.content, changes):
        made[change] = tuple(edit_of(text, splice) for splice in splices)
    return made


def _splices(content: str, changes: Sequence[PersonChange]) -> Iterator[tuple[PersonChange, Sequence[Splice]]]:
    kind: type[JsonPeople | YamlPeople] = JsonPeople
    try:
        tree = parse_json(content)
    except TreeError:
        try:
            tree, kind = parse_yaml(content), YamlPeople
        except TreeError:
            return
    if not isinstance(tree, list):
        return
    form = EntryForm.BY_ID if isinstance(tree, Pairs) else EntryForm.VARIANTS
    entries = [value if isinstance(value, Pairs) else Pairs() for value in _values(tree)]
    ids = [key for key, _ in tree] if isinstance(tree, Pairs) else [variants_id(entry) or "" for entry in entries]
    yield from _Entries(form, ids, entries, kind(content, form, entries)).splices(changes)


def _values(tree: Any) -> list[Any]:
    return [value for _, value in tree] if isinstance(tree, Pairs) else tree


class _Entries:
    """The entries of one file."""

    def __init__(self, form: EntryForm, ids: Sequence[str], entries: Sequence[Pairs], writer: _Writer) -> None:
        self._form = form
        self._ids = list(ids)
        self._number = {own_id: number for number, own_id in reversed(list(enumerate(ids)))}
        self._keys = self._ids if form is EntryForm.BY_ID else [_key(dict(entry).get("canonical")) for entry in entries]
        self._order = Order(self._keys)
        self._last = {key: number for number, key in enumerate(self._keys)}
        self._writes_degree = form is EntryForm.BY_ID or any(key == "degree" for entry in entries for key, _ in entry)
        self._writer = writer

    def splices(self, changes: Sequence[PersonChange]) -> Iterator[tuple[PersonChange, Sequence[Splice]]]:
        """What makes each change that can be made; new entries in the order of their ids."""
        known = [change for change in changes if change.old is None or change.old.id in self._number]
        gone = self._writer.removed([self._number[old.id] for old, new in known if old and new is None])
        for change in sorted(known, key=lambda change: change.new.id if change.new else ""):
            old, new = change
            if new is not None:
                splices = self._entered(old, new, gone)
            else:
                splices = [gone[number] for number in gone if old and number == self._number[old.id]]
            if splices:
                yield change, splices

    def _entered(self, old: Any, new: Any, gone: Mapping[int, Splice]) -> Sequence[Splice]:
        fields = fields_of(new, self._form, writes_degree=self._writes_degree)
        before = fields_of(old, self._form, writes_degree=self._writes_degree) if old else {}
        if fields is None or before is None:
            return []
        if old is not None:
            return self._writer.changed(self._number[old.id], list(field_changes(before, fields)))
        after = self._after(new.id if self._form is EntryForm.BY_ID else _key(fields["canonical"]))
        while after in gone:
            after -= 1
        return self._writer.added(after, new.id, fields)

    def _after(self, key: str) -> int:
        """The number of the entry behind which a new one belongs: behind its namesakes, or else in order."""
        if key in self._last:
            return self._last[key]
        return self._order.position(key) - 1


def _key(name: Any) -> str:
    """What a list of names is sorted by: the last name, then the first."""
    parts = dict(name) if isinstance(name, Pairs | dict) else {}
    return f"{parts.get('last') or ''}\0{parts.get('first') or ''}"
