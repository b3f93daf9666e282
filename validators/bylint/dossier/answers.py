"""Queries answered over one corpus: dossiers for what is found, and a word about what is not."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

from bylint.corpus.corpus import Corpus
from bylint.dossier.build import Builder
from bylint.dossier.model import Dossier, rewritten
from bylint.dossier.queries import Directory, Found, Unanswered, slugs
from bylint.names import slug
from bylint.privacy import PLACEHOLDER, Withheld

if TYPE_CHECKING:
    from bylint.disambiguation.view import Disambiguation

Answer = TypeVar("Answer", Dossier, Unanswered)


def answers(
    queries: Sequence[str],
    corpus: Corpus,
    disambiguation: "Disambiguation",
    hidden: Withheld,
    on_query: Callable[[int], object],
) -> tuple[tuple[Dossier, ...], tuple[Unanswered, ...]]:
    """The dossiers of the queries that ask for one page, and the queries that do not, both in order.

    No name that is to be withheld stands in any of them. `on_query` is told how many queries are done.
    """
    directory, builder = Directory(corpus), Builder(corpus, disambiguation)
    dossiers: list[Dossier] = []
    unanswered: list[Unanswered] = []
    for done, query in enumerate(queries):
        on_query(done)
        found = directory.find(query)
        if isinstance(found, Found):
            dossiers.append(discreet(builder.dossier(found), hidden))
        else:
            unanswered.append(discreet(found, hidden))
    return tuple(dossiers), tuple(unanswered)


def discreet(answer: Answer, hidden: Withheld) -> Answer:
    """The answer without names that are to be withheld, however the query wrote them."""
    if hidden.pattern is None:
        return answer
    asked_for = {slug(name) for name in hidden.names}
    if not asked_for.isdisjoint(slugs(answer.query)):
        answer = answer._replace(query=PLACEHOLDER)
    changed: Answer = rewritten(answer, hidden.text)
    return changed
