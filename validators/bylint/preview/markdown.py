"""
Markdown for a comment on a pull request.

What stands in records is shown as code, so that no markup, link or mention in it acts. Names that somebody may have
given up are left out, and findings are told as public logs may hold them. What does not fit into a comment is cut, and
counted: what looks wrong comes first, then what the change brings, then what it does to pages and bylines, then what it
settles.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from bylint.dossier.markdown import Section, within
from bylint.dossier.reasons import enumeration
from bylint.finding import Finding
from bylint.preview.model import PageEvent, PageSize, Preview, Put, Wrong
from bylint.preview.outcomes import Settled, by_check, varied
from bylint.preview.pages import KINDS
from bylint.preview.sentences import sentences, title
from bylint.report import Report
from bylint.reporters._shared import UNTRUSTED, number, public_message, where
from bylint.reporters.markdown import code

_SIZE = 60_000
"""Bytes; a comment on GitHub may have 65,536 characters."""
_FACTS, _PAPERS, _SIDES = 2, 5, 8
"""How many facts of what looks wrong are told, papers of a page, and pages on a side."""
_BY = {"id": "its id", "orcid": "its ORCID", "name": "the name alone", "slug": "the name alone"}


class Part(NamedTuple):
    """A part of the preview."""

    title: str
    lines: Sequence[str]
    about: str = ""
    """How many lines there are of each kind."""
    is_folded: bool = False

    @property
    def section(self) -> Section:
        """The part as it is written."""
        about = f"\n\n{code(self.about)}" if self.about else ""
        if self.is_folded:
            return Section(f"<details><summary>{self.title}</summary>{about}", tuple(self.lines), "\n</details>")
        return Section(f"#### {self.title}{about}", tuple(self.lines))


def write(preview: Preview) -> str:
    """The preview, short enough for a comment on a pull request."""
    trust = "" if preview.is_complete else f"**{UNTRUSTED}**\n\n"
    said = "\n".join(f"- {sentence}" for sentence in sentences(preview))
    text = f"### bylint: {code(title(preview))}\n\n{trust}{said}\n\n"
    parts = [part for part in _parts(preview) if part.lines]
    untold = []
    for done, part in enumerate(parts):
        left = _SIZE - len(text.encode())
        written = within(part.section, max(left // 2, left // (len(parts) - done)))
        text += written
        untold += [] if written else [part.title]
    return text + (f"Not listed here: {'; '.join(untold)}.\n" if untold else "")


def _parts(preview: Preview) -> Iterator[Part]:
    """What is told, the most important first."""
    found, after = preview.outcomes, preview.after
    wrong = [_wrong(put, wrong) for put, wrong in preview.wrong]
    yield Part(f"Looks wrong: {number(len(wrong), 'authorship')}", wrong)
    brought = [_finding(finding, after) for finding in varied(found.brought)]
    yield Part(f"Brings {number(len(brought), 'finding')}", brought, by_check(found.brought))
    by_name = [f"- {code(page)}: {_papers(put.paper for put in puts)}" for page, puts in preview.by_name.items()]
    yield Part(f"On verified pages by name alone: {number(len(by_name), 'page')}", by_name, is_folded=True)
    for kind in KINDS:
        events = [_event(event) for event in preview.pages if event.kind == kind]
        yield Part(f"Pages {kind}: {len(events):,}", events, is_folded=kind == "made")
    told = [_finding(finding, after) for finding in varied(preview.told)]
    yield Part(f"Bylines: {number(len(told), 'finding')}", told)
    settled = [_settled(one, preview.before) for one in found.settled]
    about = by_check(one.finding for one in found.settled)
    yield Part(f"Settles {number(len(settled), 'finding')}", settled, about, is_folded=True)


def _wrong(put: Put, wrong: Wrong) -> str:
    rather = f", rather {code(wrong.suggested)}" if wrong.suggested else ""
    name = f", {code(put.name)}" if put.by in {"name", "slug"} else ""  # an id may join it to one that was given up
    place = f"{code(put.paper)} {put.role} {put.position}{name}"
    facts = [wrong.why] if wrong.suggested else []
    facts += [fact.text for fact in wrong.evidence][:_FACTS]
    told = f"- {wrong.confidence:.2f} {place} on {code(put.page)} by {_BY[put.by]}{rather}"
    return "".join([told, *(f"\n  - {code(fact)}" for fact in facts)])


def _event(event: PageEvent) -> str:
    sides = [
        _side(event.before, is_private=event.is_private),
        _side(event.after, is_private=False),
    ]
    listed = _papers(move.paper for move in event.moves)
    return f"- {' → '.join(filter(None, sides))}" + (f": {listed}" if listed else "")


def _papers(papers: Iterable[str]) -> str:
    """The first papers, and how many more there are."""
    return enumeration([code(paper) for paper in dict.fromkeys(papers)], _PAPERS)


def _side(sizes: Sequence[PageSize], *, is_private: bool) -> str:
    """Pages with their papers; of a name that may have been given up, that there is one."""
    told = [f"{'a page' if is_private else code(size.page)} {size.papers:,}" for size in sizes[:_SIDES]]
    more = [f"{len(sizes) - _SIDES:,} more"] if len(sizes) > _SIDES else []
    return ", ".join([*told, *more])


def _finding(finding: Finding, report: Report) -> str:
    sure = "" if finding.confidence is None else f" {finding.confidence:.2f}"
    at = where(finding.location, report)
    said = f"{code(public_message(finding))}" + (f" at {code(at)}" if at else "")
    return f"- {finding.severity}{sure} {code(finding.check)} {said}"


def _settled(settled: Settled, report: Report) -> str:
    now = f" (now {settled.now})" if settled.now else ""
    return f"{_finding(settled.finding, report)}{now}"
