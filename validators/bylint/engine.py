"""From a corpus and checks to findings."""

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from bylint import faults
from bylint.checks import Check
from bylint.corpus.corpus import Corpus
from bylint.corpus.views import View
from bylint.finding import Evidence, Finding, Severity, SubjectReference, fingerprint
from bylint.model import Authorship, Location, Name, Page, PagePair, Paper, Person, Volume

if TYPE_CHECKING:
    from bylint.options import Options

OptionsOf = Mapping[str, "Options"]
"""The options of checks that a user has set, by check id."""


def run_checks(
    corpus: Corpus,
    checks: Iterable[Check],
    options: OptionsOf | None = None,
    on_check: Callable[[Check], object] = lambda check: None,
) -> list[Finding]:
    """Put every check to every subject of its kind; `on_check` is told before each.

    A check that raises or yields what is no finding becomes a finding itself; what it found besides stays. The
    findings come in the order of the checks and of their subjects, complete and with their fingerprints.
    """
    findings: list[Finding] = []
    views: dict[type[View], View] = {}
    for check in checks:
        on_check(check)
        if check.function is not None:
            findings.extend(_run(check, check.function, corpus, views, (options or {}).get(check.id)))
    return findings


def complete(findings: Iterable[Finding], checks: Iterable[Check]) -> list[Finding]:
    """Fill in what a loader or the engine left open in its findings: severity, subject and fingerprint."""
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
    except Exception as error:  # the defaults of a plugin's options may break its own rules
        yield _failed(check, error, "its options", 1)
        return
    for subject in _subjects(check.subject, corpus):
        try:
            for finding in function(subject, **arguments):
                yield _completed(finding, check, subject, corpus)
        except (Exception, SystemExit) as error:
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


def _subjects(kind: str, corpus: Corpus) -> Iterable[Any]:
    match kind:
        case "name":
            return corpus.names
        case "authorship":
            return corpus.authorships
        case "paper":
            return corpus.papers
        case "volume":
            return corpus.volumes
        case "page":
            return corpus.pages.values()
        case "page-pair":
            return corpus.page_pairs()
        case "person":
            return corpus.people
        case "corpus":
            return (corpus,)
        case _:
            return ()


def reference_to(subject: object) -> SubjectReference:
    """What a finding's subject is called in reports."""
    match subject:
        case Name(first, last):
            return SubjectReference("name", f"{first or ''}|{last}", str(subject))
        case Authorship():
            return SubjectReference(
                "authorship", f"{subject.paper_id} {subject.role} {subject.position}", str(subject.name)
            )
        case Paper():
            return SubjectReference("paper", subject.id)
        case Volume():
            return SubjectReference("volume", subject.id)
        case Page():
            return SubjectReference("page", subject.id, str(subject.names[0]))
        case PagePair(left, right):
            return SubjectReference("page-pair", subject.id, f"{left.names[0]}, {right.names[0]}")
        case Person():
            return SubjectReference("person", subject.id, str(subject.names[0]))
        case _:
            return SubjectReference("corpus", "corpus")


def _completed(finding: object, check: Check, subject: Any, corpus: Corpus) -> Finding:
    """A check's finding with all that the engine knows. Raises TypeError or ValueError for nonsense."""
    _refuse_nonsense(finding)
    assert isinstance(finding, Finding)
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
        authorships=authorships,
        papers=papers,
        confidence=check.confidence if finding.confidence is None else float(finding.confidence),
        check=check.id,
        severity=check.severity,
        subject=reference,
        fingerprint=fingerprint(check.id, reference, about),
        reason="",
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


def _refuse_nonsense(finding: object) -> None:
    if not isinstance(finding, Finding):
        raise TypeError(f"yielded {type(finding).__name__}, which is no Finding")
    if not isinstance(finding.message, str) or not finding.message.strip():
        raise TypeError("yielded a finding without a message")
    confidence = finding.confidence
    if confidence is not None and (not isinstance(confidence, int | float) or not 0 <= confidence <= 1):
        raise ValueError(f"yielded confidence {confidence!r}, which does not lie between 0 and 1")
    if finding.location is not None and not isinstance(finding.location, Location):
        raise TypeError(f"yielded location {type(finding.location).__name__}, which is no Location")
    for what, items, kind in (
        ("evidence", finding.evidence, Evidence),
        ("names", finding.names, Name),
        ("authorships", finding.authorships, Authorship),
        ("papers", finding.papers, str),
        ("groups", finding.groups, tuple),
    ):
        if not isinstance(items, tuple) or not all(isinstance(item, kind) for item in items):
            raise TypeError(f"yielded {what} that are no tuple of {kind.__name__}")
    for paper in itertools.chain.from_iterable(finding.groups):
        if not isinstance(paper, str):
            raise TypeError("yielded groups that hold no ids of papers")
    if not isinstance(finding.about, str) or not isinstance(finding.discreet_message, str):
        raise TypeError("yielded text that is no str")
    for evidence in finding.evidence:
        if not isinstance(evidence.text, str) or not (
            evidence.location is None or isinstance(evidence.location, Location)
        ):
            raise TypeError("yielded evidence without text, or with a place that is no Location")


def severities(findings: Iterable[Finding], overrides: Mapping[str, Severity]) -> list[Finding]:
    """The findings with the severities that a user has set, by check id."""
    return [
        replace(finding, severity=overrides[finding.check]) if finding.check in overrides else finding
        for finding in findings
    ]
