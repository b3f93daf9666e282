"""
A paper has neither authors nor editors.

## Why it matters

A paper without a byline is on nobody's page. “EASY-M: Evaluation System for Multilingual Summarizers”, W19-8908, has
an abstract and ten pages, and no one who wrote them.

## Example

    {"id": "x-1", "title": "On Names", "abstract": "We name.", "volume": "x", "authors": []}
    {"id": "x-2", "title": "On Bylines", "volume": "x", "authors": [{"first": "Ada", "last": "Lovelace"}]}

## What to do

Copy the byline from the PDF. What nobody signed there stays as it is: put it into the baseline.

## Quiet on

The front matter of volumes. What is seldom signed: indexes, advertisements, announcements, calls for papers,
programmes and minutes, lists of participants, errata, appendices, prefaces, “Briefly Noted”, “Books Received”, a
society's newsletter. Of the 706 unsigned papers in the ACL Anthology of October 2024, 582 are such matter. Reviews and
letters to the editor are not among it, for nearly all of them are signed. Titles in other languages than English are
judged as those of papers.

A volume with more than three such papers is one finding, as that of the project descriptions in 2012.eamt-1. Whether
the PDF of such a paper names anybody, no record can tell: of 48 that were read, 17 are papers that somebody signed by
all that the rest of the volume shows. At the gate are only a paper with an abstract, and a review whose title says by
whom it is; all eight of these were right.
"""

import re
from collections.abc import Iterator, Sequence

from bylint import Corpus, Finding, Paper, Severity, check
from bylint_checks._evidence import titled
from bylint_checks._volumes import by_volume

_UNSIGNED = re.compile(
    r"""
    (?:
        (?:[\w-]+\ ){0,3} (?:(?:index(?:es)?|list\ of|membership)\b | (?:committees?|participants|schedule|agenda)$)
      | advertis(?:e?ments?|ing)\b | briefly\ noted | (?:books?|publications?)\ (?:rec(?:ei|ie)ved|awaiting)
      | (?:[\w-]+\ )?announc(?:ements?|ing)\b | calls?\ for\b | calendar\ of | minutes\ of | bulletin\b
      | (?:table\ of\ )?contents\b | exhibitors$ | program(?:me)?s?(?:\ (?:of|for)\b|$)
      | abstracts\ of\ current | (?:[\w-]+\ )?(?:errat|corrigend)(?:a|um)\b
      | correction\ to | appendi(?:x|ces)\b | (?:the\ )?finite\ string | reviewers\ for | guidelines\ for\ submi
      | tutorials$ | (?:student|poster)\ session$ | biographical\ notes | personal\ notes | questions\ and\ discussion
      | (?:transcript|summary)\ of\ (?:the\ )?discussions? | pr[eé]faces?\b | foreword\b | welcome\ to | proceedings\ of
      | contributed\ papers | (?:the\ )?panels$ | reports\ from | mt\ news\ international | copyright\ information
      | site\ report | no\ english\ translation | information\ on | titles\ from | .*\binteractive\ posters
      | international\ conference\ on | .*\bbibliography
    )
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""How a title, or the part after a colon, a full stop or a parenthesis, begins where it is no paper's."""
_PARTS = re.compile(r"[:(.]\s*")
_REVIEWER = re.compile(r"\breviewed by\b", re.IGNORECASE)
_UNSURE = 0.4
"""Where nothing in the record says that somebody signed the paper."""


@check(Severity.ERROR, confidence=0.97)
def missing_authors(corpus: Corpus) -> Iterator[Finding]:
    papers = [paper for paper in corpus.papers if not paper.is_front_matter]
    signed = {paper.volume_id for paper in papers if paper.authorships or paper.editors}
    unsigned = (("", paper) for paper in papers if not (paper.authorships or paper.editors) and not _is_matter(paper))
    for _, held in by_volume(unsigned):
        yield _finding(held, is_whole=held[0].volume_id not in signed)


def _is_matter(paper: Paper) -> bool:
    """Whether a paper is called like what nobody signs."""
    return any(map(_UNSIGNED.match, _PARTS.split(paper.title)))


def _is_signed(paper: Paper) -> bool:
    """Whether the record shows that the paper has a byline: by an abstract, or by a reviewer's name in the title."""
    return bool(paper.abstract or _REVIEWER.search(paper.title))


def _finding(papers: Sequence[Paper], *, is_whole: bool) -> Finding:
    first, count = papers[0], len(papers)
    who = f"{'all ' if is_whole else ''}{count} papers of {first.volume_id} have" if count > 1 else f"{first.id} has"
    return Finding(
        message=f"{who} neither authors nor editors",
        location=first.location,
        papers=tuple(paper.id for paper in papers),
        about=f"volume {first.volume_id}" if count > 1 else first.id,
        evidence=tuple(map(titled, papers[:3])),
        confidence=None if all(map(_is_signed, papers)) else _UNSURE,
    )
