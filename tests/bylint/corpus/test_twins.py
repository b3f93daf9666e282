"""What other sources say of the papers, and who of one byline is who of another."""

import pytest
from hypothesis import given

import strategies
from bylint import Corpus, Paper
from bylint.corpus.others import joined
from bylint.corpus.twins import Twins, aligned
from bylint.testing import author, corpus, paper

DOI = "10.1162/x.2020.1"


@pytest.mark.parametrize(
    ("here", "there", "expected"),
    [
        pytest.param(("Ada Rho", "Bo Kim"), ("Ada Rho", "Bo Kim"), [(1, 1), (2, 2)], id="equal names"),
        pytest.param(("Ada Rho", "Bo Kim"), ("B. Kim", "A. Rho"), [(1, 2), (2, 1)], id="initials in another order"),
        pytest.param(("Wei Liu", "Jun Xu"), ("Xu Jun", "Liu Wei"), [(1, 2), (2, 1)], id="the same words"),
        pytest.param(("Wei Liu", "Wei Liu"), ("Wei Liu", "Wei Liu"), [(1, 1), (2, 2)], id="two of one name"),
        pytest.param(("Ada Rho", "Bo Kim"), ("Bo Kim",), [(2, 1)], id="one fewer"),
        pytest.param(("Suming Wang",), ("王素明",), [(1, 1)], id="another script in the same place"),
        pytest.param(("Suming Wang", "Bo Kim"), ("Bo Kim", "王素明"), [(2, 1)], id="another script elsewhere"),
        pytest.param(("Jane Rho",), ("Jane Tau",), [(1, 1)], id="another surname in the same place"),
        pytest.param(("Jane Rho", "Bo Kim"), ("Bo Kim", "Jane Tau"), [(2, 1)], id="another surname elsewhere"),
        pytest.param(("Ada Rho",), ("Bo Kim",), [], id="other people"),
        pytest.param((), ("Bo Kim",), [], id="nobody"),
    ],
)
def test_who_is_who(here: tuple[str, ...], there: tuple[str, ...], expected: list[tuple[int, int]]) -> None:
    """By the words of a name, by how it could be written, and by its place."""
    pairs = aligned(paper(*here).authorships, paper(*there).authorships)
    assert [(one.position, two.position) for one, two in pairs] == expected


@given(left=strategies.papers(), right=strategies.papers())
def test_each_is_one_person_at_most(left: Paper, right: Paper) -> None:
    """Nobody is two people, whoever they are; a byline is itself."""
    pairs = aligned(left.authorships, right.authorships)
    assert len({one.position for one, _ in pairs}) == len({two.position for _, two in pairs}) == len(pairs)
    assert [(one.position, two.position) for one, two in aligned(left.authorships, left.authorships)] == [
        (one.position, one.position) for one in left.authorships
    ]


def test_large_bylines_are_compared_by_words_and_place() -> None:
    """Two thousand authors take no time, and those who are alike are found."""
    names = [f"Given{number} Name{number}" for number in range(2000)]
    pairs = aligned(paper(*names).authorships, paper(*reversed(names)).authorships)
    assert len(pairs) == 2000


def test_nothing_without_another_source() -> None:
    """A run with one source knows nothing more."""
    held = corpus(paper("Ada Rho"))
    twins = Twins(held)
    assert not twins
    assert list(twins) == []
    assert twins.of(held.papers[0]) == ()
    assert twins.beside(held.papers[0].authorships[0]) == ()


def known() -> Corpus:
    """A paper that another source knows, too, and one that it does not."""
    one = paper("Ada Rho", author("Bo Kim", affiliations=["Oslo"], orcid="0000-0001-5109-3700"), doi=DOI)
    twin = paper(
        author("A. Rho", affiliations=["Jena"], orcid="0000-0002-1825-0097"),
        author("Bo Kim", affiliations=["Bergen"], orcid="0000-0002-1825-0097"),
        doi=DOI,
        id="W1",
    )
    return corpus(one, paper("Ada Rho"), beside=[twin])


def test_what_another_source_knows() -> None:
    """The record there, and the same author in it."""
    held = known()
    twins = Twins(held)
    first, second = held.papers
    assert twins
    assert list(twins) == [first]
    assert [(twin.source, twin.paper.id) for twin in twins.of(first)] == [("beside.jsonl", "W1")]
    assert twins.of(second) == ()
    assert [one.authorship.position for one in twins.beside(first.authorships[1])] == [2]


def test_other_sources_are_asked_where_the_paper_says_nothing() -> None:
    """An affiliation or an ORCID that stands here goes before those there."""
    held = known()
    ada, bo = held.papers[0].authorships
    twins = Twins(held)
    assert (twins.with_affiliation(bo), twins.with_orcid(bo)) == (None, None)
    affiliated, marked = twins.with_affiliation(ada), twins.with_orcid(ada)
    assert affiliated is not None
    assert marked is not None
    assert (affiliated.authorship.affiliations, marked.authorship.orcid) == (("Jena",), "0000-0002-1825-0097")


def test_records_of_other_sources_are_no_papers() -> None:
    """They stand on no page, and nobody counts them."""
    held = known()
    assert len(held.papers) == 2
    assert {authorship.path for authorship in held.authorships} == {"papers.jsonl"}
    assert [len(page.papers) for page in held.pages.values()] == [2, 1]


def test_what_was_asked_before_knows_no_other_source() -> None:
    """A corpus that was asked already is asked anew with other sources."""
    before = corpus(paper("Ada Rho", doi=DOI))
    assert not before.derived(Twins)
    after = joined(before, [("x", [paper("A. Rho", doi=DOI)])])
    assert after.derived(Twins)
    assert not before.derived(Twins)
