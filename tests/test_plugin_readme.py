"""plugins/README.md: a stranger who does what it says gets what it says."""

import os
import re
import shlex
import site
import subprocess
import sys
import venv
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

import bylint
from bylint import checks, plugins
from bylint.model import PARTS

README = Path(__file__).resolve().parent.parent / "plugins" / "README.md"
TEXT = README.read_text(encoding="utf-8")
FENCE = re.compile(r"^(?P<above>[^\n]*)\n\n?```(?P<language>\w*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)


class Block(NamedTuple):
    """A code block: what a file holds, or commands with what they print."""

    language: str
    file: str
    """Empty for commands."""
    body: str


def blocks() -> Iterator[Block]:
    """The code blocks of the page, in order."""
    for match in FENCE.finditer(TEXT):
        named = re.fullmatch(r"`([\w./-]+)`", match["above"])
        yield Block(match["language"], named[1] if named else "", match["body"])


def commands(body: str) -> Iterator[tuple[str, str]]:
    """Each command of a console block, with what it is said to print."""
    for part in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
        command, _, output = part.partition("\n")
        yield command, output


def shown(output: str) -> re.Pattern[str]:
    """What an output has to look like: `...` stands for anything, on a line of its own for any lines."""
    lines = "".join(".*?" if part == "..." else re.escape(part) for part in re.split(r"(\.\.\.)(?!\.)", output))
    return re.compile(lines, re.DOTALL)


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """The environment of a stranger: a fresh virtual environment, in which bylint is installed and no plugin is."""
    venv.create(tmp_path / "venv", with_pip=False)
    folder = tmp_path / "venv" / "bin"
    (packages,) = (tmp_path / "venv").glob("lib/python*/site-packages")
    lines = [f"import site; site.addsitedir({path!r})" for path in site.getsitepackages()]
    (packages / "installed.pth").write_text("\n".join(lines), encoding="utf-8")
    (folder / "bylint").write_text(f'#!/bin/sh\nexec {shlex.quote(str(folder / "python"))} -m bylint "$@"\n')
    (folder / "bylint").chmod(0o755)
    sources = filter(None, os.environ.get("PYTHONPATH", "").split(os.pathsep))
    return {
        **{
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("CI", "GITHUB_", "PYTEST_", "COV_"))
        },
        "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": os.pathsep.join(map(os.path.abspath, sources)),
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTEST_ADDOPTS": "-p no:cacheprovider",
        "COLUMNS": "80",
    }


def test_every_block_is_run() -> None:
    """Every code block is a file that says its name, or commands."""
    found = list(blocks())
    assert len(found) == TEXT.count("\n```") / 2
    for block in found:
        assert bool(block.file) != (block.language == "console"), block.body


@pytest.mark.slow
def test_page_says_what_happens(tmp_path: Path, environment: dict[str, str]) -> None:
    """From an empty folder, every file written and every command typed prints what the page shows."""
    folder = tmp_path / "work"
    folder.mkdir()
    for block in blocks():
        if block.file:
            (folder / block.file).write_text(block.body, encoding="utf-8")
            continue
        for command, output in commands(block.body):
            if command.startswith("cd "):
                folder /= command.removeprefix("cd ")
                continue
            command = command.replace("pip install", "pip install --no-deps")  # they are here already
            done = subprocess.run(
                ["bash", "-c", command],
                cwd=folder,
                env=environment,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                check=False,
            )
            assert shown(output).fullmatch(done.stdout), f"$ {command}\n{done.stdout}"
    types = ["mypy", "--strict", "--cache-dir", str(tmp_path / "types"), "--python-executable", sys.executable]
    home = str(Path(bylint.__file__).resolve().parents[1])
    is_installed = home in map(os.path.realpath, site.getsitepackages())  # then mypy finds it by itself
    paths = os.pathsep.join(["src"] if is_installed else ["src", home])
    done = subprocess.run(
        [sys.executable, "-m", *types, "src", "tests"],
        cwd=folder,
        env={**environment, "MYPYPATH": paths},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_new_plugin_is_what_the_page_writes() -> None:
    """`bylint new --plugin acme short-title` does the first three steps: the same files, the same hook."""
    files = {block.file: block.body for block in reversed(list(blocks()))}
    templates = Path(bylint.__file__).parent / "cli" / "templates"
    written = (templates / "__init__.py.template").read_text(encoding="utf-8")
    assert written.partition("\n")[2] == files["src/bylint_acme/__init__.py"].partition("\n")[2]


def test_every_refusal_that_is_explained_can_be_met() -> None:
    """The words of a refusal in the table are words that bylint says, or pluggy."""
    table = TEXT.partition("| it says | because |")[2].partition("\n\n")[0]
    said = re.findall(r"^\| `(.+?)` \|", table, re.MULTILINE)
    sources = "".join(Path(str(module.__file__)).read_text(encoding="utf-8") for module in (checks, plugins))
    assert len(said) > 10
    for words in said:
        assert words in sources or words == "unknown hook", words


def test_tables_name_every_subject_and_view() -> None:
    """A subject or a view that is added is added to the page."""
    rows = set(re.findall(r"^\| `(\w+)` \|", TEXT, re.MULTILINE))
    assert {kind.__name__ for kind in (*checks.SUBJECTS, *checks.VIEWS)} <= rows


def test_page_has_the_words_for_needs() -> None:
    """What a check may need, and a loader may know, is said in the words that there are."""
    words = re.search(r"what a Loader `knows`:(.*?)\.\n", TEXT, re.DOTALL)
    assert words is not None
    assert re.findall(r"`(\w+)`", words[1]) == list(PARTS)


def test_api_version() -> None:
    """The page is about the version that there is."""
    assert f"`bylint.API_VERSION` is {bylint.API_VERSION}." in TEXT
