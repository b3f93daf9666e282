"""What bylint itself says, asked the way its commands ask."""

from collections.abc import Mapping
from itertools import combinations

from benchmarks.assignment.gold import Gold
from benchmarks.assignment.rankings import Proposal
from benchmarks.assignment.splits import Answer, Pair
from benchmarks.assignment.written import Written, slug_of
from bylint import Corpus, Disambiguation, Finding, Page, Partition
from bylint.engine import run_checks
from bylint.plugins import load_plugins
from bylint.report import REVIEW, passes


def answer(gold: Gold, written: Mapping[str, Written], disambiguation: Disambiguation, system: str) -> Answer:
    """The people behind each name of the gold, as `bylint page NAME` proposes them."""
    groups, likeness, doubt = {}, {}, {}
    for name in gold.names:
        found = written.get(slug_of(name), Written((), ()))
        partition = disambiguation.partition_of(found.authorships)
        groups[name] = group_of(partition)
        likeness[name] = _likeness(found, disambiguation)
        doubt[name] = doubt_of(partition, disambiguation.affinity(partition))
    return Answer(system, groups, likeness, doubt)


def group_of(partition: Partition) -> dict[str, int]:
    """The group of each paper, 0 for the largest; a paper of two namesakes counts with the first."""
    found: dict[str, int] = {}
    for number, group in enumerate(partition.groups):
        for paper in group.papers:
            found.setdefault(paper.id, number)
    return found


def doubt_of(partition: Partition, affinity: Mapping[tuple[str, int], float]) -> dict[str, float]:
    """How much each paper looks misplaced on a page that is the largest group's: 0 to 1 inside of it, 1 to 2 outside."""
    found: dict[str, float] = {}
    for number, group in enumerate(partition.groups):
        for authorship in group.authorships:
            sure = affinity[authorship.paper_id, authorship.position]
            found.setdefault(authorship.paper_id, 1 + sure if number else 1 - sure)
    return found


def _likeness(found: Written, disambiguation: Disambiguation) -> dict[Pair, float]:
    scores = disambiguation.pair_scores(found.authorships)
    place: dict[str, int] = {}
    for number, paper in enumerate(found.papers):
        place.setdefault(paper.id, number)
    return {(left, right): float(scores[place[left], place[right]]) for left, right in combinations(sorted(place), 2)}


def findings(corpus: Corpus, check_id: str) -> list[Finding]:
    """What one check shows at its default settings, as `check --for review` does.

    Raises RuntimeError where the check is missing or failed: what is left would measure nothing.
    """
    plugins = load_plugins()
    check = next((check for check in plugins.checks if check.id == check_id), None)
    if check is None:
        message = f"no check {check_id}; refused: {[plugin.refused for plugin in plugins.refused]}"
        raise RuntimeError(message)
    found = run_checks(corpus, [check])
    failed = next((finding.message for finding in found if finding.check != check_id), None)
    if failed:
        raise RuntimeError(failed)
    return [finding for finding in found if passes(finding, REVIEW)]


def mixed_pages(corpus: Corpus) -> list[tuple[Page, float]]:
    """The pages that mixed-page reports, with their confidence."""
    found = ((corpus.pages[finding.subject.id], finding.confidence) for finding in findings(corpus, "mixed-page"))
    return [(page, confidence) for page, confidence in found if confidence is not None]


def proposals(disambiguation: Disambiguation) -> list[Proposal]:
    """The pairs of pages that could be one person."""
    return [
        Proposal(likeness.left, likeness.right, likeness.rank, likeness.confidence)
        for likeness in disambiguation.likenesses()
    ]
