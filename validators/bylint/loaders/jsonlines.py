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
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

from bylint.edits import Edit
from bylint.errors import plain_words
from bylint.finding import Change, Finding
from bylint.loaders import Loader, PersonChange, Record
from bylint.loaders._json_edits import can_be_written
from bylint.loaders._markup import BAD_MARKUP, TAB_IN_RECORD, markup_of, tabs_at
from bylint.loaders._splices import Splice
from bylint.loaders._text import Text
from bylint.loaders._wanted import edit_of, wanted_changes, wanted_places
from bylint.loaders.shared import BROKEN_FILE, BROKEN_RECORD, brief, broken_file
from bylint.model import Authorship, Location, Name, Paper, Person, Span, Variant, Venue

if TYPE_CHECKING:
    from pydantic import ValidationError

    from bylint.loaders._jsonlines_forms import AuthorshipForm, NameForm, PaperForm, PersonForm
    from bylint.loaders._record_trees import JsonTree

_ID = re.compile(r'"(?:id|person)"\s*:\s*"((?:[^"\\]|\\.)*+)"')
_IS_PERSON = re.compile(r'"person"\s*:')
_IS_VENUE = re.compile(r'"venue"\s*:')
_TAB = re.compile(r"(?<!\\)(?:\\\\)*\\t")
_FIELD_OF = {
    "affiliation": "affiliations",
    "variant": "variants",
    "volume_id": "volume",
    "is_front_matter": "front_matter",
}
"""What a line calls the parts that records call otherwise."""
_MAY_BE_ADDED = frozenset(
    ["abstract", "comment", "degree", "doi", "first", "id", "key", "language", "openreview", "orcid", "pages", "title"]
)
"""Parts that hold text and may be left out of a line."""


def recognises(path: str, head: bytes) -> bool:  # noqa: ARG001 - every loader is handed both
    """Whether a file's name says that it is JSON Lines."""
    return path.endswith((".jsonl", ".ndjson"))


def read(path: str, data: bytes) -> Iterator[Record]:
    """The papers and people of a file, in its order; a line that cannot be read is a finding."""
    from pydantic import ValidationError

    try:
        lines = data.decode("utf-8-sig").split("\n")
    except UnicodeDecodeError as error:
        yield broken_file(path, f"not UTF-8: {error.reason}", data.count(b"\n", 0, error.start) + 1)
        return
    if not any(line.strip() for line in lines):
        yield broken_file(path, "the file is empty")
        return
    tabs = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            record = _record(path, line)
        except ValidationError as error:
            yield _broken(path, number, line, error)
            continue
        yield record
        if isinstance(record, Paper):
            yield from markup_of(record)
        if "\\t" in line and _TAB.search(line):
            tabs.append(Location(path, record.id))
    yield from tabs_at(tabs)


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


def _record(path: str, line: str) -> Paper | Person | Venue:
    """The record of one line. Raises pydantic's ValidationError."""
    from bylint.loaders._jsonlines_forms import PAPER, PERSON, VENUE

    if _IS_PERSON.search(line):
        return _person(path, PERSON.validate_json(line))
    if _IS_VENUE.search(line):
        return Venue(VENUE.validate_json(line).venue, path)
    return _paper(path, PAPER.validate_json(line))


def _name(form: "NameForm") -> Name:
    return Name(form.first or None, form.last)


def _byline(path: str, paper: str, role: str, forms: "Sequence[AuthorshipForm]") -> tuple[Authorship, ...]:
    return tuple(
        Authorship(
            _name(form),
            paper,
            position,
            role,
            path,
            form.id,
            form.orcid,
            form.affiliations,
            tuple(Variant(variant.script, _name(variant)) for variant in form.variants),
            form.openreview,
        )
        for position, form in enumerate(forms, 1)
    )


def _paper(path: str, form: "PaperForm") -> Paper:
    return Paper(
        form.id,
        form.title,
        form.year,
        path,
        _byline(path, form.id, "author", form.authors),
        _byline(path, form.id, "editor", form.editors),
        form.venues,
        form.volume,
        form.abstract,
        form.doi,
        form.pages,
        form.key,
        form.language,
        form.front_matter,
    )


def _person(path: str, form: "PersonForm") -> Person:
    return Person(
        form.person,
        tuple(dict.fromkeys(map(_name, form.names))),
        path,
        form.orcid,
        form.degree,
        form.comment,
        form.similar,
        form.verified,
        form.matches_by_name,
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

    text = Text(data)
    people = []
    start = 0
    for line in text.content.split("\n"):
        if _IS_PERSON.search(line):
            try:
                record = _record("", line)
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

    if not any("\\" in match[1] or match[1] in wanted for match in _ID.finditer(line)):
        return ""
    try:
        return _record("", line).id
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
    endings=(".jsonl", ".ndjson"),
    recognises=recognises,
    read=read,
    locate=locate,
    edit=edit,
    enter=enter,
    checks=(BAD_MARKUP, BROKEN_FILE, BROKEN_RECORD, TAB_IN_RECORD),
)
