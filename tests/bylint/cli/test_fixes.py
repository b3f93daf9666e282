"""`bylint check --fix`, `--fix-suggested`, `--diff`: what is printed, where, and the exit codes."""

import hashlib
import json
import subprocess
from pathlib import Path

import pytest

from bylint.cli import main
from bylint.cli._fixes import _told
from bylint.corpus.scope import Scope
from bylint.fixing import Plan, Refusal
from bylint.model import Location, Name
from bylint.privacy import name_digest, withheld

PAPERS = (
    '{"id": "a", "title": "T", "authors": [{"first": "Ada T.h.", "last": "Lovelace"}]}\n'
    '{"id": "b", "title": "T", "authors": [{"first": "Mausam", "last": "-"}, {"first": "Bo", "last": "Li†"}]}\n'
    '{"id": "c", "title": "T", "authors": [{"first": "Alex>", "last": "Reed"}]}'
)
FIXED = PAPERS.replace("T.h.", "T.H.").replace('"Mausam", "last": "-"', '"", "last": "Mausam"').replace("†", "")


@pytest.fixture(autouse=True)
def _repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder with papers, of which three have a safe fix and one a suggestion."""
    monkeypatch.chdir(tmp_path)
    for name in ("GITHUB_ACTIONS", "FORCE_COLOR", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    Path("bylint.toml").write_text('select = ["lowercase-initial", "placeholder-surname", "stray-character"]\n')
    Path("papers.jsonl").write_text(PAPERS, encoding="utf-8")


def call(capfdbinary: pytest.CaptureFixture[bytes], *arguments: str) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of a command line."""
    code = main(["check", *arguments])
    out, err = capfdbinary.readouterr()
    return code, out.decode(), err.decode()


def written() -> str:
    """The papers as they are now."""
    return Path("papers.jsonl").read_text(encoding="utf-8")


def test_fix(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """The safe fixes are made, the report has what is left, and the exit code is that of what is left."""
    code, out, err = call(capfdbinary, ".", "--fix")
    assert code == 1
    assert written() == FIXED
    assert "“Alex> Reed” holds “>”" in out
    assert "fix: first “Alex>” → “Alex” (a suggestion)" in out
    assert "1 shown" in out
    assert err == (
        "bylint: 3 findings fixed in 1 file\n"
        "bylint: suggestions are left for you to decide: stray-character (1); apply them with --fix-suggested CHECK\n"
    )


def test_fix_suggested(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """The suggestions of a named check are made as well; nothing is left, and a second run changes nothing."""
    code, out, err = call(capfdbinary, ".", "--fix-suggested", "lowercase-*,stray-character", "--quiet")
    assert (code, out, err) == (0, "", "bylint: 4 findings fixed in 1 file\n")
    assert written() == FIXED.replace("Alex>", "Alex")
    assert call(capfdbinary, ".", "--fix", "--quiet") == (0, "", "bylint: no finding fixed\n")


def test_diff(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """The diff is bytes for `git apply`, nothing is changed, and the exit code says whether anything would be."""
    code, out, err = call(capfdbinary, ".", "--diff", "--fix")
    assert (code, written()) == (1, PAPERS)
    assert out.startswith("--- a/papers.jsonl\n+++ b/papers.jsonl\n@@ -1,3 +1,3 @@\n-")
    assert out.endswith("\n\\ No newline at end of file\n")
    assert err.startswith("bylint: 3 findings would be fixed in 1 file\n")
    subprocess.run(["git", "apply", "-"], input=out.encode(), check=True)
    assert written() == FIXED
    assert call(capfdbinary, ".", "--diff")[:2] == (0, "")


def test_quiet_diff(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """With --quiet the exit code alone says it."""
    assert call(capfdbinary, ".", "--diff", "--quiet")[:2] == (1, "")


def test_diff_in_color_does_not_act(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """Coloured for a terminal, what stands in the records is spelt out."""
    Path("papers.jsonl").write_bytes(PAPERS.replace('"T"', '"\u202eT"').encode())
    out = call(capfdbinary, ".", "--diff", "--color", "always")[1]
    assert "\x1b[32m+" in out
    assert "\u202e" not in out
    assert "\\u202e" in out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--diff", "--format", "json"), "--diff prints a diff, and no report"),
        (("--fix-suggested", "lower"), "--fix-suggested: there is no check 'lower'"),
        (("--fix-suggested", "missing-title"), "'missing-title' has no fixes, or is not among the checks that run"),
        (("--fix", "--select", "stray-caracter"), "did you mean 'stray-character'?"),
        (("--fix", "--base", "main"), "is in no git repository"),
    ],
)
def test_wrong_use(capfdbinary: pytest.CaptureFixture[bytes], arguments: tuple[str, ...], message: str) -> None:
    """Wrong use is said in two lines, and nothing is changed."""
    code, out, err = call(capfdbinary, ".", *arguments)
    assert (code, out, written()) == (2, "", PAPERS)
    assert message in err


def test_file_that_cannot_be_written(
    capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Exit code 3, with the reason; the file is as it was."""
    monkeypatch.setattr("bylint.writing.os.access", lambda path, mode: False)
    code, _, err = call(capfdbinary, ".", "--fix", "--quiet")
    assert (code, written()) == (3, PAPERS)
    assert "bylint: no finding fixed\nbylint: papers.jsonl: the file is protected against writing" in err


def test_file_that_goes_away_before_the_diff(
    capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A diff that is not whole ends with 3."""

    def gone(path: Path, root: Path, patch: object) -> None:
        from bylint.files import UnreadableError

        raise UnreadableError("the file cannot be opened: gone")

    monkeypatch.setattr("bylint.cli._diffs.patched", gone)
    code, out, err = call(capfdbinary, ".", "--diff")
    assert (code, out) == (3, "")
    assert "papers.jsonl: the file cannot be opened: gone; nothing is changed there" in err


def test_run_that_is_not_to_be_trusted(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """A broken record may hold what a fix depends on: nothing is changed, and the exit code is 3."""
    Path("broken.jsonl").write_bytes(b"\xff\n")
    for option in ("--fix", "--diff"):
        code, _, err = call(capfdbinary, ".", option, "--quiet")
        assert (code, written()) == (3, PAPERS)
        assert err == (
            "bylint: nothing is fixed, because the run is not to be trusted: "
            "broken.jsonl: not UTF-8: invalid start byte\n"
        )


def test_withheld_names_are_not_in_the_diff(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """A stretch that would tell a name which its bearer gave up is not printed, and that is said."""
    digest = hashlib.sha256(b"mausam -").hexdigest()
    Path("bylint.toml").write_text(f'select = ["placeholder-surname", "lowercase-initial"]\nwithhold = ["{digest}"]\n')
    code, out, err = call(capfdbinary, ".", "--diff")
    assert (code, out) == (1, "")
    assert "1 change not printed, because of a withheld name; --fix makes them all the same" in err
    code, out, _ = call(capfdbinary, ".", "--format", "json")
    fixes = [finding["fix"] for finding in json.loads(out)["findings"]]
    assert [fix and fix["changes"][0]["new"] for fix in fixes] == ["Ada T.H.", None]


def test_withheld_name_over_two_lines_is_not_in_the_diff(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """Laid out over lines, as databases and some XML are, a name is told by no line alone."""
    digest = hashlib.sha256(b"ada lovelace").hexdigest()
    Path("bylint.toml").write_text(f'select = ["stray-character"]\nwithhold = ["{digest}"]\n')
    Path("papers.jsonl").unlink()
    authors = "".join(
        f"<author><first>{first}</first>\n<last>{last}</last></author>\n"
        for first, last in (("Ada", "Lovelace"), ("Bo", "Li†"))
    )
    Path("data/xml").mkdir(parents=True)
    Path("data/xml/2020.x.xml").write_text(
        f'<collection id="2020.x"><volume id="1"><paper id="1"><title>T</title>{authors}</paper></volume></collection>'
    )
    code, out, err = call(capfdbinary, ".", "--diff")
    assert (code, out) == (1, "")
    assert "1 change not printed" in err


def test_withheld_name_is_not_in_what_is_said() -> None:
    """The id of an entry is the name as a slug."""
    refusal = Refusal("x", Location("people.yaml", "zoe-quill", field="comment"), "no")
    hidden = withheld([name_digest(Name("Zoe", "Quill"))], [Name("Zoe", "Quill")])
    plan = Plan(Scope(Path(), (), None), {}, refused=(refusal,), withheld=hidden)
    assert list(_told(plan, {}, "fixed"))[1] == "people.yaml [name withheld] comment: a fix of x is refused: no"


def test_everything_that_is_left_is_said() -> None:
    """Refused, waiting, outside of the PATHs, less sure, suggested: a sentence each."""
    refusals = tuple(Refusal("x", Location("a.xml", f"p-{n}", "author", 1, "last"), "no") for n in range(12))
    plan = Plan(
        Scope(Path(), (), None), {}, refused=refusals, beyond=2, unsure=1, waiting=1, suggested={"b": 1, "a": 2}
    )
    told = list(_told(plan, {}, "fixed"))
    assert told[0] == "no finding fixed"
    assert told[1] == "a.xml p-0 author 1 last: a fix of x is refused: no"
    assert told[11:] == [
        "2 more refused",
        "1 fix had to wait for others for 10 rounds; run it again",
        "2 fixes left, with changes outside of the PATHs; check the whole repository for them",
        "1 fix left, of less sure findings; --for review applies them, too",
        "suggestions are left for you to decide: a (2), b (1); apply them with --fix-suggested CHECK",
    ]
