"""
An id has a suffix, and the entry does not say what it stands for.

## Why it matters

A suffix tells people of one name apart: `yang-liu-umich` took a degree in Michigan. Whoever has to find the author of
the next paper needs the institution written out; from `uwisc`, `tu` or `ss` alone one can only guess.

## Example

    {"person": "yao-yao", "names": [{"first": "Yao", "last": "Yao"}]}
    {"person": "yao-yao-uwisc", "names": [{"first": "Yao", "last": "Yao"}]}

## What to do

Write the institution of the highest degree, earned or to be earned, into `degree`: the person's ORCID record, home page
or papers name it.

## Quiet on

A suffix from the end of an ORCID, `abdul-aziz-2158`, which nothing explains better than the ORCID. An entry with a
comment: `yifan-peng-cmu` says `cmu`, `bo-li-nus` says `NUS, Google`. An id that is the slug of one of the names,
`yang-janet-liu`, or repeats words of them. `jr`, `iii` and their like. Ids that stand for anybody else of a name.

Of the 45 ids with a suffix in `name_variants.yaml` of October 2024, 43 have a comment. 35 of these comments name the
institution of the suffix; eight name an employer, as `kexin-wang-bd` does with Bytedance, which no program can tell
from a university. The other two, `yao-yao-uwisc` and `harshit-kumar-iit`, are reported.
"""

import re
from collections.abc import Iterator

from bylint import Finding, Person, Severity, check
from bylint.names import GENERATIONS, words
from bylint_checks._identifiers import suffix

_END_OF_ORCID = re.compile(r"[0-9]{3}[0-9x]")


@check(Severity.NOTE, confidence=0.9, needs=("people",))
def suffix_without_degree(person: Person) -> Iterator[Finding]:
    if person.degree or person.comment or not person.is_verified:
        return
    end = suffix(person)
    if end and not _END_OF_ORCID.fullmatch(end) and not _is_of_the_name(end, person):
        yield Finding(
            message=f"{person.id} has neither a degree nor a comment that says what “{end}” stands for",
            location=person.location,
        )


def _is_of_the_name(end: str, person: Person) -> bool:
    known = GENERATIONS.union(*(words(str(name)) for name in person.names))
    return known.issuperset(words(end))
