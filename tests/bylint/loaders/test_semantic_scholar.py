"""Semantic Scholar: papers in answers about papers and about authors."""

import json

import pytest

from bylint import Name
from forms import loader_of, names, paper_of, papers_and_findings

PAPER = {"paperId": "p", "title": "T", "year": 2020, "authors": [{"authorId": "7", "name": "Yang Liu"}]}


@pytest.mark.parametrize(
    ("tree", "count"),
    [
        pytest.param(PAPER, 1, id="a paper"),
        pytest.param([PAPER, None], 1, id="several, one of them not known"),
        pytest.param({"total": 1, "data": [PAPER]}, 1, id="a search"),
        pytest.param({"authorId": "7", "name": "Yang Liu", "papers": [PAPER]}, 1, id="an author"),
        pytest.param({**PAPER, "citations": [PAPER, PAPER], "references": [PAPER]}, 4, id="with citations"),
        pytest.param(
            {"corpusid": 1, "title": "T", "authors": [{"authorId": "7", "name": "Yang Liu"}]}, 1, id="a data set"
        ),
    ],
)
def test_wrappings(tree: object, count: int) -> None:
    """Papers are found wherever an answer holds them."""
    data = json.dumps(tree).encode()
    loader = loader_of("x.json", data)
    assert loader is not None
    assert loader.name == "semantic-scholar"
    papers, findings = papers_and_findings(loader, "x.json", data)
    assert (len(papers), findings) == (count, [])
    assert {authorship.person_id for paper in papers for authorship in paper.authorships} == {"7"}


def test_authors_without_papers_are_not_read() -> None:
    """An answer about authors alone holds no paper."""
    assert loader_of("x.json", b'{"total": 1, "data": [{"authorId": "7", "name": "Yang Liu"}]}') is None


def test_fields() -> None:
    """What `externalIds` of an author calls DBLP are names, and no ids."""
    author = {
        "authorId": None,
        "name": "A. van Tongeren",
        "externalIds": {"DBLP": ["Ada"], "ORCID": "0"},
        "affiliations": ["X"],
    }
    paper = paper_of("semantic-scholar", {**PAPER, "authors": [author], "externalIds": {"DOI": "10.1/a"}, "venue": ""})
    (authorship,) = paper.authorships
    assert names(paper) == [Name("A.", "van Tongeren")]
    assert (authorship.person_id, authorship.orcid, authorship.affiliations) == (None, "0", ("X",))
    assert (paper.doi, paper.venues) == ("10.1/a", ())
