"""How a format writes papers in trees of JSON or YAML, and what of it is read."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import repeat
from typing import Any, NamedTuple, TypeAlias

from bylint.finding import Finding
from bylint.loaders._record_trees import Path, Tree, json_file
from bylint.loaders._slim_json import Shape
from bylint.loaders._trees import TreeError
from bylint.loaders._whole_names import parted, whole_name
from bylint.model import Authorship, Name, Paper

Fields: TypeAlias = Mapping[str, Any]
"""A record, or a part of one, as it was read: anything may be in it."""
_YEAR = re.compile(r"\s*([0-9]{4})(?![0-9])")
_USUAL = "https://doi.org/"
_DOI_URL = re.compile(r"https?://(?:dx\.)?doi\.org/", re.IGNORECASE)


class NameForm(NamedTuple):
    """Where the parts of a name stand in an entry of a byline; several texts make one part, with spaces between."""

    first: tuple[Path, ...] = ()
    last: tuple[Path, ...] = ()
    whole: tuple[Path, ...] = ()
    """Texts that write a whole name; the first one that is there counts."""
    fixed: tuple[Path, ...] = ()
    """Texts that are a body's, or that the record says are not to be parted."""


class Claims(NamedTuple):
    """What stands beside a name."""

    person_id: str | None = None
    orcid: str | None = None
    affiliations: tuple[str, ...] = ()
    openreview: str | None = None


class Part(NamedTuple):
    """Some characters of a text in a record."""

    path: Path
    start: int
    end: int


class Entry(NamedTuple):
    """One entry of a byline."""

    value: Any
    path: Path
    """From the record."""
    number: int
    """From 0, in its list."""


def no_claims(record: Fields, entry: Entry) -> Claims:  # noqa: ARG001 - what every form is asked
    """Nothing stands beside a name."""
    return Claims()


def no_remarks(record: Fields, entry: Entry, authorship: Authorship) -> Iterable[Finding]:  # noqa: ARG001 - as above
    """Nothing is odd about an entry."""
    return ()


def is_any(role: str, entry: Any) -> bool:  # noqa: ARG001 - as above
    """Every entry is listed."""
    return True


class Form(NamedTuple):
    """One format."""

    paper: Callable[[Fields, str, str], Paper]
    """The paper of a record without its bylines, from the record, the paper's id and the path of the file."""
    id_of: Callable[[Fields, Path], str]
    """What the paper of a record at a place of its file is called; empty where the record does not say."""
    names: Callable[[Any], NameForm]
    """How an entry of a byline is to be read."""
    records: tuple[Path, ...] = ((),)
    """Where records stand, or lists of them; the file itself is `()`."""
    is_record: Callable[[Fields], bool] = bool
    """Whether an object at such a place is a record; where it is none, nothing is said of it."""
    is_keyed: bool = False
    """Whether records may stand in an object, each behind a key."""
    others: frozenset[str] = frozenset()
    """Keys of what a file of the format may hold instead of papers."""
    bylines: Mapping[str, tuple[Path, ...]] = {"author": (("author",),), "editor": (("editor",),)}
    """Where the byline of each role stands; the first of several places where anything is."""
    claims: Callable[[Fields, Entry], Claims] = no_claims
    is_listed: Callable[[str, Any], bool] = is_any
    """Whether an entry is of the byline of a role, where one list holds several roles."""
    remarks: Callable[[Fields, Entry, Authorship], Iterable[Finding]] = no_remarks
    """What is odd about an entry, beyond what a check could see in the authorship."""
    fields: Mapping[str, tuple[Path, ...]] = {}
    """Where the parts of a record stand that findings point at; the first of several places where anything is."""
    parts: Mapping[str, Path] = {}
    """The same in the entry of a byline."""
    is_rich: bool = False
    """Whether titles and abstracts may hold markup, which is left out of the record."""
    trees: Callable[[str, str], Iterator[Tree | TreeError]] = json_file
    """The trees of a file, from its path and its text; an error for a line that holds none. Raises TreeError."""
    shape: Shape | None = None
    """What is read of a record, where that is a small part of it; nothing of the form may look at anything else."""


def follow(tree: Any, path: Path) -> Any:
    """What stands at a path of a tree; None where nothing does."""
    for part in path:
        if isinstance(tree, dict):
            tree = tree.get(part)
        elif isinstance(tree, list) and isinstance(part, int) and part < len(tree):
            tree = tree[part]
        else:
            return None
    return tree


def first_path(tree: Any, paths: Sequence[Path]) -> Path:
    """The first of some paths where anything stands; the first one where nothing does, and none of none."""
    return next((path for path in paths if follow(tree, path) is not None), paths[0] if paths else ())


def text_at(tree: Any, *path: str | int) -> str:
    """The text at a path; empty where there is none. A number is its digits."""
    found = tree
    for part in path:
        found = found.get(part) if isinstance(found, dict) else follow(found, (part,))
    if isinstance(found, str):
        return found
    return str(found) if isinstance(found, int) and not isinstance(found, bool) else ""


def first_text(tree: Any, *paths: Path) -> str:
    """The first text that is not blank at some paths."""
    for path in paths:
        if (text := text_at(tree, *path)) and not text.isspace():
            return text
    return ""


def texts_at(tree: Any, *path: str | int) -> tuple[str, ...]:
    """The texts at a path: of a list, or the only one."""
    found = follow(tree, path)
    return tuple([item for item in (found if isinstance(found, list) else [found]) if isinstance(item, str) and item])


def affiliations_at(entry: Any) -> tuple[str, ...]:
    """The affiliations of an entry: texts, or objects with a name; one, or a list."""
    found = follow(entry, ("affiliation",))
    named = (
        one if isinstance(one, str) else text_at(one, "name") for one in (found if isinstance(found, list) else [found])
    )
    return tuple(name for name in named if name)


def year_of(value: object) -> int | None:
    """The year at the beginning of a text, or that a number is."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value if 0 < value <= 9999 else None
    match = _YEAR.match(value) if isinstance(value, str) else None
    return int(match[1]) if match else None


def bare_doi(text: str) -> str | None:
    """A DOI without the address in front of it; None for an empty text."""
    if text.startswith(_USUAL):  # the pattern takes ten times as long, and most are so
        return text[len(_USUAL) :].strip() or None
    return _DOI_URL.sub("", text.strip(), count=1) or None


def last_part(address: str) -> str | None:
    """What stands behind the last stroke of an address; None for an empty text."""
    return address.rstrip("/").rpartition("/")[2] or None


def entries(form: Form, record: Fields, role: str) -> Iterator[Entry]:
    """The entries of a byline; one that is not in a list stands alone."""
    for path in form.bylines.get(role, ()):
        found = follow(record, path)
        if isinstance(found, list):
            listed = zip(found, [(*path, number) for number in range(len(found))], range(len(found)), strict=True)
            every: Iterable[Entry] = map(tuple.__new__, repeat(Entry), listed)  # without a call for each
            yield from every if form.is_listed is is_any else (one for one in every if form.is_listed(role, one.value))
        elif found:
            yield Entry(found, path, 0)
        if found:
            return


def name_of(form: NameForm, entry: Any) -> Name | None:
    """The name that an entry writes; None where it writes none. What is alone is the last name."""
    if form.first or form.last:
        last = _joined(form.last, entry)
        first = _joined(form.first, entry)
        if first or last:
            return Name(first or None, last) if last else Name(None, first)
    for path in form.whole:
        if (text := text_at(entry, *path)) and not text.isspace():
            return whole_name(text)
    for path in form.fixed:
        if (text := text_at(entry, *path)).strip():
            return Name(None, text)
    return None


def is_fixed(form: NameForm, entry: Any, name: Name) -> bool:
    """Whether the name of an entry is one that is not to be parted."""
    return bool(form.fixed) and name.first is None and name.last == first_text(entry, *form.fixed)


def name_parts(form: NameForm, entry: Any, field: str) -> tuple[Part, ...]:
    """What writes the first or the last name of an entry: joined with spaces, the characters are the name."""
    first, last = _parts(form.first, entry), _parts(form.last, entry)
    if first or last:
        if not last:
            first, last = (), first
        return first if field == "first" else last
    for path in form.whole:
        if (text := text_at(entry, *path)).strip():
            stretch = parted(text)[field == "last"]
            return (Part(path, *stretch),) if stretch[0] < stretch[1] else ()
    return () if field == "first" else tuple(_parts(form.fixed, entry)[:1])


def _parts(paths: Sequence[Path], entry: Any) -> tuple[Part, ...]:
    texts = [(path, text_at(entry, *path)) for path in paths]
    return tuple(Part(path, 0, len(text)) for path, text in texts if text.strip())


def _joined(paths: Sequence[Path], entry: Any) -> str:
    texts = [text_at(entry, *path) for path in paths]
    return " ".join(text for text in texts if text.strip())
