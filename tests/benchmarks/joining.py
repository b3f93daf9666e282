"""
How well papers are joined with another source, and what is found of the differences: works of OpenAlex made of a corpus.

    python tests/benchmarks/joining.py PATH [--every 10]

Every tenth paper of the corpus becomes a work as OpenAlex writes it, in a file beside it. That is written as such dumps are:
a third of the works have no DOI, one of twenty stands under the next year, titles have other capitals and signs, given
names are initials or lose their accents, every author has a cluster. One work of ten comes a second time, as a preprint
with the same title and a DOI of its own, and one of twenty has a namesake: the same title by other people in that year.
One work of ten has another byline than its paper: an author less, one more, two in each other's place, somebody else, or
another given name. The first table says how many of the papers were joined with their own work, the second what
byline-differs-between-sources tells of them. The seed is fixed: the same corpus gives the same figures.
"""

import argparse
import json
import random
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from bylint.asking import Request, ask
from bylint.corpus.corpus import Corpus
from bylint.engine import run_checks
from bylint.finding import Finding
from bylint.model import Name, Paper
from bylint.names import fold
from bylint.run import read

CHECK = "byline-differs-between-sources"
CHANGES = ("an author less", "an author more", "another order", "somebody else", "another given name")
_FIRST = ("Zebulon", "Quirina", "Ottokar", "Yvaine", "Balthasar", "Iphigenia")
_LAST = ("Quackenbush", "Zwetschkenbaum", "Ypsilanti", "Featherstonehaugh", "Xylander", "Oberhuber")
Written = list[str]


def strangers(chance: random.Random) -> Iterator[str]:
    """Names that no corpus has."""
    while True:
        yield f"{chance.choice(_FIRST)} {chance.choice(_LAST)}"


def printed(name: Name, chance: random.Random) -> str:
    """A name as a publisher may print it."""
    text = str(name)
    if chance.random() < 0.15 and name.first:
        text = " ".join([*(f"{word[0]}." for word in name.first.split()), name.last])
    return fold(text).title() if chance.random() < 0.1 else text


def _less(names: Written, chance: random.Random) -> Written:
    place = chance.randrange(len(names))
    return names[:place] + names[place + 1 :]


def _more(names: Written, chance: random.Random) -> Written:
    place = chance.randrange(len(names) + 1)
    return [*names[:place], next(strangers(chance)), *names[place:]]


def _swapped(names: Written, chance: random.Random) -> Written:
    left, right = sorted(chance.sample(range(len(names)), 2))
    return [*names[:left], names[right], *names[left + 1 : right], names[left], *names[right + 1 :]]


def _replaced(names: Written, chance: random.Random) -> Written:
    place = chance.randrange(len(names))
    return [*names[:place], next(strangers(chance)), *names[place + 1 :]]


def _renamed(names: Written, chance: random.Random) -> Written:
    place = chance.randrange(len(names))
    return [*names[:place], f"{chance.choice(_FIRST)} {names[place].split()[-1]}", *names[place + 1 :]]


CHANGE: Mapping[str, Callable[[Written, random.Random], Written]] = dict(
    zip(CHANGES, (_less, _more, _swapped, _replaced, _renamed), strict=True)
)


def work(own: str, paper: Paper, names: Iterable[str], chance: random.Random, doi: str | None) -> dict[str, Any]:
    """A work as OpenAlex has it."""
    title = paper.title.upper() if chance.random() < 0.1 else paper.title.rstrip(".") + chance.choice(["", ".", " "])
    year = paper.year
    return {
        "id": f"https://openalex.org/{own}",
        "doi": doi and f"https://doi.org/{doi.upper()}",
        "title": title,
        "publication_year": year + 1 if year and chance.random() < 0.05 else year,
        "authorships": [
            {"raw_author_name": name, "author": {"id": f"https://openalex.org/A{hash_of(name)}"}} for name in names
        ],
    }


def hash_of(name: str) -> int:
    """The number of a cluster; of what is printed alike, the same."""
    return sum(ord(letter) * 31**place for place, letter in enumerate(fold(name))) % 10**9


def works(papers: Sequence[Paper], chance: random.Random) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """The paper that a work is of, or nothing; how its byline was changed, or nothing; the work."""
    for number, paper in enumerate(papers):
        names = [printed(one.name, chance) for one in paper.authorships]
        change = ""
        if chance.random() < 0.1:
            change = chance.choice(CHANGES if len(names) > 1 else CHANGES[1:2] + CHANGES[3:])
            names = CHANGE[change](names, chance)
        doi = None if chance.random() < 1 / 3 else paper.doi
        yield paper.id, change, work(f"W{number}", paper, names, chance, doi)
        if chance.random() < 0.1:
            yield "", "", work(f"W{number}000", paper, names, chance, f"10.48550/arxiv.{number}")
        if chance.random() < 0.05:
            others = [next(strangers(chance)) for _ in names]
            yield "", "", work(f"W{number}001", paper, others, chance, None)


def measured(path: str, every: int) -> Iterator[str]:
    """Both tables, line by line."""
    alone = Request(paths=(path,))
    papers = read(ask(alone).setup, alone)[1].corpus.papers
    signed = [paper for paper in papers if paper.authorships and not paper.is_front_matter]
    made = list(works(signed[::every], random.Random(1)))
    truth = {record["id"].rpartition("/")[2]: (paper, change, record) for paper, change, record in made}
    with tempfile.TemporaryDirectory() as folder:
        beside = Path(folder, "works.openalex.jsonl")
        beside.write_text("".join(f"{json.dumps(record)}\n" for _, _, record in made), encoding="utf-8")
        request = Request(paths=(path,), beside=(str(beside),), select=(CHECK,))
        question = ask(request)
        corpus = read(question.setup, request)[1].corpus
    yield from of_joining(corpus, truth)
    yield ""
    yield from of_findings(corpus, truth, run_checks(corpus, [check for check in question.checks if check.function]))


def kind_of(paper: str, record: Mapping[str, Any]) -> str:
    """What a work was made as."""
    if not paper:
        return "preprints" if record["doi"] else "of namesakes"
    return "of papers, with the DOI" if record["doi"] else "of papers, without a DOI"


def of_joining(corpus: Corpus, truth: Mapping[str, tuple[str, str, dict[str, Any]]]) -> Iterator[str]:
    """How many works met their papers, by whether they have a DOI."""
    joined = {twin.paper.id: paper.id for paper, twins in corpus.twins.values() for twin in twins}
    yield "| works | made | joined rightly | with another paper | not joined |"
    yield "| --- | --- | --- | --- | --- |"
    kinds = {own: kind_of(paper, record) for own, (paper, _, record) in truth.items()}
    for kind in sorted(set(kinds.values())):
        some = [own for own in kinds if kinds[own] == kind]
        right = sum(own in joined and joined[own] == truth[own][0] for own in some)
        wrong = sum(own in joined and joined[own] != truth[own][0] for own in some)
        yield f"| {kind} | {len(some)} | {right} | {wrong} | {len(some) - right - wrong} |"


def of_findings(
    corpus: Corpus, truth: Mapping[str, tuple[str, str, dict[str, Any]]], findings: Iterable[Finding]
) -> Iterator[str]:
    """How many of the changes are told, by kind, and of how many bylines that nobody changed anything is told."""
    joined = {paper.id: twins[0].paper.id for paper, twins in corpus.twins.values()}
    change_of = {paper: truth[own][1] or "none" for paper, own in joined.items()}
    counts = Counter(change_of.values())
    told = Counter(change_of[finding.papers[0]] for finding in findings)
    yield "| change | joined papers | told |"
    yield "| --- | --- | --- |"
    for change in (*CHANGES, "none"):
        yield f"| {change} | {counts[change]} | {told[change]} |"


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", metavar="PATH", help="a corpus")
    parser.add_argument("--every", type=int, default=10, help="one paper of how many becomes a work")
    parsed = parser.parse_args()
    for line in measured(parsed.path, parsed.every):
        print(line)  # noqa: T201


if __name__ == "__main__":
    main()
