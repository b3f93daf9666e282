"""Markup of other formats, and tabs: what the loaders report of texts."""

import json

import pytest

from bylint import Finding
from bylint.loaders import Loader, anthology, jsonlines
from bylint.loaders._markup import BAD_MARKUP, TAB_IN_RECORD


def found(loader: Loader, data: str, check: str) -> list[Finding]:
    """What a loader reports under an id, each with a place that can be located."""
    records = loader.read("data/xml/x.xml", data.encode())
    findings = [record for record in records if isinstance(record, Finding) and record.check == check]
    for finding in findings:
        assert finding.location is not None
        assert loader.locate(data.encode(), [finding.location])
    return findings


def paper(title: str, abstract: str = "A.", booktitle: str = "Proceedings") -> str:
    """The XML of a volume with one paper."""
    return (
        f'<collection id="2020.x">\n<volume id="1"><meta><booktitle>{booktitle}</booktitle></meta>\n'
        f'<paper id="1"><title>{title}</title><abstract>{abstract}</abstract></paper></volume></collection>'
    )


def line(**fields: object) -> str:
    """A line of JSON."""
    return json.dumps({"id": "x-1", **fields})


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Deep <b>Bold</b> <i>and <fixed-case>BERT</fixed-case></i>", id="markup of the format"),
        pytest.param(r"A <tex-math>\mathcal{O}(n^3)</tex-math> Algorithm for <tex-math>$k$</tex-math>", id="formulas"),
        pytest.param("See <url>https://a.example/a\\_b</url>", id="an address"),
        pytest.param("#Turki$hTweets for $100 and US$ 200, at $GME and $AAPL", id="amounts and tickers"),
        pytest.param("This prompt is measuring &lt;mask&gt;", id="a mask"),
        pytest.param("La consonne &lt;r&gt;, &lt;a&gt; and &lt;i&gt; en pinyin", id="graphemes"),
        pytest.param("{bs,hr,sr}WaC, {SRC, MT} and R{j}ecnik.com", id="braces for sets"),
        pytest.param("Q&amp;A, R &amp; D", id="an ampersand"),
        pytest.param("a * b ** c, F**k", id="stars"),
        pytest.param("Filling the ___-s, 'so' and \"so\"", id="gaps and quotes"),
        pytest.param("", id="nothing"),
    ],
)
def test_quiet(text: str) -> None:
    """What means itself is left alone, in a title, an abstract and the title of a volume."""
    assert found(anthology.LOADER, paper(text, text, text), BAD_MARKUP.id) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(r"terms like \textit{probably, maybe}", r"“\textit{”", id="a command of LaTeX"),
        pytest.param(r"a system of {\em lexical smoothing}", r"“\em”", id="a command without braces"),
        pytest.param(r"more than 95\% precision", r"“\%”", id="an escape"),
        pytest.param(r"das W\"orterbuch", r"“\"”", id="an accent"),
        pytest.param("the $k$-nearest", "“$k$”", id="a formula between dollar signs"),
        pytest.param("the ``clean'' documents", "“``”", id="a quotation mark"),
        pytest.param("Legal Domain: {I}nsights", "“{I}”", id="a capital that is kept"),
        pytest.param("we introduce {pasted macro ‘OUR’}model", "“{pasted macro”", id="a lost macro"),
        pytest.param("**D**ocument **I**mage", "“**D**”", id="Markdown"),
        pytest.param("answers &lt;i&gt;Yes&lt;/i&gt; to", "“<i>Yes</i>”", id="HTML"),
        pytest.param("LEN&lt;sup&gt;p&lt;/sup&gt;", "“<sup>”", id="an HTML element that stands for nothing else"),
        pytest.param("Repair (R&amp;amp;G)", "“&amp;”", id="an entity of an entity"),
        pytest.param("a <em>new</em> way", "<em>, which is no markup", id="an element that is not known"),
        pytest.param("a <b>very <small>new</small></b> way", "<small>, which is no markup", id="one inside another"),
        pytest.param(r"<tex-math>k</tex-math> \%", r"“\%”", id="an escape after a formula"),
    ],
)
def test_found(text: str, told: str) -> None:
    """Markup of another format is found at the text that holds it."""
    of_abstract = found(anthology.LOADER, paper("T", text), BAD_MARKUP.id)
    assert [finding.message for finding in of_abstract] == [f"the abstract of 2020.x-1.1 holds {told}"]
    (of_title,) = found(anthology.LOADER, paper(text), BAD_MARKUP.id)
    (of_volume,) = found(anthology.LOADER, paper("T", booktitle=text), BAD_MARKUP.id)
    places = [
        (finding.location.record, finding.location.field) for finding in (of_title, of_volume) if finding.location
    ]
    assert places == [("2020.x-1.1", "title"), ("2020.x-1.0", "title")]


def test_json_lines() -> None:
    """In JSON Lines formulas between dollar signs are left alone, and the rest is found."""
    assert found(jsonlines.LOADER, line(title=r"The $\alpha_{i}$ of $k$ things", abstract="$100"), BAD_MARKUP.id) == []
    data = line(title=r"The $\alpha$ of \emph{things}", abstract="**A**")
    messages = [finding.message for finding in found(jsonlines.LOADER, data, BAD_MARKUP.id)]
    assert messages == [r"the title of x-1 holds “\emph{”", "the abstract of x-1 holds “**A**”"]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(paper("T"), id="no tab"),
        pytest.param(paper("T").replace("<paper", "\t\t<paper").replace("<abs", "\n\t<abs"), id="indentation"),
        pytest.param(paper("Two\n\t\tlines of <b>a</b>\n\ttitle"), id="indentation inside of a text"),
    ],
)
def test_tabs_that_indent(data: str) -> None:
    """A tab that only indents a line is left alone."""
    assert found(anthology.LOADER, data, TAB_IN_RECORD.id) == []


@pytest.mark.parametrize(
    ("title", "told"),
    [
        pytest.param("A\tB", "an element here", id="between words"),
        pytest.param("\tA", "an element here", id="before the first word"),
        pytest.param("A &#9; B", "an element here", id="as a reference"),
        pytest.param("A <b>B</b> C\tD", "an element here", id="after an element"),
        pytest.param("A\t<b>\tB</b>", "an element here and 1 more", id="twice"),
    ],
)
def test_tabs(title: str, told: str) -> None:
    """A tab in a text is found, once for a file, on its line."""
    (finding,) = found(anthology.LOADER, paper(title), TAB_IN_RECORD.id)
    assert finding.message == f"the text of {told} holds a tab"
    assert finding.location is not None
    assert finding.location.line == 3


def test_tabs_in_json_lines() -> None:
    """A tab in any text of a line is found; a command of LaTeX that begins with a t is none."""
    lines = [line(title=r"\textit{A}"), line(abstract="A\tB"), line(authors=[{"last": "A\\\tB"}]), '{"id":\t"x"}']
    (finding,) = found(jsonlines.LOADER, "\n".join(lines), TAB_IN_RECORD.id)
    assert finding.message == "the text of x-1 and 1 more holds a tab"
    assert found(jsonlines.LOADER, lines[0], TAB_IN_RECORD.id) == []
