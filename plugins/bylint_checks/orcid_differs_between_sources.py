"""
Another source has another ORCID for an author of the paper.

## Why it matters

One of the two ORCIDs is somebody else's, or a second one of the same person: the paper is on the wrong page here, or
missing from the right one there.

## Example

    {"id": "x-1", "title": "A Grammar of Moving Things", "doi": "10.1162/x.2020.1", "year": 2020, "authors": [{"first": "Ada", "last": "Lovelace", "orcid": "0000-0002-1825-0097"}]}

Beside:

    {"id": "W1", "title": "A Grammar of Moving Things", "doi": "10.1162/x.2020.1", "year": 2020, "authors": [{"first": "Ada", "last": "Lovelace", "orcid": "https://orcid.org/0000-0001-5109-3700"}]}

## What to do

Open both records at orcid.org: works and employers say whose they are. Correct the ORCID here if it is the wrong one. An
ORCID of OpenAlex belongs to its entry of the author, which may hold several people, and not to the byline.

## How it decides

Records are joined as for `byline-differs-between-sources`, and the authors of both by name and place. Where the ORCID of
the other source stands here on a neighbour in the same byline, the ORCIDs were shifted, which is surer.

No two sources at hand have ORCIDs for the same papers, so the confidence is an estimate.

## Quiet on

One ORCID bare and as an address. What is no ORCID, or nobody's by its last sign. An ORCID that only one of them has, and
one that another source has as well. ORCIDs that the comment of a person's entry names.
"""  # noqa: E501 - a record is one line

from collections.abc import Iterator

from bylint import Assignment, Authorship, Counterpart, Evidence, Finding, Paper, Severity, Twins, check
from bylint_checks._identifiers import is_known_to_have, valid_orcid
from bylint_checks._people import given_names_differ

_SHIFTED = 0.9


@check(Severity.WARNING, confidence=0.7, needs=("orcid",))
def orcid_differs_between_sources(paper: Paper, twins: Twins, assignment: Assignment) -> Iterator[Finding]:
    if not twins.of(paper):
        return
    by_orcid = {orcid: one for one in paper.authorships if (orcid := valid_orcid(one))}
    for orcid, one in by_orcid.items():
        said = [(orcid_there, other) for other in twins.beside(one) if (orcid_there := valid_orcid(other.authorship))]
        person = assignment.of(one).person
        others = [(there, other) for there, other in said if there != orcid and not is_known_to_have(person, there)]
        if others and len(others) == len(said):
            yield _finding(one, orcid, *others[0], by_orcid.get(others[0][0]))


def _finding(one: Authorship, orcid: str, there: str, other: Counterpart, owner: Authorship | None) -> Finding:
    name, source = other.authorship.name, other.source
    facts = [
        Evidence(text=f"“{name}” has {there} in {source}", kind="orcid", location=other.authorship.at("orcid")),
        *([_shifted(there, owner)] if owner else []),
    ]
    said = f"the ORCID {orcid} here and {there} in {source}"
    return Finding(
        message=f"{one.name} has {said}",
        discreet_message=f"an author has {said}" if given_names_differ((one.name, name)) else "",
        location=one.at("orcid"),
        authorships=(one,),
        papers=(one.paper_id,),
        confidence=_SHIFTED if owner else None,
        about=f"{one.paper_id} {orcid}",
        evidence=tuple(facts),
    )


def _shifted(there: str, owner: Authorship) -> Evidence:
    text = f"here {there} stands on “{owner.name}”, author {owner.position}"
    return Evidence(text=text, kind="shifted", location=owner.at("orcid"))
