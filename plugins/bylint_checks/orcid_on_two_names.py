"""
One ORCID stands beside names that share no word.

## Why it matters

An ORCID is one person's. Beside another person's name it leads their paper to a wrong page, and it does so silently,
because an ORCID goes before a name. Most often it slipped over from a neighbour in the byline.

## Example

    {"id": "x-1", "authors": [{"first": "Yi", "last": "Zhou", "orcid": "0000-0002-1825-0097"}]}
    {"id": "x-2", "authors": [{"first": "Li", "last": "Wu", "orcid": "0000-0002-1825-0097"}]}

## What to do

Open the ORCID record: the name there says whose it is. Take it off the other authorships. If it is one person under
two names, list both with the person.

## Quiet on

Names that share a word, as most married names and transliterations do, or that have the same letters with the spaces
elsewhere. Names in different scripts. Names that the people database lists for one person, unless both stand in one
byline. One ORCID twice in one byline, which is said once, of that paper.

The message for public logs leaves the names out: somebody who changed theirs need not be read about there.
"""

from collections.abc import Iterable, Iterator, Sequence

from bylint import Assignment, Authorship, Corpus, Evidence, Finding, Name, Severity, check
from bylint.names import words
from bylint_checks._identifiers import orcid_of
from bylint_checks._wording import listed

Bylines = dict[tuple[str, str], tuple[Authorship, ...]]

_WITHOUT_NEIGHBOUR = 0.7
"""Where nobody stands beside whom it could have slipped from, it may be one person under a new name."""
_LONG = 4
"""A word of so many letters is not found inside another name by chance."""


@check(Severity.WARNING, confidence=0.95, needs=("orcid",))
def orcid_on_two_names(corpus: Corpus, assignment: Assignment) -> Iterator[Finding]:
    beside: dict[str, list[Authorship]] = {}
    for authorship in corpus.authorships:
        if orcid := orcid_of(authorship):
            beside.setdefault(orcid, []).append(authorship)
    several = {orcid: held for orcid, held in beside.items() if len({one.name for one in held}) > 1}
    bylines = _bylines(corpus, several.values())
    for orcid, held in several.items():
        owners, *others = _groups(orcid, held, bylines, assignment)
        for group in others:
            strangers = [one for one in group if not _stands_beside(one, owners)]
            if strangers:
                yield _finding(orcid, owners, strangers, bylines, assignment)


def _bylines(corpus: Corpus, held: Iterable[Sequence[Authorship]]) -> Bylines:
    """The bylines that some authorships stand in, by paper and role."""
    papers = {authorship.paper_id for authorships in held for authorship in authorships}
    return {
        (paper.id, byline[0].role): byline for paper in corpus.papers if paper.id in papers for byline in paper.bylines
    }


def _groups(orcid: str, held: Sequence[Authorship], bylines: Bylines, assignment: Assignment) -> list[list[Authorship]]:
    """The authorships in groups of names that could be one person's, the likely owner's first."""
    names = list(dict.fromkeys(authorship.name for authorship in held))
    person = assignment.people.with_orcid(orcid)
    listed = [frozenset(owner.names) for name in names for owner in assignment.persons(name)]
    if person:
        listed.append(frozenset(person.names))
    together = [frozenset(one.name for one in bylines[other.paper_id, other.role]) for other in held]
    written = {name: frozenset(_texts(name, held)) for name in names}

    def are_alike(left: Name, right: Name) -> bool:
        is_listed = any(left in known and right in known for known in listed)
        if is_listed and not any(left in byline and right in byline for byline in together):
            return True
        return any(_share(one, other) for one in written[left] for other in written[right])

    groups: list[set[Name]] = []
    for name in names:
        joined = [group for group in groups if any(are_alike(name, other) for other in group)]
        groups = [*(group for group in groups if group not in joined), {name}.union(*joined)]
    found = [[authorship for authorship in held if authorship.name in group] for group in groups]

    def likelihood(group: list[Authorship]) -> tuple[bool, int, int]:
        is_listed = person is not None and any(one.name in person.names for one in group)
        return is_listed, len(_neighbours(held, group, bylines)), len(group)

    return sorted(found, key=likelihood, reverse=True)


def _neighbours(held: Iterable[Authorship], owners: Sequence[Authorship], bylines: Bylines) -> list[Authorship]:
    """Those who stand, under an owner's name and without the ORCID, beside somebody who has it."""
    names = {frozenset(words(str(owner.name))) for owner in owners}
    return [
        other
        for one in held
        for other in bylines[one.paper_id, one.role]
        if not other.orcid and frozenset(words(str(other.name))) in names
    ]


def _texts(name: Name, held: Sequence[Authorship]) -> Iterator[str]:
    """Everything that is written of a name: itself, and its forms in other scripts."""
    yield str(name)
    for authorship in held:
        if authorship.name == name:
            yield from (str(variant.name) for variant in authorship.variants)


def _share(left: str, right: str) -> bool:
    left_words, right_words = words(left), words(right)
    if not left_words or not right_words or any(map(str.isascii, left_words)) != any(map(str.isascii, right_words)):
        return True  # nothing can be said of names in different scripts
    if not set(left_words).isdisjoint(right_words):
        return True
    left_joined, right_joined = "".join(left_words), "".join(right_words)
    return any(len(word) >= _LONG and word in right_joined for word in left_words) or any(
        len(word) >= _LONG and word in left_joined for word in right_words
    )


def _stands_beside(stranger: Authorship, owners: Sequence[Authorship]) -> bool:
    place = stranger.paper_id, stranger.role
    return any((owner.paper_id, owner.role) == place for owner in owners)


def _finding(
    orcid: str,
    owners: Sequence[Authorship],
    strangers: Sequence[Authorship],
    bylines: Bylines,
    assignment: Assignment,
) -> Finding:
    owner, stranger = owners[0].name, strangers[0].name
    papers = tuple(dict.fromkeys(one.paper_id for one in owners))
    text = f"beside {owner} on {listed(papers)}"
    evidence = [Evidence(text=text, kind="uses", location=owners[0].at("orcid"), papers=papers)]
    person = assignment.people.with_orcid(orcid)
    if person is not None:
        text = f"the people database gives it to {person.id}"
        evidence.append(Evidence(text=text, kind="people-database", location=person.at("orcid")))
    neighbours = _neighbours(strangers, owners, bylines)
    evidence += [
        Evidence(text=f"{one.name} stands in the same byline", kind="neighbour", location=one.location)
        for one in neighbours
    ]
    return Finding(
        message=f"{stranger} has the ORCID of {owner}, {orcid}",
        discreet_message=f"ORCID {orcid} stands beside two names that share no word",
        location=strangers[0].at("orcid"),
        names=(stranger, owner),
        authorships=tuple(strangers),
        evidence=tuple(evidence),
        confidence=None if neighbours else _WITHOUT_NEIGHBOUR,
        about=orcid,
    )
