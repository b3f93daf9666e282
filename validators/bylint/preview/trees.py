"""The files of a revision, laid out in a folder of their own, so that they are read like any repository's.

Only regular files are written, by bytes: no link, no submodule, no filter, and nothing outside of the folder.
"""

from collections.abc import Callable
from pathlib import Path

from bylint.corpus.revision import Revision
from bylint.errors import UsageError
from bylint.files import LARGEST_FILE

_SETTINGS = ("bylint.toml", "pyproject.toml")


class Tree:
    """A folder that holds files of a revision, as far as they were asked for."""

    def __init__(self, revision: Revision, folder: Path) -> None:
        """`folder` is there and empty."""
        self.revision, self.folder = revision, folder
        self.contents = revision.files()
        """The name of the content of every regular file, by path from the root."""
        self._written: set[str] = set()
        (folder / ".git").mkdir()  # the mark of a root: nothing is looked for above it

    def lay_out_settings(self) -> None:
        """Write the files that may hold settings, in whatever folder. Raises UsageError."""
        self.lay_out(lambda path: path.rpartition("/")[2] in _SETTINGS)

    def lay_out(self, is_wanted: Callable[[str], bool]) -> None:
        """Write some files more, by their paths from the root. Raises UsageError."""
        paths = [path for path in self.contents if path not in self._written and is_wanted(path)]
        for path in paths:
            _require_inside(path, self.revision)
        names = [self.contents[path] for path in paths]
        for path, name, data in zip(paths, names, self.revision.contents(names), strict=True):
            if not data and not self.revision.holds(data, name):
                message = f"{path!r} is larger than {LARGEST_FILE >> 20} MiB"
                raise UsageError(message, "name it in `exclude`, or make it smaller")
            file = self.folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            with file.open("xb") as opened:  # never through anything that stands there
                opened.write(data)
        self._written.update(paths)


def _require_inside(path: str, revision: Revision) -> None:
    """Raises UsageError for a path that git would not check out."""
    parts = path.split("/")
    if any(part in {"", ".", ".."} or part.lower() == ".git" for part in parts):
        message = f"the commit {revision.commit[:12]} holds a path that leads out of it: {path!r}"
        raise UsageError(message, "this is no commit that git would make: see git fsck")
