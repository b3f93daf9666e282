"""Papers of a base revision that are gone, and those that have another id today."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from bylint import Before, Corpus, Finding, Location, Name, Paper
from bylint_checks._wording import listed


def volume_of(paper: Paper) -> str:
    """The volume, or the file, in which a paper stands."""
    return paper.volume_id or paper.path


class Today:
    """Where volumes stand today, and where papers went."""

    def __init__(self, corpus: Corpus, before: Before) -> None:
        self._corpus, self._before = corpus, before

    @cached_property
    def _volumes(self) -> Mapping[str, Location]:
        return {volume.id: volume.location for volume in self._corpus.volumes if volume.papers or volume.front_matter}

    def place(self, volume: str, path: str) -> Location:
        """Where a volume stands, or else the file in which it stood."""
        return self._volumes.get(volume, Location(path))

    @cached_property
    def _new(self) -> Mapping[object, str]:
        """The ids that papers have now and had not, by title and authors."""
        before = self._before
        return {_self(paper): paper.id for paper in self._corpus.papers if _has_moved(paper, before.paper(paper.id))}

    def id_of(self, paper: Paper) -> str:
        """The id that an earlier paper has today, where it is another one; empty for none."""
        return self._new.get(_self(paper), "") if paper.title and paper.authorships else ""


def _self(paper: Paper) -> tuple[str, tuple[Name, ...]]:
    """By what a paper is known again under another id."""
    return paper.title, tuple(one.name for one in paper.authorships)


def _has_moved(paper: Paper, was: Paper | None) -> bool:
    return was is None or (was is not paper and _self(was) != _self(paper))


def gone(papers: Iterable[Paper], today: Today) -> Iterator[Finding]:
    """A finding for the papers that are gone from each volume, and one for those that have another id."""
    held: dict[tuple[str, bool], list[Paper]] = {}
    for paper in papers:
        if not paper.is_front_matter:
            held.setdefault((volume_of(paper), bool(today.id_of(paper))), []).append(paper)
    for (volume, has_moved), ones in held.items():
        told = tuple(f"{one.id} is {today.id_of(one)} now" if has_moved else one.id for one in ones)
        if len(ones) == 1:
            message = told[0] if has_moved else f"paper {told[0]} is gone"
        else:
            message = f"{len(ones)} papers {'have other ids' if has_moved else 'are gone'}: {listed(told)}"
        ids = tuple(one.id for one in ones)
        yield Finding(
            message=message,
            location=today.place(volume, ones[0].path),
            papers=(*ids, *(today.id_of(one) for one in ones if has_moved)),
            about=f"{'renumbered' if has_moved else 'gone'} {volume}",
        )
