"""Which files make the corpus of a run, and which of its records are reported."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from itertools import repeat
from pathlib import Path

from bylint.errors import SEE_HELP, UsageError
from bylint.loaders import Loader

_SETTINGS = ("bylint.toml", "pyproject.toml")
_HEAD = 4096


@dataclass(frozen=True, slots=True)
class Scope:
    """What a command line asks for."""

    root: Path
    """Where shown paths begin: the git work tree, or else the corpus itself."""
    corpora: tuple[Path, ...]
    """The folders and files whose records are read."""
    targets: tuple[Path, ...] | None
    """What is reported; None for everything."""
    beside: tuple[Path, ...] = ()
    """Other sources, what is trusted most first: they are read for what they say of the papers of the corpora."""

    @property
    def repositories(self) -> tuple[Path, ...]:
        """The root of each repository in it: a git work tree, or else a corpus itself."""
        return tuple(dict.fromkeys(_work_tree(path) or _folder(path) for path in self.corpora))

    @property
    def is_whole(self) -> bool:
        """Whether all of one repository is asked for."""
        wanted = self.corpora if self.targets is None else self.targets
        return len(self.repositories) == 1 and bool(wanted) and set(wanted) <= {*self.corpora, self.root}

    def holds_layouts(self, loaders: Iterable[Loader]) -> bool:
        """Whether each corpus is laid out as the loaders of its files ask, so that all they know of it was read."""
        layouts = {loader.layout for loader in loaders if loader.layout}
        return all(
            any(any(folder.glob(pattern)) for pattern in layout) for folder in self.corpora for layout in layouts
        )

    def shown(self, path: Path) -> str:
        """A path as reports show it."""
        try:
            return path.relative_to(self.root).as_posix()
        except ValueError:
            is_of_other_source = any(path == other or other in path.parents for other in self.beside)
            return Path(os.path.relpath(path, self.root)).as_posix() if is_of_other_source else path.as_posix()

    def reports(self, shown_path: str) -> bool:
        """Whether what stands in a file is reported."""
        path = self.root / shown_path
        return self.targets is None or any(path == target or target in path.parents for target in self.targets)


def find_scope(
    paths: Sequence[str], corpus: str | None, loaders: Sequence[Loader], beside: Sequence[str] = ()
) -> Scope:
    """The corpus of some PATHs: `corpus`, or the nearest folder at or above each that is laid out as one.

    Such a folder holds settings of bylint or a loader's layout, and lies within the git work tree. Without one the
    PATH is its own corpus. Other sources are `beside`, and PATHs outside of the first one's work tree that hold none of
    its formats, unless both are single files. Raises UsageError for a PATH that does not exist, or lies outside of the
    corpus.
    """
    scope = _scope(paths, corpus, loaders)
    others = [path for path in scope.corpora[1:] if _is_other_source(path, scope.corpora[0], loaders)]
    corpora = tuple(path for path in scope.corpora if path not in others)
    targets = tuple(
        path for path in scope.targets or () if not any(path == other or other in path.parents for other in others)
    )
    others += map(_existing, beside)
    for other in others:
        if any(path == other or other in path.parents for path in corpora):
            message = f"{other} holds the corpus itself, so it is no other source"
            raise UsageError(message, "name the file or folder of the other source")
    return Scope(_root(corpora), corpora, None if scope.targets is None else targets, tuple(dict.fromkeys(others)))


def _scope(paths: Sequence[str], corpus: str | None, loaders: Sequence[Loader]) -> Scope:
    targets = tuple(_existing(path) for path in paths) if paths else None
    if corpus is not None:
        folder = _existing(corpus)
        for target in targets or ():
            if target != folder and folder not in target.parents:
                message = f"{target} lies outside of the corpus {folder}"
                raise UsageError(message, "give --corpus a folder above it")
        return Scope(_work_tree(folder) or _folder(folder), (folder,), targets)
    here = Path.cwd()
    found = (
        (_corpus_of(here, loaders, _work_tree(here)),) if targets is None else map(_corpus_of, targets, repeat(loaders))
    )
    corpora = tuple(dict.fromkeys(found))
    corpora = tuple(path for path in corpora if not any(other in path.parents for other in corpora))
    return Scope(_root(corpora), corpora, targets)


def _root(corpora: Iterable[Path]) -> Path:
    trees = {_work_tree(path) or _folder(path) for path in corpora}
    return trees.pop() if len(trees) == 1 else Path(os.path.commonpath([*trees]))


def _is_other_source(path: Path, first: Path, loaders: Sequence[Loader]) -> bool:
    """Whether a corpus lies outside of the work tree of the first one and holds none of its formats.

    Single files in no work tree are one bibliography, as in `bylint check *`.
    """
    tree = _work_tree(first)
    if tree == _work_tree(path) and (tree is not None or (first.is_file() and path.is_file())):
        return False
    own, other = (set(dict(_read_there(corpus, loaders, _folder(corpus))).values()) for corpus in (first, path))
    return bool(own) and bool(other) and own.isdisjoint(other)


def settings_range(path: str) -> tuple[Path, Path]:
    """The folders between which the settings of a PATH stand: its own, and the root they may not lie above."""
    existing = _existing(path)
    folder = _folder(existing)
    return folder, _work_tree(existing) or folder


def _existing(path: str) -> Path:
    try:
        return Path(path or "\0").resolve(strict=True)  # an empty PATH is a slip, not the working directory
    except (OSError, RuntimeError, ValueError):
        message = f"there is no file or folder {path!r}"
        raise UsageError(message, SEE_HELP) from None


def _folder(path: Path) -> Path:
    return path if path.is_dir() else path.parent


def _work_tree(path: Path) -> Path | None:
    """The git work tree around a path."""
    folder = _folder(path)
    return next((parent for parent in (folder, *folder.parents) if (parent / ".git").exists()), None)


def _corpus_of(path: Path, loaders: Sequence[Loader], otherwise: Path | None = None) -> Path:
    """The corpus around a path; `otherwise`, or the path itself, where none is laid out."""
    tree = _work_tree(path)
    folder = _folder(path)
    for parent in (folder, *folder.parents):
        if tree is None and parent != path:
            break
        if _has_settings(parent) or _is_laid_out(parent, loaders):
            return parent
        if parent == tree:
            break
    return otherwise or path


def _has_settings(folder: Path) -> bool:
    own, shared = (folder / name for name in _SETTINGS)
    if own.is_file():
        return True
    try:
        return shared.is_file() and b"tool.bylint" in shared.read_bytes()
    except OSError:
        return False


def _is_laid_out(folder: Path, loaders: Iterable[Loader]) -> bool:
    return any(loader.layout and any(folder.glob(loader.layout[0])) for loader in loaders)


def corpus_files(scope: Scope, loaders: Sequence[Loader], exclude: Sequence[str]) -> list[tuple[Path, Loader]]:
    """The files of the corpus with the loader of each, sorted by shown path."""
    found: dict[Path, Loader] = {}
    for corpus in scope.corpora:
        for path, loader in _read_there(corpus, loaders, scope.root):
            if not any(path == other or other in path.parents for other in scope.beside):
                found.setdefault(path, loader)
    return _chosen(scope, found, exclude)


def files_beside(scope: Scope, source: Path, loaders: Sequence[Loader]) -> list[tuple[Path, Loader]]:
    """The files of another source with the loader of each, sorted by shown path; what settings exclude is read."""
    return _chosen(scope, dict(_read_there(source, loaders, _folder(source))), ())


def _chosen(scope: Scope, found: Mapping[Path, Loader], exclude: Sequence[str]) -> list[tuple[Path, Loader]]:
    """Each file once, and of several that say the same thing those that their loader chooses."""
    files = {path: loader for path, loader in found.items() if not _leads_to_another(path, found)}
    kept = {path: loader for path, loader in files.items() if not _excluded(scope.shown(path), exclude)}
    chosen: dict[Path, Loader] = {}
    for loader in dict.fromkeys(kept.values()):
        paths = {scope.shown(path): path for path, own in kept.items() if own is loader}
        chosen.update((paths[shown], loader) for shown in loader.choose(sorted(paths)))
    return sorted(chosen.items(), key=lambda item: scope.shown(item[0]))


def _read_there(corpus: Path, loaders: Sequence[Loader], root: Path) -> Iterator[tuple[Path, Loader]]:
    """What is read of a folder or a file: what the layouts match where there is one, else what is recognised."""
    is_laid_out = corpus.is_dir() and _is_laid_out(corpus, loaders)
    return _laid_out(corpus, loaders) if is_laid_out else _walked(corpus, loaders, root)


def _leads_to_another(path: Path, found: Iterable[Path]) -> bool:
    """Whether a file is a link to one that is read anyway."""
    if not path.is_symlink():
        return False
    target = Path(os.path.realpath(path))
    return target != path and target in found


def _excluded(shown: str, patterns: Iterable[str]) -> bool:
    return any(fnmatchcase(shown, pattern) for pattern in patterns)


def _laid_out(folder: Path, loaders: Iterable[Loader]) -> Iterator[tuple[Path, Loader]]:
    """The files that the layouts match, whatever they are."""
    for loader in loaders:
        for pattern in loader.layout:
            for path in folder.glob(pattern):
                yield path, loader


def _walked(corpus: Path, loaders: Sequence[Loader], root: Path) -> Iterator[tuple[Path, Loader]]:
    """The files below a folder that a loader recognises; hidden folders are left alone."""
    if not corpus.is_dir():
        yield from _recognised(corpus, loaders, root)
        return
    for folder, folders, names in os.walk(corpus):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith("."):
                yield from _recognised(Path(folder, name), loaders, root)


def _recognised(path: Path, loaders: Iterable[Loader], root: Path) -> Iterator[tuple[Path, Loader]]:
    candidates = [loader for loader in loaders if path.name.endswith(loader.endings)]
    if not candidates:
        return
    head = _head(path, root)
    for loader in candidates:
        if loader.recognises(path.as_posix(), head):
            yield path, loader
            return


def _head(path: Path, root: Path) -> bytes:
    """The first bytes of a regular file inside the root; nothing of any other."""
    try:
        resolved = path.resolve(strict=True)
        if not resolved.is_relative_to(root) or not resolved.is_file():
            return b""
        with resolved.open("rb") as file:
            return file.read(_HEAD)
    except (OSError, RuntimeError):  # a loop of links is a RuntimeError before Python 3.13
        return b""
