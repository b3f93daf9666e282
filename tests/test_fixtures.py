"""The fixtures are what their pages say."""

import re

from bylint.faults import INCOMPLETE
from reports import OUR_PLUGINS, TOY, toy

ROW = re.compile(r"^\| (`[^|]*) \| (.*) \|$", re.MULTILINE)
RECORD = re.compile(r"\b(?:[WZ]\d\d-(?:\d{4}|\d\d)|20\d\d\.[a-z]+-[a-z0-9]+(?:\.\d+)?)\b")
ELSEWHERE = {
    "affiliation-in-name",
    "broken-entry",
    "broken-record",
    "byline-differs-between-sources",
    "byline-differs-from-bibtex",
    "byline-differs-from-profile",
    "changed-byline",
    "deadname",
    "duplicate-key",
    "html-entity-in-name",
    "lost-given-name",
    "missing-key",
    "one-person-in-another-source",
    "orcid-differs-between-sources",
    "protected-person",
    "repeated-field",
    "unbalanced-brace",
    "two-people-in-another-source",
    "undeclared-encoding",
    "undefined-macro",
    "unparsed-name-list",
    "unused-baseline",
    "unused-waiver",
}
"""Checks of other formats and other sources, of a base revision, of settings and of a baseline."""


def rows() -> dict[str, set[str]]:
    """The records that the README names beside each check."""
    found: dict[str, set[str]] = {}
    for checks, where in ROW.findall((TOY / "README.md").read_text(encoding="utf-8")):
        for check in re.findall(r"`([^`]+)`", checks):
            found[check] = set(RECORD.findall(where))
    return found


def test_toy_anthology_has_something_for_every_check() -> None:
    """Every check that can find something in XML and in a people database finds something in the toy anthology."""
    expected = {check.id for check in OUR_PLUGINS.checks} - INCOMPLETE - ELSEWHERE
    assert {finding.check for finding in toy().findings} == expected
    assert rows().keys() == expected


def test_toy_anthology_is_wrong_where_its_page_says() -> None:
    """Each record that the page names beside a check has a finding of it, and no other record has one."""
    for check, records in rows().items():
        of_check = [finding for finding in toy().findings if finding.check == check]
        if records and of_check[0].subject.kind != "file":
            told = [{*finding.papers, finding.subject.id} for finding in of_check]
            assert {record for record in records if not any(holds(ids, record) for ids in told)} == set(), check
            assert [ids for ids in told if not any(holds(ids, record) for record in records)] == [], check


def holds(ids: set[str], record: str) -> bool:
    """Whether a record is among some ids, itself or with one of its papers."""
    return any(f"{held}.".startswith(f"{record}.") for held in ids)


def test_toy_anthology_is_labelled() -> None:
    """Each file says that what it holds is invented."""
    for path in sorted((TOY / "data").rglob("*.*")):
        assert "Invented for tests" in path.read_text(encoding="utf-8"), path
