"""Records of any format on their way to JSON Lines of papers, people and venues, one after the other."""

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from bylint.asking import Request, require_equal_settings, settings_and_plugins
from bylint.corpus.reading import Job, read_jobs
from bylint.corpus.scope import find_scope
from bylint.errors import SEE_HELP, UsageError
from bylint.faults import INCOMPLETE
from bylint.finding import Finding
from bylint.loaders._jsonlines_lines import line_of
from bylint.model import Authorship, Name, Paper, Person, Venue
from bylint.privacy import NOTHING_WITHHELD, PLACEHOLDER, Withheld, withheld
from bylint.run import Progress, files_of, silent

Told = TypeVar("Told", Paper, Person, Authorship)

_LEAVING_OUT = ("broken-", "missing-id", "undefined-macro")
"""How the ids of checks begin by which a loader tells of what is not among its records."""


@dataclass
class Conversion:
    """What is read of some files, and what has become of it so far."""

    files: Sequence[Job]
    """Those whose records are asked for."""
    others: Sequence[Job] = ()
    """The other files of their corpora."""
    jobs: int = 0
    """Processes that read; 0 is one a core."""
    hidden: Withheld = NOTHING_WITHHELD
    counts: Counter[type] = field(default_factory=Counter)
    """How many papers, people and venues were handed out."""
    failed: list[str] = field(default_factory=list)
    """What is not among them, each in a line."""

    def lines(self, progress: Progress = silent) -> Iterator[str]:
        """The line of every record, in the order of the files. Raises UsageError where none is there to be read."""
        for done, read in enumerate(read_jobs(self.files, self.jobs)):
            progress("converting", done, len(self.files))
            for record in read.records:
                if isinstance(record, Finding):
                    self._note(record)
                else:
                    self.counts[type(record)] += 1
                    yield line_of(_without(record, self.hidden))
        if not self.counts and not self.failed:
            message = "no record in the files"
            raise UsageError(message, SEE_HELP)

    def _note(self, finding: Finding) -> None:
        if finding.check in INCOMPLETE or finding.check.rpartition("/")[2].startswith(_LEAVING_OUT):
            place = finding.location
            where = f"{place.path}:{place.line}" if place and place.line else place.path if place else ""
            self.failed.append(self.hidden.text(f"{where}: {finding.message}"))

    def reads(self, path: Path) -> bool:
        """Whether a path is a file of the corpora, whatever links lead to it."""
        real = os.path.realpath(path)  # which bears a loop of links
        return any(os.path.realpath(file.path) == real for file in (*self.files, *self.others))


def conversion(request: Request, progress: Progress = silent) -> Conversion:
    """What a command line asks for; where names are withheld, the files are read a first time for them.

    Each PATH is a source by itself, whatever stands in the others. Raises UsageError.
    """
    settings, plugins = settings_and_plugins(request)
    asked, others = dict[Path, Job](), dict[Path, Job]()
    sources: Sequence[tuple[str, ...]] = [(path,) for path in request.paths] or [()]
    if request.config is None:
        require_equal_settings(map(Path, request.paths))
    for paths in sources:
        scope, files = files_of(find_scope(paths, None, plugins.loaders), plugins.loaders, settings, request)
        for path, shown, loader in files:
            (asked if scope.reports(shown) else others).setdefault(path, Job(path, shown, loader, scope.root))
    jobs = list(asked.values())
    hidden = (
        withheld(settings.withhold, _names(jobs, request.jobs, progress)) if settings.withhold else NOTHING_WITHHELD
    )
    refused = [f"{plugin.distribution} is refused: {plugin.refused}" for plugin in plugins.refused]
    return Conversion(jobs, list(others.values()), request.jobs, hidden, failed=refused)


def _names(files: Sequence[Job], jobs: int, progress: Progress) -> Iterator[Name]:
    for done, read in enumerate(read_jobs(files, jobs)):
        progress("reading", done, len(files))
        for record in read.records:
            if isinstance(record, Person):
                yield from record.names
            elif isinstance(record, Paper):
                for byline in record.bylines:
                    for authorship in byline:
                        yield authorship.name
                        yield from (variant.name for variant in authorship.variants)


def _without(record: Paper | Person | Venue, hidden: Withheld) -> Paper | Person | Venue:
    """The record without the names that are withheld; what stands beside one in a byline goes with it."""
    if hidden.pattern is None or isinstance(record, Venue):
        return record
    if isinstance(record, Person):
        return _told(record, hidden)._replace(names=tuple(_name(name, hidden) for name in record.names))
    return _told(record, hidden)._replace(
        authorships=tuple(_authorship(authorship, hidden) for authorship in record.authorships),
        editors=tuple(_authorship(authorship, hidden) for authorship in record.editors),
    )


def _authorship(authorship: Authorship, hidden: Withheld) -> Authorship:
    named = {authorship.name, *(variant.name for variant in authorship.variants)}
    if not named & hidden.names:
        return _told(authorship, hidden)
    return _told(authorship, hidden)._replace(name=_name(authorship.name, hidden), variants=(), openreview=None)


def _name(name: Name, hidden: Withheld) -> Name:
    return Name(None, PLACEHOLDER) if name in hidden.names else name


def _told(record: Told, hidden: Withheld) -> Told:
    """A record whose texts tell no withheld name."""
    return type(record)._make(_shown(value, hidden) for value in record)


def _shown(value: object, hidden: Withheld) -> object:
    if type(value) is str:
        return hidden.text(value)
    if type(value) is tuple:
        return tuple(_shown(part, hidden) for part in value)
    return value
