"""swapped-name."""

import pytest
from bylint_checks.swapped_name import swapped_name

from bylint.testing import corpus, paper, run

CROWD = [paper(f"{first}|{last}") for first in ("Ada", "Bo", "Wei", "Lei") for last in ("Sun", "Liu", "Chen", "Brown")]
"""Names from which the order of others can be read."""


def together(*names: str, times: int = 1, beside: str = "Zoe|Quill"):
    """Papers by each of these names with one co-author."""
    return [paper(name, beside) for name in names for _ in range(times)]


@pytest.mark.parametrize(
    "records",
    [
        pytest.param([paper("Chen|Lei"), paper("Lei|Chen")] * 3 + [paper("Lei|Wu"), paper("Chen|Wu")], id="no co-author connects"),
        pytest.param([paper("Lei|Chen"), paper("Chen|Lei"), *CROWD, paper("Chen|Zu"), paper("Yi|Lei")], id="both words serve"),
        pytest.param(together("Ada|Sun", times=3), id="one order only"),
        pytest.param(together("Ming|Ming", times=3), id="two equal words"),
        pytest.param(together("|Mausam", "Mausam|", times=2), id="a mononym in either field"),
        pytest.param([paper("Ada|Sun", "Sun|Ada")], id="two people of one byline, unless others tell the order"),
    ],
)
def test_quiet(records):
    """Where nothing but the reversal speaks for it, the two are two people."""
    assert run(swapped_name, corpus(*records)) == []


@pytest.mark.parametrize(
    ("records", "suspect", "other"),
    [
        pytest.param(
            [*CROWD, *together("Sun|Ada"), *together("Ada|Sun", times=9)], "Sun|Ada", "Ada|Sun", id="rare against frequent"
        ),
        pytest.param(
            [*CROWD, *together("Liu|Bo"), *together("Bo|Liu")], "Liu|Bo", "Bo|Liu", id="once each: the words tell the order"
        ),
        pytest.param(
            [*together("Schwab|Didier"), *together("Didier|Schwab", times=5)],
            "Schwab|Didier",
            "Didier|Schwab",
            id="rare words: the counts tell the order",
        ),
    ],
)
def test_found(records, suspect, other):
    """The less likely order is found, as one finding with all its places and both names."""
    (finding,) = run(swapped_name, corpus(*records))
    assert finding.message == f"“{suspect}” looks like “{other}” with first and last name swapped"
    assert [f"{name.first}|{name.last}" for name in finding.names] == [suspect, other]
    assert {f"{item.name.first}|{item.name.last}" for item in finding.authorships} == {suspect}


def test_shared_coauthor_is_shown_and_counts():
    """A co-author of both orders makes the finding surer, and is named."""
    apart = [*CROWD, paper("Sun|Ada", "Yi|Wu"), *together("Ada|Sun", times=9)]
    (alone,) = run(swapped_name, corpus(*apart))
    (shared,) = run(swapped_name, corpus(*CROWD, *together("Sun|Ada"), *together("Ada|Sun", times=9)))
    assert shared.confidence > alone.confidence
    assert "both wrote with Zoe Quill" in [evidence.text for evidence in shared.evidence]
    assert not any("both wrote" in evidence.text for evidence in alone.evidence)


def test_initials_are_less_sure():
    """An initial stands first or last as its bearer likes: that pair is not for the gate."""
    records = [*together("R|Aswin", times=1), *together("Aswin|R", times=5)]
    assert all(finding.confidence < 0.9 for finding in run(swapped_name, corpus(*records)))


VOLUME = [paper(f"{last}|{first}", volume_id="v", id=f"v-{last}-{first}") for last in ("Sun", "Liu", "Chen") for first in ("Ada", "Bo")]


def test_whole_volume_is_one_finding():
    """A volume whose names are swapped is one finding, with all its authorships; the pairs in it are not repeated."""
    (finding,) = run(swapped_name, corpus(*CROWD, *CROWD, *[paper("Ada|Li"), paper("Wei|Sun")], *VOLUME))
    assert finding.message.startswith("6 of the 6 names of v that can be judged")
    assert len(finding.authorships) == 6
    assert finding.about == "v"


def test_few_swapped_names_are_no_volume():
    """Fewer than five in a volume are pairs of names."""
    findings = run(swapped_name, corpus(*CROWD, *VOLUME[:3]))
    assert all(finding.names for finding in findings)
    assert len(findings) == 3


def test_answer_does_not_depend_on_the_order_of_papers():
    """The same papers in another order give the same findings."""
    records = [*CROWD, *together("Liu|Bo"), *together("Bo|Liu")]
    (forward,), (backward,) = (run(swapped_name, corpus(*order)) for order in (records, records[::-1]))
    assert forward.fingerprint == backward.fingerprint
    assert forward.names == backward.names
