"""Entries of people put in, changed and taken out: in the order and style of the file, and nothing else."""

import json
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bylint import Name, Person
from bylint.edits import edited
from bylint.loaders import Loader, PersonChange, jsonlines, people

JSON, YAML, VARIANTS, LINES = (
    "data/json/people.json",
    "data/yaml/people.yaml",
    "data/yaml/name_variants.yaml",
    "x.jsonl",
)
LOADERS = {JSON: people.LOADER, YAML: people.LOADER, VARIANTS: people.LOADER, LINES: jsonlines.LOADER}
ORCID = "0000-0002-1825-0097"


def listed(path: str, data: bytes) -> dict[str, Person]:
    """The people of a file; of one id, the first."""
    found: dict[str, Person] = {}
    for record in LOADERS[path].read(path, data):
        if isinstance(record, Person):
            found.setdefault(record.id, record)
    return found


def entered(path: str, text: str, *changes: Callable[[dict[str, Person]], PersonChange]) -> str | None:
    """What a file becomes; None where a change cannot be made."""
    loader, data = LOADERS[path], text.encode()
    wanted = [change(listed(path, data)) for change in changes]
    assert isinstance(loader, Loader)
    assert loader.enter is not None
    made = loader.enter(data, wanted)
    if len(made) < len(wanted):
        return None
    return edited(data, [edit for edits in made.values() for edit in edits]).decode()


def new(person_id: str, *names: str, **fields: object) -> Callable[[dict[str, Person]], PersonChange]:
    """Somebody who is to be listed; a name is `First Last`, one word a mononym."""
    parts = [name.rpartition(" ") for name in names]
    person = Person(person_id, tuple(Name(first or None, last) for first, _, last in parts), "x")
    return lambda _: PersonChange(None, person._replace(**fields))


def other(person_id: str, **fields: object) -> Callable[[dict[str, Person]], PersonChange]:
    """Somebody whose entry changes; `names` are added."""

    def change(known: dict[str, Person]) -> PersonChange:
        old = known[person_id]
        names = {"names": (*old.names, *fields["names"])} if "names" in fields else {}  # type: ignore[misc]
        return PersonChange(old, old._replace(**{**fields, **names}))

    return change


def gone(person_id: str) -> Callable[[dict[str, Person]], PersonChange]:
    """Somebody who is not to be listed any more."""
    return lambda known: PersonChange(known[person_id], None)


LI = Name("Bo", "Li")
PEOPLE_YAML = """\
# The people, in order.
ada-rho:
  names:
  - {first: Ada, last: Rho}
  orcid: 0000-0001-5109-3700
# Two of them.
bo-li:
  degree: U of Rho
  names:
  - {first: Bo, last: Li}
  - {first: B., last: Li}
# The end.
"""
QUOTED_YAML = """\
"ada-rho":
  names: [{"first": "Ada", "last": "Rho"}]
  orcid: "1"
  comment: "x"
"bo-li":
  names: [{"first": "Bo", "last": "Li"}]
"""
BLOCK_YAML = "ada-rho:\r\n    names:\r\n        - first: Ada\r\n          last: Rho\r\n    comment: x"
NAME_VARIANTS = """\
- canonical: {first: Ada, last: Rho}
  variants:
  - {first: A., last: Rho}
- canonical: {first: Bo, last: Li}
  comment: U of Rho
  id: bo-li-rho

- canonical: {first: Bo, last: Li}
  id: bo-li-tau
  similar: [bo-li-rho]
- canonical: {first: Zoe, last: Xi}
"""
PEOPLE_JSON = json.dumps(
    {
        "ada-rho": {"names": [{"first": "Ada", "last": "Rho"}], "orcid": ORCID},
        "bo-li": {"names": [{"first": "Bo", "last": "Li"}, {"last": "Bo"}], "degree": None},
    },
    indent=2,
)
COMPACT = '{"ada-rho":{"names":[{"first":"Ada","last":"Rho"}]}}'
JSON_LINES = """\
{"person": "ada-rho", "names": [{"first": "Ada", "last": "Rho"}]}
{"id": "p1", "authors": []}
{"person":"bo-li","names":[{"first":"Bo","last":"Li"}],"similar":["ada-rho"]}
{"id": "p2"}"""


@pytest.mark.parametrize(
    ("path", "text", "change", "old", "expected"),
    [
        pytest.param(
            YAML,
            PEOPLE_YAML,
            new("ada-xi", "Ada Xi", "Xi", orcid=ORCID, matches_by_name=False),
            "# Two of them.\n",
            "ada-xi:\n  disable_name_matching: true\n  names:\n  - {first: Ada, last: Xi}\n  - {last: Xi}\n"
            f"  orcid: {ORCID}\n# Two of them.\n",
            id="YAML: in order, in the alphabet of its fields",
        ),
        pytest.param(
            YAML,
            PEOPLE_YAML,
            new("aa", "Aa A", degree="U: of 'A'"),
            "ada-rho:",
            "aa:\n  degree: 'U: of ''A'''\n  names:\n  - {first: Aa, last: A}\nada-rho:",
            id="YAML: before all others",
        ),
        pytest.param(
            YAML,
            PEOPLE_YAML,
            new("zz", "null 1", comment="true"),
            "# The end.\n",
            "zz:\n  comment: 'true'\n  names:\n  - {first: 'null', last: '1'}\n# The end.\n",
            id="YAML: behind all others, with texts that are none without quotes",
        ),
        pytest.param(
            YAML,
            PEOPLE_YAML,
            other("ada-rho", names=[Name("A., B", "Rho")], similar=("bo-li", "x")),
            "  - {first: Ada, last: Rho}\n  orcid: 0000-0001-5109-3700\n",
            "  - {first: Ada, last: Rho}\n  - {first: 'A., B', last: Rho}\n  orcid: 0000-0001-5109-3700\n"
            "  similar: [bo-li, x]\n",
            id="YAML: a name and fields more",
        ),
        pytest.param(
            YAML,
            PEOPLE_YAML,
            gone("ada-rho"),
            PEOPLE_YAML.partition("\n")[2].partition("# Two")[0],
            "",
            id="YAML: an entry less, the remarks stay",
        ),
        pytest.param(
            YAML,
            QUOTED_YAML,
            new("cy-tau", "Cy Tau", degree='a "b"', similar=("bo-li",)),
            '"last": "Li"}]\n',
            '"last": "Li"}]\n"cy-tau":\n  names: [{"first": "Cy", "last": "Tau"}]\n  degree: "a \\"b\\""\n'
            '  similar: ["bo-li"]\n',
            id="YAML: in the quotes and brackets of the others",
        ),
        pytest.param(
            YAML,
            QUOTED_YAML,
            other("ada-rho", names=[Name("A.", "Rho")], matches_by_name=False),
            '"last": "Rho"}]\n  orcid: "1"\n  comment: "x"\n',
            '"last": "Rho"}, {"first": "A.", "last": "Rho"}]\n  orcid: "1"\n  comment: "x"\n'
            "  disable_name_matching: true\n",
            id="YAML: a name more in brackets",
        ),
        pytest.param(
            YAML,
            BLOCK_YAML,
            other("ada-rho", names=[LI]),
            "last: Rho\r\n",
            "last: Rho\r\n        - first: Bo\r\n          last: Li\r\n",
            id="YAML: names over several lines",
        ),
        pytest.param(
            YAML,
            BLOCK_YAML,
            new("bo-li", "Bo Li"),
            "comment: x",
            "comment: x\r\nbo-li:\r\n    names:\r\n        - first: Bo\r\n          last: Li",
            id="YAML: behind a last line without an end",
        ),
        pytest.param(
            YAML,
            "---\nada-rho:\n  names:\n  - {last: Rho}\n...\n",
            new("bo-li", "Bo Li"),
            "...\n",
            "bo-li:\n  names:\n  - {first: Bo, last: Li}\n...\n",
            id="YAML: between the marks of a document",
        ),
        pytest.param(
            VARIANTS,
            NAME_VARIANTS,
            new("bo-li-phi", "Bo Li", "B. Li", degree="U of Phi", orcid=ORCID),
            "  similar: [bo-li-rho]\n",
            "  similar: [bo-li-rho]\n- canonical: {first: Bo, last: Li}\n  comment: U of Phi\n  id: bo-li-phi\n"
            f"  orcid: {ORCID}\n  variants:\n  - {{first: B., last: Li}}\n",
            id="variants: behind its namesakes, the degree as a remark",
        ),
        pytest.param(
            VARIANTS,
            NAME_VARIANTS,
            new("bo-li", "Bo Li", is_verified=False),
            "  similar: [bo-li-rho]\n",
            "  similar: [bo-li-rho]\n- canonical: {first: Bo, last: Li}\n  comment: May refer to several people\n"
            "  id: bo-li\n",
            id="variants: anybody else",
        ),
        pytest.param(
            VARIANTS,
            NAME_VARIANTS,
            new("cy-tau", "Cy Tau", "C. Tau"),
            "- canonical: {first: Zoe, last: Xi}\n",
            "- canonical: {first: Cy, last: Tau}\n  variants:\n  - {first: C., last: Tau}\n"
            "- canonical: {first: Zoe, last: Xi}\n",
            id="variants: without an id that follows from the name",
        ),
        pytest.param(
            VARIANTS,
            NAME_VARIANTS,
            other("bo-li-rho", names=[Name("B.", "Li")]),
            "  id: bo-li-rho\n\n",
            "  id: bo-li-rho\n  variants:\n  - {first: B., last: Li}\n\n",
            id="variants: the first other name",
        ),
        pytest.param(
            VARIANTS,
            NAME_VARIANTS,
            other("bo-li-tau", similar=("cy-tau",)),
            "[bo-li-rho]",
            "[cy-tau]",
            id="variants: another list",
        ),
        pytest.param(
            VARIANTS,
            NAME_VARIANTS,
            gone("bo-li-rho"),
            "- canonical: {first: Bo, last: Li}\n  comment: U of Rho\n  id: bo-li-rho\n",
            "",
            id="variants: an entry less",
        ),
        pytest.param(
            JSON,
            PEOPLE_JSON,
            new("ada-xi", "Ada Xi", similar=("bo-li",)),
            '  "bo-li": {',
            '  "ada-xi": {\n    "names": [\n      {\n        "first": "Ada",\n        "last": "Xi"\n      }\n    ],\n'
            '    "similar": [\n      "bo-li"\n    ]\n  },\n  "bo-li": {',
            id="JSON: in order, over several lines",
        ),
        pytest.param(
            JSON,
            PEOPLE_JSON,
            other("ada-rho", names=[Name(None, "Ärho")], matches_by_name=False),
            f'      }}\n    ],\n    "orcid": "{ORCID}"\n',
            '      },\n      {\n        "last": "Ärho"\n      }\n    ],\n'
            f'    "orcid": "{ORCID}",\n    "disable_name_matching": true\n',
            id="JSON: a name and a field more",
        ),
        pytest.param(
            JSON, PEOPLE_JSON, other("bo-li", degree="U"), '"degree": null', '"degree": "U"', id="JSON: instead of null"
        ),
        pytest.param(
            JSON,
            COMPACT,
            new("bo-li", "Bo Li", "B. Li"),
            "]}}",
            ']},"bo-li":{"names":[{"first":"Bo","last":"Li"},{"first":"B.","last":"Li"}]}}',
            id="JSON: without a space",
        ),
        pytest.param(JSON, "{}", new("b", "B"), "{}", '{\n  "b": {"names": [{"last": "B"}]}\n}', id="JSON: the first"),
        pytest.param(
            LINES,
            JSON_LINES,
            new("ada-xi", "Ada Xi", is_verified=False),
            '{"id": "p1"',
            '{"person": "ada-xi", "names": [{"first": "Ada", "last": "Xi"}], "verified": false}\n{"id": "p1"',
            id="lines: in order, before papers",
        ),
        pytest.param(
            LINES,
            JSON_LINES,
            new("cy", "Cy", orcid=ORCID),
            ']}\n{"id": "p2"}',
            f']}}\n{{"person":"cy","names":[{{"last":"Cy"}}],"orcid":"{ORCID}"}}\n{{"id": "p2"}}',
            id="lines: in the style of the line before",
        ),
        pytest.param(
            LINES,
            JSON_LINES,
            other("bo-li", names=[Name("B.", "Li")], similar=()),
            '"last":"Li"}],"similar":["ada-rho"]}',
            '"last":"Li"},{"first":"B.","last":"Li"}]}',
            id="lines: a name more, and a field less",
        ),
        pytest.param(
            LINES, JSON_LINES, gone("ada-rho"), JSON_LINES.partition("\n")[0] + "\n", "", id="lines: a line less"
        ),
        pytest.param(
            LINES,
            '{"id": "p2"}',
            new("a", "A", matches_by_name=False),
            "}",
            '}\n{"person": "a", "names": [{"last": "A"}], "matches_by_name": false}',
            id="lines: the first person",
        ),
    ],
)
def test_entered(
    path: str, text: str, change: Callable[[dict[str, Person]], PersonChange], old: str, expected: str
) -> None:
    """One place of the file changes, and what is read of it is what was to be written."""
    assert text.count(old) == 1
    result = entered(path, text, change)
    assert result == text.replace(old, expected)


@pytest.mark.parametrize(
    ("path", "text", "change"),
    [
        pytest.param(YAML, PEOPLE_YAML, new("a", "A", is_verified=False), id="an id for anybody, by id"),
        pytest.param(VARIANTS, NAME_VARIANTS, new("a", "A", matches_by_name=False), id="who asks for an id, variants"),
        pytest.param(YAML, "a-b: {names: [{last: B}]}\nc: {names: [{last: C}]}\n", gone("c"), id="entries in braces"),
        pytest.param(YAML, "a-b: &x\n  names: []\n", new("b", "B"), id="an anchor"),
        pytest.param(JSON, "[", new("b", "B"), id="no tree"),
        pytest.param(JSON, COMPACT, gone("ada-rho"), id="all that there is"),
        pytest.param(YAML, "a-b:\n  names:\n  - {last: B}\n", gone("a-b"), id="all that there is, in YAML"),
    ],
)
def test_refused(path: str, text: str, change: Callable[[dict[str, Person]], PersonChange]) -> None:
    """What a form has no way to say, and a file in a layout that nobody writes, is left alone."""
    made = entered(path, text, change)
    assert made is None or path == YAML
    assert made is None or "{names" in text


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        pytest.param(
            JSON,
            "{}\n",
            '{\n  "a-x": {"names": [{"last": "A"}]},\n  "b-x": {"names": [{"last": "B"}]},\n'
            '  "c-x": {"names": [{"last": "C"}]}\n}\n',
            id="JSON",
        ),
        pytest.param(
            JSON,
            "{\n}",
            '{\n  "a-x": {"names": [{"last": "A"}]},\n  "b-x": {"names": [{"last": "B"}]},\n'
            '  "c-x": {"names": [{"last": "C"}]}\n}',
            id="JSON with a line end inside",
        ),
        pytest.param(
            VARIANTS,
            "[]\n",
            '[{"canonical": {"last": "A"}, "id": "a-x"}, {"canonical": {"last": "B"}, "id": "b-x"}, '
            '{"canonical": {"last": "C"}, "id": "c-x"}]\n',
            id="a list",
        ),
    ],
)
def test_several_in_an_empty_file(path: str, text: str, expected: str) -> None:
    """The first people of a database stand one behind the other."""
    assert entered(path, text, new("b-x", "B"), new("c-x", "C"), new("a-x", "A")) == expected


def test_many_changes() -> None:
    """Changes of one file go together: neighbours are put in and taken out, the last ones too."""
    changes = [new("bo-li-a", "Bo A"), new("bo-li-b", "Bo B"), gone("bo-li"), other("ada-rho", names=[LI])]
    expected = {"ada-rho", "bo-li-a", "bo-li-b"}
    for path, text in ((YAML, PEOPLE_YAML), (YAML, QUOTED_YAML), (JSON, PEOPLE_JSON), (LINES, JSON_LINES)):
        result = entered(path, text, *changes)
        assert result is not None
        found = listed(path, result.encode())
        assert found.keys() == expected
        assert LI in found["ada-rho"].names


_TEXTS = st.text(min_size=1, max_size=8).filter(
    lambda text: text.strip() and not any("\ud800" <= c <= "\udfff" for c in text)
)
_NAMES = st.builds(Name, st.none() | _TEXTS, _TEXTS)
_PERSONS = st.builds(
    Person,
    st.from_regex(r"[a-z]{1,3}(-[a-z]{1,3})?", fullmatch=True).filter(lambda own: own not in {"ada-rho", "bo-li"}),
    st.lists(_NAMES, min_size=1, max_size=3, unique=True).map(tuple),
    st.just("x"),
    orcid=st.none() | st.just(ORCID),
    degree=st.none() | _TEXTS,
    similar=st.lists(st.just("bo-li") | _TEXTS, max_size=2, unique=True).map(tuple),
    comment=st.none(),
    is_verified=st.just(value=True),
    matches_by_name=st.booleans(),
    other_ids=st.just(()),
)


@settings(deadline=None, max_examples=60)
@given(st.lists(_PERSONS, max_size=3, unique_by=lambda person: person.id), st.lists(_NAMES, max_size=2), st.data())
def test_what_is_written_is_read(people: list[Person], names: list[Name], data: st.DataObject) -> None:
    """Whatever is put in is read again as it was meant, and everything else as it was."""
    files = [(YAML, PEOPLE_YAML), (YAML, QUOTED_YAML), (YAML, BLOCK_YAML), (JSON, PEOPLE_JSON), (JSON, COMPACT)]
    path, text = data.draw(st.sampled_from([*files, (LINES, JSON_LINES)]))
    content = text.encode()
    before = listed(path, content)
    old = before["ada-rho"]
    more = old._replace(names=tuple(dict.fromkeys([*old.names, *names])))
    changes = [PersonChange(None, person._replace(path=path)) for person in people]
    if more != old:
        changes.append(PersonChange(old, more))
    loader = LOADERS[path]
    assert loader.enter is not None
    made = loader.enter(content, changes)
    after = listed(path, edited(content, [edit for edits in made.values() for edit in edits]))
    assert len(made) == len(changes)
    assert after == {**before, **{change.new.id: change.new for change in changes if change.new}}
