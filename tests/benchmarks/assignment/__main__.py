"""The script of the benchmark: `python tests/benchmarks/assignment CORPUS GOLD SCORER`."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from benchmarks.assignment.command import main

if __name__ == "__main__":
    main()
