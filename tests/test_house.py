"""The rules of the house, as tests over every module and every check."""

import ast
import importlib
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

import bylint
import bylint_checks
import strategies
from bylint import Check, Corpus
from bylint.checks import FILE
from bylint.completion import FAILED, told
from bylint.engine import run_checks
from bylint.model import PARTS
from bylint.plugins import OURS, load_plugins
from bylint.testing import examples, run

ROOT = Path(__file__).resolve().parent.parent
ENGINE = ROOT / "validators" / "bylint"
CHECKS = bylint.checks_in(bylint_checks.__name__)
EVERY_CHECK = pytest.mark.parametrize("check", [pytest.param(check, id=check.id) for check in CHECKS])

LAYERS = (
    {"bylint", "bylint.errors", "bylint.files", "bylint.beside", "bylint.edits", "bylint.diffs"},
    {"bylint.model", "bylint.corpus.revision"},
    {"bylint.names"},
    {"bylint.finding", "bylint.options"},
    {"bylint.corpus", "bylint.corpus.blocks", "bylint.corpus.joining", "bylint.corpus.people"},
    {"bylint.corpus.corpus"},
    {"bylint.corpus.views", "bylint.corpus.before", "bylint.corpus.twins", "bylint.disambiguation"},
    {"bylint.checks"},
    {"bylint.loaders"},
    {"bylint.faults", "bylint.fixes"},
    {"bylint.completion"},
    {
        *(
            f"bylint.corpus.{name}"
            for name in ("sources", "scope", "reading", "_excerpts", "_handover", "_readers", "_streaming")
        ),
        "bylint.privacy",
        "bylint.writing",
    },
    {"bylint.corpus.earlier", "bylint.corpus.others", "bylint.applicability"},
    {"bylint.engine", "bylint.reporters", "bylint.hookspecs", "bylint.plugins", "bylint.settings", "bylint.decisions"},
    {"bylint.report"},
    {
        "bylint.asking",
        "bylint.run",
        "bylint.converting",
        "bylint.fixing",
        "bylint.applying",
        "bylint.testing",
        "bylint.calibration",
        *(f"bylint.reporters.{path.stem}" for path in (ENGINE / "reporters").glob("[!_]*.py")),
    },
    {"bylint.dossier"},
    {"bylint.preview", "bylint.review"},
    {"bylint.cli", "bylint.__main__"},
)
"""From the ground up: a module imports from its own layer or from one below."""
HEAVY = (
    "pydantic",
    "lxml",
    "yaml",
    "bibtexparser",
    "numpy",
    "rich",
    "pluggy",
    "importlib.metadata",
    "typing",
    "dataclasses",
)


def modules(folder: Path) -> Iterator[tuple[str, Path]]:
    """Every module of a package with its file."""
    for path in sorted(folder.rglob("*.py")):
        parts = path.relative_to(folder.parent).with_suffix("").parts
        yield ".".join(parts[:-1] if parts[-1] == "__init__" else parts), path


def imports(path: Path) -> Iterator[str]:
    """What a module imports when it is loaded or later, without what only type checkers read."""
    skipped: set[ast.AST] = set()
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            skipped.update(child for part in node.body for child in ast.walk(part))
    for node in ast.walk(tree):
        if node in skipped:
            continue
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from {_target(node.module or "", name.name) for name in node.names}


def _target(module: str, name: str) -> str:
    """The module that `from module import name` loads."""
    return f"{module}.{name}" if f"{module}.{name}" in dict(modules(ENGINE)) else module


def layer_of(module: str) -> int:
    """The layer of a module, or of the package around it."""
    while module:
        for number, layer in enumerate(LAYERS):
            if module in layer and (module != "bylint" or number == 0):
                return number
        module = module.rpartition(".")[0]
    raise AssertionError("a module outside the house")


@pytest.mark.parametrize(("module", "path"), [pytest.param(*pair, id=pair[0]) for pair in modules(ENGINE)])
def test_imports_run_one_way(module: str, path: Path) -> None:
    """A module of the engine imports from its own layer or from one below, and never a check."""
    allowed_later = {"bylint.loaders": {"bylint.loaders"}, "bylint.reporters": {"bylint.reporters"}}
    for imported in imports(path):
        assert not imported.startswith("bylint_checks"), f"{module} knows a check"
        if imported.startswith("bylint") and not any(imported.startswith(p) for p in allowed_later.get(module, ())):
            assert layer_of(imported) <= layer_of(module), f"{module} imports {imported} from a layer above"


@pytest.mark.parametrize(
    ("module", "path"), [pytest.param(*p, id=p[0]) for p in modules(ROOT / "plugins" / "bylint_checks")]
)
def test_checks_use_the_front_door(module: str, path: Path) -> None:
    """Our checks import what a stranger's may: `bylint`, `bylint.names` and the standard library."""
    for imported in imports(path):
        top = imported.partition(".")[0]
        assert imported in {"bylint", "bylint.names"} or top in sys.stdlib_module_names or top == "bylint_checks"


def test_engine_knows_no_check_by_name() -> None:
    """No id of a shipped check stands in the code of the engine."""
    for _, path in modules(ENGINE):
        strings = {
            node.value
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.Constant) and isinstance(node.value, str)
        }
        assert not strings & {check.id for check in CHECKS}, path


def test_roots_are_no_packages() -> None:
    """`validators/` and `plugins/` are source roots: a stray __init__.py would shadow another package."""
    for root in ("validators", "plugins"):
        assert not (ROOT / root / "__init__.py").exists()


def test_top_level_is_as_it_was_fixed() -> None:
    """At the top stand the fixed entries, and what tools demand there."""
    fixed = {"pyproject.toml", "README.md", "validators", "plugins", "tests", "fixtures"}
    demanded = {"LICENSE", "CHANGELOG.md"}
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    found = {line.partition("/")[0] for line in tracked.splitlines()}
    assert {name for name in found if not name.startswith(".")} == fixed | demanded


def test_front_door_is_sorted_and_whole() -> None:
    """`bylint.__all__` is one sorted list (constants, types, the rest), and each of its names can be had."""
    assert list(bylint.__all__) == sorted(
        bylint.__all__, key=lambda name: (not name.isupper(), not name[0].isupper(), name)
    )
    for name in bylint.__all__:
        assert getattr(bylint, name) is not None
    assert set(bylint.__all__) <= set(dir(bylint))
    with pytest.raises(AttributeError, match="nonsense"):
        bylint.nonsense  # noqa: B018 - the attribute is the point


def loaded_by(code: str, folder: Path = ROOT) -> set[str]:
    """The modules that some code loads, in an interpreter of its own."""
    probe = f"import sys; before = set(sys.modules); {code}; print(*(set(sys.modules) - before), file=sys.stderr)"
    command = [sys.executable, "-I", "-c", probe]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    loaded = set(done.stderr.split())
    assert "bylint" in loaded
    return loaded


@pytest.mark.parametrize(
    "code",
    [
        pytest.param("import bylint", id="import bylint"),
        pytest.param("from bylint.cli import main; main(['--version'])", id="--version"),
        pytest.param("from bylint.cli import main; main(['--help'])", id="--help"),
    ],
)
def test_heavy_imports_wait(code: str) -> None:
    """What is not used is not imported."""
    assert loaded_by(code).isdisjoint({*HEAVY, "inspect", "json", "logging", "pathlib", "subprocess"})


OTHERWISE = {
    "pydantic": "settings to validate",
    "tomllib": "settings to read",
    "lxml": "XML",
    "yaml": "YAML",
    "rich": "a terminal",
    "multiprocessing": "big files, or many papers",
    "subprocess": "a base to compare with",
    "bylint.fixing": "--fix",
    "bylint.diffs": "--diff",
    "bylint.corpus.earlier": "a base to compare with",
    "bylint.reporters.json": "a report in that format",
    "bylint.reporters.sarif": "a report in that format",
    "bylint.loaders._anthology_edits": "a fix in that format",
    "bylint.loaders._record_trees": "a file of that format",
}
"""What a check of a bibliography does not need, and what does."""


@pytest.mark.parametrize("asks", [["--quiet"], []], ids=["nothing printed", "text"])
def test_check_of_a_bibliography_imports_little(asks: list[str], tmp_path: Path) -> None:
    """A run loads what its files, its settings and its output ask for; numpy only where people are judged."""
    (tmp_path / "a.bib").write_text("@misc{a, author = {Quill, Zoe and inkwell, BO}, title = {T}}", encoding="utf-8")
    formats = {f"bylint.loaders.{path.stem}" for path in (ENGINE / "loaders").glob("[!_]*.py")}
    light = {"anthology", "bibtex", "formats", "jsonlines", "packed", "people", "shared", "venues", "xml_formats"}
    others = {name for name in formats if name.rpartition(".")[2] not in light}
    check = f"from bylint.cli import main; main(['check', 'a.bib', *{asks!r}])"
    loaded = loaded_by(check, tmp_path)
    assert {"bylint.loaders.bibtex", "bylint_checks"} <= loaded
    assert loaded.isdisjoint({*OTHERWISE, *others})
    assert {"bylint.loaders.csl_json", "bylint.loaders.openalex"} <= others
    of_names = f"from bylint.cli import main; main(['check', 'a.bib', '--ignore', 'duplicate-name', *{asks!r}])"
    assert loaded_by(of_names, tmp_path).isdisjoint({*OTHERWISE, *others, "numpy", "rapidfuzz"})


@EVERY_CHECK
def test_every_check_has_one_test_file(check: Check) -> None:
    """A check is two files: the module, and its test with quiet rows before found rows."""
    name = check.id.replace("-", "_")
    source = (ROOT / "tests" / "checks" / f"test_{name}.py").read_text(encoding="utf-8")
    tests = [
        node.name
        for node in ast.parse(source).body
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test")
    ]
    assert tests[:2] == ["test_quiet", "test_found"]


def test_no_test_without_its_check() -> None:
    """Every file in tests/checks is about a check that ships."""
    found = {
        path.stem.removeprefix("test_").replace("_", "-") for path in (ROOT / "tests" / "checks").glob("test_*.py")
    }
    assert found == {check.id for check in CHECKS}


@EVERY_CHECK
def test_ids_say_what_is_wrong(check: Check) -> None:
    """An id is a noun phrase, never an order."""
    assert not check.id.startswith(("no-", "check-", "bad-"))


@pytest.mark.parametrize("check", [pytest.param(check, id=check.id) for check in load_plugins(allow=[OURS]).checks])
def test_every_page_has_its_parts(check: Check) -> None:
    """A page begins with one line that says what is wrong, and has its sections in order."""
    first, _, rest = check.page.strip().partition("\n")
    assert first.endswith(".")
    assert rest.startswith("\n")
    headings = [line.removeprefix("## ") for line in check.page.splitlines() if line.startswith("## ")]
    expected = (
        ["Why it matters", "What to do"] if check.subject == FILE else ["Why it matters", "Example", "What to do"]
    )
    assert headings[: len(expected)] == expected


@EVERY_CHECK
def test_every_example_is_found(check: Check) -> None:
    """What a page shows as an example is found by the check."""
    shown = examples(check)
    assert shown
    for corpus in shown:
        assert run(check, corpus)


def parts_of(corpus: Corpus) -> set[str]:
    """The PARTS that some record of a corpus has."""
    signed = [(authorship.name, authorship) for authorship in corpus.authorships]
    records = (*corpus.papers, *corpus.people, *(record for pair in signed for record in pair))
    found = {part for part in PARTS for record in records if getattr(record, part, None)}
    return found | ({"people"} if corpus.people else set())


@EVERY_CHECK
def test_every_example_has_what_its_check_needs(check: Check) -> None:
    """A check that finds something without a part does not need it."""
    for corpus in examples(check):
        assert check.needs <= parts_of(corpus)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(corpus=strategies.corpora)
def test_checks_answer_any_corpus_twice_alike(corpus: Corpus) -> None:
    """No check raises on any corpus, and each gives the same answer twice."""
    first = [told(finding) for finding in run_checks(corpus, CHECKS)]
    assert [finding for finding in first if finding.check == "crashed-check"] == []
    assert [evidence for finding in first for evidence in finding.evidence if evidence.kind == FAILED] == []
    again = Corpus(corpus.papers, corpus.people, corpus.venues, use_ids=corpus.use_ids, before=corpus.before)
    assert [told(finding) for finding in run_checks(again, CHECKS)] == first


def test_public_modules_say_what_they_are() -> None:
    """Every module has a docstring."""
    for name, path in [*modules(ENGINE), *modules(ROOT / "plugins" / "bylint_checks")]:
        assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))), name


@pytest.mark.parametrize("name", ["bylint.names", "bylint.testing"])
def test_public_modules_can_be_imported_alone(name: str) -> None:
    """What plugins import beside `bylint` stands on its own."""
    assert importlib.import_module(name).__doc__
