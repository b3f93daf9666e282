"""Another value in a JSON text, byte for byte."""

import json
import re
from collections.abc import Sequence
from functools import lru_cache

from bylint.loaders._splices import Sign, Splice, meant, spliced
from bylint.loaders._trees import Place, json_places

_SIGN = re.compile(r"\\u[dD][89abAB]..\\u[dD][c-fC-F]..|\\u....|\\.|.", re.DOTALL)
_WHOLE_NUMBER = re.compile(r"0|[1-9][0-9]*")
_SURROGATE = re.compile("[\ud800-\udfff]")
_KEPT_AS_TEXT = frozenset({"first", "last", "title"})
"""Empty they are `""`, other fields `null`."""


@lru_cache(maxsize=1)
def writes_escapes(content: str) -> bool:
    """Whether a file spells out every sign beyond ASCII, as programs do that were not told otherwise."""
    return "\\u" in content and content.isascii()


def json_value(text: str, value: Place, field: str, old: str, new: str, *, in_ascii: bool) -> Splice | None:  # noqa: PLR0913
    """What makes the value at a place another one; None where it is not `old`, or no text, number or list of texts."""
    start, end = value
    written = text[start:end]
    if written.startswith('"'):
        return _string(text, value, field, old, new, in_ascii=in_ascii)
    if written.startswith("["):
        items = [item for _, _, item in json_places(text, start) if _text(text, item) == old]
        return _string(text, items[0], "", old, new, in_ascii=in_ascii) if new and len(items) == 1 else None
    if written == "null" and not old:
        return Splice(start, end, _quoted(new, in_ascii=in_ascii))
    if written == old and _WHOLE_NUMBER.fullmatch(old) and _WHOLE_NUMBER.fullmatch(new):
        return Splice(start, end, new)
    return None


def json_pair(text: str, start: int, field: str, new: str, *, in_ascii: bool) -> Splice | None:
    """A pair that an object, which begins at `start`, does not have yet: a first name before all, others at the end."""
    pairs = list(json_places(text, start))
    if not pairs or text[start] != "{":
        return None
    (_, first_key, _), (_, last_key, last_value) = pairs[0], pairs[-1]
    colon = text[last_key[1] : last_value[0]]
    layout = text[start + 1 : first_key[0]] or colon.partition(":")[2]
    comma = text[pairs[-2][2][1] : last_key[0]] if len(pairs) > 1 else f",{layout}"
    pair = f'"{field}"{colon}{_quoted(new, in_ascii=in_ascii)}'
    if field == "first":
        return Splice(first_key[0], first_key[0], pair + comma)
    return Splice(last_value[1], last_value[1], comma + pair)


def can_be_written(new: str) -> bool:
    """Whether a text has no half of a character, which JSON could spell out and no reader would take."""
    return not _SURROGATE.search(new)


def stretch_place(text: str, value: Place, start: int, end: int) -> Place:
    """Where the characters from `start` up to `end` of a string stand, both from 0."""
    signs = _signs(text, value[0] + 1, value[1] - 1)
    if start == end:
        at = signs[start].start if start < len(signs) else value[1] - 1
        return at, at
    return signs[start].start, signs[end - 1].end


def json_stretch(text: str, value: Place, start: int, end: int, new: str, *, in_ascii: bool) -> Splice | None:  # noqa: PLR0913
    """What makes some characters of a string other ones; None for what is no string."""
    if not text.startswith('"', value[0]):
        return None
    at, _ = stretch_place(text, value, start, end)
    splice = spliced(_signs(text, value[0] + 1, value[1] - 1)[start:end], new, at)
    return splice._replace(new=_quoted(splice.new, in_ascii=in_ascii)[1:-1])


def _text(text: str, value: Place) -> str | None:
    return json.loads(text[slice(*value)]) if text[value[0]] == '"' else None


def _string(text: str, value: Place, field: str, old: str, new: str, *, in_ascii: bool) -> Splice | None:  # noqa: PLR0913
    start, end = value
    if _text(text, value) != old:
        return None
    if not new:
        return Splice(start, end, '""' if field in _KEPT_AS_TEXT else "null")
    signs = _signs(text, start + 1, end - 1)
    if meant(signs) != old:
        return None
    splice = spliced(signs, new, start + 1)
    return splice._replace(new=_quoted(splice.new, in_ascii=in_ascii)[1:-1])


def _signs(text: str, start: int, end: int) -> Sequence[Sign]:
    return [Sign(json.loads(f'"{match[0]}"'), *match.span()) for match in _SIGN.finditer(text, start, end)]


def _quoted(text: str, *, in_ascii: bool) -> str:
    return json.dumps(text, ensure_ascii=in_ascii)
