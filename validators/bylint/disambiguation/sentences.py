"""Evidence in words that a person can check, with the weight that it had."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from bylint.corpus.people import bare_orcid
from bylint.corpus.twins import Counterpart
from bylint.disambiguation.index import UNKNOWN_YEAR
from bylint.disambiguation.namesets import ORCID_ELSEWHERE, NameSet
from bylint.disambiguation.pairs import PairEvidence
from bylint.disambiguation.results import commonness
from bylint.disambiguation.rows import Numbers
from bylint.finding import Evidence
from bylint.model import Authorship
from bylint.names import words

_NAMED = 3
"""How many co-authors or venues a sentence names."""
_SILENT = 0.05
"""Nats below which an unknown is not worth a line."""
Said = tuple[str, tuple[str, ...]]
"""A sentence, and the papers that show it."""
_NOTHING: Said = "", ()
"""What is said of what is not known."""
Circle = Mapping[int, list[int]]
"""Co-authors, each with the places at which they stand."""


class Closeness(NamedTuple):
    """What is behind a sentence besides the records."""

    knows_places: bool
    """Whether it is known on both sides where the co-authors work."""
    nats: Mapping[str, float]
    """For each kind of evidence, nats for one person."""


class Sentences:
    """What stands between two groups of authorships, in words that say what their weights say."""

    def __init__(self, evidence: PairEvidence, held: NameSet) -> None:
        self.evidence, self.index, self.held = evidence, evidence.index, held

    def between(self, group: Numbers, rest: Numbers, closeness: Closeness, sign: int) -> tuple[Evidence, ...]:
        """A sentence for each kind of evidence, the strongest first; unknowns that weigh nothing are left out.

        `sign` is 1 for weights that speak for one person, -1 for two.
        """
        nats = closeness.nats
        said = {
            "shared-coauthors": self._company(group, rest, agrees=nats["shared-coauthors"] > 0),
            "affiliations": self._affiliations(group, rest, agrees=nats["affiliations"] > 0),
            "places": _places(agrees=nats["places"] > 0) if closeness.knows_places else _NOTHING,
            "topics": self._topics(group, rest, agrees=nats["topics"] > 0),
            "venues": self._venues(group, rest, agrees=nats["venues"] > 0),
            "years": self._years(group, rest),
        }
        found = [
            Evidence(text=text, kind=kind, weight=sign * round(nats[kind], 2) + 0.0, papers=papers)
            for kind, (text, papers) in said.items()
            if text and (papers or abs(nats[kind]) >= _SILENT)
        ]
        if self.index.twins:
            places = [*group.tolist(), *rest.tolist()]
            found = [self._with_source(fact, places) if fact.kind == "affiliations" else fact for fact in found]
            found += self._orcids_elsewhere(group, rest, sign)
        return tuple(sorted(found, key=lambda item: -abs(item.weight or 0.0)))

    def _ids(self, places: Iterable[int]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.held.papers[self.held.signed[place]].id for place in places))

    def _coauthors(self, places: Numbers) -> Circle:
        """The pages that wrote with these places, each with the places."""
        at, people = self.index.people_of.gather(self.held.unit.places[places])
        found: dict[int, list[int]] = {}
        for where, person in zip(at.tolist(), people.tolist(), strict=True):
            if person not in self.held.unit.owners:
                found.setdefault(person, []).append(int(places[where]))
        return found

    def _name(self, page: int) -> str:
        return str(self.index.pages[page].names[0])

    def _company(self, group: Numbers, rest: Numbers, *, agrees: bool) -> Said:
        own, other = self._coauthors(group), self._coauthors(rest)
        if not own or not other:
            return _NOTHING
        numbers = f"{len(own)} and {len(other)} co-authors"
        shared = sorted(own.keys() & other.keys(), key=lambda page: (-float(self.index.weight[page]), self._name(page)))
        if shared:
            papers = self._ids(place for page in shared for place in own[page][:1] + other[page][:1])
            names = listed([f"{self._name(page)} ({len(own[page])} and {len(other[page])} papers)" for page in shared])
            people = "person" if len(shared) == 1 else "people"
            return (
                f"wrote with the same {people}: {names}" if agrees else f"of {numbers} few in common: {names}",
                papers,
            )
        link = self._link(own, other)
        if link is not None:
            page, person = link
            met = f"{self._name(page)} of the one side wrote elsewhere with {self._name(person)} of the other"
            return f"no co-author in common ({numbers}), but {met}", self._ids([own[page][0], other[person][0]])
        few = ", which are few" if agrees else ", and none of them wrote with one another"
        return f"no co-author in common ({numbers}){few}", ()

    def _link(self, own: Circle, other: Circle) -> tuple[int, int] | None:
        """The two rarest co-authors, one of each side, who wrote with one another."""
        weight, neighbours = self.index.weight, self.index.neighbours
        links = [
            (float(min(weight[page], weight[person])), self._name(page), self._name(person), page, person)
            for page in own
            for person in other.keys() & set(neighbours[page].tolist())
        ]
        return max(links)[3:] if links else None

    def _affiliations(self, group: Numbers, rest: Numbers, *, agrees: bool) -> Said:
        own, other = self._written(group), self._written(rest)
        if not own or not other:
            return _NOTHING
        same = sorted(own.keys() & other.keys(), key=lambda text: (-min(own[text], other[text]), text))
        if same:
            return f"{'the same affiliation' if agrees else 'few affiliations in common'}: {same[0]}", ()
        left, right = max(
            ((left, right) for left in sorted(own) for right in sorted(other)),
            key=lambda pair: len(set(words(pair[0])) & set(words(pair[1]))),
        )
        return f"{'like' if agrees else 'different'} affiliations: {left}; {right}", ()

    def _authorships(self, places: Iterable[int]) -> list[Authorship]:
        return [self.held.authorships[self.held.signed[place]] for place in places]

    def _written(self, places: Numbers) -> Counter[str]:
        known = [(one, self.index.twins.with_affiliation(one)) for one in self._authorships(places)]
        return Counter(text for one, twin in known for text in (twin.authorship if twin else one).affiliations)

    def _with_source(self, fact: Evidence, places: Iterable[int]) -> Evidence:
        """A sentence on affiliations with the other source that has them, and the place there."""
        twins = [twin for one in self._authorships(places) if (twin := self.index.twins.with_affiliation(one))]
        said = [twin for twin in twins if any(text in fact.text for text in twin.authorship.affiliations)]
        if not said:
            return fact
        source, authorship = said[0]
        return replace(fact, text=f"{fact.text} (as {source} has it)", location=authorship.at("affiliation"))

    def _orcids_elsewhere(self, group: Numbers, rest: Numbers, sign: int) -> Iterator[Evidence]:
        """What other sources say by the ORCIDs that they have."""
        own, other = self._orcids(group), self._orcids(rest)
        same = sorted(own.keys() & other.keys())
        left, right = (same[0], same[0]) if same else (min(own, default=""), min(other, default=""))
        told = next((twin for twin in (own.get(left), other.get(right)) if twin), None)
        if left and right and told and self.index.use_ids:
            what = f"the same ORCID on both sides, {left}" if same else f"different ORCIDs, {left} and {right}"
            nats = ORCID_ELSEWHERE if same else -ORCID_ELSEWHERE
            place = told.authorship.at("orcid")
            yield Evidence(text=f"{what} (as {told.source} has it)", kind="orcid", weight=sign * nats, location=place)

    def _orcids(self, places: Numbers) -> Mapping[str, Counterpart | None]:
        """The ORCIDs of some authorships, each with the other source that has it; None where it stands here."""
        found: dict[str, Counterpart | None] = {}
        for one in self._authorships(places):
            twin = self.index.twins.with_orcid(one)
            orcid = bare_orcid((twin.authorship if twin else one).orcid or "")
            if orcid:
                found.setdefault(orcid, twin)
        return found

    def _topics(self, group: Numbers, rest: Numbers, *, agrees: bool) -> Said:
        terms, places = self.evidence.terms, self.held.unit.places
        own, other = (terms.words(places[side].tolist(), _NAMED) for side in (group, rest))
        if not own or not other:
            return _NOTHING
        return f"topics are {'close' if agrees else 'far apart'}: {', '.join(own)}; {', '.join(other)}", ()

    def _venues(self, group: Numbers, rest: Numbers, *, agrees: bool) -> Said:
        own, other = self._venue_names(group), self._venue_names(rest)
        if not own or not other:
            return "", ()
        shared = sorted(own.keys() & other.keys(), key=lambda venue: (-min(own[venue], other[venue]), venue))
        few = "" if agrees else "few "
        return (f"{few}venues in common: {listed(shared)}" if shared else "no venue in common"), ()

    def _venue_names(self, places: Numbers) -> Counter[str]:
        return Counter(venue for place in places for venue in self.held.papers[self.held.signed[place]].venues)

    def _years(self, group: Numbers, rest: Numbers) -> Said:
        own, other = (self.index.years[self.held.unit.places[side]] for side in (group, rest))
        own, other = own[own != UNKNOWN_YEAR], other[other != UNKNOWN_YEAR]
        if not len(own) or not len(other):
            return "", ()
        return f"active {_span(own)} and {_span(other)}", ()


def _span(years: Numbers) -> str:
    first, last = int(years.min()), int(years.max())
    return f"{first}-{last}" if first < last else f"{first}"


def _places(*, agrees: bool) -> Said:
    return f"the co-authors work at {'the same places' if agrees else 'different places'}", ()


def listed(texts: Sequence[str], most: int = _NAMED) -> str:
    """The first few of some texts, and how many more there are."""
    more = f" and {len(texts) - most} more" if len(texts) > most else ""
    return ", ".join(texts[:most]) + more


def namesakes(expected: float, log_odds: float) -> Evidence:
    """How common the name is, and what that says for two people."""
    number = f"{expected:.2f}" if expected < 10 else f"{expected:.0f}"
    text = f"about {number} expected namesakes: {commonness(expected)}"
    return Evidence(text=text, kind="name", weight=round(log_odds, 2))
