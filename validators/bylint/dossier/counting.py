"""Counts over the rows of a page: co-authors, venues, telling words."""

import math
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from functools import cached_property

from bylint.corpus.corpus import Corpus
from bylint.dossier.model import Count
from bylint.model import Authorship, Name, Paper
from bylint.names import words

Pair = tuple[Authorship, Paper]
"""An authorship with its paper."""

_COMMON = 0.05
"""The share of all titles from which on a word tells nothing."""
_WORDS = 6
"""How many telling words a group has at most."""


def coauthors(pairs: Iterable[Pair], own: Collection[Authorship]) -> tuple[Count, ...]:
    """The other authors, each with the number of papers: by count, then by last name, then by first.

    `own` are the authorships that are the person's. Editors of a volume are no authors of it, and did not write with
    each other.
    """
    counts: Counter[Name] = Counter()
    for paper in _written(pairs):
        counts.update({authorship.name for authorship in paper.authorships if authorship not in own})
    return tuple(
        Count(str(name), count)
        for name, count in sorted(counts.items(), key=lambda item: (-item[1], item[0].last, item[0].first or ""))
    )


def venues(pairs: Iterable[Pair]) -> tuple[Count, ...]:
    """The venues, each with the number of papers: by count, then by name."""
    counts: Counter[str] = Counter()
    for paper in _distinct(paper for _, paper in pairs):
        counts.update(set(paper.venues))
    return tuple(Count(venue, count) for venue, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def years(papers: Iterable[Paper]) -> tuple[int, int] | None:
    """The first and the last known year."""
    known = [paper.year for paper in papers if paper.year is not None]
    return (min(known), max(known)) if known else None


def _written(pairs: Iterable[Pair]) -> Sequence[Paper]:
    """The papers of those that stand as an author, each once."""
    return _distinct(paper for authorship, paper in pairs if authorship.role == "author")


def _distinct(papers: Iterable[Paper]) -> Sequence[Paper]:
    """Each record once, whatever it claims to be: two may have one id."""
    return list({id(paper): paper for paper in papers}.values())


class TitleWords:
    """Which words of some titles are rare in the titles of the corpus."""

    def __init__(self, corpus: Corpus) -> None:
        self._papers = corpus.papers

    @cached_property
    def _titles_with(self) -> Counter[str]:
        counts: Counter[str] = Counter()
        for paper in self._papers:
            counts.update(_terms(paper))
        return counts

    def telling(self, papers: Iterable[Paper]) -> tuple[str, ...]:
        """The words that two or more of the titles share and that other titles use half as often at most."""
        papers = _distinct(papers)
        counts = Counter(term for paper in papers for term in _terms(paper))
        total, titles = len(self._papers), self._titles_with
        scores = {
            term: count * math.log(total / titles[term])
            for term, count in counts.items()
            if count > 1
            and count * total >= 2 * titles[term] * len(papers)
            and titles[term] <= max(_COMMON * total, len(papers))
        }
        return tuple(sorted(scores, key=lambda term: (-scores[term], term))[:_WORDS])


def _terms(paper: Paper) -> frozenset[str]:
    return frozenset(word for word in words(paper.title) if len(word) > 2)
