"""topic-drift."""

from typing import Any

import pytest

from bylint.testing import author, corpus, paper, person, run
from bylint_checks.topic_drift import topic_drift

CROWD = paper("Wei|Li", "Wei|Zhang", "Hui|Zhang", "Hui|Chen", "Jing|Li")
"""Names under which Hui Li is common."""
PARSING = [
    "the parser and the treebank with trees",
    "the parser and the grammar with trees",
    "the treebank and the grammar with heads",
    "the parser and the treebank with heads",
]
NURSING = "the nurses and the wards with patients"


def page(name="Hui|Li"):
    """Four papers on parsing, with one co-author."""
    return [paper(name, "Ada|Lovelace", abstract=abstract) for abstract in PARSING]


def far(*others, name="Hui|Li", **fields: Any):
    """A paper on something else."""
    return paper(name, *others, **{"id": "far", "abstract": NURSING, **fields})


@pytest.mark.parametrize(
    "records",
    [
        pytest.param([*page(), far()], id="a rare name"),
        pytest.param([CROWD, *page(), far(abstract=PARSING[0])], id="the same topic"),
        pytest.param([CROWD, *page(), far("Ada|Lovelace")], id="another topic with the old co-author"),
        pytest.param(
            [CROWD, *page(), far("Bo|Berg"), paper("Bo|Berg", "Ada|Lovelace")],
            id="another topic with somebody the co-author knows",
        ),
        pytest.param([CROWD, *page(), far(abstract=None, title="Nurses, Wards and Patients")], id="no abstract"),
        pytest.param([CROWD, *page()[:3], far()], id="few abstracts"),
        pytest.param([CROWD, *page(), far(abstract="les infirmières et leurs malades")], id="another language"),
        pytest.param(
            [CROWD, *page(), paper(editors=["Hui|Li"], abstract=NURSING), paper(editors=["Hui|Li"], abstract=NURSING)],
            id="volumes that were edited",
        ),
        pytest.param(
            [
                CROWD,
                *page()[:3],
                paper(author("Hui|Li", affiliations=["TU Wien"]), abstract=PARSING[3]),
                paper(author("Hui|Li", affiliations=["Technische Universität Wien"]), abstract=NURSING),
            ],
            id="one affiliation, written two ways",
        ),
        pytest.param(
            [CROWD, person("hui-li", "Hui|Li"), *page(), paper(author("Hui|Li", id="hui-li"), abstract=NURSING)],
            id="a paper that carries the person's id",
        ),
    ],
)
def test_quiet(records):
    """Near topics, known company, and what is no ground to judge a topic by are left alone."""
    assert run(topic_drift, corpus(*records)) == []


@pytest.mark.parametrize(
    "records",
    [
        pytest.param([CROWD, *page(), far()], id="another topic, without co-authors"),
        pytest.param([CROWD, *page(), far("Bo|Berg")], id="another topic with strangers"),
        pytest.param(
            [CROWD, *page(), paper("Hui|Li", title="The Parser and the Rest with More"), far()],
            id="beside a paper without an abstract",
        ),
    ],
)
def test_found(records):
    """A paper far from all others is found, and the nearest one is named."""
    (finding,) = run(topic_drift, corpus(*records))
    assert finding.papers == ("far",)
    assert finding.evidence[0].papers[0] == "far"
    assert "nearest" in finding.evidence[0].text
    assert finding.confidence < 0.9


def test_a_page_is_one_finding():
    """Two papers that are far from all others are told together."""
    records = [
        CROWD,
        *page(),
        far("Bo|Berg"),
        far(id="further", abstract="whales beneath the ice and storms with snow"),
    ]
    (finding,) = run(topic_drift, corpus(*records))
    assert finding.papers == ("far", "further")


def test_options():
    """The options say how many abstracts a page needs, and what is far."""
    records = corpus(CROWD, *page(), far())
    assert run(topic_drift, records, {"abstracts": 6}) == []
    assert run(topic_drift, records, {"similarity": 0}) == []
