"""What there is to decide: findings and pages that were named, the surest and the most useful first."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from bylint.completion import told
from bylint.corpus.corpus import Corpus
from bylint.dossier.model import Dossier, Fact
from bylint.finding import HIGH_CONFIDENCE, Finding
from bylint.model import Location
from bylint.privacy import Withheld

_SURENESS = (HIGH_CONFIDENCE, 0.75, 0.6, 0.4)
"""Findings are as sure as each other between two of these."""
_TOLD_BESIDE = frozenset({"group", "null", "missing"})
"""Kinds of evidence that a dossier tells in its own words: who is there, how odd that is, what would settle it."""
_PAGES = 2
"""Beside a finding that is not about pages, so many are shown."""
_OF_PAIR, _OF_PAGE, _OF_RECORD = ("same", "different", "assign", "leave"), ("assign", "one-person", "leave"), ("leave",)
"""What may be said: of two pages, of one, of a record."""


class Item(NamedTuple):
    """One thing to decide."""

    check: str | None
    """None for a page that was named."""
    fingerprint: str | None
    severity: str | None
    confidence: float | None
    title: str
    """A name, or where the finding stands."""
    message: str
    """Empty for a page that was named: its dossier says it."""
    place: str
    facts: tuple[Fact, ...]
    changes: tuple[str, ...]
    """What its fix would write, in words."""
    pages: tuple[str, ...]
    """The keys of the dossiers beside it: ids of pages, or a query."""
    kinds: tuple[str, ...]
    """The kinds of decisions that answer it."""
    papers: tuple[str, ...]
    """The papers it is about."""


def ranked(findings: Iterable[Finding], corpus: Corpus) -> list[Finding]:
    """The findings, what to look at first before the rest.

    Questions of who somebody is come before slips in records; then the surer ones in a few steps, and among equals
    those that decide about more papers.
    """
    order = {id(finding): _order(finding, corpus) for finding in findings}
    return sorted(findings, key=lambda finding: order[id(finding)])


def _order(finding: Finding, corpus: Corpus) -> tuple[bool, int, int, float]:
    confidence = finding.confidence or 0.0
    step = sum(confidence < sure for sure in _SURENESS)
    return _kinds(finding, corpus) == _OF_RECORD, step, -_moved(finding, corpus), -confidence


def _moved(finding: Finding, corpus: Corpus) -> int:
    """How many papers a decision would move, as far as the finding says it."""
    if finding.groups:
        return sum(map(len, finding.groups[1:]))
    pages = _named_pages(finding, corpus)
    return min(len(corpus.pages[page].papers) for page in pages) if len(pages) > 1 else len(finding.papers)


def pages_of(finding: Finding, corpus: Corpus) -> tuple[str, ...]:
    """The ids of the pages that a finding is about, the largest first; none where it is about too many."""
    named = _named_pages(finding, corpus)
    if named:
        return tuple(sorted(named, key=lambda page: -len(corpus.pages[page].papers)))
    resolve, use_ids = corpus.people.resolve, corpus.use_ids
    found = dict.fromkeys(resolve(item, use_ids=use_ids).page_id for item in finding.authorships)
    return tuple(found) if len(found) <= _PAGES else ()


def _named_pages(finding: Finding, corpus: Corpus) -> tuple[str, ...]:
    """The pages that a finding itself names: its subject, or what tells it from others."""
    said = finding.subject.id if finding.subject.kind in {"page", "page-pair"} else finding.about
    named = tuple(said.split(" ")) if said else ()
    return named if all(page in corpus.pages for page in named) else ()


def _kinds(finding: Finding, corpus: Corpus) -> tuple[str, ...]:
    named = _named_pages(finding, corpus)
    if len(named) > 1:
        return _OF_PAIR
    return _OF_PAGE if named else _OF_RECORD


def of_finding(finding: Finding, corpus: Corpus, hidden: Withheld) -> Item:
    """The item of a finding with its details, without names that are to be withheld."""
    pages, kinds = pages_of(finding, corpus), _kinds(finding, corpus)
    whole = hidden.finding(told(finding))
    place = whole.location or Location()
    return Item(
        check=whole.check,
        fingerprint=whole.fingerprint,
        severity=whole.severity,
        confidence=whole.confidence,
        title=_title(whole, place),
        message=whole.message,
        place=hidden.text(_place(place)),
        facts=tuple(
            Fact(fact.kind, fact.weight, fact.text, fact.papers)
            for fact in whole.evidence
            if not (pages and fact.kind in _TOLD_BESIDE)
        ),
        changes=tuple(
            f"{change.location.field or 'text'}: {change.old or '(nothing)'} → {change.new or '(nothing)'}"
            for change in (whole.fix.changes if whole.fix else ())
        ),
        pages=pages,
        kinds=kinds if kinds != _OF_RECORD or not pages else ("assign", "leave"),
        papers=whole.papers,
    )


def _title(finding: Finding, place: Location) -> str:
    if finding.subject.name:
        return finding.subject.name
    if finding.names:
        return " · ".join(map(str, finding.names))
    return place.record or place.path or finding.check


def _place(place: Location) -> str:
    """Where it stands, in words."""
    position = f"{place.byline} {place.position}" if place.byline and place.position else place.byline
    line = f"line {place.line}" if place.line else ""
    return ", ".join(part for part in (place.path, place.record, position, place.field, line) if part)


def of_query(dossier: Dossier, key: str) -> Item:
    """The item of a page that was opened by name."""
    several = len(dossier.pages) > 1
    on = " and ".join(page.name for page in dossier.pages[:3])
    return Item(
        check=None,
        fingerprint=None,
        severity=None,
        confidence=None,
        title=dossier.title,
        message="",
        place=on + (f" and {len(dossier.pages) - 3} more" if len(dossier.pages) > 3 else ""),
        facts=(),
        changes=(),
        pages=(key,),
        kinds=_OF_PAIR if several else _OF_PAGE,
        papers=tuple(row.id for row in dossier.papers),
    )


def volumes_of(papers: Sequence[str], volume_of: Mapping[str, str]) -> tuple[str, ...]:
    """The volumes of some papers, each once, in their order."""
    return tuple(dict.fromkeys(volume_of[paper] for paper in papers if paper in volume_of))
