"""CSL-JSON: items of citation processors."""

import pytest

from bylint import Change, Location, Name
from forms import changed, loader_of, named, names, paper_of, papers_and_findings, renamed, written_at

ITEM = {"id": "a", "type": "article-journal", "title": "T"}


@pytest.mark.parametrize(
    ("text", "is_csl"),
    [
        pytest.param('{"type": "module", "name": "x"}', False, id="a package of npm"),
        pytest.param('[{"type": "post", "id": 1, "title": "x"}]', False, id="something else with a type and a title"),
        pytest.param('{"type": "Feature", "geometry": {}}', False, id="a map"),
        pytest.param('[{"id": "a", "type": "book", "issued": {"date-parts": [[2020]]}}]', True, id="a date"),
        pytest.param('{"id": "a", "type": "book", "author": [{"literal": "WHO"}]}', True, id="a single item"),
        pytest.param(
            '[{"id": "a", "type": "entry"}, {"type": "book", "author": [{"family": "B"}]}]', True, id="stubs first"
        ),
    ],
)
def test_recognises(text: str, is_csl: bool) -> None:
    """An item has a type of CSL and names or dates as CSL has them."""
    found = loader_of("x.json", text.encode())
    assert (found is not None and found.name == "csl-json") is is_csl


@pytest.mark.parametrize(
    ("entry", "name"),
    [
        pytest.param(
            {"family": "Gogh", "given": "Vincent", "non-dropping-particle": "van"},
            Name("Vincent", "van Gogh"),
            id="a particle that stays",
        ),
        pytest.param(
            {"family": "Beethoven", "given": "Ludwig", "dropping-particle": "van"},
            Name("Ludwig van", "Beethoven"),
            id="a particle that goes",
        ),
        pytest.param({"family": "Davis", "given": "Sammy", "suffix": "Jr."}, Name("Sammy", "Davis Jr."), id="a suffix"),
        pytest.param({"literal": "World Health Organization"}, Name(None, "World Health Organization"), id="a literal"),
        pytest.param({"family": "Mausam"}, Name(None, "Mausam"), id="one name"),
        pytest.param({"given": "Mausam"}, Name(None, "Mausam"), id="one name in the wrong place"),
        pytest.param({"family": "Liu", "given": " "}, Name(None, "Liu"), id="a blank given name"),
    ],
)
def test_names(entry: dict[str, str], name: Name) -> None:
    """The parts of a name make a first and a last name; a literal is one whole."""
    paper = paper_of("csl-json", [{**ITEM, "author": [entry]}])
    assert names(paper) == [name]
    assert paper.authorships[0].is_literal is ("literal" in entry)


@pytest.mark.parametrize(
    ("issued", "year"),
    [
        pytest.param({"date-parts": [[2020, 1, 2]]}, 2020, id="numbers"),
        pytest.param({"date-parts": [["2020"]]}, 2020, id="texts"),
        pytest.param({"raw": "2020-05"}, 2020, id="raw"),
        pytest.param({"literal": "2020"}, 2020, id="literal"),
        pytest.param("2020-01-01", 2020, id="a text alone"),
        pytest.param({"date-parts": [[None]]}, None, id="no date"),
        pytest.param({"date-parts": [[20201]]}, None, id="no year"),
        pytest.param({"raw": "20201 or so"}, None, id="a text that is no year"),
        pytest.param([], None, id="another type"),
    ],
)
def test_year(issued: object, year: int | None) -> None:
    """A date is written in many ways."""
    assert paper_of("csl-json", [{**ITEM, "issued": issued}]).year == year


def test_what_came_from_crossref() -> None:
    """ORCIDs and affiliations are read where an item has them, and a title may be a list."""
    author = {"family": "Liu", "ORCID": "http://orcid.org/0000-0002-1825-0097", "affiliation": [{"name": "Umich"}]}
    paper = paper_of("csl-json", {**ITEM, "title": ["T"], "DOI": "https://doi.org/10.1/a", "author": [author]})
    (authorship,) = paper.authorships
    assert (authorship.orcid, authorship.affiliations) == (author["ORCID"], ("Umich",))
    assert (paper.title, paper.doi) == ("T", "10.1/a")


def test_an_unreadable_name() -> None:
    """A name that is none is a finding at its byline, and the names behind it keep their places."""
    text = '[{"id": "a", "type": "book", "author": [{}, 7, {"family": "Liu"}]}]'
    loader = named("csl-json")
    (paper,), findings = papers_and_findings(loader, "x.json", text.encode())
    assert names(paper) == [Name(None, "Liu")]
    assert [finding.message for finding in findings] == ["author 1: no name", "author 2: no name"]
    assert written_at(loader, text.encode(), paper.authorships[0].at("last")) == '"Liu"'
    assert findings[0].location is not None
    assert written_at(loader, text.encode(), findings[0].location).startswith("[{}")


@pytest.mark.parametrize(
    ("entry", "field", "old", "new", "expected"),
    [
        pytest.param('{"family": "Liu"}', "last", "Li", "Lin", None, id="other text stands there"),
        pytest.param('{"family": "Liu", "given": "Y"}', "last", "Liu", "", None, id="a last name is not taken out"),
        pytest.param('{"literal": "Yang Liu"}', "first", "", "Yang", None, id="a literal gets no first name"),
        pytest.param('{"family": "Gogh", "non-dropping-particle": "van"}', "last", "van Gogh", "Gogh van", None, id="not in one part"),
        pytest.param('{"family": "Liu"}', "last", "Liu", "Lin", '{"family": "Lin"}', id="a last name"),
        pytest.param('{"family": "Liu"}', "first", "", "Y", '{"family": "Liu", "given": "Y"}', id="a first name that is not there"),
        pytest.param('{"family": "N\\u00e9"}', "last", "Né", "Nè", '{"family": "N\\u00e8"}', id="as it is escaped"),
        pytest.param('{"family": "A\\"B", "given": "x"}', "last", 'A"B', "A'B", '{"family": "A\'B", "given": "x"}', id="a quotation mark"),
        pytest.param('{"literal": "Yang  Liu"}', "last", "Yang  Liu", "Yang Liu", '{"literal": "Yang Liu"}', id="a literal"),
        pytest.param(
            '{"family": "gogh", "non-dropping-particle": "van"}', "last", "van gogh", "van Gogh",
            '{"family": "Gogh", "non-dropping-particle": "van"}', id="the part that differs",
        ),
        pytest.param(
            '{"family": "Liu", "given": "Y", "family": "Lee"}', "last", "Lee", "Li",
            '{"family": "Liu", "given": "Y", "family": "Li"}', id="of a key that stands twice, the one that counts",
        ),
    ],
)  # fmt: skip
def test_edit(entry: str, field: str, old: str, new: str, expected: str | None) -> None:
    """A changed part is written in place of the old one, and what cannot be written is refused."""
    around = '[{{"id": "a", "type": "book", "author": [{}]}}]'
    done = renamed("csl-json", around.format(entry), field, old, new)
    assert done == (None if expected is None else around.format(expected))


@pytest.mark.parametrize(
    ("field", "old", "new", "expected"),
    [
        pytest.param("id", "a", "b", '{"id": "b", "type": "book", "DOI": "10.1/a"}', id="the id"),
        pytest.param("doi", "10.1/a", "10.1/b", '{"id": "a", "type": "book", "DOI": "10.1/b"}', id="the DOI"),
        pytest.param(
            "title",
            "",
            "T",
            '{"id": "a", "type": "book", "DOI": "10.1/a", "title": "T"}',
            id="a title that is not there",
        ),
        pytest.param("nonsense", "", "T", None, id="nothing of the kind"),
    ],
)
def test_edit_of_an_item(field: str, old: str, new: str, expected: str | None) -> None:
    """Parts of an item are edited as parts of names are."""
    data = b'[{"id": "a", "type": "book", "DOI": "10.1/a"}]'
    done = changed(named("csl-json"), data, Change(Location("x.json", "a", field=field), old, new))
    assert done == (None if expected is None else f"[{expected}]".encode())
