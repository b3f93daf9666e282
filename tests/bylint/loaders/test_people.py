"""The people databases: three forms, what is refused, and where entries stand."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from bylint.finding import Finding
from bylint.loaders import people
from bylint.loaders._people_order import first_stray
from bylint.loaders.people import choose, locate, read, recognises
from bylint.model import Location, Name, Person

JSON, YAML, VARIANTS = "data/json/people.json", "data/yaml/people.yaml", "data/yaml/name_variants.yaml"
ENTRY: Mapping[str, Any] = {
    "names": [{"first": "Yang", "last": "Liu"}, {"first": "Y.", "last": "Liu"}],
    "orcid": "0000-0002-1825-0097",
    "degree": "Edinburgh",
    "comment": "c",
    "similar": ["yang-liu-umich"],
    "disable_name_matching": True,
}
PERSON = Person(
    "yang-liu",
    (Name("Yang", "Liu"), Name("Y.", "Liu")),
    "",
    "0000-0002-1825-0097",
    "Edinburgh",
    "c",
    ("yang-liu-umich",),
    matches_by_name=False,
)


def findings_of(path: str, data: bytes) -> list[Finding]:
    """What is wrong with a database, each with a place inside it."""
    findings = [record for record in read(path, data) if isinstance(record, Finding)]
    for finding in findings:
        assert finding.check in {check.id for check in people.LOADER.checks}
        assert len(finding.message) < 400
        assert finding.location is not None
        assert locate(data, [finding.location])
    return findings


@pytest.mark.parametrize(
    ("path", "text"),
    [
        pytest.param(JSON, json.dumps({"yang-liu": ENTRY}), id="people.json"),
        pytest.param(YAML, yaml.safe_dump({"yang-liu": dict(ENTRY)}), id="people.yaml"),
    ],
)
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "with a mark"])
def test_people_by_id(path: str, text: str, mark: bytes) -> None:
    """people.json and people.yaml map an id to names and what is known besides."""
    assert list(read(path, mark + text.encode())) == [PERSON._replace(path=path)]


def test_name_variants() -> None:
    """name_variants.yaml is a list; an id comes from the entry or from its canonical name."""
    text = """
- canonical: {first: Yang, last: Liu}
  id: yang-liu-umich
  variants:
  - {first: Y., last: Liu}
- canonical: {first: Zoë, last: O’Brien}
- canonical: {last: Li}
  id: li
  comment: May refer to several people
"""
    assert list(read(VARIANTS, text.encode())) == [
        Person("yang-liu-umich", (Name("Yang", "Liu"), Name("Y.", "Liu")), VARIANTS),
        Person("zoe-obrien", (Name("Zoë", "O’Brien"),), VARIANTS),
        Person("li", (Name(None, "Li"),), VARIANTS, comment="May refer to several people", is_verified=False),
    ]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        pytest.param(VARIANTS, "- canonical: {last: Li}\n  institution: Bremen", id="name_variants.yaml"),
        pytest.param(YAML, "li: {names: [{last: Li}], institution: Bremen}", id="people.yaml"),
        pytest.param(JSON, '{"li": {"names": [{"last": "Li"}], "degree": "Bremen", "institution": "x"}}', id="both"),
    ],
)
def test_institution_is_the_degree(path: str, text: str) -> None:
    """What some entries call `institution` is the degree, unless they give that too."""
    (person,) = read(path, text.encode())
    assert isinstance(person, Person)
    assert person.degree == "Bremen"


def entries(ids: Iterable[str], *, as_yaml: bool) -> tuple[str, bytes]:
    """A database of these ids, in their order."""
    lines = [f'"{person_id}": {{"names": [{{"last": "A"}}]}}' for person_id in ids]
    return (YAML, "\n".join(lines).encode()) if as_yaml else (JSON, f"{{{','.join(lines)}}}".encode())


@pytest.mark.parametrize("as_yaml", [False, True], ids=["JSON", "YAML"])
@pytest.mark.parametrize(
    "ids",
    [
        pytest.param(
            "abdulla-ablikim abdullah abdullah-al-ishtiaq abdur-r-shahid abdur-rahman", id="as the tools sort"
        ),
        pytest.param("abdul-aziz abdul-aziz-2158 abdul-baquee-sharaf abdul-basit", id="an id that another begins with"),
        pytest.param("wei-liu wei-chen bo-li", id="three in no order"),
        pytest.param("yang-liu abe-ito zoe-obrien bo-li xin-wang ada-min wei-ai cai-wu", id="a file nobody sorts"),
        pytest.param("a", id="one entry"),
    ],
)
def test_order_is_kept(ids: str, as_yaml: bool) -> None:
    """A sorted database, and one that nobody keeps sorted, is left alone."""
    assert findings_of(*entries(ids.split(), as_yaml=as_yaml)) == []


def test_list_of_variants_needs_no_order() -> None:
    """name_variants.yaml was only ever roughly sorted, and by last name."""
    ids = ["a", "b", "c", "d", "z", "e", "f", "g", "h", "i"]
    text = "\n".join(f"- {{canonical: {{last: {last}}}, id: {last}}}" for last in ids)
    assert findings_of(VARIANTS, text.encode()) == []


@pytest.mark.parametrize("as_yaml", [False, True], ids=["JSON", "YAML"])
@pytest.mark.parametrize(
    ("ids", "message"),
    [
        pytest.param("a b d c", "d: the entry belongs after “c”; 1 entry is out of order", id="the last two swapped"),
        pytest.param("a z b c d e", "z: the entry belongs after “e”; 1 entry is out of order", id="too far up"),
        pytest.param("b c d e a", "a: the entry belongs before “b”; 1 entry is out of order", id="appended, the first"),
        pytest.param("a b d e f g c", "c: the entry belongs after “b”; 1 entry is out of order", id="appended"),
        pytest.param(
            "b c d e f g h i j k a cc", "a: the entry belongs before “b”; 2 entries are out of order", id="two appended"
        ),
        pytest.param("a-b ab a-c ac ad ae", "ab: the entry belongs after “a-c”; 1 entry is out of order", id="hyphens"),
    ],
)
def test_entry_out_of_order(ids: str, message: str, as_yaml: bool) -> None:
    """The first entry out of order is found, once for the file, where it stands."""
    path, data = entries(ids.split(), as_yaml=as_yaml)
    (finding,) = findings_of(path, data)
    assert (finding.check, finding.message) == ("unsorted-people", message)
    assert finding.location == Location(path, message.partition(":")[0])


@given(st.lists(st.text("abc-", min_size=1, max_size=3), unique=True, min_size=4, max_size=40), st.data())
def test_moving_what_is_named_sorts_the_file(ids: list[str], data: st.DataObject) -> None:
    """Whoever moves one entry after the other, as the findings say, has a sorted file after as many moves."""
    ids.sort()
    ids.insert(data.draw(st.integers(0, len(ids) - 1)), ids.pop(data.draw(st.integers(0, len(ids) - 1))))
    stray = first_stray(ids)
    assert (stray is None) == (ids == sorted(ids))
    if stray is not None:
        assert stray.strays == 1
        assert sorted(set(ids) - {stray.id}) == [one for one in ids if one != stray.id]


def test_yaml_scalars_are_text() -> None:
    """What YAML would read as a truth, a number or a date is a name as well; only a plain null is none."""
    text = "no:\n  names: [{first: null, last: No}, {first: 'null', last: 1.0}, {first: 2020-01-01, last: Yes}]"
    (person,) = read(YAML, text.encode())
    assert isinstance(person, Person)
    assert (person.id, person.names) == ("no", (Name(None, "No"), Name("null", "1.0"), Name("2020-01-01", "Yes")))


@pytest.mark.parametrize(
    ("path", "text", "check", "line", "message"),
    [
        pytest.param(JSON, "", "broken-file", 1, "the file is empty", id="an empty file"),
        pytest.param(
            YAML, "# nothing\n", "broken-file", 1, "neither a mapping of people nor a list", id="a comment alone"
        ),
        pytest.param(YAML, "a b c", "broken-file", 1, "neither a mapping", id="a text"),
        pytest.param(JSON, "5", "broken-file", 1, "neither a mapping", id="a number"),
        pytest.param(JSON, '{"a":\n', "broken-file", 2, "not JSON", id="truncated JSON"),
        pytest.param(YAML, "a:\n  - b\n c", "broken-file", 3, "not YAML", id="broken YAML"),
        pytest.param(
            YAML, "a:\r\n  - b\u2028\u2028\r\n c", "broken-file", 3, "not YAML", id="lines that only YAML ends"
        ),
        pytest.param(
            YAML, "a: {names: [{last: A}]}\n---\nb: {}", "broken-file", 3, "a second document", id="two documents"
        ),
        pytest.param(YAML, "a: &x {names: []}\nb: *x", "broken-file", 1, "anchors and aliases", id="an anchor"),
        pytest.param(YAML, "a: *x", "broken-file", 1, "anchors and aliases", id="an alias"),
        pytest.param(YAML, "a:\n  !!python/object/apply:os.system ['id']", "broken-file", 2, "tags", id="a call"),
        pytest.param(YAML, "a: !!python/name:os.system x", "broken-file", 1, "tags", id="a name of Python"),
        pytest.param(YAML, "[a]: b", "broken-file", 1, "a key that is no text", id="a list for a key"),
        pytest.param(YAML, 'a: {b: "\\ud800"}', "broken-file", 1, "not YAML", id="half a surrogate pair in YAML"),
        pytest.param(JSON, '{"\\ud800": {}}', "broken-file", 1, "surrogate", id="half a surrogate pair in JSON"),
        pytest.param(YAML, "a: \0", "broken-file", 1, "not YAML", id="a NUL byte"),
        pytest.param(YAML, "a: \n\t- b", "broken-file", 2, "not YAML", id="a tab"),
        pytest.param(
            JSON, '{"a": 1}', "broken-person", 1, "a: the entry is no mapping", id="an entry that is a number"
        ),
        pytest.param(JSON, '{"a": {}}', "broken-person", 1, "a: names: field required", id="no names"),
        pytest.param(JSON, '{"a": {"names": []}}', "broken-person", 1, "a: names: list should have", id="no name"),
        pytest.param(
            JSON, '{"a": {"names": [{"first": "A"}]}}', "broken-person", 1, "names.0.last: field", id="no last name"
        ),
        pytest.param(
            JSON, '{"a": {"names": [{"last": ""}]}}', "broken-person", 1, "names.0.last", id="an empty last name"
        ),
        pytest.param(
            JSON, '{"a": {"names": [{"last": 1}]}}', "broken-person", 1, "valid string", id="a number for a name"
        ),
        pytest.param(VARIANTS, "- x", "broken-person", 1, "#1: the entry is no mapping", id="a variant that is a text"),
        pytest.param(VARIANTS, "-\n- canonical: x", "broken-person", 1, "#1", id="an empty variant"),
        pytest.param(
            JSON,
            '{"a": {"names": [{"last": "A"}], "orcdi": 1}}',
            "unknown-field",
            1,
            "did you mean 'orcid'?",
            id="a misspelt field",
        ),
        pytest.param(
            JSON,
            '{"a": {"names": [{"last": "A"}]},\n "a": {"names": [{"last": "B"}]}}',
            "repeated-person",
            1,
            "the id is defined twice",
            id="an id that stands twice",
        ),
    ],
)
def test_broken_databases_are_findings(path: str, text: str, check: str, line: int, message: str) -> None:
    """What cannot be read is a finding with a place."""
    data = text.encode("utf-8", "surrogatepass")
    finding = findings_of(path, data)[0]
    assert finding.check == check
    assert message in finding.message
    assert finding.location is not None
    assert locate(data, [finding.location])[finding.location].line == line


@pytest.mark.parametrize(
    ("path", "text"),
    [
        pytest.param(JSON, "[" * 200_000, id="open lists of JSON"),
        pytest.param(JSON, "[" * 900 + "]" * 900, id="deep lists of JSON"),
        pytest.param(JSON, '{"a":' * 300 + "1" + "}" * 300, id="deep objects of JSON"),
        pytest.param(YAML, "[" * 200_000, id="open lists of YAML"),
        pytest.param(YAML, "- " * 100_000, id="nested lists of YAML"),
        pytest.param(YAML, "".join(" " * i + "a:\n" for i in range(2000)), id="nested mappings of YAML"),
        pytest.param(YAML, "a: &a [x]\n" + "".join(f"b{i}: [*a, *a]\n" for i in range(99)), id="a bomb"),
        pytest.param(JSON, f'{{"a": {"9" * 5000}}}', id="a number of 5,000 digits"),
        pytest.param(JSON, '{"a": {"names": [{"last": "A"}], "orcid": NaN}}', id="no number"),
        pytest.param(JSON, json.dumps({"k" * 1_000_000: 1}), id="a key of 1 MB in JSON"),
        pytest.param(JSON, json.dumps({"a": {"names": [{"last": "A"}], "f" * 1_000_000: 1}}), id="a field of 1 MB"),
        pytest.param(YAML, "? " + "k" * 1_000_000 + "\n: 1", id="a key of 1 MB in YAML"),
        pytest.param(YAML, "k" * 1_000_000 + ": 1", id="a plain key of 1 MB"),
        pytest.param(VARIANTS, "- " + "k" * 1_000_000, id="a text of 1 MB"),
    ],
)
def test_hostile_databases_end_in_findings(path: str, text: str) -> None:
    """Nothing that a database can hold raises, hangs, or fills a message."""
    assert findings_of(path, text.encode())


def test_wrong_encoding_is_a_finding() -> None:
    """Bytes that are no UTF-8 are told with their line."""
    (finding,) = findings_of(JSON, b'{\n"a": "\xe9"}')
    assert finding.location == Location(JSON, line=2, column=1)


def test_what_is_wrong_takes_nothing_else_away() -> None:
    """The entries around a broken one are read."""
    text = '{"a": 1, "b": {"names": [{"last": "B"}], "x": 1}}'
    assert [record.id for record in read(JSON, text.encode()) if isinstance(record, Person)] == ["b"]


@pytest.mark.parametrize(
    ("paths", "chosen"),
    [
        pytest.param([JSON, YAML, VARIANTS], [JSON], id="the newest of one repository"),
        pytest.param([YAML, VARIANTS], [YAML], id="people.yaml before name_variants.yaml"),
        pytest.param(["people.yaml", "people.json"], ["people.json"], id="in one folder"),
        pytest.param([f"a/{JSON}", f"b/{JSON}", f"b/{YAML}"], [f"a/{JSON}", f"b/{JSON}"], id="one for each repository"),
        pytest.param(["a/people.json", "b/people.yaml"], ["a/people.json", "b/people.yaml"], id="in two folders"),
        pytest.param(["y.json", "people.json", "x.json"], ["people.json", "x.json", "y.json"], id="with --loader"),
        pytest.param([], [], id="none"),
    ],
)
def test_newest_form_is_read(paths: list[str], chosen: list[str]) -> None:
    """Where a repository holds several forms, only the newest is read."""
    assert list(choose(paths)) == chosen


def test_recognises_by_name() -> None:
    """A database is known by its name."""
    assert recognises(f"a/{YAML}", b"")
    assert not recognises("a/peoples.yaml", b"")


FORMS = [
    pytest.param('{"é𝔘": {\r\n\t"names": [{"last": "A"}], "orcid": "0-1"}, "b": 5}', id="JSON"),
    pytest.param('"é𝔘":\r\n  names:\r\n  - last: A\r\n  orcid: "0-1"\r\nb: 5', id="YAML"),
    pytest.param('# é𝔘\né𝔘: {names: [{last: A}],\n  orcid: "0-1"}\nb: 5', id="flow YAML"),
]


@pytest.mark.parametrize("text", FORMS)
def test_places(text: str) -> None:
    """A field is its value, an entry its key; a field that is not written stands at its entry."""
    data = text.encode()
    places = {Location(JSON, "é𝔘", field="orcid"): '"0-1"', Location(JSON, "b", field="orcid"): "b"}
    spans = locate(data, [*places, Location(JSON, "é𝔘"), Location(JSON, "none"), Location(JSON)])
    found = {place: data[span.start : span.end].decode() for place, span in spans.items()}
    assert {place: found[place].strip('"') for place in places} == {p: v.strip('"') for p, v in places.items()}
    assert found[Location(JSON, "é𝔘")].strip('"') == "é𝔘"
    assert Location(JSON, "none") not in found
    span = spans[Location(JSON, "b", field="orcid")]
    assert text.split("\n")[span.line - 1][span.column - 1 :].strip('"').startswith("b")


def test_place_of_a_field_named_key() -> None:
    """A field may have any name; it does not move its entry."""
    data = b"x: {key: 5, names: [{last: A}]}"
    spans = locate(data, [Location(YAML, "x"), Location(YAML, "x", field="key")])
    assert [data[span.start : span.end] for span in spans.values()] == [b"x", b"5"]


@pytest.mark.parametrize("text", ['[{"canonical": {"last": "A"}, "id": "a"}]', "- canonical: {last: A}\n  id: a"])
def test_place_of_a_variant(text: str) -> None:
    """An entry of a list stands at its beginning, its fields at their values."""
    data = text.encode()
    spans = locate(data, [Location(VARIANTS, "a", field="id"), Location(VARIANTS, "a")])
    found = [data[span.start : span.end].decode() for span in spans.values()]
    assert found[0].strip('"') == "a"
    assert "canonical" in found[1]


@pytest.mark.parametrize("data", [b"", b"{", b"5", b"a: [", b"\xff\xfe", b"[" * 100_000, b"a: &x y"])
def test_file_that_changed_meanwhile(data: bytes) -> None:
    """A file that is broken when it is located again gives no place and no error."""
    assert locate(data, [Location(JSON, "a")]) == {}


_ENDS_OF_LINES = "\x85\u2028\u2029"  # which the writer of YAML does not escape, so that a reader folds them
_TEXT = st.text(
    st.characters(exclude_categories=("Cs",), exclude_characters=f"{_ENDS_OF_LINES}\ufeff"), min_size=1, max_size=6
)
_ENTRY = st.fixed_dictionaries(
    {"names": st.lists(st.fixed_dictionaries({"last": _TEXT}, optional={"first": _TEXT}), min_size=1, max_size=2)},
    optional={"orcid": _TEXT, "degree": _TEXT, "comment": _TEXT},
)


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(_TEXT, _ENTRY, max_size=3), st.booleans(), st.booleans())
def test_entries_survive_a_round_trip_and_are_found_where_they_stand(
    entries: dict[str, Any], as_yaml: bool, ascii_only: bool
) -> None:
    """What is written as JSON or YAML is read alike, and the bytes of every field decode to its value."""
    path = YAML if as_yaml else JSON
    text = (
        yaml.safe_dump(entries, allow_unicode=not ascii_only)
        if as_yaml
        else json.dumps(entries, ensure_ascii=ascii_only)
    )
    data = text.encode()
    persons = [record for record in read(path, data) if isinstance(record, Person)]
    assert sorted(person.id for person in persons) == sorted(entries)
    for person in persons:
        entry = entries[person.id]
        assert set(person.names) == {Name(name.get("first"), name["last"]) for name in entry["names"]}
        values = {
            person.at(field): getattr(person, field) for field in ("orcid", "degree", "comment") if field in entry
        }
        assert list(values.values()) == [entry[place.field] for place in values]
        for place, span in locate(data, list(values)).items():
            assert _value(data[span.start : span.end].decode(), as_yaml=as_yaml) == values[place]


def _value(text: str, *, as_yaml: bool) -> Any:
    return yaml.load(text, yaml.BaseLoader) if as_yaml else json.loads(text)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=80) | st.text(max_size=80).map(str.encode), st.sampled_from([JSON, YAML, VARIANTS]))
def test_no_bytes_raise(data: bytes, path: str) -> None:
    """Any bytes at all are persons or findings."""
    for record in read(path, data):
        assert isinstance(record, Person | Finding)
    locate(data, [Location(path, "a", field="orcid"), Location(path, line=3)])


def test_layout_names_every_form() -> None:
    """Each form has its folder in a repository."""
    patterns: Iterable[str] = people.LOADER.layout
    assert list(patterns) == [JSON, YAML, VARIANTS]
