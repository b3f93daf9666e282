"""What papers are about."""

import zlib

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import teams
from bylint import Paper
from bylint.disambiguation.terms import Terms, cosines, text_of, tokens
from bylint.testing import paper

OTHERS = [paper(title=f"entirely {teams.letters(number)}") for number in range(40)]


def about(*titles: str) -> list[Paper]:
    """Papers of these titles, and as many others that make their words rare."""
    return [paper(title=title) for title in titles] + OTHERS


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The BERT-based model, v2.", ["the", "bert", "based", "model", "v"]),
        ("Über die 2 Sprachen_Typen", ["über", "die", "sprachen", "typen"]),
        ("王小明 works", ["王小明", "works"]),
        ("", []),
    ],
)
def test_tokens(text: str, expected: list[str]) -> None:
    """A word is a run of letters, in lower case."""
    assert tokens(text) == expected


def test_text_of() -> None:
    """A title counts twice beside an abstract, of which the beginning is read."""
    assert text_of(paper(title="A B")) == "A B"
    assert text_of(paper(title="A B", abstract="c" * 5000)) == "A B A B " + "c" * 700


def test_papers_are_alike_by_rare_words() -> None:
    """Papers of the same rare words have cosine 1, of none in common 0; words that stand everywhere tell nothing."""
    terms = Terms(about("parsing of trees", "of trees: parsing", "entirely speech", "entirely", ""))
    found = cosines(terms.vectors([0, 1, 2, 3, 4]))
    assert found[0, 1] == found[1, 0] == pytest.approx(1, abs=1e-5)
    assert found[0, 2] == found[2, 3] == 0
    assert found.diagonal() == pytest.approx([1, 1, 1, 0, 0])
    assert cosines([]).shape == (0, 0)
    assert cosines(terms.vectors([4, 4])).tolist() == [[0, 0], [0, 0]]


def test_words() -> None:
    """The words of some papers are those that tell most about them together, the weightiest first."""
    terms = Terms(about("parsing trees", "parsing graphs", "parsing", ""))
    assert terms.words([0, 1, 2], 1) == ("parsing",)
    assert terms.words([0, 1, 2], 3) == ("parsing", "graphs", "trees")
    assert terms.words([3], 3) == ()
    assert terms.words([], 3) == ()
    assert terms.words([0] * 40, 3) == ("trees", "parsing")


def test_words_of_equal_weight() -> None:
    """Which of many equal words are told does not depend on what was read before."""
    titles = [" ".join(teams.letters(1000 + 20 * number + word) for word in range(20)) for number in range(3)]
    ids = [f"p-{number}" for number in range(40)]
    unseen = [own for own in ids if zlib.crc32(own.encode()) % 4]  # whose terms are not counted beforehand
    asked = [paper(title=" ".join(titles), id=unseen[0]), paper(title=f"{titles[2]} {titles[0]}", id=unseen[1])]
    papers = asked + [paper(title=f"entirely {teams.letters(n)}", id=f"q-{n}") for n in range(4000)]
    first, second = Terms(papers), Terms(papers)
    second.vectors([1])
    assert first.words([0], 3) == second.words([0], 3)


def test_terms_outside_the_sample_are_rare() -> None:
    """Of a large corpus some papers are counted; a word that only others use is among the rarest."""
    papers = [
        paper(id=f"p{n}", title=f"common {teams.letters(n % 7 + 20)} {teams.letters(n + 500)}") for n in range(4100)
    ]
    terms = Terms(papers)
    for numbers, weights in terms.vectors(range(0, 4100, 50)):
        assert len(numbers) == 2, "the common word tells nothing"
        assert weights.max() > weights.min() > 0
    first, again = terms.vectors([1]), terms.vectors([1])
    assert first[0] is again[0]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(st.sampled_from("abc é1-"), max_size=12), max_size=8), st.data())
def test_vectors_of_any_text(titles: list[str], data: st.DataObject) -> None:
    """Vectors are empty or of unit length, with rising terms; the same whenever they are asked for."""
    papers = about(*titles)
    asked = data.draw(st.lists(st.integers(0, len(papers) - 1), max_size=5))
    late, once = Terms(papers), Terms(papers).vectors(range(len(papers)))
    for paper_number, (numbers, weights) in zip(asked, late.vectors(asked), strict=True):
        assert numbers.tolist() == sorted(set(numbers.tolist())) == once[paper_number][0].tolist()
        assert weights == pytest.approx(once[paper_number][1])
        assert not len(weights) or numpy.linalg.norm(weights) == pytest.approx(1, abs=1e-5)
    matrix = cosines(once)
    assert matrix == pytest.approx(matrix.T)
    assert matrix.min(initial=0) >= 0
    assert matrix.max(initial=0) <= 1 + 1e-5
