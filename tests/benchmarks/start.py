"""
What it costs to start: `--version`, `--help`, a bibliography of one entry, and one of 200, in seconds of CPU.

    python tests/benchmarks/start.py [--runs N] [--python PYTHON]

Each command runs N times, in turn with `python -c pass`, and is told as the median, and as its ratio to the median of
that: a machine that is busy slows all of them. Modules are compiled beforehand, as an installer leaves them, in a folder of
their own; the bibliography is invented, the same in every run.
"""

import argparse
import os
import random
import re
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

GIVEN = re.findall(
    r"\w+", "Ada Bo Cy Dora Edda Finn Gita Hal Ines Jonas Kaja Lev Mira Noor Otto Pia Quin Rosa Sven Tove"
)
SYLLABLES = re.findall(r"\w+", "ver so quill fea ther ink well foot note mar gin pen ci let ter ny bor ka lo sen")
WORDS = re.findall(
    r"\w+", "we study the of for model data learning graph deep method result large small new show approach task"
)
ENTRIES = 200


def entries(count: int) -> Iterator[str]:
    """Entries of BibTeX: 700 authors for 200 of them, mostly of different names, and abstracts of 80 words."""
    rng = random.Random(7)
    surnames = ["".join(rng.sample(SYLLABLES, 3)).capitalize() for _ in range(500)]

    def text(words: int) -> str:
        return " ".join(rng.choice(WORDS) for _ in range(words)).capitalize()

    for number in range(count):
        byline = " and ".join(
            f"{rng.choice(surnames)}, {rng.choice(GIVEN)}" for _ in range(rng.choice([2, 3, 3, 4, 5]))
        )
        yield (
            f"@article{{key{number},\n  title = {{{text(8)}}},\n  author = {{{byline}}},\n"
            f"  year = {2000 + number % 25},\n  journal = {{Journal of Inks {number % 7}}},\n"
            f"  doi = {{10.1000/inks.{number}}},\n  abstract = {{{text(80)}}},\n}}\n"
        )


def seconds(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> float:
    """The CPU time of a command and of what it starts."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=15, help="how often each command runs")
    parser.add_argument("--python", default=sys.executable, help="the interpreter of an environment that has bylint")
    parsed = parser.parse_args()
    runs, bylint = parsed.runs, [parsed.python, "-m", "bylint"]
    commands = {
        "python -c pass": [parsed.python, "-c", "pass"],
        "bylint --version": [*bylint, "--version"],
        "bylint --help": [*bylint, "--help"],
        "bylint check one.bib": [*bylint, "check", "one.bib"],
        "bylint check lab.bib": [*bylint, "check", "lab.bib"],
    }
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "one.bib").write_text("".join(entries(1)), encoding="utf-8")
        (folder / "lab.bib").write_text("".join(entries(ENTRIES)), encoding="utf-8")
        kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
        environment = {**kept, "PYTHONPYCACHEPREFIX": str(folder / "compiled")}
        for command in commands.values():
            seconds(command, folder, environment)
        spent: dict[str, list[float]] = {said: [] for said in commands}
        for _ in range(runs):
            for said, command in commands.items():
                spent[said].append(seconds(command, folder, environment))
    medians = {said: statistics.median(times) for said, times in spent.items()}
    bare = medians["python -c pass"]
    rows = [f"| command ({runs} runs) | CPU seconds (median) | least | above `python -c pass` | times that |"]
    rows.append("| --- | --- | --- | --- | --- |")
    for said, median in medians.items():
        rows.append(f"| {said} | {median:.3f} | {min(spent[said]):.3f} | {median - bare:.3f} | {median / bare:.1f} |")
    sys.stdout.write("\n".join(rows) + "\n")


if __name__ == "__main__":
    main()
