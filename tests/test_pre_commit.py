"""The two hooks, tried with pre-commit on a git repository made for it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
XML = """<?xml version='1.0' encoding='UTF-8'?>
<collection id="2024.toy">
  <volume id="1" type="proceedings">
    <meta>
      <booktitle>Toys</booktitle>
      <year>2024</year>
    </meta>
    <paper id="1">
      <title>A Toy</title>
      <author><first>Ada</first><last>Lovelace</last></author>
      {more}
    </paper>
  </volume>
</collection>
"""
AGAIN = "<author><first>Ada</first><last>Lovelace</last></author>"


def git(folder: Path, *arguments: str) -> str:
    """Run git in a folder."""
    identity = ["-c", "user.name=Toy", "-c", "user.email=toy@example.org", "-c", "commit.gpgsign=false"]
    return subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True, text=True).stdout


@pytest.fixture(scope="module")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This project as a git repository of its own, as pre-commit clones it."""
    folder = tmp_path_factory.mktemp("hooks") / "bylint"
    folder.mkdir()
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    for name in listed.stdout.splitlines():
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes((ROOT / name).read_bytes())
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "hooks")
    return folder


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A metadata repository: two files, of which one has a finding, and a file that bylint does not read."""
    folder = tmp_path_factory.mktemp("anthology")
    git(folder, "init", "-q", "-b", "main")
    (folder / "data" / "xml").mkdir(parents=True)
    (folder / "data" / "xml" / "2024.toy.xml").write_text(XML.format(more=AGAIN))
    (folder / "data" / "xml" / "2023.toy.xml").write_text(XML.format(more="").replace("2024", "2023"))
    (folder / "sponsors.yaml").write_text("a: b\n")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "records")
    return folder


def tried(hooks: Path, repository: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """`pre-commit try-repo` on the metadata repository."""
    home = hooks.parent / "home"
    command = [sys.executable, "-m", "pre_commit", "try-repo", str(hooks), *arguments]
    environment = {**os.environ, "PRE_COMMIT_HOME": str(home), "PRE_COMMIT_COLOR": "never"}
    environment.pop("GITHUB_ACTIONS", None)
    return subprocess.run(command, cwd=repository, env=environment, capture_output=True, text=True, check=False)


def test_hook_reports_the_changed_files(hooks: Path, repository: Path) -> None:
    """The hook `bylint` fails on a changed file with a finding, and says where it is."""
    done = tried(hooks, repository, "bylint", "--files", "data/xml/2024.toy.xml", "sponsors.yaml")
    assert done.returncode == 1, done.stdout + done.stderr
    assert "Ada Lovelace is listed twice" in done.stdout
    assert "data/xml/2024.toy.xml" in done.stdout


def test_hook_passes_where_nothing_changed_for_the_worse(hooks: Path, repository: Path) -> None:
    """A changed file without a finding passes, though another file has one; a file of another kind is passed over."""
    done = tried(hooks, repository, "bylint", "--files", "data/xml/2023.toy.xml", "sponsors.yaml")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Passed" in done.stdout


def test_hook_for_everything(hooks: Path, repository: Path) -> None:
    """The hook `bylint-all` checks the whole repository, whatever changed."""
    done = tried(hooks, repository, "bylint-all", "--hook-stage", "manual", "--files", "data/xml/2023.toy.xml")
    assert done.returncode == 1, done.stdout + done.stderr
    assert "Ada Lovelace is listed twice" in done.stdout
