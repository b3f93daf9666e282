"""control-character."""

import pytest

from bylint import Applicability
from bylint.testing import author, corpus, paper, run
from bylint_checks.control_character import control_character
from traditions import EVERYWHERE


@pytest.mark.parametrize(
    "record",
    [
        *(pytest.param(paper(*case.values), id=case.id) for case in EVERYWHERE),
        pytest.param(
            paper("Ada|Lovelace", title="On “Names” – and c’est\u202ftout"), id="quotes, dashes, narrow spaces"
        ),
        pytest.param(paper(abstract="One line.\nAnother.\r\nA third."), id="line ends"),
        pytest.param(paper(title="A\tB"), id="a tab"),
        pytest.param(paper("Núñez|王", title="اصطلاح\u200cنامه"), id="a Persian non-joiner"),
        pytest.param(paper(title="क\u094d\u200dष"), id="a joiner in Devanagari"),
        pytest.param(paper(title="👩\u200d💻 and ❤\ufe0f"), id="emoji of several signs"),
        pytest.param(paper(title="\u200fעברית (BERT)\u200e"), id="marks of direction beside Hebrew"),
        pytest.param(paper(title="\u2067عربي\u2069 text"), id="an isolate of Arabic"),
        pytest.param(paper(title="ភាសា\u200bខ្មែរ"), id="a break between Khmer words"),
        pytest.param(paper("Ọláyínká|Ẹ̀bùn"), id="Yoruba marks without a letter of their own"),
        pytest.param(paper("Paul|R\ufffdttger"), id="a letter that is lost from a name"),
        pytest.param(paper(title="x\xa0=\xa01"), id="spaces that do not break"),
    ],
)
def test_quiet(record):
    """What can be seen, or has its use where it stands, is left alone."""
    assert run(control_character, corpus(record)) == []


@pytest.mark.parametrize(
    ("record", "message", "field"),
    [
        pytest.param(
            paper(id="x", title="Grammaires de d\x8ependance"),
            "the title of x holds U+008E (a control character), “Grammaires de d[U+008E]pendance”",
            "title",
            id="a letter of another encoding",
        ),
        pytest.param(
            paper(id="x", abstract="enced the users\x92 reaction"),
            "the abstract of x holds U+0092 (a control character), “enced the users[U+0092] reaction”",
            "abstract",
            id="an apostrophe of another encoding",
        ),
        pytest.param(
            paper(id="x", abstract="re\xadsources"),
            "the abstract of x holds U+00AD (soft hyphen), “re[U+00AD]sources”",
            "abstract",
            id="a hyphen from the end of a line",
        ),
        pytest.param(
            paper(id="x", abstract="of BLEU score. \ufeff"),
            "the abstract of x holds U+FEFF (zero width no-break space), “of BLEU score. [U+FEFF]”",
            "abstract",
            id="a byte order mark",
        ),
        pytest.param(
            paper(id="x", abstract="a \U0010fc01nitestate"),
            "the abstract of x holds U+10FC01 (a sign of one font alone), “a [U+10FC01]nitestate”",
            "abstract",
            id="a ligature of a font",
        ),
        pytest.param(
            paper(id="x", abstract="Hampered.\rData"),
            "the abstract of x holds U+000D (a control character), “Hampered.[U+000D]Data”",
            "abstract",
            id="half of a line end",
        ),
        pytest.param(
            paper(id="x", title="A \u202eB"),
            "the title of x holds U+202E (right-to-left override), “A [U+202E]B”",
            "title",
            id="a mark of direction beside Latin",
        ),
        pytest.param(
            paper(id="x", title="A\u200bB"),
            "the title of x holds U+200B (zero width space), “A[U+200B]B”",
            "title",
            id="a break inside of a Latin word",
        ),
        pytest.param(
            paper(author("Ada|Li", affiliations=["MIT", "Universit\ufffdt Mannheim"]), id="x"),
            "the affiliation of x holds U+FFFD (a lost letter), “Universit[U+FFFD]t Mannheim”",
            "affiliations",
            id="a letter that is lost from an affiliation",
        ),
    ],
)
def test_found(record, message, field):
    """The character is found at its text, which is shown with the character's number."""
    (finding,) = run(control_character, corpus(record))
    assert finding.message == message
    assert finding.message.isprintable()
    assert (finding.location.record, finding.location.field) == ("x", field)
    assert finding.fix is None


@pytest.mark.parametrize(
    ("first", "mended"),
    [
        pytest.param("\u202aPere-Lluís", "Pere-Lluís", id="a mark of direction"),
        pytest.param("Ada\u200b", "Ada", id="a space of no width"),
        pytest.param("Kather\xadine", "Katherine", id="a soft hyphen"),
    ],
)
def test_names_are_mended(first, mended):
    """What means nothing in a name is taken out of it, safely, and then nothing is found."""
    (finding,) = run(control_character, corpus(paper(f"{first}|Huguet", id="x")))
    assert finding.message.startswith("the first name of x holds U+")
    assert [(change.location.field, change.old, change.new) for change in finding.fix.changes] == [
        ("first", first, mended)
    ]
    assert finding.fix.applicability is Applicability.SAFE
    assert run(control_character, corpus(paper(f"{mended}|Huguet"))) == []


@pytest.mark.parametrize(
    "record",
    [
        pytest.param(paper("J\x8er\x99me|Li"), id="letters of another encoding"),
        pytest.param(paper("\u202aAda|Li", title="A \x92 title"), id="a title that stays faulty"),
        pytest.param(paper("\u200b|Li"), id="nothing else in the name"),
    ],
)
def test_nothing_is_mended_by_halves(record):
    """There is no fix where a letter is lost, or where the finding would stay."""
    (finding,) = run(control_character, corpus(record))
    assert finding.fix is None


def test_one_finding_for_a_volume():
    """More than three records of a volume are one finding, and the first ones are shown."""
    many = [paper(id=f"y-{n}", volume_id="y", abstract=f"{n}\x92") for n in range(1, 8)]
    (finding,) = run(control_character, corpus(*many))
    assert finding.message == (
        "the abstract of y-1 holds U+0092 (a control character), “1[U+0092]”; 7 records of y hold such characters"
    )
    assert len(finding.papers) == 7
    assert finding.evidence[0].text.startswith("the abstract of y-2 holds")
