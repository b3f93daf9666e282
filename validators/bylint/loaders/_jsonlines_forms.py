"""The shapes of a line in a JSON Lines file of papers."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter


class _Form(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class NameForm(_Form):
    """A person's name."""

    first: str | None = None
    """Left out for a person with one name."""
    last: str


class VariantForm(NameForm):
    """The name in another script."""

    script: str
    """For example `hani`."""


class AuthorshipForm(NameForm):
    """One name in a byline, with what is written beside it."""

    id: str | None = None
    """The person's id, where the record says it."""
    orcid: str | None = None
    openreview: str | None = None
    affiliations: tuple[str, ...] = ()
    variants: tuple[VariantForm, ...] = ()
    literal: bool = False
    """True for a name that is one whole and not to be parted, as that of a group."""


class PaperForm(_Form):
    """A paper."""

    id: str = Field(min_length=1)
    """Unique in the corpus."""
    title: str = ""
    year: int | None = Field(default=None, ge=0, le=9999)
    authors: tuple[AuthorshipForm, ...] = ()
    """In the order of the byline."""
    editors: tuple[AuthorshipForm, ...] = ()
    venues: tuple[str, ...] = ()
    volume: str | None = None
    """The id of the volume: papers that were published and ingested together."""
    front_matter: bool = False
    """True for the record that stands for the volume itself."""
    abstract: str | None = None
    doi: str | None = None
    pages: str | None = None
    key: str | None = None
    """The citation key."""
    language: str | None = None


class PersonForm(_Form):
    """A person whom the repository knows."""

    person: str = Field(min_length=1)
    """The person's id."""
    names: tuple[NameForm, ...] = Field(min_length=1)
    """The preferred name first."""
    orcid: str | None = None
    degree: str | None = None
    comment: str | None = None
    similar: tuple[str, ...] = ()
    """Ids of people who are known to be somebody else."""
    verified: bool = True
    """False for an id that stands for anybody else of the name."""
    matches_by_name: bool = True
    """False when an authorship must say the id to be this person's."""
    other_ids: tuple[str, ...] = ()
    """Further ids that authorships say and that mean this person."""


class VenueForm(_Form):
    """A series of volumes that the repository knows."""

    venue: str = Field(min_length=1)
    """The venue's id, as papers name it."""


PAPER = TypeAdapter(PaperForm)
PERSON = TypeAdapter(PersonForm)
VENUE = TypeAdapter(VenueForm)
LINE: TypeAdapter[PaperForm | PersonForm | VenueForm] = TypeAdapter(
    Annotated[
        PaperForm | PersonForm | VenueForm,
        Field(title="A line of a JSON Lines file of papers", union_mode="left_to_right"),
    ]
)
