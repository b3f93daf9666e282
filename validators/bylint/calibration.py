"""How the checks that tell people apart do against what the repository knows: ids, ORCIDs, and reviewers' decisions."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from bylint.checks import Check
from bylint.corpus.corpus import Corpus
from bylint.corpus.people import bare_orcid
from bylint.decisions.forms import DifferentForm, OnePersonForm, ReviewedForm, SeenForm
from bylint.disambiguation.view import Disambiguation
from bylint.engine import run_checks
from bylint.finding import Finding
from bylint.names import slug

if TYPE_CHECKING:
    from bylint.engine import OptionsOf
    from bylint.model import Authorship

Key = tuple[str, int]
"""A paper's id and a position in its byline."""
BANDS = (0.0, 0.5, 0.7, 0.8, 0.9, 1.01)
"""Edges of the confidences that are told apart."""


class Record(NamedTuple):
    """What a check said, and how often the ids say the same."""

    check: str
    findings: int
    decidable: int
    """Findings about authorships of which it is known of at least two whose they are."""
    right: int
    said: float
    """The mean confidence of the decidable ones."""


class Band(NamedTuple):
    """Findings of about one confidence."""

    low: float
    high: float
    decidable: int
    said: float
    was: float
    """The share that is right."""


class Calibration(NamedTuple):
    """How well a model tells the people of a corpus apart, with every id and ORCID left out of the evidence."""

    names: int
    """Names of two known people or more."""
    papers: int
    """Papers of these names of which it is known whose they are."""
    b3: float | None
    """B-cubed F1 over those, the mean over names; None without such names."""
    b3_undivided: float | None
    """The same where nothing is divided."""
    records: tuple[Record, ...]
    bands: tuple[Band, ...]
    """Over the findings that divide a page."""


def calibration(
    corpus: Corpus,
    checks: Iterable[Check],
    options: "OptionsOf",
    on_check: Callable[[Check], object] = lambda _: None,
    decided: Iterable[ReviewedForm] = (),
) -> Calibration:
    """Run every check that asks who wrote what, blind, and hold what it says against the ids of `corpus`.

    Ids are labels here, and so are pages that reviewers have decided about: the checks see neither them nor the people
    database.
    """
    asked = [check for check in checks if Disambiguation in check.arguments.values()]
    truth = _truth(corpus)
    truth |= _decided(decided, corpus, truth)
    blind = _blind(corpus)
    findings = run_checks(blind, asked, options, on_check)
    judged = [(finding, _is_right(finding, blind, truth)) for finding in findings]
    by_name = _by_name(corpus, truth)
    scores = list(_scores(blind, by_name, truth))
    return Calibration(
        names=len(by_name),
        papers=sum(map(len, by_name.values())),
        b3=_mean([score for score, _ in scores]),
        b3_undivided=_mean([score for _, score in scores]),
        records=tuple(_record(check.id, [item for item in judged if item[0].check == check.id]) for check in asked),
        bands=tuple(_bands([item for item in judged if item[0].groups])),
    )


def _blind(corpus: Corpus) -> Corpus:
    """The same papers without a people database, and without any id, ORCID or profile beside a name."""
    papers = [
        paper._replace(authorships=tuple(map(_bare, paper.authorships)), editors=tuple(map(_bare, paper.editors)))
        for paper in corpus.papers
    ]
    return Corpus(papers, use_ids=False, model=corpus.model)


def _bare(item: "Authorship") -> "Authorship":
    return item._replace(person_id=None, orcid=None, openreview=None)


def _truth(corpus: Corpus) -> dict[Key, str]:
    """Who an authorship says it is: its explicit id, else its ORCID; not what stands for anybody of a name."""
    found = {}
    for paper in corpus.papers:
        for item in paper.authorships:
            person = corpus.people.get(item.person_id) if item.person_id else None
            if item.person_id and (person is None or person.is_verified):
                found[paper.id, item.position] = item.person_id
            elif item.orcid and (orcid := bare_orcid(item.orcid)):
                owner = corpus.people.with_orcid(orcid)
                found[paper.id, item.position] = owner.id if owner else orcid
    return found


def _decided(forms: Iterable[ReviewedForm], corpus: Corpus, truth: Mapping[Key, str]) -> dict[Key, str]:
    """Who an authorship is by the decisions, where it says nothing itself.

    All that was seen of one person's page has the one id that is written there, or else the page's. Of two people's
    pages no more is said than that somebody on the one is nobody on the other.
    """
    there = {(paper.id, item.position): item for paper in corpus.papers for item in paper.authorships}
    found: dict[Key, str] = {}
    for form in forms:
        keys = [(seen.paper, seen.position) for seen in form.papers if _is_there(seen, there)]
        if isinstance(form, OnePersonForm):
            known = {truth[key] for key in keys if key in truth} or {form.page}
            found |= dict.fromkeys(keys, known.pop()) if len(known) == 1 else {}
        elif isinstance(form, DifferentForm):
            pages: dict[str, list[Key]] = {}
            for key in keys:
                pages.setdefault(corpus.people.resolve(there[key]).page_id, []).append(key)
            found |= {held[0]: page for page, held in pages.items() if truth.keys().isdisjoint(held)}
    return {key: person for key, person in found.items() if key not in truth}


def _is_there(seen: SeenForm, there: Mapping[Key, "Authorship"]) -> bool:
    """Whether an author stands where a reviewer saw one of this name."""
    item = there.get((seen.paper, seen.position))
    return item is not None and seen.byline == "authors" and seen.name == str(item.name)


def _is_right(finding: Finding, blind: Corpus, truth: Mapping[Key, str]) -> bool | None:
    """Whether the ids say the same; None where they say nothing.

    A finding with groups, or about one page, is right if its page holds two people; one that joins names is, if they
    share a person.
    """
    if finding.names and not finding.groups:
        sides = [{truth[key] for key in _keys(finding, str(name)) if key in truth} for name in finding.names]
        return None if not all(sides) else len(set[str]().union(*sides)) < sum(map(len, sides))
    page = blind.pages.get(finding.subject.id) if finding.subject.kind == "page" else None
    authorships = page.authorships if page is not None else finding.authorships
    keys = ((item.paper_id, item.position) for item in authorships if item.role == "author")
    people = Counter(truth[key] for key in keys if key in truth)
    return None if people.total() < 2 else len(people) > 1


def _keys(finding: Finding, name: str) -> Iterable[Key]:
    return ((item.paper_id, item.position) for item in finding.authorships if str(item.name) == name)


def _record(check: str, judged: Sequence[tuple[Finding, bool | None]]) -> Record:
    decidable = [(finding, right) for finding, right in judged if right is not None]
    said = _mean([finding.confidence or 0.0 for finding, _ in decidable])
    return Record(check, len(judged), len(decidable), sum(right for _, right in decidable), said or 0.0)


def _bands(judged: Sequence[tuple[Finding, bool | None]]) -> Iterable[Band]:
    for low, high in pairwise(BANDS):
        held = [
            (finding.confidence or 0.0, right)
            for finding, right in judged
            if right is not None and low <= (finding.confidence or 0.0) < high
        ]
        if held:
            said, was = _mean([said for said, _ in held]), _mean([float(right) for _, right in held])
            yield Band(low, min(1.0, high), len(held), said or 0.0, was or 0.0)


def _by_name(corpus: Corpus, truth: Mapping[Key, str]) -> dict[str, dict[Key, str]]:
    """The labelled authorships of every name of which two people or more are known."""
    found: dict[str, dict[Key, str]] = {}
    for paper in corpus.papers:
        for item in paper.authorships:
            key = paper.id, item.position
            if key in truth:
                found.setdefault(slug(item.name), {})[key] = truth[key]
    return {name: people for name, people in found.items() if len(set(people.values())) > 1}


def _scores(
    blind: Corpus, by_name: Mapping[str, Mapping[Key, str]], truth: Mapping[Key, str]
) -> Iterable[tuple[float, float]]:
    """B-cubed of every name as it is divided, and undivided."""
    disambiguation = Disambiguation(blind)
    named: dict[str, list[Authorship]] = {}
    for paper in blind.papers:
        for item in paper.authorships:
            if slug(item.name) in by_name:
                named.setdefault(slug(item.name), []).append(item)
    for name in sorted(by_name):
        groups = disambiguation.partition_of(named[name]).groups
        group_of = {
            (item.paper_id, item.position): number for number, group in enumerate(groups) for item in group.authorships
        }
        people = [truth[key] for key in by_name[name]]
        yield b3(people, [group_of[key] for key in by_name[name]]), b3(people, [0] * len(people))


def b3(people: Sequence[object], groups: Sequence[object]) -> float:
    """B-cubed F1 of groups against people, item by item; 1 for no item."""
    if not people:
        return 1.0
    both, of_person, of_group = Counter(zip(people, groups, strict=True)), Counter(people), Counter(groups)
    pairs = list(zip(people, groups, strict=True))
    precision = sum(both[pair] / of_group[pair[1]] for pair in pairs) / len(pairs)
    recall = sum(both[pair] / of_person[pair[0]] for pair in pairs) / len(pairs)
    return 2 * precision * recall / (precision + recall)


def _mean(values: Sequence[float]) -> float | None:
    return sum(values) / len(values) if values else None
