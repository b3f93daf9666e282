"""repeated-author."""

import pytest

from bylint.testing import author, corpus, paper, run
from bylint_checks.repeated_author import repeated_author


@pytest.mark.parametrize(
    "record",
    [
        pytest.param(paper("Ada|Lovelace", "Augusta|Lovelace"), id="two people of one family"),
        pytest.param(paper(author("Yang|Liu", id="a"), author("Yang|Liu", id="b")), id="namesakes with two ids"),
        pytest.param(
            paper(author("Yang|Liu", orcid="0000-0002-1825-0097"), author("Yang|Liu", orcid="0000-0001-5109-3700")),
            id="namesakes with two ORCIDs",
        ),
        pytest.param(paper("Ada|Lovelace", editors=["Ada|Lovelace"]), id="an author who is the editor as well"),
        pytest.param(paper("Bo|Li", "Li|Bo"), id="a name and its reverse"),
        pytest.param(paper("Manuel|García", "M. Ángel|García"), id="an initial of one author and the name of another"),
        pytest.param(paper("Hyun|Kim", "Hyun-Ki|Kim"), id="two given names that begin alike"),
        pytest.param(
            paper(author("Yang|Liu", id="a"), "Yang|Liu"), id="a namesake without an id beside one with an id"
        ),
        pytest.param(paper("|", "|"), id="two authors without a name"),
        pytest.param(paper(), id="nobody"),
    ],
)
def test_quiet(record):
    """A byline in which nobody stands twice is left alone."""
    assert run(repeated_author, corpus(record)) == []


@pytest.mark.parametrize(
    ("record", "places"),
    [
        pytest.param(paper("Rui|Seara", "Bo|Li", "Rui|Seara"), [("author", 3)], id="first and last"),
        pytest.param(paper(*["Rui|Seara"] * 3), [("author", 2), ("author", 3)], id="three times"),
        pytest.param(paper(editors=["Rui|Seara", "Rui|Seara"]), [("editor", 2)], id="among the editors"),
        pytest.param(paper(author("Yang|Liu", id="a"), author("Yang|Liu", id="a")), [("author", 2)], id="one id twice"),
    ],
)
def test_found(record, places):
    """Each authorship after the first of a name and id is found, with the place of the first."""
    findings = run(repeated_author, corpus(record))
    assert [(finding.location.byline, finding.location.position) for finding in findings] == places
    assert all(finding.evidence[0].location.position == 1 for finding in findings)
    assert all(finding.message == f"{finding.authorships[0].name} is listed twice" for finding in findings)
