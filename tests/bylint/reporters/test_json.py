"""The format for other programs."""

import json

import pytest
from inline_snapshot import snapshot

from bylint import Evidence, Severity
from bylint.finding import Status
from bylint.report import Report
from bylint.reporters.json import ReportForm, write
from reports import at, checked, finding, made, signed_twice, toy


def loaded(report: Report) -> dict:
    """The report as it was written."""
    return json.loads(write(report))


def test_toy_anthology() -> None:
    """The form bylint-findings-1: what it says of the corpus and of the findings, and a finding of two kinds."""
    report = loaded(toy())
    of_check = {item["check"]: item for item in report["findings"]}
    assert {key: value for key, value in report.items() if key != "findings"} == snapshot(
        {
            "format": "bylint-findings-1",
            "bylint": "0.1.0",
            "corpus": {"papers": 115, "authorships": 381, "files": 22},
            "summary": {
                "shown": 90,
                "hidden": 0,
                "waived": 0,
                "baseline": 0,
                "decided": 0,
                "by_check": {
                    "affiliation-conflict": 1,
                    "ambiguous-name": 2,
                    "bad-markup": 1,
                    "broken-person": 1,
                    "byline-in-two-scripts": 1,
                    "coauthor-mismatch": 1,
                    "collective-author": 1,
                    "control-character": 1,
                    "dangling-similar": 1,
                    "duplicate-doi": 1,
                    "duplicate-id": 1,
                    "duplicate-name": 1,
                    "duplicate-title": 1,
                    "glued-name": 1,
                    "huge-byline": 1,
                    "incomplete-split": 1,
                    "inconsistent-spelling": 1,
                    "invalid-doi": 1,
                    "invalid-orcid": 2,
                    "latex-residue": 1,
                    "legacy-twin": 1,
                    "lowercase-after-hyphen": 1,
                    "lowercase-initial": 2,
                    "lowercase-name": 1,
                    "main-name-in-other-script": 2,
                    "malformed-openreview": 1,
                    "misplaced-boundary": 1,
                    "missing-abstract": 1,
                    "missing-authors": 1,
                    "missing-id": 1,
                    "missing-title": 1,
                    "mixed-page": 1,
                    "mojibake": 1,
                    "nearly-repeated-author": 1,
                    "orcid-conflict": 1,
                    "orcid-on-two-names": 1,
                    "overspaced-name": 2,
                    "person-orcid-mismatch": 1,
                    "placeholder-surname": 2,
                    "repeated-author": 1,
                    "repeated-orcid": 1,
                    "repeated-person": 1,
                    "repeated-person-orcid": 1,
                    "rival-namesake": 1,
                    "same-first-and-last": 1,
                    "several-people-in-one-name": 1,
                    "shared-page-paper": 1,
                    "stale-key": 4,
                    "stray-character": 4,
                    "suffix-without-degree": 1,
                    "swapped-name": 2,
                    "tab-in-record": 1,
                    "title-or-suffix": 1,
                    "topic-drift": 1,
                    "truncated-bylines": 1,
                    "two-orcids": 1,
                    "two-people-one-name-both-matching": 1,
                    "undefined-person": 1,
                    "unexpected-content": 1,
                    "unknown-field": 1,
                    "unknown-venue": 1,
                    "unlisted-name": 1,
                    "unsorted-people": 1,
                    "unsupported-guess": 1,
                    "unused-name": 6,
                    "uppercase-name": 1,
                    "whole-name-in-one-field": 1,
                    "wrong-page-range": 1,
                    "year-gap": 1,
                    "year-mismatch": 3,
                },
            },
            "not_applicable": [
                {"check": "protected-person", "formats": ["anthology"], "lacks": ["is_literal"], "everywhere": True}
            ],
            "complete": True,
        }
    )
    assert of_check["repeated-author"] == snapshot(
        {
            "check": "repeated-author",
            "severity": "error",
            "confidence": 0.95,
            "status": "shown",
            "message": "Rufus Carbon is listed twice",
            "location": {"path": "fixtures/toy-anthology/data/xml/W20.xml", "line": 51, "column": 7},
            "subject": {"kind": "paper", "id": "W20-0105", "name": ""},
            "papers": ["W20-0105"],
            "authorships": [
                {"paper": "W20-0105", "position": 1, "role": "author"},
                {"paper": "W20-0105", "position": 3, "role": "author"},
            ],
            "names": [],
            "groups": [],
            "evidence": [
                {
                    "kind": "",
                    "weight": None,
                    "text": "listed here first",
                    "papers": [],
                    "location": {"path": "fixtures/toy-anthology/data/xml/W20.xml", "line": 49, "column": 7},
                }
            ],
            "fix": None,
            "fingerprint": "0579ebc2ccfebf05",
            "reason": None,
        }
    )
    assert of_check["unlisted-name"] == snapshot(
        {
            "check": "unlisted-name",
            "severity": "warning",
            "confidence": 0.95,
            "status": "shown",
            "message": "Vera Recto has the id of vera-verso-nowhere, which lists Vera Verso",
            "location": {"path": "fixtures/toy-anthology/data/xml/2024.toy.xml", "line": 53, "column": 7},
            "subject": {"kind": "authorship", "id": "2024.toy-main.5 author 1", "name": "Vera Recto"},
            "papers": ["2024.toy-main.5"],
            "authorships": [{"paper": "2024.toy-main.5", "position": 1, "role": "author"}],
            "names": [],
            "groups": [],
            "evidence": [
                {
                    "kind": "listed-names",
                    "weight": None,
                    "text": "vera-verso-nowhere has the names Vera Verso",
                    "papers": [],
                    "location": {"path": "fixtures/toy-anthology/data/json/people.json", "line": 154, "column": 14},
                }
            ],
            "fix": None,
            "fingerprint": "9fb43bcb557939fa",
            "reason": None,
        }
    )


def test_every_finding_has_its_status() -> None:
    """Every finding is in the report, whatever became of it; a waived one with its reason."""
    report = loaded(made(*(finding(status=status) for status in Status), finding(status=Status.WAIVED, reason="so")))
    assert [item["status"] for item in report["findings"]] == [
        "shown",
        "hidden",
        "waived",
        "baseline",
        "decided",
        "waived",
    ]
    assert [item["reason"] for item in report["findings"]] == [None, None, None, None, None, "so"]
    assert report["summary"] == {
        "shown": 1,
        "hidden": 1,
        "waived": 2,
        "baseline": 1,
        "decided": 1,
        "by_check": {"repeated-author": 1},
    }


def test_only_a_budget_that_is_asked_for_cuts() -> None:
    """Without --max-findings all findings are there; with it the most severe of those shown."""
    findings = [finding(f"note {n}", severity=Severity.NOTE) for n in range(200)]
    assert len(loaded(made(*findings))["findings"]) == 200
    cut = loaded(made(*findings, finding("worst"), finding(status=Status.WAIVED), budget=1))
    assert [item["message"] for item in cut["findings"]] == ["worst", "something is wrong"]
    assert cut["summary"]["shown"] == 201


@pytest.mark.parametrize("before", ["é", "王素格", "📝", "e\u0301", "👩\u200d🔬"])
def test_columns_are_code_points(tmp_path, before: str) -> None:
    """A column counts code points from 1, not bytes, not UTF-16 units, not cells."""
    path = "x.jsonl"
    report = checked(tmp_path, {"title": before, **signed_twice(None, "Mausam")}, path=path)
    line = (tmp_path / path).read_text(encoding="utf-8")
    place = loaded(report)["findings"][0]["location"]
    assert place == {"path": path, "line": 1, "column": line.rindex('{"first"') + 1}


def test_what_has_no_place() -> None:
    """A finding or a fact without a place has null, and a file that lacks the place has no line."""
    report = made(finding(evidence=(Evidence(text="fact"), Evidence(text="fact", location=at(3, path="gone.jsonl")))))
    first = loaded(report)["findings"][0]
    assert first["location"] is None
    assert [fact["location"] for fact in first["evidence"]] == [
        None,
        {"path": "gone.jsonl", "line": None, "column": None},
    ]


def test_incomplete_run() -> None:
    """A run in which something failed is not complete."""
    assert loaded(made(finding("why", "crashed-check")))["complete"] is False
    assert loaded(made(finding()))["complete"] is True


def test_report_is_of_its_form() -> None:
    """What is written can be read back in the form whose schema ships."""
    assert ReportForm.model_validate_json(write(toy())).format == "bylint-findings-1"
