"""The shapes of an entry in the people databases."""

from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bylint.errors import plain_words
from bylint.loaders._trees import Pairs
from bylint.model import Name, Person
from bylint.names import slug

CATCH_ALL = "May refer to several people"


class NameForm(BaseModel):
    """A name as the databases write it."""

    model_config = ConfigDict(frozen=True)
    first: str | None = None
    last: str = Field(min_length=1)

    @property
    def name(self) -> Name:
        """The name, an empty first name being none."""
        return Name(self.first or None, self.last)


class _CommonForm(BaseModel):
    model_config = ConfigDict(frozen=True)
    orcid: str | None = None
    degree: str | None = None
    comment: str | None = None
    institution: str | None = None
    similar: tuple[str, ...] = ()


class PersonForm(_CommonForm):
    """An entry of people.json and people.yaml."""

    names: tuple[NameForm, ...] = Field(min_length=1)
    disable_name_matching: bool = False

    def person(self, person_id: str, path: str) -> Person:
        """The record."""
        return Person(
            person_id,
            tuple(dict.fromkeys(form.name for form in self.names)),
            path,
            orcid=self.orcid,
            degree=self.degree or self.institution,
            comment=self.comment,
            similar=self.similar,
            matches_by_name=not self.disable_name_matching,
        )


class VariantsForm(_CommonForm):
    """An entry of name_variants.yaml."""

    canonical: NameForm
    id: str | None = None
    variants: tuple[NameForm, ...] = ()

    def person(self, person_id: str, path: str) -> Person:
        """The record; an id that stands for anybody else of the name is not verified."""
        return Person(
            person_id,
            tuple(dict.fromkeys(form.name for form in (self.canonical, *self.variants))),
            path,
            orcid=self.orcid,
            degree=self.degree or self.institution,
            comment=self.comment,
            similar=self.similar,
            is_verified=CATCH_ALL.lower() not in (self.comment or "").lower(),
        )


def variants_id(entry: object) -> str | None:
    """The id of an entry of name_variants.yaml: its own, or the slug of its canonical name."""
    fields = dict(entry) if isinstance(entry, Pairs) else {}
    if isinstance(fields.get("id"), str):
        return str(fields["id"])
    canonical = dict(fields["canonical"]) if isinstance(fields.get("canonical"), Pairs) else {}
    last = canonical.get("last")
    if not isinstance(last, str):
        return None
    first = canonical.get("first")
    return slug(Name(first if isinstance(first, str) else None, last))


def read_entry(
    form: type[PersonForm | VariantsForm], entry: object, person_id: str, path: str
) -> tuple[Person | None, list[tuple[str, str]], list[str]]:
    """The person of an entry, what is wrong with it as (field, message), and the fields nobody reads.

    The person is None where something is wrong.
    """
    if not isinstance(entry, Pairs):
        return None, [("", "the entry is no mapping")], []
    fields = dict(entry)
    unknown = [key for key in fields if key not in form.model_fields]
    try:
        person = form.model_validate(_plain(fields)).person(person_id, path)
    except ValidationError as error:
        problems: dict[str, str] = {}
        for problem in error.errors(include_url=False, include_input=False, include_context=False):
            field = str(problem["loc"][0]) if problem["loc"] else ""
            problems.setdefault(field, f"{'.'.join(map(str, problem['loc']))}: {plain_words(problem['msg'])}")
        return None, list(problems.items())[:3], unknown
    return person, [], unknown


def _plain(tree: Any) -> Any:
    """The tree with dictionaries for mappings."""
    if isinstance(tree, Pairs):
        return {key: _plain(value) for key, value in tree}
    if isinstance(tree, dict):
        return {key: _plain(value) for key, value in tree.items()}
    if isinstance(tree, list):
        return [_plain(value) for value in tree]
    return tree
