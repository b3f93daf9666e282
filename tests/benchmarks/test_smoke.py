"""Every benchmark runs, on something small; no clock is asserted."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parent
TOY = FOLDER.parent.parent / "fixtures" / "toy-anthology"


def test_whole_run() -> None:
    """The table of a whole run has time, memory, and the findings by check; two runs give the same bytes."""
    command = [sys.executable, str(FOLDER / "whole_run.py"), str(TOY), "--runs", "2"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "| wall seconds" in done.stdout
    assert "| different outputs in all runs | 1 |" in done.stdout
    assert "| repeated-author | " in done.stdout


SCORER = """
def fold(name):
    return name.casefold()


def score_splits(gold, catch_all, pages):
    return dict.fromkeys(("b3_precision", "b3_recall", "b3", "page_mean_f1"), 0.5)
"""


def test_assignment(tmp_path) -> None:
    """The report has a column for every system, the reliability of confidences, and what is said where ids are in use."""
    gold = {
        "splits": {"Vera Verso": {"2024.toy-main.1": "vera-verso-nowhere", "2024.toy-main.2": "vera-verso-elsewhere"}},
        "catch_all": [],
        "merges": [["Jim Footnote", "Jimmy Footnote"]],
        "different": [["Ada Quillfeather", "Bo Inkwell"]],
    }
    s2and = {"groups": {"Vera Verso": {"2024.toy-main.1": 0, "2024.toy-main.2": 1}}, "pairs": {"Vera Verso": []}}
    files = {"gold.json": json.dumps(gold), "scorer.py": SCORER, "s2and.json": json.dumps(s2and)}
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    paths = [str(tmp_path / name) for name in files]
    command = [sys.executable, str(FOLDER / "assignment"), str(TOY), *paths[:2], "--s2and", paths[2]]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "| measure | one page, one person | co-author components | s2and | bylint |" in done.stdout
    assert "| B3 | 0.500 (0.500 to 0.500) |" in done.stdout
    assert "| confidence | number | said (mean) | had two or more people |" in done.stdout
    assert "Pairs of two known people proposed with .9 or more: 0 of 1." in done.stdout
    assert "Alarm rate: too few pages of rare names" in done.stdout
    assert "Ids in use: rival-namesake" in done.stdout


def test_looks_wrong() -> None:
    """The table says of each kind of placement how many look wrong."""
    command = [sys.executable, str(FOLDER / "looks_wrong.py"), str(TOY)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "| papers on the page of a namesake | 2 | " in done.stdout
    assert "| the newest paper of a page of any name | " in done.stdout


def test_read_json() -> None:
    """The table has bylint's counts beside those without it, and names what nobody reads."""
    files = [
        str(FOLDER.parent.parent / "fixtures" / "formats" / name) for name in ("csl.json", "CITATION.cff", "README.md")
    ]
    done = subprocess.run(
        [sys.executable, str(FOLDER / "read_json.py"), *files], capture_output=True, text=True, check=True
    )
    assert "| formats | cff | 1 | 3 of 3 | 5 of 5 | 1 of 1 | 1 | none |" in done.stdout
    assert "| formats | csl-json | 1 | 2 of 2 | 4 of 4 | 1 of 1 | 1 | none |" in done.stdout
    assert "not read: README.md" in done.stdout


def test_read_bibtex() -> None:
    """The table has a row for a file, with the names of both readings, where pybtex is at hand."""
    pytest.importorskip("pybtex")
    file = TOY.parent / "formats" / "bibtex.bib"
    command = [sys.executable, str(FOLDER / "read_bibtex.py"), str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "| bibtex.bib | 4 | 4 | 6 | 4 | 8 | 7 | 1 | 1 |" in done.stdout
