"""Bylines that list the same people twice, once in Latin letters and once in another script."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from bylint import Authorship, Name
from bylint.names import scripts, slug

_BEYOND_LATIN = "\u0370"
"""The first letter of Greek; before it are only letters and accents of Latin."""
_UNEVEN = 5
"""One name may be missing on a side for every so many that are there, and always one."""


class TwoScripts(NamedTuple):
    """The two halves of a byline."""

    latin: tuple[Authorship, ...]
    other: tuple[Authorship, ...]
    same: tuple[tuple[Authorship, Authorship], ...]
    """One from each half, where the records show that both are one name."""


def two_scripts(byline: Sequence[Authorship]) -> TwoScripts | None:
    """The halves of a byline that is written twice; None for every other one.

    The halves follow one another, or each name is followed by its own other form; they are as long, or nearly. Alone
    beside one other, a name must be the same one.
    """
    last_names = "".join([authorship.name.last for authorship in byline])
    if last_names.isascii() or max(last_names) < _BEYOND_LATIN:
        return None
    written_in = [scripts(str(authorship.name)) for authorship in byline]
    is_latin = ["latin" in found or not found for found in written_in]
    latin = tuple(authorship for authorship, yes in zip(byline, is_latin, strict=True) if yes)
    other = tuple(authorship for authorship, yes in zip(byline, is_latin, strict=True) if not yes)
    fewer, more = sorted((len(latin), len(other)))
    if not fewer or more - fewer > max(1, fewer // _UNEVEN) or (fewer == 1 and more > 1):
        return None
    turns = sum(left is not right for left, right in pairwise(is_latin))
    if turns not in {1, len(byline) - 1}:
        return None
    known = {form: authorship for authorship in other for form in _other_forms(authorship)}
    pairs = ((left, known.get(form)) for left in latin for form in _latin_forms(left))
    same = tuple(dict.fromkeys((left, right) for left, right in pairs if right is not None))
    return TwoScripts(latin, other, same) if same or fewer > 1 else None


def _other_forms(authorship: Authorship) -> set[Name | str]:
    """A name in another script, and how it comes out letter by letter with either name first.

    Transliteration knows Han in Mandarin only: that it leads to a name of the other list is a strong sign, that it
    does not is none.
    """
    name = authorship.name
    return {name, slug(name), slug(Name(name.last, name.first or ""))}


def _latin_forms(authorship: Authorship) -> set[Name | str]:
    return {slug(authorship.name), *(variant.name for variant in authorship.variants)}
