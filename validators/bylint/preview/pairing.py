"""Which authorship of one state is which of the other, and where the pages of the two differ."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import NamedTuple

from bylint.corpus.corpus import Corpus
from bylint.model import Authorship, Paper
from bylint.names import slug


class Standing(NamedTuple):
    """An authorship, its paper, and the page it is on."""

    paper: Paper
    authorship: Authorship
    page: str


class Pair(NamedTuple):
    """One authorship as it was and as it is; None where it was not, or is not any more."""

    was: Standing | None
    now: Standing | None


class Papers(NamedTuple):
    """The papers of two states."""

    kept: Sequence[tuple[Paper, Paper]]
    """As they were and as they are, in the order of today."""
    new: Sequence[Paper]
    gone: Sequence[Paper]


Bylines = Mapping[int, Sequence[Standing]]
"""The authorships of each paper, by the identity of the paper."""


def papers(before: Corpus, after: Corpus) -> Papers:
    """The papers that are in both states, and those that are in one.

    A paper is known by its id, the second of an id as the second; a record under a new id is known by its title and its
    authors, where one paper alone has them.
    """
    were, are = _by_key(before), _by_key(after)
    gone = [paper for key, paper in were.items() if key not in are]
    new = [paper for key, paper in are.items() if key not in were]
    renumbered = _alike(gone, new)
    kept = []
    for key, paper in are.items():
        was = were.get(key) or renumbered.get(id(paper))
        if was is not None:
            kept.append((was, paper))
    found = {id(paper) for pair in kept for paper in pair}
    return Papers(
        kept, [paper for paper in new if id(paper) not in found], [paper for paper in gone if id(paper) not in found]
    )


def _by_key(corpus: Corpus) -> Mapping[tuple[str, int], Paper]:
    found: dict[tuple[str, int], Paper] = {}
    times: dict[str, int] = {}
    for paper in corpus.papers:
        number = times[paper.id] = times.get(paper.id, 0) + 1
        found[paper.id, number] = paper
    return found


def _alike(gone: Sequence[Paper], new: Sequence[Paper]) -> Mapping[int, Paper]:
    """Of two papers that are the only ones with their title and authors, the old one by the identity of the new one."""
    were, are = _by_content(gone), _by_content(new)
    return {id(are[key][0]): were[key][0] for key in were if len(were[key]) == 1 == len(are.get(key, ()))}


def _by_content(some: Sequence[Paper]) -> Mapping[Hashable, Sequence[Paper]]:
    found: dict[Hashable, list[Paper]] = {}
    for paper in some:
        names = tuple(authorship.name for byline in paper.bylines for authorship in byline)
        if paper.title and names:
            found.setdefault((paper.title, names), []).append(paper)
    return found


def standings(corpus: Corpus) -> Bylines:
    """Where every authorship stands."""
    page_ids = list(corpus.pages)
    numbers = iter(corpus.page_numbers)
    return {
        id(paper): [
            Standing(paper, authorship, page_ids[number])
            for authorship, number in zip(
                chain(paper.authorships, paper.editors),
                islice(numbers, len(paper.authorships) + len(paper.editors)),
                strict=True,
            )
        ]
        for paper in corpus.papers
    }


def differences(compared: Papers, before: Bylines, after: Bylines) -> Iterator[Pair]:
    """The authorships that are new, that are gone, or that are on another page, in the order of the papers."""
    for was, now in compared.kept:
        olds, news = before[id(was)], after[id(now)]
        if was is now and [old.page for old in olds] == [new.page for new in news]:
            continue
        for pair in paired(olds, news):
            if pair.was is None or pair.now is None or pair.was.page != pair.now.page:
                yield pair
    for paper in compared.new:
        yield from (Pair(None, standing) for standing in after[id(paper)])
    for paper in compared.gone:
        yield from (Pair(standing, None) for standing in before[id(paper)])


_KEYS: tuple[Callable[[Standing], Hashable], ...] = (
    lambda one: (one.authorship.role, one.authorship.name, one.authorship.person_id),
    lambda one: (one.authorship.role, one.authorship.name),
    lambda one: one.authorship.person_id and (one.authorship.role, one.authorship.person_id),
    lambda one: (one.authorship.role, slug(one.authorship.name)),
)
"""By what an authorship is known again on its paper, the surest first; None says nothing."""


def paired(olds: Sequence[Standing], news: Sequence[Standing]) -> Iterator[Pair]:
    """The authorships of one paper with what they were, in the order of today; then those that are gone.

    Who is not known again by name or id is whoever stood in the same place of a byline that is as long as it was.
    """
    found: dict[int, Standing] = {}
    gone, new = list(olds), list(news)
    for key in _KEYS:
        waiting: dict[Hashable, list[Standing]] = {}
        for old in gone:
            waiting.setdefault(key(old), []).append(old)
        waiting.pop(None, None)
        for one in new:
            held = waiting.get(key(one))
            if held:
                found[id(one)] = held.pop(0)
        gone, new = _left(gone, found.values()), [one for one in new if id(one) not in found]
    lengths = _lengths(olds), _lengths(news)
    places = {(old.authorship.role, old.authorship.position): old for old in gone}
    for one in new:
        role = one.authorship.role
        same_place = places.get((role, one.authorship.position))
        if same_place is not None and lengths[0].get(role) == lengths[1].get(role):
            found[id(one)] = same_place
    yield from (Pair(found.get(id(one)), one) for one in news)
    yield from (Pair(old, None) for old in _left(gone, found.values()))


def _left(some: Sequence[Standing], taken: Iterable[Standing]) -> list[Standing]:
    identities = set(map(id, taken))
    return [one for one in some if id(one) not in identities]


def _lengths(some: Sequence[Standing]) -> Mapping[str, int]:
    found: dict[str, int] = {}
    for one in some:
        found[one.authorship.role] = found.get(one.authorship.role, 0) + 1
    return found
