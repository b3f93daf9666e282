"""What a check may ask for beside its subject.

A check names the views it wants in its annotations; what it asks for is what its answer depends on.
"""

import math
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cached_property

from bylint.corpus.corpus import Corpus
from bylint.corpus.people import People, Resolution
from bylint.model import Authorship, Name, Page, Paper, Person
from bylint.names import slug, words


class Names:
    """The names as written: which there are, how often, and where."""

    def __init__(self, corpus: Corpus) -> None:
        self._authorships = corpus.names

    def __contains__(self, name: Name) -> bool:
        return name in self._authorships

    def __iter__(self) -> Iterator[Name]:
        return iter(self._authorships)

    def authorships(self, name: Name) -> tuple[Authorship, ...]:
        """Every authorship that carries the name, in the order of the corpus."""
        return self._authorships.get(name, ())

    def count(self, name: Name) -> int:
        """How many authorships carry the name."""
        return len(self.authorships(name))

    @cached_property
    def _variants(self) -> frozenset[Name]:
        return frozenset(
            variant.name
            for authorships in self._authorships.values()
            for authorship in authorships
            if authorship.variants
            for variant in authorship.variants
        )

    def is_written(self, name: Name) -> bool:
        """Whether any authorship carries the name, or has it beside its own in another script."""
        return name in self._authorships or name in self._variants

    @cached_property
    def _by_slug(self) -> Mapping[str, list[Name]]:
        found: dict[str, list[Name]] = {}
        for name in self._authorships:
            found.setdefault(slug(name), []).append(name)
        return found

    def alike(self, name: Name) -> tuple[Name, ...]:
        """The names of the corpus that share this one's slug, itself among them when it is there."""
        return tuple(self._by_slug.get(slug(name), ()))


class Coauthors:
    """Who wrote with whom, by written name; editors of a volume did not write together."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus

    @cached_property
    def _bylines(self) -> Mapping[Name, list[tuple[Authorship, ...]]]:
        found: dict[Name, list[tuple[Authorship, ...]]] = {}
        for paper in self._corpus.papers:
            for name in {authorship.name for authorship in paper.authorships}:
                found.setdefault(name, []).append(paper.authorships)
        return found

    def of(self, name: Name) -> Counter[Name]:
        """The names on the papers of this name, each with the number of papers; not the name itself."""
        counts: Counter[Name] = Counter()
        for byline in self._bylines.get(name, ()):
            counts.update({authorship.name for authorship in byline})
        del counts[name]
        return counts

    def shared(self, left: Name, right: Name) -> tuple[Name, ...]:
        """The names that wrote with both, sorted."""
        return tuple(sorted((self.of(left).keys() & self.of(right).keys()) - {left, right}, key=str))


class Topics:
    """What papers are about: the words of title and abstract, weighed by how few papers use them."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus

    @staticmethod
    def terms(paper: Paper) -> frozenset[str]:
        """The folded words of title and abstract with three letters or more."""
        return frozenset(word for word in words(f"{paper.title} {paper.abstract or ''}") if len(word) > 2)

    @cached_property
    def _papers_with(self) -> Counter[str]:
        counts: Counter[str] = Counter()
        for paper in self._corpus.papers:
            counts.update(self.terms(paper))
        return counts

    def rarity(self, term: str) -> float:
        """The inverse document frequency of a term, 0 for a word that every paper uses."""
        return math.log((1 + len(self._corpus.papers)) / (1 + self._papers_with[term]))

    def similarity(self, left: Paper, right: Paper) -> float:
        """The cosine of the two sets of terms, weighed by rarity: 0 for nothing in common, 1 for the same words."""
        left_terms, right_terms = self.terms(left), self.terms(right)

        def square(terms: frozenset[str]) -> float:
            return math.fsum(sorted(self.rarity(term) ** 2 for term in terms))

        norm = math.sqrt(square(left_terms) * square(right_terms))
        return min(1.0, square(left_terms & right_terms) / norm) if norm else 0.0


class Assignment:
    """Which page every authorship is on, and why."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus

    def of(self, authorship: Authorship) -> Resolution:
        """The page, the person if one is verified, and the rule that led there."""
        return self._corpus.people.resolve(authorship, use_ids=self._corpus.use_ids)

    def page(self, page_id: str) -> Page | None:
        """The page of this id."""
        return self._corpus.pages.get(page_id)

    @property
    def people(self) -> People:
        """The people database."""
        return self._corpus.people

    def persons(self, name: Name) -> tuple[Person, ...]:
        """The verified people who own the name's slug."""
        return self._corpus.people.named(name)


View = Names | Coauthors | Topics | Assignment
VIEWS: tuple[type[View], ...] = (Names, Coauthors, Topics, Assignment)
