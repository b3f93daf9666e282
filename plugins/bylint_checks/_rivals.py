"""Authorships that the evidence puts on a namesake's page: which of them say whose they are, and the proof in words."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from bylint import Assignment, Details, Disambiguation, Evidence, Finding, Location, Page, Rival
from bylint_checks._people import described, given_names_differ
from bylint_checks._wording import counted, listed


def undecided(page: Page, disambiguation: Disambiguation) -> Mapping[str, tuple[Rival, ...]]:
    """The authorships of a page that name nobody, and that the evidence gives to somebody, by whom."""
    found: dict[str, list[Rival]] = {}
    for rival in disambiguation.rivals(page):
        if rival.own_id is None:
            found.setdefault(rival.suggested_id, []).append(rival)
    return {person_id: tuple(rivals) for person_id, rivals in found.items()}


def were_left_behind(page: Page, rivals: Sequence[Rival]) -> bool:
    """Whether authorships that belong to one person are what a split left behind, rather than a single slip.

    So they are where there are several of them on a page that is nobody's, or where an id for anybody else was written.
    """
    return page.person is None and (len(rivals) > 1 or any(rival.authorship.person_id for rival in rivals))


def finding(rival: Rival, said: str, page: Page, assignment: Assignment) -> Finding:
    """What a reviewer is told of one such authorship; `said` is what the record itself says."""
    authorship = rival.authorship
    person = assignment.people.get(rival.suggested_id)
    names = [authorship.name, *(person.names[:1] if person else ())]
    whose = f"{said}, but {proof(rival)}"
    return Finding(
        message=f"{authorship.name} of {rival.paper.id} {whose}",
        discreet_message=f"author {authorship.position} of {rival.paper.id} {whose}"
        if given_names_differ(names)
        else "",
        location=authorship.at("id") if authorship.person_id else authorship.location,
        authorships=(authorship,),
        confidence=rival.confidence,
        about=f"{authorship.paper_id} {authorship.role} {authorship.position}",
        details=partial(_details, rival, page, assignment),
    )


def _details(rival: Rival, page: Page, assignment: Assignment) -> Details:
    return Details(evidence=tuple(facts(rival, page, assignment)))


def proof(rival: Rival) -> str:
    """The co-authors in numbers: `3 of 4 co-authors appear with b, none with a`."""
    share = f"{len(rival.shared)} of {counted(rival.coauthors, 'co-author')} {_appear(rival)} with {rival.suggested_id}"
    own = str(len(rival.own_shared)) if rival.own_shared else "none"
    return f"{share}, {own} with {rival.own_id or 'the other papers of this page'}"


def facts(rival: Rival, page: Page, assignment: Assignment) -> Iterator[Evidence]:
    """Where the co-authors stand on the namesake's papers, and who stands on those of this page instead."""
    namesakes = assignment.page(rival.suggested_id)
    if namesakes is not None and rival.shared:
        yield _meetings(rival, namesakes)
    others = [place for place in zip(page.papers, page.authorships, strict=True) if place[0].id != rival.paper.id]
    if others:
        yield described(f"{page.id} otherwise", [paper for paper, _ in others], [own for _, own in others])
    yield from rival.evidence


def _meetings(rival: Rival, namesakes: Page) -> Evidence:
    """The papers on which the co-authors wrote with the namesake."""
    papers, place = _met(rival, namesakes)
    text = f"{listed(rival.shared)} wrote with {rival.suggested_id} on {listed(papers)}"
    return Evidence(text=text, kind="shared-coauthors", location=place, papers=papers)


def in_a_line(rival: Rival, assignment: Assignment) -> Evidence:
    """What gives an authorship to somebody, where several of them are told together."""
    namesakes = assignment.page(rival.suggested_id)
    papers, _ = _met(rival, namesakes) if namesakes is not None else ((), None)
    where = f" ({listed(rival.shared)} on {listed(papers)})" if papers else ""
    said = f"{len(rival.shared)} of {counted(rival.coauthors, 'co-author')} {_appear(rival)} with {rival.suggested_id}"
    return Evidence(
        text=f"{rival.paper.id}: {said}{where}",
        kind="shared-coauthors",
        location=rival.authorship.location,
        papers=papers,
    )


def _met(rival: Rival, namesakes: Page) -> tuple[tuple[str, ...], Location | None]:
    """The namesake's papers with co-authors of this one, and the place of the first."""
    shared = frozenset(rival.shared)
    met = [
        authorship
        for authorship, paper in zip(namesakes.authorships, namesakes.papers, strict=True)
        if shared & {other.name for other in paper.authorships if other.location != authorship.location}
    ]
    return tuple(dict.fromkeys(authorship.paper_id for authorship in met)), met[0].location if met else None


def _appear(rival: Rival) -> str:
    return "appears" if len(rival.shared) == 1 else "appear"
