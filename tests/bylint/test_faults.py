"""What the engine itself reports: names that their bearers have given up."""

import json
from pathlib import Path

import pytest

from bylint.asking import Request
from bylint.cli import main
from bylint.faults import DEADNAME, deadnames
from bylint.privacy import name_digest
from bylint.run import run
from bylint.testing import author, name, paper

OLD, NEW = name("Zoe|Quill"), name("Zacharias|Quill")
AUTHORS = [{"first": "Bo", "last": "Li"}, {"first": "Zoe", "last": "Quill"}]


@pytest.mark.parametrize(
    "record",
    [
        pytest.param(paper("Zacharias|Quill"), id="the name that its bearer uses"),
        pytest.param(paper("Zoe|Quilliam", "Zoe|Li", "Quill|Zoe"), id="other names"),
        pytest.param(paper(title="Zoe Quill"), id="a title"),
    ],
)
def test_quiet(record):
    """A paper whose bylines do not hold the name is left alone."""
    assert list(deadnames([record], {OLD})) == []


@pytest.mark.parametrize(
    "record",
    [
        pytest.param(paper("Bo|Li", "Zoe|Quill", id="x"), id="an author"),
        pytest.param(paper(editors=["Zoe|Quill"], id="x"), id="an editor"),
        pytest.param(paper(author("Z|Quill", variants={"latn": "Zoe|Quill"}), id="x"), id="beside another script"),
        pytest.param(paper("Zoe|Quill", "Zoe|Quill", id="x"), id="twice, which is one finding"),
    ],
)
def test_found(record):
    """The paper is named, and neither the name nor its place in the byline."""
    (finding,) = deadnames([record], {OLD})
    assert (finding.check, finding.message) == (DEADNAME.id, "x carries a name that its bearer has given up")
    assert (finding.location, finding.papers, finding.authorships) == (record.location, ("x",), ())


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository that withholds a name which one of its papers carries, and a person whose old name it is."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bylint.toml").write_text(f'withhold = ["{name_digest(OLD)}"]', encoding="utf-8")
    records = [
        {"id": "x-1", "title": "T", "authors": AUTHORS},
        {"id": "x-2", "title": "T", "authors": [{"first": NEW.first, "last": NEW.last, "id": "z-quill"}]},
        {"person": "z-quill", "names": [NEW._asdict(), OLD._asdict()]},
    ]
    (tmp_path / "papers.jsonl").write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("form", ["text", "json", "markdown", "github", "sarif"])
def test_no_format_tells(repository: Path, capsys: pytest.CaptureFixture[str], form: str) -> None:
    """Every format says on which paper the name stands, and prints no part of it."""
    main(["check", str(repository), "--select", DEADNAME.id, "--format", form])
    out = capsys.readouterr().out
    assert "x-1 carries a name that its bearer has given up" in out
    assert "x-2" not in out
    assert not [told for told in ("zoe", "quill", "zacharias") if told in out.casefold()]


def test_severity_is_a_warning(repository: Path) -> None:
    """The finding is shown at the gate, and old papers that stay as they are do not fail it."""
    report = run(Request(paths=(str(repository),), select=(DEADNAME.id, "repeated-author"))).report
    assert [finding.check for finding in report.shown] == [DEADNAME.id]
    assert report.exit_code == 0


def test_nothing_is_withheld(repository: Path) -> None:
    """Without a list there is nothing to find."""
    (repository / "bylint.toml").write_text("")
    assert DEADNAME.id not in {finding.check for finding in run(Request(paths=(str(repository),))).report.findings}
