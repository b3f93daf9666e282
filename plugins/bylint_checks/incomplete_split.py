"""
Papers of somebody who was split off a page have stayed behind on it.

## Why it matters

A page was taken apart, and part of a person's papers went to a page of their own. What was overlooked stays with
"anybody else of this name", where nobody looks for it.

## Example

    {"person": "yongqi-li-hk", "names": [{"first": "Yongqi", "last": "Li"}]}
    {"person": "yongqi-li-wuhan", "names": [{"first": "Yongqi", "last": "Li"}]}
    {"person": "yongqi-li", "names": [{"first": "Yongqi", "last": "Li"}], "verified": false}
    {"id": "x-1", "authors": [{"first": "Yongqi", "last": "Li", "id": "yongqi-li-hk", "affiliations": ["PolyU Hong Kong"]}, {"first": "Wenjie", "last": "Li"}, {"first": "Liqiang", "last": "Nie"}]}
    {"id": "x-2", "authors": [{"first": "Yongqi", "last": "Li", "id": "yongqi-li-hk", "affiliations": ["PolyU Hong Kong"]}, {"first": "Wenjie", "last": "Li"}, {"first": "Liqiang", "last": "Nie"}]}
    {"id": "x-3", "authors": [{"first": "Yongqi", "last": "Li", "id": "yongqi-li-wuhan", "affiliations": ["Wuhan University"]}, {"first": "Xin", "last": "Miao"}, {"first": "Tieyun", "last": "Qian"}]}
    {"id": "x-4", "authors": [{"first": "Yongqi", "last": "Li", "id": "yongqi-li-wuhan", "affiliations": ["Wuhan University"]}, {"first": "Xin", "last": "Miao"}, {"first": "Tieyun", "last": "Qian"}]}
    {"id": "x-5", "authors": [{"first": "Yongqi", "last": "Li", "id": "yongqi-li", "affiliations": ["Wuhan University"]}, {"first": "Xin", "last": "Miao"}, {"first": "Tieyun", "last": "Qian"}]}

## What to do

Look at the papers that the finding lists, all of them at once: their co-authors write with the person. Give the
authorships the person's id.

## How it decides

All papers of the name are put into groups as if none had an id. Each known person is at home in the group that holds
most of their papers. What lies there without anybody's id, and shares co-authors with the papers there, was left
behind. There is one finding for each person and page; its confidence is the mean of the papers'.

On the ACL Anthology of October 2024 it has 10 findings about 53 papers of three names. All were read: 50 papers are
the person's. The 3 that are not stand in one finding of 29, two of them led there by a co-author who has a namesake
too, one by a byline that is given in two scripts.

## Quiet on

A single authorship without any id, which is an `unsupported-guess`: here are several at once, or one to which somebody
gave the id for anybody else. Authorships with the id of another person, which are left to `rival-namesake`. Pages that
are a known person's.
"""  # noqa: E501 - a record is one line

from collections.abc import Iterator, Sequence

from bylint import Assignment, Disambiguation, Finding, Page, Rival, Severity, check
from bylint_checks._rivals import in_a_line, undecided, were_left_behind
from bylint_checks._wording import counted


@check(Severity.WARNING, needs=("person_id",))
def incomplete_split(page: Page, disambiguation: Disambiguation, assignment: Assignment) -> Iterator[Finding]:
    for person_id, rivals in undecided(page, disambiguation).items():
        if were_left_behind(page, rivals):
            yield _finding(person_id, rivals, page, assignment)


def _finding(person_id: str, rivals: Sequence[Rival], page: Page, assignment: Assignment) -> Finding:
    authorships = tuple(rival.authorship for rival in rivals)
    verb = "shares" if len(rivals) == 1 else "share"
    return Finding(
        message=f"{counted(len(rivals), 'paper')} on the page {page.id} {verb} co-authors with {person_id}",
        location=authorships[0].location,
        authorships=authorships,
        evidence=tuple(in_a_line(rival, assignment) for rival in rivals),
        confidence=sum(rival.confidence for rival in rivals) / len(rivals),
        about=person_id,
    )
