"""
Check a whole corpus from nothing, several times: seconds, memory, findings by check, and whether the bytes agree.

Timed is what people run, a report in text; once more all findings are written as JSON, and counted.

    python tests/benchmarks/whole_run.py CORPUS [--runs 5] [--library PYTHON] [-- more arguments of bylint check]

A second is not the same on two machines, nor on one machine twice: with `--library`, the interpreter of an environment
that has acl-anthology-py 0.4.3, that library loads and indexes the same corpus after each run, for a ratio.

Memory is that of all processes of a run together, sampled twenty times a second (proportional set size, Linux).
"""

import argparse
import hashlib
import json
import os
import statistics
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path

_LOAD_AND_INDEX = """
import sys, time
from acl_anthology import Anthology
started = time.perf_counter()
anthology = Anthology(datadir=sys.argv[1], verbose=False)
for _ in anthology.papers():
    pass
try:
    anthology.people.load()
except Exception as error:  # it wants an id for every ambiguous name, which this data has not
    print(type(error).__name__, file=sys.stderr)
print(time.perf_counter() - started)
"""


@dataclass(frozen=True)
class Run:
    """One run of the program."""

    seconds: float
    cpu_seconds: float
    peak_megabytes: float
    exit_code: int
    output: bytes


def one_run(command: list[str]) -> Run:
    """Run a command in a process group of its own and watch its memory."""
    started, used = time.monotonic(), os.times()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, start_new_session=True)
    peak = 0.0
    done = threading.Event()

    def watch() -> None:
        nonlocal peak
        while not done.wait(0.05):
            peak = max(peak, group_megabytes(process.pid))

    watcher = threading.Thread(target=watch)
    watcher.start()
    output, _ = process.communicate()
    done.set()
    watcher.join()
    after = os.times()
    cpu = after.children_user + after.children_system - used.children_user - used.children_system
    return Run(time.monotonic() - started, cpu, peak, process.returncode, output)


def group_megabytes(group: int) -> float:
    """The proportional set size of every process of a session, in MB."""
    total = 0
    for folder in Path("/proc").iterdir():
        if not folder.name.isdecimal():
            continue
        try:
            session = int((folder / "stat").read_text().rpartition(")")[2].split()[3])
            if session == group:
                rollup = (folder / "smaps_rollup").read_text()
                total += next(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:"))
        except (OSError, StopIteration, ValueError, IndexError):
            continue  # it ended while it was looked at
    return total / 1000


def library_seconds(python: str, corpus: str) -> float:
    """The seconds in which the Anthology's own library reads every paper and indexes the people, its import left out."""
    command = [python, "-c", _LOAD_AND_INDEX, str(Path(corpus) / "data")]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=True)
    return float(done.stdout)


def main() -> None:
    """Run, and print a table in Markdown."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--library", metavar="PYTHON", help="an interpreter that has acl-anthology-py 0.4.3")
    parser.add_argument("arguments", nargs="*", help="more arguments of bylint check")
    parsed = parser.parse_args()
    command = [sys.executable, "-m", "bylint", "check", parsed.corpus, "--progress", "never", *parsed.arguments]
    runs, library = [], []
    for _ in range(parsed.runs):
        runs.append(one_run([*command, "--format", "text"]))
        if parsed.library:
            library.append(library_seconds(parsed.library, parsed.corpus))
    whole = one_run([*command, "--format", "json"])
    report = json.loads(whole.output)
    by_check: dict[str, list[int]] = {}
    for finding in report["findings"]:
        counts = by_check.setdefault(finding["check"], [0, 0])
        counts[finding["status"] != "shown"] += 1
    digests = {hashlib.sha256(run.output).hexdigest()[:12] for run in runs}
    rows = [
        ("papers, authorships, files", ", ".join(f"{count:,}" for count in report["corpus"].values())),
        ("wall seconds (median, min, max)", spread([run.seconds for run in runs])),
        ("CPU seconds", spread([run.cpu_seconds for run in runs])),
        ("peak MB of all processes", spread([run.peak_megabytes for run in runs])),
        ("the same, once, with every finding as JSON", f"{whole.seconds:.1f} s, {whole.cpu_seconds:.1f} s of CPU"),
        *_beside(runs, library),
        ("exit codes", ", ".join(sorted({str(run.exit_code) for run in runs}))),
        ("different outputs in all runs", str(len(digests))),
    ]
    lines = ["| figure | value |", "| --- | --- |", *(f"| {name} | {value} |" for name, value in rows), ""]
    lines += ["| check | shown at the gate | hidden |", "| --- | --- | --- |"]
    lines += [f"| {check} | {shown} | {hidden} |" for check, (shown, hidden) in sorted(by_check.items())]
    sys.stdout.write("\n".join(lines) + "\n")


def _beside(runs: list[Run], library: list[float]) -> list[tuple[str, str]]:
    """Rows for what the library took, and how a run compares."""
    if not library:
        return []
    ratios = [run.seconds / seconds for run, seconds in zip(runs, library, strict=True)]
    return [
        ("seconds of the library to load and index", spread(library)),
        ("wall seconds as a ratio of these", spread(ratios)),
    ]


def spread(values: list[float]) -> str:
    """Median, smallest and largest."""
    digits = 1 if max(values) >= 10 else 2
    return f"{statistics.median(values):.{digits}f} ({min(values):.{digits}f} to {max(values):.{digits}f})"


if __name__ == "__main__":
    main()
