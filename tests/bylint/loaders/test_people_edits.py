"""Changes in the three people databases: the scalar and nothing else, in the quotes it had."""

import json

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from bylint import Change, Location, Name, Person
from bylint.edits import edited
from bylint.loaders.people import edit, read

JSON, YAML, VARIANTS = "data/json/people.json", "data/yaml/people.yaml", "data/yaml/name_variants.yaml"


def changed(path: str, text: str, record: str, place: tuple[int, str], old: str, new: str) -> str | None:
    """What a file becomes; None where the change is refused. A position is that of a name."""
    data = text.encode()
    position, field = place
    change = Change(Location(path, record, "names" if position else "", position, field), old, new)
    made = edit(data, [change])
    return edited(data, made.values()).decode() if change in made else None


PEOPLE_JSON = """{
  "a-b": {
    "names": [
      {
        "first": "A",
        "last": "B"
      },
      {"last": "\\u00e9"}
    ],
    "orcid": "1"
  },
  "c": {"names": [{"last": "C"}]}
}
"""
PEOPLE_YAML = """# people
a-b:
  names: [{first: A, last: B}, {first: 'O''A', last: "B\\xe9\\"c"}]
  orcid: 0000-0002-1825-0097   # his own
  degree: ~
  comment: |
    of two lines
    and more
c:
  names:
  - last: C
    first: ''
  degree: U of
    X
  comment:
"""
NAME_VARIANTS = """- canonical: {first: A, last: B}
  id: a-b
  variants:
  - {first: A., last: B}
  - first: A
    last: B
- canonical: {first: "", last: No}
  variants: [{first: N, last: o}]
"""


@pytest.mark.parametrize(
    ("record", "place", "old", "new", "before", "after"),
    [
        ("a-b", (0, "orcid"), "1", "2", '"orcid": "1"', '"orcid": "2"'),
        ("a-b", (1, "last"), "B", "É", '"last": "B"', '"last": "\\u00c9"'),
        ("a-b", (2, "last"), "é", "É", '"\\u00e9"', '"\\u00c9"'),
        ("a-b", (1, "first"), "A", "", '"first": "A"', '"first": ""'),
        ("a-b", (0, "orcid"), "1", "", '"orcid": "1"', '"orcid": null'),
        ("a-b", (0, "degree"), "", "U", '"orcid": "1"\n', '"orcid": "1",\n    "degree": "U"\n'),
        ("c", (0, "orcid"), "", "1", '[{"last": "C"}]}', '[{"last": "C"}], "orcid": "1"}'),
        ("c", (1, "first"), "", "A", '{"last": "C"}', '{"first": "A", "last": "C"}'),
    ],
)
def test_json(record: str, place: tuple[int, str], old: str, new: str, before: str, after: str) -> None:
    """people.json: values are spelt and laid out as the file does it."""
    assert changed(JSON, PEOPLE_JSON, record, place, old, new) == PEOPLE_JSON.replace(before, after)


@pytest.mark.parametrize(
    ("record", "place", "old", "new", "before", "after"),
    [
        ("a-b", (0, "orcid"), "0000-0002-1825-0097", "0000-0001-5109-3700", "0002-1825-0097", "0001-5109-3700"),
        ("a-b", (1, "last"), "B", "B, C", "last: B}", "last: 'B, C'}"),
        ("a-b", (1, "last"), "B", "No", "last: B}", "last: 'No'}"),
        ("a-b", (1, "last"), "B", "É: #", "last: B}", "last: 'É: #'}"),
        ("a-b", (2, "first"), "O'A", "O'B'", "'O''A'", "'O''B'''"),
        ("a-b", (2, "last"), 'Bé"c', 'Bé"\\', '\\xe9\\"c"', '\\xe9\\"\\\\"'),
        ("a-b", (0, "degree"), "", "U of X", "degree: ~", "degree: U of X"),
        ("a-b", (0, "orcid"), "0000-0002-1825-0097", "", "0000-0002-1825-0097", "null"),
        ("c", (1, "first"), "", "É", "first: ''", "first: 'É'"),
        ("c", (1, "last"), "C", "12", "last: C", "last: '12'"),
    ],
)
def test_yaml(record: str, place: tuple[int, str], old: str, new: str, before: str, after: str) -> None:
    """people.yaml: quotes stay, and come where a text without them would be no text."""
    assert changed(YAML, PEOPLE_YAML, record, place, old, new) == PEOPLE_YAML.replace(before, after)


@pytest.mark.parametrize(
    ("path", "text", "record", "place", "old", "new"),
    [
        pytest.param(YAML, PEOPLE_YAML, "a-b", (0, "comment"), "of two lines\nand more\n", "x", id="a block"),
        pytest.param(YAML, PEOPLE_YAML, "c", (0, "degree"), "U of X", "x", id="a scalar on two lines"),
        pytest.param(YAML, PEOPLE_YAML, "c", (0, "comment"), "", "x", id="nothing that is written"),
        pytest.param(YAML, PEOPLE_YAML, "c", (0, "orcid"), "", "x", id="a key of YAML that is not there"),
        pytest.param(YAML, PEOPLE_YAML, "c", (1, "last"), "C", "a\nb", id="a line end in YAML"),
        pytest.param(YAML, PEOPLE_YAML, "c", (1, "last"), "C", "\x01", id="a sign that YAML cannot hold"),
        pytest.param(YAML, PEOPLE_YAML, "c", (1, "last"), "D", "E", id="something else stands there"),
        pytest.param(YAML, PEOPLE_YAML, "c", (2, "last"), "C", "D", id="no such name"),
        pytest.param(YAML, PEOPLE_YAML, "d", (1, "last"), "C", "D", id="nobody of this id"),
        pytest.param(YAML, "a: [", "a", (1, "last"), "C", "D", id="a broken file"),
        pytest.param(YAML, "a: {orcid: 1, orcid: 1}", "a", (0, "orcid"), "1", "2", id="a key that stands twice"),
        pytest.param(YAML, "a: {names: []}\na: {orcid: ''}", "a", (0, "orcid"), "", "2", id="an entry twice"),
        pytest.param(
            YAML, "a: {names: [{last: X}], names: [{last: X}]}", "a", (1, "last"), "X", "Y", id="the names twice"
        ),
        pytest.param(YAML, PEOPLE_YAML, "a-b", (1, "last"), "B", "", id="a last name, which every name needs"),
        pytest.param(JSON, PEOPLE_JSON, "a-b", (1, "last"), "B", "", id="or in JSON"),
        pytest.param(VARIANTS, NAME_VARIANTS, "a-b", (2, "first"), "A.", "C", id="a name that stands twice"),
        pytest.param(JSON, PEOPLE_JSON, "a-b", (0, "names"), "", "C", id="a list"),
        pytest.param(JSON, PEOPLE_JSON, "a-b", (0, "similar"), "", "C", id="a part that is not added"),
    ],
)
def test_refused(path: str, text: str, record: str, place: tuple[int, str], old: str, new: str) -> None:
    """A change is left out where its old text does not stand, or where more than a scalar would be touched."""
    assert changed(path, text, record, place, old, new) is None


def test_name_variants() -> None:
    """name_variants.yaml: the canonical name is the first one, its slug the id where none is written."""
    after = changed(VARIANTS, NAME_VARIANTS, "no", (1, "last"), "No", "No.")
    assert after == NAME_VARIANTS.replace("last: No", "last: No.")
    after = changed(VARIANTS, NAME_VARIANTS, "no", (2, "last"), "o", "p")
    assert after == NAME_VARIANTS.replace("last: o", "last: p")


_TEXT = st.text(
    st.sampled_from("aÉ王𝔘\\\"':#-,[]{}&*!|>% 0~") | st.characters(exclude_categories=("Cs", "Cc")),
    min_size=1,
    max_size=6,
)
_NAMES = st.lists(st.fixed_dictionaries({"first": _TEXT, "last": _TEXT}), min_size=1, max_size=3, unique_by=str)
_ENTRIES = st.dictionaries(
    st.sampled_from(["a", "b-c", "d"]),
    st.fixed_dictionaries({"names": _NAMES, "degree": _TEXT, "orcid": _TEXT}),
    min_size=1,
)


@settings(max_examples=200, deadline=None)
@given(_ENTRIES, st.data())
def test_change_is_read_and_all_else_stays(entries: dict[str, dict[str, object]], draws: st.DataObject) -> None:
    """After a change the person has the new text at its place, and everybody else is as before."""
    style = draws.draw(st.sampled_from(["json", "compact json", "yaml", "flow yaml", "'", '"']))
    if "json" in style:
        path, text = (
            JSON,
            json.dumps(entries, indent=2 if style == "json" else None, ensure_ascii=draws.draw(st.booleans())),
        )
    else:
        quotes = style if len(style) == 1 else None
        path, text = (
            YAML,
            yaml.safe_dump(
                entries, default_flow_style=style == "flow yaml", default_style=quotes, allow_unicode=True, width=9999
            ),
        )
    data = text.encode()
    before = [record for record in read(path, data) if isinstance(record, Person)]
    person = draws.draw(st.sampled_from(before))
    places = [(person.at(field), getattr(person, field) or "") for field in ("degree", "orcid")]
    for position, name in enumerate(person.names, 1):
        places += [
            (Location(path, person.id, "names", position, field), getattr(name, field) or "")
            for field in ("first", "last")
        ]
    place, old = draws.draw(st.sampled_from(places))
    new = draws.draw(_TEXT.filter(lambda text: text != old))
    change = Change(place, old, new)
    made = edit(data, [change])
    if not made:
        assert "yaml" in path
        return
    after = edited(data, made.values())
    expected = []
    for record in before:
        if record.id != person.id:
            expected.append(record)
        elif place.byline:
            names = list(record.names)
            names[place.position - 1] = names[place.position - 1]._replace(**{place.field: new})
            expected.append(record._replace(names=tuple(dict.fromkeys(names))))
        else:
            expected.append(record._replace(**{place.field: new}))
    assert [record for record in read(path, after) if isinstance(record, Person)] == expected
    assert Name(None, "") not in person.names


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=80) | st.text(max_size=80).map(str.encode))
def test_no_bytes_raise(data: bytes) -> None:
    """Whatever a file has become, nothing raises."""
    edit(data, [Change(Location(YAML, "a", "names", 1, "last"), "A", "B")])
