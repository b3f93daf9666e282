"""From files to a Corpus, in one process a core."""

import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from bylint.corpus import reading
from bylint.corpus.reading import read_corpus
from bylint.finding import Finding
from bylint.loaders import Loader, Record, jsonlines
from bylint.model import Location, Paper, Person

Write = Callable[..., list[tuple[Path, str, Loader]]]


def line(paper_id: str) -> str:
    """A paper as a line."""
    return f'{{"id": "{paper_id}", "authors": [{{"first": "A", "last": "B"}}]}}\n'


def strange(path: str, data: bytes) -> Iterator[Record]:
    """A loader's `read` that does what the file says."""
    yield Paper(path, "", None, path)
    match data.strip():
        case b"raise":
            raise ValueError("a\n" + "b" * 1000)
        case b"exit":
            sys.exit(1)
        case b"recurse":
            yield from strange(path, data)
        case b"die":
            os._exit(1)
        case b"nonsense":
            yield 5  # type: ignore[misc]
        case b"closure":
            yield Finding(message="m", check="unreadable-file", evidence=lambda: None)  # type: ignore[arg-type]


def nowhere(data: bytes, places: Sequence[Location]) -> Mapping[Location, object]:
    """A loader's `locate` that finds nothing."""
    return {}


STRANGE = replace(jsonlines.LOADER, name="strange", read=strange, locate=nowhere)


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes files and gives them as they are read."""

    def files(texts: Mapping[str, str], loader: Loader = jsonlines.LOADER) -> list[tuple[Path, str, Loader]]:
        for name, text in texts.items():
            (tmp_path / name).write_text(text)
        return [(tmp_path / name, name, loader) for name in sorted(texts)]

    return files


@pytest.fixture(params=[1, 2, 3])
def jobs(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    """Numbers of processes, with a few files for each batch."""
    monkeypatch.setattr(reading, "_WORTH_A_PROCESS", 0)
    monkeypatch.setattr(reading, "_BATCH", 100)
    count: int = request.param
    return count


def test_records_are_the_same_for_any_number_of_processes(tmp_path: Path, write: Write, jobs: int) -> None:
    """Papers, people and findings come in the order of the files, then of the records in them."""
    files = write(
        {
            **{f"{number:02d}.jsonl": line(f"x-{number}") * 2 for number in range(20)},
            "05.jsonl": "{\n" + line("late") + '{"person": "p", "names": [{"last": "P"}]}',
        }
    )
    done: list[int] = []
    read = read_corpus(tmp_path, files, jobs=jobs, on_file=done.append)
    assert done == list(range(1, 21))
    assert [paper.id for paper in read.corpus.papers] == [
        record for number in range(20) for record in (["late"] if number == 5 else [f"x-{number}"] * 2)
    ]
    assert [person.id for person in read.corpus.people] == ["p"]
    assert [finding.location for finding in read.findings] == [Location("05.jsonl", line=1, column=1)]
    assert read.files == 20
    assert read.paths_of("late") == {"05.jsonl"}
    assert read.paths_of("none") == frozenset()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("raise", "the loader strange failed: ValueError: a bbb", id="it raises"),
        pytest.param("exit", "the loader strange failed: SystemExit", id="it leaves"),
        pytest.param("recurse", "the loader strange failed: RecursionError", id="it calls itself without end"),
        pytest.param("nonsense", "the loader strange failed: it gave int, which is no record", id="no record"),
    ],
)
def test_loader_that_fails_costs_its_file(tmp_path: Path, write: Write, jobs: int, text: str, message: str) -> None:
    """A loader that fails is a finding with the file's place; all other files are read."""
    files = write({"a": "", "b": text, "c": ""}, STRANGE)
    read = read_corpus(tmp_path, files, jobs=jobs)
    assert [paper.id for paper in read.corpus.papers] == ["a", "c"]
    (finding,) = read.findings
    assert (finding.check, finding.location) == ("unreadable-file", Location("b"))
    assert finding.message.startswith(message)
    assert len(finding.message) < 300


def test_process_that_dies_costs_its_file(tmp_path: Path, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that ends the process which reads it is a finding; all other files are read, in their order."""
    monkeypatch.setattr(reading, "_WORTH_A_PROCESS", 0)
    monkeypatch.setattr(reading, "_BATCH", 8)
    texts = {f"{number:02d}": "filler" for number in range(12)} | {"03": "die", "08": "die"}
    read = read_corpus(tmp_path, write(texts, STRANGE), jobs=2)
    assert [paper.id for paper in read.corpus.papers] == [name for name in sorted(texts) if texts[name] != "die"]
    assert [(finding.message, finding.location) for finding in read.findings] == [
        ("the process that read this file died", Location("03")),
        ("the process that read this file died", Location("08")),
    ]


def test_loader_that_cannot_be_handed_over(tmp_path: Path, write: Write, jobs: int) -> None:
    """A loader whose functions cannot be imported by name reads in the first process, and so do odd records."""
    here = replace(STRANGE, read=strange)
    for loader in (here, STRANGE):
        read = read_corpus(tmp_path, write({"a": "closure", "b": "filler"}, loader), jobs=jobs)
        assert [paper.id for paper in read.corpus.papers] == ["a", "b"]
        assert [finding.message for finding in read.findings] == ["m"]


@pytest.mark.parametrize(
    ("make", "message"),
    [
        pytest.param(lambda path: path.mkdir(), "a folder stands where a file is expected", id="a folder"),
        pytest.param(os.mkfifo, "this is no regular file", id="a pipe"),
        pytest.param(
            lambda path: path.symlink_to("/etc/hostname"), "outside the repository", id="a link to the outside"
        ),
        pytest.param(lambda path: None, "cannot be opened: No such file", id="nothing"),
    ],
)
def test_what_cannot_be_opened_is_a_finding(
    tmp_path: Path, write: Write, jobs: int, make: Callable[[Path], object], message: str
) -> None:
    """A path that is no file of the repository is a finding; the rest of the corpus loads."""
    files = write({"a.jsonl": line("a"), "c.jsonl": line("c")})
    make(tmp_path / "b.jsonl")
    files.insert(1, (tmp_path / "b.jsonl", "b.jsonl", jsonlines.LOADER))
    read = read_corpus(tmp_path, files, jobs=jobs)
    assert [paper.id for paper in read.corpus.papers] == ["a", "c"]
    assert [(finding.check, finding.location) for finding in read.findings] == [
        ("unreadable-file", Location("b.jsonl"))
    ]
    assert message in read.findings[0].message


def test_file_that_may_not_be_read(tmp_path: Path, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file without permission is a finding that says so."""

    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    read = read_corpus(tmp_path, write({"a.jsonl": line("a")}), jobs=1)
    assert [finding.message for finding in read.findings] == ["the file cannot be opened: Permission denied"]


def test_interrupt_ends_reading(tmp_path: Path, write: Write, jobs: int) -> None:
    """An interrupt between two files ends the reading and its processes."""

    def interrupt(done: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read_corpus(tmp_path, write({f"{n}.jsonl": line("a") * 9 for n in range(9)}), jobs=jobs, on_file=interrupt)


def test_no_file(tmp_path: Path) -> None:
    """No file is an empty corpus."""
    read = read_corpus(tmp_path, [])
    assert (read.corpus.papers, len(read.corpus.people), read.findings, read.files) == ((), 0, (), 0)
    assert not any(isinstance(record, Person) for record in read.corpus.papers)
