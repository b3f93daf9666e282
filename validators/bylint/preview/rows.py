"""From what was compared to what is told: pages, placements and bylines as plain data."""

from collections.abc import Iterable, Iterator, Mapping

from bylint.finding import Evidence
from bylint.model import Authorship, Page
from bylint.names import words
from bylint.preview.model import Byline, Fact, Move, PageEvent, PageSize, PaperCounts, Put, Signature, Wrong
from bylint.preview.pages import PageChange
from bylint.preview.pairing import Pair, Papers, Standing
from bylint.preview.placing import Doubt, Placement

Pages = Mapping[str, Page]


def event(change: PageChange, before: Pages, after: Pages) -> PageEvent:
    """What became of some pages."""
    return PageEvent(
        kind=change.kind,
        before=tuple(_size(page, before) for page in change.before),
        after=tuple(_size(page, after) for page in change.after),
        moves=tuple(_move(standing, pair) for pair in change.pairs if (standing := pair.now or pair.was)),
        is_private=not all(map(_gives_up_no_name, change.pairs)),
    )


def _size(page_id: str, pages: Pages) -> PageSize:
    page = pages.get(page_id)
    return PageSize(page_id, len({paper.id for paper in page.papers}) if page else 0)


def _move(standing: Standing, pair: Pair) -> Move:
    authorship = standing.authorship
    return Move(
        paper=authorship.paper_id,
        role=authorship.role,
        position=authorship.position,
        name=str(authorship.name),
        was_on=pair.was.page if pair.was else None,
        is_on=pair.now.page if pair.now else None,
    )


def _gives_up_no_name(pair: Pair) -> bool:
    """Whether every word of the old name is in the new one, too, in full or as an initial."""
    if pair.was is None or pair.now is None:
        return True
    old, new = words(str(pair.was.authorship.name)), words(str(pair.now.authorship.name))
    initials = {word[0] for word in new}
    return "".join(old) == "".join(new) or all(word in new or (len(word) == 1 and word in initials) for word in old)


def put(placement: Placement) -> Put:
    """An authorship that is new on its page."""
    standing = placement.standing
    authorship = standing.authorship
    return Put(
        paper=authorship.paper_id,
        role=authorship.role,
        position=authorship.position,
        name=str(authorship.name),
        title=standing.paper.title,
        year=standing.paper.year,
        page=standing.page,
        came_from=placement.came_from,
        by=placement.by,
        is_verified=placement.is_verified,
        is_known=placement.is_known,
        wrong=_wrong(placement.doubt) if placement.doubt else None,
        location=authorship.location,
    )


def _wrong(doubt: Doubt) -> Wrong:
    return Wrong(doubt.confidence, doubt.suggested, doubt.why, tuple(map(_fact, doubt.evidence)))


def _fact(evidence: Evidence) -> Fact:
    return Fact(evidence.kind, evidence.weight, evidence.text, evidence.papers)


def bylines(compared: Papers) -> Iterator[Byline]:
    """The bylines that are not what they were, of papers that were there before."""
    for was, now in compared.kept:
        if was is now:
            continue
        for role, old, new in (
            ("author", was.authorships, now.authorships),
            ("editor", was.editors, now.editors),
        ):
            before, after = _signatures(old), _signatures(new)
            if before != after:
                yield Byline(now.id, role, before, after)


def _signatures(byline: Iterable[Authorship]) -> tuple[Signature, ...]:
    return tuple(Signature(str(one.name), one.person_id, one.orcid) for one in byline)


def paper_counts(compared: Papers) -> PaperCounts:
    """What becomes of papers, without front matter."""
    return PaperCounts(
        new=sum(not paper.is_front_matter for paper in compared.new),
        gone=sum(not paper.is_front_matter for paper in compared.gone),
        renumbered=sum(was.id != now.id and not now.is_front_matter for was, now in compared.kept),
    )
