"""
The records every check reads: frozen, inert, with no pointer back to what holds them.

They are named tuples. Measured for 347,000 authorships (one core of two, CPython 3.11), against a frozen
dataclass with slots and a frozen pydantic model:

    ============  =====  ======  ========  ======
    kind           make  pickle  unpickle  memory
    ============  =====  ======  ========  ======
    named tuple   1.0 s   1.3 s     1.3 s   53 MB
    dataclass     1.7 s   3.1 s     3.1 s   47 MB
    pydantic      3.1 s   2.8 s     3.3 s  211 MB
    ============  =====  ======  ========  ======

Pickling counts because files are parsed in one process a core and handed over.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

PARTS: Mapping[str, str] = MappingProxyType(
    {
        "abstract": "abstracts",
        "affiliations": "affiliations",
        "doi": "DOIs",
        "editors": "editors",
        "first": "names in parts",
        "is_literal": "names that are not to be parted",
        "key": "citation keys",
        "language": "languages",
        "openreview": "OpenReview ids",
        "orcid": "ORCIDs",
        "pages": "page ranges",
        "people": "entries of people",
        "person_id": "ids of people",
        "variants": "names in other scripts",
        "venues": "venues",
        "volume_id": "volumes",
        "year": "years",
    }
)
"""What a format may be able to know of a paper and its authorships, by the names of the fields below, and the word for
it; `people` stands for entries of people, `first` for names that the record itself divides."""


class Name(NamedTuple):
    """A person's name as it is written, with every space and sign; two names are equal when they are written alike.

    `first` is None for a mononym. Nothing is guessed, stripped or folded here.
    """

    first: str | None
    last: str

    def __str__(self) -> str:
        return f"{self.first} {self.last}" if self.first else self.last


class Location(NamedTuple):
    """A pointer to a place in a file, turned into line, column and bytes by the file's loader.

    Without a `path` it is relative: `Location(field="last")`, yielded by a check about a Name, means that field
    of every authorship which carries the name.
    """

    path: str = ""
    """The file, relative to the repository's root, with `/`."""
    record: str = ""
    """The paper or person the place belongs to; empty for the file itself."""
    byline: str = ""
    """`author` or `editor` for a place in a byline, `names` for one among the names of a person."""
    position: int = 0
    """From 1 in the byline, or among the names as the Person has them; 0 for none."""
    field: str = ""
    """A part of the record or of the authorship: `title`, `doi`, `first`, `last`, `orcid`, ..."""
    line: int = 0
    """From 1; only where the loader had to stop before there was a record to point at."""
    column: int = 0
    """From 1, in characters; goes with `line`."""


class Span(NamedTuple):
    """Where a Location stands in its file."""

    line: int
    """From 1."""
    column: int
    """From 1, in code points."""
    start: int
    """The first byte, from 0."""
    end: int
    """The byte after the last one."""


class Variant(NamedTuple):
    """The name in another script, written beside it."""

    script: str
    """As the record says it, for example `hani`."""
    name: Name


class Authorship(NamedTuple):
    """One name at one place of one paper's byline, with what was written beside it."""

    name: Name
    paper_id: str
    position: int
    """From 1."""
    role: str
    """`author` or `editor`."""
    path: str
    person_id: str | None = None
    """The explicit id on the authorship, when one is written."""
    orcid: str | None = None
    """As written: a bare identifier or a URL, valid or not."""
    affiliations: tuple[str, ...] = ()
    variants: tuple[Variant, ...] = ()
    openreview: str | None = None
    is_literal: bool = False
    """True where the record says that the name is one whole and not to be parted: in braces, in BibTeX."""

    @property
    def location(self) -> Location:
        """Where the authorship stands."""
        return Location(self.path, self.paper_id, self.role, self.position)

    def at(self, field: str) -> Location:
        """Where one part of it stands: `first`, `last`, `orcid`, `id`, `affiliation`."""
        return Location(self.path, self.paper_id, self.role, self.position, field)


class Paper(NamedTuple):
    """One publication with its bylines in order, and where it stands."""

    id: str
    title: str
    """Plain text; empty when the record has none."""
    year: int | None
    path: str
    authorships: tuple[Authorship, ...] = ()
    """The authors."""
    editors: tuple[Authorship, ...] = ()
    venues: tuple[str, ...] = ()
    volume_id: str | None = None
    abstract: str | None = None
    doi: str | None = None
    pages: str | None = None
    key: str | None = None
    """The citation key."""
    language: str | None = None
    is_front_matter: bool = False
    """True for the record that stands for a volume: its title is the volume's, its editors edited the volume."""

    @property
    def location(self) -> Location:
        """Where the paper stands."""
        return Location(self.path, self.id)

    def at(self, field: str) -> Location:
        """Where one part of it stands: `title`, `doi`, `abstract`, ..."""
        return Location(self.path, self.id, field=field)

    @property
    def bylines(self) -> tuple[tuple[Authorship, ...], ...]:
        """The bylines that are not empty: the authors', then the editors'."""
        return tuple(byline for byline in (self.authorships, self.editors) if byline)


class Volume(NamedTuple):
    """The papers that were published and ingested together."""

    id: str
    papers: tuple[Paper, ...]
    """In the order of the file, without the front matter."""
    front_matter: Paper | None = None

    @property
    def location(self) -> Location:
        """Where the volume stands: its front matter, or its first paper."""
        return (self.front_matter or self.papers[0]).location


class Person(NamedTuple):
    """Somebody the repository knows by an id."""

    id: str
    names: tuple[Name, ...]
    """The preferred name first."""
    path: str
    orcid: str | None = None
    degree: str | None = None
    comment: str | None = None
    similar: tuple[str, ...] = ()
    """Ids of people who are known to be somebody else."""
    is_verified: bool = True
    """False for an id that stands for "anybody else of this name"."""
    matches_by_name: bool = True
    """False when an authorship must say the id to be this person's."""
    other_ids: tuple[str, ...] = ()
    """Further ids that authorships say and that mean this person."""

    @property
    def location(self) -> Location:
        """Where the entry stands."""
        return Location(self.path, self.id)

    def at(self, field: str) -> Location:
        """Where one part of the entry stands: `orcid`, `names`, ..."""
        return Location(self.path, self.id, field=field)


class Venue(NamedTuple):
    """A series of volumes that the repository knows by an id."""

    id: str
    path: str


class Page(NamedTuple):
    """What a reader of the site sees behind one id or, for the unverified, one name slug."""

    id: str
    """A person's id, or `slug/unverified`."""
    person: Person | None
    """None for the unverified."""
    authorships: tuple[Authorship, ...]
    """Everything that resolves here, in the order of the corpus."""
    papers: tuple[Paper, ...]
    """The paper of each authorship, side by side with `authorships`."""

    @property
    def names(self) -> tuple[Name, ...]:
        """The names on the page, the most frequent first, then in the order of their first use."""
        names = [authorship.name for authorship in self.authorships]
        if names.count(names[0]) == len(names):
            return (names[0],)
        counts: dict[Name, int] = {}
        for name in names:
            counts[name] = counts.get(name, 0) + 1
        return tuple(sorted(counts, key=lambda name: -counts[name]))

    @property
    def location(self) -> Location:
        """Where the first authorship stands."""
        return self.authorships[0].location


class PagePair(NamedTuple):
    """Two pages that a block holds together: their names could be one person's."""

    left: Page
    right: Page

    @property
    def id(self) -> str:
        """Both ids, in the order of the pair."""
        return f"{self.left.id} {self.right.id}"

    @property
    def location(self) -> Location:
        """Where the left page begins."""
        return self.left.location
