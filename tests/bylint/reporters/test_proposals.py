"""A fix in every format."""

import hashlib
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from sarif_pydantic import Sarif

from bylint import Applicability, Change, Fix, Location
from reports import PATH, PUBLIC_FORMATS, checked, finding, made, written

LINE = '{"id": "x", "title": "𝔘 †", "authors": [{"first": "A", "last": "龘†"}, {"first": "B", "last": "龘†"}]}'
DAGGER = Fix(
    changes=tuple(Change(Location(PATH, "x", "author", position, "last"), "龘†", "龘") for position in (1, 2)),
    applicability=Applicability.SAFE,
)
SCHEMA = Path(__file__).resolve().parents[3] / "validators" / "bylint" / "schemas" / "findings.schema.json"


def report_of(fix: Fix | None, **fields: Any):
    """A report with one finding."""
    return made(finding(location=Location(PATH, "x", "author", 1, "last"), fix=fix, **fields), lines=["", LINE])


def result_of(fix: Fix | None, **fields: Any) -> dict[str, Any]:
    """The only result of a SARIF log."""
    log = json.loads(written("sarif", report_of(fix, **fields)))
    Sarif.model_validate(log)
    (result,) = log["runs"][0]["results"]
    return result


def test_json_has_every_change() -> None:
    """Programs get each change with its place, what stands there and what is to; null where there is no fix."""
    report = json.loads(written("json", report_of(DAGGER)))
    jsonschema.validate(report, json.loads(SCHEMA.read_text()))
    fix = report["findings"][0]["fix"]
    assert fix["applicability"] == "safe"
    assert fix["changes"][1] == {
        "location": {"path": PATH, "line": 2, "column": LINE.rindex("龘")},
        "record": "x",
        "byline": "author",
        "position": 2,
        "field": "last",
        "old": "龘†",
        "new": "龘",
    }
    assert json.loads(written("json", report_of(None)))["findings"][0]["fix"] is None


def test_text_says_what_the_fix_does_once() -> None:
    """A change at many places is one line, with the option that makes it."""
    assert "            fix: last “龘†” → “龘” (--fix)\n" in written("text", report_of(DAGGER))
    places = [Location(PATH, "x", field=field) for field in ("a", "b", "c", "d", "e")]
    many = Fix(changes=tuple(Change(place, "x", "") for place in places))
    told = written("text", report_of(many))
    assert "fix: a “x” → nothing, b “x” → nothing, c “x” → nothing, 2 more changes (a suggestion)\n" in told
    assert "fix:" not in written("text", report_of(None))


def test_text_of_a_fix_does_not_act() -> None:
    """What stands in a record is spelt out."""
    fix = Fix(changes=(Change(Location(PATH, "x", field="title"), "a\x1b[31m", "a\nb"),))
    assert "title “a\\x1b[31m” → “a\\x0ab” (a suggestion)" in written("text", report_of(fix))


def test_markdown_shows_it_as_code() -> None:
    """A comment has it below the facts."""
    assert "  - fix: `last “龘†” → “龘” (--fix)`\n" in written("markdown", report_of(DAGGER))


def test_sarif_has_the_stretches_that_are_replaced() -> None:
    """A viewer can make the change: lines and columns are code points, and nothing is inserted where signs only go."""
    (fix,) = result_of(DAGGER)["fixes"]
    (changes,) = fix["artifactChanges"]
    assert changes["artifactLocation"] == {"uri": PATH, "uriBaseId": "%SRCROOT%"}
    line = LINE.splitlines()[0]
    start = line.index("†", line.index("authors")) + 1
    region = {"startLine": 2, "startColumn": start, "endLine": 2, "endColumn": start + 1}
    assert changes["replacements"][0] == {"deletedRegion": region}
    assert len(changes["replacements"]) == 2
    title = Fix(changes=(Change(Location(PATH, "x", field="title"), "𝔘 †", "𝔘 é"),))
    ((replacement,),) = [change["replacements"] for change in result_of(title)["fixes"][0]["artifactChanges"]]
    assert replacement["insertedContent"] == {"text": "é"}


def test_sarif_without_a_fix_that_cannot_be_made() -> None:
    """A fix of which a part is not there is left out, as is one that public logs must not tell."""
    other = Fix(changes=(*DAGGER.changes, Change(Location(PATH, "x", field="doi"), "1", "2")))
    assert "fixes" not in result_of(other)
    assert "fixes" not in result_of(DAGGER, discreet_message="two names")
    assert "fixes" not in result_of(None)


@pytest.mark.parametrize("name", PUBLIC_FORMATS)
def test_public_logs_are_discreet(name: str) -> None:
    """Where the names of a finding are kept back, its fix is, too."""
    assert "龘" not in written(name, report_of(DAGGER, message="龘† is two", discreet_message="two names"))


@pytest.mark.parametrize("name", ["text", "json", *PUBLIC_FORMATS])
def test_fix_does_not_tell_a_withheld_name(tmp_path: Path, name: str) -> None:
    """A name that its bearer gave up is in no fix."""
    digest = hashlib.sha256("ada zzyzx†".encode()).hexdigest()
    paper = {"id": "x-1", "title": "T", "authors": [{"first": "Ada", "last": "Zzyzx†"}]}
    shown = written(name, checked(tmp_path, paper, settings=f'withhold = ["{digest}"]'))
    assert "stray-character" in shown
    assert "Zzyzx" not in shown
