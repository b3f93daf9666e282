"""ORCIDs as they are written: the bare identifier, and whether its last sign fits."""

import re

_FORM = re.compile(r"(?:https?://(?:www\.)?orcid\.org/)?([0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X])/?", re.IGNORECASE)


def bare_orcid(text: str) -> str | None:
    """The identifier without an address around it; None where the form is wrong.

    >>> bare_orcid("https://orcid.org/0000-0002-1825-0097")
    '0000-0002-1825-0097'
    """
    match = _FORM.fullmatch(text.strip())
    return match[1].upper() if match else None


def check_sign(bare: str) -> str:
    """The sign that ISO 7064 MOD 11-2 asks for at the end of an ORCID.

    >>> check_sign("0000-0002-1825-0097")
    '7'
    """
    total = 0
    for digit in bare.replace("-", "")[:-1]:
        total = (total + int(digit)) * 2
    return "0123456789X"[(12 - total % 11) % 11]
