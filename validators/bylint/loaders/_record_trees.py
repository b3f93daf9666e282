"""A file's JSON or YAML as plain values, with the places of their parts and other text for them."""

import json
from collections.abc import Iterator
from typing import Any, Protocol, TypeAlias

from bylint.loaders._json_edits import json_pair, json_stretch, json_value, stretch_place, writes_escapes
from bylint.loaders._splices import Splice
from bylint.loaders._text import encoding_of
from bylint.loaders._trees import Pairs, Place, TreeError, json_places, parse_yaml
from bylint.loaders._yaml_edits import yaml_scalar

Path: TypeAlias = tuple[str | int, ...]
"""The keys and numbers, from 0, that lead to a part of a tree."""
LINES = (".jsonl", ".ndjson")
"""How the names of files end that hold a value a line."""
_WHITE = " \t\r\v\f"
_TOO_DEEP = "nested too deep"


class Tree(Protocol):
    """A value of a file, and where its parts stand."""

    value: Any
    line: int
    """The line that holds it, from 1; 0 where it is all of the file."""

    def place(self, path: Path) -> tuple[Place, int]:
        """The place of the nearest thing that is written around a path, and how many steps of the path lead there."""
        ...

    def stretch(self, place: Place, start: int, end: int) -> Place:
        """Where some characters of the text at a place stand."""
        ...

    def replaced(self, path: Path, field: str, old: str, new: str) -> Splice | None:
        """What makes the value at a path another one, or adds it to where it is not; None where it is not `old`."""
        ...

    def stretch_replaced(self, path: Path, start: int, end: int, new: str) -> Splice | None:
        """What makes some characters of the text at a path other ones."""
        ...


class JsonTree:
    """A JSON value that begins somewhere in a text."""

    def __init__(self, text: str, value: Any, start: int = 0, line: int = 0) -> None:
        self.value = value
        self.line = line
        self._text = text
        self._start = start
        self._inside: dict[Path, dict[str | int, Place]] = {}

    def place(self, path: Path) -> tuple[Place, int]:
        """As Tree says; of a key that stands twice, the last one has the place, as it has the value."""
        around: Place | None = None
        for steps, part in enumerate(path):
            inside = self._parts(path[:steps], self._start if around is None else around[0])
            if part not in inside:
                return around or self._whole(), steps
            around = inside[part]
        return around or self._whole(), len(path)

    def _parts(self, path: Path, start: int) -> dict[str | int, Place]:
        if path not in self._inside:
            parts = json_places(self._text, start) if self._text[start] in "[{" else ()
            self._inside[path] = {key: value for key, _, value in parts}
        return self._inside[path]

    def _whole(self) -> Place:
        return self._start, json.JSONDecoder().raw_decode(self._text, self._start)[1]

    def stretch(self, place: Place, start: int, end: int) -> Place:
        """As Tree says."""
        return stretch_place(self._text, place, start, end)

    def replaced(self, path: Path, field: str, old: str, new: str) -> Splice | None:
        """As Tree says."""
        place, steps = self.place(path)
        in_ascii = writes_escapes(self._text)
        if steps == len(path):
            return json_value(self._text, place, field, old, new, in_ascii=in_ascii)
        key = path[-1]
        if steps < len(path) - 1 or old or isinstance(key, int):
            return None
        return json_pair(self._text, place[0], key, new, in_ascii=in_ascii)

    def stretch_replaced(self, path: Path, start: int, end: int, new: str) -> Splice | None:
        """As Tree says."""
        place, steps = self.place(path)
        if steps < len(path):
            return None
        return json_stretch(self._text, place, start, end, new, in_ascii=writes_escapes(self._text))


class YamlTree:
    """What one document of YAML holds; all scalars are texts."""

    line = 0

    def __init__(self, text: str) -> None:
        """Raises TreeError."""
        self._text = text
        self._places: dict[tuple[str | int | None, ...], Place] = {}
        self.value = _plain(parse_yaml(text, self._places))

    def place(self, path: Path) -> tuple[Place, int]:
        """As Tree says; of a key that stands twice, the first one has the place and the value."""
        for steps in range(len(path), -1, -1):
            if path[:steps] in self._places:
                return self._places[path[:steps]], steps
        return (0, len(self._text)), 0

    def stretch(self, place: Place, start: int, end: int) -> Place:  # noqa: ARG002 - as every tree
        """All of the text: in YAML it may be folded over lines."""
        return place

    def replaced(self, path: Path, field: str, old: str, new: str) -> Splice | None:
        """As Tree says; nothing is added."""
        place, steps = self.place(path)
        return yaml_scalar(self._text, place, field, old, new) if steps == len(path) else None

    def stretch_replaced(self, path: Path, start: int, end: int, new: str) -> Splice | None:
        """As Tree says, where the text stands on one line."""
        old = self.value
        for part in path:
            old = old[part]
        return self.replaced(path, "", old, old[:start] + new + old[end:])


def _plain(tree: Any) -> Any:
    """The tree with dictionaries for mappings."""
    if isinstance(tree, Pairs):
        found: dict[str, Any] = {}
        for key, value in tree:
            found.setdefault(key, _plain(value))
        return found
    return [_plain(value) for value in tree] if isinstance(tree, list) else tree


def decoded(data: bytes) -> str:
    """The text of a file, without its byte order mark. Raises TreeError."""
    encoding, mark = encoding_of(data)
    try:
        text = data[mark:].decode(encoding)
    except UnicodeDecodeError as error:
        message = f"not {encoding.upper()}: {error.reason}"
        raise TreeError(message, data.count(b"\n", 0, error.start) + 1) from error
    if not text.strip():
        message = "the file is empty"
        raise TreeError(message)
    return text


def yaml_file(path: str, text: str) -> Iterator[Tree | TreeError]:  # noqa: ARG001 - as every format
    """The one document of a text. Raises TreeError."""
    yield YamlTree(text)


def json_file(path: str, text: str) -> Iterator[Tree | TreeError]:
    """The value that is all of a text, or else that of each line; a line that holds none is an error.

    Raises TreeError where it holds no value at all.
    """
    if not are_lines(path):
        try:
            yield JsonTree(text, value_of(text), len(text) - len(text.lstrip()))
        except TreeError as error:
            if not isinstance(error.__cause__, json.JSONDecodeError) or not _is_first_of_lines(text, error.__cause__):
                raise
        else:
            return
    start = 0
    for number, line in enumerate(_lines(text), 1):
        if line.strip(_WHITE):
            try:
                yield JsonTree(text, value_of(line), start + len(line) - len(line.lstrip()), number)
            except TreeError as error:
                error.line = number
                yield error
        start += len(line) + 1


def are_lines(path: str) -> bool:
    """Whether a file's name says that it holds a value a line."""
    return path.removesuffix(".gz").endswith(LINES)


def begins_with_a_line(path: str, head: bytes) -> bool:
    """Whether a file is of lines that hold a value each, by its name and its first bytes."""
    if encoding_of(head)[0] != "utf-8":
        return False
    first, _, behind = head.partition(b"\n")
    if are_lines(path) or not first.startswith(b"{") or not behind.lstrip().startswith(b"{"):
        return are_lines(path)
    try:
        return isinstance(value_of(first.decode()), dict)
    except (UnicodeDecodeError, TreeError):
        return False


def _lines(text: str) -> Iterator[str]:
    start = 0
    while (end := text.find("\n", start)) >= 0:
        yield text[start:end]
        start = end + 1
    yield text[start:]


def value_of(text: str) -> Any:
    """The value of a JSON text. Raises TreeError."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        message = f"not JSON: {error.msg}"
        raise TreeError(message, error.lineno, error.colno) from error
    except RecursionError as error:
        raise TreeError(_TOO_DEEP) from error
    except ValueError as error:
        message = "not JSON that can be read: a number is too long"
        raise TreeError(message) from error


def _is_first_of_lines(text: str, error: json.JSONDecodeError) -> bool:
    """Whether a text is no JSON only because a second value begins on a line of its own."""
    before = text[: error.pos]
    return error.msg == "Extra data" and "\n" in before[len(before.rstrip()) :] and "\n" not in before.strip()
