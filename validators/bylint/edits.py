"""Other bytes for stretches of a file, and a file after rounds of them."""

import hashlib
from collections.abc import Iterable
from typing import BinaryIO, NamedTuple


class Edit(NamedTuple):
    """Other bytes for a stretch of a file; the stretch is empty where something is put in."""

    start: int
    """The first byte, from 0."""
    end: int
    """The byte after the last one."""
    new: bytes


class Patch(NamedTuple):
    """What one file becomes: edits in rounds, each of them of what the round before has left."""

    digest: bytes
    """Of the file that the first round is of; empty for one that is not there yet."""
    rounds: tuple[tuple[Edit, ...], ...]

    def applied(self, data: bytes) -> bytes:
        """The file after all rounds; as it is where it is not the one that they are of."""
        if digest(data) != self.digest and (data or self.digest):
            return data
        for edits in self.rounds:
            data = edited(data, edits)
        return data


def digest(data: bytes) -> bytes:
    """What tells two contents of a file apart."""
    return hashlib.blake2b(data, digest_size=32).digest()


def digest_of_file(file: BinaryIO) -> bytes:
    """The same of a file, from where it is open."""
    found = hashlib.blake2b(digest_size=32)
    while chunk := file.read(1 << 20):
        found.update(chunk)
    return found.digest()


def edited(data: bytes, edits: Iterable[Edit]) -> bytes:
    """The bytes after edits that do not overlap; of two at one point the first one comes first."""
    parts, position = [], 0
    for edit in sorted(edits, key=lambda edit: edit[:2]):
        parts += [data[position : edit.start], edit.new]
        position = edit.end
    return b"".join([*parts, data[position:]])
