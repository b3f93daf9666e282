"""Papers and people of a corpus as numbers."""

import numpy
import pytest
from hypothesis import given, settings

import teams
from bylint import Corpus
from bylint.disambiguation.index import LARGEST_TEAM, LEAST_PAPERS, LEAST_WEIGHT, UNKNOWN_YEAR, Index
from bylint.testing import corpus, name, paper


def named(index: Index, text: str) -> int:
    """The number of the page of a name."""
    return next(number for number, page in enumerate(index.pages) if name(text) in page.names)


def test_who_wrote_what() -> None:
    """Bylines are in order, a page twice where two of a paper's authors share it; a page has its papers in order."""
    index = Index(corpus(paper("B B", "A A"), paper("A A", "C C", "A A")))
    a, b, c = (named(index, text) for text in ("A A", "B B", "C C"))
    assert [index.people_of[number].tolist() for number in range(2)] == [[b, a], [a, c, a]]
    assert index.papers_of[a].tolist() == [0, 1, 1]
    assert index.coauthors[a].tolist() == sorted([b, c])


def test_only_authors_count() -> None:
    """Editors did not write together, and front matter is no paper."""
    front = paper("A A", "B B", is_front_matter=True)
    record = paper("A A", editors=["B B", "C C"])
    index = Index(corpus(front, record))
    assert index.papers == [record]
    assert index.papers_of[named(index, "A A")].tolist() == [0]
    assert index.papers_of[named(index, "B B")].tolist() == []
    assert index.coauthors.items.tolist() == []
    assert index.papers_numbered([front, record, record]).tolist() == [0, 0]


def test_records_of_one_id_are_two() -> None:
    """Two records may claim one id: each keeps its own authors."""
    index = Index(corpus(paper("A A", id="x"), paper("B B", id="x", year=None)))
    assert [index.people_of[number].tolist() for number in range(2)] == [[0], [1]]
    assert index.years.tolist() == [2020, UNKNOWN_YEAR]


def test_large_teams_make_no_neighbours() -> None:
    """A paper of very many authors makes them co-authors, but says nothing of who knows whom."""
    crowd = [f"G{number} F{number}" for number in range(LARGEST_TEAM)]
    index = Index(corpus(paper("A A", *crowd), paper("A A", "B B")))
    a, b = named(index, "A A"), named(index, "B B")
    assert len(index.coauthors[a]) == LARGEST_TEAM + 1
    assert index.neighbours[a].tolist() == [b]


def test_rare_people_weigh_more() -> None:
    """A person on one of many papers weighs most, one on very many a little; few papers are part of a larger world."""
    index = Index(corpus(*(paper("Every Body", f"G{n} F{n}") for n in range(1100))))
    weight = index.weight
    assert weight[named(index, "Every Body")] == pytest.approx(LEAST_WEIGHT)
    assert weight[named(index, "G1 F1")] == pytest.approx(numpy.log(LEAST_PAPERS) - 3, abs=1e-4)
    few = Index(corpus(paper("Every Body"), paper("Every Body")))
    assert few.weight[0] == pytest.approx(numpy.log(LEAST_PAPERS / 2) - 3, abs=1e-4)
    assert Index(corpus()).rarity.tolist() == []


def test_a_page_is_as_common_as_the_commonest_of_its_names() -> None:
    """A person who is also known by a common name has the namesakes of that one."""
    wang = [paper(f"{given} {surname}") for given in ("Wei", "Li", "Min") for surname in ("Wang", "Liu", "Chen")]
    index = Index(corpus(*wang, paper("Weí Wang"), paper("Quentin Quarrington")))
    expected = index.expected_of_name
    assert index.expected[named(index, "Weí Wang")] == max(expected[name("Wei Wang")], expected[name("Weí Wang")])
    assert index.expected[named(index, "Quentin Quarrington")] == 0


@settings(max_examples=50, deadline=None)
@given(teams.odd_corpora)
def test_lists_agree_for_any_corpus(corpus: Corpus) -> None:
    """Papers and pages list the same authorships, and co-authorship goes both ways."""
    index = Index(corpus)
    assert [len(index.people_of[n]) for n in range(len(index.papers))] == [len(p.authorships) for p in index.papers]
    one = sorted((int(page), n) for n in range(len(index.papers)) for page in index.people_of[n])
    other = sorted((n, int(paper)) for n in range(len(index.pages)) for paper in index.papers_of[n])
    assert one == other
    for rows in (index.coauthors, index.neighbours):
        assert all(page in rows[other] and page != other for page in range(len(rows)) for other in rows[page])
    assert (index.expected >= 0).all()
    assert numpy.isfinite(index.weight).all()
