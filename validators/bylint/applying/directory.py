"""The people database as decisions would have it: who is new, who has another name, who is merged into whom."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from bylint.corpus.people import People, bare_orcid
from bylint.decisions.forms import TargetForm
from bylint.loaders import PersonChange
from bylint.model import Authorship, Name, Person
from bylint.names import slug
from bylint.privacy import Withheld

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class RefusedError(Exception):
    """A decision cannot be applied; the message says why, in words that go on from the decision's name."""


class Directory:
    """The people whom the repository lists, with what decisions make of them."""

    def __init__(self, people: People, path: str, used_ids: Mapping[str, int], hidden: Withheld) -> None:
        """`path` is where new people are listed, empty for nowhere; `used_ids` says how many bylines hold each id."""
        self._before = people
        self._path = path
        self._now = {person.id: person for person in people}
        self._taken = {person_id.lower() for person_id in (*people.ids, *used_ids)}
        self._used = used_ids
        self._hidden = hidden
        self._new: set[str] = set()
        self._dropped: list[str] = []

    @property
    def people(self) -> People:
        """The people as they would be."""
        return People(self._now.values())

    @property
    def changes(self) -> tuple[PersonChange, ...]:
        """What has to be written, by the file of each."""
        ids = dict.fromkeys([*self._before.ids, *self._now])
        pairs = ((self._before.get(person_id), self._now.get(person_id)) for person_id in ids)
        return tuple(PersonChange(old, new) for old, new in pairs if old != new)

    @property
    def dropped(self) -> tuple[str, ...]:
        """What was known of people who are merged into others of whom something else is known, in words."""
        return tuple(self._dropped)

    def __contains__(self, person_id: str) -> bool:
        return person_id in self._now

    def get(self, person_id: str) -> Person | None:
        """The person as they would be."""
        return self._now.get(person_id)

    def knows(self, target: TargetForm) -> bool:
        """Whether a person was there before, listed or, where nobody is, as an id in a byline."""
        return target.id in self._before or (not self._path and target.id in self._used)

    def receive(self, target: TargetForm, authorships: Sequence[Authorship], *, is_made: bool) -> None:
        """Let somebody have these authorships. Raises RefusedError.

        `is_made` says that an id which is proposed as new is there because a decision of the same file made it.
        """
        if target.new and not is_made and target.id not in self._new:
            self._list(target, authorships)
        elif target.id not in self._now and not self.knows(target):
            message = f"there is no person {target.id}"
            raise RefusedError(message)
        person = self._now.get(target.id)
        if person is None or not person.is_verified:
            return
        for field in ("orcid", "degree"):
            said, known = getattr(target, field), getattr(person, field)
            if said and known and said != (orcid_of(person) if field == "orcid" else known):
                message = f"{target.id} has the {field} {known} in {person.path}, and {said} by the decision"
                raise RefusedError(message)
        names = dict.fromkeys([*person.names, *(authorship.name for authorship in authorships)])
        self._now[target.id] = person._replace(
            names=tuple(names), orcid=person.orcid or target.orcid, degree=person.degree or target.degree
        )

    def _list(self, target: TargetForm, authorships: Sequence[Authorship]) -> None:
        own = sum(authorship.person_id == target.id for authorship in authorships)
        is_theirs = target.id not in self._now and self._used.get(target.id, 0) == own > 0
        if target.id.lower() in self._taken and not is_theirs:
            message = f"the id {target.id} is taken"
            raise RefusedError(message)
        if not _ID.fullmatch(target.id):
            message = f"{target.id!r} is no id: small letters and digits, in words that hyphens join"
            raise RefusedError(message)
        if not self._path:
            message = f"no file of the repository lists people, so {target.id} cannot be listed"
            raise RefusedError(message)
        name = self._main_name(target, authorships)
        self._now[target.id] = Person(target.id, (name,), self._path)
        self._taken.add(target.id.lower())
        self._new.add(target.id)

    def _main_name(self, target: TargetForm, authorships: Sequence[Authorship]) -> Name:
        """The name that heads a new page, as a byline divides it: the one that is asked for, or the most frequent."""
        counts = Counter(authorship.name for authorship in authorships)
        asked = [name for name in counts if target.name in {"", str(name), self._hidden.text(str(name))}]
        if not asked:
            message = f"none of the papers prints the name “{target.name}”"
            raise RefusedError(message)
        return max(asked, key=lambda name: counts[name])

    def require_own_orcids(self) -> None:
        """Raise RefusedError where somebody is to have an ORCID that is another person's."""
        owners: dict[str, str] = {}
        new = {new.id for old, new in self.changes if new is not None and (old is None or old.orcid != new.orcid)}
        for person in sorted(self._now.values(), key=lambda person: person.id in new):
            orcid = orcid_of(person)
            owner = owners.setdefault(orcid, person.id) if orcid else person.id
            if owner != person.id and person.id in new:
                message = f"{person.id} would have the ORCID {orcid}, which is that of {owner}"
                raise RefusedError(message)

    def merge(self, person_id: str, target_id: str) -> None:
        """Give all that is known of a person to another one, and list them no more. Raises RefusedError."""
        gone, target = self._now[person_id], self._now[target_id]
        if target_id in gone.similar or person_id in target.similar:
            message = f"{target.path} says that {person_id} and {target_id} are two people (similar)"
            raise RefusedError(message)
        if gone.orcid and target.orcid and orcid_of(gone) != orcid_of(target):
            message = f"{person_id} has the ORCID {gone.orcid}, and {target_id} has {target.orcid}"
            raise RefusedError(message)
        for field in ("degree", "comment"):
            lost, known = getattr(gone, field), getattr(target, field)
            if lost and known and lost != known:
                self._dropped.append(f"the {field} “{lost}” of {person_id}, because {target_id} has “{known}”")
        similar = [other for other in dict.fromkeys([*target.similar, *gone.similar]) if other != target_id]
        self._now[target_id] = target._replace(
            names=tuple(dict.fromkeys([*target.names, *gone.names])),
            orcid=target.orcid or gone.orcid,
            degree=target.degree or gone.degree,
            comment=target.comment or gone.comment,
            similar=tuple(similar),
            other_ids=tuple(dict.fromkeys([*target.other_ids, *gone.other_ids])),
        )
        del self._now[person_id]
        for other in list(self._now.values()):
            if person_id in other.similar:
                named = dict.fromkeys(target_id if one == person_id else one for one in other.similar)
                self._now[other.id] = other._replace(similar=tuple(named))

    def ask_for_ids(self, person_id: str) -> None:
        """Let nobody be this person by name alone."""
        self._now[person_id] = self._now[person_id]._replace(matches_by_name=False)

    def anybody(self, name: Name) -> str | None:
        """The id that stands for anybody else of a name, listed if it is not; None where somebody has it."""
        own = slug(name)
        listed = (one.id for one in self._now.values() if not one.is_verified and slug(one.names[0]) == own)
        found = next(listed, None)
        if found is None and own not in self._taken:
            self._now[own] = Person(own, (name,), self._path, is_verified=False)
            self._taken.add(own)
            return own
        return found


def orcid_of(one: Person | Authorship) -> str | None:
    """The bare ORCID of a person or an authorship; None for none, and for one of a wrong form."""
    return bare_orcid(one.orcid) if one.orcid else None
