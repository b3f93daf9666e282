r"""
A name holds LaTeX that nobody has turned into letters.

## Why it matters

“Gr{\"u}newald” comes out of a BibTeX file or an abstract system as it went in. No reader of the site writes it, no
search finds it, and the person has a second page.

## Example

    {"id": "x-1", "title": "T", "authors": [{"first": "Stefan", "last": "Gr{\\\"u}newald"}]}

## What to do

Write the letter. The suggestion is what LaTeX would have printed; look at the PDF where there is none.

## Quiet on

Nicknames in quotation marks (“Giuseppe "Pino"”, “Drahomíra „johanka“”): a quotation mark is the rest of an accent
only inside a word and before a vowel, as in “K”onigsl”ow”. Apostrophes of every kind, and single accents beside
letters, which a wrong encoding or a PDF leaves behind as well.
"""

import re
import unicodedata
from collections.abc import Iterator

from bylint import Applicability, Change, Finding, Fix, Location, Name, Severity, check
from bylint.names import LATEX_ACCENTS, LATEX_LETTERS
from bylint_checks._fields import fields

_TIE = re.compile("~(?=[A-Z])")
_STILL_ODD = re.compile("[\\\\{}$^~`\u0300-\u036f]|textascii|textquote")
_SUSPECT = re.compile(r"[\\{}$^~]|``|text(?:ascii|quote)|\w[\"“”„]\w")
_RESIDUE = re.compile(r"[\\{}$^~]|``|text(?:ascii|quote)[a-z]+|(?<=[^\W\d_])[\"“”„](?=[aeiou])")
_ACCENT = re.compile(r"""\\([`'^~=."]|[urHvdckb](?![A-Za-z]))[\s{]*\\?([^\W\d_])""")
_LETTERS = {**LATEX_LETTERS, "&": "&", "-": ""}
_LETTER = re.compile(r"\\(?:(?:ss|ae|AE|oe|OE|aa|AA|dh|DH|dj|DJ|th|TH|ng|NG|[oOlLij])(?![A-Za-z])\s*|[&-])")
_NAMED = {
    "textasciitilde": "~",
    "textasciicircum": "^",
    "textasciigrave": "`",
    "textasciiacute": "'",
    "textasciidieresis": '"',
    "textasciicaron": "v",
    "textasciibreve": "u",
}
_NAMED_ACCENT = re.compile(rf"\\?({'|'.join(_NAMED)})\s*([^\W\d_])")
_TILDE = re.compile(r"(?<=[^\W\d_])~([naoNAO])")
_QUOTE = re.compile(r"(?<=[^\W\d_])[\"“”„]([aeiou])")
"""Accents that have lost their backslash."""


@check(Severity.ERROR, confidence=0.97, fixes=Applicability.SUGGEST)
def latex_residue(name: Name) -> Iterator[Finding]:
    found = [(field, text, word) for field, text in fields(name) if _SUSPECT.search(text) and (word := _residue(text))]
    if not found:
        return
    changes = tuple(Change(Location(field=field), text, _printed(text)) for field, text, _ in found)
    is_known = all(change.new.strip() and not _STILL_ODD.search(change.new) for change in changes)
    yield Finding(
        message=f"“{name}”: LaTeX is left over in “{'” and “'.join(word for _, _, word in found)}”",
        location=Location(field=found[0][0]),
        fix=Fix(changes=changes) if is_known else None,
    )


def _residue(text: str) -> str:
    """The first word with something of LaTeX in it; empty for none."""
    return next((word for word in text.split() if _RESIDUE.search(word)), "")


def _printed(text: str) -> str:
    """What LaTeX prints for a text, as far as names go."""
    text = _ACCENT.sub(lambda match: _accented(match[2], match[1]), text)
    text = _LETTER.sub(lambda match: _LETTERS.get(match[0].strip("\\ ")) or "", text)
    text = _NAMED_ACCENT.sub(lambda match: _accented(match[2], _NAMED[match[1]]), text)
    text = _TILDE.sub(lambda match: _accented(match[1], "~"), text)
    text = _QUOTE.sub(lambda match: _accented(match[1], '"'), text)
    return re.sub("[{}]", "", _TIE.sub(" ", re.sub("``(.*?)''", r"“\1”", text)))


def _accented(letter: str, accent: str) -> str:
    return unicodedata.normalize("NFC", letter + LATEX_ACCENTS[accent])
