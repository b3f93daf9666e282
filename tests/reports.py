"""Reports for the tests of the formats: of the toy anthology, of a few records, and made by hand."""

import json
import subprocess
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from bylint import Finding, Location, Severity
from bylint.asking import Request
from bylint.corpus.sources import Sources
from bylint.loaders import jsonlines
from bylint.plugins import OURS, Plugins, load_plugins
from bylint.report import REVIEW, Counts, Report
from bylint.run import run

TOY = Path(__file__).resolve().parent.parent / "fixtures" / "toy-anthology"
PATH = "papers.jsonl"
OUR_PLUGINS = load_plugins(allow=[OURS])
FORMATS = ("text", "json", "markdown", "github", "sarif")
PUBLIC_FORMATS = ("markdown", "github", "sarif")


@cache
def toy() -> Report:
    """The toy anthology, reviewed with every check."""
    off = tuple(check.id for check in OUR_PLUGINS.checks if not check.by_default)
    return run(Request(paths=(str(TOY),), audience=REVIEW, jobs=1, select=("*", *off))).report


def checked(folder: Path, *records: dict[str, object], settings: str = "", path: str = PATH, **more: Any) -> Report:
    """The report on records that are written to a git work tree in `folder`."""
    folder.mkdir(exist_ok=True)
    subprocess.run(["git", "init", "-q", str(folder)], check=True)
    (folder / "bylint.toml").write_text(settings, encoding="utf-8")
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    lines = (json.dumps(record, ensure_ascii=False) + "\n" for record in records)
    (folder / path).write_text("".join(lines), encoding="utf-8")
    return run(Request(paths=(str(folder),), jobs=1, **more)).report


def signed_twice(first: str | None, last: str, **paper: object) -> dict[str, object]:
    """A paper with one author, twice: a finding whose message tells the name."""
    return {"id": "x-1", "title": "T", "authors": [{"first": first, "last": last}] * 2, **paper}


def finding(message: str = "something is wrong", check: str = "repeated-author", **fields: Any) -> Finding:
    """A complete finding."""
    given = {"severity": Severity.ERROR, "confidence": 0.95, "fingerprint": "0123456789abcdef", **fields}
    return Finding(message=message, check=check, **given)


def made(*findings: Finding, lines: Iterable[str] = (), plugins: Plugins = OUR_PLUGINS, **fields: Any) -> Report:
    """A report of these findings; `lines` are those of `papers.jsonl`."""
    sources = Sources(loaders={PATH: jsonlines.LOADER}, files={PATH: "".join(f"{line}\n" for line in lines).encode()})
    return Report(findings, Counts(1, 2, 1), sources, plugins, plugins.checks, **{"audience": REVIEW, **fields})


def at(line: int, column: int = 1, path: str = PATH) -> Location:
    """A place by line and column."""
    return Location(path, line=line, column=column)


def written(name: str, report: Report) -> str:
    """The report in a format."""
    return report.plugins.reporters[name].write(report)
