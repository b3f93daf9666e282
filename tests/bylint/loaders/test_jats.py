"""JATS: who is in the byline and who is not, what stands beside a name, and what is refused."""

import builtins
from io import StringIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles import PATH, Format, shown
from bylint import Location, Name, Variant
from forms import FIXTURES, loader_of

JATS = Format("jats")
FIXTURE = (FIXTURES / "jats.xml").read_bytes()
OAK = "<name><surname>Oak</surname><given-names>Ada</given-names></name>"
ELM = "<name><surname>Elm</surname><given-names>Bo</given-names></name>"


def article(group: str = "", *, meta: str = "", front: str = "", doctype: str = "") -> str:
    """An article with one group of contributors."""
    return (
        f"{doctype}<article><front>{front}<article-meta><article-id pub-id-type='doi'>10.1/a</article-id>"
        f"<contrib-group>{group}</contrib-group>{meta}</article-meta></front></article>"
    )


def contrib(inside: str, kind: str = "author") -> str:
    """One contributor."""
    return f'<contrib contrib-type="{kind}">{inside}</contrib>' if kind else f"<contrib>{inside}</contrib>"


def test_the_fixture() -> None:
    """Everything that is read of an article."""
    paper = JATS.paper(FIXTURE)
    assert (paper.id, paper.title) == ("10.9999/jir.7", "Of Quercus and Elms: A Survey")
    assert (paper.year, paper.pages, paper.language) == (2098, "1-9", "en")
    assert (paper.doi, paper.venues) == ("10.9999/jir.7", ("Journal of Invented Results",))
    assert paper.abstract == "Aim To count. Done."
    assert shown(paper.authorships) == [
        "Ada M.|Quill Jr",
        "Lin|Wang",
        "Bo|van der Ash",
        "|The Acorn Collaboration",
        "Cy|Lönné",
    ]
    assert shown(paper.editors) == ["Dee|Elm"]
    assert [one.affiliations for one in paper.authorships] == [
        ("University of Oakdale, Nowhere", "Acorn Laboratory"),
        ("Institute of Elms, Oakdale",),
        (),
        (),
        ("Acorn Laboratory",),
    ]
    assert paper.authorships[0].orcid == "https://orcid.org/0000-0002-1825-0097"
    assert paper.authorships[1].variants == (Variant("zh", Name("林", "王")),)
    assert [one.position for one in paper.authorships if one.is_literal] == [4]


@pytest.mark.parametrize(
    ("group", "expected"),
    [
        pytest.param(contrib(OAK, "author non-byline") + contrib(ELM), ["Bo|Elm"], id="one who is not in the byline"),
        pytest.param(contrib(OAK, "reviewer") + contrib(ELM), ["Bo|Elm"], id="a reviewer"),
        pytest.param(contrib(OAK, "illustrator") + contrib(ELM), ["Bo|Elm"], id="another kind"),
        pytest.param(contrib(OAK, "") + contrib(ELM, ""), ["Ada|Oak", "Bo|Elm"], id="no kind"),
        pytest.param(contrib(OAK, "person"), ["Ada|Oak"], id="a kind that says nothing"),
        pytest.param(contrib(OAK, "corresponding-author"), ["Ada|Oak"], id="a kind of author"),
        pytest.param(contrib("<anonymous/>") + contrib(ELM), ["Bo|Elm"], id="nobody"),
        pytest.param(f"<on-behalf-of>All</on-behalf-of>{contrib(ELM)}", ["Bo|Elm"], id="on behalf of others"),
        pytest.param(contrib(f"{ELM}<collab>for the Oaks</collab>"), ["Bo|Elm"], id="a person with a body beside"),
        pytest.param(contrib(f"{ELM}<bio><p>{OAK}</p></bio>"), ["Bo|Elm"], id="a name in a biography"),
        pytest.param(
            contrib(f"<collab>Oaks<contrib-group>{contrib(OAK, '')}</contrib-group></collab>"),
            ["|Oaks"],
            id="members whom nobody calls authors",
        ),
        pytest.param(
            contrib(f"<collab>Oaks<contrib-group>{contrib(OAK)}</contrib-group></collab>", "collab"),
            ["|Oaks", "Ada|Oak"],
            id="members who are called authors",
        ),
        pytest.param(
            contrib(f"<collab>Oaks<contrib-group>{contrib(OAK, 'author non-byline')}</contrib-group></collab>"),
            ["|Oaks"],
            id="members who are said not to be in the byline",
        ),
    ],
)
def test_who_is_an_author(group: str, expected: list[str]) -> None:
    """The byline holds whom the record calls an author, in its order."""
    assert shown(JATS.paper(article(group)).authorships) == expected


@pytest.mark.parametrize(
    ("group", "expected"),
    [
        pytest.param(contrib(OAK, "editor"), ["Ada|Oak"], id="an editor"),
        pytest.param(contrib(OAK, "senior_editor"), ["Ada|Oak"], id="a kind of editor"),
        pytest.param(contrib(f"{OAK}<role>Academic Editor</role>", ""), ["Ada|Oak"], id="by the role"),
        pytest.param(contrib(f"{OAK}<role>Editor</role>"), [], id="an author who also edits"),
    ],
)
def test_who_is_an_editor(group: str, expected: list[str]) -> None:
    """Editors stand among the contributors or in a group of their own."""
    assert shown(JATS.paper(article(group)).editors) == expected
    in_a_group = f'</contrib-group><contrib-group content-type="editors">{contrib(ELM, "")}'
    assert shown(JATS.paper(article(group + in_a_group)).editors) == [*expected, "Bo|Elm"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("<name><surname>Mausam</surname></name>", "|Mausam", id="a mononym"),
        pytest.param("<name><given-names>Mausam</given-names></name>", "|Mausam", id="given names alone"),
        pytest.param("<name><surname> Oak </surname><given-names>A </given-names></name>", "A | Oak ", id="spaces"),
        pytest.param("<name><surname>\n  Van\n  Oak\n</surname></name>", "|Van Oak", id="laid out on lines"),
        pytest.param("<name><surname>O<xref rid='a'>1</xref>ak</surname></name>", "|Oak", id="the mark of a note"),
        pytest.param("<name><surname>Gogh</surname><prefix>van</prefix></name>", "|van Gogh", id="a particle"),
        pytest.param("<name><surname>Oak</surname><prefix>Prof.</prefix></name>", "|Oak", id="a title"),
        pytest.param("<name><surname>Oak</surname><suffix>III</suffix></name>", "|Oak III", id="a suffix"),
        pytest.param("<string-name>Ada van Oak</string-name>", "Ada|van Oak", id="one text"),
        pytest.param(
            "<string-name><surname>Oak</surname>, <given-names>Ada</given-names></string-name>",
            "Ada|Oak",
            id="a text with parts",
        ),
        pytest.param(
            "<name-alternatives><string-name>A. Oak</string-name><name><surname>Oak</surname></name></name-alternatives>",
            "|Oak",
            id="a form in parts before one in one text",
        ),
        pytest.param(
            "<name-alternatives><name><surname>王</surname></name></name-alternatives>", "|王", id="no Latin form"
        ),
        pytest.param("<collab-name>The Oaks</collab-name>", "|The Oaks", id="a body in the newest version"),
        pytest.param(
            "<collab-alternatives><collab>橡树</collab><collab>Oaks</collab></collab-alternatives>",
            "|Oaks",
            id="a body in two languages",
        ),
        pytest.param("<name><surname>&Ouml;k&amp;</surname></name>", "|Ök&", id="a letter by its name"),
    ],
)
def test_names(name: str, expected: str) -> None:
    """A name is what its parts say."""
    doctype = '<!DOCTYPE article SYSTEM "x.dtd">'
    assert shown(JATS.paper(article(contrib(name), doctype=doctype)).authorships) == [expected]


@pytest.mark.parametrize(
    ("beside", "meta", "expected"),
    [
        pytest.param("", "<aff id='a'>One</aff>", (), id="none that is referred to"),
        pytest.param("<xref ref-type='aff' rid='a b'/>", "<aff id='a'>One</aff><aff id='b'>Two</aff>", ("One", "Two")),
        pytest.param("<xref rid='a'/><xref rid='a'/>", "<aff id='a'>One</aff>", ("One",), id="twice the same"),
        pytest.param("<xref rid='none'/><aff>Two</aff>", "", ("Two",), id="one that is missing, and one inside"),
        pytest.param("<aff><xref rid='a'/></aff>", "<aff id='a'>One</aff>", ("One",), id="a reference inside one"),
        pytest.param(
            "<xref rid='a'/>", "<aff id='a'><sup>1</sup>One <sup>x</sup></aff>", ("One x",), id="a mark before"
        ),
        pytest.param(
            "<xref rid='a'/>",
            "<aff id='a'><label>1</label><institution>I</institution>\n<country>C</country><email>x@y</email></aff>",
            ("I, C",),
            id="parts that nothing parts",
        ),
        pytest.param(
            "<xref rid='a'/>",
            "<aff id='a'>\n<label>1</label>\n<addr-line><institution>I</institution>, <city>C</city> <code>7</code>"
            "<country>D</country></addr-line>\n</aff>",
            ("I, C 7, D",),
            id="parts in a line",
        ),
    ],
)
def test_affiliations(beside: str, meta: str, expected: tuple[str, ...]) -> None:
    """An author has the affiliations that the record gives them."""
    (author,) = JATS.paper(article(contrib(OAK + beside), meta=meta)).authorships
    assert author.affiliations == expected


def test_the_affiliation_of_a_group() -> None:
    """What stands in a group of which nobody refers to any is everybody's."""
    both = contrib(OAK) + contrib(ELM) + "<aff>One</aff>"
    assert [one.affiliations for one in JATS.paper(article(both)).authorships] == [("One",), ("One",)]
    one = contrib(OAK + "<xref rid='a'/>") + contrib(ELM) + "<aff id='a'>One</aff>"
    assert [one.affiliations for one in JATS.paper(article(one)).authorships] == [("One",), ()]


@pytest.mark.parametrize(
    ("beside", "expected"),
    [
        pytest.param("<contrib-id contrib-id-type='ORCID'> 0000-0002 </contrib-id>", "0000-0002", id="as written"),
        pytest.param("<contrib-id>http://orcid.org/0000</contrib-id>", "http://orcid.org/0000", id="of no kind"),
        pytest.param("<contrib-id contrib-id-type='scopus'>7</contrib-id>", None, id="another id"),
        pytest.param("<contrib-id contrib-id-type='orcid'/>", None, id="an empty one"),
        pytest.param("<uri>https://orcid.org/0000</uri>", "https://orcid.org/0000", id="an address"),
    ],
)
def test_orcids(beside: str, expected: str | None) -> None:
    """An ORCID is read as it is written, wherever it is."""
    assert JATS.paper(article(contrib(OAK + beside))).authorships[0].orcid == expected


@pytest.mark.parametrize(
    ("meta", "year"),
    [
        pytest.param("<pub-date pub-type='pmc-release'><year>1999</year></pub-date>", None, id="a release alone"),
        pytest.param("<pub-date><year>n.d.</year></pub-date>", None, id="no year"),
        pytest.param(
            "<pub-date><year>2001</year></pub-date><pub-date pub-type='epub'><year>2000</year></pub-date>",
            2000,
            id="two",
        ),
        pytest.param("<history><date><year>1999</year></date></history>", None, id="when it was received"),
    ],
)
def test_years(meta: str, year: int | None) -> None:
    """The year is the earliest in which the article came out."""
    assert JATS.paper(article(meta=meta)).year == year


@pytest.mark.parametrize(
    ("meta", "abstract"),
    [
        pytest.param("<abstract abstract-type='graphical'><p>x</p></abstract>", None, id="a picture"),
        pytest.param("<abstract abstract-type='summary'><p>x</p></abstract>", "x", id="another kind"),
        pytest.param("<abstract><title>Summary</title><p>Summary of x.</p></abstract>", "Summary of x.", id="heading"),
        pytest.param("<abstract><p>a<italic>b</italic> c</p>\n<p>d</p></abstract>", "ab c d", id="markup"),
        pytest.param("<trans-abstract><p>x</p></trans-abstract>", None, id="a translation"),
    ],
)
def test_abstracts(meta: str, abstract: str | None) -> None:
    """The abstract is the one that says what the article is about."""
    assert JATS.paper(article(meta=meta)).abstract == abstract


@pytest.mark.parametrize(
    ("ids", "expected"),
    [
        ("<article-id pub-id-type='pmid'>7</article-id>", "pmid:7"),
        ("<article-id pub-id-type='pmc'>7</article-id><article-id pub-id-type='pmid'>8</article-id>", "PMC7"),
        ("<article-id pub-id-type='pmc'>PMC7</article-id>", "PMC7"),
        ("<article-id pub-id-type='publisher-id'>J-7</article-id>", "J-7"),
        ("<article-id pub-id-type='doi'>https://doi.org/10.1/B</article-id>", "10.1/B"),
        ("<article-id/>", "x#1"),
    ],
)
def test_ids(ids: str, expected: str) -> None:
    """An article is called by the first id that it has."""
    text = f"<article><front><article-meta>{ids}</article-meta></front></article>"
    assert JATS.paper(text).id == expected


def test_a_formula_is_read_once() -> None:
    """Of a formula in two forms, the one that readers see counts."""
    formula = (
        "<inline-formula><alternatives><tex-math>$x$</tex-math><math><mi>x</mi></math></alternatives></inline-formula>"
    )
    assert (
        JATS.paper(article(meta=f"<title-group><article-title>Of {formula}</article-title></title-group>")).title
        == "Of x"
    )
    assert JATS.paper(article(meta=f"<abstract><p>Of {formula}.</p></abstract>")).abstract == "Of x."


def test_several_articles() -> None:
    """An answer may hold several articles; they may be in a namespace, or have a prefix."""
    one = article(contrib(OAK))
    two = one.replace("10.1/a", "10.1/b").replace(
        "<article>", '<article xmlns="https://jats.nlm.nih.gov/ns/archiving/1.3/">'
    )
    text = f"<pmc-articleset>{one}{two}</pmc-articleset>"
    assert [(paper.id, shown(paper.authorships)) for paper in JATS.papers(text)] == [
        ("10.1/a", ["Ada|Oak"]),
        ("10.1/b", ["Ada|Oak"]),
    ]
    assert JATS.at(text, Location(PATH, "10.1/b", "author", 1, "last")) == "Oak"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(article(), "jats", id="an article"),
        pytest.param(
            article(doctype="<?xml version='1.0'?>\n<!-- a <b> --><!DOCTYPE article>\n"), "jats", id="a prolog"
        ),
        pytest.param("<article xmlns='http://docbook.org/ns/docbook'><title>T</title></article>", None, id="DocBook"),
        pytest.param('<collection id="2099.x"><!-- <article><front> --></collection>', "anthology", id="the Anthology"),
        pytest.param("<OAI-PMH><record><arXiv>arXiv</arXiv></record></OAI-PMH>", "arxiv-oai", id="another answer"),
        pytest.param(
            '<OAI-PMH><record><article xmlns="https://jats.nlm.nih.gov/x">arXiv</article></record></OAI-PMH>',
            "jats",
            id="an answer with articles",
        ),
        pytest.param("<html><article><front/></article></html>", None, id="another root"),
    ],
)
def test_recognised_by_what_it_is(text: str, expected: str | None) -> None:
    """What a file is called does not say what it holds."""
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        found = loader_of("x.xml", text.encode(encoding))
        assert (found and found.name) == expected
    found = loader_of("x.nxml", text.encode())
    assert (found and found.name) == ("jats" if expected == "jats" else None)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(article()[:-9], "not well-formed XML", id="cut"),
        pytest.param(" ", "the file is empty", id="empty"),
        pytest.param("<html/>", "the root element is <html>", id="another root"),
        pytest.param(article().encode("utf-8").replace(b"10.1/a", b"\xff"), "not well-formed XML", id="no UTF-8"),
        pytest.param(
            '<?xml version="1.0" encoding="ISO-8859-1"?>' + article(), "declared to be in 'iso-8859-1'", id="encoding"
        ),
        pytest.param("<article>" + "<a>" * 300 + "</a>" * 300 + "</article>", "not well-formed XML", id="deep"),
        pytest.param(article(contrib("&none;"), doctype="<!DOCTYPE article SYSTEM 'x'>"), "&none;", id="an entity"),
        pytest.param(
            article(contrib("&eacute;")), "not well-formed XML", id="a letter by a name that nothing declares"
        ),
        pytest.param(
            article(contrib("&a;"), doctype='<!DOCTYPE article [<!ENTITY a "b"><!ENTITY c "&a;&a;">]>'),
            "a document type declaration that declares anything itself",
            id="a bomb",
        ),
        pytest.param(
            article(contrib("&a;"), doctype='<!DOCTYPE article [<!ENTITY a SYSTEM "file:///etc/passwd">]>'),
            "a document type declaration that declares anything itself",
            id="another file",
        ),
        pytest.param(
            article(doctype='<!DOCTYPE article SYSTEM "x" [<!ENTITY % a SYSTEM "http://localhost/x"> %a;]>'),
            "a document type declaration that declares anything itself",
            id="a part of the type elsewhere",
        ),
    ],
)
def test_broken_files(text: str | bytes, told: str) -> None:
    """What cannot be read is one finding."""
    (finding,) = JATS.findings(text)
    assert finding.check == "broken-file"
    assert told in finding.message


def test_letters_by_their_names() -> None:
    """Characters may have the names of HTML wherever there is text, where a document type is named."""
    title = "<title-group><article-title>&Oacute;a&ouml;<b>&eacute;</b>&lt;&ccedil;&#233; <b/>&auml;</article-title></title-group>"
    assert JATS.paper(article(meta=title, doctype="<!DOCTYPE article SYSTEM 'x'>")).title == "Óaöé<çé ä"


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    """A document type is named and not read."""

    def opened(*_: object, **__: object) -> StringIO:
        raise AssertionError

    data = article(contrib(OAK), doctype='<!DOCTYPE article PUBLIC "-//NLM//DTD" "file:///etc/passwd">')
    JATS.papers(data)
    monkeypatch.setattr(builtins, "open", opened)
    monkeypatch.setattr("socket.socket", opened)
    assert shown(JATS.paper(data).authorships) == ["Ada|Oak"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("<article><body/></article>", "an article has no <article-meta>", id="no front matter"),
        pytest.param(article(contrib("<role>x</role>")), "10.1/a: author 1: no name", id="no name"),
        pytest.param(article(contrib("<name><prefix>Dr</prefix></name>")), "10.1/a: author 1: no name", id="a title"),
        pytest.param(article(contrib(OAK + ELM)), "author Ada Oak has 2 names", id="two people in one"),
    ],
)
def test_broken_records(text: str, told: str) -> None:
    """What is left out is told."""
    (finding,) = JATS.findings(text)
    assert finding.check == "broken-record"
    assert told in finding.message


def test_markup_of_other_formats() -> None:
    """The markup of JATS is none in a title; that of LaTeX is told."""
    title = "<title-group><article-title>{}</article-title></title-group>"
    assert JATS.findings(article(meta=title.format("H<sub>2</sub>O"))) == []
    (finding,) = JATS.findings(article(meta=title.format(r"\textit{H}2O")))
    assert finding.check == "bad-markup"


@given(data=st.binary(max_size=80), cut=st.integers(0, len(FIXTURE)), rest=st.integers(0, 40))
@settings(max_examples=150, deadline=None)
def test_any_bytes_are_answered(data: bytes, cut: int, rest: int) -> None:
    """No bytes raise, and every finding has a place."""
    JATS.findings(FIXTURE[:cut] + data + FIXTURE[cut + rest :])
    JATS.findings(data)
