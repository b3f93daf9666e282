"""
An ORCID is malformed, or its last sign does not fit.

## Why it matters

Such an identifier is nobody's: it leads to no person, and whoever it was meant for is found by name alone.

## Example

    {"id": "x-1", "authors": [{"first": "Yi", "last": "Zhou", "orcid": "0000-0002-1825-0098"}]}

## What to do

Look the person up at orcid.org and write the identifier again; take it out where there is none.

## Quiet on

An address, `https://orcid.org/0000-0002-1825-0097`, and a small `x` at the end.
"""

from collections.abc import Iterator

from bylint import Authorship, Finding, Severity, check
from bylint_checks._orcids import bare_orcid, check_sign

_NOBODY = "0000-0000-0000-0000"
"""What forms are filled with; no ORCID is below 0000-0001-5000-0007."""


@check(Severity.ERROR, confidence=1.0)
def invalid_orcid(authorship: Authorship) -> Iterator[Finding]:
    if authorship.orcid is None:
        return
    problem = _problem(authorship.orcid)
    if problem:
        yield Finding(message=f"“{authorship.orcid}” is no ORCID: {problem}", location=authorship.at("orcid"))


def _problem(text: str) -> str:
    bare = bare_orcid(text)
    if bare is None:
        return "it is not four groups of four digits"
    if bare == _NOBODY:
        return "it has zeros only"
    expected = check_sign(bare)
    return "" if bare.endswith(expected) else f"the digits before the last one ask for {expected} at the end"
