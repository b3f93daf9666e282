"""What a dossier says: plain data, with every name and title as a string that a format may print."""

from collections.abc import Callable
from typing import Any, NamedTuple

from bylint.corpus.sources import Sources
from bylint.model import Location


class Count(NamedTuple):
    """A name, of a person or of a venue, and the number of papers it stands on."""

    name: str
    papers: int


class Fact(NamedTuple):
    """One fact; what its sign speaks for is said where it stands."""

    kind: str
    weight: float | None
    """In log odds."""
    text: str
    papers: tuple[str, ...] = ()


class OtherName(NamedTuple):
    """Another name that stands on a page."""

    name: str
    papers: int
    page: str
    """The id of the page."""
    is_private: bool = False
    """Only an id or an ORCID joins it to the name of the page: public formats leave it out."""


class Row(NamedTuple):
    """One authorship of the page, with its paper."""

    id: str
    """The paper's id."""
    position: int
    """From 1 in the byline."""
    role: str
    """`author` or `editor`."""
    year: int | None
    title: str
    authors: tuple[str, ...]
    group: int
    """From 1: the largest."""
    confidence: float
    """How surely it belongs to the group."""
    person: str | None
    """The person whom the record says it is; None for the unverified."""
    page: str
    """The id of the page it is on."""
    resolved_by: str
    """`id`, `orcid`, `name` or `slug`."""
    name: str
    """As written."""
    written_id: str | None
    orcid: str | None
    affiliations: tuple[str, ...]
    venues: tuple[str, ...]
    location: Location


class Group(NamedTuple):
    """One person whom the evidence sees behind the page."""

    group: int
    papers: int
    years: tuple[int, int] | None
    person: str | None
    """The explicit id that its authorships carry."""
    id: str | None
    """The id that all of them would get; None where they would stay without one."""
    is_new: bool
    """Whether that id is a proposal: nobody has it yet."""
    why: str
    """What holds the group together."""
    coauthors: tuple[Count, ...]
    venues: tuple[Count, ...]
    words: tuple[str, ...]
    """Words of its titles that are rare elsewhere."""
    evidence: tuple[Fact, ...]
    """Weight above 0: this is another person than the rest; below 0: it is the same."""


class Similar(NamedTuple):
    """A page that could be this person's, or that is known to be somebody else's."""

    name: str
    page: str
    papers: int
    confidence: float
    """That both are one person; 0 for somebody who is known to be another."""
    why: str
    evidence: tuple[Fact, ...] = ()
    is_private: bool = False
    """The given names have nothing in common: public formats tell the id and no name."""


class Misplaced(NamedTuple):
    """An authorship whose evidence points to a namesake."""

    paper: str
    position: int
    role: str
    own_id: str | None
    suggested_id: str
    confidence: float
    why: str
    evidence: tuple[Fact, ...]


class Edit(NamedTuple):
    """One authorship that would get another id."""

    paper: str
    position: int
    role: str
    name: str
    old_id: str | None
    new_id: str
    is_new: bool
    """Whether the id is a proposal: nobody has it yet."""
    group: int
    confidence: float
    location: Location


class Known(NamedTuple):
    """On how many of the papers the records say something."""

    coauthors: int
    affiliations: int
    orcids: int
    abstracts: int
    years: int


class Dossier(NamedTuple):
    """Everything that tells who is behind a page."""

    query: str
    kind: str
    """What the query was: `name`, `id` or `orcid`."""
    uses_ids: bool
    """Whether ids and ORCIDs counted."""
    names: tuple[Count, ...]
    """The names as written, the most frequent first, with their authorships."""
    pages: tuple[Count, ...]
    """The ids of the pages that the authorships are on, with how many of them, the largest first."""
    also: tuple[OtherName, ...]
    confidence_mixed: float
    """That two or more people are here."""
    expected: float
    """How many other people of the name the corpus should hold."""
    tail: float
    """The share of single-person pages of this size that look as much like two people."""
    known: Known
    too_little: str
    """Why nothing can be said of who is who; empty where something can."""
    splits: bool
    """Whether the groups are worth an edit: ids tell them apart, or it is not unlikely that they are several people."""
    groups: tuple[Group, ...]
    papers: tuple[Row, ...]
    """The newest first, then by id."""
    coauthors: tuple[Count, ...]
    venues: tuple[Count, ...]
    similar: tuple[Similar, ...]
    misplaced: tuple[Misplaced, ...]
    settles: tuple[str, ...]
    """What would settle the question."""
    edits: tuple[Edit, ...]

    @property
    def title(self) -> str:
        """The name by which the page is called."""
        return self.names[0].name if self.names else self.query


class Dossiers(NamedTuple):
    """The dossiers of a run, and the files in which their places are found."""

    pages: tuple[Dossier, ...]
    sources: Sources


def rewritten(value: Any, change: Callable[[str], str]) -> Any:
    """A value with every text in it changed; places stay."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, Location) or not isinstance(value, tuple):
        return value
    parts = (rewritten(part, change) for part in value)
    return value._make(parts) if hasattr(value, "_make") else tuple(parts)
