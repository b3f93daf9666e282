"""Names as BibTeX and biblatex write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bylint.loaders._bibtex_names import NameList, WrittenName, name_list
from bylint.loaders._latex import printed


def listed(text: str) -> NameList:
    """What stands in a field with this text."""
    return name_list(text, printed(text, 0, len(text)))


def names(text: str) -> list[str]:
    """The names of a list, each as `First|Last`."""
    return [f"{item.first.text}|{item.last.text}" for item in listed(text).items if isinstance(item, WrittenName)]


def faults(text: str) -> list[str]:
    """What is wrong with a list and with its names."""
    found = listed(text)
    return [told for _, told in found.faults] + [
        item.fault for item in found.items if isinstance(item, WrittenName) and item.fault
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Ada Quill", ["Ada|Quill"], id="first last"),
        pytest.param("Ada Bo Quill", ["Ada Bo|Quill"], id="two given names"),
        pytest.param("Quill, Ada Bo", ["Ada Bo|Quill"], id="last, first"),
        pytest.param("Antal van den Oak", ["Antal|van den Oak"], id="particles"),
        pytest.param("van den Oak, Antal", ["Antal|van den Oak"], id="particles, the last name first"),
        pytest.param("Oak, Jr., Antal", ["Antal|Oak Jr."], id="a suffix"),
        pytest.param("de la Oak,  III , Antal", ["Antal|de la Oak III"], id="particles and a suffix"),
        pytest.param("Mausam", ["|Mausam"], id="one name"),
        pytest.param("ada quill", ["|ada quill"], id="a particle and a last name, as BibTeX has it"),
        pytest.param("Kai-wei Quill", ["Kai-wei|Quill"], id="a hyphen makes no particle"),
        pytest.param("A.~B. Quill", ["A. B.|Quill"], id="a tie parts words"),
        pytest.param("Ada {Oak Quill}", ["Ada|Oak Quill"], id="a last name in braces"),
        pytest.param("{van Oak}, Ada", ["Ada|van Oak"], id="a particle in braces is none"),
        pytest.param("Ada {van Oak} Quill", ["Ada van Oak|Quill"], id="a small word in braces is a given name"),
        pytest.param(r"Jos{\'e} {\'A}lamo {\'e}toile Oak", ["José Álamo|étoile Oak"], id="accents tell capitals"),
        pytest.param("Roger P.{\\,}G. van Oak", ["Roger P. G.|van Oak"], id="a thin space parts no words"),
        pytest.param("{Oak and Quill, Inc.}", ["|Oak and Quill, Inc."], id="a body"),
        pytest.param("Ada Quill and Bo Oak AND\nCy Elm", ["Ada|Quill", "Bo|Oak", "Cy|Elm"], id="three people"),
        pytest.param("Ada Quill and others", ["Ada|Quill"], id="others are nobody"),
        pytest.param("Anders Anderand and Andrea Sand", ["Anders|Anderand", "Andrea|Sand"], id="and inside a word"),
        pytest.param("", [], id="nothing"),
        pytest.param("family=Oak, given=Ada, prefix=van", ["Ada|van Oak"], id="biblatex"),
        pytest.param('given={Ada Bo}, family="Oak Elm"', ["Ada Bo|Oak Elm"], id="biblatex, quoted"),
        pytest.param("useprefix=true, given=Ada, family=Oak", ["Ada|Oak"], id="biblatex, an option before"),
        pytest.param("family=Oak, suffix=Jr., given=Ada", ["Ada|Oak Jr."], id="biblatex, a suffix"),
        pytest.param("useprefix=true and Ada Quill", ["Ada|Quill"], id="an option of the list"),
    ],
)
def test_grammar(text: str, expected: list[str]) -> None:
    """The particle stands before the last name and the suffix behind it."""
    assert names(text) == expected
    assert faults(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Quill, Ada, Oak, Bo", ["it has 3 commas, where a name has two at most"], id="a list with commas"),
        pytest.param(
            "Quill, Ada nd Oak, Bo",
            ["“Ada nd Oak” stands where a suffix like “Jr.” belongs"],
            id="nd between two names",
        ),
        pytest.param("Ada Quill nd Bo Oak", ["“nd” looks like “and”"], id="nd between two names without commas"),
        pytest.param("Ada Quill andBo Oak", ["“andBo” looks like “and”"], id="and glued to a name"),
        pytest.param(
            "Oak, Antal, Jr.", ["the suffix “Jr.” stands last, where the first name belongs"], id="a suffix behind"
        ),
        pytest.param("Quill,", ["a comma stands at its end"], id="a comma at the end"),
        pytest.param(", Ada", ["a comma stands at its beginning"], id="a comma at the beginning"),
        pytest.param("and Ada Quill", ["the list begins with “and”"], id="and before all"),
        pytest.param("Ada Quill and ", ["the list ends with “and”"], id="and behind all"),
        pytest.param("Ada Quill and and Bo Oak", ["“and” stands twice"], id="and twice"),
        pytest.param("given=Ada, family=", ["it has no family name"], id="biblatex without a family name"),
    ],
)
def test_faults(text: str, expected: list[str]) -> None:
    """What BibTeX reads otherwise than it was meant is told."""
    assert faults(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Oak, Ph.D., Ada", id="a degree"),
        pytest.param("Oak, II, Ada and Elm, 3rd, Bo", id="numerals"),
        pytest.param("And, Metin and Sand, Bo", id="people called And"),
        pytest.param("{Oak, Elm, Quill, nd Ash}", id="anything in braces"),
        pytest.param("Alexandra von und zu Oak", id="a German conjunction"),
    ],
)
def test_no_faults(text: str) -> None:
    """Suffixes, names that look like slips, and what is protected are right."""
    assert faults(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{Oak Society}", True),
        ("{{\\LaTeX} Oak}", True),
        ("Ada {Oak}", False),
        ("{Oak}, Ada", False),
        (r"{\'E}", False),
        ("Oak", False),
    ],
)
def test_literal(text: str, expected: bool) -> None:
    """A name is one whole where all of it stands in braces."""
    (item,) = listed(text).items
    assert isinstance(item, WrittenName)
    assert item.is_literal is expected


def test_places() -> None:
    """A name knows where it is written, with its braces, and so do its parts."""
    text = r"{\'E}ric {Oak Society} and Quill, Jr., Ad{\'a}"
    first, second = listed(text).items
    assert isinstance(first, WrittenName)
    assert isinstance(second, WrittenName)
    assert text[first.start : first.end] == r"{\'E}ric {Oak Society}"
    assert text[first.last.starts[0] : first.last.ends[-1]] == "Oak Society"
    assert text[second.start : second.end] == r"Quill, Jr., Ad{\'a}"
    assert text[min(second.first.starts) : max(second.first.ends)] == r"Ad{\'a}"


def test_ids_and_references() -> None:
    """An entry of biblatex names people by an id, and puts names of other entries in the place of a reference."""
    first, second = listed("family=Oak, given=Ada, id=ada-oak and xdata=shared-author-1").items
    assert isinstance(first, WrittenName)
    assert (first.person_id, second) == ("ada-oak", "shared-author-1")


NAME = st.from_regex(r"[A-Z][a-zé]{1,8}( [A-Z][a-z]{2,8}){0,2}", fullmatch=True)


@given(people=st.lists(st.tuples(NAME, NAME), min_size=1, max_size=4), comma=st.booleans())
def test_round_trip(people: list[tuple[str, str]], comma: bool) -> None:
    """Names that are written in a list are read from it, the last name first or in braces."""
    written = [f"{last}, {first}" if comma else f"{first} {{{last}}}" for first, last in people]
    assert names(" and ".join(written)) == [f"{first}|{last}" for first, last in people]


@given(text=st.text(st.sampled_from("aBnd ,={}\\\"'~.-\né"), max_size=60))
def test_any_text(text: str) -> None:
    """Any text is a list of names, whose places lie inside of it."""
    found = listed(text)
    for item in found.items:
        if isinstance(item, WrittenName):
            assert item.first.text or item.last.text or item.fault
            assert 0 <= item.start <= item.end <= len(text)
    assert all(0 <= start <= len(text) for start, _ in found.faults)
