"""
The people of a byline are listed twice, in two scripts.

## Why it matters

A paper that prints “Tuerxun Tunike” and “吐尔逊 吐妮可” has one author of that name. Listed twice, everybody is an
author of the paper two times over, the second time on a page that no reader will connect with the first, or on
the same page, which then counts the paper twice.

## Example

    {"id": "x-1", "authors": [{"first": "Qilong", "last": "Jia"}, {"first": "Yan", "last": "Rao"}, {"first": "启龙", "last": "贾"}, {"first": "燕", "last": "饶"}]}

## What to do

Move each name of the second list to its author, as the form in that script (`<variant script="hani">` in the
Anthology's XML), and take the second list out of the byline.

## Quiet on

A byline in one script, whichever it is. A single name in another script among many, which is another fault. Two lists
of different lengths, for then they may well be different people: one name may be missing on either side, more in a
list of ten and over. Two names alone, unless one is the other letter by letter, or is listed as its form in that
script.

All four papers of the ACL Anthology whose bylines were so were found, and nothing else.
"""  # noqa: E501 - a record is one line

from collections.abc import Iterator

from bylint import Evidence, Finding, Paper, Severity, check
from bylint_checks._two_scripts import two_scripts
from bylint_checks._wording import counted

_UNSUPPORTED = 0.7
"""Where two lists of one length stand side by side, and no name of the one is seen to be in the other."""


@check(Severity.ERROR, confidence=0.97)
def byline_in_two_scripts(paper: Paper) -> Iterator[Finding]:
    for byline in paper.bylines:
        halves = two_scripts(byline)
        if halves is None:
            continue
        first, second = sorted((halves.latin, halves.other), key=lambda half: half[0].position)
        latin, other = counted(len(halves.latin), "name"), len(halves.other)
        yield Finding(
            message=f"the byline has {latin} in Latin letters and {other} in another script",
            location=second[0].location,
            authorships=second,
            confidence=None if halves.same else _UNSUPPORTED,
            about=byline[0].role,
            evidence=(
                Evidence(text=f"the other list begins here, with “{first[0].name}”", location=first[0].location),
                *(
                    Evidence(text=f"“{right.name}” is “{left.name}”", kind="same-name", location=right.location)
                    for left, right in halves.same
                ),
            ),
        )
