"""Deposits at Crossref: works of every kind, who wrote them, and what they are part of."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles import Format, shown
from forms import FIXTURES, loader_of

DEPOSIT = Format("crossref-deposit")
FIXTURE = (FIXTURES / "crossref-deposit.xml").read_bytes()


def deposit(contributors: str = "", *, inside: str = "", around: str = "", doi: str = "10.1/a") -> str:
    """A deposit of one article."""
    return (
        f"<doi_batch><body><journal>{around}<journal_article><contributors>{contributors}</contributors>{inside}"
        f"<doi_data><doi>{doi}</doi></doi_data></journal_article></journal></body></doi_batch>"
    )


def person(inside: str, role: str = "author") -> str:
    """One contributor."""
    return f'<person_name sequence="first" contributor_role="{role}">{inside}</person_name>'


def test_the_fixture() -> None:
    """Works of every kind are read, with the volume that they are part of."""
    papers = {paper.id: paper for paper in DEPOSIT.papers(FIXTURE)}
    assert [(own_id, paper.title, paper.year, paper.venues) for own_id, paper in papers.items()] == [
        ("10.9999/jir.7", "Of Quercus: A Survey", 2099, ("Journal of Invented Results",)),
        ("x#2", "Proceedings of the Invented Meeting", 2098, ()),
        ("10.9999/im.1", "On Meeting", 2098, ("Proceedings of the Invented Meeting",)),
        ("10.9999/book", "A Book of Trees", 2097, ()),
        ("10.9999/book.1", "Leaves", 2097, ("A Book of Trees",)),
        ("10.9999/soon", "Soon", 2096, ("Invented Preprints",)),
    ]
    article = papers["10.9999/jir.7"]
    assert (article.abstract, article.pages, article.language) == ("To count.", "1-9", "en")
    assert shown(article.authorships) == ["Ada M.|Quill Jr", "|The Acorn Collaboration"]
    assert [one.is_literal for one in article.authorships] == [False, True]
    assert article.authorships[0].orcid == "https://orcid.org/0000-0002-1825-0097"
    assert article.authorships[0].affiliations == ("University of Oakdale, Trees",)
    assert [(paper.volume_id, paper.is_front_matter) for paper in papers.values()] == [
        (None, False),
        ("x#2", True),
        ("x#2", False),
        ("10.9999/book", True),
        ("10.9999/book", False),
        (None, False),
    ]
    assert [shown(papers[own_id].editors) for own_id in ("x#2", "10.9999/im.1", "10.9999/book")] == [
        ["Dee|Elm"],
        [],
        ["Dee|Elm"],
    ]


@pytest.mark.parametrize(
    ("contributor", "expected"),
    [
        pytest.param(person("<surname>Oak</surname>", "chair"), [], id="a chair"),
        pytest.param(person("<surname>Oak</surname>", "translator"), [], id="a translator"),
        pytest.param(person("<surname>Oak</surname>"), ["|Oak"], id="a mononym"),
        pytest.param(person("<given_name>Ada</given_name>"), ["|Ada"], id="a given name alone"),
        pytest.param(person("<given_name>A</given_name><surname> Oak</surname>"), ["A| Oak"], id="a space"),
        pytest.param(person("<surname>Oak</surname><suffix>III</suffix>"), ["|Oak III"], id="a suffix"),
        pytest.param(
            "<organization contributor_role='author'>Oaks &amp; Co</organization>", ["|Oaks & Co"], id="a body"
        ),
        pytest.param("<anonymous contributor_role='author'/>", [], id="nobody"),
    ],
)
def test_who_is_an_author(contributor: str, expected: list[str]) -> None:
    """The byline holds whom the deposit calls an author."""
    assert shown(DEPOSIT.paper(deposit(contributor)).authorships) == expected


@pytest.mark.parametrize(
    ("beside", "expected"),
    [
        pytest.param("<affiliation>One, Two</affiliation><affiliation>Three</affiliation>", ("One, Two", "Three")),
        pytest.param("<affiliations><institution><institution_id>x</institution_id></institution></affiliations>", ()),
    ],
)
def test_affiliations(beside: str, expected: tuple[str, ...]) -> None:
    """Affiliations are texts in old versions; an id is none."""
    (author,) = DEPOSIT.paper(deposit(person(f"<surname>Oak</surname>{beside}"))).authorships
    assert author.affiliations == expected


@pytest.mark.parametrize(
    ("inside", "year"),
    [
        pytest.param("", 2001, id="of the issue"),
        pytest.param("<publication_date><year>2002</year></publication_date>", 2002, id="its own"),
        pytest.param(
            "<publication_date><year>2003</year></publication_date><publication_date><year>2002</year></publication_date>",
            2002,
            id="the earliest",
        ),
    ],
)
def test_years(inside: str, year: int) -> None:
    """A work has its own year, or that of its issue, and never that of another work beside it."""
    issue = "<journal_issue><publication_date><year>2001</year></publication_date></journal_issue>"
    other = "<journal_article><publication_date><year>1900</year></publication_date></journal_article>"
    papers = DEPOSIT.papers(deposit(inside=inside, around=issue + other))
    assert [paper.year for paper in papers] == [1900, year]


def test_a_volume_alone_is_a_work() -> None:
    """A book without chapters is a work of its authors; the chapters of one with authors do not make it front matter."""
    book = f"<book><book_metadata><contributors>{person('<surname>Oak</surname>')}</contributors></book_metadata>"
    alone = DEPOSIT.paper(f"<doi_batch><body>{book}</book></body></doi_batch>")
    assert (alone.volume_id, alone.is_front_matter, shown(alone.authorships)) == (None, False, ["|Oak"])
    both = DEPOSIT.papers(f"<doi_batch><body>{book}<content_item/></book></body></doi_batch>")
    assert [(paper.volume_id, paper.is_front_matter) for paper in both] == [("x#1", False), ("x#1", False)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(deposit(), "crossref-deposit", id="a deposit"),
        pytest.param("<crossref_result><body/></crossref_result>", "crossref-deposit", id="an answer"),
        pytest.param('<x:doi_records xmlns:x="y"/>', "crossref-deposit", id="records with a prefix"),
        pytest.param("<resource><doi_batch/></resource>", None, id="another root"),
    ],
)
def test_recognised_by_what_it_is(text: str, expected: str | None) -> None:
    """What a file is called does not say what it holds."""
    found = loader_of("x.xml", text.encode())
    assert (found and found.name) == expected


@pytest.mark.parametrize(
    ("text", "check", "told"),
    [
        pytest.param(deposit()[:-5], "broken-file", "not well-formed XML", id="cut"),
        pytest.param("<article/>", "broken-file", "the root element is <article>", id="another root"),
        pytest.param(
            '<!DOCTYPE doi_batch [<!ENTITY a "b">]>' + deposit(), "broken-file", "a document type", id="a declaration"
        ),
        pytest.param(deposit(person("Oak")), "broken-record", "10.1/a: author 1: no name", id="no parts"),
        pytest.param(
            deposit(inside="<titles><title>&lt;i&gt;Oaks&lt;/i&gt;</title></titles>"), "bad-markup", "<i>", id="markup"
        ),
    ],
)
def test_findings(text: str, check: str, told: str) -> None:
    """What cannot be read is told, and so is markup that a title shows to its readers."""
    (finding,) = DEPOSIT.findings(text)
    assert finding.check == check
    assert told in finding.message


@given(data=st.binary(max_size=80), cut=st.integers(0, len(FIXTURE)), rest=st.integers(0, 40))
@settings(max_examples=150, deadline=None)
def test_any_bytes_are_answered(data: bytes, cut: int, rest: int) -> None:
    """No bytes raise, and every finding has a place."""
    DEPOSIT.findings(FIXTURE[:cut] + data + FIXTURE[cut + rest :])
    DEPOSIT.findings(data)
