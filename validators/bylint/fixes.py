"""What a check may propose as a fix: brought to absolute places, and judged against what is known of people."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from bylint.checks import Check
from bylint.corpus.corpus import Corpus
from bylint.finding import Applicability, Change, Fix
from bylint.model import Authorship, Location, Name
from bylint.names import slug

_NAME_FIELDS = ("first", "last")
_BYLINES = frozenset({"author", "editor"})
_IDENTITY_FIELDS = frozenset({"id", "openreview", "orcid"})


def require_fix(fix: object, check: Check) -> None:
    """Raise TypeError or ValueError for what is no fix, and for one that the check did not declare."""
    if fix is None:
        return
    if not isinstance(fix, Fix) or not isinstance(fix.changes, tuple) or not fix.changes:
        message = "yielded a fix that is no Fix with a tuple of changes"
        raise TypeError(message)
    if not all(isinstance(change, Change) and isinstance(change.location, Location) for change in fix.changes):
        message = "yielded a fix with a change that is no Change of a Location"
        raise TypeError(message)
    if not all(isinstance(text, str) for change in fix.changes for text in change[1:]):
        message = "yielded a fix with a text that is no str"
        raise TypeError(message)
    if any(change.old == change.new for change in fix.changes):
        message = "yielded a fix that changes nothing"
        raise ValueError(message)
    if check.fixes is None:
        message = "yielded a fix, and does not say in @check that it fixes"
        raise ValueError(message)
    if fix.applicability is Applicability.SAFE and check.fixes is not Applicability.SAFE:
        message = "yielded a safe fix, and says in @check that it only suggests"
        raise ValueError(message)


def completed_fix(fix: Fix | None, place: Location, authorships: Sequence[Authorship], corpus: Corpus) -> Fix | None:
    """The fix with absolute places, safe only where it says nothing of who somebody is and can hit nothing else.

    A relative change is made at every authorship that carries the old text, or else at the finding's own `place`.
    Raises ValueError for a fix of what stands nowhere, and for one that makes two texts of one.
    """
    if fix is None:
        return None
    changes = tuple(absolute for change in fix.changes for absolute in _absolute(change, place, authorships))
    if not changes:
        message = "yielded a fix of a name that none of its authorships has"
        raise ValueError(message)
    if len({change[:2] for change in changes}) < len(set(changes)):
        message = "yielded a fix that makes two texts of one"
        raise ValueError(message)
    is_safe = fix.applicability is Applicability.SAFE and _is_safe(changes, authorships, corpus)
    return replace(fix, changes=changes, applicability=Applicability.SAFE if is_safe else Applicability.SUGGEST)


def _is_safe(changes: Sequence[Change], authorships: Sequence[Authorship], corpus: Corpus) -> bool:
    """Whether nobody becomes somebody else, no page another one, and no other record can be meant."""
    ambiguous = corpus.derived(_records_that_stand_twice)
    for place, _, _ in changes:
        person = None if place.byline in _BYLINES else corpus.people.get(place.record)
        is_of_person = person is not None and person.path == place.path
        if is_of_person or place.field in _IDENTITY_FIELDS or (place.path, place.record) in ambiguous:
            return False
    return all(_keeps_page(authorship, after, corpus) for authorship, after in _renamed(changes, authorships))


def _records_that_stand_twice(corpus: Corpus) -> frozenset[tuple[str, str]]:
    """Path and id of papers that share both, so that an edit cannot tell which one is meant."""
    counts = Counter((paper.path, paper.id) for paper in corpus.papers)
    return frozenset(place for place, count in counts.items() if count > 1)


def _absolute(change: Change, place: Location, authorships: Sequence[Authorship]) -> Iterator[Change]:
    field = change.location.field
    if change.location.path:
        yield change
    elif field in _NAME_FIELDS:
        for authorship in authorships:
            if (getattr(authorship.name, field) or "") == change.old:
                yield change._replace(location=authorship.at(field))
    else:
        yield change._replace(location=place._replace(field=field))


def _renamed(changes: Iterable[Change], authorships: Iterable[Authorship]) -> Iterator[tuple[Authorship | None, Name]]:
    """Every authorship whose name changes, with the name after it; None for one that the finding does not have."""
    at = {authorship.location: authorship for authorship in authorships}
    after: dict[Location, dict[str, str]] = {}
    for change in changes:
        if change.location.byline and change.location.field in _NAME_FIELDS:
            after.setdefault(change.location._replace(field=""), {})[change.location.field] = change.new
    for location, texts in after.items():
        authorship = at.get(location)
        name = authorship.name if authorship else Name(None, "")
        yield authorship, Name(texts.get("first", name.first) or None, texts.get("last", name.last))


def _keeps_page(authorship: Authorship | None, after: Name, corpus: Corpus) -> bool:
    """Whether an authorship stays on its page under a new name, and the people database need not know of it.

    Nor may the name stand in the byline already: whether that is the same person is not for a program to say.
    """
    if authorship is None or authorship.person_id or not corpus.knows_people:
        return False
    if any(other.paper_id == authorship.paper_id for other in corpus.names.get(after, ())):
        return False
    return slug(after) == slug(authorship.name) and not corpus.people.lists(authorship.name)
