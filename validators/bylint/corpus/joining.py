"""Which records of two sources are of one paper: those of one DOI, then those of one title and year."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from bylint.model import Paper
from bylint.names import words

_ADDRESS = re.compile(r"(?:https?://(?:dx\.|www\.)?doi\.org/|doi:\s*)", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_TELLING = 16
"""Bytes of a title in UTF-8, without spaces and signs, from which it is one paper's: a Han sign counts as three."""


def doi_key(paper: Paper) -> str:
    """The DOI as it is compared: without an address, in lower case; empty where there is none.

    >>> doi_key(Paper("x", "", None, "x.jsonl", doi="https://doi.org/10.18653/V1/N19-1423"))
    '10.18653/v1/n19-1423'
    """
    text = (paper.doi or "").strip()
    address = _ADDRESS.match(text)
    return text[address.end() :].lower() if address else text.lower()


def title_key(paper: Paper) -> str:
    """The letters and digits of a title; empty where they do not tell which paper it is, as for “Introduction”.

    The title of front matter is a volume's.
    """
    title = paper.title
    if paper.is_front_matter or len(title) * 4 < _TELLING:
        return ""
    letters = "".join(words(_TAG.sub(" ", title) if "<" in title else title))
    return letters if len(letters.encode()) >= _TELLING else ""


class Wanted:
    """What a record of another source must have to be joined with some papers."""

    def __init__(self, papers: Iterable[Paper]) -> None:
        self._keys = {key(paper) for paper in papers for key in (doi_key, title_key)} - {""}

    def wants(self, record: Paper) -> bool:
        """Whether a record may be one of the papers."""
        return doi_key(record) in self._keys or title_key(record) in self._keys


def join(papers: Sequence[Paper], records: Sequence[Paper]) -> list[tuple[Paper, Paper]]:
    """The papers with the records of another source that are of the same paper, each in one pair at most.

    A DOI that one record has in each source joins the two. So does a title that stands once in each, unless both have
    a DOI: in one year where the bylines share a word, and a year apart, or without a year, where they have the same
    words. The pairs come in the order of the papers, whatever the order of the records.
    """
    by_doi = _pairs(papers, records, doi_key)
    joined = {id(record) for pair in by_doi for record in pair}
    by_title = [
        (paper, record)
        for paper, record in _pairs(papers, records, title_key)
        if id(paper) not in joined and id(record) not in joined and _is_same(paper, record)
    ]
    number = {id(paper): place for place, paper in enumerate(papers)}
    return sorted([*by_doi, *by_title], key=lambda pair: number[id(pair[0])])


def _pairs(papers: Sequence[Paper], records: Sequence[Paper], key: Callable[[Paper], str]) -> list[tuple[Paper, Paper]]:
    """What has a key in common that stands once in each source."""
    held = dict(_once(records, key))
    return [(paper, held[value]) for value, paper in _once(papers, key) if value in held]


def _once(papers: Sequence[Paper], key: Callable[[Paper], str]) -> Iterator[tuple[str, Paper]]:
    keys = list(map(key, papers))
    counts = Counter(keys)
    return ((value, paper) for value, paper in zip(keys, papers, strict=True) if value and counts[value] == 1)


def _is_same(paper: Paper, record: Paper) -> bool:
    """Whether year, DOI and byline let two records of one title be one paper."""
    if doi_key(paper) and doi_key(record):
        return False
    own, other = _words(paper), _words(record)
    if paper.year is not None and paper.year == record.year:
        return not own.isdisjoint(other)
    is_near = paper.year is None or record.year is None or abs(paper.year - record.year) == 1
    return is_near and bool(own) and own == other


def _words(paper: Paper) -> frozenset[str]:
    """The words of the authors' names, without initials."""
    return frozenset(word for one in paper.authorships for word in words(str(one.name)) if len(word) > 1)
