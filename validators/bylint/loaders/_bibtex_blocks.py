"""The blocks of a BibTeX file, as bibtexparser parts them, with the place of every field.

bibtexparser keeps what is written of each block, in the order of the file; the places follow from that.
"""

import codecs
import logging
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from bylint.loaders._text import Text

if TYPE_CHECKING:
    from bibtexparser.library import Library
    from bibtexparser.model import Block
    from bibtexparser.model import Entry as Parsed

_DECLARED = re.compile(r"^%+\s*(?:Encoding:\s*|.*?-\*-.*?\bcoding:\s*)([\w.-]+)", re.MULTILINE | re.IGNORECASE)
_OPENING = re.compile(r"@\w*[ \t]*[{(]\s*")
_COMMENT = re.compile(r"(?:^|(?<=,))[ \t]*%[^\n]*", re.MULTILINE)
_HIGH = bytes(range(0x80, 0x100))
_GUESSED = "cp1252"
_KEPT = 1 << 20
"""Bytes of the largest file whose blocks stay at hand."""


class Field(NamedTuple):
    """Where a value stands, its quotation marks or braces included."""

    start: int
    end: int


class Entry(NamedTuple):
    """One entry, its names of things in small letters."""

    kind: str
    """`article`, `book`, ..."""
    key: str
    start: int
    head: int
    """The end of the key."""
    end: int
    fields: Mapping[str, Field]
    """The first of each name."""
    repeated: Mapping[str, Field]
    """The second of each name that stands twice."""


class Failure(NamedTuple):
    """A block that is none."""

    start: int
    why: str


class Blocks(NamedTuple):
    """What a file holds."""

    text: Text
    content: str
    """The text with every byte that is not of its encoding as the letter it stands for."""
    entries: Sequence[Entry]
    macros: Sequence[tuple[str, Field]]
    """The names and values of `@string`, in order."""
    failures: Sequence[Failure]
    odd_byte: int = -1
    """The first character that is not of the file's encoding; -1 for none."""
    odd_bytes: int = 0


def blocks(data: bytes) -> Blocks:
    """The blocks of a file. Raises ImportError where bibtexparser is not installed."""
    return _last(data) if len(data) <= _KEPT else _blocks(data)


@lru_cache(maxsize=1)
def _last(data: bytes) -> Blocks:
    """The blocks of the file that was asked for last: mostly its places are wanted, once it has been read."""
    return _blocks(data)


def _blocks(data: bytes) -> Blocks:
    text = Text(data)
    content, odd = _letters(text.content)
    entries: list[Entry] = []
    macros: list[tuple[str, Field]] = []
    failures: list[Failure] = []
    for start, block in _parts(content):
        if isinstance(block, Entry):
            entries.append(block)
        elif isinstance(block, Failure):
            failures.append(block)
        else:
            name, value = block
            macros.append((name, Field(start + value.start, start + value.end)))
    return Blocks(text, content, entries, macros, failures, *odd)


def _letters(content: str) -> tuple[str, tuple[int, int]]:
    """The text without lone bytes, which stand for letters of the encoding that is declared, or of Windows-1252."""
    odd = [match.start() for match in re.finditer("[\udc80-\udcff]", content)]
    if not odd:
        return content, (-1, 0)
    declared = _DECLARED.search(content[:2000])
    codec = _one_byte_codec(declared[1]) if declared else None
    table = dict(enumerate(_HIGH.decode(codec or _GUESSED, "replace"), 0xDC80))
    return content.translate(table), ((-1, 0) if codec else (odd[0], len(odd)))


def _one_byte_codec(name: str) -> str | None:
    """The codec of an encoding's name, as editors write it; None where it is not one byte a letter."""
    plain = re.sub(r"-(?:unix|dos|mac)$", "", name.lower())
    for spelling in (plain, plain.replace("-", "")):
        try:
            letters = codecs.lookup(spelling).decode(_HIGH, "replace")[0]
        except (LookupError, ValueError):
            continue
        return spelling if len(letters) == len(_HIGH) and "utf" not in spelling else None
    return None


def _split(content: str) -> "Library":
    from bibtexparser.splitter import Splitter

    logging.getLogger("bibtexparser.splitter").disabled = True  # what it says of failed blocks is said as findings
    return Splitter(content).split()


def _parts(content: str) -> Iterator[tuple[int, Entry | Failure | tuple[str, Field]]]:
    """Every entry, macro and failure with where it begins."""
    from bibtexparser.model import DuplicateBlockKeyBlock, DuplicateFieldKeyBlock, ParsingFailedBlock, String
    from bibtexparser.model import Entry as Parsed

    starts = list(_placed(content, _split(content).blocks))
    ends = [*(start for start, _ in starts), len(content)][1:]
    for (start, block), end in zip(starts, ends, strict=True):
        if isinstance(block, DuplicateBlockKeyBlock | DuplicateFieldKeyBlock):
            block = block.ignore_error_block or block
        if isinstance(block, Parsed):
            yield start, _entry(block, start)
        elif isinstance(block, String):
            at = (block.raw or "").index("=") + 1
            at += len((block.raw or "")[at:]) - len((block.raw or "")[at:].lstrip())
            yield start, (block.key.lower(), Field(at, at + len(block.value)))
        elif isinstance(block, ParsingFailedBlock):
            yield start, _without_comments(content, start, end) or Failure(start, _told(block.error))


def _placed(content: str, found: "Iterable[Block]") -> "Iterator[tuple[int, Block]]":
    """Each block that is more than a comment, with where it begins."""
    from bibtexparser.model import ExplicitComment, ImplicitComment, ParsingFailedBlock

    at = 0
    for block in found:
        raw = block.raw or ""
        if isinstance(block, ImplicitComment) or not raw:
            continue
        start = content.find(raw, at)
        if start < 0:
            continue
        is_whole = not isinstance(block, ParsingFailedBlock) or block.ignore_error_block is not None
        at = start + (len(raw) if is_whole else 1)
        if not isinstance(block, ExplicitComment):
            yield start, block


def _entry(block: "Parsed", start: int) -> Entry:
    """An entry with the places of its fields, which stand behind each other."""
    raw = block.raw or ""
    opening = _OPENING.match(raw)
    head = at = (opening.end() if opening else 0) + len(block.key)
    fields: dict[str, Field] = {}
    repeated: dict[str, Field] = {}
    for field in block.fields:
        equals = raw.index("=", raw.index(field.key, at) + len(field.key))
        at = raw.index(field.value, equals + 1)
        place = Field(start + at, start + at + len(field.value))
        at += len(field.value)
        name = field.key.rpartition("\n")[2].strip().lower()
        if not name.startswith("%"):
            (repeated if name in fields else fields).setdefault(name, place)
    return Entry(block.entry_type, block.key, start, start + head, start + len(raw), fields, repeated)


def _without_comments(content: str, start: int, end: int) -> Entry | None:
    """The entry at a place, if it is one without the comments between its fields, which biber reads."""
    from bibtexparser.model import DuplicateFieldKeyBlock
    from bibtexparser.model import Entry as Parsed

    stretch = content[start:end]
    masked = _COMMENT.sub(lambda match: " " * len(match[0]), stretch)
    if masked == stretch:
        return None
    for block in _split(masked).blocks:
        if isinstance(block, DuplicateFieldKeyBlock):
            block = block.ignore_error_block or block
        if isinstance(block, Parsed) and masked.startswith(block.raw or "\0"):
            return _entry(block, start)
    return None


def _told(error: Exception) -> str:
    """What bibtexparser says of a failure, in one line."""
    return " ".join(str(getattr(error, "abort_reason", error)).split()).rstrip(".")
