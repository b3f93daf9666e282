"""Whether a printed confidence is true, and whether alarms come as rarely as they say."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from benchmarks.assignment.figures import Figure, share
from benchmarks.assignment.gold import Gold
from benchmarks.assignment.rankings import Proposal
from benchmarks.assignment.written import Written, slug_of
from bylint import Authorship, Corpus, Paper, bare_orcid
from bylint.disambiguation.examples import Learner
from bylint.disambiguation.model import PAGE_SIZES, Model, sigmoid, size_class
from bylint.disambiguation.partitions import Partitions

EDGES = (0.0, 0.1, 0.3, 0.5, 0.7, 0.9, 1.0)
"""Bands of confidence; the last one holds both its ends."""
LARGEST_PAGE = 150
"""Papers of a page beyond which the null was not fitted either."""
NOMINAL = (0.01, 0.03, 0.05, 0.1, 0.2)


class Band(NamedTuple):
    """What was said and what was true in one band of confidence."""

    low: float
    high: float
    number: int
    said: float
    """Mean confidence."""
    was: Figure
    """Share that was so."""


def bands(judged: Iterable[tuple[float, bool]], edges: Sequence[float] = EDGES) -> Iterator[Band]:
    """Confidences with what was true, by band; empty bands are left out."""
    judged = list(judged)
    for low, high in pairwise(edges):
        held = [item for item in judged if low <= item[0] < high or high == edges[-1] == item[0]]
        if held:
            said = sum(confidence for confidence, _ in held) / len(held)
            yield Band(low, high, len(held), said, share([was for _, was in held]))


def names_with_known_people(gold: Gold, corpus: Corpus, written: Mapping[str, Written]) -> dict[str, bool]:
    """Slugs of names, and whether two or more people bear them: the names of which that is known.

    Two or more bear the gold's; one bears those where every authorship, on two papers or more, carries that person's
    id or ORCID.
    """
    known = {slug_of(name): True for name in gold.names}
    for name, (authorships, _) in written.items():
        people = {known_person(authorship, corpus) for authorship in authorships}
        if len(authorships) > 1 and len(people) == 1 and None not in people:
            known.setdefault(name, False)
    return known


def known_person(authorship: Authorship, corpus: Corpus) -> str | None:
    """Who an authorship says it is by; None where it says nothing, or only "anybody else of this name"."""
    if authorship.person_id:
        person = corpus.people.get(authorship.person_id)
        return person.id if person and person.is_verified else None
    return bare_orcid(authorship.orcid) if authorship.orcid else None


def judged_proposals(gold: Gold, proposals: Iterable[Proposal]) -> list[tuple[float, bool]]:
    """The confidence of each proposal, and whether maintainers joined the two: a lower bound of what is right."""
    merges = {frozenset(pair) for pair in gold.merges}
    return [
        (proposal.confidence, any(pair in merges for pair in proposal.pairs()))
        for proposal in proposals
        if proposal.confidence is not None
    ]


def by_size(tails: Iterable[tuple[int, float]]) -> dict[str, list[float]]:
    """Tails of pages by their number of papers; under `all` those of every page."""
    classes = [range(low, high) for low, high in pairwise((2, *PAGE_SIZES))]
    labels = [" to ".join(map(str, sorted({sizes[0], sizes[-1]}))) for sizes in classes] + [
        f"{PAGE_SIZES[-1]} and more"
    ]
    found: dict[str, list[float]] = {"all": [], **{label: [] for label in labels}}
    for papers, tail in tails:
        found["all"].append(tail)
        found[labels[size_class(papers)]].append(tail)
    return found


def one_or_two(papers: Sequence[Paper], model: Model, half: int) -> Iterator[tuple[float, bool]]:
    """The evidence as a confidence at even odds: pages of rare names of one half of the surnames, and as many pairs.

    A pair is two such pages of one surname, put on one page: two people.
    """
    learner = Learner(papers, half)
    double = [learner.joined(page, other) for page, other in learner.rare_pages(4)]
    double = [item for item in double if 0 < item.owner.sum() < len(item.owner) <= LARGEST_PAGE]
    single = [learner.single(page) for page, _ in learner.rare_pages(3, least=2, most=len(double))]
    partitions = Partitions(learner.evidence, model)
    for units, is_double in ((single, False), ([item.unit for item in double], True)):
        for judgement in partitions.judged([unit for unit in units if len(unit.places) <= LARGEST_PAGE]):
            yield sigmoid(judgement.evidence), is_double


def alarm_rates(tails: Sequence[float]) -> dict[float, Figure]:
    """How many of the pages that surely hold one person look unusual, by the nominal rate."""
    return {nominal: share([tail <= nominal for tail in tails]) for nominal in NOMINAL}
