r"""What LaTeX prints for a text, letter by letter, with the place where each one is written.

As far as bibliographies go: accents and letters (`\"o`, `{\'\i}`, `\v{s}`, `\o`), escaped signs, ties, dashes and
quotation marks. Braces only group. A command around a text (`\emph{...}`) and a switch at the head of a group
(`{\em ...}`) are taken off; a formula, and any other command, stays as it is written.

A table of our own, because libraries that turn LaTeX into letters do not say where each letter stands.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from bylint.loaders._splices import Sign
from bylint.names import LATEX_ACCENTS, LATEX_LETTERS

_WORDS = {
    "TeX": "TeX",
    "LaTeX": "LaTeX",
    "LaTeXe": "LaTeX2e",
    "BibTeX": "BibTeX",
    "textendash": "–",
    "textemdash": "—",
    "textquoteleft": "‘",
    "textquoteright": "’",
    "textquotesingle": "'",
    "textquotedblleft": "“",
    "textquotedblright": "”",
    "textasciitilde": "~",
    "textasciicircum": "^",
    "textbackslash": "\\",
    "textless": "<",
    "textgreater": ">",
    "textunderscore": "_",
    "textregistered": "®",
    "texttrademark": "™",
    "copyright": "©",
    "ldots": "…",
    "dots": "…",
    "slash": "/",
    "space": " ",
    "nobreakspace": " ",
    "S": "§",
    "P": "¶",
}
_NOTHING = frozenset({"relax", "protect", "allowbreak", "noopsort", "noop", "newblock"})
_DASHES = {"-": "-", "--": "–", "---": "—"}
_SIGNS = {"-": "", "/": "", ",": " ", "\\": " ", "\n": " "}
_QUOTES = {"``": "“", "''": "”"}
_MARKS = "|".join(map(re.escape, (sign for sign in LATEX_ACCENTS if not sign.isalpha())))
_NAMES_OF_LETTERS = "|".join(sorted(LATEX_LETTERS, key=len, reverse=True))
_WRITTEN = re.compile(
    rf"""
    (?P<around>\{{)?
      \\(?P<mark>{_MARKS}|[{"".join(sign for sign in LATEX_ACCENTS if sign.isalpha())}](?![a-zA-Z]))\s*
      (?: \{{ \s* (?P<base>\\[a-zA-Z]+|[^\\{{}}]?) \s* \}}
        | (?P<bare>\\(?:ae|AE|oe|OE|aa|AA|[ijoOlL])(?![a-zA-Z])|[^\W\d_]) )
      (?(around)\}})
    | (?P<outside>\{{)?\\(?P<letter>{_NAMES_OF_LETTERS})(?![a-zA-Z])(?:\s+|\{{\}})?(?(outside)\}})
    | \\(?P<word>[a-zA-Z]+)\*?(?P<after>\s*(?=\{{[^}}])|\{{\}}|\s+)?
    | \\(?P<sign>.)
    | (?P<formula>\$[^$]*\$)
    | (?P<brace>[{{}}])
    | (?P<space>(?:\s|~)+)
    | (?P<quotes>``|'')
    | (?P<dashes>-{{1,3}})
    | (?P<plain>[^\\{{}}$~\s`'-]+|.)
    """,
    re.VERBOSE | re.DOTALL,
)
_PLAIN = re.compile(r"(?:[^\\{}$~\s`'-]++|[ ](?![ ~])|'(?!')|-(?!-)|`(?!`))*+")
"""What prints as it is written."""


class Written(NamedTuple):
    """Letters in the order in which they are read, side by side with where each of them is written."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    depths: Sequence[int]
    """How many braces each of them stands in."""

    def part(self, start: int, end: int) -> "Written":
        """The letters from one number up to another."""
        return Written(self.text[start:end], self.starts[start:end], self.ends[start:end], self.depths[start:end])

    def stripped(self) -> "Written":
        """Without spaces at both ends."""
        end = len(self.text.rstrip())
        return self.part(min(len(self.text) - len(self.text.lstrip()), end), end)

    @property
    def signs(self) -> list[Sign]:
        """The same, one thing a letter."""
        return list(map(Sign, self.text, self.starts, self.ends))


NOTHING = Written("", (), (), ())


def joined(parts: Iterable[Written]) -> Written:
    """Texts behind each other."""
    kept = [part for part in parts if part.text]
    if len(kept) < 2:
        return kept[0] if kept else NOTHING
    return Written(
        "".join(part.text for part in kept),
        [start for part in kept for start in part.starts],
        [end for part in kept for end in part.ends],
        [depth for part in kept for depth in part.depths],
    )


def space_between(left: Written, right: Written) -> Written:
    """One space that stands for whatever is written between two texts."""
    start = left.ends[-1]
    return Written(" ", (start,), (max(start, right.starts[0]),), (0,))


def printed(content: str, start: int, end: int) -> Written:
    """What LaTeX prints for a stretch of a file."""
    if _PLAIN.fullmatch(content, start, end):
        return Written(content[start:end], range(start, end), range(start + 1, end + 1), bytes(end - start))
    texts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    depths: list[int] = []
    depth = 0
    for match in _WRITTEN.finditer(content, start, end):
        if match.lastgroup == "brace":
            depth = max(0, depth + (1 if match[0] == "{" else -1))
            continue
        text, first, last = _meant(match), *match.span()
        if text == match[0]:
            starts.extend(range(first, last))
            ends.extend(range(first + 1, last + 1))
        elif text:  # what is written together stands for the first of its letters, and the others for nothing
            starts.extend([first, *[last] * (len(text) - 1)])
            ends.extend([last] * len(text))
        texts.append(text)
        depths.extend([depth] * len(text))
    return Written("".join(texts), starts, ends, depths)


def printed_text(content: str, start: int, end: int) -> str:
    """The same without the places."""
    if _PLAIN.fullmatch(content, start, end):
        return content[start:end]
    return _WRITTEN.sub(_meant, content[start:end])


def _meant(match: re.Match[str]) -> str:
    """What is printed for the next thing that is written."""
    return _MEANINGS[match.lastgroup or "plain"](match)


def _command(match: re.Match[str]) -> str:
    """What is printed for a command: one that is known, one that changes what it stands before, or itself."""
    start, end = match.span()
    word, after = match["word"], match["after"] or ""
    if word in _WORDS:
        return _WORDS[word]
    is_around = match.string[end : end + 1] == "{" and end < match.endpos
    is_switch = match.string[max(start - 1, 0) : start] == "{" and after.isspace()
    return "" if word in _NOTHING or is_around or is_switch else match[0]


def _accented(mark: str, base: str) -> str:
    """A letter with its accent; of dotless letters the accent takes the place of the dot."""
    letter = LATEX_LETTERS.get(base[1:], "") if base.startswith("\\") else base
    letter = {"ı": "i", "ȷ": "j"}.get(letter, letter)
    if not letter:
        return "" if mark.isalpha() else mark
    return unicodedata.normalize("NFC", letter + LATEX_ACCENTS[mark])


def _letter_with_accent(match: re.Match[str]) -> str:
    return _accented(match["mark"], match["base"] or match["bare"] or "")


def _as_written(match: re.Match[str]) -> str:
    return match[0]


_MEANINGS: Mapping[str, Callable[[re.Match[str]], str]] = {
    "after": _command,
    "bare": _letter_with_accent,
    "base": _letter_with_accent,
    "brace": lambda _: "",
    "dashes": lambda match: _DASHES[match[0]],
    "formula": _as_written,
    "letter": lambda match: LATEX_LETTERS[match["letter"]],
    "plain": _as_written,
    "quotes": lambda match: _QUOTES[match[0]],
    "sign": lambda match: _SIGNS.get(match["sign"], match["sign"]),
    "space": lambda _: " ",
    "word": _command,
}
"""What each part of the pattern prints, by the name of its last group."""
_ACCENT_OF = {combining: mark for mark, combining in LATEX_ACCENTS.items()}
_COMMAND_OF = {letter: command for command, letter in LATEX_LETTERS.items()}
_ESCAPED = frozenset("&%$#_")
_UNWRITABLE = frozenset("{}\\~^")


def in_latex(text: str, *, in_ascii: bool, braced_letter: bool = False) -> str | None:
    r"""What prints a text, with no brace open at its end; None for one that cannot be written so.

    `in_ascii` spells out letters beyond ASCII; with `braced_letter` as `{\"{o}}`, otherwise as `{\"o}`.
    """
    written = []
    for letter in text:
        if letter in _UNWRITABLE or (letter.isspace() and letter != " "):
            return None
        if letter in _ESCAPED:
            written.append(f"\\{letter}")
        elif in_ascii and not letter.isascii():
            command = _command_for(letter, braced_letter=braced_letter)
            if command is None:
                return None
            written.append(command)
        else:
            written.append(letter)
    return "".join(written)


def _command_for(letter: str, *, braced_letter: bool) -> str | None:
    if letter in _COMMAND_OF:
        return f"{{\\{_COMMAND_OF[letter]}}}"
    dash = {"–": "--", "—": "---", "“": "``", "”": "''", "’": "'"}.get(letter)
    if dash:
        return dash
    apart = unicodedata.normalize("NFD", letter)
    base, combining = apart[0], apart[1:]
    if not base.isascii() or combining not in _ACCENT_OF:
        return None
    mark = _ACCENT_OF[combining]
    if braced_letter:
        return f"{{\\{mark}{{{base}}}}}"
    return f"{{\\{mark}{' ' if mark.isalpha() else ''}{base}}}"
