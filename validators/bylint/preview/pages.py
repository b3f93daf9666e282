"""What a change does to pages: which are made, emptied, split, merged or renamed, and between which papers move."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from bylint.model import Page
from bylint.preview.pairing import Pair

Pages = Mapping[str, Page]

KINDS = ("merged", "split", "moved", "emptied", "renamed", "made")
"""What may become of pages, what wants a second look first."""


class PageChange(NamedTuple):
    """What became of some pages."""

    kind: str
    """One of KINDS."""
    before: tuple[str, ...]
    """The ids of the pages it is about, as they were: the one that goes on first."""
    after: tuple[str, ...]
    """As they are."""
    pairs: tuple[Pair, ...]
    """The authorships that are new, gone or elsewhere because of it."""


def page_changes(pairs: Iterable[Pair], before: Pages, after: Pages) -> list[PageChange]:
    """What became of the pages, by kind and then the most papers first.

    A page is renamed where all of it goes to a new page, and nothing as large; merged where all of it goes to a page
    that has more; split where a part of it, or each of several parts, makes a page; emptied where nothing is left of it
    and it is none of these. Every other authorship that changes its page has moved.
    """
    flows = _Flows(pairs)
    gone = [page for page in before if page not in after]
    made = {page for page in after if page not in before}
    found = [*_renamed(flows, gone, made), *_merged(flows, before, gone)]
    new = made - {
        page for change in found for page in change.after if change.kind == "renamed" or len(change.before) > 1
    }
    found += _split(flows, before, gone, new)
    found += _emptied(flows, gone, {page for change in found for page in change.before})
    found += _moved(flows)
    found += _made(flows, new - {page for change in found for page in change.after})
    return sorted(found, key=lambda change: (KINDS.index(change.kind), -len(change.pairs), change.before, change.after))


class _Flows:
    """The authorships that go from page to page, each until it is told."""

    def __init__(self, pairs: Iterable[Pair]) -> None:
        self.between: dict[tuple[str, str], list[Pair]] = {}
        self.new: dict[str, list[Pair]] = {}
        self.lost: dict[str, list[Pair]] = {}
        self.targets: dict[str, dict[str, int]] = {}
        """The pages that authorships of a page go to, with how many, in the order of the papers."""
        self.sources: dict[str, dict[str, int]] = {}
        for pair in pairs:
            if pair.was is None and pair.now is not None:
                self.new.setdefault(pair.now.page, []).append(pair)
            elif pair.was is not None and pair.now is None:
                self.lost.setdefault(pair.was.page, []).append(pair)
            elif pair.was is not None and pair.now is not None:
                self._add(pair.was.page, pair.now.page, pair)

    def _add(self, source: str, target: str, pair: Pair) -> None:
        self.between.setdefault((source, target), []).append(pair)
        for one, other, counts in ((source, target, self.targets), (target, source, self.sources)):
            held = counts.setdefault(one, {})
            held[other] = held.get(other, 0) + 1

    def told(self, sources: Iterable[str], targets: Collection[str]) -> Iterator[Pair]:
        """The authorships that go from some pages to some, which are not told again."""
        for source in sources:
            for target in targets:
                yield from self.between.pop((source, target), ())


def _renamed(flows: _Flows, gone: Sequence[str], made: Collection[str]) -> Iterator[PageChange]:
    for page in gone:
        target = _only(flows.targets.get(page, {}))
        if target in made:
            rivals = [source for source in flows.sources[target] if source != page]
            whole = [source for source in rivals if source in gone and _only(flows.targets[source]) == target]
            if not whole and all(flows.sources[target][rival] < flows.sources[target][page] for rival in rivals):
                yield PageChange("renamed", (page,), (target,), tuple(flows.told([page], [target])))


def _merged(flows: _Flows, before: Pages, gone: Sequence[str]) -> Iterator[PageChange]:
    into: dict[str, list[str]] = {}
    for page in gone:
        target = _only(flows.targets.get(page, {}))
        if target and (page, target) in flows.between:
            into.setdefault(target, []).append(page)
    for target, pages in into.items():
        pairs = tuple(flows.told(pages, [target]))
        stays = [target] if target in before else []
        yield PageChange("merged", (*stays, *pages), (target,), pairs)


def _split(flows: _Flows, before: Pages, gone: Sequence[str], new: Collection[str]) -> Iterator[PageChange]:
    for page in before:
        targets = [target for target in flows.targets.get(page, ()) if (page, target) in flows.between]
        if any(target in new for target in targets):
            parts = targets if page in gone else [target for target in targets if target in new]
            stays = [] if page in gone else [page]
            pairs = tuple(flows.told([page], parts))
            yield PageChange("split", (page,), (*stays, *parts), pairs)


def _emptied(flows: _Flows, gone: Sequence[str], told: Collection[str]) -> Iterator[PageChange]:
    for page in gone:
        if page not in told:
            targets = tuple(flows.targets.get(page, ()))
            yield PageChange("emptied", (page,), (), (*flows.lost.get(page, ()), *flows.told([page], targets)))


def _moved(flows: _Flows) -> Iterator[PageChange]:
    for (source, target), pairs in flows.between.items():
        yield PageChange("moved", (source,), (target,), tuple(pairs))


def _made(flows: _Flows, new: Collection[str]) -> Iterator[PageChange]:
    for page, pairs in flows.new.items():
        if page in new:
            yield PageChange("made", (), (page,), tuple(pairs))


def _only(counts: Mapping[str, int]) -> str:
    """The one page in some counts; nothing where there is none, or more."""
    return next(iter(counts)) if len(counts) == 1 else ""
