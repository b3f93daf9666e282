"""YAML and JSON from strangers as plain trees, with the places of their parts.

A mapping comes out as `Pairs`, so that a key that stands twice is seen; a sequence as a list; a scalar of YAML as
text, or None where nothing or `null` is written plainly. YAML is built from the library's events instead of by its
loader: that one crashes the interpreter on deep nesting, and expands aliases without end.
"""

import json
import re
from collections.abc import Iterator
from typing import Any, TypeAlias

_DEEPEST = 16
_WHITE = re.compile(r"[ \t\r\n]*")

Place: TypeAlias = tuple[int, int]
"""The first character and the one after the last, from 0."""


class Pairs(list[tuple[str, Any]]):
    """A mapping, in order, with every pair that is written."""


class TreeError(Exception):
    """The text is no tree that bylint reads; `line` and `column` from 1."""

    def __init__(self, message: str, line: int = 1, column: int = 1) -> None:
        super().__init__(message)
        self.line = line
        self.column = column


def parse_json(text: str) -> Any:
    """The tree of a JSON text. Raises TreeError."""
    try:
        return json.loads(text, object_pairs_hook=Pairs)
    except json.JSONDecodeError as error:
        raise TreeError(f"not JSON: {error.msg}", error.lineno, error.colno) from error
    except (RecursionError, ValueError) as error:
        raise TreeError(f"not JSON that can be read: {error}") from error


def parse_yaml(text: str, places: dict[tuple[str | int, ...], Place] | None = None) -> Any:
    """The tree of a YAML text; the place of every node goes into `places`, by its path. Raises TreeError."""
    import yaml

    events = yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    try:
        for event in events:
            if isinstance(event, yaml.NodeEvent):
                return _node(event, events, (), {} if places is None else places)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        raise TreeError(f"not YAML: {error.problem or error.context}", line, column) from error
    except yaml.YAMLError as error:
        raise TreeError(f"not YAML: {str(error).splitlines()[0]}") from error
    return None


def _node(event: Any, events: Iterator[Any], path: tuple[str | int, ...], places: dict[Any, Place]) -> Any:
    """The node that begins with `event`, taken from the events up to its end."""
    import yaml

    mark = event.start_mark
    if isinstance(event, yaml.AliasEvent) or event.anchor:
        raise TreeError("anchors and aliases are not allowed", mark.line + 1, mark.column + 1)
    if isinstance(event, yaml.ScalarEvent):
        places[path] = (mark.index, event.end_mark.index)
        return None if event.implicit[0] and event.value in {"", "~", "null", "Null", "NULL"} else event.value
    if len(path) > _DEEPEST:
        raise TreeError(f"nested more than {_DEEPEST} deep", mark.line + 1, mark.column + 1)
    tree: Any
    if isinstance(event, yaml.SequenceStartEvent):
        tree = []
        while not isinstance(child := next(events), yaml.SequenceEndEvent):
            tree.append(_node(child, events, (*path, len(tree)), places))
    else:
        tree = Pairs()
        while not isinstance(child := next(events), yaml.MappingEndEvent):
            if not isinstance(child, yaml.ScalarEvent):
                place = child.start_mark
                raise TreeError("a key that is no text", place.line + 1, place.column + 1)
            tree.append((child.value, _node(next(events), events, (*path, child.value), places)))
            places.setdefault((*path, child.value, "key"), (child.start_mark.index, child.end_mark.index))
    places[path] = (mark.index, max(child.end_mark.index, mark.index))
    return tree


def json_places(text: str, offset: int = 0) -> Iterator[tuple[str | int, Place, Place]]:
    """The parts directly inside a JSON object or array that begins at `offset` of a text which parses.

    Each comes as its key or number, the place of the key (of the value, in an array) and the place of the value.
    """
    decoder = json.JSONDecoder()

    def skip(position: int) -> int:
        match = _WHITE.match(text, position)
        return match.end() if match else position

    position = skip(offset)
    opening, number = text[position], 0
    position = skip(position + 1)
    while opening in "[{" and text[position] not in "]}":
        key: str | int = number
        start = position
        if opening == "{":
            key, end_of_key = decoder.raw_decode(text, position)
            position = skip(skip(end_of_key) + 1)
        else:
            end_of_key = 0
        _, end = decoder.raw_decode(text, position)
        value = (position, end)
        yield key, (start, end_of_key) if opening == "{" else value, value
        number += 1
        position = skip(end)
        if text[position] == ",":
            position = skip(position + 1)
