"""What the file shows of a dossier: its papers by year, its groups, and the namesakes beside it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from bylint.corpus.corpus import Corpus
from bylint.dossier import counting
from bylint.dossier.model import Count, Dossier, Fact, Group, Row, Similar
from bylint.dossier.reasons import NAME, recorded, span, standing, verdict
from bylint.review.company import Company, company, groups_of, others
from bylint.review.timeline import Timeline, timeline

_BYLINE = 40
"""Authors of a paper that are named; of a longer byline those around the person, and those who come again."""
_NEIGHBOURS = 5
_NAMESAKES = 4
"""How many pages of similar name stand beside a page."""
_GROUPS = 8
"""How many groups are shown with a picture."""


class Author(NamedTuple):
    """A name in a byline."""

    name: str
    mark: str
    """`self`, `bridge` for one who stands in several groups, `again` for one on several papers, or nothing."""


class Work(NamedTuple):
    """A paper with its byline."""

    row: Row
    byline: tuple[Author, ...]
    left: int
    """How many authors are not named."""


class Year(NamedTuple):
    """The papers of a year."""

    year: int | None
    works: tuple[Work, ...]


class Person(NamedTuple):
    """A group with what sets it apart and what does not."""

    group: Group
    affiliations: tuple[Count, ...]
    orcids: tuple[str, ...]
    apart: tuple[Fact, ...]
    together: tuple[Fact, ...]
    company: Company | None


class Namesake(NamedTuple):
    """Another page of the same or a similar name, with what can be compared."""

    similar: Similar
    years: str
    coauthors: tuple[Count, ...]
    shared: tuple[str, ...]
    """Those of its co-authors who stand on the page, too."""
    venues: tuple[Count, ...]
    affiliations: tuple[Count, ...]


class PageView(NamedTuple):
    """The dossier of a page as the file shows it."""

    dossier: Dossier
    verdict: str
    standing: tuple[str, ...]
    recorded: str
    years: str
    timeline: Timeline | None
    people: tuple[Person, ...]
    left: tuple[Group, ...]
    """The groups without a picture."""
    works: tuple[Year, ...]
    affiliations: tuple[Count, ...]
    namesakes: tuple[Namesake, ...]


def page_view(dossier: Dossier, corpus: Corpus) -> PageView:
    """What the file shows of a dossier; texts of namesakes come from the corpus as they are."""
    rows = dossier.papers
    is_divided = len(dossier.groups) > 1 and not dossier.too_little
    shown = dossier.groups[:_GROUPS] if is_divided else ()
    elsewhere = groups_of(rows)
    known = [row.year for row in rows if row.year is not None]
    return PageView(
        dossier=dossier,
        verdict=verdict(dossier),
        standing=standing(dossier),
        recorded=recorded(dossier),
        years=span((min(known), max(known))) if known else "",
        timeline=timeline(rows),
        people=tuple(
            _person(group, [row for row in rows if row.group == group.group], rows, elsewhere) for group in shown
        ),
        left=dossier.groups[_GROUPS:] if is_divided else (),
        works=tuple(_by_year(rows)),
        affiliations=_affiliations(rows),
        namesakes=tuple(_namesake(similar, dossier, corpus) for similar in dossier.similar[:_NAMESAKES]),
    )


def _person(group: Group, own: Sequence[Row], rows: Sequence[Row], elsewhere: Mapping[str, frozenset[int]]) -> Person:
    facts = [fact for fact in group.evidence if fact.kind != NAME]
    picture = company(rows, group.group, elsewhere)
    return Person(
        group,
        _affiliations(own),
        tuple(dict.fromkeys(row.orcid for row in own if row.orcid)),
        tuple(fact for fact in facts if (fact.weight or 0.0) >= 0),
        tuple(fact for fact in facts if (fact.weight or 0.0) < 0),
        picture if picture.people else None,
    )


def _affiliations(rows: Iterable[Row]) -> tuple[Count, ...]:
    counts = Counter(place for row in rows for place in dict.fromkeys(row.affiliations))
    return tuple(Count(place, counts[place]) for place in sorted(counts, key=lambda place: (-counts[place], place)))


def _by_year(rows: Sequence[Row]) -> Iterable[Year]:
    counts = Counter(name for row in rows for name in set(others(row)))
    groups = groups_of(rows)
    works = [_work(row, counts, groups) for row in rows]
    for year, held in groupby(works, key=lambda work: work.row.year):
        yield Year(year, tuple(held))


def _work(row: Row, counts: Counter[str], groups: Mapping[str, frozenset[int]]) -> Work:
    own = row.position if row.role == "author" else 0
    marked = [
        (position, Author(name, "self" if position == own else _mark(name, counts, groups) if own else ""))
        for position, name in enumerate(row.authors, 1)
    ]
    if len(marked) > _BYLINE:
        kept = [item for item in marked if item[0] <= _NEIGHBOURS or abs(item[0] - own) <= _NEIGHBOURS or item[1].mark][
            :_BYLINE
        ]
    else:
        kept = marked
    return Work(row, tuple(author for _, author in kept), len(marked) - len(kept))


def _mark(name: str, counts: Counter[str], groups: Mapping[str, frozenset[int]]) -> str:
    if len(groups.get(name, ())) > 1:
        return "bridge"
    return "again" if counts[name] > 1 else ""


def _namesake(similar: Similar, dossier: Dossier, corpus: Corpus) -> Namesake:
    page = corpus.pages.get(similar.page)
    if page is None:
        return Namesake(similar, "", (), (), (), ())
    pairs = list(zip(page.authorships, page.papers, strict=True))
    with_them = counting.coauthors(pairs, set(page.authorships))
    own = {count.name for count in dossier.coauthors}
    years = counting.years(page.papers)
    places = Counter(place for item in page.authorships for place in item.affiliations)
    return Namesake(
        similar,
        span(years) if years else "",
        with_them,
        tuple(count.name for count in with_them if count.name in own),
        counting.venues(pairs),
        tuple(Count(place, papers) for place, papers in places.most_common()),
    )
