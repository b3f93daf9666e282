"""
A byline is far longer than those of the other papers.

## Why it matters

Hundreds of authors are sometimes a programme committee, the speakers of a conference or a volume's author index that
was copied into a record. Where the list is right, it is still the one that deserves a second look: its tail is seldom
read.

## Example

    {"id": "x-1", "authors": [{"last": "A0"}, {"last": "A1"}, {"last": "A2"}, {"last": "A3"}, {"last": "A4"}, {"last": "A5"}, {"last": "A6"}, {"last": "A7"}, {"last": "A8"}, {"last": "A9"}, {"last": "B0"}, {"last": "B1"}, {"last": "B2"}, {"last": "B3"}, {"last": "B4"}, {"last": "B5"}, {"last": "B6"}, {"last": "B7"}, {"last": "B8"}, {"last": "B9"}, {"last": "C0"}, {"last": "C1"}, {"last": "C2"}, {"last": "C3"}, {"last": "C4"}, {"last": "C5"}, {"last": "C6"}, {"last": "C7"}, {"last": "C8"}, {"last": "C9"}, {"last": "D0"}, {"last": "D1"}, {"last": "D2"}, {"last": "D3"}, {"last": "D4"}, {"last": "D5"}, {"last": "D6"}, {"last": "D7"}, {"last": "D8"}, {"last": "D9"}, {"last": "E0"}, {"last": "E1"}, {"last": "E2"}, {"last": "E3"}, {"last": "E4"}, {"last": "E5"}, {"last": "E6"}, {"last": "E7"}, {"last": "E8"}, {"last": "E9"}]}

## What to do

Compare the first page of the PDF. Where a consortium signed, its members may belong to an appendix.

## Quiet on

Bylines that are usual in the corpus: up to twice as long as all but one in a thousand. Overviews of shared tasks,
findings of evaluation campaigns and surveys, which many people sign. The editors of a volume.

In the ACL Anthology of October 2024 nine bylines are found, the longest the 125 authors of
2023.nejlt-1.5; no record says that one of them is wrong. So this is a note for a reviewer, and never for the gate.

## Options

`least`, 50: shorter bylines are left alone in any corpus.
"""  # noqa: E501 - a record is one line

import re
from collections.abc import Iterator

from bylint import Corpus, Evidence, Finding, Options, Severity, check

_MANY_SIGN = re.compile(r"\b(?:shared tasks?|findings of|overview|survey|evaluation campaign|semeval)\b", re.IGNORECASE)
_USUAL = 0.999
"""The share of bylines that say what is usual."""
_FACTOR = 2
"""From so many times the longest usual byline on, one is huge."""


class Length(Options):
    """How long a byline may be."""

    least: int = 50
    """Shorter bylines are left alone in any corpus."""


@check(Severity.NOTE, confidence=0.1)
def huge_byline(corpus: Corpus, length: Length) -> Iterator[Finding]:
    papers = [paper for paper in corpus.papers if len(paper.authorships) and not paper.is_front_matter]
    lengths = sorted(len(paper.authorships) for paper in papers)
    usual = lengths[int(len(lengths) * _USUAL) - 1] if len(lengths) > 1 else 0
    huge = max(length.least, usual * _FACTOR)
    for paper in papers:
        if len(paper.authorships) >= huge and not _MANY_SIGN.search(paper.title):
            yield Finding(
                message=f"{paper.id} lists {len(paper.authorships)} authors",
                location=paper.location,
                papers=(paper.id,),
                evidence=(
                    Evidence(
                        text=f"999 of 1,000 papers here list {usual} or fewer",
                        kind="usual-length",
                        location=paper.authorships[-1].location,
                    ),
                ),
            )
