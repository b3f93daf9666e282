"""
A name stands in another script than all the others around it.

## Why it matters

A page is found by the Latin form of a name. “王素格”, or “Suming Wang (王素格)” in one field, leads to a page of its
own, apart from Suming Wang, and its citations mix two scripts.

## Example

    {"id": "x-1", "authors": [{"first": "Suming", "last": "Wang (王素格)"}, {"first": "Qilong", "last": "Jia"}]}

    {"id": "x-1", "authors": [{"first": "嘉政", "last": "周"}, {"first": "Wei", "last": "Li"}, {"first": "Yan", "last": "Rao"}]}

## What to do

Write the Latin form as the name, and the other form beside it, as a variant (`<variant script="hani">` in the
Anthology's XML). Where the Latin form stands in the same field, the suggestion takes the other one out; it cannot
write the variant, so note it before. Where there is no Latin form, look it up in the PDF.

## Quiet on

Volumes whose names are mostly in other scripts; where papers are in no volume, venues. A byline that is written twice, once in
each script, which is another fault. A single letter of another script inside a word, as the Greek beta in
“Grieβhaber”. Names that stand as a variant beside the Latin one.

Two such names are in the ACL Anthology of October 2024, and both were right: too few for a measure. So the confidence
is an estimate, and the finding a warning that does not fail the gate.
"""  # noqa: E501 - a record is one line

import re
from collections.abc import Container, Iterable, Iterator

from bylint import Applicability, Authorship, Corpus, Finding, Fix, Name, Paper, Severity, check
from bylint.names import scripts
from bylint_checks._fields import renaming
from bylint_checks._two_scripts import two_scripts
from bylint_checks._wording import barred, joined

_BETWEEN = re.compile(r"[\s()\[\]（）【】/|,，]+")


@check(Severity.WARNING, confidence=0.9, fixes=Applicability.SUGGEST)
def main_name_in_other_script(corpus: Corpus) -> Iterator[Finding]:
    foreign = {name: written for name in corpus.names if (written := _other_scripts(name))}
    if not foreign:
        return
    found: dict[Name, list[Authorship]] = {}
    for papers in _published_together(corpus, foreign):
        bylines = [byline for paper in papers for byline in paper.bylines if two_scripts(byline) is None]
        authorships = [authorship for byline in bylines for authorship in byline]
        odd = [authorship for authorship in authorships if authorship.name in foreign]
        if 2 * len(odd) < len(authorships):
            for authorship in odd:
                found.setdefault(authorship.name, []).append(authorship)
    for name, authorships in found.items():
        yield _finding(name, foreign[name], authorships)


def _published_together(corpus: Corpus, foreign: Container[Name]) -> Iterable[list[Paper]]:
    """The papers of every volume, or of every venue of a file, in which a name of another script stands."""
    groups: dict[object, list[Paper]] = {}
    for paper in corpus.papers:
        groups.setdefault(paper.volume_id or (paper.venues, paper.path), []).append(paper)
    named = {
        authorship.paper_id
        for name, authorships in corpus.names.items()
        if name in foreign
        for authorship in authorships
    }
    return (papers for papers in groups.values() if any(paper.id in named for paper in papers))


def _other_scripts(name: Name) -> frozenset[str]:
    """The scripts other than Latin in which whole words of a name are written."""
    text = str(name)
    if text.isascii():
        return frozenset()
    written = [scripts(part) for part in _BETWEEN.split(text)]
    return frozenset[str]().union(*(some for some in written if "latin" not in some))


def _finding(name: Name, written: frozenset[str], authorships: list[Authorship]) -> Finding:
    latin = Name(_in_latin(name.first or ""), _in_latin(name.last))
    changes = renaming(name, latin)
    is_complete = all(change.new for change in changes)
    also = "partly " if "latin" in scripts(str(name)) else ""
    return Finding(
        message=f"“{name}” is {also}in {joined(script.capitalize() for script in sorted(written))} script",
        location=authorships[0].at("last" if name.last != latin.last else "first"),
        authorships=tuple(authorships),
        about=barred(name),
        fix=Fix(changes=changes) if changes and is_complete else None,
    )


def _in_latin(text: str) -> str:
    """A text without its words in other scripts, and without the brackets around them."""
    if text.isascii():
        return text
    parts = _BETWEEN.split(text)
    kept = [part for part in parts if part and "latin" in scripts(part)]
    return " ".join(kept) if len(kept) < len([part for part in parts if part]) else text
