"""OpenAlex: printed names, and the entries they were given to."""

import json
from typing import Any

import pytest

from bylint import Name
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
