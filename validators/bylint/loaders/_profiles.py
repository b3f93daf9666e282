"""Names in bylines beside what the same record says of them elsewhere: profiles, and a second byline."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from bylint.checks import declare
from bylint.finding import Finding, Severity
from bylint.model import Authorship, Name
from bylint.names import difference, scripts, words

BYLINE_DIFFERS_FROM_PROFILE = declare(
    "byline-differs-from-profile",
    Severity.WARNING,
    """
A name in a byline could not be that of the profile which the authorship was given to.

## Why it matters

The paper stands on the page of somebody whose name is not the printed one. Either it belongs to another person, or the
person has changed their name, or the byline holds something else than a name.

## What to do

Look at the profile and at the paper. Give the authorship to the right profile, or enter the printed name there.

## Quiet on

Other forms of one name: initials, short forms, a missing given name, other letters, another order of the same
words, another script.
""",
)
BYLINE_DIFFERS_FROM_BIBTEX = declare(
    "byline-differs-from-bibtex",
    Severity.WARNING,
    """
A record has its byline twice, and the two differ.

## Why it matters

The one is shown on the page, and the other is what people cite. A name lost its particle, its accents or its order on
the way from the one to the other: “van den Borne, Eva” became “Borne”.

## What to do

Correct the one that is not as printed on the paper.

## Quiet on

Accents, capitals, and other ways to divide the same words.
""",
)
_OTHERS = frozenset({"", "other given names", "other surnames", "other further given names"})


def bibtex_findings(authorship: Authorship, names: Sequence[Name], size: int) -> Iterator[Finding]:
    """The finding for an authorship that is another name in BibTeX, or for a byline of another length there.

    `size` is how many names the byline has.
    """
    place, told = authorship.location, ""
    if len(names) != size:
        if authorship.position == 1:
            place, told = place._replace(position=0), f"the byline has {size} names, and {len(names)} in BibTeX"
    elif sorted(words(str(names[authorship.position - 1]))) != sorted(words(str(authorship.name))):
        told = f"“{authorship.name}” is “{names[authorship.position - 1]}” in BibTeX"
    if told:
        yield Finding(
            check=BYLINE_DIFFERS_FROM_BIBTEX.id, message=told, location=place, confidence=0.9, about=str(place[1:4])
        )


@lru_cache(maxsize=1 << 15)
def _are_others(name: Name, profile: Name) -> bool:
    """Whether two names can be read, and could not be one person's."""
    is_readable = not scripts(str(name)).isdisjoint(scripts(str(profile)))
    return is_readable and difference(name, profile) in _OTHERS


def profile_findings(authorship: Authorship, profile: Name) -> Iterator[Finding]:
    """The finding for an authorship, where its name and the profile's could not be one person's."""
    if _are_others(authorship.name, profile):
        yield Finding(
            check=BYLINE_DIFFERS_FROM_PROFILE.id,
            message=f"“{authorship.name}” is printed, and the profile {authorship.person_id} is “{profile}”",
            location=authorship.location,
            confidence=0.7,
            about=f"{authorship.paper_id} {authorship.role} {authorship.position}",
        )
