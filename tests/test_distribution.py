"""The wheels: what they hold, and that bylint and a stranger's plugin work side by side from nothing but them."""

import json
import os
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path
from typing import NamedTuple

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "plugins" / "bylint-plugin-example"
PAPERS = """\
{"id": "x-1", "title": "On Names (in Portuguese", "authors": [{"first": "Ada", "last": "Lovelace"}]}
{"id": "x-2", "title": "Twice", "authors": [{"first": "Bo", "last": "Li"}, {"first": "Bo", "last": "Li"}]}
"""


class Installation(NamedTuple):
    """An environment with both wheels and pytest, and with no way to the source folders."""

    bin: Path
    folder: Path
    """Where commands are run."""

    def __call__(self, program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run an installed program."""
        command = [str(self.bin / program), *arguments]
        return subprocess.run(command, cwd=self.folder, env=_bare(), capture_output=True, text=True, check=False)

    def ids(self) -> dict[str, str]:
        """The distribution of every check by id, as `bylint list` gives it."""
        done = self("bylint", "list", "--format", "json")
        assert done.returncode == 0, done.stderr
        return {check["id"]: check["distribution"] for check in json.loads(done.stdout)["checks"]}


def _bare() -> dict[str, str]:
    """The environment without what would lead to the source folders or change what is printed."""
    unwanted = ("PYTHON", "GITHUB_", "COV_", "PYTEST_", "VIRTUAL_ENV")
    return {name: value for name, value in os.environ.items() if not name.startswith(unwanted)}


def _run(*command: str, folder: Path) -> None:
    done = subprocess.run(command, cwd=folder, env=_bare(), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def wheels(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Both wheels, built from the sources, by the name of their distribution."""
    folder = tmp_path_factory.mktemp("wheels")
    for source in (ROOT, EXAMPLE):
        build = ("build", "--wheel", "--no-isolation", "--outdir", str(folder), str(source))
        _run(sys.executable, "-m", *build, folder=folder)
    return {path.name.partition("-")[0]: path for path in folder.glob("*.whl")}


@pytest.fixture(scope="module")
def installed(wheels: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Installation:
    """A fresh environment into which pip has installed both wheels and what they need."""
    folder = tmp_path_factory.mktemp("installed")
    venv.create(folder / "venv", with_pip=True)
    python = folder / "venv" / "bin" / "python"
    packages = [str(wheels["bylint"]), f"{wheels['bylint_plugin_example']}[test]"]
    _run(str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *packages, folder=folder)
    (folder / "papers.jsonl").write_text(PAPERS, encoding="utf-8")
    shutil.copytree(EXAMPLE / "tests", folder / "tests", ignore=shutil.ignore_patterns("__pycache__"))
    return Installation(python.parent, folder)


def _files(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_wheel_holds_two_packages(wheels: dict[str, Path]) -> None:
    """The wheel holds `bylint` and `bylint_checks` and nothing else at its top, whole, with what is no Python."""
    files = _files(wheels["bylint"])
    assert {file.partition("/")[0] for file in files if ".dist-info/" not in file} == {"bylint", "bylint_checks"}
    assert {"bylint/py.typed", "bylint_checks/py.typed"} <= files
    for root in (ROOT / "validators" / "bylint", ROOT / "plugins" / "bylint_checks"):
        sources = {path.relative_to(root.parent).as_posix() for path in root.rglob("*") if path.is_file()}
        assert {path for path in sources if "/." not in path and "/__pycache__/" not in path} <= files
    assert {file for file in files if file.startswith("bylint/cli/templates/")}
    assert any(file.endswith(".dist-info/licenses/LICENSE") for file in files)


def test_example_wheel_holds_one_package(wheels: dict[str, Path]) -> None:
    """A plugin's wheel brings its package, not its tests."""
    files = _files(wheels["bylint_plugin_example"])
    assert {file.partition("/")[0] for file in files if ".dist-info/" not in file} == {"bylint_example"}
    assert "bylint_example/py.typed" in files


def test_roots_hold_no_package() -> None:
    """A stray __init__.py in a source root would shadow another package of that name."""
    for root in (ROOT / "validators", ROOT / "plugins", EXAMPLE, EXAMPLE / "src"):
        assert not (root / "__init__.py").exists()


def test_both_are_listed(installed: Installation) -> None:
    """`bylint list` shows every shipped check and the example's, each with its distribution."""
    ids = installed.ids()
    shipped = {path.stem.replace("_", "-") for path in (ROOT / "plugins" / "bylint_checks").glob("[!_]*.py")}
    assert {check for check, distribution in ids.items() if distribution == "bylint"} >= shipped
    example = {check for check, distribution in ids.items() if distribution == "bylint-plugin-example"}
    assert example == {"example/name-as-affiliation", "example/unclosed-bracket"}


def test_both_find_something(installed: Installation) -> None:
    """One run reports what our checks find and what the stranger's find."""
    done = installed("bylint", "check", "papers.jsonl", "--format", "json")
    assert done.returncode == 1, done.stderr
    found = {finding["check"]: finding["papers"] for finding in json.loads(done.stdout)["findings"]}
    assert found["example/unclosed-bracket"] == ["x-1"]
    assert found["repeated-author"] == ["x-2"]


def test_options_of_the_example(installed: Installation) -> None:
    """A repository sets a stranger's options by the prefixed id; a misspelt one is refused with the right one."""
    settings = installed.folder / "pairs.toml"
    settings.write_text('[checks."example/unclosed-bracket"]\npairs = ["[]"]\n', encoding="utf-8")
    done = installed("bylint", "check", "papers.jsonl", "--config", "pairs.toml", "--select", "example/*")
    assert done.returncode == 0, done.stdout
    settings.write_text('[checks."example/unclosed-bracket"]\npair = ["[]"]\n', encoding="utf-8")
    done = installed("bylint", "check", "papers.jsonl", "--config", "pairs.toml")
    assert done.returncode == 2
    assert "did you mean 'pairs'?" in done.stderr


def test_pages_are_there(installed: Installation) -> None:
    """`bylint explain` prints a stranger's page with its options."""
    done = installed("bylint", "explain", "example/unclosed-bracket")
    assert done.stdout.startswith("# example/unclosed-bracket\n")
    assert '- `pairs = ["()", "[]", "{}"]`: Each an opening sign and the sign that closes it.' in done.stdout


def test_templates_are_there(installed: Installation) -> None:
    """`bylint new` works from the wheel, and what it writes passes its test."""
    done = installed("bylint", "new", "--plugin", "acme", "short-title")
    assert done.returncode == 0, done.stderr
    done = installed("python", "-m", "pytest", "-q", "bylint-plugin-acme")
    assert done.returncode == 0, done.stdout


def test_the_example_tests_itself(installed: Installation) -> None:
    """The example's own tests pass where it is installed, away from its sources."""
    done = installed("python", "-m", "pytest", "-q", "--import-mode=importlib", "tests")
    assert done.returncode == 0, done.stdout


def test_uninstalled_plugin_is_gone(installed: Installation) -> None:
    """Without the plugin its checks are gone, and ours are what they were."""
    before = installed.ids()
    done = installed("python", "-m", "pip", "uninstall", "--quiet", "--yes", "bylint-plugin-example")
    assert done.returncode == 0, done.stderr
    assert installed.ids() == {check: owner for check, owner in before.items() if owner == "bylint"}
