"""Authorships as units of judgement, with what is known about them already."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy
from numpy.typing import NDArray

from bylint.corpus.people import People, bare_orcid
from bylint.corpus.twins import Twins
from bylint.disambiguation.index import Index
from bylint.disambiguation.linkage import APART, TOGETHER
from bylint.disambiguation.partitions import Unit
from bylint.model import Authorship, Paper

if TYPE_CHECKING:
    from bylint.corpus.corpus import Corpus

_OTHER_ORCID = -4.0
"""Nats against one person where two ORCIDs differ: some people have two."""
ORCID_ELSEWHERE = 4.0
"""Nats for one person, or against, where an ORCID is another source's: its entry of an author may hold two people."""


class NameSet(NamedTuple):
    """Authorships that are split into people: those of authors are the unit, editors of volumes join afterwards."""

    authorships: tuple[Authorship, ...]
    papers: tuple[Paper, ...]
    signed: tuple[int, ...]
    """Places of the authors in `authorships`."""
    unit: Unit


def name_set(
    corpus: "Corpus",
    index: Index,
    authorships: Sequence[Authorship],
    papers: Sequence[Paper],
    owners: frozenset[int] | None = None,
) -> NameSet:
    """The authorships with their papers side by side, ready to be judged; `owners` where their pages are known."""
    signed = tuple(
        place
        for place, (authorship, paper) in enumerate(zip(authorships, papers, strict=True))
        if authorship.role == "author" and id(paper) in index.paper_number
    )
    resolve, use_ids = corpus.people.resolve, corpus.use_ids
    if owners is None:
        owners = frozenset(index.page_number[resolve(item, use_ids=use_ids).page_id] for item in authorships)
    names = {authorship.name for authorship in authorships}
    unit = Unit(
        places=numpy.array([index.paper_number[id(papers[place])] for place in signed], numpy.int64),
        owners=owners,
        expected=max((index.expected_of_name[name] for name in names), default=0.0),
        constraints=constraints(corpus.people, [authorships[place] for place in signed], index.twins, use_ids=use_ids),
    )
    return NameSet(tuple(authorships), tuple(papers), signed, unit)


def own_id(people: People, authorship: Authorship) -> str | None:
    """The explicit id of an authorship; None where there is none, or where it stands for anybody of the name."""
    person_id = authorship.person_id
    if person_id is None:
        return None
    person = people.get(person_id)
    return person_id if person is None or person.is_verified else None


def constraints(
    people: People, authorships: Sequence[Authorship], twins: Twins | None = None, *, use_ids: bool
) -> NDArray[numpy.float64] | None:
    """What is known of every two authorships before any evidence; None where nothing is.

    Two names on one paper are two people. An equal id or ORCID is one person, different ids are two; an ORCID that
    another source has is evidence.
    """
    size = len(authorships)
    papers = numbered([authorship.paper_id for authorship in authorships])
    ids = numbered([own_id(people, authorship) if use_ids else None for authorship in authorships])
    orcids = numbered([bare_orcid(item.orcid) if use_ids and item.orcid else None for item in authorships])
    elsewhere = _with_those_elsewhere(authorships, twins) if twins and use_ids else orcids
    is_on_papers_of_its_own = len({authorship.paper_id for authorship in authorships}) == size
    if not (ids >= 0).any() and not (elsewhere >= 0).any() and is_on_papers_of_its_own:
        return None
    known = numpy.zeros((size, size))
    both = _both(elsewhere)
    known[both] = numpy.where(_same(elsewhere), ORCID_ELSEWHERE, -ORCID_ELSEWHERE)[both]
    both = _both(orcids)
    known[both] = numpy.where(_same(orcids), TOGETHER, _OTHER_ORCID)[both]
    both = _both(ids)
    known[both] = numpy.where(_same(ids), TOGETHER, APART)[both]
    known[_same(papers)] = APART
    numpy.fill_diagonal(known, 0.0)
    return known


def _with_those_elsewhere(authorships: Sequence[Authorship], twins: Twins) -> NDArray[numpy.int64]:
    """A number for the ORCID of each authorship, or else for the one that another source has."""
    held = [twins.with_orcid(one) for one in authorships]
    written = [known.authorship.orcid if known else one.orcid for known, one in zip(held, authorships, strict=True)]
    return numbered([bare_orcid(orcid) if orcid else None for orcid in written])


def numbered(values: Sequence[str | None]) -> NDArray[numpy.int64]:
    """A number for every distinct value, -1 for None."""
    numbers: dict[str, int] = {}
    return numpy.array(
        [-1 if value is None else numbers.setdefault(value, len(numbers)) for value in values], numpy.int64
    )


def _both(numbers: NDArray[numpy.int64]) -> NDArray[numpy.bool_]:
    known: NDArray[numpy.bool_] = numbers >= 0
    return known[:, None] & known[None, :]


def _same(numbers: NDArray[numpy.int64]) -> NDArray[numpy.bool_]:
    same: NDArray[numpy.bool_] = numbers[:, None] == numbers[None, :]
    return same
