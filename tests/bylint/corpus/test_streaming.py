"""Big files: the same records in pieces as in one, in any number of processes, and nothing that ends a run."""

import gzip
import json
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO

import pytest

from bylint import Change, Finding, Location, Paper
from bylint.corpus import _streaming
from bylint.corpus.reading import Reading, read_corpus
from bylint.edits import digest
from bylint.loaders import Lines, Loader, Record, jsonlines
from bylint.loaders.packed import packed
from forms import named

WORK = {
    "id": "https://openalex.org/W1",
    "title": "T",
    "publication_year": 2020,
    "abstract_inverted_index": {"Of": [0], "é": [1]},
    "authorships": [
        {"raw_author_name": "Wei Li", "author": {"id": "https://openalex.org/A1", "display_name": "Bo Cho"}},
        {"raw_author_name": "Yang Liu"},
    ],
}
PAPERS = {
    "jsonlines": [
        '{"id": "a", "title": "A \\\\t of it", "authors": [{"first": "Yang", "last": "Liu"}], "editors": [{"last": "É"}]}',
        "{",
        "",
        '{"person": "yang-liu", "names": [{"first": "Yang", "last": "Liu"}]}',
        '{"venue": "acl"}',
        '{"id": "b", "title": "\\\\textit{B}\\tof it", "authors": [{"last": "\u4e2d"}]}',
        '{"id": "b", "title": "again, a\\ttab"}',
    ],
    "openalex": [
        json.dumps(WORK),
        "",
        json.dumps({**WORK, "id": None, "title": "é\u2028"}, ensure_ascii=False),
        '{"authorships": 5}',
        "nonsense",
        '{"id": "https://openalex.org/W2", "title": "\\ud800"}',
        json.dumps({"results": [WORK, {**WORK, "id": ""}, {**WORK, "id": ""}]}),
        "[]",
    ],
    "crossref": ['{"DOI": "10.1/a", "title": ["A"], "author": [{"given": "Yang", "family": "Liu"}]}', "[1]"],
}


@pytest.fixture(params=[1, 2, 3])
def jobs(request: pytest.FixtureRequest) -> int:
    """Numbers of processes."""
    count: int = request.param
    return count


@pytest.fixture(autouse=True)
def _every_file_is_big(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_streaming, "BIG", 1)
    monkeypatch.setattr(_streaming, "PIECE", 100)
    monkeypatch.setattr(_streaming, "LONGEST_LINE", 10_000)


def written(folder: Path, name: str, data: bytes) -> Path:
    """A file."""
    path = folder / name
    path.write_bytes(data)
    return path


def streamed(path: Path, loader: Loader, jobs: int) -> Reading:
    """What a big file holds."""
    return read_corpus(path.parent, [(path, path.name, loader)], jobs=jobs)


def told(records: Iterable[object]) -> list[str]:
    """Findings without regard to their order, which reports do not show."""
    return sorted(repr(record) for record in records if isinstance(record, Finding))


@pytest.mark.parametrize("is_packed", [False, True], ids=["as it is", "packed"])
@pytest.mark.parametrize("name", PAPERS)
def test_records_are_those_of_the_whole_file(tmp_path: Path, name: str, jobs: int, *, is_packed: bool) -> None:
    """Papers, people, venues and findings, and the place of each, are the same in pieces and in one."""
    data = b"\xef\xbb\xbf" + "\n".join([*PAPERS[name], *PAPERS[name][::-1]]).encode()
    path = written(tmp_path, "x.jsonl" + ".gz" * is_packed, gzip.compress(data) if is_packed else data)
    loader = packed(named(name)) if is_packed else named(name)
    expected = list(loader.read(path.name, path.read_bytes()))
    found = streamed(path, loader, jobs)
    assert found.sources._big, "it was not read in pieces"
    assert list(found.corpus.papers) == [record for record in expected if isinstance(record, Paper)]
    assert len(found.corpus.people) == (name == "jsonlines")
    assert len(found.corpus.venues) == 2 * (name == "jsonlines")
    assert told(found.findings) == told(expected)
    places = [Location(path.name), Location(path.name, line=3), Location(path.name, "nobody")]
    for record in expected:
        if isinstance(record, Finding):
            places.append(record.location or Location())
        elif isinstance(record, Paper):
            places += [record.location, record.at("title"), record.at("doi")]
            places += [author.at(field) for author in record.authorships for field in ("", "first", "last", "orcid")]
        else:
            places.append(Location(path.name, record.id, "names", 1, "last"))
    spans = loader.locate(path.read_bytes(), places)
    assert {place: found.sources.span(place) for place in spans} == dict(spans)
    assert spans.keys() == {place for place in places if found.sources.span(place)}
    for number, line in enumerate(data[3:].decode().split("\n"), 1):
        assert found.sources.line(path.name, number) == line.removesuffix("\r")


def test_changes_in_a_big_file(tmp_path: Path) -> None:
    """What a fix puts in place of what is told as in a small file, and the file is known by its bytes."""
    path = written(tmp_path, "x.jsonl", "\n".join(PAPERS["jsonlines"]).encode())
    found = read_corpus(tmp_path, [(path, "x.jsonl", jsonlines.LOADER)], patches={})
    assert found.digests == {"x.jsonl": digest(path.read_bytes())}
    change = Change(found.corpus.papers[1].authorships[0].at("last"), "\u4e2d", "\u534e")
    (made,) = found.sources.replacements([change]).values()
    line = PAPERS["jsonlines"][5]
    assert made.start[0] == made.end[0] == 6
    assert line[made.start[1] - 1 : made.end[1] - 1] == "\u4e2d"
    path.unlink()
    assert found.sources.replacements([change]) == {}
    assert found.sources.span(change.location) is None
    assert found.sources.line("x.jsonl", 1) == ""


@pytest.mark.parametrize(
    ("data", "messages", "count"),
    [
        pytest.param(b"\n" * 500, ["the file is empty"], 0, id="empty lines"),
        pytest.param(
            b'{"id": "a"}\n{"id": "%s"}\n{"id": "b"}' % (b"c" * 20_000),
            ["the line is longer than 0 MiB"],
            2,
            id="a long line",
        ),
        pytest.param(
            b'{"id": "a"}\n{"id": "\xe9"}\n{"id": "b"}', ["not UTF-8: invalid continuation byte"], 2, id="Latin-1"
        ),
        pytest.param(
            gzip.compress(b'{"id": "a"}\n' * 5000) + gzip.compress(b"x")[:-4],
            ["the file cannot be unpacked: Compressed file ended before the end-of-stream marker was reached"],
            5000,
            id="a packed file that is cut",
        ),
        pytest.param(
            gzip.compress(b'{"id": "a"}\n{"id": "%s' % (b" " * (100 << 20))),
            ["the file is more than 100 times as large unpacked as it is packed"],
            1,
            id="a packed line that never ends",
        ),
    ],
)
def test_what_is_wrong_is_told(tmp_path: Path, jobs: int, data: bytes, messages: list[str], count: int) -> None:
    """A line, or the rest of a file, that cannot be read is told; what stands around it is read."""
    loader = packed(jsonlines.LOADER)
    found = streamed(written(tmp_path, "x.jsonl.gz", data), loader, jobs)
    assert [finding.message for finding in found.findings] == messages
    assert {finding.check for finding in found.findings} <= {check.id for check in loader.checks}
    assert len(found.corpus.papers) == count
    for finding in found.findings:
        place = finding.location or Location()
        assert (found.sources.span(place) or place).line == place.line


def test_a_file_of_another_kind(tmp_path: Path, jobs: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where line after line cannot be read, the rest is not tried."""
    monkeypatch.setattr(_streaming, "_MOST_BROKEN", 50)
    found = streamed(written(tmp_path, "x.jsonl", b"some,table\n" * 1000), jsonlines.LOADER, jobs)
    assert 50 < len(found.findings) < 100
    assert found.findings[-1].message == "more than 50 lines cannot be read, so the others were not tried"


def strange(path: str, lines: Iterable[tuple[int, bytes]]) -> Iterator[Record]:
    """Reads lines that say what is to happen."""
    for number, line in lines:
        match line.strip():
            case b"raise":
                raise ValueError("no")
            case b"exit":
                sys.exit(1)
            case b"nonsense":
                yield number  # type: ignore[misc]
            case b"closure":
                yield Finding(message="m", check="unreadable-file", evidence=lambda: None)  # type: ignore[arg-type]
            case b"die" if os.getpid() != THIS:
                os._exit(1)
        yield Paper(f"x-{number}", "", None, path)


THIS = os.getpid()
STRANGE = replace(jsonlines.LOADER, name="strange", lines=Lines(lambda path, head: True, strange))


@pytest.mark.parametrize(
    ("what", "message"),
    [
        pytest.param("raise", "the loader strange failed: ValueError: no", id="it raises"),
        pytest.param("exit", "the loader strange failed: SystemExit: 1", id="it leaves"),
        pytest.param("nonsense", "the loader strange failed: it gave int, which is no record", id="no record"),
        pytest.param("closure", "m", id="what cannot be handed over"),
    ],
)
def test_loader_that_fails(tmp_path: Path, jobs: int, what: str, message: str) -> None:
    """A loader that fails costs a piece and is told; the same for any number of processes."""
    lines = ["x" * 30] * 40
    lines[20] = what
    found = streamed(written(tmp_path, "x", "\n".join(lines).encode()), STRANGE, jobs)
    assert [finding.message for finding in found.findings] == [message]
    alone = streamed(tmp_path / "x", STRANGE, 1)
    assert found.corpus.papers == alone.corpus.papers
    assert len(found.corpus.papers) > 35


def test_process_that_dies(tmp_path: Path) -> None:
    """What stood before it is read, and why the rest is not is told."""
    lines = ["x" * 30] * 400
    lines[200] = "die"
    found = streamed(written(tmp_path, "x", "\n".join(lines).encode()), STRANGE, 2)
    assert [finding.message for finding in found.findings] == ["the process that read this file died"]
    assert 190 < len(found.corpus.papers) <= 200


def as_stream(path: str, file: BinaryIO) -> Iterator[Record]:
    """Reads a file line by line."""
    for line in file:
        yield Paper(line.decode().strip(), "", None, path)


def test_formats_that_are_no_lines(tmp_path: Path, jobs: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """A format that offers a stream is read as one, packed too; a file may be larger than what is held in memory."""
    monkeypatch.setattr("bylint.files.LARGEST_FILE", 10)
    loader = replace(jsonlines.LOADER, lines=None, stream=as_stream)
    data = b"a\nb\n" * 10
    found = streamed(written(tmp_path, "x", data), loader, jobs)
    assert [paper.id for paper in found.corpus.papers] == ["a", "b"] * 10
    whole = streamed(tmp_path / "x", replace(loader, stream=None), jobs)
    assert [finding.message for finding in whole.findings] == ["the file is larger than 0 MiB"]


def test_places_in_formats_that_are_no_lines(tmp_path: Path) -> None:
    """What is no larger than what is held in memory is looked through as a whole."""
    loader = replace(jsonlines.LOADER, lines=None, stream=as_stream)
    found = streamed(written(tmp_path, "x", b'{"id": "a"}\n{"id": "b"}\n'), loader, 1)
    assert (
        found.sources.span(Location("x", "b"))
        == jsonlines.LOADER.locate((tmp_path / "x").read_bytes(), [Location("x", "b")])[Location("x", "b")]
    )
    assert found.sources.line("x", 2) == '{"id": "b"}'


def by_bytes(path: str, file: BinaryIO) -> Iterator[Record]:
    """Reads a paper a byte."""
    while letter := file.read(1):
        yield Paper(letter.decode(), "", None, path)


def test_a_packed_stream(tmp_path: Path, jobs: int) -> None:
    """What is packed comes unpacked to the loader; where it cannot be, that is told behind what could be read."""
    loader = packed(replace(jsonlines.LOADER, lines=None, stream=by_bytes))
    found = streamed(written(tmp_path, "x.gz", gzip.compress(b"ab")), loader, jobs)
    assert [paper.id for paper in found.corpus.papers] == ["a", "b"]
    found = streamed(written(tmp_path, "x.gz", gzip.compress(b"ab")[:-4]), loader, jobs)
    assert [finding.check for finding in found.findings] == ["broken-file"]


def test_a_file_that_goes_away(tmp_path: Path, jobs: int) -> None:
    """A file that cannot be opened is told."""
    path = written(tmp_path, "x.jsonl", b"{}")
    path.chmod(0)
    found = streamed(tmp_path / "none.jsonl", jsonlines.LOADER, jobs)
    assert [finding.check for finding in found.findings] == ["unreadable-file"]


@pytest.mark.parametrize("how", ["cut", "replaced", "written on", "removed"])
def test_a_file_that_changes_meanwhile(tmp_path: Path, jobs: int, how: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was read of a file that is another by then is no whole file, and that is told."""
    line = b'{"id": "%d", "title": "Of it"}\n'
    path = written(tmp_path, "x.jsonl", b"".join(line % number for number in range(1000)))
    cut = _streaming.pieces

    def pieces(*given: Any) -> Iterator[Any]:
        for number, piece in enumerate(cut(*given)):
            if number == 20:
                change(path, how)
            yield piece

    monkeypatch.setattr(_streaming, "pieces", pieces)
    found = streamed(path, jsonlines.LOADER, jobs)
    assert {finding.check for finding in found.findings} >= {"broken-file"}


def change(path: Path, how: str) -> None:
    """What somebody else does to a file."""
    if how == "cut":
        os.truncate(path, 3000)
    elif how == "replaced":
        written(path.parent, "y", path.read_bytes()).replace(path)
    elif how == "written on":
        with path.open("ab") as file:
            file.write(b"\n")
    else:
        path.unlink()
