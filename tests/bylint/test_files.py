"""Reading what strangers send, and writing whole files or none."""

import gzip
import io
import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bylint.files import UnreadableError, being_written, read_bytes, unpacked, unpacking, write_whole


def test_bytes_of_a_file(tmp_path: Path) -> None:
    """A regular file is read as it is."""
    (tmp_path / "a").write_bytes(b"\xff\r\n")
    assert read_bytes(tmp_path / "a", tmp_path) == b"\xff\r\n"


def test_link_inside_is_followed(tmp_path: Path) -> None:
    """A link to a file of the same repository is that file."""
    (tmp_path / "a").write_bytes(b"x")
    (tmp_path / "b").symlink_to("a")
    assert read_bytes(tmp_path / "b", tmp_path) == b"x"


@pytest.mark.parametrize(
    ("make", "message"),
    [
        pytest.param(lambda path: None, "cannot be opened: No such file", id="a file that is not there"),
        pytest.param(lambda path: path.mkdir(), "a folder stands", id="a folder"),
        pytest.param(os.mkfifo, "no regular file", id="a pipe, which would never end"),
        pytest.param(
            lambda path: path.symlink_to("/etc/hostname"), "outside the repository", id="a link to the outside"
        ),
        pytest.param(lambda path: path.symlink_to(path.name), "cannot be opened", id="a link to itself"),
    ],
)
def test_what_is_no_file_of_the_repository_is_refused(tmp_path: Path, make: object, message: str) -> None:
    """Only regular files inside the repository are opened."""
    path = tmp_path / "x.xml"
    make(path)  # type: ignore[operator]
    with pytest.raises(UnreadableError, match=message):
        read_bytes(path, tmp_path)


def test_huge_files_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file beyond all reason is not read into memory."""
    (tmp_path / "a").write_bytes(b"xx")
    monkeypatch.setattr("bylint.files.LARGEST_FILE", 1)
    with pytest.raises(UnreadableError, match="larger than"):
        read_bytes(tmp_path / "a", tmp_path)


@pytest.mark.parametrize("name", ["a" * 255, "é" * 127, "王" * 85, "𝔘" * 63])
def test_file_with_the_longest_name_is_written(tmp_path: Path, name: str) -> None:
    """A file system counts bytes, and what is written first stands beside the file for a moment."""
    (tmp_path / name).write_text("old", encoding="utf-8")
    write_whole(tmp_path / name, "new")
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {name: "new"}


def test_write_whole_replaces_and_keeps_the_mode(tmp_path: Path) -> None:
    """What is written takes the old file's place and permissions."""
    path = tmp_path / "a"
    path.write_text("old")
    path.chmod(0o640)
    write_whole(path, "new\n")
    assert path.read_bytes() == b"new\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert list(tmp_path.iterdir()) == [path]


def test_new_file_has_the_usual_mode(tmp_path: Path) -> None:
    """A file that was not there gets the permissions that any new file would."""
    (tmp_path / "usual").touch()
    write_whole(tmp_path / "new", "x")
    assert (tmp_path / "new").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_write_whole_follows_links(tmp_path: Path) -> None:
    """A link stays a link; the file behind it is written."""
    (tmp_path / "a").write_text("old")
    (tmp_path / "b").symlink_to("a")
    write_whole(tmp_path / "b", "new")
    assert (tmp_path / "b").is_symlink()
    assert (tmp_path / "a").read_text() == "new"


def test_write_whole_to_a_device(tmp_path: Path) -> None:
    """A device is written to, not replaced."""
    write_whole(Path(os.devnull), "x")
    assert not Path(os.devnull).is_file()


@pytest.mark.parametrize("error", [OSError("disk full"), KeyboardInterrupt()], ids=["a full disk", "an interrupt"])
def test_write_that_fails_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    """Where writing ends early, the old file is whole and nothing else is left behind."""
    path = tmp_path / "a"
    path.write_text("old")

    def fail(handle: int) -> None:
        raise error

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(type(error)):
        write_whole(path, "new")
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


@given(
    st.lists(st.binary(max_size=2000).map(lambda part: part * 50), max_size=3),
    st.integers(1, 5000),
    st.integers(0, 3),
)
def test_unpacking_gives_what_was_packed(parts: list[bytes], size: int, zeros: int) -> None:
    """Several packed files in a row are one; zeros behind them are padding; reading stops where it is told to."""
    data = b"".join(map(gzip.compress, parts)) + b"\0" * zeros if parts else b""
    file = unpacking(io.BytesIO(data))
    found = []
    while part := file.read(size):
        assert len(part) <= size
        found.append(part)
    assert b"".join(found) == b"".join(parts)
    assert all(len(part) == size for part in found[:-1])
    assert unpacking(io.BytesIO(data)).read() == b"".join(parts)


@given(st.binary(min_size=1, max_size=3000), st.data())
def test_what_is_cut_is_told_behind_what_is_there(data: bytes, draw: st.DataObject) -> None:
    """Of a packed file that is cut, what can be unpacked is read; then it is refused, and so is all of it at once."""
    packed = gzip.compress(data)
    packed = packed[: draw.draw(st.integers(2, len(packed) - 1))]
    file = unpacking(io.BytesIO(packed))
    found: list[bytes] = []
    with pytest.raises(UnreadableError, match="cannot be unpacked"):
        found.extend(iter(lambda: file.read(100), b""))
    assert data.startswith(b"".join(found))
    for read in (unpacked, lambda packed: unpacking(io.BytesIO(packed)).read()):
        with pytest.raises(UnreadableError, match="cannot be unpacked"):
            read(packed)


def test_what_grows_without_end_is_refused() -> None:
    """A small file that unpacks to a thousand times its size is given up long before its end."""
    file = unpacking(io.BytesIO(gzip.compress(b"0" * (300 << 20), 1)))
    parts: list[bytes] = []
    with pytest.raises(UnreadableError, match="more than 100 times as large"):
        parts.extend(iter(lambda: file.read(1 << 20), b""))
    assert sum(map(len, parts)) < 130 << 20


def test_file_that_is_being_written(tmp_path: Path) -> None:
    """What is written piece by piece is there when all of it is; where that fails, the file is what it was."""
    path = tmp_path / "a"
    path.write_bytes(b"old")
    with being_written(path) as file:
        file.write(b"new")
        assert path.read_bytes() == b"old"
    assert path.read_bytes() == b"new"

    def fail() -> None:
        with being_written(path) as file:
            file.write(b"half")
            raise ValueError("half way")

    with pytest.raises(ValueError, match="half way"):
        fail()
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a": b"new"}
