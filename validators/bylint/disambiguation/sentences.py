"""Evidence in words that a person can check, with the weight that it had."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from bylint.disambiguation.index import UNKNOWN_YEAR
from bylint.disambiguation.namesets import NameSet
from bylint.disambiguation.pairs import PairEvidence
from bylint.disambiguation.rows import Numbers
from bylint.finding import Evidence

RARE, COMMON = 0.05, 0.3
"""Expected namesakes below which a name is called rare, and from which it is called common."""
_NAMED = 3
"""How many co-authors or venues a sentence names."""
_SILENT = 0.05
"""Nats below which an unknown is not worth a line."""
_CLOSE, _SOME = 0.25, 0.1
"""Mean cosines from which topics are close, and from which they have something in common."""

Said = tuple[str, tuple[str, ...]]
"""A sentence, and the papers that show it."""
Circle = Mapping[int, list[int]]
"""Co-authors, each with the places at which they stand."""


class Closeness(NamedTuple):
    """Cosines between two sides, 0 to 1."""

    affiliation: float
    place: float
    topic: float


class Sentences:
    """What stands between two groups of authorships, in words."""

    def __init__(self, evidence: PairEvidence, held: NameSet) -> None:
        self.evidence, self.index, self.held = evidence, evidence.index, held

    def between(
        self, group: Numbers, rest: Numbers, closeness: Closeness, nats: Mapping[str, float]
    ) -> tuple[Evidence, ...]:
        """A sentence for each kind of evidence, the strongest first; unknowns that weigh nothing are left out."""
        own, other = self._coauthors(group), self._coauthors(rest)
        if own.keys() & other.keys():  # a team is one fact, and who met elsewhere is mostly the same people again
            nats = {**nats, "shared-coauthors": nats["shared-coauthors"] + nats["coauthors-coauthors"]}
            second: Said = "", ()
        else:
            second = self._coauthors_coauthors(own, other)
        said = {
            "shared-coauthors": self._shared_coauthors(own, other),
            "coauthors-coauthors": second,
            "affiliations": self._affiliations(group, rest, closeness.affiliation),
            "places": _places(closeness.place),
            "topics": self._topics(group, rest, closeness.topic),
            "venues": self._venues(group, rest),
            "years": self._years(group, rest),
        }
        found = [
            Evidence(text=text, kind=kind, weight=round(nats[kind], 2) + 0.0, papers=papers)
            for kind, (text, papers) in said.items()
            if text and (papers or abs(nats[kind]) >= _SILENT)
        ]
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

    def _shared_coauthors(self, own: Circle, other: Circle) -> Said:
        if not own or not other:
            return "one side has no co-author, so none can be shared", ()
        shared = sorted(own.keys() & other.keys(), key=lambda page: (-float(self.index.weight[page]), self._name(page)))
        if not shared:
            return f"no co-author in common ({len(own)} and {len(other)} co-authors)", ()
        papers = self._ids(place for page in shared for place in own[page][:1] + other[page][:1])
        names = listed([f"{self._name(page)} ({len(own[page])} and {len(other[page])} papers)" for page in shared])
        return f"wrote with the same {'person' if len(shared) == 1 else 'people'}: {names}", papers

    def _coauthors_coauthors(self, own: Circle, other: Circle) -> Said:
        alone, others = own.keys() - other.keys(), other.keys() - own.keys()
        weight = self.index.weight
        links = [
            (float(min(weight[page], weight[person])), self._name(page), self._name(person), page, person)
            for page in alone
            for person in others.intersection(self.index.neighbours[page].tolist())
        ]
        if not links:
            return ("no co-author of the one side wrote with one of the other", ()) if own and other else ("", ())
        _, name, friend, page, person = max(links)
        papers = self._ids([own[page][0], other[person][0]])
        return f"{name} of the one side wrote elsewhere with {friend} of the other", papers

    def _affiliations(self, group: Numbers, rest: Numbers, cosine: float) -> Said:
        own, other = self._written(group), self._written(rest)
        if not own or not other:
            return "the affiliation is not known on both sides", ()
        says = "affiliations agree" if cosine > 0.5 else "affiliations differ"
        return f"{says}: {own.most_common(1)[0][0]}; {other.most_common(1)[0][0]}", ()

    def _written(self, places: Numbers) -> Counter[str]:
        held = self.held
        return Counter(text for place in places for text in held.authorships[held.signed[place]].affiliations)

    def _topics(self, group: Numbers, rest: Numbers, cosine: float) -> Said:
        how = "close" if cosine >= _CLOSE else "somewhat alike" if cosine >= _SOME else "far apart"
        terms, places = self.evidence.terms, self.held.unit.places
        own, other = (terms.words(places[side].tolist(), _NAMED) for side in (group, rest))
        words = f": {', '.join(own)}; {', '.join(other)}" if own and other else ""
        return f"topics are {how}{words}", ()

    def _venues(self, group: Numbers, rest: Numbers) -> Said:
        own, other = self._venue_names(group), self._venue_names(rest)
        if not own or not other:
            return "", ()
        shared = sorted(own.keys() & other.keys(), key=lambda venue: (-min(own[venue], other[venue]), venue))
        return (f"venues in common: {listed(shared)}" if shared else "no venue in common"), ()

    def _venue_names(self, places: Numbers) -> Counter[str]:
        return Counter(venue for place in places for venue in self.held.papers[self.held.signed[place]].venues)

    def _years(self, group: Numbers, rest: Numbers) -> Said:
        own, other = (self.index.years[self.held.unit.places[side]] for side in (group, rest))
        own, other = own[own != UNKNOWN_YEAR], other[other != UNKNOWN_YEAR]
        if not len(own) or not len(other):
            return "", ()
        gap = max(int(own.min() - other.max()), int(other.min() - own.max()))
        if gap <= 0:
            return "active in the same years", ()
        return f"{gap} year{'s' * (gap > 1)} between them", ()


def _places(cosine: float) -> Said:
    return f"the co-authors work {'at the same places' if cosine > _CLOSE else 'at different places'}", ()


def listed(texts: Sequence[str], most: int = _NAMED) -> str:
    """The first few of some texts, and how many more there are."""
    more = f" and {len(texts) - most} more" if len(texts) > most else ""
    return ", ".join(texts[:most]) + more


def commonness(expected: float, log_odds: float) -> Evidence:
    """How common the name is, and what that says for two people."""
    word = "rare" if expected < RARE else "common" if expected >= COMMON else "not so rare"
    number = f"{expected:.2f}" if expected < 10 else f"{expected:.0f}"
    return Evidence(text=f"about {number} expected namesakes: {word}", kind="name", weight=round(log_odds, 2))
