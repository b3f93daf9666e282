"""
A byline is not what it was at the base revision.

## Why it matters

A change to many records reaches bylines that nobody meant to touch: a volume that is ingested again loses the author
whom a correction had added to it a year ago, a script that sorts puts the last author first, a form that is filled in
for one name replaces all of them. In the diff of ten thousand lines it is not seen, and the author sees it much later.

## Example

Before:

    {"id": "x-1", "title": "T", "authors": [{"first": "Ada", "last": "Lovelace"}, {"first": "Bo", "last": "Li"}]}

Now:

    {"id": "x-1", "title": "T", "authors": [{"first": "Ada", "last": "Lovelace"}, {"first": "Cy", "last": "Young"}]}

## What to do

Nothing, if the change means it: a byline may be wrong and be put right, and the PDF says so. Otherwise restore it.

## Quiet on

Runs without `--base`, where there is nothing to compare with. Papers that are new; papers of whose id there are two,
which is another fault. What a reader does not see: spaces, the form in which an accent is stored, affiliations, an
ORCID where there was none. A record that moved to another file, for records are known by their ids.

What is told: who is new, who is gone, who stands where somebody else stood, who has another name, another id or another
ORCID, who stands in another place of the list. The same change on several papers, as after a correction of a name, is
one finding; so is a volume of which half the bylines changed, and all papers that are gone from one. Where another
paper stands under an id, that is told in place of its authors.

In formats for public logs no old name is told, unless all that was written of it is written in the new one, too: who
gave up a name need not be read about there.

Of 40 corrections that were asked for in the ACL Anthology, every one is told as it was asked for, among them three that
its maintainers refused or changed when they looked (S19-2005, D18-1458, 2021.findings-acl.174). That is what the check
is for: a changed byline is a thing to look at, and mostly right.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from bylint import Before, Corpus, Evidence, Finding, Paper, Severity, check
from bylint.names import words
from bylint_checks._byline_changes import Changes, changes
from bylint_checks._byline_sentences import concerned, nameless, sentences, summary
from bylint_checks._gone_papers import Today, gone, volume_of
from bylint_checks._wording import listed

_FEWEST_OF_VOLUME = 5
_SHARE_OF_VOLUME = 0.5
"""A volume of which so much changed was changed as a whole."""
_FACTS = 20
"""How many changes of one byline are told as evidence."""


class _Changed(NamedTuple):
    """A paper, one of whose bylines changed."""

    was: Paper
    now: Paper
    role: str
    changes: Changes

    @property
    def is_another(self) -> bool:
        """Whether the whole record is another paper's."""
        return self.changes.keeps_nobody and words(self.was.title) != words(self.now.title)


@check(Severity.WARNING, confidence=0.95)
def changed_byline(corpus: Corpus, before: Before) -> Iterator[Finding]:
    if not before.is_known:
        return
    changed, known = _changed(corpus, before)
    today = Today(corpus, before)
    by_volume: dict[str, list[_Changed]] = {}
    for one in changed:
        by_volume.setdefault(volume_of(one.now), []).append(one)
    alike: dict[object, list[_Changed]] = {}
    for volume, ones in by_volume.items():
        papers = {one.now.id for one in ones}
        if len(papers) >= _FEWEST_OF_VOLUME and len(papers) >= _SHARE_OF_VOLUME * known[volume]:
            yield _of_volume(volume, ones, known[volume], today)
            continue
        for one in ones:
            told = tuple(sentence.text for sentence in sentences(one.changes))
            own = one.now.id if one.changes.moved or one.is_another else ""
            alike.setdefault((own, one.role, told), []).append(one)
    for ones in alike.values():
        if ones[0].is_another:
            yield _another(ones[0], today)
        else:
            yield _of_papers(ones)
    yield from gone(before.gone, today)


def _changed(corpus: Corpus, before: Before) -> tuple[list[_Changed], Counter[str]]:
    """The bylines that changed, and how many papers of each volume were there before."""
    times = Counter(paper.id for paper in corpus.papers)
    known: Counter[str] = Counter()
    found = []
    for paper in corpus.papers:
        was = before.paper(paper.id)
        if was is None or times[paper.id] > 1:
            continue
        known[volume_of(paper)] += 1
        if was is paper:
            continue
        bylines = ("author", was.authorships, paper.authorships), ("editor", was.editors, paper.editors)
        for role, old, new in bylines:
            became = changes(old, new)
            if any(became):
                found.append(_Changed(was, paper, role, became))
    return found, known


def _of_papers(ones: Sequence[_Changed]) -> Finding:
    """One change on one paper, or the same one on several."""
    role, paper = ones[0].role, ones[0].now
    told = sentences(ones[0].changes)
    authorships = tuple(one for changed in ones for one in concerned(changed.changes))
    papers = tuple(changed.now.id for changed in ones)
    whose = f"the {role}s have changed" if len(ones) == 1 else f"the {role}s of {len(ones)} papers have changed alike"
    facts = [Evidence(text=one.text, kind=one.kind, location=one.place) for one in told[:_FACTS] if len(told) > 1]
    if len(ones) > 1 and not authorships:
        facts.append(Evidence(text=f"on {listed(papers)}", kind="papers", papers=papers))
    is_open = all(one.is_open for one in told)
    return Finding(
        message=f"{whose}: {summary(told, role)}",
        discreet_message="" if is_open else f"{whose}: {nameless(told, role)}",
        location=authorships[0].location if authorships else paper.location,
        authorships=authorships,
        papers=papers,
        evidence=tuple(facts),
        about=f"{paper.id} {role}",
    )


def _another(one: _Changed, today: Today) -> Finding:
    facts = [Evidence(text=f"its title was “{one.was.title}”", kind="title")] if one.was.title else []
    now = today.id_of(one.was)
    if now:
        facts.append(Evidence(text=f"the paper that had the id is {now} now", kind="id", papers=(now,)))
    return Finding(
        message=f"{one.now.id} is the id of another paper than before",
        location=one.now.location,
        papers=(one.now.id,),
        evidence=tuple(facts),
        about=f"{one.now.id} {one.role}",
    )


def _of_volume(volume: str, ones: Sequence[_Changed], known: int, today: Today) -> Finding:
    papers = tuple(dict.fromkeys(one.now.id for one in ones))
    kinds = ", ".join(_kinds(ones))
    return Finding(
        message=f"the bylines of {len(papers)} of {known} papers of {volume} have changed: {kinds}",
        location=today.place(volume, ones[0].now.path),
        papers=papers,
        evidence=(Evidence(text=f"on {listed(papers)}", kind="papers", location=ones[0].now.location, papers=papers),),
        about=f"volume {volume}",
    )


def _kinds(ones: Iterable[_Changed]) -> Iterator[str]:
    """How many papers show each kind of change."""
    records = [one for one in ones if one.is_another]
    bylines = [one.changes for one in ones if not one.is_another]
    for number, what in (
        (len(records), "other papers"),
        (sum(bool(one.added) for one in bylines), "with new people"),
        (sum(bool(one.removed) for one in bylines), "without somebody"),
        (sum(map(_is_swapped, bylines)), "with first and last names swapped"),
        (sum(bool(one.renamed or one.replaced) and not _is_swapped(one) for one in bylines), "with other names"),
        (sum(bool(one.reassigned) for one in bylines), "with other ids"),
        (sum(bool(one.moved) for one in bylines), "in another order"),
    ):
        if number:
            yield f"{number} {what}"


def _is_swapped(became: Changes) -> bool:
    """Whether all new names are old ones with first and last name in each other's place."""
    pairs = (*became.renamed, *became.replaced)
    return bool(pairs) and all((now.name.last, now.name.first) == was.name for was, now in pairs)
