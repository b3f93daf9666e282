"""Entries of a people database in YAML."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bylint.loaders._person_fields import EntryForm, FieldChange, field_before, field_order
from bylint.loaders._splices import Splice
from bylint.loaders._trees import Pairs, Place, parse_yaml
from bylint.loaders._yaml_layout import Layout


class YamlPeople:
    """Writes entries of one text that parses as YAML, each of which begins on a line of its own."""

    def __init__(self, content: str, form: EntryForm, entries: Sequence[Pairs]) -> None:
        self._content = content
        self._form = form
        self._entries = entries
        self._order = field_order(form, [[key for key, _ in entry] for entry in entries])
        self._places: dict[tuple[str | int | None, ...], Place] = {}
        tree: Any = parse_yaml(content, self._places)
        self._tops = [key for key, _ in tree] if form is EntryForm.BY_ID else list(range(len(tree)))
        self._starts = self._line_starts()
        self._line_end = "\r\n" if "\r\n" in content else "\n"

    def _line_starts(self) -> list[int]:
        """Where the line of each entry begins; nothing where the entries do not begin on lines of their own."""
        if not self._tops or self._content.lstrip().startswith(("{", "[")):
            return []
        first = self._places[(self._tops[0], None) if self._form is EntryForm.BY_ID else (0,)][0]
        begin = self._content[self._content.rfind("\n", 0, first) + 1 : first]
        of_entry = re.compile(rf"^{re.escape(begin)}(?!---|\.\.\.)[^\s#]", re.MULTILINE)
        starts = [match.start() for match in of_entry.finditer(self._content)]
        return starts if len(starts) == len(self._tops) and not begin.strip(" -") else []

    def added(self, after: int, person_id: str, fields: Mapping[str, Any]) -> Sequence[Splice]:
        """What puts an entry behind another one; -1: before all."""
        if not self._starts:
            return []
        layout = self._layout(max(after, 0))
        in_order = {field: fields[field] for field in self._order if field in fields}
        lines = layout.entry(in_order, person_id if self._form is EntryForm.BY_ID else None)
        if after < 0:
            return [Splice(self._starts[0], self._starts[0], self._lines(lines))]
        return [self._below(self._end(after), lines)]

    def changed(self, number: int, changes: Sequence[FieldChange]) -> Sequence[Splice]:
        """What changes fields of an entry."""
        if not self._starts:
            return []
        in_order = sorted(changes, key=lambda change: self._order.index(change.field))
        made = [list(self._of_field(number, change)) for change in in_order]
        return [splice for splices in made for splice in splices] if all(made) else []

    def removed(self, numbers: Sequence[int]) -> Mapping[int, Splice]:
        """What takes each of some entries out, all of them together; nothing where none would be left."""
        if not self._starts or len(set(numbers)) == len(self._starts):
            return {}
        return {number: Splice(self._starts[number], self._end(number), "") for number in numbers}

    def _of_field(self, number: int, change: FieldChange) -> Iterator[Splice]:
        top = self._tops[number]
        written = [key for key, _ in self._entries[number]]
        layout = self._layout(number)
        field, old, new = change
        if field not in written:
            before = field_before(field, written, self._order)
            if before is None:
                start = self._content.rfind("\n", 0, self._places[top, written[0], None][0]) + 1
                yield Splice(start, start, self._lines(layout.field(field, new)))
            else:
                yield self._below(self._end(number, before), layout.field(field, new))
            return
        value = self._places[top, field]
        if isinstance(old, list) and isinstance(new, list) and old and new[: len(old)] == old:
            items = len(dict(self._entries[number])[field])
            last = self._places[top, field, items - 1]
            if layout.has_brackets(field):
                yield Splice(last[1], last[1], "".join(f", {layout.inline(item)}" for item in new[len(old) :]))
            else:
                end = self._end_of(last[0], last[1])
                yield self._below(end, [line for item in new[len(old) :] for line in layout.item(field, item)])
        elif new is not None and "\n" not in self._content[slice(*value)]:
            yield Splice(*value, layout.inline(new))

    def _layout(self, number: int) -> Layout:
        return Layout.of(self._content, self._places, self._tops[number], self._entries[number])

    def _lines(self, lines: Sequence[str]) -> str:
        return "".join(line + self._line_end for line in lines)

    def _below(self, end: int, lines: Sequence[str]) -> Splice:
        """Lines put in where a line ends; the last one of a file may end without saying so."""
        if end and self._content[end - 1] != "\n":
            return Splice(end, end, self._line_end + self._lines(lines).removesuffix(self._line_end))
        return Splice(end, end, self._lines(lines))

    def _end(self, number: int, field: str | None = None) -> int:
        """Where the lines of an entry, or of one of its fields, end."""
        ends = self._starts[number + 1] if number + 1 < len(self._starts) else len(self._content)
        if field is None:
            return self._end_of(self._starts[number], ends)
        place = self._places[self._tops[number], field]
        return self._end_of(place[0], min(ends, max(place)))

    def _end_of(self, start: int, end: int) -> int:
        """Where the line ends in which the last thing of a stretch is said; comments and empty lines say nothing."""
        said = start
        for line in self._content[start:end].splitlines(keepends=True):
            start += len(line)
            if line.strip() not in {"", "..."} and not line.lstrip().startswith("#"):
                said = start - len(line) + len(line.rstrip())
        line_end = self._content.find("\n", said)
        return len(self._content) if line_end < 0 else line_end + 1
