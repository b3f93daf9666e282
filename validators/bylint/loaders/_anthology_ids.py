"""How the ACL Anthology builds the ids of papers and volumes."""

import re

_OLD_COLLECTION = re.compile(r"[A-Z][0-9]{2}")
_NUMBER = re.compile(r"[0-9]{1,7}")


def is_number(text: str) -> bool:
    """Whether an id is a number that a paper could have."""
    return _NUMBER.fullmatch(text) is not None


def paper_id(collection: str, volume: str, number: int) -> str:
    """The id of a paper; number 0 is the volume's front matter.

    >>> paper_id("P18", "1", 1), paper_id("W00", "1", 1), paper_id("2024.acl", "long", 1)
    ('P18-1001', 'W00-0101', '2024.acl-long.1')
    """
    if not _is_old(collection, volume):
        return f"{collection}-{volume}.{number}"
    if _has_two_digit_volumes(collection, int(volume)):
        return f"{collection}-{int(volume):02d}{number:02d}"
    return f"{collection}-{int(volume)}{number:03d}"


def volume_id(collection: str, volume: str) -> str:
    """The id of a volume.

    >>> volume_id("P18", "1"), volume_id("W00", "1"), volume_id("2024.acl", "long")
    ('P18-1', 'W00-01', '2024.acl-long')
    """
    if _is_old(collection, volume) and _has_two_digit_volumes(collection, int(volume)):
        return f"{collection}-{int(volume):02d}"
    return f"{collection}-{volume}"


def _is_old(collection: str, volume: str) -> bool:
    return is_number(volume) and _OLD_COLLECTION.fullmatch(collection) is not None


def _has_two_digit_volumes(collection: str, volume: int) -> bool:
    """Workshops share out their four digits as two and two; so do C69 and the later volumes of D19."""
    return collection.startswith("W") or collection == "C69" or (collection == "D19" and volume >= 5)
