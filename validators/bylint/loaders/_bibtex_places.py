"""Where the parts of a BibTeX entry stand in its file."""

from collections.abc import Mapping, Sequence

from bylint.loaders._bibtex_blocks import Entry, blocks
from bylint.loaders._bibtex_records import FIELDS, ROLES, Placed, byline, identified
from bylint.loaders._bibtex_values import Shelf
from bylint.loaders._latex import Written
from bylint.loaders._text import Text
from bylint.loaders._wanted import wanted_places
from bylint.model import Location, Span


def locate(data: bytes, locations: Sequence[Location]) -> Mapping[Location, Span]:
    """The span of each location that can be found."""
    text = Text(data)
    found, wanted = wanted_places(text, locations)
    if not wanted:
        return found
    try:
        shelf = Shelf(blocks(data))
    except ImportError:
        return found
    for record, entry in identified(locations[0].path, shelf.blocks.entries):
        places = wanted.get(record, ())
        bylines = {role: byline(shelf, entry, role) for role in {place.byline for place in places} & set(ROLES)}
        for place in places:
            found[place] = text.span(*_place(shelf, entry, bylines.get(place.byline, []), place))
    return found


def _place(shelf: Shelf, entry: Entry, names: Sequence[Placed], place: Location) -> tuple[int, int]:
    """Where a location stands; the nearest thing around it where it is not written."""
    if place.byline:
        if 1 <= place.position <= len(names):
            return _of_name(names[place.position - 1], place.field)
        field = shelf.field(entry, place.byline)
    else:
        field = shelf.field(entry, *FIELDS.get(place.field, (place.field,))) if place.field else None
    return field or (entry.start, entry.head)


def _of_name(name: Placed, part: str) -> tuple[int, int]:
    written = {"first": name.written.first, "last": name.written.last}.get(part)
    if written is None or not written.text:
        return name.written.start, name.written.end
    return stretch(written)


def stretch(written: Written) -> tuple[int, int]:
    """From the first letter of a text to its last one, in the order of the file."""
    return min(written.starts), max(written.ends)
