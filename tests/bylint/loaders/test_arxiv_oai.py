"""arXiv's harvest: three formats of metadata in one wrapping."""

import pytest

from bylint import Location, Name
from forms import FIXTURES, loader_of, named, papers_and_findings, written_at

FIXTURE = (FIXTURES / "arxiv-oai.xml").read_bytes()
OAI = 'xmlns="http://www.openarchives.org/OAI/2.0/"'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(f'<OAI-PMH {OAI}><request metadataPrefix="arXiv">', "arxiv-oai", id="an answer"),
        pytest.param("<ListRecords><record><header><identifier>oai:arXiv.org:1<", "arxiv-oai", id="what it wraps"),
        pytest.param("<arXivRaw><id>1</id></arXivRaw>", "arxiv-oai", id="one record"),
        pytest.param(f'<OAI-PMH {OAI}><request metadataPrefix="oai_dc">https://x.example', None, id="somebody else's"),
    ],
)
def test_recognises(text: str, expected: str | None) -> None:
    """An answer of OAI-PMH is arXiv's where it says so."""
    found = loader_of("x.xml", text.encode())
    assert (found.name if found else None) == expected


def test_each_format() -> None:
    """What is read of each; what was deleted is left out."""
    papers, findings = papers_and_findings(named("arxiv-oai"), "x.xml", FIXTURE)
    assert findings == []
    assert [(paper.id, paper.year, paper.doi) for paper in papers] == [
        ("9901.00001", 2098, "10.5555/inks.1"),
        ("hep-nb/9901001", 1999, None),
        ("9901.00004", 2099, None),
        ("9901.00005", 2099, "10.5555/inks.5"),
    ]
    assert [[(authorship.name, authorship.affiliations) for authorship in paper.authorships] for paper in papers] == [
        [
            (Name(None, "The INKS Collaboration"), ()),
            (Name("Béla", "Quill Jr"), ("University of Inks", "Nib Institute")),
            (Name("Ada", "van Töngeren"), ()),
        ],
        [(Name("Odo", "O'Nib"), ())],
        [
            (Name("Béla", "Quill"), ("University of Inks", "Nib Institute")),
            (Name("Ø.", "Nib Jr."), ("Nib Institute",)),
            (Name("A.", "van Töngeren"), ("Nib Institute",)),
            (Name(None, "for the INKS Collaboration"), ()),
        ],
        [(Name("Ada", "van Töngeren"), ()), (Name(None, "Mononym"), ())],
    ]
    assert [paper.abstract for paper in papers] == ["We search for inks & nibs.", "None.", "None.", "We search."]
    assert [paper.title for paper in papers[1:3]] == ["A record without a namespace of its own", "On Gören's inks"]
    assert [paper.venues for paper in papers] == [("J. Nibs 1 (2099) 1-9",), (), (), ("J. Nibs 2",)]


@pytest.mark.parametrize(
    ("author", "expected", "findings"),
    [
        pytest.param("<keyname>Nib</keyname>", [Name(None, "Nib")], 0, id="one name"),
        pytest.param("<forenames>Nib</forenames>", [Name(None, "Nib")], 0, id="only a first name"),
        pytest.param(
            "<keyname>Nib</keyname><forenames>Ada\n  B.</forenames>", [Name("Ada B.", "Nib")], 0, id="a line end"
        ),
        pytest.param("<keyname>Nib</keyname><forenames> </forenames>", [Name(None, "Nib")], 0, id="a blank first name"),
        pytest.param("<keyname>:</keyname>", [], 0, id="a sign"),
        pytest.param("<keyname/>", [], 1, id="nothing in it"),
        pytest.param("<affiliation>Inks</affiliation>", [], 1, id="no name"),
    ],
)
def test_names_in_parts(author: str, expected: list[Name], findings: int) -> None:
    """What is alone is the last name."""
    data = f"<arXiv><id>1</id><authors><author>{author}</author></authors></arXiv>".encode()
    (paper,), found = papers_and_findings(named("arxiv-oai"), "x.xml", data)
    assert [authorship.name for authorship in paper.authorships] == expected
    assert [finding.check for finding in found] == ["broken-record"] * findings


def test_places() -> None:
    """Parts of names have their own place; in a byline of one text it is that text."""
    first, raw, core = (Location("x.xml", paper, "author", 1) for paper in ("9901.00001", "9901.00004", "9901.00005"))
    for place, text in (
        (first._replace(position=2, field="first"), "Béla"),
        (first._replace(position=2, field="last"), "Quill"),
        (first._replace(position=3, field="last"), "van Töngeren"),
        (Location("x.xml", "hep-nb/9901001", "author", 1, "last"), "O&apos;Nib"),
        (Location("x.xml", "9901.00001", field="doi"), "10.5555/inks.1"),
        (Location("x.xml", "9901.00005"), '<oai_dc:dc xmlns:oai_dc="http'),
        (raw, "B\\'ela Quill (1 and 2)"),
        (core._replace(field="last"), "van Töngeren"),
        (core._replace(field="first"), "Ada"),
    ):
        assert written_at(named("arxiv-oai"), FIXTURE, place).startswith(text)
