"""
SARIF 2.1.0, for code scanning and for other programs.

Waived findings and those in the baseline are there, suppressed; hidden ones are only counted. A fault of the run is a
notification and makes it unsuccessful. A finding about two names that only an id or an ORCID joins is told without
the names. Columns are code points; there are no times and no absolute paths, so that equal corpora give equal bytes.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import quote

import bylint
from bylint.applicability import Inapplicable
from bylint.checks import Check
from bylint.corpus.sources import Replacement
from bylint.faults import INCOMPLETE
from bylint.finding import Change, Finding, Severity, Status
from bylint.model import Location
from bylint.plugins import OURS, Plugin
from bylint.report import Report, most_severe_first
from bylint.reporters._printable import brief
from bylint.reporters._shared import covered, number, public_evidence, public_message, public_proposal

_RESULTS = 25_000
"""What GitHub takes of one run."""
_RELATED = 100
"""Places beside the primary one that GitHub shows of a result."""
_LINKED = 6
"""Facts that the message tells; the others are related places only."""
_TEXT = 1_000
"""Characters of a message."""
_PRECISION = ((0.98, "very-high"), (0.9, "high"), (0.7, "medium"), (0.0, "low"))
_PROBLEM = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "recommendation"}
_ROOT = "%SRCROOT%"
_WHY = re.compile(r"^## Why it matters\n(.*?)(?=^## |\Z)", re.DOTALL | re.MULTILINE)

Object = dict[str, Any]


def write(report: Report) -> str:
    """The report as a log with one run."""
    log = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [_run(report)]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _run(report: Report) -> Object:
    report.locate(report.findings)
    components, rules = _components(report)
    results, left = _listed(report)
    notifications = [_notification(finding, report, rules) for finding in report.findings if _is_notified(finding)]
    notifications += [_not_applicable(said, rules) for said in report.inapplicable]
    if left:
        text = f"{number(left, 'more finding')} would not fit and {'is' if left == 1 else 'are'} left out"
        notifications.append({"level": "warning", "message": {"text": text}})
    return {
        "tool": {"driver": components[0], **({"extensions": components[1:]} if components[1:] else {})},
        "invocations": [{"executionSuccessful": report.is_complete, "toolExecutionNotifications": notifications}],
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The root of the repository."}}},
        "columnKind": "unicodeCodePoints",
        "results": _results(results, report, rules),
        "properties": {"corpus": report.counts._asdict(), "findings": dict(report.status_counts)},
    }


def _listed(report: Report) -> tuple[Sequence[Finding], int]:
    """The findings that are results, those shown first, then by severity; how many are left out of them."""
    results = [finding for finding in report.findings if _is_result(finding, report)]
    displayed = {id(finding) for finding in report.displayed(budgeted=False)}
    listed = [finding for finding in results if finding.status is not Status.SHOWN or id(finding) in displayed]
    ranked = sorted(most_severe_first(listed), key=lambda finding: finding.status is not Status.SHOWN)[:_RESULTS]
    return ranked, len(results) - len(ranked)


def _is_result(finding: Finding, report: Report) -> bool:
    """Whether it has a place, which code scanning wants of every result; a fault of the run must have a line, too."""
    if finding.status is Status.HIDDEN or finding.location is None or not finding.location.path:
        return False
    return finding.check not in INCOMPLETE or report.span(finding.location) is not None


def _is_notified(finding: Finding) -> bool:
    """Whether it is a fault of the run, or has no place that a result could stand at."""
    has_place = finding.location is not None and finding.location.path
    return finding.check in INCOMPLETE or (finding.status is Status.SHOWN and not has_place)


def _components(report: Report) -> tuple[list[Object], Mapping[str, Object]]:
    """The driver and then an extension for each plugin of others; for each check how a result refers to its rule."""
    met = {check.id for check in report.checks} | {finding.check for finding in report.findings}
    checks = {check.id: check for check in report.plugins.checks if check.id in met}
    components: list[Object] = [{"name": "bylint", "version": bylint.__version__, "rules": []}]
    rules: dict[str, Object] = {}
    for plugin in report.plugins:
        if plugin.distribution != OURS and not plugin.refused:
            own = [checks.pop(check_id) for check_id in _ids(plugin) if check_id in checks]
            component = {"index": len(components) - 1}
            for index, check in enumerate(own):
                reference = {"id": check.id, "index": index, "toolComponent": component}
                rules[check.id] = {"ruleId": check.id, "rule": reference}
            components.append({"name": plugin.distribution, "version": plugin.version, "rules": [*map(_rule, own)]})
    for index, check in enumerate(checks.values()):
        rules[check.id] = {"ruleId": check.id, "ruleIndex": index}
    components[0]["rules"] = [*map(_rule, checks.values())]
    return components, rules


def _ids(plugin: Plugin) -> list[str]:
    """The ids of the checks that a plugin brings, itself or with its loaders."""
    declared = (check for loader in plugin.loaders for check in loader.checks)
    return sorted({check.id for check in (*plugin.checks, *declared) if check.distribution == plugin.distribution})


def _rule(check: Check) -> Object:
    page = check.page.strip() + "\n"
    why = _WHY.search(page)
    return {
        "id": check.id,
        "shortDescription": {"text": f"{check.summary}."},
        "fullDescription": {"text": brief(" ".join(why[1].split()), _TEXT) if why else f"{check.summary}."},
        "help": {"text": page, "markdown": page},
        "defaultConfiguration": {"level": check.severity.value, "rank": _rank(check.confidence)},
        "properties": {
            "precision": next(word for least, word in _PRECISION if check.confidence >= least),
            "problem.severity": _PROBLEM[check.severity],
            "tags": [check.subject],
        },
    }


def _rank(confidence: float | None) -> float:
    return round(100 * (confidence or 0.0), 2)


def _results(listed: Sequence[Finding], report: Report, rules: Mapping[str, Object]) -> list[Object]:
    """The results in their order, made in that of the files, because the lines of one file are at hand at a time."""
    chosen = {id(finding) for finding in listed}
    fixes = (finding.fix for finding in listed if finding.fix is not None)
    replacements = report.sources.replacements(change for fix in fixes for change in fix.changes)
    made = {
        id(finding): {**_result(finding, report, rules[finding.check]), **_fixes(finding, replacements)}
        for finding in report.findings
        if id(finding) in chosen
    }
    return [made[id(finding)] for finding in listed]


def _result(finding: Finding, report: Report, rule: Object) -> Object:
    sentences = [_plain(public_message(finding))]
    related: list[Object] = []
    for index, (text, place) in enumerate(public_evidence(finding)):
        shown = _plain(text)
        if place is not None and place.path and len(related) < _RELATED:
            related.append({"id": len(related), "message": {"text": shown}, **_place(place, report)})
            shown = f"[{shown}]({len(related) - 1})"
        if index < _LINKED:
            sentences.append(shown)
    return {
        **rule,
        "level": finding.severity.value,
        "message": {"text": _paragraph(sentences)},
        "locations": _places(finding, report),
        "relatedLocations": related,
        "partialFingerprints": {"primaryLocationLineHash": f"{finding.fingerprint}:1"},
        "suppressions": list(_suppressions(finding)),
        "rank": _rank(finding.confidence),
        "properties": {"papers": list(finding.papers)},
    }


def _fixes(finding: Finding, replacements: Mapping[Change, Replacement]) -> Object:
    """What would clear a finding, where all of it can be made."""
    changes = dict.fromkeys(finding.fix.changes) if finding.fix is not None and public_proposal(finding) else {}
    if not changes or not changes.keys() <= replacements.keys():
        return {}
    of_path: dict[str, list[Object]] = {}
    for change in changes:
        (line, column), (end_line, end_column), new = replacements[change]
        region = {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}
        inserted = {"insertedContent": {"text": new}} if new else {}
        of_path.setdefault(change.location.path, []).append({"deletedRegion": region, **inserted})
    artifacts = [{"artifactLocation": _artifact(path), "replacements": replaced} for path, replaced in of_path.items()]
    return {"fixes": [{"description": {"text": _plain(public_proposal(finding))}, "artifactChanges": artifacts}]}


def _paragraph(sentences: Iterable[str]) -> str:
    return "".join(f"{sentence}. " for sentence in sentences).rstrip()


def _places(finding: Finding, report: Report) -> list[Object]:
    """The primary place with the column behind it, if there is one."""
    place = finding.location
    if place is None or not place.path:
        return []
    located, span = _place(place, report), report.span(place)
    if span is not None:
        located["physicalLocation"]["region"]["endColumn"] = span.column + covered(place, span, report)
    return [located]


def _place(place: Location, report: Report) -> Object:
    """A location; what has no place in its file stands at the first line, because code scanning wants one."""
    span = report.span(place)
    region = {"startLine": span.line, "startColumn": span.column} if span is not None else {"startLine": 1}
    return {"physicalLocation": {"artifactLocation": _artifact(place.path), "region": region}}


def _artifact(path: str) -> Object:
    return {"uri": quote(path.encode(errors="surrogateescape")), "uriBaseId": _ROOT}


def _suppressions(finding: Finding) -> Iterator[Object]:
    """Why a finding is silenced; code scanning wants an empty list on every other."""
    if finding.status in {Status.WAIVED, Status.DECIDED}:
        yield {"kind": "external", "status": "accepted", "justification": brief(finding.reason, _TEXT)}
    elif finding.status is Status.BASELINE:
        yield {"kind": "external", "status": "accepted", "justification": "in the baseline"}


def _notification(finding: Finding, report: Report, rules: Mapping[str, Object]) -> Object:
    """What is no result, with a reference to the rule of the check that failed."""
    sentences = (public_message(finding), *(text for text, _ in public_evidence(finding)))
    notification: Object = {
        "level": finding.severity.value,
        "message": {"text": _paragraph(map(_plain, sentences))},
        "locations": _places(finding, report),
        "properties": {"check": finding.check},
    }
    rule = rules.get(finding.subject.id) if finding.subject.kind == "check" else None
    if rule is not None:
        notification["associatedRule"] = _rule_reference(rule)
    return notification


def _not_applicable(said: Inapplicable, rules: Mapping[str, Object]) -> Object:
    """That the silence of a check proves nothing about some files."""
    text = f"{said.check} is not applicable to {said.of}, which cannot have {said.lacking}."
    return {"level": "note", "message": {"text": text}, "associatedRule": _rule_reference(rules[said.check])}


def _rule_reference(rule: Object) -> Object:
    reference: Object = rule.get("rule") or {"id": rule["ruleId"], "index": rule["ruleIndex"]}
    return reference


def _plain(text: str) -> str:
    """Text in which no bracket makes a link and no brace a placeholder."""
    return re.sub(r"[\\\[\]]", r"\\\g<0>", brief(text, _TEXT)).replace("{", "{{").replace("}", "}}")
