"""The archive of ISMIR: names as texts, and one author as one text."""

import json

import pytest

from bylint import Name
from forms import loader_of, named, names, paper_of, renamed, written_at

PAPER = {"title": "T", "year": "2019", "ee": "https://x.example", "zenodo_id": 7, "dblp_key": "conf/ismir/Liu19"}


@pytest.mark.parametrize(
    ("author", "expected"),
    [
        pytest.param("Yang Liu", [Name("Yang", "Liu")], id="one author is a text"),
        pytest.param(["Yang Liu", "Jan Hajič, jr."], [Name("Yang", "Liu"), Name("Jan", "Hajič, jr.")], id="a list"),
        pytest.param([], [], id="no author"),
        pytest.param(None, [], id="nothing"),
    ],
)
def test_names(author: object, expected: list[Name]) -> None:
    """A single author is no list of letters."""
    assert names(paper_of("ismir", [{**PAPER, "author": author}])) == expected


@pytest.mark.parametrize(
    ("fields", "paper_id"),
    [
        pytest.param({}, "conf/ismir/Liu19", id="dblp's key"),
        pytest.param({"dblp_key": None, "doi": "10.5281/zenodo.7"}, "10.5281/zenodo.7", id="a DOI"),
        pytest.param({"dblp_key": None}, "zenodo/7", id="Zenodo's number"),
        pytest.param({"dblp_key": None, "zenodo_id": None}, "x#1", id="its number in the file"),
    ],
)
def test_id(fields: dict[str, object], paper_id: str) -> None:
    """A paper is called by the first id it has."""
    assert paper_of("ismir", [{**PAPER, **fields}]).id == paper_id


def test_volume_and_abstract() -> None:
    """A year is a volume; the abstract is written in two ways."""
    paper = paper_of("ismir", [{**PAPER, "Abstract": "Of tunes."}])
    assert (paper.year, paper.volume_id, paper.abstract) == (2019, "ismir-2019", "Of tunes.")


def test_editors_of_a_conference() -> None:
    """The editors of a year stand in another file, behind the year; a conference without them is left out."""
    conference = {"conference_acronym": "ISMIR 2019", "partof_title": "Proceedings", "publication_date": "2019-11-04"}
    tree = {"2018": {"conference_acronym": "ISMIR 2018"}, "2019": {**conference, "editors": ["Yang Liu"]}}
    data = json.dumps(tree).encode()
    found = loader_of("conferences.json", data)
    assert found is not None
    assert found.name == "ismir"
    paper = paper_of("ismir", tree)
    assert (paper.id, paper.title, paper.volume_id) == ("ISMIR 2019", "Proceedings", "ismir-2019")
    assert ([editor.name for editor in paper.editors], paper.is_front_matter) == ([Name("Yang", "Liu")], True)
    assert written_at(found, data, paper.editors[0].at("last")) == "Liu"


def test_place_in_a_text() -> None:
    """A name is found inside its text, behind what is escaped there."""
    data = '[{"title": "T", "author": ["\\u00c9\\"a\\" Liu"], "dblp_key": "k"}]'
    paper = paper_of("ismir", [{"title": "T", "author": ['É"a" Liu'], "dblp_key": "k"}])
    authorship = paper.authorships[0]
    assert written_at(named("ismir"), data.encode(), authorship.at("first")) == '\\u00c9\\"a\\"'
    assert written_at(named("ismir"), data.encode(), authorship.at("last")) == "Liu"
    assert written_at(named("ismir"), data.encode(), authorship.location) == '"\\u00c9\\"a\\" Liu"'
    assert renamed("ismir", data, "first", 'É"a"', "É") == data.replace('\\"a\\"', "")
