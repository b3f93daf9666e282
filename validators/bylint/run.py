"""One run from paths to a Report: what every command that looks at a corpus goes through."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from bylint import faults
from bylint.checks import FILE, Check
from bylint.completion import complete, distinct, severities, told
from bylint.corpus.collector import collector_at_rest
from bylint.corpus.corpus import Corpus
from bylint.corpus.earlier import earlier_papers
from bylint.corpus.reading import Patches, Reading, read_corpus
from bylint.corpus.revision import base_of
from bylint.corpus.scope import Scope, corpus_files, find_scope, settings_range
from bylint.decisions.judging import Decision, judged, waivers
from bylint.engine import run_checks
from bylint.errors import UsageError
from bylint.files import UnreadableError, read_bytes
from bylint.finding import Finding, Status
from bylint.loaders import Loader
from bylint.model import Name
from bylint.options import Options
from bylint.plugins import Plugins, load_plugins
from bylint.privacy import Withheld, withheld
from bylint.report import GATE, Counts, Report, in_order, passes, places
from bylint.settings import (
    Settings,
    check_options,
    chosen_checks,
    find_settings,
    matches,
    read_settings,
    severity_overrides,
)

if TYPE_CHECKING:
    from bylint.decisions.forms import ReviewedForm
    from bylint.decisions.memory import Memory
    from bylint.disambiguation.model import Model


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What a command line asks for; the defaults are those of `bylint check`."""

    paths: tuple[str, ...] = ()
    corpus: str | None = None
    loader: str | None = None
    """The only loader that reads, whatever a file looks like."""
    config: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    audience: str = GATE
    use_ids: bool = True
    max_findings: int | None = None
    base: str | None = None
    """The revision that bylines are compared with."""
    jobs: int = 0
    skip_others: bool = False
    """Pass over PATHs that no loader reads, instead of refusing them."""
    uses_baseline: bool = True


Progress = Callable[[str, int, int], object]
"""Told what is being done, how much of it is done, and how much there is."""


def silent(step: str, done: int, total: int) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class Setup:
    """Everything that is known before a record is read."""

    settings: Settings
    plugins: Plugins
    scope: Scope
    baselines: tuple[Path, ...]
    """One for each repository."""

    @property
    def memories(self) -> tuple[Path, ...]:
        """The decisions that each repository keeps."""
        return tuple(root / self.settings.decisions for root in self.scope.repositories)


@dataclass(frozen=True, slots=True)
class Question:
    """What is put to a corpus: checks with their options, and what silences findings."""

    request: Request
    setup: Setup
    checks: Sequence[Check]
    options: Mapping[str, Options]
    decisions: Sequence[Decision]
    kept: "Sequence[ReviewedForm]" = ()
    """What reviewers decided, as the repository keeps it."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A report, and the decisions that matched nothing."""

    report: Report
    unused: tuple[Decision, ...] = field(default=())


def set_up(request: Request) -> Setup:
    """Find settings, plugins and corpus. Raises UsageError."""
    settings, plugins = settings_and_plugins(request)
    scope = find_scope(request.paths, request.corpus, plugins.loaders)
    return Setup(settings, plugins, scope, tuple(root / settings.baseline for root in scope.repositories))


def settings_and_plugins(request: Request) -> tuple[Settings, Plugins]:
    """The settings around the PATHs, and the plugins that they let in. Raises UsageError."""
    settings = _settings(request)
    plugins = load_plugins(allow=settings.plugins.allow, deny=settings.plugins.deny)
    present = {plugin.distribution for plugin in plugins}
    for name in settings.plugins.required:
        if name not in present:
            message = f"{settings.path} requires the plugin {name!r}, which is not installed"
            raise UsageError(message, f"pip install {name}")
    if request.loader is not None:
        plugins = plugins.only(request.loader, (Path(path).name for path in request.paths if Path(path).is_file()))
    return settings, plugins


def _settings(request: Request) -> Settings:
    if request.config is not None:
        path = Path(request.config)
        if not path.is_file():
            message = f"there is no settings file {request.config!r}"
            raise UsageError(message, "see: bylint check --help")
        return read_settings(path, request.config)
    ranges = [settings_range(path) for path in ([request.corpus] if request.corpus else request.paths or (".",))]
    found = {find_settings(start, stop): stop for start, stop in ranges}
    if len(found) > 1:
        shown = " and ".join(sorted(str(path or "none") for path in found))
        message = f"the PATHs have different settings: {shown}"
        raise UsageError(message, "name one with --config")
    nearest, stop = next(iter(found.items()))
    return read_settings(nearest, nearest.relative_to(stop).as_posix() if nearest else "")


def run(request: Request, progress: Progress = silent) -> Outcome:
    """Read the corpus, run the checks, judge what they found. Raises UsageError."""
    with collector_at_rest():
        return _run(request, progress)


def read(
    setup: Setup, request: Request, progress: Progress = silent, patches: Patches | None = None
) -> tuple[Scope, Reading]:
    """Read the corpus, with `patches` as if they were written; the scope is without the PATHs that may be passed over.

    Raises UsageError.
    """
    scope, files = _files(setup.scope, setup.plugins.loaders, setup.settings, request)
    revisions = None if request.base is None else [base_of(root, request.base) for root in scope.repositories]
    reading = read_corpus(
        scope.root,
        files,
        use_ids=request.use_ids,
        model=model_of(setup),
        knows_people=scope.holds_layouts(loader for _, _, loader in files),
        jobs=request.jobs,
        patches=patches,
        on_file=lambda done: progress("reading", done, len(files)),
    )
    corpus = reading.corpus
    if not corpus.papers and not corpus.people and not reading.findings and not (request.skip_others and not files):
        message = f"no record in {', '.join(map(str, scope.corpora))}"
        raise UsageError(message, "see: bylint check --help")
    if revisions is not None:
        progress("comparing", 0, 1)
        before = earlier_papers(
            scope,
            reading,
            revisions,
            files=files,
            loaders=setup.plugins.loaders,
            exclude=setup.settings.exclude,
        )
        reading = replace(reading, corpus=corpus.since(before))
    return scope, reading


def model_of(setup: Setup) -> "Model | None":
    """The fitted numbers that the settings name; None for those that are shipped. Raises UsageError."""
    name = setup.settings.model
    if name is None:
        return None
    from bylint.disambiguation.model import read_model  # with numpy, which takes a tenth of a second

    root = setup.scope.repositories[0]
    try:
        text = read_bytes(root / name, root).decode("utf-8")
    except (UnreadableError, UnicodeDecodeError) as error:
        message = f"the model {name!r} of {setup.settings.path}: {error}"
        raise UsageError(message, "make one with: bylint calibrate") from error
    return read_model(text, name)


def names_withheld(settings: Settings, reading: Reading) -> Withheld:
    """The names of a corpus that no output prints."""
    return withheld(settings.withhold, _names(reading))


def _run(request: Request, progress: Progress) -> Outcome:
    question = ask(request)
    scope, reading = read(question.setup, request, progress)
    findings, unused = findings_in(reading, scope, question, progress)
    hidden = names_withheld(question.setup.settings, reading)
    return Outcome(report_on(findings, reading, question, hidden), tuple(unused))


def report_on(findings: Iterable[Finding], reading: Reading, question: Question, hidden: Withheld) -> Report:
    """The report on findings of a corpus, without the names that are to be withheld."""
    request, settings = question.request, question.setup.settings
    return Report(
        found=tuple(hidden.finding(finding) for finding in in_order(findings, reading.corpus)),
        counts=_counts(reading),
        sources=reading.sources,
        plugins=question.setup.plugins,
        checks=tuple(question.checks),
        audience=request.audience,
        budget=settings.max_findings if request.max_findings is None else request.max_findings,
        withholds=bool(settings.withhold),
        withheld=hidden,
    )


def ask(request: Request) -> Question:
    """Everything that is asked, before a record is read. Raises UsageError."""
    setup = set_up(request)
    settings, plugins = setup.settings, setup.plugins
    baselines = setup.baselines if request.uses_baseline else ()
    return Question(
        request,
        setup,
        _answerable(chosen_checks(plugins.checks, settings, request.select, request.ignore), request),
        check_options(plugins.checks, settings),
        (
            *waivers(settings),
            *(decision for path in baselines if path.exists() for decision in _baseline(path, setup.scope.shown(path))),
        ),
        tuple(form for path in setup.memories if path.exists() for form in _memory(path)),
    )


def _baseline(path: Path, shown: str) -> "Iterable[Decision]":
    from bylint.decisions.baseline import read_baseline  # its forms take longer to import than most runs to read

    return read_baseline(path, shown)


def _memory(path: Path) -> "Iterable[ReviewedForm]":
    from bylint.decisions.memory import read_memory  # as above

    return read_memory(path)


def findings_in(
    reading: Reading, scope: Scope, question: Question, progress: Progress = silent
) -> tuple[list[Finding], Sequence[Decision]]:
    """What the checks find, each finding with its status, as far as it is reported; decisions that match nothing."""
    request, checks = question.request, question.checks
    settings, plugins = question.setup.settings, question.setup.plugins
    asked = [check for check in checks if check.function is not None]
    found = run_checks(
        reading.corpus,
        asked,
        question.options,
        lambda check: progress(check.id, asked.index(check), len(asked)),
        request.jobs,
    )
    given_up = names_withheld(settings, reading).names
    declared = [
        *reading.findings,
        *(faults.refused_plugin(p.name, p.distribution, p.refused) for p in plugins.refused),
        *(faults.deadnames(reading.corpus.papers, given_up) if given_up else ()),
    ]
    found += complete(_selected(declared, checks), plugins.checks)
    found = severities(found, severity_overrides(settings))
    progress("judging", 0, 1)
    findings, about_decisions, unused = judged(
        _audible(distinct(_stable(found)), settings, request.audience),
        question.decisions,
        [check.id for check in checks],
        _remembered(question.kept, reading.corpus) if question.kept else None,
    )
    findings += _audible(complete(_selected(about_decisions, checks), plugins.checks), settings, request.audience)
    if not scope.is_whole:  # what is reported depends on the places of evidence, too
        findings = [finding for finding in map(told, findings) if _is_reported(finding, scope, reading)]
    return findings, unused


def _remembered(kept: "Sequence[ReviewedForm]", corpus: Corpus) -> "Memory":
    from bylint.decisions.memory import Memory  # as above

    return Memory(kept, corpus)


def _answerable(checks: Sequence[Check], request: Request) -> Sequence[Check]:
    """The checks that have what they compare with. Raises UsageError where all that were chosen have not."""
    if request.base is not None:
        return checks
    answerable = [check for check in checks if not check.needs_base]
    if len(answerable) < len(checks) and not any(check.function for check in answerable):
        message = f"{next(check.id for check in checks if check.needs_base)} compares with a base revision"
        raise UsageError(message, "name one, as in --base origin/master")
    return answerable


def _stable(findings: Iterable[Finding]) -> list[Finding]:
    """The findings in an order in which equal fingerprints always meet alike."""
    return sorted(
        findings, key=lambda finding: (finding.check, finding.fingerprint, finding.location or (), finding.message)
    )


def _files(
    scope: Scope, loaders: Sequence[Loader], settings: Settings, request: Request
) -> tuple[Scope, list[tuple[Path, str, Loader]]]:
    """The files of the corpus; the scope without the PATHs that may be passed over."""
    files = [(path, scope.shown(path), loader) for path, loader in corpus_files(scope, loaders, settings.exclude)]
    known = {path for path, _, _ in files}
    held = {folder for path in known for folder in (path, *path.parents)}
    if not files and not request.skip_others:
        message = f"no file that bylint reads in {', '.join(map(str, scope.corpora))}"
        raise UsageError(message, "see: bylint check --help")
    strangers = [target for target in scope.targets or () if target not in held]
    if strangers and not request.skip_others:
        message = f"{strangers[0]} holds no record of the corpus"
        raise UsageError(message, "see: bylint check --help")
    targets = None if scope.targets is None else tuple(target for target in scope.targets if target in held)
    return replace(scope, targets=targets), files


def _selected(findings: Iterable[Finding], checks: Sequence[Check]) -> list[Finding]:
    """What loaders and the engine reported, as far as it was selected; faults of the run always are."""
    selected = {check.id for check in checks if check.subject == FILE} | faults.INCOMPLETE
    return [finding for finding in findings if finding.check in selected]


def _audible(findings: Iterable[Finding], settings: Settings, audience: str) -> list[Finding]:
    """The findings with their status, as far as audience and rules for paths decide it."""
    return [
        replace(finding, status=Status.SHOWN if _is_audible(finding, settings, audience) else Status.HIDDEN)
        for finding in findings
    ]


def _is_audible(finding: Finding, settings: Settings, audience: str) -> bool:
    if finding.check in faults.INCOMPLETE:
        return True
    path = finding.location.path if finding.location else ""
    return passes(finding, audience) and not any(
        matches(path, rule.paths) and matches(finding.check, rule.ignore) for rule in settings.per_path
    )


def _is_reported(finding: Finding, scope: Scope, reading: Reading) -> bool:
    """Whether a finding has a place in what is asked for; faults of the run have one everywhere."""
    if scope.targets is None or finding.check in faults.INCOMPLETE:
        return True
    paths = {place.path for place in places(finding)} | {authorship.path for authorship in finding.authorships}
    paths.update(path for paper in finding.papers for path in reading.paths_of(paper))
    return any(scope.reports(path) for path in sorted(paths) if path)


def _names(reading: Reading) -> Iterable[Name]:
    yield from reading.corpus.names
    for authorship in reading.corpus.authorships:
        yield from (variant.name for variant in authorship.variants)
    for paper in reading.corpus.before or ():
        for byline in paper.bylines:
            yield from (authorship.name for authorship in byline)
    for person in reading.corpus.people:
        yield from person.names


def _counts(reading: Reading) -> Counts:
    papers = reading.corpus.papers
    return Counts(
        papers=sum(not paper.is_front_matter for paper in papers),
        authorships=sum(len(paper.authorships) + len(paper.editors) for paper in papers),
        files=reading.files,
    )
