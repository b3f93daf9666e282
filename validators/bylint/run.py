"""One run from paths to a Report: what every command that looks at a corpus goes through."""

from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from bylint import faults
from bylint.applicability import Inapplicable, inapplicable
from bylint.asking import Question, Request, Setup, ask, model_of
from bylint.checks import FILE, Check
from bylint.completion import complete, distinct, severities, told
from bylint.corpus.collector import collector_at_rest
from bylint.corpus.corpus import Corpus
from bylint.corpus.reading import Patches, Reading, read_corpus
from bylint.corpus.scope import Scope, corpus_files
from bylint.decisions.judging import Decision, judged
from bylint.engine import run_checks
from bylint.errors import SEE_HELP, UsageError
from bylint.finding import Finding, Status
from bylint.loaders import Loader
from bylint.model import Name
from bylint.names import slug
from bylint.privacy import Withheld, withheld
from bylint.report import Counts, Elsewhere, Report, in_order, passes, places
from bylint.settings import Settings, matches, severity_overrides

if TYPE_CHECKING:
    from bylint.corpus.revision import Revision
    from bylint.decisions.forms import ReviewedForm
    from bylint.decisions.memory import Memory

Progress = Callable[[str, int, int], object]
"""Told what is being done, how much of it is done, and how much there is."""


def silent(step: str, done: int, total: int) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A report, and the decisions that matched nothing."""

    report: Report
    unused: tuple[Decision, ...] = field(default=())


def run(request: Request, progress: Progress = silent) -> Outcome:
    """Read the corpus, run the checks, judge what they found. Raises UsageError."""
    return answer(ask(request), progress)


def answer(question: Question, progress: Progress = silent) -> Outcome:
    """The same for what is asked already. Raises UsageError."""
    with collector_at_rest():
        scope, reading = read(question.setup, question.request, progress)
        findings, unused = findings_in(reading, scope, question, progress)
        hidden = names_withheld(question.setup.settings, reading)
        return Outcome(report_on(findings, reading, question, hidden), tuple(unused))


def read(
    setup: Setup, request: Request, progress: Progress = silent, patches: Patches | None = None
) -> tuple[Scope, Reading]:
    """Read the corpus, with `patches` as if they were written; the scope is without the PATHs that may be passed over.

    Raises UsageError.
    """
    scope, files = files_of(setup.scope, setup.plugins.loaders, setup.settings, request)
    revisions = None if request.base is None else _revisions(scope, request.base)
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
        raise UsageError(message, SEE_HELP)
    if scope.beside:
        from bylint.corpus.others import with_others

        loaders = setup.plugins.loaders
        reading = with_others(reading, scope, loaders, request.jobs, lambda done: progress("joining", done, done + 1))
    if revisions is not None:
        from bylint.corpus.earlier import earlier_papers

        progress("comparing", 0, 1)
        before = earlier_papers(
            scope,
            reading,
            revisions,
            files=files,
            loaders=setup.plugins.loaders,
            exclude=setup.settings.exclude,
        )
        reading = replace(reading, corpus=reading.corpus.since(before))
    return scope, reading


def _revisions(scope: Scope, base: str) -> "list[Revision]":
    from bylint.corpus.revision import base_of

    return [base_of(root, base) for root in scope.repositories]


def names_withheld(settings: Settings, reading: Reading) -> Withheld:
    """The names of a corpus that no output prints."""
    return withheld(settings.withhold, _names(reading))


def report_on(findings: Iterable[Finding], reading: Reading, question: Question, hidden: Withheld) -> Report:
    """The report on findings of a corpus, without the names that are to be withheld."""
    request, settings = question.request, question.setup.settings
    return Report(
        found=tuple(hidden.finding(finding) for finding in in_order(findings, reading.corpus)),
        counts=_counts(reading),
        elsewhere=Elsewhere(len(reading.corpus.twins), len(question.setup.scope.beside)),
        sources=reading.sources,
        plugins=question.setup.plugins,
        checks=tuple(question.checks),
        audience=request.audience,
        budget=settings.max_findings if request.max_findings is None else request.max_findings,
        withholds=bool(settings.withhold),
        withheld=hidden,
        inapplicable=_inapplicable(question, reading),
    )


def _inapplicable(question: Question, reading: Reading) -> tuple[Inapplicable, ...]:
    return inapplicable((check for check in question.checks if check.function), reading)


def findings_in(
    reading: Reading, scope: Scope, question: Question, progress: Progress = silent
) -> tuple[list[Finding], Sequence[Decision]]:
    """What the checks find, each finding with its status, as far as it is reported; decisions that match nothing."""
    request, checks = question.request, question.checks
    settings, plugins = question.setup.settings, question.setup.plugins
    unasked = {said.check for said in _inapplicable(question, reading) if said.is_everywhere}
    asked = [check for check in checks if check.function is not None and check.id not in unasked]
    found = run_checks(
        reading.corpus,
        asked,
        question.options,
        lambda check: progress(check.id, asked.index(check), len(asked)),
        request.jobs,
        None if scope.is_whole else _pages_asked_about(reading.corpus, scope),
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


def _pages_asked_about(corpus: Corpus, scope: Scope) -> AbstractSet[str] | None:
    """The pages of which a finding could have a place in what is asked for: with a paper there, or a name of theirs.

    None for all of them: what is found of papers may point into a file of people.
    """
    if any(scope.reports(person.path) for person in corpus.people):
        return None
    wanted = {path for path in {paper.path for paper in corpus.papers} if scope.reports(path)}
    slugs: dict[str, set[str]] = {}
    near: set[str] = set()
    for page in corpus.pages.values():
        own = {slug(name) for name in page.names}
        for key in own:
            slugs.setdefault(key, set()).add(page.id)
        if not wanted.isdisjoint(authorship.path for authorship in page.authorships):
            near |= own
    return {page_id for key in near for page_id in slugs[key]}


def _remembered(kept: "Sequence[ReviewedForm]", corpus: Corpus) -> "Memory":
    from bylint.decisions.memory import Memory  # its forms take longer to import than most runs to read

    return Memory(kept, corpus)


def _stable(findings: Iterable[Finding]) -> list[Finding]:
    """The findings in an order in which equal fingerprints always meet alike."""
    return sorted(
        findings, key=lambda finding: (finding.check, finding.fingerprint, finding.location or (), finding.message)
    )


def files_of(
    scope: Scope, loaders: Sequence[Loader], settings: Settings, request: Request
) -> tuple[Scope, list[tuple[Path, str, Loader]]]:
    """The files of the corpus; the scope without the PATHs that may be passed over."""
    files = [(path, scope.shown(path), loader) for path, loader in corpus_files(scope, loaders, settings.exclude)]
    known = {path for path, _, _ in files}
    held = {folder for path in known for folder in (path, *path.parents)}
    if not files and not request.skip_others:
        message = f"no file that bylint reads in {', '.join(map(str, scope.corpora))}"
        raise UsageError(message, SEE_HELP)
    strangers = [target for target in scope.targets or () if target not in held]
    if strangers and not request.skip_others:
        message = f"{strangers[0]} holds no record of the corpus"
        raise UsageError(message, f"{SEE_HELP}; what is another source is named with --beside")
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
    twins = (twin.paper for _, held in reading.corpus.twins.values() for twin in held)
    for paper in (*(reading.corpus.before or ()), *twins):
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
