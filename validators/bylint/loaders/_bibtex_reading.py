"""A BibTeX file as papers, and as findings about its blocks, keys and lists of names."""

import re
from collections.abc import Iterator, Sequence

from bylint.finding import Finding
from bylint.loaders import Record
from bylint.loaders._bibtex_blocks import Blocks, Entry, Field, blocks
from bylint.loaders._bibtex_checks import (
    BROKEN_ENTRY,
    MISSING_KEY,
    REPEATED_FIELD,
    UNBALANCED_BRACE,
    UNDECLARED_ENCODING,
    UNDEFINED_MACRO,
    UNPARSED_NAME_LIST,
)
from bylint.loaders._bibtex_names import WrittenName
from bylint.loaders._bibtex_records import NO_PAPERS, ROLES, identified, names_in, paper
from bylint.loaders._bibtex_values import Shelf
from bylint.loaders.shared import brief, broken_file
from bylint.model import Location

_ESCAPED_BRACE = re.compile(r"\\[{}]")
_READ = frozenset(["abstract", "author", "booktitle", "date", "doi", "editor", "journal", "pages", "title", "year"])


def read(path: str, data: bytes) -> Iterator[Record]:
    """The papers of a file, in its order, and what is wrong with its blocks, keys and names."""
    try:
        found = blocks(data)
    except ImportError:
        yield broken_file(path, "BibTeX is read with bibtexparser; install bylint[bibtex]")
        return
    if not found.entries and not found.macros and not found.failures and _has_text(found.content):
        yield broken_file(path, "there is no block in it, such as @article{...}")
        return
    yield from _of_file(path, found)
    shelf = Shelf(found)
    parents = frozenset(
        parent.key.lower() for entry in found.entries for parent in [shelf.parent(entry)] if parent is not None
    )
    unknown: dict[str, list[Location]] = {}
    for record, entry in identified(path, found.entries):
        if entry.kind in NO_PAPERS:
            continue
        made = paper(shelf, record, entry, path, parents)
        yield made
        for role in ROLES:
            if role in entry.fields:
                macros = shelf.undefined(entry.fields[role])
                for macro in macros:
                    unknown.setdefault(macro, []).append(Location(path, record, role))
                yield from _of_names(shelf, entry.fields[role], Location(path, record, role), is_whole=not macros)
    for macro, uses in unknown.items():
        yield _undefined(macro, uses)


def _has_text(content: str) -> bool:
    return any(line.strip() and not line.lstrip().startswith("%") for line in content.split("\n"))


def _of_file(path: str, found: Blocks) -> Iterator[Finding]:
    """Findings about the encoding, the blocks and the keys."""
    if found.odd_byte >= 0:
        more = f" and {found.odd_bytes - 1} more" if found.odd_bytes > 1 else ""
        letter = found.content[found.odd_byte]
        yield Finding(
            check=UNDECLARED_ENCODING.id,
            message=f"a byte{more} that is not UTF-8 was read as “{letter}”",
            location=_at(path, found, found.odd_byte),
            about="encoding",
        )
    for failure in found.failures:
        head = brief(found.content[failure.start : failure.start + 100].partition("\n")[0].strip())
        yield Finding(
            check=BROKEN_ENTRY.id,
            message=f"“{head}” does not parse: {brief(failure.why, 200)}",
            location=_at(path, found, failure.start),
            about=head,
        )
    yield from _of_keys(path, found)


def _of_keys(path: str, found: Blocks) -> Iterator[Finding]:
    keyless: list[Location] = []
    for record, entry in identified(path, found.entries):
        if not entry.key:
            keyless.append(Location(path, record))
        yield from _of_entry(path, found, record, entry)
    if keyless:
        told = f"{len(keyless)} entries have" if len(keyless) > 1 else "an entry has"
        yield Finding(check=MISSING_KEY.id, message=f"{told} no key", location=keyless[0], about="key")


def _of_entry(path: str, found: Blocks, record: str, entry: Entry) -> Iterator[Finding]:
    """Findings about a brace that BibTeX misses, and about fields that stand twice."""
    odd = _odd_brace(found.content[entry.start : entry.end])
    if odd >= 0:
        at = entry.start + odd
        yield Finding(
            check=UNBALANCED_BRACE.id,
            message=f"the brace of “{found.content[at - 1 : at + 9]}” has none to match it",
            location=_at(path, found, at),
            about=record,
        )
    for name in sorted(_READ & entry.repeated.keys()):
        yield Finding(
            check=REPEATED_FIELD.id,
            message=f"{brief(record)} has the field “{name}” twice",
            location=_at(path, found, entry.repeated[name].start),
            about=f"{record} {name}",
        )


def _of_names(shelf: Shelf, field: Field, place: Location, *, is_whole: bool) -> Iterator[Finding]:
    """Findings about a list of names; one that is not whole, because a macro is missing, may begin or end anyhow."""
    found, names = shelf.blocks, names_in(shelf, field)
    for start, told in names.faults if is_whole else ():
        yield Finding(
            check=UNPARSED_NAME_LIST.id,
            message=f"{brief(place.record)}: {told}",
            location=_at(place.path, found, start),
            about=f"{place.record} {place.byline} {told}",
        )
    if any(isinstance(item, str) for item in names.items):
        return  # positions are those of the whole byline
    for position, item in enumerate(names.items, 1):
        if isinstance(item, WrittenName) and item.fault:
            text = brief(" ".join(found.content[item.start : item.end].split()))
            yield Finding(
                check=UNPARSED_NAME_LIST.id,
                message=f"“{text}” is no name: {brief(item.fault, 120)}",
                location=place._replace(position=position),
            )


def _odd_brace(raw: str) -> int:
    """Where an entry has a brace behind a backslash while its braces do not match; -1 for nowhere."""
    if raw.count("{") == raw.count("}"):
        return -1
    escaped = _ESCAPED_BRACE.search(raw)
    return escaped.start() + 1 if escaped else -1


def _undefined(macro: str, uses: Sequence[Location]) -> Finding:
    more = f" and {len(uses) - 1} more" if len(uses) > 1 else ""
    return Finding(
        check=UNDEFINED_MACRO.id,
        message=f"names of {brief(uses[0].record)}{more} are the macro “{brief(macro)}”, which nothing here defines",
        location=uses[0],
        about=macro,
    )


def _at(path: str, found: Blocks, start: int) -> Location:
    span = found.text.span(start, start)
    return Location(path, line=span.line, column=span.column)
