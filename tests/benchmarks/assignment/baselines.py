"""What can be had without a model: one page one person, and co-author components."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import combinations
from pathlib import Path

from benchmarks.assignment.gold import Gold
from benchmarks.assignment.splits import Answer, Pair
from benchmarks.assignment.written import Written, coauthors, components, slug_of, slugs
from bylint import Corpus, Page, Paper

ONE_PAGE = Answer("one page, one person", {})


def component_answer(gold: Gold, written: Mapping[str, Written]) -> Answer:
    """Papers are one person's if a chain of shared co-authors joins them, the way dblp does it, in one hop."""
    groups, likeness = {}, {}
    for name in gold.names:
        own = slug_of(name)
        papers = list({paper.id: paper for paper in written[own].papers}.values()) if own in written else []
        found = components(papers, {own})
        groups[name] = largest_first({paper.id: number for paper, number in zip(papers, found, strict=True)})
        likeness[name] = shared_coauthors(papers, own)
    return Answer("co-author components", groups, likeness, doubt_by_size(groups))


def largest_first(group_of: Mapping[str, int]) -> dict[str, int]:
    """The same groups, numbered by size from 0."""
    sizes = Counter(group_of.values())
    order = sorted(sizes, key=lambda group: (-sizes[group], group))
    return {paper: order.index(group) for paper, group in group_of.items()}


def doubt_by_size(groups: Mapping[str, Mapping[str, int]]) -> dict[str, dict[str, float]]:
    """A paper looks the more misplaced the smaller its group is."""
    doubt = {}
    for name, group_of in groups.items():
        sizes = Counter(group_of.values())
        doubt[name] = {paper: -float(sizes[group]) for paper, group in group_of.items()}
    return doubt


def shared_coauthors(papers: Sequence[Paper], own: str) -> dict[Pair, float]:
    """How many co-authors every two papers of a name share."""
    found = sorted((paper.id, coauthors(paper, {own})) for paper in papers)
    return {(left, right): float(len(mine & theirs)) for (left, mine), (right, theirs) in combinations(found, 2)}


def pages_by_components(corpus: Corpus) -> list[tuple[Page, float]]:
    """Every page with the number of its co-author components."""
    return [(page, float(max(components(page.papers, slugs(page)), default=0) + 1)) for page in corpus.pages.values()]


def pairs_by_coauthors(corpus: Corpus) -> list[tuple[Page, Page, float]]:
    """The pairs of a block that share co-authors, with how many; who wrote together is two people."""
    wrote_with = {
        page_id: frozenset().union(*(coauthors(paper, slugs(page)) for paper in page.papers))
        for page_id, page in corpus.pages.items()
    }
    own = {page_id: slugs(page) for page_id, page in corpus.pages.items()}
    found = []
    for left, right in corpus.page_pairs():
        shared = wrote_with[left.id] & wrote_with[right.id]
        if shared and not own[left.id] & wrote_with[right.id]:
            found.append((left, right, float(len(shared))))
    return found


def answer_of_file(path: Path, system: str) -> Answer:
    """What another program says, from its JSON file: `groups` {name: {paper: group}}, `pairs` {name: [[paper, paper, score]]}."""
    said = json.loads(path.read_text(encoding="utf-8"))
    likeness = {
        name: {(min(left, right), max(left, right)): float(score) for left, right, score in rows}
        for name, rows in said["pairs"].items()
    }
    groups = {name: largest_first(group_of) for name, group_of in said["groups"].items()}
    return Answer(system, groups, likeness, doubt_by_size(groups))
