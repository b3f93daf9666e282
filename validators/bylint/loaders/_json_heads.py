"""What the first bytes of a JSON file show of its records: which keys they have, before anything is read."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from bylint.loaders._text import encoding_of

_TOKEN = re.compile(r'"((?:[^"\\]|\\.)*)"(\s*:)?|[\[\]{}]|[^\s",:\[\]{}]+|".*', re.DOTALL)
_LONGEST_PATH = 8


@lru_cache(maxsize=4)
def keys_at_the_top(head: bytes) -> Mapping[str, str]:
    """The paths that stand in the first record, each with the first text or number there; empty for what is no JSON.

    A path is made of keys with full stops between them and `[]` for a list; that all of it is a list is left out:
    `author[].family` is in `[{"author": [{"family": "Liu"}]}]`, and in the same record on a line of its own.
    """
    encoding, mark = encoding_of(head)
    text = head[mark:].decode(encoding, "ignore").lstrip()
    if not text.startswith(("{", "[")):
        return {}
    found: dict[str, str] = {}
    path: list[str] = []
    key = ""
    for match in _TOKEN.finditer(text):
        sign = match[0]
        if sign.startswith('"') and match[1] is None:
            break  # the text goes on behind these bytes
        if match[2]:
            key = match[1]
        elif sign in "[{":
            path.append(key + "[]" * (sign == "["))
            key = ""
            found.setdefault(_joined(path), "")
        elif sign in "]}":
            if path:
                path.pop()
            if not path:
                break
            key = ""
        else:
            own = _joined([*path, key])
            found[own] = found.get(own) or (match[1] if sign.startswith('"') else sign)
            key = ""
    return found


def _joined(path: list[str]) -> str:
    """The path as text; the list that is all of the file, and records in it, have no key."""
    text = ".".join(part for part in path[:_LONGEST_PATH] if part).replace(".[]", "[]")
    return text.removeprefix("[]").removeprefix(".")


def record_at(keys: Mapping[str, str], places: Iterable[str]) -> Mapping[str, str]:
    """The keys of the first record, where it stands at one of some places; the first place at which anything is."""
    for place in places:
        inner = {path.removeprefix(place): text for path, text in keys.items() if path.startswith(place)}
        if inner:
            return inner
    return {}
