"""Reading what strangers send, and writing whole files or none."""

import contextlib
import io
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, cast

LARGEST_FILE = 1 << 30
"""In bytes, of what is read into memory; a metadata file beyond it is a mistake or an attack."""
MAGIC = b"\x1f\x8b"
"""How a file begins that is packed with gzip."""
_CHUNK = 1 << 18
_SUSPICIOUS = 64 << 20
_LARGEST_RATIO = 100
"""By how much a file may grow that unpacks to so many bytes that it is suspicious; metadata grow 5 to 20 times."""


class UnreadableError(Exception):
    """A file cannot be opened; the message says why, in words for a maintainer."""


def read_bytes(path: Path, root: Path) -> bytes:
    """The bytes of a regular file inside `root`, links followed. Raises UnreadableError."""
    with _faults_told():
        resolved, size = _inside(path, root)
        if size > LARGEST_FILE:
            message = f"the file is larger than {LARGEST_FILE >> 20} MiB"
            raise UnreadableError(message)
        return resolved.read_bytes()


def open_bytes(path: Path, root: Path) -> BinaryIO:
    """A regular file of any size inside `root`, open, links followed. Raises UnreadableError."""
    with _faults_told():
        return _inside(path, root)[0].open("rb")


@contextlib.contextmanager
def _faults_told() -> Iterator[None]:
    try:
        yield
    except (OSError, RuntimeError) as error:  # a loop of links is a RuntimeError before Python 3.13
        why = (error.strerror if isinstance(error, OSError) else None) or str(error)
        message = f"the file cannot be opened: {why}"
        raise UnreadableError(message) from error


def _inside(path: Path, root: Path) -> tuple[Path, int]:
    """A regular file inside `root`, links followed, and its size."""
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
    return resolved, status.st_size


def unpacking(file: BinaryIO) -> BinaryIO:
    """What was packed with gzip, unpacked while it is read, and any other file from its beginning.

    Reading raises UnreadableError for what cannot be unpacked, and for what grows as no metadata do.
    """
    is_packed = file.read(len(MAGIC)) == MAGIC
    file.seek(0)
    return cast("BinaryIO", _Unpacking(file)) if is_packed else file


class _Unpacking(io.RawIOBase):
    """What a file holds that is packed with gzip, front to back."""

    def __init__(self, file: BinaryIO) -> None:
        super().__init__()
        self._file = file
        self._packed = file.read(_CHUNK)
        self._unpacker: Any = None
        self._fault: UnreadableError | None = None
        self._read = self._made = 0

    def readable(self) -> bool:
        """It is."""
        return True

    def read(self, size: int = -1) -> bytes:
        """So many bytes, fewer only at the end and before a fault; all of them where no size is given."""
        parts = []
        try:
            while size and (part := self._next(size if size > 0 else _CHUNK)):
                parts.append(part)
                size -= len(part) if size > 0 else 0
        except UnreadableError as error:
            if size < 0 or not parts:
                raise
            self._fault = error
        return b"".join(parts)

    def _next(self, size: int) -> bytes:
        """At most so many bytes; none at the end."""
        if self._fault is not None:
            raise self._fault
        import zlib

        try:
            while self._packed or self._unpacker is not None:
                if self._unpacker is None:
                    self._unpacker = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
                part: bytes = self._unpacker.decompress(self._packed, size)
                self._go_on(len(part))
                if part:
                    return part
        except zlib.error as error:
            message = f"the file cannot be unpacked: {error}"
            raise UnreadableError(message) from error
        return b""

    def _go_on(self, made: int) -> None:
        """Count what came out, and have ready what goes in next: more of one file, or another one behind it."""
        packed = self._unpacker.unconsumed_tail
        if self._unpacker.eof:
            packed = self._unpacker.unused_data.lstrip(b"\0")
            self._unpacker = None
        self._made += made
        if self._made > _SUSPICIOUS and self._made > _LARGEST_RATIO * (self._read + _CHUNK):
            message = f"the file is more than {_LARGEST_RATIO} times as large unpacked as it is packed"
            raise UnreadableError(message)
        if not packed:
            packed = self._file.read(_CHUNK)
            self._read += len(packed)
            if not packed and self._unpacker is not None and not made:
                why = "Compressed file ended before the end-of-stream marker was reached"
                message = f"the file cannot be unpacked: {why}"
                raise UnreadableError(message)
        self._packed = packed


def unpacked(data: bytes) -> bytes:
    """What was packed with gzip, and other bytes as they are. Raises UnreadableError."""
    if not data.startswith(MAGIC):
        return data
    file = unpacking(io.BytesIO(data))
    inside = file.read(LARGEST_FILE + 1)
    if len(inside) > LARGEST_FILE:
        message = f"the file is larger than {LARGEST_FILE >> 20} MiB, unpacked"
        raise UnreadableError(message)
    file.read(1)  # where it ends in a fault, that comes now
    return inside


def write_whole(path: Path, text: str) -> None:
    """Write a file so that it holds all of the text or what it held before, whatever happens meanwhile.

    A link is followed, so that the file behind it is written. Raises OSError.
    """
    with being_written(path) as file:
        file.write(text.encode())


@contextlib.contextmanager
def being_written(path: Path) -> Iterator[BinaryIO]:
    """A file that takes the place of `path` once all of it is written; where that fails, nothing is left of it.

    A link is followed, so that the file behind it is written. Raises OSError.
    """
    path = Path(os.path.realpath(path))
    if path.exists() and not path.is_file():  # a device or a pipe has nothing to lose
        with path.open("wb") as file:
            yield file
        return
    with _beside(path) as (part, file):
        yield file
    try:
        part.replace(path)
    except BaseException:
        part.unlink()
        raise


def staged(path: Path, data: bytes) -> Path:
    """A file beside `path` with its permissions, written to the disk, that has only to be renamed. Raises OSError.

    Where that fails, nothing is left of it.
    """
    with _beside(path) as (part, file):
        file.write(data)
    return part


@contextlib.contextmanager
def _beside(path: Path) -> Iterator[tuple[Path, BinaryIO]]:
    """A new file beside `path`, with its permissions and on the disk when the context ends."""
    import tempfile

    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.", suffix=".part")
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            yield part, file
            file.flush()
            os.fsync(file.fileno())
        part.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())
    except BaseException:
        with contextlib.suppress(OSError):
            part.unlink()
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
