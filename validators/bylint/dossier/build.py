"""Dossiers from a corpus: what is known of a page, who the evidence sees there, and what would have to change."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from bylint.corpus.corpus import Corpus
from bylint.corpus.people import UNVERIFIED
from bylint.corpus.views import Assignment
from bylint.dossier import reasons
from bylint.dossier.counting import Pair, TitleWords, coauthors, venues, years
from bylint.dossier.ids import Identity, edits, existing_ids, identities
from bylint.dossier.model import Count, Dossier, Fact, Group, Known, Misplaced, OtherName, Row, Similar
from bylint.dossier.queries import Found
from bylint.finding import Evidence
from bylint.model import Authorship, Name, Page, Person
from bylint.names import slug, words

if TYPE_CHECKING:
    from bylint.disambiguation.results import Likeness, Partition, Rival
    from bylint.disambiguation.view import Disambiguation


class Builder:
    """Makes dossiers of one corpus."""

    def __init__(self, corpus: Corpus, disambiguation: "Disambiguation") -> None:
        self._corpus = corpus
        self._judge = disambiguation
        self._assignment = Assignment(corpus)
        self._title_words = TitleWords(corpus)

    def dossier(self, found: Found) -> Dossier:
        """The dossier of the authorships that a query asks for."""
        partition = self._judge.partition_of(found.authorships)
        pairs = list(zip(found.authorships, found.papers, strict=True))
        by_group = [list(zip(group.authorships, group.papers, strict=True)) for group in partition.groups]
        own = set(found.authorships)
        rows = self._rows(by_group, partition)
        pages = self._pages(rows)
        misplaced = self._misplaced(pages, own)
        carried = [group.person_id for group in partition.groups]
        splits = reasons.is_split(carried, partition.confidence, uses_ids=self._corpus.use_ids)
        existing = [existing_ids(held, own_id, self._verified) for held, own_id in zip(rows, carried, strict=True)]
        ids = identities(rows, existing, found.slug, self._ids, splits=splits)
        kept = self._verified if self._corpus.use_ids or not splits else ()
        groups = tuple(
            self._group(partition, number, held, rows[number - 1], ids[number - 1], own)
            for number, held in enumerate(by_group, 1)
        )
        ordered = _newest_first(rows)
        known = _known(pairs, own)
        too_little = reasons.too_little(ordered, known, use_ids=self._corpus.use_ids)
        return Dossier(
            query=found.query,
            kind=found.kind,
            uses_ids=self._corpus.use_ids,
            names=_names(found),
            pages=tuple(Count(page.id, count) for page, count in pages),
            also=tuple(self._also(found, pages)),
            confidence_mixed=partition.confidence,
            expected=partition.expected,
            tail=partition.tail,
            known=known,
            too_little=too_little,
            splits=splits and not too_little,
            groups=groups,
            papers=ordered,
            coauthors=coauthors(pairs, own),
            venues=venues(pairs),
            similar=tuple(self._similar(found, [page for page, _ in pages])),
            misplaced=misplaced,
            settles=reasons.settles(rows) if splits or too_little else (),
            edits=() if too_little else edits(ordered, ids, misplaced, kept, splits=splits),
        )

    def _group(  # noqa: PLR0913, PLR0917 - what is known of a group comes from here and there
        self,
        partition: "Partition",
        number: int,
        held: Sequence[Pair],
        rows: Sequence[Row],
        identity: Identity,
        own: Collection[Authorship],
    ) -> Group:
        person = partition.groups[number - 1].person_id
        with_them = coauthors(held, own)
        telling = self._title_words.telling(paper for _, paper in held)
        evidence = self._apart(partition, number)
        return Group(
            group=number,
            papers=len(rows),
            years=years(paper for _, paper in held),
            person=person,
            id=identity.id,
            is_new=identity.is_new,
            why=reasons.of_group(rows, person, with_them, telling, evidence),
            coauthors=with_them,
            venues=venues(held),
            words=telling,
            evidence=evidence,
        )

    @cached_property
    def _ids(self) -> frozenset[str]:
        """Every id in use, in lower case."""
        written = {item.person_id.lower() for item in self._corpus.authorships if item.person_id}
        return frozenset(written.union(person_id.lower() for person_id in self._corpus.people.ids))

    @cached_property
    def _verified(self) -> frozenset[str]:
        """The ids of the people who are known."""
        return frozenset(person.id for person in self._corpus.people if person.is_verified)

    def _rows(self, groups: Sequence[Sequence[Pair]], partition: "Partition") -> list[list[Row]]:
        affinity = self._judge.affinity(partition)
        return [
            [self._row(pair, number, affinity.get((pair[0].paper_id, pair[0].position), 0.0)) for pair in group]
            for number, group in enumerate(groups, 1)
        ]

    def _row(self, pair: Pair, group: int, confidence: float) -> Row:
        authorship, paper = pair
        resolution = self._assignment.of(authorship)
        page_id = resolution.page_id
        return Row(
            id=paper.id,
            position=authorship.position,
            role=authorship.role,
            year=paper.year,
            title=paper.title,
            authors=tuple(str(author.name) for author in paper.authorships),
            group=group,
            confidence=confidence,
            person=None if page_id.endswith(UNVERIFIED) else page_id,
            page=page_id,
            resolved_by=resolution.by,
            name=str(authorship.name),
            written_id=authorship.person_id,
            orcid=authorship.orcid,
            affiliations=authorship.affiliations,
            venues=paper.venues,
            location=authorship.location,
        )

    def _pages(self, rows: Sequence[Sequence[Row]]) -> list[tuple[Page, int]]:
        """The pages that the rows are on with how many of them, the largest first."""
        counts = Counter(row.page for group in rows for row in group)
        held = self._corpus.pages
        return [(held[page], counts[page]) for page in sorted(counts, key=lambda page: (-counts[page], page))]

    def _also(self, found: Found, pages: Sequence[tuple[Page, int]]) -> Iterator[OtherName]:
        """The names with another slug that stand on these pages, or belong to their people."""
        for page, _ in pages:
            counts = Counter(authorship.name for authorship in page.authorships)
            listed = page.person.names if page.person is not None else ()
            for name in dict.fromkeys([*page.names, *listed]):
                if slug(name) != found.slug:
                    yield OtherName(str(name), counts[name], page.id, is_private=not _is_alike(found, [name]))

    def _apart(self, partition: "Partition", number: int) -> tuple[Fact, ...]:
        if len(partition.groups) < 2:
            return ()
        return _facts(self._judge.between(partition, number - 1))

    def _similar(self, found: Found, pages: Sequence[Page]) -> Iterator[Similar]:
        """Pages that could be one person with these, the surest first; then people who are known to be others."""
        own = {page.id for page in pages}
        told = own.union(item.person_id for item in found.authorships if item.person_id)
        touching = [pair for pair in self._judge.likenesses_of(own) if (pair.left.id in own) != (pair.right.id in own)]
        for pair in sorted(touching, key=lambda pair: -pair.confidence):
            other = pair.right if pair.left.id in own else pair.left
            if other.id not in told:
                told.add(other.id)
                yield _likely(pair, self._judge.alike(pair), other, is_private=not _is_alike(found, other.names))
        for person, why in self._others(found, pages):
            if person.id not in told:
                told.add(person.id)
                page = self._corpus.pages.get(person.id)
                is_private = not _is_alike(found, person.names)
                yield Similar(
                    str(person.names[0]), person.id, len(page.papers) if page else 0, 0.0, why, (), is_private
                )

    def _others(self, found: Found, pages: Sequence[Page]) -> Iterator[tuple[Person, str]]:
        """Verified people of the same name, and those of whom the database says that they are somebody else."""
        people = self._corpus.people
        for name in _written_names(found)[:1]:
            for person in people.named(name):
                yield person, _told(person, "another known person of this name")
        for page in pages:
            for other in page.person.similar if page.person is not None else ():
                known = people.get(other)
                if known is not None and known.is_verified:
                    yield known, _told(known, f"the people database says that {page.id} is somebody else")

    def _misplaced(self, pages: Sequence[tuple[Page, int]], own: Collection[Authorship]) -> tuple[Misplaced, ...]:
        """The authorships that were asked for and whose evidence points to a namesake, the surest first."""
        rivals = [rival for page, _ in pages for rival in self._judge.rivals(page) if rival.authorship in own]
        return tuple(map(_misplaced, sorted(rivals, key=lambda rival: (-rival.confidence, rival.authorship.paper_id))))


def _misplaced(rival: "Rival") -> Misplaced:
    authorship = rival.authorship
    names = reasons.enumeration(list(map(str, rival.shared)))
    own = reasons.enumeration(list(map(str, rival.own_shared)))
    there = f"{len(rival.shared)} of {reasons.plural(rival.coauthors, 'co-author')} on papers of {rival.suggested_id}"
    here = f"on the rest of its own page {own or 'none'}"
    return Misplaced(
        paper=authorship.paper_id,
        position=authorship.position,
        role=authorship.role,
        own_id=rival.own_id,
        suggested_id=rival.suggested_id,
        confidence=rival.confidence,
        why=f"{there}{f': {names}' if names else ''}; {here}",
        evidence=_facts(rival.evidence),
    )


def _likely(pair: "Likeness", alike: Sequence[Evidence], other: Page, *, is_private: bool) -> Similar:
    backing = next((fact.text for fact in alike if fact.weight is not None and fact.weight > 0), "")
    why = "; ".join(part for part in (pair.relation, backing) if part)
    facts = _facts(alike)
    return Similar(str(other.names[0]), other.id, len(other.papers), pair.confidence, why, facts, is_private)


def _told(person: Person, why: str) -> str:
    more = person.degree or person.comment
    return f"{why}: {more}" if more else why


def _facts(evidence: Sequence[Evidence]) -> tuple[Fact, ...]:
    """The facts, what speaks for it before what speaks against it, the heaviest first."""
    facts = [Fact(fact.kind, fact.weight, fact.text, fact.papers) for fact in evidence]
    return tuple(sorted(facts, key=lambda fact: ((fact.weight or 0.0) < 0, -abs(fact.weight or 0.0))))


def _newest_first(groups: Sequence[Sequence[Row]]) -> tuple[Row, ...]:
    rows = [row for group in groups for row in group]
    return tuple(
        sorted(rows, key=lambda row: (-(row.year or -(10**9)), row.id, row.role, row.position, row.location, row.group))
    )


def _written_names(found: Found) -> list[Name]:
    """The names as written, the most frequent first."""
    counts = Counter(authorship.name for authorship in found.authorships)
    return sorted(counts, key=lambda name: (-counts[name], str(name)))


def _names(found: Found) -> tuple[Count, ...]:
    counts = Counter(str(authorship.name) for authorship in found.authorships)
    return tuple(Count(name, counts[name]) for name in dict.fromkeys(map(str, _written_names(found))))


def _known(pairs: Sequence[Pair], own: Collection[Authorship]) -> Known:
    return Known(
        coauthors=sum(
            authorship.role == "author" and any(author not in own for author in paper.authorships)
            for authorship, paper in pairs
        ),
        affiliations=sum(bool(authorship.affiliations) for authorship, _ in pairs),
        orcids=sum(bool(authorship.orcid) for authorship, _ in pairs),
        abstracts=sum(bool(paper.abstract) for _, paper in pairs),
        years=sum(paper.year is not None for _, paper in pairs),
    )


def _is_alike(found: Found, names: Iterable[Name]) -> bool:
    """Whether one of these names has a given name like that of the name that is asked for."""
    asked = [name for name in _written_names(found) if slug(name) == found.slug]
    return any(_share_given(name, other) for name in names for other in asked)


def _share_given(left: Name, right: Name) -> bool:
    """Whether two given names have a word in common, or one is an initial of the other."""
    pairs = ((one, other) for one in words(left.first or "") for other in words(right.first or ""))
    return any(one == other or (min(len(one), len(other)) == 1 and one[0] == other[0]) for one, other in pairs)
