"""
A paper is about something that no other paper of its page is about.

## Why it matters

People change their field, but mostly by degrees and in company. A paper far from all others, written with nobody from
the other papers, is under a common name often by somebody else.

## Example

    {"id": "x-1", "authors": [{"first": "Wei", "last": "Li"}], "abstract": "the parser and the treebank with trees"}
    {"id": "x-2", "authors": [{"first": "Wei", "last": "Li"}], "abstract": "the parser and the grammar with trees"}
    {"id": "x-3", "authors": [{"first": "Wei", "last": "Li"}], "abstract": "the treebank and the grammar with heads"}
    {"id": "x-4", "authors": [{"first": "Wei", "last": "Li"}], "abstract": "the parser and the treebank with heads"}
    {"id": "x-5", "authors": [{"first": "Wei", "last": "Li"}], "abstract": "the nurses and the wards with patients"}
    {"id": "x-6", "authors": [{"first": "Hui", "last": "Li"}, {"first": "Wei", "last": "Zhang"}]}

## What to do

Look at the PDF: affiliation, address and field say whose it is. Give the authorship the id of its author.

## How it decides

Two papers are compared by the words of their titles and abstracts, weighed by how few papers use them. A paper is far
when even the nearest paper of the page is further than 98 of 100 papers are from theirs under names so rare that one
person bears them. Topics alone say little in a field this small, so that anybody in common with another paper of the
page, or a co-author who wrote with somebody there, silences this check; and the name must be common.

Of 30 findings read in the ACL Anthology, 20 were right beyond doubt; what went wrong was somebody on a side track.

## Quiet on

Rare names. Papers without an abstract: a title alone is no ground. Pages with few abstracts. Abstracts in another
language than most. Volumes that were edited. Papers from an affiliation that stands on another paper of the page.
Papers that carry the person's id or ORCID.

## Options

`abstracts`, 5: pages with fewer abstracts are left alone.

`similarity`, 0.045: a paper is far when it is less like each other one than this, 0 to 1.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial

from bylint import (
    COMMON_NAME,
    Assignment,
    Coauthors,
    Details,
    Disambiguation,
    Evidence,
    Finding,
    Options,
    Page,
    Paper,
    Severity,
    Topics,
    check,
)
from bylint_checks._affiliations import come_from_one_place
from bylint_checks._company import (
    Work,
    are_apart,
    company,
    how_common,
    namesakes,
    says_whose_it_is,
    share_nobody,
    told,
    works,
)
from bylint_checks._people import discreet
from bylint_checks._wording import listed

_CONFIDENCE = 0.65
_EVERYDAY = 3
"""So many words that most of the others have are in every abstract of their language: `the`, `and`, `for`, `with`."""
_MOST_TOLD = 5
"""So many papers are told one by one."""


class Distance(Options):
    """What is compared, and what is far."""

    abstracts: int = 5
    """Pages with fewer abstracts are left alone."""

    similarity: float = 0.045
    """A paper is far when it is less like each other one than this, 0 to 1."""


@check(Severity.NOTE, confidence=_CONFIDENCE)
def topic_drift(  # noqa: PLR0913, PLR0917 - it looks at a page from every side that could speak for it
    page: Page,
    disambiguation: Disambiguation,
    coauthors: Coauthors,
    topics: Topics,
    assignment: Assignment,
    distance: Distance,
) -> Iterator[Finding]:
    if len(page.papers) < distance.abstracts or namesakes(page.authorships, disambiguation) < COMMON_NAME:
        return
    held = works(page)
    abstracts = [work for work in held if work.paper.abstract]
    if len(abstracts) < distance.abstracts:
        return
    odd = [
        work
        for work in share_nobody(held)
        if work.paper.abstract
        and _is_far(work.paper, abstracts, topics, distance.similarity)
        and not _belongs(work, held, page, coauthors, assignment)
    ]
    expected = namesakes((work.authorship for work in odd), disambiguation)
    if odd and expected >= COMMON_NAME:
        yield _finding(odd, held, expected, page, topics)


def _is_far(paper: Paper, abstracts: Sequence[Work], topics: Topics, similarity: float) -> bool:
    """Whether all other papers are far, and most of them are in the language of this one."""
    others = [work.paper for work in abstracts if work.paper is not paper]
    if any(topics.similarity(paper, other) >= similarity for other in others):
        return False
    times = Counter(term for other in others for term in topics.terms(other))
    return sum(2 * times[term] > len(others) for term in topics.terms(paper)) >= _EVERYDAY


def _belongs(work: Work, held: Sequence[Work], page: Page, coauthors: Coauthors, assignment: Assignment) -> bool:
    """Whether anything else speaks for a paper: an id, the place it came from, or the people."""
    others = [other for other in held if other is not work]
    if says_whose_it_is(work.authorship, page, assignment):
        return True
    if any(come_from_one_place(work.authorship, other.authorship) for other in others):
        return True
    return not are_apart(company([work], page, coauthors), company(others, page, coauthors), coauthors)


def _finding(odd: Sequence[Work], held: Sequence[Work], expected: float, page: Page, topics: Topics) -> Finding:
    verb = "is" if len(odd) == 1 else "are"
    said = f"{listed(work.paper.id for work in odd)} {verb} far from the topics of the other papers"
    return Finding(
        message=f"{page.names[0]}: {said}",
        discreet_message=discreet(page, said),
        location=odd[0].authorship.location,
        authorships=tuple(work.authorship for work in odd),
        details=partial(_details, odd, held, expected, topics),
    )


def _details(odd: Sequence[Work], held: Sequence[Work], expected: float, topics: Topics) -> Details:
    others = [work for work in held if work not in odd]
    return Details(
        evidence=(
            *(_nearest(work, held, topics) for work in odd[:_MOST_TOLD]),
            *([told("the others", others, odd)] if others else []),
            Evidence(text="nobody wrote with anybody on another paper", kind="shared-coauthors"),
            how_common(expected),
        )
    )


def _nearest(work: Work, held: Sequence[Work], topics: Topics) -> Evidence:
    """The paper's title, and the one that comes nearest to it."""
    others = [other.paper for other in held if other is not work and other.paper.abstract]
    near = max(others, key=lambda other: topics.similarity(work.paper, other))
    alike = topics.similarity(work.paper, near)
    return Evidence(
        text=f"{work.paper.id}, “{work.paper.title}”; nearest {near.id}, “{near.title}”, similarity {alike:.3f}",
        kind="topics",
        location=work.authorship.location,
        papers=(work.paper.id, near.id),
    )
