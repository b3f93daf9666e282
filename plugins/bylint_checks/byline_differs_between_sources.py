"""
Another source has another byline for the paper.

## Why it matters

Two records of one paper cannot both be right where one has an author more, another order, or somebody else. Whoever
is missing is not credited; whoever is there by mistake has a paper on their page that is not theirs.

## Example

    {"id": "x-1", "title": "A Grammar of Moving Things", "doi": "10.1162/x.2020.1", "year": 2020, "authors": [{"first": "Ada", "last": "Lovelace"}, {"first": "Mary", "last": "Somerville"}]}

Beside:

    {"id": "W1", "title": "A grammar of moving things", "doi": "https://doi.org/10.1162/X.2020.1", "year": 2020, "authors": [{"first": "A.", "last": "Lovelace"}, {"first": "Mary", "last": "Somerville"}, {"first": "Charles", "last": "Babbage"}]}

## What to do

Open the PDF. Correct the record that does not say what is printed there; where both are of printed versions that
differ, waive the finding.

## How it decides

Other sources are what `bylint check` was given beside the bibliography. A record there is of the same paper if it has
its DOI, or else its title: in the same year and with an author in common, or a year apart and with the same authors. The
authors of both are held against each other by name and place. Told are authors that one of the two lacks, another
name in the same place, another order, and, less surely, names that are a letter or two apart. A record with the same
DOI is surer than one with the same title, which may be another version; one other source that agrees with the
bibliography makes the finding less sure.

COLING-ACL 1998 stands twice in the ACL Anthology of October 2024, and so do EAMT 2015 and TINLAP-2. Taken as two
sources, 303 papers of them are joined, and 8 have another byline: two records of one paper, so one of the two is wrong;
2 more have a slip of letters in a name, “Prbszeky” and “Nisinmra”. Of 80 papers whose title stands at another venue in the
same year or the next, 6 have another byline there, which may be right for both. So 8 of 14 are right, all joined by their
titles; the PDFs were not opened. The confidences of a DOI and of a slip are estimates. Of 756 changes that were made on
purpose in works in the shape of OpenAlex's 751 are told, and nothing of 7,760 bylines that nobody changed.

## Quiet on

One name written in two ways: initials, accents, another script, a middle name more or less, first and last name in the
other order, a further surname, short forms, “ü” written as “ue”. Another surname with the same given name in the same
place, which is mostly a name that somebody took. A list that is the beginning of the other and lacks two authors or more, and one with “et
al.” or “others”: it was cut. Groups, which some sources list and others do not. A record without authors.

The message for public logs leaves the names out where one place has two given names: whoever changed theirs may not
want it told.
"""  # noqa: E501 - a record is one line

from collections.abc import Iterator, Sequence

from bylint import Evidence, Finding, Paper, Severity, Twin, Twins, check
from bylint_checks._other_bylines import SPELLING, Difference, differences, share_of_others
from bylint_checks._wording import counted, listed

_BY_TITLE, _SPELT, _CONTRADICTED, _OTHER_PEOPLE = 0.6, 0.5, 0.4, 0.3
_MOSTLY = 0.5


@check(Severity.WARNING, confidence=0.8)
def byline_differs_between_sources(paper: Paper, twins: Twins) -> Iterator[Finding]:
    held = twins.of(paper)
    told = [(twin, found) for twin in held if (found := differences(paper, twin))]
    if told:
        yield _finding(paper, told, agreeing=len(held) - len(told))


def _finding(paper: Paper, told: Sequence[tuple[Twin, Sequence[Difference]]], agreeing: int) -> Finding:
    twin, found = told[0]
    here = next((one.here for one in found if one.here), None)
    own = [one.here for _, of_source in told for one in of_source if one.here]
    is_open = not any(one.tells_two_names for _, of_source in told for one in of_source)
    return Finding(
        message=f"another byline in {twin.source}: {listed((one.text for one in found), 2)}",
        discreet_message="" if is_open else f"another byline in {twin.source}: {counted(len(found), 'difference')}",
        location=here.location if here else paper.location,
        authorships=tuple({one.position: one for one in own}.values()),
        papers=(paper.id,),
        confidence=_confidence(paper, told, agreeing),
        about=paper.id,
        evidence=(
            *(
                Evidence(text=f"{source}: {one.text}", kind=one.kind, location=one.there)
                for (source, _), of_source in told
                for one in of_source
            ),
            *_joined_by(paper, [twin for twin, _ in told]),
        ),
    )


def _confidence(paper: Paper, told: Sequence[tuple[Twin, Sequence[Difference]]], agreeing: int) -> float | None:
    """None for the check's own."""
    if all(share_of_others(found, paper, twin) > _MOSTLY for twin, found in told):
        return _OTHER_PEOPLE
    if agreeing:
        return _CONTRADICTED
    if all(one.kind == SPELLING for _, found in told for one in found):
        return _SPELT
    return None if any(_has_its_doi(twin, paper) for twin, _ in told) else _BY_TITLE


def _has_its_doi(twin: Twin, paper: Paper) -> bool:
    """Records that are joined and both have a DOI have the same one."""
    return bool(paper.doi and twin.paper.doi)


def _joined_by(paper: Paper, twins: Sequence[Twin]) -> Iterator[Evidence]:
    """What says that the records are of one paper."""
    for source, record in twins:
        what = f"the DOI {record.doi}" if paper.doi and record.doi else f"the title “{record.title}”"
        year = f" of {record.year}" if record.year not in {None, paper.year} else ""
        text = f"{record.id}{year} in {source} has {what}"
        yield Evidence(text=text, kind="same-paper", location=record.location)
