"""`bylint preview`: what a change does."""

import json
import re
from pathlib import Path

import pytest

from bylint.cli import main
from previews import commit, git, paper, person, repository, write

TWICE = paper("c", "Cy Young", "Cy Young")


@pytest.fixture(autouse=True)
def _repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A repository to stand in, and nothing in the environment that changes what is printed."""
    root = repository(tmp_path / "work", person("bo-li", "Bo Li"), paper("a", "Wei Liu", "Bo Li"))
    monkeypatch.chdir(root)
    for name in ("GITHUB_ACTIONS", "FORCE_COLOR", "NO_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)


def call(capfdbinary: pytest.CaptureFixture[bytes], *arguments: str) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of `bylint preview`."""
    code = main(["preview", *arguments])
    out, err = capfdbinary.readouterr()
    return code, out.decode(), err.decode()


def test_nothing_changes(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """Nothing to decide."""
    code, out, err = call(capfdbinary, "main")
    assert (code, err) == (0, "")
    assert re.fullmatch(
        r"main \([0-9a-f]{12}\) to the work tree\n  This change touches no page, no byline and no finding.\n", out
    )


def test_what_it_brings(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """A sure error that the change brings fails; one that was there does not."""
    write(Path.cwd(), TWICE, path="new.jsonl")
    code, out, _ = call(capfdbinary, "main")
    assert code == 1
    assert "  This ingest makes 1 page.\n" in out
    assert "  error    Cy Young is listed twice  [repeated-author]" in out
    commit(Path.cwd())
    assert call(capfdbinary, "main")[0] == 0
    assert call(capfdbinary, "main~1", "main")[0] == 1
    assert call(capfdbinary, "main~1", "main", "--ignore", "repeated-author")[0] == 0
    assert call(capfdbinary, "main~1", "main", "--select", "missing-title")[0] == 0


def test_less_sure_ones(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """At a review everything is told, and fails."""
    write(Path.cwd(), person("ed-a", "Ed Ng"), person("ed-b", "Ed Ng"), path="new.jsonl")
    arguments = ("main", "--select", "two-people-one-name-both-matching")
    code, out, _ = call(capfdbinary, *arguments)
    hidden = "This change brings 1 and settles 0 that are less sure, which --for review tells." in out
    code_of_review, of_review, _ = call(capfdbinary, *arguments, "--for", "review")
    assert (code, hidden, code_of_review) == (0, True, 1)
    assert "[two-people-one-name-both-matching]" in of_review


def test_formats(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """Each --format goes where the --output after it says."""
    write(Path.cwd(), paper("b", "Bo Li"), path="new.jsonl")
    arguments = ("--format", "json", "--output", "a.json", "--format", "markdown")
    code, out, _ = call(capfdbinary, "main", *arguments)
    said = "This ingest puts 1 paper on 1 verified page by name alone."
    assert code == 0
    assert out.startswith("### bylint: `main (")
    assert f"- {said}\n" in out
    told = json.loads(Path("a.json").read_text(encoding="utf-8"))
    assert (told["format"], told["summary"]) == ("bylint-preview-1", [said])
    assert told["placements"][0]["location"] == {"path": "new.jsonl", "line": 1, "column": 56}


def test_quiet_and_color(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """Nothing is printed where nothing is to be, and colour where it is asked for."""
    assert call(capfdbinary, "main", "--quiet") == (0, "", "")
    assert "\x1b[1m" in call(capfdbinary, "main", "--color", "always")[1]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "the following arguments are required: BASE"),
        (("nowhere",), "there is no revision 'nowhere'"),
        (("main", "nowhere"), "there is no revision 'nowhere'"),
        (("main", "main", "main"), "unrecognized arguments: main"),
        (("main", "--format", "sarif"), "there is no format 'sarif'"),
        (("main", "--corpus", "nowhere"), "there is no file or folder 'nowhere'"),
        (("main", "--select", "mixed"), "there is no check 'mixed'"),
        (("main", "--output", "papers.jsonl"), "'papers.jsonl' is a file of the corpus"),
        (("main", "main", "--output", "papers.jsonl"), "'papers.jsonl' is a file of the corpus"),
    ],
)
def test_wrong_use(capfdbinary: pytest.CaptureFixture[bytes], arguments: tuple[str, ...], said: str) -> None:
    """What is wrong is said in a line or two, with what to do, and nothing else is printed."""
    code, out, err = call(capfdbinary, *arguments)
    assert (code, out) == (2, "")
    assert said in err
    assert 1 <= len(err.splitlines()) <= 2


def test_what_cannot_be_trusted(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """A file that cannot be read is said on standard error, with the state it is in."""
    Path("two.jsonl").symlink_to("/etc/hostname")
    code, out, err = call(capfdbinary, "main")
    assert code == 3
    assert "The run is not to be trusted" in out
    assert err.startswith("bylint: not to be trusted, after the change: ")
    code, _, err = call(capfdbinary, "main", "main", "--select", "unused-waiver")
    assert (code, err) == (3, "bylint: no check is selected, so nothing is proved\n")


def test_from_another_folder(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    """The corpus may be named, and may be a part of the repository; paths are those of the repository."""
    root = Path.cwd()
    (root / "deep").mkdir()
    write(root, TWICE, path="deep/papers.jsonl")
    git(root, "add", "-A")
    monkeypatch.chdir("/")
    code, out, _ = call(capfdbinary, "main", "--corpus", str(root / "deep"))
    assert code == 1
    assert "  deep/papers.jsonl:1:" in out
