"""Decisions as a reviewer's page writes them, and repositories to apply them to."""

import json
import shutil
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from bylint import Finding
from bylint.asking import Request, set_up
from bylint.corpus.corpus import Corpus
from bylint.model import Authorship
from bylint.report import REVIEW
from bylint.run import read, run
from reports import TOY
from test_database_forms import as_yaml

JSON, YAML, VARIANTS = "data/json/people.json", "data/yaml/people.yaml", "data/yaml/name_variants.yaml"
FORMS = (JSON, YAML, VARIANTS)


def as_variants(text: str) -> str:
    """A JSON database in the oldest form: every entry with its id; who asks for an id has to do without."""
    lines = []
    for person_id, fields in json.loads(text).items():
        names = [json.dumps(name, ensure_ascii=False) for name in fields["names"]]
        lines.append(f"- canonical: {names[0]}")
        remark = fields.get("comment") or fields.get("degree") or fields.get("institution")
        lines += [f"  comment: {json.dumps(remark, ensure_ascii=False)}"] if remark else []
        lines += [f"  id: {person_id}"]
        lines += [f"  {key}: {json.dumps(fields[key])}" for key in ("orcid", "similar") if key in fields]
        lines += ["  variants:", *(f"  - {name}" for name in names[1:])] if names[1:] else []
    return "\n".join(lines) + "\n"


def toy_repository(folder: Path, form: str) -> Path:
    """The toy anthology in a work tree of its own, with one form of its people database."""
    shutil.copytree(TOY / "data" / "xml", folder / "data" / "xml")
    text = (TOY / JSON).read_text(encoding="utf-8")
    (folder / form).parent.mkdir(parents=True)
    written = {JSON: str, YAML: as_yaml, VARIANTS: as_variants}[form](text)
    (folder / form).write_text(written, encoding="utf-8")
    subprocess.run(["git", "init", "-q", str(folder)], check=True)
    return folder


def lines_repository(folder: Path, *records: dict[str, Any]) -> Path:
    """JSON Lines in a work tree of their own."""
    folder.mkdir(exist_ok=True)
    text = "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
    (folder / "papers.jsonl").write_text(text, encoding="utf-8")
    (folder / "bylint.toml").write_text("", encoding="utf-8")
    subprocess.run(["git", "init", "-q", str(folder)], check=True)
    return folder


def corpus_of(folder: Path) -> Corpus:
    """The corpus of a repository."""
    asked = Request(corpus=str(folder), jobs=1)
    return read(set_up(asked), asked)[1].corpus


def found_in(folder: Path, *checks: str) -> list[Finding]:
    """What a review finds in a repository."""
    return list(run(Request(paths=(str(folder),), audience=REVIEW, jobs=1, select=checks)).report.findings)


def seen(authorship: Authorship) -> dict[str, Any]:
    """An authorship as a reviewer saw it."""
    return {
        "paper": authorship.paper_id,
        "byline": f"{authorship.role}s",
        "position": authorship.position,
        "name": str(authorship.name),
        "id": authorship.person_id,
    }


class Reviewer:
    """Decides about the pages of a corpus, one decision after the other."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.corpus = corpus_of(folder)
        self.decisions: list[dict[str, Any]] = []

    def papers(self, page: str, papers: Iterable[str] = ()) -> list[dict[str, Any]]:
        """The authorships of a page, or those of some papers on it."""
        wanted = set(papers)
        return [seen(item) for item in self.corpus.pages[page].authorships if not wanted or item.paper_id in wanted]

    def say(self, kind: str, pages: Sequence[str], of: Finding | None = None, **more: Any) -> "Reviewer":
        """Decide something about pages, of a finding if one asks for it."""
        about: dict[str, Any] = {"page": pages[0]} if len(pages) == 1 else {"pages": list(pages)}
        papers = [one for page in pages for one in self.papers(page)]
        finding = {"check": of.check if of else None, "fingerprint": of.fingerprint if of else None}
        self.decisions.append({"kind": kind, **finding, **about, "papers": papers, **more})
        return self

    def assign(self, page: str, papers: Iterable[str], person: dict[str, Any], of: Finding | None = None) -> "Reviewer":
        """Give papers of a page to somebody."""
        return self.say("assign", [page], of, papers=self.papers(page, papers), person=person)

    def export(self, name: str = "decisions.json") -> str:
        """A file of the decisions, beside the repository."""
        path = self.folder.parent / name
        content = {"format": "bylint-decisions-1", "decisions": self.decisions}
        path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
        return str(path)
