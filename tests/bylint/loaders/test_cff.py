"""CITATION.cff: a file with several bylines."""

import pytest

from bylint import Change, Location, Name
from forms import changed, named, names, papers_and_findings

LOADER = named("cff")
HEAD = "cff-version: 1.2.0\ntitle: T\n"


def read(text: str) -> list[tuple[str, list[Name]]]:
    """The ids and the names of the papers of a file."""
    papers, findings = papers_and_findings(LOADER, "CITATION.cff", (HEAD + text).encode())
    assert not findings, findings
    return [(paper.id, names(paper)) for paper in papers]


@pytest.mark.parametrize(
    ("path", "head", "expected"),
    [
        pytest.param("/r/CITATION.cff", b"", True, id="by its name"),
        pytest.param("/r/other.cff", b"cff-version: 1.2.0", True, id="by its version"),
        pytest.param("/r/other.cff", b"title: T", False, id="something else"),
    ],
)
def test_recognises(path: str, head: bytes, expected: bool) -> None:
    """A file says what it is by its name, or by the version of the format."""
    assert LOADER.recognises(path, head) is expected


@pytest.mark.parametrize(
    ("entry", "name", "is_literal"),
    [
        pytest.param("{family-names: Liu, given-names: Yang}", Name("Yang", "Liu"), False, id="a person"),
        pytest.param(
            "{family-names: Gogh, given-names: V, name-particle: van}", Name("V", "van Gogh"), False, id="a particle"
        ),
        pytest.param(
            "{family-names: Davis, given-names: S, name-suffix: Jr.}", Name("S", "Davis Jr."), False, id="a suffix"
        ),
        pytest.param("{name: The Lab}", Name(None, "The Lab"), True, id="an entity"),
        pytest.param("{alias: ots22}", Name(None, "ots22"), True, id="an alias alone"),
        pytest.param("{family-names: Liu, alias: ots22}", Name(None, "Liu"), False, id="an alias beside a name"),
        pytest.param(
            "{family-names: 'null', given-names: null}",
            Name(None, "null"),
            False,
            id="a name that YAML takes for nothing",
        ),
    ],
)
def test_names(entry: str, name: Name, is_literal: bool) -> None:
    """Persons have parts, entities a name."""
    (paper,), _ = papers_and_findings(LOADER, "CITATION.cff", f"{HEAD}authors: [{entry}]\n".encode())
    assert [(one.name, one.is_literal) for one in paper.authorships] == [(name, is_literal)]


def test_each_citation_is_a_paper() -> None:
    """The preferred citation and the references have bylines of their own, and ids that tell them apart."""
    text = "doi: 10.1/a\nauthors: [{family-names: A}]\npreferred-citation: {title: P, doi: 10.1/a, authors: [{family-names: B}]}\n"
    text += "references:\n- {title: R, editors: [{family-names: C}]}\n- {title: R}\n"
    assert read(text) == [
        ("10.1/a", [Name(None, "A")]),
        ("10.1/a/preferred-citation", [Name(None, "B")]),
        ("R/references/0", [Name(None, "C")]),
        ("R/references/1", []),
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("authors: [{family-names: A}", "not YAML: did not find expected ',' or ']'", id="cut"),
        pytest.param("authors: &a []", "anchors and aliases are not allowed", id="an anchor"),
        pytest.param("authors: [" + "[" * 50, "nested more than 16 deep", id="deep"),
    ],
)
def test_broken(text: str, told: str) -> None:
    """A file that is no tree is one finding, with its place."""
    papers, (finding,) = papers_and_findings(LOADER, "CITATION.cff", (HEAD + text).encode())
    assert (papers, finding.message) == ([], told)
    assert finding.location is not None
    assert finding.location.line >= 3


@pytest.mark.parametrize(
    ("written", "new", "expected"),
    [
        pytest.param("Liu", "Lin", "Lin", id="plain"),
        pytest.param("'Liu'", "O'Hara", "'O''Hara'", id="in quotes"),
        pytest.param('"Liu"', 'L"u', '"L\\"u"', id="in double quotes"),
        pytest.param("Liu", "No", "'No'", id="what would be no text"),
        pytest.param("|\n     Liu", "Lin", None, id="over several lines"),
    ],
)
def test_edit(written: str, new: str, expected: str | None) -> None:
    """A name keeps its quotes, and stays text."""
    text = HEAD + "authors:\n  - given-names: Yang\n    family-names: {}\n  - family-names: Li\n"
    place = Location("CITATION.cff", "T", "author", 1, "last")
    old = "Liu" if expected else "Liu\n"
    done = changed(LOADER, text.format(written).encode(), Change(place, old, new))
    assert done == (None if expected is None else text.format(expected).encode())
