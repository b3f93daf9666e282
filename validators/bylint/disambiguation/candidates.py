"""Which pages could be one person's, by their names and by who they wrote with.

A page is known by its most frequent name. Measured on the ACL Anthology of October 2024, blind: of the pairs of names
that its maintainers joined and that differ by more than accents and hyphens, 95 % are among 114,000 pairs.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

import numpy

from bylint.disambiguation.index import Index
from bylint.disambiguation.rows import Numbers
from bylint.names.compatibility import SHORT_FORMS, NameForm, form_difference

_LARGEST_BLOCK = 80
"""Names that share two words; a block that holds more is no evidence of anything."""
_MOST_BY_INITIAL = 4000
"""Pairs of initials and full names of one surname; beyond that an initial could be anybody."""
_LARGEST_CIRCLE = 12
"""Co-authors of one person that share a surname or a given name."""
_WORDS = 6
"""Words of a name that are paired: what has more is a team or a whole byline."""

_FEW = 8
"""Names that are compared one by one."""

NEEDS_COAUTHOR = frozenset({"other given names", "given names spelled alike", "other surnames"})
"""Names that differ so much that only a shared co-author makes them a pair."""

Pair = tuple[int, int]


def candidates(index: Index) -> dict[Pair, str]:
    """Pairs of pages, the smaller number first, each with how their names differ; sorted.

    Pages that wrote a paper together are two people.
    """
    pages = numpy.flatnonzero(index.papers_of.lengths > 0).tolist()
    forms = {page: index.forms[page] for page in pages}
    offered = set(_by_words(forms))
    offered.update(_by_initials(forms))
    offered.update(_by_short_forms(forms))
    offered.update(_by_spelling(forms))
    meeting = set(_by_coauthor(index, forms))
    offered |= meeting
    together = _written_together(index, offered)
    found = {}
    for pair in sorted(offered):
        if pair not in together and (how := form_difference(forms[pair[0]], forms[pair[1]])):
            found[pair] = how
    meeting |= _sharing(index, [pair for pair, how in found.items() if how in NEEDS_COAUTHOR and pair not in meeting])
    return {pair: how for pair, how in found.items() if how not in NEEDS_COAUTHOR or pair in meeting}


Forms = dict[int, NameForm]


def _pairs(blocks: Iterable[Sequence[int]], largest: int) -> Iterator[Pair]:
    for block in blocks:
        if 1 < len(block) <= largest:
            yield from combinations(sorted(set(block)), 2)


def _by_words(forms: Forms) -> Iterator[Pair]:
    """Two words in common, or the same letters."""
    blocks: dict[object, list[int]] = {}
    for page, form in forms.items():
        for pair in combinations(sorted(form.long)[:_WORDS], 2):
            blocks.setdefault(pair, []).append(page)
        blocks.setdefault("".join(sorted(form.joined)), []).append(page)
    return _pairs(blocks.values(), _LARGEST_BLOCK)


def _surnames(form: NameForm) -> set[str]:
    return {form.joined_surname, *(word for word in form.surname if len(word) > 2)}


def _by_initials(forms: Forms) -> Iterator[Pair]:
    """A surname, and an initial of the one that begins a given name of the other."""
    initials: dict[tuple[str, str], list[int]] = {}
    full: dict[tuple[str, str], list[int]] = {}
    for page, form in forms.items():
        for surname in _surnames(form):
            for word in form.given[:3]:
                (initials if len(word) == 1 else full).setdefault((surname, word[0]), []).append(page)
    for key, block in initials.items():
        others = full.get(key, [])
        if len(block) * (len(others) + len(block)) <= _MOST_BY_INITIAL:
            for page in block:
                yield from ((min(page, other), max(page, other)) for other in others + block if other != page)


def _by_short_forms(forms: Forms) -> Iterator[Pair]:
    blocks: dict[tuple[str, str], list[int]] = {}
    for page, form in forms.items():
        for other in SHORT_FORMS.get(form.given[0], ()) if form.given else ():
            blocks.setdefault((form.joined_surname, other), []).append(page)
    return _pairs(blocks.values(), _LARGEST_BLOCK)


def _by_spelling(forms: Forms) -> Iterator[Pair]:
    """One part the same, the other at most two letters apart and with the same first letter."""
    given: dict[tuple[str, str], list[tuple[int, str]]] = {}
    surname: dict[tuple[str, str], list[tuple[int, str]]] = {}
    for page, form in forms.items():
        if form.joined_given and form.joined_surname:
            given.setdefault((form.joined_surname, form.joined_given[0]), []).append((page, form.joined_given))
            surname.setdefault((form.given[0], form.joined_surname[0]), []).append((page, form.joined_surname))
    for blocks in (given, surname):
        for block in blocks.values():
            if len(block) > 1:
                yield from _spelled_alike(block)


def _spelled_alike(block: list[tuple[int, str]]) -> Iterator[Pair]:
    from rapidfuzz import process
    from rapidfuzz.distance import DamerauLevenshtein

    if len(block) <= _FEW:  # most are, and a matrix takes ten times as long to set up
        for (one, text), (other, other_text) in combinations(block, 2):
            if DamerauLevenshtein.distance(text, other_text, score_cutoff=2) <= 2:
                yield min(one, other), max(one, other)
        return
    texts = [text for _, text in block]
    apart = process.cdist(texts, texts, scorer=DamerauLevenshtein.distance, score_cutoff=2, dtype=numpy.uint8)
    for left, right in zip(*(places.tolist() for places in numpy.nonzero(numpy.triu(apart <= 2, 1))), strict=True):
        one, other = block[left][0], block[right][0]
        yield min(one, other), max(one, other)


def _by_coauthor(index: Index, forms: Forms) -> Iterator[Pair]:
    """A surname or a given name in common, and somebody who wrote with both."""
    for part in (_long_given, _surname):
        numbers: dict[str, int] = {}
        word_of = numpy.full(len(index.pages), -1, numpy.int64)
        for page, form in forms.items():
            word = part(form)
            if word:
                word_of[page] = numbers.setdefault(word, len(numbers))
        rows = numpy.repeat(numpy.arange(len(index.coauthors)), index.coauthors.lengths)
        pages = index.coauthors.items
        named = word_of[pages] >= 0
        rows, pages = rows[named], pages[named]
        keys = rows * max(1, len(numbers)) + word_of[pages]
        order = numpy.lexsort((pages, keys))
        starts = numpy.flatnonzero(numpy.diff(keys[order], prepend=-1))
        sizes = numpy.diff(numpy.append(starts, len(keys)))
        for size in range(2, _LARGEST_CIRCLE + 1):
            circles = pages[order[starts[sizes == size][:, None] + numpy.arange(size)]]
            left, right = numpy.triu_indices(size, 1)
            yield from zip(circles[:, left].ravel().tolist(), circles[:, right].ravel().tolist(), strict=True)


def _surname(form: NameForm) -> str:
    return form.joined_surname


def _long_given(form: NameForm) -> str:
    return form.given[0] if form.given and len(form.given[0]) > 3 else ""


def columns(pairs: Iterable[Pair]) -> tuple[Numbers, Numbers]:
    """The left pages and the right pages."""
    both = numpy.array(list(pairs), numpy.int64).reshape(-1, 2)
    return both[:, 0], both[:, 1]


def _written_together(index: Index, pairs: Iterable[Pair]) -> set[Pair]:
    left, right = columns(pairs)
    _, together = index.coauthors.find(left, right)
    return set(zip(left[together].tolist(), right[together].tolist(), strict=True))


def _sharing(index: Index, pairs: list[Pair]) -> set[Pair]:
    """Those of the pairs that have a co-author in common."""
    left, right = columns(pairs)
    at, _ = index.coauthors.common(left, right)
    return {pairs[place] for place in at.tolist()}
