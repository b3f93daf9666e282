"""From files to a Corpus, in one process a core."""

import os
import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from bylint import faults
from bylint.corpus.collector import collector_at_rest
from bylint.corpus.corpus import Corpus
from bylint.corpus.sources import Sources
from bylint.files import UnreadableError, read_bytes
from bylint.finding import Finding
from bylint.loaders import Loader, Record
from bylint.model import Paper, Person

if TYPE_CHECKING:
    from bylint.disambiguation.model import Model

_WORTH_A_PROCESS = 8 << 20
"""Bytes below which starting processes costs more than it saves."""
_BATCH = 2 << 20
"""Bytes that a process reads before it hands over."""

Job = tuple[Path, str, Loader, Path]
"""A file, its shown path, its loader, and the root it must lie in."""


@dataclass(frozen=True)
class Reading:
    """A corpus, what was wrong with its files, and where they are."""

    corpus: Corpus
    findings: tuple[Finding, ...]
    sources: Sources
    files: int

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
    jobs: int = 0,
    on_file: Callable[[int], object] | None = None,
) -> Reading:
    """Read files, given as (path, shown path, loader), and build the corpus of their records.

    `model` holds the numbers by which people are told apart, None the shipped ones. `jobs` is the number of processes,
    0 for one a core; the records are the same for any number. `on_file` is told how many files are done.
    """
    papers: list[Paper] = []
    people: list[Person] = []
    findings: list[Finding] = []
    tasks = [(path, shown, loader, root) for path, shown, loader in files]
    with collector_at_rest():
        for done, records in enumerate(_records(tasks, jobs), 1):
            for record in records:
                if isinstance(record, Paper):
                    papers.append(record)
                elif isinstance(record, Person):
                    people.append(record)
                else:
                    findings.append(record)
            if on_file is not None:
                on_file(done)
        corpus = Corpus(papers, people, use_ids=use_ids, model=model)
    return Reading(corpus, tuple(findings), Sources(root, {shown: loader for _, shown, loader in files}), len(files))


def read_file(job: Job) -> list[Record]:
    """The records of one file; whatever is wrong with it is a finding."""
    path, shown, loader, root = job
    try:
        data = read_bytes(path, root)
    except UnreadableError as error:
        return [faults.unreadable_file(shown, str(error))]
    failed = f"the loader {loader.name} failed"
    try:
        records = list(loader.read(shown, data))
    except (Exception, SystemExit) as error:  # noqa: BLE001 - a loader of a plugin must not end the run
        said = f"{failed}: {type(error).__name__}: {' '.join(str(error).split())[:200]}"
        return [faults.unreadable_file(shown, said)]
    for record in records:
        if not isinstance(record, Paper | Person | Finding):
            return [faults.unreadable_file(shown, f"{failed}: it gave {type(record).__name__}, which is no record")]
    return records


def _records(tasks: Sequence[Job], jobs: int) -> Iterator[list[Record]]:
    """The records of every file, in the order of the files."""
    jobs = jobs or os.cpu_count() or 1
    if jobs == 1 or len(tasks) == 1 or sum(_size(task[0]) for task in tasks) < _WORTH_A_PROCESS:
        yield from map(read_file, tasks)
        return
    with _pool(jobs) as pool:
        batches = list(_batches(tasks))
        futures: list[Future[list[list[Record]]]] = [pool.submit(_read_batch, batch) for batch in batches]
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
                    yield from read
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _guarded(tasks: Iterable[Job]) -> Iterator[list[Record]]:
    """The records of files of which one may end the process that reads it."""
    pool = _pool(1)
    for task in tasks:
        try:
            records = pool.submit(read_file, task).result()
        except BrokenProcessPool:
            records = [faults.unreadable_file(task[1], "the process that read this file died")]
            pool = _pool(1)
        yield records
    pool.shutdown()


def _pool(jobs: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(jobs, initializer=_leave_interrupts_to_the_parent)


def _read_batch(batch: Sequence[Job]) -> list[list[Record]]:
    with collector_at_rest():
        return [read_file(task) for task in batch]


def _batches(tasks: Iterable[Job]) -> Iterator[list[Job]]:
    batch: list[Job] = []
    size = 0
    for task in tasks:
        batch.append(task)
        size += _size(task[0])
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


def _leave_interrupts_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
