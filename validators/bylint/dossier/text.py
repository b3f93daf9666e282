"""
Text for a person at a terminal: the verdict with its evidence first, then what would have to change, then the papers.

Long lists are cut, and say how much is left out; the JSON form has everything.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from bylint.dossier.layout import TIE, fitted, plain, shortened
from bylint.dossier.model import Count, Dossier, Dossiers, Fact, Group, Row
from bylint.dossier.reasons import NAME, edit_title, enumeration, plural, recorded, span, standing, verdict
from bylint.reporters._printable import brief, printable, width
from bylint.reporters.text import Line, Segment

_TEXT = 400
"""Characters of a sentence that are printed."""
_GROUPS, _FACTS, _NAMES, _MISPLACED, _PAPERS, _SIMILAR = 12, 4, 24, 15, 60, 10
"""How many of each are printed: groups, facts for and against each, co-authors, papers that point to a namesake,
papers, pages of similar name."""
_IDS, _EDITS = 12, 48
"""How many ids that would be given, and how many authorships that would get them."""
_PEOPLE, _NAMED = 8, 6
"""How many co-authors of a group are named, and how many of its papers and venues."""
_WITH_BYLINES, _SIGNED = 12, 30
"""Papers of the largest page whose bylines are printed, and how many names of each."""
_LABEL = 11
"""Cells of the words before a list."""
_ID = 26
"""Cells of the ids in the list of papers, at most; a longer one pushes its title aside."""


def write(dossiers: Dossiers, columns: int = 0) -> str:
    """The dossiers without colour, broken to so many columns; 0 for lines as long as they are."""
    return plain(lines(dossiers, columns))


def lines(dossiers: Dossiers, columns: int = 0) -> Iterator[Line]:
    """The lines of the dossiers, as styled text."""
    for number, dossier in enumerate(dossiers.pages):
        if number:
            yield Line()
            yield Line((("─" * min(columns or 72, 72), "quiet"),))
            yield Line()
        yield from fitted(_dossier(dossier, columns), columns)


def _dossier(dossier: Dossier, columns: int) -> Iterator[Line]:
    yield from _head(dossier)
    yield from _verdict(dossier)
    yield from _groups(dossier)
    yield from _misplaced(dossier)
    yield from _settling(dossier)
    yield from _edits(dossier)
    yield from _papers(dossier, columns)
    yield from _around(dossier)


def _head(dossier: Dossier) -> Iterator[Line]:
    known = [row.year for row in dossier.papers if row.year is not None]
    papers = plural(len(dossier.papers), "paper") + (f" {span((min(known), max(known)))}" if known else "")
    asked = "" if dossier.query == dossier.title else f"  ({_said(dossier.query)})"
    yield Line(((_said(dossier.title), "strong"), (asked, "quiet")))
    alone = len(dossier.pages) == 1
    pages = _said(dossier.pages[0].name) if alone else _counted(dossier.pages, _NAMED)[0][0]
    yield Line(((f"{papers}, on {pages}", ""),))
    yield Line()


def _verdict(dossier: Dossier) -> Iterator[Line]:
    told, semicolon, more = verdict(dossier).partition("; " if not dossier.too_little else ": ")
    yield _labelled("verdict", ((_said(told), "strong"), (_said(semicolon + more), "")))
    for label, said in zip(("the name", "the size"), standing(dossier), strict=False):
        yield _labelled(label, ((said, ""),))
    yield _labelled("recorded", ((recorded(dossier), ""),))
    yield Line()


def _groups(dossier: Dossier) -> Iterator[Line]:
    if len(dossier.groups) < 2 or dossier.too_little:
        return
    for group in dossier.groups[:_GROUPS]:
        yield from _group(group, [row for row in dossier.papers if row.group == group.group])
        yield from _apart(group) if dossier.splits else ()
        yield Line()
    left = dossier.groups[_GROUPS:]
    if left:
        sizes = Counter(group.papers for group in left)
        told = ", ".join(f"{count} of {plural(size, 'paper')}" for size, count in sorted(sizes.items(), reverse=True))
        yield Line(((f"{plural(len(left), 'more group')}: {told}; --format json has all", "quiet"),))
        yield Line()


def _group(group: Group, rows: Sequence[Row]) -> Iterator[Line]:
    active = f" {span(group.years)}" if group.years else ""
    head: Segment = f"Group {group.group}  ", "strong"
    body: list[Segment] = [(f"{plural(group.papers, 'paper')}{active}", "")]
    if group.id:
        body += [("  ", ""), (_said(group.id), "place"), (" (a new id)" if group.is_new else "", "quiet")]
    yield Line(tuple(body), (head,))
    yield _labelled("papers", ((_said(enumeration([row.id for row in rows], _NAMED)), ""),))
    if group.coauthors:
        yield _labelled("with", _counted(group.coauthors, _PEOPLE))
    if group.venues:
        yield _labelled("venues", _counted(group.venues, _NAMED))
    if group.words:
        yield _labelled("words", ((_said(", ".join(group.words)), ""),))


def _apart(group: Group) -> Iterator[Line]:
    facts = [fact for fact in group.evidence if fact.kind != NAME]
    yield from _facts("apart", [fact for fact in facts if (fact.weight or 0.0) >= 0], 1)
    yield from _facts("together", [fact for fact in facts if (fact.weight or 0.0) < 0], -1)


def _facts(label: str, facts: Sequence[Fact], sign: int) -> Iterator[Line]:
    """Facts with how heavy they are for what the label says."""
    for fact in facts[:_FACTS]:
        weight = f"{'' if fact.weight is None else f'{sign * fact.weight:.2f}':>5}"
        yield _labelled(label, ((_said(fact.text), ""),), f"{weight}  ")
        label = ""
    if len(facts) > _FACTS:
        yield _labelled("", ((f"{plural(len(facts) - _FACTS, 'more fact')} in --format json", "quiet"),), " " * 7)


def _misplaced(dossier: Dossier) -> Iterator[Line]:
    if not dossier.misplaced:
        return
    yield Line((("Papers that point to a namesake", "strong"),))
    for item in dossier.misplaced[:_MISPLACED]:
        own = f", now {item.own_id}" if item.own_id else ""
        head = f"{item.paper}, {item.role} {item.position}{own}: rather "
        body = (_said(head), ""), (_said(item.suggested_id), "place"), (f"  {item.confidence:.2f}", "quiet")
        yield Line(body, (("  ", ""),))
        yield Line(((_said(item.why), ""),), (("    ", ""),))
    if len(dossier.misplaced) > _MISPLACED:
        yield Line(((f"{len(dossier.misplaced) - _MISPLACED:,} more in --format json", "quiet"),), (("  ", ""),))
    yield Line()


def _settling(dossier: Dossier) -> Iterator[Line]:
    if not dossier.settles:
        return
    yield Line((("What would settle it", "strong"),))
    for said in dossier.settles:
        yield Line(((_said(said), ""),), (("  - ", "quiet"),))
    yield Line()


def _edits(dossier: Dossier) -> Iterator[Line]:
    if not dossier.edits:
        return
    yield Line(((edit_title(dossier), "strong"),))
    held: dict[tuple[str, bool], list[str]] = {}
    for edit in sorted(dossier.edits, key=lambda edit: edit.group):
        name = "" if edit.name == dossier.title else f" {_said(edit.name)}"
        old = f", now {TIE}{_said(edit.old_id)}" if edit.old_id else ""
        held.setdefault((edit.new_id, edit.is_new), []).append(
            f"{_said(edit.paper)} {TIE}{edit.role} {TIE}{edit.position}{name}{old}"
        )
    each = max(3, _EDITS // len(held))
    for (new_id, is_new), places in list(held.items())[:_IDS]:
        what = f" (a new id, proposed) to {plural(len(places), 'authorship')}:" if is_new else f" to {len(places)}:"
        yield Line(((_said(new_id), "place"), (what, "quiet")), (("  ", ""),))
        shown = [*places[:each], *([f"{len(places) - each:,} more in --format json"] if places[each:] else [])]
        yield Line((("; ".join(shown), ""),), (("    ", ""),))
    left = list(held.values())[_IDS:]
    if left:
        told = f"{plural(len(left), 'more id')} to {plural(sum(map(len, left)), 'authorship')}; --format json has all"
        yield Line(((told, "quiet"),), (("  ", ""),))
    staying = [group for group in dossier.groups if group.id is None]
    if staying and dossier.splits:
        told = f"{plural(len(staying), 'group')} of one paper would stay without an id of their own"
        yield Line(((told, "quiet"),), (("  ", ""),))
    yield Line()


def _papers(dossier: Dossier, columns: int) -> Iterator[Line]:
    told = "  group, how surely it is in it, id, title" if len(dossier.groups) > 1 else ""
    yield Line((("Papers", "strong"), (told, "quiet")))
    by_year = [(year, list(rows)) for year, rows in groupby(dossier.papers, key=lambda row: row.year)]
    each = _share_of_years([len(rows) for _, rows in by_year])
    listed = [(year, rows, _listed(rows, each, dossier)) for year, rows in by_year]
    shown = [row for _, _, chosen in listed for row in chosen]
    widest = min(_ID, max((width(_said(row.id)) for row in shown), default=0))
    number = len(str(len(dossier.groups)))
    for year, rows, chosen in listed:
        yield Line((("no year" if year is None else str(year), "place"), (f"  {len(rows)}", "quiet")), (("  ", ""),))
        for row in chosen:
            paper = _paper(row, dossier, widest, number, columns)
            yield paper
            if len(dossier.papers) <= _WITH_BYLINES:
                yield _byline(row, paper)
        if len(chosen) < len(rows):
            left = [row for row in rows if row not in chosen]
            yield Line(((_left_out(left, dossier), "quiet"),), (("    ", ""),))
    if len(shown) < len(dossier.papers):
        left_out = f"{len(shown)} of {plural(len(dossier.papers), 'paper')} are listed; --format json has all"
        yield Line(((left_out, "quiet"),), (("  ", ""),))
    yield Line()


def _share_of_years(sizes: Sequence[int]) -> int:
    """How many papers of each year are listed: as many as all the years together have place for."""
    each = max(sizes, default=0)
    while each > 1 and sum(min(size, each) for size in sizes) > _PAPERS:
        each -= 1
    return each


def _listed(rows: Sequence[Row], size: int, dossier: Dossier) -> Sequence[Row]:
    """The papers of a year that are listed: of the smallest groups before the others, in their order."""
    if len(rows) <= size:
        return rows
    sizes = {group.group: group.papers for group in dossier.groups}
    kept = set(map(id, sorted(rows, key=lambda row: sizes[row.group])[:size]))
    return [row for row in rows if id(row) in kept]


def _left_out(rows: Sequence[Row], dossier: Dossier) -> str:
    if len(dossier.groups) < 2:
        return f"{len(rows):,} more"
    groups = Counter(row.group for row in rows)
    parts = [f"group {group} {count}" for group, count in sorted(groups.items(), key=lambda item: (-item[1], item[0]))]
    return f"{len(rows):,} more: {enumeration(parts, 5)}"


def _paper(row: Row, dossier: Dossier, widest: int, number: int, columns: int) -> Line:
    """A paper in one line: its group and how surely it is in it, its id, its title."""
    group = f"{row.group:>{number}}  {row.confidence:.2f}  " if len(dossier.groups) > 1 else ""
    paper_id = _said(row.id)
    head = f"    {group}{paper_id}{' ' * (widest - width(paper_id))}  "
    asides = [row.role] if row.role != "author" else []
    asides += [f"as {row.name}"] if row.name != dossier.title else []
    aside = f" ({_said(', '.join(asides))})" if asides else ""
    title = brief(row.title, _TEXT) or "(no title)"
    room = columns - width(head) - width(aside)
    title = shortened(title, max(room, 1)) if columns else title
    return Line(((title, ""), (aside, "quiet")), ((head, "quiet"),))


def _byline(row: Row, paper: Line) -> Line:
    """Everybody on a paper, below its title."""
    names = [_said(name) for name in row.authors]
    indent = " " * width("".join(text for text, _ in paper.head))
    return Line(((enumeration(names, _SIGNED), "quiet"),), ((indent, ""),))


def _around(dossier: Dossier) -> Iterator[Line]:
    if dossier.coauthors:
        yield _labelled("co-authors", _counted(dossier.coauthors))
    if dossier.venues:
        yield _labelled("venues", _counted(dossier.venues))
    written = tuple(name for name in dossier.names if name.name != dossier.title)
    if written:
        yield _labelled("written", _counted(dossier.names))
    if dossier.also:
        names = [f"{other.name} {other.papers} (on {other.page})" for other in dossier.also]
        yield _labelled("also as", ((_said(enumeration(names, _NAMES)), ""),))
    for number, other in enumerate(dossier.similar[:_SIMILAR]):
        told = f" ({other.page}, {plural(other.papers, 'paper')})"
        sure = f"  {other.confidence:.2f}" if other.confidence else ""
        body = (_said(other.name), "strong"), (_said(told), ""), (sure, "place"), (f"  {_said(other.why)}", "quiet")
        yield _labelled("similar" if number == 0 else "", body)
    if len(dossier.similar) > _SIMILAR:
        yield _labelled("", ((f"{len(dossier.similar) - _SIMILAR:,} more in --format json", "quiet"),))


def _labelled(label: str, body: tuple[Segment, ...], more: str = "") -> Line:
    return Line(body, ((f"  {label:<{_LABEL}}", "quiet"), (more, "")))


def _counted(counts: Sequence[Count], size: int = _NAMES) -> tuple[Segment, ...]:
    return ((enumeration([f"{_said(name)} {TIE}{count}" for name, count in counts], size), ""),)


def _said(text: str) -> str:
    return brief(text, 4 * _TEXT) if len(text) > _TEXT else printable(text)
