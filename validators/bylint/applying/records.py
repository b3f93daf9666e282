"""The authorships that decisions saw, and whether they are still what was seen."""

from collections import Counter
from collections.abc import Iterable, Sequence

from bylint.corpus.corpus import Corpus
from bylint.decisions.forms import AssignForm, ReviewedForm, SameForm, SeenForm
from bylint.decisions.places import seen_at, what_stands_there
from bylint.model import Authorship
from bylint.privacy import Withheld


class Records:
    """The authorships of the papers that some decisions name."""

    def __init__(self, corpus: Corpus, forms: Iterable[ReviewedForm], hidden: Withheld) -> None:
        forms = list(forms)
        wanted = {seen.paper for form in forms for seen in form.papers}
        self._hidden = hidden
        self._found = what_stands_there(forms, corpus)
        self._papers = Counter(paper.id for paper in corpus.papers if paper.id in wanted)

    def authorships(self, form: ReviewedForm) -> tuple[Authorship, ...]:
        """What a decision saw, as far as it is there."""
        found = (self._found.get(seen_at(seen)) for seen in form.papers)
        return tuple(dict.fromkeys(authorship for authorship in found if authorship is not None))

    def stale(self, form: ReviewedForm) -> Sequence[str]:
        """What is not as a decision saw it, in words; an id that the decision itself would write is no news."""
        target = form.person.id if isinstance(form, AssignForm | SameForm) else None
        told = [self._stale(seen, target) for seen in form.papers]
        return [why for why in told if why]

    def _stale(self, seen: SeenForm, target: str | None) -> str:
        times = self._papers[seen.paper]
        if times != 1:
            return f"{seen.paper} stands {times} times in the corpus" if times else f"there is no paper {seen.paper}"
        place = f"{seen.byline.removesuffix('s')} {seen.position} of {seen.paper}"
        authorship = self._found.get(seen_at(seen))
        if authorship is None:
            return f"there is no {place}"
        name = str(authorship.name)
        if seen.name not in {name, self._hidden.text(name)}:
            return f"{place} is “{name}” now, and was “{seen.name}”"
        if target and authorship.person_id not in {seen.id, target}:
            return f"{place} has {_id(authorship.person_id)} now, and had {_id(seen.id)}"
        if seen.orcid is not None and authorship.orcid != seen.orcid:
            return f"{place} has {_orcid(authorship.orcid)} now, and had {_orcid(seen.orcid)}"
        return ""


def _id(person_id: str | None) -> str:
    return f"the id “{person_id}”" if person_id else "no id"


def _orcid(orcid: str | None) -> str:
    return f"the ORCID {orcid}" if orcid else "no ORCID"
