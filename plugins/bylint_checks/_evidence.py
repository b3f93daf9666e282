"""Evidence that several checks give: how often a form of a name is used, who used both, what a paper is called."""

from collections.abc import Callable, Iterable

from bylint import Evidence, Name, Names, Paper
from bylint_checks._wording import counted, listed


def outnumbered(
    odd: Name, usual: Name, names: Names, *, count: int = 0, shown: Callable[[Name], str] = str
) -> Evidence:
    """On how many papers the usual form of a name stands, and the odd one.

    `count` is how many have the usual one or what counts for the same, `shown` how both forms are told.
    """
    place = names.authorships(usual)[0]
    many = counted(count or names.count(usual), "paper")
    text = f"“{shown(usual)}” stands on {many}, “{shown(odd)}” on {names.count(odd)}"
    return Evidence(text=text, kind="counts", location=place.location, papers=(place.paper_id,))


def wrote_with_both(shared: Iterable[Name]) -> Evidence:
    """Who wrote with both forms of a name."""
    return Evidence(text=f"both wrote with {listed(sorted(map(str, shared)))}", kind="shared-coauthors")


def titled(paper: Paper) -> Evidence:
    """What a paper is called."""
    text = f"{paper.id} is “{paper.title}”"
    return Evidence(text=text, kind="title", location=paper.at("title"), papers=(paper.id,))
