"""The base of a check's options, and how what somebody wrote becomes a record of them, or of settings, or a refusal."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, dataclass_transform

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler

Kind = TypeVar("Kind")


@dataclass(frozen=True, eq=False)
class Bound:
    """What must hold of a value; pydantic asks for it when there is a value to validate."""

    rules: Mapping[str, object]
    """In the words of pydantic's core schemas."""
    description: str = ""

    def __get_pydantic_core_schema__(self, source: object, handler: "GetCoreSchemaHandler") -> Any:
        return {**handler(source), **self.rules}

    def __get_pydantic_json_schema__(self, schema: Any, handler: "GetJsonSchemaHandler") -> Any:
        return {**handler(schema), **({"description": self.description} if self.description else {})}


@dataclass_transform(frozen_default=True, kw_only_default=True)
@dataclass(frozen=True, kw_only=True)
class Options:
    """What a user may set of a check, in `[tool.bylint.checks.<id>]`; frozen, unknown keys are refused.

    Every field needs a default and, for the JSON Schema, a docstring. What a user sets is validated by pydantic, so an
    annotation may say all that it knows: `Annotated[int, Field(ge=1)] = 3`.
    """

    __pydantic_config__: ClassVar[Mapping[str, object]] = {"extra": "forbid", "use_attribute_docstrings": True}

    def __init_subclass__(cls) -> None:
        dataclass(frozen=True, kw_only=True)(cls)


def validated(kind: type[Kind], table: Mapping[str, object]) -> Kind:
    """An instance of a dataclass with the values of a table. Raises pydantic's ValidationError."""
    from pydantic import TypeAdapter  # a tenth of a second, and most runs have no table

    return TypeAdapter(kind).validate_python(dict(table))


def schema_of(kind: type) -> dict[str, Any]:
    """The JSON Schema of the tables that make instances of a dataclass."""
    from pydantic import TypeAdapter  # as above

    return TypeAdapter(kind).json_schema()
