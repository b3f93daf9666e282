"""Writing files: whole or not at all, and those of one fix together."""

import os
import stat
from pathlib import Path

import pytest

from bylint.edits import Edit, Patch, digest
from bylint.writing import write_patches


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder with three files."""
    folder = tmp_path / "root"
    folder.mkdir()
    for name in "abc":
        (folder / name).write_bytes(b"old")
    return folder


def patches(*names: str, before: bytes = b"old") -> dict[str, Patch]:
    """For each of these files a patch that makes it `new`."""
    return {name: Patch(digest(before), ((Edit(0, 3, b"new"),),)) for name in names}


def contents(root: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {path.name: path.read_bytes() for path in sorted(root.iterdir())}


def test_files_are_replaced_with_their_mode(root: Path) -> None:
    """What has a patch is new, keeps its permissions, and nothing else is touched or left behind."""
    (root / "a").chmod(0o640)
    before = _touched(root / "c")
    assert write_patches(root, patches("a", "b")) == {}
    assert contents(root) == {"a": b"new", "b": b"new", "c": b"old"}
    assert stat.S_IMODE((root / "a").stat().st_mode) == 0o640
    assert _touched(root / "c") == before


def _touched(path: Path) -> tuple[int, ...]:
    """What writing or replacing a file would change; reading changes when it was read."""
    found = path.stat()
    return found.st_ino, found.st_mode, found.st_mtime_ns, found.st_ctime_ns


def test_file_that_changed_is_refused(root: Path) -> None:
    """A file that is not what it was when it was read stays; the others are written."""
    (root / "a").write_bytes(b"older")
    assert write_patches(root, patches("a", "b")) == {"a": "the file has changed since it was read"}
    assert contents(root) == {"a": b"older", "b": b"new", "c": b"old"}


def test_file_that_changes_while_the_others_are_written_is_refused(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever saves a file at that moment, another run of bylint perhaps, does not lose it."""

    def save(handle: int) -> None:
        (root / "a").write_bytes(b"saved")

    monkeypatch.setattr(os, "fsync", save)
    failed = write_patches(root, patches("a", "b", "c"), [frozenset("ab")])
    assert failed["a"] == "the file has changed since it was read"
    assert contents(root) == {"a": b"saved", "b": b"old", "c": b"new"}


def test_files_of_one_fix_go_together(root: Path) -> None:
    """Where one file of a fix cannot be written, none that hangs together with it is."""
    (root / "a").unlink()
    failed = write_patches(root, patches("a", "b", "c"), [frozenset("ab"), frozenset("bc")])
    assert list(failed) == ["a", "b", "c"]
    assert "No such file" in failed["a"]
    assert "shares a fix" in failed["c"]
    assert contents(root) == {"b": b"old", "c": b"old"}


def test_links(root: Path) -> None:
    """A link inside the repository stays one, and its target is written; a link to the outside is refused."""
    outside = root.parent / "outside"
    outside.write_bytes(b"old")
    (root / "d").symlink_to("a")
    (root / "e").symlink_to(outside)
    assert write_patches(root, patches("d", "e")) == {"e": "the file is a link to a place outside the repository"}
    assert (root / "d").is_symlink()
    assert (root / "a").read_bytes() == b"new"
    assert outside.read_bytes() == b"old"


def test_protected_file_is_refused(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that may not be written is not replaced by one that may."""
    monkeypatch.setattr(os, "access", lambda path, mode: path.name != "a")
    assert write_patches(root, patches("a", "b")) == {"a": "the file is protected against writing"}
    assert contents(root) == {"a": b"old", "b": b"new", "c": b"old"}


def test_full_disk_leaves_everything_as_it_was(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is replaced before everything is on the disk; what could not be written is gone."""

    def fail(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    failed = write_patches(root, patches("a", "b"))
    assert failed == dict.fromkeys("ab", "the file cannot be written: No space left on device")
    assert contents(root) == dict.fromkeys("abc", b"old")


@pytest.mark.parametrize("error", [KeyboardInterrupt(), MemoryError()], ids=["an interrupt", "no memory"])
def test_crash_leaves_everything_as_it_was(root: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    """Whatever ends it while files are prepared, none is changed and no other is left."""
    calls = []

    def fail(handle: int) -> None:
        calls.append(handle)
        if len(calls) == 2:
            raise error

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(type(error)):
        write_patches(root, patches("a", "b", "c"))
    assert contents(root) == dict.fromkeys("abc", b"old")


def test_file_that_cannot_be_replaced_is_said(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where renaming fails, the old file stays, and the new one is taken away."""

    def fail(part: Path, target: Path) -> Path:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "replace", fail)
    assert write_patches(root, patches("a")) == {"a": "the file cannot be replaced: Operation not permitted"}
    assert contents(root) == dict.fromkeys("abc", b"old")


def test_new_file(tmp_path: Path) -> None:
    """A file that is not there is made with the others, or not at all; one that came meanwhile is not written over."""
    old = tmp_path / "old.txt"
    old.write_bytes(b"a")
    patches = {
        "new.txt": Patch(b"", ((Edit(0, 0, b"new"),),)),
        "old.txt": Patch(digest(b"a"), ((Edit(0, 1, b"b"),),)),
    }
    assert write_patches(tmp_path, patches, [frozenset(patches)]) == {}
    assert ((tmp_path / "new.txt").read_bytes(), old.read_bytes()) == (b"new", b"b")
    again = {**patches, "old.txt": Patch(digest(b"b"), ((Edit(0, 1, b"c"),),))}
    failed = write_patches(tmp_path, again, [frozenset(again)])
    assert failed.keys() == {"new.txt", "old.txt"}
    assert failed["new.txt"] == "the file has changed since it was read"
    assert old.read_bytes() == b"b"


def test_new_file_outside_of_the_repository(tmp_path: Path) -> None:
    """Nothing is made where nothing may be read."""
    root = tmp_path / "root"
    root.mkdir()
    patches = {"../new.txt": Patch(b"", ((Edit(0, 0, b"new"),),))}
    assert write_patches(root, patches) == {"../new.txt": "the file would lie outside of the repository"}
    assert list(tmp_path.iterdir()) == [root]


@pytest.mark.parametrize("has_links", [True, False], ids=["with links", "without links"])
@pytest.mark.parametrize(
    "error", [OSError(1, "Operation not permitted"), KeyboardInterrupt()], ids=["error", "interrupt"]
)
def test_files_that_are_replaced_are_put_back(
    root: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException, *, has_links: bool
) -> None:
    """Where the second of two files that go together cannot be replaced, the first is what it was, new ones are gone."""
    replace = Path.replace

    def fail(part: Path, target: Path) -> Path:
        if target.name == "b" and part.suffix == ".part":
            raise error
        return replace(part, target)

    def refuse(path: Path, target: Path) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(Path, "replace", fail)
    if not has_links:
        monkeypatch.setattr(Path, "hardlink_to", refuse)
    all_of_them = {"Z": Patch(b"", ((Edit(0, 0, b"new"),),)), **patches("a", "b", "c")}
    together = [frozenset({"Z", "a", "b"})]
    if isinstance(error, OSError):
        failed = write_patches(root, all_of_them, together)
        assert list(failed) == ["b", "Z", "a"]
        assert contents(root) == {"a": b"old", "b": b"old", "c": b"new"}
    else:
        with pytest.raises(KeyboardInterrupt):
            write_patches(root, all_of_them, together)
        assert contents(root) == dict.fromkeys("abc", b"old")
