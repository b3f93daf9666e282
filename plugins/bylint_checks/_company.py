"""The company of a page's papers: with whom they were written, and whether two sets of them have anybody in common."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from bylint import Assignment, Authorship, Coauthors, Disambiguation, Evidence, Name, Page, Paper, commonness
from bylint.names import words
from bylint_checks._people import described, title_words

_SAME_INITIAL = 0.06
"""How often two people of one name have the same middle initial, counted over 3,657 names of the ACL Anthology."""


class Work(NamedTuple):
    """What somebody of a page wrote: the authorship and its paper."""

    authorship: Authorship
    paper: Paper


def works(page: Page) -> list[Work]:
    """The papers of a page whose author its person is, each once; who edits a volume wrote none of it."""
    found: dict[tuple[str, str], Work] = {}
    for authorship, paper in zip(page.authorships, page.papers, strict=True):
        if authorship.role == "author" and not paper.is_front_matter:
            found.setdefault((paper.path, paper.id), Work(authorship, paper))
    return list(found.values())


def company(held: Iterable[Work], page: Page, coauthors: Coauthors) -> frozenset[str]:
    """The pages of all co-authors on some papers of a page."""
    return coauthors.people(*(work.paper for work in held)) - {page.id}


def share_nobody(held: Sequence[Work]) -> list[Work]:
    """The papers that have no co-author's name in common with another one."""
    times = Counter(name for work in held for name in _coauthors(work))
    return [work for work in held if all(times[name] == 1 for name in _coauthors(work))]


def _coauthors(work: Work) -> set[Name]:
    return {other.name for other in work.paper.authorships} - {work.authorship.name}


def bridge(left: frozenset[str], right: frozenset[str], coauthors: Coauthors) -> tuple[str, str] | None:
    """A page of each side whose people wrote with each other, elsewhere than here; None where there is none."""
    for person in sorted(left):
        known = coauthors.around(person) & right
        if known:
            return person, min(known)
    return None


def are_apart(left: frozenset[str], right: frozenset[str], coauthors: Coauthors) -> bool:
    """Whether nobody of one side stands on the other, or wrote with anybody there."""
    return left.isdisjoint(right) and bridge(left, right, coauthors) is None


def says_whose_it_is(authorship: Authorship, page: Page, assignment: Assignment) -> bool:
    """Whether somebody decided that an authorship is this person's: an id or an ORCID led here, not the name."""
    return page.person is not None and assignment.of(authorship).by in {"id", "orcid"}


def namesakes(held: Iterable[Authorship], disambiguation: Disambiguation) -> float:
    """Expected namesakes of the commonest name on some authorships; a middle initial leaves few of them."""
    commonest = 0.0
    for name in {one.name for one in held}:
        expected = disambiguation.expected(name)
        if expected > commonest:
            commonest = max(commonest, expected * _SAME_INITIAL if _has_initial(name) else expected)
    return commonest


def _has_initial(name: Name) -> bool:
    """Whether an initial stands beside a given name."""
    lengths = [len(word) for word in words(name.first or "")]
    return 1 in lengths and max(lengths) > 1


def how_common(expected: float) -> Evidence:
    """How common the name is, as evidence."""
    word = commonness(expected)
    kind = f"a {word} name" if word in {"rare", "common"} else word
    return Evidence(text=f"about {expected:.2g} other people of the name are to be expected: {kind}", kind="name")


def told(label: str, held: Sequence[Work], beside: Iterable[Work] = ()) -> Evidence:
    """Some papers of a page in a line: how many, when, with whom, about what; `beside` are the others."""
    papers, authorships = [work.paper for work in held], [work.authorship for work in held]
    return described(label, papers, authorships, title_words([*papers, *(work.paper for work in beside)]))
