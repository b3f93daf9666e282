"""
An author's id is not in the people database.

## Why it matters

The id leads to a page of its own that nobody described: the paper is missing from the page of the person who was
meant.

## Example

    {"person": "wei-ai-umich", "names": [{"first": "Wei", "last": "Ai"}]}
    {"id": "x-1", "authors": [{"first": "Wei", "last": "Ai", "id": "wei-ai-michigan"}]}

## What to do

Correct the id, or give the person an entry.

## Quiet on

A corpus without a people database. An id that says itself to be nobody's, `wei-ai/unverified`.
"""

from collections.abc import Iterator

from bylint import Assignment, Authorship, Evidence, Finding, Severity, check
from bylint_checks._wording import did_you_mean, nearest


@check(Severity.ERROR, confidence=1.0, needs=("people", "person_id"))
def undefined_person(authorship: Authorship, assignment: Assignment) -> Iterator[Finding]:
    person_id = authorship.person_id
    if not person_id:
        return
    people = assignment.people
    if person_id.endswith("/unverified") or not len(people) or person_id in people:
        return
    namesakes = assignment.persons(authorship.name)
    alike = (known for known in people.ids if known[:3] == person_id[:3])
    guess = nearest(person_id, alike) or next((person.id for person in namesakes), "")
    yield Finding(
        message=f"{authorship.name} has the id “{person_id}”, which is nobody's{did_you_mean(guess)}",
        location=authorship.at("id"),
        about=person_id,
        evidence=tuple(
            Evidence(text=f"{person.id} has this name", kind="namesake", location=person.location)
            for person in namesakes
        ),
    )
