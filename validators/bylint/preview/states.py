"""The two states that a preview compares: what is asked of each, and what was read."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import NamedTuple

from bylint.asking import Question, Request, ask, model_of, settings_and_plugins
from bylint.corpus.corpus import Corpus
from bylint.corpus.reading import Reading, known_parts, read_corpus
from bylint.corpus.revision import Revision, base_of, revision_of
from bylint.corpus.scope import Scope, corpus_files, find_scope
from bylint.corpus.sources import Sources
from bylint.edits import digest
from bylint.errors import UsageError
from bylint.files import UnreadableError, read_bytes
from bylint.finding import Finding
from bylint.loaders import Loader, Record
from bylint.model import Paper, Person, Venue
from bylint.preview.trees import Tree
from bylint.run import Progress
from bylint.settings import matches

File = tuple[Path, str, Loader]
"""A file, its path as it is shown, and who reads it."""


class Repository(NamedTuple):
    """What a preview is of."""

    root: Path
    """The work tree."""
    corpus: PurePath
    """Where in it the corpus is."""


@dataclass(frozen=True, slots=True)
class State:
    """A repository as it stands at one time."""

    question: Question
    scope: Scope
    reading: Reading
    loaders: Mapping[str, Loader]
    """Who read each file, by the path that is shown."""

    @property
    def corpus(self) -> Corpus:
        """The records."""
        return self.reading.corpus


def repository_of(request: Request) -> Repository:
    """The repository around a corpus. Raises UsageError."""
    _, plugins = settings_and_plugins(request)
    scope = find_scope((), request.corpus, plugins.loaders)
    return Repository(scope.root, scope.corpora[0].relative_to(scope.root))


def revisions(root: Path, base: str, head: str | None) -> tuple[Revision, Revision | None]:
    """Where the head left the base, and the head; None for the work tree. Raises UsageError."""
    if head is None:
        return base_of(root, base), None
    named = revision_of(root, head)
    return base_of(root, base, head), named


def state_of(
    request: Request, tree: Tree | None, repository: Repository, progress: Progress, known: State | None = None
) -> State:
    """Read a revision whose tree is empty yet, or the work tree for None. Raises UsageError.

    Files that are as they are in the `known` state are not read again.
    """
    if tree is None:
        return _read(ask(request), progress, known)
    at = tree.folder / repository.corpus
    inside = replace(request, corpus=str(at))
    try:
        _lay_out(tree, inside, repository.corpus.as_posix())
        return _read(ask(inside), progress, known)
    except UsageError as error:
        said = str(error).replace(f"{tree.folder}/", "").replace(str(tree.folder), "it")
        message = f"in {tree.revision.commit[:12]}: {said}"
        raise UsageError(message, error.hint) from error


def _lay_out(tree: Tree, inside: Request, corpus: str) -> None:
    """Write what a run reads: settings, the files that they name, and every file that may hold records."""
    tree.lay_out_settings()
    tree.lay_out(lambda path: path == corpus)
    if not (tree.folder / corpus).exists():
        (tree.folder / corpus).mkdir(parents=True)
    settings, plugins = settings_and_plugins(inside)
    endings = tuple(ending for loader in plugins.loaders for ending in loader.endings)
    named = {value for value in vars(settings).values() if isinstance(value, str)}
    below = "" if corpus == "." else f"{corpus}/"

    def may_hold_records(path: str) -> bool:
        return path.startswith(below) and path.endswith(endings) and not matches(path, settings.exclude)

    tree.lay_out(lambda path: path in named or may_hold_records(path))


def _read(question: Question, progress: Progress, known: State | None) -> State:
    """The corpus of one state; an empty one is a state as well."""
    setup, request = question.setup, question.request
    scope, exclude = setup.scope, setup.settings.exclude
    found = corpus_files(scope, setup.plugins.loaders, exclude)
    files = [(path, scope.shown(path), loader) for path, loader in found]
    as_known = set() if known is None else _unchanged(files, scope.root, known.reading)
    changed = [file for file in files if file[1] not in as_known]
    fresh = read_corpus(
        scope.root, changed, jobs=request.jobs, patches={}, on_file=lambda done: progress("reading", done, len(changed))
    )
    old = {} if known is None else _records(known.reading)
    new = _records(fresh)
    in_order = [record for _, shown, _ in files for record in (old if shown in as_known else new).get(shown, ())]
    corpus = Corpus(
        (record for record in in_order if isinstance(record, Paper)),
        (record for record in in_order if isinstance(record, Person)),
        (record for record in in_order if isinstance(record, Venue)),
        use_ids=request.use_ids,
        model=model_of(setup),
        knows_people=scope.holds_layouts(loader for _, _, loader in files),
        knows=known_parts(files),
    )
    findings = tuple(record for record in in_order if isinstance(record, Finding))
    loaders = {shown: loader for _, shown, loader in files}
    sources = Sources(scope.root, loaders, jobs=request.jobs)
    return State(question, scope, Reading(corpus, findings, sources, len(files), fresh.digests), loaders)


def _unchanged(files: Iterable[File], root: Path, known: Reading) -> set[str]:
    """The files whose bytes are those of another reading, where the same loader read them."""
    found = set()
    for path, shown, loader in files:
        other = known.sources.loader(shown)
        if other is not None and other.name == loader.name and known.digests.get(shown) == _digest(path, root):
            found.add(shown)
    return found


def _digest(path: Path, root: Path) -> bytes:
    try:
        return digest(read_bytes(path, root))
    except UnreadableError:
        return b""


def _records(reading: Reading) -> Mapping[str, Sequence[Record]]:
    """What each file holds, in its order."""
    found: dict[str, list[Record]] = {}
    corpus = reading.corpus
    for record in (*corpus.papers, *corpus.people, *corpus.venues):
        found.setdefault(record.path, []).append(record)
    for finding in reading.findings:
        if finding.location is not None:
            found.setdefault(finding.location.path, []).append(finding)
    return found
