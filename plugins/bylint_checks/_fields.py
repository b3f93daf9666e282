"""The two fields of a name, and what makes another name of them."""

from bylint import Change, Location, Name


def fields(name: Name) -> tuple[tuple[str, str], tuple[str, str]]:
    """Each field with its text, which is empty for a first name that is not there."""
    return ("first", name.first or ""), ("last", name.last)


def renaming(old: Name, new: Name) -> tuple[Change, ...]:
    """The changes that make one name another, on every authorship of a finding that carries it.

    >>> [change.new for change in renaming(Name("Asma Ben", "Abacha"), Name("Asma", "Ben Abacha"))]
    ['Asma', 'Ben Abacha']
    """
    pairs = zip(fields(old), fields(new), strict=True)
    return tuple(Change(Location(field=field), was, now) for (field, was), (_, now) in pairs if was != now)
