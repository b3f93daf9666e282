"""The files of a corpus, as reports need them: places turned into spans, and lines to quote."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from bylint.beside import beside, processes
from bylint.corpus._excerpts import NOTHING, Excerpt, LinesOfRecords
from bylint.files import UnreadableError, open_bytes, read_bytes, unpacked, unpacking
from bylint.finding import Change
from bylint.loaders import Loader
from bylint.loaders._text import Text, encoding_of
from bylint.model import Location, Span

_WORTH_A_PROCESS = 300
"""Files from which on half of them are looked through in another process."""


class Replacement(NamedTuple):
    """What makes a change: other text from one point of a file, as line and column, to another; both from 1."""

    start: tuple[int, int]
    end: tuple[int, int]
    new: str


class Sources:
    """Where the files of a run are and who read them.

    Places are located file by file, when they are first asked for or prepared; a file is read again for it, so
    that nothing of it is kept while the checks run.
    """

    def __init__(
        self,
        root: Path = Path(),
        loaders: Mapping[str, Loader] | None = None,
        files: Mapping[str, bytes] | None = None,
        jobs: int = 1,
        big: Mapping[str, LinesOfRecords] | None = None,
    ) -> None:
        """`loaders` says who read each path; `files` holds the bytes of files that are not on disk.

        `jobs` is how many processes there may be, 0 for one a core. `big` knows the lines of files of which only
        lines are looked at.
        """
        self.root = root
        self._roots: dict[str, Path] = {}
        self._big = dict(big or {})
        self._excerpts: dict[str, Excerpt] = {}
        self._jobs = jobs
        self._loaders = dict(loaders or {})
        self._files = dict(files or {})
        self._spans: dict[Location, Span] = {}
        self._asked: set[Location] = set()
        self._text: tuple[str, Text | None] = ("", None)

    def include(self, others: Mapping[str, tuple[Loader, Path]], big: Mapping[str, LinesOfRecords]) -> None:
        """Know the files of other sources as well: who read each path, and what it must lie in."""
        for path, (loader, root) in others.items():
            self._loaders[path], self._roots[path] = loader, root
        self._big.update(big)

    def prepare(self, places: Iterable[Location]) -> None:
        """Locate many places at once, each file in one go."""
        wanted: dict[str, list[Location]] = {}
        for place in dict.fromkeys(places):
            if place.path and place not in self._asked:
                self._asked.add(place)
                wanted.setdefault(place.path, []).append(place)
        files = list(wanted.items())
        if len(files) < _WORTH_A_PROCESS or processes(self._jobs) == 1:
            self._spans.update(self._located(files))
        else:
            other_half = beside(lambda: self._located(files[1::2]))
            self._spans.update(self._located(files[::2]))
            self._spans.update(other_half())

    def _located(self, files: Iterable[tuple[str, Sequence[Location]]]) -> dict[Location, Span]:
        found: dict[Location, Span] = {}
        for path, places in files:
            loader = self._loaders.get(path)
            if loader is not None and self._big.get(path):
                excerpt = self._excerpt(path, places)
                spans = loader.locate(excerpt.data, places)
                found.update((place, excerpt.span(span)) for place, span in spans.items())
            elif loader is not None and (data := self._bytes(path)):
                found.update(loader.locate(data, places))
        return found

    def loader(self, path: str) -> Loader | None:
        """Who read a file; None for one that is not of the corpus."""
        return self._loaders.get(path)

    @property
    def loaders(self) -> Collection[Loader]:
        """Who read the files, each once."""
        return set(self._loaders.values())

    @property
    def chosen(self) -> Mapping[str, str]:
        """The name of the loader that read each file."""
        return {path: loader.name for path, loader in sorted(self._loaders.items(), key=lambda item: item[0])}

    def holds(self, path: Path) -> bool:
        """Whether a path is a file of the corpus, whatever links lead to it."""
        resolved = path.resolve()
        return any((self.root / own).resolve() == resolved for own in self._loaders)

    def span(self, place: Location) -> Span | None:
        """The span of a place; None where its file does not have it."""
        if place not in self._asked:
            self.prepare([place])
        return self._spans.get(place)

    def replacements(self, changes: Iterable[Change]) -> Mapping[Change, Replacement]:
        """What makes each change; without those that cannot be made."""
        wanted: dict[str, list[Change]] = {}
        for change in changes:
            wanted.setdefault(change.location.path, []).append(change)
        made: dict[Change, Replacement] = {}
        for path, of_file in wanted.items():
            loader = self._loaders.get(path)
            if loader is None or loader.edit is None:
                continue
            if self._big.get(path):
                data = self._excerpt(path, [change.location for change in of_file]).data
            else:
                data = self._bytes(path)
            if data:
                edits = loader.edit(data, of_file)
                points = _points(data, {byte for edit in edits.values() for byte in edit[:2]})
                encoding, _ = encoding_of(data)
                for change, edit in edits.items():
                    made[change] = Replacement(points[edit.start], points[edit.end], edit.new.decode(encoding))
        return made

    def line(self, path: str, number: int) -> str:
        """One line of a file, from 1; empty where there is none."""
        if self._big.get(path) and number not in self._excerpts.get(path, NOTHING).further:
            self._excerpt(path, [Location(path, line=number)])
            self._text = "", None
        if self._text[0] != path:
            data = self._excerpts[path].data if self._big.get(path) else self._bytes(path)
            self._text = path, Text(data) if data else None
        text = self._text[1]
        return text.line(number) if text is not None and number <= text.lines else ""

    def _excerpt(self, path: str, places: Iterable[Location]) -> Excerpt:
        """The lines of some places in a big file."""
        try:
            with open_bytes(self.root / path, self._roots.get(path, self.root)) as file:
                excerpt = self._big[path].excerpt(unpacking(file), places)
        except (OSError, UnreadableError):  # it is not what was read any more
            excerpt = NOTHING
        self._excerpts[path] = excerpt
        return excerpt

    def _bytes(self, path: str) -> bytes:
        if path in self._files:
            return self._files[path]
        if path not in self._loaders:
            return b""
        try:
            return unpacked(read_bytes(self.root / path, self._roots.get(path, self.root)))
        except UnreadableError:
            return b""


def _points(data: bytes, places: Iterable[int]) -> Mapping[int, tuple[int, int]]:
    """The line and column of bytes at which characters begin, in one go through the file."""
    encoding, at = encoding_of(data)
    line = column = 1
    found = {}
    for place in sorted(places):
        passed = data[at:place].decode(encoding, "replace")
        line += passed.count("\n")
        column = len(passed) - passed.rfind("\n") if "\n" in passed else column + len(passed)
        found[place] = line, column
        at = place
    return found
