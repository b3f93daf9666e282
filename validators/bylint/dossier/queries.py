"""Queries: a name, a person's id or an ORCID, and the authorships that each asks for."""

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher, get_close_matches
from functools import cached_property
from typing import NamedTuple

from bylint.corpus.corpus import Corpus
from bylint.corpus.people import UNVERIFIED, bare_orcid
from bylint.model import Authorship, Name, Page, Paper
from bylint.names import slug, words

CANDIDATES = 10
"""How many similar names answer a query that finds nobody."""
_RANKED = 5000
"""Of so many that share a word with it, the nearest are looked for."""
_ORCID_LIKE = re.compile(r"(?:https?://)?(?:www\.)?orcid\.org/.*|[\d-]{15,}[\dXx]?", re.IGNORECASE)


class Found(NamedTuple):
    """What a query asks for."""

    query: str
    kind: str
    """`name`, `id` or `orcid`."""
    slug: str
    """The slug of the name that is asked for; of a page's most frequent name where it is not asked by name."""
    authorships: tuple[Authorship, ...]
    """In the order of the corpus."""
    papers: tuple[Paper, ...]
    """The paper of each authorship, side by side."""


class Unanswered(NamedTuple):
    """A query that finds nobody, or more than one person."""

    query: str
    why: str
    candidates: tuple[str, ...] = ()
    is_ambiguous: bool = False
    """Whether the candidates are what the query may mean, and not only what is similar."""


class Directory:
    """Finds what queries ask for; what it looks things up in is made when it is first needed."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._written = corpus if corpus.use_ids else Corpus(corpus.papers, corpus.people)

    def find(self, query: str) -> Found | Unanswered:
        """What a query asks for; a known id goes before a name."""
        text = " ".join(query.split())
        if _ORCID_LIKE.fullmatch(text):
            return self._of_orcid(text)
        page = self._page(text)
        if page is not None:
            return of_page(text, "id", page)
        by_name = next((of_slug for name_slug in slugs(text) if (of_slug := self._of_slug.get(name_slug))), None)
        if by_name:
            authorships, papers = zip(*by_name, strict=True)
            return Found(text, "name", slug(by_name[0][0].name), authorships, papers)
        if text in self._corpus.people:
            return Unanswered(text, "no paper is this person's", self._similar(text, without=text))
        return Unanswered(text, "nobody has this name or id", self._similar(text))

    def _page(self, text: str) -> Page | None:
        """The page of an id: of a person, of "anybody else" of a name, or one that only papers know."""
        page = self._written.pages.get(text)
        person = self._corpus.people.get(text)
        if page is None and person is not None and not person.is_verified:
            return self._written.pages.get(slug(person.names[0]) + UNVERIFIED)
        return page

    def _of_orcid(self, text: str) -> Found | Unanswered:
        orcid = bare_orcid(text if text.lower().startswith("http") else text.lower().removeprefix("orcid.org/"))
        if orcid is None:
            return Unanswered(text, "this is no ORCID: it has four times four digits, the last of which may be an X")
        person = self._corpus.people.with_orcid(orcid)
        page = self._written.pages.get(person.id) if person is not None else None
        if page is not None:
            return of_page(text, "orcid", page)
        ids = sorted(self._pages_with.get(orcid, ()))
        if len(ids) == 1:
            return of_page(text, "orcid", self._written.pages[ids[0]])
        if ids:
            return Unanswered(text, "this ORCID stands on several pages", tuple(ids[:CANDIDATES]), is_ambiguous=True)
        return Unanswered(text, "nobody has this ORCID" if person is None else f"no paper is by its owner, {person.id}")

    @cached_property
    def _pages_with(self) -> Mapping[str, set[str]]:
        """The pages that an ORCID stands on."""
        found: dict[str, set[str]] = {}
        for page in self._written.pages.values():
            for authorship in page.authorships:
                orcid = bare_orcid(authorship.orcid) if authorship.orcid else None
                if orcid:
                    found.setdefault(orcid, set()).add(page.id)
        return found

    @cached_property
    def _slug_of(self) -> Mapping[Name, str]:
        return {name: slug(name) for name in self._corpus.names}

    @cached_property
    def _of_slug(self) -> Mapping[str, list[tuple[Authorship, Paper]]]:
        """Every authorship with its paper, by the slug of its name."""
        found: dict[str, list[tuple[Authorship, Paper]]] = {}
        slug_of = self._slug_of
        for paper in self._corpus.papers:
            for byline in paper.bylines:
                for authorship in byline:
                    found.setdefault(slug_of[authorship.name], []).append((authorship, paper))
        return found

    @cached_property
    def _known(self) -> Mapping[str, str]:
        """What a query could have meant, by its slug: the first name that was written so, or an id."""
        known = {person.id.lower(): person.id for person in self._corpus.people}
        for name, name_slug in self._slug_of.items():
            if known.get(name_slug, name_slug) == name_slug:
                known[name_slug] = str(name)
        return known

    @cached_property
    def _with_word(self) -> Mapping[str, list[str]]:
        """The known slugs by each of their words."""
        found: dict[str, list[str]] = {}
        for known in self._known:
            for word in dict.fromkeys(known.split("-")):
                found.setdefault(word, []).append(known)
        return found

    def _similar(self, text: str, without: str = "") -> tuple[str, ...]:
        """The known names and ids that are nearest to a text."""
        in_other_script = self._of_variant.get(text, ())
        wanted = slug(Name(None, text))
        near = _nearest(wanted, dict.fromkeys(self._sharing_a_word(wanted)))
        found = dict.fromkeys([*in_other_script, *(self._known[known] for known in near)])
        return tuple(name for name in found if name != without)[:CANDIDATES]

    def _sharing_a_word(self, wanted: str) -> Iterator[str]:
        """The slugs that share a word with another one, or nearly one."""
        vocabulary = self._with_word
        own = [word for word in wanted.split("-") if word]
        shared = [word for word in own if word in vocabulary]
        if len(shared) < len(own) or not shared:
            missing = [word[:40] for word in own if word not in vocabulary][:3]
            shared += [near for word in missing for near in get_close_matches(word, vocabulary, n=3, cutoff=0.75)]
        rarest_first = sorted(shared, key=lambda word: (len(vocabulary[word]), word))
        for word in rarest_first:
            yield from vocabulary[word][:_RANKED]

    @cached_property
    def _of_variant(self) -> Mapping[str, list[str]]:
        """The names that stand beside a name in another script."""
        found: dict[str, dict[str, None]] = {}
        for authorship in self._corpus.authorships:
            for variant in authorship.variants:
                for written in {str(variant.name), variant.name.last + (variant.name.first or "")}:
                    found.setdefault(written, {})[str(authorship.name)] = None
        return {written: list(names) for written, names in found.items()}


def of_page(query: str, kind: str, page: Page) -> Found:
    """What a query asks for that leads to a page."""
    return Found(query, kind, slug(page.names[0]), page.authorships, page.papers)


def slugs(text: str) -> Iterator[str]:
    """The slugs under which a name is looked for: `Last, First` turned round first."""
    last, comma, first = text.partition(",")
    if comma and first.strip() and last.strip():
        yield slug(Name(first.strip(), last.strip()))
    yield slug(Name(None, text))


def _nearest(wanted: str, known: Iterable[str]) -> list[str]:
    """The slugs that are nearest to one, the nearest first; words in another order are near."""
    in_order = " ".join(sorted(words(wanted)))
    matcher: SequenceMatcher[str] = SequenceMatcher(autojunk=False)
    matcher.set_seq2(in_order)
    ranked = []
    for other in known:
        matcher.set_seq1(" ".join(sorted(other.split("-"))))
        if matcher.real_quick_ratio() >= 0.6 and matcher.quick_ratio() >= 0.6:
            ranked.append((-matcher.ratio(), other))
    return [other for score, other in sorted(ranked) if score <= -0.6][:CANDIDATES]


def read_queries(text: str) -> list[str]:
    """The queries of a file, one a line; blank lines are skipped."""
    return [line.strip() for line in text.removeprefix("\ufeff").split("\n") if line.strip()]
