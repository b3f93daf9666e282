"""mixed-page."""

import pytest

from bylint.testing import author, corpus, examples, paper, person, run
from bylint_checks.mixed_page import mixed_page
from judged import partitions

SCHNEIDER = "Felix|Schneider"


def speech(number, *more, name=SCHNEIDER):
    """A paper of one group."""
    return paper(name, "Alex|Waibel", *more, id=f"s-{number}", title="Speech Translation", year=2019 + number)


def metaphor(number, *more, name=SCHNEIDER):
    """A paper of another group."""
    return paper(name, "Joachim|Denzler", *more, id=f"m-{number}", title="Finding Metaphors", year=2019 + number)


@pytest.mark.parametrize(
    "records",
    [
        pytest.param([speech(0), metaphor(0)], id="two papers, which are too few to tell"),
        pytest.param([speech(0)], id="one paper"),
        pytest.param([paper(SCHNEIDER), paper(SCHNEIDER), paper(SCHNEIDER)], id="papers of one author"),
        pytest.param(
            [paper("Mirella|Lapata", f"Student {n}|Number{n}", title="Summarization") for n in range(12)],
            id="an adviser whose students never wrote together",
        ),
        pytest.param(
            [paper(author(SCHNEIDER, affiliations=["Jena"]), "Bo|Li", year=2019)] * 3
            + [paper(author(SCHNEIDER, affiliations=["Kyiv"]), "Bo|Li", "Ada|Moore", year=2022)] * 3,
            id="somebody who moved and kept a co-author",
        ),
        pytest.param(
            [
                person("felix-schneider", SCHNEIDER),
                *(paper(author(SCHNEIDER, id="felix-schneider"), "Alex|Waibel", title="Speech") for _ in range(9)),
                *(paper(author(SCHNEIDER, id="felix-schneider"), "Joachim|Denzler", title="Birds") for _ in range(9)),
            ],
            id="papers that carry one id",
        ),
    ],
)
def test_quiet(records):
    """A page that one person may well have written is left alone."""
    assert run(mixed_page, corpus(*records)) == []


@pytest.mark.parametrize(
    ("sizes", "message"),
    [
        pytest.param([3, 2], "Felix Schneider: 5 papers look like two people, 3 + 2", id="two people"),
        pytest.param([3, 1, 1], "Felix Schneider: 5 papers look like three people, 3 + 1 + 1", id="three people"),
        pytest.param(
            [1, 1, 1, 1, 1], "Felix Schneider: 5 papers look like five people, 1 + 1 + 1 + 1 + ...", id="five people"
        ),
    ],
)
def test_found(monkeypatch, sizes, message):
    """A page that the evidence splits is one finding, with the papers of each group."""
    partitions(monkeypatch, *sizes)
    (finding,) = run(mixed_page, corpus(speech(0), speech(1), speech(2), metaphor(0), metaphor(1)))
    assert finding.message == message
    assert [len(group) for group in finding.groups] == sizes
    assert finding.confidence == 0.8
    assert finding.papers == sum(finding.groups[1:], ())
    assert finding.location == finding.authorships[0].location


def test_a_move_is_left_alone(monkeypatch):
    """Two groups that follow one another in time may be one career, and are told only where somebody asks."""
    partitions(monkeypatch, 2, 2)
    records = corpus(speech(0), speech(1), metaphor(5), metaphor(6))
    assert run(mixed_page, records) == []
    assert len(run(mixed_page, records, {"tells_moves": True})) == 1


def test_a_reviewer_sees_what_decides(monkeypatch):
    """The groups with their co-authors, the commonness of the name, what speaks for and against, and what is missing."""
    partitions(monkeypatch, 3, 2)
    (finding,) = run(mixed_page, corpus(speech(0), speech(1), speech(2), metaphor(0), metaphor(1, "Phillip|Brandes")))
    assert [fact.text for fact in finding.evidence] == [
        "A: 3 papers 2019-2021 (s-0, s-1, s-2), with Alex Waibel (3); translation, speech",
        "B: 2 papers 2019-2020 (m-0, m-1), with Joachim Denzler (2), Phillip Brandes; metaphors",
        "no co-author in common",
        "active in the same years",
        "topics far apart",
        "of single-person pages of this size, 3 in 100 look like this",
        "would settle it: an affiliation in A, B, or an ORCID in each group",
    ]


def test_many_people_are_told_in_short(monkeypatch):
    """Beyond four people only the number of papers is told."""
    partitions(monkeypatch, 1, 1, 1, 1, 1, 1)
    (finding,) = run(mixed_page, corpus(*(paper(SCHNEIDER) for _ in range(6))))
    assert "2 smaller groups with 2 papers" in [fact.text for fact in finding.evidence]
    assert len(finding.groups) == 6


@pytest.mark.parametrize(("least", "count"), [(0.7, 0), (0.6, 1)])
def test_least_confidence(monkeypatch, least, count):
    """A repository says how sure a finding has to be."""
    partitions(monkeypatch, 2, 1, confidence=0.65)
    assert len(run(mixed_page, corpus(speech(0), speech(1), metaphor(0)), {"least_confidence": least})) == count


@pytest.mark.parametrize(("fewest", "count"), [(3, 0), (2, 1), (0, 1)])
def test_fewest_papers(monkeypatch, fewest, count):
    """A repository says how many papers a page needs; one paper is nobody else's."""
    partitions(monkeypatch, 1, 1)
    held = corpus(speech(0), metaphor(0), paper("Ada|Moore"))
    assert len(run(mixed_page, held, {"fewest_papers": fewest})) == count


def test_names_that_only_an_id_joins_are_not_told_in_public(monkeypatch):
    """A page of two given names has a message without names for public logs."""
    partitions(monkeypatch, 2, 1)
    records = [
        person("x-schneider", SCHNEIDER, "Fee|Schneider"),
        speech(0, name=author(SCHNEIDER, id="x-schneider")),
        speech(1, name=author(SCHNEIDER, id="x-schneider")),
        metaphor(0, name=author("Fee|Schneider", id="x-schneider")),
    ]
    (finding,) = run(mixed_page, corpus(*records))
    assert finding.discreet_message == "x-schneider: 3 papers look like two people, 2 + 1"


def test_affiliations_of_another_source_are_evidence():
    """What parts a page may stand in another source alone; without that the papers say too little."""
    (shown,) = examples(mixed_page)
    known = [one._replace(doi=f"10.1162/{number}") for number, one in enumerate(shown.papers)]
    bare = [one._replace(authorships=tuple(who._replace(affiliations=()) for who in one.authorships)) for one in known]
    (finding,) = run(mixed_page, corpus(*bare, beside=known))
    (alone,) = run(mixed_page, corpus(*known))
    assert finding.confidence == alone.confidence
    assert "different affiliations: University of Jena; KIT Karlsruhe (as beside.jsonl has it)" in [
        fact.text for fact in finding.evidence
    ]
    assert run(mixed_page, corpus(*bare)) == []
