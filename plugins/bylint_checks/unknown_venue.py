"""
A volume is of a venue that the repository does not know.

## Why it matters

A volume is listed on the pages of its venues. Of one that is misspelt or was never made, there is no page, and the
volume stands nowhere.

## Example

    {"venue": "acl"}
    {"venue": "naacl"}
    {"id": "x-1", "title": "T", "volume": "2025.acl-long", "venues": ["acll"]}

## What to do

Correct the venue's id, or add the venue: in the ACL Anthology that is a file in `data/yaml/venues`.

## Quiet on

Everything, where the repository lists no venues. A venue in capitals is another one. A wrong id on several volumes is
one finding.
"""

from collections.abc import Iterator

from bylint import Corpus, Finding, Paper, Severity, check
from bylint_checks._wording import did_you_mean, listed, nearest

_ALIKE = 0.8
"""How alike two ids are, from 0 to 1, of which one may be meant for the other."""


@check(Severity.ERROR, confidence=0.98, needs=("venues",))
def unknown_venue(corpus: Corpus) -> Iterator[Finding]:
    known = {venue.id for venue in corpus.venues}
    if not known:
        return
    unknown: dict[str, list[Paper]] = {}
    for paper in corpus.papers:
        for venue in paper.venues:
            if venue not in known:
                unknown.setdefault(venue, []).append(paper)
    for venue, papers in unknown.items():
        volumes = list(dict.fromkeys(paper.volume_id or paper.id for paper in papers))
        hint = did_you_mean(nearest(venue.lower(), sorted(known), _ALIKE))
        yield Finding(
            message=f"“{venue}”, the venue of {listed(volumes, 1)}, is none that the repository knows{hint}",
            location=papers[0].at("venues"),
            about=venue,
            papers=tuple(paper.id for paper in papers),
        )
