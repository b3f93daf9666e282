"""DataCite: creators with and without parts, and editors among contributors."""

import json
from typing import Any

import pytest

from bylint import Name
from forms import loader_of, named, names, paper_of, renamed, written_at


def record(*creators: object, **fields: object) -> dict[str, Any]:
    """The metadata of a record."""
    return {"doi": "10.1/a", "creators": list(creators), "titles": [{"title": "T"}], **fields}


@pytest.mark.parametrize(
    "tree",
    [
        pytest.param({"data": {"id": "10.1/a", "type": "dois", "attributes": record()}}, id="one answer"),
        pytest.param({"data": [{"id": "10.1/a", "type": "dois", "attributes": record()}]}, id="a list answer"),
        pytest.param(record(), id="bare metadata"),
        pytest.param([record()], id="a list of it"),
    ],
)
def test_wrappings(tree: object) -> None:
    """A record is the same in every wrapping."""
    found = loader_of("x.json", json.dumps(tree).encode())
    assert found is not None
    assert found.name == "datacite"
    paper = paper_of("datacite", tree)
    assert (paper.id, paper.title) == ("10.1/a", "T")


@pytest.mark.parametrize(
    ("creator", "name", "is_literal"),
    [
        pytest.param({"name": "Liu, Yang", "givenName": "Yang", "familyName": "Liu"}, Name("Yang", "Liu"), False, id="parts"),
        pytest.param({"name": "Liu, Yang"}, Name("Yang", "Liu"), False, id="turned round"),
        pytest.param({"name": "Yang Liu", "nameType": "Personal"}, Name("Yang", "Liu"), False, id="not turned round"),
        pytest.param({"name": "The Lab", "nameType": "Organizational"}, Name(None, "The Lab"), True, id="a body"),
        pytest.param({"name": "The Lab", "type": "Organization"}, Name(None, "The Lab"), True, id="a body, said otherwise"),
        pytest.param({"name": "Liu, Y", "nameType": "Organizational", "familyName": "Liu"}, Name(None, "Liu"), False, id="a person, wrongly a body"),
    ],
)  # fmt: skip
def test_names(creator: dict[str, str], name: Name, is_literal: bool) -> None:
    """Parts count more than the whole name, and more than what kind of name it is said to be."""
    (authorship,) = paper_of("datacite", record(creator)).authorships
    assert (authorship.name, authorship.is_literal) == (name, is_literal)


@pytest.mark.parametrize(
    ("creator", "orcid", "affiliations"),
    [
        pytest.param({"affiliation": ["X", {"name": "Y"}, {}]}, None, ("X", "Y"), id="texts and objects"),
        pytest.param({"affiliation": "X"}, None, ("X",), id="one text"),
        pytest.param(
            {"nameIdentifiers": [{"nameIdentifier": "1", "nameIdentifierScheme": "ISNI"}, {"nameIdentifier": "2", "nameIdentifierScheme": "ORCID"}]},
            "2", (), id="the ORCID among identifiers",
        ),
        pytest.param({"id": "http://orcid.org/3"}, "http://orcid.org/3", (), id="an address"),
        pytest.param({"id": "http://isni.org/3"}, None, (), id="another address"),
    ],
)  # fmt: skip
def test_claims(creator: dict[str, object], orcid: str | None, affiliations: tuple[str, ...]) -> None:
    """What stands beside a name is read in each of the ways it is written."""
    (authorship,) = paper_of("datacite", record({"name": "Liu", **creator})).authorships
    assert (authorship.orcid, authorship.affiliations) == (orcid, affiliations)


def test_editors_among_contributors() -> None:
    """An editor keeps the place in the list that the other contributors are in."""
    contributors = [
        {"name": "Host", "contributorType": "HostingInstitution"},
        {"name": "Li, Wei", "contributorType": "Editor"},
    ]
    tree = record(contributors=contributors)
    paper = paper_of("datacite", tree)
    assert names(paper) == [Name("Wei", "Li")]
    assert written_at(named("datacite"), json.dumps(tree).encode(), paper.editors[0].at("first")) == "Wei"
    assert renamed("datacite", json.dumps(tree), "last", "Li", "Lin") == json.dumps(tree).replace("Li, Wei", "Lin, Wei")


@pytest.mark.parametrize(
    ("fields", "venue"),
    [
        pytest.param({"publisher": "P"}, ("P",), id="a text"),
        pytest.param({"publisher": {"name": "P"}}, ("P",), id="an object"),
        pytest.param({"publisher": "P", "container": {"title": "C"}}, ("C",), id="a container"),
        pytest.param({}, (), id="none"),
    ],
)
def test_venue(fields: dict[str, object], venue: tuple[str, ...]) -> None:
    """The publisher is written in two ways."""
    assert paper_of("datacite", record(**fields)).venues == venue
