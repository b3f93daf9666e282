"""Names that stand in one field: whether they are people's, and where they are to be parted."""

import re

from bylint import Fix, Name, Names
from bylint.names import PARTICLES, fold, scripts, words
from bylint_checks._collectives import kind_of_collective
from bylint_checks._fields import renaming
from bylint_checks._traditions import is_burmese

_PERSON = re.compile(r"[^\W\d_](?:[^\W\d_]|[.'’\-‐ ,])*")
"""Letters of any script, and the signs that names have."""
_OF_NO_PERSON = re.compile(r"(?i:\b(?:the|of|for|and|international|systems?|technolog\w+|language)\b)|[A-Z]{3}")


def is_persons(name: Name) -> bool:
    """Whether a last name of several words may be a person's whole name.

    >>> is_persons(Name(None, "Mahmoud El-Haj")), is_persons(Name(None, "van Gogh")), is_persons(Name(None, "SRA Team"))
    (True, False, False)
    """
    text = name.last.strip()
    if not _PERSON.fullmatch(text) or _OF_NO_PERSON.search(text) or kind_of_collective(name):
        return False
    return fold(text.split()[0]) not in PARTICLES and not is_burmese(words(text))


def parted_elsewhere(name: Name, names: Names) -> list[Name]:
    """The same name in two fields, as other records have it, the most frequent first."""
    return sorted((other for other in names.alike(name) if other.first), key=lambda other: -names.count(other))


def parted(name: Name, known: Name | None) -> Fix | None:
    """The name in two fields, as another record has it, or with the last word as surname."""
    parts = name.last.split()
    if known is not None:
        count = len((known.first or "").split())
        if len(parts) != count + len(known.last.split()):
            return None
        first, last = " ".join(parts[:count]), " ".join(parts[count:])
    elif len(parts) == 2 and scripts(name.last) == {"latin"}:
        first, last = (parts[1], parts[0].rstrip(",")) if parts[0].endswith(",") else (parts[0], parts[1])
    else:
        return None
    return Fix(changes=renaming(name, Name(first, last)))
