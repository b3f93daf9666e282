"""
How often `bylint preview` says of an authorship that it looks wrong: where it is wrong, and where it is right.

    python tests/benchmarks/looks_wrong.py CORPUS [--pages 1500]

Ids and ORCIDs are left out of the evidence and used as the truth. Put on the page of somebody with three papers or more
is, one at a time, a paper of a namesake (wrong), and their own newest paper (right); on a page of any name with four
papers or more, its newest one, of which nobody knows whether it is right.
"""

import argparse
import random
import sys
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bylint.asking import Request, set_up
from bylint.corpus.corpus import Corpus
from bylint.disambiguation.view import Disambiguation
from bylint.model import Authorship
from bylint.preview.placing import place_of, strangers
from bylint.run import read

NAMESAKES = 5
"""How many papers of others are put on a page, at most."""


class Case(NamedTuple):
    """An authorship that is put on a page."""

    page: Sequence[Authorship]
    authorship: Authorship


def signed(corpus: Corpus) -> dict[str, list[Authorship]]:
    """The authors of papers that have several, by written name, the oldest first."""
    found: dict[str, list[Authorship]] = {}
    for paper in sorted(corpus.papers, key=lambda paper: (paper.year or 0, paper.id)):
        for authorship in paper.authorships if len(paper.authorships) > 1 else ():
            found.setdefault(str(authorship.name), []).append(authorship)
    return found


def of_known_people(corpus: Corpus, chance: random.Random) -> tuple[list[Case], list[Case]]:
    """What is surely wrong and what is surely right, under names of several people with ids of their own."""
    wrong, right = [], []
    for authorships in signed(corpus).values():
        people: dict[str, list[Authorship]] = {}
        for authorship in authorships:
            person = corpus.people.get(authorship.person_id or "")
            if person is not None and person.is_verified:
                people.setdefault(person.id, []).append(authorship)
        for person_id, own in people.items():
            others = [one for other, held in people.items() if other != person_id for one in held]
            if len(own) >= 3 and others:
                wrong += [Case(own, one) for one in chance.sample(others, min(NAMESAKES, len(others)))]
                right.append(Case(own[:-1], own[-1]))
    return wrong, right


def of_any_page(corpus: Corpus, size: int, chance: random.Random) -> list[Case]:
    """The newest papers of some pages."""
    pages = [authorships for authorships in signed(corpus).values() if len(authorships) >= 4]
    return [Case(page[:-1], page[-1]) for page in chance.sample(pages, min(size, len(pages)))]


def look_wrong(cases: Sequence[Case], view: Disambiguation) -> Iterator[bool]:
    """Of each case, whether it looks wrong."""
    for case in cases:
        together = sorted((*case.page, case.authorship), key=lambda one: (one.path, place_of(one)))
        partition = view.partition_of(together)
        yield any(one is case.authorship for one, _ in strangers(partition, {place_of(case.authorship)}, view))


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus")
    parser.add_argument("--pages", type=int, default=1500)
    asked = parser.parse_args()
    request = Request(corpus=asked.corpus, use_ids=False)
    corpus = read(set_up(request), request)[1].corpus
    view, chance = Disambiguation(corpus), random.Random(1)
    wrong, right = of_known_people(corpus, chance)
    rows = {
        "papers on the page of a namesake": wrong,
        "the newest paper of a namesake, on their own page": right,
        "the newest paper of a page of any name": of_any_page(corpus, asked.pages, chance),
    }
    sys.stdout.write("| put on a page | number | look wrong |\n| --- | --- | --- |\n")
    for what, cases in rows.items():
        count = sum(look_wrong(cases, view))
        share = f"{count / len(cases):.3f}" if cases else "-"
        sys.stdout.write(f"| {what} | {len(cases)} | {count} ({share}) |\n")


if __name__ == "__main__":
    main()
