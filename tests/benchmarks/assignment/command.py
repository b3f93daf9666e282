"""
How well bylint tells people of one name apart, on corrections that maintainers really made, beside its baselines.

    python tests/benchmarks/assignment CORPUS GOLD SCORER [--s2and FILE] [--write]

GOLD is a JSON file with `splits`, `catch_all`, `merges` and `different`; SCORER a Python file with `fold` and
`score_splits` (see gold.py). "Blind" leaves ids and ORCIDs out of the evidence, and for duplicate names the people
database as well.
"""

import argparse
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from benchmarks.assignment import baselines, calibration, judged, report
from benchmarks.assignment.figures import DRAWS, Figure
from benchmarks.assignment.gold import Gold, Scorer, read_gold, read_scorer
from benchmarks.assignment.rankings import Proposal, duplicate_figures, flagged_figures, surely_wrong
from benchmarks.assignment.splits import Answer, pair_areas, split_figures, wrong_paper_areas
from benchmarks.assignment.written import Written, blind, by_name, read
from bylint import Corpus, Disambiguation, UsageError
from bylint.corpus.collector import collector_at_rest
from bylint.disambiguation.examples import rare_tails
from bylint.disambiguation.fitting import fitted

OURS = "bylint"
WITH_IDS = "bylint, ids in use (for information)"
RIVAL_PAGE = "yongqi-li-hk"
"""A page that held two papers of a namesake for months; what rival-namesake says of it is shown."""
BARE_PAPER = "2023.findings-emnlp.598"
"""A paper of a namesake without an id; what unsupported-guess says of it is shown."""


@dataclass(frozen=True)
class Benchmark:
    """One corpus with its gold, and what is asked of both more than once."""

    corpus: Corpus
    gold: Gold
    scorer: Scorer

    @cached_property
    def written(self) -> Mapping[str, Written]:
        """Everything under each written name."""
        return by_name(self.corpus)

    @cached_property
    def blind(self) -> Corpus:
        """The corpus without ids and ORCIDs."""
        return blind(self.corpus, people=True)

    @cached_property
    def nameless(self) -> Corpus:
        """The corpus without ids, ORCIDs and people database."""
        return blind(self.corpus, people=False)

    @cached_property
    def disambiguation(self) -> Disambiguation:
        """What bylint sees, blind."""
        return Disambiguation(self.blind)

    @cached_property
    def proposals(self) -> list[Proposal]:
        """What bylint proposes to join, blind."""
        return judged.proposals(Disambiguation(self.nameless))

    def answered(self, answer: Answer) -> dict[str, Figure]:
        """Every figure of an answer about the names of the gold."""
        return {
            **split_figures(self.gold, self.scorer, answer),
            **pair_areas(self.gold, answer),
            **wrong_paper_areas(self.gold, answer),
        }


def figures(benchmark: Benchmark, s2and: Answer | None) -> dict[str, dict[str, Figure]]:
    """The figures of every system, by measure."""
    gold, scorer, written = benchmark.gold, benchmark.scorer, benchmark.written
    components = baselines.component_answer(gold, written)
    joined = [Proposal(*pair) for pair in baselines.pairs_by_coauthors(benchmark.nameless)]
    ours = judged.answer(gold, written, benchmark.disambiguation, OURS)
    with_ids = judged.answer(gold, written, Disambiguation(benchmark.corpus), WITH_IDS)
    return {
        baselines.ONE_PAGE.system: benchmark.answered(baselines.ONE_PAGE),
        components.system: {
            **benchmark.answered(components),
            **flagged_figures(gold, baselines.pages_by_components(benchmark.blind)),
            **duplicate_figures(gold, scorer, joined),
        },
        **({s2and.system: benchmark.answered(s2and)} if s2and else {}),
        ours.system: {
            **benchmark.answered(ours),
            **flagged_figures(gold, judged.mixed_pages(benchmark.blind)),
            **duplicate_figures(gold, scorer, benchmark.proposals),
        },
        with_ids.system: split_figures(gold, scorer, with_ids),
    }


def reliability(benchmark: Benchmark) -> Iterator[str]:
    """Whether the confidences that are printed are true."""
    known = calibration.names_with_known_people(benchmark.gold, benchmark.corpus, benchmark.written)
    mixed = [
        (benchmark.disambiguation.partition_of(benchmark.written[name].authorships).confidence, is_mixed)
        for name, is_mixed in known.items()
        if name in benchmark.written
    ]
    yield (
        f"Confidence of mixed-page over {len(mixed):,} names whose people are known "
        f"({sum(is_mixed for _, is_mixed in mixed)} of two or more people, from the gold):\n"
    )
    yield report.reliability(calibration.bands(mixed), "had two or more people")
    yield "Confidence of duplicate names; a pair that is not in the gold may be right, so the share is a lower bound:\n"
    judged_pairs = calibration.judged_proposals(benchmark.gold, benchmark.proposals)
    yield report.reliability(calibration.bands(judged_pairs), "is in the gold")
    wrong = surely_wrong(benchmark.gold, benchmark.proposals)
    yield f"Pairs of two known people proposed with .9 or more: {len(wrong)} of {len(benchmark.gold.different)}.\n"


def held_out(benchmark: Benchmark) -> Iterator[str]:
    """Whether the null and the evidence hold for surnames that they were not fitted on."""
    papers = benchmark.corpus.papers
    try:
        model = fitted(papers, half=0)
    except UsageError as error:
        yield f"Alarm rate: {error}.\n"
        return
    tails = calibration.by_size(rare_tails(papers, model, half=1))
    yield (
        f"Alarm rate on {len(tails['all']):,} pages of rare names, which are one person's; the null was fitted on the other half "
        "of the surnames:\n"
    )
    yield report.alarms({size: calibration.alarm_rates(of_size) for size, of_size in tails.items()})
    yield "The evidence of such pages, and of as many pairs of them put on one page, as a confidence at even odds:\n"
    yield report.reliability(calibration.bands(calibration.one_or_two(papers, model, half=1)), "were two people")


def with_ids(benchmark: Benchmark) -> Iterator[str]:
    """What the checks say where ids are in use."""
    rivals = judged.findings(benchmark.corpus, "rival-namesake")
    of_page = [finding for finding in rivals if finding.subject.id == RIVAL_PAGE]
    yield f"Ids in use: rival-namesake names {len(rivals)} authorships, {len(of_page)} of them on `{RIVAL_PAGE}`:\n"
    guesses = judged.findings(benchmark.corpus, "unsupported-guess")
    yield "".join(
        f"- {finding.check}, confidence {finding.confidence:.2f}: {finding.message}\n"
        for finding in [*of_page, *(finding for finding in guesses if BARE_PAPER in finding.papers)]
    )


def text(benchmark: Benchmark, s2and: Answer | None) -> str:
    """The whole report in Markdown."""
    names, papers = len(benchmark.gold.splits), sum(map(len, benchmark.gold.splits.values()))
    head = (
        f"{report.made_with()}. {names} names with two or more known people, {papers} papers of theirs; blind but for "
        f"the last column; in brackets the 95 % interval of {DRAWS:,} bootstrap draws over names:\n"
    )
    parts = [
        head,
        report.table(figures(benchmark, s2and)),
        *reliability(benchmark),
        *held_out(benchmark),
        *with_ids(benchmark),
    ]
    return "\n".join(parts)


def main() -> None:
    """Measure, print, and on request write the page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("gold", type=Path)
    parser.add_argument("scorer", type=Path)
    parser.add_argument("--s2and", type=Path, metavar="FILE", help="what s2and says of the same names, in JSON")
    parser.add_argument("--write", action="store_true", help="put the report into the page of the benchmarks")
    parsed = parser.parse_args()
    s2and = baselines.answer_of_file(parsed.s2and, "s2and") if parsed.s2and else None
    with collector_at_rest():
        said = text(Benchmark(read(parsed.corpus), read_gold(parsed.gold), read_scorer(parsed.scorer)), s2and)
    sys.stdout.write(said)
    if parsed.write:
        report.write(said)
