"""Papers from the trees of a file, in any format that a Form describes."""

import json
import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from bylint.finding import Finding
from bylint.loaders import Record
from bylint.loaders._forms import Fields, Form, entries, follow, is_fixed, name_of
from bylint.loaders._markup import markup_of
from bylint.loaders._record_trees import Path, Tree, decoded
from bylint.loaders._rich_texts import plain_text
from bylint.loaders._trees import TreeError
from bylint.loaders.shared import BROKEN_RECORD, brief, broken_file
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
                yield _broken(Location(path, line=found.line, column=found.column), str(found), f"line {found.line}")
            elif not isinstance(found.record, dict):
                yield _broken(Location(path, found.id), f"{brief(found.id)}: no paper stands here", found.id)
            elif may_be_broken and not _can_be_written(found.record):
                told = "half of a surrogate pair stands alone"
                yield _broken(Location(path, found.id), told, found.id)
            else:
                yield from _paper(form, found, path)
    except TreeError as error:
        yield broken_file(path, brief(str(error), 200), error.line, error.column)


def standing(form: Form, path: str, text: str) -> Iterator[Standing | TreeError]:
    """The records in the text of a file; where one has no id it has its number, from 1. Raises TreeError."""
    number = 0
    for tree in form.trees(path, text):
        if isinstance(tree, TreeError):
            number += 1
            yield tree
            continue
        for steps, record in _records(form, tree.value):
            number += 1
            paper_id = form.id_of(record, steps) if isinstance(record, dict) else ""
            yield Standing(record, tree, steps, paper_id or f"{PurePosixPath(path).name.partition('.')[0]}#{number}")


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


def _paper(form: Form, found: Standing, path: str) -> Iterator[Record]:
    """The paper of a record, behind the findings about names that cannot be read."""
    paper = form.paper(found.record, found.id, path)
    if form.is_rich:
        abstract = plain_text(paper.abstract) if paper.abstract else None
        paper = paper._replace(title=plain_text(paper.title), abstract=abstract)
    else:
        yield from markup_of(paper)
    bylines: dict[str, list[Authorship]] = {}
    for role in form.bylines:
        byline = bylines[role] = []
        for entry in entries(form, found.record, role):
            names = form.names(entry.value)
            name = name_of(names, entry.value)
            if name is None:
                place = Location(path, found.id, role)
                yield _broken(place, f"{role} {entry.number + 1}: no name", f"{found.id} {role} {entry.number}")
                continue
            claims = form.claims(found.record, entry)
            authorship = Authorship(
                name,
                found.id,
                len(byline) + 1,
                role,
                path,
                claims.person_id,
                claims.orcid,
                claims.affiliations,
                openreview=claims.openreview,
                is_literal=is_fixed(names, entry.value, name),
            )
            byline.append(authorship)
            yield from form.remarks(found.record, entry, authorship)
    yield paper._replace(authorships=tuple(bylines["author"]), editors=tuple(bylines.get("editor", ())))


def _broken(place: Location, told: str, about: str) -> Finding:
    return Finding(check=BROKEN_RECORD.id, message=brief(told, 200), location=place, about=brief(about, 200))
