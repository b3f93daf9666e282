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


def test_read_streams() -> None:
    """Sign and number of a name are told apart from it in both readings, or counted as a difference."""
    folder = FOLDER.parent.parent / "fixtures" / "formats"
    command = [sys.executable, str(FOLDER / "read_xml.py"), str(folder / "dblp.xml"), str(folder / "arxiv-atom.xml")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "| formats | dblp | 1 | 3 of 3 | 4 of 4 | 2 of 2 | 0 | 11 of 11 | 1 | none |" in done.stdout
    assert "| formats | arxiv-atom | 1 | 2 of 2 | 4 of 5 | 0 of 0 | 1 | 6 of 6 | 0 | none |" in done.stdout


def test_read_arxiv_bylines() -> None:
    """The counts are of names and affiliations that both readings have."""
    file = TOY.parent / "formats" / "arxiv-snapshot.json"
    command = [sys.executable, str(FOLDER / "read_arxiv_bylines.py"), str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.endswith("4 alike, 4 parted alike, 1 with affiliations, 1 affiliations alike\n")


def test_read_bibtex() -> None:
    """The table has a row for a file, with the names of both readings, where pybtex is at hand."""
    pytest.importorskip("pybtex")
    file = TOY.parent / "formats" / "bibtex.bib"
    command = [sys.executable, str(FOLDER / "read_bibtex.py"), str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "| bibtex.bib | 4 | 4 | 6 | 4 | 8 | 7 | 1 | 1 |" in done.stdout


def test_start() -> None:
    """The table has a row for every command, each beside what Python alone takes."""
    command = [sys.executable, str(FOLDER / "start.py"), "--runs", "1"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    rows = [line.split(" | ") for line in done.stdout.splitlines()[2:]]
    assert [row[0] for row in rows] == [
        "| python -c pass",
        "| bylint --version",
        "| bylint --help",
        "| bylint check one.bib",
        "| bylint check lab.bib",
    ]
    assert rows[0][-1] == "1.0 |"
    assert all(float(row[1]) > 0 for row in rows)


def test_joining() -> None:
    """Both tables have their rows, and nothing is joined with another paper."""
    command = [sys.executable, str(FOLDER / "joining.py"), str(TOY), "--every", "1"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    rows = [line.strip("| ").split(" | ") for line in done.stdout.splitlines() if line.startswith("| of papers")]
    assert [row[0] for row in rows] == ["of papers, with the DOI", "of papers, without a DOI"]
    assert all(int(row[2]) > 0 and row[3] == "0" for row in rows)
    assert "| another order | " in done.stdout


def test_streams(tmp_path) -> None:
    """The table has a row for each file, of two sizes, packed and not; what is left of a full work is what was asked for."""
    sample = tmp_path / "sample.json"
    sample.write_text(json.dumps({"id": "W", "mesh": [{"qualifier": "x" * 50}] * 40}), encoding="utf-8")
    command = [sys.executable, str(FOLDER / "streams.py"), "--works", "300", "--packed", "no", "yes"]
    command += ["--sample", str(sample), "--padding", "1000", "--folder", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    rows = [line.split(" | ") for line in done.stdout.splitlines()]
    assert [row[0] for row in rows[2:]] == [
        "| lean-300.jsonl",
        "| lean-300.jsonl.gz",
        "| full-300.jsonl",
        "| full-300.jsonl.gz",
    ]
    sizes = [float(row[2]) for row in rows[2:]]
    assert sizes[0] == sizes[1]
    assert 0.8 < sizes[2] - sizes[0] < 1.1
