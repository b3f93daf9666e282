"""ORCIDs as they are written, bare or as an address."""

import re

_FORM = re.compile(r"(?:https?://(?:www\.)?orcid\.org/)?([0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X])/?", re.IGNORECASE)


def bare_orcid(text: str) -> str | None:
    """The identifier without an address around it; None where the form is wrong.

    >>> bare_orcid("https://orcid.org/0000-0002-1825-0097")
    '0000-0002-1825-0097'
    """
    match = _FORM.fullmatch(text.strip())
    return match[1].upper() if match else None
