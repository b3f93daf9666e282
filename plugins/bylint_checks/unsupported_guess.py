"""
A paper is on a page by the name alone, and what else is known speaks against it.

## Why it matters

An authorship without an id goes to the one known person of that name, or to the page of nobody in particular. Under a
common name that is a guess, and a wrong guess looks like every other paper of the page.

## Example

    {"person": "yongqi-li-hk", "names": [{"first": "Yongqi", "last": "Li"}]}
    {"person": "yongqi-li-wuhan", "names": [{"first": "Yongqi", "last": "Li"}]}
    {"id": "x-1", "authors": [{"first": "Yongqi", "last": "Li", "id": "yongqi-li-hk", "affiliations": ["PolyU Hong Kong"]}, {"first": "Wenjie", "last": "Li"}, {"first": "Liqiang", "last": "Nie"}]}
    {"id": "x-2", "authors": [{"first": "Yongqi", "last": "Li", "id": "yongqi-li-hk", "affiliations": ["PolyU Hong Kong"]}, {"first": "Wenjie", "last": "Li"}, {"first": "Liqiang", "last": "Nie"}]}
    {"id": "x-3", "authors": [{"first": "Yongqi", "last": "Li", "id": "yongqi-li-wuhan", "affiliations": ["Wuhan University"]}, {"first": "Xin", "last": "Miao"}, {"first": "Tieyun", "last": "Qian"}]}
    {"id": "x-4", "authors": [{"first": "Yongqi", "last": "Li", "id": "yongqi-li-wuhan", "affiliations": ["Wuhan University"]}, {"first": "Xin", "last": "Miao"}, {"first": "Tieyun", "last": "Qian"}]}
    {"id": "x-5", "authors": [{"first": "Yongqi", "last": "Li", "affiliations": ["Wuhan University"]}, {"first": "Xin", "last": "Miao"}, {"first": "Tieyun", "last": "Qian"}]}

## What to do

Open the paper. Give the authorship the id of whoever wrote it: the suggested one, where the finding has one. Where it
is the person of the page after all, their id or ORCID says so for good.

## How it decides

In two ways. Where several known people share the name, and the paper's co-authors are with one of them and not with
the other papers of its page, that person is suggested.

Otherwise a paper on a known person's page is reported when nothing joins it to the other papers there, no co-author,
no affiliation, no venue, no year near by; when all the evidence together puts it into a group of its own; and when the
name is so common that another person may well bear it. That is a reason to look and no more, hence the lower
confidence: somebody may have changed place, people and subject, or be known here by a single paper from another life.

On the ACL Anthology of October 2024 it suggests a person for 3 papers, all rightly, and doubts 19 more; of these 14
are another person's, 5 are the person's or could not be decided.

## Quiet on

Rare names. Papers with one author, who has nobody to share. Pages with so few other papers that nothing can be
expected of them: first papers look like this. Several such papers of one person on a page that is nobody's, which are
an `incomplete-split`.

The message for public logs leaves the name out where it is not the one that is listed for the person.

## Options

`least_namesakes`, 0.1: so many further people of the name there must be reason to expect.

`fewest_others`, 3: pages with fewer other papers of several authors are left alone.
"""  # noqa: E501 - a record is one line

from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial

from bylint import (
    Assignment,
    Authorship,
    Details,
    Disambiguation,
    Evidence,
    Finding,
    Options,
    Page,
    Paper,
    Severity,
    check,
)
from bylint.names import fold
from bylint_checks._people import described, title_words
from bylint_checks._rivals import finding, undecided, were_left_behind

Place = tuple[Authorship, Paper]

_NEIGHBOURING = 2
"""Years between two papers that are near to one another."""
_BY_NAME_ALONE = 0.7


class Expectation(Options):
    """When a guess needs support."""

    least_namesakes: float = 0.1
    """How many other people of the name are to be expected, before a guess by the name alone is doubted."""
    fewest_others: int = 3
    """How many other papers with co-authors there must be on the page."""


@check(Severity.WARNING, confidence=_BY_NAME_ALONE)
def unsupported_guess(
    page: Page, disambiguation: Disambiguation, assignment: Assignment, expectation: Expectation
) -> Iterator[Finding]:
    suggested: set[Authorship] = set()
    for rivals in undecided(page, disambiguation).values():
        suggested.update(rival.authorship for rival in rivals)
        if not were_left_behind(page, rivals):
            for rival in rivals:
                yield finding(rival, "has no id", page, assignment)
    if page.person is None or sum(len(paper.authorships) > 1 for paper in page.papers) <= expectation.fewest_others:
        return
    partition = disambiguation.partition(page)
    alone = {group.authorships[0]: number for number, group in enumerate(partition.groups) if len(group.papers) == 1}
    if len(partition.groups) == 1 or not alone:
        return
    for authorship, paper in _strangers(page, assignment):
        is_common = disambiguation.expected(authorship.name) >= expectation.least_namesakes
        if authorship in alone and authorship not in suggested and is_common:
            reasons = partial(disambiguation.between, partition, alone[authorship])
            yield _stranger(authorship, paper, page, reasons)


def _strangers(page: Page, assignment: Assignment) -> Iterator[Place]:
    """What is on the page by its name and has nothing in common with the rest of it."""
    ties = Counter(tie for place in _places(page) for tie in _ties(*place))
    known_years = Counter(paper.year for paper in page.papers)
    for authorship, paper in _places(page):
        if assignment.of(authorship).by != "name" or len(paper.authorships) == 1 or paper.year is None:
            continue
        near = sum(known_years[paper.year + distance] for distance in range(-_NEIGHBOURING, _NEIGHBOURING + 1))
        if near == 1 and all(ties[tie] == 1 for tie in _ties(authorship, paper)):
            yield authorship, paper


def _places(page: Page) -> Iterator[Place]:
    return zip(page.authorships, page.papers, strict=True)


def _ties(authorship: Authorship, paper: Paper) -> frozenset[tuple[str, str]]:
    """What a paper could share with others of the same author."""
    return frozenset(
        {
            *(("venue", venue) for venue in paper.venues),
            *(("affiliation", fold(affiliation)) for affiliation in authorship.affiliations),
            *(("co-author", str(other.name)) for other in paper.authorships if other.location != authorship.location),
        }
    )


def _stranger(authorship: Authorship, paper: Paper, page: Page, reasons: Callable[[], tuple[Evidence, ...]]) -> Finding:
    return Finding(
        message=(
            f"{authorship.name} of {paper.id} is taken for {page.id} by the name alone: "
            "no co-author, affiliation, venue or year near by joins it to the other papers"
        ),
        location=authorship.location,
        authorships=(authorship,),
        about=f"{authorship.paper_id} {authorship.role} {authorship.position}",
        details=partial(_details, authorship, paper, page, reasons),
    )


def _details(authorship: Authorship, paper: Paper, page: Page, reasons: Callable[[], tuple[Evidence, ...]]) -> Details:
    others = [place for place in _places(page) if place[1].id != paper.id]
    on_page = title_words(page.papers)
    return Details(
        evidence=(
            described("this paper", [paper], [authorship], on_page),
            described("the others", [held for _, held in others], [other for other, _ in others], on_page),
            *reasons(),
        )
    )
