"""The exact edit: which id each group gets, and which authorships would have to say it."""

import pytest

from bylint.dossier.ids import Identity, edits, existing_ids, identities
from bylint.dossier.model import Misplaced, Row
from bylint.model import Location
from bylint.testing import author, corpus, paper, person
from dossiers import dossier


def row(paper_id: str = "a", group: int = 1, **fields: object) -> Row:
    """One authorship of Wei Liu, on the page of the unverified."""
    given = {
        "id": paper_id, "position": 1, "role": "author", "year": 2020, "title": "T", "authors": ("Wei Liu",),
        "group": group, "confidence": 0.9, "person": None, "page": "wei-liu/unverified", "resolved_by": "slug",
        "name": "Wei Liu", "written_id": None, "orcid": None, "affiliations": (), "venues": (),
        "location": Location("p", paper_id, "author", 1),
    }  # fmt: skip
    return Row(**given | fields)


KNOWN = {"person": "wei-liu-hk", "page": "wei-liu-hk", "resolved_by": "name"}


@pytest.mark.parametrize(
    ("groups", "explicit", "taken", "expected"),
    [
        pytest.param([[row()]], [None], (), [None], id="one person without an id needs none"),
        pytest.param([[row()]], ["wei-liu-x"], (), ["wei-liu-x"], id="the id that a group carries"),
        pytest.param([[row(**KNOWN)]], [None], (), ["wei-liu-hk"], id="the person whom the name leads to"),
        pytest.param([[row()] * 2, [row()]], [None] * 2, (), ["wei-liu+", "wei-liu-2+"], id="two people without ids"),
        pytest.param(
            [[row()] * 2, [row()]], [None] * 2, ("wei-liu", "wei-liu-2"), ["wei-liu-3+", "wei-liu-4+"],
            id="ids that somebody has are not proposed",
        ),
        pytest.param(
            [[row(**KNOWN)] * 2, [row(**KNOWN)]], [None] * 2, ("wei-liu", "wei-liu-hk"), ["wei-liu-hk", "wei-liu-2+"],
            id="one page of a person, two people: the larger group keeps it",
        ),
        pytest.param(
            [[row()] * 2, [row()]], ["wei-liu-x"] * 2, ("wei-liu", "wei-liu-x"), ["wei-liu-x", "wei-liu-2+"],
            id="one id on two groups: the larger keeps it",
        ),
        pytest.param(
            [[row()] * 3, [row()] * 2, [row()]], [None] * 3, (), ["wei-liu+", "wei-liu-2+", None],
            id="a single paper beside two groups stays",
        ),
        pytest.param(
            [[row()], [row(affiliations=("Dept. of Computer Science, Wuhan University, China",))]], [None] * 2, ("wei-liu",),
            ["wei-liu-2+", "wei-liu-wuhan+"], id="an affiliation names the id",
        ),
        pytest.param(
            [[row()], [row(orcid="https://orcid.org/0000-0002-1694-233X")]], [None] * 2, ("wei-liu",),
            ["wei-liu-2+", "wei-liu-233x+"], id="the end of an ORCID names the id",
        ),
        pytest.param(
            [[row()], [row(affiliations=("大学", "Natural Language Processing Lab"))]], [None] * 2, ("wei-liu",),
            ["wei-liu-2+", "wei-liu-3+"], id="an affiliation that names nothing",
        ),
    ],
)  # fmt: skip
def test_identities(groups, explicit, taken, expected) -> None:
    """Existing ids first; a `+` marks a proposal."""
    existing = [existing_ids(rows, carried, ()) for rows, carried in zip(groups, explicit, strict=True)]
    found = identities(groups, existing, "wei-liu", taken, splits=len(groups) > 1)
    assert [item.id and item.id + "+" * item.is_new for item in found] == expected


def test_edits_of_one_person() -> None:
    """Where one person is here, who is on that page already stays as they are."""
    rows = [row("a", **KNOWN), row("b"), row("c", written_id="wei-liu-hk", page="wei-liu-hk")]
    assert [edit.paper for edit in edits(rows, [Identity("wei-liu-hk")], splits=False)] == ["b"]
    assert edits(rows, [Identity(None)], splits=False) == ()


def test_groups_that_do_not_split_a_page() -> None:
    """Where it is unlikely that groups are several people, no id is made up, and all have the one that is there."""
    assert identities([[row()], [row()]], [[], []], "wei-liu", (), splits=False) == (Identity(None),) * 2
    assert identities([[row()], [row()]], [[], ["x"]], "wei-liu", (), splits=False) == (Identity("x"),) * 2


def test_edits_of_several_people() -> None:
    """Where several are here, each has to say the id, and a catch-all id is replaced."""
    rows = [row("a", **KNOWN), row("b", 2, written_id="wei-liu"), row("c", 2, written_id="new"), row("d", 3)]
    found = edits(rows, [Identity("wei-liu-hk"), Identity("new", is_new=True), Identity(None)], splits=True)
    assert [(edit.paper, edit.old_id, edit.new_id, edit.is_new) for edit in found] == [
        ("a", None, "wei-liu-hk", False),
        ("b", "wei-liu", "new", True),
    ]


def test_no_group_moves_a_known_person() -> None:
    """An authorship with the id of a known person gets a new id at most; what points to a namesake may move it."""
    rows = [row("a", written_id="wei-liu-hk"), row("b", written_id="wei-liu")]
    known = frozenset({"wei-liu-hk", "wei-liu-pku"})
    assert [edit.paper for edit in edits(rows, [Identity("wei-liu-pku")], verified=known, splits=True)] == ["b"]
    assert [edit.paper for edit in edits(rows, [Identity("x", is_new=True)], verified=known, splits=True)] == ["a", "b"]
    item = Misplaced("a", 1, "author", None, "wei-liu-pku", 0.8, "", ())
    assert [edit.paper for edit in edits(rows, [Identity(None)], [item], known, splits=False)] == ["a"]


@pytest.mark.parametrize(("confidence", "expected"), [(0.8, "wei-liu-pku"), (0.4, "wei-liu-hk")])
def test_sure_suggestions_go_before_the_group(confidence: float, expected: str) -> None:
    """What a namesake's papers suggest counts, if it is sure."""
    item = Misplaced("a", 1, "author", None, "wei-liu-pku", confidence, "", ())
    (edit,) = edits([row("a")], [Identity("wei-liu-hk")], [item], splits=False)
    assert edit.new_id == expected


def test_proposed_ids_are_nobodys() -> None:
    """No proposal is an id that the database or any paper has, whatever its capitals."""
    records = [
        paper("Wei Liu", "Bo Li", id="a"),
        paper("Wei Liu", "Cy Ma", id="b"),
        paper(author("Lost", id="Wei-Liu-2")),
        person("wei-liu", "Somebody Else"),
    ]
    page = dossier(corpus(*records), "Wei Liu")
    assert [edit.new_id for edit in page.edits] == ["wei-liu-3", "wei-liu-4"]
