"""What a check may ask for beside its subject.

A check names the views it wants in its annotations; what it asks for is what its answer depends on.
"""

import math
import re
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cached_property

from bylint.corpus.corpus import Corpus
from bylint.corpus.people import People, Resolution
from bylint.model import Authorship, Name, Page, Paper, Person
from bylint.names import slug

_LARGEST_TEAM = 30
"""Papers with more authors say little about who knows whom."""
_SAMPLED_FROM = 4096
"""Papers from which on the terms of some are counted in place of all."""
_TERM = re.compile(r"[^\W_]{3,}")


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

    def is_literal(self, name: Name) -> bool:
        """Whether every record that carries the name says that it is one whole and not to be parted."""
        return all(authorship.is_literal for authorship in self.authorships(name))

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
    """Who wrote with whom, by written name and by page; editors of a volume did not write together."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._around: dict[str, frozenset[str]] = {}

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

    @cached_property
    def _pages(self) -> Mapping[Name, str]:
        """The page of every authorship that is a name and nothing else, as most are."""
        return {
            authorship.name: page_id
            for page_id, page in self._corpus.pages.items()
            for authorship in page.authorships
            if not (authorship.person_id or authorship.orcid)
        }

    def people(self, *papers: Paper) -> frozenset[str]:
        """The pages of all authors of some papers of the corpus."""
        byline = [authorship for paper in papers for authorship in paper.authorships]
        marked = [authorship for authorship in byline if authorship.person_id or authorship.orcid]
        if marked:
            byline = [authorship for authorship in byline if not (authorship.person_id or authorship.orcid)]
        resolve, use_ids = self._corpus.people.resolve, self._corpus.use_ids
        found = {resolve(authorship, use_ids=use_ids).page_id for authorship in marked}
        return frozenset(found).union(map(self._pages.__getitem__, {authorship.name for authorship in byline}))

    def around(self, page_id: str) -> frozenset[str]:
        """The pages whose people wrote with those of a page; consortia are left out, for they know everybody."""
        found = self._around.get(page_id)
        if found is None:
            page = self._corpus.pages[page_id]
            papers = (
                paper
                for authorship, paper in zip(page.authorships, page.papers, strict=True)
                if authorship.role == "author" and len(paper.authorships) <= _LARGEST_TEAM
            )
            found = self._around[page_id] = self.people(*papers) - {page_id}
        return found


class Topics:
    """What papers are about: the words of title and abstract, weighed by how few papers use them."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._compared: dict[int, tuple[Paper, frozenset[str], float]] = {}

    @staticmethod
    def terms(paper: Paper) -> frozenset[str]:
        """The words of title and abstract in lower case, of three letters or more."""
        return frozenset(_TERM.findall(f"{paper.title} {paper.abstract or ''}".lower()))

    @cached_property
    def _counted(self) -> tuple[Paper, ...]:
        """The papers whose terms are counted: all, or a sample of a large corpus that an ingest leaves as it is."""
        papers = self._corpus.papers
        every = 1 << (len(papers) // _SAMPLED_FROM).bit_length()
        return tuple(paper for paper in papers if every == 1 or zlib.crc32(paper.id.encode()) % every == 0)

    @cached_property
    def _papers_with(self) -> Counter[str]:
        counts: Counter[str] = Counter()
        for paper in self._counted:
            counts.update(self.terms(paper))
        return counts

    def rarity(self, term: str) -> float:
        """The inverse document frequency of a term, 0 for a word that every paper uses."""
        return math.log((1 + len(self._counted)) / (1 + self._papers_with[term]))

    def similarity(self, left: Paper, right: Paper) -> float:
        """The cosine of the two sets of terms, weighed by rarity: 0 for nothing in common, 1 for the same words."""
        _, left_terms, left_square = self._weighed(left)
        _, right_terms, right_square = self._weighed(right)
        norm = math.sqrt(left_square * right_square)
        return min(1.0, self._square(left_terms & right_terms) / norm) if norm else 0.0

    def _weighed(self, paper: Paper) -> tuple[Paper, frozenset[str], float]:
        """A paper's terms and the square of their length; the paper is kept, so that its place in memory is its own."""
        held = self._compared.get(id(paper))
        if held is None:
            terms = self.terms(paper)
            held = self._compared[id(paper)] = paper, terms, self._square(terms)
        return held

    @cached_property
    def _squares(self) -> Mapping[str, float]:
        return {term: self.rarity(term) ** 2 for term in self._papers_with}

    def _square(self, terms: frozenset[str]) -> float:
        unseen = self.rarity("") ** 2
        return math.fsum(self._squares.get(term, unseen) for term in terms)


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
