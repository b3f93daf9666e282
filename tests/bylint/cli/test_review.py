"""`bylint review`: one file in which to look and decide."""

import json
import re
from pathlib import Path

import pytest

from bylint.cli import main
from bylint.model import Name
from bylint.privacy import name_digest
from reviews import TOY, record, repository, review


@pytest.fixture(autouse=True)
def _repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A small repository to stand in, with a finding in it."""
    monkeypatch.chdir(tmp_path)
    Path("bylint.toml").touch()
    records = [record("a-1", "Wei Liu", "Bo Li"), record("a-2", "Wei Liu", "Wei Liu"), record("b-1", "Cy M-", "Bo Li")]
    Path("papers.jsonl").write_text("".join(records), encoding="utf-8")


def call(capfd: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    """Exit code and standard error of `bylint review`; it prints nothing."""
    code = main(["review", *arguments])
    out, err = capfd.readouterr()
    assert out == ""
    return code, err


def content(file: str = "review.html") -> dict:
    """What the script of a file knows."""
    (text,) = re.findall(r'id="content">(.*?)</script>', Path(file).read_text(encoding="utf-8"), re.DOTALL)
    return json.loads(text)


def test_findings(capfd: pytest.CaptureFixture[str]) -> None:
    """The findings of the repository around, with the exit code of a file that is whole."""
    assert call(capfd, "-o", "review.html") == (0, "")
    assert "repeated-author" in {item["check"] for item in content()["items"]}


def test_pages(capfd: pytest.CaptureFixture[str]) -> None:
    """Pages that are named, in their order, each once."""
    assert call(capfd, "--page", "Bo Li", "--page", "Wei Liu", "--page", "Bo Li", "-o", "review.html") == (0, "")
    assert [(item["title"], item["check"]) for item in content()["items"]] == [("Bo Li", None), ("Wei Liu", None)]


def test_same_repository_same_bytes(capfd: pytest.CaptureFixture[str]) -> None:
    """Nothing of the day, the machine or the number of processes stands in the file."""
    for name, jobs in (("one.html", "1"), ("two.html", "2")):
        assert call(capfd, str(TOY), "--jobs", jobs, "-o", name) == (0, "")
    assert Path("one.html").read_bytes() == Path("two.html").read_bytes()
    assert str(Path.cwd()) not in Path("one.html").read_text(encoding="utf-8")


def test_most_findings(capfd: pytest.CaptureFixture[str]) -> None:
    """--max-findings takes the first in rank, and the file says how many there are."""
    assert call(capfd, str(TOY), "--max-findings", "0", "-o", "all.html") == (0, "")
    assert call(capfd, str(TOY), "--max-findings", "3", "-o", "review.html") == (0, "")
    everything, few = content("all.html")["items"], content()["items"]
    assert few == everything[:3]
    assert f"{len(everything)} findings, of which the first 3 are here" in Path("review.html").read_text(
        encoding="utf-8"
    )


def test_findings_that_are_settled_are_left_out(capfd: pytest.CaptureFixture[str]) -> None:
    """What the baseline or a waiver silences is nothing to decide."""
    assert main(["baseline"]) == 0
    capfd.readouterr()
    assert call(capfd, "-o", "review.html") == (0, "")
    assert content()["items"] == []


def test_decisions_so_far(capfd: pytest.CaptureFixture[str]) -> None:
    """A file of decisions comes along as it is."""
    seen = {"paper": "a-1", "byline": "authors", "position": 1, "name": "Wei Liu", "id": None, "orcid": None}
    decision = {"kind": "one-person", "page": "wei-liu/unverified", "papers": [seen], "check": None}
    decision |= {"fingerprint": None, "note": "</script>", "reviewer": "A"}
    Path("decisions.json").write_text(json.dumps({"format": "bylint-decisions-1", "decisions": [decision]}))
    assert call(capfd, "--page", "Wei Liu", "--decisions", "decisions.json", "-o", "review.html") == (0, "")
    assert content()["decisions"] == [decision]


def test_one_unknown_page_loses_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    """The others are there; the unknown one is said, and the exit code is 2."""
    code, err = call(capfd, "--page", "Wie Liu", "--page", "Bo Li", "-o", "review.html")
    assert (code, err) == (2, "bylint: 'Wie Liu': nobody has this name or id; did you mean Wei Liu?\n")
    assert len(content()["items"]) == 1


def test_withheld_name_stands_nowhere(tmp_path) -> None:
    """A name that its bearer gave up is in no part of the file, whatever was decided about it."""
    folder = repository(tmp_path / "records", [record(f"a-{n}", "Ada Oldname", "Bo Li") for n in (1, 2)])
    digest = name_digest(Name("Ada", "Oldname"))
    (folder / "bylint.toml").write_text(f'withhold = ["{digest}"]\n', encoding="utf-8")
    seen = {"paper": "a-1", "byline": "authors", "position": 1, "name": "Ada Oldname"}
    decision = {"kind": "leave", "page": "ada-oldname/unverified", "papers": [seen], "note": "Ada Oldname asked"}
    decisions = tmp_path / "decisions.json"
    decisions.write_text(json.dumps({"format": "bylint-decisions-1", "decisions": [decision]}), encoding="utf-8")
    for asked in (["--page", "Ada Oldname"], ["--page", "Bo Li"], []):
        file = review(tmp_path / "review.html", str(folder), *asked, "--decisions", str(decisions))
        assert "oldname" not in file.read_text(encoding="utf-8").lower()


def test_run_that_is_not_to_be_trusted(capfd: pytest.CaptureFixture[str]) -> None:
    """Where a file cannot be read the file is written, and the exit code says that something may be missing."""
    Path("gone.jsonl").symlink_to("nowhere")
    code, err = call(capfd, "-o", "review.html")
    assert code == 3
    assert err.startswith("bylint: findings may be missing: ")
    assert Path("review.html").exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param([], "-o", id="no output"),
        pytest.param(["-o", "none/x.html"], "there is no folder for 'none/x.html'", id="an output without a folder"),
        pytest.param(["-o", "papers.jsonl"], "is a file of the corpus", id="an output over the corpus"),
        pytest.param(["-o", "x.html", "--decisions", "none"], "'none' cannot be read", id="no decisions"),
        pytest.param(["-o", "x.html", "--decisions", "papers.jsonl"], "holds no decisions", id="other JSON"),
        pytest.param(["-o", "x.html", "--page", "Zork Blarg"], "nobody has this name", id="only an unknown page"),
        pytest.param(["-o", "x.html", "--select", "none"], "no check", id="an unknown check"),
    ],
)
def test_wrong_use(capfd: pytest.CaptureFixture[str], arguments: list[str], message: str) -> None:
    """Wrong use is one or two lines on standard error and exit code 2, and nothing is written."""
    before = Path("papers.jsonl").read_bytes()
    code, err = call(capfd, *arguments)
    assert code == 2
    assert message in err
    assert len(err.splitlines()) <= 2
    assert not Path("x.html").exists()
    assert Path("papers.jsonl").read_bytes() == before
