"""The files of a corpus, as reports need them."""

import os
import signal
from pathlib import Path

import pytest

from bylint.corpus.sources import Sources
from bylint.loaders import jsonlines
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
