"""What the tests of formats of JSON and YAML share: reading a text, and what is made of it."""

import gzip
import json
from pathlib import Path

from bylint import Authorship, Change, Finding, Location, Name, Paper
from bylint.edits import edited
from bylint.loaders import Loader
from bylint.plugins import Plugins

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures" / "formats"
LOADERS = Plugins().loaders
HEAD = 4096


def loader_of(path: str, data: bytes) -> Loader | None:
    """The loader that reads a file."""
    fitting = (loader for loader in LOADERS if path.endswith(loader.endings) and loader.recognises(path, data[:HEAD]))
    return next(fitting, None)


def named(name: str) -> Loader:
    """The loader of this name, for files that are not packed."""
    return next(loader for loader in LOADERS if loader.name == name and loader.endings[0].endswith(".gz") is False)


def papers_and_findings(loader: Loader, path: str, data: bytes) -> tuple[list[Paper], list[Finding]]:
    """What a file holds."""
    records = list(loader.read(path, data))
    papers = [record for record in records if isinstance(record, Paper)]
    return papers, [record for record in records if isinstance(record, Finding)]


def paper_of(name: str, tree: object) -> Paper:
    """The only paper of a tree in some format of JSON."""
    (paper,), findings = papers_and_findings(named(name), "x.json", json.dumps(tree).encode())
    assert not findings, findings
    return paper


def unpacked_fixture(path: Path) -> bytes:
    """The bytes of a fixture, without their packing."""
    data = path.read_bytes()
    return gzip.decompress(data) if path.suffix == ".gz" else data


def changed(loader: Loader, data: bytes, change: Change) -> bytes | None:
    """What a file becomes; None where the change is refused."""
    assert loader.edit is not None
    made = loader.edit(data, [change])
    return edited(data, made.values()) if made else None


def renamed(name: str, text: str, field: str, old: str, new: str) -> str | None:
    """What a file of JSON becomes where a part of the first name of its first record's byline is another."""
    loader = named(name)
    paper = papers_and_findings(loader, "x.json", text.encode())[0][0]
    place = paper.bylines[0][0].at(field)
    done = changed(loader, text.encode(), Change(place, old, new))
    return None if done is None else done.decode()


def bylines(paper: Paper) -> list[Authorship]:
    """Every authorship of a paper."""
    return [authorship for byline in paper.bylines for authorship in byline]


def names(paper: Paper) -> list[Name]:
    """Every name of a paper."""
    return [authorship.name for authorship in bylines(paper)]


def written_at(loader: Loader, data: bytes, place: Location) -> str:
    """The text at a place; empty where there is none."""
    span = loader.locate(data, [place]).get(place)
    return data[span.start : span.end].decode() if span else ""
