"""
Files packed with gzip, in any format: `dump.jsonl.gz` is read as `dump.jsonl` is.

Places are those in what is unpacked. Such files are not written.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import BinaryIO

from bylint.files import UnreadableError, unpacked, unpacking
from bylint.loaders import Loader, Record
from bylint.loaders.shared import broken_file
from bylint.model import Location, Span

ENDING = ".gz"


def packed(loader: Loader) -> Loader:
    """The loader of a format whose files are packed."""
    return replace(
        loader,
        endings=tuple(ending + ENDING for ending in loader.endings),
        recognises=partial(_recognises, loader.recognises),
        read=partial(_read, loader.read),
        locate=partial(_locate, loader.locate),
        edit=None,
        enter=None,
        stream=partial(_stream, loader.stream) if loader.stream else None,
    )


def _recognises(recognises: Callable[[str, bytes], bool], path: str, head: bytes) -> bool:
    import zlib

    unpacker = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
    try:
        inside = unpacker.decompress(head, len(head))
    except zlib.error:
        return False
    return recognises(path.removesuffix(ENDING), inside)


def _read(read: Callable[[str, bytes], Iterator[Record]], path: str, data: bytes) -> Iterator[Record]:
    try:
        inside = unpacked(data)
    except UnreadableError as error:
        yield broken_file(path, str(error))
        return
    yield from read(path, inside)


def _stream(stream: Callable[[str, BinaryIO], Iterator[Record]], path: str, file: BinaryIO) -> Iterator[Record]:
    try:
        yield from stream(path, unpacking(file))
    except UnreadableError as error:
        yield broken_file(path, str(error))


def _locate(
    locate: Callable[[bytes, Sequence[Location]], Mapping[Location, Span]], data: bytes, locations: Sequence[Location]
) -> Mapping[Location, Span]:
    try:
        return locate(unpacked(data), locations)
    except UnreadableError:
        return {}
