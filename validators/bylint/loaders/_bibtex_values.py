"""What a field of a BibTeX file says: its parts, its macros, and what other entries give to it."""

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from bylint.loaders._bibtex_blocks import Blocks, Entry, Field
from bylint.loaders._latex import NOTHING, Written, joined, printed, printed_text

if TYPE_CHECKING:
    from bylint.loaders._bibtex_names import NameList

_MARK = re.compile(r'(?<!\\)[{}"]')
_BARE = re.compile(r'[^\s#%,{}"]+')
_BETWEEN = re.compile(r"(?:[\s#]|%[^\n]*(?:\n|\Z))*")
_DEEPEST = 10
_LONGEST_MACRO = 1 << 16
"""Letters; macros that are made of macros could grow without end."""
_OF_PARENT: Mapping[str, tuple[str, ...]] = {
    "booktitle": ("booktitle", "title", "maintitle"),
    "date": ("date",),
    "doi": (),
    "editor": ("editor",),
    "journal": ("journal",),
    "journaltitle": ("journaltitle",),
    "series": ("series",),
    "year": ("year",),
}
"""What a cross-reference gives to a field, from which fields of the other entry; others are not inherited."""


class Part(NamedTuple):
    """One of the parts that `#` joins to a value, without quotation marks or braces."""

    start: int
    end: int
    macro: str = ""
    """The name of a macro; empty for a text."""


def parts(content: str, field: Field) -> Iterator[Part]:
    """The parts of a value; what is no part ends it."""
    at = field.start
    while (at := _BETWEEN.match(content, at, field.end).end()) < field.end:  # type: ignore[union-attr]
        if content[at] in '{"':
            end = _closing(content, at, field.end)
            yield Part(at + 1, end)
            at = end + 1
        elif bare := _BARE.match(content, at, field.end):
            at = bare.end()
            yield Part(*bare.span()) if bare[0].isdecimal() else Part(*bare.span(), bare[0].lower())
        else:
            return


def _closing(content: str, start: int, end: int) -> int:
    """Where the text that begins with a brace or a quotation mark ends."""
    depth = 0
    in_quotes = content[start] == '"'
    for match in _MARK.finditer(content, start + 1, end):
        sign = match[0]
        if depth <= 0 and sign == ('"' if in_quotes else "}"):
            return match.start()
        depth += (sign == "{") - (sign == "}")
    return end


class _Macro(NamedTuple):
    """What a macro stands for."""

    written: Written
    undefined: dict[str, None]


class Shelf:
    """The entries of a file by key, and which field of which entry says what of one of them."""

    def __init__(self, blocks: Blocks) -> None:
        self.blocks = blocks
        self.lists: dict[Field, NameList] = {}
        """Lists of names that were read a moment ago."""
        self._macros: dict[str, _Macro] = {}
        for name, field in blocks.macros:  # each may name those before it, as in BibTeX
            self._macros[name] = _Macro(self.letters(field).part(0, _LONGEST_MACRO), self.undefined(field))
        self._by_key: dict[str, Entry] = {}
        for entry in blocks.entries:
            for key in (entry.key, *self._words(entry.fields.get("ids"))):
                self._by_key.setdefault(key.lower(), entry)

    def entry(self, key: str) -> Entry | None:
        """The first entry of a key."""
        return self._by_key.get(key.lower())

    def field(self, entry: Entry, *names: str) -> Field | None:
        """The first of some fields that an entry has: its own, that of its data, or that of its cross-reference."""
        for name in names:
            found = self._own(entry, name)
            if found is not None:
                return found
        parent = self.parent(entry)
        if parent is None:
            return None
        theirs = (self._own(parent, given) for name in names for given in _OF_PARENT.get(name, ()))
        return next(filter(None, theirs), None)

    def parent(self, entry: Entry) -> Entry | None:
        """The entry that a cross-reference names."""
        field = self._own(entry, "crossref")
        keys = self._words(field) if field is not None else ()
        found = self.entry(keys[0]) if keys else None
        return None if found is entry else found

    def text(self, field: Field | None) -> str:
        """What a field says, on one line; empty for none."""
        if field is None:
            return ""
        content = self.blocks.content
        texts = (
            self._macro(part.macro).written.text if part.macro else printed_text(content, part.start, part.end)
            for part in parts(content, field)
        )
        return " ".join("".join(texts).split())

    def letters(self, field: Field) -> Written:
        """What a field says, with its places; what a macro stands for is written where the macro is named."""
        texts: list[Written] = []
        for part in parts(self.blocks.content, field):
            if part.macro:
                written = self._macro(part.macro).written
                size = len(written.text)
                texts.append(Written(written.text, [part.start] * size, [part.end] * size, written.depths))
            else:
                texts.append(printed(self.blocks.content, part.start, part.end))
        return joined(texts)

    def undefined(self, field: Field) -> dict[str, None]:
        """The macros in a field, or in those that it names, that the file does not define, in order."""
        found: dict[str, None] = {}
        for part in parts(self.blocks.content, field):
            if part.macro:
                found.update(self._macro(part.macro).undefined)
        return found

    def _macro(self, name: str) -> _Macro:
        """What a macro stands for: nothing, where the file does not define it."""
        return self._macros.get(name) or _Macro(NOTHING, {name: None})

    def _own(self, entry: Entry, name: str) -> Field | None:
        """A field of an entry or of the data entries that it names, the nearest first."""
        found = entry.fields.get(name)
        if found is not None or name == "xdata" or "xdata" not in entry.fields:
            return found
        seen = {entry.start}
        waiting = [entry]
        for at in waiting:  # grows while it is gone through
            if name in at.fields:
                return at.fields[name]
            for key in self._words(at.fields.get("xdata")):
                data = self.entry(key)
                if data is not None and data.start not in seen:
                    seen.add(data.start)
                    waiting.append(data)
        return None

    def _words(self, field: Field | None) -> list[str]:
        """The keys in a field, between commas."""
        return [key for key in (part.strip() for part in self.text(field).split(",")) if key]
