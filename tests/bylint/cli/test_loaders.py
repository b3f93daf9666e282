"""`bylint check --loader` and `--verbose`: which format a file is read as."""

import gzip
import json
from pathlib import Path

import pytest

from bylint.asking import Request
from bylint.cli import main
from bylint.run import run

ITEM = [{"id": "a", "type": "book", "title": "T", "author": [{"family": "LIU", "given": "YANG"}]}]
WORK = {"id": "https://openalex.org/W1", "title": "T", "authorships": [{"raw_author_name": "YANG  LIU"}]}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with files of several formats."""
    (tmp_path / "b.json").write_text(json.dumps(ITEM), encoding="utf-8")
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(json.dumps(WORK).encode()))
    (tmp_path / "package.json").write_text('{"name": "x"}', encoding="utf-8")
    return tmp_path


def test_quiet_without_being_asked(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is said of formats."""
    main(["check", str(folder)])
    assert "read as" not in capsys.readouterr().err


def test_verbose_says_what_was_chosen(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each file that was read has a line, in the order of their paths."""
    main(["check", "--verbose", "--select", "repeated-author", str(folder)])
    assert capsys.readouterr().err == "a.jsonl.gz: read as openalex\nb.json: read as csl-json\n"


def test_places_and_quotes_in_a_packed_file(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A report points into what is unpacked, and a fix is refused."""
    path = str(folder / "a.jsonl.gz")
    main(["check", "--select", "overspaced-name", "--for", "review", path])
    column = json.dumps(WORK).index("YANG") + 1
    assert f"1:{column}" in capsys.readouterr().out
    before = (folder / "a.jsonl.gz").read_bytes()
    main(["check", "--select", "overspaced-name", "--fix", path])
    assert "bylint does not write this format" in capsys.readouterr().err
    assert (folder / "a.jsonl.gz").read_bytes() == before


@pytest.mark.parametrize(
    ("name", "loader", "papers"),
    [
        pytest.param("stub.json", "csl-json", 1, id="what was not recognised"),
        pytest.param("stub.references", "csl-json", 1, id="a file that is named, whatever it ends in"),
        pytest.param("stub.json.gz", "csl-json", 1, id="a packed one"),
    ],
)
def test_loader_overrules(name: str, loader: str, papers: int, tmp_path: Path) -> None:
    """The loader that is named reads what no loader recognises."""
    data = b'{"id": "a", "type": "stub", "title": "T"}'
    (tmp_path / name).write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    report = run(Request(paths=(str(tmp_path / name),), loader=loader, jobs=1)).report
    assert report.counts.papers == papers
    assert report.sources.chosen == {name: loader}


def test_loader_reads_all_files_of_its_endings(folder: Path) -> None:
    """In a folder, files that end otherwise are left alone, and what is not of the format is a finding."""
    report = run(Request(paths=(str(folder),), loader="crossref", jobs=1)).report
    assert set(report.sources.chosen.values()) == {"crossref"}
    assert set(report.sources.chosen) == {"a.jsonl.gz", "b.json", "package.json"}
    assert [finding.message for finding in report.findings] == [
        "a#1: no paper stands here",
        "package#1: no paper stands here",
    ]


def test_unknown_loader(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A slip of the pen is answered with the nearest name and with all of them."""
    assert main(["check", "--loader", "openalx", str(folder)]) == 2
    told = capsys.readouterr().err
    assert "there is no loader 'openalx'; did you mean 'openalex'?" in told
    assert "crossref" in told
