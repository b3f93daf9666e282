"""A file of decisions, as JSON: what reviewers said, and what is accepted. Its JSON Schema is published."""

from typing import Annotated, Final, Literal, Self, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, model_validator

from bylint.corpus.people import orcid_check_digit

FORMAT: Final = "bylint-decisions-1"
_LONGEST = 20_000
"""Characters of a text."""

Text = Annotated[str, Field(max_length=_LONGEST)]
Word = Annotated[str, Field(min_length=1, max_length=1_000)]
Fingerprint = Annotated[str, Field(pattern=r"^[0-9a-f]{16}$")]
Orcid = Annotated[str, Field(pattern=r"^[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X]$")]


class _Form(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class SeenForm(_Form):
    """One name in a byline, as the reviewer saw it."""

    paper: Word
    """The paper's id."""
    byline: Literal["authors", "editors"]
    position: int = Field(ge=1, strict=True)
    """From 1 in that byline."""
    name: Text
    """As printed, `First Last`."""
    id: Word | None = None
    """The person's id that the record gave; null for none."""
    orcid: Word | None = None
    """The ORCID that the record gave; null or left out where nobody noted one."""


class TargetForm(_Form):
    """The person whom a decision names."""

    id: Word
    new: bool = Field(default=False, strict=True)
    """Whether the repository does not know the id yet."""
    name: Text = ""
    """As it heads the person's page, `First Last`."""
    orcid: Orcid | None = None
    degree: Text | None = None
    """The institution of the highest degree, which tells namesakes apart."""

    @model_validator(mode="after")
    def _has_a_real_orcid(self) -> Self:
        if self.orcid is not None and self.orcid[-1] != orcid_check_digit(self.orcid[:-1]):
            message = f"the last sign of the ORCID {self.orcid} does not fit the others"
            raise ValueError(message)
        return self


class _DecisionForm(_Form):
    kind: str
    check: Word | None = None
    """The check whose finding was decided; null for pages that were opened by name."""
    fingerprint: Fingerprint | None = None
    """Of that finding; null where `check` is."""
    note: Text = ""
    reviewer: Text = ""

    @model_validator(mode="after")
    def _names_a_finding_or_none(self) -> Self:
        if (self.check is None) != (self.fingerprint is None):
            message = "check and fingerprint go together"
            raise ValueError(message)
        return self


class AssignForm(_DecisionForm):
    """These papers are that person's."""

    kind: Literal["assign"]
    page: Word
    """The page that was looked at."""
    papers: tuple[SeenForm, ...] = Field(min_length=1)
    """Those that go to the person."""
    person: TargetForm


class SameForm(_DecisionForm):
    """These pages are one person's."""

    kind: Literal["same"]
    pages: tuple[Word, ...] = Field(min_length=2)
    papers: tuple[SeenForm, ...] = Field(min_length=1)
    """Those that were looked at."""
    person: TargetForm
    """Who all of it goes to."""


class DifferentForm(_DecisionForm):
    """These pages are different people's."""

    kind: Literal["different"]
    pages: tuple[Word, ...] = Field(min_length=2)
    papers: tuple[SeenForm, ...] = Field(min_length=1)
    """Those that were looked at."""


class OnePersonForm(_DecisionForm):
    """This page is one person's."""

    kind: Literal["one-person"]
    page: Word
    papers: tuple[SeenForm, ...] = Field(min_length=1)
    """Those that were looked at."""


class LeaveForm(_DecisionForm):
    """The finding is left as it is."""

    kind: Literal["leave"]
    page: Word | None = None
    """The page that was looked at, if it was one."""
    pages: tuple[Word, ...] = ()
    """The pages that were looked at, if there were more."""
    papers: tuple[SeenForm, ...] = ()
    """Those that were looked at."""

    @model_validator(mode="after")
    def _leaves_something(self) -> Self:
        if self.check is None and not (self.page or self.pages):
            message = "a finding or a page is needed"
            raise ValueError(message)
        return self


class BaselineForm(_Form):
    """This finding was there before the gate was."""

    kind: Literal["baseline"]
    check: str
    fingerprint: Fingerprint
    about: str = ""
    """For people who read the file: where the finding stood."""


ReviewedForm: TypeAlias = AssignForm | SameForm | DifferentForm | OnePersonForm | LeaveForm
"""What a reviewer says."""
AnyForm: TypeAlias = Annotated[ReviewedForm | BaselineForm, Field(discriminator="kind")]


class DecisionsForm(BaseModel):
    """A file of decisions."""

    model_config = ConfigDict(frozen=True, extra="forbid", title="Decisions of bylint")
    format: Literal["bylint-decisions-1"]
    decisions: tuple[AnyForm, ...]


def pages_of(form: ReviewedForm) -> tuple[str, ...]:
    """The pages that a decision is about."""
    match form:
        case AssignForm() | OnePersonForm():
            return (form.page,)
        case LeaveForm():
            return (*filter(None, [form.page]), *form.pages)
        case _:
            return form.pages
