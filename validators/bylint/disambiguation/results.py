"""What a disambiguation says."""

from typing import NamedTuple

from bylint.finding import Evidence
from bylint.model import Authorship, Name, Page, Paper

RARE_NAME, COMMON_NAME = 0.05, 0.3
"""Expected namesakes below which a name is called rare, and from which on it is called common."""
LARGEST_PAGE = 1000
"""Papers up to which a page is weighed pair by pair: beyond that it takes gigabytes, and the page stays undivided."""


class Group(NamedTuple):
    """One person that the evidence sees behind a page."""

    authorships: tuple[Authorship, ...]
    """In the order of the corpus."""
    papers: tuple[Paper, ...]
    """The paper of each authorship, side by side."""
    person_id: str | None
    """The id that most of its authorships carry; None where they carry none, or one that stands for anybody."""

    @property
    def years(self) -> tuple[int, int] | None:
        """The first and the last year that are known."""
        known = [paper.year for paper in self.papers if paper.year is not None]
        return (min(known), max(known)) if known else None


class Partition(NamedTuple):
    """Authorships of one page or one name, split into the people that the evidence sees."""

    groups: tuple[Group, ...]
    """The largest first; one: nothing splits it, or it has more papers (1,000) than can be weighed pair by pair."""
    confidence: float
    """That two or more people are here, 0 to 1."""
    evidence: float
    """In nats for two people, before it is asked how common the name is."""
    expected: float
    """How many other people of that very name the corpus should hold."""
    tail: float
    """Share of single-person pages of this size that look as much like two people; 1 for one group."""


class Likeness(NamedTuple):
    """Two pages that could be one person."""

    left: Page
    right: Page
    relation: str
    """How the names differ."""
    confidence: float
    rank: float
    """What to look at first: surer ones, and those that move more papers."""
    features: tuple[float, ...] = ()
    """What it was judged by, for `Disambiguation.alike`."""


class Rival(NamedTuple):
    """An authorship that points to another namesake than the one whose id it carries, or to one at all."""

    authorship: Authorship
    paper: Paper
    own_id: str | None
    """The explicit id; None where there is none that stands for one person."""
    suggested_id: str
    shared: tuple[Name, ...]
    """Co-authors of the paper who are on papers of the suggested person."""
    own_shared: tuple[Name, ...]
    """Those who are on other papers of its own page."""
    coauthors: int
    """How many co-authors the paper has."""
    confidence: float
    evidence: tuple[Evidence, ...]


def commonness(expected: float) -> str:
    """How common a name with so many expected namesakes is, in a word.

    >>> commonness(0.01), commonness(0.1), commonness(2.0)
    ('rare', 'neither rare nor common', 'common')
    """
    return "rare" if expected < RARE_NAME else "common" if expected >= COMMON_NAME else "neither rare nor common"
