"""
Two people own one name and both are matched by it, and nothing says which of them is which.

## Why it matters

A paper with that name and no id goes to neither of them, and nobody who reads the two entries can say where it belongs.
The same person may have been written down twice.

## Example

    {"person": "harshit-kumar", "names": [{"first": "Harshit", "last": "Kumar"}]}
    {"person": "harshit-kumar-iit", "names": [{"first": "Harshit", "last": "Kumar"}]}

## What to do

Compare their papers. If they are one person, join the entries. If they are two, write down what tells them apart: the
ORCID, the institution of the degree, a comment; and put the id of its person on each paper.

## Quiet on

People who each have an ORCID, a degree or a comment: somebody who knew them wrote two entries, `yongqi-li-wuhan` and
`yongqi-li-hk`, and papers without an id rightly wait. Entries of which at most one is matched by the name. Entries that
list each other as `similar`. An entry without an ORCID beside one whose id ends in its ORCID, which is a `legacy-twin`.
A name in two scripts that only a transliteration makes alike.

`ambiguous-name` speaks of papers that do not say whom they mean, this check of entries that do not say who they are.
Of 13 names that several entries of October 2024 own, eleven are told apart by comments. The other two are reported,
rightly, as their papers show: those of `yao-yao` are a phonetician's until 2018 and, since 2023, those of a group in
Shanghai. Two are too few for a measure, so the confidence is an estimate.
"""

from collections.abc import Iterator, Sequence

from bylint import Assignment, Evidence, Finding, Person, Severity, check
from bylint_checks._identifiers import are_told_apart, ends_in_orcid, lists
from bylint_checks._wording import joined


@check(Severity.WARNING, confidence=0.7, needs=("people",))
def two_people_one_name_both_matching(person: Person, assignment: Assignment) -> Iterator[Finding]:
    told: set[frozenset[str]] = set()
    for name in person.names:
        owners = [one for one in assignment.persons(name) if one.matches_by_name and lists(one, name)]
        ids = frozenset(owner.id for owner in owners)
        if len(owners) < 2 or owners[0].id != person.id or ids in told or not _are_confused(owners):
            continue
        told.add(ids)
        yield Finding(
            message=f"{name} is the name of {joined(owner.id for owner in owners)}, and nothing tells them apart",
            location=person.location,
            about=" ".join(sorted(ids)),
            evidence=tuple(
                Evidence(text=f"{owner.id}: {_said(owner) or 'says nothing'}", kind="owner", location=owner.location)
                for owner in owners
            ),
        )


def _said(person: Person) -> str:
    """What an entry says of who a person is."""
    return "; ".join(filter(None, (person.orcid, person.degree, person.comment)))


def _are_confused(owners: Sequence[Person]) -> bool:
    return any(
        not (_said(silent) or ends_in_orcid(other) or are_told_apart(silent, other))
        for silent in owners
        for other in owners
        if silent is not other
    )
