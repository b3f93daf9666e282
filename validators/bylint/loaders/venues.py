"""
The venues of the ACL Anthology: one file for each in `data/yaml/venues`, whose name is the venue's id.

What stands in a file is not looked at.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from bylint.loaders import Loader, Record
from bylint.model import Location, Span, Venue

_FOLDER = "yaml/venues"


def recognises(path: str, head: bytes) -> bool:  # noqa: ARG001 - every loader is handed both
    """Whether a file stands where the venues do."""
    return PurePosixPath(path).parent.match(_FOLDER)


def read(path: str, data: bytes) -> Iterator[Record]:  # noqa: ARG001 - every loader is handed both
    """The venue of one file."""
    yield Venue(PurePosixPath(path).stem, path)


def locate(data: bytes, locations: Sequence[Location]) -> Mapping[Location, Span]:  # noqa: ARG001 - as every loader
    """Nothing: no finding is about a place in such a file."""
    return {}


LOADER = Loader(
    name="anthology-venues",
    page=__doc__,
    endings=(".yaml",),
    recognises=recognises,
    read=read,
    locate=locate,
    layout=(f"data/{_FOLDER}/*.yaml",),
)
