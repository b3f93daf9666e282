"""
First and last name are the same.

## Why it matters

Some systems ask for two names, and people with one field too many fill in the same twice: their whole name, or their
only one. “XingyuHan XingyuHan” is cited so, and is on no page with Xingyu Han.

## Example

    {"id": "x-1", "title": "T", "authors": [{"first": "XingyuHan", "last": "XingyuHan"}]}

## What to do

Look at the PDF. Put given name and surname into their fields; a single name goes into the last name, and the first
stays empty.

## Quiet on

“Xin Xin”, “Wei Wei”, “Chen Chen”, “Thomas Thomas”: a word that others have as first and others as last name. Words of
four letters or fewer, which may be such a name. E-mail addresses, which are another fault.

It is surest where one field plainly holds a whole name: two words, two capitals, a hyphen before a capital, three Han
signs, or a word that is a common surname and somebody's given name (“Liujianfeng”). Any other word may be all that
somebody is called, in Indonesia or India, and printed twice (“Ankit Ankit”); whether it belongs there twice only
the PDF tells, and the finding is less sure.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from bylint import Applicability, Change, Finding, Fix, Location, Name, Names, Severity, check
from bylint.names import fold, words

_TWO_PARTS = re.compile(r"([A-Z][a-zà-ÿ]+)[\s-]?([A-Z][a-zà-ÿ]+)")
_WHOLE = re.compile(r"\S\s+\S|[^\W\d_]{2}-[A-Z]|[a-zà-ÿ][A-Z]|[\u4e00-\u9fff]{3}")
_SHORT = 4
_COMMON_SURNAME = 10
_WHOLE_NAME, _ONE_WORD = 0.97, 0.3


@check(Severity.WARNING, confidence=_WHOLE_NAME, fixes=Applicability.SUGGEST)
def same_first_and_last(name: Name, names: Names) -> Iterator[Finding]:
    first, last = name.first or "", name.last
    if first[:1].lower() != last[:1].lower() or not words(first) or words(first) != words(last) or "@" in last:
        return
    usage = _usage(names)
    others = usage.first[fold(last)], usage.last[fold(last)]
    parts = _parts(last, usage)
    is_whole = parts is not None or bool(_WHOLE.search(last))
    if is_whole or (len(last) > _SHORT and not all(others)):
        yield Finding(
            message=f"“{name}”: “{last}” is both first and last name",
            location=Location(field="first"),
            confidence=_WHOLE_NAME if is_whole else _ONE_WORD,
            fix=_fix(name, *parts) if parts else None,
        )


class _Usage(NamedTuple):
    """How many names have a text, folded, as first and as last name; not counted where both are the same."""

    first: Counter[str]
    last: Counter[str]


@lru_cache(maxsize=1)
def _usage(names: Names) -> _Usage:
    others = [name for name in names if name.first and name.first != name.last]
    return _Usage(Counter(fold(name[0] or "") for name in others), Counter(fold(name[1]) for name in others))


def _parts(text: str, usage: _Usage) -> tuple[str, str] | None:
    """Given name and surname in a whole name of two parts, told apart by what others are called."""
    match = _TWO_PARTS.fullmatch(text)
    if match is not None:
        given, surname = match[1], match[2]
        return (surname, given) if usage.last[fold(given)] > usage.last[fold(surname)] else (given, surname)
    if not text.isalpha() or text[1:] != text[1:].lower() or usage.first[fold(text)] or usage.last[fold(text)]:
        return None
    halves = [(text[:cut], text[cut:].title()) for cut in range(2, len(text) - 1)]
    orders = [order for half in halves for order in (half, half[::-1])]
    known = [order for order in orders if usage.last[fold(order[1])] >= _COMMON_SURNAME and usage.first[fold(order[0])]]
    return max(known, key=lambda order: usage.last[fold(order[1])], default=None)


def _fix(name: Name, given: str, surname: str) -> Fix:
    first = Change(Location(field="first"), name.first or "", given)
    return Fix(changes=(first, Change(Location(field="last"), name.last, surname)))
