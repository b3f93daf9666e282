"""The corrections that maintainers really made, and the scorer that knows what they are worth."""

import importlib.util
import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple, Protocol, cast


class Gold(NamedTuple):
    """What is known of a corpus; names and people by the strings of the gold's file."""

    splits: Mapping[str, Mapping[str, str]]
    """For each written name of two or more people: the person of each paper whose person is known."""
    catch_all: frozenset[str]
    """Ids that stand for "anybody else of this name"; they are no people."""
    merges: tuple[tuple[str, str], ...]
    """Two names that are one person."""
    different: tuple[tuple[str, str], ...]
    """Two names that are two people."""

    @property
    def names(self) -> tuple[str, ...]:
        """The names of two or more people, sorted."""
        return tuple(sorted(self.splits))

    @property
    def largest(self) -> str:
        """The name that holds most pairs."""
        return max(self.names, key=lambda name: len(self.splits[name]))

    def known_pairs(self, name: str) -> Iterator[tuple[str, str, bool]]:
        """Every two papers of a name of which it is known whether one person wrote both, and whether one did."""
        person_of = self.splits[name]
        for left, right in combinations(sorted(person_of), 2):
            is_same = person_of[left] == person_of[right]
            if not (is_same and person_of[left] in self.catch_all):
                yield left, right, is_same


class Scorer(Protocol):
    """What is used of a scorer's file."""

    def fold(self, name: str) -> str:
        """A name without what makes an easy merge: two names that fold alike are one."""

    def score_splits(
        self, gold: Mapping[str, Mapping[str, str]], catch_all: Collection[str], pages: Mapping[str, Mapping[str, Any]]
    ) -> Mapping[str, Any]:
        """`b3_precision`, `b3_recall`, `b3` and `page_mean_f1` of the groups seen behind each name."""

    def score_merges(
        self, gold: Sequence[Sequence[str]], different: Sequence[Sequence[str]], said: Sequence[tuple[str, str, float]]
    ) -> Mapping[str, Any]:
        """`hard_found_in_first` of proposals (name, name, score), a share for each number of proposals."""

    def score_flagged(
        self, gold: Mapping[str, Mapping[str, str]], said: Sequence[tuple[str, float]]
    ) -> Mapping[str, Any]:
        """`found_in_first` of pages (name, score), a share for each number of pages."""


def read_gold(path: Path) -> Gold:
    """The gold of a file."""
    said = json.loads(path.read_text(encoding="utf-8"))
    return Gold(
        said["splits"], frozenset(said["catch_all"]), *(tuple(map(tuple, said[key])) for key in ("merges", "different"))
    )


def read_scorer(path: Path) -> Scorer:
    """The module in a file, loaded without being run as a program."""
    specification = importlib.util.spec_from_file_location("assignment_scorer", path)
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return cast("Scorer", module)
