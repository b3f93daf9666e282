"""
An author's name is not among the names of the person whom their id or ORCID says they are.

## Why it matters

Either the name is missing from the person's entry, or the id is somebody else's and the paper is on a wrong page.

## Example

    {"person": "wei-ai-umich", "names": [{"first": "Wei", "last": "Ai"}]}
    {"id": "x-1", "authors": [{"first": "Hao", "last": "Ai", "id": "wei-ai-umich"}]}

## What to do

Look at the paper. If it is that person's, correct the name where it is misspelt, or list it in the people database. If
not, correct the id.

## Quiet on

Names that are listed, letter for letter: a page is built from the exact names. A name that only shortens a listed one,
`A. Joshi` for `Aravind Joshi`, is reported with little confidence, because many repositories give such an authorship
its id so as not to list the short form.

The message for public logs leaves the names out: somebody who changed theirs need not be read about there.
"""

from collections.abc import Iterator

from bylint import Assignment, Authorship, Evidence, Finding, Name, Severity, check
from bylint.names import words

_SHORTENED = 0.5
_CLAIMS = {"id": "id", "orcid": "ORCID"}


@check(Severity.WARNING, confidence=0.95, needs=("people",))
def unlisted_name(authorship: Authorship, assignment: Assignment) -> Iterator[Finding]:
    if not authorship.person_id and not authorship.orcid:
        return
    _, person, by = assignment.of(authorship)
    if person is None or by not in _CLAIMS or authorship.name in person.names:
        return
    names = ", ".join(map(str, person.names))
    yield Finding(
        message=f"{authorship.name} has the {_CLAIMS[by]} of {person.id}, which lists {names}",
        discreet_message=f"author {authorship.position} of {authorship.paper_id} has a name that is not listed",
        about=f"{person.id} {authorship.name}",
        evidence=(
            Evidence(text=f"{person.id} has the names {names}", kind="listed-names", location=person.at("names")),
        ),
        confidence=_SHORTENED if _shortens(authorship.name, person.names) else None,
    )


def _shortens(name: Name, listed: tuple[Name, ...]) -> bool:
    """Whether a name is a listed one with words left out or cut to their initials, in the same order."""
    parts, wholes = words(str(name)), [words(str(other)) for other in listed]
    return parts not in wholes and any(_is_in(parts, whole) for whole in wholes)


def _is_in(parts: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    left = iter(whole)
    return all(any(word == part or (len(part) == 1 and word.startswith(part)) for word in left) for part in parts)
