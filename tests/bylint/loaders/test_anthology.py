"""The XML of the ACL Anthology: what is read, what is refused, and where things stand."""

import html
import os
import re
import signal
from collections.abc import Iterator, Sequence
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import strategies
from bylint.finding import Finding
from bylint.loaders import anthology
from bylint.loaders._markup import BAD_MARKUP, TAB_IN_RECORD
from bylint.loaders.anthology import locate, paper_id, read, volume_id
from bylint.model import Authorship, Location, Name, Paper, Variant

PATH = "data/xml/x.xml"
AUTHOR = "<author><first>Ada</first><last>Lovelace</last></author>"


def collection(inside: str, *, opening: str = '<collection id="2020.x">') -> bytes:
    """A file with one volume that holds `inside`."""
    return f'{opening}<volume id="1"><meta><year>2020</year></meta>{inside}</volume></collection>'.encode()


def paper(inside: str, number: str = "1") -> bytes:
    """A file with one paper that has a title and `inside`."""
    return collection(f'<paper id="{number}"><title>T</title>{inside}</paper>')


def papers_of(data: bytes) -> list[Paper]:
    """The papers of a file, without front matter; nothing may be wrong with it but what stands in its texts."""
    records = list(read(PATH, data))
    of_text = {BAD_MARKUP.id, TAB_IN_RECORD.id}
    assert [record for record in records if isinstance(record, Finding) and record.check not in of_text] == []
    return [record for record in records if isinstance(record, Paper) and not record.is_front_matter]


def findings_of(data: bytes) -> list[Finding]:
    """What is wrong with a file, each with a place inside the file."""
    findings = [record for record in read(PATH, data) if isinstance(record, Finding)]
    known = {check.id for check in anthology.LOADER.checks}
    for finding in findings:
        assert finding.check in known
        assert len(finding.message) < 400
        assert finding.location is not None
        assert locate(data, [finding.location])
    return findings


@pytest.fixture(autouse=True)
def _no_hang() -> Iterator[None]:
    """A test that hangs fails."""

    def fail(signal_number: int, frame: object) -> None:
        pytest.fail("it hangs")

    before = signal.signal(signal.SIGALRM, fail)
    signal.alarm(60)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@pytest.mark.parametrize(
    ("collection_id", "volume", "number", "expected"),
    [
        pytest.param("P18", "1", 1, "P18-1001", id="one digit for the volume, three for the paper"),
        pytest.param("P18", "1", 0, "P18-1000", id="the front matter is paper 0"),
        pytest.param("W00", "1", 1, "W00-0101", id="workshops share two and two"),
        pytest.param("W19", "12", 5, "W19-1205", id="a workshop beyond nine"),
        pytest.param("C69", "1", 1, "C69-0101", id="C69 does as workshops do"),
        pytest.param("D19", "1", 1, "D19-1001", id="the main volumes of D19"),
        pytest.param("D19", "50", 1, "D19-5001", id="the workshops of D19"),
        pytest.param("2024.acl", "long", 1, "2024.acl-long.1", id="a name for the volume"),
        pytest.param("1999.tc", "1", 12, "1999.tc-1.12", id="a number in the new form"),
        pytest.param("P18", "9" * 5000, 1, f"P18-{'9' * 5000}.1", id="a number that is none"),
        pytest.param("P18", "٣", 1, "P18-٣.1", id="a digit of another script"),
    ],
)
def test_ids_are_built_as_the_anthology_builds_them(
    collection_id: str, volume: str, number: int, expected: str
) -> None:
    """Old collections have a letter, two digits of the year and four digits; new ones have words and dots."""
    assert paper_id(collection_id, volume, number) == expected


@pytest.mark.parametrize(
    ("collection_id", "volume", "expected"),
    [("P18", "1", "P18-1"), ("W00", "1", "W00-01"), ("2024.acl", "long", "2024.acl-long"), ("D19", "50", "D19-50")],
)
def test_ids_of_volumes(collection_id: str, volume: str, expected: str) -> None:
    """A volume's id is how the ids of its papers begin."""
    assert volume_id(collection_id, volume) == expected


WHOLE = """<?xml version='1.0' encoding='UTF-8'?>
<collection id="2020.x">
  <volume id="main" ingest-date="2020-01-01">
    <meta>
      <booktitle>Proceedings of <fixed-case>X</fixed-case></booktitle>
      <editor><first>Eve</first><last>Editor</last></editor>
      <year>2020</year>
      <venue>x</venue>
      <venue>y</venue>
      <doi>10.1/front</doi>
    </meta>
    <frontmatter><url>2020.x-main.0</url><bibkey>x-2020-main</bibkey></frontmatter>
    <paper id="1">
      <title>On <fixed-case>X</fixed-case>
         and <tex-math>y</tex-math></title>
      <author id="ada-l" orcid="0000-0002-1825-0097"><first>Ada</first><last>Lovelace</last>
        <affiliation>Here</affiliation><affiliation>There</affiliation>
        <variant script="hani"><first>大</first><last>愛</last></variant></author>
      <author><first/><last>Mausam</last></author>
      <editor><first>Ed</first><last>It</last></editor>
      <pages>1–2</pages>
      <abstract>We <i>do</i>.</abstract>
      <doi>10.1/1</doi>
      <bibkey>ada-2020</bibkey>
      <language>fra</language>
    </paper>
  </volume>
  <event id="x-2020"><meta><title>The Meeting</title></meta></event>
</collection>
""".encode()


def test_everything_that_a_record_holds_is_read() -> None:
    """A volume gives its front matter and its papers, with bylines and what is written beside each name."""
    front, paper = read(PATH, WHOLE)
    assert front == Paper(
        "2020.x-main.0",
        "Proceedings of X",
        2020,
        PATH,
        editors=(Authorship(Name("Eve", "Editor"), "2020.x-main.0", 1, "editor", PATH),),
        venues=("x", "y"),
        volume_id="2020.x-main",
        doi="10.1/front",
        key="x-2020-main",
        is_front_matter=True,
    )
    ada = Authorship(
        Name("Ada", "Lovelace"),
        "2020.x-main.1",
        1,
        "author",
        PATH,
        "ada-l",
        "0000-0002-1825-0097",
        ("Here", "There"),
        (Variant("hani", Name("大", "愛")),),
    )
    assert paper == Paper(
        "2020.x-main.1",
        "On X and y",
        2020,
        PATH,
        (ada, Authorship(Name(None, "Mausam"), "2020.x-main.1", 2, "author", PATH)),
        (Authorship(Name("Ed", "It"), "2020.x-main.1", 1, "editor", PATH),),
        ("x", "y"),
        "2020.x-main",
        "We do.",
        "10.1/1",
        "1–2",
        "ada-2020",
        "fra",
    )


@pytest.mark.parametrize(
    ("inside", "name"),
    [
        pytest.param("<first>A<!-- B -->C</first><last>D</last>", Name("AC", "D"), id="a comment"),
        pytest.param("<first><![CDATA[A&B]]></first><last>D</last>", Name("A&B", "D"), id="a CDATA section"),
        pytest.param("<first>A<?b c?>D</first><last>E</last>", Name("AD", "E"), id="a processing instruction"),
        pytest.param("<first>A&#x301;&amp;</first><last>D</last>", Name("A\u0301&", "D"), id="references"),
        pytest.param("<first>A<b>B</b>C</first><last>D</last>", Name("ABC", "D"), id="markup"),
        pytest.param("<first> A  </first><last>\tD</last>", Name(" A  ", "\tD"), id="white space stays"),
        pytest.param("<last>D</last>", Name(None, "D"), id="a mononym without <first>"),
    ],
)
def test_names_are_what_is_written(inside: str, name: Name) -> None:
    """A name is its text, markup and comments taken off, nothing stripped."""
    (found,) = papers_of(paper(f"<author>{inside}</author>"))
    assert found.authorships[0].name == name


@pytest.mark.parametrize(
    ("data", "check", "line", "message"),
    [
        pytest.param(WHOLE[:700], "broken-file", 17, "not well-formed XML", id="truncated"),
        pytest.param(b"", "broken-file", 1, "the file is empty", id="empty"),
        pytest.param(b" \n\n", "broken-file", 1, "the file is empty", id="white space"),
        pytest.param(b"\n<a/>", "broken-file", 2, "the root element is <a>, not <collection>", id="another format"),
        pytest.param(
            paper("<author><last>\xe9</last></author>").decode().encode("latin-1"),
            "broken-file",
            1,
            "not well-formed XML",
            id="Latin-1 that says it is UTF-8",
        ),
        pytest.param(
            b"<?xml version='1.0' encoding='ISO-8859-1'?><collection id='x'/>",
            "broken-file",
            1,
            "only UTF-8 and UTF-16",
            id="an encoding that is not read",
        ),
        pytest.param(
            b"<collection><volume id='1'/></collection>",
            "missing-id",
            1,
            "the collection has no id",
            id="a collection without id",
        ),
        pytest.param(
            b"<collection id='x'>\n<volume/></collection>",
            "missing-id",
            2,
            "a volume of x has no id",
            id="a volume without id",
        ),
        pytest.param(
            collection("\n<paper><title>T</title></paper>"),
            "missing-id",
            2,
            "a paper of 2020.x-1 has no id",
            id="a paper without id",
        ),
        pytest.param(paper("", "9" * 5000), "missing-id", 1, "no number", id="a huge number for an id"),
        pytest.param(paper("", "one"), "missing-id", 1, "the id 'one', no number", id="a word for a number"),
        pytest.param(
            paper("\n<auhtor/>"), "unexpected-content", 2, "<auhtor> is no part of <paper>", id="an unknown element"
        ),
        pytest.param(
            paper("\n<author><last>A</last><last>B</last></author>"),
            "unexpected-content",
            2,
            "<last> stands twice in <author>",
            id="two last names",
        ),
        pytest.param(
            paper("stray"),
            "unexpected-content",
            1,
            "text stands between the parts of <paper>: 'stray'",
            id="text between elements",
        ),
        pytest.param(
            paper("<author>stray<last>A</last></author>"),
            "unexpected-content",
            1,
            "<author>: 'stray'",
            id="text inside an author",
        ),
        pytest.param(
            paper("<author><last>A</last>\nstray</author>"),
            "unexpected-content",
            1,
            "text stands between the parts of <author>: 'stray'",
            id="text after a name",
        ),
        pytest.param(
            collection("<other/>"),
            "unexpected-content",
            1,
            "<other> is no part of <volume>",
            id="an unknown part of a volume",
        ),
        pytest.param(
            collection("<frontmatter><other/></frontmatter>"),
            "unexpected-content",
            1,
            "<other> is no part of <frontmatter>",
            id="an unknown part of the front matter",
        ),
    ],
)
def test_broken_input_is_a_finding_with_a_place(data: bytes, check: str, line: int, message: str) -> None:
    """What cannot be read is one finding that says what and where."""
    (finding,) = findings_of(data)
    assert finding.check == check
    assert message in finding.message
    assert finding.location is not None
    assert finding.location.line == line


@pytest.mark.parametrize(
    ("inside", "title", "last"),
    [
        pytest.param("<paper id='1'/>", "", [], id="no title"),
        pytest.param("<paper id='1'><title> </title></paper>", "", [], id="an empty title"),
        pytest.param("<paper id='1'><title>T</title><author/></paper>", "T", [""], id="an author without anything"),
        pytest.param(
            "<paper id='1'><title>T</title><author><first>A</first></author></paper>", "T", [""], id="no last name"
        ),
        pytest.param(
            "<paper id='1'><title>T</title><editor><first>A</first><last/></editor></paper>",
            "T",
            [""],
            id="an empty one",
        ),
    ],
)
def test_missing_parts_are_left_to_the_checks(inside: str, title: str, last: list[str]) -> None:
    """A paper without title, or a person without last name, stays in the corpus as it is: checks find what is missing."""
    data = collection(inside)
    assert findings_of(data) == []
    record = next(r for r in read(PATH, data) if isinstance(r, Paper) and not r.is_front_matter)
    assert record.title == title
    assert [authorship.name.last for byline in record.bylines for authorship in byline] == last


def test_orcid_may_be_an_element() -> None:
    """An ORCID stands in the tag or, where that has none, inside."""
    inside = "<orcid>0000-0001</orcid>"
    for attribute, expected in (("", "0000-0001"), ('orcid=""', "0000-0001"), ('orcid="0000-0002"', "0000-0002")):
        data = paper(f"<author {attribute}>{inside}<last>A</last></author>")
        (authorship,) = papers_of(data)[0].authorships
        assert authorship.orcid == expected
        span = locate(data, [authorship.at("orcid")])[authorship.at("orcid")]
        assert data[span.start : span.end].decode() == expected


def test_first_of_two_counts() -> None:
    """Of a part that stands twice, the first one is read, and it is the one that is pointed at."""
    data = paper("<author><last>A</last><last>B</last></author><title>U</title>")
    record = next(r for r in read(PATH, data) if isinstance(r, Paper) and not r.is_front_matter)
    assert (record.title, record.authorships[0].name.last) == ("T", "A")
    span = locate(data, [record.authorships[0].at("last")])[record.authorships[0].at("last")]
    assert data[span.start : span.end] == b"A"


def test_what_is_wrong_takes_nothing_else_away() -> None:
    """The records around a broken one are read."""
    ids = [
        r.id for r in read(PATH, collection("<paper/><paper id='2'><title>T</title></paper>")) if isinstance(r, Paper)
    ]
    assert ids == ["2020.x-1.0", "2020.x-1.2"]


SECRET = "what another file holds"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-7", "cp037"]
)
@pytest.mark.parametrize("says", [True, False], ids=["declared", "undeclared"])
@pytest.mark.parametrize(
    "declarations",
    [
        pytest.param('<!ENTITY x "y">', id="an entity"),
        pytest.param('<!ENTITY x SYSTEM "file://{secret}">', id="an external entity"),
        pytest.param('<!ENTITY % p SYSTEM "file://{pipe}"> %p;', id="a parameter entity that would never end"),
        pytest.param(
            '<!ENTITY a "aaaaaaaaaa">'
            + "".join(
                "<!ENTITY {} '{}'>".format(to, f"&{of};" * 10) for of, to in zip("abcdefgh", "bcdefghx", strict=True)
            ),
            id="a bomb",
        ),
        pytest.param('<!ATTLIST author id CDATA "nobody">', id="a default for an attribute"),
    ],
)
def test_document_types_are_refused(tmp_path: Path, declarations: str, encoding: str, says: bool) -> None:
    """In no encoding is a document type let in: nothing is expanded, no other file is opened."""
    (tmp_path / "secret").write_text(SECRET)
    os.mkfifo(tmp_path / "pipe")
    declared = declarations.replace("{secret}", f"{tmp_path}/secret").replace("{pipe}", f"{tmp_path}/pipe")
    name = {"utf-8-sig": "utf-8", "cp037": "IBM037"}.get(encoding, encoding)
    text = f"<?xml version='1.0' encoding='{name}'?>" if says else ""
    text += f"<!-- c --> <?p i?>\n<!DOCTYPE collection [{declared}]>"
    text += paper(f"<author><first>&x;</first><last>{SECRET[:4]}</last></author>").decode()
    (finding,) = findings_of(text.encode(encoding))
    assert finding.check == "broken-file"
    assert SECRET not in finding.message


def test_word_doctype_in_a_comment_is_no_document_type() -> None:
    """Only a declaration is refused, not its mention."""
    assert papers_of(paper("<!-- <!DOCTYPE x> --><abstract><![CDATA[<!DOCTYPE y>]]></abstract>"))


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(paper(f'<author id="{"x" * 11_000_000}"><last>A</last></author>'), id="an attribute of 11 MB"),
        pytest.param(paper("<b>" * 100_000 + "</b>" * 100_000), id="100,000 nested elements"),
        pytest.param(paper("<b>" * 100_000), id="100,000 open elements"),
        pytest.param(paper("<author><last>A\0B</last></author>"), id="a NUL byte"),
        pytest.param(paper("<author><last>A&#0;</last></author>"), id="a reference to NUL"),
        pytest.param(paper("<author><last>&unknown;</last></author>"), id="an unknown entity"),
        pytest.param(paper("<author><last>&#xD800;</last></author>"), id="half a surrogate pair"),
        pytest.param(paper(f"<{'x' * 40_000}/>"), id="a name of 40,000 letters"),
        pytest.param(paper("<x:author/>"), id="an undeclared prefix"),
        pytest.param(WHOLE.decode().encode("utf-16")[:-1], id="half a character at the end"),
        pytest.param(b"\xff\xfe", id="nothing but a mark"),
        pytest.param(b"<\0", id="one character"),
        pytest.param(b"<!--" * 200_000, id="open comments"),
        pytest.param(
            collection("", opening='<collection id="P18">').replace(b'"1"', b'"' + b"9" * 5000 + b'"') + b"<",
            id="a huge number for a volume",
        ),
    ],
)
def test_hostile_xml_ends_in_findings(data: bytes) -> None:
    """Nothing that a file can hold raises, hangs, or fills a message."""
    assert findings_of(data)


def test_huge_number_for_a_volume_is_an_id() -> None:
    """A volume's id is any text, whatever its length."""
    data = WHOLE.replace(b'"2020.x"', b'"P18"').replace(b'"main"', b'"' + b"9" * 5000 + b'"')
    (record,) = papers_of(data)
    assert record.location in locate(data, [record.location])


@pytest.mark.parametrize(
    ("path", "head", "expected"),
    [
        ("a.xml", b"<collection id='x'>", True),
        ("a.xml", "<collection".encode("utf-16"), True),
        ("a.xml", b"", True),
        ("a.xml", b"<html>", False),
        ("a.txt", b"<collection>", False),
    ],
)
def test_recognises_by_name_and_content(path: str, head: bytes, expected: bool) -> None:
    """A file is of the format if it ends in .xml and holds a collection, or nothing."""
    assert anthology.recognises(path, head) is expected


ODD = """<collection id='2020.x'>\r
<!-- <paper id="1"><title>no</title></paper> -->
\t<volume id='1'><meta><booktitle>B<!-- > --></booktitle><year>2020</year></meta>
  <paper id='1' note='a > b'><title>𝔘 > <![CDATA[</title>]]></title>
    <author note="it's >" id = 'i&amp;d' orcid="0"><first>É&#233;</first>\t<last>Łō<!-- </last> -->k</last>
      <affiliation>Hier</affiliation></author><author><last/></author>
    <editor id=""><last>𝔈</last></editor><doi/>
    <bibkey>key</bibkey></paper>
  <paper id='2'/><paper id='3'><title>T</title></paper></volume>
<event id='e'><meta><booktitle>no</booktitle></meta></event>
<volume id='2'><paper id='1'><title>U</title></paper></volume></collection>"""
PLACES = [
    ("2020.x-1.0", "", 0, "title", "B<!-- > -->"),
    ("2020.x-1.0", "", 0, "year", "2020"),
    ("2020.x-1.0", "", 0, "", "<meta>"),
    ("2020.x-1.1", "", 0, "title", "𝔘 > <![CDATA[</title>]]>"),
    ("2020.x-1.1", "", 0, "", "<paper id='1' note='a > b'>"),
    ("2020.x-1.1", "", 0, "abstract", "<paper id='1' note='a > b'>"),
    ("2020.x-1.1", "", 0, "doi", "<doi/>"),
    ("2020.x-1.1", "", 0, "key", "key"),
    ("2020.x-1.1", "author", 1, "id", "i&amp;d"),
    ("2020.x-1.1", "author", 1, "orcid", "0"),
    ("2020.x-1.1", "author", 1, "first", "É&#233;"),
    ("2020.x-1.1", "author", 1, "last", "Łō<!-- </last> -->k"),
    ("2020.x-1.1", "author", 1, "affiliation", "Hier"),
    ("2020.x-1.1", "author", 2, "", "<author><last/></author>"),
    ("2020.x-1.1", "author", 2, "last", "<last/>"),
    ("2020.x-1.1", "author", 2, "first", "<author><last/></author>"),
    ("2020.x-1.1", "author", 9, "last", "<paper id='1' note='a > b'>"),
    ("2020.x-1.1", "editor", 1, "last", "𝔈"),
    ("2020.x-1.1", "editor", 1, "id", ""),
    ("2020.x-1.2", "", 0, "title", "<paper id='2'/>"),
    ("2020.x-1.3", "", 0, "title", "T"),
    ("2020.x-2.0", "", 0, "", "<volume id='2'>"),
    ("2020.x-2.1", "", 0, "title", "U"),
]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-16-le"])
def test_places_of_an_odd_file(encoding: str) -> None:
    """Comments, CDATA, quotes, signs in attributes, tabs, line ends and encodings do not move a place."""
    data = ODD.encode(encoding)
    assert len([r for r in read(PATH, data) if isinstance(r, Paper)]) == 6
    places = [Location(PATH, record, byline, position, field) for record, byline, position, field, _ in PLACES]
    found = locate(data, places)
    plain = encoding.removesuffix("-sig") if encoding != "utf-16" else "utf-16-le"
    for place, (*_, expected) in zip(places, PLACES, strict=True):
        span = found[place]
        assert data[span.start : span.end].decode(plain) == expected
        line = ODD.split("\n")[span.line - 1]
        assert line[span.column - 1 :].startswith(expected.split("\n")[0])


def test_place_of_what_is_not_there() -> None:
    """A record that the file does not hold is left out; a place without a record is the file's first line."""
    found = locate(ODD.encode(), [Location(PATH, "2020.x-9.9"), Location(PATH), Location(PATH, line=99, column=99)])
    assert [place.line for place in found] == [0, 99]
    assert [span.line for span in found.values()] == [1, 11]


@pytest.mark.parametrize("data", [b"</paper>", b"<collection><volume></paper>", b"\xff\xfe<", b"<!--" * 20_000, b""])
def test_file_that_changed_meanwhile(data: bytes) -> None:
    """A file that is broken when it is located again gives no place and no error."""
    assert locate(data, [Location(PATH, "2020.x-1.1", "author", 1, "last")]) == {}


def test_long_tags_are_located_in_a_moment() -> None:
    """A tag's name of 40,000 letters costs no more than its length."""
    data = paper(f"<author><last>A</last><{'x' * 40_000}/></author><{'y' * 40_000} id='1'/>")
    place = Location(PATH, "2020.x-1.1", "author", 1, "id")
    assert locate(data, [place])


_XML_TEXT = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"), min_size=1, max_size=8
)


def written(papers: Sequence[Paper]) -> str:
    """Papers as the Anthology writes them; each a volume of its own."""

    def name(value: Name) -> str:
        first = f"<first>{_escaped(value.first)}</first>" if value.first else "<first/>"
        return f"{first}<last>{_escaped(value.last)}</last>"

    def authorship(value: Authorship) -> str:
        attributes = "".join(
            f" {key}={quoteattr(text)}"
            for key, text in (("id", value.person_id), ("orcid", value.orcid), ("openreview", value.openreview))
            if text
        )
        inside = name(value.name) + "".join(
            f"<affiliation>{_escaped(text)}</affiliation>" for text in value.affiliations
        )
        inside += "".join(f'<variant script="{v.script}">{name(v.name)}</variant>' for v in value.variants)
        return f"<{value.role}{attributes}>{inside}</{value.role}>"

    def record(paper: Paper) -> str:
        parts = {"title": paper.title, "abstract": paper.abstract, "doi": paper.doi, "pages": paper.pages}
        texts = "".join(f"<{tag}>{_escaped(text)}</{tag}>" for tag, text in parts.items() if text)
        venues = "".join(f"<venue>{venue}</venue>" for venue in paper.venues)
        year = f"<year>{paper.year:04d}</year>" if paper.year is not None else ""
        meta = f"<meta>{year}{venues}</meta>"
        byline = "".join(map(authorship, (*paper.authorships, *paper.editors)))
        collection, _, rest = paper.id.partition("-")
        volume, number = rest.split(".")
        assert collection == "x"
        return f'<volume id="{volume}">{meta}\n<paper id="{number}">{texts}{byline}</paper></volume>'

    volumes = "\n".join(map(record, papers))
    return f'<collection id="x">{volumes}</collection>'


def _escaped(text: str) -> str:
    return escape(text).replace("\r", "&#13;").replace("\t", "&#9;").replace("\n", "&#10;")


def _as_anthology(papers: Sequence[Paper]) -> list[Paper]:
    """Papers with what this format can say: ids by volume, one-line texts, no control signs, a last name for each."""

    def clean(text: str) -> str:
        return re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]", "", text)

    def line(text: str | None) -> str | None:
        return " ".join(clean(text or "").split()) or None

    def name(value: Name) -> Name:
        last = clean(value.last)
        return Name(clean(value.first or "") or None, last if last.strip() else "L")

    def byline(values: Sequence[Authorship], paper_id: str) -> tuple[Authorship, ...]:
        return tuple(
            value._replace(
                name=name(value.name),
                paper_id=paper_id,
                path=PATH,
                person_id=value.person_id or None,
                orcid=value.orcid or None,
                openreview=value.openreview or None,
                is_literal=False,
                affiliations=tuple(text for text in map(line, value.affiliations) if text),
                variants=tuple(Variant(v.script, name(v.name)) for v in value.variants),
            )
            for value in values
        )

    return [
        paper._replace(
            id=f"x-{number}.{number}",
            title=line(paper.title) or "T",
            path=PATH,
            volume_id=f"x-{number}",
            abstract=line(paper.abstract),
            doi=paper.doi or None,
            pages=line(paper.pages),
            key=None,
            language=None,
            is_front_matter=False,
            authorships=byline(paper.authorships, f"x-{number}.{number}"),
            editors=byline(paper.editors, f"x-{number}.{number}"),
        )
        for number, paper in enumerate(papers, 1)
    ]


def _fields(paper: Paper) -> Iterator[tuple[Location, str]]:
    """The places of a paper with the values that stand there."""
    for field in ("title", "abstract", "doi", "pages"):
        value = getattr(paper, field)
        if value:
            yield paper.at(field), value
    for byline in paper.bylines:
        for authorship in byline:
            parts = {"first": authorship.name.first, "last": authorship.name.last, "orcid": authorship.orcid}
            parts |= {"id": authorship.person_id, "affiliation": (authorship.affiliations or (None,))[0]}
            yield from ((authorship.at(field), value) for field, value in parts.items() if value)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(strategies.papers(), max_size=4), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_records_survive_a_round_trip_and_are_found_where_they_stand(papers: list[Paper], encoding: str) -> None:
    """What is written as XML is read alike, and the bytes of every place decode to the value that the record holds."""
    papers = _as_anthology(papers)
    data = written(papers).encode(encoding)
    assert papers_of(data) == papers
    values = dict(pair for paper in papers for pair in _fields(paper))
    spans = locate(data, list(values))
    plain = "utf-16-le" if encoding == "utf-16" else "utf-8"
    for place, value in values.items():
        assert html.unescape(data[spans[place].start : spans[place].end].decode(plain)) == value


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200) | _XML_TEXT.map(paper))
def test_no_bytes_raise(data: bytes) -> None:
    """Any bytes at all are records or findings."""
    for record in read(PATH, data):
        assert isinstance(record, Paper | Finding)
    locate(data, [Location(PATH, "2020.x-1.1", "author", 1, "last"), Location(PATH, line=3)])
