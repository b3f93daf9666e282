"""
First and last name of one person stand in each other's field.

## Why it matters

The two orders make two pages: part of a person's papers is missing from each, and every citation that is built from
the swapped record names them wrongly. A whole volume goes wrong this way when somebody reads a list of
"Last First" as "First Last".

## Example

    {"id": "x-1", "authors": [{"first": "Sun", "last": "Le"}, {"first": "Xianpei", "last": "Han"}]}
    {"id": "x-2", "authors": [{"first": "Le", "last": "Sun"}, {"first": "Xianpei", "last": "Han"}]}
    {"id": "x-3", "authors": [{"first": "Le", "last": "Sun"}, {"first": "Ben", "last": "He"}]}

## What to do

Look at the PDF of a paper with the rarer order, and at the person's other papers. If it is the same person, put the
two parts into the right fields; if the person signs both ways, list both names in the people database. When a whole
volume is named, correct the list that it was made from.

## Quiet on

Two orders that nothing joins: `Chen Lei` and `Lei Chen` are two people as long as no co-authors are shared and both
words are in use both ways. Two orders in one byline. Names that the people database lists for one person already, or
for two; authorships with an id; different ORCIDs.

Co-authors are compared whichever way round their own names stand, because a byline is mostly swapped as a whole. One
shared co-author is enough only where the last part is hardly ever a last name, or where others of the byline are
swapped too. Where nothing but the use of the words speaks, or where a part is an initial, the finding is less sure.
"""

from collections.abc import Iterator
from typing import NamedTuple

from bylint import Assignment, Authorship, Corpus, Evidence, Finding, Name, Names, Severity, Volume, check
from bylint.names import words
from bylint_checks._evidence import wrote_with_both
from bylint_checks._name_orders import Byline, Orders, Pair, either_way
from bylint_checks._wording import barred

_BY_WORDS_ALONE = 0.5
_FEWEST_IN_VOLUME = 5
_SHARE_OF_VOLUME = 0.15
"""Of the names in a volume whose usual order is known, so many must be swapped."""
_MOST_OF_VOLUME = 0.5
"""Where so many have their reverse elsewhere, this is evidence enough for each of them."""
_INITIALS = 0.7
"""Whoever is called by an initial puts it first or last as they like."""


class _Swap(NamedTuple):
    """Authorships in the odd order of a pair, and what says that they are swapped."""

    pair: Pair
    authorships: Byline
    evidence: tuple[Evidence, ...] = ()
    confidence: float | None = None


@check(Severity.WARNING, confidence=0.95)
def swapped_name(corpus: Corpus, names: Names, assignment: Assignment) -> Iterator[Finding]:
    orders = Orders(corpus, names)
    open_pairs = [(pair, left) for pair in orders.pairs if (left := _undecided(pair, names, assignment, orders))]
    swaps = [swap for pair, left in open_pairs if (swap := _swap(pair, left, names, orders))]
    suspects = {authorship for swap in swaps for authorship in swap.authorships}
    suspects.update(_beside_swapped(open_pairs, orders))
    reversed_ones = {authorship for _, left in open_pairs for authorship in left}
    explained: set[Authorship] = set()
    for finding in _swapped_volumes(corpus, orders, suspects, reversed_ones):
        explained.update(finding.authorships)
        yield finding
    for swap in swaps:
        authorships = tuple(authorship for authorship in swap.authorships if authorship not in explained)
        if authorships:
            odd, usual = map(barred, swap.pair)
            yield Finding(
                message=f"“{odd}” looks like “{usual}” with first and last name swapped",
                location=authorships[0].location,
                names=swap.pair,
                authorships=authorships,
                evidence=swap.evidence,
                confidence=swap.confidence,
            )


def _undecided(pair: Pair, names: Names, assignment: Assignment, orders: Orders) -> Byline:
    """The authorships in the odd order of which nobody has said yet whose they are."""
    if assignment.persons(pair.odd) and assignment.persons(pair.usual):
        return ()
    if any(authorship.name == pair.usual for byline in orders.bylines[pair.odd] for authorship in byline):
        return ()
    usual_orcids = {authorship.orcid for authorship in names.authorships(pair.usual)} - {None}
    return tuple(
        authorship
        for authorship in names.authorships(pair.odd)
        if not authorship.person_id and (not authorship.orcid or not usual_orcids or authorship.orcid in usual_orcids)
    )


def _swap(pair: Pair, authorships: Byline, names: Names, orders: Orders) -> _Swap | None:
    """What joins the two orders of a pair; None where it is too little."""
    coauthors = {
        either_way(other.name)
        for byline in orders.bylines[pair.usual]
        if not _is_swapped_beside(byline, pair.usual, orders)  # the usual order may stand in a swapped byline, too
        for other in byline
    }
    coauthors.discard(either_way(pair.odd))
    bylines = orders.bylines[pair.odd]
    shared: dict[frozenset[str], Name] = {}
    linked = beside = 0
    for byline in bylines:
        own = {either_way(other.name): other.name for other in byline if either_way(other.name) in coauthors}
        shared.update(own)
        linked += bool(own)
        beside += _is_swapped_beside(byline, pair.odd, orders)
    hardly_a_last_name = orders.odds.as_last(pair.odd.last) <= 1
    counts = _counted(pair, names)
    use = _use(pair, orders)
    if 2 * linked >= len(bylines) and (len(shared) > 1 or hardly_a_last_name or 2 * beside >= len(bylines)):
        confidence = _INITIALS if _has_initials(pair.odd) else None
        return _Swap(pair, authorships, (counts, wrote_with_both(shared.values()), *use), confidence)
    if not linked and hardly_a_last_name and use:
        return _Swap(pair, authorships, (counts, *use), _BY_WORDS_ALONE)
    return None


def _has_initials(name: Name) -> bool:
    """Whether the first or the last name is nothing but initials: `Ramaneswaran S`, `Geetha T V`."""
    return any(max(map(len, words(part or "")), default=1) == 1 for part in name)


def _is_swapped_beside(byline: Byline, name: Name, orders: Orders) -> bool:
    """Whether of the others in a byline, as far as they are known, half or more are swapped."""
    odd, known = orders.share_of_odd(authorship.name for authorship in byline if authorship.name != name)
    return odd > 0 and 2 * odd >= known


def _beside_swapped(pairs: list[tuple[Pair, Byline]], orders: Orders) -> Iterator[Authorship]:
    """The authorships in an odd order whose bylines are swapped otherwise, too."""
    for pair, authorships in pairs:
        bylines = {
            (byline[0].paper_id, byline[0].role)
            for byline in orders.bylines[pair.odd]
            if _is_swapped_beside(byline, pair.odd, orders)
        }
        yield from (authorship for authorship in authorships if (authorship.paper_id, authorship.role) in bylines)


def _swapped_volumes(
    corpus: Corpus, orders: Orders, suspects: set[Authorship], reversed_ones: set[Authorship]
) -> Iterator[Finding]:
    """A finding for each volume of which so much is swapped that it must have been read in that way."""
    names_in: dict[str, set[Name]] = {}
    for one in reversed_ones:
        names_in.setdefault(one.paper_id, set()).add(one.name)
    for volume in corpus.volumes:
        papers = (*((volume.front_matter,) if volume.front_matter else ()), *volume.papers)
        candidates = [names_in[paper.id] for paper in papers if paper.id in names_in]
        if len(candidates) < 2 or len(set().union(*candidates)) < _FEWEST_IN_VOLUME:
            continue
        everybody = [authorship for paper in papers for byline in paper.bylines for authorship in byline]
        known = orders.share_of_odd({authorship.name for authorship in everybody})[1]
        for among, share in ((reversed_ones, _MOST_OF_VOLUME), (suspects, _SHARE_OF_VOLUME)):
            swapped = tuple(authorship for authorship in everybody if authorship in among)
            count = len({authorship.name for authorship in swapped})
            if count >= _FEWEST_IN_VOLUME and count >= share * known:
                yield _volume_finding(volume, swapped, count, known)
                break


def _volume_finding(volume: Volume, swapped: Byline, count: int, known: int) -> Finding:
    place = volume.front_matter.location if volume.front_matter else swapped[0].location
    return Finding(
        message=f"{count} of the {known} names of {volume.id} that can be judged have first and last name swapped",
        location=place,
        authorships=swapped,
        evidence=tuple(
            Evidence(
                text=f"“{barred(Name(swap.name.last, swap.name.first or ''))}” elsewhere",
                kind="reverse",
                location=swap.location,
            )
            for swap in swapped[:_FEWEST_IN_VOLUME]
        ),
        about=volume.id,
    )


def _counted(pair: Pair, names: Names) -> Evidence:
    usual = names.authorships(pair.usual)
    return Evidence(
        text=f"bylines with {pair.usual}: {len(usual)}, with {pair.odd}: {names.count(pair.odd)}",
        kind="counts",
        location=usual[0].location,
    )


def _use(pair: Pair, orders: Orders) -> tuple[Evidence, ...]:
    """How the words are used elsewhere, where that speaks against the odd order."""
    if not orders.odds.speak_against(pair.odd):
        return ()
    family, given = pair.odd
    uses = orders.odds
    text = (
        f"of other names, “{family}” is last name in {uses.as_last(family)} and first in {uses.as_first(family)}, "
        f"“{given}” first name in {uses.as_first(given)} and last in {uses.as_last(given)}"
    )
    return (Evidence(text=text, kind="use-of-words"),)
