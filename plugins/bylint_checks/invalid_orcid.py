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
from functools import lru_cache

from bylint import Authorship, Finding, Severity, bare_orcid, check, orcid_check_digit

_NOBODY = "0000-0000-0000-0000"
"""What forms are filled with; no ORCID is below 0000-0001-5000-0007."""


@check(Severity.ERROR, confidence=1.0, needs=("orcid",))
def invalid_orcid(authorship: Authorship) -> Iterator[Finding]:
    if authorship.orcid is not None and (fault := _fault(authorship.orcid)):
        yield Finding(
            message=f"the ORCID “{authorship.orcid}” {fault}", location=authorship.at("orcid"), about=authorship.orcid
        )


@lru_cache(maxsize=1 << 16)
def _fault(text: str) -> str:
    """What is wrong with an ORCID; nothing where it is valid."""
    bare = bare_orcid(text)
    if bare is None:
        return "is not of the form 0000-0000-0000-000X"
    if bare == _NOBODY:
        return "is nobody's"
    expected = orcid_check_digit(bare[:-1])
    return "" if bare.endswith(expected) else f"does not end in {expected}, as its other digits ask for"
