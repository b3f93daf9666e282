"""Changes in the XML of the Anthology, made byte for byte."""

from collections.abc import Mapping, Sequence

from bylint.edits import Edit
from bylint.finding import Change
from bylint.loaders._anthology_places import ATTRIBUTES, TAG_OF_FIELD, records
from bylint.loaders._splices import Splice, meant, spliced
from bylint.loaders._text import Text
from bylint.loaders._wanted import edit_of, wanted_changes
from bylint.loaders._xml import is_ascii_alone
from bylint.loaders._xml_edits import as_references, beside, can_be_written, content_of, escaped, signs, with_content
from bylint.loaders._xml_places import Element, attribute, children

_WRITTEN_IN_QUOTES = {"&": "&amp;", "<": "&lt;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
_ATTRIBUTE_ORDER = ("id", "orcid", "openreview")
_EXACT = frozenset({"first", "last"})
"""Elements whose text is read with every space; that of the others is read on one line."""
_REPEATED = frozenset({"affiliation", "venue"})


def edit(data: bytes, changes: Sequence[Change]) -> Mapping[Change, Edit]:
    """The edit of each change that can be made; of records with one id, in the first one that has the old text."""
    text = Text(data)
    wanted = wanted_changes(changes, can_be_written)
    made: dict[Change, Edit] = {}
    is_ascii = is_ascii_alone(data)
    for record, element in records(text.content) if wanted else ():
        of_record = [change for change in wanted.get(record, ()) if change not in made]
        parts = list(children(text.content, element)) if of_record else []
        for change in of_record:
            splice = _splice(text.content, element, parts, change)
            if splice is not None:
                new = as_references(splice.new) if is_ascii else splice.new
                made[change] = edit_of(text, splice._replace(new=new))
    return made


def _splice(text: str, record: Element, parts: Sequence[Element], change: Change) -> Splice | None:
    place = change.location
    if not place.byline:
        field = "booktitle" if record.tag == "meta" and place.field == "title" else place.field
        return _of_child(text, parts, TAG_OF_FIELD.get(field, field), change)
    of_role = [part for part in parts if part.tag == place.byline]
    if not 1 <= place.position <= len(of_role):
        return None
    signature = of_role[place.position - 1]
    inside = list(children(text, signature))
    if place.field in ATTRIBUTES and not _is_written_inside(text, signature, inside, place.field):
        return _of_attribute(text, signature, change)
    tag = TAG_OF_FIELD.get(place.field, place.field)
    if tag in _EXACT and not any(part.tag == tag for part in inside):
        return _missing_name(text, signature, inside, change)
    return _of_child(text, inside, tag, change)


def _is_written_inside(text: str, signature: Element, inside: Sequence[Element], field: str) -> bool:
    """Whether an element says what an attribute says in most files, and no attribute says it."""
    value = attribute(text[signature.start : signature.content], 0, field)
    return not (value and value[0] < value[1]) and any(part.tag == field for part in inside)


def _of_child(text: str, parts: Sequence[Element], tag: str, change: Change) -> Splice | None:
    """Another content for a child, of which there is one; of those that may repeat, for the one with the old text."""
    found = [part for part in parts if part.tag == tag]
    if tag in _REPEATED:
        found = [part for part in found if content_of(text, part, is_exact=False) == change.old]
        return _of_element(text, found[0], tag, change) if len(found) == 1 else None
    return _of_element(text, found[0], tag, change) if found else None


def _of_element(text: str, element: Element, tag: str, change: Change) -> Splice | None:
    if content_of(text, element, is_exact=tag in _EXACT) != change.old:
        return None
    return with_content(text, element, change.new, is_exact=tag in _EXACT)


def _missing_name(text: str, signature: Element, inside: Sequence[Element], change: Change) -> Splice | None:
    """A first name before the last one, or the other way round, laid out as the one that is there."""
    field = change.location.field
    other = next((part for part in inside if part.tag in _EXACT), None)
    if change.old or other is None:
        return None
    before = text[signature.content : other.start]
    return beside(other, before, field, change.new, is_first=field == "first")


def _of_attribute(text: str, signature: Element, change: Change) -> Splice | None:
    tag = text[signature.start : signature.content]
    value = attribute(tag, signature.start, change.location.field)
    if value is None:
        return _missing_attribute(text, signature, change)
    start, end = value
    own = [
        sign._replace(meant=" ") if sign.meant in "\t\n" and sign.end - sign.start < 3 else sign
        for sign in signs(text, start, end)
    ]
    if meant(own) != change.old:
        return None
    name = change.location.field
    if not change.new:
        stem = text[signature.start : start - 1].rpartition(name)[0].rstrip()
        return Splice(signature.start + len(stem), end + 1, "")
    splice = spliced(own, change.new, start)
    return splice._replace(new=_quoted(splice.new, text[end]))


def _missing_attribute(text: str, signature: Element, change: Change) -> Splice | None:
    """An attribute behind those that come before it, in the quotation marks of the tag."""
    if change.old:
        return None
    field = change.location.field
    tag = text[signature.start : signature.content]
    point, quote = signature.start + 1 + len(signature.tag), '"'
    for name in _ATTRIBUTE_ORDER:
        value = attribute(tag, signature.start, name)
        if value is not None:
            quote = text[value[1]]
            if _ATTRIBUTE_ORDER.index(name) < _ATTRIBUTE_ORDER.index(field):
                point = max(point, value[1] + 1)
    return Splice(point, point, f" {field}={quote}{_quoted(change.new, quote)}{quote}")


def _quoted(text: str, quote: str) -> str:
    return escaped(text, {**_WRITTEN_IN_QUOTES, quote: "&quot;" if quote == '"' else "&apos;"})
