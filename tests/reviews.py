"""Reviews for tests: small repositories, and the files that `bylint review` writes of them."""

import json
from collections.abc import Sequence
from pathlib import Path

from bylint.cli import main

TOY = Path(__file__).resolve().parent.parent / "fixtures" / "toy-anthology"


def review(target: Path, *arguments: str) -> Path:
    """The file that `bylint review` writes; 2 and 3 are no success."""
    assert main(["review", *arguments, "--output", str(target), "--progress", "never"]) == 0
    return target


def record(paper: str, *authors: str, **fields: object) -> str:
    """A paper, as a line."""
    named = [{"first": first, "last": last} for first, _, last in (name.rpartition(" ") for name in authors)]
    return json.dumps({"id": paper, "title": f"On {paper}", "year": 2020, "authors": named, **fields}) + "\n"


def repository(folder: Path, records: Sequence[str]) -> Path:
    """A repository that holds some lines."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "bylint.toml").touch()
    (folder / "papers.jsonl").write_text("".join(records), encoding="utf-8")
    return folder
