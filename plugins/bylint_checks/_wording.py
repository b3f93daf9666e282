"""Numbers, lists and names in the words of a message."""

from collections.abc import Iterable
from difflib import get_close_matches

from bylint import Name

_FEW = 3
"""So many items are named, and the rest is counted."""
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def how_many(count: int) -> str:
    """A count in words, as far as one reads it more easily so.

    >>> how_many(2), how_many(12)
    ('two', '12')
    """
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)


def counted(count: int, what: str) -> str:
    """A count with its word.

    >>> counted(1, "paper"), counted(2, "paper")
    ('1 paper', '2 papers')
    """
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


def listed(items: Iterable[object], few: int = _FEW) -> str:
    """The first few of some items, and how many there are beside.

    >>> listed(["a", "b", "c", "d"])
    'a, b, c and 1 more'
    """
    texts = list(map(str, items))
    more = f" and {len(texts) - few} more" if len(texts) > few else ""
    return ", ".join(texts[:few]) + more


def joined(items: Iterable[str]) -> str:
    """All of some items.

    >>> joined(["a"]), joined(["a", "b", "c"])
    ('a', 'a, b and c')
    """
    *first, last = items
    return f"{', '.join(first)} and {last}" if first else last


def barred(name: Name) -> str:
    """A name with the boundary between first and last name.

    >>> barred(Name("Asma", "Ben Abacha")), barred(Name(None, "Mausam"))
    ('Asma|Ben Abacha', '|Mausam')
    """
    return f"{name.first or ''}|{name.last}"


def did_you_mean(guess: str) -> str:
    """What goes behind a message where somebody may have meant another word; empty for no guess."""
    return f"; did you mean “{guess}”?" if guess else ""


def nearest(word: str, known: Iterable[str], alike: float = 0.6) -> str:
    """The known word that is most like another, 0 to 1; empty where none is alike."""
    return next(iter(get_close_matches(word, list(known), n=1, cutoff=alike)), "")
