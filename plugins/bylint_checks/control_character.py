r"""
A record holds a character that cannot be seen, or one that stands for a lost letter.

## Why it matters

Such characters come along when text is copied from a PDF or read in a wrong encoding: “users’” keeps a control
character for its apostrophe, “Universität” becomes “Universit�t”. Readers see a box or nothing, and a search for the
word does not find it.

## Example

    {"id": "x-1", "title": "What the \u0093user\u0094 sees"}
    {"id": "x-2", "title": "Re\u00adsources"}

And of an author or an affiliation:

    {"id": "x-1", "title": "T", "authors": [{"first": "\u202aPere-Lluís", "last": "Huguet"}]}
    {"id": "x-2", "authors": [{"first": "Ada", "last": "Li", "affiliations": ["Universit\ufffdt des Saarlandes"]}]}

## What to do

Look at the PDF, and write the character that is printed, or none. A volume in which more than three records hold
such characters is one finding: there the export is best made again. Out of a name, bylint takes what cannot be seen and
has no meaning in it.

## Quiet on

Line ends, and tabs, which have a check of their own. Spaces of any width, joiners between letters and inside of emoji,
variation selectors, marks of direction beside Hebrew or Arabic, zero-width spaces beside Thai, Lao, Khmer or Burmese. A
letter that is lost from a name, which is the name's fault.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bylint import Applicability, Authorship, Change, Corpus, Evidence, Finding, Fix, Location, Paper, Severity, check
from bylint_checks._volumes import by_volume

_LOST = "\ufffd"
_UNSEEN = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
_NOBODYS = "\ue000-\uf8ff\ufff9-\ufffb\ufffe\uffff\U000f0000-\U0010ffff"
"""What means something in one font only, is for interlinear notes, or will never be a character."""
_FAULT = re.compile(rf"[{_UNSEEN}{_NOBODYS}{_LOST}]|\r(?!\n)")
_DIRECTIONS = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_BREAK = "\u200b"
_WITHOUT_SPACES = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
"""Scripts that write no space between words."""
_MEANINGLESS = re.compile("[\xad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
"""What can be left out of a name, and no letter is lost."""
_WORDS = {"Cc": "a control character", "Co": "a sign of one font alone"}
_AROUND = 15
_NAMED = 5


class _Place(NamedTuple):
    what: str
    text: str
    sign: str
    location: Location
    authorship: Authorship | None = None


@check(Severity.WARNING, confidence=0.98, fixes=Applicability.SAFE)
def control_character(corpus: Corpus) -> Iterator[Finding]:
    faulty = (("", paper) for paper in corpus.papers if next(_places(paper), None))
    for _, papers in by_volume(faulty):
        places = [place for paper in papers[:_NAMED] for place in _places(paper)]
        first = places[0]
        of_all = f"; {len(papers)} records of {papers[0].volume_id} hold such characters" if len(papers) > 1 else ""
        yield Finding(
            message=f"{_sentence(first)}{of_all}",
            location=first.location,
            about=(papers[0].volume_id or "") if of_all else papers[0].id,
            papers=tuple(paper.id for paper in papers),
            authorships=tuple(place.authorship for place in places if place.authorship),
            evidence=tuple(
                Evidence(text=_sentence(place), kind="character", location=place.location) for place in places[1:_NAMED]
            ),
            fix=None if of_all else _fix(places),
        )


def _places(paper: Paper) -> Iterator[_Place]:
    """Where a record holds such characters, the first of each text."""
    for field, text in (("title", paper.title), ("abstract", paper.abstract)):
        if text and (sign := _sign(text)):
            yield _Place(f"the {field}", text, sign, paper.at(field))
    for byline in paper.bylines:
        for authorship in byline:
            for field, text in (("first", authorship.name.first), ("last", authorship.name.last)):
                if text and not text.isprintable() and (sign := _sign(text.replace(_LOST, ""))):
                    yield _Place(f"the {field} name", text, sign, authorship.at(field), authorship)
            for text in authorship.affiliations:
                if sign := _sign(text):
                    yield _Place("the affiliation", text, sign, authorship.at("affiliations"))


def _sign(text: str) -> str:
    """The first such character in a text where it has no use; empty for none."""
    if text.isprintable() and _LOST not in text:
        return ""
    return next((match[0] for match in _FAULT.finditer(text) if not _is_of_use(match[0], text)), "")


def _is_of_use(sign: str, text: str) -> bool:
    if sign in _DIRECTIONS:
        return _RIGHT_TO_LEFT.search(text) is not None
    return sign == _BREAK and _WITHOUT_SPACES.search(text) is not None


def _sentence(place: _Place) -> str:
    shown = "" if place.authorship else f", {_shown(place)}"
    return f"{place.what} of {place.location.record} holds {_told(place.sign)}{shown}"


def _code(sign: str) -> str:
    return f"U+{ord(sign):04X}"


def _told(sign: str) -> str:
    """A character by its number and in words."""
    words = _WORDS.get(unicodedata.category(sign)) or unicodedata.name(sign, "no character").lower()
    return f"{_code(sign)} ({'a lost letter' if sign == _LOST else words})"


def _shown(place: _Place) -> str:
    """The text around a character, with the numbers of what cannot be seen."""
    at = place.text.index(place.sign)
    around = place.text[max(0, at - _AROUND) : at + _AROUND + 1]
    return f"“{' '.join(_FAULT.sub(lambda match: f'[{_code(match[0])}]', around).split())}”"


def _fix(places: Sequence[_Place]) -> Fix | None:
    """Names without what means nothing in them; nothing where anything else is faulty."""
    changes = []
    for place in places:
        new = _MEANINGLESS.sub("", place.text).strip()
        if place.authorship is None or _sign(new) or not new:
            return None
        changes.append(Change(place.location, place.text, new))
    return Fix(changes=tuple(changes), applicability=Applicability.SAFE)
