"""A run with `--base`: which papers were there, as they were, and what is told of them."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from bylint import UsageError
from bylint.asking import Request, set_up
from bylint.cli import main
from bylint.corpus import earlier
from bylint.report import Report
from bylint.reporters.github import write as as_github
from bylint.reporters.json import write as as_json
from bylint.reporters.markdown import write as as_markdown
from bylint.reporters.sarif import write as as_sarif
from bylint.run import read, run

ENVIRONMENT = {
    **{name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
    **{f"GIT_{role}_{what}": "a@example.org" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
}


def git(root: Path, *arguments: str) -> None:
    """Run git in a repository."""
    subprocess.run(["git", *arguments], cwd=root, env=ENVIRONMENT, check=True, capture_output=True)


def commit(root: Path) -> None:
    """Commit everything."""
    git(root, "add", "-A")
    git(root, "commit", "-q", "--allow-empty", "-m", "x")


def record(paper_id: str, *authors: str, **more: object) -> str:
    """A paper as a line of JSON Lines."""
    people = [dict(zip(("first", "last"), author.rsplit(" ", 1), strict=True)) for author in authors]
    return json.dumps({"id": paper_id, "title": f"On {paper_id}", "authors": people, **more}) + "\n"


def collection(name: str, **papers: str) -> str:
    """A file of the ACL Anthology with one author a paper: `p1="Ada Lovelace"`."""
    body = "".join(
        f'<paper id="{key[1:]}"><title>T</title><author><first>{author.split()[0]}</first>'
        f"<last>{author.split()[1]}</last></author></paper>"
        for key, author in papers.items()
    )
    return f'<collection id="{name}"><volume id="1"><meta><year>2024</year></meta>{body}</volume></collection>'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository with two files of papers, committed."""
    root = tmp_path / "work"
    root.mkdir()
    git(root, "init", "-q", "-b", "main")
    (root / "bylint.toml").touch()
    (root / "one.jsonl").write_text(record("a", "Ada Lovelace", "Bo Li") + record("b", "Cy Young"))
    (root / "two.jsonl").write_text(record("c", "Di Evans"))
    commit(root)
    return root


def report(root: Path, *paths: str, **more: object) -> Report:
    """A run with the base `HEAD`."""
    asked = {"base": "HEAD", "select": ("changed-byline",), "jobs": 1, **more}
    return run(Request(paths=tuple(str(root / path) for path in paths) or (str(root),), **asked)).report


def told(root: Path, *paths: str, **more: object) -> list[str]:
    """The messages of such a run."""
    return [finding.message for finding in report(root, *paths, **more).findings]


def test_base_like_the_work_tree(root: Path) -> None:
    """Where nothing changed, nothing is told, and no file is read again."""
    assert told(root) == []


def test_changes_of_the_work_tree(root: Path) -> None:
    """What is not committed yet is compared, too."""
    (root / "one.jsonl").write_text(record("a", "Ada Lovelace") + record("b", "Cy Young"))
    assert told(root) == ["the authors have changed: “Bo Li” is gone"]
    commit(root)
    assert told(root) == []
    assert told(root, base="HEAD~1") == ["the authors have changed: “Bo Li” is gone"]


def test_only_files_that_differ_are_read_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file whose bytes are as they were is not read a second time."""
    again: list[str] = []
    usual = earlier.records_of
    monkeypatch.setattr(
        earlier, "records_of", lambda loader, shown, data: again.append(shown) or usual(loader, shown, data)
    )
    (root / "two.jsonl").write_text(record("c", "Di Evans") + "\n")
    assert told(root) == []
    assert again == ["two.jsonl"]


def test_records_are_known_by_their_ids(root: Path) -> None:
    """A file that is renamed, and a record that moves to another file, change no byline."""
    (root / "one.jsonl").rename(root / "three.jsonl")
    (root / "two.jsonl").unlink()
    (root / "deep").mkdir()
    (root / "deep" / "ö ' \" \n.jsonl").write_text(record("c", "Di Evans") + record("new", "Ed Ng"))
    assert told(root) == []
    git(root, "add", "-A")
    assert told(root) == []
    (root / "three.jsonl").write_text(record("b", "Bo Li"))
    assert sorted(told(root)) == ["paper a is gone", "the authors have changed: “Bo Li” is in the place of “Cy Young”"]


def test_a_file_that_is_gone(root: Path) -> None:
    """Papers of a file that is gone are told with the file in which they stood."""
    (root / "one.jsonl").unlink()
    (finding,) = report(root).findings
    assert finding.message == "2 papers are gone: a, b"
    assert finding.location.path == "one.jsonl"
    assert told(root, "two.jsonl") == []


def test_paths_limit_what_is_reported(root: Path) -> None:
    """A PATH is a filter here as everywhere."""
    (root / "one.jsonl").write_text(record("a", "Ada Lovelace") + record("b", "Cy Young"))
    assert told(root, "two.jsonl") == []
    assert len(told(root, "one.jsonl")) == 1


def test_broken_records_are_told_once(root: Path) -> None:
    """A paper that is missing because its record is broken is the loader's to tell; the others are compared."""
    (root / "one.jsonl").write_text("{]\n" + record("b", "Bo Li"))
    assert told(root) == ["the authors have changed: “Bo Li” is in the place of “Cy Young”"]
    (root / "two.jsonl").write_bytes(b"\xff")
    findings = report(root, select=("*",)).findings
    assert [finding.check for finding in findings].count("changed-byline") == 1
    assert "broken-file" in {finding.check for finding in findings}


def test_records_that_were_broken_are_new(root: Path) -> None:
    """What could not be read at the base is no change, nor a fault of the run."""
    (root / "two.jsonl").write_bytes(b"{]\n\xff")
    commit(root)
    (root / "two.jsonl").write_text(record("c", "Ed Ng"))
    result = report(root)
    assert (result.findings, result.is_complete) == ((), True)


def test_what_was_no_file_is_new(root: Path) -> None:
    """A link at the base is not followed."""
    (root / "link.jsonl").symlink_to("two.jsonl")
    commit(root)
    (root / "link.jsonl").unlink()
    (root / "link.jsonl").write_text(record("d", "Ed Ng"))
    assert told(root) == []


def test_excluded_files_were_never_there(root: Path) -> None:
    """The settings of today say what belongs to the corpus; hidden and other files do not."""
    (root / ".hidden.jsonl").write_text(record("h", "Ed Ng"))
    (root / "other.json").write_text("{}")
    (root / "page.xml").write_text("<html/>")
    commit(root)
    for name in (".hidden.jsonl", "other.json", "page.xml", "one.jsonl"):
        (root / name).unlink()
    (root / "bylint.toml").write_text('exclude = ["one*"]')
    assert told(root) == []


def test_laid_out_repositories(root: Path) -> None:
    """Where a layout stood, the files that it matches were the corpus, and no others."""
    (root / "data" / "xml").mkdir(parents=True)
    xml = root / "data" / "xml" / "2024.x.xml"
    xml.write_text(collection("2024.x", p1="Ada Lovelace", p2="Bo Li"))
    (root / "data" / "xml" / "2024.y.xml").write_text(collection("2024.y", p1="Cy Young"))
    commit(root)
    (root / "one.jsonl").unlink()
    (root / "data" / "xml" / "2024.y.xml").unlink()
    xml.write_text(collection("2024.x", p1="Ada King", p2="Bo Li"))
    assert told(root) == [
        "the authors have changed: “Ada Lovelace” is now “Ada King”",
        "paper 2024.y-1.1 is gone",
    ]


@pytest.mark.parametrize(
    ("path", "pattern", "fits"),
    [
        ("data/xml/a.xml", "data/xml/*.xml", True),
        ("x/data/xml/a.xml", "data/xml/*.xml", False),
        ("data/xml/deep/a.xml", "data/xml/*.xml", False),
        ("data/xml/deep/a.xml", "data/**/*.xml", True),
        ("data/a.xml", "data/**/*.xml", True),
        ("data", "data/*", False),
    ],
)
def test_globs(path: str, pattern: str, fits: bool) -> None:
    """A layout matches a path as it would match a file."""
    assert earlier._fits(path.split("/"), pattern.split("/")) is fits


def test_part_of_a_repository(root: Path) -> None:
    """A corpus below the root is compared with what stood below it."""
    (root / "sub").mkdir()
    (root / "sub" / "x.jsonl").write_text(record("x", "Ed Ng"))
    (root / "sub" / "bylint.toml").touch()
    commit(root)
    (root / "sub" / "x.jsonl").write_text(record("x", "Ed King"))
    (root / "one.jsonl").unlink()
    assert told(root, "sub") == ["the authors have changed: “Ed Ng” is now “Ed King”"]
    assert told(root, "sub/x.jsonl") == ["the authors have changed: “Ed Ng” is now “Ed King”"]


def test_several_repositories(root: Path, tmp_path: Path) -> None:
    """Each repository is compared with its own base."""
    other = tmp_path / "other"
    git(tmp_path, "clone", "-q", str(root), str(other))
    for folder in (root, other):
        (folder / "bylint.toml").unlink()
        commit(folder)
    (other / "two.jsonl").write_text(record("z", "Ed Ng"))
    commit(other)
    (other / "two.jsonl").write_text(record("z", "Ed King"))
    config = tmp_path / "own.toml"
    config.touch()
    assert told(tmp_path, "work/one.jsonl", "other/two.jsonl", config=str(config)) == [
        "the authors have changed: “Ed Ng” is now “Ed King”"
    ]


def test_no_base_no_check(root: Path) -> None:
    """Without a base the check takes no part: nothing is asked of git, and its waivers are not called unused."""
    (root / "bylint.toml").write_text('[[waivers]]\ncheck = "changed-byline"\npaper = "a"\nreason = "known"\n')
    result = report(root, base=None, select=("*",))
    assert result.findings == ()
    assert "changed-byline" not in {check.id for check in result.checks}
    assert [finding.check for finding in report(root, select=("*",)).findings] == ["unused-waiver"]
    with pytest.raises(UsageError, match="changed-byline compares with a base revision"):
        report(root, base=None)


def test_wrong_use_is_told_before_anything_is_read(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A base that cannot be is exit code 2, at once and in two lines."""
    monkeypatch.chdir(root)
    monkeypatch.setattr("bylint.run.read_corpus", lambda *arguments, **more: pytest.fail("read"))
    for base in ("nowhere", "--output=x"):
        assert main(["check", f"--base={base}"]) == 2
    assert main(["check", "--base"]) == 2


def test_gate_shows_it_and_passes(
    root: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """A changed byline is a warning: a pull request shows it, and does not fail for it."""
    (root / "one.jsonl").write_text(record("a", "Bo Li", "Ada Lovelace") + record("b", "Cy Young"))
    monkeypatch.chdir(root)
    assert main(["check", "--base", "main", "--format", "text", "--progress", "never"]) == 0
    assert "“Bo Li” is author 1, not 2  [changed-byline]" in capfd.readouterr().out


def test_same_bytes_every_time(root: Path) -> None:
    """The JSON of two runs is the same, and holds the finding as any other."""
    (root / "one.jsonl").write_text(record("a", "Ada King") + record("b", "Cy Young"))
    (root / "two.jsonl").unlink()
    first, second = (as_json(report(root, jobs=jobs)) for jobs in (1, 2))
    assert first == second
    found = json.loads(first)["findings"]
    assert [(finding["check"], finding["papers"], finding["status"]) for finding in found] == [
        ("changed-byline", ["a"], "shown"),
        ("changed-byline", ["c"], "shown"),
    ]


def test_public_logs_tell_no_old_name(root: Path) -> None:
    """In formats for public logs there is neither the old name nor a pair of names."""
    (root / "one.jsonl").write_text(record("a", "Zoe Quill", "Bo Li") + record("b", "Jo Byrd"))
    commit(root)
    (root / "one.jsonl").write_text(record("a", "Ann Quill", "Bo Li") + record("b"))
    result = report(root)
    for write in (as_github, as_markdown, as_sarif):
        text = write(result)
        assert "1 author has another name" in text
        assert "Zoe" not in text
        assert "Byrd" not in text


def test_withheld_names_are_withheld_of_the_base_too(root: Path) -> None:
    """A name that its bearer gave up is printed nowhere, though only the base has it."""
    digest = "177f85df57ad121d5aaac8076a4a0554a673182fe06cf65ee7d9f7d0961f947d"
    (root / "bylint.toml").write_text(f'withhold = ["{digest}"]')
    (root / "one.jsonl").write_text(record("a", "Bo Li") + record("b", "Cy Young"))
    assert told(root) == ["the authors have changed: “[name withheld]” is gone"]


def test_commands_that_read_no_base(root: Path) -> None:
    """Who asks for no base has a corpus without one."""
    request = Request(paths=(str(root),))
    assert read(set_up(request), request)[1].corpus.before is None
