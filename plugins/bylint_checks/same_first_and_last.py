"""
First and last name are the same.

## Why it matters

Some systems ask for two names, and people with one field too many fill in their whole name twice. “XingyuHan XingyuHan”
is cited so, and is on no page with Xingyu Han.

## Example

    {"id": "x-1", "title": "T", "authors": [{"first": "XingyuHan", "last": "XingyuHan"}]}

## What to do

Look at the PDF. Put given name and surname into their fields; a single name goes into the last name, and the first
stays empty.

## Quiet on

One word, whatever it is: “Xin Xin” and “Thomas Thomas” are names, and “Ankit Ankit” may be printed so by somebody who
has one name, in India or Indonesia. Of fourteen such findings that were read only one was right, and the check finds
them no more. E-mail addresses, which are another fault.

What is found plainly holds a whole name: two words, two capitals, a hyphen before a capital, three Han signs, or a
word that is a common surname and somebody's given name (“Liujianfeng”).
"""

import re
from collections.abc import Iterator

from bylint import Applicability, Finding, Fix, Location, Name, Names, Severity, check
from bylint.names import fold, words
from bylint_checks._fields import renaming
from bylint_checks._uses import Uses, uses_of

_TWO_PARTS = re.compile(r"([A-Z][a-zà-ÿ]+)[\s-]?([A-Z][a-zà-ÿ]+)")
_WHOLE = re.compile(r"\S\s+\S|[^\W\d_]{2}-[A-Z]|[a-zà-ÿ][A-Z]|[\u4e00-\u9fff]{3}")
_COMMON = 10
"""So many names have a surname that is known for one."""


@check(Severity.WARNING, confidence=0.97, fixes=Applicability.SUGGEST)
def same_first_and_last(name: Name, names: Names) -> Iterator[Finding]:
    first, last = name.first or "", name.last
    if first[:1].lower() != last[:1].lower() or not words(first) or words(first) != words(last) or "@" in last:
        return
    parts = _parts(last, uses_of(names))
    if parts is not None or _WHOLE.search(last):
        yield Finding(
            message=f"“{name}”: “{last}” is both first and last name",
            location=Location(field="first"),
            fix=Fix(changes=renaming(name, parts)) if parts else None,
        )


def _parts(text: str, uses: Uses) -> Name | None:
    """The name that a whole name of two parts is, by what others are called."""
    match = _TWO_PARTS.fullmatch(text)
    if match is not None:
        given, surname = match[1], match[2]
        is_reversed = uses.last[fold(given)] > uses.last[fold(surname)]
        return Name(surname, given) if is_reversed else Name(given, surname)
    if not text.isalpha() or text[1:] != text[1:].lower() or uses.first[fold(text)] or uses.last[fold(text)]:
        return None
    halves = [(text[:cut], text[cut:].title()) for cut in range(2, len(text) - 1)]
    orders = [Name(*order) for half in halves for order in (half, half[::-1])]
    known = [
        order for order in orders if uses.last[fold(order.last)] >= _COMMON and uses.first[fold(order.first or "")]
    ]
    return max(known, key=lambda order: uses.last[fold(order.last)], default=None)
