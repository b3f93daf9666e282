"""
Several people own this name, and papers do not say which of them wrote them.

## Why it matters

Such papers stand on the page of nobody in particular: they are missing from the page of the person who wrote them.

## Example

    {"person": "wei-ai-umich", "names": [{"first": "Wei", "last": "Ai"}], "degree": "University of Michigan"}
    {"person": "wei-ai-umd", "names": [{"first": "Wei", "last": "Ai"}], "degree": "University of Maryland"}
    {"id": "x-1", "authors": [{"first": "Wei", "last": "Ai"}]}

## What to do

Give each authorship the id of its person. Where none of the known people wrote the paper, say so with the id that
stands for anybody else of the name.

## Quiet on

Names that lead to one person because the others ask for an id. Authorships with an id or an ORCID. A name in
another script that only one of them has.
"""

from collections.abc import Iterator

from bylint import Assignment, Evidence, Finding, Name, Names, Person, Severity, check
from bylint_checks._identifiers import lists


@check(Severity.WARNING, confidence=0.95, needs=("people",))
def ambiguous_name(name: Name, names: Names, assignment: Assignment) -> Iterator[Finding]:
    owners = [person for person in assignment.persons(name) if lists(person, name)]
    if len(owners) < 2 or sum(person.matches_by_name for person in owners) == 1:
        return
    open_ones = tuple(one for one in names.authorships(name) if not one.person_id and not one.orcid)
    if open_ones:
        count = f"{len(open_ones)} authorships do" if len(open_ones) > 1 else "1 authorship does"
        yield Finding(
            message=f"{name} is the name of {len(owners)} known people, and {count} not say who is meant",
            location=open_ones[0].location,
            authorships=open_ones,
            evidence=tuple(map(_candidate, owners)),
        )


def _candidate(person: Person) -> Evidence:
    text = "; ".join(filter(None, (person.id, person.comment, person.degree)))
    return Evidence(text=text, kind="candidate", location=person.location)
