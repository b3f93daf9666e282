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

A volume in which no paper is signed is one finding, and so is one in which five papers or more are not, as the project
descriptions in 2012.eamt-1. Whether the PDF of such a paper names anybody, no record can tell. At the gate are only a
paper with an abstract, and a review whose title says by whom it is.
"""

import re
from collections.abc import Iterator, Sequence

from bylint import Corpus, Evidence, Finding, Paper, Severity, check

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
_MANY = 5
"""From so many unsigned papers on, a volume is one finding."""
_UNSURE = 0.4
"""Where nothing in the record says that somebody signed the paper."""


@check(Severity.ERROR, confidence=0.97)
def missing_authors(corpus: Corpus) -> Iterator[Finding]:
    unsigned: dict[str | None, list[Paper]] = {}
    signed: set[str | None] = set()
    for paper in corpus.papers:
        if paper.authorships or paper.editors:
            signed.add(paper.volume_id if not paper.is_front_matter else None)
        elif not paper.is_front_matter and not any(map(_UNSIGNED.match, _PARTS.split(paper.title))):
            unsigned.setdefault(paper.volume_id, []).append(paper)
    for volume_id, papers in unsigned.items():
        is_whole = len(papers) > 1 and volume_id not in signed
        if volume_id is not None and (is_whole or len(papers) >= _MANY):
            yield _of_volume(volume_id, papers, is_whole=is_whole)
        else:
            yield from map(_of_paper, papers)


def _of_paper(paper: Paper) -> Finding:
    return Finding(
        message=f"{paper.id} has neither authors nor editors",
        location=paper.location,
        papers=(paper.id,),
        about=paper.id,
        evidence=(Evidence(text=f"its title is “{paper.title}”", kind="title", location=paper.at("title")),),
        confidence=None if _is_signed(paper) else _UNSURE,
    )


def _is_signed(paper: Paper) -> bool:
    """Whether the record shows that the paper has a byline: by an abstract, or by a reviewer's name in the title."""
    return bool(paper.abstract or _REVIEWER.search(paper.title))


def _of_volume(volume_id: str, papers: Sequence[Paper], *, is_whole: bool) -> Finding:
    which = f"all {len(papers)} papers" if is_whole else f"{len(papers)} papers"
    return Finding(
        message=f"{which} of {volume_id} have neither authors nor editors",
        location=papers[0].location,
        papers=tuple(paper.id for paper in papers),
        about=f"volume {volume_id}",
        evidence=tuple(
            Evidence(text=f"{paper.id} is “{paper.title}”", kind="title", location=paper.location)
            for paper in papers[:3]
        ),
        confidence=None if all(map(_is_signed, papers)) else _UNSURE,
    )
