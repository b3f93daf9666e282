"""
JSON Lines of papers: the plain format, for everybody whose own is not read.

One JSON object a line. A paper:

    {"id": "x-1", "title": "T", "year": 2020, "authors": [{"first": "Yang", "last": "Liu"}], "volume": "x"}

A person whom the repository knows:

    {"person": "yang-liu-umich", "names": [{"first": "Yang", "last": "Liu"}], "orcid": "0000-0002-1825-0097"}

A venue that the repository knows; with any of them, a paper of another is found:

    {"venue": "acl"}

Files end in `.jsonl` or `.ndjson`; the JSON Schema of a line is `schemas/papers.schema.json`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

from bylint.edits import Edit
from bylint.errors import plain_words
from bylint.finding import Change, Finding
from bylint.loaders import Lines, Loader, PersonChange, Record
from bylint.loaders._json_edits import can_be_written
from bylint.loaders._markup import BAD_MARKUP, TAB_IN_RECORD, markup_of, tabs_at
from bylint.loaders._splices import Splice
from bylint.loaders._text import Text, encoding_of
from bylint.loaders._wanted import edit_of, wanted_changes, wanted_places
from bylint.loaders.shared import BROKEN_FILE, BROKEN_RECORD, brief, broken_file
from bylint.model import Location, Paper, Person, Span

if TYPE_CHECKING:
    from pydantic import ValidationError

    from bylint.loaders._record_trees import JsonTree

ENDINGS = (".jsonl", ".ndjson")
_ID = re.compile(r'"(?:id|person)"\s*:\s*"((?:[^"\\]|\\.)*+)"')
_TAB = re.compile(r"(?<!\\)(?:\\\\)*\\t")
_FIELD_OF = {
    "affiliation": "affiliations",
    "variant": "variants",
    "volume_id": "volume",
    "is_front_matter": "front_matter",
    "is_literal": "literal",
}
"""What a line calls the parts that records call otherwise."""
_MAY_BE_ADDED = frozenset(
    ["abstract", "comment", "degree", "doi", "first", "id", "key", "language", "openreview", "orcid", "pages", "title"]
)
"""Parts that hold text and may be left out of a line."""


def recognises(path: str, head: bytes) -> bool:  # noqa: ARG001 - every loader is handed both
    """Whether a file's name says that it is JSON Lines."""
    return path.endswith(ENDINGS)


def read(path: str, data: bytes) -> Iterator[Record]:
    """The papers and people of a file, in its order; a line that cannot be read is a finding."""
    try:
        is_empty = not data.decode("utf-8-sig").strip()
    except UnicodeDecodeError as error:
        yield broken_file(path, f"not UTF-8: {error.reason}", data.count(b"\n", 0, error.start) + 1)
        return
    if is_empty:
        yield broken_file(path, "the file is empty")
        return
    tabs = []
    for record in read_lines(path, enumerate(data.split(b"\n"), 1)):
        if isinstance(record, Finding) and record.check == TAB_IN_RECORD.id:
            tabs.append(record)
        else:
            yield record
    yield from gathered(tabs)


def are_lines(path: str, head: bytes) -> bool:  # noqa: ARG001 - every loader is handed both
    """Whether a file is in UTF-8, as far as its first bytes show it."""
    return encoding_of(head)[0] == "utf-8"


def read_lines(path: str, lines: Iterable[tuple[int, bytes]]) -> Iterator[Record]:
    """The papers and people of lines, each with its number; each tab is told by itself."""
    from pydantic import ValidationError

    from bylint.loaders._jsonlines_records import record_of

    for number, data in lines:
        try:
            line = data.decode("utf-8" if number > 1 else "utf-8-sig")
        except UnicodeDecodeError as error:
            told = f"not UTF-8: {error.reason}"
            yield Finding(
                check=BROKEN_RECORD.id, message=told, location=Location(path, line=number, column=1), about=told
            )
            continue
        if not line.strip():
            continue
        try:
            record = record_of(path, line)
        except ValidationError as error:
            yield _broken(path, number, line, error)
            continue
        yield record
        if isinstance(record, Paper):
            yield from markup_of(record)
        if "\\t" in line and _TAB.search(line):
            yield from tabs_at([Location(path, record.id)])


def gathered(findings: Sequence[Finding]) -> Sequence[Finding]:
    """The findings of a file: one for all of its tabs."""
    tabs = [finding.location for finding in findings if finding.check == TAB_IN_RECORD.id and finding.location]
    return [*(finding for finding in findings if finding.check != TAB_IN_RECORD.id), *tabs_at(tabs)]


def _broken(path: str, number: int, line: str, error: "ValidationError") -> Finding:
    problem = error.errors(include_url=False, include_input=False, include_context=False)[0]
    place = brief(".".join(map(str, problem["loc"])))
    told, _, at = problem["msg"].partition(" at line 1 column ")
    message = brief(plain_words(told), 200)
    before = line.encode()[: int(at) - 1].decode(errors="ignore") if at.isdecimal() else ""
    return Finding(
        check=BROKEN_RECORD.id,
        message=f"{place}: {message}" if place else message,
        location=Location(path, line=number, column=len(before) + 1),
        about=f"{place} {line[:200]}",
    )


def locate(data: bytes, locations: Sequence[Location]) -> Mapping[Location, Span]:
    """The span of each location that can be found."""
    text = Text(data)
    found, wanted = wanted_places(text, locations)
    for start, line, places in _lines(text.content, wanted):
        for place in places:
            if place not in found:
                found[place] = text.span(*_tree(text.content, start, line).place(_path(place))[0])
    return found


def edit(data: bytes, changes: Sequence[Change]) -> Mapping[Change, Edit]:
    """The edit of each change that can be made; of records with one id, in the first one that has the old text."""
    text = Text(data)
    wanted = wanted_changes(changes, can_be_written)
    made: dict[Change, Edit] = {}
    for start, line, of_record in _lines(text.content, wanted):
        for change in of_record:
            splice = None if change in made else _splice(_tree(text.content, start, line), change)
            if splice is not None:
                made[change] = edit_of(text, splice)
    return made


def enter(data: bytes, changes: Sequence[PersonChange]) -> Mapping[PersonChange, Sequence[Edit]]:
    """The edits of each change of a person that can be made; a new one stands behind the others."""
    from pydantic import ValidationError

    from bylint.loaders._jsonlines_entries import PersonLine, enter_lines
    from bylint.loaders._jsonlines_records import IS_PERSON, record_of

    text = Text(data)
    people = []
    start = 0
    for line in text.content.split("\n"):
        if IS_PERSON.search(line):
            try:
                record = record_of("", line)
            except ValidationError:
                record = None
            if isinstance(record, Person):
                people.append(PersonLine(record.id, start, line))
        start += len(line) + 1
    return enter_lines(text, people, changes)


Wanted = TypeVar("Wanted")


def _lines(content: str, wanted: dict[str, list[Wanted]]) -> Iterator[tuple[int, str, list[Wanted]]]:
    """Where each line of a wanted record begins, the line, and what is wanted of it."""
    start = 0
    for line in content.split("\n") if wanted else ():
        record = _id(line, wanted)
        if record in wanted:
            yield start, line, wanted[record]
        start += len(line) + 1


def _id(line: str, wanted: Mapping[str, object]) -> str:
    """The id of the record on a line, if there is one and it is wanted; most lines are not parsed for it."""
    from pydantic import ValidationError

    from bylint.loaders._jsonlines_records import record_of

    if not any("\\" in match[1] or match[1] in wanted for match in _ID.finditer(line)):
        return ""
    try:
        return record_of("", line).id
    except ValidationError:
        return ""


def _path(place: Location) -> tuple[str | int, ...]:
    """The keys and numbers that lead to a place in its line."""
    byline = "names" if place.byline == "names" else f"{place.byline}s"
    field = (_FIELD_OF.get(place.field, place.field),) if place.field else ()
    return (byline, place.position - 1, *field) if place.byline else field


def _tree(content: str, start: int, line: str) -> "JsonTree":
    """The record on a line that begins at `start`."""
    from bylint.loaders._record_trees import JsonTree

    return JsonTree(content, None, start + len(line) - len(line.lstrip()))


def _splice(tree: "JsonTree", change: Change) -> Splice | None:
    path = _path(change.location)
    if path in {("id",), ("person",), ()}:
        return None
    field = str(path[-1])
    _, steps = tree.place(path)
    if steps < len(path) and field not in _MAY_BE_ADDED:
        return None
    return tree.replaced(path, field, change.old, change.new)


LOADER = Loader(
    name="jsonlines",
    page=__doc__,
    endings=ENDINGS,
    recognises=recognises,
    read=read,
    locate=locate,
    edit=edit,
    enter=enter,
    checks=(BAD_MARKUP, BROKEN_FILE, BROKEN_RECORD, TAB_IN_RECORD),
    lines=Lines(are_lines, read_lines, gathered),
)
