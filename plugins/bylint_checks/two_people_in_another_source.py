"""
Another source has several people where there is one page here.

## Why it matters

Two people of one name share a page until somebody takes them apart. A publisher that asked both for their ORCIDs knows
them apart already.

## Example

    {"id": "x-1", "title": "A Grammar of Moving Things", "doi": "10.1162/x.2020.1", "year": 2020, "authors": [{"first": "Xin", "last": "Wang"}]}
    {"id": "x-2", "title": "Chiasmus in Medieval Letters", "doi": "10.1162/x.2021.2", "year": 2021, "authors": [{"first": "Xin", "last": "Wang"}]}

Beside:

    {"id": "W1", "title": "A Grammar of Moving Things", "doi": "10.1162/x.2020.1", "year": 2020, "authors": [{"first": "Xin", "last": "Wang", "orcid": "0000-0002-1825-0097"}]}
    {"id": "W2", "title": "Chiasmus in Medieval Letters", "doi": "10.1162/x.2021.2", "year": 2021, "authors": [{"first": "Xin", "last": "Wang", "orcid": "0000-0001-5109-3700"}]}

## What to do

Open the records at orcid.org: employers and works say who is who. Give each person an id, and each authorship the id of
its person. If it is one person with two ORCIDs, ask them to have the records joined.

## How it decides

Papers are joined as for `byline-differs-between-sources`, and their authors by name and place. Where the papers of one
page have two ORCIDs or more there, the page is reported; under a common name they are two people, under a rare one as
likely somebody who registered twice. Other ids of a source are not compared: programs that give them make two people
of one whenever a name is written otherwise. What `mixed-page` sees takes the ORCIDs into account, too.

No two sources at hand have ORCIDs for the same papers, so the confidence is an estimate. With those of 832 papers of the
ACL Anthology put into another source alone, one page is told: Xiao Zhang, who has two.

## Quiet on

Authorships that carry an ORCID or the id of a verified person here: it is known who they are. What is no ORCID, or
nobody's by its last sign.
"""  # noqa: E501 - a record is one line

from collections.abc import Iterator

from bylint import (
    COMMON_NAME,
    RARE_NAME,
    Assignment,
    Authorship,
    Counterpart,
    Disambiguation,
    Evidence,
    Finding,
    Page,
    Severity,
    Twins,
    check,
)
from bylint_checks._company import how_common, namesakes
from bylint_checks._identifiers import orcid_of, valid_orcid
from bylint_checks._people import discreet
from bylint_checks._wording import how_many, listed

_COMMON_NAME, _RARE_NAME = 0.8, 0.4
_Signed = list[tuple[Authorship, Counterpart]]


@check(Severity.WARNING, confidence=0.65)
def two_people_in_another_source(
    page: Page, twins: Twins, assignment: Assignment, disambiguation: Disambiguation
) -> Iterator[Finding]:
    held: dict[str, _Signed] = {}
    for one in page.authorships:
        if not orcid_of(one) and assignment.of(one).by != "id":
            for other in twins.beside(one):
                orcid = valid_orcid(other.authorship)
                if orcid:
                    held.setdefault(orcid, []).append((one, other))
                    break
    if len(held) > 1:
        yield _finding(page, held, disambiguation)


def _finding(page: Page, held: dict[str, _Signed], disambiguation: Disambiguation) -> Finding:
    ranked = sorted(held, key=lambda orcid: (-len(held[orcid]), orcid))
    odd = [one for orcid in ranked[1:] for one, _ in held[orcid]]
    expected = namesakes(odd, disambiguation)
    source = held[ranked[1]][0][1].source
    said = f"{how_many(len(ranked))} people by their ORCIDs in {source}"
    return Finding(
        message=f"{page.names[0]}: {said}",
        discreet_message=discreet(page, said),
        location=odd[0].location,
        authorships=tuple(odd),
        groups=tuple(tuple(dict.fromkeys(one.paper_id for one, _ in held[orcid])) for orcid in ranked),
        confidence=_COMMON_NAME if expected >= COMMON_NAME else _RARE_NAME if expected < RARE_NAME else None,
        evidence=(*(_told(orcid, held[orcid]) for orcid in ranked), how_common(expected)),
    )


def _told(orcid: str, signed: _Signed) -> Evidence:
    papers = tuple(dict.fromkeys(one.paper_id for one, _ in signed))
    place = signed[0][1].authorship.at("orcid")
    text = f"{orcid} in {signed[0][1].source} on {listed(papers)}"
    return Evidence(text=text, kind="orcid", location=place, papers=papers)
