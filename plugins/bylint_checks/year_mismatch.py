"""
A volume's year is not the one that its id says, or its papers have another one.

## Why it matters

The year is cited, sorts every list, and is half of what tells two namesakes apart. It is copied from the volume of the
year before more often than it is typed wrongly.

## Example

    {"id": "2023.acl-long.1", "title": "T", "year": 2022, "volume": "2023.acl-long"}

And of old ids, whose two digits are a year from 1960 to 2059:

    {"id": "P18-1001", "title": "T", "year": 2017, "volume": "P18-1"}

And of a paper in its volume:

    {"id": "x-0", "title": "Proceedings", "year": 2023, "volume": "x", "front_matter": true}
    {"id": "x-1", "title": "T", "year": 2022, "volume": "x"}

## What to do

Look at the title page. Correct the year, of the volume once and not of each paper; an id that is public stays.

## Quiet on

Proceedings that came out a year or two after the meeting, where the volume's title says the id's year: “NODALIDA 2005”
of 2006 is `W05-17`. Ids without a year, and papers of no volume.
"""

import re
from collections import Counter
from collections.abc import Iterator

from bylint import Finding, Severity, Volume, check

_NEW_ID = re.compile(r"((?:19|20)[0-9]{2})\.[a-z]")
_OLD_ID = re.compile(r"[A-Z]([0-9]{2})-[0-9]{1,4}")
_FIRST_OLD = 60
_LATE = 2
"""How many years proceedings may come out after the meeting."""


@check(Severity.WARNING, confidence=0.95, needs=("volume_id",))
def year_mismatch(volume: Volume) -> Iterator[Finding]:
    records = [paper for paper in (volume.front_matter, *volume.papers) if paper is not None and paper.year is not None]
    if not records:
        return
    years = Counter(paper.year for paper in records)
    front = volume.front_matter
    year = front.year if front is not None and front.year is not None else years.most_common(1)[0][0]
    told = _year_of(volume.id)
    title = front.title if front is not None else ""
    if (
        told is not None
        and year is not None
        and told != year
        and not (told < year <= told + _LATE and str(told) in title)
    ):
        yield Finding(
            message=f"the year of {volume.id} is {year}",
            location=records[0].at("year"),
            papers=tuple(paper.id for paper in records if paper.year == year),
        )
    elif len(years) > 1:
        others = [paper for paper in records if paper.year != year]
        more = f" and {len(others) - 1} more" if len(others) > 1 else ""
        yield Finding(
            message=f"{others[0].id} is of {others[0].year}{more}, the rest of {volume.id} of {year}",
            location=others[0].at("year"),
            papers=tuple(paper.id for paper in others),
        )


def _year_of(volume_id: str) -> int | None:
    """The year in a volume's id.

    >>> _year_of("2023.acl-long"), _year_of("W00-01"), _year_of("toy")
    (2023, 2000, None)
    """
    if new := _NEW_ID.match(volume_id):
        return int(new[1])
    if old := _OLD_ID.fullmatch(volume_id):
        return int(old[1]) + (1900 if int(old[1]) >= _FIRST_OLD else 2000)
    return None
