"""Where decisions saw something, and what stands there now."""

from collections.abc import Iterable
from typing import TypeAlias

from bylint.corpus.corpus import Corpus
from bylint.decisions.forms import ReviewedForm, SeenForm
from bylint.model import Authorship

Key: TypeAlias = tuple[str, str, int]
"""A paper's id, `authors` or `editors`, and a position from 1."""


def key_of(authorship: Authorship) -> Key:
    """Where an authorship stands, as decisions say it."""
    return authorship.paper_id, f"{authorship.role}s", authorship.position


def seen_at(seen: SeenForm) -> Key:
    """Where a reviewer saw it."""
    return seen.paper, seen.byline, seen.position


def what_stands_there(forms: Iterable[ReviewedForm], corpus: Corpus) -> dict[Key, Authorship]:
    """The authorships of every paper that some decisions name."""
    wanted = {seen.paper for form in forms for seen in form.papers}
    return {
        key_of(item): item
        for paper in corpus.papers
        if paper.id in wanted
        for item in (*paper.authorships, *paper.editors)
    }
