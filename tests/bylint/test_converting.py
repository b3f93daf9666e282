"""From the records of any format to lines, and what is the same afterwards."""

import json
from collections.abc import Container
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from bylint import Name, Paper
from bylint.asking import Request
from bylint.checks import FILE
from bylint.converting import conversion
from bylint.loaders import Loader, jsonlines, shipped
from bylint.loaders._jsonlines_lines import line_of
from bylint.model import Authorship
from bylint.plugins import OURS, load_plugins
from bylint.report import REVIEW, Report
from bylint.run import run

FIXTURES = Path(__file__).resolve().parent.parent.parent / "fixtures"
REPOSITORIES = [FIXTURES / "toy-anthology", FIXTURES / "two-pages"]
FILES = sorted(path for path in (FIXTURES / "formats").iterdir() if path.name != "README.md")
LOADERS: dict[str, Loader] = {loader.name: loader for loader in shipped()}
CHECKS = load_plugins(allow=[OURS]).checks


def lines_of(*paths: Path, **more: Any) -> list[str]:
    """The lines of what some PATHs hold."""
    return list(conversion(Request(paths=tuple(map(str, paths)), **more)).lines())


def checked(path: Path) -> Report:
    """A report on everything."""
    off = tuple(check.id for check in CHECKS if not check.by_default)
    return run(Request(paths=(str(path),), audience=REVIEW, jobs=1, select=("*", *off))).report


def found(report: Report, but: Container[str]) -> list[tuple[object, ...]]:
    """What the checks find, without places, without what a loader alone can say, and without some checks."""
    of_files = {check.id for check in CHECKS if check.subject == FILE}
    return [
        (
            finding.check,
            finding.message,
            finding.severity,
            finding.confidence,
            finding.subject,
            finding.papers,
            [authorship._replace(path="") for authorship in finding.authorships],
            [(evidence.kind, evidence.text, evidence.weight) for evidence in finding.evidence],
            finding.fingerprint,
        )
        for finding in report.found
        if finding.check not in of_files and finding.check not in but
    ]


@pytest.mark.parametrize("path", [pytest.param(path, id=path.name) for path in (*REPOSITORIES, *FILES)])
def test_checks_find_the_same(path: Path, tmp_path: Path) -> None:
    """What was converted is what it was: the checks find the same, however a line says where it stands."""
    lines = lines_of(path)
    assert lines
    (tmp_path / "papers.jsonl").write_text("\n".join(lines), encoding="utf-8")
    before, after = checked(path), checked(tmp_path / "papers.jsonl")
    unasked = {said.check for said in before.inapplicable}
    assert found(after, but=unasked) == found(before, but=unasked)
    assert lines_of(tmp_path / "papers.jsonl") == lines


def test_repositories_hold_something_to_find() -> None:
    """The law above is about something."""
    assert len({finding[0] for finding in found(checked(REPOSITORIES[0]), but=())}) > 40


WORDS = st.sampled_from(
    ["Ada", "Bo", "Quillfeather", "Inkwell", "Müller", "Łuk", "Øst", "Žižek", "刘", "O’Hara", "Jean-Luc"]
)
NAMES = st.builds(Name, WORDS, WORDS)
ORCIDS = st.sampled_from([None, "0000-0002-1825-0097", "0000-0001-5109-3700"])
TEXTS = st.lists(st.sampled_from(["inks", "of", "Paper", "é", "“quoted”", "中文", "α"]), min_size=1, max_size=4).map(
    " ".join
)


@st.composite
def papers(draw: st.DrawFn) -> list[Paper]:
    """Papers with what most formats can say."""
    made = []
    for number in range(draw(st.integers(1, 3))):
        paper_id = f"10.1000/{number}"
        authorships = tuple(
            Authorship(
                name,
                paper_id,
                position,
                "author",
                "x",
                orcid=draw(ORCIDS),
                affiliations=draw(st.sampled_from([(), ("Inks",)])),
            )
            for position, name in enumerate(draw(st.lists(NAMES, max_size=3)), 1)
        )
        year = draw(st.integers(1900, 2030))
        made.append(
            Paper(paper_id, draw(TEXTS), year, "x", authorships, abstract=draw(st.none() | TEXTS), doi=paper_id)
        )
    return made


def as_csl_json(paper: Paper) -> dict[str, Any]:
    """A paper as citation processors keep it; names alone."""
    item = {"id": paper.id, "type": "article", "title": paper.title, "DOI": paper.doi, "abstract": paper.abstract}
    return item | {
        "issued": {"date-parts": [[paper.year]]},
        "author": [{"family": a.name.last, "given": a.name.first} for a in paper.authorships],
    }


def as_crossref(paper: Paper) -> dict[str, Any]:
    """A work as Crossref answers."""
    return {
        "DOI": paper.doi,
        "prefix": "10.1000",
        "type": "journal-article",
        "title": [paper.title],
        "abstract": paper.abstract,
        "issued": {"date-parts": [[paper.year]]},
        "author": [
            {
                "family": a.name.last,
                "given": a.name.first,
                "sequence": "additional",
                "ORCID": a.orcid,
                "affiliation": [{"name": name} for name in a.affiliations],
            }
            for a in paper.authorships
        ],
    }


def as_openalex(paper: Paper) -> dict[str, Any]:
    """A work as OpenAlex has it."""
    words = (paper.abstract or "").split()
    return {
        "id": f"https://openalex.org/W{paper.id}",
        "doi": f"https://doi.org/{paper.doi}",
        "title": paper.title,
        "publication_year": paper.year,
        "abstract_inverted_index": {word: [n for n, w in enumerate(words) if w == word] for word in words} or None,
        "authorships": [
            {
                "raw_author_name": str(a.name),
                "author": {"id": "https://openalex.org/A1", "display_name": str(a.name), "orcid": a.orcid},
                "raw_affiliation_strings": list(a.affiliations),
            }
            for a in paper.authorships
        ],
    }


def as_datacite(paper: Paper) -> dict[str, Any]:
    """A record as DataCite answers."""
    kind = {"nameIdentifierScheme": "ORCID"}
    attributes = {
        "doi": paper.doi,
        "titles": [{"title": paper.title}],
        "publicationYear": paper.year,
        "descriptions": [{"descriptionType": "Abstract", "description": paper.abstract}] if paper.abstract else [],
        "creators": [
            {
                "name": f"{a.name.last}, {a.name.first}",
                "nameType": "Personal",
                "givenName": a.name.first,
                "familyName": a.name.last,
                "affiliation": list(a.affiliations),
                "nameIdentifiers": [{**kind, "nameIdentifier": a.orcid}] if a.orcid else [],
            }
            for a in paper.authorships
        ],
    }
    return {"id": paper.doi, "type": "dois", "attributes": attributes}


def as_bibtex(paper: Paper) -> str:
    """An entry; names alone."""
    fields = {
        "title": paper.title,
        "author": " and ".join(f"{a.name.last}, {a.name.first}" for a in paper.authorships) or None,
        "year": paper.year,
        "doi": paper.doi,
        "abstract": paper.abstract,
    }
    body = ",\n".join(f"  {field} = {{{value}}}" for field, value in fields.items() if value is not None)
    return f"@article{{{paper.id},\n{body}\n}}\n"


def as_lines(records: list[dict[str, Any]]) -> str:
    """Records, one a line."""
    return "".join(json.dumps(record) + "\n" for record in records)


def as_cff(paper: Paper) -> str:
    """A repository that cites a paper."""
    entry = {"type": "article", "title": paper.title, "doi": paper.doi, "year": paper.year, "abstract": paper.abstract}
    authors = [
        {
            "family-names": a.name.last,
            "given-names": a.name.first,
            "orcid": a.orcid,
            "affiliation": "".join(a.affiliations),
        }
        for a in paper.authorships
    ]
    return yaml.safe_dump({"cff-version": "1.2.0", "title": "x", "preferred-citation": {**entry, "authors": authors}})


WRITERS = {
    "csl-json": lambda records: json.dumps(list(map(as_csl_json, records))),
    "crossref": lambda records: json.dumps(
        {"message-type": "work-list", "message": {"items": list(map(as_crossref, records))}}
    ),
    "openalex": lambda records: as_lines(list(map(as_openalex, records))),
    "datacite": lambda records: json.dumps({"data": list(map(as_datacite, records))}),
    "bibtex": lambda records: "\n".join(map(as_bibtex, records)),
    "cff": lambda records: as_cff(records[-1]),
}
ENDINGS = {"openalex": "jsonl", "bibtex": "bib", "cff": "cff"}
BARE = {"csl-json", "bibtex"}
"""Formats that say nothing beside a name."""


@pytest.mark.parametrize("name", WRITERS)
@settings(max_examples=40, deadline=None)
@given(written=papers())
def test_round_trip(name: str, written: list[Paper]) -> None:
    """What is written in a format, read, converted and read again says what was written."""
    written = written[-1:] if name == "cff" else written
    path = f"x.{ENDINGS.get(name, 'json')}"
    data = WRITERS[name](written).encode()
    assert LOADERS[name].recognises(path, data[:4096])
    read = list(LOADERS[name].read(path, data))
    again = list(jsonlines.read(path, "\n".join(map(line_of, read)).encode()))
    assert again == read
    read = read[-1:] if name == "cff" else read  # the first one is the repository itself
    for record, paper in zip(read, written, strict=True):
        assert isinstance(record, Paper)
        assert (record.title, record.year) == (paper.title, paper.year)
        assert (record.abstract, record.doi) == (paper.abstract, paper.doi)
        assert [a.name for a in record.authorships] == [a.name for a in paper.authorships]
        if name not in BARE:
            beside = [(a.orcid, a.affiliations) for a in paper.authorships]
            assert [(a.orcid, a.affiliations) for a in record.authorships] == beside
