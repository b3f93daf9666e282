"""Big files, of which no more is held than what they say: lines in several processes at once, other formats in one."""

import os
from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, BinaryIO

from bylint import faults
from bylint.corpus._excerpts import LinesOfRecords
from bylint.corpus._pieces import LONGEST_LINE, PIECE, Piece, pieces
from bylint.corpus._readers import LoaderError, guarded, in_order
from bylint.edits import digest_of_file
from bylint.files import MAGIC, UnreadableError, open_bytes, unpacking
from bylint.finding import Finding
from bylint.loaders import Record
from bylint.loaders.shared import broken_file

if TYPE_CHECKING:
    from pathlib import Path

    from bylint.corpus.reading import Job

BIG = 8 << 20
"""Bytes from which on a file is big."""
_TIMES_SMALLER = 8
"""By how much one that is packed may be smaller."""
_HEAD = 1 << 20
_MOST_BROKEN = 10_000
"""Lines that cannot be read, behind which a file is given up."""


def is_streamed(job: "Job") -> bool:
    """Whether a file is big, and its loader reads it as a stream."""
    loader = job.loader
    if job.patch is not None or (loader.lines is None and loader.stream is None):
        return False
    try:
        size = job.path.stat().st_size
        if size * _TIMES_SMALLER < BIG:
            return False
        with open_bytes(job.path, job.root) as file:
            if size < BIG and file.read(len(MAGIC)) != MAGIC:
                return False
            return loader.stream is not None or _holds_lines(job, file)
    except (OSError, UnreadableError):
        return False


def _holds_lines(job: "Job", file: BinaryIO) -> bool:
    """Whether a file is of lines, from its beginning."""
    file.seek(0)
    return job.loader.lines is not None and job.loader.lines.are_in(job.shown, unpacking(file).read(_HEAD))


def stream(job: "Job", jobs: int, places: LinesOfRecords) -> Iterator[Record]:
    """The records of a big file, in its order; where they stand comes into `places`.

    Whatever is wrong with the file is a finding, behind the records that could be read before. The records are the same
    for any number of processes, which is `jobs`.
    """
    try:
        with open_bytes(job.path, job.root) as file:
            if _holds_lines(job, file):
                file.seek(0)
                yield from _of_lines(job, file, jobs, places)
            elif job.loader.stream is not None:
                file.seek(0)
                yield from guarded(job.loader, partial(job.loader.stream, job.shown, file), job.wanted)
    except (UnreadableError, LoaderError) as error:
        yield faults.unreadable_file(job.shown, str(error))


def digest_of(job: "Job") -> bytes:
    """What tells the contents of a file apart from others; empty for one that cannot be opened."""
    try:
        with open_bytes(job.path, job.root) as file:
            return digest_of_file(file)
    except (OSError, UnreadableError):
        return b""


def _of_lines(job: "Job", file: BinaryIO, jobs: int, places: LinesOfRecords) -> Iterator[Record]:
    findings: list[Finding] = []
    ends: list[UnreadableError] = []
    is_empty = True
    broken = 0
    before = os.fstat(file.fileno())
    try:
        inside = unpacking(file)
        found = _up_to_the_end(pieces(inside, PIECE, LONGEST_LINE), ends)
        for piece, read in in_order(job, found, jobs, is_plain=inside is file):
            if read is None:
                told = f"the line is longer than {LONGEST_LINE >> 20} MiB"
                findings.append(broken_file(job.shown, told, piece.line))
                places.pass_over(piece)
                continue
            places.add(piece, read.records, read.lines)
            for record in read.records:
                is_empty = False
                if isinstance(record, Finding):
                    findings.append(record)
                    broken += record.location is not None and record.location.line > 0
                else:
                    yield record
            if broken > _MOST_BROKEN:
                told = f"more than {_MOST_BROKEN:,} lines cannot be read, so the others were not tried"
                findings.append(broken_file(job.shown, told, read.lines[-1]))
                break
        if _has_changed(job.path, before):  # each process has read what stood there at its time
            ends.append(UnreadableError("the file has changed while it was read"))
    except UnreadableError as error:
        ends.append(error)
    findings += [broken_file(job.shown, str(error)) for error in ends[:1]]
    if is_empty and not findings:
        findings.append(broken_file(job.shown, "the file is empty"))
    lines = job.loader.lines
    yield from lines.gathered(findings) if lines else ()


def _has_changed(path: "Path", before: os.stat_result) -> bool:
    """Whether a file has been written, or another one or none is in its place."""
    try:
        now = path.stat()
    except OSError:
        return True
    return (now.st_ino, now.st_size, now.st_mtime_ns) != (before.st_ino, before.st_size, before.st_mtime_ns)


def _up_to_the_end(found: Iterable[Piece], ends: list[UnreadableError]) -> Iterator[Piece]:
    """The pieces up to where a file cannot be unpacked any more; why, comes into `ends`."""
    try:
        yield from found
    except UnreadableError as error:
        ends.append(error)
