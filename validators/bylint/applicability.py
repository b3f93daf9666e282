"""Which checks can be asked of which formats: silence about what nobody could see proves nothing."""

from collections.abc import Iterable
from typing import NamedTuple

from bylint.checks import Check
from bylint.corpus.reading import Reading
from bylint.model import PARTS


class Inapplicable(NamedTuple):
    """A check that is not put to records of some formats, because they cannot have what it needs."""

    check: str
    formats: tuple[str, ...]
    """Names of loaders, sorted."""
    lacks: tuple[str, ...]
    """The PARTS that one of the formats cannot have, sorted."""
    is_everywhere: bool
    """Whether the run has no file of another format, so that the check is not asked at all."""

    @property
    def lacking(self) -> str:
        """What the formats lack, in words."""
        return " or ".join(PARTS[part] for part in self.lacks)

    @property
    def of(self) -> str:
        """The formats, in words."""
        return " and ".join(self.formats)


def inapplicable(checks: Iterable[Check], reading: Reading) -> tuple[Inapplicable, ...]:
    """What has to be said of the checks of a run about the formats of its papers, in the order of the checks."""
    people = {"people"} if reading.corpus.people else frozenset()
    loaders = map(reading.sources.loader, {paper.path for paper in reading.corpus.papers})
    knows = {loader.name: loader.knows | people for loader in loaders if loader is not None}
    said = []
    for check in checks:
        lacks = {name: check.needs - known for name, known in knows.items() if not check.needs <= known}
        if lacks:
            parts = frozenset().union(*lacks.values())
            said.append(
                Inapplicable(check.id, tuple(sorted(lacks)), tuple(sorted(parts)), lacks.keys() == knows.keys())
            )
    return tuple(said)
