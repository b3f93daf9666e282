"""`@check`, `declare` and `checks_in`: what a check is, and what is refused with its place."""

import importlib
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

from bylint import Check, PluginError, Severity, declare
from bylint.checks import FILE, SUBJECTS, VIEWS, checks_in
from bylint.testing import corpus, paper, run

HEAD = '"""A page."""\nfrom bylint import *\nfrom bylint import check, hookimpl\n\n'
EMPTY = HEAD + "@check(Severity.ERROR)\ndef made_up({}):\n    return []\n"

Modules = Callable[..., ModuleType]


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Modules]:
    """Import a package that is made of these modules; what it loaded is forgotten afterwards."""
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(sys, "dont_write_bytecode", True)

    def make(*, init: str = "", **modules: str) -> ModuleType:
        for module, text in {"__init__": init, **modules}.items():
            file = (tmp_path / "made_up_checks").joinpath(*module.split("__in__")).with_suffix(".py")
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        return importlib.import_module("made_up_checks")

    yield make
    for name in [name for name in sys.modules if name.startswith("made_up_")]:
        del sys.modules[name]


def only(package: Modules, text: str, module: str = "made_up") -> Check:
    """The check of a package with one module."""
    (found,) = checks_in(package(**{module: text}).__name__)
    return found


def test_a_module_is_a_check(package: Modules) -> None:
    """The module's name is the id, its docstring the page, the first parameter's type the subject."""
    found = only(package, EMPTY.format("paper: Paper"), "short_title")
    assert (found.id, found.page, found.summary, found.subject) == ("short-title", "A page.", "A page", "paper")
    assert (found.severity, found.confidence, found.options, dict(found.arguments)) == (Severity.ERROR, 0.9, None, {})
    assert found.source.endswith("short_title.py:5")


@pytest.mark.parametrize("kind", SUBJECTS, ids=lambda kind: kind.__name__)
def test_every_subject(package: Modules, kind: type) -> None:
    """A check can be put to every kind of subject."""
    assert only(package, EMPTY.format(f"subject: {kind.__name__}")).subject == SUBJECTS[kind]


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.__name__)
def test_every_view(package: Modules, view: type) -> None:
    """A check can ask for every view, by the type of a further parameter."""
    assert dict(only(package, EMPTY.format(f"paper: Paper, v: {view.__name__}")).arguments) == {"v": view}


def test_options(package: Modules) -> None:
    """A parameter of a kind of Options is filled with the user's options, or with their defaults."""
    options = 'class Limit(Options):\n    limit: int = 3\n    """A limit."""\n\n'
    body = "@check(Severity.NOTE)\ndef f(paper: Paper, limit: Limit):\n    yield Finding(message=f'{limit.limit}')\n"
    found = only(package, HEAD + options + body)
    assert [finding.message for finding in run(found, corpus(paper()))] == ["3"]
    assert [finding.message for finding in run(found, corpus(paper()), {"limit": 4})] == ["4"]


def test_deferred_annotations(package: Modules) -> None:
    """Annotations may be text, and the return type may be there for type checkers only."""
    text = EMPTY.replace("):", ") -> Iterator[Nothing]:").format("paper: Paper, names: 'Names'")
    text = text.replace("from bylint import *", "from __future__ import annotations\nfrom bylint import *", 1)
    found = only(package, text)
    assert (found.subject, list(found.arguments)) == ("paper", ["names"])


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param(EMPTY.format("").removeprefix('"""A page."""\n'), "has no page", id="no page"),
        pytest.param('"""  """\n' + EMPTY.format("").partition("\n")[2], "has no page", id="an empty page"),
        pytest.param(EMPTY.format(""), "the first parameter of made_up must be annotated with", id="no parameter"),
        pytest.param(EMPTY.format("x: int"), "the first parameter of made_up must be", id="no subject"),
        pytest.param(EMPTY.format("x: Names"), "the first parameter of made_up must be", id="a view first"),
        pytest.param(EMPTY.format("x: Paper | None"), "the first parameter of made_up must be", id="a union"),
        pytest.param(EMPTY.format("paper"), "parameter paper of made_up has no annotation", id="no annotation"),
        pytest.param(EMPTY.format("paper: Paper, y"), "parameter y of made_up has no annotation", id="a bare second"),
        pytest.param(EMPTY.format("paper: Paper, y: int"), "parameter y must be annotated with a view", id="no view"),
        pytest.param(EMPTY.format("paper: Paper, y: Volume"), "parameter y must be annotated", id="two subjects"),
        pytest.param(
            EMPTY.format("paper: Paper, a: Options, b: Options"), "made_up asks for options twice", id="options twice"
        ),
        pytest.param(EMPTY.format("*papers: Paper"), "may take no *args", id="*args"),
        pytest.param(EMPTY.format("paper: Paper, **more: Names"), "may take no *args", id="**kwargs"),
        pytest.param(EMPTY.format("paper: Paper, *, n: Names"), "may take no *args", id="keyword-only"),
        pytest.param(
            EMPTY.format("paper: Paper, n: Names, /"), "the first parameter alone may be positional-only", id="a slash"
        ),
        pytest.param(EMPTY.format("paper: 'Papper'"), "names 'Papper', which the module does not import", id="unknown"),
        pytest.param(EMPTY.format("paper: 'Paper ||'"), "an annotation of made_up is no type", id="no type"),
        pytest.param(EMPTY.format("paper: 'Paper.none'"), "an annotation of made_up is no type", id="no attribute"),
        pytest.param(
            EMPTY.replace("from bylint import *", "import typing\nif typing.TYPE_CHECKING:\n    from bylint import *")
            .replace("import check,", "import check, Severity,")
            .format("paper: 'Paper'"),
            "names 'Paper', which the module does not import when it runs (an import under TYPE_CHECKING",
            id="imported for type checkers only",
        ),
        pytest.param(
            EMPTY.replace("Severity.ERROR", "'error'").format("p: Paper"), "'error' is no Severity", id="text"
        ),
        pytest.param(
            EMPTY.replace("(Severity.ERROR)", "").format("p: Paper"),
            "write a severity in parentheses",
            id="no severity",
        ),
        pytest.param(
            EMPTY.replace("ERROR", "ERROR, confidence=2").format("p: Paper"), "confidence is 2", id="a confidence of 2"
        ),
        pytest.param(
            EMPTY.replace("ERROR", "ERROR, confidence='.9'").format("p: Paper"), "confidence is '.9'", id="text for it"
        ),
        pytest.param(
            HEAD + "class L(Options):\n    most: int\n" + EMPTY.format("p: Paper, limit: L").removeprefix(HEAD),
            "option most of L has no default",
            id="an option without default",
        ),
        pytest.param(
            HEAD
            + "from pydantic import Field\n\n\nclass L(Options):\n    most: int = Field(default=3, ge=1)\n"
            + EMPTY.format("p: Paper, limit: L").removeprefix(HEAD),
            "most of L: write Annotated[..., Field(...)] and a default",
            id="a default that only pydantic knows",
        ),
        pytest.param(
            EMPTY.format("p: Paper") + EMPTY.format("p: Paper").removeprefix(HEAD).replace("made_up", "other"),
            "a second check in made_up_checks.made_up; one module is one check",
            id="two checks",
        ),
        pytest.param("x = 1\n", "no check in made_up_checks.made_up; a helper's name begins with '_'", id="no check"),
    ],
)
def test_refused_with_its_place(package: Modules, text: str, message: str) -> None:
    """What breaks a rule is refused with file and line."""
    with pytest.raises(PluginError, match=r"made_up\.py:\d+: ") as caught:
        only(package, text)
    assert message in str(caught.value)


def test_id_must_be_words(package: Modules) -> None:
    """A module whose name makes no id is refused."""
    with pytest.raises(PluginError, match="'Short-Title' is no id"):
        only(package, EMPTY.format("paper: Paper"), "Short_Title")


def test_only_a_function_is_a_check(package: Modules) -> None:
    """A class under the decorator is refused."""
    with pytest.raises(PluginError, match="which is no function"):
        only(package, HEAD + "@check(Severity.ERROR)\nclass Wrong: ...\n")


def test_helpers_are_skipped(package: Modules) -> None:
    """Modules whose name begins with an underscore are helpers, and are not imported for their own sake."""
    home = package(made_up=EMPTY.format("paper: Paper"), _helper="raise ValueError")
    assert [found.id for found in checks_in(home.__name__)] == ["made-up"]


def test_a_check_that_is_imported_or_named_twice_counts_once(package: Modules) -> None:
    """A check belongs to the module that defines it, by however many names."""
    text = EMPTY.format("paper: Paper")
    second = text.replace("from bylint", "from made_up_checks.first import made_up as other\nfrom bylint", 1)
    home = package(first=text, second=second + "again = made_up\n")
    assert [found.id for found in checks_in(home.__name__)] == ["first", "second"]


def test_packages_in_a_package(package: Modules) -> None:
    """Checks may be sorted into packages; the id is the module's own name."""
    home = package(names__in____init__="", names__in__odd=EMPTY.format("name: Name"))
    assert [found.id for found in checks_in(home.__name__)] == ["odd"]


def test_package_without_a_check_is_refused(package: Modules) -> None:
    """A plugin that would bring nothing is refused: its modules were not installed."""
    with pytest.raises(PluginError, match=r"__init__\.py:1: no check in made_up_checks"):
        checks_in(package(_helper="").__name__)


def test_module_for_a_package_is_refused(package: Modules) -> None:
    """checks_in looks into packages."""
    package(made_up=EMPTY.format("paper: Paper"))
    importlib.import_module("made_up_checks.made_up")
    with pytest.raises(PluginError, match=r"made_up\.py:1: made_up_checks\.made_up is one module"):
        checks_in("made_up_checks.made_up")


def test_declare() -> None:
    """What a loader says of a file is a check without a function, sure, with or without a plugin's prefix."""
    found = declare("acme/broken-record", Severity.ERROR, "\nA record is broken.\n")
    assert (found.id, found.subject, found.confidence, found.function) == ("acme/broken-record", FILE, 1.0, None)
    assert found.summary == "A record is broken"


@pytest.mark.parametrize(
    ("check_id", "page", "message"),
    [
        pytest.param("Broken", "A page.", "'Broken' is no id", id="an id with capitals"),
        pytest.param("", "A page.", "'' is no id", id="no id"),
        pytest.param("broken", "\n ", "broken has no page", id="no page"),
    ],
)
def test_declare_refuses(check_id: str, page: str, message: str) -> None:
    """A declared check needs an id and a page, too."""
    with pytest.raises(PluginError, match=message):
        declare(check_id, Severity.ERROR, page)
