"""The formats of XML: imported when a file may be of one, and knowing what they say they know."""

import subprocess
import sys
from pathlib import Path

import pytest

from bylint import Paper
from bylint.loaders import Loader
from bylint.loaders.xml_formats import OF_XML
from forms import FIXTURES, named, papers_and_findings


def known_in(papers: list[Paper]) -> set[str]:
    """The parts of papers and authorships that any of them has."""
    authorships = [one for paper in papers for byline in paper.bylines for one in byline]
    of_papers = {part for paper in papers for part in paper._fields if getattr(paper, part)}
    of_names = {part for one in authorships for part in one._fields if getattr(one, part)}
    return of_papers | of_names | {"first" for one in authorships if one.name.first}


@pytest.mark.parametrize("name", ["jats", "crossref-deposit"])
def test_a_format_knows_what_its_fixture_holds(name: str) -> None:
    """Nothing is read that a format says it cannot have, and it can have whatever it says."""
    loader = named(name)
    papers, findings = papers_and_findings(loader, "x.xml", (FIXTURES / f"{name}.xml").read_bytes())
    always = {"id", "title", "path", "authorships", "paper_id", "position", "role", "name", "is_front_matter"}
    assert findings == []
    assert known_in(papers) - always == loader.knows


@pytest.mark.parametrize("loader", [pytest.param(loader, id=loader.name) for loader in OF_XML])
def test_a_format_that_is_not_there_is_not_imported(loader: Loader, tmp_path: Path) -> None:
    """Where no file may be of a format its module is not imported."""
    (tmp_path / "x.bib").write_text("@book{k, title = {T}}\n", encoding="utf-8")
    module = f"bylint.loaders.{loader.name.replace('-', '_')}"
    code = f"import sys; from bylint.cli import main; main(['check', {str(tmp_path)!r}]); print('|', {module!r} in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.rpartition("|")[2].strip() == "False"
