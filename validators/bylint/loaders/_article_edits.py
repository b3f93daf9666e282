"""Changes in the papers of a file of XML, made byte for byte."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from bylint.edits import Edit
from bylint.finding import Change
from bylint.loaders._article_places import NAME_FIELDS, part_of, signature_at, standing_elements, wanted_articles
from bylint.loaders._article_texts import text_of, title_of
from bylint.loaders._articles import ArticleForm, Signature, Written, joined, part_of_name
from bylint.loaders._splices import Splice
from bylint.loaders._text import Text
from bylint.loaders._wanted import edit_of, wanted_changes
from bylint.loaders._whole_names import parted, whole_name
from bylint.loaders._xml import is_ascii_alone, on_one_line
from bylint.loaders._xml_edits import as_references, beside, can_be_written, content_of, with_content
from bylint.loaders._xml_places import Element
from bylint.model import Name

if TYPE_CHECKING:
    from lxml import etree


class _Aim(NamedTuple):
    """Which element is to hold what."""

    element: "etree._Element"
    old: str
    new: str
    is_added: bool = False
    """Whether the text is that of an element which is to stand beside this one."""


def edit_articles(form: ArticleForm, data: bytes, changes: Sequence[Change]) -> Mapping[Change, Edit]:
    """The edit of each change that can be made; of records with one id, in the first."""
    text = Text(data)
    path = changes[0].location.path if changes else ""
    wanted = wanted_changes(changes, can_be_written)
    aims = {
        change: aim
        for record, of_record in wanted_articles(form, path, data, wanted)
        for change in of_record
        if (aim := _aim(form, record, change)) is not None
    }
    standing = standing_elements(text.content, {aim.element for aim in aims.values()})
    is_ascii = is_ascii_alone(data)
    made: dict[Change, Edit] = {}
    for change, aim in aims.items():
        splice = _splice(form, text.content, standing[aim.element], aim) if aim.element in standing else None
        if splice is not None:
            new = as_references(splice.new) if is_ascii else splice.new
            made[change] = edit_of(text, splice._replace(new=new))
    return made


def _aim(form: ArticleForm, record: Written, change: Change) -> _Aim | None:
    place = change.location
    signature = signature_at(record, place)
    if signature is not None and place.field in NAME_FIELDS:
        return _aim_at_name(form, signature, change)
    if signature is not None:
        part = signature.orcid if place.field == "orcid" else None
    else:
        part = None if place.byline else part_of(record, place.field)
    return None if part is None else _Aim(part, change.old, change.new)


def _aim_at_name(form: ArticleForm, signature: Signature, change: Change) -> _Aim | None:
    is_first = change.location.field == "first"
    written = (signature.name.first or "") if is_first else signature.name.last
    if change.old != written or not (is_first or change.new.strip()):
        return None
    parts = signature.first if is_first else signature.last
    if parts:
        return _aim_at_part(parts, change)
    return _aim_beside(form, signature, change) if signature.last else _aim_at_text(signature, change)


def _aim_beside(form: ArticleForm, signature: Signature, change: Change) -> _Aim | None:
    """The first name of somebody who has only a last one; None where that one is written as a first name."""
    if any(part.tag == form.first_tag for part in signature.last):
        return None
    empty = signature.element.find(form.first_tag)
    if empty is None:
        return _Aim(signature.last[-1], "", change.new, is_added=True)
    return _Aim(empty, text_of(empty), change.new)


def _aim_at_part(parts: Sequence["etree._Element"], change: Change) -> _Aim | None:
    """The one of the parts of a name that has to change, where only one has to."""
    for number, part in enumerate(parts):
        before = joined(parts[:number]) + " " * (number > 0)
        behind = " " * (number + 1 < len(parts)) + joined(parts[number + 1 :])
        new = change.new
        if len(new) >= len(before) + len(behind) and new.startswith(before) and new.endswith(behind):
            return _Aim(part, part_of_name(part), new[len(before) : len(new) - len(behind)])
    return None


def _aim_at_text(signature: Signature, change: Change) -> _Aim | None:
    """What a text that writes a whole name has to be, where the other half of the name stays what it was."""
    text = title_of(signature.element)
    if signature.is_body:
        return _Aim(signature.element, text, change.new) if change.location.field == "last" else None
    start, end = parted(text)[change.location.field == "last"]
    if not change.old:
        new = f"{change.new} {text}"
    else:
        new = text[:start] + change.new + text[end + (not change.new and text.startswith(" ", end)) :]
    name = signature.name
    wanted = Name(change.new or None, name.last) if change.location.field == "first" else Name(name.first, change.new)
    return _Aim(signature.element, text, new) if whole_name(new) == wanted else None


def _splice(form: ArticleForm, text: str, element: Element, aim: _Aim) -> Splice | None:
    if aim.is_added:
        prefix = element.tag.rpartition(":")[0]
        tag = f"{prefix}:{form.first_tag}" if prefix else form.first_tag
        return beside(element, text[: element.start], tag, aim.new, is_first=form.is_first_first)
    inside = text.find("<", element.content, element.content_end)
    if inside >= 0 and aim.new and title_of(aim.element) == on_one_line(aim.element.text or ""):
        element = element._replace(content_end=inside)  # what follows is beside the text: a note, members of a body
    is_exact = aim.old == text_of(aim.element)
    if content_of(text, element, is_exact=is_exact) != aim.old:
        return None
    return with_content(text, element, aim.new, is_exact=is_exact)
