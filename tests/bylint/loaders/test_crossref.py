"""Crossref's REST API: works in several wrappings."""

import json

import pytest

from bylint import Name
from forms import loader_of, named, names, paper_of, papers_and_findings

WORK = {"DOI": "10.1/a", "title": ["T"], "reference-count": 0, "author": [{"given": "Yang", "family": "Liu"}]}


@pytest.mark.parametrize(
    "tree",
    [
        pytest.param({"message-type": "work", "message": WORK}, id="one answer"),
        pytest.param({"message-type": "work-list", "message": {"items": [WORK]}}, id="a list answer"),
        pytest.param({"items": [WORK]}, id="a saved list"),
        pytest.param([WORK], id="a bare list"),
        pytest.param(WORK, id="a bare work"),
    ],
)
def test_wrappings(tree: object) -> None:
    """A work is the same in every wrapping."""
    found = loader_of("x.json", json.dumps(tree).encode())
    assert found is not None
    assert found.name == "crossref"
    paper = paper_of("crossref", tree)
    assert (paper.id, paper.title, names(paper)) == ("10.1/a", "T", [Name("Yang", "Liu")])


def test_csl_from_crossref_is_csl() -> None:
    """An item with a title that is no list is CSL-JSON, whatever else it has of Crossref."""
    item = {**WORK, "indexed": {}, "type": "article-journal", "title": "T"}
    found = loader_of("x.json", json.dumps(item).encode())
    assert found is not None
    assert found.name == "csl-json"


@pytest.mark.parametrize(
    ("fields", "title", "year"),
    [
        pytest.param({"title": []}, "", None, id="an empty list"),
        pytest.param({"issued": {"date-parts": [[None]]}}, "T", None, id="no date"),
        pytest.param({"issued": {"date-parts": [[2020, 2]]}}, "T", 2020, id="a month"),
        pytest.param({"title": ["A <i>b</i> &amp; c"]}, "A b & c", None, id="markup"),
    ],
)
def test_fields(fields: dict[str, object], title: str, year: int | None) -> None:
    """What may be missing is."""
    paper = paper_of("crossref", {**WORK, **fields})
    assert (paper.title, paper.year) == (title, year)


def test_bodies_and_works_without_authors() -> None:
    """A body is a name that is not to be parted; no author is common, and no fault."""
    body = {"name": "The Liu Lab", "sequence": "first"}
    paper = paper_of("crossref", {**WORK, "author": [body], "event": {"name": "Conf"}, "editor": [{"family": "B"}]})
    assert [(one.name, one.is_literal) for one in paper.authorships] == [(Name(None, "The Liu Lab"), True)]
    assert (names(paper)[1:], paper.venues) == ([Name(None, "B")], ("Conf",))
    papers, findings = papers_and_findings(named("crossref"), "x.json", b'{"message": {"items": [{"DOI": "10.1/b"}]}}')
    assert (len(papers), findings) == (1, [])


def test_answers_without_works() -> None:
    """An answer that counts works and lists none holds none."""
    assert papers_and_findings(named("crossref"), "x.json", b'{"message": {"items": []}}') == ([], [])
