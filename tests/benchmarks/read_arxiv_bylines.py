"""
The bylines of arXiv's snapshots as bylint parts them, beside how arXiv parted them.

    python tests/benchmarks/read_arxiv_bylines.py SNAPSHOT ...

A record of a snapshot has its byline twice: as it was typed, which is all that `arXivRaw` has, and as lists of arXiv's own
making. Names are compared without spaces and full stops, because arXiv writes “V. N.” for “V.N.”, then their last names,
then affiliations where arXiv found any that are more than the number of a list.
"""

import argparse
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

from bylint.loaders._arxiv import authors_in, without_keys


def bare(text: str) -> str:
    """A name without spaces and full stops."""
    return re.sub(r"[\s.]", "", text)


def compare(record: Any, counts: Counter[str]) -> None:
    """Count what one record has twice; print a name that is not the same."""
    ours = authors_in(record["authors"])
    theirs = [row for row in record["authors_parsed"] if row[0] != ":"]
    counts.update(bylines=1, names=len(theirs))
    if len(ours) != len(theirs):
        print(f"{record['id']}: {len(ours)} names for {len(theirs)}")  # noqa: T201
        return
    for author, (last, first, suffix, *affiliations) in zip(ours, theirs, strict=True):
        is_same = bare(str(author.name)) == bare(f"{first} {last} {suffix}")
        counts["alike"] += is_same
        counts["parted alike"] += is_same and bare(author.name.last) == bare(last + suffix)
        if not is_same or bare(author.name.last) != bare(last + suffix):
            print(f"{record['id']}: {author.name.first}|{author.name.last} is {first}|{last} {suffix}")  # noqa: T201
        if known := without_keys(affiliations):
            counts["with affiliations"] += 1
            counts["affiliations alike"] += author.affiliations == known


def main() -> None:
    """Print every difference, and the counts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    counts: Counter[str] = Counter()
    for path in parser.parse_args().files:
        for line in path.read_text(encoding="utf-8").splitlines():
            compare(json.loads(line), counts)
    print(", ".join(f"{count} {what}" for what, count in counts.items()))  # noqa: T201


if __name__ == "__main__":
    main()
