"""Files as their patches make them: each of them whole, and all of those that belong together or none."""

import contextlib
import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from bylint.edits import Patch, digest
from bylint.files import UnreadableError, read_bytes, staged

_WITH_ANOTHER = "it shares a fix with a file that cannot be written"


def patched(path: Path, root: Path, patch: Patch) -> tuple[bytes, bytes]:
    """A file before and after its patch. Raises UnreadableError where it is not what the patch is of."""
    data = _unchanged(path, root, patch)
    return data, patch.applied(data)


def _unchanged(path: Path, root: Path, patch: Patch) -> bytes:
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
    another cannot be.
    """
    parts: dict[str, tuple[Path, Path]] = {}
    failed: dict[str, str] = {}
    try:
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
        _spread(failed, list(together))
        for shown in [shown for shown in parts if shown not in failed]:
            part, target = parts[shown]
            try:
                part.replace(target)
                del parts[shown]
            except OSError as error:
                failed[shown] = f"the file cannot be replaced: {error.strerror or error}"
    finally:
        for part, _ in parts.values():
            with contextlib.suppress(OSError):
                part.unlink()
    return failed


def _staged(path: Path, root: Path, patch: Patch) -> tuple[Path, Path]:
    """The new file beside the old one, which a link may lead to, and the old one."""
    _, data = patched(path, root, patch)
    target = path.resolve(strict=True)
    if not os.access(target, os.W_OK):
        message = "the file is protected against writing"
        raise UnreadableError(message)
    return staged(target, data), target


def _spread(failed: dict[str, str], together: Iterable[frozenset[str]]) -> None:
    """Add the files that cannot be written without those that failed."""
    while more := {path for group in together if not group.isdisjoint(failed) for path in group} - failed.keys():
        failed.update(dict.fromkeys(sorted(more), _WITH_ANOTHER))
