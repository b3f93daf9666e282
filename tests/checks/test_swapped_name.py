"""swapped-name."""

import pytest

from bylint.testing import author, corpus, paper, person, run
from bylint_checks.swapped_name import swapped_name
from traditions import EVERYWHERE

CROWD = [paper(f"{first}|{last}") for first in ("Ada", "Bo", "Wei", "Lei") for last in ("Sun", "Liu", "Chen", "Brown")]
"""Names from which the order of others can be read."""


def together(*names: str, times: int = 1, beside: str = "Zoe|Quill"):
    """Papers by each of these names with one co-author."""
    return [paper(name, beside) for name in names for _ in range(times)]


@pytest.mark.parametrize(
    "records",
    [
        *(pytest.param(together(*case.values, times=3), id=case.id) for case in EVERYWHERE),
        pytest.param(
            [paper("Chen|Lei"), paper("Lei|Chen")] * 3 + [paper("Lei|Wu"), paper("Chen|Wu")], id="no co-author connects"
        ),
        pytest.param(
            [paper("Lei|Chen"), paper("Chen|Lei"), *CROWD, paper("Chen|Zu"), paper("Yi|Lei")], id="both words serve"
        ),
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
            [*CROWD, *together("Sun|Ada"), *together("Ada|Sun", times=9)],
            "Sun|Ada",
            "Ada|Sun",
            id="rare against frequent",
        ),
        pytest.param(
            [*CROWD, *together("Liu|Bo"), *together("Bo|Liu")],
            "Liu|Bo",
            "Bo|Liu",
            id="once each: the words tell the order",
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
    """A co-author of both orders makes the finding surer, and is named; their own name may be swapped as well."""
    crowd = [paper(f"{first}|Sun") for first in ("Yi", "Bo", "Wei", "Lei", "Jun", "Min")] + [
        paper(f"Ada|{last}") for last in ("Liu", "Chen", "Brown", "Hill", "Wu", "Zhao")
    ]
    (alone,) = run(swapped_name, corpus(*crowd, paper("Sun|Ada", "Yi|Wu"), *together("Ada|Sun", times=9)))
    reversed_too = [*together("Sun|Ada", beside="Quill|Zoe"), *together("Ada|Sun", times=9)]
    shared, _ = run(swapped_name, corpus(*crowd, *reversed_too))
    assert shared.confidence > 0.9 > alone.confidence
    assert [evidence.text for evidence in shared.evidence if evidence.kind == "shared-coauthors"] == [
        "both wrote with Quill Zoe"
    ]
    assert [evidence.kind for evidence in alone.evidence] == ["counts", "use-of-words"]


@pytest.mark.parametrize(
    "records",
    [
        pytest.param([person("a", "Ada|Sun", "Sun|Ada")], id="one person has both names"),
        pytest.param([person("a", "Ada|Sun"), person("b", "Sun|Ada")], id="they are two known people"),
        pytest.param([paper("Sun|Ada", "Ada|Sun")], id="both stand in one byline"),
    ],
)
def test_decided_pairs_are_quiet(records):
    """Nothing is said where the people database, or a byline with both, says already who they are."""
    found = [*together("Sun|Ada"), *together("Ada|Sun", times=5)]
    assert len(run(swapped_name, corpus(*found))) == 1
    assert run(swapped_name, corpus(*found, *records)) == []


def test_usual_order_in_a_swapped_byline_is_no_link():
    """Where the more frequent order is the swapped one of a paper, its co-authors say nothing about the rarer."""
    group = [paper("Ada|Sun", "Zoe|Quill", "Bo|Liu") for _ in range(2)] + [paper("Zoe|Quill", "Bo|Liu")] * 3
    elsewhere = [paper("Sun|Ada") for _ in range(5)]
    findings = run(swapped_name, corpus(*group, *elsewhere, paper("Sun|Ada", "Quill|Zoe", "Liu|Bo")))
    assert [str(finding.names[0]) for finding in findings] == ["Quill Zoe", "Liu Bo"]


def test_ids_and_orcids_decide():
    """An authorship with an id, or with an ORCID that the usual order has not, is somebody known."""
    usual = [paper(author("Ada|Sun", orcid="0000-0002-1825-0097"), "Zoe|Quill") for _ in range(5)]
    with_id = paper(author("Sun|Ada", id="sun-ada"), "Zoe|Quill")
    with_orcid = paper(author("Sun|Ada", orcid="0000-0001-5109-3700"), "Zoe|Quill")
    assert run(swapped_name, corpus(*usual, with_id, with_orcid)) == []
    assert run(swapped_name, corpus(*usual, paper("Sun|Ada", "Zoe|Quill")))


def test_initials_are_less_sure():
    """An initial stands first or last as its bearer likes: that pair is not for the gate."""
    (finding,) = run(swapped_name, corpus(*together("R|Aswin"), *together("Aswin|R", times=5)))
    assert finding.confidence < 0.9


VOLUME = [
    paper(f"{last}|{first}", volume_id="v", id=f"v-{last}-{first}")
    for last in ("Sun", "Liu", "Chen")
    for first in ("Ada", "Bo")
]


def test_whole_volume_is_one_finding():
    """A volume whose names are swapped is one finding, with all its authorships; the pairs in it are not repeated."""
    (finding,) = run(swapped_name, corpus(*CROWD, *CROWD, *[paper("Ada|Li"), paper("Wei|Sun")], *VOLUME))
    assert finding.message.startswith("6 of the 6 names of v that can be judged")
    assert len(finding.authorships) == 6
    assert finding.about == "v"


def test_few_swapped_names_are_no_volume():
    """Fewer than five names in a volume are pairs, each a finding of its own."""
    swapped = [paper(name, "Zoe|Quill", volume_id="v") for name in ("Sun|Ada", "Liu|Bo", "Chen|Wei")]
    usual = [paper(name, "Zoe|Quill") for name in ("Ada|Sun", "Bo|Liu", "Wei|Chen")] * 3
    assert len(run(swapped_name, corpus(*swapped, *usual))) == 3
    assert all(finding.names for finding in run(swapped_name, corpus(*swapped, *usual)))


def test_place_of_a_volume_is_its_front_matter():
    """A swapped volume is found where the volume itself stands, as far as it has a record."""
    front = paper(id="v-0", volume_id="v", is_front_matter=True)
    (finding,) = run(swapped_name, corpus(*CROWD, *CROWD, front, *VOLUME))
    assert finding.location.record == "v-0"
    (finding,) = run(swapped_name, corpus(*CROWD, *CROWD, *VOLUME))
    assert finding.location.record == VOLUME[0].id


def test_answer_does_not_depend_on_the_order_of_papers():
    """The same papers in another order give the same findings."""
    records = [*CROWD, *together("Liu|Bo"), *together("Bo|Liu")]
    (forward,), (backward,) = (run(swapped_name, corpus(*order)) for order in (records, records[::-1]))
    assert forward.fingerprint == backward.fingerprint
    assert forward.names == backward.names
