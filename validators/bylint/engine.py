"""From a corpus and checks to findings."""

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from bylint import faults
from bylint.beside import beside, processes
from bylint.checks import Check, View
from bylint.corpus.corpus import Corpus
from bylint.disambiguation.view import Disambiguation
from bylint.finding import Evidence, Finding, Severity, SubjectReference, fingerprint
from bylint.fixes import completed_fix, require_fix
from bylint.model import Authorship, Location, Name, Page, PagePair, Paper, Person, Volume

if TYPE_CHECKING:
    from bylint.options import Options

_OF_MANY_PLACES = frozenset({"name", "corpus"})
"""Subjects whose findings gather authorships from many papers."""
_NAMED = 5
"""How many other papers are named in words; programs get all."""

_SINGLE = frozenset({"name", "authorship", "person"})
"""Subjects whose checks need no lists across the corpus."""
_OF_THE_WHOLE = frozenset({"page-pair", "corpus"})
"""Subjects whose checks share nothing with those of pages, and take as long."""
_WORTH_A_PROCESS = 5000
"""Papers from which on some checks run in a process of their own."""

OptionsOf = Mapping[str, "Options"]
"""The options of checks that a user has set, by check id."""


def run_checks(
    corpus: Corpus,
    checks: Iterable[Check],
    options: OptionsOf | None = None,
    on_check: Callable[[Check], object] = lambda _: None,
    jobs: int = 1,
) -> list[Finding]:
    """Put every check to every subject of its kind; `on_check` is told before each.

    A check that raises or yields what is no finding becomes a finding itself; what it found besides stays. The
    findings come in the order of the checks and of their subjects, complete and with their fingerprints, the same for
    any number of `jobs`, which are processes (0 is one a core). With two and more, the checks of single names run while
    the lists are made by which people are told apart; then the pages are judged, half of them in each of two processes;
    then the checks of pages, papers and volumes run beside those of the whole.
    """
    checks = list(checks)
    views: dict[type[View], View] = {}

    def findings(some: Iterable[Check], tell: Callable[[Check], object] = lambda _: None) -> dict[str, list[Finding]]:
        found = {}
        for check in some:
            tell(check)
            ran = _run(check, check.function, corpus, views, (options or {}).get(check.id)) if check.function else ()
            found[check.id] = list(ran)
        return found

    judging = [check for check in checks if _judges(check)]
    if not judging or processes(jobs) == 1 or len(corpus.papers) < _WORTH_A_PROCESS:
        found = findings(checks, on_check)
    else:
        single = [check for check in checks if check.subject in _SINGLE and check not in judging]
        whole = [check for check in checks if check.subject in _OF_THE_WHOLE]
        others = [check for check in checks if check not in single + whole]
        of_single = beside(lambda: findings(single))
        view = views[Disambiguation] = Disambiguation(corpus)
        view.prepare()
        found = of_single()
        if any(check in judging for check in others):
            view.judge_pages(processes(jobs))
        of_whole = beside(lambda: findings(whole))
        found |= findings(others, on_check)
        for check in whole[:1]:
            on_check(check)
        found |= of_whole()
    return [finding for check in checks for finding in found[check.id]]


def _judges(check: Check) -> bool:
    """Whether a check asks who wrote what."""
    return Disambiguation in check.arguments.values()


def complete(findings: Iterable[Finding], checks: Iterable[Check]) -> list[Finding]:
    """Fill in what a loader or the engine left open in its findings: severity, subject and fingerprint.

    Only checks fix: nobody has looked at what a loader would change.
    """
    by_id = {check.id: check for check in checks}
    completed = []
    for finding in findings:
        check = by_id[finding.check]
        place = finding.location or Location()
        subject = finding.subject if finding.subject.id else SubjectReference("file", place.path)
        about = (finding.about,) if finding.about else (place.record, place.byline, str(place.position), place.field)
        completed.append(
            replace(
                finding,
                severity=check.severity,
                confidence=check.confidence,
                subject=subject,
                papers=finding.papers or ((place.record,) if place.record and place.byline else ()),
                fingerprint=fingerprint(check.id, subject, about),
                fix=None,
            )
        )
    return completed


def distinct(findings: Iterable[Finding]) -> list[Finding]:
    """The findings, each with a fingerprint of its own: the second of one fingerprint gets another, and so on."""
    seen: dict[str, int] = {}
    result = []
    for finding in findings:
        count = seen.get(finding.fingerprint, 0)
        seen[finding.fingerprint] = count + 1
        if count:
            finding = replace(finding, fingerprint=fingerprint(finding.fingerprint, finding.subject, (str(count),)))
        result.append(finding)
    return result


def _run(
    check: Check,
    function: Callable[..., Iterable[Finding]],
    corpus: Corpus,
    views: dict[type[View], View],
    options: "Options | None",
) -> Iterator[Finding]:
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
    for subject in _SUBJECTS_OF[check.subject](corpus):
        try:
            for finding in function(subject, **arguments):
                yield _completed(finding, check, subject, corpus)
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

_REFERENCES: Mapping[type, Callable[[Any], SubjectReference]] = MappingProxyType(
    {
        Name: lambda name: SubjectReference("name", f"{name.first or ''}|{name.last}", str(name)),
        Authorship: lambda item: SubjectReference(
            "authorship", f"{item.paper_id} {item.role} {item.position}", str(item.name)
        ),
        Paper: lambda paper: SubjectReference("paper", paper.id),
        Volume: lambda volume: SubjectReference("volume", volume.id),
        Page: lambda page: SubjectReference("page", page.id, str(page.names[0])),
        PagePair: lambda pair: SubjectReference("page-pair", pair.id, f"{pair.left.names[0]}, {pair.right.names[0]}"),
        Person: lambda person: SubjectReference("person", person.id, str(person.names[0])),
        Corpus: lambda _: SubjectReference("corpus", "corpus"),
    }
)


def reference_to(subject: object) -> SubjectReference:
    """What a subject is called in reports."""
    return _REFERENCES[type(subject)](subject)


def _completed(yielded: object, check: Check, subject: Any, corpus: Corpus) -> Finding:
    """A check's finding with all that the engine knows. Raises TypeError or ValueError for nonsense."""
    finding = _genuine(yielded)
    require_fix(finding.fix, check)
    reference = reference_to(subject)
    authorships = finding.authorships or _authorships_of(subject, corpus)
    place = _place(finding.location, subject, authorships)
    papers = finding.papers or tuple(dict.fromkeys(authorship.paper_id for authorship in authorships))
    if not papers:
        papers = _papers_of(subject)
    about: tuple[str, ...] = tuple(sorted(map(str, finding.names)))
    if finding.about:
        about = (finding.about, *about)
    elif not about:
        about = _about_place(place, check.subject)
    return replace(
        finding,
        location=place,
        evidence=finding.evidence + (_elsewhere(place, authorships) if check.subject in _OF_MANY_PLACES else ()),
        authorships=authorships,
        papers=papers,
        confidence=check.confidence if finding.confidence is None else float(finding.confidence),
        check=check.id,
        severity=check.severity,
        subject=reference,
        fingerprint=fingerprint(check.id, reference, about),
        fix=completed_fix(finding.fix, place, authorships, corpus),
        reason="",
    )


def _elsewhere(place: Location, authorships: Sequence[Authorship]) -> tuple[Evidence, ...]:
    """The other papers on which the same name stands: one finding is about all of them."""
    here = next((item for item in authorships if item.location == place._replace(field="")), None)
    if here is None:
        return ()
    others = {item.paper_id: item for item in authorships if item.name == here.name and item.paper_id != here.paper_id}
    if not others:
        return ()
    papers = tuple(others)
    more = f" and {len(papers) - _NAMED} more" if len(papers) > _NAMED else ""
    first = others[papers[0]].at(place.field)
    return (
        Evidence(
            text=f"also on {', '.join(papers[:_NAMED])}{more}", location=first, kind="other-places", papers=papers
        ),
    )


def _authorships_of(subject: object, corpus: Corpus) -> tuple[Authorship, ...]:
    match subject:
        case Name():
            return corpus.names[subject]
        case Authorship():
            return (subject,)
        case Page():
            return subject.authorships
        case PagePair(left, right):
            return left.authorships + right.authorships
        case _:
            return ()


def _papers_of(subject: object) -> tuple[str, ...]:
    match subject:
        case Paper():
            return (subject.id,)
        case Volume():
            return tuple(paper.id for paper in subject.papers)
        case _:
            return ()


def _place(place: Location | None, subject: Any, authorships: Sequence[Authorship]) -> Location:
    """The absolute primary place of a finding."""
    if place is not None and place.path:
        return place
    field = place.field if place is not None else ""
    match subject:
        case Name():
            return authorships[0].at(field)
        case Corpus():
            return authorships[0].at(field) if authorships else Location()
        case _:
            location: Location = subject.location
            return location._replace(field=field)


def _about_place(place: Location, kind: str) -> tuple[str, ...]:
    """What of a place tells two findings on one subject apart and outlives an ingest."""
    match kind:
        case "corpus":
            return place.record, place.byline, str(place.position), place.field
        case "paper":
            return place.byline, str(place.position), place.field
        case _:
            return (place.field,)


def _genuine(finding: object) -> Finding:
    """What a check yielded, if it is a finding through and through. Raises TypeError or ValueError."""
    if not isinstance(finding, Finding):
        message = f"yielded {type(finding).__name__}, which is no Finding"
        raise TypeError(message)
    confidence = finding.confidence
    _require(isinstance(finding.message, str) and bool(finding.message.strip()), "a finding without a message")
    _require(confidence is None or isinstance(confidence, int | float), "a confidence that is no number")
    if confidence is not None and not 0 <= confidence <= 1:
        message = f"yielded confidence {confidence!r}, which does not lie between 0 and 1"
        raise ValueError(message)
    _require(_is_place(finding.location), "a location that is no Location")
    for what, items, kind in (
        ("evidence", finding.evidence, Evidence),
        ("names", finding.names, Name),
        ("authorships", finding.authorships, Authorship),
        ("papers", finding.papers, str),
        ("groups", finding.groups, tuple),
    ):
        is_tuple = isinstance(items, tuple) and all(isinstance(item, kind) for item in items)
        _require(is_tuple, f"{what} that are no tuple of {kind.__name__}")
    papers = itertools.chain.from_iterable(finding.groups)
    _require(all(isinstance(paper, str) for paper in papers), "groups that hold no ids of papers")
    texts = (finding.about, finding.discreet_message, *(evidence.text for evidence in finding.evidence))
    _require(all(isinstance(text, str) for text in texts), "text that is no str")
    _require(
        all(_is_place(evidence.location) for evidence in finding.evidence), "evidence with no Location as its place"
    )
    return finding


def _is_place(place: object) -> bool:
    return place is None or isinstance(place, Location)


def _require(holds: bool, otherwise: str) -> None:  # noqa: FBT001 - the condition is what it is about
    if not holds:
        message = f"yielded {otherwise}"
        raise TypeError(message)


def severities(findings: Iterable[Finding], overrides: Mapping[str, Severity]) -> list[Finding]:
    """The findings with the severities that a user has set, by check id."""
    return [
        replace(finding, severity=overrides[finding.check]) if finding.check in overrides else finding
        for finding in findings
    ]
