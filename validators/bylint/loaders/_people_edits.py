"""Changes in the people databases, made byte for byte."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from bylint.edits import Edit
from bylint.finding import Change
from bylint.loaders._json_edits import can_be_written
from bylint.loaders._people_places import entry_id, name_paths
from bylint.loaders._splices import Splice
from bylint.loaders._text import Text
from bylint.loaders._trees import Pairs, Place, TreeError, json_places, parse_json, parse_yaml
from bylint.loaders._wanted import edit_of, wanted_changes
from bylint.loaders._yaml_edits import yaml_scalar

_MAY_BE_ADDED = frozenset({"comment", "degree", "first", "orcid"})
"""Fields of JSON that hold text and may be left out."""
Path: TypeAlias = tuple[str | int, ...]
"""The keys and numbers from an entry to a value."""


def edit(data: bytes, changes: Sequence[Change]) -> Mapping[Change, Edit]:
    """The edit of each change that can be made."""
    text = Text(data)
    wanted = wanted_changes(changes, can_be_written)
    try:
        splices = list(_json_splices(text.content, parse_json(text.content), wanted))
    except TreeError:
        try:
            splices = list(_yaml_splices(text.content, wanted))
        except TreeError:
            return {}
    return {change: edit_of(text, splice) for change, splice in splices if splice is not None}


def _entries(tree: object) -> Iterator[tuple[str, int, Pairs]]:
    """Every entry's id, its number in the file from 0, and the entry; of one id, the first."""
    seen = set()
    for number, item in enumerate(tree if isinstance(tree, list) else ()):
        own_id, entry = item if isinstance(tree, Pairs) else (entry_id(item, number), item)
        if own_id not in seen and isinstance(entry, Pairs):
            yield own_id, number, entry
        seen.add(own_id)


def _path(tree: object, top: str | int, entry: Pairs, change: Change) -> Path | None:
    """Where a change is made in its entry; None where it has no such place, is not the only one, or has to stay."""
    place = change.location
    if not place.field or place.field in {"id", "names", "canonical", "variants"}:
        return None
    path: Path = (place.field,)
    if place.byline:
        paths = name_paths(entry)
        if not 1 <= place.position <= len(paths) or (place.field == "last" and not change.new):
            return None
        path = (*paths[place.position - 1], place.field)
    return path if _stands_once(tree, (top, *path)) else None


def _stands_once(tree: Any, path: Path) -> bool:
    """Whether no key of a path stands twice: of two, readers take the one or the other."""
    for key in path:
        if isinstance(tree, Pairs):
            values = [value for own, value in tree if own == key]
            if len(values) > 1:
                return False
            tree = values[0] if values else None
        elif isinstance(tree, list) and isinstance(key, int):
            tree = tree[key]
    return True


def _json_splices(
    content: str, tree: object, wanted: Mapping[str, Sequence[Change]]
) -> Iterator[tuple[Change, Splice | None]]:
    values = [value for _, _, value in json_places(content)] if isinstance(tree, list) else []
    for own_id, number, entry in _entries(tree):
        top = own_id if isinstance(tree, Pairs) else number
        for change in wanted.get(own_id, ()):
            path = _path(tree, top, entry, change)
            if path is not None:
                yield change, _json_splice(content, values[number], path, change)


def _json_splice(content: str, around: Place, path: Path, change: Change) -> Splice | None:
    from bylint.loaders._record_trees import JsonTree

    tree, field = JsonTree(content, None, around[0]), change.location.field
    _, steps = tree.place(path)
    if steps < len(path) and field not in _MAY_BE_ADDED:
        return None
    return tree.replaced(path, field, change.old, change.new)


def _yaml_splices(content: str, wanted: Mapping[str, Sequence[Change]]) -> Iterator[tuple[Change, Splice | None]]:
    places: dict[tuple[str | int | None, ...], Place] = {}
    tree = parse_yaml(content, places)
    for own_id, number, entry in _entries(tree):
        top = own_id if isinstance(tree, Pairs) else number
        for change in wanted.get(own_id, ()):
            path = _path(tree, top, entry, change)
            value = places.get((top, *path)) if path else None
            if value is not None:
                yield change, yaml_scalar(content, value, change.location.field, change.old, change.new)
