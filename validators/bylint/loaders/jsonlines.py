"""
JSON Lines of papers: the plain format, for everybody whose own is not read.

One JSON object a line. A paper:

    {"id": "x-1", "title": "T", "year": 2020, "authors": [{"first": "Yang", "last": "Liu"}], "volume": "x"}

A person whom the repository knows:

    {"person": "yang-liu-umich", "names": [{"first": "Yang", "last": "Liu"}], "orcid": "0000-0002-1825-0097"}

Files end in `.jsonl` or `.ndjson`; the JSON Schema of a line is `schemas/papers.schema.json`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from bylint.checks import declare
from bylint.errors import plain_words
from bylint.finding import Finding, Severity
from bylint.loaders import Loader, Record
from bylint.loaders._text import Text
from bylint.loaders._trees import Place, json_places
from bylint.loaders.shared import BROKEN_FILE, brief, broken_file
from bylint.model import Authorship, Location, Name, Paper, Person, Span, Variant

if TYPE_CHECKING:
    from pydantic import ValidationError

    from bylint.loaders._jsonlines_forms import AuthorshipForm, NameForm, PaperForm, PersonForm

BROKEN_RECORD = declare(
    "broken-record",
    Severity.ERROR,
    """
A line is no JSON object of a paper or a person.

## Why it matters

The record is left out of the corpus, so nothing else is checked about it.

## What to do

Correct the part that is named; the JSON Schema of a line says what belongs where.
""",
)
_ID = re.compile(r'"(?:id|person)"\s*:\s*"((?:[^"\\]|\\.)*+)"')
_IS_PERSON = re.compile(r'"person"\s*:')
_FIELD_OF = {
    "affiliation": "affiliations",
    "variant": "variants",
    "volume_id": "volume",
    "is_front_matter": "front_matter",
}
"""What a line calls the parts that records call otherwise."""


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
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            yield _record(path, line)
        except ValidationError as error:
            yield _broken(path, number, line, error)


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


def _record(path: str, line: str) -> Paper | Person:
    """The record of one line. Raises pydantic's ValidationError."""
    from bylint.loaders._jsonlines_forms import PAPER, PERSON

    if _IS_PERSON.search(line):
        return _person(path, PERSON.validate_json(line))
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
    found = {place: text.span_of_line(place.line, place.column) for place in locations if not place.record}
    wanted: dict[str, list[Location]] = {}
    for place in locations:
        if place.record:
            wanted.setdefault(place.record, []).append(place)
    start = 0
    for line in text.content.split("\n") if wanted else ():
        for place in wanted.pop(_id(line, wanted), ()):
            found[place] = text.span(*_place(line, start, place))
        start += len(line) + 1
    return found


def _id(line: str, wanted: Mapping[str, object]) -> str:
    """The id of the record on a line, if there is one and it is wanted; most lines are not parsed for it."""
    from pydantic import ValidationError

    if not any("\\" in match[1] or match[1] in wanted for match in _ID.finditer(line)):
        return ""
    try:
        return _record("", line).id
    except ValidationError:
        return ""


def _place(line: str, start: int, place: Location) -> Place:
    """Where a location stands in its line; the nearest thing around it where it is not written."""
    around = len(line) - len(line.lstrip()), len(line.rstrip())
    path: list[str | int] = [f"{place.byline}s", place.position - 1] if place.byline else []
    if place.field:
        path.append(_FIELD_OF.get(place.field, place.field))
    for part in path:
        inner = {key: value for key, _, value in json_places(line, around[0])} if line[around[0]] in "[{" else {}
        if part not in inner:
            break
        around = inner[part]
    return start + around[0], start + around[1]


LOADER = Loader(
    name="jsonlines",
    page=__doc__,
    endings=(".jsonl", ".ndjson"),
    recognises=recognises,
    read=read,
    locate=locate,
    checks=(BROKEN_FILE, BROKEN_RECORD),
)
