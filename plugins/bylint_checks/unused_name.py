"""
A name in the people database stands on no paper.

## Why it matters

A name that nothing uses is most often a slip: the papers spell it otherwise, or it was left behind when they were
corrected. It still draws new papers to the person.

## Example

    {"person": "kartik-perisetla", "names": [{"first": "Karthik", "last": "Perisetla"}]}
    {"id": "x-1", "authors": [{"first": "Kartik", "last": "Perisetla"}]}

## What to do

Correct the name, or take it off the entry if nobody needs it.

## Quiet on

Names of editors, and names in another script that stand beside a name. The first name of an entry whose page has
papers is reported with little confidence: it heads the page, and may be fuller than what was printed.
"""

from collections.abc import Iterator

from bylint import Assignment, Evidence, Finding, Names, Person, Severity, check

_PREFERRED = 0.5
"""The name that heads a page may well be fuller than any that was printed."""


@check(Severity.NOTE, confidence=0.95, needs=("people",))
def unused_name(person: Person, names: Names, assignment: Assignment) -> Iterator[Finding]:
    for name in person.names:
        if names.is_written(name):
            continue
        heads_page = name == person.names[0] and assignment.page(person.id) is not None
        yield Finding(
            message=f"{name} is a name of {person.id}, and no paper has it",
            location=person.at("names"),
            names=(name,),
            confidence=_PREFERRED if heads_page else None,
            evidence=tuple(
                Evidence(text=f"papers have {other}", kind="same-slug", location=names.authorships(other)[0].location)
                for other in names.alike(name)
            ),
        )
