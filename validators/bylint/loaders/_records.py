"""Papers from the trees of a file, in any format that a Form describes."""

import json
import re
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from bylint.finding import Finding
from bylint.loaders import Record
from bylint.loaders._forms import Fields, Form, entries, follow, is_fixed, name_of
from bylint.loaders._markup import markup_of
from bylint.loaders._record_trees import Path, Tree, decoded, value_of
from bylint.loaders._rich_texts import plain_text
from bylint.loaders._slim_json import slim_reader
from bylint.loaders._trees import TreeError
from bylint.loaders.shared import BROKEN_RECORD, brief, broken_file, numbered
from bylint.model import Authorship, Location

_SURROGATE_ESCAPE = re.compile(r"\\u[dD][89a-fA-F]")


class Standing(NamedTuple):
    """A record of a file and where it stands."""

    record: Any
    """An object, or else whatever stands in the place of one."""
    tree: Tree
    path: Path
    """In the tree."""
    id: str
    """Of its paper."""


def read_records(form: Form, path: str, data: bytes) -> Iterator[Record]:
    """The papers of a file, in its order; a line, a record or a name that cannot be read is a finding."""
    try:
        text = decoded(data)
        may_be_broken = bool(_SURROGATE_ESCAPE.search(text))
        for found in standing(form, path, text):
            if isinstance(found, TreeError):
                yield _broken_line(path, found.line, found)
            else:
                yield from _read(form, path, found.record, found.id, may_be_broken=may_be_broken)
    except TreeError as error:
        yield broken_file(path, brief(str(error), 200), error.line, error.column)


def read_record_lines(form: Form, path: str, lines: Iterable[tuple[int, bytes]]) -> Iterator[Record]:
    """The same of lines, each with its number, that hold values of their own."""
    slim = slim_reader(form.shape) if form.shape else None
    for number, line in lines:
        data = line if number > 1 else line.removeprefix(BOM_UTF8)
        if not data or data.isspace():
            continue
        try:
            if not data.isascii():
                data.decode()  # msgspec looks only at what it reads
            value = slim(data) if slim else None
            if not (isinstance(value, dict) and form.is_record(value)):
                value = value_of(data.decode())
        except UnicodeDecodeError as error:
            yield _broken_line(path, number, TreeError(f"not UTF-8: {error.reason}", number))
        except TreeError as error:
            yield _broken_line(path, number, error)
        else:
            may_be_broken = b"\\u" in data and bool(_SURROGATE_ESCAPE.search(data.decode()))
            for record, _, paper_id in _standing_in(form, path, value, number):
                yield from _read(form, path, record, paper_id, may_be_broken=may_be_broken)


def standing(form: Form, path: str, text: str) -> Iterator[Standing | TreeError]:
    """The records in the text of a file; one that has no id has its line, or else its number. Raises TreeError."""
    for tree in form.trees(path, text):
        if isinstance(tree, TreeError):
            yield tree
        else:
            for record, steps, paper_id in _standing_in(form, path, tree.value, tree.line):
                yield Standing(record, tree, steps, paper_id)


def _standing_in(form: Form, path: str, value: Any, line: int) -> Iterator[tuple[Any, Path, str]]:
    """The records in a value, which is that of a line or, with 0 for it, of the whole file: with path and id."""
    for number, (steps, record) in enumerate(_records(form, value), 1):
        paper_id = form.id_of(record, steps) if isinstance(record, dict) else ""
        if not paper_id:
            paper_id = numbered(path, f"{line}.{number}" if line and number > 1 else line or number)
        yield record, steps, paper_id


def _read(form: Form, path: str, record: Any, paper_id: str, *, may_be_broken: bool) -> Iterator[Record]:
    if not isinstance(record, dict):
        yield _broken(Location(path, paper_id), f"{brief(paper_id)}: no paper stands here", paper_id)
    elif may_be_broken and not _can_be_written(record):
        told = "half of a surrogate pair stands alone"
        yield _broken(Location(path, paper_id), told, paper_id)
    else:
        yield from _paper(form, record, paper_id, path)


def _records(form: Form, value: Any) -> Iterator[tuple[Path, Any]]:
    """Everything that stands in the place of a record, with its path; None for a file in which nothing does."""
    is_of_form = False
    for path in form.records:
        found = follow(value, path)
        if isinstance(found, list):
            is_of_form = True
            yield from (((*path, number), item) for number, item in enumerate(found) if _may_be_record(form, item))
        elif isinstance(found, dict) and form.is_record(found):
            is_of_form = True
            yield path, found
        elif isinstance(found, dict) and form.is_keyed:
            parts = [(key, part) for key, part in found.items() if isinstance(part, dict) and form.is_record(part)]
            is_of_form = is_of_form or bool(parts)
            yield from (((*path, key), part) for key, part in parts)
    if not is_of_form and not (isinstance(value, dict) and form.others & value.keys()):
        yield (), None


def _may_be_record(form: Form, item: Any) -> bool:
    return form.is_record(item) if isinstance(item, dict) else item is not None


def _can_be_written(record: Fields) -> bool:
    try:
        json.dumps(record, ensure_ascii=False).encode()
    except (UnicodeEncodeError, RecursionError):
        return False
    return True


def _paper(form: Form, record: Fields, paper_id: str, path: str) -> Iterator[Record]:
    """The paper of a record, behind the findings about names that cannot be read."""
    paper = form.paper(record, paper_id, path)
    title, abstract = paper.title, paper.abstract
    if form.is_rich:
        title, abstract = plain_text(title), plain_text(abstract) if abstract else None
    else:
        yield from markup_of(paper)
    bylines: dict[str, list[Authorship]] = {}
    for role in form.bylines:
        byline = bylines[role] = []
        for entry in entries(form, record, role):
            names = form.names(entry.value)
            name = name_of(names, entry.value)
            if name is None:
                place = Location(path, paper_id, role)
                yield _broken(place, f"{role} {entry.number + 1}: no name", f"{paper_id} {role} {entry.number}")
                continue
            claims = form.claims(record, entry)
            authorship = Authorship(
                name,
                paper_id,
                len(byline) + 1,
                role,
                path,
                claims.person_id,
                claims.orcid,
                claims.affiliations,
                (),
                claims.openreview,
                is_fixed(names, entry.value, name),
            )
            byline.append(authorship)
            yield from form.remarks(record, entry, authorship)
    authors, editors = tuple(bylines["author"]), tuple(bylines.get("editor", ()))
    yield paper._replace(title=title, abstract=abstract, authorships=authors, editors=editors)


def _broken_line(path: str, line: int, error: TreeError) -> Finding:
    return _broken(Location(path, line=line, column=error.column), str(error), f"line {line}")


def _broken(place: Location, told: str, about: str) -> Finding:
    return Finding(check=BROKEN_RECORD.id, message=brief(told, 200), location=place, about=brief(about, 200))
