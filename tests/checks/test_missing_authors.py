"""missing-authors."""

import pytest

from bylint.testing import corpus, paper, run
from bylint_checks.missing_authors import missing_authors


@pytest.mark.parametrize(
    "record",
    [
        pytest.param(paper("Ada|Lovelace"), id="an author"),
        pytest.param(paper(editors=["Ada|Lovelace"]), id="an editor"),
        pytest.param(paper(is_front_matter=True, title="Proceedings"), id="front matter"),
        *(
            pytest.param(paper(title=title), id=title)
            for title in (
                "Advertisements",
                "Advertising",
                "Author Index",
                "AUTHOR INDEX Volumes 6 - 10",
                "Cumulated Index of Cited Authors and Editors",
                "Author and Keyword Index",
                "Index",
                "Briefly Noted: Publications Received",
                "Books Recieved",
                "Books Awaiting Review",
                "The FINITE STRING Newsletter: Calls for Papers",
                "The FINITE STRING, Volume 14, Number 1 (continued)",
                "Abstracts of Current Literature",
                "Program of the 1981 ACL Meeting",
                "Programme Committee",
                "Minutes of the 1983 ACL Meeting",
                "Biographical notes on speakers and chairs and list of participants",
                "List of participants",
                "Reviewers: Reviewers for Volume 36",
                "Questions and Discussion 3",
                "Session 2: Terminology systems. Summary of the discussion",
                "Diverse corrigenda and addenda to the pre-prints",
                "Part IV: Appendices",
                "Appendix D: MUC-7 Test Score Reports for all Participants",
                "Préface [Editorial]",
                "COLING 90: Contents in Volumes 1-3",
                "Workshop Agenda",
                "ACL Membership Application",
                "A Machine(-Aided) Translation Bibliography",
            )
        ),
    ],
)
def test_quiet(record):
    """What is signed, and what nobody signs, is left alone."""
    assert run(missing_authors, corpus(record)) == []


@pytest.mark.parametrize(
    ("fields", "confidence"),
    [
        pytest.param({"title": "EASY-M: A System", "abstract": "We."}, 0.97, id="an abstract, as W19-8908 has"),
        pytest.param({"title": "Book Review: A Handbook Reviewed by Ada Lovelace"}, 0.97, id="a reviewer in the title"),
        pytest.param({"title": "Book Reviews: Language as a Cognitive Process"}, 0.4, id="a review"),
        pytest.param({"title": "Letter to the Editor: On Prototypes"}, 0.4, id="a letter"),
        pytest.param({"title": "A Comparison of Measures for Automatic Indexing"}, 0.4, id="a word like index"),
        pytest.param({"title": "Programs that Write Programs"}, 0.4, id="a word like programme"),
        pytest.param({"title": "BBN: Description of the PLUM System as Used for MUC-6"}, 0.4, id="a description"),
        pytest.param({"title": ""}, 0.4, id="no title either"),
    ],
)
def test_found(fields, confidence):
    """A paper without a byline is found, and surely where the record shows that somebody signed it."""
    (finding,) = run(missing_authors, corpus(paper(id="x", **fields)))
    assert finding.message == "x has neither authors nor editors"
    assert (finding.papers, finding.confidence) == (("x",), confidence)


def test_a_whole_volume_is_one_finding():
    """A volume in which nobody signs is one finding, whoever edited it."""
    front = paper(editors=["Ada|Lovelace"], is_front_matter=True, volume_id="v")
    papers = [paper(id=f"v-{number}", volume_id="v", abstract="We.") for number in range(4)]
    (finding,) = run(missing_authors, corpus(front, *papers))
    assert finding.message == "all 4 papers of v have neither authors nor editors"
    assert (finding.papers, finding.confidence) == (("v-0", "v-1", "v-2", "v-3"), 0.97)


def test_many_papers_of_a_volume_are_one_finding():
    """Four papers are one finding of their volume, three are three."""
    signed = paper("Ada|Lovelace", volume_id="v")
    unsigned = [paper(id=f"v-{number}", volume_id="v") for number in range(4)]
    (finding,) = run(missing_authors, corpus(signed, *unsigned))
    assert finding.message == "4 papers of v have neither authors nor editors"
    assert len(run(missing_authors, corpus(signed, *unsigned[:3]))) == 3
