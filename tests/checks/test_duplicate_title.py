"""duplicate-title."""

from typing import Any

import pytest

from bylint.testing import corpus, paper, run
from bylint_checks.duplicate_title import duplicate_title

TITLE = "Poor Man's Lemmatisation for Error Classification"


def one(paper_id, *people, title=TITLE, volume=None, **fields: Any):
    """A paper under the title, in a volume of its own if none is given."""
    return paper(*people, id=paper_id, title=title, volume_id=volume or f"volume of {paper_id}", **fields)


@pytest.mark.parametrize(
    "records",
    [
        pytest.param([one("a", "Ada|Lovelace"), one("b", "Ada|Lovelace")], id="a preprint and a journal version"),
        pytest.param([one("a", "Ada|Lovelace"), one("b", "Ada|Lovelace", "Bo|Li")], id="somebody joined"),
        pytest.param([one("a", "Ada|Lovelace"), one("b", "Bo|Li")], id="other people elsewhere"),
        pytest.param([one("a", "Anders|Søgaard"), one("b", "Anders|Sogaard")], id="an accent"),
        pytest.param([one("a", "J.|Wiebe"), one("b", "Janyce|Wiebe")], id="an initial"),
        pytest.param([one("a", "Sachi|Kato", "Bo|Li"), one("b", "Sachi|Yasuda", "Bo|Li")], id="a changed surname"),
        pytest.param([one("a", "Ting-Hao|Huang"), one("b", "Ting-Hao Kenneth|Huang")], id="a further given name"),
        pytest.param(
            [one(key, name, title="Introduction", volume="v") for key, name in (("a", "Ada|Li"), ("b", "Ada|Li"))],
            id="a short title",
        ),
        pytest.param(
            [one("a", "Ada|Li", title="机器翻译", volume="v"), one("b", "Ada|Li", title="机器翻译", volume="v")],
            id="one in Han",
        ),
        pytest.param(
            [
                one(key, name, title="Commentary on Bird and Klein", volume="v")
                for key, name in (("a", "A|Li"), ("b", "B|Xu"))
            ],
            id="a heading, and different people",
        ),
        pytest.param(
            [one("a", "Ada|Lovelace", volume="v", pages="1-10"), one("b", "Ada|Lovelace", volume="v", pages="335")],
            id="a paper and its summary",
        ),
        pytest.param(
            [one("a", "Ada|Lovelace", volume="v"), one("b", "Ada|Lovelace", "Bo|Li", volume="v")],
            id="a paper and its summary by fewer people, without pages",
        ),
        pytest.param([one("a", volume="v"), one("b", volume="v")], id="nobody signs"),
        pytest.param([one(key, "Ada|Li", volume="v") for key in "abcde"], id="a heading of five papers"),
        pytest.param(
            [one("a", "Ada|Li", title=f"{TITLE}, Part 1"), one("b", "Ada|Li", title=f"{TITLE}, Part 2")], id="two parts"
        ),
        pytest.param(
            [one("a", "Ada|Li", volume="v"), one("a", "Ada|Li", volume="v")], id="one record twice, another fault"
        ),
        pytest.param([one("a", "Ada|Li", is_front_matter=True), one("b", "Ada|Li")], id="front matter"),
    ],
)
def test_quiet(records):
    """Versions, headings and parts are left alone."""
    assert run(duplicate_title, corpus(*records)) == []


@pytest.mark.parametrize(
    ("records", "message", "confidence", "said"),
    [
        pytest.param(
            [one("a", "Ada|Li", volume="v", pages="766-777"), one("b", "Ada|Li", volume="v", pages="778–789")],
            "a and b have one title and the same authors",
            0.92,
            [],
            id="twice in one volume, as 2024.acl-short.69 and 70",
        ),
        pytest.param(
            [one("a", "Ada|Li", volume="v"), one("b", "Ada|Li", title=TITLE.upper() + ".", volume="v")],
            "a and b have one title and the same authors",
            0.3,
            [],
            id="twice in one volume, of unknown length",
        ),
        pytest.param(
            [one("a", "Ada|Li", volume="v", pages="1-9"), one("b", "Ada|Li", "Bo|Xu", volume="v", pages="11-19")],
            "a and b have one title and share authors",
            0.92,
            ["only b has “Bo Xu”"],
            id="twice in one volume, with one author more",
        ),
        pytest.param(
            [
                one("a", "Ada|Li", title=TITLE + " " + TITLE, volume="v"),
                one("b", "Bo|Xu", title=TITLE + TITLE, volume="v"),
            ],
            "a and b have one title, and no author in common",
            0.92,
            [],
            id="a long title of other people, as W06-3904 and 3905",
        ),
        pytest.param(
            [one("a", "David M.|Magerman", "M.|Marcus"), one("b", "David M.|Magerrnan", "Mitchell|Marcus")],
            "a and b have one title, and spell an author in two ways",
            0.92,
            ["a has “David M. Magerman”, b “David M. Magerrnan”"],
            id="a letter, as on E91-1004",
        ),
    ],
)
def test_found(records, message, confidence, said):
    """Two records that contradict each other are found, with what differs."""
    (finding,) = run(duplicate_title, corpus(*records))
    assert (finding.message, finding.papers, finding.confidence) == (message, ("a", "b"), confidence)
    assert [evidence.text for evidence in finding.evidence[1:]] == said


def twins(*bylines):
    """Two volumes of five papers, whose first paper has these bylines."""
    for volume, byline in zip("vw", bylines, strict=True):
        yield one(f"{volume}-0", *byline, volume=volume)
        for number in range(1, 5):
            yield one(f"{volume}-{number}", "Ada|Li", title=f"A Paper That Two Volumes Hold, {number}", volume=volume)


def test_one_volume_twice_is_one_finding():
    """Two volumes of the same papers are one finding, whatever their number."""
    (finding,) = run(duplicate_title, corpus(*twins(["Ada|Li"], ["Ada|Li"])))
    assert finding.message == "v and w hold the same papers: 5 titles stand in both"
    assert (len(finding.papers), finding.confidence) == (10, 0.6)


def test_bylines_of_one_volume_twice_are_compared():
    """Whoever is missing from one of the two records is told, as on 2015.eamt-1.15 and W15-4914."""
    first, second = ["Maja|Popovic", "Hirohiko|Nisinmra"], ["Maja|Popović", "Hirohiko|Nisimura", "Arle|Lommel"]
    _, finding = run(duplicate_title, corpus(*twins(first, second)))
    assert finding.message == "v-0 and w-0 are one paper with two bylines"
    assert [evidence.text for evidence in finding.evidence[1:]] == [
        "v-0 has “Hirohiko Nisinmra”, w-0 “Hirohiko Nisimura”",
        "only w-0 has “Arle Lommel”",
    ]


def test_selected_papers_are_no_twins():
    """A journal's issue with five papers of a larger conference is no second copy of it."""
    more = [
        one(f"w-{number}", "Bo|Xu", title=f"A Paper of Another Kind, {number}", volume="w") for number in range(9, 16)
    ]
    assert run(duplicate_title, corpus(*twins(["Ada|Li"], ["Ada|Li"]), *more)) == []
