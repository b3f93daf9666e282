"""The base of a check's options."""

from pydantic import BaseModel, ConfigDict


class Options(BaseModel):
    """What a user may set of a check, in `[tool.bylint.checks.<id>]`; frozen, unknown keys are refused.

    Every field needs a default and, for the JSON Schema, a docstring.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True, validate_default=True)
