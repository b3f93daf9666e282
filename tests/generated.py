"""
The texts of this repository that are made and not written: the JSON Schemas, and parts of the README.

`python tests/generated.py` writes them; `test_generated.py` fails where one is out of date.
"""

import contextlib
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from bylint.cli import main
from bylint.decisions.forms import DecisionsForm
from bylint.dossier.json import PagesForm
from bylint.loaders._jsonlines_forms import LINE
from bylint.plugins import OURS, load_plugins
from bylint.preview.json import PreviewForm
from bylint.reporters.json import ReportForm
from bylint.settings import settings_schema

ROOT = Path(__file__).resolve().parent.parent
SCHEMAS = ROOT / "validators" / "bylint" / "schemas"
README = ROOT / "README.md"
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema(content: dict[str, object]) -> str:
    """A JSON Schema as a file holds it."""
    return json.dumps({"$schema": DIALECT, **content}, indent=2, ensure_ascii=False) + "\n"


def our_plugins():
    """The plugins without those that somebody else has installed."""
    plugins = load_plugins(allow=[OURS])
    assert not plugins.refused, plugins.refused
    return plugins


def check_table() -> str:
    """The README's table of checks."""
    rows = [
        "| check | asked of | severity | confidence | fixes | what is wrong |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    rows += [
        f"| `{check.id}` | {check.subject} | {check.severity}{'' if check.by_default else ', off'} | "
        f"{check.confidence:.2f} | {check.fixes or ''} | {check.summary} |"
        for check in our_plugins().checks
    ]
    return "\n".join(rows)


GIT = {
    "PATH": os.environ["PATH"],
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    **{f"GIT_{role}_NAME": "Nobody" for role in ("AUTHOR", "COMMITTER")},
    **{f"GIT_{role}_EMAIL": "nobody@example.org" for role in ("AUTHOR", "COMMITTER")},
    **{f"GIT_{role}_DATE": "2026-01-01T00:00:00Z" for role in ("AUTHOR", "COMMITTER")},
}
"""Everything that the name of a commit depends on."""


def output_of(*arguments: str, folder: Path = ROOT) -> str:
    """What a command prints on standard output, from a folder."""
    os.environ["COLUMNS"] = "80"  # as wide as help is broken
    buffer = io.BytesIO()
    with contextlib.chdir(folder), contextlib.redirect_stdout(io.TextIOWrapper(buffer, encoding="utf-8")) as stdout:
        main(list(arguments))
        stdout.flush()
        return buffer.getvalue().decode()


TOY = "fixtures/toy-anthology/data/xml/2024.toy.xml"


def toy_output() -> str:
    """What the README shows: the findings in one file of the toy anthology."""
    printed = output_of("check", TOY, "--format", "text", "--progress", "never")
    return f"```console\n$ bylint check {TOY}\n{printed}```"


def toy_page() -> str:
    """What the README shows of `bylint page`: a name of two people, one of whose papers has the id of the other."""
    printed = output_of("page", "Zoltan Ypsilon", "--corpus", "fixtures/toy-anthology", "--progress", "never")
    return f'```console\n$ bylint page "Zoltan Ypsilon" --corpus fixtures/toy-anthology\n{printed}```'


def toy_preview() -> str:
    """What the README shows of `bylint preview`: four papers of the toy anthology as if they had just been ingested."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder, "toy-anthology")
        shutil.copytree(ROOT / "fixtures" / "toy-anthology", root)
        volume = root / "data" / "xml" / "2025.toyns.xml"
        whole = volume.read_text(encoding="utf-8")
        volume.write_text(
            re.sub(r' *<paper id="[5-8]">.*?</paper>\n', "", whole, count=4, flags=re.DOTALL), encoding="utf-8"
        )
        for arguments in (["init", "-q", "-b", "main"], ["add", "."], ["commit", "-q", "-m", "Before the ingest"]):
            subprocess.run(["git", *arguments], cwd=root, env=GIT, check=True, capture_output=True)
        volume.write_text(whole, encoding="utf-8")
        printed = output_of("preview", "main", "--progress", "never", folder=root)
    return f"```console\n$ bylint preview main\n{printed}```"


PARTS: dict[str, Callable[[], str]] = {
    "checks": check_table,
    "output": toy_output,
    "page": toy_page,
    "preview": toy_preview,
    "help": lambda: "```console\n$ bylint --help\n" + output_of("--help") + "```",
}


def replaced(readme: str, name: str, body: str) -> str:
    """The README with another body between the marks of a part."""
    pattern = re.compile(rf"(<!-- begin {name}[^>]*-->\n).*?(<!-- end {name} -->)", re.DOTALL)
    assert pattern.search(readme), f"README.md has no part {name!r}"
    return pattern.sub(lambda match: f"{match[1]}{body}\n{match[2]}", readme)


def texts() -> Iterator[tuple[Path, str]]:
    """Every generated file with what belongs into it."""
    yield SCHEMAS / "settings.schema.json", schema(settings_schema(our_plugins().checks))
    yield SCHEMAS / "findings.schema.json", schema(ReportForm.model_json_schema(mode="serialization"))
    yield SCHEMAS / "pages.schema.json", schema(PagesForm.model_json_schema(mode="serialization"))
    yield SCHEMAS / "preview.schema.json", schema(PreviewForm.model_json_schema(mode="serialization"))
    yield SCHEMAS / "papers.schema.json", schema(LINE.json_schema())
    yield SCHEMAS / "decisions.schema.json", schema(DecisionsForm.model_json_schema())
    readme = README.read_text(encoding="utf-8")
    for name, make in PARTS.items():
        readme = replaced(readme, name, make())
    yield README, readme


if __name__ == "__main__":
    for path, text in texts():
        path.write_text(text, encoding="utf-8")
        sys.stdout.write(f"{path.relative_to(ROOT)}\n")
