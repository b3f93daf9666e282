"""
An author's name is not among the names of the person whom their id or ORCID says they are.

## Why it matters

Either the name is missing from the person's entry, or the id is somebody else's and the paper is on a wrong page.

## Example

    {"person": "wei-ai-umich", "names": [{"first": "Wei", "last": "Ai"}]}
    {"id": "x-1", "authors": [{"first": "Hao", "last": "Ai", "id": "wei-ai-umich"}]}

## What to do

Look at the paper. If it is that person's, correct the name where it is misspelt, or list it in the people database. If
not, correct the id.

## Quiet on

Names that are listed, letter for letter: a page is built from the exact names. A name that only shortens a listed one,
`A. Joshi` for `Aravind Joshi`, is reported with little confidence, because many repositories give such an authorship
its id so as not to list the short form.

The message for public logs leaves the names out: somebody who changed theirs need not be read about there.
"""

from collections.abc import Iterator

from bylint import Assignment, Authorship, Evidence, Finding, Name, Person, Severity, check
from bylint.names import words

_SHORTENED = 0.5


@check(Severity.WARNING, confidence=0.95)
def unlisted_name(authorship: Authorship, assignment: Assignment) -> Iterator[Finding]:
    person = _person(authorship, assignment)
    if person is None or authorship.name in person.names:
        return
    names = ", ".join(map(str, person.names))
    yield Finding(
        message=f"{authorship.name} is no name of {person.id}",
        discreet_message=f"author {authorship.position} of {authorship.paper_id} has a name that is not listed",
        evidence=(Evidence(text=f"{person.id} is called {names}", kind="listed-names", location=person.at("names")),),
        confidence=_SHORTENED if any(_shortens(authorship.name, listed) for listed in person.names) else None,
    )


def _person(authorship: Authorship, assignment: Assignment) -> Person | None:
    """Who an authorship says it is: by its id, or else by its ORCID."""
    if authorship.person_id:
        return assignment.people.get(authorship.person_id)
    return assignment.people.with_orcid(authorship.orcid) if authorship.orcid else None


def _shortens(name: Name, listed: Name) -> bool:
    """Whether every word of a name is a word of the listed one, or the initial of one."""
    whole = words(str(listed))
    parts = words(str(name))
    return parts != whole and all(
        any(word == part or (len(part) == 1 and word.startswith(part)) for word in whole) for part in parts
    )
