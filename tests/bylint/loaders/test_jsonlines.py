"""JSON Lines of papers: what is read, what is refused, and where things stand."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import strategies
from bylint.finding import Finding
from bylint.loaders import jsonlines
from bylint.loaders._jsonlines_lines import line_of
from bylint.loaders._markup import BAD_MARKUP, TAB_IN_RECORD
from bylint.loaders.jsonlines import locate, read, recognises
from bylint.model import Authorship, Location, Name, Paper, Person, Variant, Venue

PATH = "x.jsonl"
GOOD = '{"id": "good"}'


def findings_of(data: bytes) -> list[Finding]:
    """What is wrong with a file, each with a place inside it."""
    findings = [record for record in read(PATH, data) if isinstance(record, Finding)]
    for finding in findings:
        assert finding.check in {check.id for check in jsonlines.LOADER.checks}
        assert len(finding.message) < 400
        assert finding.location is not None
        assert locate(data, [finding.location])
    return findings


@pytest.mark.parametrize(
    ("line", "column", "message"),
    [
        pytest.param("{", 2, "invalid JSON", id="a truncated line"),
        pytest.param('{"é": x}', 7, "invalid JSON: expected value", id="no JSON"),
        pytest.param("[]", 1, "input should be an object", id="a list"),
        pytest.param("5", 1, "input should be an object", id="a number"),
        pytest.param("{}", 1, "id: field required", id="no id"),
        pytest.param('{"id": ""}', 1, "id: string should have at least 1 character", id="an empty id"),
        pytest.param('{"id": 1}', 1, "id: input should be a valid string", id="a number for an id"),
        pytest.param('{"id": "a", "titel": "T"}', 1, "titel: extra inputs are not permitted", id="an unknown field"),
        pytest.param('{"id": "a", "year": 10000}', 1, "year: input should be less than", id="a year out of range"),
        pytest.param(
            '{"id": "a", "authors": [{"first": "A"}]}', 1, "authors.0.last: field required", id="no last name"
        ),
        pytest.param('{"person": "a"}', 1, "names: field required", id="a person without names"),
        pytest.param('{"person": "a", "names": []}', 1, "names: list should have at least", id="a person with no name"),
        pytest.param("[" * 100_000, None, "recursion limit", id="deep lists"),
        pytest.param('{"id":' * 100_000, None, "recursion limit", id="deep objects"),
        pytest.param('{"id": "a", "year": ' + "9" * 5000 + "}", None, "out of range", id="a number of 5,000 digits"),
        pytest.param('{"id": "a", "year": 1e999}', 1, "finite number", id="a number without end"),
        pytest.param('{"id": "a", "year": NaN}', 1, "finite number", id="no number"),
        pytest.param('{"id": "\\ud800"}', None, "invalid JSON", id="half a surrogate pair"),
        pytest.param('{"id": "a", "' + "k" * 1_000_000 + '": 1}', 1, "kkk...: extra", id="a key of 1 MB"),
        pytest.param('{"id": "a\0"}', None, "control character", id="a NUL byte"),
    ],
)
def test_broken_line_is_a_finding_and_the_others_are_read(line: str, column: int | None, message: str) -> None:
    """A line that is no record is told with its place; the lines around it are records."""
    data = f"{GOOD}\n{line}\r\n\n{GOOD}".encode()
    (finding,) = findings_of(data)
    assert finding.check == "broken-record"
    assert message in finding.message
    assert finding.location is not None
    assert finding.location.line == 2
    assert column is None or finding.location.column == column
    assert sum(isinstance(record, Paper) for record in read(PATH, data)) == 2


@pytest.mark.parametrize(
    ("data", "message", "line"),
    [
        pytest.param(b"", "the file is empty", 1, id="empty"),
        pytest.param(b"\n \n", "the file is empty", 1, id="white space"),
        pytest.param(b'{"id": "a"}\n{"id": "\xe9"}', "not UTF-8", 2, id="Latin-1"),
        pytest.param('{"id": "a"}'.encode("utf-16"), "not UTF-8", 1, id="UTF-16"),
    ],
)
def test_broken_file_is_a_finding(data: bytes, message: str, line: int) -> None:
    """A file without lines of text is one finding."""
    (finding,) = findings_of(data)
    assert finding.check == "broken-file"
    assert message in finding.message
    assert finding.location is not None
    assert finding.location.line == line


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b'\xef\xbb\xbf{"id": "a"}\r\n', id="a mark and CRLF"),
        pytest.param(b' \t{"id"\r:\t"b", "id": "a"} ', id="an id that stands twice: the last one counts"),
        pytest.param(b'{"id": "\\u0061"}', id="escapes"),
    ],
)
def test_spellings_of_json(data: bytes) -> None:
    """Any JSON is read, and found again."""
    (record,) = read(PATH, data)
    assert isinstance(record, Paper)
    assert record.id == "a"
    assert record.location in locate(data, [record.location])


def test_papers_that_mention_persons_are_papers() -> None:
    """Only the key makes a person of a line."""
    (record,) = read(PATH, b'{"id": "a", "venues": ["person", "names"], "title": "\\"person\\": x"}')
    assert isinstance(record, Paper)


@pytest.mark.parametrize(("path", "expected"), [("a.jsonl", True), ("a.ndjson", True), ("a.json", False)])
def test_recognises_by_name(path: str, expected: bool) -> None:
    """A file is of the format if its name says so."""
    assert recognises(path, b"") is expected


LINE = (
    '{"id": "é𝔘", "title": "a\\"b", "authors": [{"last": "A"}, '
    '{"first": "𝔈", "last": "B", "id": "x", "affiliations": ["U"]}]}'
)


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (Location(PATH, "é𝔘"), LINE),
        (Location(PATH, "é𝔘", field="title"), '"a\\"b"'),
        (Location(PATH, "é𝔘", field="doi"), LINE),
        (Location(PATH, "é𝔘", "author", 1), '{"last": "A"}'),
        (Location(PATH, "é𝔘", "author", 1, "first"), '{"last": "A"}'),
        (Location(PATH, "é𝔘", "author", 2, "first"), '"𝔈"'),
        (Location(PATH, "é𝔘", "author", 2, "affiliation"), '["U"]'),
        (Location(PATH, "é𝔘", "author", 9, "last"), LINE[LINE.index("[") : -1]),
        (Location(PATH, "é𝔘", "editor", 1), LINE),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["plain", "with a mark"])
def test_places(place: Location, expected: str, end: str, mark: str) -> None:
    """A place is the value that is written, or the nearest thing around it."""
    decoys = [
        '{"id": "é𝔘", "x":',
        '["id", {"id": "é𝔘"}]',
        '{"id": "d", "authors": [{"last": "L", "id": "é𝔘"}]}',
        '{"id": "\\q"}',
    ]
    text = mark + "".join(f"{line}{end}" for line in [*decoys, "", f"\t{LINE}"])
    data = text.encode()
    span = locate(data, [place])[place]
    assert data[span.start : span.end].decode() == expected
    assert span.line == 6
    assert text.split("\n")[5][span.column - 1 :].startswith(expected)


def test_place_of_what_is_not_there() -> None:
    """A record that the file does not hold is left out; a place without a record is a line."""
    found = locate(LINE.encode(), [Location(PATH, "none"), Location(PATH), Location(PATH, line=7)])
    assert [place.line for place in found] == [0, 7]


@pytest.mark.parametrize("data", [b"", b"\xff", b"{", b'{"id": "a"', b'{"id": "a", "x": ' + b"[" * 100_000])
def test_file_that_changed_meanwhile(data: bytes) -> None:
    """A file that is broken when it is located again gives no place and no error."""
    assert locate(data, [Location(PATH, "a")]) == {}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(strategies.papers(), max_size=4, unique_by=lambda paper: paper.id),
    st.lists(strategies.persons, max_size=2, unique_by=lambda person: person.id),
    st.booleans(),
)
def test_records_survive_a_round_trip_and_are_found_where_they_stand(
    papers: list[Paper], persons: list[Person], ascii_only: bool
) -> None:
    """What is written as JSON Lines is read alike, and the bytes of every place decode to the value of the record."""
    papers = [
        paper._replace(
            path=PATH,
            authorships=tuple(a._replace(path=PATH) for a in paper.authorships),
            editors=tuple(a._replace(path=PATH) for a in paper.editors),
        )
        for paper in papers
    ]
    records = [*papers, *(person._replace(path=PATH) for person in persons), Venue("acl", PATH)]
    lines = (json.dumps(json.loads(line), ensure_ascii=True) if ascii_only else line for line in map(line_of, records))
    data = "\n".join(lines).encode()
    of_text = {BAD_MARKUP.id, TAB_IN_RECORD.id}
    assert [r for r in read(PATH, data) if not (isinstance(r, Finding) and r.check in of_text)] == records
    values: dict[Location, str] = {paper.at("title"): paper.title for paper in papers}
    for paper in papers:
        for authorship in (authorship for byline in paper.bylines for authorship in byline):
            values[authorship.at("last")] = authorship.name.last
            if authorship.name.first:
                values[authorship.at("first")] = authorship.name.first
    spans = locate(data, list(values))
    assert {place: json.loads(data[span.start : span.end]) for place, span in spans.items()} == values


def test_every_field_has_its_place() -> None:
    """Whatever a record can say, its line says: here every field is set."""
    variant = Variant("hani", Name("洋", "刘"))
    authorship = Authorship(
        Name("Yang", "Liu"),
        "x-1",
        1,
        "author",
        PATH,
        "liu",
        "0000-0002",
        ("Inks",),
        (variant,),
        "~Liu1",
        is_literal=True,
    )
    paper = Paper(
        id="x-1",
        title="T",
        year=2020,
        path=PATH,
        authorships=(authorship,),
        editors=(authorship._replace(role="editor"),),
        venues=("acl",),
        volume_id="x",
        abstract="A",
        doi="10.1/a",
        pages="1-2",
        key="k",
        language="eng",
        is_front_matter=True,
    )
    names = (Name("Yang", "Liu"),)
    person = Person("liu", names, PATH, "0000-0002", "PhD", "C", ("liu-2",), False, False, ("liu-3",))
    for record in (authorship, paper, person):
        assert not set(record) & set(record._field_defaults.values())
    assert list(read(PATH, f"{line_of(paper)}\n{line_of(person)}".encode())) == [paper, person]
    assert json.loads(line_of(Paper("x-1", "", None, PATH))) == {"id": "x-1", "title": ""}


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=80) | st.text(max_size=80).map(str.encode))
def test_no_bytes_raise(data: bytes) -> None:
    """Any bytes at all are records or findings."""
    for record in read(PATH, data):
        assert isinstance(record, Paper | Person | Finding)
    locate(data, [Location(PATH, "a", "author", 1, "last"), Location(PATH, line=3)])
