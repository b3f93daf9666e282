"""What an entry of a people database holds, field by field, in each of the forms."""

from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from typing import Any, NamedTuple

from bylint.loaders._people_forms import CATCH_ALL
from bylint.model import Name, Person
from bylint.names import slug


class EntryForm(Enum):
    """How a database writes a person."""

    BY_ID = "an object or a mapping from ids to entries"
    VARIANTS = "a list of entries with `canonical` and `variants`"
    LINE = "a line of JSON Lines"


FIELDS: Mapping[EntryForm, tuple[str, ...]] = {
    EntryForm.BY_ID: ("names", "orcid", "degree", "comment", "similar", "disable_name_matching"),
    EntryForm.VARIANTS: ("canonical", "comment", "degree", "id", "orcid", "similar", "variants"),
    EntryForm.LINE: (
        "person",
        "names",
        "orcid",
        "degree",
        "comment",
        "similar",
        "verified",
        "matches_by_name",
        "other_ids",
    ),
}
"""The fields that are written, in their usual order."""


class FieldChange(NamedTuple):
    """Another value for a field; `old` is None where it is not written yet, `new` where it is taken out."""

    field: str
    old: Any
    new: Any


def fields_of(person: Person, form: EntryForm, *, writes_degree: bool = True) -> dict[str, Any] | None:
    """The fields of a person's entry; None for a person whom the form cannot hold.

    `writes_degree` is False where what tells namesakes apart stands in `comment`.
    """
    comment, degree = person.comment, person.degree
    if form is EntryForm.VARIANTS and not person.is_verified:
        comment = comment or CATCH_ALL
    if degree and not comment and not writes_degree:
        comment, degree = degree, None
    names = [name_fields(name) for name in person.names]
    fields: dict[str, Any] = {
        "person": person.id,
        "names": names,
        "orcid": person.orcid,
        "degree": degree,
        "comment": comment,
        "similar": list(person.similar),
    }
    match form:
        case EntryForm.BY_ID if person.is_verified and not person.other_ids:
            fields["disable_name_matching"] = not person.matches_by_name or None
        case EntryForm.VARIANTS if not person.other_ids and (person.matches_by_name or not person.is_verified):
            is_plain = person.id == slug(person.names[0]) and len(names) > 1
            fields |= {"canonical": names[0], "variants": names[1:], "id": None if is_plain else person.id}
        case EntryForm.LINE:
            fields |= {
                "verified": None if person.is_verified else False,
                "matches_by_name": None if person.matches_by_name else False,
                "other_ids": list(person.other_ids),
            }
        case _:
            return None
    return {field: fields[field] for field in FIELDS[form] if fields[field] is not None and fields[field] != []}


def name_fields(name: Name) -> dict[str, str]:
    """A name as the databases write it."""
    return {"first": name.first, "last": name.last} if name.first else {"last": name.last}


def field_changes(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[FieldChange]:
    """What becomes of the fields of an entry; an id that is not written because it follows from the name stays so."""
    for field in dict.fromkeys([*old, *new]):
        before, after = old.get(field), new.get(field)
        if before != after and field != "id":
            yield FieldChange(field, before, after)


def field_order(form: EntryForm, written: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """The order of fields that the entries of a file keep: that of the alphabet where all do, or else the usual one."""
    in_alphabet = all(list(fields) == sorted(fields) for fields in written) and bool(written)
    return tuple(sorted(FIELDS[form])) if in_alphabet and form is not EntryForm.LINE else FIELDS[form]


def field_before(field: str, written: Sequence[str], order: Sequence[str]) -> str | None:
    """The field of an entry behind which another one belongs; None for in front of all."""
    rank = {name: number for number, name in enumerate(order)}
    before = [name for name in written if rank.get(name, -1) < rank[field]]
    return before[-1] if before else None
