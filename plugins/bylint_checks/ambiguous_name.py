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

Names that lead to one person because the others ask for an id. Authorships with an id or an ORCID.
"""

from collections.abc import Iterator

from bylint import Assignment, Evidence, Finding, Name, Names, Person, Severity, check


@check(Severity.WARNING, confidence=0.95)
def ambiguous_name(name: Name, names: Names, assignment: Assignment) -> Iterator[Finding]:
    owners = assignment.persons(name)
    if len(owners) < 2 or sum(person.matches_by_name for person in owners) == 1:
        return
    without_id = tuple(it for it in names.authorships(name) if not it.person_id and not it.orcid)
    if without_id:
        yield Finding(
            message=f"{name} is a name of {len(owners)} people, and {_papers(len(without_id))} without an id",
            location=without_id[0].location,
            authorships=without_id,
            evidence=tuple(map(_candidate, owners)),
        )


def _papers(count: int) -> str:
    return "one authorship is" if count == 1 else f"{count} authorships are"


def _candidate(person: Person) -> Evidence:
    what = "; ".join(filter(None, (person.comment, person.degree, person.orcid)))
    return Evidence(text=f"{person.id}: {what}" if what else person.id, kind="candidate", location=person.location)
