"""How the byline of a paper differs in another source, beyond the ways in which one name is written."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bylint import Authorship, Location, Paper, Twin
from bylint.names import difference, scripts, words
from bylint_checks._byline_changes import Changes, Kept, changes
from bylint_checks._collectives import kind_of_collective
from bylint_checks._people import given_names_differ

_CUT = re.compile(r"\bet\.? al\b|\bothers$", re.IGNORECASE)
SPELLING = "spelling"
"""The kind of a difference that may be a slip in either record."""
_SLIPS = ("apart", "spelled alike")
"""How what `difference` says of two spellings ends."""
_UMLAUT = re.compile(r"(?<=[aou])e")
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
    people = sum(one.kind not in {"order", SPELLING} for one in found)
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
    for pair in (*became.replaced, *became.renamed):
        own, other = pair.now.name, pair.was.name
        kind = _kind(pair, is_replaced=pair in became.replaced)
        if kind and not scripts(str(own)).isdisjoint(scripts(str(other))):
            text = f"author {pair.now.position} is “{own}” here and “{other}” there"
            yield Difference(kind, text, pair.now, pair.was.location, given_names_differ((own, other)))
    for pair in became.moved:
        text = f"“{pair.now.name}” is author {pair.now.position} here and {pair.was.position} there"
        yield Difference("order", text, pair.now, pair.was.location)


def _kind(pair: Kept, *, is_replaced: bool) -> str:
    """Another name, or a slip in one of the two; empty for the ways in which one name is written."""
    if _without_umlauts(pair.was) == _without_umlauts(pair.now):
        return ""
    how = difference(pair.was.name, pair.now.name)
    if is_replaced or how == "other given names":
        return "name"
    return SPELLING if how.endswith(_SLIPS) else ""


def _without_umlauts(one: Authorship) -> list[str]:
    """The words of a name, “Mueller” as “Müller”."""
    return [_UMLAUT.sub("", word) for word in words(str(one.name))]
