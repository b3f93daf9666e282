"""The format of code scanning."""

import json
import os
from dataclasses import replace
from functools import partial
from pathlib import Path

import jsonschema
import pytest
from inline_snapshot import snapshot
from sarif_pydantic import Sarif

import bylint
from bylint import Evidence, Location, Severity
from bylint.finding import Status, SubjectReference
from bylint.plugins import Plugin, Plugins
from bylint.report import Report
from bylint.reporters import sarif
from bylint.reporters.sarif import write
from reports import OUR_PLUGINS, at, checked, finding, made, signed_twice, toy

SCHEMA = Path(
    os.environ.get("BYLINT_SARIF_SCHEMA")
    or Path(__file__).resolve().parents[4] / "shared" / "schemas" / "sarif-schema-2.1.0.json"
)
placed = partial(finding, location=at(1))
"""A finding at the beginning of a file."""


def loaded(report: Report) -> dict:
    """The one run of the log, after a look at the log by the models of sarif-pydantic."""
    log = json.loads(write(report))
    Sarif.model_validate(log)
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    return run


def texts(report: Report) -> list[str]:
    """The messages of the results."""
    return [result["message"]["text"] for result in loaded(report)["results"]]


def told(report: Report) -> list[str]:
    """The messages of the notifications."""
    (invocation,) = loaded(report)["invocations"]
    return [notification["message"]["text"] for notification in invocation["toolExecutionNotifications"]]


def test_toy_anthology() -> None:
    """A result has its rule, its place, the places of its facts and its fingerprint."""
    run = loaded(toy())
    results = {result["ruleId"]: result for result in run["results"]}
    rules = {rule["id"]: rule for rule in run["tool"]["driver"]["rules"]}
    help_text = rules["repeated-author"].pop("help")
    assert help_text["markdown"] == help_text["text"]
    assert help_text["text"].startswith("One person is listed twice on one paper.\n\n## Why it matters\n")
    assert rules["repeated-author"] == snapshot(
        {
            "id": "repeated-author",
            "shortDescription": {"text": "One person is listed twice on one paper."},
            "fullDescription": {
                "text": "A person signs a paper once. A second signature is a slip in the list, or two people who share a name and need an id each."
            },
            "defaultConfiguration": {"level": "error", "rank": 95.0},
            "properties": {"precision": "high", "problem.severity": "error", "tags": ["paper"]},
        }
    )
    assert results["repeated-author"] == snapshot(
        {
            "ruleId": "repeated-author",
            "ruleIndex": 53,
            "level": "error",
            "message": {"text": "Rufus Carbon is listed twice. [listed here first](0)."},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {
                            "uri": "fixtures/toy-anthology/data/xml/W20.xml",
                            "uriBaseId": "%SRCROOT%",
                        },
                        "region": {"startLine": 51, "startColumn": 7, "endColumn": 63},
                    }
                }
            ],
            "relatedLocations": [
                {
                    "id": 0,
                    "message": {"text": "listed here first"},
                    "physicalLocation": {
                        "artifactLocation": {
                            "uri": "fixtures/toy-anthology/data/xml/W20.xml",
                            "uriBaseId": "%SRCROOT%",
                        },
                        "region": {"startLine": 49, "startColumn": 7},
                    },
                }
            ],
            "partialFingerprints": {"primaryLocationLineHash": "0579ebc2ccfebf05:1"},
            "suppressions": [],
            "rank": 95.0,
            "properties": {"papers": ["W20-0105"]},
        }
    )
    assert results["unlisted-name"] == snapshot(
        {
            "ruleId": "unlisted-name",
            "ruleIndex": 79,
            "level": "warning",
            "message": {"text": "author 1 of 2024.toy-main.5 has a name that is not listed."},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {
                            "uri": "fixtures/toy-anthology/data/xml/2024.toy.xml",
                            "uriBaseId": "%SRCROOT%",
                        },
                        "region": {"startLine": 53, "startColumn": 7, "endColumn": 85},
                    }
                }
            ],
            "relatedLocations": [],
            "partialFingerprints": {"primaryLocationLineHash": "9fb43bcb557939fa:1"},
            "suppressions": [],
            "rank": 95.0,
            "properties": {"papers": ["2024.toy-main.5"]},
        }
    )
    assert {key: value for key, value in run.items() if key not in {"results", "tool"}} == snapshot(
        {
            "invocations": [
                {
                    "executionSuccessful": True,
                    "toolExecutionNotifications": [
                        {
                            "level": "note",
                            "message": {
                                "text": "protected-person is not applicable to anthology, which cannot have names that are not to be parted."
                            },
                            "associatedRule": {"id": "protected-person", "index": 51},
                        }
                    ],
                }
            ],
            "originalUriBaseIds": {"%SRCROOT%": {"description": {"text": "The root of the repository."}}},
            "columnKind": "unicodeCodePoints",
            "properties": {
                "corpus": {"papers": 115, "authorships": 381, "files": 22},
                "findings": {"shown": 90, "hidden": 0, "waived": 0, "baseline": 0, "decided": 0},
            },
        }
    )


def every_kind() -> Report:
    """A report with whatever a format has a place for."""
    facts = (Evidence(text="[x](y) {0} \\", location=at(1)), Evidence(text="no place"))
    return made(
        *(placed(status=status, evidence=facts, reason="so") for status in Status),
        *(finding(severity=severity, confidence=None) for severity in Severity),
        finding("why", "crashed-check", evidence=(Evidence(text="raised at /x/y.py:1"),)),
        placed("gone", "unreadable-file", location=at(0, 0, "data/xml/ü %.xml")),
        lines=["{}"],
    )


@pytest.mark.parametrize("report", [pytest.param(toy, id="toy"), pytest.param(every_kind, id="every kind")])
def test_schema_of_the_standard(report) -> None:
    """The log is valid against the OASIS schema of SARIF 2.1.0."""
    if not SCHEMA.is_file():
        pytest.skip(f"NOT VALIDATED: the OASIS schema is not at {SCHEMA}; set BYLINT_SARIF_SCHEMA")
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    validator = jsonschema.validators.validator_for(schema)(schema, format_checker=jsonschema.FormatChecker())
    assert list(validator.iter_errors(json.loads(write(report())))) == []


def test_rules_are_where_results_point() -> None:
    """A result's rule stands under its index, and every result of the toy anthology has a rule with a page."""
    run = loaded(toy())
    rules = run["tool"]["driver"]["rules"]
    assert run["results"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    assert all(rule["help"]["markdown"].strip() for rule in rules)


@pytest.mark.parametrize(
    ("confidence", "precision"),
    [(1.0, "very-high"), (0.98, "very-high"), (0.95, "high"), (0.9, "high"), (0.7, "medium"), (0.1, "low")],
)
def test_precision_is_the_confidence_of_the_check(confidence: float, precision: str) -> None:
    """A rule's precision is the word of code scanning for its check's confidence; a result's rank is its own."""
    check = replace(OUR_PLUGINS.checks[0], id="sure", confidence=confidence)
    plugins = Plugins((Plugin(name="ours", distribution="bylint", version="1", checks=(check,)),))
    run = loaded(made(placed(check="sure", confidence=0.123456), plugins=plugins))
    (rule,) = (rule for rule in run["tool"]["driver"]["rules"] if rule["id"] == "sure")
    assert rule["properties"]["precision"] == precision
    assert rule["defaultConfiguration"]["rank"] == confidence * 100
    assert run["results"][0]["rank"] == 12.35


def test_fingerprint_is_what_an_alert_is_known_by() -> None:
    """The hash of an alert, primaryLocationLineHash, is the finding's fingerprint and does not move with its line."""
    here, there = (loaded(made(placed(location=at(line)), lines=["{}"] * 9))["results"][0] for line in (1, 9))
    assert here["partialFingerprints"] == {"primaryLocationLineHash": "0123456789abcdef:1"}
    assert here["partialFingerprints"] == there["partialFingerprints"]
    assert here["locations"] != there["locations"]


def test_most_severe_results_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """There are 25,000 results at most, the most severe first, those shown before silenced ones; the rest is told."""
    assert sarif._RESULTS == 25_000
    monkeypatch.setattr(sarif, "_RESULTS", 3)
    waived = placed("waived", status=Status.WAIVED)
    notes = [placed(f"note {n}", severity=Severity.NOTE) for n in range(3)]
    report = made(waived, *notes, placed("error"))
    assert texts(report) == ["error.", "note 0.", "note 1."]
    assert told(report) == ["2 more findings would not fit and are left out"]
    assert loaded(report)["invocations"][0]["executionSuccessful"] is True


def test_budget_that_is_asked_for_cuts() -> None:
    """--max-findings cuts the findings shown, and a notification says so."""
    report = made(placed("one"), placed("two"), placed("waived", status=Status.WAIVED), budget=1)
    assert texts(report) == ["one.", "waived."]
    assert told(report) == ["1 more finding would not fit and is left out"]


@pytest.mark.parametrize("before", ["é", "王素格", "📝", "e\u0301", "👩\u200d🔬"])
def test_columns_are_code_points(tmp_path, before: str) -> None:
    """The run says that columns count code points, and they do: not bytes, not UTF-16 units, not cells."""
    report = checked(tmp_path, {"title": before, **signed_twice("Zoé", "📝王")}, select=("repeated-author",))
    run = loaded(report)
    line = (tmp_path / "papers.jsonl").read_text(encoding="utf-8")
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert region["startLine"] == 1
    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == '{"first": "Zoé", "last": "📝王"}'
    assert region["startColumn"] == line.rindex('{"first"') + 1


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        pytest.param("data/xml/2024.acl.xml", "data/xml/2024.acl.xml", id="plain"),
        pytest.param("a b/100%.jsonl", "a%20b/100%25.jsonl", id="spaces and percent signs"),
        pytest.param("é王📝.jsonl", "%C3%A9%E7%8E%8B%F0%9F%93%9D.jsonl", id="letters beyond ASCII"),
        pytest.param("c:d?e#f.jsonl", "c%3Ad%3Fe%23f.jsonl", id="signs that mean something in an address"),
        pytest.param("x\udcff.jsonl", "x%FF.jsonl", id="a byte that is no UTF-8"),
    ],
)
def test_uris_are_relative_to_the_root(path: str, uri: str) -> None:
    """A path is a percent-encoded uri below the root of the repository; a place without a line stands in the first."""
    place = loaded(made(placed(location=at(0, 0, path))))["results"][0]["locations"][0]["physicalLocation"]
    assert place == {"artifactLocation": {"uri": uri, "uriBaseId": "%SRCROOT%"}, "region": {"startLine": 1}}


def test_other_places_are_linked_from_the_message() -> None:
    """A fact with a place is a related location with an id, and the message links it by this id."""
    facts = (
        Evidence(text="no place"),
        Evidence(text="first", location=at(1)),
        Evidence(text="second", location=at(2)),
    )
    (result,) = loaded(made(placed(evidence=facts), lines=["{}", "[]"]))["results"]
    assert result["message"]["text"] == "something is wrong. no place. [first](0). [second](1)."
    assert [(place["id"], place["message"]["text"]) for place in result["relatedLocations"]] == [
        (0, "first"),
        (1, "second"),
    ]
    assert [place["physicalLocation"]["region"]["startLine"] for place in result["relatedLocations"]] == [1, 2]


def test_many_facts() -> None:
    """A message tells six facts; a hundred places are related."""
    (result,) = loaded(made(placed(evidence=tuple(Evidence(text="f", location=at(1)) for _ in range(200)))))["results"]
    assert result["message"]["text"].count("[f]") == 6
    assert len(result["relatedLocations"]) == 100


def test_what_records_hold_makes_no_link_and_no_placeholder() -> None:
    """Brackets, backslashes and braces in a message are escaped as the standard asks for."""
    assert texts(made(placed(r"[click](https://x) {0} \ "))) == [r"\[click\](https://x) {{0}} \\ ."]


def test_silenced_results_are_suppressed() -> None:
    """Waived and decided findings and those in the baseline are emitted with suppressions, hidden ones are left out."""
    report = made(*(placed(status.value, status=status, reason="printed so") for status in Status))
    assert {result["message"]["text"]: result["suppressions"] for result in loaded(report)["results"]} == {
        "shown.": [],
        "waived.": [{"kind": "external", "status": "accepted", "justification": "printed so"}],
        "baseline.": [{"kind": "external", "status": "accepted", "justification": "in the baseline"}],
        "decided.": [{"kind": "external", "status": "accepted", "justification": "printed so"}],
    }
    assert loaded(report)["properties"]["findings"] == dict.fromkeys(Status, 1)


def test_faults_are_notifications(tmp_path) -> None:
    """Crashed checks, refused plugins and unreadable files are notifications; the run was no success.

    A fault with a place in a file is a result, too.
    """
    crash = finding(
        "repeated-author failed on paper x: OSError: '/home/me/x y/z.txt'",
        "crashed-check",
        subject=SubjectReference("check", "repeated-author"),
        evidence=(Evidence(text="raised at C:\\Users\\me\\checks.py:7"),),
    )
    refused = finding("acme (acme) is refused: /usr/lib/acme/__init__.py:1: no hook", "refused-plugin")
    unreadable = placed("permission denied", "unreadable-file", location=Location("data/xml/a.xml"))
    broken = placed("not well-formed", "broken-file", location=at(2))
    run = loaded(made(crash, refused, unreadable, broken, lines=["", "{"]))
    assert run["invocations"] == snapshot(
        [
            {
                "executionSuccessful": False,
                "toolExecutionNotifications": [
                    {
                        "level": "error",
                        "message": {
                            "text": "repeated-author failed on paper x: OSError: 'z.txt'. raised at checks.py:7."
                        },
                        "locations": [],
                        "properties": {"check": "crashed-check"},
                        "associatedRule": {"id": "repeated-author", "index": 57},
                    },
                    {
                        "level": "error",
                        "message": {"text": "acme (acme) is refused: __init__.py:1: no hook."},
                        "locations": [],
                        "properties": {"check": "refused-plugin"},
                    },
                    {
                        "level": "error",
                        "message": {"text": "permission denied."},
                        "locations": [
                            {
                                "physicalLocation": {
                                    "artifactLocation": {"uri": "data/xml/a.xml", "uriBaseId": "%SRCROOT%"},
                                    "region": {"startLine": 1},
                                }
                            }
                        ],
                        "properties": {"check": "unreadable-file"},
                    },
                    {
                        "level": "error",
                        "message": {"text": "not well-formed."},
                        "locations": [
                            {
                                "physicalLocation": {
                                    "artifactLocation": {"uri": "papers.jsonl", "uriBaseId": "%SRCROOT%"},
                                    "region": {"startLine": 2, "startColumn": 1, "endColumn": 2},
                                }
                            }
                        ],
                        "properties": {"check": "broken-file"},
                    },
                ],
            }
        ]
    )
    assert [result["ruleId"] for result in run["results"]] == ["broken-file"]


def acme(check_id: str) -> Plugin:
    """A plugin of somebody else."""
    check = replace(OUR_PLUGINS.checks[0], id=check_id, distribution="acme-checks")
    return Plugin(name="acme", distribution="acme-checks", version="2.1", checks=(check,))


def test_what_has_no_place_is_a_notification() -> None:
    """A finding without a place is told by a notification, because code scanning refuses results without a place."""
    run = loaded(made(finding("nowhere", severity=Severity.NOTE), finding("hidden", status=Status.HIDDEN)))
    assert run["results"] == []
    assert run["invocations"] == [
        {
            "executionSuccessful": True,
            "toolExecutionNotifications": [
                {
                    "level": "note",
                    "message": {"text": "nowhere."},
                    "locations": [],
                    "properties": {"check": "repeated-author"},
                }
            ],
        }
    ]


def test_an_extension_a_plugin() -> None:
    """The rules of each foreign plugin stand in an extension of its name, and its results point there."""
    refused = Plugin(name="x", distribution="x", version="1", refused="why")
    plugins = Plugins((*OUR_PLUGINS.plugins, acme("acme/short-title"), refused))
    run = loaded(made(placed(check="acme/short-title"), placed(), plugins=plugins))
    (extension,) = run["tool"]["extensions"]
    assert (extension["name"], extension["version"]) == ("acme-checks", "2.1")
    assert [rule["id"] for rule in extension["rules"]] == ["acme/short-title"]
    foreign = next(result for result in run["results"] if result["ruleId"] == "acme/short-title")
    assert foreign["rule"] == {"id": "acme/short-title", "index": 0, "toolComponent": {"index": 0}}
    assert "ruleIndex" not in foreign
    assert "acme/short-title" not in [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert run["tool"]["driver"]["version"] == bylint.__version__


def test_fault_of_a_foreign_check_points_to_its_rule() -> None:
    """The notification of a crash names the rule of the check, in whichever component it stands."""
    plugins = Plugins((*OUR_PLUGINS.plugins, acme("acme/short-title")))
    crash = finding("why", "crashed-check", subject=SubjectReference("check", "acme/short-title"))
    ((notification,),) = (
        run["toolExecutionNotifications"] for run in loaded(made(crash, plugins=plugins))["invocations"]
    )
    assert notification["associatedRule"] == {"id": "acme/short-title", "index": 0, "toolComponent": {"index": 0}}
