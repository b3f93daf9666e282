"""
An affiliation is the name of an author.

## Why it matters

Where a form asks for name and affiliation, people put a name into the wrong box. The true affiliation is missing then,
and what tells namesakes apart best is a name again.

## Example

    {"id": "x-1", "title": "T", "authors": [{"first": "Ada", "last": "Lovelace", "affiliations": ["Ada Lovelace"]}]}

## What to do

Copy the affiliation from the first page of the paper; if there is none, take the name out.

## Quiet on

A name that nobody in the corpus has, and a name of one word, which may well be a company's.
"""

from collections.abc import Iterator

from bylint import Authorship, Evidence, Finding, Name, Names, Severity, check


@check(Severity.WARNING)
def name_as_affiliation(authorship: Authorship, names: Names) -> Iterator[Finding]:
    for affiliation in authorship.affiliations:
        name = next((name for name in readings(affiliation) if name in names), None)
        if name is not None:
            first, count = names.authorships(name)[0], names.count(name)
            yield Finding(
                message=f"the affiliation “{affiliation}” of {authorship.name} is an author's name",
                location=authorship.at("affiliation"),
                evidence=(Evidence(text=f"{name} signs here, {count} × in all", location=first.location),),
                about=affiliation,
            )


def readings(text: str) -> Iterator[Name]:
    """Every name that a text can be read as, with a first and a last name."""
    words = text.split()
    for cut in range(1, len(words)):
        yield Name(" ".join(words[:cut]), " ".join(words[cut:]))
