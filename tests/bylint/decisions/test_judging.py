"""What silences a finding: waivers and the baseline, and what happens to those that match nothing."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from bylint import Finding, Location, Name, UsageError
from bylint.decisions.baseline import prune_baseline, read_baseline, write_baseline
from bylint.decisions.judging import Decision, judged, waivers
from bylint.finding import Status, SubjectReference
from bylint.options import validated
from bylint.settings import Settings
from bylint.testing import author, paper

AUTHORSHIP = paper(author("Le Sun"), id="p-1", path="data/a.xml").authorships[0]
FINDING = Finding(
    message="m",
    check="swapped-name",
    fingerprint="0123456789abcdef",
    location=AUTHORSHIP.at("last"),
    subject=SubjectReference("page", "le-sun"),
    names=(Name("Sun", "Le"),),
    authorships=(AUTHORSHIP,),
    papers=("p-1",),
)


def waiver(**given: str) -> Decision:
    """A waiver as the settings give it."""
    given = given if given.keys() - {"check"} else {**given, "paper": "p-1"}
    settings = validated(Settings, {"waivers": [{"check": "swapped-name", "reason": "checked", **given}]})
    return waivers(settings)[0]


@pytest.mark.parametrize(
    "given",
    [
        pytest.param({"check": "swapped-*"}, id="a glob over checks"),
        pytest.param({"fingerprint": "0123456789abcdef"}, id="the fingerprint"),
        pytest.param({"paper": "p-1"}, id="a paper"),
        pytest.param({"name": "Le Sun"}, id="the name of an authorship"),
        pytest.param({"name": "Sun Le"}, id="a name that is compared"),
        pytest.param({"page": "le-sun"}, id="the page"),
        pytest.param({"path": "data/*.xml"}, id="a glob over paths"),
        pytest.param({"paper": "p-1", "name": "Le Sun"}, id="two things that both match"),
    ],
)
def test_waiver_matches(given: dict[str, str]) -> None:
    """A waiver silences what everything in it matches, and its reason stays with the finding."""
    (finding,), about, unused = judged([FINDING], [waiver(**given)], ["swapped-name"])
    assert (finding.status, finding.reason) == (Status.WAIVED, "checked")
    assert (about, unused) == ([], [])


@pytest.mark.parametrize(
    "given",
    [
        pytest.param({"check": "repeated-author"}, id="another check"),
        pytest.param({"fingerprint": "f" * 16}, id="another fingerprint"),
        pytest.param({"paper": "p-2"}, id="another paper"),
        pytest.param({"name": "Sun"}, id="a part of the name"),
        pytest.param({"page": "le"}, id="a part of the page"),
        pytest.param({"path": "other/*"}, id="another path"),
        pytest.param({"paper": "p-1", "name": "Bo Li"}, id="two things of which one matches"),
    ],
)
def test_waiver_does_not_match(given: dict[str, str]) -> None:
    """What does not match stays, and the waiver is a finding of its own, in the file it stands in."""
    (finding,), (unused,), left = judged([FINDING], [waiver(**given)], ["swapped-name", "repeated-author"])
    assert finding.status is Status.SHOWN
    assert unused.check == "unused-waiver"
    assert len(left) == 1


def test_waiver_of_a_check_that_was_not_asked_is_not_unused() -> None:
    """A run of some checks says nothing about the waivers of others."""
    assert judged([], [waiver()], ["repeated-author"]) == ([], [], [])


def test_hidden_findings_use_their_waivers_up() -> None:
    """A waiver that matches a hidden finding is used, and the finding stays hidden."""
    hidden = replace(FINDING, status=Status.HIDDEN)
    (finding,), about, _ = judged([hidden], [waiver()], ["swapped-name"])
    assert finding.status is Status.HIDDEN
    assert about == []


def test_faults_of_the_run_cannot_be_waived() -> None:
    """A broken file stays a broken file."""
    broken = replace(FINDING, check="broken-file")
    (finding,), _, _ = judged([broken], [waiver(check="*")], ["broken-file"])
    assert finding.status is Status.SHOWN


def test_waiver_of_a_pair_matches_either_page() -> None:
    """A finding about two pages is found under each of them."""
    pair = replace(FINDING, subject=SubjectReference("page-pair", "le-sun sun-le/unverified"))
    (finding,), _, _ = judged([pair], [waiver(page="sun-le/unverified")], ["swapped-name"])
    assert finding.status is Status.WAIVED


def test_baseline_accepts_what_it_holds(tmp_path: Path) -> None:
    """What was written to the baseline is in the baseline; what is new is shown."""
    path = tmp_path / "baseline.json"
    assert write_baseline(path, [FINDING]) == 1
    new = replace(FINDING, fingerprint="f" * 16)
    findings, about, _ = judged([FINDING, new], read_baseline(path, "baseline.json"), ["swapped-name"])
    assert [finding.status for finding in findings] == [Status.BASELINE, Status.SHOWN]
    assert about == []


def test_baseline_entries_that_match_nothing_are_one_finding(tmp_path: Path) -> None:
    """However many entries are settled, the maintainer reads one line."""
    path = tmp_path / "baseline.json"
    write_baseline(path, [FINDING, replace(FINDING, fingerprint="f" * 16)])
    _, (finding,), unused = judged([], read_baseline(path, "b.json"), ["swapped-name"])
    assert (finding.check, finding.location) == ("unused-baseline", Location("b.json"))
    assert finding.message == "2 entries match no finding any more"
    assert prune_baseline(path, unused) == 0
    assert read_baseline(path, "b.json") == []


def test_prune_leaves_what_still_matches(tmp_path: Path) -> None:
    """Pruning takes out what is settled and nothing else."""
    path = tmp_path / "baseline.json"
    write_baseline(path, [FINDING, replace(FINDING, fingerprint="f" * 16)])
    _, _, unused = judged([FINDING], read_baseline(path, "b.json"), ["swapped-name"])
    assert prune_baseline(path, unused) == 1
    assert [entry.fingerprint for entry in read_baseline(path, "b.json")] == [FINDING.fingerprint]


def test_baseline_is_sorted_and_names_nobody(tmp_path: Path) -> None:
    """An entry is a line, in an order of its own, with the place and without a name: branches merge, nobody is told."""
    path = tmp_path / "baseline.json"
    findings = [replace(FINDING, fingerprint=digit * 16) for digit in "ca"]
    write_baseline(path, findings)
    text = path.read_text()
    write_baseline(path, reversed(findings))
    assert path.read_text() == text
    assert "Sun" not in text
    rows = json.loads(text)["decisions"]
    assert [row["fingerprint"][0] for row in rows] == ["a", "c"]
    assert rows[0]["about"] == "p-1 author 1 last"
    assert len(text.splitlines()) == 2 + len(rows)


def test_no_baseline_is_an_empty_one(tmp_path: Path) -> None:
    """A repository without a baseline accepts nothing."""
    assert read_baseline(tmp_path / "none.json", "none.json") == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("{", id="broken JSON"),
        pytest.param('{"format": "bylint-decisions-9", "decisions": []}', id="a later format"),
        pytest.param(
            '{"format": "bylint-decisions-1", "decisions": [{"kind": "baseline"}]}', id="an entry without parts"
        ),
    ],
)
def test_broken_baseline_is_refused(tmp_path: Path, text: str) -> None:
    """A baseline that cannot be read is never taken for an empty one."""
    (tmp_path / "b.json").write_text(text)
    with pytest.raises(UsageError, match="no baseline that bylint can read"):
        read_baseline(tmp_path / "b.json", "b.json")
