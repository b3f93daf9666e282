"""The dossier for other programs."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator

import bylint
import strategies
from bylint import Corpus
from bylint.corpus.sources import Sources
from bylint.disambiguation.view import Disambiguation
from bylint.dossier import markdown, text
from bylint.dossier.answers import answers
from bylint.dossier.json import write
from bylint.dossier.model import Dossiers
from bylint.loaders import jsonlines
from bylint.privacy import NOTHING_WITHHELD
from bylint.testing import PATH, author, corpus, paper, person
from dossiers import Judge, dossiers

SCHEMA = Path(bylint.__file__).parent / "schemas" / "pages.schema.json"
VALIDATOR = Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))
RECORDS = [
    paper(author("Wei Liu", id="wei-liu"), "Jianxing Yu", id="2020.acl-1", year=2020, title="One", venues=("acl",)),
    paper("Bo Li", "Wei Liu", id="2021.acl-1", year=2021, title="Two"),
    person("wei-liu", "Wei Liu"),
]


def test_contract() -> None:
    """Every key that other programs rely on is there, with its value."""
    (page,) = json.loads(write(dossiers(corpus(*RECORDS), "Wei Liu")))["pages"]
    assert (page["query"], page["names"], page["confidence_mixed"]) == ("Wei Liu", ["Wei Liu"], 0.71)
    assert {key: page["groups"][0][key] for key in ("group", "papers", "years", "person")} == {
        "group": 1,
        "papers": 1,
        "years": [2020, 2020],
        "person": "wei-liu",
    }
    assert page["groups"][0]["why"].startswith("the id wei-liu on 1 of 1 paper")
    paper_keys = (
        "id",
        "position",
        "year",
        "title",
        "authors",
        "group",
        "confidence",
        "person",
        "resolved_by",
        "location",
    )
    assert [page["papers"][0][key] for key in paper_keys] == [
        "2021.acl-1",
        2,
        2021,
        "Two",
        ["Bo Li", "Wei Liu"],
        2,
        0.9,
        "wei-liu",
        "name",
        {"path": PATH, "line": None, "column": None},
    ]
    assert page["coauthors"] == [{"name": "Bo Li", "papers": 1}, {"name": "Jianxing Yu", "papers": 1}]
    assert page["venues"] == [{"name": "acl", "papers": 1}]
    assert page["similar"] == []


def test_similar() -> None:
    """A similar page has a name, a confidence and a reason."""
    likely = [("wei-liu", "bo-li/unverified", "nothing", 0.123456)]
    (page,) = json.loads(write(dossiers(corpus(*RECORDS), "Wei Liu", likenesses=likely)))["pages"]
    (other,) = page["similar"]
    assert (other["name"], other["confidence"], other["why"]) == ("Bo Li", 0.1235, "nothing; 2 co-authors in common")


def test_places_have_lines() -> None:
    """A place in a file of the run has its line and column."""
    line = '{"id": "x-1", "title": "T", "authors": [{"first": "Bo", "last": "Li"}]}'
    data = f"\n{line}\n".encode()
    records = list(jsonlines.LOADER.read(PATH, data))
    found = dossiers(corpus(*records), "Bo Li")
    sources = Sources(loaders={PATH: jsonlines.LOADER}, files={PATH: data})
    (page,) = json.loads(write(found._replace(sources=sources)))["pages"]
    assert page["papers"][0]["location"] == {"path": PATH, "line": 2, "column": 41}


def test_half_a_character_is_escaped() -> None:
    """A lone surrogate in a record breaks no file."""
    text = write(dossiers(corpus(paper("Bo Li", title="\ud800")), "Bo Li"))
    text.encode()
    assert json.loads(text)["pages"][0]["papers"][0]["title"] == "\ud800"


@pytest.mark.parametrize("judge", [pytest.param(Judge, id="simple"), pytest.param(Disambiguation, id="the engine's")])
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(corpus=strategies.corpora)
def test_every_format_takes_any_corpus(judge: Callable[[Corpus], Any], corpus: Corpus) -> None:
    """Whatever stands in the records, the JSON is of its schema, no format fails, and the same bytes come twice."""
    queries = [*map(str, corpus.names), *corpus.pages]

    def asked() -> Dossiers:
        again = Corpus(corpus.papers, corpus.people, use_ids=corpus.use_ids)
        return Dossiers(answers(queries, again, judge(again), NOTHING_WITHHELD, lambda done: None)[0], Sources())

    first, second = asked(), asked()
    VALIDATOR.validate(json.loads(write(first)))
    for form in (write, markdown.write, lambda pages: text.write(pages, 60)):
        told = form(first)
        assert told == form(second)
        told.encode(errors="backslashreplace")


@pytest.mark.parametrize("count", [0, 1, 3])
def test_order_of_queries(count: int) -> None:
    """Pages stand in the order of the queries."""
    queries = ["Bo Li", "Wei Liu", "Bo Li"][:count]
    told = json.loads(write(dossiers(corpus(*RECORDS), *queries)))
    assert [page["query"] for page in told["pages"]] == queries
