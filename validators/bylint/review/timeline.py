"""The papers of a page by year, as squares in columns, one colour a group."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from bylint.dossier.model import Row

_WIDTH, _COLUMN = 640, 36
"""Of the picture, and of a year at most."""
_HEIGHT, _SQUARE = 132, 12
"""Of the columns, and of a paper at most."""
_NARROW = 330
"""The width of a phone: wider pictures shrink there, and their numbers grow."""
_LABEL, _LABEL_OF_WIDE = 34, 56
"""Room that a year's number takes, and what it takes on a picture that may shrink."""
_VISIBLE = 4
"""From this height on, papers are told apart within a column."""
_YEARS = 120
"""Years that one picture holds; a record with a year beyond is a slip."""


class Bar(NamedTuple):
    """A paper, or those of one group in one year where there is no room to tell them apart."""

    x: float
    y: float
    width: float
    height: float
    group: int

    @property
    def path(self) -> str:
        """The outline."""
        return f"M{self.x:g} {self.y:g}h{self.width:g}v{self.height:g}h{-self.width:g}z"


class Band(NamedTuple):
    """All bars of one group, as one outline."""

    group: int
    path: str


class Label(NamedTuple):
    """A year below its column."""

    x: float
    year: int


class Timeline(NamedTuple):
    """The picture, and what it says in words."""

    width: float
    height: float
    bars: tuple[Bar, ...]
    labels: tuple[Label, ...]
    base: float
    """Where the columns stand."""
    told: str

    @property
    def shrinks(self) -> bool:
        """Whether it is wider than a phone."""
        return self.width > _NARROW

    @property
    def bands(self) -> tuple[Band, ...]:
        """The bars by group."""
        paths: dict[int, str] = {}
        for bar in self.bars:
            paths[bar.group] = paths.get(bar.group, "") + bar.path
        return tuple(Band(*item) for item in sorted(paths.items()))


def timeline(rows: Sequence[Row]) -> Timeline | None:
    """The time line of some papers; None where no two of them have years that fit one."""
    years = [row.year for row in rows if row.year is not None]
    if len(years) < 2 or max(years) - min(years) >= _YEARS:
        return None
    first, last = min(years), max(years)
    counts = Counter((row.year, row.group) for row in rows if row.year is not None)
    tallest = max(Counter(years).values())
    column = min(_COLUMN, _WIDTH / (last - first + 1))
    unit = min(_SQUARE, _HEIGHT / tallest)
    base = unit * tallest + 4
    bars, below = [], Counter[int]()
    for (year, group), papers in sorted(counts.items()):
        parts = papers if unit >= _VISIBLE else 1
        for _ in range(parts):
            below[year] += papers // parts
            bars.append(
                Bar(
                    x=_rounded((year - first) * column + column * 0.08),
                    y=_rounded(base - unit * below[year]),
                    width=_rounded(column * 0.84),
                    height=_rounded(max(unit * papers / parts - 1, 0.5)),
                    group=group,
                )
            )
    room = _LABEL if column * (last - first + 1) <= _NARROW else _LABEL_OF_WIDE
    every = next((step for step in (1, 2, 5, 10, 20) if step * column >= room), 50)
    labels = [
        Label(_rounded((year - first + 0.5) * column), year)
        for year in range(first, last + 1)
        if last - first < every or year % every == 0
    ]
    return Timeline(
        width=_rounded(max((last - first + 1) * column, _LABEL)),
        height=_rounded(base + 18),
        bars=tuple(bars),
        labels=tuple(labels),
        base=_rounded(base),
        told="; ".join(_spans(counts)),
    )


def _spans(counts: Counter[tuple[int, int]]) -> list[str]:
    """The years of each group, in words."""
    years: dict[int, Counter[int]] = {}
    for (year, group), papers in counts.items():
        years.setdefault(group, Counter())[year] += papers
    return [
        f"group {group}: " + ", ".join(f"{year} {papers}" for year, papers in sorted(held.items()))
        for group, held in sorted(years.items())
    ]


def _rounded(number: float) -> float:
    return round(number, 1)
