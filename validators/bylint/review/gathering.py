"""From a corpus to what the file holds: items in their order, the dossiers beside them, decisions so far."""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from bylint.corpus.corpus import Corpus
from bylint.decisions.forms import AnyForm
from bylint.dossier.answers import discreet
from bylint.dossier.build import Builder
from bylint.dossier.model import Dossier, rewritten
from bylint.dossier.queries import Directory, Found, Unanswered, of_page
from bylint.finding import Finding
from bylint.privacy import Withheld
from bylint.review.content import content
from bylint.review.items import Item, of_finding, of_query, pages_of, ranked
from bylint.review.pages import PageView, page_view
from bylint.review.writing import Review
from bylint.run import Progress

if TYPE_CHECKING:
    from bylint.disambiguation.view import Disambiguation

_MANY = 4
"""From so many pages on it is faster to look for all pages of similar name at once."""


class Gathering:
    """Makes what a review holds of one corpus; no name that is to be withheld stands in it."""

    def __init__(self, corpus: Corpus, disambiguation: "Disambiguation", hidden: Withheld, progress: Progress) -> None:
        self._corpus = corpus
        self._judge = disambiguation
        self._builder = Builder(corpus, disambiguation)
        self._hidden = hidden
        self._progress = progress
        self._dossiers: dict[str, Dossier] = {}
        self._views: dict[str, PageView] = {}

    def findings(self, findings: Iterable[Finding], most: int) -> tuple[list[Item], int]:
        """The items of the first findings, and how many findings there are."""
        order = ranked(findings, self._corpus)
        chosen = order[:most] if most else order
        pages = dict.fromkeys(page for finding in chosen for page in pages_of(finding, self._corpus))
        self._expect(len(pages))
        for done, page in enumerate(pages):
            self._progress("looking at pages", done, len(pages))
            self._look(page, of_page(page, "id", self._corpus.pages[page]))
        return [of_finding(finding, self._corpus, self._hidden) for finding in chosen], len(order)

    def queries(self, queries: Sequence[str]) -> tuple[list[Item], list[Unanswered]]:
        """The items of pages that are named, and the names that lead to none."""
        directory = Directory(self._corpus)
        items, unanswered = [], []
        self._expect(len(queries))
        for done, query in enumerate(dict.fromkeys(queries)):
            self._progress("looking at pages", done, len(queries))
            found = directory.find(query)
            if isinstance(found, Unanswered):
                unanswered.append(discreet(found, self._hidden))
            else:
                key = f"asked {query}"
                items.append(of_query(self._look(key, found), key))
        return items, unanswered

    def review(self, items: Sequence[Item], told: str, decisions: Iterable[AnyForm]) -> Review:
        """What the file holds of these items."""
        known = {*self._corpus.people.ids, *(item.person_id for item in self._corpus.authorships if item.person_id)}
        ids = {person for person in known if self._hidden.text(person) == person}
        return Review(
            items=items,
            pages=self._views,
            content=content(items, self._dossiers, self._corpus, ids, self._discreet(decisions)),
            told=told,
        )

    def _discreet(self, decisions: Iterable[AnyForm]) -> list[dict[str, Any]]:
        """The decisions as JSON holds them."""
        return [_changed(decision.model_dump(mode="json"), self._hidden.text) for decision in decisions]

    def _expect(self, pages: int) -> None:
        if pages >= _MANY:
            self._judge.likenesses()

    def _look(self, key: str, found: Found) -> Dossier:
        """The dossier of what is found, kept under a key of its own."""
        dossier = self._dossiers[key] = discreet(self._builder.dossier(found), self._hidden)
        view = page_view(dossier, self._corpus)
        self._views[key] = rewritten(view, self._hidden.text) if self._hidden.pattern else view
        return dossier


def _changed(value: Any, change: Callable[[str], str]) -> Any:
    """JSON with every text in it changed."""
    if isinstance(value, dict):
        return {key: _changed(held, change) for key, held in value.items()}
    if isinstance(value, list):
        return [_changed(held, change) for held in value]
    return change(value) if isinstance(value, str) else value
