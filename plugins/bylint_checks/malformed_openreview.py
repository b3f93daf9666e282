"""
An OpenReview id is not of the form that OpenReview gives.

## Why it matters

Such an id is nobody's: the profile cannot be opened, and no ORCID or affiliation can be fetched by it. Two spellings of
one id do not meet, so that papers of one person are taken for papers of two.

## Example

    {"id": "x-1", "authors": [{"first": "Can", "last": "Baytekin", "openreview": "~Can_Baytekin"}]}

## What to do

Open the person's profile at openreview.net and copy the id from its address, `~First_Last1`. Every one ends in a
number, also where nobody else has the name; which number it is cannot be guessed.

## Quiet on

Letters of any script, hyphens, dots and apostrophes: `~G._Çağatay_Sat1`, `~Klaudia-Doris_Thellmann1`, `~陈_平1`,
`~Siobhán_O’Brien2`. One name only, `~Abdullah1`. High numbers, `~Tong_Wu52`.

An address, `https://openreview.net/profile?id=%7ETong_Wu52`, is reported with the id that is in it as a fix to
accept. No corpus at hand has the attribute, so the confidence is an estimate; the form is the one that OpenReview's
own programs ask for, a tilde at the beginning and a digit at the end.
"""

import re
from collections.abc import Iterator

from bylint import Applicability, Authorship, Change, Finding, Fix, Location, Severity, check

_WELL_FORMED = re.compile(r"~(?=[^0-9]*[^\W\d_])[^\s~@/?&=%#]*[^\s~@/?&=%#_0-9][1-9][0-9]*")
_WITHOUT_NUMBER = re.compile(r"~[^\s~@/?&=%#0-9]+")
_IN_ADDRESS = re.compile(r"(?:[^\s]*[?&]id=)?(~[^&#]+)(?:[&#].*)?")


@check(Severity.WARNING, confidence=0.95, fixes=Applicability.SUGGEST, needs=("openreview",))
def malformed_openreview(authorship: Authorship) -> Iterator[Finding]:
    written = authorship.openreview
    if written is None or _WELL_FORMED.fullmatch(written):
        return
    inside = _inside(written)
    yield Finding(
        message=f"the OpenReview id “{written}” {_fault(written, inside)}",
        location=authorship.at("openreview"),
        about=written,
        fix=Fix(changes=(Change(Location(field="openreview"), written, inside),)) if inside else None,
    )


def _fault(written: str, inside: str) -> str:
    if inside:
        return f"is written otherwise than “{inside}”"
    if _WITHOUT_NUMBER.fullmatch(written):
        return "does not end in a number"
    return "is not of the form ~First_Last1"


def _inside(written: str) -> str:
    """The well-formed id in an address, in percent signs or between spaces; empty where there is none."""
    from urllib.parse import unquote

    match = _IN_ADDRESS.fullmatch(unquote(written).strip())
    return match[1] if match and _WELL_FORMED.fullmatch(match[1]) else ""
