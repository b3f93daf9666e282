"""Files as their patches make them: each of them whole, and all of those that belong together or none."""

import contextlib
import os
import shutil
import tempfile
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from bylint.edits import Patch, digest
from bylint.files import UnreadableError, read_bytes, staged

_WITH_ANOTHER = "it shares a fix with a file that cannot be written"


def patched(path: Path, root: Path, patch: Patch) -> tuple[bytes, bytes]:
    """A file before and after its patch. Raises UnreadableError where it is not what the patch is of."""
    data = _unchanged(path, root, patch)
    return data, patch.applied(data)


def _unchanged(path: Path, root: Path, patch: Patch) -> bytes:
    if not patch.digest and not os.path.lexists(path):
        return b""
    data = read_bytes(path, root)
    if digest(data) != patch.digest:
        message = "the file has changed since it was read"
        raise UnreadableError(message)
    return data


def write_patches(
    root: Path, patches: Mapping[str, Patch], together: Iterable[frozenset[str]] = ()
) -> Mapping[str, str]:
    """Write what patches make of files below `root`; what is not written comes back, with the reason.

    Everything is on the disk before the first file is replaced. `together` names files of which none is written where
    another cannot be; those that are replaced by then are put back.
    """
    together = list(together)
    replaced = _Replaced()
    parts: dict[str, tuple[Path, Path]] = {}
    failed: dict[str, str] = {}
    try:
        _stage(root, patches, parts, failed)
        _spread(failed, together)
        for shown, (part, target) in parts.items():
            if shown not in failed:
                try:
                    replaced.replace(shown, part, target)
                except OSError as error:
                    failed[shown] = f"the file cannot be replaced: {error.strerror or error}"
                    _spread(failed, together)
                    replaced.put_back(failed)
    except BaseException:
        replaced.put_back(parts)
        raise
    finally:
        replaced.forget()
        for part, _ in parts.values():
            with contextlib.suppress(OSError):
                part.unlink()
    return failed


def _stage(
    root: Path, patches: Mapping[str, Patch], parts: dict[str, tuple[Path, Path]], failed: dict[str, str]
) -> None:
    """Bring every new file to the disk, beside the old one; into `failed` goes what cannot be written, and why."""
    for shown, patch in sorted(patches.items()):
        try:
            parts[shown] = _staged(root / shown, root, patch)
        except UnreadableError as error:
            failed[shown] = str(error)
        except OSError as error:
            failed[shown] = f"the file cannot be written: {error.strerror or error}"
    for shown in parts:  # once more: to bring all of them to the disk takes long enough for somebody to save one
        try:
            _unchanged(root / shown, root, patches[shown])
        except UnreadableError as error:
            failed[shown] = str(error)


class _Replaced:
    """Files that are replaced already, each with what it was, set aside beside it."""

    def __init__(self) -> None:
        self._files: dict[str, tuple[Path, Path | None]] = {}

    def replace(self, shown: str, part: Path, target: Path) -> None:
        """Put one file in the place of another. Raises OSError."""
        aside = _set_aside(target)
        self._files[shown] = target, aside
        try:
            part.replace(target)
        except BaseException:
            del self._files[shown]
            if aside is not None:
                aside.unlink()
            raise

    def put_back(self, names: Collection[str]) -> None:
        """Undo what was done to some files."""
        for shown in [shown for shown in self._files if shown in names]:
            target, aside = self._files.pop(shown)
            with contextlib.suppress(OSError):
                target.unlink() if aside is None else aside.replace(target)

    def forget(self) -> None:
        """Let go of what the files were."""
        for _, aside in self._files.values():
            if aside is not None:
                with contextlib.suppress(OSError):
                    aside.unlink()


def _set_aside(target: Path) -> Path | None:
    """The same file under another name; None where there is none. Raises OSError."""
    if not target.exists():
        return None
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:40]}.", suffix=".old")
    os.close(handle)
    aside = Path(name)
    aside.unlink()
    try:
        aside.hardlink_to(target)
    except OSError:  # not every file system has links
        shutil.copy2(target, aside)
    return aside


def _staged(path: Path, root: Path, patch: Patch) -> tuple[Path, Path]:
    """The new file beside the old one, which a link may lead to, and the old one."""
    _, data = patched(path, root, patch)
    target = path.resolve(strict=bool(patch.digest))
    if not target.is_relative_to(root.resolve()):
        message = "the file would lie outside of the repository"
        raise UnreadableError(message)
    if patch.digest and not os.access(target, os.W_OK):
        message = "the file is protected against writing"
        raise UnreadableError(message)
    return staged(target, data), target


def _spread(failed: dict[str, str], together: Iterable[frozenset[str]]) -> None:
    """Add the files that cannot be written without those that failed."""
    while more := {path for group in together if not group.isdisjoint(failed) for path in group} - failed.keys():
        failed.update(dict.fromkeys(sorted(more), _WITH_ANOTHER))
