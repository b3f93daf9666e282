"""What a change does, on small repositories."""

import json
from pathlib import Path

import pytest

from bylint import UsageError
from bylint.asking import Request
from bylint.model import Name
from bylint.preview import states
from bylint.preview.build import preview
from bylint.preview.sentences import sentences, title
from bylint.privacy import PLACEHOLDER, name_digest
from bylint.run import run
from previews import checks, commit, git, paper, person, previewed, repository, told, write

A, B = paper("a", "Wei Liu", "Bo Li"), paper("b", "Wei Liu", "Bo Li")
NOTHING = ["This change touches no page, no byline and no finding."]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository with two papers of two people."""
    return repository(tmp_path / "work", A, B)


def test_nothing_changes(root: Path) -> None:
    """A change that touches no record does nothing, and no check is asked."""
    (root / "README").write_text("x")
    found = previewed(root)
    assert sentences(found) == NOTHING
    assert (found.pages, found.put, found.bylines, found.exit_code) == ((), (), (), 0)
    assert title(found) == f"main ({git(root, 'rev-parse', 'main')[:12]}) to the work tree"


def test_an_ingest(root: Path) -> None:
    """New papers go to pages that are there, and make others."""
    write(root, paper("c", "Wei Liu", "Cy Young"), path="new.jsonl")
    found = previewed(root)
    assert found.papers == (1, 0, 0)
    assert told(found) == [("made", [], ["cy-young/unverified"], 1)]
    assert [(put.paper, put.name, put.page, put.by, put.is_known) for put in found.put] == [
        ("c", "Wei Liu", "wei-liu/unverified", "slug", True),
        ("c", "Cy Young", "cy-young/unverified", "slug", False),
    ]
    assert sentences(found) == [
        "This ingest puts 1 paper on 1 page that nobody has verified, by name alone.",
        "It makes 1 page.",
    ]


def test_an_ingest_on_the_page_of_a_known_person(tmp_path: Path) -> None:
    """What only a name puts on a person's page is counted apart from what an id does."""
    known = person("bo-li", "Bo Li"), person("wei-liu", "Wei Liu")
    root = repository(tmp_path / "work", *known, A, B)
    write(root, paper("c", "Wei Liu#wei-liu", "Bo Li"), paper("d", "Bo Li"), path="new.jsonl")
    assert sentences(previewed(root))[:2] == [
        "This ingest puts 2 papers on 1 verified page by name alone.",
        "It puts 1 paper on 1 page by an id or an ORCID.",
    ]


RIVALS = (
    person("wei-liu-a", "Wei Liu"),
    person("wei-liu-b", "Wei Liu"),
    *(paper(f"a-{number}", "Wei Liu#wei-liu-a", "Ada Lovelace", "Bo Li") for number in range(3)),
    *(paper(f"b-{number}", "Wei Liu#wei-liu-b", "Cy Young", "Di Evans") for number in range(3)),
)


def test_what_looks_wrong(tmp_path: Path) -> None:
    """An authorship with the co-authors of a namesake looks wrong, and the namesake is named."""
    root = repository(tmp_path / "work", *RIVALS)
    write(root, paper("c", "Wei Liu#wei-liu-a", "Cy Young", "Di Evans"), path="new.jsonl")
    found = previewed(root)
    ((put, wrong),) = found.wrong
    assert (put.paper, put.position, put.page) == ("c", 1, "wei-liu-a")
    assert wrong.suggested == "wei-liu-b"
    assert wrong.why == "2 of 2 co-authors on papers of wei-liu-b"
    assert "This ingest puts 1 paper on 1 page by an id or an ORCID; it looks wrong." in sentences(found)


def test_a_split_and_a_merge(root: Path) -> None:
    """An id on a part of a page splits it; taking the id away merges it again."""
    git(root, "checkout", "-q", "-b", "topic")
    write(root, A, paper("b", "Wei Liu#wei-liu-x", "Bo Li"))
    commit(root)
    (event,) = previewed(root, "main", "topic").pages
    assert event.kind == "split"
    assert event.before == (("wei-liu/unverified", 2),)
    assert event.after == (("wei-liu/unverified", 1), ("wei-liu-x", 1))
    git(root, "checkout", "-q", "-b", "back")
    write(root, A, B)
    (event,) = previewed(root, "topic").pages
    assert event.kind == "merged"
    assert event.before == (("wei-liu/unverified", 1), ("wei-liu-x", 1))
    assert event.after == (("wei-liu/unverified", 2),)


def test_a_page_with_another_id(root: Path) -> None:
    """Where somebody becomes known, their page has another id, and no paper moves from one person to another."""
    write(root, person("wei-liu", "Wei Liu"), A, B)
    found = previewed(root)
    assert told(found) == [("renamed", ["wei-liu/unverified"], ["wei-liu"], 2)]
    assert sentences(found)[0] == "This change gives another id to 1 page."


def test_papers_that_move(tmp_path: Path) -> None:
    """An id that becomes another moves a paper between two pages that stay."""
    root = repository(tmp_path / "work", *RIVALS)
    write(root, *RIVALS[:-1], paper("b-2", "Wei Liu#wei-liu-a", "Cy Young", "Di Evans"))
    found = previewed(root)
    assert told(found) == [("moved", ["wei-liu-b"], ["wei-liu-a"], 1)]
    assert [(put.came_from, put.page, bool(put.wrong)) for put in found.put] == [("wei-liu-b", "wei-liu-a", True)]
    assert sentences(found)[:2] == [
        "This change moves 1 paper between pages.",
        "It moves 1 paper to where it looks wrong.",
    ]


def test_a_deletion(root: Path) -> None:
    """A paper that is gone leaves its pages; one that was all of a page empties it."""
    write(root, A, paper("c", "Cy Young"))
    commit(root)
    (root / "papers.jsonl").write_text(json.dumps(A) + "\n")
    found = previewed(root)
    assert told(found) == [("emptied", ["cy-young/unverified"], [], 1)]
    assert sentences(found)[0] == "This change empties 1 page."
    assert "takes away 1 paper" in sentences(found)[1]
    assert checks(found.told) == ["changed-byline"]


def test_a_paper_with_another_id(root: Path) -> None:
    """A record under a new id is the same paper where its title and authors say so."""
    write(root, A, B | {"id": "c"})
    found = previewed(root)
    assert (found.papers, found.pages, found.put) == ((0, 0, 1), (), ())
    assert sentences(found)[0] == "This change gives another id to 1 paper."


def test_a_file_with_another_name(root: Path) -> None:
    """Records are known by their ids, in whatever file they stand."""
    (root / "papers.jsonl").rename(root / "others.jsonl")
    assert sentences(previewed(root)) == NOTHING


def test_a_name_that_is_put_right(root: Path) -> None:
    """Another name moves a paper, and is no new author; who else stands there stays."""
    write(root, A, paper("b", "Wei Liu", "Bob Li"))
    found = previewed(root)
    assert told(found) == [("split", ["bo-li/unverified"], ["bo-li/unverified", "bob-li/unverified"], 1)]
    (byline,) = found.bylines
    assert [signature.name for signature in byline.before] == ["Wei Liu", "Bo Li"]
    assert [signature.name for signature in byline.after] == ["Wei Liu", "Bob Li"]
    assert checks(found.told) == ["changed-byline"]
    assert "It changes the byline of 1 paper." in sentences(found)


def test_findings_come_and_go(root: Path) -> None:
    """A finding is known by its fingerprint: what it brings, what it settles, and what stays as it was."""
    twice = paper("b", "Wei Liu", "Wei Liu")
    write(root, A, twice, paper("c", "Cy Young", "Cy Young"))
    commit(root)
    write(root, A, twice, paper("c", "Cy Young"), paper("d", "Di Evans", "Di Evans"))
    found = previewed(root, audience="gate", select=("repeated-author",))
    assert [finding.papers for finding in found.outcomes.brought] == [("d",)]
    assert [(settled.finding.papers, settled.now) for settled in found.outcomes.settled] == [(("c",), None)]
    assert (found.outcomes.kept, found.failing, found.exit_code) == (1, 1, 1)
    assert sentences(found)[-1] == "It brings 1 finding (1 fails the gate) and settles 1 finding."


def test_each_state_has_its_own_settings(root: Path) -> None:
    """A waiver that the change adds settles a finding."""
    write(root, paper("a", "Wei Liu", "Wei Liu"))
    commit(root)
    (root / "bylint.toml").write_text('[[waivers]]\ncheck = "repeated-author"\npaper = "a"\nreason = "two people"\n')
    found = previewed(root, select=("repeated-author",))
    (settled,) = found.outcomes.settled
    assert settled.now == "waived"
    assert found.exit_code == 0
    (root / "bylint.toml").write_text("withold = []\n")
    commit(root)
    (root / "bylint.toml").write_text("")
    with pytest.raises(UsageError, match=r"in [0-9a-f]{12}: bylint.toml: unknown key 'withold'"):
        previewed(root, "HEAD~1", "HEAD")


def test_the_baseline_of_each_state(root: Path) -> None:
    """The files that the settings name are there in a revision, too."""
    write(root, paper("a", "Wei Liu", "Wei Liu"))
    (finding,) = run(Request(corpus=str(root), jobs=1, select=("repeated-author",))).report.shown
    entry = {"kind": "baseline", "check": finding.check, "fingerprint": finding.fingerprint, "about": ""}
    decisions = {"format": "bylint-decisions-1", "decisions": [entry]}
    (root / "deep").mkdir()
    (root / "deep" / "old.json").write_text(json.dumps(decisions))
    (root / "bylint.toml").write_text('baseline = "deep/old.json"\n')
    commit(root)
    (root / "bylint.toml").write_text("")
    found = previewed(root, "main", select=("repeated-author",))
    assert checks(found.outcomes.brought) == ["repeated-author"]


def test_findings_are_those_of_a_check(root: Path) -> None:
    """What is found in each state is what `check` finds where it is checked out."""
    twice = paper("c", "Cy Young", "Cy Young"), paper("d", "wei liu", "bo li")
    write(root, A, B, *twice)
    found = previewed(root)
    now = run(Request(corpus=str(root), jobs=1, audience="review")).report
    of_base = [check.id for check in now.checks if check.needs_base]
    assert [one for one in found.after.findings if one.check not in of_base] == list(now.findings)
    git(root, "stash", "-q")
    then = run(Request(corpus=str(root), jobs=1, audience="review")).report
    assert list(found.before.findings) == list(then.findings)


def test_two_revisions(root: Path) -> None:
    """With a HEAD the work tree does not count; the base is where HEAD left it."""
    git(root, "checkout", "-q", "-b", "topic")
    write(root, A, B, paper("c", "Cy Young"))
    commit(root)
    git(root, "checkout", "-q", "main")
    write(root, A, B, paper("d", "Di Evans"))
    commit(root)
    write(root, A)
    assert told(previewed(root, "main", "topic")) == [("made", [], ["cy-young/unverified"], 1)]
    assert previewed(root, "main", "topic").base.commit == git(root, "rev-parse", "main~1")
    assert told(previewed(root, "topic", "main")) == [("made", [], ["di-evans/unverified"], 1)]
    assert git(root, "status", "--short") == "M papers.jsonl"


def test_the_first_records(tmp_path: Path) -> None:
    """A base without a record, and one without the folder, are states as well; two of them are none."""
    root = repository(tmp_path / "work")
    (root / "papers.jsonl").unlink()
    commit(root)
    with pytest.raises(UsageError, match="no record"):
        previewed(root)
    write(root, A)
    assert sentences(previewed(root)) == ["This ingest makes 2 pages."]
    (root / "deep").mkdir()
    write(root, A, path="deep/papers.jsonl")
    assert sentences(previewed(root / "deep")) == ["This ingest makes 2 pages."]
    assert sentences(previewed(root / "deep" / "papers.jsonl")) == ["This ingest makes 2 pages."]
    commit(root)
    assert sentences(previewed(root / "deep" / "papers.jsonl", "main~1", "main")) == ["This ingest makes 2 pages."]


def test_files_as_they_were_are_not_read_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only what differs is read for the second state."""
    write(root, paper("c", "Cy Young"), path="new.jsonl")
    read: list[list[str]] = []
    usual = states.read_corpus
    monkeypatch.setattr(
        states,
        "read_corpus",
        lambda root, files, **more: read.append([shown for _, shown, _ in files]) or usual(root, files, **more),
    )
    previewed(root)
    assert read == [["new.jsonl", "papers.jsonl"], []]


def test_work_tree_and_repository_are_left_alone(root: Path) -> None:
    """Nothing is written, neither to the work tree nor to the repository."""
    write(root, paper("c", "Cy Young"), path="new.jsonl")
    before = _files(root)
    previewed(root, "main", "main")
    previewed(root)
    assert _files(root) == before


def _files(root: Path) -> dict[str, tuple[bytes, int]]:
    return {
        path.relative_to(root).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in root.rglob("*")
        if path.is_file()
    }


@pytest.mark.parametrize(
    ("base", "head", "message"),
    [
        ("nowhere", None, "there is no revision 'nowhere'"),
        ("main", "nowhere", "there is no revision 'nowhere'"),
        ("--output=x", None, "'--output=x' is no revision"),
        ("main", "--output=x", "'--output=x' is no revision"),
        ("main", "", "'' is no revision"),
        ("main..main", None, "there is no revision"),
        ("main", "other", "'main' and 'other' have no commit in common"),
    ],
)
def test_no_such_revision(root: Path, base: str, head: str | None, message: str) -> None:
    """What names no commit, or one with another history, is refused."""
    git(root, "checkout", "-q", "--orphan", "other")
    write(root, A)
    commit(root)
    git(root, "checkout", "-q", "main")
    with pytest.raises(UsageError) as caught:
        previewed(root, base, head)
    assert message in str(caught.value)
    assert caught.value.hint


def test_a_branch_without_a_commit(root: Path) -> None:
    """What nobody has committed yet has left no base; two revisions can be compared all the same."""
    git(root, "checkout", "-q", "--orphan", "other")
    with pytest.raises(UsageError, match="'main' and what is checked out have no commit in common"):
        previewed(root)
    assert sentences(previewed(root, "main", "main")) == NOTHING


def test_a_shallow_clone(root: Path, tmp_path: Path) -> None:
    """A clone without the history says how to get it."""
    write(root, A, B, paper("c", "Cy Young"))
    commit(root)
    git(tmp_path, "clone", "-q", "--depth=1", f"file://{root}", "shallow")
    with pytest.raises(UsageError) as caught:
        previewed(tmp_path / "shallow", "HEAD~1")
    assert "git fetch --unshallow" in caught.value.hint
    assert sentences(previewed(tmp_path / "shallow", "HEAD")) == NOTHING


def test_no_repository(tmp_path: Path) -> None:
    """A folder in no repository has no revisions."""
    write(tmp_path, A)
    with pytest.raises(UsageError, match="is in no git repository"):
        previewed(tmp_path)


def test_what_cannot_be_read_is_not_trusted(root: Path) -> None:
    """A broken file in either state makes papers look new or gone: the exit code says so."""
    (root / "two.jsonl").symlink_to("/etc/hostname")
    found = previewed(root)
    assert (found.is_complete, found.exit_code) == (False, 3)


def test_paths_that_lead_out(root: Path, tmp_path: Path) -> None:
    """A commit with a path that git would not check out is refused, and nothing is written outside."""
    content = git(root, "rev-parse", "main:papers.jsonl")
    inner = _tree(root, b"100644 escaped.jsonl\0" + bytes.fromhex(content))
    outer = _tree(
        root,
        b"100644 bylint.toml\0"
        + bytes.fromhex(git(root, "rev-parse", "main:bylint.toml"))
        + b"40000 ..\0"
        + bytes.fromhex(inner),
    )
    hostile = git(root, "commit-tree", outer, "-p", "main", "-m", "x")
    with pytest.raises(UsageError, match="holds a path that leads out of it"):
        previewed(root, "main", hostile)


def _tree(root: Path, data: bytes) -> str:
    (root.parent / "raw").write_bytes(data)
    return git(root, "hash-object", "-t", "tree", "-w", "--literally", str(root.parent / "raw"))


def test_a_file_beyond_any_measure(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that is too large to be read is refused, unless the settings leave it out."""
    monkeypatch.setattr("bylint.corpus.revision.LARGEST_FILE", 500)
    write(root, paper("c", "Cy Young" * 90), path="large.jsonl")
    (root / "empty.jsonl").touch()
    commit(root)
    with pytest.raises(UsageError, match=r"'large\.jsonl' is larger than"):
        previewed(root, "main", "main")
    (root / "bylint.toml").write_text('exclude = ["large.*"]\n')
    commit(root)
    assert sentences(previewed(root, "main", "main")) == NOTHING


def test_links_in_a_revision_lead_nowhere(root: Path) -> None:
    """A link that a revision holds is not followed, wherever it leads."""
    (root / "more.jsonl").symlink_to("papers.jsonl")
    (root / "secret.jsonl").symlink_to("/etc/passwd")
    commit(root)
    found = previewed(root, "main", "main")
    assert sentences(found) == NOTHING
    assert found.after.counts.files == 1


def test_nothing_of_the_repository_is_run(root: Path, tmp_path: Path) -> None:
    """No filter, hook or monitor that the repository names is started."""
    trap = tmp_path / "trap"
    trap.write_text(f"#!/bin/sh\necho >> {tmp_path / 'ran'}\ncat\n")
    trap.chmod(0o755)
    (root / ".gitattributes").write_text("* filter=trap\n")
    commit(root)
    for key in ("core.fsmonitor", "filter.trap.smudge", "filter.trap.clean", "core.pager"):
        git(root, "config", key, str(trap))
    (root / "conftest.py").write_text("raise SystemExit\n")
    write(root, A)
    previewed(root)
    previewed(root, "main", "main")
    assert not (tmp_path / "ran").exists()


def test_withheld_names(root: Path) -> None:
    """A name that either state withholds is told nowhere, also where the change takes it off the list."""
    settings = f'withhold = ["{name_digest(Name("Zoe", "Quill"))}"]\n'
    (root / "bylint.toml").write_text(settings)
    write(root, A, paper("b", "Zoe Quill", "Bo Li"))
    commit(root)
    (root / "bylint.toml").write_text("")
    write(root, A, paper("b", "Max Quill", "Bo Li"), paper("c", "Cy Young"))
    shown = repr(vars_of(previewed(root)))
    assert PLACEHOLDER in shown
    assert "zoe" not in shown.casefold()


def vars_of(found):
    """Everything that formats tell."""
    messages = [finding.message for finding in (*found.before.findings, *found.after.findings, *found.told)]
    return found.pages, found.put, found.bylines, messages, found.outcomes.settled


def test_one_process_or_two(root: Path) -> None:
    """The answer is the same for any number of processes."""
    write(root, A, paper("c", "Cy Young", "Cy Young"))
    one, two = (preview(Request(corpus=str(root), audience="review", jobs=jobs), "main") for jobs in (1, 2))
    assert (one.pages, one.put, one.outcomes, one.told) == (two.pages, two.put, two.outcomes, two.told)


def test_nothing_is_left_behind(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder of a revision is gone afterwards, also where the preview fails."""
    (tmp_path / "scratch").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "scratch"))
    previewed(root, "main", "main")
    with pytest.raises(UsageError):
        previewed(root, "main", "main", select=("no-such-check",))
    assert list((tmp_path / "scratch").iterdir()) == []
