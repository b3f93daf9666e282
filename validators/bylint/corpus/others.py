"""Reading what other sources know of the papers of a corpus."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from bylint.corpus.collector import collector_at_rest
from bylint.corpus.corpus import Corpus, Twin
from bylint.corpus.joining import Wanted, join
from bylint.corpus.reading import Job, Reading, read_jobs
from bylint.corpus.scope import Scope, files_beside
from bylint.errors import SEE_HELP, UsageError
from bylint.finding import Finding
from bylint.loaders import Loader
from bylint.model import Paper

if TYPE_CHECKING:
    from bylint.corpus._excerpts import LinesOfRecords


def with_others(
    reading: Reading,
    scope: Scope,
    loaders: Sequence[Loader],
    jobs: int = 0,
    on_file: Callable[[int], object] | None = None,
) -> Reading:
    """The same reading, with what the other sources of a scope know of its papers.

    Nothing is kept of a record that is no paper of the corpus. Of what is wrong in another source it is told what is
    wrong with a file or a line of it, for what stands there is missing; what has the id of a record is left out.
    `on_file` is told how many files are done. Raises UsageError for a source in which nothing is read.
    """
    wanted = Wanted(known(reading.corpus))
    held: list[tuple[str, list[Paper]]] = []
    findings: list[Finding] = []
    read_by: dict[str, tuple[Loader, Path]] = {}
    big: dict[str, LinesOfRecords] = {}
    done = 0
    for source in scope.beside:
        tasks = _tasks(scope, source, loaders, wanted)
        papers: list[Paper] = []
        held.append((scope.shown(source), papers))
        read_by |= {task.shown: (task.loader, task.root) for task in tasks}
        with collector_at_rest():
            for task, read in zip(tasks, read_jobs(tasks, jobs), strict=True):
                if read.lines is not None:
                    big[task.shown] = read.lines
                for record in read.records:
                    if isinstance(record, Paper):
                        papers.append(record)
                    elif isinstance(record, Finding) and not (record.location and record.location.record):
                        findings.append(record)
                done += 1
                if on_file is not None:
                    on_file(done)
    reading.sources.include(read_by, big)
    return replace(reading, corpus=joined(reading.corpus, held), findings=(*reading.findings, *findings))


def _tasks(scope: Scope, source: Path, loaders: Sequence[Loader], wanted: Wanted) -> list[Job]:
    """What is to be read of another source."""
    root = source if source.is_dir() else source.parent
    files = files_beside(scope, source, loaders)
    if not files:
        message = f"no file that bylint reads in {source}"
        raise UsageError(message, SEE_HELP)
    return [Job(path, scope.shown(path), loader, root, wanted=wanted) for path, loader in files]


def known(corpus: Corpus) -> list[Paper]:
    """The papers that other sources may know: front matter is a part of a volume, and stands in no dump."""
    return [paper for paper in corpus.papers if not paper.is_front_matter]


def joined(corpus: Corpus, sources: Iterable[tuple[str, Iterable[Paper]]]) -> Corpus:
    """The same records, with those of other sources that are of the same papers; each source with its name."""
    papers = known(corpus)
    twins: dict[int, list[Twin]] = {}
    for name, records in sources:
        distinct = {record.location[:2]: record for record in records}  # an answer may hold a paper many times
        for paper, record in join(papers, list(distinct.values())):
            twins.setdefault(id(paper), []).append(Twin(name, record))
    return corpus.with_twins((paper, twins[id(paper)]) for paper in papers if id(paper) in twins)
