"""
Text for a person at a terminal: what the change does in sentences, then what looks wrong, then the rest.

Long lists are cut, and say how much is left out; the JSON form has everything.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import TypeVar

from bylint.dossier.layout import TIE, fitted, plain
from bylint.dossier.reasons import enumeration
from bylint.finding import Finding
from bylint.preview.model import Move, PageEvent, PageSize, Preview, Put, Wrong
from bylint.preview.outcomes import Settled, by_check, varied
from bylint.preview.sentences import sentences, title
from bylint.report import Report
from bylint.reporters._printable import brief
from bylint.reporters._shared import UNTRUSTED, where
from bylint.reporters.text import Line, Segment

_TEXT = 400
"""Characters of a sentence that are printed."""
_WRONG, _EVENTS, _FINDINGS = 20, 12, 20
"""How many of each are told: authorships that look wrong, pages of each kind, findings."""
_FACTS, _MOVES = 3, 6
"""How many facts of what looks wrong are told, and how many authorships of a page."""
_LABEL = 9
"""Cells of the words before a page or a finding."""
_BY = {"id": "its id", "orcid": "its ORCID", "name": "the name alone", "slug": "the name alone"}

Item = TypeVar("Item")


def write(preview: Preview, columns: int = 0) -> str:
    """The preview without colour, broken to so many columns; 0 for lines as long as they are."""
    return plain(lines(preview, columns))


def lines(preview: Preview, columns: int = 0) -> Iterator[Line]:
    """The lines of the preview, as styled text."""
    yield from fitted(_lines(preview), columns)


def _lines(preview: Preview) -> Iterator[Line]:
    yield Line(((_said(title(preview)), "strong"),))
    if not preview.is_complete:
        yield Line(((UNTRUSTED, "error"),))
    for sentence in sentences(preview):
        yield Line(((sentence, ""),), (("  ", ""),))
    yield from _section("Looks wrong", preview.wrong, _WRONG, _wrong)
    yield from _section("On verified pages by name alone", [*preview.by_name.items()], _EVENTS, _by_name)
    yield from _pages(preview.pages)
    found = preview.outcomes
    after, settled = partial(_finding, report=preview.after), partial(_settled, report=preview.before)
    about = by_check(found.brought), by_check(one.finding for one in found.settled)
    yield from _section("Bylines", varied(preview.told), _FINDINGS, after)
    yield from _section("Findings that it brings", varied(found.brought), _FINDINGS, after, about[0])
    yield from _section("Findings that it settles", found.settled, _FINDINGS, settled, about[1])


def _section(
    heading: str, items: Sequence[Item], size: int, told: Callable[[Item], Iterable[Line]], about: str = ""
) -> Iterator[Line]:
    """Some items under a heading, cut aloud."""
    if not items:
        return
    yield Line()
    counted = f"{len(items):,}: {_said(about)}" if about else f"{len(items):,}"
    yield Line(((f"{heading}  ", "strong"), (counted, "quiet")))
    for item in items[:size]:
        yield from told(item)
    yield from _left(len(items) - size)


def _left(count: int) -> Iterator[Line]:
    if count > 0:
        yield Line(((f"{count:,} more in --format json", "quiet"),), (("  ", ""),))


def _wrong(one: tuple[Put, Wrong]) -> Iterator[Line]:
    put, wrong = one
    body = [(f"{_said(put.paper)} {put.role} {TIE}{put.position}, {_said(put.name)}: ", "")]
    body += [(_said(put.page), "place"), (f" by {_BY[put.by]}", "")]
    if wrong.suggested:
        body += [(", rather ", ""), (_said(wrong.suggested), "place")]
    yield Line((*body, (f"  {wrong.confidence:.2f}", "quiet")), (("  ", ""),))
    if put.title:
        yield Line(((_said(f"{put.year or 'no year'}, {put.title}"), "quiet"),), (("    ", ""),))
    if wrong.suggested:
        yield Line(((_said(wrong.why), ""),), (("    ", ""),))
    for fact in wrong.evidence[:_FACTS]:
        weight = f"{'' if fact.weight is None else f'{fact.weight:.2f}':>5}  "
        yield Line(((_said(fact.text), ""),), ((f"    {weight}", "quiet"),))


def _by_name(one: tuple[str, Sequence[Put]]) -> Iterator[Line]:
    page, puts = one
    papers = [_said(paper) for paper in dict.fromkeys(put.paper for put in puts)]
    yield Line(((f"{_said(page)}  ", "place"), (enumeration(papers, _MOVES), "quiet")), (("  ", ""),))


def _pages(events: Sequence[PageEvent]) -> Iterator[Line]:
    if not events:
        return
    yield Line()
    yield Line((("Pages  ", "strong"), (f"{len(events):,}", "quiet")))
    kinds = dict.fromkeys(event.kind for event in events)
    for kind in kinds:
        of_kind = [event for event in events if event.kind == kind]
        for event in of_kind[:_EVENTS]:
            yield from _event(event)
        left = len(of_kind) - _EVENTS
        if left > 0:
            yield Line(((f"{left:,} more in --format json", "quiet"),), ((f"  {kind:<{_LABEL}}", "quiet"),))


def _event(event: PageEvent) -> Iterator[Line]:
    sides = " → ".join(", ".join(map(_size, sizes)) for sizes in (event.before, event.after) if sizes)
    yield Line(((sides, ""),), ((f"  {event.kind:<{_LABEL}}", "quiet"),))
    if event.kind != "made":
        moves = [_move(move, event) for move in event.moves[:_MOVES]]
        left = len(event.moves) - _MOVES
        more = f" and {left:,} more" if left > 0 else ""
        yield Line((("; ".join(moves) + more, "quiet"),), ((" " * (_LABEL + 2), ""),))


def _size(size: PageSize) -> str:
    return f"{_said(size.page)} {TIE}{size.papers:,}"


def _move(move: Move, event: PageEvent) -> str:
    goes = f" to {move.is_on}" if move.is_on and len(event.after) != 1 else "" if move.is_on else " gone"
    return f"{_said(move.paper)} {move.role} {TIE}{move.position} {_said(move.name)}{_said(goes)}"


def _finding(finding: Finding, report: Report) -> Iterator[Line]:
    sure = f"  {finding.confidence:.2f}" if finding.confidence is not None else ""
    yield Line(
        ((_said(finding.message), ""), (f"  [{_said(finding.check)}]{sure}", "quiet"), _at(finding, report)),
        ((f"  {finding.severity.value:<{_LABEL}}", finding.severity.value),),
    )


def _settled(settled: Settled, report: Report) -> Iterator[Line]:
    finding, now = settled.finding, f", now {settled.now.value}" if settled.now else ""
    yield Line(
        ((_said(finding.message), ""), (f"  [{_said(finding.check)}]{now}", "quiet"), _at(finding, report)),
        ((f"  {finding.severity.value:<{_LABEL}}", "quiet"),),
    )


def _at(finding: Finding, report: Report) -> Segment:
    at = where(finding.location, report)
    return (f"  {_said(at)}" if at else "", "place")


def _said(text: str) -> str:
    return brief(text, _TEXT)
