"""glued-name."""

import pytest

from bylint.testing import corpus, paper, person, run
from bylint_checks.glued_name import glued_name
from fixing import fixed
from traditions import EVERYWHERE

KNOWN = [paper(name) for name in ("Shahid|Ali", "Shahid|Rao", "Shahid|Sen", "Ada|Khan", "Bo|Khan", "Wei|Khan")]
"""From these the corpus knows Shahid as a first and Khan as a last name."""


def papers(*names: str, times: int = 1, beside: str = "Zoe|Quill"):
    """Papers by each of these names with one co-author."""
    return [paper(name, beside) for name in names for _ in range(times)]


@pytest.mark.parametrize(
    "records",
    [
        *(pytest.param(papers(*case.values, times=2), id=case.id) for case in EVERYWHERE),
        pytest.param(papers("Badr|AlKhamissi", "Alexandra|DeLucia", "John|McDonald"), id="capitals inside"),
        pytest.param(papers("ChaeHun|Park") + papers("Chaehun|Park", times=5), id="the other form has no gap either"),
        pytest.param(papers("ThuyLinh|Nguyen", times=5) + papers("Thuy Linh|Nguyen", times=2), id="mostly in one word"),
        pytest.param(papers("HyeonTae|Seo", "Hyeon-Tae|Seo", times=2), id="as often as not"),
        pytest.param(
            papers("TieJun|Zhao", "Tie-jun|Zhao", "Tiejun|Zhao") + papers("Tiejun|Zhao", times=9),
            id="one word is the usual form, with other capitals",
        ),
        pytest.param(papers("V.G.Vinod|Vydiswaran"), id="two initials in a row"),
        pytest.param(papers("V.S.D.S.Mahesh|Akavarapu"), id="many initials in a row"),
        pytest.param(papers("A.Vinod|Rao", times=3), id="a habit: three papers"),
        pytest.param(papers("K.-w.|Chang"), id="an initial after a hyphen"),
        pytest.param(papers("J.van|Eijck"), id="a particle behind an initial"),
        pytest.param(papers("|Translated.net"), id="a firm"),
        pytest.param(papers("ada.quill@example.org|ada.quill@example.org"), id="an address, which is another fault"),
        pytest.param(papers("XingyuHan|XingyuHan"), id="one word in both fields, which is another fault"),
        pytest.param(papers("|IsoQuest"), id="a firm of two unknown words"),
        pytest.param(papers("VetriVendhan|S"), id="an initial behind a name of unknown words"),
        pytest.param([*KNOWN, *papers("ShahidKhan|Rao")], id="there is a surname beside it"),
        pytest.param(
            [
                person("hans-ulrich-krieger", "Hans-Ulrich|Krieger", "HansUlrich|Krieger"),
                *papers("HansUlrich|Krieger"),
                *papers("Hans-Ulrich|Krieger", times=3),
            ],
            id="listed for a person",
        ),
        pytest.param([person("scott", "J.Scott|McCarley"), *papers("J.Scott|McCarley")], id="listed with a full stop"),
    ],
)
def test_quiet(records):
    """A capital inside a word alone is no fault."""
    assert run(glued_name, corpus(*records)) == []


@pytest.mark.parametrize(
    ("records", "message", "after"),
    [
        pytest.param(
            papers("HansUlrich|Krieger") + papers("Hans-Ulrich|Krieger", times=3),
            "“HansUlrich Krieger” is probably “Hans-Ulrich Krieger”",
            "Hans-Ulrich|Krieger",
            id="a hyphen is lost",
        ),
        pytest.param(
            papers("SeyedAbolghasem|Mirroshandel", times=2) + papers("Seyed Abolghasem|Mirroshandel", times=9),
            "“SeyedAbolghasem Mirroshandel” is probably “Seyed Abolghasem Mirroshandel”",
            "Seyed Abolghasem|Mirroshandel",
            id="a space is lost",
        ),
        pytest.param(
            papers("Keith|VanderLinden") + papers("Keith|Vander Linden", times=2),
            "“Keith VanderLinden” is probably “Keith Vander Linden”",
            "Keith|Vander Linden",
            id="in the last name",
        ),
        pytest.param(
            papers("|Stig-ArneGrönroos") + papers("Stig-Arne|Grönroos", times=2),
            "“Stig-ArneGrönroos” is probably “Stig-Arne Grönroos”",
            "Stig-Arne|Grönroos",
            id="between first and last name",
        ),
        pytest.param(
            papers("Anne|deRoeck") + papers("Anne|De Roeck", times=2),
            "“Anne deRoeck” is probably “Anne De Roeck”",
            "Anne|De Roeck",
            id="a particle",
        ),
        pytest.param(
            papers("J.Scott|McCarley"),
            "“J.Scott McCarley” is probably “J. Scott McCarley”",
            "J. Scott|McCarley",
            id="an initial before a first name",
        ),
        pytest.param(
            papers("MD.Hasibur|Rahman"),
            "“MD.Hasibur Rahman” is probably “MD. Hasibur Rahman”",
            "MD. Hasibur|Rahman",
            id="an abbreviated Mohammed",
        ),
        pytest.param(
            papers("Gustavo|H.Paetzold"),
            "“Gustavo H.Paetzold” is probably “Gustavo H. Paetzold”",
            "Gustavo H.|Paetzold",
            id="an initial before a last name",
        ),
        pytest.param(papers("|A.Görög"), "“A.Görög” is probably “A. Görög”", "A.|Görög", id="a whole name"),
        pytest.param(
            [*papers("ShahidKhan|S"), *KNOWN],
            "“ShahidKhan S” is probably “Shahid Khan S”",
            "Shahid Khan|S",
            id="a first and a last name, with an initial behind",
        ),
        pytest.param(
            [*papers("|ShahidKhan"), *KNOWN], "“ShahidKhan” is probably “Shahid Khan”", "Shahid|Khan", id="alone"
        ),
    ],
)
def test_found(records, message, after):
    """A lost space is found where other records or a full stop show it, and the suggestion clears it."""
    before = corpus(*records)
    (finding,) = run(glued_name, before)
    assert finding.message == message
    mended = fixed(before, finding)
    first = next(iter(mended.names))
    assert f"{first.first}|{first.last}" == after
    assert run(glued_name, mended) == []


def test_shared_coauthor_makes_it_surer():
    """Where nobody wrote with both forms, the finding is not for the gate."""
    usual = papers("Po-Chun|Chen", times=3)
    (shared,) = run(glued_name, corpus(*papers("PoChun|Chen"), *usual))
    (alone,) = run(glued_name, corpus(*papers("PoChun|Chen", beside="Bo|Li"), *usual))
    assert shared.confidence > 0.9 > alone.confidence
    assert [evidence.text for evidence in shared.evidence] == [
        "“Po-Chun Chen” stands on 3 papers, “PoChun Chen” on 1",
        "both wrote with Zoe Quill",
    ]
