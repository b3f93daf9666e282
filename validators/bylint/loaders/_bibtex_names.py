"""
The names in a field of a BibTeX file.

Names stand between `and`, in one of four forms: First von Last; von Last, First; von Last, Jr, First; and that of
biblatex, `family=..., given=..., prefix=..., suffix=..., id=...`. Words stand between spaces and ties; a hyphen parts
none, so that “Kai-wei Chang” has no particle. What stands in braces is not parted.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bylint.loaders._latex import NOTHING, Written, joined, space_between

_AND = re.compile(r"(?:(?<=\s)|^)and(?=\s|$)", re.IGNORECASE)
_COMMA = re.compile(",")
_WORD = re.compile(r"\S+")
_EXTENDED = re.compile(r"(?:[a-z-]+\s*=[^,]*,\s*)*(?:family|given)\s*=")
_PAIR = re.compile(r"\s*([a-zA-Z-]+)\s*=\s*(.*?)\s*", re.DOTALL)
_OPTION = re.compile(r"[a-z]+\s*=\s*\S+")
"""What is said of a whole list, `useprefix=true`, or stands for names elsewhere, `xdata=key-author-1`."""
_REFERENCE = re.compile(r"xdata\s*=\s*(\S+)")
_SUFFIX = re.compile(
    r"(?:jr|sr|jnr|snr|junior|senior|filho|neto|[ivx]+|\d(?:st|nd|rd|th)|esq|ph\.? ?d|m\.?d)\.?", re.IGNORECASE
)
_SLIP = re.compile(r"nd|adn|amd|anbd|aand|andd|and[A-Z]\S+|[^\W\d_]\S*[.}]and")
"""What was to be `and`: `nd`, `andB.`, `A.and`; Swedes are called And, and surnames end with it."""
_PART_OF_SLIP = re.compile("nd|adn|amd|anbd")


class WrittenName(NamedTuple):
    """One name of a list, with the place of each letter."""

    first: Written
    last: Written
    """With its particle before it and its suffix behind it."""
    start: int
    end: int
    """What is written of it, with its braces."""
    person_id: str = ""
    is_literal: bool = False
    """Whether all of it stands in braces."""
    fault: str = ""
    """Why it is not what a name should be."""


class NameList(NamedTuple):
    """What stands in a field."""

    items: Sequence[WrittenName | str]
    """Names, and what biblatex is to put in their place from elsewhere: `key-author-1`."""
    faults: Sequence[tuple[int, str]] = ()
    """Places in it where a name is missing, and what is wrong there."""


def name_list(content: str, written: Written) -> NameList:
    """The names in a field; who stands for `others` is not one of them."""
    found: list[WrittenName | str] = []
    faults: list[tuple[int, str]] = []
    items = list(_between(written, _AND))
    for number, item in enumerate(items):
        item = item.stripped()
        if not item.text:
            if len(items) > 1:
                faults.append(_empty(written, items, number))
        elif item.text == "others" and number:
            continue
        elif reference := _REFERENCE.fullmatch(item.text):
            found.append(reference[1])
        elif not _EXTENDED.match(item.text) and _OPTION.fullmatch(item.text):
            continue
        else:
            found.append(_name(content, item))
    return NameList(found, faults)


def _between(written: Written, border: re.Pattern[str]) -> Iterator[Written]:
    """The stretches between borders that stand in no brace."""
    start = 0
    for match in border.finditer(written.text):
        if not written.depths[match.start()]:
            yield written.part(start, match.start())
            start = match.end()
    yield written.part(start, len(written.text))


def _empty(written: Written, items: Sequence[Written], number: int) -> tuple[int, str]:
    """What is wrong where nobody stands between two borders, and at which of them one sees it."""
    borders = [match.start() for match in _AND.finditer(written.text) if not written.depths[match.start()]]
    if number == 0:
        return written.starts[borders[0]], "the list begins with “and”"
    told = "the list ends with “and”" if number == len(items) - 1 else "“and” stands twice"
    return written.starts[borders[number - 1]], told


def _name(content: str, item: Written) -> WrittenName:
    if _EXTENDED.match(item.text):
        return _extended(content, item)
    start, end = _outer(content, item)
    fields = [part.stripped() for part in _between(item, _COMMA)]
    fault = _fault(fields)
    if len(fields) == 1:
        words = list(_words(item))
        first = next((number for number, word in enumerate(words[:-1]) if _is_small(content, word)), len(words) - 1)
        is_literal = len(words) == 1 and all(item.depths) and content[start : start + 2] != "{\\"
        return WrittenName(_run(words[:first]), _run(words[first:]), start, end, "", is_literal, fault)
    last = _run(list(_words(fields[0])))
    if len(fields) > 2 and fields[1].text:
        suffix = _run(list(_words(fields[1])))
        last = joined([last, space_between(last, suffix), suffix]) if last.text else suffix
    rest = [word for field in fields[2 if len(fields) > 2 else 1 :] for word in _words(field)]
    first_name = _run(rest)
    if not last.text:
        first_name, last = NOTHING, first_name
    return WrittenName(first_name, last, start, end, fault=fault)


def _fault(fields: Sequence[Written]) -> str:
    """What is wrong with a name of which these stand between its commas; empty for nothing."""
    if len(fields) > 3:
        return f"it has {len(fields) - 1} commas, where a name has two at most"
    if len(fields) > 1 and not (fields[0].text and fields[-1].text):
        return f"a comma stands at its {'end' if fields[0].text else 'beginning'}"
    if len(fields) == 3 and not _SUFFIX.fullmatch(fields[1].text):
        if _SUFFIX.fullmatch(fields[2].text):
            return f"the suffix “{fields[2].text}” stands last, where the first name belongs"
        return f"“{fields[1].text}” stands where a suffix like “Jr.” belongs"
    suspects = [field for field in fields if _PART_OF_SLIP.search(field.text)]
    words = (word for field in suspects for word in _words(field) if not any(word.depths))
    slip = next((word.text for word in words if _SLIP.fullmatch(word.text)), "")
    return f"“{slip}” looks like “and”" if slip else ""


def _words(written: Written) -> Iterator[Written]:
    """The words of a text; a space in braces parts none."""
    if not any(written.depths):
        yield from (written.part(*match.span()) for match in _WORD.finditer(written.text))
        return
    start = None
    for number, letter in enumerate(written.text):
        if letter == " " and not written.depths[number]:
            if start is not None:
                yield written.part(start, number)
            start = None
        elif start is None:
            start = number
    if start is not None:
        yield written.part(start, len(written.text))


def _run(words: Sequence[Written]) -> Written:
    """Words with one space between each two."""
    parts: list[Written] = []
    for word in words:
        if parts:
            parts.append(space_between(parts[-1], word))
        parts.append(word)
    return joined(parts)


def _is_small(content: str, word: Written) -> bool:
    """Whether a word is a particle: its first letter that stands in no brace, or makes an accent, is a small one."""
    if not any(word.depths):
        letter = next((letter for letter in word.text if letter.isalpha()), "")
        return letter.islower()
    for letter, depth, start in zip(word.text, word.depths, word.starts, strict=True):
        if letter.isalpha() and (not depth or content[start] == "\\"):
            return letter.islower()
    return False


def _outer(content: str, item: Written) -> tuple[int, int]:
    """What is written of a name, with the braces around its first and its last letter."""
    start, end = item.starts[0], max(item.ends)
    for _ in range(item.depths[0]):
        start = content.rfind("{", 0, start)
    for _ in range(item.depths[-1]):
        end = content.find("}", end) + 1
    return max(start, 0), max(end, item.ends[-1])


def _extended(content: str, item: Written) -> WrittenName:
    """A name whose parts have names themselves."""
    found: dict[str, Written] = {}
    for part in _between(item, _COMMA):
        match = _PAIR.fullmatch(part.text)
        if match:
            text = part.part(*match.span(2))
            quoted = len(text.text) > 1 and text.text[0] == text.text[-1] == '"'
            found[match[1].lower()] = _run(list(_words(text.part(1, len(text.text) - 1) if quoted else text)))
    last = NOTHING
    for name in ("prefix", "family", "suffix"):
        text = found.get(name, NOTHING)
        last = (
            joined([last, space_between(last, text), text]) if last.text and text.text else text if text.text else last
        )
    start, end = _outer(content, item)
    person_id = found["id"].text if "id" in found else ""
    fault = "" if last.text else "it has no family name"
    return WrittenName(found.get("given", NOTHING), last, start, end, person_id, fault=fault)
