"""What a file of decisions makes of the records of a repository: all of it, or the reasons why not."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from bylint.applying.contradictions import Numbered, contradictions
from bylint.applying.directory import Directory, RefusedError, orcid_of
from bylint.applying.keeping import as_said, is_kept
from bylint.applying.patches import can_say, patches, people_path
from bylint.applying.records import Records
from bylint.applying.wanted import Wanted, require_once_a_paper, require_two_people, settle
from bylint.corpus.reading import Patches, Reading
from bylint.decisions.forms import AssignForm, DifferentForm, ReviewedForm, SameForm, TargetForm
from bylint.decisions.places import key_of
from bylint.loaders import PersonChange
from bylint.model import Authorship, Name, Person
from bylint.privacy import Withheld


@dataclass(frozen=True, slots=True)
class Application:
    """What decisions make of the files, and in numbers what that is; no patches where one of them is refused."""

    refused: tuple[str, ...] = ()
    """Why, in words, each with the decision it is about."""
    patches: Patches = field(default_factory=dict)
    decisions: int = 0
    """Those that change records, or were to."""
    done: int = 0
    """Those of them that have nothing left to change."""
    ids: int = 0
    """Authorships that get another id."""
    listed: tuple[str, ...] = ()
    """The ids of people who are new."""
    anybody: int = 0
    """Ids that stand for anybody else of a name, and are new."""
    merged: tuple[str, ...] = ()
    """The ids of people who are not listed any more."""
    changed: int = 0
    """Entries of people that change."""
    pinned: int = 0
    """Authorships that no decision names, and that get an id to stay on their page."""
    drawn: int = 0
    """Authorships that no decision names, and that come along with an ORCID."""
    unseen: tuple[str, ...] = ()
    """Papers of merged pages that no decision saw."""
    dropped: tuple[str, ...] = ()
    """What is known of people who are merged, and has no place any more, in words."""


def application(
    reading: Reading, decisions: Sequence[Numbered], kept: Sequence[ReviewedForm], kept_in: str, hidden: Withheld
) -> Application:
    """Plan all decisions on a corpus as it was read; `kept` are those from before, in the file `kept_in`."""
    planner = _Planner(reading, decisions, hidden)
    known = {as_said(form, hidden) for form in kept}
    news = [decision for decision in decisions if as_said(decision.form, hidden) not in known]
    refused = [*planner.stale(news), *contradictions(decisions, kept, kept_in)]
    refused = refused or list(planner.refused())
    if refused:
        return Application(tuple(refused), decisions=len(planner.changing))
    said = [*((str(one), one.form) for one in decisions), *((kept_in, form) for form in kept)]
    try:
        return planner.made([(who, form) for who, form in said if isinstance(form, DifferentForm)])
    except RefusedError as error:
        return Application((str(error),), decisions=len(planner.changing))


class _Planner:
    """Plans decisions on one corpus, one after the other."""

    def __init__(self, reading: Reading, decisions: Sequence[Numbered], hidden: Withheld) -> None:
        self._reading = reading
        self._corpus = reading.corpus
        self._decisions = decisions
        self._records = Records(self._corpus, [decision.form for decision in decisions], hidden)
        self._path = people_path(reading)
        used = Counter(item.person_id for item in self._corpus.authorships if item.person_id)
        self._directory = Directory(self._corpus.people, self._path, used, hidden)
        self._wanted = Wanted()
        self._unseen: dict[str, None] = {}

    @cached_property
    def changing(self) -> list[tuple[Numbered, AssignForm | SameForm]]:
        """The decisions that change records."""
        said = [(one, one.form) for one in self._decisions if isinstance(one.form, AssignForm | SameForm)]
        return [(one, form) for one, form in said if not is_kept(form)]

    @cached_property
    def _done(self) -> frozenset[int]:
        """The numbers of those that have nothing left to change."""
        return frozenset(decision.number for decision, form in self.changing if self._is_done(form))

    @cached_property
    def _made(self) -> frozenset[str]:
        """The ids of the people who are there because a decision of the same file was applied before."""
        return frozenset(form.person.id for decision, form in self.changing if decision.number in self._done)

    def _is_done(self, form: AssignForm | SameForm) -> bool:
        people, target = self._corpus.people, form.person
        authorships = self._records.authorships(form)
        if self._records.stale(form) or not self._directory.knows(target):
            return False
        if isinstance(form, AssignForm):
            return all(authorship.person_id == target.id for authorship in authorships)
        is_merged = all(page == target.id or page not in people for page in form.pages)
        return is_merged and all(people.resolve(authorship).page_id == target.id for authorship in authorships)

    def stale(self, decisions: Iterable[Numbered]) -> Iterator[str]:
        """What is not as decisions saw it, but for those that are done."""
        for decision in decisions:
            if decision.number not in self._done:
                yield from (f"{decision}: {why}" for why in self._records.stale(decision.form))

    def refused(self) -> Iterator[str]:
        """Take in every decision that is not done; why those that cannot be are refused."""
        for decision, form in sorted(self.changing, key=lambda one: isinstance(one[1], SameForm)):
            if (
                decision.number not in self._done
            ):  # what goes to somebody by itself is taken out of what goes as a whole
                try:
                    self._take(form)
                except RefusedError as error:
                    yield f"{decision}: {error}"

    def made(self, different: Sequence[tuple[str, DifferentForm]]) -> Application:
        """What the decisions that were taken in make; `different` says who is not one. Raises RefusedError."""
        self._directory.require_own_orcids()
        settle(self._wanted, self._directory, self._corpus, asks_for_ids=self._asks_for_ids)
        require_once_a_paper(self._wanted, self._directory.people, self._corpus)
        require_two_people(self._wanted, self._directory.people, self._corpus, different)
        changes = self._directory.changes
        new = [person for old, person in changes if old is None and person is not None]
        return Application(
            patches=patches(self._reading, self._wanted.ids, changes),
            decisions=len(self.changing),
            done=len(self._done),
            ids=len(self._wanted.ids),
            listed=tuple(person.id for person in new if person.is_verified),
            anybody=sum(not person.is_verified for person in new),
            merged=tuple(old.id for old, new in changes if old is not None and new is None),
            changed=sum(old is not None and new is not None for old, new in changes),
            pinned=self._wanted.pinned,
            drawn=self._wanted.drawn,
            unseen=tuple(self._unseen),
            dropped=self._directory.dropped,
        )

    @property
    def _asks_for_ids(self) -> bool:
        """Whether the people database can keep a person from being matched by name."""
        anybody = Person("a", (Name("A", "A"),), self._path, matches_by_name=False)
        return bool(self._path) and can_say(self._path, PersonChange(None, anybody), self._reading)

    def _take(self, form: AssignForm | SameForm) -> None:
        if isinstance(form, SameForm):
            self._merge(form)
        else:
            authorships = self._records.authorships(form)
            self._receive(form.person, authorships)
            self._give(form.person, authorships)
            for authorship in authorships:
                if authorship.person_id != form.person.id:
                    self._wanted.ids[authorship] = form.person.id

    def _receive(self, target: TargetForm, authorships: Sequence[Authorship]) -> None:
        """Let somebody be listed with all of their names. Raises RefusedError."""
        self._directory.receive(target, authorships, is_made=target.id in self._made)

    def _give(self, target: TargetForm, authorships: Sequence[Authorship]) -> None:
        """Let somebody who is listed have authorships. Raises RefusedError."""
        own = self._directory.get(target.id)
        for authorship in authorships:
            orcid = orcid_of(authorship)
            owner = self._corpus.people.with_orcid(orcid) if orcid else None
            if owner is not None and owner.id != target.id and owner.id in self._directory:
                message = f"{_place(authorship)} has the ORCID of {owner.id}, {orcid}"
                raise RefusedError(message)
            if own is not None and orcid and orcid_of(own) not in {None, orcid}:
                message = f"{_place(authorship)} has the ORCID {orcid}, and {own.id} has {own.orcid}"
                raise RefusedError(message)
            self._wanted.targets.setdefault(authorship, target.id)

    def _merge(self, form: SameForm) -> None:
        """Let somebody have whole pages. Raises RefusedError."""
        target, people = form.person, self._corpus.people
        pages = [self._corpus.pages.get(page) for page in form.pages]
        for page_id, page in zip(form.pages, pages, strict=True):
            if page is None and page_id not in people:
                message = f"there is no page {page_id}"
                raise RefusedError(message)
        authorships = [item for page in pages if page is not None for item in page.authorships]
        seen = {key_of(authorship) for authorship in self._records.authorships(form)}
        self._unseen.update((item.paper_id, None) for item in authorships if key_of(item) not in seen)
        listed = [page_id for page_id in form.pages if page_id in self._directory and page_id != target.id]
        known = [self._directory.get(page_id) for page_id in listed]
        self._receive(target, authorships)
        for person in known:
            if person is not None and target.id in self._directory:
                self._directory.merge(person.id, target.id)
        self._give(target, authorships)


def _place(authorship: Authorship) -> str:
    return f"{authorship.role} {authorship.position} of {authorship.paper_id}"
