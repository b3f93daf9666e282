"""What holds for several formats."""

import json
import shutil
from pathlib import Path

import pytest

from bylint import Evidence, Name
from bylint.asking import Request
from bylint.finding import Status, SubjectReference
from bylint.privacy import name_digest
from bylint.report import GATE, REVIEW
from bylint.reporters.markdown import step_summary
from bylint.run import run
from reports import FORMATS, PUBLIC_FORMATS, TOY, at, checked, finding, made, signed_twice, written

EVERY_FORMAT = pytest.mark.parametrize("name", FORMATS)
PUBLIC = pytest.mark.parametrize("name", PUBLIC_FORMATS)
ORCID = "0009-0099-0000-1083"


@EVERY_FORMAT
def test_equal_corpora_give_equal_bytes(tmp_path: Path, name: str) -> None:
    """No time, no machine and no folder above the repository is in a report, whoever reads with how many processes."""
    reports = []
    for place, jobs in (("here", 1), ("there", 2)):
        shutil.copytree(TOY, tmp_path / place / "toy")
        reports.append(run(Request(paths=(str(tmp_path / place / "toy"),), audience=REVIEW, jobs=jobs)).report)
    first, second = (written(name, report) for report in reports)
    assert first == second
    assert str(tmp_path) not in first
    assert first.endswith("\n")
    assert first.encode()


@EVERY_FORMAT
@pytest.mark.parametrize("form", ["{first} {last}", "{last}, {first}", "{last} {first}", "{first}|{last}"])
def test_withheld_names_are_in_no_format(tmp_path: Path, name: str, form: str) -> None:
    """A name that its bearer gave up stands in no report: not in a message, a fact, a subject, an id or a line."""
    given_up = {"first": "Zebedee", "last": "Quux"}
    title = form.format(**given_up)
    report = checked(
        tmp_path,
        signed_twice("Zebedee", "Quux", title=title, doi="10.5555/1"),
        {"id": "x-2", "title": title, "authors": [{**given_up, "orcid": "nonsense"}], "doi": "10.5555/1"},
        {"id": "x-3", "title": title, "authors": [{"first": "Quux", "last": "Zebedee"}, {"last": "Quux*"}]},
        {"id": "x-4", "title": "T", "authors": [{**given_up, "id": "nobody"}, {**given_up, "id": "zebedee-quux"}]},
        {"person": "zebedee-quux", "names": [{"first": "Zoe", "last": "Quux"}, given_up]},
        settings=f'withhold = ["{name_digest(Name("Zebedee", "Quux"))}"]\n',
        audience=REVIEW,
    )
    assert len(report.shown) > 3
    told = written(name, report).casefold()
    assert "zebedee" not in told
    assert "name withheld" in told


@PUBLIC
def test_discreet_findings_are_told_without_names(name: str) -> None:
    """In public logs a finding with a discreet message shows this, and neither names nor facts."""
    facts = (Evidence(text="Zebedee Quux stands here", location=at(1)),)
    given = {
        "discreet_message": "authors 1 and 2 of x-1 have one ORCID",
        "evidence": facts,
        "names": (Name("Zebedee", "Quux"),),
        "subject": SubjectReference("name", "Zebedee|Quux", "Zebedee Quux"),
        "papers": ("x-1",),
        "location": at(1),
    }
    report = made(finding("Zebedee Quux has the ORCID of Zoe Quux", **given), lines=["{}"])
    told = written(name, report)
    assert "authors 1 and 2 of x-1 have one ORCID" in told
    assert "papers.jsonl" in told
    assert "quux" not in told.casefold()
    if name == "markdown":
        assert "quux" not in step_summary(report).casefold()
    assert "Zebedee Quux has the ORCID of Zoe Quux" in written("text", report)
    assert "Zebedee Quux has the ORCID of Zoe Quux" in written("json", report)


@PUBLIC
def test_names_that_only_an_orcid_joins(tmp_path: Path, name: str) -> None:
    """A real pair of different names with one ORCID is reported by its places."""
    people = [{"first": "Zebedee", "last": "Quux", "orcid": ORCID}, {"first": "Zoe", "last": "Frob", "orcid": ORCID}]
    report = checked(
        tmp_path,
        {"id": "x-1", "title": "T", "authors": people[:1]},
        {"id": "x-2", "title": "T", "authors": people[1:]},
        audience=REVIEW,
        select=("orcid-on-two-names", "repeated-orcid"),
    )
    assert report.shown
    told = written(name, report).casefold()
    assert "papers.jsonl" in told
    assert not {word for word in ("zebedee", "quux", "zoe", "frob") if word in told}


@EVERY_FORMAT
def test_incomplete_run_is_told(name: str) -> None:
    """Every format says that a run is not to be trusted, with the fault."""
    told = written(name, made(finding("the check failed", "crashed-check")))
    assert "the check failed" in told
    assert {"json": '"complete": false', "sarif": '"executionSuccessful": false'}.get(name, "not to be trusted") in told


@PUBLIC
@pytest.mark.parametrize(
    "text",
    [
        pytest.param("raised at /home/me/checks.py:7", id="a folder"),
        pytest.param("raised at /home/me/my files/checks.py:7", id="a folder with a space"),
        pytest.param(r"raised at C:\Users\me\checks.py:7", id="a folder of Windows"),
        pytest.param("OSError: '/home/me/checks.py:7'", id="a folder in quotes"),
    ],
)
def test_faults_tell_no_folders(name: str, text: str) -> None:
    """What is public names the file of a fault without the folders of a machine."""
    told = written(name, made(finding(text, "crashed-check", evidence=(Evidence(text=text),))))
    assert "checks.py:7" in told
    assert not {folder for folder in ("/home", "Users", "my files") if folder in told}


@pytest.mark.parametrize("name", ["text", "markdown", "github"])
def test_every_status_is_counted(name: str) -> None:
    """What is hidden, waived or in the baseline is counted wherever findings are counted."""
    report = made(*(finding(status=status) for status in Status), audience=GATE)
    told = written(name, report)
    assert "1 shown (1 fails the gate), 1 hidden, 1 waived, 1 in the baseline" in told
    assert told.count("something is wrong") == 1


@EVERY_FORMAT
def test_a_report_without_findings(name: str) -> None:
    """Every format has something to say of nothing."""
    assert written(name, made()).strip()


@EVERY_FORMAT
def test_a_file_whose_name_is_no_text(name: str) -> None:
    """A path with bytes that are no UTF-8, and text with half of a character, can be written by every format."""
    path = "x\udcff.jsonl"
    report = made(finding("\ud800", location=at(1, path=path), evidence=(Evidence(text="\ud800"),)))
    told = written(name, report)
    assert told.encode()
    if name == "json":
        assert json.loads(told)["findings"][0]["location"]["path"] == path
