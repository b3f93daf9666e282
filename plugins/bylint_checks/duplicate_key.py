"""
Two records have one citation key.

## Why it matters

A citation reaches only one of them: BibTeX refuses the second, biber keeps one of the two, and a program that reads two
files keeps whichever comes first. Keys that differ in capitals alone are one key to BibTeX.

## Example

    {"id": "x-1", "title": "One", "key": "quill-2099"}
    {"id": "x-2", "title": "Other", "key": "quill-2099"}

## What to do

Take out the record that repeats the other, or give it a key of its own. Where two files hold the same work, keep it in
one of them, or leave both if nothing ever reads the two together.

## Quiet on

Records without a key. One work in two files is less sure: a file for every article, each with a copy, is a habit that
works. Works are one if they have one DOI, or else one title, up to signs, accents and capitals.

In 22 public files of BibTeX, 37 keys stand more than once in their file. 99 stand in two files or three: 98 of them for
one work, because one project tests with the other's file, and one for two works.
"""

from collections.abc import Iterator, Sequence

from bylint import Corpus, Evidence, Finding, Paper, Severity, check
from bylint_checks._two_bylines import letters

_TWO_WORKS = 0.9
"""In two files, which need never be read together."""
_ONE_WORK = 0.4


@check(Severity.ERROR, confidence=0.98, needs=("key",))
def duplicate_key(corpus: Corpus) -> Iterator[Finding]:
    papers: dict[str, list[Paper]] = {}
    for paper in corpus.papers:
        if paper.key:
            papers.setdefault(paper.key.lower(), []).append(paper)
    for key, held in papers.items():
        if len(held) > 1:
            yield _of_one_key(key, held)


def _of_one_key(key: str, papers: Sequence[Paper]) -> Finding:
    first, *others = papers
    paths = list(dict.fromkeys(paper.path for paper in papers))
    confidence = None
    if len(paths) == len(papers):
        confidence = _ONE_WORK if all(_are_one(first, other) for other in others) else _TWO_WORKS
    where = f"in {len(paths)} files" if len(paths) == len(papers) else _times(len(papers))
    spellings = [paper.key for paper in others if paper.key != first.key]
    told = f", as “{spellings[0]}” in other capitals" if spellings else ""
    return Finding(
        message=f"the key “{first.key}” stands {where}{told}",
        location=others[0].at("key"),
        about=key,
        papers=tuple(dict.fromkeys(paper.id for paper in papers)),
        confidence=confidence,
        evidence=tuple(_title(paper) for paper in papers),
    )


def _title(paper: Paper) -> Evidence:
    return Evidence(text=f"{paper.key} is “{paper.title}”", kind="title", location=paper.at("key"), papers=(paper.id,))


def _times(count: int) -> str:
    return "twice" if count == 2 else f"{count} times"


def _are_one(left: Paper, right: Paper) -> bool:
    """Whether two records are of one work: those of one DOI, and else those of one title."""
    if left.doi and right.doi:
        return left.doi.lower() == right.doi.lower()
    return letters(left.title) == letters(right.title)
