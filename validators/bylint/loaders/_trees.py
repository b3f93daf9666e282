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
_TOO_DEEP = f"nested more than {_DEEPEST} deep"
_SURROGATE_ESCAPE = re.compile(r"\\u[dD][89a-fA-F]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_LONE_SURROGATE = "half of a surrogate pair stands alone"
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
        tree = json.loads(text, object_pairs_hook=Pairs)
        _refuse_depth(tree)
        if _SURROGATE_ESCAPE.search(text):
            json.dumps(tree, ensure_ascii=False).encode()
    except json.JSONDecodeError as error:
        message = f"not JSON: {error.msg}"
        raise TreeError(message, error.lineno, error.colno) from error
    except UnicodeEncodeError as error:
        raise TreeError(_LONE_SURROGATE) from error
    except RecursionError as error:
        raise TreeError(_TOO_DEEP) from error
    except ValueError as error:
        message = "not JSON that can be read: a number is too long"
        raise TreeError(message) from error
    return tree


def _refuse_depth(tree: object) -> None:
    """Raise TreeError for a tree that a recursive reader could fail on."""
    level = [tree]
    for _ in range(_DEEPEST + 1):
        lists = [node for node in level if isinstance(node, list)]
        level = [part for node in lists for part in ([value for _, value in node] if isinstance(node, Pairs) else node)]
    if level:
        raise TreeError(_TOO_DEEP)


def parse_yaml(text: str, places: dict[tuple[str | int | None, ...], Place] | None = None) -> Any:
    """The tree of a YAML text; the place of every node goes into `places`, by its path. Raises TreeError.

    The path of a key ends in None, after the key. Of a key that stands twice, the first one has the place.
    """
    import yaml

    if _SURROGATE.search(text):
        raise TreeError(_LONE_SURROGATE)
    tree, documents = None, 0
    try:
        events = yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        for event in events:
            if isinstance(event, yaml.NodeEvent):
                documents += 1
                if documents > 1:
                    raise _error(text, event.start_mark, "a second document is not read")
                tree = _node(text, event, events, (), {} if places is None else places)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise _error(text, mark, f"not YAML: {error.problem or error.context}") from error
    except yaml.YAMLError as error:
        raise _error(text, None, f"not YAML: {str(error).splitlines()[0]}") from error
    return tree


def _error(text: str, mark: Any, message: str) -> TreeError:
    """An error at a mark of YAML; a line ends where editors and git end it, not at all the ends that YAML knows."""
    index = mark.index if mark else 0
    return TreeError(message, text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index))


def _node(
    text: str,
    event: Any,
    events: Iterator[Any],
    path: tuple[str | int | None, ...],
    places: dict[tuple[str | int | None, ...], Place],
) -> Any:
    """The node that begins with `event`, taken from the events up to its end."""
    import yaml

    mark: Any = event.start_mark
    start: int = mark.index
    if isinstance(event, yaml.AliasEvent) or event.anchor:
        raise _error(text, mark, "anchors and aliases are not allowed")
    if event.tag not in {None, "!", "tag:yaml.org,2002:str"}:
        raise _error(text, mark, "tags are not allowed")
    if isinstance(event, yaml.ScalarEvent):
        end: Any = event.end_mark
        places.setdefault(path, (start, end.index))
        return None if event.implicit[0] and event.value in {"", "~", "null", "Null", "NULL"} else event.value
    if len(path) > _DEEPEST:
        raise _error(text, mark, _TOO_DEEP)
    tree: Any
    if isinstance(event, yaml.SequenceStartEvent):
        tree = []
        while not isinstance(child := next(events), yaml.SequenceEndEvent):
            tree.append(_node(text, child, events, (*path, len(tree)), places))
    else:
        tree = Pairs()
        while not isinstance(child := next(events), yaml.MappingEndEvent):
            if not isinstance(child, yaml.ScalarEvent):
                raise _error(text, child.start_mark, "a key that is no text")
            key: Any = child
            places.setdefault((*path, child.value, None), (key.start_mark.index, key.end_mark.index))
            tree.append((child.value, _node(text, next(events), events, (*path, child.value), places)))
    end = child.end_mark
    places.setdefault(path, (start, max(end.index, start)))
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
