"""Which records of two sources are of one paper."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bylint import Paper
from bylint.corpus.joining import Wanted, doi_key, join, title_key
from bylint.testing import paper

TITLE = "A Grammar of Moving Things"
ADA, BO = "Ada Lovelace", "Bo Kim"


def records(*fields: dict[str, object]) -> list[Paper]:
    """Records of one author each, numbered, unless they say something else."""
    made = []
    for number, one in enumerate(fields):
        authors = one.pop("authors", (ADA,))
        made.append(paper(*authors, **{"id": f"{number}", "title": TITLE, **one}))  # type: ignore[misc]
    return made


def joined(papers: list[Paper], others: list[Paper]) -> set[tuple[str, str]]:
    """The ids of what goes together."""
    return {(left.id, right.id) for left, right in join(papers, others)}


@pytest.mark.parametrize(
    ("here", "there"),
    [
        pytest.param([{"title": "Introduction"}], [{"title": "Introduction"}], id="a heading"),
        pytest.param([{"title": "Preface", "year": 2020}], [{"title": "Preface", "year": 2020}], id="another heading"),
        pytest.param([{"doi": "10.1162/a"}], [{"doi": "10.1162/b"}], id="one title and two DOIs"),
        pytest.param([{}, {"authors": (BO, ADA)}], [{}], id="a title that stands twice here"),
        pytest.param([{}], [{}, {"year": 2019}], id="a title that stands twice there"),
        pytest.param(
            [{"doi": "10.1162/a", "title": "One"}] * 2, [{"doi": "10.1162/a", "title": "Two"}], id="a DOI twice here"
        ),
        pytest.param([{}], [{"authors": (BO,)}], id="one title by other people"),
        pytest.param([{"authors": (ADA, BO)}], [{"year": 2021}], id="a year apart, and an author less"),
        pytest.param([{}], [{"year": 2018}], id="two years apart"),
        pytest.param([{"year": None}], [{"year": None, "authors": (ADA, BO)}], id="no years, and an author more"),
        pytest.param([{"is_front_matter": True}], [{}], id="front matter, whose title is a volume's"),
        pytest.param([{"authors": ()}], [{"authors": ()}], id="nobody to know it by"),
        pytest.param([{"doi": ""}], [{"doi": "", "title": "Something else altogether"}], id="two empty DOIs"),
    ],
)
def test_apart(here: list[dict[str, object]], there: list[dict[str, object]]) -> None:
    """What may be two papers is left as two."""
    assert joined(records(*map(dict, here)), records(*map(dict, there))) == set()


@pytest.mark.parametrize(
    ("here", "there"),
    [
        pytest.param(
            {"doi": "10.1162/A", "title": "One"},
            {"doi": "https://doi.org/10.1162/a", "title": "Other", "year": 1999, "authors": (BO,)},
            id="a DOI, whatever else",
        ),
        pytest.param({"doi": "doi: 10.1162/a"}, {"doi": "http://dx.doi.org/10.1162/A"}, id="a DOI and its addresses"),
        pytest.param({}, {"title": "A grammar, of moving things."}, id="a title but for signs and capitals"),
        pytest.param({"title": "Grammaire à l’épreuve"}, {"title": "GRAMMAIRE A L'EPREUVE"}, id="but for accents"),
        pytest.param({}, {"title": "A <i>Grammar</i> of Moving Things"}, id="but for tags"),
        pytest.param({"title": "中文依存句法分析"}, {"title": "中文依存句法分析"}, id="a title in Han"),
        pytest.param({"authors": (ADA, BO)}, {"authors": ("A. Lovelace",)}, id="one author in common"),
        pytest.param({}, {"year": 2021}, id="a year apart, and the same authors"),
        pytest.param({}, {"year": None}, id="no year, and the same authors"),
        pytest.param({"doi": "10.1162/a"}, {}, id="a DOI on one side"),
    ],
)
def test_joined(here: dict[str, object], there: dict[str, object]) -> None:
    """What is one paper goes together."""
    assert joined(records(dict(here)), records(dict(there))) == {("0", "0")}


def test_doi_goes_before_title() -> None:
    """A record whose title is one paper's and whose DOI is another's belongs to the other."""
    here = records({"doi": "10.1162/a", "title": "Something Else Altogether"}, {"doi": None})
    there = records({"doi": "10.1162/a"})
    assert joined(here, there) == {("0", "0")}


_TITLES = st.sampled_from([TITLE, TITLE.lower(), "Another Grammar of Things", "Preface", ""])
_RECORDS = st.builds(
    lambda authors, fields: paper(*authors, **fields),
    st.lists(st.sampled_from([ADA, "A. Lovelace", BO, "Kim Bo"]), max_size=2),
    st.fixed_dictionaries(
        {
            "title": _TITLES,
            "year": st.sampled_from([None, 2019, 2020, 2021]),
            "doi": st.sampled_from([None, None, "", "10.1/a", "https://doi.org/10.1/A", "10.1/b", "10.1/c"]),
        }
    ),
)
_SOURCES = st.lists(_RECORDS, max_size=6)


@given(here=_SOURCES, there=_SOURCES)
def test_no_paper_is_joined_to_two(here: list[Paper], there: list[Paper]) -> None:
    """A record is in one pair at most."""
    pairs = join(here, there)
    assert len({id(left) for left, _ in pairs}) == len({id(right) for _, right in pairs}) == len(pairs)


@given(here=_SOURCES, there=_SOURCES, order=st.randoms(use_true_random=False))
def test_order_and_side_do_not_matter(here: list[Paper], there: list[Paper], order: "st.random.Random") -> None:
    """The same pairs from shuffled records, and from the sources in each other's place."""
    pairs = {(id(left), id(right)) for left, right in join(here, there)}
    shuffled = [order.sample(source, len(source)) for source in (here, there)]
    assert {(id(left), id(right)) for left, right in join(*shuffled)} == pairs
    assert {(id(left), id(right)) for right, left in join(there, here)} == pairs


@given(here=_SOURCES, there=_SOURCES)
def test_joining_what_is_joined_changes_nothing(here: list[Paper], there: list[Paper]) -> None:
    """Of the records that were joined, each finds its own again."""
    pairs = join(here, there)
    again = join([left for left, _ in pairs], [right for _, right in pairs])
    assert [(id(left), id(right)) for left, right in again] == [(id(left), id(right)) for left, right in pairs]


@given(here=_SOURCES, there=_SOURCES)
def test_a_doi_is_never_overruled(here: list[Paper], there: list[Paper]) -> None:
    """Two records that go together have one DOI, or one of them has none."""
    for left, right in join(here, there):
        assert doi_key(left) == doi_key(right) or not (doi_key(left) and doi_key(right))


@given(here=_SOURCES, there=_SOURCES)
def test_what_is_not_wanted_joins_nothing(here: list[Paper], there: list[Paper]) -> None:
    """Passing over the records that are not wanted leaves the pairs as they are."""
    wanted = Wanted(here)
    kept = [record for record in there if wanted.wants(record)]
    assert [tuple(map(id, pair)) for pair in join(here, kept)] == [tuple(map(id, pair)) for pair in join(here, there)]


def test_keys_of_nothing() -> None:
    """A record without a DOI or a title that tells has no key, and is not wanted for that."""
    nothing = paper(ADA, title="Preface")
    assert (doi_key(nothing), title_key(nothing)) == ("", "")
    assert not Wanted([nothing]).wants(nothing)
