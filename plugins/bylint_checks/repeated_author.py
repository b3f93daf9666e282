"""
One person is listed twice on one paper.

## Why it matters

A person signs a paper once. A second signature is a slip in the list, or two people who share a name and need an
id each.

## Example

    {"id": "x-1", "title": "T", "authors": [{"first": "Yang", "last": "Liu"}, {"first": "Yang", "last": "Liu"}]}

## What to do

Look at the PDF. Remove the second author, or give each one their own id.

## Quiet on

Namesakes who carry different ids or different ORCIDs; authors without any name, who are another fault; a person who
is author and editor of one record.
"""

from collections.abc import Iterator

from bylint import Authorship, Evidence, Finding, Paper, Severity, check


@check(Severity.ERROR, confidence=0.95)
def repeated_author(paper: Paper) -> Iterator[Finding]:
    for byline in paper.bylines:
        if len({authorship.name for authorship in byline}) == len(byline):
            continue
        first_at: dict[tuple[object, ...], Authorship] = {}
        for authorship in byline:
            key = authorship.name, authorship.person_id, authorship.orcid
            first = first_at.setdefault(key, authorship)
            if first is not authorship and str(authorship.name):
                yield Finding(
                    message=f"{authorship.name} is listed twice",
                    location=authorship.location,
                    authorships=(first, authorship),
                    about=f"{authorship.name} {authorship.role} {authorship.position}",
                    evidence=(Evidence(text="listed here first", location=first.location),),
                )
