"""From files to a Corpus, in one process a core."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from bylint import faults
from bylint.beside import given, processes, workers
from bylint.corpus._excerpts import LinesOfRecords
from bylint.corpus._handover import Known, packed_records, unpacked_records
from bylint.corpus._readers import LoaderError, guarded
from bylint.corpus._streaming import digest_of, is_streamed, stream
from bylint.corpus.collector import collector_at_rest
from bylint.corpus.corpus import Corpus
from bylint.corpus.joining import Wanted
from bylint.corpus.sources import Sources
from bylint.edits import Patch, digest
from bylint.files import UnreadableError, read_bytes
from bylint.finding import Finding
from bylint.loaders import Loader, Record
from bylint.model import PARTS, Paper, Person, Venue

if TYPE_CHECKING:
    from concurrent.futures import Future

    from bylint.disambiguation.model import Model

_WORTH_A_PROCESS = 8 << 20
"""Bytes below which starting processes costs more than it saves."""
_BATCH = 2 << 20
"""Bytes that a process reads before it hands over."""

Patches = Mapping[str, Patch]
"""What files are to become, by shown path."""


class Job(NamedTuple):
    """A file to read."""

    path: Path
    shown: str
    loader: Loader
    root: Path
    """What it must lie in."""
    takes_digest: bool = False
    patch: Patch | None = None
    """What it is read as, instead of what it holds."""
    wanted: Wanted | None = None
    """Which papers of it are handed over; None for all."""


class FileRead(NamedTuple):
    """What a file holds."""

    records: Iterable[Record]
    """Of a big file, read as they are taken: all of them are, before the next file is asked for."""
    digest: bytes = b""
    """Of its bytes; empty where nobody asked for it, and for a file that cannot be opened."""
    lines: LinesOfRecords | None = None
    """Where they stand in a big file of lines."""


class FilePacked(NamedTuple):
    """The same, as it is handed over."""

    records: bytes
    digest: bytes


@dataclass(frozen=True)
class Reading:
    """A corpus, what was wrong with its files, and where they are."""

    corpus: Corpus
    findings: tuple[Finding, ...]
    sources: Sources
    files: int
    digests: Mapping[str, bytes] = field(default_factory=dict)
    """Of every file as it was when it was read, by shown path; empty where it was read without patches."""

    @cached_property
    def _paths(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for paper in self.corpus.papers:
            found.setdefault(paper.id, set()).add(paper.path)
        return found

    def paths_of(self, paper_id: str) -> frozenset[str]:
        """The files that hold a paper."""
        return frozenset(self._paths.get(paper_id, ()))


def read_corpus(  # noqa: PLR0913 - what is read, and how
    root: Path,
    files: Sequence[tuple[Path, str, Loader]],
    *,
    use_ids: bool = True,
    model: "Model | None" = None,
    knows_people: bool = True,
    jobs: int = 0,
    patches: Patches | None = None,
    on_file: Callable[[int], object] | None = None,
) -> Reading:
    """Read files, given as (path, shown path, loader), and build the corpus of their records.

    `knows_people` is False where the people database may lie outside of the files. `model` holds the numbers by which
    people are told apart, None the shipped ones. `jobs` is the number of processes, 0 for one a core; the records are
    the same for any number. Files are read as if `patches` were written already. `on_file` is told how many files are
    done.
    """
    papers: list[Paper] = []
    people: list[Person] = []
    venues: list[Venue] = []
    findings: list[Finding] = []
    digests: dict[str, bytes] = {}
    tasks = [
        Job(path, shown, loader, root, patches is not None, (patches or {}).get(shown)) for path, shown, loader in files
    ]
    big: dict[str, LinesOfRecords] = {}
    with collector_at_rest():
        for done, read in enumerate(read_jobs(tasks, jobs), 1):
            if read.digest:
                digests[tasks[done - 1].shown] = read.digest
            if read.lines is not None:
                big[tasks[done - 1].shown] = read.lines
            for record in read.records:
                if isinstance(record, Paper):
                    papers.append(record)
                elif isinstance(record, Person):
                    people.append(record)
                elif isinstance(record, Venue):
                    venues.append(record)
                else:
                    findings.append(record)
            if on_file is not None:
                on_file(done)
        corpus = Corpus(
            papers,
            people,
            venues,
            use_ids=use_ids,
            model=model,
            knows_people=knows_people,
            knows=known_parts(files),
        )
    sources = Sources(root, {shown: loader for _, shown, loader in files}, jobs=jobs, big=big)
    return Reading(corpus, tuple(findings), sources, len(files), digests)


def known_parts(files: Iterable[tuple[Path, str, Loader]]) -> Mapping[str, frozenset[str]]:
    """The PARTS that the format of a file can have, by shown path; without the files whose format can have them all."""
    return {shown: loader.knows for _, shown, loader in files if len(loader.knows) < len(PARTS)}


def read_file(job: Job) -> FileRead:
    """The records of one file; whatever is wrong with it is a finding."""
    try:
        data = read_bytes(job.path, job.root)
    except UnreadableError as error:
        return FileRead([faults.unreadable_file(job.shown, str(error))])
    taken = digest(data) if job.takes_digest else b""
    return FileRead(
        records_of(job.loader, job.shown, job.patch.applied(data) if job.patch else data, job.wanted), taken
    )


def records_of(loader: Loader, shown: str, data: bytes, wanted: Wanted | None = None) -> list[Record]:
    """The records in the bytes of a file, of papers those that are wanted; whatever is wrong with them is a finding."""
    try:
        return list(guarded(loader, lambda: loader.read(shown, data), wanted))
    except LoaderError as error:
        return [faults.unreadable_file(shown, str(error))]


def read_jobs(tasks: Sequence[Job], jobs: int) -> Iterator[FileRead]:
    """What every file holds, in the order of the files; `jobs` is the number of processes, 0 for one a core."""
    jobs = processes(jobs)
    for is_big, some in groupby(tasks, is_streamed):
        if is_big:
            for task in some:
                lines = LinesOfRecords()
                yield FileRead(stream(task, jobs, lines), digest_of(task) if task.takes_digest else b"", lines)
        else:
            yield from _read_whole(list(some), jobs)


def _read_whole(tasks: Sequence[Job], jobs: int) -> Iterator[FileRead]:
    """What files hold of which none is big; the same papers are wanted of all."""
    if jobs == 1 or len(tasks) == 1 or sum(_size(task.path) for task in tasks) < _WORTH_A_PROCESS:
        yield from map(read_file, tasks)
        return
    from concurrent.futures.process import BrokenProcessPool

    known: Known = {}
    (wanted,) = {task.wanted for task in tasks}
    with workers(jobs, wanted) as pool:
        batches = list(_batches(tasks))
        futures: list[Future[list[FilePacked]]] = [
            pool.submit(_read_batch, [task._replace(wanted=None) for task in batch]) for batch in batches
        ]
        futures.reverse()
        try:
            for batch in batches:
                try:
                    read = futures.pop().result()  # popped, so that a batch is freed once it is used
                except BrokenProcessPool:
                    yield from _guarded(batch)
                except Exception:  # noqa: BLE001 - a plugin's loader or its records cannot be handed from process to process
                    yield from map(read_file, batch)
                else:
                    yield from (FileRead(unpacked_records(records, known), taken) for records, taken in read)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _guarded(tasks: Iterable[Job]) -> Iterator[FileRead]:
    """What files hold of which one may end the process that reads it."""
    from concurrent.futures.process import BrokenProcessPool

    pool = workers(1, None)
    for task in tasks:
        try:
            read = pool.submit(read_file, task).result()
        except BrokenProcessPool:
            read = FileRead([faults.unreadable_file(task.shown, "the process that read this file died")])
            pool = workers(1, None)
        yield read
    pool.shutdown()


def _read_batch(batch: Sequence[Job]) -> list[FilePacked]:
    with collector_at_rest():
        found = (read_file(task._replace(wanted=given())) for task in batch)
        return [FilePacked(packed_records(list(read.records)), read.digest) for read in found]


def _batches(tasks: Iterable[Job]) -> Iterator[list[Job]]:
    batch: list[Job] = []
    size = 0
    for task in tasks:
        batch.append(task)
        size += _size(task.path)
        if size >= _BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
