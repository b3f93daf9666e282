"""What other sources know of the papers of a corpus."""

import gzip
import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import bylint_checks
import strategies
from bylint import Corpus, Location, Name, Paper, checks_in
from bylint.asking import Request
from bylint.cli import main
from bylint.completion import told
from bylint.corpus import reading
from bylint.corpus.joining import Wanted
from bylint.corpus.others import joined
from bylint.corpus.scope import files_beside, find_scope
from bylint.engine import run_checks
from bylint.errors import UsageError
from bylint.loaders import shipped
from bylint.privacy import name_digest
from bylint.report import REVIEW
from bylint.run import run

LOADERS = tuple(shipped())
ADA, BO = {"first": "Ada", "last": "Rho"}, {"first": "Bo", "last": "Kim"}
BYLINE = "byline-differs-between-sources"
TITLE = "A Grammar of Moving Things"
PAPER = {"id": "a-1", "title": TITLE, "year": 2020, "doi": "10.1162/one", "authors": [ADA]}
SECOND = {"id": "a-2", "title": "A Grammar of Resting Things", "year": 2021, "authors": [ADA, BO]}


def work(number: int, title: str, *authors: str, **fields: object) -> dict[str, object]:
    """A work as OpenAlex has it, its authors all of one cluster."""
    cluster = {"id": "https://openalex.org/A5001"}
    signed = [{"raw_author_name": name, "author": {**cluster, "display_name": name}} for name in authors]
    own = f"https://openalex.org/W{number}"
    return {"id": own, "title": title, "publication_year": 2020, "authorships": signed, **fields}


WORKS = (
    work(1, TITLE, "Ada Rho", "Bo Kim", doi="https://doi.org/10.1162/ONE"),
    work(2, "Something that nobody else knows", "Ada rho", doi="https://doi.org/10.1162/two"),
)


def write(path: Path, *records: object) -> Path:
    """A file of JSON Lines; packed, if its name says so."""
    path.parent.mkdir(parents=True, exist_ok=True)
    text = "".join(json.dumps(record) + "\n" for record in records)
    path.write_bytes(gzip.compress(text.encode()) if path.suffix == ".gz" else text.encode())
    return path


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A bibliography, and a dump beside it."""
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "society/papers.jsonl", PAPER, SECOND)
    write(tmp_path / "dump.openalex.jsonl.gz", *WORKS)


def messages(*paths: str, beside: Sequence[str] = (), **more: object) -> list[str]:
    """What a review finds."""
    report = run(Request(paths=paths, beside=tuple(beside), audience=REVIEW, **more)).report  # type: ignore[arg-type]
    return [finding.message for finding in report.findings]


EXPECTED = "another byline in ../dump.openalex.jsonl.gz: “Bo Kim” is an author there, and not here"


@pytest.mark.parametrize(
    ("paths", "beside"),
    [
        pytest.param(("society", "dump.openalex.jsonl.gz"), (), id="a PATH of another format in another place"),
        pytest.param(("society",), ("dump.openalex.jsonl.gz",), id="--beside"),
        pytest.param(("society/papers.jsonl",), ("dump.openalex.jsonl.gz",), id="two files"),
    ],
)
def test_other_source_is_not_checked(paths: tuple[str, ...], beside: tuple[str, ...]) -> None:
    """What it says of the papers is told, and nothing of its own."""
    assert messages(*paths, beside=beside) == [EXPECTED]


def test_first_source_is_what_is_checked() -> None:
    """The order of the command line is the order of trust."""
    found = messages("dump.openalex.jsonl.gz", "society")
    assert "another byline in society: “Bo Kim” is no author there" in found
    assert not any("Resting" in message for message in found)


def test_report_has_both_places(tmp_path: Path) -> None:
    """A finding stands in the bibliography, and its evidence in the other source, both with line and column."""
    report = run(Request(paths=("society", "dump.openalex.jsonl.gz"), audience=REVIEW)).report
    finding = report.findings[0]
    places = [fact.location for fact in finding.evidence if fact.location]
    assert finding.location == Location("papers.jsonl", "a-1")
    assert places[0] == Location("../dump.openalex.jsonl.gz", "W1", "author", 2)
    span = report.span(places[0])
    assert span is not None
    text = gzip.decompress((tmp_path / "dump.openalex.jsonl.gz").read_bytes())
    assert b"Bo Kim" in text[span.start : span.end]
    assert (report.counts.papers, report.counts.files) == (2, 1)
    assert report.elsewhere == (1, 1)
    assert sorted(report.sources.chosen) == ["../dump.openalex.jsonl.gz", "papers.jsonl"]


def test_ids_of_another_source_are_its_own(tmp_path: Path) -> None:
    """A cluster is no person of the bibliography, and none that it lacks."""
    write(tmp_path / "society/people.jsonl", {"person": "ada-rho", "names": [ADA]})
    assert messages("society", "dump.openalex.jsonl.gz") == [EXPECTED]


def test_report_without_another_source_is_what_it_was() -> None:
    """Checks that compare sources take no part where there is one."""
    report = run(Request(paths=("society",), audience=REVIEW)).report
    assert [check.id for check in report.checks if check.needs_other_sources] == []
    assert report.elsewhere == (0, 0)
    with pytest.raises(UsageError, match="compares with another source"):
        run(Request(paths=("society",), select=(BYLINE,)))


def test_several_sources_in_order_of_trust(tmp_path: Path) -> None:
    """What two of them say stands in one finding, the first one first; one that agrees makes it less sure."""
    write(tmp_path / "more.openalex.jsonl", work(7, TITLE, "Ada Rho", doi="10.1162/one"))
    report = run(Request(paths=("society",), beside=("more.openalex.jsonl", "dump.openalex.jsonl.gz"))).report
    assert [(finding.message, finding.confidence) for finding in report.found] == [(EXPECTED, 0.4)]


def test_broken_file_of_another_source_is_told(tmp_path: Path) -> None:
    """What could not be read of it may be missing from the answer."""
    text = f"{json.dumps(WORKS[0])}\n{{cut".encode()
    (tmp_path / "dump.openalex.jsonl.gz").write_bytes(gzip.compress(text))
    findings = run(Request(paths=("society",), beside=("dump.openalex.jsonl.gz",), audience=REVIEW)).report.findings
    assert [(finding.check, finding.location) for finding in findings if finding.check != BYLINE] == [
        ("broken-record", Location("../dump.openalex.jsonl.gz", line=2, column=2))
    ]


@pytest.mark.parametrize(
    ("beside", "message"),
    [
        pytest.param("none.jsonl", "there is no file or folder", id="nothing"),
        pytest.param("empty", "no file that bylint reads", id="a folder without records"),
        pytest.param(".", "holds the corpus itself", id="a folder around the bibliography"),
        pytest.param("society", "holds the corpus itself", id="the bibliography"),
    ],
)
def test_what_is_no_other_source(tmp_path: Path, beside: str, message: str) -> None:
    """Wrong use is said in one line."""
    (tmp_path / "empty").mkdir()
    with pytest.raises(UsageError, match=message):
        run(Request(paths=("society",), beside=(beside,)))


def scope_of(*paths: str, beside: Sequence[str] = ()) -> tuple[list[str], list[str]]:
    """The names of what is checked and of the other sources."""
    scope = find_scope(paths, None, LOADERS, beside)
    return [path.name for path in scope.corpora], [path.name for path in scope.beside]


def test_paths_of_one_format_are_one_bibliography(tmp_path: Path) -> None:
    """So are PATHs of one git work tree, and single files in none."""
    bib = "@article{a, title={T}, author={Ada Rho}}\n"
    for name in ("a.bib", "x/b.bib", "c.bib"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(bib)
    dump = write(tmp_path / "works.jsonl", *WORKS).name
    assert scope_of("a.bib", "x/b.bib", "c.bib") == (["a.bib", "b.bib", "c.bib"], [])
    assert scope_of("a.bib", dump, "c.bib") == (["a.bib", dump, "c.bib"], [])
    assert scope_of("x", dump, "c.bib") == (["x", "c.bib"], [dump])
    assert scope_of("a.bib", beside=["c.bib"]) == (["a.bib"], ["c.bib"])
    (tmp_path / ".git").mkdir()
    assert scope_of("a.bib", dump) == (["a.bib", dump], [])
    assert scope_of("a.bib", beside=[dump]) == (["a.bib"], [dump])


def test_other_source_inside_the_bibliography(tmp_path: Path) -> None:
    """A file of the folder that is named with --beside is no part of the bibliography, even if settings exclude it."""
    write(tmp_path / "society/dumps/works.jsonl", *WORKS)
    (tmp_path / "society/bylint.toml").write_text('exclude = ["dumps/*"]\n')
    report = run(Request(paths=("society",), beside=("society/dumps/works.jsonl",), audience=REVIEW)).report
    assert report.counts.papers == 2
    assert report.elsewhere == (1, 1)
    assert [file.name for file, _ in files_beside(find_scope(["society"], None, LOADERS), tmp_path, LOADERS)]


def test_folder_of_another_source_is_read_by_several_processes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is wanted of it is handed to a process once, and not with every file; the answer is the same."""
    handed: list[Wanted] = []
    for number in range(12):
        other = work(100 + number, f"Something else that is number {number}", "Bo Kim")
        write(tmp_path / f"works/{number}.jsonl", *(WORKS if number == 5 else [other]))
    monkeypatch.setattr(reading, "_WORTH_A_PROCESS", 0)
    monkeypatch.setattr(reading, "_BATCH", 1)
    monkeypatch.setattr(Wanted, "__getstate__", lambda own: handed.append(own) or vars(own), raising=False)
    found = [messages("society", beside=["works"], jobs=jobs) for jobs in (1, 2)]
    assert found[0] == found[1] == [EXPECTED.replace("dump.openalex.jsonl.gz", "works")]
    assert len(handed) <= 2


def test_settings_are_those_of_what_is_checked(tmp_path: Path) -> None:
    """Another source needs none, and its own do not count."""
    (tmp_path / "society/bylint.toml").write_text('ignore = ["byline-differs-between-sources"]\n')
    assert messages("society", "dump.openalex.jsonl.gz") == []


def test_withheld_names_of_another_source_are_not_told(tmp_path: Path) -> None:
    """A name that its bearer gave up may still stand there."""
    digest = name_digest(Name("Bo", "Kim"))
    (tmp_path / "society/bylint.toml").write_text(f'withhold = ["{digest}"]\n')
    report = run(Request(paths=("society", "dump.openalex.jsonl.gz"), audience=REVIEW)).report
    told = [finding for finding in report.findings if finding.check == BYLINE]
    assert len(told) == 1
    assert "Kim" not in told[0].message + "".join(fact.text for fact in told[0].evidence)


def test_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    """The last line says what the other source knows; the exit code is that of the findings."""
    assert main(["check", "society", "--beside", "dump.openalex.jsonl.gz", "--for", "review"]) == 1
    assert capsys.readouterr().out.endswith(
        "2 papers, 3 authorships, 1 file, 1 of the papers in 1 other source: "
        "1 shown (1 fails the review), 0 hidden, 0 waived, 0 in the baseline\n"
    )


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(held=strategies.corpora, beside=st.lists(strategies.papers(), max_size=4))
def test_checks_answer_any_two_sources(held: Corpus, beside: list[Paper]) -> None:
    """No check fails whatever another source says, and the records here are what they were."""
    papers = held.papers
    known = [paper._replace(doi=f"10.1162/{number}") for number, paper in enumerate(papers)]
    others = [paper._replace(doi=f"10.1162/{number}") for number, paper in enumerate(beside)]
    corpus = joined(Corpus(known, held.people, held.venues), [("x", beside), ("y", others)])
    checks = [check for check in checks_in(bylint_checks.__name__) if check.needs_other_sources]
    findings = [told(finding) for finding in run_checks(corpus, checks)]
    assert len(checks) == 4
    assert [finding for finding in findings if finding.check == "crashed-check"] == []
    assert {authorship.path for finding in findings for authorship in finding.authorships} <= {
        authorship.path for authorship in corpus.authorships
    }
    assert corpus.papers == tuple(known)
