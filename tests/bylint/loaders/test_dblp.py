"""dblp: names with numbers, people, characters by their names, submissions."""

from pathlib import Path

import pytest

from bylint import Corpus, Finding, Location, Name, Paper, Person
from bylint.loaders import Record
from bylint.testing import run
from bylint_checks.undefined_person import undefined_person
from forms import FIXTURES, loader_of, named, papers_and_findings, written_at

FIXTURE = (FIXTURES / "dblp.xml").read_bytes()
DOCTYPE = '<!DOCTYPE dblp SYSTEM "dblp.dtd">'


def dump(*records: str, doctype: str = DOCTYPE) -> bytes:
    """A file with some records."""
    return f'<?xml version="1.0" encoding="ISO-8859-1"?>\n{doctype}\n<dblp>\n{"".join(records)}</dblp>\n'.encode(
        "latin-1"
    )


def by(*authors: str, key: str = "conf/x/1", more: str = "") -> str:
    """A publication."""
    names = "".join(f"<author>{author}</author>" for author in authors)
    return f'<inproceedings key="{key}">{names}<title>T.</title><year>2099</year>{more}</inproceedings>\n'


def known(*names: str, key: str = "homepages/1/1", more: str = "", kind: str = "") -> str:
    """A record of the people database."""
    authors = "".join(f"<author>{name}</author>" for name in names)
    return f'<www key="{key}"{kind}>{authors}<title>Home Page</title>{more}</www>\n'


def records(data: bytes) -> list[Record]:
    """What a file holds."""
    return list(named("dblp").read("x.xml", data))


def corpus(*texts: str) -> Corpus:
    """The corpus of a file without any finding."""
    found = records(dump(*texts))
    papers = [record for record in found if isinstance(record, Paper)]
    people = [record for record in found if isinstance(record, Person)]
    assert len(papers) + len(people) == len(found)
    return Corpus(papers, people)


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        pytest.param("x.xml", "<dblp/>", "dblp", id="the root alone"),
        pytest.param(
            "x.xml", f"<?xml version='1.0'?>\n{DOCTYPE}\n<!-- <article> -->\n<dblp>", "dblp", id="behind a prolog"
        ),
        pytest.param("x.xml", "<dblpsubmission>", "dblp", id="a submission"),
        pytest.param("x.xml", "<dblpperson name='A'>", "dblp", id="a person's page"),
        pytest.param("x.xml", "<result><dblp/></result>", None, id="another root"),
        pytest.param("x.xml", "<dblpx>", None, id="a longer name"),
        pytest.param("x.txt", "<dblp>", None, id="another ending"),
    ],
)
def test_recognises(path: str, text: str, expected: str | None) -> None:
    """The root says whether a file is dblp's."""
    found = loader_of(path, text.encode())
    assert (found.name if found else None) == expected


def test_a_publication() -> None:
    """What is read of a record, character entities and markup included."""
    papers, findings = papers_and_findings(named("dblp"), "dblp.xml", FIXTURE)
    assert findings == []
    assert [paper.id for paper in papers] == ["conf/inks/QuillT99", "conf/inks/2099", "journals/nibs/Quill98"]
    paper, volume, article = papers
    assert paper.title == "On Nibs in H2O & Inks."
    assert (paper.year, paper.pages, paper.doi, paper.venues) == (2099, "1-9", "10.5555/inks.1", ("INKS",))
    assert [authorship.name for authorship in paper.authorships] == [Name("Béla", "Quill"), Name("Ada", "van Töngeren")]
    assert [authorship.person_id for authorship in paper.authorships] == ["Béla Quill 0003", None]
    assert [authorship.orcid for authorship in paper.authorships] == ["0000-0002-1825-0097", None]
    assert (volume.is_front_matter, volume.volume_id, paper.volume_id) == (True, "conf/inks/2099", "conf/inks/2099")
    assert [str(authorship.name) for authorship in volume.editors] == ["Bela Quill", "Odo de'Nibbi"]
    assert (article.venues, article.authorships[1].name) == (("J. Nibs",), Name(None, "Mononym"))


def test_people() -> None:
    """The first name is the id, other names are names or ids; a record that leads to another is nobody."""
    first, second, nobody = (record for record in records(FIXTURE) if isinstance(record, Person))
    assert (first.id, first.other_ids) == ("Bela Quill 0001", ("Béla Quill 0003",))
    assert first.names == (Name("Bela", "Quill"), Name("Béla", "Quill"), Name("B. Q.", "Inks"))
    assert (first.orcid, first.comment) == ("0000-0002-1825-0097", "University of Inks, Quillport; Institute of Nibs")
    assert (first.matches_by_name, second.matches_by_name) == (True, False)
    assert [person.is_verified for person in (first, second, nobody)] == [True, True, False]


@pytest.mark.parametrize(
    ("people", "author", "expected"),
    [
        pytest.param((), "Wei Wang 0001", ("Wei Wang 0001", None), id="a number without a database"),
        pytest.param((), "Wei Wang", ("wei-wang/unverified", None), id="no number without a database"),
        pytest.param((known("Wei Wang 0001"),), "Wei Wang 0001", ("Wei Wang 0001", "Wei Wang 0001"), id="a number"),
        pytest.param(
            (known("Wei Wang 0001"),), "Wei Wang", ("wei-wang/unverified", None), id="who must say their number"
        ),
        pytest.param(
            (known("Wei Wang 0001", "W. Wang 0007"),),
            "W. Wang 0007",
            ("Wei Wang 0001", "Wei Wang 0001"),
            id="another name with a number",
        ),
        pytest.param(
            (known("Wei Wang 0001", "Willa Wang"),),
            "Willa Wang",
            ("Wei Wang 0001", "Wei Wang 0001"),
            id="another name without one",
        ),
        pytest.param(
            (known("Ada Quill", "A. Quill"),), "A. Quill", ("Ada Quill", "Ada Quill"), id="nobody has numbers"
        ),
        pytest.param(
            (known("Wei Wang", kind=' publtype="disambiguation"'),),
            "Wei Wang",
            ("wei-wang/unverified", None),
            id="anybody of the name",
        ),
    ],
)
def test_pages_of_names_with_and_without_numbers(
    people: tuple[str, ...], author: str, expected: tuple[str, str | None]
) -> None:
    """A number leads to the page of that number, whoever else has the name."""
    read = corpus(*people, by(author))
    ((page_id, page),) = read.pages.items()
    assert (page_id, page.person.id if page.person else None) == expected


def test_undefined_person() -> None:
    """A number that nobody has is found beside a people database, and never without one."""
    assert run(undefined_person, corpus(by("Wei Wang 0001", "Wei Wang 0002"))) == []
    people = known("Wei Wang 0001", "W. Wang 0007")
    assert run(undefined_person, corpus(people, by("Wei Wang 0001", "W. Wang 0007", "Wei Wang"))) == []
    (finding,) = run(undefined_person, corpus(people, by("Wei Wang 0002")))
    assert "Wei Wang 0002" in finding.message


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        pytest.param("Tom 12345", Name("Tom", "12345"), id="more digits than dblp gives"),
        pytest.param("Wei Wang 01", Name("Wei Wang", "01"), id="fewer digits"),
        pytest.param("0001", Name(None, "0001"), id="a number alone"),
    ],
)
def test_what_is_no_number_of_dblp(written: str, expected: Name) -> None:
    """A name is kept where it does not end in four digits behind a name."""
    (paper,) = corpus(by(written)).papers
    assert (paper.authorships[0].name, paper.authorships[0].person_id) == (expected, None)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "<masterthesis key='x'><author>A B</author></masterthesis>",
            "<masterthesis> is no record",
            id="a misspelt record",
        ),
        pytest.param(by("A B", " "), "author 2: no name", id="an author without a name"),
        pytest.param(by("A &nibble; B"), "&nibble;", id="a character that has no such name"),
        pytest.param(known("A &nibble; B"), "&nibble;", id="one of a person"),
    ],
)
def test_broken_records(text: str, told: str) -> None:
    """What cannot be read of one record is a finding with a place, and the next one is read."""
    data = dump(text, by("C D", key="conf/x/2"))
    papers, (finding,) = papers_and_findings(named("dblp"), "x.xml", data)
    assert finding.check == "broken-record"
    assert told in finding.message
    assert papers[-1].id == "conf/x/2"
    assert finding.location is not None
    assert named("dblp").locate(data, [finding.location])


SUBMISSION = """<dblpsubmission><proceedings><key>inks99</key><editor>Ada Nib</editor><title>Inks</title><year>2099</year>
<series><key>inks</key><title>Meeting on Inks</title></series>
<toc><publ><author>Bo Quill</author><title>One</title><doi>10.5555/1</doi></publ>
<publ><author>Ada Nib</author><title>Two{broken}</title></publ></toc></proceedings></dblpsubmission>"""


def test_a_submission() -> None:
    """The papers of proceedings have their year, and stand in them; what is broken ends the file where it stands."""
    papers, findings = papers_and_findings(named("dblp"), "x.xml", SUBMISSION.replace("{broken}", "").encode())
    assert findings == []
    assert [(paper.id, paper.volume_id, paper.year) for paper in papers] == [
        ("inks99#1", "inks99", 2099),
        ("inks99#2", "inks99", 2099),
        ("inks99", "inks99", 2099),
    ]
    papers, (finding,) = papers_and_findings(named("dblp"), "x.xml", SUBMISSION.replace("{broken}", " & ").encode())
    assert ([paper.id for paper in papers], finding.check) == (["inks99#1"], "broken-file")


def test_places() -> None:
    """Names, ORCIDs and fields have their own; an id that stands twice has its first one."""
    loader = named("dblp")
    key = "conf/inks/QuillT99"
    own = Location("dblp.xml", key, "author", 1)
    for field, text in (
        ("first", "B&eacute;la"),
        ("last", "Quill"),
        ("orcid", "0000-0002-1825-0097"),
        ("", '<author orcid="0000-0002-1825-0097">B&eacute;la Quill 0003</author>'),
    ):
        assert written_at(loader, FIXTURE, own._replace(field=field)) == text
    assert written_at(loader, FIXTURE, Location("dblp.xml", key, "author", 2, "last")) == "van T&ouml;ngeren"
    assert written_at(loader, FIXTURE, Location("dblp.xml", key, field="year")) == "2099"
    assert written_at(loader, FIXTURE, Location("dblp.xml", key, field="doi")) == "https://doi.org/10.5555/inks.1"
    person = Location("dblp.xml", "Bela Quill 0001", "names", 2)
    assert written_at(loader, FIXTURE, person) == "<author>B&eacute;la Quill 0003</author>"
    twice = dump(known("Bo Nib 0001", "Bo Nib 0002", "B. Nib"))
    assert written_at(loader, twice, Location("x.xml", "Bo Nib 0001", "names", 2, "last")) == "Nib"
    assert written_at(loader, twice, Location("x.xml", "Bo Nib 0001", "names", 2)) == "<author>B. Nib</author>"
    assert "homepages/99/1001" in written_at(loader, FIXTURE, Location("dblp.xml", "Bela Quill 0001"))
    assert written_at(loader, SUBMISSION.encode(), Location("x.xml", "inks99#2", "author", 1, "last")) == "Nib"
    without_keys = b"<dblp><article><author>A B</author></article><article><author>C D</author></article></dblp>"
    assert [record.id for record in loader.read("x.xml", without_keys) if not isinstance(record, Finding)] == [
        "x#1",
        "x#2",
    ]
    assert written_at(loader, without_keys, Location("x.xml", "x#2", "author", 1, "first")) == "C"


def test_raw_letters_of_latin_1(tmp_path: Path) -> None:
    """A letter that is written as one byte of the declared encoding is read, and has its place."""
    data = dump(by("Jo Tardón"))
    (paper,) = (record for record in records(data) if isinstance(record, Paper))
    assert paper.authorships[0].name == Name("Jo", "Tardón")
    place = paper.authorships[0].at("last")
    span = named("dblp").locate(data, [place._replace(path="x.xml")])[place._replace(path="x.xml")]
    assert data[span.start : span.end].decode("latin-1") == "Tardón"


def test_characters_without_the_dtd(tmp_path: Path) -> None:
    """What another file declares is never read."""
    (tmp_path / "dblp.dtd").write_text('<!ENTITY nib "secret"><!ENTITY ouml "secret">', encoding="utf-8")
    doctype = f'<!DOCTYPE dblp SYSTEM "{(tmp_path / "dblp.dtd").as_uri()}">'
    found = records(dump(by("A T&ouml;n"), by("B &nib;", key="conf/x/2"), doctype=doctype))
    assert [record.authorships[0].name.last for record in found if isinstance(record, Paper)] == ["Tön"]
    assert [record.check for record in found if isinstance(record, Finding)] == ["broken-record"]
    assert "secret" not in repr(found)
