"""Who wrote with whom."""

from bylint.dossier.model import Row
from bylint.review.company import company, groups_of, others
from bylint.testing import corpus, paper
from dossiers import dossier


def rows(*bylines: list[str]) -> tuple[Row, ...]:
    """The papers of Wei Liu."""
    papers = [paper(*names, id=f"x-{n}") for n, names in enumerate(bylines)]
    return dossier(corpus(*papers), "Wei Liu").papers


def test_others_are_without_the_person() -> None:
    """The one name at the person's own place is left out, a namesake's in the same byline is not."""
    (row,) = rows(["Bo Li", "Wei Liu"])
    assert others(row) == ("Bo Li",)
    assert others(row._replace(authors=("Wei Liu", "Wei Liu"))) == ("Wei Liu",)
    assert others(row._replace(role="editor")) == ()


def test_groups_have_pictures_of_their_own() -> None:
    """Each group shows its co-authors; who stands in several is marked."""
    held = rows(["Wei Liu", "Bo Li", "Cy Ma"], ["Wei Liu", "Bo Li", "Cy Ma"], ["Wei Liu", "Dee Oh"])
    elsewhere = groups_of(held)
    first, second = company(held, 1, elsewhere), company(held, 2, elsewhere)
    assert [(person.name, person.papers) for person in first.people] == [("Bo Li", 2), ("Cy Ma", 2)]
    assert [(tie.people, tie.papers) for tie in first.closest] == [(("Bo Li", "Cy Ma"), 2)]
    assert [strand.width for strand in first.strands] == [2.0]
    assert [person.name for person in second.people] == ["Dee Oh"]
    moved = [row._replace(group=2) if "Dee Oh" in row.authors else row for row in held]
    moved[0] = moved[0]._replace(authors=("Wei Liu", "Bo Li"), group=2)
    bridge = company(moved, 2, groups_of(moved)).people[0]
    assert (bridge.name, bridge.elsewhere) == ("Bo Li", (1,))


def test_those_who_write_together_stand_together() -> None:
    """Two teams do not mix in the column, and what has no place is counted."""
    team = [f"A{n} One" for n in range(3)], [f"B{n} Two" for n in range(3)]
    held = [row._replace(group=1) for row in rows(["Wei Liu", *team[0]], ["Wei Liu", *team[1]])]
    names = [person.name for person in company(held, 1, groups_of(held)).people]
    assert {name[0] for name in names[:3]} in ({"A"}, {"B"})
    many = rows(["Wei Liu", *(f"A{n:02} One" for n in range(20))])
    picture = company(many, 1, groups_of(many))
    assert (len(picture.people), picture.left) == (10, 10)
    assert all(0 < person.y < picture.height for person in picture.people)
