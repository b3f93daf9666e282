"""
A paper has the id of one person, and the co-authors of a namesake.

## Why it matters

The paper is missing from the page of whoever wrote it and stands on that of somebody else, under an id that looks like
a decision. Nobody looks at such a paper again.

## Example

    {"person": "yongqi-li-hk", "names": [{"first": "Yongqi", "last": "Li"}]}
    {"person": "yongqi-li-wuhan", "names": [{"first": "Yongqi", "last": "Li"}]}
    {"id": "x-1", "authors": [{"first": "Yongqi", "last": "Li", "id": "yongqi-li-hk", "affiliations": ["PolyU Hong Kong"]}, {"first": "Wenjie", "last": "Li"}, {"first": "Liqiang", "last": "Nie"}]}
    {"id": "x-2", "authors": [{"first": "Yongqi", "last": "Li", "id": "yongqi-li-hk", "affiliations": ["PolyU Hong Kong"]}, {"first": "Wenjie", "last": "Li"}, {"first": "Liqiang", "last": "Nie"}]}
    {"id": "x-3", "authors": [{"first": "Yongqi", "last": "Li", "id": "yongqi-li-wuhan", "affiliations": ["Wuhan University"]}, {"first": "Xin", "last": "Miao"}, {"first": "Tieyun", "last": "Qian"}]}
    {"id": "x-4", "authors": [{"first": "Yongqi", "last": "Li", "id": "yongqi-li-wuhan", "affiliations": ["Wuhan University"]}, {"first": "Xin", "last": "Miao"}, {"first": "Tieyun", "last": "Qian"}]}
    {"id": "x-5", "authors": [{"first": "Yongqi", "last": "Li", "id": "yongqi-li-hk", "affiliations": ["Wuhan University"]}, {"first": "Xin", "last": "Miao"}, {"first": "Tieyun", "last": "Qian"}]}

## What to do

Open the papers that the finding names. If the co-authors write with the namesake, give the authorship the namesake's
id. If this time the person wrote with the other group, leave it and say so in a waiver.

## How it decides

All papers of the name are put into groups as if none had an id. Each known person is at home in the group that holds
most of their papers. A paper is reported when it lies in the home of a namesake, shares co-authors with the papers
there, and shares none with those of its own person. The finding counts both: how many of the co-authors appear with
the one, and how many with the other.

On the ACL Anthology of October 2024 it reports 8 papers. All were read, and in each the co-authors, and in two the
affiliations too, are those of the suggested person. With a single shared co-author of a common name it can err, which
the confidence does not fully show.

## Quiet on

Papers without co-authors. Co-authors who write with both people, as in one laboratory. People whose papers do not hang
together, so that nobody can say where they are at home. Ids that stand for anybody else of a name, which are left to
`incomplete-split`, and authorships without an id, which are left to `unsupported-guess` or, where there are several,
to `incomplete-split`.

The message for public logs leaves the name out where it is not the one that is listed for the person.
"""  # noqa: E501 - a record is one line

from collections.abc import Iterator

from bylint import Assignment, Disambiguation, Finding, Page, Severity, check
from bylint_checks._rivals import finding


@check(Severity.WARNING, needs=("person_id",))
def rival_namesake(page: Page, disambiguation: Disambiguation, assignment: Assignment) -> Iterator[Finding]:
    for rival in disambiguation.rivals(page):
        if rival.own_id is not None:
            yield finding(rival, f"is {rival.own_id} by its id", page, assignment)
