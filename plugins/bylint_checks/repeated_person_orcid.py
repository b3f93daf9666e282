"""
Two people of the people database have one ORCID.

## Why it matters

An ORCID is one person's. Either both entries are the same person, whose papers are then spread over two pages, or one
of them has somebody else's. A paper with that ORCID goes to the first entry; the ACL Anthology's own reader refuses
such a file altogether.

## Example

    {"person": "wei-ai", "names": [{"first": "Wei", "last": "Ai"}], "orcid": "0000-0002-1825-0097"}
    {"person": "wei-ai-umich", "names": [{"first": "Wei", "last": "Ai"}], "orcid": "0000-0002-1825-0097"}

## What to do

Open the ORCID record: the name and the works there say whose it is. Join the two entries, with all names in one and
one id on the papers, or take the ORCID off the entry that it does not belong to.

## Quiet on

Entries without an ORCID, and what is no ORCID at all. An id that stands twice, which is a `repeated-person`.

The data at hand has no such entry: 744 people with ORCIDs in the 2025 sample, none of them twice. The confidence says
that the fact is plain in the file.
"""

from collections.abc import Iterator

from bylint import Assignment, Evidence, Finding, Person, Severity, check
from bylint_checks._identifiers import orcid_of


@check(Severity.ERROR, confidence=1.0, needs=("orcid", "people"))
def repeated_person_orcid(person: Person, assignment: Assignment) -> Iterator[Finding]:
    orcid = orcid_of(person)
    first = assignment.people.with_orcid(orcid) if orcid else None
    if first is not None and first.id != person.id:
        yield Finding(
            message=f"{person.id} has the ORCID of {first.id}, {orcid}",
            location=person.at("orcid"),
            about=orcid or "",
            evidence=(Evidence(text=f"{first.id} has it first", kind="first-use", location=first.at("orcid")),),
        )
