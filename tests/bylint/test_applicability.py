"""What cannot be asked of a format is said, and not asked."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from bylint import (
    Authorship,
    Check,
    Corpus,
    Finding,
    Name,
    Page,
    PagePair,
    Paper,
    Person,
    PluginError,
    Severity,
    Volume,
)
from bylint.asking import Request
from bylint.checks import check
from bylint.cli import main
from bylint.corpus.reading import read_corpus
from bylint.engine import run_checks
from bylint.model import PARTS
from bylint.plugins import OURS, load_plugins
from bylint.report import EXIT_CLEAN, EXIT_UNTRUSTED, REVIEW
from bylint.run import run
from reports import OUR_PLUGINS, made

BIB = "@misc{a, title = {One}, author = {Doe, Jane}, year = 2020}\n"
ITEM = {
    "id": "x",
    "type": "book",
    "title": "Two",
    "author": [{"given": "Jane", "family": "Doe", "ORCID": "0000-0002-1825-0098"}],
}


def folder_of(folder: Path, **files: str) -> Path:
    """A folder with files; `_` stands for the dot in a name."""
    for name, content in files.items():
        (folder / name.replace("_", ".")).write_text(content, encoding="utf-8")
    return folder


def not_applicable(folder: Path, *select: str) -> Mapping[str, tuple[tuple[str, ...], bool]]:
    """For each check its formats, and whether it is not asked at all."""
    report = run(Request(paths=(str(folder),), jobs=1, audience=REVIEW, select=select)).report
    return {said.check: (said.formats, said.is_everywhere) for said in report.inapplicable}


@pytest.mark.parametrize("loader", OUR_PLUGINS.loaders, ids=lambda loader: loader.name)
def test_loaders_know_parts(loader) -> None:
    """Each loader says what it can know in the words there are."""
    assert loader.knows <= set(PARTS)


def test_everything_is_asked_where_all_can_be_known(tmp_path) -> None:
    """JSON Lines can have everything, so nothing is said."""
    line = {"id": "x-1", "title": "T", "authors": [{"first": "Jane", "last": "Doe"}]}
    assert not_applicable(folder_of(tmp_path, papers_jsonl=json.dumps(line) + "\n")) == {}


def test_not_asked_at_all(tmp_path) -> None:
    """BibTeX has no affiliations."""
    folder = folder_of(tmp_path, refs_bib=BIB)
    assert not_applicable(folder, "affiliation-conflict", "invalid-doi") == {
        "affiliation-conflict": (("bibtex",), True)
    }


def test_asked_of_the_other_format(tmp_path) -> None:
    """CSL-JSON has affiliations, so the check is asked, but not of BibTeX."""
    folder = folder_of(tmp_path, refs_bib=BIB, refs_json=json.dumps([ITEM]))
    assert not_applicable(folder, "affiliation-conflict") == {"affiliation-conflict": (("bibtex",), False)}


def test_people_of_another_file_count(tmp_path) -> None:
    """Where there are entries of people, what is asked of them is asked, whatever the papers are written in."""
    person = {"person": "jane-doe", "names": [{"first": "Jane", "last": "Doe"}]}
    folder = folder_of(tmp_path, refs_bib=BIB)
    assert not_applicable(folder, "unused-name") == {"unused-name": (("bibtex",), True)}
    folder_of(tmp_path, people_jsonl=json.dumps(person) + "\n")
    assert not_applicable(folder, "unused-name") == {}


def test_names_that_an_orcid_leads_to_are_asked_about(tmp_path) -> None:
    """CSL-JSON has no ids of people, but ORCIDs lead to entries as well; and two names of one page need neither."""
    person = {"person": "jane-doe", "names": [{"first": "Ann", "last": "Roe"}], "orcid": ITEM["author"][0]["ORCID"]}
    folder = folder_of(tmp_path, refs_json=json.dumps([ITEM]), people_jsonl=json.dumps(person) + "\n")
    assert not_applicable(folder, "unlisted-name", "shared-page-paper") == {}


def test_run_that_could_ask_nothing(tmp_path, capsys) -> None:
    """Silence of checks that were not asked proves nothing, and the exit code says so."""
    folder = folder_of(tmp_path, refs_bib=BIB)
    assert main(["check", str(folder), "--select", "affiliation-conflict"]) == EXIT_UNTRUSTED
    said = capsys.readouterr()
    assert "no check that is selected is applicable to these formats" in said.err
    assert "Not applicable to bibtex: 1 check." in said.out


def test_what_a_loader_reports_is_asked_where_it_read(tmp_path, capsys) -> None:
    """A check of BibTeX that is selected alone is answered by a file of BibTeX, and by no other."""
    folder = folder_of(tmp_path, refs_bib=BIB)
    assert main(["check", str(folder), "--select", "unparsed-name-list"]) == EXIT_CLEAN
    (folder / "refs.bib").unlink()
    folder_of(tmp_path, papers_jsonl='{"id": "x-1", "title": "T"}\n')
    assert main(["check", str(folder), "--select", "unparsed-name-list"]) == EXIT_UNTRUSTED
    assert "no check is selected" in capsys.readouterr().err


def test_verbose_tells_which(tmp_path, capsys) -> None:
    """`--verbose` names check, format, and what is lacking."""
    folder = folder_of(tmp_path, refs_bib=BIB)
    assert (
        main(["check", str(folder), "--verbose", "--select", "affiliation-conflict", "--select", "invalid-doi"])
        == EXIT_CLEAN
    )
    assert "affiliation-conflict: not applicable to bibtex, which cannot have affiliations\n" in capsys.readouterr().err


def test_every_report_says_it(tmp_path) -> None:
    """JSON and SARIF name each check; Markdown and text count them."""
    folder = folder_of(tmp_path, refs_bib=BIB)
    report = run(Request(paths=(str(folder),), jobs=1, select=("affiliation-conflict", "invalid-doi"))).report
    told = {name: report.plugins.reporters[name].write(report) for name in ("text", "json", "markdown", "sarif")}
    assert json.loads(told["json"])["not_applicable"] == [
        {"check": "affiliation-conflict", "formats": ["bibtex"], "lacks": ["affiliations"], "everywhere": True}
    ]
    (notification,) = json.loads(told["sarif"])["runs"][0]["invocations"][0]["toolExecutionNotifications"]
    assert notification["message"]["text"] == (
        "affiliation-conflict is not applicable to bibtex, which cannot have affiliations."
    )
    assert notification["associatedRule"]["id"] == "affiliation-conflict"
    assert "Not applicable to bibtex: 1 check." in told["markdown"]
    assert "Not applicable to bibtex: 1 check." in told["text"]


SUBJECTS = (Name, Authorship, Paper, Volume, Page, PagePair)


def asked_of(kind: type, knows: Mapping[str, frozenset[str]]) -> set[str]:
    """The paths of the papers that a check which needs ORCIDs is put to; pairs count by their left page."""
    met: list[object] = []

    def ask(subject: object) -> Iterable[Finding]:
        met.append(subject)
        return ()

    ask.__annotations__["subject"] = kind
    asking: Check = replace(check(Severity.NOTE, needs=("orcid",))(ask), id="asking")
    papers = [
        Paper(
            f"{path}-{number}",
            "T",
            2020,
            path,
            (Authorship(Name(first, last), f"{path}-{number}", 1, "author", path),),
            volume_id=path,
        )
        for path, last in (("one", "Umbra"), ("two", "Castellan"))
        for number, first in enumerate(("Jane", "J."))
    ]
    corpus = Corpus(papers, knows=knows)
    run_checks(corpus, [asking])
    places = {
        Name: lambda name: corpus.names[name][0].path,
        Authorship: lambda authorship: authorship.path,
        Paper: lambda paper: paper.path,
        Volume: lambda volume: volume.id,
        Page: lambda page: page.authorships[0].path,
        PagePair: lambda pair: pair.left.authorships[0].path,
    }
    return {places[kind](subject) for subject in met}


@pytest.mark.parametrize("kind", SUBJECTS)
def test_only_what_can_answer_is_asked(kind) -> None:
    """A check that needs ORCIDs is not put to what stands in files that cannot have them."""
    assert asked_of(kind, {}) == {"one", "two"}
    assert asked_of(kind, {"one": frozenset({"doi"})}) == {"two"}
    assert asked_of(kind, {"one": frozenset({"orcid"}), "two": frozenset()}) == {"one"}


def test_a_corpus_is_asked_while_one_file_can_answer() -> None:
    """A check of the whole corpus is asked unless no file can have what it needs."""
    met = []

    def ask(corpus: Corpus) -> Iterable[Finding]:
        met.append(corpus)
        return [Finding("x")]

    asking = replace(check(Severity.NOTE, needs=("orcid",))(ask), id="asking")
    papers = [Paper("x-1", "T", 2020, "one"), Paper("x-2", "T", 2020, "two")]
    people = [Person("jane", (Name("Jane", "Doe"),), "people")]
    assert run_checks(Corpus(papers, knows={"one": frozenset(), "two": frozenset()}), [asking]) == []
    assert run_checks(Corpus(papers, knows={"one": frozenset()}), [asking])
    assert run_checks(Corpus(papers, people, knows={"one": frozenset(), "two": frozenset()}), [asking])
    assert len(met) == 2


@pytest.mark.parametrize("needs", ["orcid", ("orcids",), ("doi", "orcids")])
def test_words_that_are_none(needs) -> None:
    """A need that no format could state is refused where the check is made."""

    def ask(paper: Paper) -> Iterable[Finding]:
        return ()

    with pytest.raises(PluginError, match="needs="):
        check(Severity.NOTE, needs=needs)(ask)


def test_needs_of_an_anthology() -> None:
    """An Anthology can have all that a check asks for, but for names that are not to be parted."""
    anthology = next(loader for loader in OUR_PLUGINS.loaders if loader.name == "anthology")
    assert [check.id for check in OUR_PLUGINS.checks if not check.needs <= anthology.knows] == ["protected-person"]


def test_reading_keeps_what_formats_know(tmp_path) -> None:
    """The corpus knows of each file what its format can have, where that is not everything."""
    folder = folder_of(tmp_path, refs_bib=BIB, papers_jsonl='{"id": "x-1", "title": "T"}\n')
    loaders = {loader.name: loader for loader in load_plugins(allow=[OURS]).loaders}
    files = [(folder / name, name, loaders[by]) for name, by in (("papers.jsonl", "jsonlines"), ("refs.bib", "bibtex"))]
    assert read_corpus(folder, files).corpus.knows == {"refs.bib": loaders["bibtex"].knows}


def test_nothing_is_said_without_papers() -> None:
    """A report that was made by hand, without papers, has nothing that is not applicable."""
    assert made().inapplicable == ()
