"""The public door: what comes in, under which name, and every refusal."""

import sys
from collections.abc import Callable, Iterator
from importlib.metadata import EntryPoint
from pathlib import Path
from types import SimpleNamespace

import pytest

from bylint.checks import FILE
from bylint.faults import CHECKS
from bylint.plugins import OURS, Plugins, load_plugins

CHECK = '"""A page."""\nfrom bylint import Paper, Severity, check\n\n'
CHECK += "@check(Severity.ERROR)\ndef f(paper: Paper):\n    return []\n"
INIT = "import bylint\n\n@bylint.hookimpl\ndef bylint_checks():\n    return bylint.checks_in(__name__)\n"
IMPORTED: list[str] = []
"""Modules that made-up plugins have run, by name; they say so themselves."""

Install = Callable[..., EntryPoint]


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Install]:
    """Make a package of an init and of modules, and the entry point that an installation would add."""
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    monkeypatch.setattr(sys.modules[__name__], "IMPORTED", [], raising=True)

    def make(prefix: str, init: str = INIT, *, distribution: str = "", package: str = "", **modules: str) -> EntryPoint:
        package = package or f"made_up_{prefix}"
        folder = tmp_path / package
        folder.mkdir(exist_ok=True)
        for module, text in {"__init__": init, **modules}.items():
            (folder / f"{module}.py").write_text(text, encoding="utf-8")
        return entry_point(prefix, package, distribution or f"dist-{prefix}")

    yield make
    for name in [name for name in sys.modules if name.startswith("made_up_")]:
        del sys.modules[name]


def entry_point(prefix: str, package: str, distribution: str) -> EntryPoint:
    """An entry point as importlib.metadata gives it."""
    return EntryPoint(prefix, package, "bylint")._for(
        SimpleNamespace(metadata={"Name": distribution, "Version": "1.0"})
    )


def refusal(*points: EntryPoint) -> str:
    """Why the last of some plugins is refused, and no other."""
    plugins = load_plugins(found=points)
    (refused,) = plugins.refused
    assert refused.name == points[-1].name
    assert (refused.checks, refused.loaders, refused.reporters) == ((), (), ())
    return refused.refused


def ids(plugins: Plugins) -> list[str]:
    """The ids of all checks but the engine's and the loaders'."""
    return [check.id for check in plugins.checks if check.subject != FILE]


def test_a_plugin(install: Install) -> None:
    """A plugin is shown with distribution, version, hooks and checks; its prefix stands before its ids."""
    (plugin,) = load_plugins(found=[install("acme", short_title=CHECK)])
    assert (plugin.name, plugin.distribution, plugin.version) == ("acme", "dist-acme", "1.0")
    assert (plugin.hooks, plugin.refused) == (("bylint_checks",), "")
    assert [(check.id, check.distribution) for check in plugin.checks] == [("acme/short-title", "dist-acme")]


def test_ours_go_without_a_prefix(install: Install) -> None:
    """Only the distribution bylint has ids without a prefix, whatever its entry points are called."""
    ours = install("anything", distribution=OURS, short_title=CHECK)
    assert ids(load_plugins(found=[ours, install("acme", short_title=CHECK)])) == ["acme/short-title", "short-title"]


def test_what_is_installed_here() -> None:
    """Our own checks come in by the entry point of our own distribution."""
    plugins = load_plugins(allow=[])
    assert [plugin.distribution for plugin in plugins] == [OURS]
    assert "repeated-author" in ids(plugins)


def test_sorted_whatever_the_order_of_installation(install: Install) -> None:
    """Plugins come by distribution, ours first; checks by id."""
    points = [install(prefix, b_check=CHECK, a_check=CHECK) for prefix in ("zeta", "acme")]
    ours = install("bylint", distribution=OURS, middle=CHECK)
    forwards, backwards = (load_plugins(found=found) for found in ([*points, ours], [ours, *points[::-1]]))
    assert [plugin.name for plugin in forwards] == [plugin.name for plugin in backwards] == ["bylint", "acme", "zeta"]
    expected = ["acme/a-check", "acme/b-check", "middle", "zeta/a-check", "zeta/b-check"]
    assert ids(forwards) == ids(backwards) == expected


def test_engine_and_loaders_have_checks_too() -> None:
    """What the engine and the loaders report is listed even when no plugin is there."""
    found = {check.id for check in load_plugins(found=[]).checks}
    assert {check.id for check in CHECKS} < found
    assert "broken-file" in found


TELLING = f"import sys\nsys.modules[{__name__!r}].IMPORTED.append(__name__)\n"


@pytest.mark.parametrize(
    ("rules", "imported"),
    [
        pytest.param({}, {"acme", "zeta"}, id="no rule"),
        pytest.param({"deny": ["acme"]}, {"zeta"}, id="denied by prefix"),
        pytest.param({"deny": ["dist-acme"]}, {"zeta"}, id="denied by distribution"),
        pytest.param({"deny": ["Dist_Acme"]}, {"zeta"}, id="denied by another spelling of the distribution"),
        pytest.param({"allow": ["acme"]}, {"acme"}, id="allowed by prefix"),
        pytest.param({"allow": ["dist-zeta"]}, {"zeta"}, id="allowed by distribution"),
        pytest.param({"allow": []}, set(), id="nothing allowed"),
        pytest.param({"allow": ["acme", "zeta"], "deny": ["zeta"]}, {"acme"}, id="denied wins"),
    ],
)
def test_allow_and_deny_before_loading(install: Install, rules: dict[str, list[str]], imported: set[str]) -> None:
    """What is not allowed, or denied, is never imported; bylint's own checks are always allowed."""
    points = [install(prefix, TELLING + INIT, check=TELLING_CHECK) for prefix in ("acme", "zeta")]
    ours = install("bylint", distribution=OURS, middle=CHECK)
    plugins = load_plugins(found=[*points, ours], **rules)
    assert {name.partition(".")[0] for name in IMPORTED} == {f"made_up_{prefix}" for prefix in imported}
    assert {plugin.name for plugin in plugins} == imported | {"bylint"}


TELLING_CHECK = CHECK.replace("\n", "\n" + TELLING, 1)


def test_a_stranger_does_not_get_in_by_our_name(install: Install) -> None:
    """An entry point that is called bylint opens no door for another distribution."""
    stranger = install("bylint", TELLING + INIT, distribution="stranger", check=CHECK)
    assert list(load_plugins(found=[stranger], allow=[])) == []
    assert "'bylint' is no prefix" in refusal(stranger)
    assert IMPORTED == []


@pytest.mark.parametrize("prefix", ["Acme", "a/b", "1a", "a b"])
def test_prefix_must_be_a_word(install: Install, prefix: str) -> None:
    """The entry point's name becomes a part of ids, so it is a word in lower case."""
    assert f"{prefix!r} is no prefix for check ids" in refusal(install(prefix, package="made_up_odd", check=CHECK))


def test_two_checks_of_one_id(install: Install) -> None:
    """Two distributions that define one id: the second is refused, both are named, with both places."""
    first = install("acme", package="made_up_first", distribution="dist-a", short_title=CHECK)
    second = install("acme", package="made_up_second", distribution="dist-b", short_title=CHECK)
    said = refusal(first, second)
    assert "check acme/short-title of dist-b is already defined by dist-a" in said
    assert "made_up_second/short_title.py:4: " in said
    assert "made_up_first/short_title.py:4)" in said


def test_id_of_the_engine_is_taken(install: Install) -> None:
    """Not even our own checks take an id that the engine reports under."""
    said = refusal(install("bylint", distribution=OURS, crashed_check=CHECK))
    assert "check crashed-check of bylint is already defined by bylint" in said


@pytest.mark.parametrize(
    ("module", "message"),
    [
        pytest.param("x = 1\n", "odd.py:1: no check in made_up_acme.odd", id="no check"),
        pytest.param(CHECK + CHECK.replace("def f", "def g"), "odd.py:10: a second check in", id="two checks"),
        pytest.param(CHECK.replace(": Paper", ": int"), "odd.py:4: the first parameter of f must be", id="no subject"),
        pytest.param(CHECK.replace('"""A page."""', ""), "odd.py:4: odd has no page", id="no page"),
        pytest.param(
            CHECK.replace("paper: Paper", "paper: Paper, y: int"), "odd.py:4: parameter y must be", id="no view"
        ),
        pytest.param(
            CHECK.replace("from bylint import Paper,", "from typing import TYPE_CHECKING\nfrom bylint import")
            .replace("@check", "if TYPE_CHECKING:\n    from bylint import Paper\n\n@check")
            .replace(": Paper", ": 'Paper'"),
            "odd.py:8: an annotation of f names 'Paper'",
            id="an annotation for type checkers only",
        ),
        pytest.param("1 / 0\n", "odd.py:1: bylint_checks failed: ZeroDivisionError: division by zero", id="it raises"),
        pytest.param("def f(:\n", "odd.py:1: bylint_checks failed: SyntaxError", id="no Python"),
        pytest.param("raise SystemExit(0)\n", "odd.py:1: bylint_checks failed: SystemExit: 0", id="it leaves"),
        pytest.param(
            "import none_such\n", "odd.py:1: bylint_checks failed: ModuleNotFoundError", id="it lacks something"
        ),
    ],
)
def test_a_module_that_breaks_a_rule(install: Install, module: str, message: str) -> None:
    """One module that breaks a rule refuses its whole plugin, with file and line."""
    assert message in refusal(install("acme", odd=module, fine=CHECK))


@pytest.mark.parametrize(
    ("init", "message"),
    [
        pytest.param("raise ValueError('a\\nb')\n", "importing made_up_acme failed: ValueError: a b", id="raises"),
        pytest.param("raise ValueError\n", "importing made_up_acme failed: ValueError", id="raises without a word"),
        pytest.param("import sys\nsys.exit(0)\n", "py:2: importing made_up_acme failed: SystemExit", id="exits"),
        pytest.param("x = (\n", "__init__.py:1: importing made_up_acme failed: SyntaxError", id="is no Python"),
        pytest.param("", "__init__.py:1: it implements no hook", id="has no hook"),
        pytest.param("import bylint\nbylint.declare('X', bylint.Severity.NOTE, 'P.')\n", "'X' is no id", id="declares"),
        pytest.param(INIT.replace("@bylint.hookimpl\n", ""), "it implements no hook", id="forgets the mark"),
        pytest.param(INIT.replace("bylint_checks", "bylint_check"), "unknown hook 'bylint_check'", id="misspells it"),
        pytest.param(INIT.replace("bylint_checks()", "bylint_checks(paper)"), "{'paper'}", id="asks a hook for more"),
        pytest.param(INIT.replace("return", "", 1), "bylint_checks returned None", id="forgets to return"),
        pytest.param(INIT.replace("bylint.checks_in(__name__)", "7"), "returned int, which is no Check", id="a number"),
        pytest.param(INIT.replace("bylint.checks_in(__name__)", "'ab'"), "returned str, which is no", id="a text"),
        pytest.param(INIT.replace("bylint.checks_in(__name__)", "[None]"), "returned NoneType", id="a list of nothing"),
        pytest.param(
            INIT.replace("return bylint.checks_in(__name__)", "raise RuntimeError('no')"),
            "__init__.py:5: bylint_checks failed: RuntimeError: no",
            id="a hook that raises",
        ),
        pytest.param(
            INIT.replace("return bylint.checks_in(__name__)", "yield 1 / 0"),
            "__init__.py:5: bylint_checks failed: ZeroDivisionError",
            id="a generator that raises",
        ),
        pytest.param(
            INIT.replace("bylint.checks_in(__name__)", "[bylint.declare('a-b', bylint.Severity.NOTE, 'P.')]"),
            "bylint_checks returned a-b, which has no function",
            id="a declared check",
        ),
        pytest.param(
            INIT + "\n@bylint.hookimpl\ndef bylint_loaders():\n    return [len]\n",
            "bylint_loaders returned builtin_function_or_method, which is no Loader",
            id="no loader",
        ),
        pytest.param(
            INIT + "\n@bylint.hookimpl\ndef bylint_reporters():\n    return [{}]\n",
            "bylint_reporters returned dict, which is no Reporter",
            id="no reporter",
        ),
    ],
)  # fmt: skip
def test_a_package_that_breaks_a_rule(install: Install, init: str, message: str) -> None:
    """A package that cannot be imported, registered or asked is refused, with what to look at."""
    assert message in refusal(install("acme", init, fine=CHECK))


def test_a_package_that_is_not_there() -> None:
    """An entry point to nowhere is a refusal, without a place in somebody else's file."""
    assert refusal(entry_point("acme", "made_up_none", "dist")).startswith("importing made_up_none failed: ModuleNot")


def test_a_refused_plugin_touches_no_other(install: Install) -> None:
    """Every plugin stands in a guard of its own: the ones before and after a bad one take part."""
    bad = [
        install("bad1", "raise ValueError\n"),
        install("bad2", INIT.replace("bylint_checks", "bylint_check")),
        install("bad3", INIT, odd="x = 1\n"),
    ]
    plugins = load_plugins(found=[install("acme", good=CHECK), *bad, install("zeta", good=CHECK)])
    assert ids(plugins) == ["acme/good", "zeta/good"]
    assert [plugin.name for plugin in plugins.refused] == ["bad1", "bad2", "bad3"]


def test_a_generator_is_as_good_as_a_list(install: Install) -> None:
    """A hook may yield its checks."""
    plugins = load_plugins(found=[install("acme", INIT.replace("return ", "yield from "), good=CHECK)])
    assert ids(plugins) == ["acme/good"]


def test_an_interrupt_is_no_refusal(install: Install) -> None:
    """Ctrl-C while a plugin is imported ends the run."""
    with pytest.raises(KeyboardInterrupt):
        load_plugins(found=[install("acme", "raise KeyboardInterrupt\n")])


LOADER = """
import bylint

def recognises(path, head): return path.endswith(".made")
def read(path, data): return iter(())
def locate(data, places): return {{}}

@bylint.hookimpl
def bylint_loaders():
    return [bylint.Loader(name="made", page="P.", recognises=recognises, read=read, locate=locate, endings=(".made",),
        checks=({checks},))]
"""
DECLARED = 'bylint.declare("{}", bylint.Severity.ERROR, "P.")'


def test_loader(install: Install) -> None:
    """A loader brings its checks, marked as the distribution's own, and stands before the shipped ones."""
    plugins = load_plugins(found=[install("acme", LOADER.format(checks=DECLARED.format("acme/broken")))])
    assert plugins.loaders[0].name == "made"
    assert {check.id: check.distribution for check in plugins.checks}["acme/broken"] == "dist-acme"


@pytest.mark.parametrize(
    ("checks", "message"),
    [
        pytest.param(DECLARED.format("broken"), "declares 'broken'; its ids begin with 'acme/'", id="no prefix"),
        pytest.param(
            f"{DECLARED.format('acme/a')}, {DECLARED.format('acme/a')}", "acme/a of dist-acme is already", id="twice"
        ),
        pytest.param("__import__('made_up_acme.good', fromlist=['f']).f", "good is a function", id="a real check"),
    ],
)
def test_loader_refused(install: Install, checks: str, message: str) -> None:
    """A loader's checks are declared, under ids of its plugin, each once."""
    assert message in refusal(install("acme", LOADER.format(checks=checks), good=CHECK))


def test_two_loaders_of_one_check_id(install: Install) -> None:
    """Two distributions that declare one id for their files are told apart by a refusal, too."""
    text = LOADER.format(checks=DECLARED.format("acme/broken"))
    first = install("acme", text, package="made_up_first", distribution="dist-a")
    second = install("acme", text, package="made_up_second", distribution="dist-b")
    assert "check acme/broken of dist-b is already defined by dist-a" in refusal(first, second)


def test_loader_may_share_our_checks(install: Install) -> None:
    """What any format may have to say, a broken file, keeps its id and its owner."""
    shared = "__import__('bylint.loaders.shared', fromlist=['x']).BROKEN_FILE"
    plugins = load_plugins(found=[install("acme", LOADER.format(checks=shared))])
    assert not plugins.refused
    assert {check.id: check.distribution for check in plugins.checks}["broken-file"] == OURS


REPORTER = """
import bylint

@bylint.hookimpl
def bylint_reporters():
    return [bylint.Reporter(name=name, page="P.", write=str) for name in {names}]
"""


def test_reporter(install: Install) -> None:
    """A plugin's format stands beside ours."""
    plugins = load_plugins(found=[install("acme", REPORTER.format(names=["csv"]))])
    assert {"text", "csv"} <= set(plugins.reporters)


@pytest.mark.parametrize(
    ("names", "owner"),
    [pytest.param(["json"], "bylint", id="one of ours"), pytest.param(["csv", "csv"], "dist-acme", id="one twice")],
)
def test_format_that_is_taken(install: Install, names: list[str], owner: str) -> None:
    """Two writers of one format are refused, naming both."""
    said = refusal(install("acme", REPORTER.format(names=names)))
    assert said == f"format '{names[0]}' of dist-acme is already written by {owner}"
