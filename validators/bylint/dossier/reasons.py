"""Reasons in words: what holds a group together, why nothing can be said, what would settle the question."""

from collections.abc import Sequence

from bylint.disambiguation.results import LARGEST_PAGE, commonness
from bylint.dossier.model import Count, Dossier, Fact, Known, Row

NAME = "name"
"""The kind of the fact that says how common a name is: it is the same for all groups, so that it is told once."""
_NAMED = 3
"""How many co-authors, papers or groups a sentence names."""
_SIZES = 6
"""How many groups a verdict gives the size of."""
_LIKELY, _UNLIKELY = 0.5, 0.1
"""From the first confidence on, a page looks like several people; below the second, like one."""


def enumeration(parts: Sequence[str], size: int = _NAMED) -> str:
    """The first parts, and how many more there are.

    >>> enumeration(["a", "b", "c", "d", "e"])
    'a, b, c and 2 more'
    """
    left = len(parts) - size
    return ", ".join(parts[:size]) + (f" and {left:,} more" if left > 0 else "")


def plural(count: int, what: str) -> str:
    """A count with its word.

    >>> plural(1, "paper"), plural(2, "paper")
    ('1 paper', '2 papers')
    """
    return f"{count:,} {what}" if count == 1 else f"{count:,} {what}s"


def of_group(
    rows: Sequence[Row], person: str | None, coauthors: Sequence[Count], words: Sequence[str], evidence: Sequence[Fact]
) -> str:
    """Why these papers are one person's, and another's than the rest."""
    parts = []
    carrying = sum(row.written_id == person for row in rows) if person else 0
    if carrying:
        parts.append(f"the id {person} on {carrying} of {plural(len(rows), 'paper')}")
    repeated = [f"{name} {count}" for name, count in coauthors if count > 1]
    if repeated:
        parts.append("the same co-authors: " + enumeration(repeated))
    if words:
        parts.append("the same words in titles: " + enumeration(words))
    if not parts:
        parts.append("one paper" if len(rows) == 1 else "nothing sets its papers apart from each other")
    apart = next((fact.text for fact in evidence if fact.kind != NAME and (fact.weight or 0.0) > 0), "")
    return "; ".join([*parts, *([f"apart from the rest: {apart}"] if apart else [])])


def too_little(rows: Sequence[Row], known: Known, *, use_ids: bool) -> str:
    """Why nothing can be said of who is who; empty where something can.

    Co-authors, affiliations, ORCIDs and ids may decide; topics, venues and years only back what those say.
    """
    if not rows:
        return "no paper"
    if all(row.role == "editor" for row in rows):
        return "only as an editor, and those who edit a volume need not know each other"
    if len(rows) == 1:
        return "one paper, and nothing to compare it with"
    is_identified = use_ids and any(row.written_id or row.orcid for row in rows)
    if known.coauthors or known.affiliations or is_identified:
        return ""
    what = "co-author, affiliation, ORCID or id" if use_ids else "co-author or affiliation"
    return f"no {what} on any paper, and topics, venues and years alone decide nothing"


def settles(groups: Sequence[Sequence[Row]]) -> tuple[str, ...]:
    """What would settle whether the groups are several people."""
    if len(groups) < 2:
        return ()
    without_orcid = [number for number, rows in enumerate(groups, 1) if not any(row.orcid for row in rows)]
    without_place = [number for number, rows in enumerate(groups, 1) if not any(row.affiliations for row in rows)]
    said = []
    if without_orcid:
        said.append(f"an ORCID on a paper of {_groups(without_orcid)}")
    if without_place:
        said.append(f"an affiliation on a paper of {_groups(without_place)}")
    surest = list(
        dict.fromkeys(max(rows, key=lambda row: (row.confidence, row.year or 0, row.id)).id for rows in groups)
    )
    said.append("affiliation and e-mail on the first page of " + enumeration(surest, 4))
    return tuple(said)


def _groups(numbers: Sequence[int]) -> str:
    return f"group {numbers[0]}" if len(numbers) == 1 else "groups " + enumeration(list(map(str, numbers)), 6)


def verdict(dossier: Dossier) -> str:
    """How many people the page seems to hold, in a line."""
    if dossier.too_little:
        return f"too little is known to say who is who: {dossier.too_little}"
    sure = f"confidence {dossier.confidence_mixed:.2f} that two or more people are here"
    if len(dossier.papers) > LARGEST_PAGE:
        return (
            f"more than {LARGEST_PAGE:,} papers are too many to be weighed against one another, so they stay together"
        )
    if len(dossier.groups) < 2:
        return f"nothing splits this page; {sure}"
    shown = " + ".join(str(group.papers) for group in dossier.groups[:_SIZES])
    more = len(dossier.groups) - _SIZES
    sizes = shown + (f" + {plural(more, 'more group')}" if more > 0 else "")
    papers, groups = plural(len(dossier.papers), "paper"), len(dossier.groups)
    apart = len(_told_apart(dossier))
    if apart > 1:
        held = "held apart by ids" if apart == groups else f"{apart} of them held apart by ids"
        return f"{papers} in {groups} groups, {sizes}, {held}; {sure}"
    if dossier.confidence_mixed < _UNLIKELY:
        return f"{papers}, most likely by one person; if not, by {groups}, {sizes}; {sure}"
    verb = "look like" if dossier.confidence_mixed >= _LIKELY else "could be the work of"
    return f"{papers} {verb} {groups} people, {sizes}; {sure}"


def _told_apart(dossier: Dossier) -> set[str]:
    """The ids that tell groups apart, where ids count."""
    return {group.person for group in dossier.groups if group.person} if dossier.uses_ids else set()


def is_split(people: Sequence[str | None], confidence: float, *, uses_ids: bool) -> bool:
    """Whether groups with these ids are worth an edit: ids tell them apart, or they are not most likely one person."""
    return len(people) > 1 and (confidence >= _UNLIKELY or (uses_ids and len({*people} - {None}) > 1))


def standing(dossier: Dossier) -> tuple[str, ...]:
    """What to hold against the verdict: how common the name is, and how often one person's page looks like this."""
    expected = f"about {dossier.expected:.2g}" if dossier.expected >= 0.005 else "fewer than 0.01"
    name = f"{expected} other people of this name expected: {commonness(dossier.expected)}"
    if len(dossier.groups) < 2 or dossier.too_little:
        return (name,)
    share = f"{dossier.tail * 100:.0f} in 100" if dossier.tail >= 0.005 else "fewer than 1 in 100"
    share = share if dossier.tail < 0.45 else "about half or more"  # the null holds the upper half
    return name, f"of single-person pages of this size, {share} look as much like several people"


def recorded(dossier: Dossier) -> str:
    """What the records say of the papers."""
    known = dossier.known
    parts = (
        f"co-authors on {known.coauthors:,}",
        f"affiliations on {known.affiliations:,}",
        f"ORCIDs on {known.orcids:,}",
        f"abstracts on {known.abstracts:,}",
        f"years on {known.years:,}",
    )
    return f"{', '.join(parts)} of {plural(len(dossier.papers), 'paper')}"


def span(years: tuple[int, int]) -> str:
    """The first and the last year.

    >>> span((2019, 2023)), span((2019, 2019))
    ('2019-2023', '2019')
    """
    first, last = years
    return str(first) if first == last else f"{first}-{last}"


def edit_title(dossier: Dossier) -> str:
    """What stands above the edit: how sure it is that there is anything to edit."""
    if len(dossier.groups) < 2 or len(_told_apart(dossier)) > 1:
        return "The edit"
    return f"The edit, if the groups are right (confidence {dossier.confidence_mixed:.2f})"
