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

Names of editors, and names in another script that stand beside a name. The first name of an entry is reported with
little confidence while its others are in use: it heads the page, and may be fuller than what was printed.
"""

from collections.abc import Iterator

from bylint import Evidence, Finding, Names, Person, Severity, check

_PREFERRED = 0.5
"""The name that a page is headed with may well be fuller than any that was printed."""


@check(Severity.NOTE, confidence=0.95)
def unused_name(person: Person, names: Names) -> Iterator[Finding]:
    unused = [name for name in person.names if not names.is_written(name)]
    is_used = len(unused) < len(person.names)
    for name in unused:
        alike = [other for other in names.alike(name) if other not in person.names]
        yield Finding(
            message=f"{name} is a name of {person.id}, and no paper has it",
            location=person.at("names"),
            names=(name,),
            confidence=_PREFERRED if is_used and name == person.names[0] else None,
            evidence=tuple(
                Evidence(
                    text=f"{other} stands on papers", kind="same-slug", location=names.authorships(other)[0].location
                )
                for other in alike
            ),
        )
