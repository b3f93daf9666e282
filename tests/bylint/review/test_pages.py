"""What the file shows of a dossier."""

from bylint import Corpus
from bylint.review.pages import page_view
from bylint.testing import corpus, paper
from dossiers import dossier


def view(held: Corpus, query: str = "Wei Liu", **judged: object):
    """The page of a query."""
    return page_view(dossier(held, query, **judged), held)


def test_papers_by_year_with_marked_bylines() -> None:
    """The person, those who come again, and those who stand in several groups."""
    held = corpus(
        paper("Wei Liu", "Bo Li", id="a-1", year=2020),
        paper("Bo Li", "Wei Liu", "Cy Ma", id="a-2", year=2021),
    )
    years = view(held).works
    assert [year.year for year in years] == [2021, 2020]
    (work,) = years[0].works
    assert [(author.name, author.mark) for author in work.byline] == [
        ("Bo Li", "again"),
        ("Wei Liu", "self"),
        ("Cy Ma", ""),
    ]


def test_long_byline_keeps_who_matters() -> None:
    """Of a thousand authors the person and the neighbours are named, and the others counted."""
    crowd = [f"Co{n} Author" for n in range(1000)]
    crowd[500] = "Wei Liu"
    held = corpus(paper(*crowd, id="a-1"), paper("Wei Liu", "Co900 Author", id="a-2"))
    work = next(work for year in view(held).works for work in year.works if work.row.id == "a-1")
    named = [author.name for author in work.byline]
    assert {"Wei Liu", "Co900 Author", "Co0 Author", "Co499 Author", "Co501 Author"} <= set(named)
    assert len(named) + work.left == 1000


def test_groups_with_what_they_have() -> None:
    """Facts that set a group apart and those that do not; groups beyond the eighth are counted."""
    held = corpus(*(paper("Wei Liu", f"Co{n} Author", id=f"x-{n}") for n in range(10)))
    shown = view(held)
    assert (len(shown.people), len(shown.left)) == (8, 2)
    assert [fact.text for fact in shown.people[0].apart] == ["no co-author in common"]
    assert [fact.text for fact in shown.people[0].together] == ["active in the same years"]
    alone = view(corpus(paper("Wei Liu", "Bo Li", id="x-1"), paper("Wei Liu", "Bo Li", id="x-2")))
    assert alone.people == ()


def test_namesakes_are_compared() -> None:
    """A page of similar name comes with its years, its co-authors and those whom both have."""
    held = corpus(
        paper("Wei Liu", "Bo Li", id="a-1", year=2020),
        paper("Wei M. Liu", "Bo Li", id="b-1", year=2012),
        paper("Wei M. Liu", "Cy Ma", id="b-2", year=2014),
    )
    pair = ("wei-liu/unverified", "wei-m-liu/unverified", "a further given name", 0.8)
    (namesake,) = view(held, likenesses=[pair]).namesakes
    assert (namesake.similar.name, namesake.years, namesake.shared) == ("Wei M. Liu", "2012-2014", ("Bo Li",))
    assert [count.name for count in namesake.coauthors] == ["Bo Li", "Cy Ma"]
