"""Changes in a BibTeX file, made byte for byte.

What replaces a text is written as the file writes its letters: as they are, or, where the file has nothing but ASCII or
is not in Unicode, as LaTeX. A change is made only where reading the field again gives what was asked for, and every
other name as it was.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from bylint.edits import Edit
from bylint.finding import Change
from bylint.loaders._bibtex_blocks import Blocks, Entry, Field, blocks
from bylint.loaders._bibtex_names import WrittenName, name_list
from bylint.loaders._bibtex_records import FIELDS, Placed, byline, identified
from bylint.loaders._bibtex_values import Shelf, parts
from bylint.loaders._latex import Written, in_latex, printed
from bylint.loaders._splices import Splice, spliced
from bylint.loaders._wanted import edit_of, wanted_changes

_BRACED_LETTER = re.compile(r"\{\\[`'^~=.\"]\{\w\}\}")
_PLAIN_LETTER = re.compile(r"\{\\[`'^~=.\"]\w\}")
_VERBATIM = frozenset({"doi", "eprint", "url"})
"""Fields in which `_` and `%` stand for themselves."""


class _Style(NamedTuple):
    """How a file writes letters beyond ASCII."""

    in_ascii: bool
    braced_letter: bool


def edit(data: bytes, changes: Sequence[Change]) -> Mapping[Change, Edit]:
    """The edit of each change that can be made; where two papers share the editors of a volume, one edit makes both."""
    wanted = wanted_changes(changes)
    try:
        shelf = Shelf(blocks(data))
    except ImportError:
        return {}
    found = shelf.blocks
    style = _style(found)
    made: dict[Change, Edit] = {}
    met: set[Splice] = set()
    path = changes[0].location.path if changes else ""
    for record, entry in identified(path, found.entries):
        for change in wanted.get(record, ()):
            splice = _splice(shelf, entry, change, style)
            if splice is None:
                continue
            if splice in met:  # made already, for another paper of the volume
                splice = Splice(splice.end, splice.end, "")
            met.add(splice)
            made[change] = edit_of(found.text, splice)
    return made


def _style(found: Blocks) -> _Style:
    is_unicode = not found.text.content.isascii() and found.content == found.text.content
    braced = len(_BRACED_LETTER.findall(found.content)) > len(_PLAIN_LETTER.findall(found.content))
    return _Style(in_ascii=not is_unicode, braced_letter=braced)


def _splice(shelf: Shelf, entry: Entry, change: Change, style: _Style) -> Splice | None:
    place = change.location
    if not place.byline:
        names = FIELDS.get(place.field, ()) if place.field != "id" else ()
        field = next((entry.fields[name] for name in names if name in entry.fields), None)
        return _of_text(shelf.blocks, field, place.field, change, style) if field else None
    names_there = byline(shelf, entry, place.byline)
    if not 1 <= place.position <= len(names_there) or place.field not in {"first", "last"}:
        return None
    return _of_name(shelf.blocks, names_there[place.position - 1], change, style)


def _of_text(found: Blocks, field: Field, part: str, change: Change, style: _Style) -> Splice | None:
    """Another text for a field that is one text and no macro."""
    inside = list(parts(found.content, field))
    if len(inside) != 1 or inside[0].macro or not change.new:
        return None
    start, end, _ = inside[0]
    written = printed(found.content, start, end).stripped()
    if written.text != change.old:
        return None
    splice = spliced(written.signs, change.new, start)
    new = splice.new if part in _VERBATIM and splice.new.isascii() else _latex(splice.new, style)
    if new is None or (set(new) & set('{}\\"') and part in _VERBATIM):
        return None
    splice = splice._replace(new=new)
    after = found.content[start : splice.start] + new + found.content[splice.end : end]
    is_read = printed(after, 0, len(after)).stripped().text == change.new
    return splice if is_read and _is_closed(after, found.content[field.start]) else None


def _latex(text: str, style: _Style) -> str | None:
    return in_latex(text, in_ascii=style.in_ascii, braced_letter=style.braced_letter)


def _is_closed(text: str, opening: str) -> bool:
    """Whether a text ends where its quotation mark or brace does."""
    depth = 0
    for sign in re.findall(r'(?<!\\)[{}"]', text):
        depth += (sign == "{") - (sign == "}")
        if depth < 0 or (sign == '"' == opening and depth == 0):
            return False
    return depth == 0


def _of_name(found: Blocks, name: Placed, change: Change, style: _Style) -> Splice | None:
    """Another first or last name, where the other names of the list stay as they are."""
    inside = list(parts(found.content, name.field))
    part = next((part for part in inside if part.start <= name.written.start and name.written.end <= part.end), None)
    if part is None or part.macro or name.written.fault:
        return None
    beside = found.content[part.start : name.written.start] + found.content[name.written.end : part.end]
    for splice in _ways(found.content, name.written, change, style, with_comma="," in beside):
        if splice.start <= splice.end and _does(found, name, part, change, splice):
            return splice
    return None


def _ways(content: str, name: WrittenName, change: Change, style: _Style, *, with_comma: bool) -> Iterator[Splice]:
    """The splices that may make a change, the best first; `with_comma` puts a first name behind the last one."""
    written = name.first if change.location.field == "first" else name.last
    new = _latex(change.new, style)
    if written.text != change.old or new is None or (not change.new and not written.text):
        return
    if not written.text:
        before, behind = Splice(name.start, name.start, f"{new} "), Splice(name.end, name.end, f", {new}")
        yield from (behind, before) if with_comma else (before, behind)
        return
    if not change.new:
        yield from _without(content, name, written)
        return
    if name.is_literal:
        yield Splice(name.start, name.end, new)
    splice = spliced(written.signs, change.new, name.start)
    letters = _latex(splice.new, style)
    if letters is not None:
        yield splice._replace(new=letters)
    start, end = min(written.starts), max(written.ends)
    yield Splice(start, end, new)
    yield Splice(start, end, f"{{{new}}}")


def _without(content: str, name: WrittenName, written: Written) -> Iterator[Splice]:
    """What takes a first name out: with the space behind it, or with the comma before it."""
    start, end = min(written.starts), max(written.ends)
    yield Splice(start, end + len(content[end : name.end]) - len(content[end : name.end].lstrip()), "")
    before = content[name.start : start].rstrip()
    yield Splice(name.start + len(before.removesuffix(",").rstrip()), name.end, "")


def _does(found: Blocks, name: Placed, part: tuple[int, int, str], change: Change, splice: Splice) -> bool:
    """Whether a list of names is the same after a splice, but for the one that was to change."""
    start, end, _ = part
    before = found.content[start:end]
    after = found.content[start : splice.start] + splice.new + found.content[splice.end : end]
    if not _is_closed(after, found.content[start - 1]):
        return False
    names = [item for item in name_list(before, printed(before, 0, len(before))).items if isinstance(item, WrittenName)]
    now = [item for item in name_list(after, printed(after, 0, len(after))).items if isinstance(item, WrittenName)]
    expected = [
        tuple(
            change.new if item.start + start == name.written.start and field == change.location.field else text
            for field, text in (("first", item.first.text), ("last", item.last.text))
        )
        for item in names
    ]
    is_meant = [(item.first.text, item.last.text) for item in now] == expected
    return is_meant and [item.fault for item in now] == [item.fault for item in names]
