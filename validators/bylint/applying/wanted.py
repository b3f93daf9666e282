"""The ids that bylines have to say, so that every decision holds and nothing else moves."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations

from bylint.applying.directory import Directory, RefusedError, orcid_of
from bylint.corpus.corpus import Corpus
from bylint.corpus.people import UNVERIFIED, People
from bylint.decisions.forms import DifferentForm
from bylint.decisions.places import seen_at, what_stands_there
from bylint.model import Authorship, Person
from bylint.names import slug

_ROUNDS = 20
"""How often ids for some may make ids for others necessary."""


@dataclass
class Wanted:
    """Who is to have which authorships, and what their bylines say for it."""

    targets: dict[Authorship, str] = field(default_factory=dict)
    """The id of the person to whom a decision gives an authorship."""
    ids: dict[Authorship, str] = field(default_factory=dict)
    """What an authorship is to say; of those alone that say something else."""
    pinned: int = 0
    """Authorships that no decision names and that get an id to stay where they are."""
    drawn: int = 0
    """Authorships that no decision names and that come along, because their ORCID says so."""


def settle(wanted: Wanted, directory: Directory, corpus: Corpus, *, asks_for_ids: bool) -> None:
    """Add the ids without which an authorship would be where it does not belong. Raises RefusedError.

    An authorship that no decision names stays on its page, but for one whose ORCID is now somebody's. `asks_for_ids`
    says whether the people database can keep a person from being matched by name.
    """
    for _ in range(_ROUNDS):
        if _is_settled(wanted, directory, corpus, asks_for_ids=asks_for_ids):
            return
    message = "the names cannot be kept apart"
    raise RefusedError(message)


def _is_settled(wanted: Wanted, directory: Directory, corpus: Corpus, *, asks_for_ids: bool) -> bool:
    """Add ids in one go; False where somebody's entry had to change for it, so that all has to be looked at again."""
    before, now = corpus.people, directory.people
    asked: set[str] = set()
    wanted.pinned = wanted.drawn = 0
    for authorship in _touched(wanted, directory, corpus):
        own_id = wanted.ids.get(authorship, authorship.person_id)
        page, person, by = now.resolve(authorship._replace(person_id=own_id))
        belongs = wanted.targets.get(authorship)
        if belongs is not None:
            if belongs not in {page, own_id}:
                wanted.ids[authorship] = belongs
            continue
        stays = before.resolve(authorship).page_id
        if page != stays and by == "orcid":
            wanted.drawn += 1
            continue
        if page != stays and not stays.endswith(UNVERIFIED):
            wanted.ids[authorship] = stays
        elif page != stays and person is not None:
            if asks_for_ids:
                asked.add(person.id)
                continue
            wanted.ids[authorship] = _anybody(authorship, directory, person)
        wanted.pinned += authorship in wanted.ids
    for person_id in sorted(asked):
        directory.ask_for_ids(person_id)
    return not asked


def _anybody(authorship: Authorship, directory: Directory, person: Person) -> str:
    """The id that stands for anybody else of a name. Raises RefusedError where somebody has it."""
    person_id = directory.anybody(authorship.name)
    if person_id is None:
        place = f"{authorship.role} {authorship.position} of {authorship.paper_id}"
        message = (
            f"{place} would go to {person.id} by name, and no id is left for anybody else of the name; decide it, too"
        )
        raise RefusedError(message)
    return person_id


def _touched(wanted: Wanted, directory: Directory, corpus: Corpus) -> Iterator[Authorship]:
    """The authorships whose page may be another one after the changes."""
    people = [person for change in directory.changes for person in change if person is not None]
    ids = {person.id for person in people}
    slugs = {slug(name) for person in people for name in person.names}
    orcids = {orcid for person in people if (orcid := orcid_of(person))}
    for authorship in corpus.authorships:
        if (
            authorship in wanted.targets
            or (authorship.person_id is not None and authorship.person_id in ids)
            or slug(authorship.name) in slugs
            or (authorship.orcid is not None and orcid_of(authorship) in orcids)
        ):
            yield authorship


def require_once_a_paper(wanted: Wanted, now: People, corpus: Corpus) -> None:
    """Raise RefusedError where somebody would be twice in one byline who was not before."""
    papers = {authorship.paper_id for authorship in wanted.targets}
    for paper in corpus.papers:
        for byline in paper.bylines if paper.id in papers else ():
            said = [item._replace(person_id=wanted.ids.get(item, item.person_id)) for item in byline]
            pages = [now.resolve(item).page_id for item in said]
            for item, page in zip(byline, pages, strict=True):
                is_moved = wanted.targets.get(item) == page != corpus.people.resolve(item).page_id
                if is_moved and pages.count(page) > 1:
                    message = f"{page} would be twice among the {item.role}s of {item.paper_id}"
                    raise RefusedError(message)


def require_two_people(
    wanted: Wanted, now: People, corpus: Corpus, different: Iterable[tuple[str, DifferentForm]]
) -> None:
    """Raise RefusedError where all that was seen of two pages, which are different people's, would be on one page.

    `different` holds who says so, and the decision.
    """
    said = list(different)
    there = what_stands_there((form for _, form in said), corpus)
    for who, form in said:
        pages: dict[str, set[str]] = {}
        for item in filter(None, map(there.get, map(seen_at, form.papers))):
            after = now.resolve(item._replace(person_id=wanted.ids.get(item, item.person_id)))
            pages.setdefault(corpus.people.resolve(item).page_id, set()).add(after.page_id)
        for one, other in combinations(pages, 2):
            if pages[one] == pages[other] and len(pages[one]) == 1:
                message = f"{who}: {one} and {other} are said to be two people, and would be {min(pages[one])}"
                raise RefusedError(message)
