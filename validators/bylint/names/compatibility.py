"""How two names differ, where they could be one person's."""

from functools import lru_cache
from typing import NamedTuple

from bylint.model import Name
from bylint.names.folding import words

_SHORT_FORMS = """
bill william will billy|bob robert rob bobby|mike michael|dave david|tom thomas|jim james jimmy|joe joseph|dan daniel
steve stephen steven|chris christopher|rich richard rick dick|ed edward eduard|tony anthony|alex alexander alexandra
alexandru|sasha alexander|matt matthew|andy andrew|ben benjamin|sam samuel|tim timothy|nick nicholas nicolas|pete peter
phil philip phillip|ken kenneth|ron ronald|don donald|doug douglas|greg gregory|jeff jeffrey geoffrey|jon jonathan john
kate katherine catherine kathy|liz elizabeth beth|sue susan|maggie margaret|becky rebecca|jen jennifer
chuck charles charlie|fred frederick|ted edward theodore|vlad vladimir|max maximilian|manny emmanuel|gus gustavo
larry lawrence|ray raymond|stan stanley|walt walter|zach zachary|josh joshua|jake jacob|nate nathan nathaniel
pat patrick patricia
"""
_ALIKE = 0.85
"""Jaro-Winkler similarity from which two given names are spelled alike."""


def _short_forms() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in _SHORT_FORMS.strip().replace("\n", "|").split("|"):
        for word in row.split():
            found.setdefault(word, set()).update(row.split())
    return {word: frozenset(forms) for word, forms in found.items()}


SHORT_FORMS = _short_forms()
"""Given names that stand for one another; no more than a few dozen, since most short forms are in no list."""


class NameForm(NamedTuple):
    """The folded words of a name, apart and joined."""

    given: tuple[str, ...]
    surname: tuple[str, ...]
    joined_given: str
    joined_surname: str

    @property
    def long(self) -> frozenset[str]:
        """All words of two letters or more."""
        return frozenset(word for word in self.given + self.surname if len(word) > 1)

    @property
    def joined(self) -> str:
        """All letters in a row."""
        return self.joined_given + self.joined_surname


@lru_cache(maxsize=1 << 17)
def name_form(name: Name) -> NameForm:
    """The words of a name."""
    given, surname = words(name.first or ""), words(name.last)
    return NameForm(given, surname, "".join(given), "".join(surname))


def difference(left: Name, right: Name) -> str:
    """How two names differ, in words that end "the names are ..."; empty where they could not be one person's.

    >>> difference(Name("Noah", "Smith"), Name("Noah A.", "Smith"))
    'one has a further given name'
    """
    return form_difference(name_form(left), name_form(right))


def form_difference(left: NameForm, right: NameForm) -> str:
    """The same for the words of two names."""
    if left == right:
        return "the same name" if left.joined else ""
    if left.joined_surname == right.joined_surname:
        return "" if not left.joined_surname else _of_given(left.given, right.given)
    if left.joined == right.joined:
        return "the same letters, divided otherwise"
    own, other = left.long, right.long
    if own == other and len(own) > 1 and _length(left) == _length(right):
        return "the same words in another order"
    if own < other or other < own:
        same = left.given[:1] == right.given[:1]
        return "one has words that the other lacks" if same else "one begins with words that the other lacks"
    return _of_surnames(left, right)


def _length(form: NameForm) -> int:
    return len(form.given) + len(form.surname)


_SAFE_GIVEN = {
    "the same but for spaces": "",
    "one has a further given name": ", and one has a further given name",
    "one has an initial for a given name": ", and one has an initial for a given name",
    "one has initials only": ", and one has initials only",
}


def _of_surnames(left: NameForm, right: NameForm) -> str:
    given = _of_given(left.given, right.given)
    own, other = set(left.surname), set(right.surname)
    if own & other and len(own | other) > 1:
        return "one has a part of the other's surname" + _SAFE_GIVEN[given] if given in _SAFE_GIVEN else ""
    short = min(len(left.joined_surname), len(right.joined_surname))
    apart = _letters_apart(left.joined_surname, right.joined_surname)
    if given in _SAFE_GIVEN and ((apart == 1 and short > 3) or (apart == 2 and short > 6)):
        return f"surnames {_count(apart)} apart{_SAFE_GIVEN[given]}"
    if given == "the same but for spaces" and len(left.joined_given) > 3 and short > 2:
        begins = left.joined_surname.startswith(right.joined_surname) or right.joined_surname.startswith(
            left.joined_surname
        )
        return "one surname begins the other" if begins else "other surnames"
    return "two words in common" if len(left.long & right.long) > 1 else ""


def _of_given(left: tuple[str, ...], right: tuple[str, ...]) -> str:  # noqa: PLR0911 - a way each
    if "".join(left) == "".join(right):
        return "the same but for spaces"
    if not left or not right:
        return "one has no given name"
    shorter, longer = sorted((left, right), key=len)
    matched = _matched(shorter, longer)
    if matched is not None:
        initials, skipped = matched
        if skipped:
            return "one goes by a later given name"
        if not initials:
            return "one has a further given name"
        alone = all(len(word) == 1 for word in shorter) or all(len(word) == 1 for word in longer)
        return "one has initials only" if alone else "one has an initial for a given name"
    if left[0] == right[0] and len(left[0]) > 1:
        return "other further given names"
    if right[0] in SHORT_FORMS.get(left[0], ()):
        return "one has a short form of the given name"
    return _of_spelling(left, right)


def _of_spelling(left: tuple[str, ...], right: tuple[str, ...]) -> str:
    own, other = "".join(left), "".join(right)
    short = min(len(own), len(other))
    if short > 3 and (own.startswith(other) or other.startswith(own)):
        return "one given name begins the other"
    apart = _letters_apart(own, other)
    if (apart == 1 and short > 3) or (apart == 2 and short > 6):
        return f"given names {_count(apart)} apart"
    if own[0] == other[0] and short > 2:
        from rapidfuzz.distance import JaroWinkler

        if JaroWinkler.similarity(left[0], right[0]) >= _ALIKE:
            return "given names spelled alike"
    return "other given names"


def _matched(shorter: tuple[str, ...], longer: tuple[str, ...]) -> tuple[int, bool] | None:
    """Whether each word of the one matches a word of the other in order: by how many initials, and past the first."""
    position, initials, skipped = 0, 0, False
    for number, word in enumerate(shorter):
        while position < len(longer):
            other = longer[position]
            if word == other:
                break
            if word[0] == other[0] and 1 in (len(word), len(other)):
                initials += 1
                break
            position += 1
        else:
            return None
        skipped = skipped or (number == 0 and position > 0)
        position += 1
    return initials, skipped


def _letters_apart(left: str, right: str) -> int:
    """Letters to add, drop, change or swap; 3 for more than two."""
    if abs(len(left) - len(right)) > 2:
        return 3
    from rapidfuzz.distance import DamerauLevenshtein  # 20 ms to import, and few runs compare names

    return DamerauLevenshtein.distance(left, right, score_cutoff=2)


def _count(letters: int) -> str:
    return "one letter" if letters == 1 else "two letters"
