"""`bylint calibrate`."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from bylint.cli import main
from bylint.disambiguation import fitting
from bylint.disambiguation.model import Model, read_model, shipped

RECORDS = [
    {"id": "a", "title": "One", "year": 2020, "authors": [{"first": "Wei", "last": "Liu", "id": "wei-liu-pku"}]},
    {"id": "b", "title": "Two", "year": 2021, "authors": [{"first": "Wei", "last": "Liu", "id": "wei-liu-sydney"}]},
]


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Two papers of one name by two people."""
    (tmp_path / "bylint.toml").write_text("")
    lines = "".join(json.dumps(record) + "\n" for record in RECORDS)
    (tmp_path / "papers.jsonl").write_text(lines)
    return tmp_path


def test_report_on_what_is_in_use(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--keep fits nothing and writes nothing."""
    before = sorted(repository.iterdir())
    assert main(["calibrate", "--keep", "--corpus", str(repository)]) == 0
    out = capsys.readouterr().out
    assert "1 names have two known people or more, with 2 papers" in out
    assert "mixed-page" in out
    assert sorted(repository.iterdir()) == before


def test_a_small_corpus_is_refused(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Too little to learn from is said, with what serves instead, and nothing is written."""
    assert main(["calibrate", "--corpus", str(repository)]) == 2
    said = capsys.readouterr()
    assert "too few pages of rare names to learn from: 0, and 300 are needed" in said.err
    assert said.out == ""
    assert not (repository / "bylint-model.json").exists()


def test_what_is_fitted_is_written_and_used(
    repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The numbers go to the repository's root, and `check` reads them where the settings say so."""

    def fitted(papers: object, half: object = None, say: object = None) -> Model:
        return replace(shipped(), how="made up")

    monkeypatch.setattr(fitting, "fitted", fitted)
    assert main(["calibrate", "--corpus", str(repository)]) == 0
    written = repository / "bylint-model.json"
    assert f"fitted on 2 papers, written to {written}" in capsys.readouterr().out
    assert read_model(written.read_text(), "m").how == "made up"
    (repository / "bylint.toml").write_text('model = "bylint-model.json"\n')
    assert main(["check", str(repository)]) == 0
    written.write_text("{}")
    assert main(["check", str(repository)]) == 2
    assert "make a new one with: bylint calibrate" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(["--keep", "--output", "x.json"], "--keep writes nothing", id="an output that nothing goes to"),
        pytest.param(["--output", "papers.jsonl"], "is a file of the corpus", id="over a file of the corpus"),
        pytest.param(["--output", "no/such/x.json"], "cannot be written", id="into a folder that is not there"),
    ],
)
def test_wrong_use(
    arguments: list[str],
    said: str,
    repository: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Refused in one line, and nothing is lost."""
    monkeypatch.setattr(fitting, "fitted", lambda papers, half=None, say=None: shipped())
    monkeypatch.chdir(repository)
    lines = (repository / "papers.jsonl").read_text()
    assert main(["calibrate", *arguments]) == 2
    assert said in capsys.readouterr().err
    assert (repository / "papers.jsonl").read_text() == lines


def test_a_model_that_is_not_there(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Settings that name a file nobody wrote are refused."""
    (repository / "bylint.toml").write_text('model = "nothing.json"\n')
    assert main(["check", str(repository)]) == 2
    assert "the model 'nothing.json' of" in capsys.readouterr().err
