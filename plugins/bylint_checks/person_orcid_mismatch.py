"""
Authorships have the id of one person, and an ORCID that is not that person's.

## Why it matters

The id and the ORCID each say who the author is, and they say different people. The id decides, so that either the paper
is on a wrong page or a wrong ORCID is printed beside it. The ACL Anthology's own reader stops at such an authorship.

## Example

    {"person": "yongqi-li-hk", "names": [{"first": "Yongqi", "last": "Li"}], "orcid": "0000-0002-1825-0097"}
    {"id": "x-1", "authors": [{"first": "Yongqi", "last": "Li", "id": "yongqi-li-hk", "orcid": "0000-0001-5109-3700"}]}

## What to do

Open both records at orcid.org. If the one on the paper is somebody else's, correct the id. If both are one person's,
ask them to have the records joined, and write the ORCID that remains; until then name the other one in the `comment`
of the entry, and it is not reported again.

## Quiet on

One ORCID as an address and bare. What is no ORCID, or ends in a wrong sign, which is an `invalid-orcid`. An ORCID that
the comment of the entry names: the person is known to have two. Ids that stand for anybody else of a name.

An authorship with another ORCID than the person's and no id is evidence of a second person on the page, an
`orcid-conflict`. Where the database gives the person no ORCID and the authorships with the id have two, it is a case of
`two-orcids`. So one fact is reported once, and here once for each ORCID, however many papers have it.

Neither corpus at hand has ids and ORCIDs on one authorship, so the confidence is an estimate. That the two disagree is
plain in the file; how often one of them is wrong, and how often the person has two ORCIDs, nobody has counted. So it is
a warning, which is shown at the gate and does not fail it.
"""

from collections.abc import Iterator, Sequence

from bylint import Assignment, Authorship, Evidence, Finding, Page, Person, Severity, check
from bylint_checks._identifiers import is_known_to_have, orcid_of, valid_orcid
from bylint_checks._people import given_names_differ


@check(Severity.WARNING, confidence=0.9, needs=("orcid", "people"))
def person_orcid_mismatch(page: Page, assignment: Assignment) -> Iterator[Finding]:
    person = page.person
    own = orcid_of(person) if person else None
    if person is None or own is None:
        return
    others: dict[str, list[Authorship]] = {}
    for authorship in page.authorships:
        if authorship.person_id == person.id and (orcid := valid_orcid(authorship)) and orcid != own:
            others.setdefault(orcid, []).append(authorship)
    for orcid, held in others.items():
        if not is_known_to_have(person, orcid):
            yield _finding(person, orcid, held, assignment)


def _finding(person: Person, orcid: str, held: Sequence[Authorship], assignment: Assignment) -> Finding:
    name = held[0].name
    said = f"has the id of {person.id} and another ORCID than that person, {orcid}"
    evidence = [Evidence(text=f"{person.id} has {person.orcid}", kind="people-database", location=person.at("orcid"))]
    owner = assignment.people.with_orcid(orcid)
    if owner is not None:
        text = f"the people database gives {orcid} to {owner.id}"
        evidence.append(Evidence(text=text, kind="people-database", location=owner.at("orcid")))
    papers = tuple(dict.fromkeys(one.paper_id for one in held))
    if len(papers) > 1:
        evidence.append(Evidence(text=f"so on {len(papers)} papers", kind="other-places", papers=papers))
    return Finding(
        message=f"{name} {said}",
        discreet_message=f"an author {said}" if given_names_differ((name, *person.names)) else "",
        location=held[0].at("orcid"),
        authorships=tuple(held),
        evidence=tuple(evidence),
        about=orcid,
    )
