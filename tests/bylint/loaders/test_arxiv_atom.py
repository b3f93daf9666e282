"""arXiv's feeds: one text a name, a sign that is nobody, errors."""

import pytest

from bylint import Location, Name
from forms import FIXTURES, loader_of, named, papers_and_findings, written_at

FIXTURE = (FIXTURES / "arxiv-atom.xml").read_bytes()
ATOM = 'xmlns="http://www.w3.org/2005/Atom"'


def feed(entry: str) -> bytes:
    """An answer with one entry."""
    return f"<feed {ATOM}><id>http://arxiv.org/api/x</id><entry>{entry}</entry></feed>".encode()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(f"<feed {ATOM}><id>http://arxiv.org/api/x</id>", "arxiv-atom", id="an answer"),
        pytest.param(
            '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:id>https://arxiv.org/api/x',
            "arxiv-atom",
            id="with a prefix",
        ),
        pytest.param(f"<feed {ATOM}><id>https://blog.example/</id>", None, id="a feed of somebody else"),
        pytest.param("<html><a href='http://arxiv.org/'>", None, id="another root"),
    ],
)
def test_recognises(text: str, expected: str | None) -> None:
    """A feed of arXiv is known by its root and its address."""
    found = loader_of("x.xml", text.encode())
    assert (found.name if found else None) == expected


def test_an_entry() -> None:
    """What is read of it."""
    (paper, other), findings = papers_and_findings(named("arxiv-atom"), "x.xml", FIXTURE)
    assert findings == []
    assert (paper.id, paper.year, paper.doi) == ("9901.00001", 2098, "10.5555/inks.1")
    assert (paper.title, paper.abstract) == ("A search for inks in $H_2 O$ by Pál", "We search for inks & nibs.")
    assert paper.venues == ("J. Nibs 1 (2099) 1-9",)
    assert [(authorship.name, authorship.affiliations) for authorship in paper.authorships] == [
        (Name(None, "The INKS Collaboration"), ()),
        (Name("Béla", "Quill"), ("University of Inks",)),
        (Name("Ada", "van O'Tön"), ()),
    ]
    assert (other.id, other.authorships[0].name) == ("hep-nb/9901001", Name(None, "Mononym"))


@pytest.mark.parametrize(
    ("entry", "told", "papers"),
    [
        pytest.param(
            "<id>http://arxiv.org/api/errors#nib</id><title>Error</title><summary>incorrect id</summary>",
            "arXiv answered with an error: incorrect id",
            0,
            id="an error",
        ),
        pytest.param(
            "<id>http://arxiv.org/abs/1v1</id><author><name> </name></author>", "author 1: no name", 1, id="no name"
        ),
        pytest.param("<author/>", "author 1: no name", 1, id="no id and no name"),
    ],
)
def test_findings(entry: str, told: str, papers: int) -> None:
    """What is no paper, or no name, is told with a place."""
    data = feed(entry)
    read, (finding,) = papers_and_findings(named("arxiv-atom"), "x.xml", data)
    assert (len(read), finding.check, finding.message) == (papers, "broken-record", told)
    assert finding.location is not None
    assert named("arxiv-atom").locate(data, [finding.location])


def test_places() -> None:
    """The sign that is nobody has no position."""
    own = Location("x.xml", "9901.00001", "author", 2)
    for place, text in (
        (own._replace(position=1, field="last"), "The INKS Collaboration"),
        (own._replace(field="first"), "Béla"),
        (own._replace(field="affiliation"), "University of Inks"),
        (own._replace(position=3, field="last"), "van O&apos;Tön"),
        (Location("x.xml", "9901.00001", field="venue"), "J. Nibs 1 (2099) 1-9"),
        (Location("x.xml", "9901.00001"), "<entry>"),
        (Location("x.xml", "hep-nb/9901001", field="title"), "Inks"),
    ):
        assert written_at(named("arxiv-atom"), FIXTURE, place) == text
