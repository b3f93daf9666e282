"""codemeta.json: authors of software, one or several."""

import pytest

from bylint import Name
from forms import loader_of, named, paper_of, renamed

WORK = {"@context": "https://doi.org/10.5063/schema/codemeta-2.0", "name": "bylint"}


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        pytest.param("package.json", '{"name": "x", "author": "Yang Liu"}', None, id="a package of npm"),
        pytest.param("codemeta.json", '{"name": "x"}', "codemeta", id="by its name"),
        pytest.param(
            "x.json", '{"@context": ["http://schema.org"], "author": {}}', "codemeta", id="a list of contexts"
        ),
        pytest.param(
            "x.json", '{"@context": "http://schema.org", "name": "x"}', None, id="something else that has a name"
        ),
        pytest.param("codemeta.json", "<x/>", None, id="no JSON"),
    ],
)
def test_recognises(path: str, text: str, expected: str | None) -> None:
    """A file says what it is by its name or its context."""
    found = loader_of(path, text.encode())
    assert (found and found.name) == expected


@pytest.mark.parametrize(
    ("author", "expected"),
    [
        pytest.param({"givenName": "Yang", "familyName": "Liu"}, [Name("Yang", "Liu")], id="one object"),
        pytest.param([{"name": "Yang Liu"}, {"name": "Wei Li"}], [Name("Yang", "Liu"), Name("Wei", "Li")], id="a list"),
        pytest.param("Yang Liu", [Name("Yang", "Liu")], id="a text"),
        pytest.param({"@type": "Organization", "name": "The Lab"}, [Name(None, "The Lab")], id="a body"),
        pytest.param(
            {"givenName": "Y", "familyName": "Liu", "name": "Yang Liu"}, [Name("Y", "Liu")], id="parts and a name"
        ),
    ],
)
def test_names(author: object, expected: list[Name]) -> None:
    """An author alone is not in a list."""
    paper = paper_of("codemeta", {**WORK, "author": author, "maintainer": {"name": "Nobody Else"}})
    assert [authorship.name for authorship in paper.authorships] == expected


@pytest.mark.parametrize(
    ("fields", "paper_id", "doi"),
    [
        pytest.param({}, "bylint", None, id="the name"),
        pytest.param({"identifier": "x-1"}, "x-1", None, id="an identifier"),
        pytest.param({"@id": "https://doi.org/10.1/a"}, "10.1/a", "10.1/a", id="a DOI"),
        pytest.param({"identifier": {"value": "10.1/a"}}, "10.1/a", "10.1/a", id="an object"),
        pytest.param({"identifier": ["x"]}, "bylint", None, id="a list"),
    ],
)
def test_id(fields: dict[str, object], paper_id: str, doi: str | None) -> None:
    """A DOI is one wherever it stands."""
    paper = paper_of("codemeta", {**WORK, **fields})
    assert (paper.id, paper.doi) == (paper_id, doi)


def test_orcid_and_affiliation() -> None:
    """An address is an ORCID only if it is one of theirs."""
    author = {"name": "A", "@id": "https://orcid.org/1", "affiliation": {"name": "X"}}
    paper = paper_of("codemeta", {**WORK, "author": [author, {"name": "B", "@id": "https://x.example/b"}]})
    assert [(one.orcid, one.affiliations) for one in paper.authorships] == [("https://orcid.org/1", ("X",)), (None, ())]
    assert named("codemeta").edit is not None


def test_edit_of_a_single_author() -> None:
    """An author that is not in a list is edited in place."""
    text = '{"author": {"givenName": "Y", "familyName": "Liu"}}'
    assert renamed("codemeta", text, "first", "Y", "Yang") == text.replace('"Y"', '"Yang"')
