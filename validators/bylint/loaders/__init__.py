"""Readers of formats: each turns one kind of file into papers and people.

A Loader is what a plugin hands over in `bylint_loaders`; the ones that ship with bylint stand in the modules of
this package, one module a format.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import BinaryIO, NamedTuple

from bylint.checks import Check
from bylint.edits import Edit
from bylint.finding import Change, Finding
from bylint.model import PARTS, Location, Paper, Person, Span, Venue

Record = Paper | Person | Venue | Finding


class PersonChange(NamedTuple):
    """Another entry for a person, in a file that lists people."""

    old: Person | None
    """The person as the file has them; None for one who is to be listed."""
    new: Person | None
    """None for one who is not to be listed any more."""


def all_of_them(paths: Sequence[str]) -> Sequence[str]:
    """Every file is read."""
    return paths


def all_findings(findings: Sequence[Finding]) -> Sequence[Finding]:
    """Every finding as it is."""
    return findings


class Lines(NamedTuple):
    """Reads a format in which a line holds records of its own, so that a big file may be read piece by piece."""

    are_in: Callable[[str, bytes], bool]
    """Whether a file is of such lines, by its path and its first MiB."""
    read: Callable[[str, Iterable[tuple[int, bytes]]], Iterator[Record]]
    """The records of lines, each given with its number, from 1; nothing is read ahead, and what is said of one line
    depends on no other."""
    gathered: Callable[[Sequence[Finding]], Sequence[Finding]] = all_findings
    """What is said of a file, from what was said of its lines."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Loader:
    """Reads one format.

    `read` must not raise on any input: what it cannot make sense of is a Finding, with a `check` of `checks`.
    The functions must be importable by name, because files are read in several processes.
    """

    name: str
    page: str
    """Markdown: what the format is, what is read of it."""
    recognises: Callable[[str, bytes], bool]
    """Whether a file is of this format, by its path and its first 4 KiB."""
    read: Callable[[str, bytes], Iterator[Record]]
    """The records of a file, in its order, from its path and its bytes."""
    locate: Callable[[bytes, Sequence[Location]], Mapping[Location, Span]]
    """The places of a file's locations; one that is not found is left out."""
    edit: Callable[[bytes, Sequence[Change]], Mapping[Change, Edit]] | None = None
    """What makes each change in a file, byte for byte; None for a format that bylint does not write. Left out is a
    change whose old text is not what stands there, and one that cannot be made without touching anything else."""
    enter: Callable[[bytes, Sequence[PersonChange]], Mapping[PersonChange, Sequence[Edit]]] | None = None
    """What makes each change of a person in a file, in its own order and style; None for a format in which bylint does
    not write people. Left out is a change that the format has no way to say."""
    checks: tuple[Check, ...] = ()
    endings: tuple[str, ...]
    """How the names of its files end; only such files are opened to see whether they are of this format."""
    layout: tuple[str, ...] = ()
    """Globs below the root of a repository that is laid out for this format. Where the first one matches, only what
    the layouts match is read, and it is read whatever its first bytes are."""
    choose: Callable[[Sequence[str]], Sequence[str]] = all_of_them
    """Of several files that say the same thing, the ones to read."""
    knows: frozenset[str] = frozenset(PARTS)
    """The PARTS that a record of this format can have at all; a check that needs another one is not put to it."""
    stream: Callable[[str, BinaryIO], Iterator[Record]] | None = None
    """As `read`, from an open file of which no more is held than a record; for formats whose files are big."""
    lines: Lines | None = None
    """As `read`, line by line; for formats whose files may be of lines, and big."""


def shipped() -> Iterable[Loader]:
    """The loaders that come with bylint; of two that recognise a file, the first one reads it."""
    from bylint.loaders import anthology, bibtex, formats, jsonlines, people, venues, xml_formats

    of_anthology = (anthology.LOADER, people.LOADER, venues.LOADER)
    return (*of_anthology, *xml_formats.OF_XML, *formats.OF_JSON, jsonlines.LOADER, *formats.OF_YAML, bibtex.LOADER)
