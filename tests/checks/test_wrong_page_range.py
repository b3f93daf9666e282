"""wrong-page-range."""

import pytest

from bylint.testing import corpus, paper, run
from bylint_checks.wrong_page_range import wrong_page_range


def volume(*pages):
    """A volume of papers with these pages."""
    return corpus(*(paper(id=f"x-{n}", volume_id="x", pages=text) for n, text in enumerate(pages, 1)))


@pytest.mark.parametrize(
    "pages",
    [
        pytest.param(["1–8", "9–18", "19-27", "28--30", "31 - 35"], id="one after the other, with every dash"),
        pytest.param(["10–18", "1–9", "19–20"], id="in another order"),
        pytest.param(["2–8", "8–12", "12–14"], id="a paper that begins where another ends"),
        pytest.param(["i–viii", "xix", "xi–xi"], id="Roman numbers"),
        pytest.param(["183–193", "194–95", "196–7"], id="shortened last pages"),
        pytest.param(["51", "52"], id="single pages"),
        pytest.param(["e123", "S1–S10", "12:1–12:20", "101234"], id="article numbers"),
        pytest.param(["188-323"], id="a long report"),
        pytest.param(
            ["1–2", "1–2", "1–2", "11–18", "19–26", "27–34", "35–40", "41–50"], id="talks that begin at page 1"
        ),
        pytest.param(["2–22", "2–52", "24–96", "53–97", "100–110"], id="microfiches that are counted by themselves"),
        pytest.param([None, "", " "], id="no pages"),
    ],
)
def test_quiet(pages):
    """Pages that can be are left alone."""
    assert run(wrong_page_range, volume(*pages)) == []


@pytest.mark.parametrize(
    ("pages", "told"),
    [
        pytest.param("666–106", "“666–106”, run backwards", id="a digit that is another"),
        pytest.param("1611–168", "“1611–168”, run backwards", id="a digit too many before the dash"),
        pytest.param("93–070", "“93–070”, run backwards", id="a last page of something else"),
        pytest.param("304–3111", "“304–3111”, are 2808", id="a digit too many after the dash"),
        pytest.param("331-34195", "“331-34195”, are 33865", id="two papers' pages in one"),
        pytest.param("397-403-", "no range, “397-403-”", id="a dash at the end"),
        pytest.param("The paper describes the linking. " * 3, "no range, “The paper describes", id="an abstract"),
    ],
)
def test_found(pages, told):
    """A range that cannot be is found at its paper."""
    (finding,) = run(wrong_page_range, volume("2–8", pages))
    assert told in finding.message
    assert (finding.location.record, finding.location.field, finding.papers) == ("x-2", "pages", ("x-2",))


def test_overlaps_are_one_finding_of_their_volume():
    """Ranges that overlap are told together, the first two by name."""
    ranges = ["2–9", "10–18", "10–18", "19–27", "28–50", "30–40", "51–60", "61–66", "67–70"]
    (finding,) = run(wrong_page_range, volume(*ranges))
    assert finding.message == (
        "the pages of x-3, “10–18”, overlap with those of x-2, “10–18”, the first of 2 overlaps in x"
    )
    assert finding.papers == ("x-2", "x-3", "x-5", "x-6")
    assert finding.location.record == "x-3"


def test_one_wide_range():
    """A range with a wrong last page overlaps with all that follow, and is named first."""
    (finding,) = run(
        wrong_page_range, volume(*(f"{n}–{n + 7}" for n in range(2, 90, 8)), "90–181", "96–100", "101–105")
    )
    assert "“96–100”, overlap with those of x-12, “90–181”" in finding.message


def test_paper_of_no_volume():
    """Pages are compared within a volume only."""
    assert run(wrong_page_range, corpus(paper(pages="9–5"))) == []
