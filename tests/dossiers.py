"""Dossiers for tests, judged by a simple judge: papers that share a co-author, an id or an ORCID are one person's."""

from collections.abc import Collection, Sequence
from typing import Any

from bylint import Authorship, Corpus, Evidence, Page
from bylint.corpus.sources import Sources
from bylint.disambiguation.results import Group, Likeness, Partition, Rival
from bylint.dossier.answers import answers
from bylint.dossier.build import Builder
from bylint.dossier.model import Dossier, Dossiers
from bylint.dossier.queries import Directory, Found, Unanswered
from bylint.privacy import NOTHING_WITHHELD, Withheld


class Judge:
    """What the dossiers ask of the engine's disambiguation, answered in the simplest way."""

    def __init__(
        self,
        corpus: Corpus,
        likenesses: Sequence[tuple[str, str, str, float]] = (),
        rivals: Sequence[tuple[str, str, float]] = (),
        confidence: float = 0.71,
    ) -> None:
        """`likenesses` are pairs of pages with their relation and confidence; `rivals` papers with a person's id."""
        self._corpus = corpus
        self._likenesses = likenesses
        self._rivals = {paper: (person, sure) for paper, person, sure in rivals}
        self._confidence = confidence

    def partition_of(self, authorships: Sequence[Authorship]) -> Partition:
        """The components of authorships that share a co-author or an identity."""
        papers = {id(item): paper for paper in self._corpus.papers for byline in paper.bylines for item in byline}
        groups: list[tuple[set[Any], list[Authorship]]] = []
        for item in authorships:
            ties: set[Any] = {author.name for author in papers[id(item)].authorships if author not in authorships}
            ties |= {item.person_id, item.orcid} - {None} if self._corpus.use_ids else set()
            held, members = set(ties), []
            for group in [group for group in groups if group[0] & ties]:
                groups.remove(group)
                held |= group[0]
                members += group[1]
            groups.append((held, [*members, item]))
        groups.sort(key=lambda group: -len(group[1]))
        made = tuple(
            Group(tuple(members), tuple(papers[id(item)] for item in members), self._person(members))
            for _, members in groups
        )
        several = len(made) > 1
        return Partition(made, self._confidence if several else 0.04, 1.0, 0.02, 0.03 if several else 1.0)

    def _person(self, members: Sequence[Authorship]) -> str | None:
        found = [item.person_id for item in members if item.person_id]
        return found[0] if found and self._corpus.people.get(found[0]) is not None else None

    def affinity(self, partition: Partition) -> dict[tuple[str, int], float]:
        """The same for all."""
        return {(item.paper_id, item.position): 0.9 for group in partition.groups for item in group.authorships}

    def between(self, partition: Partition, group: int, other: int | None = None) -> tuple[Evidence, ...]:
        """One fact for two people, one for one; and how common the name is."""
        return (
            Evidence(text="about 0.02 expected namesakes: rare", kind="name", weight=-2.6),
            Evidence(text="active in the same years", kind="years", weight=-0.38),
            Evidence(text="no co-author in common", kind="shared-coauthors", weight=0.95),
        )

    def likenesses_of(self, page_ids: Collection[str]) -> tuple[Likeness, ...]:
        """Those that were given and touch these pages."""
        pages = self._corpus.pages
        return tuple(
            Likeness(pages[left], pages[right], relation, sure, sure)
            for left, right, relation, sure in self._likenesses
            if left in page_ids or right in page_ids
        )

    def alike(self, likeness: Likeness) -> tuple[Evidence, ...]:
        """The same for all."""
        return (Evidence(text="2 co-authors in common", kind="shared-coauthors", weight=1.2),)

    def rivals(self, page: Page) -> tuple[Rival, ...]:
        """Those that were given for papers of the page."""
        return tuple(
            Rival(item, paper, item.person_id, self._rivals[paper.id][0], (), (), 3, self._rivals[paper.id][1], ())
            for item, paper in zip(page.authorships, page.papers, strict=True)
            if paper.id in self._rivals
        )


def found(corpus: Corpus, query: str) -> Found:
    """What a query finds; it has to find something."""
    answer = Directory(corpus).find(query)
    assert isinstance(answer, Found), answer
    return answer


def dossier(corpus: Corpus, query: str, **judged: Any) -> Dossier:
    """The dossier of a query."""
    return Builder(corpus, Judge(corpus, **judged)).dossier(found(corpus, query))


def dossiers(corpus: Corpus, *queries: str, hidden: Withheld = NOTHING_WITHHELD, **judged: Any) -> Dossiers:
    """The dossiers of queries."""
    return Dossiers(answers(queries, corpus, Judge(corpus, **judged), hidden, lambda done: None)[0], Sources())


def unanswered(corpus: Corpus, query: str, hidden: Withheld = NOTHING_WITHHELD) -> Unanswered:
    """Why a query is not answered."""
    ((answer,),) = answers([query], corpus, Judge(corpus), hidden, lambda done: None)[1:]
    return answer
