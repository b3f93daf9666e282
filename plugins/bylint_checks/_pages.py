"""The pages of a paper as numbers."""

import re

_RANGE = re.compile(r"([0-9]{1,9})\s*(?:[-‐-―−]+\s*([0-9]{1,9}))?")
_SHORTENED_AT_MOST = 100
"""Pages of a range whose last number is shortened."""


def page_range(text: str | None) -> tuple[int, int] | None:
    """The first and the last page; None where the text is no number and no range of two.

    The last page may be written with its last digits alone, and may be wrong.

    >>> page_range("194–95"), page_range("666–106"), page_range("7"), page_range("iii–iv")
    ((194, 195), (666, 106), (7, 7), None)
    """
    match = _RANGE.fullmatch((text or "").strip())
    return (int(match[1]), _last(match[1], match[2] or match[1])) if match else None


def page_count(text: str | None) -> int | None:
    """How many pages a paper has; None where that is not known.

    >>> page_count("194–95"), page_count("7"), page_count("666–106")
    (2, 1, None)
    """
    first, last = page_range(text) or (1, 0)
    return last - first + 1 if first <= last else None


def _last(first: str, last: str) -> int:
    whole = int(first[: -len(last)] + last) if len(last) < len(first) else int(last)
    return whole if int(first) <= whole < int(first) + _SHORTENED_AT_MOST else int(last)
