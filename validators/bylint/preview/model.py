"""What a preview says: plain data, with every name, title and page as a string that a format may print."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from bylint.corpus.sources import Sources
from bylint.finding import Finding
from bylint.model import Location
from bylint.preview.outcomes import Outcomes
from bylint.report import EXIT_CLEAN, EXIT_FINDINGS, EXIT_UNTRUSTED, Report


class Side(NamedTuple):
    """One of the two states."""

    name: str
    """As it was asked for; empty for the work tree."""
    commit: str
    """The full name of the commit; empty for the work tree."""


class Fact(NamedTuple):
    """One fact; a weight above 0 speaks for two people."""

    kind: str
    weight: float | None
    text: str
    papers: tuple[str, ...]


class Wrong(NamedTuple):
    """Why an authorship looks wrong where it is put."""

    confidence: float
    suggested: str | None
    """The id of the known person whose it looks to be."""
    why: str
    evidence: tuple[Fact, ...]


class Put(NamedTuple):
    """An authorship that is new on its page."""

    paper: str
    role: str
    position: int
    name: str
    title: str
    year: int | None
    page: str
    came_from: str | None
    """The page it was on; None for an authorship that was not there."""
    by: str
    """`id`, `orcid`, `name` or `slug`."""
    is_verified: bool
    is_known: bool
    """Whether the page was there before."""
    wrong: Wrong | None
    location: Location


class Move(NamedTuple):
    """An authorship that is new, gone or elsewhere."""

    paper: str
    """Its id today; the old one of a paper that is gone."""
    role: str
    position: int
    name: str
    was_on: str | None
    is_on: str | None


class PageSize(NamedTuple):
    """A page and how many papers it has."""

    page: str
    papers: int


class PageEvent(NamedTuple):
    """What became of some pages."""

    kind: str
    before: tuple[PageSize, ...]
    after: tuple[PageSize, ...]
    moves: tuple[Move, ...]
    is_private: bool
    """Whether it joins names of which one may have been given up: public formats leave old names out."""


class Signature(NamedTuple):
    """One place of a byline."""

    name: str
    id: str | None
    orcid: str | None


class Byline(NamedTuple):
    """A byline that is not what it was."""

    paper: str
    role: str
    before: tuple[Signature, ...]
    after: tuple[Signature, ...]


class PaperCounts(NamedTuple):
    """What becomes of papers, without front matter."""

    new: int
    gone: int
    renumbered: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What a change does."""

    base: Side
    head: Side
    files: Sources
    """The files of both states, where they lie in the work tree."""
    papers: PaperCounts
    pages: tuple[PageEvent, ...]
    put: tuple[Put, ...]
    """The authorships that are new on their pages, in the order of the papers."""
    bylines: tuple[Byline, ...]
    """Of papers that were there before."""
    told: tuple[Finding, ...]
    """What the checks that compare with a base say of it."""
    outcomes: Outcomes
    """Of all other findings."""
    before: Report
    after: Report

    @property
    def wrong(self) -> Sequence[tuple[Put, Wrong]]:
        """The authorships that look wrong where they are put, and why, the surest first."""
        found = [(put, put.wrong) for put in self.put if put.wrong is not None]
        return sorted(found, key=lambda one: -one[1].confidence)

    @property
    def by_name(self) -> Mapping[str, Sequence[Put]]:
        """The new authorships that only a name puts on a known person's page, by that page, the most first."""
        found: dict[str, list[Put]] = {}
        for put in self.put:
            if put.by == "name" and put.came_from is None:
                found.setdefault(put.page, []).append(put)
        return dict(sorted(found.items(), key=lambda item: (-len(item[1]), item[0])))

    @property
    def failing(self) -> int:
        """How many of the findings that it brings fail the run."""
        return sum(map(self.after.fails, (*self.outcomes.brought, *self.told)))

    @property
    def is_complete(self) -> bool:
        """False where either state could not be read or judged whole: then silence proves nothing."""
        return self.before.is_complete and self.after.is_complete

    @property
    def exit_code(self) -> int:
        """3 for a preview that is not to be trusted, 1 for one that brings findings that fail, else 0."""
        if not self.is_complete:
            return EXIT_UNTRUSTED
        return EXIT_FINDINGS if self.failing else EXIT_CLEAN
