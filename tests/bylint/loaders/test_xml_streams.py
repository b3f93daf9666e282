"""XML that is read as a stream: nothing of it is kept, nothing is fetched, and nothing in it ends the run."""

import gzip
import io
import pickle
import zlib
from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bylint import Finding, Location, Paper, Person
from bylint.loaders import Loader
from bylint.loaders._xml_streams import streamed
from bylint.loaders.xml_formats import OF_XML
from bylint.model import PARTS
from forms import FIXTURES, bylines, loader_of, papers_and_findings

STREAMED = [loader for loader in OF_XML if loader.stream is not None]
EVERY_LOADER = pytest.mark.parametrize("loader", [pytest.param(loader, id=loader.name) for loader in STREAMED])
WRAPPED = {
    "dblp": ("<dblp>", '<article key="k/{number}"><author>Ada Nib</author>{more}</article>\n', "</dblp>"),
    "arxiv-atom": (
        "<feed><id>http://arxiv.org/api/x</id>",
        "<entry><id>http://arxiv.org/abs/99.{number}</id><author><name>Ada Nib</name></author>{more}</entry>\n",
        "</feed>",
    ),
    "arxiv-oai": (
        "<OAI-PMH><!--arXiv--><ListRecords>",
        """<record><metadata><arXiv><id>99.{number}</id><authors>
        <author><keyname>Nib</keyname><forenames>Ada</forenames></author></authors>{more}</arXiv></metadata></record>
        """,
        "</ListRecords></OAI-PMH>",
    ),
}
"""What stands around records of each format, and one of them."""


def whole(loader: Loader, count: int, more: str = "", prolog: str = "") -> bytes:
    """A file with some records."""
    before, record, behind = WRAPPED[loader.name]
    inside = "".join(record.format(number=number, more=more) for number in range(1, count + 1))
    return f"{prolog}{before}{inside}{behind}".encode()


def fixture(loader: Loader) -> bytes:
    """The file that shows the format."""
    return (FIXTURES / f"{loader.name}.xml").read_bytes()


@EVERY_LOADER
def test_each_file_is_read_by_its_loader(loader: Loader) -> None:
    """Content decides, so a file of any name is read by the same loader, packed or not."""
    data = fixture(loader)
    for name, content in (("x.xml", data), ("x.xml.gz", gzip.compress(data))):
        found = loader_of(name, content)
        assert found is not None
        assert found.name == loader.name
        assert len(list(found.read(name, content))) == len(list(loader.read(name, data)))


@EVERY_LOADER
def test_what_a_format_can_know(loader: Loader) -> None:
    """The file that shows a format has all that the loader says it can have, and nothing else."""
    records = list(loader.read("x.xml", fixture(loader)))
    papers = [record for record in records if isinstance(record, Paper)]
    known = {"people"} if any(isinstance(record, Person) for record in records) else set()
    for record in (*papers, *(authorship for paper in papers for authorship in bylines(paper))):
        known |= {field for field, value in record._asdict().items() if field in PARTS and value}
    assert known == loader.knows - {"first"}
    assert any(authorship.name.first for paper in papers for authorship in bylines(paper))


def test_the_anthology_stays_the_anthology() -> None:
    """Its files are known by their own root."""
    for path in FIXTURES.parent.glob("toy-anthology/data/xml/*.xml"):
        found = loader_of("x.xml", path.read_bytes())
        assert found is not None
        assert found.name == "anthology"


@EVERY_LOADER
def test_a_stream_gives_what_a_file_holds(loader: Loader) -> None:
    """From an open file, in pieces of any length, the records are those of its bytes."""

    class Trickling(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            """Less than was asked for."""
            given: bytes = super().read(min(size or 0, 4096) if self.tell() else size)
            return given

    assert loader.stream is not None
    for data in (fixture(loader), whole(loader, 5000)):
        expected = list(loader.read("x.xml", data))
        assert list(loader.stream("x.xml", Trickling(data))) == expected
        assert sum(isinstance(record, Paper) for record in expected) >= 2


class Endless(io.RawIOBase):
    """A file that is made while it is read."""

    def __init__(self, loader: Loader, count: int, more: str) -> None:
        before, record, behind = WRAPPED[loader.name]
        inside = (record.format(number=number, more=more) for number in range(1, count + 1))
        self._parts = iter([before, *inside, behind])
        self._left = b""

    def read(self, size: int = -1) -> bytes:
        """Some more of it."""
        while len(self._left) < size and (part := next(self._parts, "")):
            self._left += part.encode()
        given, self._left = self._left[:size], self._left[size:]
        return given


@EVERY_LOADER
def test_what_was_read_is_forgotten(loader: Loader) -> None:
    """However long a file is, and whatever stands between its records, the tree stays small."""
    names = {"dblp": ["article"], "arxiv-atom": ["entry"], "arxiv-oai": ["arXiv"]}[loader.name]
    most = count = 0
    for element in streamed(Endless(loader, 6_000, "<x><y/></x>"), names):  # type: ignore[arg-type]
        count += element.tag in names
        if count % 1000 == 0:
            most = max(most, sum(1 for _ in element.getroottree().iter()))
    assert count == 6_000
    assert 0 < most < 5_000
    nothing = streamed(Endless(loader, 6_000, ""), ["nothing"])  # type: ignore[arg-type]
    assert max((sum(1 for _ in one.getroottree().iter()) for one in _each(nothing, 500)), default=0) < 5_000


def _each(elements: Iterable[Any], step: int) -> Iterator[Any]:
    for number, element in enumerate(elements):
        if number % step == 0 and element.getparent() is not None:
            yield element


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'


@EVERY_LOADER
@pytest.mark.parametrize(
    "data",
    [
        pytest.param(lambda loader: b"", id="nothing"),
        pytest.param(lambda loader: b" \n ", id="spaces"),
        pytest.param(lambda loader: b"no XML", id="text"),
        pytest.param(lambda loader: whole(loader, 3)[:-20], id="cut off"),
        pytest.param(lambda loader: whole(loader, 3) + b"<x/>", id="a second root"),
        pytest.param(lambda loader: whole(loader, 3, "<a></b>"), id="tags that cross"),
        pytest.param(lambda loader: whole(loader, 3, "&b;", BOMB), id="entities in entities"),
        pytest.param(lambda loader: whole(loader, 1, "&b;"), id="an entity that nobody declares"),
        pytest.param(
            lambda loader: whole(loader, 1, "&x;", '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
            id="an entity that is a file",
        ),
        pytest.param(
            lambda loader: whole(loader, 1, "", '<!DOCTYPE x [<!ENTITY % x SYSTEM "file:///etc/passwd"> %x;]>'),
            id="a parameter that is a file",
        ),
        pytest.param(
            lambda loader: whole(loader, 1, "&b;", f"<!--{'x' * 100_000}-->{BOMB}"), id="a type behind a long comment"
        ),
        pytest.param(lambda loader: whole(loader, 1, "<x>" * 100_000), id="deep nesting"),
        pytest.param(lambda loader: whole(loader, 1, "x" * 11_000_000), id="a huge text"),
        pytest.param(lambda loader: whole(loader, 1, "é").decode().encode("latin-1"), id="other bytes than UTF-8"),
        pytest.param(
            lambda loader: whole(loader, 1, "é", '<?xml version="1.0" encoding="EBCDIC-CP-BE"?>'), id="an odd encoding"
        ),
        pytest.param(lambda loader: whole(loader, 3).decode().encode("utf-16")[:-7], id="half a sign of UTF-16"),
        pytest.param(lambda loader: b"\xff\xfe<\0\x00\xd8x\0", id="half of a pair in UTF-16"),
        pytest.param(lambda loader: whole(loader, 1, "\0"), id="a sign that XML has not"),
    ],
)
def test_broken_and_hostile_files(loader: Loader, data: object) -> None:
    """One finding says where the file ends to be read; what stands before it is read."""
    content = data(loader)  # type: ignore[operator]
    papers, findings = papers_and_findings(loader, "x.xml", content)
    assert [finding.check for finding in findings] == ["broken-file"]
    assert len(papers) <= 3
    assert "root:" not in repr(papers)
    assert loader.locate(content, [finding.location for finding in findings if finding.location])


@EVERY_LOADER
def test_only_dblp_has_a_document_type(loader: Loader) -> None:
    """Where a format has none, characters have no names either, and the file is refused; nothing is left out of a text."""
    data = whole(loader, 1, "<title>T&eacute;</title>", '<!DOCTYPE dblp SYSTEM "dblp.dtd">')
    papers, findings = papers_and_findings(loader, "x.xml", data)
    if loader.name == "dblp":
        assert ([paper.title for paper in papers], findings) == (["Té"], [])
    else:
        assert (papers, [finding.check for finding in findings]) == ([], ["broken-file"])


@EVERY_LOADER
def test_cut_files_keep_what_was_whole(loader: Loader) -> None:
    """Every record that ended before the cut is there."""
    data = whole(loader, 3000)
    data = data[: len(data) // 2]
    papers, findings = papers_and_findings(loader, "x.xml", data)
    assert len(papers) == data.count({"dblp": b"</article>", "arxiv-atom": b"</entry>"}.get(loader.name, b"</arXiv>"))
    assert [finding.check for finding in findings] == ["broken-file"]


@EVERY_LOADER
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "iso-8859-1"])
def test_encodings(loader: Loader, encoding: str) -> None:
    """Each that a file may be in gives the same names."""
    declared = f'<?xml version="1.0" encoding="{encoding.removesuffix("-sig").removesuffix("-le")}"?>'
    data = whole(loader, 2000, "<title>é</title>", declared).decode().encode(encoding)
    papers, findings = papers_and_findings(loader, "x.xml", data)
    assert findings == []
    assert {(str(paper.authorships[0].name), paper.title) for paper in papers} == {("Ada Nib", "é")}
    assert len(papers) == 2000


@EVERY_LOADER
def test_loaders_go_to_other_processes(loader: Loader) -> None:
    """Files are read in several processes."""
    copy = pickle.loads(pickle.dumps(loader))
    assert list(copy.read("x.xml", fixture(loader))) == list(loader.read("x.xml", fixture(loader)))


@EVERY_LOADER
def test_a_file_in_which_a_line_is_everything(loader: Loader) -> None:
    """Many records on one line are read, and have their places."""
    data = whole(loader, 20_000).replace(b"\n", b"")
    papers, findings = papers_and_findings(loader, "x.xml", data)
    assert (len(papers), findings) == (20_000, [])
    assert loader.locate(data, [papers[-1].location])[papers[-1].location].line == 1


@EVERY_LOADER
@settings(max_examples=150, deadline=None)
@given(draw=st.data())
def test_never_raises(loader: Loader, draw: st.DataObject) -> None:
    """Cut, overwritten and mixed up, a file still gives records or findings, and places of them."""
    data = bytearray(fixture(loader))
    for _ in range(draw.draw(st.integers(1, 4))):
        start = draw.draw(st.integers(0, len(data)))
        end = draw.draw(st.integers(start, min(len(data), start + 40)))
        data[start:end] = draw.draw(
            st.sampled_from(
                [b"", b"<", b">", b"&", b"&x;", b"<!--", b"]]>", b"\xff", b"\0", b"<x/>", b"<a:b>", b'"', b"\n"]
            )
        )
    content = bytes(data)
    loader.recognises("x.xml", content[:4096])
    records = list(loader.read("x.xml", content))
    places = [
        authorship.at(field)
        for record in records
        if isinstance(record, Paper)
        for authorship in bylines(record)
        for field in ("", "first", "last", "orcid", "affiliation")
    ]
    places += [
        Location("x.xml", one.id, field=field)
        for one in records
        if isinstance(one, Paper | Person)
        for field in ("", "title")
    ]
    found = [record.location for record in records if isinstance(record, Finding) and record.location]
    spans = loader.locate(content, [*places, *found])
    assert all(0 <= span.start <= span.end <= len(content) for span in spans.values())
    assert set(found) <= set(spans) | {place for place in found if not place.line}


def test_packed_bytes_are_no_xml() -> None:
    """What is packed is unpacked before it comes here."""
    loader = STREAMED[0]
    (finding,) = loader.read("x.xml", zlib.compress(b"<dblp/>"))
    assert isinstance(finding, Finding)
