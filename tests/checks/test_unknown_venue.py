"""unknown-venue."""

import pytest

from bylint import Venue
from bylint.testing import corpus, paper, papers, run
from bylint_checks.unknown_venue import unknown_venue

KNOWN = [Venue("acl", "data/yaml/venues/acl.yaml"), Venue("ws", "data/yaml/venues/ws.yaml")]


@pytest.mark.parametrize(
    "records",
    [
        pytest.param([*KNOWN, paper(venues=("acl",))], id="a venue that is known"),
        pytest.param([*KNOWN, paper(venues=("acl", "ws"))], id="two venues"),
        pytest.param([*KNOWN, paper()], id="no venue"),
        pytest.param([paper(venues=("acll",))], id="a repository that lists no venues"),
    ],
)
def test_quiet(records):
    """A volume of known venues is left alone, and every one where none is known."""
    assert run(unknown_venue, corpus(*records)) == []


@pytest.mark.parametrize(
    ("venue", "hint"),
    [
        pytest.param("acll", "; did you mean “acl”?", id="misspelt"),
        pytest.param("ACL", "; did you mean “acl”?", id="in capitals"),
        pytest.param("newworkshop", "", id="never made"),
    ],
)
def test_found(venue, hint):
    """An id that is no venue's is one finding, at the first volume that has it."""
    volume = [paper(id=f"y-{n}", volume_id="y", venues=("ws", venue)) for n in range(3)]
    (finding,) = run(unknown_venue, corpus(*KNOWN, *volume, paper(id="z-1", volume_id="z", venues=(venue,))))
    assert finding.message == f"“{venue}”, the venue of y and 1 more, is none that the repository knows{hint}"
    assert (finding.location.record, finding.location.field) == ("y-0", "venues")
    assert finding.papers == ("y-0", "y-1", "y-2", "z-1")


def test_venues_in_json_lines():
    """A line with a venue makes it known."""
    lines = '{"venue": "acl"}\n{"id": "x-1", "title": "the \\"venue\\": x", "venues": ["acl"]}\n'
    assert run(unknown_venue, papers(lines)) == []
    assert run(unknown_venue, papers(lines.replace('"venue": "acl"', '"venue": "ws"')))
