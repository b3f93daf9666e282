"""What makes a finding whole: its place, subject, papers, severity and fingerprint; and nonsense that is refused."""

import itertools
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from bylint.checks import Check
from bylint.corpus.corpus import Corpus
from bylint.finding import Details, Evidence, Finding, Severity, SubjectReference, fingerprint
from bylint.fixes import completed_fix, require_fix
from bylint.model import Authorship, Location, Name, Page, PagePair, Paper, Person, Volume

_OF_MANY_PLACES = frozenset({"name", "corpus"})
"""Subjects whose findings gather authorships from many papers."""
FAILED = "failed"
"""The kind of evidence that stands for details which a check failed to tell."""
_NAMED = 5
"""How many other papers are named in words; programs get all."""


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


def severities(findings: Iterable[Finding], overrides: Mapping[str, Severity]) -> list[Finding]:
    """The findings with the severities that a user has set, by check id."""
    return [
        replace(finding, severity=overrides[finding.check]) if finding.check in overrides else finding
        for finding in findings
    ]


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


def completed(yielded: object, check: Check, subject: Any, corpus: Corpus) -> Finding:
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


def told(finding: Finding) -> Finding:
    """The finding with its details; where these cannot be found out, that is said in their place."""
    if finding.details is None:
        return finding
    try:
        details = finding.details()
        _require(isinstance(details, Details), f"details that are {type(details).__name__}, no Details")
        discreet_message = details.discreet_message or finding.discreet_message
        evidence = details.evidence + finding.evidence
        return _genuine(replace(finding, evidence=evidence, discreet_message=discreet_message, details=None))
    except (Exception, SystemExit) as error:  # noqa: BLE001 - what a check found stands, whatever it fails to tell of it
        said = f"{type(error).__name__}: {' '.join(str(error).split())[:200]}"
        failed = Evidence(text=f"{finding.check} failed to tell more: {said}", kind=FAILED)
        return replace(finding, evidence=(failed, *finding.evidence), details=None)


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
    _require(finding.details is None or callable(finding.details), "details that are no function")
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
