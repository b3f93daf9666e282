"""The two people databases that map ids to people say the same: one repository, checked with either form."""

import json
import shutil
import subprocess
from typing import Any

import pytest

from bylint import Finding
from bylint.asking import Request
from bylint.report import REVIEW
from bylint.run import run
from reports import TOY

JSON, YAML = "data/json/people.json", "data/yaml/people.yaml"


def as_yaml(text: str) -> str:
    """A JSON database as YAML: block style with flow names, entries and repeated ids in their order."""
    lines: list[str] = []
    for person_id, fields in json.loads(text, object_pairs_hook=list):
        lines.append(f"{json.dumps(person_id)}:")
        for field, value in fields:
            lines.append(f"  {field}: {json.dumps(_plain(value), ensure_ascii=False)}")
    return "\n".join(lines) + "\n"


def _plain(value: Any) -> Any:
    """A value of an entry, with dictionaries for the names that were read as pairs."""
    if isinstance(value, list):
        is_mapping = bool(value) and all(isinstance(item, tuple) for item in value)
        return {key: _plain(item) for key, item in value} if is_mapping else [_plain(item) for item in value]
    return value


@pytest.fixture(scope="module")
def findings(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Finding]]:
    """What is found in the toy anthology with each form of its people database."""
    found = {}
    for form in (JSON, YAML):
        folder = tmp_path_factory.mktemp("toy")
        subprocess.run(["git", "init", "-q", str(folder)], check=True)
        shutil.copytree(TOY / "data" / "xml", folder / "data" / "xml")
        database = (TOY / JSON).read_text(encoding="utf-8")
        (folder / form).parent.mkdir(parents=True)
        (folder / form).write_text(database if form == JSON else as_yaml(database), encoding="utf-8")
        found[form] = run(Request(paths=(str(folder),), audience=REVIEW, jobs=1)).report.findings
    return {form: list(report) for form, report in found.items()}


def said(finding: Finding, form: str) -> tuple[object, ...]:
    """A finding without the name of the database."""
    evidence = tuple((fact.text, fact.kind, fact.weight, fact.papers) for fact in finding.evidence)
    place = finding.location._replace(line=0, column=0) if finding.location else None
    return (
        finding.check,
        finding.message.replace(form, ""),
        finding.confidence,
        finding.papers,
        finding.names,
        finding.groups,
        finding.subject._replace(id=finding.subject.id.replace(form, "")),
        place and place._replace(path=place.path.replace(form, "")),
        evidence,
    )


def test_forms_give_the_same_findings(findings: dict[str, list[Finding]]) -> None:
    """Every check finds the same on the same papers with people.json and with people.yaml; files are told in order."""
    with_json, with_yaml = (sorted((said(one, form) for one in findings[form]), key=repr) for form in (JSON, YAML))
    assert any(said[0] == "unsorted-people" for said in with_json)
    assert with_json == with_yaml


def test_forms_give_the_same_fingerprints(findings: dict[str, list[Finding]]) -> None:
    """What is waived or accepted stays so when a repository changes the form, but for findings about the file itself."""
    with_json, with_yaml = (
        sorted(one.fingerprint for one in findings[form] if one.subject.kind != "file") for form in (JSON, YAML)
    )
    assert with_json == with_yaml


def test_converted_database_is_whole() -> None:
    """The form that the other tests write holds the same entries."""
    import yaml

    text = (TOY / JSON).read_text(encoding="utf-8")
    assert yaml.safe_load(as_yaml(text)) == json.loads(text)
