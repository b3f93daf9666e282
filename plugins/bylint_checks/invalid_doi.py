"""
A DOI is not written as one.

## Why it matters

A DOI becomes a link by having `https://doi.org/` put before it. With an address before it already, with a sign too
many or without its beginning, the link leads nowhere, and whoever looks for papers by their DOI does not find this
one.

## Example

    {"id": "x-1", "title": "T", "doi": "https://doi.org/10.3384/nejlt.2000-1533.2021.3874"}
    {"id": "x-2", "title": "T", "doi": "doi:10.1162/COLI_a_00239"}
    {"id": "x-3", "title": "T", "doi": "0.26615/978-954-452-046-5_001"}

## What to do

Write the bare DOI, which begins with `10.`. Where only an address or a space has to go, bylint can do it. A handle
(`hdl.handle.net`) or another address is no DOI; it belongs into the record's URL. A volume with one fault in more than
three of its records is one finding.

## Quiet on

Signs that look odd and are allowed, as in `10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2`.
Whether a DOI exists, and whether it is this paper's, is not asked.
"""

import re
from collections.abc import Iterator

from bylint import Applicability, Change, Corpus, Finding, Fix, Paper, Severity, check
from bylint_checks._volumes import by_volume

_FORM = re.compile(r"10\.[0-9]{4,9}(?:\.[0-9]+)*/\S*[^\s.,;]")
_ADDRESS = re.compile(r"(?:https?://)?(?:dx\.|www\.)?doi\.org/(?:doi:)?|doi:\s*", re.IGNORECASE)
_ANY_ADDRESS = re.compile(r"[a-z]+://", re.IGNORECASE)
_TOLD = {
    "address": "has an address before it",
    "other-address": "is the address of something else",
    "space": "has a space around it",
    "stop": "ends in a stop",
    "first-sign": "has lost its first sign",
    "form": "is not of the form 10.1234/abc",
}
"""The faults, in a word and in words."""


@check(Severity.WARNING, confidence=0.98, fixes=Applicability.SAFE, needs=("doi",))
def invalid_doi(corpus: Corpus) -> Iterator[Finding]:
    faulty = ((fault, paper) for paper in corpus.papers if paper.doi and (fault := _fault(paper.doi)))
    for fault, papers in by_volume(faulty):
        first = papers[0]
        of_all = f"; so is it on {len(papers)} records of {first.volume_id}" if len(papers) > 1 else ""
        yield Finding(
            message=f"the DOI “{first.doi}” of {first.id} {_TOLD[fault]}{of_all}",
            location=first.at("doi"),
            about=f"{first.volume_id if of_all else first.id} {fault}",
            papers=tuple(paper.id for paper in papers),
            fix=_fix(papers),
        )


def _fault(doi: str) -> str:
    """What is wrong with the form of a DOI, a key of _TOLD; empty where it is right."""
    if _FORM.fullmatch(doi):
        return ""
    bare = doi.strip()
    tried = {
        "address": _ADDRESS.match(bare),
        "other-address": _ANY_ADDRESS.match(bare),
        "space": _FORM.fullmatch(bare),
        "stop": _FORM.fullmatch(bare.rstrip(".,;")),
        "first-sign": _FORM.fullmatch(f"1{bare}"),
    }
    return next((fault for fault, match in tried.items() if match), "form")


def _fix(papers: tuple[Paper, ...]) -> Fix | None:
    """What makes each of the DOIs right; safe where the DOI itself stays as it is."""
    mended = [(paper, *_mended(paper.doi or "")) for paper in papers]
    if not all(_FORM.fullmatch(new) for _, new, _ in mended):
        return None
    changes = tuple(Change(paper.at("doi"), paper.doi or "", new) for paper, new, _ in mended)
    is_safe = all(keeps for _, _, keeps in mended)
    return Fix(changes=changes, applicability=Applicability.SAFE if is_safe else Applicability.SUGGEST)


def _mended(doi: str) -> tuple[str, bool]:
    """A DOI without what stands around it, and whether it is still the same one."""
    bare = doi.strip()
    address = _ADDRESS.match(bare)
    bare = bare[address.end() :] if address else bare
    if _FORM.fullmatch(bare):
        return bare, True
    return (bare.rstrip(".,;") if bare.startswith("10.") else f"1{bare}"), False
