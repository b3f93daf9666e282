"""A corpus as a benchmark looks at it: authorships by written name, and who wrote with whom."""

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from bylint import Authorship, Corpus, Name, Page, Paper
from bylint.corpus.reading import read_corpus
from bylint.corpus.scope import corpus_files, find_scope
from bylint.names import slug
from bylint.plugins import load_plugins


class Written(NamedTuple):
    """Every authorship under one written name, whatever its id, with its paper beside it."""

    authorships: tuple[Authorship, ...]
    papers: tuple[Paper, ...]


def read(path: Path) -> Corpus:
    """The corpus of a folder, ids in use."""
    loaders = load_plugins().loaders
    scope = find_scope([str(path)], None, loaders)
    files = [(file, scope.shown(file), loader) for file, loader in corpus_files(scope, loaders, ())]
    return read_corpus(scope.root, files).corpus


def blind(corpus: Corpus, *, people: bool) -> Corpus:
    """The same corpus without ids and ORCIDs in the evidence; on request without the people database as well."""
    return Corpus(corpus.papers, corpus.people if people else (), use_ids=False)


def by_name(corpus: Corpus) -> Mapping[str, Written]:
    """Everything under each written name, names by their slug."""
    found: dict[str, tuple[list[Authorship], list[Paper]]] = {}
    for paper in corpus.papers:
        for authorship in (*paper.authorships, *paper.editors):
            authorships, papers = found.setdefault(slug(authorship.name), ([], []))
            authorships.append(authorship)
            papers.append(paper)
    return {name: Written(tuple(authorships), tuple(papers)) for name, (authorships, papers) in found.items()}


def slug_of(written_name: str) -> str:
    """The slug of a name that is given as one string."""
    return slug(Name(None, written_name))


def slugs(page: Page) -> frozenset[str]:
    """The slugs of the names on a page."""
    return frozenset(slug(name) for name in page.names)


def coauthors(paper: Paper, but: Collection[str]) -> frozenset[str]:
    """The slugs of a paper's authors without those of one page; editors of a volume did not write together."""
    return frozenset(slug(authorship.name) for authorship in paper.authorships) - frozenset(but)


def components(papers: Iterable[Paper], own: Collection[str]) -> list[int]:
    """A number for each paper: papers that a chain of shared co-authors joins have the same.

    `own` are the slugs of the page itself. Numbers begin at 0, in the order of the first paper.
    """
    root: list[int] = []
    first: dict[str, int] = {}

    def find(paper: int) -> int:
        while root[paper] != paper:
            paper = root[paper]
        return paper

    for number, paper in enumerate(papers):
        root.append(number)
        for coauthor in coauthors(paper, own):
            left, right = find(first.setdefault(coauthor, number)), find(number)
            root[max(left, right)] = min(left, right)
    order: dict[int, int] = {}
    return [order.setdefault(find(number), len(order)) for number in range(len(root))]
