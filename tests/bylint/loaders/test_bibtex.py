"""BibTeX: what is read, what is refused, and where things stand."""

import builtins
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bylint.finding import Finding
from bylint.loaders import bibtex
from bylint.loaders._bibtex_blocks import blocks
from bylint.loaders.bibtex import locate, read, recognises
from bylint.model import Location, Name, Paper

PATH = "x.bib"


def papers_of(text: str | bytes) -> list[Paper]:
    """The papers of a file in which nothing is wrong."""
    records = list(read(PATH, text.encode() if isinstance(text, str) else text))
    assert [record for record in records if not isinstance(record, Paper)] == []
    return [record for record in records if isinstance(record, Paper)]


def findings_of(text: str | bytes) -> list[Finding]:
    """What is wrong with a file, each with a place inside it."""
    data = text.encode() if isinstance(text, str) else text
    findings = [record for record in read(PATH, data) if isinstance(record, Finding)]
    for finding in findings:
        assert finding.check in {check.id for check in bibtex.LOADER.checks}
        assert len(finding.message) < 400
        assert finding.location is not None
        assert finding.location in locate(data, [finding.location])
    return findings


def shown(paper: Paper) -> list[str]:
    """The authors, then the editors, each as `First|Last`."""
    return [f"{one.name.first or ''}|{one.name.last}" for byline in paper.bylines for one in byline]


def at(text: str, place: Location, encoding: str = "utf-8") -> str:
    """What stands at a place."""
    data = text.encode(encoding)
    span = locate(data, [place])[place]
    return data[span.start : span.end].decode(encoding.removesuffix("16") + "16-le" if "16" in encoding else encoding)


ARTICLE = r"""% A comment with {a brace
@string{ ada = {Ada Quill} # "" }
@STRING(jir = "Journal of Invented Results")
@Article{quill2099,
  Author   = ada # " and Oak, " # {Bo},
  title    = {Of {{Nouns}} \& {\"U}bung: $a_{1}$},
  subtitle = "A Tale",
  journal  = jir, year = 2099, month = jan,
  doi = {10.9999/a\_b}, pages = {1--9}, abstract = {Long {\em ago}.},
  langid = {english},
  author+an:orcid = {2="0000-0002-1825-0097"},
}
"""


def test_an_article() -> None:
    """Fields are read as LaTeX prints them; parts and macros are put together."""
    (paper,) = papers_of(ARTICLE)
    assert paper._replace(authorships=()) == Paper(
        id="quill2099",
        title="Of Nouns & Übung: $a_{1}$: A Tale",
        year=2099,
        path=PATH,
        venues=("Journal of Invented Results",),
        abstract="Long ago.",
        doi="10.9999/a_b",
        pages="1–9",
        key="quill2099",
        language="english",
    )
    assert [(one.name, one.position, one.role, one.orcid) for one in paper.authorships] == [
        (Name("Ada", "Quill"), 1, "author", None),
        (Name("Bo", "Oak"), 2, "author", "0000-0002-1825-0097"),
    ]


def test_a_part_of_a_volume() -> None:
    """A cross-reference gives the editors, the title and the year of the volume, and not its authors."""
    volume, paper = papers_of(
        "@proceedings{p, editor={Ada Quill}, title={The Volume}, year=2098}\n"
        "@inproceedings{a, author={Bo Oak}, title={T}, crossref={P}}"
    )
    assert (volume.is_front_matter, volume.volume_id, volume.title) == (True, "p", "The Volume")
    assert (paper.is_front_matter, paper.volume_id, paper.title) == (False, "p", "T")
    assert (paper.venues, paper.year, shown(paper)) == (("The Volume",), 2098, ["Bo|Oak", "Ada|Quill"])
    assert shown(papers_of("@book{b, author={Ada Quill}}@inbook{a, crossref={b}}")[1]) == []


def test_data_of_others() -> None:
    """An `@xdata` entry is no paper, and gives what others lack: fields, or names in the place of a reference."""
    text = (
        "@xdata{x, xdata={y, loop}, author={Ada Quill and Bo Oak}}@xdata{y, year=2097}@xdata{loop, xdata={loop}}"
        "@book{a, xdata={x}}@book{b, author={Cy Elm and xdata=x-author-2}, editor={xdata=x-author}}"
        "@book{c, author={xdata=c-author and xdata=x-author-9 and xdata=none-author-1 and xdata=x-title}}"
    )
    a, b, c = papers_of(text)
    assert (shown(a), a.year) == (["Ada|Quill", "Bo|Oak"], 2097)
    assert shown(b) == ["Cy|Elm", "Bo|Oak", "Ada|Quill", "Bo|Oak"]
    assert shown(c) == []
    assert at(text, Location(PATH, "b", "author", 2)) == "Bo Oak"


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        pytest.param("@misc{k, year={2015-}}", 2015, id="an open year"),
        pytest.param("@misc{k, date={2099-01-02}}", 2099, id="a date"),
        pytest.param("@misc{k, date={forthcoming}, year=2099}", 2099, id="a date without a year"),
        pytest.param("@misc{k, year={in press}}", None, id="no year"),
        pytest.param("@misc{k, year={12345}}", None, id="a number that is no year"),
    ],
)
def test_years(entry: str, expected: int | None) -> None:
    """The year is the first number that may be one."""
    assert papers_of(entry)[0].year == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("@article(k, author = {Ada Quill})", id="parentheses"),
        pytest.param('@article{k, author = "Ada {Quill}"}', id="quotation marks"),
        pytest.param(
            "@article{k,\n author = {Ada Quill}, % who, else = {x}\n title = {T}\n}", id="comments, as biber has them"
        ),
        pytest.param("@article{k, author = {Ada Quill}, title =}", id="an empty field"),
        pytest.param("@article{k,\n%  author = {Bo Oak},\n author = {Ada Quill}}", id="a field that is commented out"),
        pytest.param("@comment{@article{x, author={X}}}@article{k, author = {Ada Quill}}", id="a comment block"),
        pytest.param("@preamble{{\\def\\x{y}}} @article {k , AUTHOR= {Ada\r\n  Quill} ,}", id="capitals and line ends"),
    ],
)
def test_spellings_of_bibtex(text: str) -> None:
    """Blocks are read in every form that programs write, and found again."""
    (paper,) = papers_of(text)
    assert (paper.id, shown(paper)) == ("k", ["Ada|Quill"])
    assert " ".join(at(text, paper.authorships[0].location).replace("{", "").replace("}", "").split()) == "Ada Quill"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_encodings(encoding: str, end: str) -> None:
    """A file is read in UTF-8 and UTF-16, with and without a mark, and its places are those of its bytes."""
    text = f"% ä𝔘{end}@book{{kä,{end} author = {{Ådå Qüill and Bo}}}}{end}"
    data = text.encode(encoding)
    (paper,) = papers_of(data)
    assert (paper.id, shown(paper)) == ("kä", ["Ådå|Qüill", "|Bo"])
    place = paper.authorships[0].at("last")
    span = locate(data, [place])[place]
    assert (span.line, span.column) == (3, 16)
    assert data[span.start : span.end] == "Qüill".encode("utf-16-le" if encoding == "utf-16" else "utf-8")


@pytest.mark.parametrize(
    ("head", "codec", "name"),
    [
        pytest.param("% Encoding: ISO8859_15", "iso8859-15", "Š", id="JabRef"),
        pytest.param("% -*- coding: latin-9-unix -*-", "iso8859-15", "Š", id="Emacs"),
        pytest.param("% Encoding: Cp1252", "cp1252", "Š", id="Windows"),
    ],
)
def test_declared_encodings(head: str, codec: str, name: str) -> None:
    """Bytes that are not UTF-8 are letters of the encoding that the file declares."""
    data = f"{head}\n@book{{k, author={{Ada {name}ky}}}}".encode(codec)
    (paper,) = papers_of(data)
    assert shown(paper) == [f"Ada|{name}ky"]
    place = paper.authorships[0].at("last")
    span = locate(data, [place])[place]
    assert data[span.start : span.end].decode(codec) == f"{name}ky"


@pytest.mark.parametrize("head", ["", "% Encoding: UTF-8\n", "% Encoding: Klingon\n"])
def test_undeclared_encoding(head: str) -> None:
    """Other bytes are read as Windows-1252, and the file is told to say what it is in."""
    data = f"{head}@book{{k, author={{Åda Öak}}}}".encode("cp1252")
    (finding,) = findings_of(data)
    assert finding.check == "undeclared-encoding"
    assert finding.message == "a byte and 1 more that is not UTF-8 was read as “Å”"
    (paper,) = (record for record in read(PATH, data) if isinstance(record, Paper))
    assert shown(paper) == ["Åda|Öak"]


@pytest.mark.parametrize(
    ("text", "check", "line", "message"),
    [
        pytest.param("plain text", "broken-file", 1, "there is no block in it", id="no BibTeX"),
        pytest.param("@a{x, t={1}}\n@b{y, t={\n@c{z}", "broken-entry", 2, "“@b{y, t={” does not parse", id="a brace open"),
        pytest.param("@a{x\n t = {1}}", "broken-entry", 1, "Expected comma after entry key", id="no comma"),
        pytest.param("@a{x, t={1}", "broken-entry", 1, "end of file", id="a file cut off"),
        pytest.param("@a{,\n year=1}\n@b{y}\n@c{, year=2}", "missing-key", 1, "2 entries have no key", id="no keys"),
        pytest.param("@a{, year=1}", "missing-key", 1, "an entry has no key", id="no key"),
        pytest.param("@a(x,\n t={Thi\\{'e}\n)", "unbalanced-brace", 2, "the brace of “\\{'e}", id="a brace behind a slash"),
        pytest.param("@a{x,\n year=1,\n YEAR=2}", "repeated-field", 3, "x has the field “year” twice", id="a field twice"),
        pytest.param(
            "@a{x, author = oak}\n@a{y, author = elm # { and } # OAK}", "undefined-macro", 1,
            "names of x and 1 more are the macro “oak”", id="a macro",
        ),
        pytest.param("@a{x, author = {A B and\n}}", "unparsed-name-list", 1, "x: the list ends with “and”", id="an end"),
        pytest.param("@a{x, author = {A B\n and and C D}}", "unparsed-name-list", 2, "“and” stands twice", id="twice"),
        pytest.param(
            "@a{x, editor = {Q, A and\nM, S nd O, G}}", "unparsed-name-list", 2,
            "“M, S nd O, G” is no name: “S nd O” stands where", id="nd",
        ),
    ],
)  # fmt: skip
def test_findings(text: str, check: str, line: int, message: str) -> None:
    """What is wrong with a file is told with its place."""
    finding = findings_of(text)[0]
    assert (finding.check, message in finding.message) == (check, True), finding.message
    assert finding.location is not None
    assert locate(text.encode(), [finding.location])[finding.location].line == line


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="an empty file"),
        pytest.param("% only a comment\n", id="a comment"),
        pytest.param("@string{a = {b}}", id="macros for other files"),
        pytest.param("@a{x, journal = unknown, month = jan}", id="a macro that is no name"),
        pytest.param("@a{x, note={1}, note={2}}", id="a field twice that nobody reads"),
        pytest.param("@a{x, note={\\{1, 2\\}}}", id="braces behind backslashes that match"),
        pytest.param("@set{x, entryset={a,b}}", id="a set"),
    ],
)
def test_nothing_is_wrong(text: str) -> None:
    """What is right, or nobody's business here, is not told."""
    assert findings_of(text) == []


def test_ids_are_the_keys() -> None:
    """The second entry of a key has a number behind it; one without a key has the file's name and its number in it."""
    data = b"@a{x}@b{x}@c{,year=1}@d{,year=2}"
    records = [record for record in read(PATH, data) if isinstance(record, Paper)]
    assert [record.id for record in records] == ["x", "x #2", "x#3", "x#4"]
    spans = locate(data, [record.location for record in records])
    assert [data[span.start : span.end] for span in spans.values()] == [b"@a{x", b"@b{x", b"@c{", b"@d{"]


ENTRY = r"""@book{quill,
  author = {{\"O}zg{\"u}r, Ada {Bo} and {Oak Society} and Mausam and family=Elm, given=Cy},
  title  = "T",
  date   = {2099},
}"""


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (Location(PATH, "quill"), "@book{quill"),
        (Location(PATH, "quill", field="title"), '"T"'),
        (Location(PATH, "quill", field="year"), "{2099}"),
        (Location(PATH, "quill", field="doi"), "@book{quill"),
        (Location(PATH, "quill", "author", 1), r"{\"O}zg{\"u}r, Ada {Bo}"),
        (Location(PATH, "quill", "author", 1, "last"), r"{\"O}zg{\"u}r"),
        (Location(PATH, "quill", "author", 1, "first"), "Ada {Bo"),
        (Location(PATH, "quill", "author", 1, "orcid"), r"{\"O}zg{\"u}r, Ada {Bo}"),
        (Location(PATH, "quill", "author", 2), "{Oak Society}"),
        (Location(PATH, "quill", "author", 2, "last"), "Oak Society"),
        (Location(PATH, "quill", "author", 3, "first"), "Mausam"),
        (Location(PATH, "quill", "author", 4), "family=Elm, given=Cy"),
        (Location(PATH, "quill", "author", 4, "first"), "Cy"),
        (Location(PATH, "quill", "editor", 1), "@book{quill"),
    ],
)
def test_places(place: Location, expected: str) -> None:
    """A place is what is written, or the nearest thing around it."""
    assert at(ENTRY, place) == expected


def test_places_of_what_others_say() -> None:
    """What a volume or a macro says of a paper stands there, or where the macro is named."""
    text = "@string{me = {Ada Quill}}@book{b, author=me, crossref={v}}@book{v, editor={Bo Oak}, year=2099}"
    assert at(text, Location(PATH, "b", "author", 1)) == "me"
    assert at(text, Location(PATH, "b", "editor", 1)) == "Bo Oak"
    assert at(text, Location(PATH, "b", field="year")) == "2099"
    assert locate(text.encode(), [Location(PATH, "other")]) == {}


def test_literal_names() -> None:
    """A name in braces is marked as one whole."""
    (paper,) = papers_of("@a{x, author={{Oak Society} and Ada Quill}}")
    assert [one.is_literal for one in paper.authorships] == [True, False]


@pytest.mark.parametrize(
    ("path", "head", "expected"),
    [
        ("a.bib", b"@article{", True),
        ("a.bibtex", b"% x", True),
        ("a.bib", b"", True),
        ("a.bib", "@book{".encode("utf-16-le"), True),
        ("a.bib", b"<html>", False),
        ("a.txt", b"@article{", False),
    ],
)
def test_recognises_by_name_and_content(path: str, head: bytes, expected: bool) -> None:
    """A file is of the format if its name says so and its beginning does not speak against it."""
    assert recognises(path, head) is expected


def test_without_bibtexparser(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the library is not installed, the file says what to install, and nothing raises."""
    genuine = builtins.__import__

    def refused(name: str, *args: object, **kwargs: object) -> object:
        if name.startswith("bibtexparser"):
            raise ImportError(name)
        return genuine(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", refused)
    (finding,) = findings_of("@a{x}")
    assert finding.check == "broken-file"
    assert "install bylint[bibtex]" in finding.message
    assert locate(b"@a{x}", [Location(PATH, "x")]) == {}


def test_a_list_of_a_megabyte() -> None:
    """A field that lacks its brace is no list of names."""
    text = "@a{x, author = {" + "A B and " * 150_000 + "C D}}"
    (finding,) = findings_of(text)
    assert "letters are no list of names" in finding.message


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("@a{x, title={" + "{" * 30_000 + "}" * 30_000 + "}}", id="deep braces"),
        pytest.param("@a{x, title={" + "\\" * 50_000 + "}}", id="backslashes"),
        pytest.param("@a{x," * 5_000, id="openings"),
        pytest.param("@a{x, author = " + "a # " * 20_000 + "a}", id="macros"),
        pytest.param("@string{a = b # b}@string{b = a # a}@x{y, author = a}", id="macros that name each other"),
        pytest.param(
            "@string{m0 = {A B}}"
            + "".join(f"@string{{m{n + 1} = {' # '.join([f'm{n}'] * 20)}}}" for n in range(20))
            + "@x{y, author = m20, title = m20}",
            id="macros that grow",
        ),
        pytest.param("".join(f"@string{{m{n} = m{n + 1}}}" for n in range(900)) + "@x{y, author = m0}", id="a chain"),
        pytest.param(
            "".join(f"@xdata{{x{n}, xdata={{{', '.join([f'x{n + 1}'] * 20)}}}}}" for n in range(300))
            + "@a{y, xdata={x0}}",
            id="data of data",
        ),
        pytest.param(
            "".join(
                f"@xdata{{x{n}, author={{A B and {' and '.join([f'xdata=x{n + 1}-author'] * 20)}}}}}"
                for n in range(300)
            )
            + "@a{y, author={xdata=x0-author}}",
            id="references to references",
        ),
        pytest.param("@a{x, author={" + "$" * 30_001 + "}}", id="dollar signs"),
        pytest.param("@a{x, author={" + "A, " * 10_000 + "}}", id="commas"),
        pytest.param("@a{x, author={" + "'" * 30_000 + "}}", id="quotation marks"),
        pytest.param("@a{x, author={" + "a=" * 30_000 + "}}", id="equals signs"),
        pytest.param("@a{x, title={" + " " * 100_000 + "x y}}", id="spaces"),
    ],
)
def test_hostile_files_end(text: str) -> None:
    """What was made to take for ever comes to an end, and something is said of it."""
    records = list(read(PATH, text.encode()))
    assert records
    locate(text.encode(), [record.location for record in records if record.location])


SOUP = st.lists(
    st.sampled_from(
        ["@article{", "@string(", "@xdata{", "k", ",", " author = ", "title=", "crossref=", "xdata=", "{", "}", '"', "#",
         "and", " ", "\n", "%", "\\", "\\'", "e", "Ada Quill", "Oak, Bo", "family=Elm", "k-author-1", ")", "é", "$", "="]
    ),
    max_size=60,
)  # fmt: skip


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=SOUP.map("".join).map(str.encode) | st.binary(max_size=200), encoding=st.sampled_from(["", "utf-16"]))
def test_any_bytes(data: bytes, encoding: str) -> None:
    """Nothing that a file holds raises, and every place that is given lies inside of it."""
    if encoding:
        data = data.decode("latin-1").encode(encoding)
    records = list(read(PATH, data))
    places = [record.location for record in records if record.location is not None]
    papers = [record for record in records if isinstance(record, Paper)]
    places += [
        one.at(field) for paper in papers for byline in paper.bylines for one in byline for field in ("", "first")
    ]
    spans = locate(data, places)
    assert set(spans) == set(places)
    assert all(0 <= span.start <= span.end <= len(data) for span in spans.values())


def test_fixture() -> None:
    """The small file of the format is read as it says, down to its one slip."""
    data = (Path(__file__).parents[3] / "fixtures" / "formats" / "bibtex.bib").read_bytes()
    papers = [record for record in read(PATH, data) if isinstance(record, Paper)]
    assert {paper.id: shown(paper) for paper in papers} == {
        "conf2099": ["Oda|Mirelle", "Jean-Paul|Cyr"],
        "tongeren2099": ["Ada|van Tongeren", "Bo|Münzel Jr.", "Oda|Mirelle", "Jean-Paul|Cyr"],
        "munzel2098": ["Bo|Münzel Jr.", "|Finn Oakley"],
        "oakley2097": ["Finn|Oakley", "Cy|Quill Ada nd Elm"],
    }
    assert [paper.venues for paper in papers[1:3]] == [
        ("Proceedings of the Invented Conference",),
        ("Journal of Invented Results",),
    ]
    assert [finding.check for finding in findings_of(data)] == ["unparsed-name-list"]


def test_blocks_of_the_last_file_are_at_hand() -> None:
    """A file is parted once, to be read and to be looked up in; of a large one nothing is kept."""
    data = b"@misc{a, title = {T}}"
    assert blocks(data) is blocks(data)
    assert blocks(b"@misc{b, title = {U}}").entries[0].key == "b"
    large = data + b" " * (1 << 20)
    assert blocks(large) is not blocks(large)
    assert blocks(large).entries == blocks(data).entries
