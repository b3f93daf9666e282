"""
What s2and says of the names of the gold, written for `python tests/benchmarks/assignment ... --s2and FILE`.

    python tests/benchmarks/assignment/run_s2and.py CORPUS GOLD FILE

It runs in an environment of its own, where this repository and the package `s2and` (0.51, Python 3.11) are installed. The
model is the one that the package ships. What it would download is left out, embeddings of papers and a model of languages,
or made from the corpus, counts of names. Ids and ORCIDs are left out as well.
"""

import argparse
import json
import os
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import combinations
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from benchmarks.assignment.gold import read_gold
from benchmarks.assignment.written import Written, by_name, read, slug_of
from bylint import Authorship, Corpus, Name, Paper

PAPERS_OF_SEMANTIC_SCHOLAR = 200_000_000
"""Of so many papers were the names counted that the model was trained with: counts of a corpus are scaled up to them."""


def paper_record(paper: Paper) -> dict[str, Any]:
    """A paper as s2and reads it."""
    return {
        "paper_id": paper.id,
        "title": paper.title,
        "abstract": paper.abstract or "",
        "year": paper.year,
        "venue": " ".join(paper.venues),
        "journal_name": "",
        "authors": [
            {"position": authorship.position - 1, "author_name": str(authorship.name)}
            for authorship in paper.authorships
        ],
        "references": None,
    }


def signature(authorship: Authorship, block: str) -> dict[str, Any]:
    """An authorship as s2and reads it."""
    first, middle = given_names(authorship.name)
    return {
        "signature_id": signature_id(block, authorship.paper_id),
        "paper_id": authorship.paper_id,
        "author_info": {
            "position": authorship.position - 1,
            "block": block,
            "first": first,
            "middle": middle,
            "last": authorship.name.last,
            "suffix": None,
            "email": None,
            "affiliations": list(authorship.affiliations),
        },
    }


def signature_id(block: str, paper: str) -> str:
    """What s2and calls an authorship."""
    return f"{block}:{paper}"


def given_names(name: Name) -> tuple[str, str | None]:
    """The first given name and the others."""
    first, _, middle = (name.first or "").partition(" ")
    return first, middle or None


def name_counts(corpus: Corpus) -> dict[str, dict[str, int]]:
    """How common names and their parts are, in the form and the scale of what s2and would download."""
    from s2and.text import normalize_text  # type: ignore[import-not-found]  # only in the environment of this script

    counts = {part: Counter[str]() for part in ("first", "last", "first_last", "last_first_initial")}
    scale = PAPERS_OF_SEMANTIC_SCHOLAR // max(1, len(corpus.papers))
    for name, authorships in corpus.names.items():
        first, _, _ = normalize_text(given_names(name)[0]).partition(" ")
        last = normalize_text(name.last).replace(" ", "")
        keys = (first, last, f"{first} {last}".strip(), f"{last} {first[:1]}".strip())
        for counted, key in zip(counts.values(), keys, strict=True):
            counted[key] += scale * len(authorships)
    return {f"{part}_dict": dict(counted) for part, counted in counts.items()}


def authored(written: Written) -> dict[str, Authorship]:
    """One authorship of each paper, editors left out."""
    found: dict[str, Authorship] = {}
    for authorship in written.authorships:
        if authorship.role == "author":
            found.setdefault(authorship.paper_id, authorship)
    return found


def answered(blocks: Mapping[str, Mapping[str, Authorship]], corpus: Corpus) -> dict[str, Any]:
    """Groups and pair scores of every name, as the benchmark reads them."""
    os.environ["S2AND_SKIP_FASTTEXT"] = "1"
    from s2and.data import ANDData  # type: ignore[import-not-found]
    from s2and.production_model import (  # type: ignore[import-not-found]
        DEFAULT_PRODUCTION_MODEL_DIR,
        load_production_model,
    )

    names = {signature_id(name, paper): (name, paper) for name, held in blocks.items() for paper in held}
    signatures_of = {name: [signature_id(name, paper) for paper in held] for name, held in blocks.items()}
    records = {key: signature(blocks[name][paper], name) for key, (name, paper) in names.items()}
    needed = {paper for held in blocks.values() for paper in held}
    dataset = ANDData(
        signatures=records,
        papers={paper.id: paper_record(paper) for paper in corpus.papers if paper.id in needed},
        name="gold",
        mode="inference",
        load_name_counts=name_counts(corpus),
        use_orcid_id=False,
    )
    clusterer = load_production_model(str(DEFAULT_PRODUCTION_MODEL_DIR))
    distances = clusterer.make_distance_matrices(signatures_of, dataset)
    clusters, _ = clusterer.predict(signatures_of, dataset, dists=distances)
    groups: dict[str, dict[str, int]] = {name: {} for name in blocks}
    for number, members in enumerate(clusters.values()):
        for key in members:
            name, paper = names[key]
            groups[name][paper] = number
    return {"groups": groups, "pairs": {name: likeness(held, distances[name]) for name, held in blocks.items()}}


def likeness(papers: Iterable[str], distances: Iterable[float]) -> list[tuple[str, str, float]]:
    """Every two papers of a name with how alike they are; `distances` hold the upper triangle row by row."""
    pairs = combinations(papers, 2)
    return [(left, right, 1 - float(distance)) for (left, right), distance in zip(pairs, distances, strict=True)]


def main() -> None:
    """Ask s2and, and write what it says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for argument in ("corpus", "gold", "file"):
        parser.add_argument(argument, type=Path)
    parsed = parser.parse_args()
    corpus, gold = read(parsed.corpus), read_gold(parsed.gold)
    written = by_name(corpus)
    blocks = {name: authored(written[slug_of(name)]) for name in gold.names if slug_of(name) in written}
    parsed.file.write_text(json.dumps(answered(blocks, corpus)), encoding="utf-8")


if __name__ == "__main__":
    main()
