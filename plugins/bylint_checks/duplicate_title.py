"""
Two papers have one title, and their bylines say that something is wrong.

## Why it matters

One paper that is recorded twice counts twice on the pages of its authors. Where the two records do not list the same
people, or spell one of them otherwise, one record is wrong, and the other shows how: 2015.eamt-1.15 has four
authors, and W15-4914, which is the same paper, five.

## Example

    {"id": "x-1", "title": "A Paper That Was Submitted Twice", "volume": "x", "authors": [{"first": "Ada", "last": "Lovelace"}]}
    {"id": "x-2", "title": "A paper that was submitted twice.", "volume": "x", "authors": [{"first": "Ada", "last": "Lovelace"}]}

## What to do

Open both PDFs. In one volume, take one record out if they are one paper, or correct the title that belongs to the
other paper. Elsewhere, correct the byline that the PDF does not print.

## Quiet on

The same byline at two venues: a preprint, a journal version, a tutorial given again. People who joined or left between
two venues, for no record can tell who signed which version. There only a name that is spelled with other letters, at
the same place of two bylines that are otherwise alike, is found. An accent, an initial, a further given name or
another family name is no other spelling.

In one volume, papers of different length, as a paper and its summary; where no pages are given the finding is less
sure. Different people under a title of a few words, as the contributions to a panel.

Short titles, “Introduction”, “Concluding Remarks”, “Machine Translation”; titles that more than four papers have;
papers without authors; parts whose titles say which they are.

Two volumes that hold the same papers, as the proceedings of COLING-ACL 1998, which stand in the ACL Anthology as C98
and P98, are one finding; each paper whose bylines there list other people is one more.

In the ACL Anthology of October 2024, 696 titles stand more than once, and 40 findings come of them. All were read: of
the 24 that are sure enough for the gate the two records settle 22; of the others, four are volumes that do stand
twice, and twelve are pairs in one volume without pages, of which no record says whether they are one paper.
"""  # noqa: E501 - a record is one line

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from bylint import Corpus, Evidence, Finding, Paper, Severity, check
from bylint_checks._pages import page_count
from bylint_checks._two_bylines import Comparison, compared, letters

Pair = tuple[Paper, Paper]

_TELLING = 24
"""Bytes of a title in UTF-8, without spaces and signs, from which it is one paper's: a Han sign counts as three."""
_SINGULAR = 50
"""The same from which different people do not choose it."""
_FEW = 4
"""Papers that may have one title; with more it is a heading."""
_TWIN_PAPERS = 5
"""Papers that two volumes must share to be one volume twice, and half of the larger one's."""
_OF_VOLUMES = 0.6
"""Joint proceedings are sometimes kept twice on purpose."""
_LENGTH_UNKNOWN = 0.3
"""Where nothing tells a paper from its summary in the same volume."""


@check(Severity.WARNING, confidence=0.92)
def duplicate_title(corpus: Corpus) -> Iterator[Finding]:
    by_title = {title: held for title, held in _by_title(corpus).items() if 1 < len(held) <= _FEW}
    twins = _twins(corpus, by_title.values())
    for (first, second), pairs in twins.items():
        yield _of_twins(first, second, pairs)
    for title, held in by_title.items():
        for left, right in combinations(held, 2):
            bylines = compared(left.authorships, right.authorships)
            if left.volume_id is not None and left.volume_id == right.volume_id:
                yield from _in_one_volume(left, right, bylines, title)
            elif (left.volume_id, right.volume_id) in twins:
                yield from _in_twins(left, right, bylines)
            else:
                yield from _elsewhere(left, right, bylines)


def _by_title(corpus: Corpus) -> dict[str, list[Paper]]:
    """The signed papers under each telling title, in the order of the corpus."""
    found: dict[str, dict[str, Paper]] = {}
    for paper in corpus.papers:
        if paper.authorships and not paper.is_front_matter:
            title = letters(paper.title)
            if len(title) * 3 >= _TELLING:
                found.setdefault(title, {}).setdefault(paper.id, paper)
    return {title: list(held.values()) for title, held in found.items() if len(title.encode()) >= _TELLING}


def _twins(corpus: Corpus, same_title: Iterable[Sequence[Paper]]) -> dict[tuple[str | None, str | None], list[Pair]]:
    """The pairs of volumes that hold the same papers, with these papers."""
    shared: dict[tuple[str | None, str | None], list[Pair]] = {}
    for held in same_title:
        for left, right in combinations(held, 2):
            if left.volume_id and right.volume_id and left.volume_id != right.volume_id:
                shared.setdefault((left.volume_id, right.volume_id), []).append((left, right))
    shared = {volumes: pairs for volumes, pairs in shared.items() if len(pairs) >= _TWIN_PAPERS}
    if not shared:
        return {}
    size = Counter(paper.volume_id for paper in corpus.papers if paper.authorships and not paper.is_front_matter)
    return {
        volumes: pairs for volumes, pairs in shared.items() if 2 * len(pairs) >= max(size[volume] for volume in volumes)
    }


def _in_one_volume(left: Paper, right: Paper, bylines: Comparison, title: str) -> Iterator[Finding]:
    if not bylines.shared:
        if len(title.encode()) >= _SINGULAR:
            yield _finding(f"{left.id} and {right.id} have one title, and no author in common", left, right)
        return
    lengths = page_count(left.pages), page_count(right.pages)
    is_same_length = None not in lengths and lengths[0] == lengths[1]
    if bylines.only_left or bylines.only_right:
        if is_same_length:
            yield _finding(f"{left.id} and {right.id} have one title and share authors", left, right, bylines)
    elif is_same_length or None in lengths:
        message = f"{left.id} and {right.id} have one title and the same authors"
        yield _finding(message, left, right, bylines, None if is_same_length else _LENGTH_UNKNOWN)


def _in_twins(left: Paper, right: Paper, bylines: Comparison) -> Iterator[Finding]:
    if bylines.respelled or bylines.only_left or bylines.only_right:
        yield _finding(f"{left.id} and {right.id} are one paper with two bylines", left, right, bylines)


def _elsewhere(left: Paper, right: Paper, bylines: Comparison) -> Iterator[Finding]:
    """Names that are spelled in two ways, where the bylines are otherwise alike."""
    in_place = all(one.position == other.position for one, other in bylines.respelled)
    if bylines.respelled and in_place and not bylines.only_left and not bylines.only_right:
        message = f"{left.id} and {right.id} have one title, and spell an author in two ways"
        yield _finding(message, left, right, bylines)


def _of_twins(first: str | None, second: str | None, pairs: Sequence[Pair]) -> Finding:
    return Finding(
        message=f"{first} and {second} hold the same papers: {len(pairs)} titles stand in both",
        location=pairs[0][1].location,
        papers=tuple(paper.id for pair in pairs for paper in pair),
        about=f"volumes {first} {second}",
        confidence=_OF_VOLUMES,
        evidence=tuple(
            Evidence(text=f"{right.id} is {left.id}, “{left.title}”", kind="title", location=left.location)
            for left, right in pairs[:3]
        ),
    )


def _finding(
    message: str, left: Paper, right: Paper, bylines: Comparison | None = None, confidence: float | None = None
) -> Finding:
    return Finding(
        message=message,
        location=right.at("title"),
        papers=(left.id, right.id),
        about=f"{left.id} {right.id}",
        confidence=confidence,
        evidence=(
            Evidence(text=f"the title is “{left.title}”", kind="title", location=left.at("title")),
            *(_differences(left, right, bylines) if bylines else ()),
        ),
    )


def _differences(left: Paper, right: Paper, bylines: Comparison) -> Iterator[Evidence]:
    for one, other in bylines.respelled:
        text = f"{left.id} has “{one.name}”, {right.id} “{other.name}”"
        yield Evidence(text=text, kind="spelling", location=one.location)
    for paper, only in ((left, bylines.only_left), (right, bylines.only_right)):
        for authorship in only:
            text = f"only {paper.id} has “{authorship.name}”"
            yield Evidence(text=text, kind="missing-author", location=authorship.location)
