"""Reading what strangers send, and writing whole files or none."""

import contextlib
import os
import stat
import tempfile
from pathlib import Path

LARGEST_FILE = 1 << 30
"""In bytes; a metadata file beyond it is a mistake or an attack."""


class UnreadableError(Exception):
    """A file cannot be opened; the message says why, in words for a maintainer."""


def read_bytes(path: Path, root: Path) -> bytes:
    """The bytes of a regular file inside `root`, links followed. Raises UnreadableError."""
    try:
        resolved = path.resolve(strict=True)
        if not resolved.is_relative_to(root.resolve()):
            message = "the file is a link to a place outside the repository"
            raise UnreadableError(message)
        status = resolved.stat()
        if stat.S_ISDIR(status.st_mode):
            message = "a folder stands where a file is expected"
            raise UnreadableError(message)
        if not stat.S_ISREG(status.st_mode):
            message = "this is no regular file"
            raise UnreadableError(message)
        if status.st_size > LARGEST_FILE:
            message = f"the file is larger than {LARGEST_FILE >> 20} MiB"
            raise UnreadableError(message)
        return resolved.read_bytes()
    except (OSError, RuntimeError) as error:  # a loop of links is a RuntimeError before Python 3.13
        why = (error.strerror if isinstance(error, OSError) else None) or str(error)
        message = f"the file cannot be opened: {why}"
        raise UnreadableError(message) from error


def unpacked(data: bytes) -> bytes:
    """What was packed with gzip, and other bytes as they are. Raises UnreadableError."""
    if not data.startswith(b"\x1f\x8b"):
        return data
    import gzip
    import io
    import zlib

    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as file:
            inside = file.read(LARGEST_FILE + 1)
    except (OSError, EOFError, zlib.error) as error:
        message = f"the file cannot be unpacked: {error}"
        raise UnreadableError(message) from error
    if len(inside) > LARGEST_FILE:
        message = f"the file is larger than {LARGEST_FILE >> 20} MiB, unpacked"
        raise UnreadableError(message)
    return inside


def write_whole(path: Path, text: str) -> None:
    """Write a file so that it holds all of the text or what it held before, whatever happens meanwhile.

    A link is followed, so that the file behind it is written. Raises OSError.
    """
    path = Path(os.path.realpath(path))
    if path.exists() and not path.is_file():  # a device or a pipe has nothing to lose
        path.write_text(text, encoding="utf-8", newline="")
        return
    part = staged(path, text.encode())
    try:
        part.replace(path)
    except BaseException:
        part.unlink()
        raise


def staged(path: Path, data: bytes) -> Path:
    """A file beside `path` with its permissions, written to the disk, that has only to be renamed. Raises OSError.

    Where that fails, nothing is left of it.
    """
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.", suffix=".part")
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())
    except BaseException:
        with contextlib.suppress(OSError):
            part.unlink()
        raise
    return part


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
