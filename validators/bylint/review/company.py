"""Who wrote with whom: the co-authors of some papers as dots in a column, joined where they share a paper."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from bylint.dossier.model import Row

_PEOPLE = 10
"""How many co-authors a picture shows."""
_LARGEST_TEAM = 30
"""Of a longer byline only those who are in the picture anyway are joined, and it makes nobody a friend."""
_STEP, _RADIUS, _BEND = 22, 3, 8
"""Height of a line; the smallest dot; how far an arc bends out for each line that it spans."""
_WIDEST = 72
"""Room for the arcs."""
_CLOSEST = 5
"""How many pairs are told in words."""


class Person(NamedTuple):
    """A co-author in the picture."""

    name: str
    papers: int
    y: int
    radius: float
    elsewhere: tuple[int, ...]
    """The other groups in which the name stands."""


class Tie(NamedTuple):
    """Two co-authors who share papers."""

    people: tuple[str, str]
    papers: int


class Strand(NamedTuple):
    """The arcs of one width."""

    width: float
    path: str


class Company(NamedTuple):
    """The picture of a group."""

    people: tuple[Person, ...]
    strands: tuple[Strand, ...]
    closest: tuple[Tie, ...]
    left: int
    """How many co-authors are not in it."""
    x: int
    """Where the dots stand."""
    height: int


def others(row: Row) -> tuple[str, ...]:
    """The other authors of a paper; editors of a volume wrote with none of its authors."""
    if row.role != "author":
        return ()
    return tuple(name for position, name in enumerate(row.authors, 1) if position != row.position)


def groups_of(rows: Iterable[Row]) -> Mapping[str, frozenset[int]]:
    """The groups in which each co-author stands."""
    found: dict[str, set[int]] = {}
    for row in rows:
        for name in others(row):
            found.setdefault(name, set()).add(row.group)
    return {name: frozenset(groups) for name, groups in found.items()}


def company(rows: Sequence[Row], group: int, elsewhere: Mapping[str, frozenset[int]]) -> Company:
    """The picture of one group; those who stand in several groups are in it first."""
    teams = [frozenset(others(row)) for row in rows if row.group == group]
    counts = Counter(name for team in teams for name in team)
    weighty = Counter(name for team in teams if len(team) <= _LARGEST_TEAM for name in team)
    chosen = sorted(counts, key=lambda name: (len(elsewhere[name]) < 2, -weighty[name], -counts[name], name))[:_PEOPLE]
    ties = Counter(pair for team in teams for pair in combinations(sorted(team.intersection(chosen)), 2))
    order = _in_company(chosen, ties, counts)
    row_of = {name: number for number, name in enumerate(order)}
    bends = {pair: min(_WIDEST, _BEND * abs(row_of[pair[0]] - row_of[pair[1]])) for pair in ties}
    x = max([*bends.values(), 0]) // 2 + 10
    return Company(
        people=tuple(
            Person(
                name,
                counts[name],
                _middle(number),
                min(_RADIUS + counts[name] ** 0.5, _STEP / 2 - 2),
                tuple(sorted(elsewhere[name] - {group})),
            )
            for number, name in enumerate(order)
        ),
        strands=tuple(
            Strand(
                width,
                "".join(
                    _arc(x, _middle(row_of[pair[0]]), _middle(row_of[pair[1]]), bends[pair])
                    for pair, papers in sorted(ties.items())
                    if _width(papers) == width
                ),
            )
            for width in sorted(set(map(_width, ties.values())))
        ),
        closest=tuple(Tie(*tie) for tie in sorted(ties.items(), key=lambda tie: (-tie[1], tie[0]))[:_CLOSEST]),
        left=len(counts) - len(chosen),
        x=x,
        height=_STEP * len(order),
    )


def _in_company(chosen: Sequence[str], ties: Mapping[tuple[str, str], int], counts: Mapping[str, int]) -> list[str]:
    """The names so that those who share papers stand together: each time the one most tied to those before."""
    left, order = dict.fromkeys(chosen), list[str]()
    tied: Counter[str] = Counter()
    while left:
        name = max(left, key=lambda name: (tied[name], counts[name]))
        del left[name]
        order.append(name)
        for (one, other), papers in ties.items():
            if name in {one, other}:
                tied[other if name == one else one] += papers
    return order


def _width(papers: int) -> float:
    """Of the arc of two who share so many papers."""
    return min(1 + papers / 2, 4)


def _middle(number: int) -> int:
    return _STEP * number + _STEP // 2


def _arc(x: int, start: int, end: int, bend: int) -> str:
    """A curve from one dot to another that bends to the left."""
    return f"M{x} {start}C{x - bend} {start} {x - bend} {end} {x} {end}"
