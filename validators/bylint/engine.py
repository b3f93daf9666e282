"""From a corpus and checks to findings."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from bylint import faults
from bylint.beside import beside, processes
from bylint.checks import Check, View
from bylint.completion import complete, completed, reference_to, told
from bylint.corpus.corpus import Corpus
from bylint.disambiguation.view import Disambiguation
from bylint.finding import Finding

if TYPE_CHECKING:
    from bylint.options import Options

_WORTH_A_PROCESS = 5000
"""Papers from which on some checks run in a process of their own."""

_RECORDS = frozenset({"authorship", "paper"})
"""Subjects of checks that run beside those of names, where none asks who wrote what."""

OptionsOf = Mapping[str, "Options"]
"""The options of checks that a user has set, by check id."""


def silent(_: Check) -> None:
    """Tell nobody."""


def run_checks(  # noqa: PLR0913, PLR0917 - what is asked, of what, and how
    corpus: Corpus,
    checks: Iterable[Check],
    options: OptionsOf = MappingProxyType({}),
    on_check: Callable[[Check], object] = silent,
    jobs: int = 1,
    pages: AbstractSet[str] | None = None,
) -> list[Finding]:
    """Put every check to every subject of its kind; `on_check` is told before each.

    A check that raises or yields what is no finding becomes a finding itself; what it found besides stays. The
    findings come in the order of the checks and of their subjects, complete but for their details and with their
    fingerprints, the same for any number of `jobs`, which are processes (0 is one a core). With two and more, the
    checks that do not ask who wrote what run beside the others, and so does half of the work of telling people apart;
    where none asks, those of papers and authorships run beside those of names. Where only findings about some `pages`
    are wanted, by their ids, who wrote what is asked of these alone.
    """
    checks = list(checks)
    views: dict[type[View], View] = {Disambiguation: Disambiguation(corpus, pages)}

    def findings(some: Iterable[Check], tell: Callable[[Check], object]) -> Iterator[tuple[str, list[Finding]]]:
        for check in some:
            tell(check)
            subjects = _subjects(check, corpus, pages if _judges(check) else None)
            yield check.id, list(_run(check, subjects, corpus, views, options.get(check.id)))

    judging = [check for check in checks if _judges(check)]
    of_one_record = [check for check in checks if check.subject in _RECORDS]
    if processes(jobs) == 1 or len(corpus.papers) < _WORTH_A_PROCESS or not (judging or of_one_record):
        found = dict(findings(checks, on_check))
    elif not judging:
        others = [check for check in checks if check not in of_one_record]
        corpus.names  # noqa: B018 - made once, for both processes
        of_records = beside(lambda: {check: [*map(told, ran)] for check, ran in findings(of_one_record, silent)})
        found = dict(findings(others, on_check))
        found.update(of_records())
    else:
        reading = [check for check in checks if check not in judging]
        of_pages = [check for check in judging if check.subject != "corpus"]
        of_pairs = [check for check in judging if check.subject == "corpus"]
        # what is handed from process to process takes no functions along
        of_records = beside(lambda: {check: [*map(told, ran)] for check, ran in findings(reading, silent)})
        view = Disambiguation(corpus, pages)
        on_check(judging[0])
        view.prepare(pages=bool(of_pages))
        if pages is None:
            found = of_records()  # ended before the next begins: each process takes a copy of what it touches
            if of_pairs:
                view.judge_pairs_beside()
            found.update(findings([*of_pages, *of_pairs], on_check))
        else:
            found = dict(findings(judging, on_check))
            found.update(of_records())
    return [finding for check in checks for finding in found[check.id]]


def _judges(check: Check) -> bool:
    """Whether a check asks who wrote what."""
    return Disambiguation in check.arguments.values()


def _run(
    check: Check,
    subjects: Iterable[Any],
    corpus: Corpus,
    views: dict[type[View], View],
    options: "Options | None",
) -> Iterator[Finding]:
    if check.function is None:
        return
    arguments: dict[str, Any] = {}
    failures = 0
    first_failure: tuple[BaseException, object] | None = None
    try:
        for name, kind in check.arguments.items():
            if kind is check.options:
                arguments[name] = check.options() if options is None else options
            else:
                view: Any = kind
                arguments[name] = views[view] if view in views else views.setdefault(view, view(corpus))
    except Exception as error:  # noqa: BLE001 - the defaults of a plugin's options may break its own rules
        yield _failed(check, error, "its options", 1)
        return
    for subject in subjects:
        try:
            for finding in check.function(subject, **arguments):
                yield completed(finding, check, subject, corpus)
        except (Exception, SystemExit) as error:  # noqa: BLE001 - whatever a check does, the others report
            failures += 1
            first_failure = first_failure or (error, subject)
    if first_failure:
        reference = reference_to(first_failure[1])
        yield _failed(check, first_failure[0], f"{reference.kind} {reference.name or reference.id}".strip(), failures)


def _failed(check: Check, error: BaseException, subject: str, times: int) -> Finding:
    text = " ".join(str(error).split())[:200]
    trace, where = error.__traceback__, ""
    while trace is not None:
        where = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}"
        trace = trace.tb_next
    if where.startswith(__file__):
        where = check.source
    said = f"{type(error).__name__}: {text}" if text else type(error).__name__
    return complete([faults.crashed_check(check, said, where, subject, times)], faults.CHECKS)[0]


def _subjects(check: Check, corpus: Corpus, pages: AbstractSet[str] | None) -> Iterable[Any]:
    """What a check is put to: pages only where they are asked about, and nothing whose format cannot have its needs."""
    subjects = _SUBJECTS_OF[check.subject](corpus)
    if pages is not None and check.subject in _PAGES_OF:
        ids = _PAGES_OF[check.subject]
        subjects = (subject for subject in subjects if not pages.isdisjoint(ids(subject)))
    needs = check.needs - {"people"}  # people are subjects themselves, and there are some or not
    without = {path for path, known in corpus.knows.items() if not needs <= known}
    if not without:
        return subjects
    places = _PLACES_OF[check.subject]
    return (subject for subject in subjects if not without.issuperset(places(subject, corpus)))


_PAGES_OF: Mapping[str, Callable[[Any], Iterable[str]]] = MappingProxyType(
    {"page": lambda page: (page.id,), "page-pair": lambda pair: (pair.left.id, pair.right.id)}
)
"""The pages that a subject is about, by id."""
_SUBJECTS_OF: Mapping[str, Callable[[Corpus], Iterable[Any]]] = MappingProxyType(
    {
        "name": lambda corpus: corpus.names,
        "authorship": lambda corpus: corpus.authorships,
        "paper": lambda corpus: corpus.papers,
        "volume": lambda corpus: corpus.volumes,
        "page": lambda corpus: corpus.pages.values(),
        "page-pair": lambda corpus: corpus.page_pairs(),
        "person": lambda corpus: corpus.people,
        "corpus": lambda corpus: (corpus,),
    }
)
_PLACES_OF: Mapping[str, Callable[[Any, Corpus], Iterable[str]]] = MappingProxyType(
    {
        "name": lambda name, corpus: (authorship.path for authorship in corpus.names[name]),
        "authorship": lambda authorship, _: (authorship.path,),
        "paper": lambda paper, _: (paper.path,),
        "volume": lambda volume, _: (volume.location.path,),
        "page": lambda page, _: (authorship.path for authorship in page.authorships),
        "page-pair": lambda pair, _: (a.path for page in (pair.left, pair.right) for a in page.authorships),
        "person": lambda person, _: (person.path,),
        "corpus": lambda _, corpus: (record.path for record in (*corpus.papers, *corpus.people)),
    }
)
"""The files in which a subject stands."""
