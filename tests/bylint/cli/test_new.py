"""`bylint new`: a check and its test that work at once."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from bylint.checks import SUBJECTS
from bylint.cli import main, new

ROOT = Path(__file__).resolve().parents[3]
SUBJECT_WORDS = sorted(SUBJECTS.values())
ENTRY_POINT = '[project.entry-points.bylint]\nacme = "acme_checks"\n'


@pytest.fixture(autouse=True)
def _empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty folder to stand in."""
    monkeypatch.chdir(tmp_path)


def make(text: str, *paths: str) -> None:
    """Files that hold a text, with the folders around them."""
    for path in paths:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text(text, encoding="utf-8")


def files() -> list[str]:
    """Every file from here, sorted."""
    return sorted(path.as_posix() for path in Path().rglob("*") if path.is_file())


def tool(*arguments: str, folder: Path, **environment: str) -> None:
    """Run a tool in a folder, with all of it in the message where it fails."""
    done = subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1", **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_subjects_are_those_of_checks() -> None:
    """There is a template for every subject that a check can have, and for no other."""
    assert sorted(new._subjects()) == SUBJECT_WORDS


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["pytest", "-q", "-p", "no:cacheprovider"], id="its own tests"),
        pytest.param(["ruff", "check", "--no-cache"], id="ruff"),
        pytest.param(["ruff", "format", "--no-cache", "--check"], id="ruff format"),
        pytest.param(["mypy", "--strict", "--cache-dir", "../types", "src", "tests"], id="mypy --strict"),
    ],
)
def test_what_is_written_works(tmp_path: Path, arguments: Sequence[str]) -> None:
    """A new plugin with a check for every subject passes its tests, and no tool finds anything to say of it."""
    main(["new", "--plugin", "acme", "first-check"])
    os.chdir("bylint-plugin-acme")
    for subject in SUBJECT_WORDS:
        assert main(["new", f"odd-{subject}", "--subject", subject]) == 0
    paths = os.pathsep.join(["src", str(ROOT / "validators")])
    tool(*arguments, folder=tmp_path / "bylint-plugin-acme", MYPYPATH=paths)


def test_in_a_plugin(capsys: pytest.CaptureFixture[str]) -> None:
    """The package is found by the entry point, from any folder of the plugin, and the test goes to tests."""
    make(ENTRY_POINT, "pyproject.toml")
    make("", "acme_checks/__init__.py", "docs/readme")
    os.chdir("docs")
    assert main(["new", "short-title"]) == 0
    os.chdir("..")
    assert "acme_checks/short_title.py" in capsys.readouterr().out
    assert "from acme_checks.short_title import short_title" in Path("tests/test_short_title.py").read_text()
    assert files() == [
        "acme_checks/__init__.py",
        "acme_checks/short_title.py",
        "docs/readme",
        "pyproject.toml",
        "tests/test_short_title.py",
    ]


@pytest.mark.parametrize("place", ["acme_checks", "src/acme_checks", "plugins/acme_checks"])
def test_package_in_a_source_root(place: str) -> None:
    """The package may stand beside pyproject.toml or in a folder there, whatever that is called."""
    make(ENTRY_POINT, "pyproject.toml")
    make("", f"{place}/__init__.py", ".venv/acme_checks/__init__.py")
    assert main(["new", "short-title"]) == 0
    assert Path(place, "short_title.py").is_file()


def test_package_in_a_package() -> None:
    """An entry point may name a package inside another, or one object of it."""
    make('[project.entry-points.bylint]\nacme = "acme.checks:plugin"\n', "pyproject.toml")
    make("", "src/acme/__init__.py", "src/acme/checks/__init__.py")
    assert main(["new", "short-title"]) == 0
    assert "from acme.checks.short_title import" in Path("tests/test_short_title.py").read_text()


def test_in_bylint_itself(tmp_path: Path) -> None:
    """A check of our own is written by the same command; its test goes to tests/checks, and our lint accepts both."""
    settings = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    make(settings, "pyproject.toml")
    make("", "plugins/bylint_checks/__init__.py")
    Path("tests/checks").mkdir(parents=True)
    assert main(["new", "short-title"]) == 0
    written = ["plugins/bylint_checks/short_title.py", "tests/checks/test_short_title.py"]
    assert set(written) < set(files())
    tool("ruff", "check", "--no-cache", "--select", "I,F,E,W,ANN,B,PT,UP", *written, folder=tmp_path)
    tool("ruff", "format", "--no-cache", "--check", *written, folder=tmp_path)


def test_into_and_tests_say_where() -> None:
    """Without a pyproject.toml the options say where both files go."""
    make("", "lib/acme/__init__.py", "checks/tests/readme")
    assert main(["new", "short-title", "--into", "lib/acme", "--tests", "checks/tests"]) == 0
    assert {"lib/acme/short_title.py", "checks/tests/test_short_title.py"} <= set(files())


def test_into_alone_finds_the_tests() -> None:
    """With --into alone the tests go to the project around it."""
    make('[project]\nname = "other"\n', "project/pyproject.toml")
    make("", "project/acme/__init__.py")
    assert main(["new", "short-title", "--into", "project/acme"]) == 0
    assert "project/tests/test_short_title.py" in files()


def test_new_plugin() -> None:
    """--plugin makes a whole plugin around its first check; a second one goes in by the plain command."""
    assert main(["new", "--plugin", "acme_two", "short-title"]) == 0
    os.chdir("bylint-plugin-acme-two")
    assert main(["new", "long-title"]) == 0
    assert files() == [
        "pyproject.toml",
        "src/bylint_acme_two/__init__.py",
        "src/bylint_acme_two/long_title.py",
        "src/bylint_acme_two/short_title.py",
        "tests/test_long_title.py",
        "tests/test_short_title.py",
    ]
    assert 'acme_two = "bylint_acme_two"' in Path("pyproject.toml").read_text()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(["short-title"], "there is no pyproject.toml at or above", id="no project"),
        pytest.param(["Short-Title"], "is no id of a check", id="an id with capitals"),
        pytest.param(["short_title"], "is no id of a check", id="an id with underscores"),
        pytest.param(["acme/short-title"], "is no id of a check", id="an id with a prefix"),
        pytest.param(["../evil"], "is no id of a check", id="an id that leaves the folder"),
        pytest.param([""], "is no id of a check", id="no id"),
        pytest.param(["class"], "means something else", id="a keyword"),
        pytest.param(["list"], "means something else", id="a builtin"),
        pytest.param(["paper"], "means something else", id="a word that tests use"),
        pytest.param(["short-title", "--subject", "papr"], "did you mean 'paper'?", id="a misspelt subject"),
        pytest.param(["short-title", "--into", "none"], "there is no folder 'none'", id="no such folder"),
        pytest.param(["short-title", "--tests", "none"], "there is no folder 'none'", id="no such folder of tests"),
        pytest.param(["short-title", "--into", "plain"], "holds no __init__.py", id="a folder that is no package"),
        pytest.param(["short-title", "--into", "lib"], "no pyproject.toml at or above", id="tests nowhere"),
        pytest.param(["short-title", "--plugin", "Acme"], "'Acme' is no prefix", id="a prefix with capitals"),
        pytest.param(["short-title", "--plugin", "bylint"], "'bylint' is no prefix", id="a prefix that is taken"),
        pytest.param(["short-title", "--plugin", "taken"], "is there already", id="a plugin that is there"),
        pytest.param(
            ["short-title", "--plugin", "acme", "--into", "lib"], "makes its own folders", id="two ways to say where"
        ),
    ],
)
def test_wrong_use(capsys: pytest.CaptureFixture[str], arguments: Sequence[str], message: str) -> None:
    """Wrong use is said in one or two lines, with exit code 2, and nothing is written."""
    make("", "plain/readme", "lib/__init__.py", "bylint-plugin-taken/readme")
    before = files()
    assert main(["new", *arguments]) == 2
    error = capsys.readouterr().err
    assert message in error
    assert len(error.splitlines()) <= 2
    assert files() == before


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        pytest.param("", "has no [project.entry-points.bylint]", id="nothing"),
        pytest.param("project = 7", "has no [project.entry-points.bylint]", id="no table"),
        pytest.param("[project]\nentry-points = 7", "has no [project.entry-points.bylint]", id="no groups"),
        pytest.param("[project.entry-points]\nbylint = 7", "has no [project.entry-points.bylint]", id="no points"),
        pytest.param('[project.entry-points.bylint]\na = "a"\nb = "b"', "names several packages: a, b", id="two"),
        pytest.param('[project.entry-points.bylint]\na = "none"', "is no package below it", id="no such package"),
        pytest.param('[project.entry-points.bylint]\na = "lib"', "is in several folders", id="two such packages"),
        pytest.param("[[", "not readable as TOML", id="no TOML"),
    ],
)
def test_projects_that_do_not_say_where(capsys: pytest.CaptureFixture[str], settings: str, message: str) -> None:
    """A pyproject.toml that leads to no package, or to several, is refused with what to do."""
    make(settings, "pyproject.toml")
    make("", "lib/__init__.py", "src/lib/__init__.py")
    before = files()
    assert main(["new", "short-title"]) == 2
    assert message in capsys.readouterr().err
    assert files() == before


@pytest.mark.parametrize("path", ["acme_checks/short_title.py", "tests/test_short_title.py"])
def test_nothing_is_overwritten(capsys: pytest.CaptureFixture[str], path: str) -> None:
    """Where one of the two files is there already, neither is written."""
    make(ENTRY_POINT, "pyproject.toml")
    make("", "acme_checks/__init__.py")
    make("mine", path)
    before = files()
    assert main(["new", "short-title"]) == 2
    assert f"{path} is there already; nothing is written" in capsys.readouterr().err
    assert (files(), Path(path).read_text()) == (before, "mine")


def test_link_to_nowhere_is_not_followed() -> None:
    """A link counts as a file that is there, whatever it leads to."""
    make(ENTRY_POINT, "pyproject.toml")
    make("", "acme_checks/__init__.py")
    Path("acme_checks/short_title.py").symlink_to("elsewhere")
    assert main(["new", "short-title"]) == 2
    assert not Path("acme_checks/elsewhere").exists()


def test_folder_of_the_same_name_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    """A folder that Python would import in the check's place is an error."""
    make(ENTRY_POINT, "pyproject.toml")
    make("", "acme_checks/__init__.py", "acme_checks/short_title/__init__.py")
    assert main(["new", "short-title"]) == 2
    assert "would hide the check" in capsys.readouterr().err


def test_nothing_is_half_written(capsys: pytest.CaptureFixture[str]) -> None:
    """Where the second file cannot be written, the first one and the folders are taken back."""
    make(ENTRY_POINT, "pyproject.toml")
    make("", "acme_checks/__init__.py")
    make("a file where a folder should be", "tests")
    before = files()
    assert main(["new", "short-title"]) == 2
    assert "cannot be written" in capsys.readouterr().err
    assert files() == before


def test_interrupt_takes_back_what_was_written() -> None:
    """Ctrl-C between two files leaves neither file nor folder."""
    opened = Path.open

    def interrupted(path: Path, *arguments: object, **more: object) -> object:
        if path.name == "test_short_title.py":
            raise KeyboardInterrupt
        return opened(path, *arguments, **more)  # type: ignore[arg-type]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "open", interrupted)
        assert main(["new", "--plugin", "acme", "short-title"]) == 130
    assert files() == []
    assert not Path("bylint-plugin-acme").exists()
