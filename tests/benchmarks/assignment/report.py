"""Figures as tables in Markdown, and their place in the page of the benchmarks."""

import math
import platform
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.assignment.calibration import Band
from benchmarks.assignment.figures import Figure

PAGE = Path(__file__).resolve().parent.parent / "README.md"
BEGIN = "<!-- written by tests/benchmarks/assignment: begin -->"
END = "<!-- written by tests/benchmarks/assignment: end -->"


def rows(header: Sequence[str], body: Iterable[Sequence[str]]) -> str:
    """A table."""
    lines = [header, ["---"] * len(header), *body]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def shown(figure: Figure | None) -> str:
    """A figure with its interval; a dash for none."""
    return (
        "–"
        if figure is None or math.isnan(figure.value)
        else f"{figure.value:.3f} ({figure.low:.3f} to {figure.high:.3f})"
    )


def table(figures: Mapping[str, Mapping[str, Figure]]) -> str:
    """One row a measure, one column a system; `figures` are those of each system by measure."""
    measures = dict.fromkeys(measure for of_system in figures.values() for measure in of_system)
    body = [[measure, *(shown(of_system.get(measure)) for of_system in figures.values())] for measure in measures]
    return rows(["measure", *figures], body)


def reliability(bands: Iterable[Band], what: str) -> str:
    """One row a band of confidence."""
    body = [[f"{b.low:g} to {b.high:g}", f"{b.number:,}", f"{b.said:.3f}", shown(b.was)] for b in bands]
    return rows(["confidence", "number", "said (mean)", what], body)


def alarms(rates: Mapping[str, Mapping[float, Figure]]) -> str:
    """One row a nominal rate, one column a size of pages; of all sizes together with the interval."""
    everywhere, *sizes = rates.values()
    body = [
        [
            f"{nominal:g}",
            shown(rate),
            f"{rate.value / nominal:.2f}",
            *(f"{of_size[nominal].value:.3f}" for of_size in sizes),
        ]
        for nominal, rate in everywhere.items()
    ]
    _, *labels = rates
    return rows(["nominal", "measured", "measured / nominal", *(f"{label} papers" for label in labels)], body)


def made_with() -> str:
    """The date, the commit and the interpreter."""
    commit = _git("rev-parse", "--short", "HEAD") or "unknown"
    changed = " and changes not yet committed" if _git("status", "--porcelain", "--untracked-files=no") else ""
    return f"{datetime.now(UTC):%Y-%m-%d}, commit {commit}{changed}, CPython {platform.python_version()}"


def _git(*arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=PAGE.parent, capture_output=True, text=True, check=False)
    return done.stdout.strip()


def write(text: str, page: Path = PAGE) -> None:
    """Put the text between the two marks of a page. Raises ValueError where the page lacks them."""
    before, begin, rest = page.read_text(encoding="utf-8").partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        message = f"{page.name} lacks the two marks {BEGIN} and {END}"
        raise ValueError(message)
    page.write_text(f"{before}{BEGIN}\n\n{text.strip()}\n\n{END}{after}", encoding="utf-8")
