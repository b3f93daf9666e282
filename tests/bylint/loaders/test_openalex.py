"""OpenAlex: printed names, and the entries they were given to."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bylint import Name, Paper
from bylint.loaders import openalex
from bylint.loaders._slim_json import slim_reader
from forms import loader_of, named, names, paper_of, papers_and_findings, renamed, written_at


def work(*authorships: dict[str, Any], **fields: object) -> dict[str, Any]:
    """A work with what matters."""
    return {"id": "https://openalex.org/W7", "title": "T", "authorships": list(authorships), **fields}


def given_to(printed: str | None, name: str) -> dict[str, Any]:
    """An authorship, with the name that is printed and that of the entry."""
    return {
        "raw_author_name": printed,
        "author": {"id": "https://openalex.org/A7", "display_name": name, "orcid": None},
    }


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(json.dumps(work(type="article", issued={})), id="one work, whatever type it has"),
        pytest.param(json.dumps({"meta": {"count": 1}, "results": [work()]}), id="an answer"),
        pytest.param(json.dumps([work()]), id="a list"),
        pytest.param(f"{json.dumps(work())}\n{json.dumps(work())}\n", id="a work a line"),
    ],
)
def test_recognises(text: str) -> None:
    """The id of a work is enough."""
    found = loader_of("x.json", text.encode())
    assert found is not None
    assert found.name == "openalex"
    assert len(papers_and_findings(found, "x.json", text.encode())[0]) == text.count("W7")


def test_the_printed_name_is_the_byline() -> None:
    """The name of the entry stands in only where nothing is printed; its id says who it is."""
    paper = paper_of("openalex", work(given_to("Y. Liu", "Yang Liu"), given_to(None, "Wei Li"), given_to("", "Mausam")))
    assert names(paper) == [Name("Y.", "Liu"), Name("Wei", "Li"), Name(None, "Mausam")]
    assert {authorship.person_id for authorship in paper.authorships} == {"A7"}


def test_affiliations_as_printed() -> None:
    """The institutions stand in only where nothing is printed."""
    printed = {**given_to("A", "A"), "raw_affiliation_strings": ["Dept. X"], "institutions": [{"display_name": "X"}]}
    taken = {**given_to("B", "B"), "raw_affiliation_strings": [], "institutions": [{"display_name": "X"}, {}]}
    paper = paper_of("openalex", work(printed, taken))
    assert [authorship.affiliations for authorship in paper.authorships] == [("Dept. X",), ("X",)]


def test_abstract() -> None:
    """Words stand where the index says, some of them several times."""
    index = {"and": [1], "verbs": [2], "nouns": [0, 3], "lost": "x", "odd": [None]}
    assert paper_of("openalex", work(abstract_inverted_index=index)).abstract == "nouns and verbs nouns"
    assert paper_of("openalex", work(abstract_inverted_index=None)).abstract is None


@pytest.mark.parametrize(
    ("printed", "profile", "is_found"),
    [
        pytest.param("Y. Liu", "Yang Liu", False, id="initials"),
        pytest.param("Liu, Yang", "Yang Liu", False, id="turned round"),
        pytest.param("Bill Gates", "William Gates", False, id="a short form"),
        pytest.param("Müller, J", "Jürgen Mueller", False, id="other letters"),
        pytest.param("刘洋", "Yang Liu", False, id="another script"),
        pytest.param("Heather Piwowar", "Heather A. Piwowar", False, id="a further given name"),
        pytest.param("Oda Mirelle", "Milo Brandel", True, id="another person"),
        pytest.param("Yang Liu", "Qiang Liu", True, id="another given name"),
    ],
)
def test_byline_differs_from_profile(printed: str, profile: str, is_found: bool) -> None:
    """A name that could not be the entry's is found, other forms of it are not."""
    data = json.dumps(work(given_to(printed, profile))).encode()
    loader = named("openalex")
    (paper,), findings = papers_and_findings(loader, "x.json", data)
    assert [finding.check for finding in findings] == ["byline-differs-from-profile"] * is_found
    assert all(written_at(loader, data, finding.location) for finding in findings if finding.location)
    assert names(paper)


@pytest.mark.parametrize(
    ("printed", "field", "old", "new", "expected"),
    [
        pytest.param("Yang Liu", "last", "Liu", "van Liu", "Yang van Liu", id="the last name"),
        pytest.param("Yang Liu", "last", "Liu", "Liu Wei", None, id="it would be parted otherwise"),
        pytest.param("Yang Liu", "first", "Yang", "", "Liu", id="the first name goes, with its space"),
        pytest.param("Liu", "first", "", "Yang", "Yang Liu", id="a first name comes"),
        pytest.param("Liu, Yang", "first", "Yang", "Y.", "Liu, Y.", id="behind a comma"),
        pytest.param("Yang  Liu", "first", "Yang ", "Yang", "Yang Liu", id="a space too many"),
        pytest.param("Yang Liu", "last", "Liu", "", None, id="a last name is not taken out"),
    ],
)
def test_edit_of_a_name_in_one_text(printed: str, field: str, old: str, new: str, expected: str | None) -> None:
    """A half of a text is changed where the text is parted as before."""
    before = json.dumps(work(given_to(printed, "X")))
    done = renamed("openalex", before, field, old, new)
    assert done == (None if expected is None else json.dumps(work(given_to(expected, "X"))))


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 2100) | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "display_name", "x"]), inner),
    max_leaves=6,
)
AUTHOR_KEYS = ["author", "raw_author_name", "raw_affiliation_strings", "institutions", "countries"]
KEYS = [*(openalex.FORM.shape or ()), "results", "mesh"]


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(st.sampled_from(KEYS), VALUES), st.lists(st.dictionaries(st.sampled_from(AUTHOR_KEYS), VALUES)))
def test_lines_are_read_as_the_whole_file_is(fields: dict[str, Any], authorships: list[dict[str, Any]]) -> None:
    """Whatever stands where, what is read of a line's parts alone is what is read of all of it."""
    loader = named("openalex")
    assert loader.lines is not None
    data = "\n".join(json.dumps(line) for line in (work(*authorships, **fields), fields, [fields])).encode()
    alone = list(loader.lines.read("x.jsonl", enumerate(data.split(b"\n"), 1)))
    assert list(map(repr, alone)) == list(map(repr, loader.read("x.jsonl", data)))


def test_without_the_quick_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where it is not installed, lines are read all the same."""
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    assert slim_reader({"id": None}) is None
    loader = named("openalex")
    assert loader.lines is not None
    (paper,) = loader.lines.read("x.jsonl", [(1, json.dumps(work(given_to("Y. Liu", "Yang Liu"))).encode())])
    assert isinstance(paper, Paper)
    assert paper.authorships[0].name == Name("Y.", "Liu")
