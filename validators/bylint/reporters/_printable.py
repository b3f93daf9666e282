"""Text from strangers made safe to print: it shows, and does nothing."""

import re
import unicodedata

_UNPRINTABLE = re.compile(
    r"[\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\ufff9-\ufffb"
    r"\ud800-\udfff\U000e0000-\U000e007f]"
)
_COMMAND = re.compile(r"\A\s*:(?=:)|##(?=\w*\[)")
"""What the runner of a CI service would take for an order in its log."""


def printable(text: str) -> str:
    r"""Text on one line; control characters, direction marks, invisible signs and lone surrogates are spelt out.

    >>> printable("a\x1b[31mb")
    'a\\x1b[31mb'
    """
    text = _UNPRINTABLE.sub(lambda match: _spelt(match[0]), text)
    return _COMMAND.sub(lambda match: match[0][:-1] + _spelt(match[0][-1]), text)


def _spelt(character: str) -> str:
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def brief(text: str, size: int) -> str:
    """Printable text of at most `size` characters; what is left out shows as an ellipsis.

    >>> brief("a sentence without end", 10)
    'a sentenc…'
    """
    shown = printable(text[: size + 1])
    return shown if len(text) <= size >= len(shown) else shown[: size - 1] + "…"


def width(text: str) -> int:
    """How many cells of a terminal a text takes.

    >>> width("é"), width("e\u0301"), width("王"), width("📝")
    (1, 1, 2, 2)
    """
    return sum(map(_cells, text))


def _cells(character: str) -> int:
    if character.isascii():
        return 1
    if unicodedata.category(character) in {"Mn", "Me", "Cf"} or "\u1160" <= character <= "\u11ff":
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def fitting(text: str, cells: int) -> str:
    """The longest beginning of a text that, made printable, fits into so many cells; at most four signs for each."""
    used = 0
    for index, character in enumerate(text):
        used += width(printable(character))
        if used > cells or index >= 4 * cells:
            return text[:index]
    return text
