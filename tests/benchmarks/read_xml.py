"""
The records and names of files of XML as bylint reads them, beside what `xml.etree` sees.

    python tests/benchmarks/read_xml.py FILE ...

One row a loader and folder: files, then papers, authors and editors, each as bylint reads it and as it is counted without
bylint; the names that are not alike in both readings; the first and last names whose place in the file holds them, of all;
the papers without authors, and what could not be read. A recorded answer in JSON is taken out of its wrapping first.
"""

import argparse
import gzip
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from html import unescape
from html.entities import html5
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

from bylint import Finding, Paper
from bylint.loaders import Loader
from bylint.plugins import Plugins

LOADERS = Plugins().loaders


class Counted(NamedTuple):
    """What a file holds."""

    papers: int
    authors: list[str]
    """Whole names, with one space between their parts."""
    editors: list[str]


def root_of(data: bytes) -> ElementTree.Element:
    """The root of a file, with letters for their names and without namespaces."""
    parser = ElementTree.XMLParser()
    parser.entity.update({name.rstrip(";"): letter for name, letter in html5.items()})
    try:
        root = ElementTree.fromstring(data, parser)
    except ElementTree.ParseError:  # counted is what a file holds that is mended
        root = ElementTree.fromstring(re.sub(rb"&(?!#?\w+;)", b"&amp;", data), parser=None)
    for element in root.iter():
        element.tag = element.tag.rpartition("}")[2]
    return root


def spelled(*texts: str | None) -> str:
    """Some texts as one, with one space for all white space."""
    return " ".join(" ".join(filter(None, texts)).split())


def _contributors(group: ElementTree.Element, *, is_inner: bool) -> Iterator[ElementTree.Element]:
    for contributor in group.findall("contrib"):
        if not is_inner or contributor.get("contrib-type", "").startswith("author"):
            yield contributor
        for inner in contributor.findall("collab/contrib-group"):
            yield from _contributors(inner, is_inner=True)


def jats(root: ElementTree.Element) -> Counted:
    """Articles, and the contributors in their front matter: bodies, and their members if these are called authors."""
    names: dict[str, list[str]] = {"author": [], "editor": []}
    metas = root.findall(".//front/article-meta") if root.tag == "article" else root.findall(".//article-meta")
    for meta in metas:
        for group in meta.findall("contrib-group"):
            for contributor in _contributors(group, is_inner=False):
                kind = contributor.get("contrib-type") or group.get("content-type") or "author"
                body = contributor.find("collab")
                name = contributor.find(".//name") if body is None else None
                told = None if body is None else body.text
                parts = [] if name is None else [name.findtext(part) for part in ("given-names", "surname", "suffix")]
                if "non-byline" not in kind:
                    names["editor" if "editor" in kind else "author"].append(spelled(told, *parts))
    return Counted(len(metas), names["author"], names["editor"])


_WORKS = {"book_metadata", "conference_paper", "content_item", "dataset", "dissertation", "journal_article"}
_WORKS |= {"posted_content", "proceedings_metadata", "report-paper_metadata"}


def crossref_deposit(root: ElementTree.Element) -> Counted:
    """Works, and all people and organizations of a file that are called its authors or editors."""
    names: dict[str | None, list[str]] = {"author": [], "editor": []}
    for element in root.iter():
        if element.tag == "organization":
            names.setdefault(element.get("contributor_role"), []).append(spelled(element.text))
        elif element.tag == "person_name":
            parts = (element.findtext(part) for part in ("given_name", "surname", "suffix"))
            names.setdefault(element.get("contributor_role"), []).append(spelled(*parts))
    return Counted(sum(element.tag in _WORKS for element in root.iter()), names["author"], names["editor"])


_PUBLICATIONS = {
    "article",
    "inproceedings",
    "proceedings",
    "book",
    "incollection",
    "phdthesis",
    "mastersthesis",
    "publ",
}


def dblp(root: ElementTree.Element) -> Counted:
    """Publications wherever they stand, and the names in them without their numbers."""
    records = [one for one in root.iter() if one.tag in _PUBLICATIONS]
    authors, editors = (
        [re.sub(r" [0-9]{4}$", "", spelled(*name.itertext())) for record in records for name in record.findall(role)]
        for role in ("author", "editor")
    )
    return Counted(len(records), authors, editors)


def arxiv_atom(root: ElementTree.Element) -> Counted:
    """Entries and the names of their authors."""
    entries = root.findall("entry")
    return Counted(len(entries), [spelled(name.text) for one in entries for name in one.findall("author/name")], [])


def arxiv_oai(root: ElementTree.Element) -> Counted:
    """Records with metadata; a name in parts has its first name first, and so has one with a comma."""
    names = [
        spelled(*(author.findtext(part) for part in ("forenames", "keyname", "suffix")))
        for author in root.iter("author")
    ]
    names += [spelled(*reversed((creator.text or "").split(","))) for creator in root.iter("creator")]
    return Counted(len(root.findall(".//metadata/*")), names, [])


BY_HAND: Mapping[str, Callable[[ElementTree.Element], Counted]] = {
    "jats": jats,
    "crossref-deposit": crossref_deposit,
    "dblp": dblp,
    "arxiv-atom": arxiv_atom,
    "arxiv-oai": arxiv_oai,
}


def by_bylint(name: str, loader: Loader, data: bytes) -> tuple[Counted, int, Counter[str]]:
    """The same as the loader reads it, the papers without authors, and what could not be read, by check."""
    records = list(loader.read(name, data))
    papers = [record for record in records if isinstance(record, Paper)]
    authors, editors = (
        [spelled(str(one.name)) for paper in papers for one in getattr(paper, byline)]
        for byline in ("authorships", "editors")
    )
    found = Counter(record.check for record in records if isinstance(record, Finding))
    return Counted(len(papers), authors, editors), sum(not paper.authorships for paper in papers), found


def places(name: str, loader: Loader, data: bytes) -> tuple[int, int]:
    """First and last names whose place holds them, and all."""
    papers = [record for record in loader.read(name, data) if isinstance(record, Paper)]
    authorships = [one for paper in papers for byline in paper.bylines for one in byline]
    parts = {one.at(part): getattr(one.name, part) for one in authorships for part in ("first", "last")}
    parts = {place: text for place, text in parts.items() if text}
    spans = loader.locate(data, list(parts))
    held = {place: unescape(data[span.start : span.end].decode()) for place, span in spans.items()}
    return sum(spelled(held.get(place)) == spelled(text) for place, text in parts.items()), len(parts)


class Row:
    """What is said of the files of one loader in one folder."""

    def __init__(self) -> None:
        """No file yet."""
        self.files = self.unlike = self.alone = self.placed = self.parts = 0
        self.ours: Counter[str] = Counter()
        self.theirs: Counter[str] = Counter()
        self.found: Counter[str] = Counter()

    def add(self, name: str, loader: Loader, data: bytes) -> None:
        """Read a file twice."""
        ours, alone, found = by_bylint(name, loader, data)
        theirs = BY_HAND[loader.name](root_of(data))
        self.files += 1
        placed, parts = places(name, loader, data)
        self.placed += placed
        self.parts += parts
        self.alone += alone
        self.found += found
        for counter, counted in ((self.ours, ours), (self.theirs, theirs)):
            counter.update(papers=counted.papers, authors=len(counted.authors), editors=len(counted.editors))
        for mine, other in ((ours.authors, theirs.authors), (ours.editors, theirs.editors)):
            self.unlike += (Counter(mine) - Counter(other)).total() + (Counter(other) - Counter(mine)).total()

    def __str__(self) -> str:
        """The cells of a table."""
        counts = [f"{self.ours[part]} of {self.theirs[part]}" for part in ("papers", "authors", "editors")]
        told = ", ".join(f"{check} {count}" for check, count in sorted(self.found.items())) or "none"
        placed = f"{self.placed} of {self.parts}"
        return " | ".join([str(self.files), *counts, str(self.unlike), placed, str(self.alone), told])


def main() -> None:
    """Print a table, and the files that no loader of these reads."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    rows: dict[tuple[str, str], Row] = {}
    unread = []
    for path in parser.parse_args().files:
        data = path.read_bytes()
        data = gzip.decompress(data) if data.startswith(b"\x1f\x8b") else data
        name = path.name.removesuffix(".gz")
        if name.endswith(".json"):  # a recorded answer, whose bytes were taken for Latin-1
            name, data = f"{path.stem}.xml", json.loads(data)["body"].encode("latin-1")
        fitting = (one for one in LOADERS if name.endswith(one.endings) and one.recognises(name, data[:4096]))
        loader = next(fitting, None)
        if loader is None or loader.name not in BY_HAND:
            unread.append(f"{path.parent.name}/{name}")
        else:
            rows.setdefault((path.parent.name, loader.name), Row()).add(name, loader, data)
    head = ["folder", "loader", "files", "papers", "authors", "editors", "names unlike", "places", "without authors"]
    print(f"| {' | '.join([*head, 'findings'])} |")  # noqa: T201
    print(f"|{' --- |' * (len(head) + 1)}")  # noqa: T201
    for (folder, loader_name), row in sorted(rows.items()):
        print(f"| {folder} | {loader_name} | {row} |")  # noqa: T201
    for told in unread:
        print(f"not read: {told}")  # noqa: T201


if __name__ == "__main__":
    main()
