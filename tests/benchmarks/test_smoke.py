"""Every benchmark runs, on something small; no clock is asserted."""

import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
TOY = FOLDER.parent.parent / "fixtures" / "toy-anthology"


def test_whole_run() -> None:
    """The table of a whole run has time, memory, and the findings by check; two runs give the same bytes."""
    command = [sys.executable, str(FOLDER / "whole_run.py"), str(TOY), "--runs", "2"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "| wall seconds" in done.stdout
    assert "| different outputs in all runs | 1 |" in done.stdout
    assert "| repeated-author | " in done.stdout
