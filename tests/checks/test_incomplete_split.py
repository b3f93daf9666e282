"""incomplete-split."""

import pytest

from bylint.testing import author, corpus, name, paper, person, run
from bylint_checks.incomplete_split import incomplete_split
from bylint_checks.unsupported_guess import unsupported_guess
from judged import CROWD, rivals

RUTGERS = person("jiatong-li-ru", "Jiatong|Li", comment="Rutgers")
ICT = person("jiatong-li-ict", "Jiatong|Li")
ANYBODY = person("jiatong-li", "Jiatong|Li", is_verified=False)


def rutgers(number, person_id="jiatong-li-ru", *more):
    """A paper of somebody who was split off."""
    return paper(author("Jiatong|Li", id=person_id), "Kai|Zheng", "Yue|Wang", *more, id=f"ru-{number}", title="Search")


def ict(number, person_id="jiatong-li-ict"):
    """A paper of another."""
    return paper(author("Jiatong|Li", id=person_id), "Lea|Frermann", id=f"ict-{number}", title="Framing News")


PAGES = [*CROWD, RUTGERS, ICT, ANYBODY, *map(rutgers, range(3)), *map(ict, range(3))]


@pytest.mark.parametrize(
    "records",
    [
        pytest.param([], id="a split that is complete"),
        pytest.param([rutgers(8, None)], id="one authorship without an id, which is an unsupported guess"),
        pytest.param([rutgers(8, "jiatong-li-ict")], id="an id of somebody else, which is a rival namesake"),
        pytest.param(
            [paper(author("Jiatong|Li", id="jiatong-li"), f"Co|Author{n}", title="Radar") for n in range(2)],
            id="papers of anybody else with co-authors of their own",
        ),
        pytest.param([paper(author("Jiatong|Li", id="jiatong-li"))], id="a paper of one author"),
    ],
)
def test_quiet(records):
    """What no split-off person's co-authors wrote stays where it is."""
    assert run(incomplete_split, corpus(*PAGES, *records)) == []


@pytest.mark.parametrize(
    ("records", "message"),
    [
        pytest.param(
            [rutgers(8, "jiatong-li")],
            "1 paper on the page jiatong-li/unverified shares co-authors with jiatong-li-ru",
            id="an id for anybody else",
        ),
        pytest.param(
            [rutgers(8, None), rutgers(9, None)],
            "2 papers on the page jiatong-li/unverified share co-authors with jiatong-li-ru",
            id="two authorships without an id",
        ),
        pytest.param(
            [rutgers(8, None), rutgers(9, "jiatong-li")],
            "2 papers on the page jiatong-li/unverified share co-authors with jiatong-li-ru",
            id="one of each",
        ),
    ],
)
def test_found(records, message):
    """What was left behind of one person is one finding, and is not said of each paper again."""
    held = corpus(*PAGES, *records)
    (finding,) = run(incomplete_split, held)
    assert finding.message == message
    assert finding.papers == tuple(record.id for record in records)
    assert run(unsupported_guess, held) == []


def test_each_person_is_a_finding_of_its_own():
    """What two people left behind on one page are two findings, each with a fingerprint of its own."""
    left = [rutgers(8, "jiatong-li"), ict(9, "jiatong-li")]
    findings = run(incomplete_split, corpus(*PAGES, *left))
    assert sorted(finding.papers for finding in findings) == [("ict-9",), ("ru-8",)]
    assert len({finding.fingerprint for finding in findings}) == 2


def test_confidence_and_proof(monkeypatch):
    """The confidence is the mean of the papers', and each paper has its proof."""
    rivals(monkeypatch, ["ru-8", "ru-9"], "jiatong-li-ru", [name("Kai|Zheng"), name("Yue|Wang")])
    (finding,) = run(incomplete_split, corpus(*PAGES, rutgers(8, None), rutgers(9, None)))
    assert finding.confidence == pytest.approx(0.8)
    assert [fact.text for fact in finding.evidence][:2] == [
        "ru-8: 2 of 2 co-authors appear with jiatong-li-ru (Kai Zheng, Yue Wang on ru-0, ru-1, ru-2)",
        "ru-9: 2 of 2 co-authors appear with jiatong-li-ru (Kai Zheng, Yue Wang on ru-0, ru-1, ru-2)",
    ]
