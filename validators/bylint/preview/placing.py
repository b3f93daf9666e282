"""Where authorships are put, by which rule, and which of them do not fit where they are."""

import math
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from bylint.corpus.corpus import Corpus
from bylint.disambiguation.results import Partition, Rival
from bylint.disambiguation.view import Disambiguation
from bylint.dossier.reasons import NAME
from bylint.finding import Evidence
from bylint.model import Authorship
from bylint.preview.pairing import Pair, Standing

WRONG = 0.5
"""How likely an authorship is another person's than the others of its page, before it is said to look wrong.

Measured on the ACL Anthology of October 2024, with ids and ORCIDs left out (`tests/benchmarks/looks_wrong.py`): of 87
papers put on the page of a namesake 54 look wrong, of the newest papers of 21 namesakes none, and of those of 1,500
pages of any name 48, among them papers that are on the wrong page.
"""
Place = tuple[str, str, int]
"""A paper's id, `author` or `editor`, and the position in the byline."""


class Doubt(NamedTuple):
    """Why an authorship looks wrong where it is."""

    confidence: float
    suggested: str | None
    """The id of the known person whose it looks to be; None where nobody is known."""
    why: str
    evidence: tuple[Evidence, ...]


class Placement(NamedTuple):
    """An authorship that is new on its page."""

    standing: Standing
    came_from: str | None
    """The page it was on; None for one that is new."""
    by: str
    """The rule that put it there: `id`, `orcid`, `name`, or `slug` for the unverified."""
    is_verified: bool
    """Whether the page is a person's."""
    is_known: bool
    """Whether the page was there before."""
    doubt: Doubt | None


def placements(pairs: Iterable[Pair], before: Corpus, after: Corpus) -> list[Placement]:
    """The authorships that a change puts on a page, in the order of the papers."""
    found = [(pair.was, pair.now) for pair in pairs if pair.now is not None]
    placed: dict[str, set[Place]] = {}
    for _, now in found:
        placed.setdefault(now.page, set()).add(place_of(now.authorship))
    doubts = dict(_doubts(placed, after))
    result = []
    for was, now in found:
        resolution = after.people.resolve(now.authorship, use_ids=after.use_ids)
        result.append(
            Placement(
                standing=now,
                came_from=None if was is None else was.page,
                by=resolution.by,
                is_verified=resolution.person is not None,
                is_known=now.page in before.pages,
                doubt=doubts.get(place_of(now.authorship)),
            )
        )
    return result


def place_of(authorship: Authorship) -> Place:
    """Where an authorship stands."""
    return authorship.paper_id, authorship.role, authorship.position


def _doubts(placed: Mapping[str, Collection[Place]], after: Corpus) -> Iterator[tuple[Place, Doubt]]:
    """What looks wrong of the authorships that are put on each page."""
    view = Disambiguation(after)
    for page_id, places in placed.items():
        page = after.pages[page_id]
        if any(place_of(item) not in places for item in page.authorships):
            for authorship, doubt in strangers(view.partition(page), places, view):
                yield place_of(authorship), doubt
        for rival in view.rivals(page):
            if rival.confidence >= WRONG and place_of(rival.authorship) in places:
                yield place_of(rival.authorship), _of_rival(rival)


def strangers(
    partition: Partition, places: Collection[Place], view: Disambiguation
) -> Iterator[tuple[Authorship, Doubt]]:
    """Those of some places whom the evidence puts into a group in which nobody else is, likely another person's."""
    for number, group in enumerate(partition.groups):
        if len(partition.groups) > 1 and all(place_of(item) in places for item in group.authorships):
            evidence = view.between(partition, number)
            confidence = _likelihood(evidence)
            if confidence >= WRONG:
                doubt = Doubt(confidence, None, _strongest(evidence), evidence)
                yield from ((item, doubt) for item in group.authorships)


def _likelihood(evidence: Sequence[Evidence]) -> float:
    """How likely it is that two people are meant: 0 where nothing was weighed."""
    nats = [fact.weight for fact in evidence if fact.weight is not None]
    return 1 / (1 + math.exp(-math.fsum(nats))) if nats else 0.0


def _strongest(evidence: Sequence[Evidence]) -> str:
    """What the papers themselves say most for two people; how common the name is, is said of all alike."""
    return max(evidence, key=lambda fact: (fact.kind != NAME, fact.weight or 0.0)).text


def _of_rival(rival: Rival) -> Doubt:
    shared = len(rival.shared)
    why = f"{shared} of {rival.coauthors} co-authors on papers of {rival.suggested_id}"
    return Doubt(rival.confidence, rival.suggested_id, why, rival.evidence)
