"""What the papers of a corpus were at a base revision: read anew only where a file is not what it was."""

from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from bylint.corpus.reading import Reading, records_of
from bylint.corpus.revision import Revision
from bylint.corpus.scope import Scope
from bylint.faults import UNREADABLE_FILE
from bylint.files import UnreadableError, read_bytes
from bylint.finding import Severity
from bylint.loaders import Loader
from bylint.model import Paper

_HEAD = 4096


class _Wanted(NamedTuple):
    """A file that is not what it was."""

    shown: str
    content: str
    loaders: Sequence[Loader]
    is_sure: bool
    """Whether the first loader reads it, whatever it holds."""


def earlier_papers(  # noqa: PLR0913 - what is read today, and where it is read from
    scope: Scope,
    reading: Reading,
    revisions: Iterable[Revision],
    *,
    files: Iterable[tuple[Path, str, Loader]],
    loaders: Sequence[Loader],
    exclude: Sequence[str],
) -> tuple[Paper, ...]:
    """The papers of a corpus as they were at one revision of each of its repositories, files in order.

    Settings and loaders are those of today. A paper that is missing today from a file with a broken record is left out,
    because the loader says that already. Raises UsageError where git does.
    """
    today = {shown: loader for _, shown, loader in files}
    papers: dict[str, list[Paper]] = {}
    for paper in reading.corpus.papers:
        papers.setdefault(paper.path, []).append(paper)
    found: dict[str, list[Paper]] = {}
    for revision in revisions:
        listed = revision.files()
        places = _Places(scope, revision.root, loaders, listed)
        wanted = []
        for path, content in listed.items():
            shown = scope.shown(revision.root / path)
            candidates, is_sure = ([today[shown]], True) if shown in today else places.loaders_of(path)
            if not candidates or any(fnmatchcase(shown, pattern) for pattern in exclude):
                continue
            if not revision.holds(_bytes(revision.root / path, scope.root), content):
                wanted.append(_Wanted(shown, content, candidates, is_sure))
            elif shown in today:
                found[shown] = papers.get(shown, [])
        contents = revision.contents([file.content for file in wanted])
        for file, data in zip(wanted, contents, strict=True):
            found[file.shown] = _papers(file, data, scope.root)
    broken, held = _broken(reading, loaders), {paper.id for paper in reading.corpus.papers}
    return tuple(paper for path in sorted(found) for paper in found[path] if path not in broken or paper.id in held)


class _Places:
    """Which loader would have read a file that nobody reads today, by where it stood."""

    def __init__(self, scope: Scope, root: Path, loaders: Sequence[Loader], listed: Iterable[str]) -> None:
        self._loaders = loaders
        folders = [corpus.relative_to(root).parts for corpus in scope.corpora if corpus.is_relative_to(root)]
        layouts = [_parts(loader.layout[0]) for loader in loaders if loader.layout]
        paths = [_parts(path) for path in listed] if layouts else []
        self._is_laid_out = {
            folder: any(_fits(path, (*folder, *layout)) for path in paths for layout in layouts) for folder in folders
        }

    def loaders_of(self, path: str) -> tuple[Sequence[Loader], bool]:
        """The loaders of a file, and whether the first of them reads whatever it holds."""
        parts = _parts(path)
        for folder, is_laid_out in self._is_laid_out.items():
            inner = parts[len(folder) :]
            if parts[: len(folder)] != folder:
                continue
            if is_laid_out:
                fitting = (
                    loader for loader in self._loaders if any(_fits(inner, _parts(one)) for one in loader.layout)
                )
                return list(fitting), True
            if not any(part.startswith(".") for part in inner):
                return [loader for loader in self._loaders if path.endswith(loader.endings)], False
        return [], False


def _parts(path: str) -> tuple[str, ...]:
    return PurePosixPath(path).parts


def _fits(parts: Sequence[str], pattern: Sequence[str]) -> bool:
    """Whether a path is one that a glob finds."""
    if not pattern:
        return not parts
    if pattern[0] == "**":
        return any(_fits(parts[start:], pattern[1:]) for start in range(len(parts) + 1))
    return bool(parts) and fnmatchcase(parts[0], pattern[0]) and _fits(parts[1:], pattern[1:])


def _bytes(path: Path, root: Path) -> bytes | None:
    try:
        return read_bytes(path, root)
    except UnreadableError:
        return None


def _papers(file: _Wanted, data: bytes, root: Path) -> list[Paper]:
    for loader in file.loaders:
        if file.is_sure or loader.recognises((root / file.shown).as_posix(), data[:_HEAD]):
            return [record for record in records_of(loader, file.shown, data) if isinstance(record, Paper)]
    return []


def _broken(reading: Reading, loaders: Iterable[Loader]) -> frozenset[str]:
    """The files in which a record may be missing because it cannot be read."""
    severe = {check.id for loader in loaders for check in loader.checks if check.severity is Severity.ERROR}
    severe.add(UNREADABLE_FILE.id)
    return frozenset(
        finding.location.path for finding in reading.findings if finding.location and finding.check in severe
    )
