"""Which authorships of a name point to another namesake than the one whose id they carry, or to one at all.

All authorships of one written name are split without looking at ids. Each person's home is the group that holds most of
their papers; an authorship that lies in somebody else's home, shares co-authors with its owner there and none with its
own home, is a rival's.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

import numpy

from bylint.disambiguation.linkage import Clustering, cluster
from bylint.disambiguation.model import sigmoid
from bylint.disambiguation.namesets import NameSet, constraints, own_id
from bylint.disambiguation.pairs import Matrices
from bylint.disambiguation.partitions import Floats
from bylint.disambiguation.results import LARGEST_PAGE, Rival
from bylint.model import Authorship, Name, Page
from bylint.names import slug

if TYPE_CHECKING:
    from bylint.disambiguation.core import Core


class Move(NamedTuple):
    """An authorship, by its place, and whose it looks to be."""

    place: int
    own_id: str | None
    suggested_id: str
    confidence: float
    theirs: tuple[int, ...]
    """Places of the suggested person's authorships in their home."""
    mine: tuple[int, ...]
    """Places of the own person's; empty where there is no id."""


class Rivals:
    """The rivals of every page, found name by name when the first page is asked for."""

    def __init__(self, core: "Core") -> None:
        self._core = core

    def of(self, page: Page) -> tuple[Rival, ...]:
        """The authorships of a page that look like another namesake's, or like a known one's where they name none."""
        return self._of_page.get(page.id, ())

    @cached_property
    def _of_page(self) -> dict[str, tuple[Rival, ...]]:
        """The rivals of every page."""
        found: dict[str, list[Rival]] = {}
        for authorships in self._shared_names():
            for page_id, rival in self._rivals_of(authorships):
                found.setdefault(page_id, []).append(rival)
        return {page_id: tuple(rivals) for page_id, rivals in found.items()}

    def _shared_names(self) -> Iterator[list[Authorship]]:
        """The authorships of every name, accents aside, that carries the ids of two people or more."""
        people, use_ids = self._core.corpus.people, self._core.corpus.use_ids
        ids: dict[str, set[str | None]] = {}
        for paper in self._core.index.papers:
            for item in paper.authorships:
                if use_ids and item.person_id:
                    ids.setdefault(slug(item.name), set()).add(own_id(people, item))
        shared = {key for key, held in ids.items() if len(held - {None}) > 1}
        named: dict[str, list[Authorship]] = {key: [] for key in shared}
        for name, authorships in self._core.corpus.names.items() if shared else ():
            if slug(name) in shared:
                named[slug(name)].extend(item for item in authorships if item.role == "author")
        for key in sorted(named):
            yield named[key]

    def _rivals_of(self, authorships: Sequence[Authorship]) -> Iterable[tuple[str, Rival]]:
        """The rivals of one name, each with the page it is on."""
        people = self._core.corpus.people
        held = self._core.held_of(authorships)
        ids = [own_id(people, held.authorships[place]) for place in held.signed]
        if len(ids) > LARGEST_PAGE:
            return
        signed = [held.authorships[place] for place in held.signed]
        blind = replace(held.unit, constraints=constraints(people, signed, use_ids=False))
        matrices, similarity = self._core.partitions.weighed(blind)
        for move in moves(ids, cluster([similarity])[0], matrices, similarity):
            authorship = held.authorships[held.signed[move.place]]
            page_id = people.resolve(authorship, use_ids=self._core.corpus.use_ids).page_id
            yield page_id, self._rival(held, move)

    def _rival(self, held: NameSet, move: Move) -> Rival:
        place = held.signed[move.place]
        paper, authorship = held.papers[place], held.authorships[place]
        coauthors = [item.name for item in paper.authorships if item is not authorship]

        def met(places: Sequence[int]) -> tuple[Name, ...]:
            there = {item.name for other in places for item in held.papers[held.signed[other]].authorships}
            return tuple(name for name in dict.fromkeys(coauthors) if name in there)

        return Rival(
            authorship=authorship,
            paper=paper,
            own_id=move.own_id,
            suggested_id=move.suggested_id,
            shared=met(move.theirs),
            own_shared=met(move.mine),
            coauthors=len(coauthors),
            confidence=move.confidence,
            evidence=self._core.sentences(held, numpy.array([move.place]), numpy.array(move.theirs), 1),
        )


def moves(
    ids: Sequence[str | None], clustering: Clustering, matrices: Matrices, similarity: Floats
) -> tuple[Move, ...]:
    """The authorships that lie in another's home; `ids` holds those that stand for one person each."""
    group_of = {int(place): number for number, group in enumerate(clustering.groups) for place in group}
    owners, homes = _homes(ids, group_of)
    found = []
    for place, own in enumerate(ids):
        group = group_of[place]
        owner = owners.get(group)
        if owner is None or owner == own or homes.get(owner) != group:
            continue
        theirs = tuple(i for i, held in enumerate(ids) if held == owner and group_of[i] == group)
        shares = matrices.shared_number[place, list(theirs)] > 0
        pro = float(similarity[place, list(theirs)].mean())
        if not shares.any():
            continue
        if own is None:
            found.append(Move(place, None, owner, sigmoid(pro), theirs, ()))
            continue
        home = homes.get(own)
        mine = tuple(i for i, held in enumerate(ids) if held == own and group_of[i] == home and i != place)
        if home is None or home == group or not mine:
            continue
        against = float(similarity[place, list(mine)].mean())
        if pro > 0 > against and not (matrices.shared_number[place, list(mine)] > 0).any():
            found.append(Move(place, own, owner, sigmoid(pro - against), theirs, mine))
    return tuple(found)


def _homes(ids: Sequence[str | None], group_of: Mapping[int, int]) -> tuple[dict[int, str], dict[str, int]]:
    """The owner of each group, and the home of each person.

    A group belongs to the person with the largest share of their papers there; a person lives where they own most.
    """
    papers = Counter((person, group_of[place]) for place, person in enumerate(ids) if person is not None)
    total = Counter(person for person in ids if person is not None)
    by_share = sorted(papers, key=lambda key: (papers[key] / total[key[0]], papers[key], key[0]))
    owners = {group: person for person, group in by_share}
    homes: dict[str, int] = {}
    for group, person in sorted(owners.items()):
        if person not in homes or papers[person, group] > papers[person, homes[person]]:
            homes[person] = group
    return owners, homes
