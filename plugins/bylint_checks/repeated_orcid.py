"""
One ORCID stands twice in one byline.

## Why it matters

An ORCID is one person's. The second authorship carries somebody else's, and leads that person's paper to a wrong page.

## Example

    {"id":"1", "authors":[{"last": "A", "orcid": "0000-0002-1825-0097"}, {"last": "B", "orcid": "0000-0002-1825-0097"}]}

## What to do

Open the ORCID record: the name there says whose it is. Take it off the other authorship, or off the byline the name
that is listed twice.

## Quiet on

An author who is an editor of the same volume too: those are two bylines. One name twice, which is a repeated author.
"""

from collections.abc import Iterator

from bylint import Authorship, Evidence, Finding, Paper, Severity, check
from bylint_checks._identifiers import orcid_of


@check(Severity.ERROR, needs=("orcid",))
def repeated_orcid(paper: Paper) -> Iterator[Finding]:
    for byline in paper.bylines:
        first_at: dict[str, Authorship] = {}
        for authorship in byline:
            orcid = orcid_of(authorship)
            if orcid is None:
                continue
            first = first_at.setdefault(orcid, authorship)
            if first.name != authorship.name:
                yield Finding(
                    message=f"{authorship.name} has the ORCID of {first.name}, {orcid}",
                    discreet_message=f"authors {first.position} and {authorship.position} have one ORCID, {orcid}",
                    location=authorship.at("orcid"),
                    authorships=(first, authorship),
                    about=f"{orcid} {authorship.role} {authorship.position}",
                    evidence=(Evidence(text="it stands here first", kind="first-use", location=first.at("orcid")),),
                )
