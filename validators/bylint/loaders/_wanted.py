"""What is wanted of a file, sorted by the record it is wanted of."""

from collections.abc import Callable, Iterable

from bylint.edits import Edit
from bylint.finding import Change
from bylint.loaders._splices import Splice
from bylint.loaders._text import Text
from bylint.model import Location, Span


def wanted_places(text: Text, locations: Iterable[Location]) -> tuple[dict[Location, Span], dict[str, list[Location]]]:
    """The span of each location that is a line; the other locations, by record."""
    found: dict[Location, Span] = {}
    wanted: dict[str, list[Location]] = {}
    for place in locations:
        if place.line or not place.record:
            found[place] = text.span_of_line(place.line, place.column)
        else:
            wanted.setdefault(place.record, []).append(place)
    return found, wanted


def wanted_changes(
    changes: Iterable[Change], can_be_written: Callable[[str], bool] = lambda _: True
) -> dict[str, list[Change]]:
    """The changes whose new text the format can hold, by record."""
    wanted: dict[str, list[Change]] = {}
    for change in changes:
        if can_be_written(change.new):
            wanted.setdefault(change.location.record, []).append(change)
    return wanted


def edit_of(text: Text, splice: Splice) -> Edit:
    """The bytes that a splice of the text puts in place of others."""
    span = text.span(splice.start, splice.end)
    return Edit(span.start, span.end, text.encoded(splice.new))
