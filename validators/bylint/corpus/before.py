"""The view of what the papers were at a base revision."""

from collections.abc import Mapping
from functools import cached_property

from bylint.corpus.corpus import Corpus
from bylint.model import Paper


class Before:
    """The papers as they were at the base revision, for checks of what a change does.

    A check that asks for it takes no part in a run without `--base`.
    """

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus

    @property
    def is_known(self) -> bool:
        """Whether there is a base to compare with."""
        return self._corpus.before is not None

    @cached_property
    def _by_id(self) -> Mapping[str, Paper | None]:
        found: dict[str, Paper | None] = {}
        for paper in self._corpus.before or ():
            found[paper.id] = None if paper.id in found else paper
        return found

    def paper(self, paper_id: str) -> Paper | None:
        """The paper that had this id, in whatever file; None where none had it, or several.

        It is the very paper of today where its file is as it was.
        """
        return self._by_id.get(paper_id)

    @cached_property
    def gone(self) -> tuple[Paper, ...]:
        """The papers whose ids nobody has any more, in the order of the corpus that they were in."""
        held = {paper.id for paper in self._corpus.papers}
        return tuple(paper for paper in self._by_id.values() if paper is not None and paper.id not in held)
