"""
Markdown for an issue or a comment on a pull request.

What stands in records is shown as code, so that no markup, link or mention in it acts. Other names of a person that
only an id or an ORCID joins to this one are counted and not told. What does not fit into a comment is cut, and counted.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bylint.dossier import reasons
from bylint.dossier.model import Count, Dossier, Dossiers, Edit, Group, Row
from bylint.dossier.reasons import plural
from bylint.reporters.markdown import code

_SIZE = 60_000
"""Bytes of a dossier; a comment on GitHub may have 65,536 characters."""
_MORE = 80
"""Bytes that are kept to say what is left out of a section."""
_NAMES, _FACTS, _SIMILAR = 30, 8, 30
"""How many names of a list, facts of a group, pages of similar name are told."""


class Section(NamedTuple):
    """A part of a dossier, of which the last lines may be left out."""

    head: str
    lines: tuple[str, ...] = ()
    foot: str = ""


def write(dossiers: Dossiers) -> str:
    """The dossiers, each short enough for a comment."""
    return "\n".join(_written(dossier) for dossier in dossiers.pages)


def _written(dossier: Dossier) -> str:
    text, left = "", _SIZE
    for section in _sections(dossier):
        part = within(section, left)
        left -= len(part.encode())
        text += part
    return text


def within(section: Section, size: int) -> str:
    """A section with as many of its lines as fit into so many bytes."""
    room = size - len(f"{section.head}{section.foot}\n\n".encode()) - _MORE
    kept: list[str] = []
    for line in section.lines:
        room -= len(line.encode()) + 1
        if room < 0:
            break
        kept.append(line)
    left = len(section.lines) - len(kept)
    if left and not kept:
        return ""
    more = [f"- {left:,} more; `--format json` has all"] if left else []
    return "\n".join([section.head, "", *kept, *more, *([section.foot] if section.foot else [])]) + "\n\n"


def _sections(dossier: Dossier) -> Iterator[Section]:
    private = {other.name for other in dossier.also if other.is_private}
    yield Section(f"### {code(dossier.title)}: {reasons.verdict(dossier)}", tuple(_facts(dossier)))
    if len(dossier.groups) > 1 and not dossier.too_little:
        for group in dossier.groups:
            yield _group(group)
    if dossier.misplaced:
        yield Section("#### Papers that point to a namesake", tuple(_misplaced(dossier)))
    if dossier.settles:
        yield Section("#### What would settle it", tuple(f"- {code(said)}" for said in dossier.settles))
    if dossier.edits:
        lines = tuple(_edit(edit, dossier, private) for edit in dossier.edits)
        yield Section(f"#### {reasons.edit_title(dossier)}", lines)
    yield Section(
        f"<details><summary>{plural(len(dossier.papers), 'paper')}</summary>",
        tuple(_paper(row, dossier, private) for row in dossier.papers),
        "\n</details>",
    )
    around = tuple(_around(dossier))
    if around:
        yield Section("#### Names and venues", around)


def _facts(dossier: Dossier) -> Iterator[str]:
    for said in (*reasons.standing(dossier), reasons.recorded(dossier)):
        yield f"- {said}"
    yield f"- on {_counted(dossier.pages, 10)}"


def _group(group: Group) -> Section:
    span = f" {reasons.span(group.years)}" if group.years else ""
    given = f", {code(group.id)}{' (a new id)' if group.is_new else ''}" if group.id else ""
    lines = [f"- {label} {_counted(counts)}" for label, counts in _lists(group) if counts]
    if group.words:
        lines.append(f"- words {', '.join(map(code, group.words))}")
    facts = [fact for fact in group.evidence if fact.kind != reasons.NAME]
    for fact in facts[:_FACTS]:
        weight = fact.weight or 0.0
        lines.append(f"- {'together' if weight < 0 else 'apart'} {abs(weight):.2f} {code(fact.text)}")
    if len(facts) > _FACTS:
        lines.append(f"- {plural(len(facts) - _FACTS, 'more fact')} in `--format json`")
    return Section(f"#### Group {group.group}: {plural(group.papers, 'paper')}{span}{given}", tuple(lines))


def _lists(group: Group) -> tuple[tuple[str, Sequence[Count]], ...]:
    return ("with", group.coauthors), ("venues", group.venues)


def _misplaced(dossier: Dossier) -> Iterator[str]:
    for item in dossier.misplaced:
        own = f", now {code(item.own_id)}" if item.own_id else ""
        place = f"{code(item.paper)} {item.role} {item.position}{own}"
        yield f"- {place}: rather {code(item.suggested_id)} {item.confidence:.2f}, {code(item.why)}"


def _edit(edit: Edit, dossier: Dossier, private: set[str]) -> str:
    name = "" if edit.name == dossier.title or edit.name in private else f" {code(edit.name)}"
    old = f", now {code(edit.old_id)}" if edit.old_id else ""
    new = f"{code(edit.new_id)}{' (a new id, proposed)' if edit.is_new else ''}"
    return f"- {code(edit.paper)} {edit.role} {edit.position}{name}{old}: {new}"


def _paper(row: Row, dossier: Dossier, private: set[str]) -> str:
    group = f", group {row.group} {row.confidence:.2f}" if len(dossier.groups) > 1 else ""
    asides = [row.role] if row.role != "author" else []
    asides += [f"as {code(row.name)}"] if row.name != dossier.title and row.name not in private else []
    aside = f" ({', '.join(asides)})" if asides else ""
    return f"- {row.year or 'no year'}{group}: {code(row.id)} {code(row.title)}{aside}"


def _around(dossier: Dossier) -> Iterator[str]:
    if dossier.coauthors:
        yield f"- co-authors {_counted(dossier.coauthors)}"
    if dossier.venues:
        yield f"- venues {_counted(dossier.venues)}"
    told = [other for other in dossier.also if not other.is_private]
    if told:
        yield "- also as " + ", ".join(f"{code(other.name)} {other.papers}" for other in told)
    if len(told) < len(dossier.also):
        others = plural(len(dossier.also) - len(told), "other name")
        yield f"- {others} that only an id or an ORCID joins, not told here"
    for other in dossier.similar[:_SIMILAR]:
        name = "" if other.is_private else f"{code(other.name)} "
        why = "" if other.is_private else f", {code(other.why)}"
        sure = f" {other.confidence:.2f}" if other.confidence else ""
        yield f"- similar: {name}{code(other.page)}, {plural(other.papers, 'paper')}{sure}{why}"
    if len(dossier.similar) > _SIMILAR:
        yield f"- {plural(len(dossier.similar) - _SIMILAR, 'more similar page')} in `--format json`"


def _counted(counts: Sequence[Count], size: int = _NAMES) -> str:
    told = ", ".join(f"{code(name)} {count}" for name, count in counts[:size])
    return told + (f" and {len(counts) - size:,} more" if len(counts) > size else "")
