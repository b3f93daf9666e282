"""Small git repositories for the tests of previews."""

import json
import os
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import reports
from bylint import Finding, Location
from bylint.asking import Request
from bylint.corpus.sources import Sources
from bylint.preview.build import preview
from bylint.preview.model import Fact, Move, PageEvent, PageSize, PaperCounts, Preview, Put, Side, Wrong
from bylint.preview.outcomes import Outcomes, Settled
from bylint.report import REVIEW

ENVIRONMENT = {
    **{name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
    **{f"GIT_{role}_{what}": "a@example.org" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
}


def git(root: Path, *arguments: str) -> str:
    """Run git in a repository, as a user of it would."""
    done = subprocess.run(["git", *arguments], cwd=root, env=ENVIRONMENT, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def repository(root: Path, *records: dict[str, Any]) -> Path:
    """A repository with one commit on `main`: papers and people in `papers.jsonl`, settings in `bylint.toml`."""
    root.mkdir(parents=True)
    git(root, "init", "-q", "-b", "main")
    (root / "bylint.toml").touch()
    write(root, *records)
    commit(root)
    return root


def write(root: Path, *records: dict[str, Any], path: str = "papers.jsonl") -> None:
    """The records of a file, in place of what it held."""
    text = "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
    (root / path).write_text(text, encoding="utf-8")


def commit(root: Path) -> str:
    """Commit everything; the name of the commit."""
    git(root, "add", "-A")
    git(root, "commit", "-q", "--allow-empty", "-m", "x")
    return git(root, "rev-parse", "HEAD")


def paper(paper_id: str, *authors: str, **more: object) -> dict[str, Any]:
    """A paper; an author is `First Last`, or `First Last#id`."""
    return {"id": paper_id, "title": f"On {paper_id}", "year": 2020, "authors": list(map(_author, authors)), **more}


def _author(text: str) -> dict[str, str]:
    name, _, person = text.partition("#")
    first, _, last = name.rpartition(" ")
    return {"first": first, "last": last} | ({"id": person} if person else {})


def person(person_id: str, *names: str, **more: object) -> dict[str, Any]:
    """Somebody who is known."""
    return {"person": person_id, "names": list(map(_author, names)), **more}


def previewed(root: Path, base: str = "main", head: str | None = None, **more: Any) -> Preview:
    """The preview of a change, at a review."""
    return preview(Request(corpus=str(root), jobs=1, **{"audience": REVIEW, **more}), base, head)


def told(found: Preview) -> list[tuple[str, list[str], list[str], int]]:
    """What became of pages: kind, pages before and after, and how many authorships."""
    return [
        (event.kind, [size.page for size in event.before], [size.page for size in event.after], len(event.moves))
        for event in found.pages
    ]


def checks(findings: Iterable[Any]) -> list[str]:
    """The checks that some findings are of."""
    return sorted(finding.check for finding in findings)


def made(**fields: Any) -> Preview:
    """A preview of these parts, and nothing else."""
    report = reports.made()
    given = {
        "base": Side("main", "0" * 40),
        "head": Side("", ""),
        "files": Sources(),
        "papers": PaperCounts(0, 0, 0),
        "pages": (),
        "put": (),
        "bylines": (),
        "told": (),
        "outcomes": Outcomes((), (), 0, 0, 0),
        "before": report,
        "after": report,
        **fields,
    }
    return Preview(**given)


def outcomes(
    brought: Iterable[Finding] = (), settled: Iterable[Settled] = (), hidden: tuple[int, int] = (0, 0)
) -> Outcomes:
    """What becomes of findings."""
    return Outcomes(tuple(brought), tuple(settled), 0, *hidden)


def put(paper_id: str = "x-1", **fields: Any) -> Put:
    """An authorship that is new on a known person's page, where only its name put it."""
    given = {
        "paper": paper_id,
        "role": "author",
        "position": 2,
        "name": "Wei Liu",
        "title": "On Ink",
        "year": 2024,
        "page": "wei-liu",
        "came_from": None,
        "by": "name",
        "is_verified": True,
        "is_known": True,
        "wrong": None,
        "location": Location(),
        **fields,
    }
    return Put(**given)


FACTS = (
    Fact("shared-coauthors", 1.5, "no co-author in common", ("x-1",)),
    Fact("years", -0.25, "active 2024 and 2023", ("x-1",)),
)


def wrong(confidence: float = 0.75, suggested: str | None = None, evidence: tuple[Fact, ...] = FACTS) -> Wrong:
    """Why it looks wrong."""
    return Wrong(confidence, suggested, f"2 of 2 co-authors on papers of {suggested}", evidence)


def event(kind: str, before: str = "", after: str = "", moves: int = 1, *, is_private: bool = False) -> PageEvent:
    """What became of pages, given by their ids, with four papers each."""
    sizes = [tuple(PageSize(page, 4) for page in pages.split()) for pages in (before, after)]
    moved = tuple(
        Move(
            f"x-{number}",
            "author",
            2,
            "Wei Liu",
            before.split(maxsplit=1)[0] if before else None,
            after.rsplit(maxsplit=1)[-1] if after else None,
        )
        for number in range(moves)
    )
    return PageEvent(kind, sizes[0], sizes[1], moved, is_private)
