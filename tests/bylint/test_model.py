"""The records every check reads."""

import pickle

import pytest

from bylint.model import Authorship, Location, Name, Page, PagePair, Paper, Variant, Volume
from bylint.testing import author, corpus, paper


@pytest.mark.parametrize(
    ("name", "text"),
    [(Name("Yang", "Liu"), "Yang Liu"), (Name(None, "Mausam"), "Mausam"), (Name("", "X"), "X")],
)
def test_name_reads_as_written(name: Name, text: str) -> None:
    """A name is first and last; a mononym is its last name."""
    assert str(name) == text


def test_names_are_equal_when_written_alike() -> None:
    """Nothing is folded or stripped: one space makes another name."""
    assert Name("Yang", "Liu") == Name("Yang", "Liu") != Name("Yang", "Liu ")
    assert Name(None, "Liu") != Name("", "Liu")


def test_places_of_records() -> None:
    """An authorship, a paper and their parts point at where they stand."""
    record = paper("Ada Lovelace", id="x-1", path="a.xml")
    (authorship,) = record.authorships
    assert authorship.location == Location("a.xml", "x-1", "author", 1)
    assert authorship.at("last") == Location("a.xml", "x-1", "author", 1, "last")
    assert record.location == Location("a.xml", "x-1")
    assert record.at("doi") == Location("a.xml", "x-1", field="doi")


def test_bylines_are_those_that_are_not_empty() -> None:
    """A paper has up to two bylines, the authors' first."""
    assert paper().bylines == ()
    assert [[str(a.name) for a in b] for b in paper("A B", editors=["C D"]).bylines] == [["A B"], ["C D"]]


def test_volume_stands_at_its_front_matter_or_first_paper() -> None:
    """A volume has a place, with front matter or without."""
    first, front = paper(id="1"), paper(id="0", is_front_matter=True)
    assert Volume("v", (first,)).location == first.location
    assert Volume("v", (first,), front).location == front.location


def test_names_of_a_page_are_by_frequency() -> None:
    """The most frequent name comes first, then the order of first use."""
    papers = [paper("B X"), paper("A X"), paper("A X"), paper("C X")]
    authorships = tuple(record.authorships[0] for record in papers)
    page = Page("x", None, authorships, tuple(papers))
    assert list(map(str, page.names)) == ["A X", "B X", "C X"]
    assert page.location == authorships[0].location


def test_pair_has_both_ids() -> None:
    """A pair of pages is called by both, and stands at the left one."""
    pages = corpus(paper("Yang Liu"), paper("Wei Liu")).pages
    pair = PagePair(*pages.values())
    assert pair.id == "yang-liu/unverified wei-liu/unverified"
    assert pair.location == pair.left.location


def test_records_survive_pickling() -> None:
    """What one process reads another one gets unchanged."""
    record = paper(author("Ada Lovelace", id="ada", affiliations=["U"], variants={"hani": "A 愛"}))
    assert pickle.loads(pickle.dumps(record)) == record
    assert isinstance(record, Paper)
    assert isinstance(record.authorships[0], Authorship)
    assert isinstance(record.authorships[0].variants[0], Variant)
