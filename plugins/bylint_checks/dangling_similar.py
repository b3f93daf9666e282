"""
An entry of the people database names a similar person who is not there.

## Why it matters

`similar` says that two people are easily taken for one another and are not the same. With an id that nobody has, it
says nothing: the pages do not point to each other, and the two are proposed again as one. The ACL Anthology's own
reader stops at such an entry.

## Example

    {"person": "pranav-a", "names": [{"first": "Pranav", "last": "A"}], "similar": ["pranav-annand"]}
    {"person": "pranav-anand", "names": [{"first": "Pranav", "last": "Anand"}]}

## What to do

Correct the id, or take it out if that entry was joined with this one. After an id has changed, every entry that lists
it has to change with it.

## Quiet on

Similarity that only one of the two entries states: it holds for both.

None of the 43 ids that `name_variants.yaml` of October 2024 lists as similar dangles, and the 2025 sample lists none,
so nothing could be read; the fact is plain in the file. An entry that is left out because it is broken is not there
either.
"""

from collections.abc import Iterator

from bylint import Assignment, Finding, Person, Severity, check
from bylint_checks._wording import did_you_mean, nearest


@check(Severity.ERROR, confidence=1.0, needs=("people",))
def dangling_similar(person: Person, assignment: Assignment) -> Iterator[Finding]:
    people = assignment.people
    for other in dict.fromkeys(person.similar):
        if other in people:
            continue
        alike = [known for known in people.ids if known[:3] == other[:3] and known != person.id]
        yield Finding(
            message=f"{person.id} is similar to “{other}”, which is nobody's id{did_you_mean(nearest(other, alike))}",
            location=person.at("similar"),
            about=other,
        )
