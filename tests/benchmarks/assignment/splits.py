"""How well a system tells the people behind one written name apart."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy

from benchmarks.assignment.figures import Bootstrap, Figure, area, areas
from benchmarks.assignment.gold import Gold, Scorer

Pair = tuple[str, str]
"""Two papers, the smaller id first."""


@dataclass(frozen=True)
class Answer:
    """What one system says of the gold's names; a name or paper that is missing counts as "all one person"."""

    system: str
    groups: Mapping[str, Mapping[str, int]]
    """For each name the group of each paper."""
    likeness: Mapping[str, Mapping[Pair, float]] = field(default_factory=dict)
    """For each name how much two papers look like one person's; without it pairs cannot be ranked."""
    doubt: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    """For each name how much each paper looks as if it were not by the person the page is about."""


def split_figures(gold: Gold, scorer: Scorer, answer: Answer) -> dict[str, Figure]:
    """The figures that ask for groups, by the scorer's own functions, over the names of the gold."""
    rows = [scorer.score_splits({name: gold.splits[name]}, gold.catch_all, answer.groups) for name in gold.names]
    counts = numpy.array([pair_counts(gold, name, answer.groups.get(name, {})) for name in gold.names])
    without = counts * numpy.array([name != gold.largest for name in gold.names])[:, None]
    draws = Bootstrap(len(gold.names))
    figures = {
        label: draws.mean([row[key] for row in rows])
        for label, key in (
            ("B3", "b3"),
            ("B3 precision", "b3_precision"),
            ("B3 recall", "b3_recall"),
            ("page-mean F1", "page_mean_f1"),
        )
    }
    for label, both in ((f"pair F1 without {gold.largest}", without), (f"pair F1 with {gold.largest}", counts)):
        figures[label] = draws.ratio(2 * both[:, 0], both[:, 1] + both[:, 2])
    return figures


def pair_counts(gold: Gold, name: str, group_of: Mapping[str, int]) -> tuple[int, int, int]:
    """The known pairs of a name that are one person's and said to be; that are said to be; that are."""
    right = said = same = 0
    for left, other, is_same in gold.known_pairs(name):
        together = group_of.get(left) == group_of.get(other)
        right += together and is_same
        said += together
        same += is_same
    return right, said, same


def pair_areas(gold: Gold, answer: Answer) -> dict[str, Figure]:
    """Whether pairs of one person are ranked above pairs of two; names that lack either are left out."""
    if not answer.likeness:
        return {}
    scores = []
    for name in gold.names:
        likeness = answer.likeness.get(name, {})
        pairs = [(likeness.get((left, right), 0.0), same) for left, right, same in gold.known_pairs(name)]
        above, below = ([score for score, same in pairs if same is wanted] for wanted in (True, False))
        if above and below:
            scores.append((above, below))
    draws = Bootstrap(len(scores))
    return {
        "pair AUC, mean over names": draws.mean([area(above, below) for above, below in scores]),
        "pair AUC, pooled, each name weighs the same": draws.mean_of_pairs(areas(scores)),
    }


def wrong_paper_areas(gold: Gold, answer: Answer) -> dict[str, Figure]:
    """Whether a page's wrong papers look it more than its right ones, under both readings of who owns the page."""
    if not answer.doubt:
        return {}
    figures = {}
    for reading, owner_of in (("most papers", most_papers), ("main group", of_main_group)):
        values = []
        for name in gold.names:
            person_of, doubt = gold.splits[name], answer.doubt.get(name, {})
            owner = owner_of(gold, name, answer.groups.get(name, {}))
            wrong = [doubt[paper] for paper, person in person_of.items() if paper in doubt and person != owner]
            right = [doubt[paper] for paper, person in person_of.items() if paper in doubt and person == owner]
            values.append(area(wrong, right) if owner else None)
        figures[f"wrong paper AUC per page, owner by {reading}"] = Bootstrap(len(values)).mean(values)
    return figures


def most_papers(gold: Gold, name: str, group_of: Mapping[str, int]) -> str | None:
    """The person with most papers of a name; None where two have as many, or where it is a catch-all."""
    return _most(list(gold.splits[name].values()), gold)


def of_main_group(gold: Gold, name: str, group_of: Mapping[str, int]) -> str | None:
    """The person with most papers of the largest group (number 0); None as above."""
    return _most([person for paper, person in gold.splits[name].items() if group_of.get(paper) == 0], gold)


def _most(people: list[str], gold: Gold) -> str | None:
    counts = {person: people.count(person) for person in people}
    most = [person for person, count in counts.items() if count == max(counts.values())]
    return most[0] if len(most) == 1 and most[0] not in gold.catch_all else None
