"""The files of a corpus, as reports need them."""

import os
import signal
from pathlib import Path

import pytest

from bylint import Change
from bylint.corpus.sources import Replacement, Sources
from bylint.loaders import anthology, jsonlines
from bylint.model import Location, Span

LINES = b'{"id": "\xc3\xa9"}\n{"id": "b", "title": "T"}\n'
SECRET = "what another file holds"


def sources_of(root: Path, *names: str) -> Sources:
    """Sources that read JSON Lines."""
    return Sources(root, dict.fromkeys(names, jsonlines.LOADER))


def test_places_become_spans(tmp_path: Path) -> None:
    """A place is located by the loader of its file, asked alone or with others."""
    (tmp_path / "a.jsonl").write_bytes(LINES)
    place = Location("a.jsonl", "b", field="title")
    sources = sources_of(tmp_path, "a.jsonl")
    assert sources.span(place) == Span(2, 22, 34, 37)
    prepared = sources_of(tmp_path, "a.jsonl")
    prepared.prepare([place, place, Location("none.jsonl"), Location()])
    (tmp_path / "a.jsonl").unlink()
    assert prepared.span(place) == Span(2, 22, 34, 37)


def test_lines_are_quoted(tmp_path: Path) -> None:
    """A line is text without its end; one that is not there is empty."""
    (tmp_path / "a.jsonl").write_bytes(LINES)
    sources = sources_of(tmp_path, "a.jsonl")
    assert sources.line("a.jsonl", 1) == '{"id": "é"}'
    assert sources.line("a.jsonl", 9) == ""
    assert sources.line("none", 1) == ""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_replacements_of_several_changes(encoding: str) -> None:
    """Each change has its place in lines and code points, in whatever order they are asked for."""
    told = "UTF-16" if encoding == "utf-16" else "UTF-8"
    text = (
        f'<?xml version="1.0" encoding="{told}"?><collection id="2020.x"><volume id="1">\r\n'
        '<paper id="1"><title>𝔘é†</title><doi>1</doi></paper>\r\n\r\n'
        '<paper id="2"><title>†\r\nü</title></paper></volume></collection>'
    )
    sources = Sources(loaders={"x.xml": anthology.LOADER}, files={"x.xml": text.encode(encoding)})
    title, doi, other = (
        Change(Location("x.xml", "2020.x-1.1", field="title"), "𝔘é†", "𝔘é"),
        Change(Location("x.xml", "2020.x-1.1", field="doi"), "1", "10"),
        Change(Location("x.xml", "2020.x-1.2", field="title"), "† ü", "† u"),
    )
    assert sources.replacements([other, doi, title, title._replace(old="else")]) == {
        title: Replacement((2, 24), (2, 25), ""),
        doi: Replacement((2, 39), (2, 39), "0"),
        other: Replacement((5, 1), (5, 2), "u"),
    }


def test_files_that_are_not_on_disk() -> None:
    """Bytes can be given instead of a file."""
    sources = Sources(loaders={"x.jsonl": jsonlines.LOADER}, files={"x.jsonl": LINES})
    assert sources.line("x.jsonl", 2) == '{"id": "b", "title": "T"}'
    assert sources.span(Location("x.jsonl", "none")) is None


@pytest.mark.parametrize("kind", ["link", "pipe", "folder", "nothing"])
def test_only_files_of_the_repository_are_opened(tmp_path: Path, kind: str) -> None:
    """What could not be read is not opened to be quoted either: no other file's text comes into a report."""
    root, path = tmp_path / "in", tmp_path / "in/a.jsonl"
    root.mkdir()
    (tmp_path / "secret").write_text(SECRET)
    if kind == "link":
        path.symlink_to(tmp_path / "secret")
    elif kind == "pipe":
        os.mkfifo(path)
        signal.alarm(10)  # opening it would never end
    elif kind == "folder":
        path.mkdir()
    sources = sources_of(root, "a.jsonl")
    assert sources.span(Location("a.jsonl")) is None
    assert sources.line("a.jsonl", 1) == ""
    signal.alarm(0)
