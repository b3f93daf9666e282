"""Write a check and its test, from a template.

In a plugin's folder the package is found by the entry point in pyproject.toml; with --plugin a new plugin is made
around the check. What is written works and passes its test: a small check for a placeholder, in the place of which
you write your own.
"""

import argparse
import builtins
import contextlib
import keyword
import os
import sys
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from string import Template
from typing import Any

from bylint import __version__
from bylint.checks import ID
from bylint.errors import UsageError
from bylint.plugins import OURS, PREFIX

TEMPLATES = Path(__file__).parent / "templates"
_TAKEN = frozenset({"bylint", "check", "corpus", "examples", "finding", "paper", "person", "pytest", "records", "run"})
"""What the test calls other things by."""
_WAYS_OUT = "go into a plugin's folder, make one with --plugin PREFIX, or say --into DIR and --tests DIR"


@dataclass(frozen=True, slots=True)
class Home:
    """Where a check goes."""

    package: Path
    """The folder of the package."""
    name: str
    """What the package is imported as."""
    tests: Path
    is_ours: bool = False
    """Whether the package stands beside bylint itself, which sorts the imports of tests differently."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `bylint new`."""
    parser.add_argument("check", metavar="CHECK", help="the id, which says what is wrong: short-title")
    parser.add_argument("--subject", choices=tuple(_subjects()), default="paper", help="what is looked at")
    parser.add_argument("--into", metavar="DIR", help="the package's folder, where no entry point says it")
    parser.add_argument("--tests", metavar="DIR", help="the folder of the tests; tests/checks or tests otherwise")
    parser.add_argument("--plugin", metavar="PREFIX", help="make a new plugin, whose check ids begin with PREFIX/")


def run(parsed: argparse.Namespace) -> int:
    """Write the files, all of them or none. Raises UsageError."""
    module = _module(parsed.check)
    files: dict[Path, str] = {}
    if parsed.plugin is None:
        home = _found(parsed.into, parsed.tests)
    elif parsed.into is None and parsed.tests is None:
        home = _new_plugin(parsed.plugin, files)
    else:
        message = "--plugin makes its own folders"
        raise UsageError(message, "leave out --into and --tests")
    if (home.package / module).is_dir():
        message = f"{_shown(home.package / module)} is a folder already, and would hide the check"
        raise UsageError(message)
    test = home.tests / f"test_{module}.py"
    files[home.package / f"{module}.py"] = _check_text(parsed.subject, module)
    files[test] = _test_text(parsed.subject, module, home)
    _write(files)
    sys.stdout.write("".join(f"{_shown(path)}\n" for path in files))
    sys.stdout.write(f"\nTry it: python -m pytest {_shown(test)}\nNow write what it shall find.\n")
    return 0


def _module(check: str) -> str:
    module = check.replace("-", "_")
    if not ID.fullmatch(check):
        message = f"{check!r} is no id of a check"
        raise UsageError(message, "lower case words with '-' between them: short-title")
    if module in _TAKEN or keyword.iskeyword(module) or hasattr(builtins, module):
        message = f"{check!r} means something else in Python or bylint"
        raise UsageError(message, "say what is wrong: short-title")
    return module


def _found(into: str | None, tests: str | None) -> Home:
    """The home that the options say, or else the nearest pyproject.toml. Raises UsageError."""
    for folder in (into, tests):
        if folder is not None and not Path(folder).is_dir():
            message = f"there is no folder {folder!r}"
            raise UsageError(message)
    start = Path(into or ".").resolve()
    if into is not None and not (start / "__init__.py").is_file():
        message = f"{into!r} is no package: it holds no __init__.py"
        raise UsageError(message)
    project = next((folder for folder in (start, *start.parents) if (folder / "pyproject.toml").is_file()), None)
    if project is None and (into is None or tests is None):
        message = f"there is no pyproject.toml at or above {start}"
        raise UsageError(message, _WAYS_OUT)
    settings = {} if project is None else _project(project / "pyproject.toml")
    package = start if into is not None or project is None else _package(project, settings)
    return Home(
        package,
        _import_name(package),
        _tests(project, tests),
        is_ours=settings.get("name") == OURS,
    )


def _project(file: Path) -> dict[str, Any]:
    try:
        table = tomllib.loads(file.read_text(encoding="utf-8")).get("project", {})
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        message = f"{_shown(file)}: not readable as TOML: {error}"
        raise UsageError(message) from error
    return table if isinstance(table, dict) else {}


def _package(project: Path, settings: Mapping[str, Any]) -> Path:
    """The folder of the one package that the entry points name. Raises UsageError."""
    file = _shown(project / "pyproject.toml")
    groups = settings.get("entry-points", {})
    points = groups.get("bylint", {}) if isinstance(groups, dict) else {}
    values = {str(value).partition(":")[0].strip() for value in points.values()} if isinstance(points, dict) else set()
    if not values:
        message = f"{file} has no [project.entry-points.bylint]"
        raise UsageError(message, _WAYS_OUT)
    if len(values) > 1:
        message = f"{file} names several packages: {', '.join(sorted(values))}"
        raise UsageError(message, "say which with --into DIR")
    (name,) = values
    roots = [project, *sorted(path for path in project.iterdir() if path.is_dir() and not path.name.startswith("."))]
    found = [path for root in roots if ((path := root.joinpath(*name.split("."))) / "__init__.py").is_file()]
    if len(found) != 1:
        what = "is in several folders" if found else "is no package below it"
        message = f"{name}, which {file} names, {what}"
        raise UsageError(message, "say where it is with --into DIR")
    return found[0]


def _import_name(package: Path) -> str:
    """The dotted name of a package, from how far up its folders are packages."""
    parts = [package.name]
    while ((package := package.parent) / "__init__.py").is_file():
        parts.insert(0, package.name)
    return ".".join(parts)


def _tests(project: Path | None, given: str | None) -> Path:
    if given is not None or project is None:
        return Path(given or ".").resolve()
    checks = project / "tests" / "checks"
    return checks if checks.is_dir() else checks.parent


def _new_plugin(prefix: str, files: dict[Path, str]) -> Home:
    """The home in a plugin that is not there yet; its other files are added to `files`. Raises UsageError."""
    if prefix == OURS or not PREFIX.fullmatch(prefix):
        message = f"{prefix!r} is no prefix"
        raise UsageError(message, "a lower case word of your own: acme")
    name = prefix.replace("_", "-")
    package = "bylint_" + prefix.replace("-", "_")
    root = Path(f"bylint-plugin-{name}").resolve()
    if os.path.lexists(root):
        message = f"{_shown(root)} is there already"
        raise UsageError(message, "go into it, and leave out --plugin")
    home = Home(root / "src" / package, package, root / "tests")
    words = {"name": name, "prefix": prefix, "package": package, "version": __version__}
    files[root / "pyproject.toml"] = _template("pyproject.toml").substitute(words)
    files[home.package / "__init__.py"] = _template("__init__.py").substitute(words)
    return home


def _subjects() -> dict[str, dict[str, str]]:
    return tomllib.loads((TEMPLATES / "subjects.toml").read_text(encoding="utf-8"))


def _template(name: str) -> Template:
    return Template((TEMPLATES / f"{name}.template").read_text(encoding="utf-8"))


def _check_text(subject: str, module: str) -> str:
    words = _subjects()[subject]
    return _template("check.py").substitute(
        words,
        body=words["body"].rstrip(),
        function=module,
        parameter="pair" if subject == "page-pair" else subject,
        imports=", ".join([*sorted({"Finding", "Severity", words["kind"]}), "check"]),
    )


def _test_text(subject: str, module: str, home: Home) -> str:
    words = _subjects()[subject]
    makers = ", ".join(sorted({"corpus", "examples", "run", words["maker"]}))
    bylint = ["from bylint import Corpus", f"from bylint.testing import {makers}"]
    own = [f"from {home.name}.{module} import {module}"]
    imports = ["", *bylint, *own] if home.is_ours else [*bylint, "", *own]
    return _template("test.py").substitute(
        words, check=module.replace("_", "-"), function=module, imports="\n".join(imports)
    )


def _write(files: Mapping[Path, str]) -> None:
    """Write new files, or none where one is there already or cannot be written. Raises UsageError."""
    for path in files:
        if os.path.lexists(path):
            message = f"{_shown(path)} is there already; nothing is written"
            raise UsageError(message, "choose another id")
    made: list[Path] = []
    try:
        for path, text in files.items():
            missing = [folder for folder in path.parents if not folder.exists()]
            for folder in reversed(missing):
                folder.mkdir()
                made.append(folder)
            with path.open("x", encoding="utf-8", newline="") as file:
                made.append(path)
                file.write(text)
    except BaseException as error:
        for path in reversed(made):
            with contextlib.suppress(OSError):
                path.rmdir() if path.is_dir() else path.unlink()
        if isinstance(error, OSError):
            message = f"{_shown(path)} cannot be written: {error.strerror}; nothing is written"
            raise UsageError(message) from error
        raise


def _shown(path: Path) -> str:
    """A path as it is best read: from here, where it is below."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)
