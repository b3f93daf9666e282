"""Changes in the Anthology's XML: they touch the bytes they must, and are read as they were meant."""

import re
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bylint import Authorship, Change, Location, Name, Paper
from bylint.edits import edited
from bylint.loaders.anthology import edit, read

PATH = "data/xml/2020.x.xml"
PAPER = """<collection id='2020.x'><volume id='1'><meta><booktitle>B</booktitle><year>2020</year>
  <editor><first>E</first><last>D</last></editor></meta>
  <paper id='1'>{}</paper></volume></collection>"""


def changed(inside: str, field: str, old: str, new: str, byline: str = "author", encoding: str = "utf-8") -> str | None:
    """What the inside of a paper becomes; None where the change is refused."""
    record = "2020.x-1.0" if byline == "meta" else "2020.x-1.1"
    place = Location(PATH, record, "" if byline == "meta" else byline, 1 if byline == "author" else 0, field)
    before, after = PAPER.split("{}")
    data = (before + inside + after).encode(encoding)
    change = Change(place, old, new)
    made = edit(data, [change])
    if change not in made:
        assert made == {}
        return None
    text = edited(data, made.values()).decode(encoding)
    return text if byline == "meta" else text[len(before) : len(text) - len(after)]


@pytest.mark.parametrize(
    ("before", "field", "old", "new", "after"),
    [
        ("<first>T.h.</first><last>S</last>", "first", "T.h.", "T.H.", "<first>T.H.</first><last>S</last>"),
        ("<first >A&amp;b</first>", "first", "A&b", "A&B", "<first >A&amp;B</first>"),
        ("<first>&#233;&#xE9;é</first>", "first", "ééé", "éxé", "<first>&#233;xé</first>"),
        ("<first>A</first>", "first", "A", "<&>\"'", "<first>&lt;&amp;&gt;\"'</first>"),
        ("<first>A</first><last>-</last>", "first", "A", "", "<first/><last>-</last>"),
        ("<first/><last>M</last>", "first", "", "A", "<first>A</first><last>M</last>"),
        ("<first /><last>M</last>", "first", "", "A", "<first>A</first><last>M</last>"),
        ("<first></first><last>M</last>", "first", "", "A", "<first>A</first><last>M</last>"),
        ("<last>M</last>", "first", "", "A", "<first>A</first><last>M</last>"),
        ("\r\n\t<last>M</last>", "first", "", "A", "\r\n\t<first>A</first>\r\n\t<last>M</last>"),
        ("<!-- --> <last>M</last>", "first", "", "A", "<!-- --> <first>A</first> <last>M</last>"),
        ("\n <first>A</first>\n", "last", "", "M", "\n <first>A</first>\n <last>M</last>\n"),
        ("<last>A\r\nB</last>", "last", "A\nB", "A B", "<last>A B</last>"),
        ("<last>A\r\nB†</last>", "last", "A\nB†", "A\nB", "<last>A\r\nB</last>"),
        ("<last>e\u0301</last>", "last", "e\u0301", "é", "<last>é</last>"),
        ("<last>A</last><affiliation>\n  U  of\n X </affiliation>", "affiliation", "U of X", "U of Y",
         "<last>A</last><affiliation>\n  U  of\n Y </affiliation>"),
        ("<affiliation>U</affiliation><affiliation>V</affiliation>", "affiliation", "V", "W",
         "<affiliation>U</affiliation><affiliation>W</affiliation>"),
        ("<last>A</last><orcid>1</orcid>", "orcid", "1", "2", "<last>A</last><orcid>2</orcid>"),
    ],
)  # fmt: skip
def test_names_and_what_stands_beside_them(before: str, field: str, old: str, new: str, after: str) -> None:
    """Content is written in place: references that stay are kept, an empty element opens and closes again."""
    assert changed(f"<author>{before}</author>", field, old, new) == f"<author>{after}</author>"


@pytest.mark.parametrize(
    ("before", "field", "old", "new", "after"),
    [
        ("<author id='a'>", "id", "a", "b", "<author id='b'>"),
        ("<author  id = 'a&amp;' >", "id", "a&", "b'&", "<author  id = 'b&apos;&amp;' >"),
        ('<author id="a\tb">', "id", "a b", 'a "b', '<author id="a\t&quot;b">'),
        ('<author id="a&#9;b">', "id", "a\tb", "a\tc", '<author id="a&#9;c">'),
        ("<author>", "id", "", "b", '<author id="b">'),
        ("<author\n orcid='1'>", "id", "", "b", "<author id='b'\n orcid='1'>"),
        ("<author id='b' openreview='~A1'>", "orcid", "", "1", "<author id='b' orcid='1' openreview='~A1'>"),
        ("<author note='>' id='b'>", "openreview", "", "~A1", "<author note='>' id='b' openreview='~A1'>"),
        ('<author id="">', "id", "", "b", '<author id="b">'),
        ('<author orcid="1" id="b"\n >', "id", "b", "", '<author orcid="1"\n >'),
        ('<author note="an id = &quot;" id="b">', "id", "b", "", '<author note="an id = &quot;">'),
    ],
)
def test_attributes(before: str, field: str, old: str, new: str, after: str) -> None:
    """A value keeps its quotation marks; a new attribute takes those of its tag, and its place among the others."""
    inside = "<last>A</last></author>"
    assert changed(before + inside, field, old, new) == after + inside


@pytest.mark.parametrize(
    ("before", "field", "old", "new", "after"),
    [
        (
            "<title>A  tale\n of two</title>",
            "title",
            "A tale of two",
            "A tale of one",
            "<title>A  tale\n of one</title>",
        ),
        ("<title> A </title>", "title", "A", "A B", "<title> A B </title>"),
        ("<doi>10.1/A</doi>", "doi", "10.1/A", "10.1/a", "<doi>10.1/a</doi>"),
        ("<doi/>", "doi", "", "10.1/a", "<doi>10.1/a</doi>"),
        ("<pages>1-9</pages>", "pages", "1-9", "1–9", "<pages>1–9</pages>"),
        ("<bibkey>-etal</bibkey>", "key", "-etal", "a-etal", "<bibkey>a-etal</bibkey>"),
        ("<pages>1</pages>", "pages", "1", "", "<pages/>"),
    ],
)
def test_parts_of_a_paper(before: str, field: str, old: str, new: str, after: str) -> None:
    """What is read on one line keeps the line ends and spaces that only lay it out."""
    assert changed(before, field, old, new, byline="") == after


@pytest.mark.parametrize(
    ("field", "old", "new", "after"), [("title", "B", "C", "<booktitle>C</"), ("year", "2020", "2021", "<year>2021</")]
)
def test_parts_of_a_volume(field: str, old: str, new: str, after: str) -> None:
    """The volume's own record is its <meta>."""
    assert after in (changed("", field, old, new, byline="meta") or "")


@pytest.mark.parametrize(
    ("inside", "field", "old", "new"),
    [
        pytest.param("<author><last>A</last></author>", "last", "B", "C", id="something else stands there"),
        pytest.param("<author><last>A</last></author>", "last", "", "C", id="it is not empty"),
        pytest.param("<author><last><b>A</b></last></author>", "last", "A", "B", id="markup"),
        pytest.param("<author><last>A<!-- x --></last></author>", "last", "A", "B", id="a comment"),
        pytest.param("<author><last><![CDATA[A]]></last></author>", "last", "A", "B", id="CDATA"),
        pytest.param("<author><last>A<?x?></last></author>", "last", "A", "B", id="an instruction"),
        pytest.param("<author><last>A</last></author>", "last", "A", "\0", id="a sign that XML cannot hold"),
        pytest.param("<author><last>A</last></author>", "last", "A", "\ud800", id="half a character"),
        pytest.param("<author><last>A</last></author>", "affiliation", "", "B", id="an element that is not there"),
        pytest.param("<author/>", "last", "", "B", id="an author of nothing"),
        pytest.param("<editor><last>A</last></editor>", "last", "A", "B", id="no such author"),
        pytest.param(
            "<author><affiliation>A</affiliation><affiliation>A</affiliation></author>",
            "affiliation", "A", "B", id="one of two alike",
        ),
        pytest.param("<author><orcid>1</orcid></author>", "orcid", "1", " 2 ", id="what would be read otherwise"),
        pytest.param("<author><last>A</last></author>", "id", "a", "b", id="another attribute than none"),
        pytest.param("<author id='a'><last>A</last></author>", "id", "", "b", id="an attribute that is there"),
    ],
)  # fmt: skip
def test_refused(inside: str, field: str, old: str, new: str) -> None:
    """A change is left out where its old text does not stand, and where more than text would be touched."""
    assert changed(inside, field, old, new) is None


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-16-le"])
def test_encoding_stays(encoding: str) -> None:
    """What is written is in the encoding of the file, behind its mark."""
    before = "<author><first>Ł𝔈</first><last>e\u0301†</last></author>"
    assert changed(before, "last", "e\u0301†", "é𝔘", encoding=encoding) == before.replace("e\u0301†", "é𝔘")


def test_file_that_says_it_is_ascii() -> None:
    """Where the declaration promises nothing but ASCII, other signs are written as references."""
    data = b"<?xml version='1.0' encoding='US-ASCII'?>" + PAPER.format("<author><last>e</last></author>").encode()
    change = Change(Location(PATH, "2020.x-1.1", "author", 1, "last"), "e", "é")
    assert b"<last>&#233;</last>" in edited(data, edit(data, [change]).values())


_TEXT = st.text(
    st.sampled_from("aÉ王𝔘<&>\"' \t\n")
    | st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"),
    max_size=6,
)
_LINE = _TEXT.map(lambda text: " ".join(text.split()))
_SPACE = st.sampled_from(["", " ", "\n    ", "\r\n\t", "<!-- <last>no</last> -->", "<?no no?>", "\n<!-- > -->"])
_GAP = st.sampled_from([" ", "\n", "\r\n  ", "\t "])


@st.composite
def _written(draw: st.DrawFn, text: str, quote: str = "") -> str:
    """Some text as one of the ways in which XML writes it."""
    return "".join(draw(st.sampled_from(list(_ways(sign, quote)))) for sign in text)


def _ways(sign: str, quote: str) -> Iterator[str]:
    named = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;"}
    if sign in named:
        yield named[sign]
    if sign not in {"&", "<", quote} and not (quote and sign in "\t\n"):
        yield sign
    yield f"&#{ord(sign)};"
    yield f"&#x{ord(sign):X};"


@st.composite
def _authors(draw: st.DrawFn, role: str) -> str:
    attributes = draw(st.lists(st.sampled_from(["id", "orcid", "openreview", "note"]), unique=True))
    tag = role
    for name in attributes:
        quote = draw(st.sampled_from("\"'"))
        equals = draw(st.sampled_from(["=", " = "]))
        tag += f"{draw(_GAP)}{name}{equals}{quote}{draw(_written(draw(_TEXT), quote))}{quote}"
    parts = []
    for name in draw(st.sampled_from([("first", "last"), ("last",), ("last", "first"), ("first",)])):
        text = draw(_written(draw(_TEXT)))
        parts.append(
            f"<{name}>{text}</{name}>"
            if text or draw(st.booleans())
            else f"<{name}{draw(st.sampled_from(['', ' ']))}/>"
        )
    if draw(st.booleans()):
        parts.append(f"<affiliation>{draw(_SPACE)}</affiliation>")
    return f"<{tag}>" + "".join(draw(_SPACE) + part for part in parts) + f"{draw(_SPACE)}</{role}>"


@st.composite
def _files(draw: st.DrawFn) -> bytes:
    """Any file, with odd quotes, comments, references and line ends, in any encoding."""
    papers = ""
    for number in range(1, draw(st.integers(1, 3)) + 1):
        authors = "".join(
            draw(_SPACE) + draw(_authors(draw(st.sampled_from(["author", "editor"]))))
            for _ in range(draw(st.integers(1, 3)))
        )
        title = draw(_written(draw(_TEXT)))
        papers += f"{draw(_SPACE)}<paper id='{number}'><title>{title}</title>{authors}<doi/></paper>"
    text = f"<collection id='x'><volume id='v'><meta><year>2020</year></meta>{papers}</volume></collection>"
    return text.encode(draw(st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-be"])))


def _places(paper: Paper) -> Iterator[tuple[Location, str]]:
    yield paper.at("title"), paper.title
    yield paper.at("doi"), paper.doi or ""
    for byline in paper.bylines:
        for authorship in byline:
            yield authorship.at("first"), authorship.name.first or ""
            yield authorship.at("last"), authorship.name.last
            yield authorship.at("id"), authorship.person_id or ""
            yield authorship.at("orcid"), authorship.orcid or ""
            yield authorship.at("openreview"), authorship.openreview or ""


def _with(paper: Paper, place: Location, new: str) -> Paper:
    """The record with another text at a place."""
    if paper.id != place.record:
        return paper
    if not place.byline:
        return paper._replace(**{place.field: new if place.field == "title" else new or None})

    def renamed(item: Authorship) -> Authorship:
        if item.location != place._replace(field=""):
            return item
        match place.field:
            case "first":
                return item._replace(name=Name(new or None, item.name.last))
            case "last":
                return item._replace(name=Name(item.name.first, new))
            case field:
                return item._replace(**{"person_id" if field == "id" else field: new or None})

    return paper._replace(
        authorships=tuple(map(renamed, paper.authorships)), editors=tuple(map(renamed, paper.editors))
    )


def _plain(records: list[object]) -> list[object]:
    """The papers, in which an attribute that is empty is none."""
    return [
        record._replace(
            authorships=tuple(
                item._replace(person_id=item.person_id or None, openreview=item.openreview or None)
                for item in record.authorships
            ),
            editors=tuple(
                item._replace(person_id=item.person_id or None, openreview=item.openreview or None)
                for item in record.editors
            ),
        )
        for record in records
        if isinstance(record, Paper)
    ]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(_files(), st.data())
def test_change_is_read_and_all_else_stays(data: bytes, draws: st.DataObject) -> None:
    """After a change the record says the new text at its place, and every other record and part is as it was."""
    before = _plain(list(read(PATH, data)))
    papers = [record for record in before if isinstance(record, Paper) and not record.is_front_matter]
    place, old = draws.draw(st.sampled_from([pair for paper in papers for pair in _places(paper)]))
    new = draws.draw((_TEXT if place.byline else _LINE).filter(lambda text: text != old))
    change = Change(place, old, new)
    made = edit(data, [change])
    assert list(made) == [change]
    after = edited(data, made.values())
    found = made[change]
    assert (after[: found.start], after[found.start + len(found.new) :]) == (data[: found.start], data[found.end :])
    expected = [_with(record, place, new) if isinstance(record, Paper) else record for record in before]
    assert _plain(list(read(PATH, after))) == _plain(expected)
    assert edit(after, [change]) == {}, "a change that was made is made again"
    back = Change(place, new, old)
    assert _plain(list(read(PATH, edited(after, edit(after, [back]).values())))) == before


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(_files(), _TEXT.filter(bool))
def test_changes_of_one_file_go_together(data: bytes, new: str) -> None:
    """Every name of a file changed at once is what changing one after another gives."""
    papers = [record for record in read(PATH, data) if isinstance(record, Paper)]
    names = [item for paper in papers for byline in paper.bylines for item in byline if item.name.last != new]
    changes = [Change(item.at("last"), item.name.last, new) for item in names]
    made = edit(data, changes)
    assert set(made) == set(changes)
    after = data
    for change in changes:
        after = edited(after, edit(after, [change]).values())
    assert edited(data, made.values()) == after


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200))
def test_no_bytes_raise(data: bytes) -> None:
    """Whatever a file has become, nothing raises."""
    edit(data, [Change(Location(PATH, "2020.x-1.1", "author", 1, "last"), "A", "B")])


def test_records_with_one_id_are_changed_one_after_another() -> None:
    """Of two records with one id, the first one that has the old text is meant."""
    data = PAPER.replace("</volume>", "<paper id='1'><author><last>A</last></author></paper></volume>").format(
        "<author><last>A</last></author>"
    )
    change = Change(Location(PATH, "2020.x-1.1", "author", 1, "last"), "A", "B")
    once = edited(data.encode(), edit(data.encode(), [change]).values())
    assert re.findall("<last>(.)", once.decode()) == ["D", "B", "A"]
    twice = edited(once, edit(once, [change]).values())
    assert re.findall("<last>(.)", twice.decode()) == ["D", "B", "B"]
    assert edit(twice, [change]) == {}
