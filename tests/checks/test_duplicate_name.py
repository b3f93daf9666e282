"""duplicate-name."""

import pytest

from bylint import Disambiguation, Evidence, Likeness
from bylint.testing import author, corpus, paper, person, run
from bylint_checks.duplicate_name import duplicate_name
from judged import likenesses

SUDOH = [paper("Katsuhito|Sudoh", "Satoshi|Nakamura", "Ada|Moore", id=f"sudoh-{n}", year=2015 + n) for n in range(4)]
SLIP = paper("Katsuhiro|Sudoh", "Satoshi|Nakamura", "Ada|Moore", id="slip", year=2016)
PAIR = ("katsuhito-sudoh/unverified", "katsuhiro-sudoh/unverified")


@pytest.mark.parametrize(
    ("records", "pair"),
    [
        pytest.param(
            [*SUDOH, paper("Katsuhiro|Sudoh", "Katsuhito|Sudoh")], PAIR, id="two names on one paper, two people"
        ),
        pytest.param(
            [paper("Edward P.|Stabler"), paper("Edward P.|Stabler Jr.")],
            ("edward-p-stabler/unverified", "edward-p-stabler-jr/unverified"),
            id="a father and his son",
        ),
        pytest.param(
            [person("a", "Jamin|Shin", similar=("b",)), person("b", "Jaemin|Shin"), paper("Jamin|Shin"), paper("Jaemin|Shin")],
            ("a", "b"),
            id="a pair that is listed as similar",
        ),
        pytest.param(
            [paper("Le|Sun"), paper("Sun|Le")], ("le-sun/unverified", "sun-le/unverified"), id="a swapped name"
        ),
    ],
)  # fmt: skip
def test_quiet(monkeypatch, records, pair):
    """Whom somebody has told apart, or another check reports, is not proposed, however much looks alike."""
    likenesses(monkeypatch, pair)
    assert run(duplicate_name, corpus(*records)) == []


def test_found(monkeypatch):
    """Two pages that look like one person are one finding about the smaller one, with both names."""
    likenesses(monkeypatch, PAIR)
    (finding,) = run(duplicate_name, corpus(*SUDOH, SLIP))
    assert finding.message == "Katsuhito Sudoh and Katsuhiro Sudoh look like one person: one has a middle name"
    assert list(map(str, finding.names)) == ["Katsuhito Sudoh", "Katsuhiro Sudoh"]
    assert finding.papers == ("slip",)
    assert finding.location.record == "slip"
    assert [fact.text for fact in finding.evidence][:2] == [
        "Katsuhito Sudoh: 4 papers 2015-2018, with Ada Moore (4), Satoshi Nakamura (4); title",
        "Katsuhiro Sudoh: 1 paper 2016 (slip), with Ada Moore, Satoshi Nakamura; title",
    ]


@pytest.mark.parametrize(
    "records",
    [
        pytest.param([*SUDOH, paper("Katsuhiro|Sudoh", "Zoe|Unknown")], id="a slip that no paper supports"),
        pytest.param(
            [*(paper("Motoki|Sato", "Yuji|Matsumoto", "Jun|Suzuki", title="Adversarial Parsing") for _ in range(4)),
             *(paper("Motoki|Sano", "Ada|Moore", title="Genre in Political Speech") for _ in range(4)),
             *(paper(f"{given}|{last}") for given in ("Kenji", "Yuki", "Jun") for last in ("Sato", "Sano", "Abe"))],
            id="Motoki Sato and Motoki Sano, two people",
        ),
        pytest.param(
            [person("a", "Jamin|Shin"), person("b", "Jaemin|Shin"),
             *(paper(author("Jamin|Shin", id="a"), "Juho|Kim") for _ in range(3)),
             *(paper(author("Jaemin|Shin", id="b"), "Juho|Kim") for _ in range(3))],
            id="two people with an id each",
        ),
        pytest.param(
            [*(paper(author("Adam|Meyers", orcid="0000-0002-1825-0097"), "Juho|Kim") for _ in range(3)),
             *(paper(author("Adam L.|Meyers", orcid="0000-0001-5109-3700"), "Juho|Kim") for _ in range(3))],
            id="two ORCIDs",
        ),
    ],
)  # fmt: skip
def test_two_people(records):
    """Names that could be one person's are two people's as long as their papers do not say otherwise."""
    assert run(duplicate_name, corpus(*records)) == []


@pytest.mark.parametrize(("least", "count"), [(0.9, 0), (0.7, 1)])
def test_least_confidence(monkeypatch, least, count):
    """A repository says how sure a finding has to be."""
    likenesses(monkeypatch, PAIR)
    assert len(run(duplicate_name, corpus(*SUDOH, SLIP), {"least_confidence": least})) == count


def test_names_that_only_an_orcid_joins_are_not_told_in_public(monkeypatch):
    """Two given names that nothing else joins are reported by their places."""
    held = corpus(*SUDOH, SLIP)
    pages = held.pages
    fact = Evidence(text="one ORCID", kind="orcid", weight=4.0)
    likeness = Likeness(pages[PAIR[0]], pages[PAIR[1]], "another given name", 0.9, 1.0)
    monkeypatch.setattr(Disambiguation, "likenesses", lambda _: (likeness,))
    monkeypatch.setattr(Disambiguation, "alike", lambda *_: (fact,))
    (finding,) = run(duplicate_name, held)
    assert finding.discreet_message == "the pages of slip and sudoh-0 look like one person's"
