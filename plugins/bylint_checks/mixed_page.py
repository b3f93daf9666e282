"""
The papers of one page fall into groups that look like different people.

## Why it matters

Two people of one name share a page until somebody takes them apart. Each is credited with what the other wrote, and
whoever cites, counts or invites by that page takes the wrong one.

## Example

    {"id": "x-1", "title": "Speech Translation of Lectures", "year": 2020, "authors": [{"first": "Wei", "last": "Liu", "affiliations": ["KIT Karlsruhe"]}, {"first": "Alex", "last": "Liu"}]}
    {"id": "x-2", "title": "Speech Translation of News", "year": 2022, "authors": [{"first": "Wei", "last": "Liu", "affiliations": ["KIT Karlsruhe"]}, {"first": "Alex", "last": "Liu"}]}
    {"id": "x-3", "title": "Chiasmus in Medieval Poetry", "year": 2021, "authors": [{"first": "Wei", "last": "Liu", "affiliations": ["University of Jena"]}, {"first": "Wei", "last": "Braun"}]}
    {"id": "x-4", "title": "Chiasmus in Medieval Letters", "year": 2022, "authors": [{"first": "Wei", "last": "Liu", "affiliations": ["University of Jena"]}, {"first": "Wei", "last": "Braun"}]}
    {"id": "x-5", "title": "A Treebank", "year": 2022, "authors": [{"first": "Wei", "last": "Chen"}, {"first": "Jun", "last": "Liu"}]}

## What to do

Look at the groups, which name their co-authors and, where they are small, their papers. If they are two people, give
the authorships of each an id of their own. If they are one, an ORCID or an affiliation on a paper of either group says
so for good; otherwise waive the finding.

## How it decides

First the papers are put into groups: equal ids and ORCIDs join, different ones part, and the rest goes by what
co-authors, their co-authors, affiliations, topics, venues and years say together, each link weighed by how rare it is.
Then the groups are compared with those on pages of the same size whose names are so rare that each must be one
person's. Last comes how many people of the name are to be expected: two groups under a common name are mostly two
people, under a rare one mostly somebody who began anew.

Evidence with a weight above 0 speaks for two people, below 0 for one; it is told of the second largest group against
all the others. The confidence is that two people are on the page at all. A small group is less sure than a large one,
and it may well be that one person was split in three where two is right. It is never a verdict: whoever changed place,
people and subject at once looks like two, and two who work in one laboratory look like one.

On the ACL Anthology of October 2024 it tells of some 870 pages. Of 52 that were read 42 hold two people or more (16 of 22
under names with fewer than 0.3 expected namesakes); 2 are one person's, and of 8 the records do not say. Two groups of
which one ends before the other begins may as well be one career that moved: of 13 such findings 5 were right. They are
left alone, unless `tells_moves` asks for them. Between 0.7 and 0.8, 3 of 8 were right, and of 12 pages with two papers 5,
nearly all others because the records do not say.

## Quiet on

Advisers whose students never wrote together: co-authors who do not meet are no evidence by themselves. People who
move: two groups that follow one another in time. Pages with too few papers to tell. Pages whose papers all carry one id.

## Options

`least_confidence`, 0.8: pages that are less likely mixed than this are left alone. Lower it to see more of them, each
less sure.

`fewest_papers`, 3: pages with fewer papers are left alone. Of two papers that nothing joins, only the PDFs can tell
whether one person wrote them.

`tells_moves`, false: whether two groups are told of which one ends before the other begins.
"""  # noqa: E501 - a record is one line

from collections.abc import Iterator, Sequence
from functools import partial

from bylint import Details, Disambiguation, Evidence, Finding, Group, Options, Page, Partition, Severity, check
from bylint_checks._people import described, discreet, title_words
from bylint_checks._wording import counted, how_many

_LABELS = "ABCD"
"""Of more people than these, only the numbers are told."""


class Doubt(Options):
    """When a page is reported."""

    least_confidence: float = 0.8
    """How likely a page holds two people or more, 0 to 1, before it is reported."""
    fewest_papers: int = 3
    """How many papers a page needs."""
    tells_moves: bool = False
    """Whether two groups that follow one another in time are told."""


@check(Severity.WARNING)
def mixed_page(page: Page, disambiguation: Disambiguation, doubt: Doubt) -> Iterator[Finding]:
    if len(page.authorships) < max(2, doubt.fewest_papers):
        return
    partition = disambiguation.partition(page)
    if len(partition.groups) == 1 or partition.confidence < doubt.least_confidence:
        return
    if not doubt.tells_moves and _may_be_a_move(partition.groups):
        return
    found = _sizes(partition.groups)
    yield Finding(
        message=f"{page.names[0]}: {found}",
        discreet_message=discreet(page, found),
        location=partition.groups[1].authorships[0].location,
        authorships=tuple(authorship for group in partition.groups[1:] for authorship in group.authorships),
        groups=tuple(map(_papers, partition.groups)),
        confidence=partition.confidence,
        details=partial(_details, partition, disambiguation),
    )


def _details(partition: Partition, disambiguation: Disambiguation) -> Details:
    return Details(
        evidence=(
            *_people(partition.groups),
            *_weighed(disambiguation.between(partition, 1)),
            _rarity(partition.tail),
            _missing(partition.groups),
        )
    )


def _may_be_a_move(groups: Sequence[Group]) -> bool:
    """Whether there are two groups of which one ends before the other begins."""
    if len(groups) > 2:
        return False
    first, second = (group.years for group in groups)
    return first is not None and second is not None and (first[1] < second[0] or second[1] < first[0])


def _papers(group: Group) -> tuple[str, ...]:
    return tuple(dict.fromkeys(paper.id for paper in group.papers))


def _sizes(groups: Sequence[Group]) -> str:
    """What was found, in a few words: `14 papers look like two people, 12 + 2`."""
    sizes = [len(_papers(group)) for group in groups]
    told = " + ".join(map(str, sizes[: len(_LABELS)])) + (" + ..." if len(sizes) > len(_LABELS) else "")
    return f"{counted(sum(sizes), 'paper')} look like {how_many(len(groups))} people, {told}"


def _people(groups: Sequence[Group]) -> Iterator[Evidence]:
    """Each group in a line; of many, what is left in one."""
    on_page = title_words(paper for group in groups for paper in group.papers)
    for label, group in zip(_LABELS, groups, strict=False):
        known = f" ({group.person_id})" if group.person_id else ""
        yield described(label + known, group.papers, group.authorships, on_page)
    rest = groups[len(_LABELS) :]
    if rest:
        papers = tuple(paper for group in rest for paper in _papers(group))
        text = f"{counted(len(rest), 'smaller group')} with {counted(len(papers), 'paper')}"
        yield Evidence(text=text, kind="group", location=rest[0].authorships[0].location, papers=papers)


def _weighed(facts: Sequence[Evidence]) -> list[Evidence]:
    """What speaks most for two people, what speaks most for one, how common the name is, then the rest by strength."""
    names = [fact for fact in facts if fact.kind == "name"]
    ordered = sorted((fact for fact in facts if fact.kind != "name"), key=lambda fact: fact.weight or 0.0)
    extremes = ordered[-1:] + ordered[:-1][:1]
    return extremes + names + sorted(ordered[1:-1], key=lambda fact: -abs(fact.weight or 0.0))


def _rarity(tail: float) -> Evidence:
    """How often one person's page looks like this."""
    often = round(100 * tail) or "fewer than 1"
    return Evidence(text=f"of single-person pages of this size, {often} in 100 look like this", kind="null")


def _missing(groups: Sequence[Group]) -> Evidence:
    """What nobody has written yet and would decide it."""
    bare = [
        label
        for label, group in zip(_LABELS, groups, strict=False)
        if not any(authorship.affiliations for authorship in group.authorships)
    ]
    what = f"an affiliation in {', '.join(bare)}, or an ORCID" if bare else "an ORCID"
    return Evidence(text=f"would settle it: {what} in each group", kind="missing")
