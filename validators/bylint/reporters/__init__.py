"""Writers of reports, one module a format."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bylint.report import Report


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Reporter:
    """Writes one format."""

    name: str
    """What `--format` says."""
    page: str
    """Markdown: what it writes, for whom."""
    write: "Callable[[Report], str]"
    """The whole report as text; deterministic."""
    is_budgeted: bool = False
    """True where a person reads from the top, so that the budget of findings cuts it even when nobody set one."""


def shipped() -> Iterable[Reporter]:
    """The reporters that come with bylint; the module of a format is imported when it is written."""
    return (
        _reporter(
            "text",
            "Text for a person at a terminal: findings by file, each with its line quoted, and how many there are.",
            is_budgeted=True,
        ),
        _reporter("json", "JSON for other programs, in the versioned form `bylint-findings-1`."),
        _reporter("markdown", "Markdown for a comment on a pull request, or for the summary of a step in CI."),
        _reporter("github", "Annotations for GitHub Actions, as workflow commands: at most ten of each level."),
        _reporter("sarif", "SARIF 2.1.0, for code scanning and for other programs."),
    )


def _reporter(name: str, page: str, *, is_budgeted: bool = False) -> Reporter:
    """The reporter of the format that the module of its name writes."""
    return Reporter(name=name, page=page, write=partial(_write, name), is_budgeted=is_budgeted)


def _write(name: str, report: "Report") -> str:
    text: str = import_module(f"bylint.reporters.{name}").write(report)
    return text
