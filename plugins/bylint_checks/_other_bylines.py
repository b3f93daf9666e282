"""How the byline of a paper differs in another source, beyond the ways in which one name is written."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bylint import Authorship, Location, Paper, Twin
from bylint.names import difference, scripts
from bylint_checks._byline_changes import Changes, Kept, changes
from bylint_checks._collectives import kind_of_collective
from bylint_checks._people import given_names_differ

_CUT = re.compile(r"\bet\.? al\b|\bothers$", re.IGNORECASE)
_FEWEST_CUT = 2
"""People who are missing at the end, from which on a list was cut, as with `and others`."""


class Difference(NamedTuple):
    """One difference in words, with both places."""

    kind: str
    text: str
    here: Authorship | None
    there: Location
    tells_two_names: bool = False
    """Whether it holds two given names of what may be one person."""


def differences(paper: Paper, twin: Twin) -> list[Difference]:
    """Who is in one byline alone, who is called otherwise, and who stands elsewhere; nothing where a list was cut."""
    here, there = paper.authorships, twin.paper.authorships
    if not here or not there or [one.name for one in here] == [one.name for one in there]:
        return []
    if any(_CUT.search(str(one.name)) for one in (*here, *there)):
        return []
    became = changes(_without_ids(there), _without_ids(here))
    return [] if _is_cut(became, len(here), len(there)) else list(_in_words(became, twin.paper))


def share_of_others(found: Sequence[Difference], paper: Paper, twin: Twin) -> float:
    """How much of the longer byline is other people."""
    people = sum(one.kind != "order" for one in found)
    return people / max(len(paper.authorships), len(twin.paper.authorships))


def _without_ids(byline: Sequence[Authorship]) -> list[Authorship]:
    """Ids of two sources say nothing of one another."""
    return [one._replace(person_id=None) for one in byline]


def _is_cut(became: Changes, here: int, there: int) -> bool:
    """Whether one of the bylines is the beginning of the other."""
    if became.replaced or became.moved or (became.added and became.removed):
        return False
    missing, shorter = (became.added, there) if became.added else (became.removed, here)
    return len(missing) >= _FEWEST_CUT and all(one.position > shorter for one in missing)


def _in_words(became: Changes, twin: Paper) -> Iterator[Difference]:
    for one in became.added:
        if not kind_of_collective(one.name):
            yield Difference("only-here", f"“{one.name}” is no author there", one, twin.location)
    for one in became.removed:
        if not kind_of_collective(one.name):
            yield Difference("only-there", f"“{one.name}” is an author there, and not here", None, one.location)
    for pair in (*became.replaced, *(pair for pair in became.renamed if _has_another_given_name(pair))):
        own, other = pair.now.name, pair.was.name
        if not scripts(str(own)).isdisjoint(scripts(str(other))):
            text = f"author {pair.now.position} is “{own}” here and “{other}” there"
            yield Difference("name", text, pair.now, pair.was.location, given_names_differ((own, other)))
    for pair in became.moved:
        text = f"“{pair.now.name}” is author {pair.now.position} here and {pair.was.position} there"
        yield Difference("order", text, pair.now, pair.was.location)


def _has_another_given_name(pair: Kept) -> bool:
    return difference(pair.was.name, pair.now.name) == "other given names"
