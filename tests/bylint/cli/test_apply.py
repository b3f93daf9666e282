"""`bylint apply`: what it writes, prints and refuses, and the exit codes."""

import io
import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from bylint import Finding
from bylint.cli import main
from bylint.finding import Status
from bylint.model import Name
from bylint.privacy import name_digest
from decided import FORMS, JSON, VARIANTS, Reviewer, corpus_of, found_in, lines_repository, seen, toy_repository
from reports import TOY

CHECKS = (
    "mixed-page",
    "duplicate-name",
    "rival-namesake",
    "incomplete-split",
    "unsupported-guess",
    "ambiguous-name",
    "unlisted-name",
    "undefined-person",
    "year-gap",
    "topic-drift",
)


def call(capfdbinary: pytest.CaptureFixture[bytes], folder: Path, *arguments: str) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of a command line."""
    code = main(["apply", *arguments, "--corpus", str(folder), "--progress", "never", "--jobs", "1"])
    out, err = capfdbinary.readouterr()
    return code, out.decode(), err.decode()


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a repository."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".git" not in path.parts
    }


def one(findings: list[Finding], check: str) -> Finding:
    """The finding of a check."""
    (found,) = [finding for finding in findings if finding.check == check]
    return found


def everything(folder: Path) -> tuple[Reviewer, list[Finding]]:
    """Decisions of every kind about the toy anthology, and the findings that they are about."""
    findings = found_in(folder, *CHECKS)
    reviewer = Reviewer(folder)
    decided = [
        one(findings, check)
        for check in ("mixed-page", "duplicate-name", "rival-namesake", "incomplete-split", "unsupported-guess")
    ]
    mixed, twice, rival, incomplete, guess = decided
    margins = {"id": "otto-umbra-margins", "new": True, "name": "Otto Umbra", "degree": "Institute of Margins"}
    pilcrow = {"id": "theodora-pilcrow", "new": True, "name": "Theodora Pilcrow"}
    nowhere, elsewhere = {"id": "zoltan-ypsilon-nowhere"}, {"id": "zoltan-ypsilon-elsewhere"}
    reviewer.assign(mixed.subject.id, ["2025.toyns-2.1", "2025.toyns-2.2"], margins, mixed)
    reviewer.say("same", ["theodora-pilcrow/unverified", "theodora-ann-pilcrow/unverified"], twice, person=pilcrow)
    reviewer.assign(rival.subject.id, ["2025.toyns-1.5"], nowhere, rival)
    reviewer.assign(incomplete.subject.id, ["2025.toyns-1.6", "2025.toyns-1.7"], nowhere, incomplete)
    reviewer.assign(guess.subject.id, ["2025.toyns-1.8"], elsewhere, guess)
    gap, drift = one(findings, "year-gap"), one(findings, "topic-drift")
    reviewer.say("one-person", [gap.subject.id], gap, note="looked at both PDFs", reviewer="Ada")
    reviewer.say("leave", [drift.subject.id], drift)
    return reviewer, [*decided, gap, drift]


@pytest.mark.parametrize("form", FORMS)
def test_decisions_are_applied(capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path, form: str) -> None:
    """What was decided is not reported any more, and nothing else is; a second time there is nothing left to do."""
    folder = toy_repository(tmp_path / "toy", form)
    before = found_in(folder, *CHECKS)
    reviewer, decided = everything(folder)
    file = reviewer.export()
    code, out, err = call(capfdbinary, folder, file)
    assert (code, out) == (0, "")
    ids = 9 if form == VARIANTS else 6
    assert err.startswith(f"bylint: 5 decisions applied in 2 files: {ids} ids, ")
    assert "bylint: 2 decisions that no record says kept in bylint-decisions.json\n" in err
    after = {finding.fingerprint: finding for finding in found_in(folder, *CHECKS)}
    for finding in decided:
        assert finding.fingerprint not in after or after[finding.fingerprint].status is Status.DECIDED, finding.message
    assert after.keys() <= {finding.fingerprint for finding in before}
    assert after[decided[-2].fingerprint].reason == "decided by Ada: this is one person (looked at both PDFs)"
    written = contents(folder)
    assert call(capfdbinary, folder, file) == (0, "", "bylint: 7 decisions, all of them applied already\n")
    assert contents(folder) == written


@pytest.mark.parametrize("form", FORMS)
def test_nothing_else_moves(capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path, form: str) -> None:
    """An authorship that no decision names is on the page on which it was, whatever had to be written for it."""
    folder = toy_repository(tmp_path / "toy", form)
    before = corpus_of(folder)
    reviewer, _ = everything(folder)
    named = {(one["paper"], one["position"]) for decision in reviewer.decisions[:5] for one in decision["papers"]}
    call(capfdbinary, folder, reviewer.export())
    after = corpus_of(folder)
    pages = {item._replace(person_id=None): page.id for page in before.pages.values() for item in page.authorships}
    moved = {
        (item.paper_id, item.position)
        for page in after.pages.values()
        for item in page.authorships
        if pages[item._replace(person_id=None)] != page.id
    }
    assert moved
    assert moved <= named


@pytest.mark.parametrize("form", FORMS)
def test_diff(capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path, form: str) -> None:
    """The diff is one for `git apply` and makes what applying makes; --check says the same without it."""
    folder = toy_repository(tmp_path / "toy", form)
    file = everything(folder)[0].export()
    untouched = contents(folder)
    code, out, told = call(capfdbinary, folder, file, "--diff")
    assert (code, contents(folder)) == (1, untouched)
    assert told.startswith("bylint: 5 decisions would be applied in 2 files: ")
    assert call(capfdbinary, folder, file, "--check") == (1, "", told)
    call(capfdbinary, folder, file)
    applied = contents(folder)
    other = toy_repository(tmp_path / "other", form)
    subprocess.run(["git", "apply", "-"], input=out.encode(), cwd=other, check=True)
    assert contents(other) == applied
    assert call(capfdbinary, folder, file, "--diff")[:2] == (0, "")
    assert call(capfdbinary, folder, file, "--check")[0] == 0


ADA, BO = {"first": "Ada", "last": "Rho"}, {"first": "Bo", "last": "Li"}
ORCID, OTHER = "0000-0002-1825-0097", "0000-0001-5109-3700"
PEOPLE: tuple[dict[str, Any], ...] = (
    {"person": "ada-rho", "names": [ADA], "orcid": ORCID},
    {"person": "ada-rho-elsewhere", "names": [ADA], "similar": ["ada-rho"]},
    {"person": "bo-li", "names": [BO], "verified": False},
    {"person": "ada-r", "names": [{"first": "Ada", "last": "R."}], "orcid": OTHER},
)
PAPERS: tuple[dict[str, Any], ...] = (
    {"id": "p1", "authors": [{**ADA, "id": "ada-rho"}, BO]},
    {"id": "p2", "authors": [{**ADA, "id": "ada-rho-elsewhere"}, {**BO, "orcid": OTHER}]},
    {"id": "p3", "authors": [ADA, BO]},
    {"id": "p4", "authors": [{"first": "Ada", "last": "R."}, ADA]},
)
NEW = {"id": "ada-rho-new", "new": True}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A repository in JSON Lines."""
    return lines_repository(tmp_path / "lines", *PEOPLE, *PAPERS)


def refused(capfdbinary: pytest.CaptureFixture[bytes], reviewer: Reviewer) -> str:
    """What a refusal says; nothing is written."""
    before = contents(reviewer.folder)
    for more in ([], ["--check"], ["--diff"]):
        code, out, err = call(capfdbinary, reviewer.folder, reviewer.export(), *more)
        assert (code, out) == (2, "")
        assert err.endswith("bylint: nothing is applied\n")
    assert contents(reviewer.folder) == before
    return err.removesuffix("bylint: nothing is applied\n")


UNSURE = "ada-rho/unverified"


@pytest.mark.parametrize(
    ("person", "message"),
    [
        ({"id": "ada-rho", "new": True}, "the id ada-rho is taken"),
        ({"id": "ADA-RHO", "new": True}, "the id ADA-RHO is taken"),
        ({"id": "Ada Rho", "new": True}, "'Ada Rho' is no id: small letters and digits, in words that hyphens join"),
        ({"id": "nobody"}, "there is no person nobody"),
        ({**NEW, "name": "Ada Sigma"}, "none of the papers prints the name “Ada Sigma”"),
        ({"id": "ada-rho", "orcid": OTHER}, f"ada-rho has the orcid {ORCID} in papers.jsonl, and {OTHER} by the"),
        ({**NEW, "orcid": ORCID}, f"ada-rho-new would have the ORCID {ORCID}, which is that of ada-rho"),
        ({"id": "ada-r"}, "ada-r would be twice among the authors of p4"),
    ],
)
def test_refused_person(
    capfdbinary: pytest.CaptureFixture[bytes], folder: Path, person: dict[str, Any], message: str
) -> None:
    """A person who cannot be is refused, with the decision that names them."""
    reviewer = Reviewer(folder).assign(UNSURE, [], person)
    assert message in refused(capfdbinary, reviewer)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"name": "Ada Sigma"}, "author 1 of p3 is “Ada Rho” now, and was “Ada Sigma”"),
        ({"id": "ada-rho"}, "author 1 of p3 has no id now, and had the id “ada-rho”"),
        ({"orcid": ORCID}, f"author 1 of p3 has no ORCID now, and had the ORCID {ORCID}"),
        ({"position": 3}, "there is no author 3 of p3"),
        ({"byline": "editors"}, "there is no editor 1 of p3"),
        ({"paper": "p9"}, "there is no paper p9"),
    ],
)
def test_records_that_changed_since(
    capfdbinary: pytest.CaptureFixture[bytes], folder: Path, change: dict[str, Any], message: str
) -> None:
    """A decision about what is not there any more is refused, whatever kind it is."""
    reviewer = Reviewer(folder).assign(UNSURE, ["p3"], NEW)
    reviewer.decisions[0]["papers"][0].update(change)
    assert refused(capfdbinary, reviewer) == f"bylint: decision 1 (assign, {UNSURE}): {message}\n"


def test_paper_that_stands_twice(capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path) -> None:
    """Which of two papers of one id is meant, nobody can say."""
    folder = lines_repository(tmp_path / "lines", *PEOPLE, *PAPERS, PAPERS[2])
    told = refused(capfdbinary, Reviewer(folder).assign(UNSURE, ["p3"], NEW))
    assert "p3 stands 2 times in the corpus" in told


def decide(reviewer: Reviewer, *decisions: tuple[Any, ...]) -> Reviewer:
    """Several decisions, each as kind, pages and person or papers."""
    for kind, pages, *more in decisions:
        if kind == "assign":
            reviewer.assign(pages, *more)
        else:
            reviewer.say(kind, pages, **({"person": more[0]} if more else {}))
    return reviewer


BOTH = [UNSURE, "ada-r"]


@pytest.mark.parametrize(
    ("decisions", "message"),
    [
        pytest.param(
            [("assign", UNSURE, ["p3"], NEW), ("assign", UNSURE, ["p3"], {"id": "ada-rho"})],
            "author 1 of p3 goes to ada-rho-new and to ada-rho",
            id="one authorship to two people",
        ),
        pytest.param(
            [("assign", UNSURE, ["p3"], NEW), ("same", BOTH, {"id": "ada-r"})],
            "author 1 of p3 goes to ada-rho-new and to ada-r",
            id="a part of a merged page to somebody else",
        ),
        pytest.param(
            [("same", BOTH, {"id": "ada-r"}), ("different", BOTH)],
            "ada-r and ada-rho/unverified are said to be two people, and to be one",
            id="one person and two",
        ),
        pytest.param(
            [("same", [UNSURE, "bo-li/unverified"], {"id": "ada-r"}), ("different", BOTH)],
            "ada-r and ada-rho/unverified are said to be two people, and to be one",
            id="one person, who is not among the pages, and two",
        ),
        pytest.param(
            [("assign", "bo-li/unverified", ["p3"], {"id": "ada-r"}), ("same", BOTH, {"id": "ada-rho"})],
            "ada-r gets papers, and is merged into ada-rho",
            id="papers for somebody who is merged",
        ),
        pytest.param(
            [("one-person", [UNSURE]), ("assign", UNSURE, ["p3"], NEW)],
            "ada-rho/unverified is said to be one person, and some of it goes to ada-rho-new",
            id="one person, and a part of it somebody else's",
        ),
        pytest.param(
            [
                ("assign", UNSURE, ["p3"], {**NEW, "degree": "A"}),
                ("assign", UNSURE, ["p4"], {**NEW, "degree": "B"}),
            ],
            "ada-rho-new has the degree “A”, and the degree “B”",
            id="a new person of two kinds",
        ),
    ],
)
def test_decisions_that_contradict_each_other(
    capfdbinary: pytest.CaptureFixture[bytes], folder: Path, decisions: list[tuple[Any, ...]], message: str
) -> None:
    """Of two decisions that cannot both be, neither is applied, in whatever order they stand."""
    for order in (decisions, decisions[::-1]):
        told = refused(capfdbinary, decide(Reviewer(folder), *order))
        assert "decision 1 (" in told
        assert " contradicts decision 2: " in told
    assert message in refused(capfdbinary, decide(Reviewer(folder), *decisions))


@pytest.mark.parametrize(
    ("decision", "message"),
    [
        pytest.param(
            ("same", ["ada-rho", "ada-rho-elsewhere"], {"id": "ada-rho"}),
            "papers.jsonl says that ada-rho-elsewhere and ada-rho are two people (similar)",
            id="two who are known to be two",
        ),
        pytest.param(
            ("same", ["ada-rho", "ada-r"], {"id": "ada-rho"}),
            f"ada-r has the ORCID {OTHER}, and ada-rho has {ORCID}",
            id="two with an ORCID each",
        ),
        pytest.param(
            ("assign", "ada-r", ["p2"], {"id": "ada-rho"}),
            f"author 2 of p2 has the ORCID of ada-r, {OTHER}",
            id="an authorship with the ORCID of somebody else",
        ),
        pytest.param(
            ("same", ["ada-rho", "bo-li/unverified"], {"id": "ada-rho"}),
            "ada-rho would be twice among the authors of p1",
            id="two people of one paper",
        ),
    ],
)
def test_decisions_that_contradict_the_database(
    capfdbinary: pytest.CaptureFixture[bytes], folder: Path, decision: tuple[Any, ...], message: str
) -> None:
    """What the repository knows to be otherwise is not written over."""
    told = refused(capfdbinary, decide(Reviewer(folder), decision))
    assert told.startswith("bylint: ")
    assert message in told


def test_lines(capfdbinary: pytest.CaptureFixture[bytes], folder: Path) -> None:
    """In JSON Lines a new person gets a line, and only the lines that change do."""
    reviewer = Reviewer(folder).assign(UNSURE, ["p3"], {**NEW, "degree": "Rho"})
    before = contents(folder)["papers.jsonl"].decode().splitlines()
    assert call(capfdbinary, folder, reviewer.export())[0] == 0
    after = contents(folder)["papers.jsonl"].decode().splitlines()
    person = {"person": "ada-rho-new", "names": [ADA], "degree": "Rho"}
    assert [json.loads(line) for line in after if line not in before] == [
        person,
        {"id": "p3", "authors": [{**ADA, "id": "ada-rho-new"}, BO]},
    ]
    assert len(after) == len(before) + 1


def test_id_that_nobody_defined(capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path) -> None:
    """An id that is only written may become a person, by a decision that saw all that carries it."""
    papers = [{"id": f"p{number}", "authors": [{**ADA, "id": "ada-rho-x"}]} for number in range(2)]
    folder = lines_repository(tmp_path / "lines", PEOPLE[0], *papers)
    person = {"id": "ada-rho-x", "new": True}
    told = refused(capfdbinary, Reviewer(folder).assign("ada-rho-x", ["p1"], person))
    assert "the id ada-rho-x is taken" in told
    file = Reviewer(folder).assign("ada-rho-x", [], person).export()
    told = "bylint: 1 decision applied in 1 file: 1 new person (ada-rho-x)\n"
    assert call(capfdbinary, folder, file) == (0, "", told)
    assert call(capfdbinary, folder, file)[2] == "bylint: 1 decision, all of them applied already\n"
    assert not found_in(folder, "undefined-person")


def test_verified_person_to_person(capfdbinary: pytest.CaptureFixture[bytes], folder: Path) -> None:
    """An authorship with the id of one known person gets that of another; nothing else changes."""
    reviewer = Reviewer(folder).assign("ada-rho-elsewhere", ["p2"], {"id": "ada-rho"})
    before = contents(folder)["papers.jsonl"]
    assert call(capfdbinary, folder, reviewer.export())[2] == "bylint: 1 decision applied in 1 file: 1 id\n"
    expected = before.replace(b'"id": "ada-rho-elsewhere"', b'"id": "ada-rho"')
    assert contents(folder)["papers.jsonl"] == expected != before


def test_merge_of_known_people(capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path) -> None:
    """Who is merged is not listed any more: names, ORCID and `similar` go over, and every id is another one."""
    people = [
        {"person": "ada-rho", "names": [ADA]},
        {"person": "ada-r", "names": [{"first": "Ada", "last": "R."}], "orcid": ORCID, "similar": ["bo-li"]},
        {"person": "bo-li", "names": [BO], "similar": ["ada-r"]},
    ]
    papers = [
        {"id": "p1", "authors": [{**ADA, "id": "ada-rho"}]},
        {"id": "p2", "authors": [{"first": "Ada", "last": "R.", "id": "ada-r"}]},
        {"id": "p3", "authors": [{"first": "Ada", "last": "R."}]},
    ]
    folder = lines_repository(tmp_path / "lines", *people, *papers)
    file = Reviewer(folder).say("same", ["ada-rho", "ada-r"], person={"id": "ada-rho"}).export()
    told = call(capfdbinary, folder, file)[2]
    assert told == (
        "bylint: 1 decision applied in 1 file: 1 id, 1 person merged into another (ada-r), 2 entries changed\n"
    )
    lines = [json.loads(line) for line in contents(folder)["papers.jsonl"].decode().splitlines()]
    names = [ADA, {"first": "Ada", "last": "R."}]
    assert lines[:2] == [
        {"person": "ada-rho", "names": names, "orcid": ORCID, "similar": ["bo-li"]},
        {"person": "bo-li", "names": [BO], "similar": ["ada-rho"]},
    ]
    assert lines[3]["authors"][0]["id"] == "ada-rho"
    assert lines[4] == papers[2]
    assert len(corpus_of(folder).pages["ada-rho"].papers) == 3


def test_merge_of_people_with_degrees(capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path) -> None:
    """One person has one degree: the other one is dropped, aloud; what only one of the two says is kept."""
    people = [
        {"person": "ada-rho", "names": [ADA], "degree": "Ink University"},
        {
            "person": "ada-r",
            "names": [{"first": "Ada", "last": "R."}],
            "degree": "Paper College",
            "comment": "of margins",
        },
    ]
    papers = [{"id": f"p-{page}", "authors": [{**ADA, "id": page}]} for page in ("ada-rho", "ada-r")]
    folder = lines_repository(tmp_path / "lines", *people, *papers)
    file = Reviewer(folder).say("same", ["ada-rho", "ada-r"], person={"id": "ada-rho"}).export()
    lost = "the degree “Paper College” of ada-r, because ada-rho has “Ink University”\n"
    assert f"bylint: would be dropped: {lost}" in call(capfdbinary, folder, file, "--check")[2]
    assert f"bylint: dropped: {lost}" in call(capfdbinary, folder, file)[2]
    kept = corpus_of(folder).people.get("ada-rho")
    assert (kept.degree, kept.comment) == ("Ink University", "of margins")


def test_new_person_beside_a_known_one(capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path) -> None:
    """Where a name gets a second owner, the papers of the first one say the id from now on."""
    papers = [{"id": f"p{number}", "authors": [ADA]} for number in range(4)]
    folder = lines_repository(tmp_path / "lines", {"person": "ada-rho", "names": [ADA]}, *papers)
    file = Reviewer(folder).assign("ada-rho", ["p3"], NEW).export()
    told = call(capfdbinary, folder, file)[2]
    assert "1 decision applied in 1 file: 4 ids, 1 new person (ada-rho-new)\n" in told
    assert "of the ids, 3 keep papers that no decision names on the page where they are\n" in told
    assert {page: len(found.papers) for page, found in corpus_of(folder).pages.items()} == {
        "ada-rho": 3,
        "ada-rho-new": 1,
    }


def test_orcid_moves_what_carries_it(capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path) -> None:
    """An ORCID that is now somebody's brings the other papers that carry it, and says so."""
    papers = [{"id": f"p{number}", "authors": [{**ADA, "orcid": ORCID}]} for number in range(2)]
    folder = lines_repository(tmp_path / "lines", *papers)
    file = Reviewer(folder).assign(UNSURE, ["p1"], {**NEW, "orcid": ORCID}).export()
    told = call(capfdbinary, folder, file)[2]
    assert "moved by nothing but an ORCID in the record: 1 authorship\n" in told
    assert len(corpus_of(folder).pages["ada-rho-new"].papers) == 2


def test_editor(capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path) -> None:
    """The editors of a volume are people, too: the id goes into the volume's own record."""
    folder = toy_repository(tmp_path / "toy", JSON)
    corpus = corpus_of(folder)
    (editor,) = next(paper.editors for paper in corpus.papers if len(paper.editors) == 1)
    page = corpus.people.resolve(editor).page_id
    person = {"id": "somebody-else", "new": True}
    reviewer = Reviewer(folder).say("assign", [page], papers=[seen(editor)], person=person)
    assert call(capfdbinary, folder, reviewer.export())[0] == 0
    written = contents(folder)[editor.path].decode()
    assert written.count('<editor id="somebody-else">') == 1
    assert written.replace(' id="somebody-else"', "") == (TOY / editor.path).read_text(encoding="utf-8")


def test_merged_papers_that_nobody_saw(capfdbinary: pytest.CaptureFixture[bytes], folder: Path) -> None:
    """A page is merged as a whole; what came to it since is told."""
    reviewer = Reviewer(folder).say("same", [UNSURE, "ada-rho-elsewhere"], person={"id": "ada-rho-elsewhere"})
    reviewer.decisions[0]["papers"] = [one for one in reviewer.decisions[0]["papers"] if one["paper"] != "p4"]
    assert "1 paper of merged pages that nobody looked at: p4\n" in call(capfdbinary, folder, reviewer.export())[2]


def test_second_file_for_the_same_new_person(capfdbinary: pytest.CaptureFixture[bytes], folder: Path) -> None:
    """A reviewer who goes on has the decisions of before in the file: what was new then is no taken id now."""
    reviewer = Reviewer(folder).assign(UNSURE, ["p3"], NEW)
    assert call(capfdbinary, folder, reviewer.export())[0] == 0
    reviewer.assign(UNSURE, ["p4"], NEW)
    code, _, told = call(capfdbinary, folder, reviewer.export())
    assert (code, told) == (0, "bylint: 1 decision applied in 1 file: 1 id\nbylint: 1 decision applied already\n")


def check(capfdbinary: pytest.CaptureFixture[bytes], folder: Path, check_id: str) -> tuple[list[dict[str, Any]], str]:
    """The findings of a check, as a review reports them, and the last line of the text."""
    arguments = ["check", str(folder), "--select", check_id, "--for", "review", "--jobs", "1"]
    main([*arguments, "--format", "json"])
    findings = json.loads(capfdbinary.readouterr()[0])["findings"]
    main([*arguments, "--format", "text"])
    return findings, capfdbinary.readouterr()[0].decode().splitlines()[-1]


def sato_and_sano() -> list[dict[str, Any]]:
    """Two names that look like one person's: the co-authors and the affiliation are the same."""
    company = [{"first": "Kentaro", "last": "Torisawa"}, {"first": "Chikara", "last": "Hashimoto"}]
    of = {"affiliations": ["Institute of Margins"]}
    return [
        {"id": f"p{number}", "title": "Ink", "authors": [{"first": first, "last": "Sato", **of}, *company]}
        for number, first in enumerate(["Motoki", "Motoki", "Motoki A.", "Motoki A."])
    ]


def test_memory(capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path) -> None:
    """Two people stay two until something new says otherwise; then the finding is back, and says what."""
    records = sato_and_sano()
    folder = lines_repository(tmp_path / "lines", *records)
    (finding,) = found_in(folder, "duplicate-name")
    pages = ["motoki-sato/unverified", "motoki-a-sato/unverified"]
    file = Reviewer(folder).say("different", pages, finding, note="two PDFs, two faces").export()
    assert call(capfdbinary, folder, file)[0] == 0
    (told,), line = check(capfdbinary, folder, "duplicate-name")
    assert (told["status"], told["reason"]) == ("decided", "decided: these are different people (two PDFs, two faces)")
    assert line.endswith("0 shown (0 fail the review), 0 hidden, 0 waived, 0 in the baseline, 1 decided")
    more = {**records[0], "id": "p9"}
    lines_repository(folder, *records, more)
    assert check(capfdbinary, folder, "duplicate-name")[0][0]["status"] == "decided"
    orcids = [{**records[0]["authors"][0], "orcid": ORCID}, {**records[2]["authors"][0], "orcid": ORCID}]
    new = [{"id": f"q{number}", "title": "Ink", "authors": [one]} for number, one in enumerate(orcids)]
    lines_repository(folder, *records, *new)
    (told,), _ = check(capfdbinary, folder, "duplicate-name")
    assert told["status"] == "shown"
    assert told["message"].endswith(f"; decided before, but something is new: q1 and q0 share the ORCID {ORCID}")


def test_decision_against_what_is_kept(capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path) -> None:
    """Who was found to be two people is not merged, until somebody takes the line out."""
    folder = lines_repository(tmp_path / "lines", *sato_and_sano())
    pages = ["motoki-sato/unverified", "motoki-a-sato/unverified"]
    call(capfdbinary, folder, Reviewer(folder).say("different", pages).export())
    reviewer = Reviewer(folder).say("same", pages, person={"id": "motoki-sato", "new": True})
    told = refused(capfdbinary, reviewer)
    assert told == (
        "bylint: decision 1 (same, motoki-sato/unverified and motoki-a-sato/unverified) contradicts what "
        "bylint-decisions.json keeps: motoki-a-sato/unverified and motoki-sato/unverified are said to be two people, and "
        "to be one; take its line out there if it is wrong\n"
    )
    (folder / "bylint-decisions.json").unlink()
    assert call(capfdbinary, folder, reviewer.export())[0] == 0
    assert len(corpus_of(folder).pages["motoki-sato"].papers) == 4


def test_two_people_stay_two(capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path) -> None:
    """Nor by way of new ids: pages that got them are still two people's, and papers are not brought together one by one."""
    folder = lines_repository(tmp_path / "lines", *PEOPLE[:1], *sato_and_sano())
    pages = ["motoki-sato/unverified", "motoki-a-sato/unverified"]
    different = Reviewer(folder).say("different", pages)
    both = decide(
        Reviewer(folder),
        ("different", pages),
        *(("assign", page, [], {"id": "motoki-sato", "new": True}) for page in pages),
    )
    told = "motoki-sato/unverified and motoki-a-sato/unverified are said to be two people, and would be motoki-sato\n"
    assert refused(capfdbinary, both) == f"bylint: decision 1 (different, {' and '.join(pages)}): {told}"
    ids = [page.removesuffix("/unverified") for page in pages]
    for page, new_id in zip(pages, ids, strict=True):
        different.assign(page, [], {"id": new_id, "new": True})
    assert call(capfdbinary, folder, different.export())[0] == 0
    told = "motoki-sato and motoki-a-sato are said to be two people, and would be motoki-sato\n"
    merged = Reviewer(folder).say("same", ids, person={"id": ids[0]})
    assert refused(capfdbinary, merged) == f"bylint: bylint-decisions.json: {told}"


def test_decision_that_is_kept_is_not_asked_again(capfdbinary: pytest.CaptureFixture[bytes], folder: Path) -> None:
    """A file is not refused for what it kept before: that records have changed since then is for `check` to weigh."""
    reviewer = Reviewer(folder).say("one-person", ["ada-r"])
    call(capfdbinary, folder, reviewer.export())
    lines_repository(folder, *PEOPLE, *PAPERS[:3])
    reviewer.assign(UNSURE, ["p3"], NEW)
    assert call(capfdbinary, folder, reviewer.export())[0] == 0
    (folder / "bylint-decisions.json").unlink()
    assert "there is no paper p4" in refused(capfdbinary, reviewer)


def test_papers_that_are_where_they_belong(capfdbinary: pytest.CaptureFixture[bytes], folder: Path) -> None:
    """What the records say already is one decision that is kept; an id that they say of nobody is listed instead."""
    finding = {"check": "rival-namesake", "fingerprint": "0123456789abcdef"}
    reviewer = Reviewer(folder).say("assign", ["ada-rho"], person={"id": "ada-rho"}, **finding)
    file = reviewer.export()
    told = "bylint: 1 decision that no record says kept in bylint-decisions.json\n"
    assert call(capfdbinary, folder, file) == (0, "", told)
    assert call(capfdbinary, folder, file) == (0, "", "bylint: 1 decision, all of them applied already\n")
    (folder / "bylint-decisions.json").unlink()
    lines_repository(folder, *PEOPLE[1:], *PAPERS)
    reviewer.decisions[0]["person"]["new"] = True
    assert (
        "1 decision applied in 1 file: 2 ids, 1 new person (ada-rho)\n"
        in call(capfdbinary, folder, reviewer.export())[2]
    )
    assert call(capfdbinary, folder, reviewer.export()) == (0, "", "bylint: 1 decision, all of them applied already\n")
    assert not (folder / "bylint-decisions.json").exists()


def test_papers_that_went_elsewhere(capfdbinary: pytest.CaptureFixture[bytes], folder: Path) -> None:
    """Where a paper was said to belong, it is not put back: what the records say since then is not written over."""
    finding = {"check": "rival-namesake", "fingerprint": "0123456789abcdef"}
    reviewer = Reviewer(folder).say("assign", ["ada-rho"], person={"id": "ada-rho"}, **finding)
    call(capfdbinary, folder, reviewer.export())
    lines_repository(folder, *PEOPLE, {**PAPERS[0], "authors": [{**ADA, "id": "ada-rho-elsewhere"}, BO]}, *PAPERS[1:])
    before = contents(folder)
    assert call(capfdbinary, folder, reviewer.export())[0] == 0
    assert contents(folder) == before


def test_settings_say_where_decisions_are_kept(capfdbinary: pytest.CaptureFixture[bytes], folder: Path) -> None:
    """`decisions` names the file; a place outside of the repository is refused, and nothing is written."""
    file = Reviewer(folder).say("one-person", [UNSURE]).export()
    (folder / "bylint.toml").write_text('decisions = "../kept.json"\n')
    code, _, told = call(capfdbinary, folder, file)
    assert (code, told) == (
        3,
        "bylint: ../kept.json: the file would lie outside of the repository; nothing is applied\n",
    )
    (folder / "bylint.toml").write_text('decisions = "kept.json"\n')
    assert call(capfdbinary, folder, file)[2] == "bylint: 1 decision that no record says kept in kept.json\n"
    assert call(capfdbinary, folder, file)[2] == "bylint: 1 decision, all of them applied already\n"


def test_nothing_is_half_written(
    capfdbinary: pytest.CaptureFixture[bytes], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where one file cannot be written, none is."""
    (folder / "more.jsonl").write_text(json.dumps({"id": "p5", "authors": [ADA]}) + "\n")
    reviewer = Reviewer(folder).assign(UNSURE, [], NEW).say("one-person", ["ada-r"])
    reviewer.decisions[0]["papers"] = [one for one in reviewer.decisions[0]["papers"] if one["paper"] != "p4"]
    before = contents(folder)
    writable = lambda path, mode: not str(path).endswith("more.jsonl")  # noqa: E731 - as os.access
    monkeypatch.setattr("bylint.writing.os.access", writable)
    code, _, told = call(capfdbinary, folder, reviewer.export())
    assert code == 3
    assert "bylint: more.jsonl: the file is protected against writing; nothing is applied\n" in told
    assert contents(folder) == before


def test_file_that_cannot_be_read(capfdbinary: pytest.CaptureFixture[bytes], folder: Path) -> None:
    """Where a file is broken, nobody knows who is on which page: nothing is applied."""
    file = Reviewer(folder).assign(UNSURE, ["p3"], NEW).export()
    (folder / "broken.jsonl").write_bytes(b"\xff")
    before = contents(folder)
    code, _, told = call(capfdbinary, folder, file)
    assert code == 3
    assert told.startswith("bylint: nothing is applied, because the run is not to be trusted: broken.jsonl: ")
    assert contents(folder) == before


def test_withheld_name(capfdbinary: pytest.CaptureFixture[bytes], folder: Path) -> None:
    """A name that nothing prints is in no line, no diff and no file of decisions; the decision is applied all the same."""
    digest = name_digest(Name("Ada", "Rho"))
    (folder / "bylint.toml").write_text(f'withhold = ["{digest}"]\n')
    reviewer = Reviewer(folder).assign(UNSURE, ["p3"], {**NEW, "name": "[name withheld]"})
    reviewer.say("one-person", ["ada-rho"], note="Ada Rho")
    for decision in reviewer.decisions:
        for one in decision["papers"]:
            one["name"] = "[name withheld]"
    code, out, told = call(capfdbinary, folder, reviewer.export(), "--diff")
    assert code == 1
    assert "Rho" not in out + told
    assert "rho-new" not in told
    assert "not printed, because of a withheld name" in told
    assert call(capfdbinary, folder, reviewer.export())[0] == 0
    assert "Rho" not in (folder / "bylint-decisions.json").read_text()
    assert corpus_of(folder).pages["ada-rho-new"].papers[0].id == "p3"
    reviewer.decisions[0]["papers"][0]["name"] = "Somebody Else"
    reviewer.decisions[0]["papers"][0]["id"] = None
    assert "Rho" not in call(capfdbinary, folder, reviewer.export())[2]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("none.json",), "'none.json' cannot be read: No such file or directory"),
        (("bad.json",), "'bad.json' is no file of decisions: decision 1: kind: one of assign, same, different,"),
        (("baseline.json",), "'baseline.json': decision 1 is an entry of a baseline, and decides nothing"),
        (("good.json", "--ids", "ignore"), "decisions say ids, so they cannot be left out"),
        (("good.json", "--diff", "--check"), "not allowed with argument"),
        ((), "the following arguments are required: FILE"),
    ],
)
def test_wrong_use(  # noqa: D103 - as its name says
    capfdbinary: pytest.CaptureFixture[bytes],
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    message: str,
) -> None:
    monkeypatch.chdir(folder.parent)
    start = '{"format": "bylint-decisions-1", "decisions": ['
    Path("bad.json").write_text(start + '{"page": "a"}]}')
    entry = '{"kind": "baseline", "check": "x", "fingerprint": "0123456789abcdef"}'
    Path("baseline.json").write_text(start + entry + "]}")
    Path("good.json").write_text(start + "]}")
    before = contents(folder)
    code, out, told = call(capfdbinary, folder, *arguments)
    assert (code, out, contents(folder)) == (2, "", before)
    assert message in told


def test_empty_file(capfdbinary: pytest.CaptureFixture[bytes], folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file without a decision changes nothing; decisions may come by standard input."""
    data = b'{"format": "bylint-decisions-1", "decisions": []}'
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert call(capfdbinary, folder, "-") == (0, "", "bylint: 0 decisions, all of them applied already\n")
