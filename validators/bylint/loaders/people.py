"""
The people databases of the ACL Anthology, in the three forms they had.

- `data/json/people.json`: an object from person id to `names`, `orcid`, `degree`, `comment`, `similar` and
  `disable_name_matching`.
- `data/yaml/people.yaml`: the same as YAML.
- `data/yaml/name_variants.yaml`: a list of entries with `canonical` and `variants`, an `id` only after a split;
  an entry without one gets the slug of its canonical name. The comment "May refer to several people" marks an id
  that stands for anybody else of the name.

`institution`, as some entries call it, is the same as `degree`. Where a repository holds more than one of them, the
newest form is read.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from bylint.checks import Check, declare
from bylint.edits import Edit
from bylint.errors import did_you_mean
from bylint.finding import Finding, Severity
from bylint.loaders import Loader, PersonChange, Record
from bylint.loaders._people_edits import edit
from bylint.loaders._people_order import first_stray
from bylint.loaders._people_places import locate
from bylint.loaders._trees import Pairs, TreeError, parse_json, parse_yaml
from bylint.loaders.shared import BROKEN_FILE, brief, broken_file
from bylint.model import Location

BROKEN_PERSON = declare(
    "broken-person",
    Severity.ERROR,
    """
An entry of the people database is not of the form that is asked for.

## Why it matters

The entry is left out: its names and its id resolve as if nobody had written them down.

## What to do

Correct the part that is named. Every entry needs at least one name, and every name a last name.
""",
)
UNKNOWN_FIELD = declare(
    "unknown-field",
    Severity.WARNING,
    """
An entry of the people database has a field that nobody reads.

## Why it matters

It is most often a slip of the pen, `variant` for `variants`, and what stands in it is lost.

## What to do

Correct the field's name, or take it out.
""",
)
REPEATED_PERSON = declare(
    "repeated-person",
    Severity.ERROR,
    """
Two entries of the people database have one id.

## Why it matters

Only one of them counts; the names and the ORCID of the other are lost.

## What to do

Join the two entries, or give one of them another id.
""",
)
UNSORTED_PEOPLE = declare(
    "unsorted-people",
    Severity.NOTE,
    """
Entries of the people database are out of order.

## Why it matters

Whoever looks for an entry looks in the wrong place, and may write a second one. The next tool that writes the file
moves the entries, and its change is hard to read.

## What to do

Move the entry that is named to where it belongs, or let the tools of the repository write the file again. The order
is that of the ids, sign by sign: `abdulla-ablikim`, `abdullah`, `abdullah-mazhar`, `abdur-r-shahid`, `abdur-rahman`.

## Quiet on

A list of entries, `name_variants.yaml`, which was only ever roughly sorted, and by last name. A file of which more than
a quarter of the entries are out of order: nobody keeps it sorted. The finding is one for the file, however many entries
are out of order.
""",
)

_NEWEST_FIRST = ("people.json", "people.yaml", "name_variants.yaml")


def recognises(path: str, head: bytes) -> bool:  # noqa: ARG001 - every loader is handed both
    """Whether a file is one of the three databases, by its name."""
    return PurePosixPath(path).name in _NEWEST_FIRST


def choose(paths: Sequence[str]) -> Sequence[str]:
    """The newest form in each repository, whose folder is the one above `json` and `yaml`.

    A file of another name is here because somebody named this loader, and is read as well.
    """
    newest: dict[PurePosixPath, str] = {}
    others = [path for path in paths if not recognises(path, b"")]
    forms = set(paths).difference(others)
    for path in sorted(forms, key=lambda path: (_NEWEST_FIRST.index(PurePosixPath(path).name), path)):
        folder = PurePosixPath(path).parent
        newest.setdefault(folder.parent if folder.name in {"json", "yaml"} else folder, path)
    return sorted([*newest.values(), *others])


def read(path: str, data: bytes) -> Iterator[Record]:
    """The persons of one database, in its order."""
    if not data.strip():
        yield broken_file(path, "the file is empty")
        return
    try:
        text = data.decode("utf-8-sig")
        tree = parse_json(text) if path.endswith(".json") else parse_yaml(text)
    except UnicodeDecodeError as error:
        yield broken_file(path, f"not UTF-8: {error.reason}", data.count(b"\n", 0, error.start) + 1)
    except TreeError as error:
        yield broken_file(path, brief(str(error), 200), error.line, error.column)
    else:
        yield from _people(path, tree)


def enter(data: bytes, changes: Sequence[PersonChange]) -> Mapping[PersonChange, Sequence[Edit]]:
    """The edits of each change of a person that can be made, in the file's own order and style."""
    from bylint.loaders._people_entries import enter

    return enter(data, changes)


def _people(path: str, tree: object) -> Iterator[Record]:
    from bylint.loaders._people_forms import PersonForm, VariantsForm, read_entry, variants_id

    if not isinstance(tree, list):
        yield broken_file(path, "the file holds neither a mapping of people nor a list of them")
        return
    form: type[PersonForm | VariantsForm] = PersonForm if isinstance(tree, Pairs) else VariantsForm
    seen: set[str] = set()
    for number, item in enumerate(tree, 1):
        key, entry = item if isinstance(tree, Pairs) else (variants_id(item) or f"#{number}", item)
        person, problems, unknown = read_entry(form, entry, key, path)
        for field, problem in problems:
            yield _finding(BROKEN_PERSON, problem, Location(path, key, field=field))
        for field in unknown:
            told = f"nobody reads {brief(field)!r}{did_you_mean(brief(field), form.model_fields)}"
            yield _finding(UNKNOWN_FIELD, told, Location(path, key, field=field))
        if key in seen:
            yield _finding(REPEATED_PERSON, "the id is defined twice; the first entry counts", Location(path, key))
        elif person is not None:
            yield person
        seen.add(key)
    if isinstance(tree, Pairs):
        yield from _order(path, [key for key, _ in tree])


def _order(path: str, ids: Sequence[str]) -> Iterator[Finding]:
    stray = first_stray(ids)
    if stray is not None:
        count = "1 entry is" if stray.strays == 1 else f"{stray.strays} entries are"
        told = f"the entry belongs {brief(stray.belongs)}; {count} out of order"
        yield _finding(UNSORTED_PEOPLE, told, Location(path, stray.id), about="order")


def _finding(check: Check, told: str, place: Location, about: str = "") -> Finding:
    return Finding(check=check.id, message=f"{brief(place.record)}: {brief(told, 200)}", location=place, about=about)


LOADER = Loader(
    name="anthology-people",
    page=__doc__,
    endings=_NEWEST_FIRST,
    recognises=recognises,
    read=read,
    locate=locate,
    edit=edit,
    enter=enter,
    checks=(BROKEN_FILE, BROKEN_PERSON, REPEATED_PERSON, UNKNOWN_FIELD, UNSORTED_PEOPLE),
    layout=tuple(f"data/{'json' if name.endswith('.json') else 'yaml'}/{name}" for name in _NEWEST_FIRST),
    choose=choose,
)
