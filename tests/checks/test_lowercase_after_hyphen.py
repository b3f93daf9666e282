"""lowercase-after-hyphen."""

import pytest

from bylint.testing import corpus, paper, run
from bylint_checks.lowercase_after_hyphen import lowercase_after_hyphen
from fixing import fixed
from traditions import EVERYWHERE


@pytest.mark.parametrize(
    "names",
    [
        *(pytest.param(case.values, id=case.id) for case in EVERYWHERE),
        pytest.param(["Hsin-mei|Lin", "Hsin-Mei|Lin"], id="as often without the capital"),
        pytest.param(["Chi-kiu|Lo"] * 3 + ["Chi-Kiu|Lo"], id="somebody who writes it small"),
        pytest.param(["Shou-de|Lin"] * 2 + ["Shou-De|Lin"] * 5, id="a given name, both ways"),
        pytest.param(["Keh-jiann|Chen"] * 3 + ["Keh-Jiann|Chen"] * 30, id="a given name, three times small"),
        pytest.param(["Marta|Costa-jussà"] * 2 + ["Marta|Costa-Jussà"] * 2, id="a surname that is often small"),
        pytest.param(["Marta|Costa-jussa", "Marta|Costa-jussà", "Marta|Costa-Jussa"], id="with and without an accent"),
        pytest.param(["Olatz|Perez-de-Viñaspre", "Olatz|Perez-De-Viñaspre", "Olatz|Perez-De-Viñaspre"], id="particles"),
        pytest.param(["K.-w.|Chang", "K.-W.|Chang", "K.-W.|Chang"], id="an initial"),
        pytest.param(["Kristin|Wright-bettner", "Kristin|Wright-Bell"], id="another name with a capital"),
        pytest.param(["Sirin|Aoulad-si-Ahmed"], id="an Algerian particle"),
        pytest.param(["Jean-Éric|Paul"], id="an accented capital"),
        pytest.param(["Sergio|Ojeda-Łuk"], id="a Polish capital"),
        pytest.param(["José|García-López"], id="a Spanish double surname"),
        pytest.param(["Işıl|İnci-Şahin"], id="Turkish"),
        pytest.param(["素-格|王"], id="Han"),
        pytest.param(["서-연|김"], id="Hangul"),
        pytest.param(["Игорь|Римский-Корсаков"], id="Cyrillic"),
        pytest.param(["Ọlá-Yínká|Àjàyí"], id="Yoruba marks"),
        pytest.param(["ნინო-ანა|მაღრაძე"], id="Georgian"),
    ],
)
def test_quiet(names):
    """What is never a capital, or as often not, is left alone."""
    assert run(lowercase_after_hyphen, corpus(*map(paper, names))) == []


@pytest.mark.parametrize(
    ("names", "confidence", "after"),
    [
        pytest.param(
            ["Kristin|Wright-bettner", *["Kristin|Wright-Bettner"] * 2], 0.97, "Kristin|Wright-Bettner", id="a surname"
        ),
        pytest.param(
            ["Chris|Callison‐burch", *["Chris|Callison‐Burch"] * 2],
            0.97,
            "Chris|Callison‐Burch",
            id="a typographic hyphen",
        ),
        pytest.param(
            ["Alberto|Barrón-cedeño", "Alberto|Barrón-Cedeño", "Alberto|Barron-Cedeno"],
            0.97,
            "Alberto|Barrón-Cedeño",
            id="accents do not matter, and stay",
        ),
        pytest.param(["Chu-ren|Huang", *["Chu-Ren|Huang"] * 10], 0.95, "Chu-Ren|Huang", id="a given name, far rarer"),
        pytest.param(["Tzu-mi|Lin", *["Tzu-Mi|Lin"] * 5], 0.9, "Tzu-Mi|Lin", id="a given name, rarer"),
        pytest.param(
            ["Sergio-luis|Ojeda-trueba", *["Sergio-Luis|Ojeda-Trueba"] * 4],
            0.9,
            "Sergio-Luis|Ojeda-Trueba",
            id="both parts are one finding",
        ),
        pytest.param(
            ["Pedro|Perez-de-viñaspre", *["Pedro|Perez-de-Viñaspre"] * 2],
            0.97,
            "Pedro|Perez-de-Viñaspre",
            id="particles stay",
        ),
    ],
)
def test_found(names, confidence, after):
    """A small letter that is mostly a capital is found, and the suggestion clears it."""
    papers = corpus(*(paper(name, "Ada|Lovelace") for name in names))
    (finding,) = run(lowercase_after_hyphen, papers)
    assert finding.confidence == confidence
    fixed_papers = fixed(papers, finding)
    assert "|".join(map(str, next(iter(fixed_papers.names)))) == after
    assert run(lowercase_after_hyphen, fixed_papers) == []


def test_given_names_without_a_link_are_less_sure():
    """Where no co-author says that it is one person, two may share the given name; a surname is as sure."""
    for small, capital, confidence in (("Tzu-mi|Lin", "Tzu-Mi|Lin", 0.3), ("Ann|Lee-may", "Ann|Lee-May", 0.97)):
        (finding,) = run(lowercase_after_hyphen, corpus(paper(small), *[paper(capital)] * 5))
        assert finding.confidence == confidence


def test_a_paper_of_another_style_is_quiet():
    """A given name that is written as most others on its paper is what is printed."""
    capitals = [paper("Ting-Hui|Kao")] * 5
    assert (
        run(lowercase_after_hyphen, corpus(paper("Chung-chi|Huang", "Mei-hua|Chen", "Ting-hui|Kao"), *capitals)) == []
    )
    assert run(lowercase_after_hyphen, corpus(paper("Chung-chi|Huang", "Mei-Hua|Chen", "Ting-hui|Kao"), *capitals))


def test_evidence_is_the_usual_form():
    """The finding shows the form that is mostly written."""
    papers = corpus(paper("Ann|Lee-may"), paper("Ann|Lee-May", id="b"), paper("Ann|Lee-May"))
    (finding,) = run(lowercase_after_hyphen, papers)
    assert [(evidence.text, evidence.location.record) for evidence in finding.evidence] == [
        ("with a capital it stands on 2 papers, as “Ann Lee-May”", "b")
    ]


SMALL = ["Ann|Lee-may", "Bea|Roy-cox", "Cai-wei|Li", "Dan|Ray-orr"]


def test_a_volume_is_one_finding():
    """A volume with hardly a capital behind a hyphen is one finding, whose suggestion clears what is known."""
    papers = corpus(
        paper(*SMALL, "Tzu-mei|Wu", "Eva|Dow-Fox", id="2024.x-1.1", volume_id="2024.x-1"),
        paper("Ann|Lee-may", id="2023.x-1.1", volume_id="2023.x-1"),
        *(paper("Ann|Lee-May", "Bea|Roy-Cox", "Cai-Wei|Li") for _ in range(3)),
        paper("Dan|Ray-Orr"),
    )
    volume, single = run(lowercase_after_hyphen, papers)
    assert volume.message == "2024.x-1: of 6 names with a hyphen, 5 have a small letter behind it"
    assert [change.new for change in volume.fix.changes] == ["Lee-May", "Roy-Cox", "Cai-Wei"]
    assert [authorship.paper_id for authorship in single.authorships] == ["2023.x-1.1"]
    (left,) = run(lowercase_after_hyphen, fixed(papers, volume))
    assert left.authorships == single.authorships


def test_the_fix_of_a_volume_brings_no_finding():
    """What the finding of a volume explains says nothing against the capital on other papers."""
    volume = paper(*SMALL, "Tzu-mei|Wu", "Xue-yong|Fu", volume_id="2024.x-1")
    others = [paper("Ann|Lee-May", "Bea|Roy-Cox", "Xue-Yong|Fu") for _ in range(5)]
    papers = corpus(volume, paper("Xue-yong|Fu"), paper("Xue-yong|Fu"), *others)
    first, *before = run(lowercase_after_hyphen, papers)
    after = run(lowercase_after_hyphen, fixed(papers, first))
    assert [finding.fingerprint for finding in before] == [finding.fingerprint for finding in after] != []


@pytest.mark.parametrize(
    "names",
    [
        pytest.param(SMALL, id="too few names"),
        pytest.param([*SMALL, "Tzu-mei|Wu", "Eva|Dow-Fox", "Kim|Fox-Ott"], id="too many capitals"),
    ],
)
def test_a_volume_that_is_not_in_small_letters(names):
    """Elsewhere each surname is a finding, and a given name that is written as its neighbours are is none."""
    others = [paper("Ann|Lee-May", "Bea|Roy-Cox", "Cai-Wei|Li") for _ in range(3)]
    findings = run(lowercase_after_hyphen, corpus(paper(*names, volume_id="2024.x-1"), *others))
    assert [str(finding.names[0]) for finding in findings] == ["Ann Lee-may", "Bea Roy-cox"]


def test_a_volume_of_another_style_is_quiet():
    """Where nobody is known to write the capital, a volume in small letters is right."""
    names = ["Kai-wei|Chang", "Hsin-mei|Lin", "Tzu-mei|Wu", "Bo-wen|Li", "Yi-chen|Ho"]
    assert run(lowercase_after_hyphen, corpus(paper(*names, volume_id="2024.x-1"))) == []
