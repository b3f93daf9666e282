"""
An entry without an ORCID stands beside one of the same name whose id ends in its ORCID.

## Why it matters

An id like `massih-r-amini-4233` is made when a paper comes with an ORCID and the plain id, `massih-r-amini`, is taken
by an older entry that has none. Mostly both are one person, whose papers are now on two pages; and since two people
own the name, papers without an id go to neither.

## Example

    {"person": "massih-r-amini", "names": [{"first": "Massih R.", "last": "Amini"}]}
    {"person": "massih-r-amini-4233", "names": [{"first": "Massih R", "last": "Amini"}], "orcid": "0009-0099-0000-4233"}

## What to do

Compare the papers of both, and open the ORCID record. If they are one person, give the ORCID to the older entry, put
its id on the papers, and delete the newer one. If they are two, look for the ORCID of the older
one and write it down, or list the two as `similar`.

## Quiet on

Two entries with an ORCID each, `abdul-aziz` and `abdul-aziz-2158`: they are two people. Entries that are listed as
`similar`. Names that only a transliteration makes alike. Ids that stand for anybody else of a name.

The 2024 corpus has no ORCIDs and the 2025 sample no entry without one, so the confidence is an estimate. The ACL
Anthology went through such pairs in 2026 (its issue 7393): `paloma-moreda-pozo`, `alexander-fraser` and `victor-o-k-li`
are one person each with the twin, and of the two people called Jaesung Lee the older entry lacked its ORCID, so that
each had something to be done. Where one older entry has several such neighbours, the name is common, and the confidence
is lower.
"""

from collections.abc import Iterator

from bylint import Assignment, Evidence, Finding, Person, Severity, check
from bylint_checks._identifiers import are_told_apart, ends_in_orcid, lists, orcid_of
from bylint_checks._wording import joined

_SEVERAL = 0.6


@check(Severity.WARNING, confidence=0.9, needs=("people",))
def legacy_twin(person: Person, assignment: Assignment) -> Iterator[Finding]:
    if orcid_of(person) or not person.is_verified:
        return
    twins = {
        other.id: other
        for name in person.names
        for other in assignment.persons(name)
        if ends_in_orcid(other) and lists(other, name) and not are_told_apart(person, other)
    }
    if twins:
        have = "has" if len(twins) == 1 else "have"
        yield Finding(
            message=f"{person.id} has no ORCID, and {joined(twins)} of the same name {have} one",
            location=person.location,
            about=" ".join(sorted(twins)),
            evidence=tuple(
                Evidence(text=f"{twin.id} has {twin.orcid}", kind="orcid", location=twin.at("orcid"))
                for twin in twins.values()
            ),
            confidence=_SEVERAL if len(twins) > 1 else None,
        )
