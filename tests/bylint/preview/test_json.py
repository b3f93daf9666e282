"""The preview for other programs."""

import json
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator

import bylint
import strategies
from bylint import Corpus
from bylint.finding import Status
from bylint.model import Location
from bylint.preview import markdown, rows, text
from bylint.preview.json import write
from bylint.preview.model import Byline, PaperCounts, Side, Signature
from bylint.preview.outcomes import Settled
from bylint.preview.pages import page_changes
from bylint.preview.pairing import differences, papers, standings
from bylint.preview.placing import placements
from previews import event, made, outcomes, put, wrong
from reports import at, finding

SCHEMA = Path(bylint.__file__).parent / "schemas" / "preview.schema.json"
VALIDATOR = Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))


def test_contract() -> None:
    """Every key that other programs rely on is there, with its value."""
    told = json.loads(
        write(
            made(
                head=Side("topic", "1" * 40),
                papers=PaperCounts(1, 2, 3),
                pages=(event("split", "a", "a b"),),
                put=(put(wrong=wrong(0.75, "wei-liu-hk")), put("x-2", by="slug", is_known=False, came_from="b")),
                bylines=(Byline("x-1", "author", (Signature("Bo Li", None, None),), ()),),
                told=(finding("Bo Li is gone", location=at(3)),),
                outcomes=outcomes([finding()], [Settled(finding(), Status.WAIVED)], (4, 5)),
            )
        )
    )
    VALIDATOR.validate(told)
    assert told["format"] == "bylint-preview-1"
    assert (told["base"]["revision"], told["base"]["commit"]) == ("main", "0" * 40)
    assert (told["head"]["revision"], told["head"]["commit"]) == ("topic", "1" * 40)
    assert told["papers"] == {"new": 1, "gone": 2, "renumbered": 3}
    (page,) = told["pages"]
    assert (page["kind"], page["before"]) == ("split", [{"page": "a", "papers": 4}])
    assert page["authorships"] == [
        {"paper": "x-0", "role": "author", "position": 2, "name": "Wei Liu", "was_on": "a", "is_on": "b"}
    ]
    first, second = told["placements"]
    assert (first["resolved_by"], first["verified"], first["page_is_new"], first["came_from"]) == (
        "name",
        True,
        False,
        None,
    )
    assert (first["looks_wrong"]["confidence"], first["looks_wrong"]["suggested_id"]) == (0.75, "wei-liu-hk")
    assert [fact["weight"] for fact in first["looks_wrong"]["evidence"]] == [1.5, -0.25]
    assert (second["looks_wrong"], second["page_is_new"], second["came_from"]) == (None, True, "b")
    assert told["bylines"] == [
        {"paper": "x-1", "role": "author", "before": [{"name": "Bo Li", "id": None, "orcid": None}], "after": []}
    ]
    assert told["byline_findings"][0]["message"] == "Bo Li is gone"
    assert told["brought"][0]["fingerprint"] == "0123456789abcdef"
    assert told["settled"][0]["now"] == "waived"
    assert (told["hidden_brought"], told["hidden_settled"], told["failing"], told["complete"]) == (4, 5, 2, True)
    assert told["summary"][0].startswith("This ingest puts 1 paper on 1 verified page")


def test_the_work_tree_has_no_revision() -> None:
    """The work tree is no commit."""
    told = json.loads(write(made()))
    VALIDATOR.validate(told)
    assert (told["head"]["revision"], told["head"]["commit"]) == (None, None)


def test_half_a_character_is_escaped() -> None:
    """What is no character is written as JSON can."""
    assert json.loads(write(made(put=(put(name="\ud800"),))))["placements"][0]["name"] == "\ud800"


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(before=strategies.corpora, after=strategies.corpora)
def test_every_format_takes_any_two_states(before: Corpus, after: Corpus) -> None:
    """Whatever the records hold, each format tells what becomes of them, and the JSON fits its schema."""
    compared = papers(before, after)
    pairs = list(differences(compared, standings(before), standings(after)))
    changes = page_changes(pairs, before.pages, after.pages)
    found = made(
        papers=rows.paper_counts(compared),
        pages=tuple(rows.event(change, before.pages, after.pages) for change in changes),
        put=tuple(rows.put(one)._replace(location=Location()) for one in placements(pairs, before, after)),
        bylines=tuple(rows.bylines(compared)),
    )
    VALIDATOR.validate(json.loads(write(found)))
    assert text.write(found, 80)
    assert markdown.write(found)
