"""Where the entries of a people database stand in its file."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bylint.loaders._text import Text
from bylint.loaders._trees import Place, TreeError, json_places, parse_json, parse_yaml
from bylint.model import Location, Span


def locate(data: bytes, locations: Sequence[Location]) -> Mapping[Location, Span]:
    """The span of each location: a line as it was said, an entry's key, or the value of one of its fields."""
    text = Text(data)
    found = {place: text.span_of_line(max(place.line, 1), place.column) for place in locations if not place.record}
    wanted = {place for place in locations if place.record}
    if wanted:
        places = _entries(text.content)
        for location in wanted:
            place = places.get((location.record, location.field)) or places.get((location.record, ""))
            if place:
                found[location] = text.span(*place)
    return found


def _entries(content: str) -> Mapping[tuple[str, str], Place]:
    """The place of every entry (field empty) and of every field's value, by the entry's id."""
    try:
        is_json = isinstance(parse_json(content), list)
    except TreeError:
        is_json = False
    found: dict[tuple[str, str], Place] = {}
    for key, place, fields in _json_entries(content) if is_json else _yaml_entries(content):
        if (key, "") not in found:
            found[key, ""] = place
            found.update({(key, field): value for field, value in fields})
    return found


_Entry = tuple[str, Place, list[tuple[str, Place]]]


def _json_entries(content: str) -> Iterator[_Entry]:
    for key, key_place, value in json_places(content):
        is_object = content[value[0]] == "{"
        fields = [(str(field), inner) for field, _, inner in json_places(content, value[0])] if is_object else []
        yield str(key), key_place, fields


def _yaml_entries(content: str) -> Iterator[_Entry]:
    from bylint.loaders._people_forms import variants_id

    places: dict[tuple[str | int, ...], Place] = {}
    tree: Any = parse_yaml(content, places)
    fields: dict[str | int, list[tuple[str, Place]]] = {}
    for path, place in places.items():
        if len(path) == 2:
            fields.setdefault(path[0], []).append((str(path[1]), place))
    if isinstance(tree, list) and tree and not isinstance(tree[0], tuple):
        for number, entry in enumerate(tree):
            start, end = places[number,]
            line = content[start:end].partition("\n")[0].rstrip()
            yield variants_id(entry) or f"#{number + 1}", (start, start + len(line)), fields.get(number, [])
    else:
        for key, _ in tree or ():
            yield key, places[key, "key"], [(field, place) for field, place in fields.get(key, []) if field != "key"]
