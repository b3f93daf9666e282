"""
The boundary between first and last name is in another place than it should be.

## Why it matters

“Asma Ben|Abacha” and “Asma|Ben Abacha” are one page but two entries in every index and bibliography: one stands under
A, the other under B, and citations of one paper call her “Abacha”.

## Example

    {"id": "x-1", "title": "T", "authors": [{"first": "Asma Ben", "last": "Abacha"}]}
    {"id": "x-2", "title": "T", "authors": [{"first": "Asma", "last": "Ben Abacha"}]}
    {"id": "x-3", "title": "T", "authors": [{"first": "Asma", "last": "Ben Abacha"}]}

Likewise where a particle is left behind at the end of the first name, and no other record has it so:

    {"id": "x-1", "title": "T", "authors": [{"first": "Mauro Di", "last": "Manzo"}]}

## What to do

Look at how the person cites their own papers. The suggestion follows the other records of the same name, and keeps
the spelling of this one unless theirs has the more accents.

## Quiet on

Names that stand as often one way as the other, or nearly. Vietnamese and Burmese names, whose middle part goes either
way (“Tin Van|Huynh”), and Icelandic ones. Spanish and Portuguese names where the more frequent way would make a given
name of what the corpus has as a surname: “Elisa Fernández|Rei” is more frequent than “Elisa|Fernández Rei”, and is
wrong. Initials that stand behind the name as in South India (“Anand Kumar|M”), or before it where most records have
them so (“José G.|C. de Souza”). A form that the people database lists: somebody has decided that it may stand. A suffix
alone in the last name, a whole name in one field and a group that is cut in two are other faults.

A particle at the end of the first name is taken for one only if the corpus knows it together with this surname, or if
it is in lower case, or is one that nobody has for a given name; “Al”, “Van”, “Le”, “Do” and “Das” mostly are not.

All of 32 findings read in the ACL Anthology of October 2024 were right by the other records. A small majority that
lengthens the first name was not trusted: three records to one for “Begoña Villada|Moirón” would cut a double surname.
It counts only where others have the word for a given name, or where it is four times as frequent.
"""

from collections.abc import Iterator, Sequence

from bylint import (
    Applicability,
    Authorship,
    Corpus,
    Evidence,
    Finding,
    Fix,
    Name,
    Names,
    Severity,
    check,
)
from bylint_checks._boundaries import contested, moved, without_particles
from bylint_checks._collectives import kind_of_collective
from bylint_checks._evidence import outnumbered
from bylint_checks._fields import renaming
from bylint_checks._uses import uses_of
from bylint_checks._wording import barred


@check(Severity.WARNING, confidence=0.95, fixes=Applicability.SUGGEST, needs=("first",))
def misplaced_boundary(corpus: Corpus, names: Names) -> Iterator[Finding]:
    found: set[Name] = set()
    for boundaries in contested(corpus, names):
        found.update(name for those in boundaries.at.values() for name in those)
        for boundary, usual in boundaries.usual.items():
            those, count = boundaries.at[usual], boundaries.counts[usual]
            for name in boundaries.at[boundary]:
                if not corpus.people.lists(name):
                    yield _against_others(name, those, count, names)
    for name in corpus.names:
        if name.first and " " in name.first and name not in found and not corpus.people.lists(name):
            parted = without_particles(name, uses_of(names))
            if parted is not None and not kind_of_collective(name):
                yield _with_particle(name, parted[0], parted[1], names)


def _against_others(name: Name, usual: Sequence[Name], count: int, names: Names) -> Finding:
    """The finding that other records of a name have its boundary elsewhere."""
    most = max(usual, key=names.count)
    evidence = outnumbered(name, most, names, count=count, shown=barred)
    return _finding(name, moved(name, usual, names), names.authorships(name), evidence)


def _with_particle(name: Name, after: Name, together: int, names: Names) -> Finding:
    """The finding that a particle of the surname was left behind in the first name."""
    others = f"{together} other names have" if together > 1 else "another name has" if together else "no other name has"
    said = f"{others} “{after.last}” as last name"
    return _finding(name, after, names.authorships(name), Evidence(text=said, kind="use-of-words"))


def _finding(name: Name, after: Name, authorships: tuple[Authorship, ...], evidence: Evidence) -> Finding:
    return Finding(
        message=f"“{barred(name)}” is probably “{barred(after)}”",
        location=authorships[0].location,
        names=(name, after),
        authorships=authorships,
        evidence=(evidence,),
        fix=Fix(changes=renaming(name, after)),
    )
