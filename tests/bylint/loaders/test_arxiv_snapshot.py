"""arXiv's snapshots: lists of last name, first name, suffix and affiliations."""

import json

import pytest

from bylint import Name
from forms import FIXTURES, loader_of, named, names, paper_of, papers_and_findings

FIXTURE = (FIXTURES / "arxiv-snapshot.json").read_bytes()


def record(*parsed: object, **fields: object) -> dict[str, object]:
    """A record with what matters."""
    return {"id": "0704.0001", "submitter": "X", "title": "T", "authors_parsed": list(parsed), **fields}


@pytest.mark.parametrize(
    ("tree", "expected"),
    [
        pytest.param(record(["Nib", "A.", ""]), "arxiv-snapshot", id="parsed authors"),
        pytest.param(
            {"id": "hep-th/9901001", "submitter": "X", "authors": "A" * 5000}, "arxiv-snapshot", id="a long byline"
        ),
        pytest.param(
            {"id": "math.GT/0309136", "authors_parsed": [["Nib", "A.", ""]]}, "arxiv-snapshot", id="without a submitter"
        ),
        pytest.param({"id": "7", "submitter": "X", "authors": "A"}, None, id="an id of somebody else"),
        pytest.param(
            {"paper_id": "0704.0001", "authors_parsed": [{"last_name": "Nib"}]}, None, id="what arXiv searches in"
        ),
    ],
)
def test_recognises(tree: object, expected: str | None) -> None:
    """A record is known by its id and its authors, whatever its file is called."""
    found = loader_of("x.json", json.dumps(tree).encode())
    assert (found.name if found else None) == expected


def test_lines() -> None:
    """A file of one record a line is read to its end, whatever its name ends in."""
    (paper, other), findings = papers_and_findings(named("arxiv-snapshot"), "x.json", FIXTURE)
    assert findings == []
    assert (paper.id, paper.year, paper.doi) == ("9901.00001", 2099, "10.5555/inks.1")
    assert (paper.title, paper.abstract) == ("A search for inks in $H_2 O$ by Pál", "We search for inks.")
    assert [(authorship.name, authorship.affiliations) for authorship in paper.authorships] == [
        (Name(None, "The INKS Collaboration"), ()),
        (Name("Béla", "Quill Jr"), ("University of Inks", "Nib Institute")),
        (Name("A.", "van Tongeren"), ()),
    ]
    assert (other.id, other.year, names(other)) == ("hep-nb/9901001", 1999, [Name(None, "Mononym")])


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        pytest.param(["Nib", "Ada", ""], [Name("Ada", "Nib")], id="three entries"),
        pytest.param(["Nib", "Ada"], [Name("Ada", "Nib")], id="two"),
        pytest.param(["Nib", "Ada", "III", "Inks", "Quills", "1"], [Name("Ada", "Nib III")], id="six"),
        pytest.param(["Nib", "", ""], [Name(None, "Nib")], id="a last name alone"),
        pytest.param(["", "Ada", ""], [Name(None, "Ada")], id="a first name alone"),
        pytest.param([":", "", ""], [], id="a sign between names"),
    ],
)
def test_rows(row: list[str], expected: list[Name]) -> None:
    """A row says a name, however long it is."""
    paper = paper_of("arxiv-snapshot", record(row))
    assert names(paper) == expected


@pytest.mark.parametrize("row", [pytest.param(row, id=repr(row)) for row in (["", "", ""], [], None, "Nib", [None, 1])])
def test_what_is_no_row(row: object) -> None:
    """What says no name is a finding, and the next one keeps its place."""
    data = json.dumps(record(row, ["Nib", "Ada", ""])).encode()
    (paper,), findings = papers_and_findings(named("arxiv-snapshot"), "x.json", data)
    assert [finding.check for finding in findings] == ["broken-record"] * (row != [None, 1])
    assert names(paper)[-1] == Name("Ada", "Nib")


def test_a_byline_that_nobody_parsed() -> None:
    """It is not read, and that is told."""
    tree = {"id": "0704.0001", "submitter": "X", "authors": "A. Nib and B. Vey"}
    (paper,), (finding,) = papers_and_findings(named("arxiv-snapshot"), "x.json", json.dumps(tree).encode())
    assert (paper.authorships, finding.check) == ((), "broken-record")
