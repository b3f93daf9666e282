"""
Two authors of one paper are on one page.

## Why it matters

Nobody writes a paper with themselves: the page holds two people, or one person is in the byline twice.

## Example

    {"person": "jim-chang", "names": [{"first": "Jim", "last": "Chang"}, {"first": "Jimmy", "last": "Chang"}]}
    {"id": "x-1", "authors": [{"first": "Jim", "last": "Chang"}, {"first": "Jimmy", "last": "Chang"}]}

## What to do

Look at the PDF. If they are two people, each needs an id of their own, and the name that leads to the wrong one must
come off the entry in the people database. If it is one person, take the second one out.

## Quiet on

The same name twice with nothing to tell the two apart, which is a repeated author. A name and its form in another
script, in a byline that lists everybody in two scripts, which is one fault of that paper. The author of a paper who is
its editor too.

The message for public logs leaves the names out.
"""

from collections.abc import Iterator

from bylint import Assignment, Authorship, Evidence, Finding, Page, Paper, Severity, check
from bylint_checks._two_scripts import two_scripts

_RULES = {
    "id": "its id",
    "orcid": "its ORCID",
    "name": "its name, which is listed",
    "slug": "its name, which is no verified person's",
}


@check(Severity.WARNING, confidence=0.95)
def shared_page_paper(page: Page, assignment: Assignment) -> Iterator[Finding]:
    if len(page.authorships) == 1:
        return
    first_at: dict[tuple[str, str, str], list[Authorship]] = {}
    for authorship, paper in zip(page.authorships, page.papers, strict=True):
        before = first_at.setdefault((authorship.path, authorship.paper_id, authorship.role), [])
        is_told_apart = before and all(_told_apart(authorship, other) for other in before)
        if is_told_apart and not _are_two_scripts(before[0], authorship, paper):
            yield _finding(before[0], authorship, page, assignment)
        before.append(authorship)


def _told_apart(left: Authorship, right: Authorship) -> bool:
    """Whether two authorships differ in anything that says who they are."""
    return (left.name, left.person_id, left.orcid) != (right.name, right.person_id, right.orcid)


def _are_two_scripts(first: Authorship, second: Authorship, paper: Paper) -> bool:
    """Whether the byline lists everybody in two scripts, and one of the two in each."""
    halves = two_scripts(paper.authorships if second.role == "author" else paper.editors)
    return halves is not None and (first in halves.latin) is not (second in halves.latin)


def _finding(first: Authorship, second: Authorship, page: Page, assignment: Assignment) -> Finding:
    people = f"{first.name} and {second.name}" if first.name != second.name else f"two authors called {first.name}"
    return Finding(
        message=f"{people} stand in one byline and are on one page, {page.id}",
        discreet_message=f"authors {first.position} and {second.position} of {first.paper_id} are on one page",
        location=second.location,
        names=() if first.name == second.name else (first.name, second.name),
        authorships=(first, second),
        evidence=tuple(
            Evidence(
                text=f"{authorship.name} is there by {_RULES[assignment.of(authorship).by]}",
                kind="resolution",
                location=authorship.location,
            )
            for authorship in (first, second)
        ),
        about=f"{first.paper_id} {first.role} {first.position} {second.position}",
    )
