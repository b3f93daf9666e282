"""The bytes that make what is decided: refused where a format does not take them, and where they make more."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bylint import Change, Person
from bylint.applying.directory import RefusedError
from bylint.applying.patches import patches, people_path
from bylint.corpus.reading import Reading, read_corpus
from bylint.edits import Edit
from bylint.loaders import PersonChange, jsonlines
from bylint.testing import name

TEXT = '{"person": "ada-rho", "names": [{"first": "Ada", "last": "Rho"}]}\n{"id": "p", "authors": [{"last": "Rho"}]}\n'


def reading(folder: Path, **other: Any) -> Reading:
    """Two records, read by a loader that differs in something."""
    path = folder / "x.jsonl"
    path.write_text(TEXT)
    return read_corpus(folder, [(path, "x.jsonl", replace(jsonlines.LOADER, **other))], jobs=1, patches={})


def careless_edit(data: bytes, changes: Sequence[Change]) -> Mapping[Change, Edit]:
    """What changes more than it was asked for."""
    return {change: replace_last(edit) for change, edit in jsonlines.edit(data, changes).items()}


def replace_last(edit: Edit) -> Edit:
    """An edit that makes another name, too."""
    return edit._replace(start=edit.start - 4, new=b'Tau"' + edit.new)


def careless_entry(data: bytes, changes: Sequence[PersonChange]) -> Mapping[PersonChange, Sequence[Edit]]:
    """What lists everybody twice."""
    made = jsonlines.enter(data, changes)
    return {
        change: [*edits, Edit(0, 0, b'{"person": "x", "names": [{"last": "X"}]}\n')] for change, edits in made.items()
    }


def failing(data: bytes, changes: Sequence[Any]) -> Mapping[Any, Any]:
    """What raises."""
    raise RuntimeError(data, changes)


@pytest.mark.parametrize(
    ("other", "message"),
    [
        ({"edit": None}, "x.jsonl: bylint does not write this format"),
        ({"edit": failing}, "x.jsonl: the loader jsonlines failed: RuntimeError"),
        ({"edit": lambda data, changes: {}}, "x.jsonl: the id of author 1 of p cannot be written"),
        ({"edit": careless_edit}, "x.jsonl: what is decided cannot be written without touching more"),
        ({"enter": None}, "x.jsonl: bylint does not write people in this format"),
        ({"enter": failing}, "x.jsonl: the loader jsonlines failed: RuntimeError"),
        ({"enter": lambda data, changes: {}}, "x.jsonl: the entry of bo-li cannot be written"),
        ({"enter": careless_entry}, "x.jsonl: what is decided cannot be written without touching more"),
    ],
)
def test_refused(tmp_path: Path, other: dict[str, Any], message: str) -> None:
    """One clear line says what a format or its loader does not do."""
    read = reading(tmp_path, **other)
    ids = dict.fromkeys(read.corpus.authorships, "ada-rho")
    people = [PersonChange(None, Person("bo-li", (name("Bo Li"),), "x.jsonl"))]
    with pytest.raises(RefusedError) as refused:
        patches(read, ids, people)
    assert str(refused.value).startswith(message)


def test_made(tmp_path: Path) -> None:
    """Every file has one patch, of what it was when it was read."""
    read = reading(tmp_path)
    ids = dict.fromkeys(read.corpus.authorships, "ada-rho")
    (made,) = patches(read, ids, [PersonChange(None, Person("bo-li", (name("Bo Li"),), "x.jsonl"))]).values()
    assert made.applied(TEXT.encode()).decode() == TEXT.replace(
        ']}\n{"id"', ']}\n{"person": "bo-li", "names": [{"first": "Bo", "last": "Li"}]}\n{"id"'
    ).replace('"Rho"}]}\n', '"Rho", "id": "ada-rho"}]}\n').replace('"Rho", "id": "ada-rho"}]}\n', '"Rho"}]}\n', 1)


def test_file_that_changed_meanwhile(tmp_path: Path) -> None:
    """What was read is what is changed."""
    read = reading(tmp_path)
    (tmp_path / "x.jsonl").write_text(TEXT + "\n")
    people = [PersonChange(None, Person("bo-li", (name("Bo Li"),), "x.jsonl"))]
    for ids, changes in ((dict.fromkeys(read.corpus.authorships, "ada-rho"), []), ({}, people)):
        with pytest.raises(RefusedError, match=r"x\.jsonl: the file has changed since it was read"):
            patches(read, ids, changes)


def test_where_people_are_listed(tmp_path: Path) -> None:
    """New people stand where the others do; in a format that lists none they stand nowhere."""
    assert people_path(reading(tmp_path)) == "x.jsonl"
    read = reading(tmp_path, enter=None)
    assert people_path(replace(read, corpus=type(read.corpus)(read.corpus.papers))) == ""
