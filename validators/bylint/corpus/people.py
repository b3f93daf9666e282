"""Who the repository knows, and the one rule by which an authorship resolves to a person."""

import re
from collections.abc import Iterable, Iterator
from operator import mul
from typing import NamedTuple

from bylint.model import Authorship, Name, Person
from bylint.names import slug

_ORCID = re.compile(r"(?:https?://(?:www\.)?orcid\.org/)?([0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X])/?", re.IGNORECASE)
_WEIGHTS = tuple(1 << power for power in range(15, 0, -1))
UNVERIFIED = "/unverified"


def bare_orcid(text: str) -> str | None:
    """The sixteen signs of an ORCID written bare or as a URL; None where the form is wrong.

    >>> bare_orcid("https://orcid.org/0000-0002-1825-0097")
    '0000-0002-1825-0097'
    """
    match = _ORCID.fullmatch(text.strip())
    return match[1].upper() if match else None


def orcid_check_digit(digits: str) -> str:
    """The last sign that ISO 7064 MOD 11-2 asks for after the fifteen digits of an ORCID; hyphens are passed over.

    >>> orcid_check_digit("0000-0002-1825-009")
    '7'
    """
    total = sum(map(mul, map(int, digits.replace("-", "")), _WEIGHTS))
    return "0123456789X"[(12 - total) % 11]


class Resolution(NamedTuple):
    """Where an authorship went, and by which rule."""

    page_id: str
    person: Person | None
    """None on the page of the unverified."""
    by: str
    """`id`, `orcid`, `name`, or `slug` for the unverified."""


class People:
    """The people database: persons by id, by ORCID and by the slugs of their names."""

    def __init__(self, persons: Iterable[Person] = ()) -> None:
        self._by_id: dict[str, Person] = {}
        self._by_other_id: dict[str, Person] = {}
        self._by_orcid: dict[str, Person] = {}
        self._by_slug: dict[str, list[Person]] = {}
        self._names: set[Name] = set()
        for person in persons:
            if person.id in self._by_id:
                continue  # the first entry stands, as in every reader of these files
            self._by_id[person.id] = person
            self._names.update(person.names)
            for other_id in person.other_ids:
                self._by_other_id.setdefault(other_id, person)
            orcid = bare_orcid(person.orcid) if person.orcid else None
            if orcid:
                self._by_orcid.setdefault(orcid, person)
            for name_slug in dict.fromkeys(map(slug, person.names)):
                self._by_slug.setdefault(name_slug, []).append(person)

    def __len__(self) -> int:
        return len(self._by_id)

    def __iter__(self) -> Iterator[Person]:
        return iter(self._by_id.values())

    def __contains__(self, person_id: str) -> bool:
        return self.get(person_id) is not None

    @property
    def ids(self) -> tuple[str, ...]:
        """Every id, in the order of the file."""
        return tuple(self._by_id)

    def get(self, person_id: str) -> Person | None:
        """The person of this id, or whom it means as one of their further ids."""
        return self._by_id.get(person_id) or self._by_other_id.get(person_id)

    def with_orcid(self, orcid: str) -> Person | None:
        """The person of this ORCID, written bare or as a URL."""
        bare = bare_orcid(orcid)
        return self._by_orcid.get(bare) if bare else None

    def lists(self, name: Name) -> bool:
        """Whether somebody's entry holds the name, written exactly so."""
        return name in self._names

    def named(self, name: Name) -> tuple[Person, ...]:
        """The verified people who own this name's slug."""
        return tuple(person for person in self._by_slug.get(slug(name), ()) if person.is_verified)

    def resolve(self, authorship: Authorship, *, use_ids: bool = True) -> Resolution:
        """Which page an authorship belongs to, in the one order there is.

        The explicit id; the ORCID; exactly one verified person who owns the name's slug, and who matches by name;
        otherwise the unverified page of that slug. An id that stands for "anybody else of this name" leads to
        the unverified page as well. `use_ids=False` leaves out the first two.
        """
        if use_ids and authorship.person_id:
            person = self.get(authorship.person_id)
            if person is None:
                return Resolution(authorship.person_id, None, "id")
            if person.is_verified:
                return Resolution(person.id, person, "id")
            return Resolution(slug(person.names[0]) + UNVERIFIED, None, "id")
        if use_ids and authorship.orcid:
            person = self.with_orcid(authorship.orcid)
            if person is not None:
                return Resolution(person.id, person, "orcid")
        name_slug = slug(authorship.name)
        owners = [person for person in self._by_slug.get(name_slug, ()) if person.is_verified]
        if len(owners) == 1 and owners[0].matches_by_name:
            return Resolution(owners[0].id, owners[0], "name")
        return Resolution(name_slug + UNVERIFIED, None, "slug")
