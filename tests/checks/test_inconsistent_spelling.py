"""inconsistent-spelling."""

import pytest

from bylint import Severity
from bylint.testing import author, corpus, paper, person, run
from bylint_checks.inconsistent_spelling import inconsistent_spelling
from bylint_checks.lowercase_after_hyphen import lowercase_after_hyphen
from bylint_checks.lowercase_initial import lowercase_initial
from bylint_checks.lowercase_name import lowercase_name
from bylint_checks.uppercase_name import uppercase_name
from fixing import fixed
from traditions import EVERYWHERE


def papers(*names: tuple[str, int], beside: str = "Zoe|Quill"):
    """Papers with one co-author, so many by each name."""
    return [paper(name, beside) for name, count in names for _ in range(count)]


@pytest.mark.parametrize(
    "records",
    [
        *(pytest.param(papers((*case.values, 3)), id=case.id) for case in EVERYWHERE),
        pytest.param(papers(("Pawel|Kamocki", 11), ("Paweł|Kamocki", 1)), id="a habit to write plain letters"),
        pytest.param(
            papers(("Jose|Camacho-Collados", 77), ("Jose|Camacho-collados", 5), ("José|Camacho-Collados", 7)),
            id="a habit, with other capitals",
        ),
        pytest.param(
            [*papers(("Wei|Lu", 2)), *papers(("Wei|Lü", 2), beside="Bo|Li")], id="Lü and Lu without a co-author"
        ),
        pytest.param(
            [*papers(("Minh|Nguyen", 2)), *papers(("Minh|Nguyễn", 2), beside="Bo|Li")],
            id="Vietnamese without marks and without a co-author",
        ),
        pytest.param(
            [*papers(("Donghoon|Shin", 2)), *papers(("DongHoon|Shin", 1), beside="Bo|Li")],
            id="a capital inside without a co-author",
        ),
        pytest.param(papers(("Michäel|Barret", 1), ("Michaël|Barret", 1)), id="two accents, as frequent"),
        pytest.param(
            papers(("Benoit|Thouîn", 1), ("Benoît|Thouin", 1), ("Benoit|Thouin", 1)), id="two accents and a plain form"
        ),
        pytest.param(papers(("Daniel|Preoțiuc", 1), ("Daniel|Preoţiuc", 9)), id="a cedilla for the Romanian comma"),
        pytest.param(papers(("Robert|van Rooij", 1), ("Robert|Van Rooij", 1)), id="two capitals, as frequent"),
        pytest.param(papers(("Kai-Wei|Chang", 9), ("Kai-wei|Chang", 1)), id="small after a hyphen, another fault"),
        pytest.param(papers(("Erhong|Yang", 9), ("Erhong|YANG", 1)), id="all capitals, another fault"),
        pytest.param(papers(("Eric|Horvitz", 9), ("Eric|horvitz", 1)), id="all small, another fault"),
        pytest.param(papers(("Kamal raj|Kana", 4), ("Kamal Raj|Kana", 2)), id="mostly small, another fault"),
        pytest.param(papers(("C. V.|Jawahar", 9), ("C. v.|Jawahar", 1)), id="a small initial, another fault"),
        pytest.param(
            papers(("Zo\u00eb|Quill", 9), ("Zoe\u0308|Quill", 1), beside="Bo|Li"),
            id="composed otherwise, another fault",
        ),
        pytest.param(
            [
                person("isin", "Işin|Demirşahin", "Isin|Demirsahin"),
                *papers(("Işin|Demirşahin", 2), ("Isin|Demirsahin", 2)),
            ],
            id="listed for one person",
        ),
        pytest.param(
            [person("isin", "Isin|Demirsahin"), *papers(("Işin|Demirşahin", 2), ("Isin|Demirsahin", 2))],
            id="the plain form is listed, and not the other",
        ),
        pytest.param(papers(("Chang|Lee", 3), ("Chang-Lee|Wu", 1)), id="other letters"),
        pytest.param(papers(("Ann-Marie|Roy", 3), ("Ann Marie|Roy", 1)), id="a hyphen and a space"),
    ],
)
def test_quiet(records):
    """Habits, known forms and what other checks see are left alone."""
    assert run(inconsistent_spelling, corpus(*records)) == []


@pytest.mark.parametrize(
    ("records", "message", "after"),
    [
        pytest.param(
            papers(("Isin|Demirsahin", 8), ("Işin|Demirşahin", 5)),
            "“Isin Demirsahin” on 8 papers is “Işin Demirşahin” on 5 of the same page",
            "Işin|Demirşahin",
            id="Turkish",
        ),
        pytest.param(
            papers(("Matthias|Assenmacher", 2), ("Matthias|Aßenmacher", 8)),
            "“Matthias Assenmacher” on 2 papers is “Matthias Aßenmacher” on 8 of the same page",
            "Matthias|Aßenmacher",
            id="a letter that is two",
        ),
        pytest.param(
            papers(("Minh|Nguyen", 1), ("Minh|Nguyễn", 2)),
            "“Minh Nguyen” on 1 paper is “Minh Nguyễn” on 2 of the same page",
            "Minh|Nguyễn",
            id="Vietnamese with a co-author",
        ),
        pytest.param(
            papers(("Odetunji|Odejobi", 1), ("Ọdẹ́túnjí|Ọdẹ́jọbí", 1)),
            "“Odetunji Odejobi” on 1 paper is “Ọdẹ́túnjí Ọdẹ́jọbí” on 1 of the same page",
            "Ọdẹ́túnjí|Ọdẹ́jọbí",
            id="Yoruba",
        ),
        pytest.param(
            papers(("Gaél|Lejeune", 1), ("Gaël|Lejeune", 37)),
            "“Gaél Lejeune” on 1 paper is “Gaël Lejeune” on 37 of the same page",
            "Gaël|Lejeune",
            id="another accent, rarer",
        ),
        pytest.param(
            papers(("Diana|Trandabat", 6), ("Diana|Trandabăț", 7), ("Diana|Trandăbăț", 1)),
            "“Diana Trandabat” on 6 papers is “Diana Trandabăț” on 7 of the same page",
            "Diana|Trandabăț",
            id="the form with most accents is a slip",
        ),
        pytest.param(
            papers(("Esau|Villatoro-Tello", 3), ("Esaú|Villatoro-Tello", 2)),
            "“Esau Villatoro-Tello” on 3 papers is “Esaú Villatoro-Tello” on 2 of the same page",
            "Esaú|Villatoro-Tello",
            id="a hyphen",
        ),
        pytest.param(
            papers(("Kathleen|Mckeown", 3), ("Kathleen|McKeown", 133)),
            "“Kathleen Mckeown” on 3 papers is “Kathleen McKeown” on 133 of the same page",
            "Kathleen|McKeown",
            id="a capital inside",
        ),
        pytest.param(
            papers(("ShiMin|Tao", 1), ("Shimin|Tao", 32)),
            "“ShiMin Tao” on 1 paper is “Shimin Tao” on 32 of the same page",
            "Shimin|Tao",
            id="no capital inside",
        ),
        pytest.param(
            papers(("Maarten|De Rijke", 1), ("Maarten|de Rijke", 33)),
            "“Maarten De Rijke” on 1 paper is “Maarten de Rijke” on 33 of the same page",
            "Maarten|de Rijke",
            id="a particle",
        ),
    ],
)
def test_found(records, message, after):
    """The lesser form of one name is found as a note, and the suggestion clears it."""
    before = corpus(*records)
    (finding,) = run(inconsistent_spelling, before)
    assert finding.message == message
    assert finding.severity is Severity.NOTE
    assert finding.confidence < 0.9
    mended = fixed(before, finding)
    first = next(iter(mended.names))
    assert f"{first.first}|{first.last}" == after
    assert run(inconsistent_spelling, mended) == []


def test_a_person_or_a_coauthor_makes_it_surer():
    """One page of a known person, or a co-author of both forms, says that the two are one."""
    names = ("Pablo|Vazquez", "Pablo|Vázquez")
    (alone,) = run(inconsistent_spelling, corpus(paper(names[0]), paper(names[1])))
    (shared,) = run(inconsistent_spelling, corpus(*papers((names[0], 1), (names[1], 1))))
    known = [paper(author(name, id="pablo-vazquez")) for name in names]
    (verified,) = run(inconsistent_spelling, corpus(person("pablo-vazquez", names[1]), *known))
    assert alone.confidence < shared.confidence == verified.confidence
    assert [evidence.kind for evidence in shared.evidence] == ["", "shared-coauthors"]


def test_only_the_page_is_changed():
    """The same name on another page is somebody else's."""
    records = papers(("Ada|Boer", 1), ("Ada|Böer", 1))
    elsewhere = paper(author("Ada|Boer", id="ada-boer-2"))
    (finding,) = run(inconsistent_spelling, corpus(person("ada-boer-2", "Ada|Boers"), elsewhere, *records))
    assert [change.location.record for change in finding.fix.changes] == [records[0].id]


def test_capitals_of_the_best_form():
    """Where the fullest form stands with two kinds of capitals, as often, the one with more capitals is suggested."""
    names = ("Esau|Villatoro-Tello", 3), ("Esau|Villatoro-tello", 2), ("Esaú|Villatoro-tello", 2)
    findings = run(inconsistent_spelling, corpus(*papers(*names, ("Esaú|Villatoro-Tello", 1))))
    assert {str(finding.names[1]) for finding in findings} == {"Esaú Villatoro-Tello"}


@pytest.mark.parametrize(
    ("names", "check"),
    [
        pytest.param((("Kai-Wei|Chang", 9), ("Kai-wei|Chang", 1)), lowercase_after_hyphen, id="after a hyphen"),
        pytest.param((("Eric|Horvitz", 9), ("Eric|horvitz", 1)), lowercase_name, id="a whole part"),
        pytest.param((("Kamal raj|Kana", 2), ("Kamal Raj|Kana", 4)), lowercase_name, id="a later word"),
        pytest.param((("Jimmy T.H.|Smith", 9), ("Jimmy T.h.|Smith", 1)), lowercase_initial, id="an initial"),
        pytest.param((("Erhong|Yang", 9), ("Erhong|YANG", 1)), uppercase_name, id="capitals"),
    ],
)
def test_one_fault_is_one_finding(names, check):
    """What a check of capitals finds is its finding alone."""
    records = corpus(*papers(*names))
    assert len(run(check, records)) == 1
    assert run(inconsistent_spelling, records) == []
