"""What has come to light since a decision: it speaks against what was decided, and was not there to be seen."""

from collections.abc import Iterable, Iterator, Mapping

from bylint.corpus.corpus import Corpus
from bylint.corpus.people import bare_orcid
from bylint.decisions.forms import ReviewedForm
from bylint.decisions.places import Key, key_of, seen_at
from bylint.finding import Finding
from bylint.model import Authorship, Page, Paper
from bylint.names import slug

_LONGEST_BYLINE = 30
"""Co-authors of longer bylines need not know each other."""


def news(
    form: ReviewedForm, finding: Finding, pages: Iterable[Page], corpus: Corpus, there: Mapping[Key, Authorship]
) -> list[str]:
    """What a decision did not see, in words, a fact each.

    `pages` are those that the finding is about; `there` is what stands now where the decision saw something.
    """
    seen = {seen_at(one): bare_orcid(one.orcid or "") for one in form.papers}
    pages = list(pages) if seen else []
    if len(pages) > 1:
        return [*_shared_orcids(pages, seen), *_shared_coauthors(pages, seen)]
    found = [*_strangers(finding, seen), *_new_orcids(pages, seen)]
    return [*found, *_moved(form, pages, corpus, there)] if finding.groups else found


def _strangers(finding: Finding, seen: Mapping[Key, str | None]) -> Iterator[str]:
    """Proposed people of whom no paper was seen; without such, the authorship in question, if it was not."""
    papers = {paper for paper, _, _ in seen}
    for group in finding.groups if papers else ():
        if papers.isdisjoint(group):
            yield f"{_listed(group)} {'does' if len(group) == 1 else 'do'} not fit the others"
    place = finding.location if papers and not finding.groups else None
    if place is not None and place.byline and (place.record, f"{place.byline}s", place.position) not in seen:
        yield f"{place.record} was not there"


def _new_orcids(pages: Iterable[Page], seen: Mapping[Key, str | None]) -> Iterator[str]:
    """ORCIDs that nobody saw, beside others."""
    found = {orcid: item.paper_id for page in pages for item in page.authorships if (orcid := _orcid(item))}
    for orcid in sorted(found.keys() - set(seen.values())):
        if len(found) > 1:
            yield f"{found[orcid]} has the ORCID {orcid}"


def _moved(form: ReviewedForm, pages: Iterable[Page], corpus: Corpus, there: Mapping[Key, Authorship]) -> Iterator[str]:
    """Papers that were seen on the page, and say now that they are somebody else's."""
    own = {page.id for page in pages}
    for one in form.papers:
        item = there.get(seen_at(one))
        is_said = item is not None and item.person_id not in {None, one.id}
        if item is not None and is_said and corpus.people.resolve(item).page_id not in own:
            yield f"{one.paper} has the id {item.person_id}"


def _shared_orcids(pages: Iterable[Page], seen: Mapping[Key, str | None]) -> Iterator[str]:
    """ORCIDs on several pages that were not seen on several."""
    now: dict[str, list[str]] = {}
    before: dict[str, int] = {}
    for page in pages:
        for orcid, item in {orcid: item for item in page.authorships if (orcid := _orcid(item))}.items():
            now.setdefault(orcid, []).append(item.paper_id)
        for orcid in {seen.get(key_of(item)) for item in page.authorships} - {None}:
            before[str(orcid)] = before.get(str(orcid), 0) + 1
    for orcid, papers in sorted(now.items()):
        if len(papers) > 1 and before.get(orcid, 0) < 2:
            yield f"{_listed(papers)} share the ORCID {orcid}"


def _shared_coauthors(pages: Iterable[Page], seen: Mapping[Key, str | None]) -> Iterator[str]:
    """Co-authors of both pages who were those of one, or of none, on what was seen of them."""
    now: dict[str, int] = {}
    before: dict[str, int] = {}
    names: dict[str, tuple[str, str]] = {}
    for page in pages:
        own = {slug(name) for name in page.names}
        pairs = list(zip(page.authorships, page.papers, strict=True))
        looked_at = [pair for pair in pairs if key_of(pair[0]) in seen] or pairs
        for other in _coauthors(looked_at) - own:
            before[other] = before.get(other, 0) + 1
        for item, paper in pairs:
            for coauthor in paper.authorships if key_of(item) not in seen else ():
                names.setdefault(slug(coauthor.name), (str(coauthor.name), paper.id))
        for other in _coauthors(pairs) - own:
            now[other] = now.get(other, 0) + 1
    for other in sorted(now):
        if now[other] > 1 and before.get(other, 0) < 2 and other in names:
            name, paper_id = names[other]
            yield f"{paper_id} makes {name} a co-author of both"


def _coauthors(pairs: Iterable[tuple[Authorship, Paper]]) -> set[str]:
    return {
        slug(other.name)
        for _, paper in pairs
        if len(paper.authorships) <= _LONGEST_BYLINE
        for other in paper.authorships
    }


def _orcid(authorship: Authorship) -> str | None:
    return bare_orcid(authorship.orcid) if authorship.orcid else None


def _listed(papers: Iterable[str]) -> str:
    """A few papers by their ids."""
    ids = list(dict.fromkeys(papers))
    more = f" and {len(ids) - 3} more" if len(ids) > 3 else ""
    return ", ".join(ids[:3]) + more if more or len(ids) < 2 else " and ".join([", ".join(ids[:-1]), ids[-1]])
