"""Reading an earlier revision from git, whatever the repository would like to run."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from bylint import UsageError
from bylint.corpus import revision as module
from bylint.corpus.revision import Revision, base_of

Git = Callable[..., str]


def git_in(folder: Path) -> Git:
    """Run git in a folder, as a user of that repository would."""

    def git(*arguments: str, check: bool = True) -> str:
        plain = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        who = {f"GIT_{role}_{what}": "a@example.org" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        done = subprocess.run(
            ["git", *arguments], cwd=folder, env={**plain, **who}, capture_output=True, text=True, check=check
        )
        return done.stdout.strip()

    return git


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository with one commit of two files."""
    root = tmp_path / "work"
    (root / "data").mkdir(parents=True)
    git = git_in(root)
    git("init", "-q", "-b", "main")
    (root / "data" / "a.txt").write_bytes(b"one\n")
    (root / "b.txt").write_bytes(b"two\n")
    git("add", ".")
    git("commit", "-q", "-m", "first")
    return root


def contents(revision: Revision) -> dict[str, bytes]:
    """Every file of a revision."""
    files = revision.files()
    return dict(zip(files, revision.contents(list(files.values())), strict=True))


FIRST = {"b.txt": b"two\n", "data/a.txt": b"one\n"}


def commit(root: Path, **files: str) -> None:
    """Another commit, with these files."""
    for name, text in files.items():
        (root / f"{name}.txt").write_text(text)
    git_in(root)("add", ".")
    git_in(root)("commit", "-q", "-m", "next")


def test_files_as_they_were(root: Path) -> None:
    """The files of a commit are read as they are there, whatever lies in the work tree."""
    commit(root, b="changed", c="new")
    (root / "b.txt").unlink()
    assert contents(base_of(root, "HEAD~1")) == FIRST
    assert contents(base_of(root, "HEAD")) == {**FIRST, "b.txt": b"changed", "c.txt": b"new"}


@pytest.mark.parametrize("data", [b"two\n", b"", b"other", None])
def test_content_is_known_by_its_name(root: Path, data: bytes | None) -> None:
    """Bytes are compared with a content without asking git; what cannot be read is not the same."""
    revision = base_of(root, "main")
    assert revision.holds(data, revision.files()["b.txt"]) is (data == b"two\n")


def test_names_of_the_newer_kind(tmp_path: Path) -> None:
    """A repository may name its objects by SHA-256."""
    git = git_in(tmp_path)
    git("init", "-q", "--object-format=sha256")
    (tmp_path / "a.txt").write_text("x")
    git("add", ".")
    git("commit", "-q", "-m", "first")
    revision = base_of(tmp_path, "HEAD")
    assert contents(revision) == {"a.txt": b"x"}
    assert revision.holds(b"x", revision.files()["a.txt"])


def test_base_is_where_the_branch_left(root: Path) -> None:
    """What others did on the base since then is no change of this branch."""
    git = git_in(root)
    git("checkout", "-q", "-b", "topic")
    commit(root, c="mine")
    git("checkout", "-q", "main")
    commit(root, d="theirs")
    git("checkout", "-q", "topic")
    assert contents(base_of(root, "main")) == FIRST
    git("checkout", "-q", "--detach", "topic")
    assert contents(base_of(root, "main")) == FIRST
    git("merge", "-q", "-m", "as a pull request is checked out", "main")
    assert contents(base_of(root, "main")) == {**FIRST, "d.txt": b"theirs"}


def test_linked_work_trees(root: Path, tmp_path: Path) -> None:
    """A work tree that is linked to a repository, or to a bare one, is read like any other."""
    git_in(root)("worktree", "add", "-q", "--detach", str(tmp_path / "linked"))
    assert contents(base_of(tmp_path / "linked", "main")) == FIRST
    git_in(tmp_path)("clone", "-q", "--bare", str(root), "bare.git")
    git_in(tmp_path / "bare.git")("worktree", "add", "-q", str(tmp_path / "other"), "main")
    assert contents(base_of(tmp_path / "other", "HEAD")) == FIRST


def test_odd_paths(root: Path) -> None:
    """Paths come as they are: with spaces, quotes, line ends, letters, and bytes that are none."""
    names = ["a b", 'quo"te', "back\\slash", "line\nend", "tab\t", "é", "-x", ":(glob)*", os.fsdecode(b"\xff")]
    for name in names:
        (root / name).write_text(name, errors="surrogateescape")
    git_in(root)("add", "-A")
    git_in(root)("commit", "-q", "-m", "odd")
    found = contents(base_of(root, "HEAD"))
    assert {name: found[name] for name in names} == {name: os.fsencode(name) for name in names}


def test_only_regular_files(root: Path) -> None:
    """Links are no files, nor is another repository."""
    (root / "link.txt").symlink_to("b.txt")
    git = git_in(root)
    git("update-index", "--add", "--cacheinfo", f"160000,{git('rev-parse', 'HEAD')},module")
    git("add", "link.txt")
    git("commit", "-q", "-m", "links")
    assert contents(base_of(root, "HEAD")) == FIRST


def test_large_contents(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Contents are asked for in portions, and a file beyond any measure is not read."""
    monkeypatch.setattr(module, "_AT_ONCE", 3)
    assert contents(base_of(root, "HEAD")) == FIRST
    commit(root, c="x" * 100, d="y")
    monkeypatch.setattr(module, "LARGEST_FILE", 50)
    assert contents(base_of(root, "HEAD")) == {**FIRST, "c.txt": b"", "d.txt": b"y"}


@pytest.mark.parametrize(
    ("revision", "message"),
    [
        ("nowhere", "there is no revision 'nowhere'"),
        ("--output=x", "'--output=x' is no revision"),
        ("-", "'-' is no revision"),
        ("", "'' is no revision"),
        (" ", "' ' is no revision"),
        ("main\nHEAD", "is no revision"),
        ("main\0", "is no revision"),
        ("^main", "there is no revision '^main'"),
        ("main..main", "there is no revision"),
        ("main:b.txt", "there is no revision"),
        ("0" * 40, "there is no revision"),
        (":/", "there is no revision"),
    ],
)
def test_no_such_revision(root: Path, revision: str, message: str) -> None:
    """What names no commit is refused, and never taken for an option."""
    with pytest.raises(UsageError) as caught:
        base_of(root, revision)
    assert message in str(caught.value)
    assert "as in origin/master" in caught.value.hint
    assert sorted(path.name for path in root.iterdir()) == [".git", "b.txt", "data"]


def test_no_repository(tmp_path: Path, root: Path) -> None:
    """A folder that is in no repository, or in a broken one, is refused; the repository around it is not taken."""
    with pytest.raises(UsageError, match="is in no git repository"):
        base_of(tmp_path, "main")
    inner = root / "inner"
    (inner / ".git").mkdir(parents=True)
    with pytest.raises(UsageError, match="git cannot read"):
        base_of(inner, "main")


def test_no_git(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without git, or with one that lies in the working directory alone, it is said what is needed."""
    monkeypatch.setenv("PATH", "")
    with pytest.raises(UsageError, match="needs git"):
        base_of(root, "main")
    monkeypatch.chdir(root)
    (root / "git").write_text("#!/bin/sh\ntouch ran\n")
    (root / "git").chmod(0o755)
    monkeypatch.setenv("PATH", ".")
    with pytest.raises(UsageError, match="needs git"):
        base_of(root, "main")
    assert not (root / "ran").exists()


def test_git_that_hangs(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A git that never answers does not hold the run for ever."""
    monkeypatch.setattr(module, "_SECONDS", 0)
    with pytest.raises(UsageError, match="does not answer"):
        base_of(root, "main")


def test_histories_without_a_common_commit(root: Path) -> None:
    """A branch that began elsewhere, or has no commit yet, cannot be compared."""
    git = git_in(root)
    git("checkout", "-q", "--orphan", "other")
    with pytest.raises(UsageError, match="no commit in common"):
        base_of(root, "main")
    git("commit", "-q", "-m", "other")
    with pytest.raises(UsageError, match="no commit in common"):
        base_of(root, "main")


def test_shallow_clones(root: Path, tmp_path: Path) -> None:
    """A clone without the history says how to get it, and is good enough where the base is there."""
    commit(root, c="next")
    git_in(root)("branch", "side", "HEAD~1")
    git = git_in(tmp_path)
    git("clone", "-q", "--depth=1", f"file://{root}", "shallow")
    shallow = tmp_path / "shallow"
    assert contents(base_of(shallow, "HEAD")) == {**FIRST, "c.txt": b"next"}
    for revision in ("HEAD~1", "origin/side"):
        with pytest.raises(UsageError, match="there is no revision") as caught:
            base_of(shallow, revision)
        assert "git fetch --unshallow" in caught.value.hint
    commit(root, e="more")
    git_in(shallow)("fetch", "-q", "--depth=1", "origin", "main:refs/remotes/origin/now")
    with pytest.raises(UsageError, match="no commit in common") as caught:
        base_of(shallow, "origin/now")
    assert "fetch-depth: 0" in caught.value.hint


def test_redirections_of_the_environment(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A hook's environment points git elsewhere; here only the folder counts."""
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_NAMESPACE"):
        monkeypatch.setenv(name, str(tmp_path / "elsewhere"))
    monkeypatch.setenv("GIT_TRACE", str(tmp_path / "trace"))
    assert contents(base_of(root, "main")) == FIRST
    assert not (tmp_path / "trace").exists()


def test_nothing_that_the_repository_names_is_run(root: Path, tmp_path: Path) -> None:
    """Neither .git/config nor .gitattributes nor hooks get a program started."""
    marker, git = tmp_path / "ran", git_in(root)
    program = tmp_path / "trap"
    program.write_text(f"#!/bin/sh\necho \"$0 $*\" >> '{marker}'\ncat\n")
    program.chmod(0o755)
    (root / ".gitattributes").write_text("* filter=trap diff=trap merge=trap\n")
    (root / ".git" / "info").mkdir(exist_ok=True)
    shutil.copy(root / ".gitattributes", root / ".git" / "info" / "attributes")
    commit(root, c="next")
    hooks = root / ".git" / "hooks"
    hooks.mkdir(exist_ok=True)
    for hook in ("post-index-change", "reference-transaction", "post-checkout", "pre-commit", "fsmonitor-watchman"):
        shutil.copy(program, hooks / hook)
    for name in (
        "core.fsmonitor",
        "core.pager",
        "core.editor",
        "core.sshCommand",
        "core.askPass",
        "core.gitProxy",
        "core.alternateRefsCommand",
        "credential.helper",
        "diff.external",
        "diff.trap.textconv",
        "diff.trap.command",
        "filter.trap.clean",
        "filter.trap.smudge",
        "filter.trap.process",
        "merge.trap.driver",
        "gpg.program",
        "interactive.diffFilter",
        "sequence.editor",
        *(f"{kind}.{command}" for kind in ("pager", "alias") for command in ("cat-file", "ls-tree", "rev-parse")),
    ):
        git("config", name, f"!{program}" if name.startswith("alias.") else str(program))
    (root / "b.txt").write_text("changed")
    git("status", check=False)
    assert marker.exists()  # the traps are set, as this git shows
    marker.unlink()
    git("diff", check=False)
    assert marker.exists()
    marker.unlink()
    revision = base_of(root, "HEAD~1")
    assert contents(revision) == FIRST
    assert contents(base_of(root, "HEAD"))["c.txt"] == b"next"
    assert not marker.exists()


@pytest.mark.parametrize(
    "config",
    [
        pytest.param({"url": "ext::{trap}", "protocol.ext.allow": "always"}, id="a remote that is a program"),
        pytest.param({"url": "/nowhere", "uploadpack": "{trap}"}, id="a program on the other side"),
        pytest.param({"url": "ssh://nowhere.invalid/x", "core.sshCommand": "{trap}"}, id="a program for ssh"),
        pytest.param({"url": "x", "vcs": "ext", "protocol.ext.allow": "always"}, id="another kind of remote"),
    ],
)
def test_nothing_is_fetched(root: Path, tmp_path: Path, config: dict[str, str]) -> None:
    """What a partial clone lacks is not fetched, for the fetch runs what the config names: it is said what to do."""
    marker, git = tmp_path / "ran", git_in(root)
    trap = tmp_path / "trap"
    trap.write_text(f"#!/bin/sh\ntouch '{marker}'\n")
    trap.chmod(0o755)
    name = git("rev-parse", "HEAD:b.txt")
    (root / ".git" / "objects" / name[:2] / name[2:]).unlink()
    git("config", "core.repositoryFormatVersion", "1")
    git("config", "extensions.partialClone", "origin")
    git("config", "remote.origin.promisor", "true")
    for key, value in config.items():
        git("config", key if "." in key else f"remote.origin.{key}", value.format(trap=trap))
    with pytest.raises(UsageError, match="does not hold all files") as caught:
        contents(base_of(root, "HEAD"))
    assert "bylint fetches nothing" in caught.value.hint
    assert not marker.exists()
    if "vcs" not in config:
        git("cat-file", "-p", name, check=False)
        assert marker.exists()


def test_replaced_objects_do_not_count(root: Path) -> None:
    """A repository cannot put other contents in the place of those that were committed."""
    git = git_in(root)
    commit(root, b="changed")
    git("replace", git("rev-parse", "HEAD~1"), git("rev-parse", "HEAD"))
    assert contents(base_of(root, "HEAD~1")) == FIRST


def test_settings_of_the_repository_do_not_lead_astray(root: Path, tmp_path: Path) -> None:
    """A repository that calls itself bare, or that names another work tree, is read from where it stands."""
    git = git_in(root)
    git("config", "core.worktree", str(tmp_path))
    assert contents(base_of(root, "main")) == FIRST
    git("config", "--unset", "core.worktree")
    git("config", "core.bare", "true")
    assert contents(base_of(root, "main")) == FIRST
