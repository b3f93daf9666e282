"""Names that a format writes as one text: where the first name ends and the last name begins in it."""

from functools import lru_cache
from typing import TypeAlias

from bylint.model import Name
from bylint.names import GENERATIONS, PARTICLES

Stretch: TypeAlias = tuple[int, int]
"""The first character and the one after the last, from 0."""
_IN_CAPITALS = frozenset(
    ["De", "Dei", "Degli", "Del", "Della", "Delle", "Den", "Der", "Des", "La", "Las", "Los", "Ten", "Ter", "Von"]
)
_BEHIND_A_COMMA = GENERATIONS | {"phd", "md", "msc", "dphil", "esq"}
"""What a comma sets off without turning the name round."""


@lru_cache(maxsize=1 << 15)
def whole_name(text: str) -> Name:
    """The name that a text writes.

    >>> whole_name("Vincent van Gogh"), whole_name("Gogh, Vincent van"), whole_name("Mausam")
    (Name(first='Vincent', last='van Gogh'), Name(first='Vincent van', last='Gogh'), Name(first=None, last='Mausam'))
    """
    first, last = parted(text)
    return Name(text[slice(*first)] or None, text[slice(*last)])


def parted(text: str) -> tuple[Stretch, Stretch]:
    """Where the first and the last name stand in a text; the first is empty for one word.

    A comma turns the name round; otherwise the last word is the last name, with a generation behind it and particles
    before it: those in lower case, and in capitals those that nobody has for a given name. Of the spaces, only the one
    between the two is in neither.
    """
    comma = text.find(",")
    if comma > 0 and text.count(",") == 1 and _turns_round(text[:comma], text[comma + 1 :]):
        behind = comma + 1 + text.startswith(" ", comma + 1)
        return (behind, len(text)), (0, comma)
    words = text.split()
    if len(words) < 2:
        return (0, 0), (0, len(text))
    start = len(text)
    for word in reversed(words[_first_of_last(words) :]):
        start = text.rindex(word, 0, start)
    return (0, start - text.startswith(" ", start - 1)), (start, len(text))


def _turns_round(before: str, behind: str) -> bool:
    return bool(before.strip() and behind.strip()) and _plain(behind) not in _BEHIND_A_COMMA


def _plain(word: str) -> str:
    return word.replace(".", "").strip(" ,").lower()


def _first_of_last(words: list[str]) -> int:
    number = len(words) - 1
    if words[number].endswith(")"):
        number = next((opening - 1 for opening in range(2, number + 1) if words[opening].startswith("(")), number)
    while number > 1 and _plain(words[number]) in GENERATIONS:
        number -= 1
    while number > 1 and (words[number - 1] in PARTICLES or words[number - 1] in _IN_CAPITALS):
        number -= 1
    return number
