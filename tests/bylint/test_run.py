"""One run from paths to a report: corpora, PATHs, settings, audiences, trust."""

import json
import subprocess
from collections.abc import Collection, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

import strategies
from bylint import Check, Corpus, Disambiguation, Finding, UsageError
from bylint.asking import Request
from bylint.finding import Status
from bylint.report import GATE, REVIEW, Report
from bylint.run import run
from reports import OUR_PLUGINS

TWICE = {"id": "a", "title": "T", "authors": [{"first": "Ada", "last": "Lovelace"}] * 2}
FINE = {"id": "b", "title": "T", "authors": [{"first": "Bo", "last": "Li"}]}


def write(path: Path, *records: dict[str, object]) -> Path:
    """A JSON Lines file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return path


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A git work tree with settings, in which one of two files has a finding."""
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    (tmp_path / "bylint.toml").touch()
    write(tmp_path / "one.jsonl", TWICE)
    write(tmp_path / "two.jsonl", FINE)
    return tmp_path


def found(*paths: Path, **more: object) -> list[tuple[str, str]]:
    """The checks and statuses of a run's findings."""
    report = run(Request(paths=tuple(map(str, paths)), jobs=1, **more)).report
    return [(finding.check, finding.status.value) for finding in report.findings]


def test_whole_repository(repository: Path) -> None:
    """A folder is checked whole; the exit code says that the gate fails."""
    report = run(Request(paths=(str(repository),))).report
    assert [finding.check for finding in report.findings] == ["repeated-author"]
    assert report.counts == (2, 3, 2)
    assert report.exit_code == 1
    assert report.findings[0].location.path == "one.jsonl"


def test_no_path_is_the_repository_around(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a PATH the repository around the working directory is checked."""
    (repository / "deep").mkdir()
    monkeypatch.chdir(repository / "deep")
    assert found() == [("repeated-author", "shown")]


def test_path_limits_what_is_reported(repository: Path) -> None:
    """A PATH inside a repository is a filter; the corpus is read whole all the same."""
    report = run(Request(paths=(str(repository / "two.jsonl"),))).report
    assert report.findings == ()
    assert report.counts.papers == 2
    assert report.exit_code == 0


def test_finding_belongs_to_each_of_its_places(repository: Path) -> None:
    """A finding whose primary place lies elsewhere is reported for a PATH that holds another of its places."""
    write(repository / "two.jsonl", {**FINE, "doi": "10.1/x"})
    write(repository / "one.jsonl", {**TWICE, "authors": [], "doi": "10.1/x"})
    for name in ("one.jsonl", "two.jsonl"):
        report = run(Request(paths=(str(repository / name),), select=("duplicate-doi",))).report
        assert [finding.check for finding in report.findings] == ["duplicate-doi"]


@hypothesis_settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(corpus=strategies.corpora, data=st.data())
def test_hook_and_full_run_agree(tmp_path_factory: pytest.TempPathFactory, corpus: Corpus, data: st.DataObject) -> None:
    """What a run reports for one file is what the full run reports, filtered to the findings with a place there."""
    folder = tmp_path_factory.mktemp("law")
    subprocess.run(["git", "init", "-q", str(folder)], check=True)
    (folder / "bylint.toml").touch()
    for name in ("papers.jsonl", "other.jsonl"):
        write(folder / name, *(as_record(paper) for paper in corpus.papers if paper.path == name), FINE)
    chosen = data.draw(st.sampled_from(["papers.jsonl", "other.jsonl"]))
    whole = run(Request(paths=(str(folder),), audience=REVIEW, jobs=1)).report
    part = run(Request(paths=(str(folder / chosen),), audience=REVIEW, jobs=1)).report
    paths_of: dict[str, set[str]] = {"b": {"papers.jsonl", "other.jsonl"}}
    for paper in corpus.papers:
        paths_of.setdefault(paper.id, set()).add(paper.path)
    assert list(part.findings) == belonging(whole, chosen, paths_of)


def belonging(report: Report, path: str, paths_of: Mapping[str, Collection[str]]) -> list[Finding]:
    """The findings with a place in a file; `paths_of` says in which files each paper stands."""
    return [
        finding
        for finding in report.findings
        if path in {finding.location.path, *(authorship.path for authorship in finding.authorships)}
        or any(path == evidence.location.path for evidence in finding.evidence if evidence.location)
        or any(path in paths_of[paper] for paper in finding.papers)
    ]


JUDGING = [check for check in OUR_PLUGINS.checks if Disambiguation in check.arguments.values()]


@pytest.mark.parametrize("check", [pytest.param(check, id=check.id) for check in JUDGING])
def test_hook_and_full_run_agree_about_people(tmp_path: Path, check: Check) -> None:
    """Of a page's example, with every paper in a file of its own, each file has the findings that point into it."""
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    (tmp_path / "bylint.toml").touch()
    example = check.page.partition("## Example\n")[2].partition("\n## ")[0]
    records, beside = (
        [json.loads(line) for line in part.splitlines() if line.startswith("    {")]
        for part in example.partition("\nBeside:\n")[::2]
    )
    files = {f"{record['id']}.jsonl": [record] for record in records if "id" in record}
    files |= {"people.jsonl": people} if (people := [record for record in records if "person" in record]) else {}
    for name, held in files.items():
        write(tmp_path / name, *held)
    asked = {"audience": REVIEW, "jobs": 1, "select": (check.id,)}
    if beside:
        asked["beside"] = (str(write(tmp_path / "dumps" / "beside.jsonl", *beside)),)
    whole = run(Request(paths=(str(tmp_path),), **asked)).report
    assert whole.findings
    for name in files:
        part = run(Request(paths=(str(tmp_path / name),), **asked)).report
        assert list(part.findings) == belonging(whole, name, {name.removesuffix(".jsonl"): {name} for name in files})


def test_only_pages_that_are_asked_about_are_judged(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """For one file, who wrote what is asked of the pages with a paper there, and of pages of their names."""
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    (tmp_path / "bylint.toml").touch()
    cy = [{"first": "Cy", "last": "Ma"}]
    write(tmp_path / "one.jsonl", *({**FINE, "id": f"b-{number}"} for number in range(3)))
    write(tmp_path / "two.jsonl", *({**FINE, "id": f"c-{number}", "authors": cy} for number in range(3)))
    asked: list[str] = []
    partition = Disambiguation.partition
    monkeypatch.setattr(Disambiguation, "partition", lambda self, page: asked.append(page.id) or partition(self, page))
    run(Request(paths=(str(tmp_path / "one.jsonl"),), jobs=1, select=("mixed-page",)))
    assert asked == ["bo-li/unverified"]
    run(Request(paths=(str(tmp_path),), jobs=1, select=("mixed-page",)))
    assert asked[1:] == ["bo-li/unverified", "cy-ma/unverified"]


def as_record(paper: object) -> dict[str, object]:
    """A paper as a line of JSON Lines."""

    def person(authorship: object) -> dict[str, object]:
        name = {"first": authorship.name.first, "last": authorship.name.last}
        return {**name, "id": authorship.person_id, "orcid": authorship.orcid}

    return {
        "id": paper.id,
        "title": paper.title,
        "authors": [person(authorship) for authorship in paper.authorships],
        "editors": [person(authorship) for authorship in paper.editors],
        "doi": paper.doi,
        "volume": paper.volume_id,
    }


def test_a_file_alone_is_its_own_corpus(tmp_path: Path) -> None:
    """Outside of any repository a PATH is the whole corpus."""
    write(tmp_path / "one.jsonl", TWICE)
    write(tmp_path / "two.jsonl", FINE)
    assert run(Request(paths=(str(tmp_path / "one.jsonl"),))).report.counts.papers == 1


def test_several_paths_are_one_corpus(tmp_path: Path) -> None:
    """Files that are named together are checked together, and shown from the folder they share."""
    one, two = write(tmp_path / "x" / "one.jsonl", TWICE), write(tmp_path / "y" / "two.jsonl", FINE)
    report = run(Request(paths=(str(one), str(two)))).report
    assert report.counts.papers == 2
    assert report.findings[0].location.path == "x/one.jsonl"


def test_corpus_option_reads_more_than_is_reported(tmp_path: Path) -> None:
    """--corpus says what is read; PATH only what is reported."""
    write(tmp_path / "one.jsonl", TWICE)
    two = write(tmp_path / "two.jsonl", FINE)
    report = run(Request(paths=(str(two),), corpus=str(tmp_path))).report
    assert (report.counts.papers, report.findings) == (2, ())


@pytest.mark.parametrize(
    ("request_of", "message"),
    [
        pytest.param(lambda tmp: Request(paths=(str(tmp / "none"),)), "there is no file or folder", id="no such PATH"),
        pytest.param(lambda tmp: Request(paths=("a\0b",)), "there is no file or folder", id="a PATH that cannot be"),
        pytest.param(
            lambda tmp: Request(paths=(str(tmp / "empty"),)), "no file that bylint reads", id="an empty folder"
        ),
        pytest.param(lambda tmp: Request(paths=(str(tmp / "x.txt"),)), "no file that bylint reads", id="a text file"),
        pytest.param(
            lambda tmp: Request(paths=(str(tmp),), select=("repeated-auhtor",)), "did you mean", id="no such check"
        ),
        pytest.param(
            lambda tmp: Request(paths=(str(tmp / "empty"),), corpus=str(tmp / "data")),
            "outside of the corpus",
            id="PATH outside",
        ),
        pytest.param(
            lambda tmp: Request(paths=(str(tmp / "empty"),), corpus=str(tmp)),
            "holds no record",
            id="a PATH without records",
        ),
        pytest.param(
            lambda tmp: Request(paths=(str(tmp),), config="none.toml"), "no settings file", id="no such settings"
        ),
        pytest.param(lambda tmp: Request(paths=(str(tmp / "void"),)), "no record in", id="files without a record"),
    ],
)
def test_wrong_use(tmp_path: Path, request_of: object, message: str) -> None:
    """What cannot be done is said in one line."""
    write(tmp_path / "data" / "one.jsonl", TWICE)
    (tmp_path / "empty").mkdir()
    (tmp_path / "x.txt").write_text("x")
    (tmp_path / "void").mkdir()
    (tmp_path / "void" / "x.xml").write_text('<collection id="x"/>')
    with pytest.raises(UsageError, match=message):
        run(request_of(tmp_path))


def test_paths_with_different_settings_are_refused(tmp_path: Path) -> None:
    """Two PATHs under two settings cannot be one run."""
    one, two = write(tmp_path / "x" / "one.jsonl", TWICE), write(tmp_path / "y" / "two.jsonl", FINE)
    (tmp_path / "x" / "bylint.toml").touch()
    with pytest.raises(UsageError, match="different settings"):
        run(Request(paths=(str(one), str(two))))
    (tmp_path / "own.toml").write_text('ignore = ["repeated-author"]')
    assert found(one, two, config=str(tmp_path / "own.toml")) == []


def test_others_are_skipped_when_asked(repository: Path) -> None:
    """A hook names every changed file: those that bylint does not read are passed over, and report nothing."""
    (repository / "other.yaml").touch()
    other = str(repository / "other.yaml")
    with pytest.raises(UsageError, match="holds no record"):
        run(Request(paths=(other,)))
    assert run(Request(paths=(other,), skip_others=True)).report.findings == ()
    assert found(repository / "other.yaml", repository / "one.jsonl", skip_others=True) == [
        ("repeated-author", "shown")
    ]


def test_excluded_files_are_no_part_of_the_corpus(repository: Path) -> None:
    """Exclude takes globs over paths from the root."""
    (repository / "bylint.toml").write_text('exclude = ["one*"]')
    assert run(Request(paths=(str(repository),))).report.counts.papers == 1


def test_rules_for_paths_hide(repository: Path) -> None:
    """A finding that a rule for its path ignores is hidden, and counted."""
    (repository / "bylint.toml").write_text('[[per-path]]\npaths = ["one*"]\nignore = ["repeated-*"]')
    report = run(Request(paths=(str(repository),), audience=REVIEW)).report
    assert report.status_counts == {"shown": 0, "hidden": 1, "waived": 0, "baseline": 0, "decided": 0}
    assert report.exit_code == 0


def test_waivers_and_baseline_silence(repository: Path) -> None:
    """What is waived or in the baseline does not fail the gate, and is counted."""
    (repository / "bylint.toml").write_text(
        '[[waivers]]\ncheck = "repeated-author"\npaper = "a"\nreason = "printed so"'
    )
    report = run(Request(paths=(str(repository),))).report
    assert [(finding.status, finding.reason) for finding in report.findings] == [(Status.WAIVED, "printed so")]
    assert report.exit_code == 0


def test_severity_decides_the_gate(repository: Path) -> None:
    """At the gate a sure error fails; with its severity lowered it is shown and passes."""
    (repository / "bylint.toml").write_text('[severity]\nrepeated-author = "warning"')
    report = run(Request(paths=(str(repository),), audience=GATE)).report
    assert report.status_counts["shown"] == 1
    assert report.exit_code == 0
    assert run(Request(paths=(str(repository),), audience=REVIEW)).report.exit_code == 1


def test_broken_file_is_reported_wherever_the_path_is(repository: Path) -> None:
    """A file that cannot be read makes every answer doubtful: it is reported for any PATH, and cannot be ignored."""
    (repository / "bad.jsonl").write_bytes(b'{"id": "\xff"}\n')
    report = run(Request(paths=(str(repository / "two.jsonl"),), ignore=("*",), select=())).report
    assert [finding.check for finding in report.findings] == ["broken-file"]
    assert report.exit_code == 3
    assert not report.is_complete


def test_required_plugin_must_be_there(repository: Path) -> None:
    """A repository can ask for a plugin; a run without it is refused, with what to do."""
    (repository / "bylint.toml").write_text('[plugins]\nrequired = ["bylint-acme"]')
    with pytest.raises(UsageError, match="requires the plugin 'bylint-acme'") as caught:
        run(Request(paths=(str(repository),)))
    assert caught.value.hint == "pip install bylint-acme"


def test_ids_can_be_ignored(tmp_path: Path) -> None:
    """With --ids ignore, a written id decides nothing: what it would contradict is not found."""
    claimed = {"first": "Bo", "last": "Li", "id": "ada"}
    records = {"person": "ada", "names": [{"first": "Ada", "last": "Lovelace"}]}, {**FINE, "authors": [claimed]}
    path = write(tmp_path / "x.jsonl", *records)
    assert ("unlisted-name", "shown") in found(path)
    assert "unlisted-name" not in {check for check, _ in found(path, use_ids=False)}


def test_same_bytes_for_one_job_and_many(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The number of processes changes nothing in a report, even where so little is read that one would do."""
    from bylint.corpus import reading
    from bylint.reporters.json import write as as_json

    monkeypatch.setattr(reading, "_WORTH_A_PROCESS", 0)
    monkeypatch.setattr(reading, "_BATCH", 1)
    pools: list[int] = []
    usual = reading.workers
    monkeypatch.setattr(reading, "workers", lambda jobs, wanted: pools.append(jobs) or usual(jobs, wanted))
    reports = [run(Request(paths=(str(repository),), jobs=jobs)).report for jobs in (1, 2)]
    assert pools == [2]
    assert as_json(reports[0]) == as_json(reports[1])
