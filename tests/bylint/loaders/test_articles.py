"""JATS and deposits: places hold the names, and changes touch the bytes they must."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles import PATH, Format
from bylint import Change, Location
from bylint.edits import edited
from forms import FIXTURES, papers_and_findings

FORMATS = {name: (Format(name), (FIXTURES / f"{name}.xml").read_bytes()) for name in ("jats", "crossref-deposit")}
EVERY_FORMAT = pytest.mark.parametrize(
    ("form", "data"), [pytest.param(*both, id=name) for name, both in FORMATS.items()]
)
NEW = "Ñew & “Näme” <o/> 😀"
BEFORE, AFTER = (
    "<article><front><article-meta><contrib-group><contrib>",
    "</contrib></contrib-group></article-meta></front></article>",
)


@EVERY_FORMAT
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_places_hold_the_names(form: Format, data: bytes, encoding: str) -> None:
    """What stands at the place of a part of a name is that part, or the longest of the texts that it is made of."""
    text = data.decode().replace("UTF-8", "UTF-16") if encoding == "utf-16" else data.decode()
    stored = text.encode(encoding)
    papers, _ = papers_and_findings(form.loader, PATH, stored)
    names = {one.at(field): getattr(one.name, field) for paper in papers for byline in paper.bylines for one in byline
             for field in ("first", "last") if getattr(one.name, field)}  # fmt: skip
    spans = form.loader.locate(stored, list(names))
    assert len(names) > 5
    for place, name in names.items():
        span = spans[place]
        written = stored[span.start : span.end].decode("utf-16-le" if encoding == "utf-16" else "utf-8")
        assert written.replace("&#xf6;", "ö").replace("&eacute;", "é") in {name, name.removesuffix(" Jr")}
        line = text.split("\n")[span.line - 1]
        assert line[span.column - 1 :].startswith(written)


@pytest.mark.parametrize(
    ("field", "byline", "position", "expected"),
    [
        ("", "", 0, "<article-meta>"),
        ("doi", "", 0, "10.9999/jir.7"),
        ("year", "", 0, "2098"),
        ("venues", "", 0, "Journal of Invented Results"),
        ("orcid", "author", 1, "https://orcid.org/0000-0002-1825-0097"),
        ("affiliations", "author", 2, "Institute of Elms, Oakdale"),
        ("orcid", "author", 3, "Bo van der Ash"),
        ("", "author", 3, "Bo van der Ash"),
        ("", "author", 4, "The Acorn Collaboration"),
        ("", "editor", 1, "<name><surname>Elm</surname><given-names>Dee</given-names></name>"),
        ("key", "", 0, "<article-meta>"),
    ],
)
def test_places(field: str, byline: str, position: int, expected: str) -> None:
    """A place is that of what is written, or of the nearest thing around it."""
    form, data = FORMATS["jats"]
    assert form.at(data.decode(), Location(PATH, "10.9999/jir.7", byline, position, field)) == expected


@pytest.mark.parametrize(
    ("before", "field", "old", "new", "after"),
    [
        pytest.param(
            "<name><surname>oak</surname><!-- oak --></name>", "last", "oak", "Oak",
            "<name><surname>Oak</surname><!-- oak --></name>", id="a comment stays",
        ),
        pytest.param(
            "<name><surname>Oak </surname></name>", "last", "Oak ", "Oak", "<name><surname>Oak</surname></name>",
            id="a space less",
        ),
        pytest.param(
            "<name><surname>\n van\n oak\n</surname></name>", "last", "van oak", "van Oak",
            "<name><surname>\n van\n Oak\n</surname></name>", id="lines stay",
        ),
        pytest.param(
            "<name><surname>M&#252;ler</surname></name>", "last", "Müler", "Müller",
            "<name><surname>M&#252;ller</surname></name>", id="references stay",
        ),
        pytest.param(
            "<name><surname>oak</surname><suffix>Jr</suffix></name>", "last", "oak Jr", "Oak Jr",
            "<name><surname>Oak</surname><suffix>Jr</suffix></name>", id="one of two parts",
        ),
        pytest.param(
            "<name><surname>oak</surname><suffix>jr</suffix></name>", "last", "oak jr", "Oak Jr", None,
            id="two of two parts",
        ),
        pytest.param(
            "<name>\n <surname>Oak</surname>\n</name>", "first", "", "Ada",
            "<name>\n <surname>Oak</surname>\n <given-names>Ada</given-names>\n</name>", id="a first name, laid out",
        ),
        pytest.param(
            "<name><surname>Oak</surname><given-names>Ada</given-names></name>", "first", "Ada", "",
            "<name><surname>Oak</surname><given-names/></name>", id="no first name",
        ),
        pytest.param(
            "<name><surname>Oak</surname><given-names/></name>", "first", "", "Ada",
            "<name><surname>Oak</surname><given-names>Ada</given-names></name>", id="a first name in an empty element",
        ),
        pytest.param(
            "<name><surname>Oak</surname><given-names> </given-names></name>", "first", "", "Ada",
            "<name><surname>Oak</surname><given-names>Ada</given-names></name>", id="a first name in place of a space",
        ),
        pytest.param("<name><given-names>Oak</given-names></name>", "first", "", "Ada", None, id="a first name alone"),
        pytest.param("<name><surname>Oak</surname></name>", "last", "Oak", " ", None, id="a last name is no more"),
        pytest.param("<name><surname>Oak</surname></name>", "last", "Elm", "Ash", None, id="another name stands there"),
        pytest.param("<name><surname>Oak</surname></name>", "last", "Oak", "O\0k", None, id="what XML cannot hold"),
        pytest.param("<name><surname>O<b>ak</b></surname></name>", "last", "Oak", "Elm", None, id="markup inside"),
        pytest.param("<name><surname>Oak</surname></name>", "affiliation", "", "One", None, id="an affiliation"),
        pytest.param(
            "<string-name>ada van oak</string-name>", "last", "van oak", "van Oak",
            "<string-name>ada van Oak</string-name>", id="one half of a text",
        ),
        pytest.param("<string-name>Ada Oak</string-name>", "last", "Oak", "Oak Elm", None, id="a half that would move"),
        pytest.param(
            "<string-name>Ada Oak</string-name>", "first", "Ada", "", "<string-name>Oak</string-name>", id="a half less"
        ),
        pytest.param(
            "<string-name>Oak</string-name>", "first", "", "Ada", "<string-name>Ada Oak</string-name>", id="a half more"
        ),
        pytest.param(
            "<collab>The oaks</collab>", "last", "The oaks", "The Oaks", "<collab>The Oaks</collab>", id="a body"
        ),
        pytest.param(
            "<collab>The oaks\n <contrib-group/></collab>", "last", "The oaks", "The Oaks",
            "<collab>The Oaks\n <contrib-group/></collab>", id="a body with members",
        ),
        pytest.param(
            "<name><surname>oak<xref>1</xref></surname></name>", "last", "oak", "Oak",
            "<name><surname>Oak<xref>1</xref></surname></name>", id="a name before the mark of a note",
        ),
        pytest.param(
            "<name><surname>oa<!-- r -->k</surname></name>", "last", "oak", "Oak", None, id="a comment inside",
        ),
        pytest.param("<collab>The oaks</collab>", "first", "", "Ada", None, id="a body has no first name"),
        pytest.param(
            "<name><surname>Oak</surname></name><contrib-id>orcid.org/1</contrib-id>", "orcid", "orcid.org/1", "0000",
            "<name><surname>Oak</surname></name><contrib-id>0000</contrib-id>", id="an ORCID",
        ),
    ],
)  # fmt: skip
def test_changes(before: str, field: str, old: str, new: str, after: str | None) -> None:
    """A name is changed in its own form, and everything beside it stays as it is."""
    place = Location(PATH, "x#1", "author", 1, field)
    done = FORMATS["jats"][0].changed(BEFORE + before + AFTER, place, old, new)
    assert done == (None if after is None else BEFORE + after + AFTER)


def test_a_first_name_with_a_prefix() -> None:
    """What is added is in the namespace of what it stands beside, in the order of the format."""
    text = (
        '<c:doi_batch xmlns:c="x"><c:posted_content><c:contributors><c:person_name contributor_role="author">'
        "<c:surname>Oak</c:surname></c:person_name></c:contributors></c:posted_content></c:doi_batch>"
    )
    form, _ = FORMATS["crossref-deposit"]
    done = form.changed(text, Location(PATH, "x#1", "author", 1, "first"), "", "Ada")
    assert done == text.replace("<c:surname>", "<c:given_name>Ada</c:given_name><c:surname>")


@pytest.mark.parametrize(
    ("field", "old", "new"),
    [
        ("doi", "10.9999/jir.7", "10.9999/jir.8"),
        ("year", "2098", "2097"),
        ("venues", "Journal of Invented Results", "JIR"),
    ],
)
def test_parts_of_a_paper(field: str, old: str, new: str) -> None:
    """The text of another part is changed where it stands."""
    form, data = FORMATS["jats"]
    done = form.changed(data, Location(PATH, "10.9999/jir.7", field=field), old, new)
    assert done == data.decode().replace(old, new, 1)


def test_a_file_of_ascii_stays_one() -> None:
    """Letters that a file says it cannot hold are written as references."""
    text = f'<?xml version="1.0" encoding="US-ASCII"?>{BEFORE}<name><surname>Muller</surname></name>{AFTER}'
    done = FORMATS["jats"][0].changed(text, Location(PATH, "x#1", "author", 1, "last"), "Muller", "Müller")
    assert done == text.replace("Muller", "M&#252;ller")


@EVERY_FORMAT
def test_every_name_can_be_changed(form: Format, data: bytes) -> None:
    """A change of a part of a name is read as it was meant, changes nothing else, and is undone byte for byte."""
    before, _ = papers_and_findings(form.loader, PATH, data)
    assert form.loader.edit is not None
    changes = [
        Change(one.at(field), getattr(one.name, field), NEW)
        for paper in before for byline in paper.bylines for one in byline
        for field in ("first", "last") if one.name.first and " Jr" not in one.name.last and "van" not in one.name.last
    ]  # fmt: skip
    assert len(changes) > 5
    for change in changes:
        done = form.changed(data, change.location, change.old, change.new)
        assert done is not None
        after, _ = papers_and_findings(form.loader, PATH, done.encode())
        different = [
            (getattr(new.name, change.location.field), new.location)
            for old_paper, new_paper in zip(before, after, strict=True)
            for olds, news in zip(old_paper.bylines, new_paper.bylines, strict=True)
            for old, new in zip(olds, news, strict=True)
            if old != new
        ]
        assert different == [(NEW, change.location._replace(field=""))]
        if b"&" not in data[slice(*form.loader.edit(data, [change])[change][:2])]:
            undone = form.changed(done, change.location, change.new, change.old)
            assert undone == data.decode()


@EVERY_FORMAT
def test_of_two_records_with_one_id_the_first_is_meant(form: Format, data: bytes) -> None:
    """A second record with the id of another is neither pointed at nor changed."""
    text = data.decode().replace("10.9999/book.1", "10.9999/jir.7")
    places = [Location(PATH, "10.9999/jir.7", "author", 1, "last"), Location(PATH, "10.9999/none", "author", 1, "last")]
    assert form.at(text, places[0]) == "Quill"
    assert form.loader.locate(text.encode(), places[1:]) == {}


@EVERY_FORMAT
@given(cut=st.integers(0, 2000), new=st.text(max_size=8), position=st.integers(-1, 9))
@settings(max_examples=60, deadline=None)
def test_any_place_and_change_is_answered(form: Format, data: bytes, cut: int, new: str, position: int) -> None:
    """A file that has changed, a place that is not there and a text that cannot be written raise nothing."""
    places = [
        Location(PATH, "10.9999/jir.7", byline, position, field)
        for byline in ("author", "editor", "", "x")
        for field in ("", "first", "last", "orcid", "title", "x")
    ]
    assert form.loader.edit is not None
    for content in (data, data[:cut], data[cut:]):
        assert form.loader.locate(content, places).keys() <= set(places)
        made = form.loader.edit(
            content, [Change(place, old, new) for place in places for old in ("", "Quill", "Ada M.")]
        )
        for edit in made.values():
            assert edited(content, [edit])
