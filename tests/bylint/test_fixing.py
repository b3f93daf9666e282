"""Fixes on files: what is applied, what is refused, and what stays as it was."""

import json
import subprocess
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

import strategies
from bylint import Applicability, Change, Corpus, Finding, Fix, Location, Name, Paper, Severity, UsageError
from bylint.asking import Request
from bylint.checks import Check
from bylint.cli import main
from bylint.edits import Edit
from bylint.files import read_bytes
from bylint.fixing import ROUNDS, Plan, _touches, plan_fixes
from bylint.loaders import jsonlines
from bylint.plugins import Plugin, Plugins
from bylint.report import REVIEW, Report
from bylint.run import run
from bylint.testing import paper
from bylint.writing import write_patches
from traditions import EVERYWHERE

SAFE, SUGGEST = Applicability.SAFE, Applicability.SUGGEST


def replacing(
    old: str, new: str, *, within: str = "", applicability: Applicability = SAFE, **of_check: object
) -> Check:
    """A check that finds titles with some text, and replaces it."""

    def look(paper: Paper) -> Iterable[Finding]:
        if old in paper.title and within in paper.title:
            change = Change(Location(field="title"), paper.title, paper.title.replace(old, new))
            yield Finding(
                message=f"it holds {old}",
                location=Location(field="title"),
                fix=Fix(changes=(change,), applicability=applicability),
            )

    return Check(
        id=f"with-{old}", severity=Severity.WARNING, page="P.", subject="paper", fixes=SAFE, function=look, **of_check
    )  # type: ignore[arg-type]


@pytest.fixture
def checks(monkeypatch: pytest.MonkeyPatch) -> list[Check]:
    """The checks of a run; a test fills the list."""
    made: list[Check] = []
    monkeypatch.setattr(
        "bylint.asking.load_plugins",
        lambda **_: Plugins(
            (Plugin(name="made", distribution="made", version="1", checks=tuple(made), loaders=(jsonlines.LOADER,)),)
        ),
    )
    return made


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A function that writes files of papers by their titles, in the folder that the test stands in."""
    monkeypatch.chdir(tmp_path)

    def write(**files: list[str]) -> None:
        for name, titles in files.items():
            lines = (json.dumps({"id": f"{name}-{number}", "title": title}) for number, title in enumerate(titles))
            Path(f"{name}.jsonl").write_text("".join(f"{line}\n" for line in lines))

    return write


def titles(name: str) -> list[str]:
    """The titles in a file."""
    return [json.loads(line)["title"] for line in Path(f"{name}.jsonl").read_text().splitlines()]


def fixed(*suggested: str, paths: tuple[str, ...] = (".",), **request: object) -> Plan:
    """Plan, write, and return the plan."""
    plan = plan_fixes(Request(paths=paths, jobs=1, **request), suggested)  # type: ignore[arg-type]
    assert write_patches(plan.scope.root, plan.patches, plan.applied) == {}
    return plan


def test_safe_fixes_are_applied_and_suggestions_wait(checks: list[Check], write) -> None:
    """A suggestion is applied where its check is named, by its id or by a glob."""
    checks += [replacing("a", "A"), replacing("b", "B", applicability=SUGGEST)]
    write(x=["a", "b", "c"])
    plan = fixed()
    assert titles("x") == ["A", "b", "c"]
    assert (len(plan.applied), plan.suggested) == (1, {"with-b": 1})
    plan = fixed("with-?")
    assert titles("x") == ["A", "B", "c"]
    assert (len(plan.applied), plan.suggested) == (1, {})
    assert fixed("with-b").patches == {}


def test_fixes_that_overlap_are_applied_one_after_another(checks: list[Check], write) -> None:
    """Of two fixes of one place the first one by check goes first; the other one is made of what it left."""
    checks += [replacing("a", "1"), replacing("b", "2"), replacing("1", "one"), replacing("c", "3")]
    write(x=["abc"], y=["c"])
    plan = fixed()
    assert (titles("x"), titles("y")) == (["one23"], ["3"])
    assert (len(plan.applied), plan.waiting) == (5, 0)


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (Edit(0, 9, b""), False),
        (Edit(0, 10, b""), True),
        (Edit(12, 13, b""), True),
        (Edit(20, 20, b""), True),
        (Edit(21, 29, b""), False),
        (Edit(25, 30, b""), True),
        (Edit(0, 99, b""), True),
        (Edit(41, 50, b""), False),
    ],
)
def test_edits_that_touch_do_not_go_together(edit: Edit, expected: bool) -> None:
    """Not even side by side: what the one has left may be what the other is made of."""
    others = [Edit(10, 20, b""), Edit(30, 40, b""), Edit(40, 40, b"x")]
    assert _touches(edit, others) is expected
    assert not _touches(edit, [])


def test_fixes_that_undo_each_other_end(checks: list[Check], write) -> None:
    """After so many rounds it is over, and said."""
    checks += [replacing("a", "b", within="!"), replacing("b", "a", within="!")]
    write(x=["a!", "c"])
    plan = plan_fixes(Request(paths=(".",), jobs=1))
    assert len(plan.applied) == ROUNDS
    checks.append(replacing("!", "!!"))
    assert plan_fixes(Request(paths=(".",), jobs=1)).waiting


def test_only_what_is_reported_is_fixed(checks: list[Check], write) -> None:
    """Waived, baseline, less sure, ruled out for a path, not selected, outside of the PATH: all that stays."""
    checks += [replacing("a", "A"), replacing("b", "B", confidence=0.5), replacing("c", "C")]
    write(x=["a", "a", "b", "c"], y=["a"])
    Path("bylint.toml").write_text(
        '[[waivers]]\ncheck = "with-a"\npaper = "x-0"\nreason = "so"\n'
        '[[per-path]]\npaths = ["x.jsonl"]\nignore = ["with-c"]\n'
    )
    plan = fixed(paths=("x.jsonl",), corpus=".")
    assert (titles("x"), titles("y"), plan.unsure) == (["a", "A", "b", "c"], ["a"], 1)
    assert fixed(select=("with-c",)).patches == {}
    plan = fixed(audience=REVIEW)
    assert (titles("x"), titles("y"), plan.unsure) == (["a", "A", "B", "c"], ["A"], 0)
    write(x=["a"], y=["a"])
    Path("bylint.toml").write_text("")
    assert main(["baseline", "."]) == 0
    write(z=["a"])
    fixed()
    assert (titles("x"), titles("y"), titles("z")) == (["a"], ["a"], ["A"])


def test_fix_that_reaches_beyond_the_paths_is_left(checks: list[Check], write) -> None:
    """A fix is applied whole or not at all, and never outside of what was asked for."""

    def look(corpus: Corpus) -> Iterable[Finding]:
        places = [(paper.at("title"), paper.title) for paper in corpus.papers if paper.title == "a"]
        if places:
            changes = tuple(Change(place, title, "A") for place, title in places)
            yield Finding(message="all of them", location=places[0][0], fix=Fix(changes=changes, applicability=SAFE))

    checks.append(Check(id="of-all", severity=Severity.NOTE, page="P.", subject="corpus", fixes=SAFE, function=look))
    write(x=["a"], y=["a"])
    Path("bylint.toml").touch()
    plan = fixed(paths=("x.jsonl",), corpus=".")
    assert (plan.patches, plan.beyond, titles("x")) == ({}, 1, ["a"])
    assert fixed().applied == (frozenset({"x.jsonl", "y.jsonl"}),)
    assert (titles("x"), titles("y")) == (["A"], ["A"])


@pytest.mark.parametrize(
    ("place", "old", "why"),
    [
        pytest.param(Location("x.jsonl", "x-0", field="title"), "b", "something else stands there", id="another text"),
        pytest.param(Location("no.jsonl", "x-0", field="title"), "a", "does not write", id="no file of the corpus"),
    ],
)
def test_fix_that_cannot_be_made_whole_is_refused(
    checks: list[Check], write, place: Location, old: str, why: str
) -> None:
    """Where one of its changes cannot be made, none of them is."""

    def look(paper: Paper) -> Iterable[Finding]:
        changes = Change(paper.at("title"), "a", "A"), Change(place, old, "B")
        yield Finding(message="two", fix=Fix(changes=changes, applicability=SAFE))

    checks.append(Check(id="made", severity=Severity.NOTE, page="P.", subject="paper", fixes=SAFE, function=look))
    write(x=["a"])
    plan = fixed()
    assert titles("x") == ["a"]
    (refusal,) = plan.refused
    assert (refusal.check, refusal.place) == ("made", place)
    assert why in refusal.why


def test_file_that_changes_meanwhile_is_refused(checks: list[Check], write, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that is not what was read gets no fix; the others do."""
    checks.append(replacing("a", "A"))
    write(x=["a"], y=["a"])
    calls = []

    def read(path: Path, root: Path) -> bytes:
        calls.append(path)
        if path.name == "x.jsonl":
            write(x=["a", *map(str, range(len(calls)))])
        return read_bytes(path, root)

    monkeypatch.setattr("bylint.fixing.read_bytes", read)
    plan = plan_fixes(Request(paths=(".",), jobs=1))
    assert list(plan.patches) == ["y.jsonl"]
    assert [refusal.why for refusal in plan.refused] == ["the file has changed since it was read"]
    assert calls


def test_loader_that_fails_or_writes_nothing(checks: list[Check], write, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a plugin's loader does wrong is a refusal, never a traceback."""

    def fail(data: bytes, changes: object) -> Mapping[Change, object]:
        raise RuntimeError("no")

    checks.append(replacing("a", "A"))
    write(x=["a"])
    for edit, why in ((fail, "the loader made failed: RuntimeError: no"), (None, "bylint does not write this format")):
        loader = jsonlines.Loader(
            name="made",
            page="P.",
            endings=(".jsonl",),
            recognises=jsonlines.recognises,
            read=jsonlines.read,
            locate=jsonlines.locate,
            edit=edit,
        )  # type: ignore[arg-type]
        monkeypatch.setattr("bylint.loaders.jsonlines.LOADER", loader)
        plugin = Plugin(name="made", distribution="made", version="1", checks=tuple(checks), loaders=(loader,))
        monkeypatch.setattr("bylint.asking.load_plugins", lambda plugin=plugin, **_: Plugins((plugin,)))
        assert [refusal.why for refusal in plan_fixes(Request(paths=(".",), jobs=1)).refused] == [why]


def test_run_that_is_not_to_be_trusted_fixes_nothing(checks: list[Check], write) -> None:
    """Where a check fails or a file cannot be read, it is not known what a fix would do."""

    def crash(paper: Paper) -> Iterable[Finding]:
        raise RuntimeError

    checks += [
        replacing("a", "A"),
        Check(id="crash", severity=Severity.NOTE, page="P.", subject="paper", fixes=SAFE, function=crash),
    ]
    write(x=["a"])
    plan = fixed()
    assert (plan.is_complete, plan.patches, titles("x")) == (False, {}, ["a"])


@pytest.mark.parametrize(
    ("pattern", "message"),
    [("with-c", "there is no check 'with-c'; did you mean"), ("quiet", "'quiet' has no fixes")],
)
def test_suggestions_of_a_check_without_fixes(checks: list[Check], write, pattern: str, message: str) -> None:
    """Whoever names a check that fixes nothing is told so."""
    checks += [
        replacing("a", "A"),
        Check(id="quiet", severity=Severity.NOTE, page="P.", subject="paper", function=lambda paper: []),
    ]
    write(x=["a"])
    with pytest.raises(UsageError, match=message):
        plan_fixes(Request(paths=(".",), jobs=1), [pattern])


def found(report: Report) -> Counter[str]:
    """How many findings there are of each check."""
    return Counter(finding.check for finding in report.findings)


def safe(report: Report) -> list[Finding]:
    """The findings with a safe fix."""
    return [finding for finding in report.findings if finding.fix and finding.fix.applicability is SAFE]


TOY = Path(__file__).resolve().parent.parent.parent / "fixtures" / "toy-anthology"


def _copied(folder: Path) -> None:
    """The toy anthology as a git work tree."""
    for path in sorted((TOY / "data").rglob("*.*")):
        target = folder / path.relative_to(TOY)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path.read_bytes())
    subprocess.run(["git", "init", "-q", str(folder)], check=True)


@pytest.mark.parametrize("suggested", [(), ("*",)], ids=["the safe ones", "all"])
def test_fixes_of_the_toy_anthology(tmp_path: Path, suggested: tuple[str, ...]) -> None:
    """Fixes clear their findings, bring no new one, are done in one run, and change no record besides."""
    _copied(tmp_path)
    request = Request(paths=(str(tmp_path),), audience=REVIEW, jobs=1)
    before = run(request).report
    plan = plan_fixes(request, suggested)
    assert len(plan.applied) >= 7
    assert not plan.refused
    write_patches(tmp_path, plan.patches, plan.applied)
    after = run(request).report
    assert safe(after) == []
    assert found(after) <= found(before)
    assert found(after).total() <= found(before).total() - len(plan.applied)
    assert plan_fixes(request, suggested).patches == {}
    assert after.counts == before.counts


def test_diff_and_fix_are_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """What `--diff` prints, applied by git, gives the bytes that `--fix` writes."""
    arguments = ["check", ".", "--for", "review", "--fix-suggested", "*", "--jobs", "1"]
    made = []
    for name in ("fixed", "applied"):
        folder = tmp_path / name
        _copied(folder)
        monkeypatch.chdir(folder)
        if name == "fixed":
            assert main([*arguments, "--quiet"]) == 1
            capfdbinary.readouterr()
        else:
            assert main([*arguments, "--diff"]) == 1
            patch = capfdbinary.readouterr().out
            assert not list(folder.rglob("*.part"))
            subprocess.run(["git", "apply", "--whitespace=nowarn", "-"], input=patch, check=True)
        made.append({path.relative_to(folder): path.read_bytes() for path in folder.rglob("data/**/*.*")})
    assert made[0] == made[1]
    assert made[0] != {path.relative_to(TOY): path.read_bytes() for path in TOY.rglob("data/**/*.*")}


def _lines(papers: Iterable[Paper]) -> str:
    """Papers as JSON Lines."""
    lines = []
    for record in {record.id: record for record in papers}.values():
        bylines = {
            key: [
                {"first": item.name.first, "last": item.name.last, "id": item.person_id, "orcid": item.orcid}
                for item in byline
            ]
            for key, byline in (("authors", record.authorships), ("editors", record.editors))
        }
        lines.append(
            json.dumps({"id": record.id, "title": record.title, "year": record.year, "doi": record.doi, **bylines})
        )
    return "\n".join(lines)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(papers=st.lists(strategies.papers(), min_size=1, max_size=6))
def test_safe_fixes_of_any_corpus(tmp_path_factory: pytest.TempPathFactory, papers: list[Paper]) -> None:
    """On any records: nothing safe is left after one run, and a second one changes nothing.

    In rubbish a fault can cover another, which then comes to light; of names that have one fault see below.
    """
    folder = tmp_path_factory.mktemp("any")
    (folder / "bylint.toml").touch()
    (folder / "papers.jsonl").write_text(_lines(papers), encoding="utf-8", errors="surrogatepass")
    request = Request(paths=(str(folder),), audience=REVIEW, jobs=1, max_findings=0)
    before = run(request).report
    assume(before.is_complete)
    plan = plan_fixes(request)
    assert not plan.waiting
    write_patches(folder, plan.patches, plan.applied)
    after = run(request).report
    assert safe(after) == []
    assert plan_fixes(request).patches == {}
    assert {path.name for path in folder.iterdir()} == {"bylint.toml", "papers.jsonl"}


FAULTS = {
    "a dagger behind the name": lambda name: name._replace(last=f"{name.last}†"),
    "a star behind the name": lambda name: name._replace(last=f"{name.last}*"),
    "a space before the name": lambda name: name._replace(last=f" {name.last}"),
    "a space behind the first name": lambda name: name._replace(first=name.first and f"{name.first} "),
    "two spaces in a row": lambda name: Name(
        name.first and name.first.replace(" ", "  "), name.last.replace(" ", "  ")
    ),
    "a space nobody sees": lambda name: name._replace(last=f"{name.last}\u200b"),
    "a hyphen between spaces": lambda name: name._replace(last=name.last.replace("-", " - ")),
}


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.lists(st.sampled_from([str(row.values[0]) for row in EVERYWHERE]), min_size=1, max_size=5, unique=True),
    st.sampled_from(sorted(FAULTS)),
)
def test_safe_fix_leaves_what_the_name_was_without_its_fault(
    tmp_path_factory: pytest.TempPathFactory, names: list[str], fault: str
) -> None:
    """A name that had one fault is what it was before, byte for byte, and no check finds more than it did there."""
    folder = tmp_path_factory.mktemp("one")
    (folder / "bylint.toml").touch()
    file = folder / "papers.jsonl"
    clean = [paper(name, id=f"x-{number}") for number, name in enumerate(names)]
    made = [
        one._replace(authorships=tuple(item._replace(name=FAULTS[fault](item.name)) for item in one.authorships))
        for one in clean
    ]
    request = Request(paths=(str(folder),), audience=REVIEW, jobs=1, max_findings=0)
    file.write_text(_lines(clean), encoding="utf-8")
    before = run(request).report
    file.write_text(_lines(made), encoding="utf-8")
    plan = plan_fixes(request)
    write_patches(folder, plan.patches, plan.applied)
    assert file.read_text(encoding="utf-8") == _lines(clean)
    assert found(run(request).report) == found(before)
