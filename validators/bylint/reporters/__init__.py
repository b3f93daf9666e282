"""Writers of reports, one module a format."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
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
    """The reporters that come with bylint."""
    from bylint.reporters import github, json, markdown, sarif, text

    return (text.REPORTER, json.REPORTER, markdown.REPORTER, github.REPORTER, sarif.REPORTER)
