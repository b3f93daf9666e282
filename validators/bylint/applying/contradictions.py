"""What decisions say that cannot all be so: against each other, and against what is kept from before."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from bylint.decisions.forms import AssignForm, DifferentForm, OnePersonForm, ReviewedForm, SameForm, pages_of
from bylint.decisions.places import seen_at


class Numbered(NamedTuple):
    """A decision with its number in the file, from 1; one that is kept from before has none above 0."""

    number: int
    form: ReviewedForm

    def __str__(self) -> str:
        pages = " and ".join(pages_of(self.form)) or self.form.check or ""
        return f"decision {self.number} ({self.form.kind}, {pages})"


def contradictions(decisions: Sequence[Numbered], kept: Sequence[ReviewedForm], kept_in: str) -> Iterator[str]:
    """Each pair that contradicts, in words; `kept` are the decisions from before, in the file `kept_in`."""
    before = [Numbered(-number, form) for number, form in enumerate(kept)]
    for one, other in _meeting([*before, *decisions]):
        why = _why(one.form, other.form) if other.number > 0 else ""
        if why and one.number > 0:
            yield f"{one} contradicts decision {other.number}: {why}"
        elif why:
            yield f"{other} contradicts what {kept_in} keeps: {why}; take its line out there if it is wrong"


def _meeting(decisions: Sequence[Numbered]) -> Iterator[tuple[Numbered, Numbered]]:
    """The pairs that share a page, an authorship or a person, in their order."""
    by_subject: dict[object, list[Numbered]] = {}
    for decision in decisions:
        keys: list[object] = [*pages_of(decision.form), *map(seen_at, decision.form.papers)]
        if isinstance(decision.form, AssignForm | SameForm):
            keys.append(decision.form.person.id)
        for key in dict.fromkeys(keys):
            by_subject.setdefault(key, []).append(decision)
    told: set[tuple[int, int]] = set()
    for subject, meeting in by_subject.items():
        for one, other in combinations(_distinct(meeting) if isinstance(subject, str) else meeting, 2):
            if (one.number, other.number) not in told:
                told.add((one.number, other.number))
                yield one, other


def _distinct(meeting: Iterable[Numbered]) -> list[Numbered]:
    """The decisions about a page or a person, one for all that give papers to a person of whom they say the same.

    If one of these contradicts another decision over more than its papers, so do all; over papers they meet by these.
    """
    found: dict[object, Numbered] = {}
    for decision in meeting:
        key = decision.form.person if isinstance(decision.form, AssignForm) else decision.number
        found.setdefault(key, decision)
    return list(found.values())


def _why(one: ReviewedForm, other: ReviewedForm) -> str:
    """Why two decisions cannot both be; empty where they can."""
    for left, right in ((one, other), (other, one)):
        match left, right:
            case DifferentForm(), SameForm():
                both = sorted(set(left.pages) & {*right.pages, right.person.id})
                if len(both) > 1:
                    return f"{both[0]} and {both[1]} are said to be two people, and to be one"
            case SameForm(), AssignForm():
                if right.person.id in left.pages and right.person.id != left.person.id:
                    return f"{right.person.id} gets papers, and is merged into {left.person.id}"
            case OnePersonForm(), AssignForm():
                if _splits(right, left):
                    return f"{left.page} is said to be one person, and some of it goes to {right.person.id}"
    if isinstance(one, AssignForm | SameForm) and isinstance(other, AssignForm | SameForm):
        return _why_not_both(one, other)
    return ""


def _splits(assign: AssignForm, whole: OnePersonForm) -> bool:
    """Whether some, and not all, of a page that is one person's goes to somebody else."""
    seen, given = set(map(seen_at, whole.papers)), set(map(seen_at, assign.papers))
    return assign.page == whole.page != assign.person.id and bool(seen & given) and not seen <= given


def _why_not_both(one: AssignForm | SameForm, other: AssignForm | SameForm) -> str:
    """Why nobody can be given what both decisions give."""
    if one.person.id != other.person.id:
        places = set(map(seen_at, one.papers)) & set(map(seen_at, other.papers))
        if places:
            paper, byline, position = min(places)
            place = f"{byline.removesuffix('s')} {position} of {paper}"
            return f"{place} goes to {one.person.id} and to {other.person.id}"
        pages = set(one.pages) & set(other.pages) if isinstance(one, SameForm) and isinstance(other, SameForm) else ()
        return f"{min(pages)} goes to {one.person.id} and to {other.person.id}" if pages else ""
    for field in ("name", "orcid", "degree"):
        said, other_said = getattr(one.person, field), getattr(other.person, field)
        if one.person.new and other.person.new and said and other_said and said != other_said:
            return f"{one.person.id} has the {field} “{said}”, and the {field} “{other_said}”"
    return ""
