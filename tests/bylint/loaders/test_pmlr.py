"""Posts of PMLR: YAML in front of a page."""

import pytest

from bylint import Change, Name, Paper
from forms import changed, named, names, papers_and_findings

LOADER = named("pmlr")


def post(fields: str) -> bytes:
    """A post with some fields."""
    return f"---\nlayout: inproceedings\ntitle: T\nid: liu20a\n{fields}---\nThe page: [\n".encode()


def read(fields: str) -> Paper:
    """The paper of a post."""
    (paper,), findings = papers_and_findings(LOADER, "_posts/x.md", post(fields))
    assert not findings, findings
    return paper


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        pytest.param(b"---\nlayout: post\ntitle: T\n---\n", False, id="another post"),
        pytest.param(b"# layout: inproceedings\n", False, id="a page without front matter"),
        pytest.param(b"---\ntitle: T\nlayout: inproceedings\n---\n", True, id="a paper"),
        pytest.param(b"---\ntitle: T\nbibtex_author: Liu, Yang\nabstract: cut", True, id="cut"),
    ],
)
def test_recognises(head: bytes, expected: bool) -> None:
    """Pages of other kinds are left alone."""
    assert LOADER.recognises("x.md", head) is expected


@pytest.mark.parametrize(
    ("fields", "year"),
    [
        pytest.param("date: 2020-01-02\nissued:\n  date-parts: [2021, 1]\n", 2020, id="a date"),
        pytest.param("issued:\n  date-parts:\n  - 2020\n  - 1\n", 2020, id="parts in one list"),
        pytest.param("issued:\n  date-parts: [[2020, 1]]\n", 2020, id="parts in two lists"),
        pytest.param("", None, id="none"),
    ],
)
def test_year(fields: str, year: int | None) -> None:
    """The parts of a date stand in one list, not in two as in CSL."""
    assert read(fields).year == year


def test_names_and_volume() -> None:
    """The byline is `author`; the volume is part of the id."""
    paper = read("volume: '97'\nauthor:\n- given: Yang\n  family: Liu\n- {given: V, prefix: van, family: Gogh}\n")
    assert names(paper) == [Name("Yang", "Liu"), Name("V", "van Gogh")]
    assert (paper.id, paper.volume_id) == ("v97/liu20a", "pmlr-97")


AUTHORS = "author:\n- given: Eva\n  family: {}\n- given: Yaǧmur\n  family: Güçlütürk\n"


@pytest.mark.parametrize(
    ("family", "bibtex", "told"),
    [
        pytest.param("van den Borne", 'van den Borne, Eva and G{\\"u}\\c{c}l{\\"u}t{\\"u}rk, Ya\\v{g}mur', [], id="the same"),
        pytest.param("Borne", "Eva Borne and Güçlütürk, Yagmur", [], id="accents, and another order"),
        pytest.param("Borne", "", [], id="nothing to compare with"),
        pytest.param(
            "Borne", "van den Borne, Eva and Güçlütürk, Yağmur", ["“Eva Borne” is “Eva van den Borne” in BibTeX"], id="a particle that was lost",
        ),
        pytest.param("Borne", "Borne, Eva", ["the byline has 2 names, and 1 in BibTeX"], id="somebody who was lost"),
    ],
)  # fmt: skip
def test_byline_differs_from_bibtex(family: str, bibtex: str, told: list[str]) -> None:
    """A byline that stands twice is compared name by name."""
    data = post(f"bibtex_author: {bibtex}\n{AUTHORS.format(family)}")
    papers, findings = papers_and_findings(LOADER, "x.md", data)
    assert ([finding.message for finding in findings], len(papers)) == (told, 1)
    assert {finding.check for finding in findings} <= {"byline-differs-from-bibtex"}
    assert all(LOADER.locate(data, [finding.location]) for finding in findings if finding.location)


def test_edit() -> None:
    """What stands behind the front matter stays, whatever it is."""
    data = post("author:\n- given: Yang\n  family: Eur\\e’n\n")
    (paper,), _ = papers_and_findings(LOADER, "x.md", data)
    done = changed(LOADER, data, Change(paper.authorships[0].at("last"), "Eur\\e’n", "Eurén"))
    assert done == data.replace("\\e’n".encode(), "én".encode())


def test_front_matter_without_an_end() -> None:
    """A file that was cut is one finding."""
    papers, (finding,) = papers_and_findings(LOADER, "x.md", b"---\ntitle: T\n")
    assert (papers, finding.message) == ([], "the front matter has no end")
