"""The pieces of a big file, read in several processes at once and handed over in the file's order."""

from array import array
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from bylint import faults
from bylint.beside import given, workers
from bylint.corpus._ahead import ahead
from bylint.corpus._handover import Known, packed_records, unpacked_records
from bylint.corpus._pieces import Piece
from bylint.corpus.collector import collector_at_rest
from bylint.files import UnreadableError, open_bytes
from bylint.finding import Finding
from bylint.loaders import Loader, Record
from bylint.model import Paper, Person, Venue

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

    from bylint.corpus.joining import Wanted
    from bylint.corpus.reading import Job

_AT_ONCE = 3
"""Pieces that are on their way for each process."""


class _Packed(NamedTuple):
    """What a piece holds, as it is handed over."""

    records: bytes
    lines: bytes


class PieceRead(NamedTuple):
    """What a piece holds."""

    records: list[Record]
    lines: "array[int]"
    """The line of each record."""


class LoaderError(Exception):
    """A loader failed; the message says how."""


def guarded(loader: Loader, read: Callable[[], Iterable[Record]], wanted: "Wanted | None" = None) -> Iterator[Record]:
    """What a loader reads, of papers those that are wanted. Raises LoaderError, whatever goes wrong."""
    try:
        for record in read():
            if isinstance(record, Paper):
                if wanted is None or wanted.wants(record):
                    yield record
            elif isinstance(record, Person | Venue | Finding):
                yield record
            else:
                message = f"it gave {type(record).__name__}, which is no record"
                break
        else:
            return
    except (Exception, SystemExit) as error:  # noqa: BLE001 - a loader of a plugin must not end the run
        message = f"{type(error).__name__}: {' '.join(str(error).split())[:200]}"
    failed = f"the loader {loader.name} failed: {message}"
    raise LoaderError(failed)


def in_order(
    job: "Job", found: Iterator[Piece], jobs: int, *, is_plain: bool
) -> Iterator[tuple[Piece, PieceRead | None]]:
    """The pieces of a file with what they hold, in its order; None for a line that is too long.

    Of a file that is not packed, other processes take what they need by themselves.
    """
    if jobs == 1:
        yield from ((piece, _read(job, piece) if piece.data else None) for piece in found)
        return
    known: Known = {}
    waiting: deque[tuple[Piece, Future[_Packed] | None]] = deque()
    with workers(jobs, job) as pool:
        pool.submit(_nothing).result()  # its processes begin before there is a thread
        try:
            for piece in ahead(found, jobs):
                handed = piece._replace(data=b"") if is_plain else piece
                waiting.append((handed, _begun(pool, handed) if piece.data else None))
                if len(waiting) > jobs * _AT_ONCE:
                    yield _done(job, *waiting.popleft(), known)
            while waiting:
                yield _done(job, *waiting.popleft(), known)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _begun(pool: "ProcessPoolExecutor", piece: Piece) -> "Future[_Packed]":
    from concurrent.futures import Future
    from concurrent.futures.process import BrokenProcessPool

    try:
        return pool.submit(_read_there, piece)
    except BrokenProcessPool as error:
        failed: Future[_Packed] = Future()
        failed.set_exception(error)
        return failed


def _done(job: "Job", piece: Piece, future: "Future[_Packed] | None", known: Known) -> tuple[Piece, PieceRead | None]:
    """Raises UnreadableError where a piece ends the process that reads it."""
    if future is None:
        return piece, None
    from concurrent.futures.process import BrokenProcessPool

    try:
        try:
            packed = future.result()
        except BrokenProcessPool:
            with workers(1, job) as pool:  # it may have been another piece
                packed = pool.submit(_read_there, piece).result()
    except BrokenProcessPool as error:
        message = "the process that read this file died"
        raise UnreadableError(message) from error
    except Exception:  # noqa: BLE001 - a plugin's records cannot be handed from process to process
        return piece, _read(job, _with_data(job, piece))
    return piece, PieceRead(unpacked_records(packed.records, known), array("Q", packed.lines))


def _nothing() -> None:
    """Shows that a process is there."""


def _read_there(piece: Piece) -> _Packed:
    with collector_at_rest():
        job: Job = given()
        read = _read(job, _with_data(job, piece))
        return _Packed(packed_records(read.records), read.lines.tobytes())


def _with_data(job: "Job", piece: Piece) -> Piece:
    if piece.data:
        return piece
    with open_bytes(job.path, job.root) as file:
        file.seek(piece.start)
        return piece._replace(data=file.read(piece.end - piece.start))


def _read(job: "Job", piece: Piece) -> PieceRead:
    """What a piece holds, each record with its line."""
    lines = job.loader.lines
    records: list[Record] = []
    at = array("Q")
    number = 0

    def given() -> Iterator[tuple[int, bytes]]:
        nonlocal number
        for number, line in piece.lines:  # noqa: UP028 - the number is looked at while the line is
            yield number, line

    try:
        for record in guarded(job.loader, lambda: lines.read(job.shown, given()) if lines else (), job.wanted):
            records.append(record)
            at.append(number)
    except LoaderError as error:
        records.append(faults.unreadable_file(job.shown, str(error)))
        at.append(number)
    return PieceRead(records, at)
