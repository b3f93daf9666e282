"""The whole loop, as the benchmark goes through it on a corpus of any size."""

import subprocess
import sys

from reviews import TOY

PROGRAM = TOY.parent.parent / "tests" / "benchmarks" / "whole_loop.py"


def test_benchmark(browser) -> None:
    """A page is found, decided in the browser, applied, and found no more."""
    assert browser
    done = subprocess.run([sys.executable, str(PROGRAM), str(TOY)], capture_output=True, text=True, check=True)
    assert "| page decided | otto-umbra/unverified |" in done.stdout
    assert "| found again | nothing |" in done.stdout
    assert "| to be applied again | nothing |" in done.stdout
