"""Options: records that anybody can make, and that pydantic makes of what somebody has set."""

from dataclasses import FrozenInstanceError
from typing import Annotated

import pytest
from pydantic import Field, ValidationError

from bylint import Options
from bylint.options import Bound, schema_of, validated


class Limits(Options):
    """What may be set."""

    most: Annotated[int, Field(ge=1)] = 3
    """How many at most."""
    word: Annotated[str, Bound({"min_length": 2}, "A word.")] = "ab"


class More(Limits):
    """The same and another."""

    signs: tuple[str, ...] = ("a",)


def test_defaults() -> None:
    """Options are what their class says, cannot be changed, and are equal when they say the same."""
    assert More() == More(most=3, word="ab", signs=("a",))
    with pytest.raises(FrozenInstanceError):
        More().most = 4  # type: ignore[misc]


def test_what_somebody_has_set() -> None:
    """What is set takes the place of a default, in the type that the annotation names."""
    assert validated(More, {"most": 5, "signs": ["b", "c"]}) == More(most=5, signs=("b", "c"))
    assert validated(Limits, {}) == Limits()


@pytest.mark.parametrize(
    ("table", "place", "kind"),
    [
        pytest.param({"most": 0}, "most", "greater_than_equal", id="a bound of pydantic's"),
        pytest.param({"word": "a"}, "word", "string_too_short", id="a bound of ours"),
        pytest.param({"most": "many"}, "most", "int_parsing", id="another type"),
        pytest.param({"least": 1}, "least", "unexpected_keyword_argument", id="an unknown key"),
    ],
)
def test_what_is_refused(table: dict[str, object], place: str, kind: str) -> None:
    """What breaks a rule is refused with its place."""
    with pytest.raises(ValidationError) as refused:
        validated(Limits, table)
    assert [(error["loc"], error["type"]) for error in refused.value.errors()] == [((place,), kind)]


def test_schema() -> None:
    """The JSON Schema has every option with its bounds and what its docstring says."""
    schema = schema_of(Limits)
    assert schema["properties"] == {
        "most": {"default": 3, "description": "How many at most.", "minimum": 1, "title": "Most", "type": "integer"},
        "word": {"default": "ab", "description": "A word.", "minLength": 2, "title": "Word", "type": "string"},
    }
    assert schema["additionalProperties"] is False
