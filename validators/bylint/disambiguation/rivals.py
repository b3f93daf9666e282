"""Which authorships of a name point to another namesake than the one whose id they carry, or to one at all.

All authorships of one written name are split without looking at ids. Each person's home is the group that holds most of
their papers; an authorship that lies in somebody else's home, shares co-authors with its owner there and none with its
own home, is a rival's.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from bylint.disambiguation.linkage import Clustering
from bylint.disambiguation.model import sigmoid
from bylint.disambiguation.pairs import Matrices
from bylint.disambiguation.partitions import Floats


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
