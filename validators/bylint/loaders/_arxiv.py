"""What the forms share in which arXiv hands out its records: ids, dates, names, and whole bylines in one text."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from bylint.finding import Finding
from bylint.loaders._latex import printed_text
from bylint.loaders._whole_names import Stretch, parted, whole_name
from bylint.loaders._xml import on_one_line
from bylint.loaders.shared import BROKEN_RECORD, brief
from bylint.model import Authorship, Location, Name
from bylint.names import GENERATIONS

_ID = re.compile(r"(?:https?://(?:\w+\.)?arxiv\.org/abs/|oai:arXiv\.org:|arXiv:)?(.*?)(?:v[0-9]+)?", re.IGNORECASE)
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_GROUP = re.compile(r".*\b(?:collaborations?|consortium|team)", re.IGNORECASE)
_AND = re.compile(r"(?:^|,|(?<=\s))\s*(?:and|&)\s+")
_BETWEEN = re.compile(r"[,:;]\s*")
_KEY = r"[0-9]{1,3}|[a-zA-Z*]"
_KEYS = re.compile(rf"(?:{_KEY})(?:\s*(?:[,;&\s]|and)\s*(?:{_KEY}))*")
_LEGEND = re.compile(rf"\(\s*({_KEY})\s*\)")
_NOBODY = frozenset({"", ":", "et al", "et al."})


class Author(NamedTuple):
    """One name of a byline, with what stands in brackets behind it."""

    name: Name
    affiliations: tuple[str, ...] = ()


def paper_id(text: str) -> str:
    """The id of a paper without its version and the address around it.

    >>> paper_id("http://arxiv.org/abs/hep-th/9901001v2"), paper_id("oai:arXiv.org:2202.12139")
    ('hep-th/9901001', '2202.12139')
    """
    match = _ID.fullmatch(text.strip())
    return match[1] if match else text.strip()


def first_year(text: str | None) -> int | None:
    """The first year in a date, however it is written."""
    match = _YEAR.search(text or "")
    return int(match[0]) if match else None


def first_doi(text: str | None) -> str | None:
    """The first of the DOIs that stand in a field with spaces between them."""
    return next(iter((text or "").split()), None)


def title_of(text: str | None) -> str:
    """A title with letters for what TeX writes; formulas stay as they are."""
    title = on_one_line(text or "")
    return printed_text(title, 0, len(title)) if "\\" in title else title


def is_nobody(text: str) -> bool:
    """Whether what stands in the place of a name is only what was written between names, or nothing."""
    return text.strip().lower() in _NOBODY


@lru_cache(maxsize=1 << 16)
def name_of(text: str) -> Name:
    """The name that one text writes; that of a group is not parted.

    >>> name_of("Ada van Tongeren"), name_of("for the Inks Collaboration")
    (Name(first='Ada', last='van Tongeren'), Name(first=None, last='for the Inks Collaboration'))
    """
    return Name(None, text) if _GROUP.fullmatch(text) else whole_name(text)


def parted_name(text: str) -> tuple[Stretch, Stretch]:
    """Where the first and the last name stand in it; the first is empty for a group."""
    return ((0, 0), (0, len(text))) if _GROUP.fullmatch(text) else parted(text)


def byline_of(authors: Iterable[Author | None], paper: str, path: str) -> Iterator[Authorship | Finding]:
    """The authorships of some authors, in order; None is an entry without a name, which is a finding."""
    position = 0
    for author in authors:
        if author is None:
            told = f"author {position + 1}: no name"
            place = Location(path, paper, "author")
            yield Finding(check=BROKEN_RECORD.id, message=told, location=place, about=brief(f"{paper} {position}", 200))
        else:
            position += 1
            yield Authorship(author.name, paper, position, "author", path, affiliations=author.affiliations)


def authors_in(text: str) -> list[Author]:
    r"""The authors of a byline that is one text, as authors type it when they submit.

    An affiliation holds for everybody before it who has none; numbers refer to a list at the end.

    >>> authors_in(r"A. Br\'unn (1), B. Vey and C. Ott Jr (2) ((1) Inks, (2) Quills)")[0]
    Author(name=Name(first='A.', last='Brúnn'), affiliations=('Inks',))
    """
    text = on_one_line(text)
    names: list[str] = []
    remarks: list[str | None] = []
    legend: dict[str, str] = {}
    for part, is_remark in _parts(printed_text(text, 0, len(text)) if "\\" in text or "{" in text else text):
        if not is_remark:
            for name in _BETWEEN.split(_AND.sub(",", part)):
                if names and name.strip(" .").lower() in GENERATIONS:
                    names[-1] += f" {name.strip()}"
                elif not is_nobody(name):
                    names.append(name.strip())
                    remarks.append(None)
        elif part.startswith("("):
            keyed = _LEGEND.split(part)[1:]
            legend.update(zip(keyed[::2], (said.strip(" ,;") for said in keyed[1::2]), strict=False))
        elif remarks and remarks[-1] is None:
            last = len(remarks)
            while last and remarks[last - 1] is None:
                last -= 1
            remarks[last:] = [part] * (len(remarks) - last)
    return [Author(name_of(name), _affiliations(said, legend)) for name, said in zip(names, remarks, strict=True)]


def _affiliations(said: str | None, legend: dict[str, str]) -> tuple[str, ...]:
    if not said:
        return ()
    if _KEYS.fullmatch(said):
        return tuple(legend[key] for key in re.findall(_KEY, said.replace("and", " ")) if legend.get(key))
    return (said,)


def without_keys(affiliations: Iterable[str]) -> tuple[str, ...]:
    """Affiliations on one line each, without those that only refer to a list which is not there."""
    lines = (on_one_line(affiliation) for affiliation in affiliations)
    return tuple(line for line in lines if line and not _KEYS.fullmatch(line))


def _parts(text: str) -> Iterator[tuple[str, bool]]:
    """What stands outside of brackets, and what stands in the outermost ones; the second is True for these."""
    depth = start = 0
    for match in re.finditer(r"[()]", text):
        is_opening = match[0] == "("
        if (is_opening and depth == 0) or (not is_opening and depth == 1):
            if content := text[start : match.start()].strip():
                yield content, not is_opening
            start = match.end()
        depth = max(0, depth + (1 if is_opening else -1))
    if content := text[start:].strip():
        yield content, depth > 0
