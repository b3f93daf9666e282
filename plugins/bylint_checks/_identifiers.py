"""What checks of the people database share: ids and their suffixes, ORCIDs, and who lists a name."""

from bylint import Authorship, Name, Person, bare_orcid, orcid_check_digit
from bylint.names import slug, words


def orcid_of(one: Authorship | Person) -> str | None:
    """The bare ORCID of an authorship or an entry; None where none is written, or what is no ORCID."""
    return bare_orcid(one.orcid) if one.orcid else None


def valid_orcid(one: Authorship | Person) -> str | None:
    """The same; None as well for an ORCID that is nobody's by its last sign."""
    bare = orcid_of(one)
    return bare if bare and bare[-1] == orcid_check_digit(bare[:-1]) else None


def is_known_to_have(person: Person | None, orcid: str) -> bool:
    """Whether the comment of an entry names an ORCID: the person has it beside the one of the entry."""
    return person is not None and orcid in (person.comment or "").upper()


def suffix(person: Person) -> str:
    """What stands in an id behind the slug of one of the person's names, the longest that it begins with.

    >>> from bylint.testing import person
    >>> suffix(person("yang-liu-umich", "Yang|Liu")), suffix(person("yang-liu", "Yang|Liu"))
    ('umich', '')
    """
    slugs = [slug(name) for name in person.names]
    begun = [one for one in slugs if person.id.startswith(f"{one}-")]
    return person.id[len(max(begun, key=len)) + 1 :] if begun and person.id not in slugs else ""


def ends_in_orcid(person: Person) -> bool:
    """Whether an id was made from a name that was taken and the last four signs of the person's ORCID."""
    orcid = orcid_of(person)
    return orcid is not None and person.id.endswith(f"-{orcid[-4:].lower()}")


def lists(person: Person, name: Name) -> bool:
    """Whether a name is listed, up to accents and capitals; a slug would make a Han name equal to a Latin one."""
    return words(str(name)) in [words(str(listed)) for listed in person.names]


def are_told_apart(left: Person, right: Person) -> bool:
    """Whether one of two entries lists the other as `similar`: somebody has decided that they are two people."""
    return left.id in right.similar or right.id in left.similar
