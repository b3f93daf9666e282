"""What the forms of arXiv share: ids, dates, names, and bylines in one text."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bylint import Name
from bylint.loaders._arxiv import Author, authors_in, first_doi, first_year, is_nobody, name_of, paper_id, title_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("http://arxiv.org/abs/2202.12139v1", "2202.12139", id="an address"),
        pytest.param("https://export.arxiv.org/abs/2202.12139", "2202.12139", id="without a version, of a mirror"),
        pytest.param("http://arxiv.org/abs/math.GT/0309136v12", "math.GT/0309136", id="an old id"),
        pytest.param("oai:arXiv.org:hep-th/9901001", "hep-th/9901001", id="that of a harvest"),
        pytest.param("arXiv:0704.0001", "0704.0001", id="as it is cited"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_ids(text: str, expected: str) -> None:
    """All forms give one paper one id."""
    assert paper_id(text) == expected


def test_dates_and_dois() -> None:
    """The first ones count."""
    assert first_year("Mon, 2 Apr 2007 19:18:42 GMT") == 2007
    assert first_year("12010-09-06") is None
    assert first_year("2010-09-06") == 2010
    assert first_year(None) is None
    assert first_doi("10.1000/1 10.1000/2") == "10.1000/1"
    assert first_doi(" ") is None


def test_titles() -> None:
    """Letters are printed, formulas stay."""
    assert title_of("G\\\"odel's\n  $H_2 O$") == "Gödel's $H_2 O$"


@pytest.mark.parametrize("text", [pytest.param(text, id=repr(text)) for text in ("", " ", ":", "et al", "Et al.")])
def test_nobody(text: str) -> None:
    """Signs between names are nobody."""
    assert is_nobody(text)
    assert not is_nobody(f"{text}x")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Ada van Tongeren", Name("Ada", "van Tongeren"), id="a person"),
        pytest.param("The Inks Collaboration", Name(None, "The Inks Collaboration"), id="a collaboration"),
        pytest.param("Bo Nib for the Inks Team", Name(None, "Bo Nib for the Inks Team"), id="who speaks for a group"),
        pytest.param("Team Quill", Name("Team", "Quill"), id="a word of groups in front"),
        pytest.param("Mausam", Name(None, "Mausam"), id="one word"),
    ],
)
def test_names(text: str, expected: Name) -> None:
    """A group is not parted."""
    assert name_of(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param("Ada Nib", ["Ada Nib"], id="one"),
        pytest.param("A. Nib, B. Vey and C. Ott", ["A. Nib", "B. Vey", "C. Ott"], id="commas and a word"),
        pytest.param("A. Nib, B. Vey, and C. Ott", ["A. Nib", "B. Vey", "C. Ott"], id="both at once"),
        pytest.param("A. Nib & B. Vey", ["A. Nib", "B. Vey"], id="a sign"),
        pytest.param("A. Nib\n  and B. Vey", ["A. Nib", "B. Vey"], id="over two lines"),
        pytest.param("Andy Andover and Sandy Anders", ["Andy Andover", "Sandy Anders"], id="names that hold the word"),
        pytest.param("A. Nib, Jr., B. Vey III", ["A. Nib Jr.", "B. Vey III"], id="suffixes"),
        pytest.param("Inks Collaboration: A. Nib, B. Vey", ["Inks Collaboration", "A. Nib", "B. Vey"], id="a colon"),
        pytest.param("A. Nib et al.", ["A. Nib et al."], id="others without a comma"),
        pytest.param("A. Nib, et al.", ["A. Nib"], id="others behind one"),
        pytest.param(r"C. Bal\'azs, Mikkel {\O}bro", ["C. Balázs", "Mikkel Øbro"], id="accents"),
        pytest.param("A. Nib (Inks (Quillport)), B. Vey", ["A. Nib", "B. Vey"], id="brackets in brackets"),
        pytest.param("A. Nib (Inks, B. Vey", ["A. Nib"], id="a bracket that nothing closes"),
        pytest.param("A. Nib), B. Vey", ["A. Nib)", "B. Vey"], id="a bracket that nothing opens"),
    ],
)
def test_bylines_in_one_text(text: str, expected: list[str]) -> None:
    """Names stand between commas, “and” and brackets."""
    assert [str(author.name) for author in authors_in(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("A. Nib, B. Vey", [(), ()], id="none"),
        pytest.param("A. Nib (Inks), B. Vey (Nibs)", [("Inks",), ("Nibs",)], id="one each"),
        pytest.param("A. Nib, B. Vey (Inks), C. Ott", [("Inks",), ("Inks",), ()], id="one for those before"),
        pytest.param("A. Nib (1), B. Vey (1,2) ((1) Inks, (2) Nibs)", [("Inks",), ("Inks", "Nibs")], id="a list"),
        pytest.param(
            "A. Nib (1 and 2) ((1) Inks, Quillport; (2) Nibs)", [("Inks, Quillport", "Nibs")], id="with a word"
        ),
        pytest.param("A. Nib (a), B. Vey (b) ((a) Inks (b) Nibs)", [("Inks",), ("Nibs",)], id="letters"),
        pytest.param("A. Nib (1), B. Vey (2)", [(), ()], id="numbers of a list that is not there"),
        pytest.param("A. Nib (8) (1 Inks; 8 Nibs)", [()], id="a list that is written otherwise"),
        pytest.param("(Inks)", [], id="of nobody"),
    ],
)
def test_affiliations_in_brackets(text: str, expected: list[tuple[str, ...]]) -> None:
    """An affiliation is of those before it who have none, and a number stands for one in the list."""
    assert [author.affiliations for author in authors_in(text)] == expected


NAMES = st.lists(
    st.tuples(
        st.sampled_from(["Ada", "B.", "Jean-Luc", "Ø. Q."]), st.sampled_from(["Nib", "van Ott", "O'Vey", "Andersen"])
    ),
    min_size=1,
    max_size=6,
)


@given(NAMES, st.sampled_from([", ", " and ", ", and ", ",\n  ", " & "]))
def test_every_name_is_found(names: list[tuple[str, str]], between: str) -> None:
    """Names that are written with anything between them that arXiv allows are read back."""
    assert authors_in(between.join(" ".join(name) for name in names)) == [Author(Name(*name)) for name in names]


@given(st.text(alphabet="Aé b.,:;&()1\\'{}$\n and", max_size=60))
@example("((")
@example(")(")
@example("(1) ((1)")
def test_never_raises(text: str) -> None:
    """Whatever is typed, every author has a name."""
    assert all(author.name.last.strip() for author in authors_in(text))
