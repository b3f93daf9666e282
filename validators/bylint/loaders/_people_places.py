"""Where the entries of a people database stand in its file."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from bylint.loaders._text import Text
from bylint.loaders._trees import Pairs, Place, TreeError, json_places, parse_json, parse_yaml
from bylint.loaders._wanted import wanted_places
from bylint.model import Location, Span


def locate(data: bytes, locations: Sequence[Location]) -> Mapping[Location, Span]:
    """The span of each location: a line as it was said, an entry's key, or the value of one of its fields.

    A name is located as all names of its entry.
    """
    text = Text(data)
    found, wanted = wanted_places(text, locations)
    if wanted:
        places = _entries(text.content)
        for location in chain.from_iterable(wanted.values()):
            field = location.byline or location.field
            place = places.get((location.record, field)) or places.get((location.record, ""))
            if place:
                found[location] = text.span(*place)
    return found


def _entries(content: str) -> Mapping[tuple[str, str], Place]:
    """The place of every entry (field empty) and of every field's value, by the entry's id; none for broken text."""
    found: dict[tuple[str, str], Place] = {}
    try:
        parse_json(content)
        entries = _json_entries
    except TreeError:
        entries = _yaml_entries
    try:
        for key, place, fields in entries(content):
            if (key, "") not in found:
                found[key, ""] = place
                found.update({(key, field): value for field, value in fields})
    except TreeError:
        return {}  # the file has changed since it was read
    return found


_Entry = tuple[str, Place, list[tuple[str, Place]]]


def _json_entries(content: str) -> Iterator[_Entry]:
    for key, key_place, value in json_places(content):
        parts = [(str(field), inner) for field, _, inner in json_places(content, value[0])]
        if isinstance(key, int):
            yield entry_id(parse_json(content[slice(*value)]), key), key_place, parts
        else:
            yield key, key_place, parts


def _yaml_entries(content: str) -> Iterator[_Entry]:
    places: dict[tuple[str | int | None, ...], Place] = {}
    tree: Any = parse_yaml(content, places)
    fields: dict[str | int | None, list[tuple[str, Place]]] = {}
    for path, place in places.items():
        if len(path) == 2 and path[1] is not None:
            fields.setdefault(path[0], []).append((str(path[1]), place))
    if isinstance(tree, Pairs):
        for key, _ in tree:
            yield key, places[key, None], fields.get(key, [])
    elif isinstance(tree, list):
        for number, entry in enumerate(tree):
            start, end = places[number,]
            line = content[start:end].partition("\n")[0].rstrip()
            yield entry_id(entry, number), (start, start + len(line)), fields.get(number, [])


def name_paths(entry: Pairs) -> list[tuple[str | int, ...]]:
    """The keys and numbers that lead to each name of an entry, in the order in which a record has its names.

    Nothing where a name stands twice: neither of its places alone would be what the record holds.
    """
    fields = dict(entry)
    names: list[tuple[tuple[str | int, ...], Any]] = [(("canonical",), fields.get("canonical"))]
    for field in ("names", "variants"):
        listed = fields.get(field)
        names += [((field, number), name) for number, name in enumerate(listed if isinstance(listed, list) else ())]
    found = [
        (path, [dict(name).get(part) or None for part in ("first", "last")])
        for path, name in names
        if isinstance(name, Pairs)
    ]
    written = [parts for _, parts in found]
    return [path for path, _ in found] if all(written.count(parts) == 1 for parts in written) else []


def entry_id(entry: object, number: int) -> str:
    """The id of an entry in a list, which begins to count at 0."""
    from bylint.loaders._people_forms import variants_id

    return variants_id(entry) or f"#{number + 1}"
