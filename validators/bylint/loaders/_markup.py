"""What only a reader of a format can see in its texts: markup of another format, and tabs."""

import re
from collections.abc import Iterator, Sequence

from bylint.checks import declare
from bylint.finding import Finding, Severity
from bylint.loaders.shared import brief
from bylint.model import Location, Paper

BAD_MARKUP = declare(
    "bad-markup",
    Severity.WARNING,
    r"""
A title or an abstract holds markup that its format does not know.

## Why it matters

Readers see the signs instead of what they mean: “\textit{probably}”, “**D**ocument”, “Q\&A”, “{I}nsights”. They come
from the forms of submission systems, in which authors write LaTeX or Markdown.

## What to do

Write what is meant in the markup of the format, or without any. In the XML of the ACL Anthology that is `<b>`, `<i>`,
`<url>`, `<fixed-case>`, and `<tex-math>` for formulas.

## Quiet on

What stands in `<tex-math>` or `<url>`; in JSON Lines, which have no markup of their own, what stands between dollar
signs. Amounts and names with dollar signs, `Turki$hTweets`; `<mask>` and graphemes, `<r>`; braces for sets,
`{bs,hr,sr}WaC`; gaps, `___`. Names of people, which have a check of their own.
""",
)
TAB_IN_RECORD = declare(
    "tab-in-record",
    Severity.NOTE,
    """
A text holds a tab.

## Why it matters

A tab is a space of unknown width to a reader, and a border between columns to a program that writes tables. It comes
along when text is copied from a table.

## What to do

Write a space. The finding is one for the file, at the first tab.

## Quiet on

Tabs that only indent lines.
""",
)

_MARKUP = re.compile(
    r"""
    \\[a-zA-Z]{2,}\b\{? | \\["'%&\#_{}$`^~-]                          # LaTeX commands and escapes
    | (?<![\\\w$])\$(?=[^\s$0-9])[^$]{0,60}(?<!\s)\$                   # a formula, not an amount
    | ``                                                              # a quotation mark
    | (?<=[a-zA-Z-])\{[A-Z]+\} | \{[A-Z]+\}(?=[a-z]) | \{pasted\ macro  # capitals that are kept, a macro that is lost
    | <(?:em|strong|sub|sup|br|span|tt|font)\b[^<>]*> | <([abiup])\b[^<>]*>[^<>]*</\1>
    | &(?:amp|lt|gt|quot|apos|nbsp|\#[0-9]+|\#x[0-9a-fA-F]+);
    | \*\*[^\s*][^*]*\*\*                                             # Markdown
    """,
    re.VERBOSE,
)
_FORMULA = re.compile(r"(?<![\\\w$])\$(?=[^\s$0-9])[^$]*(?<!\s)\$")


def may_hold_markup(text: str) -> bool:
    """Whether a text has any of the signs that markup is made of; most have none."""
    return (
        "\\" in text or "$" in text or "``" in text or "{" in text or "<" in text or "&" in text or "**" in text
    )  # any() over these takes three times as long, and every text is asked


def without_formulas(text: str) -> str:
    """The text without what stands between dollar signs."""
    return _FORMULA.sub("", text)


def markup_in(text: str, location: Location) -> Iterator[Finding]:
    """The finding for markup in a text that should have none; `location` is the text's."""
    if match := _MARKUP.search(text):
        yield bad_markup(f"“{brief(match[0], 40)}”", location)


def markup_of(paper: Paper) -> Iterator[Finding]:
    """The findings for markup in the title and the abstract of a paper whose format has none."""
    for field, text in (("title", paper.title), ("abstract", paper.abstract)):
        if text and may_hold_markup(text):
            yield from markup_in(without_formulas(text), paper.at(field))


def bad_markup(what: str, location: Location) -> Finding:
    """The finding for some markup at a place."""
    return Finding(
        check=BAD_MARKUP.id, message=f"the {location.field} of {brief(location.record)} holds {what}", location=location
    )


def tabs_at(places: Sequence[Location]) -> Iterator[Finding]:
    """One finding for all tabs of a file."""
    if places:
        more = f" and {len(places) - 1} more" if len(places) > 1 else ""
        what = brief(places[0].record) or "an element here"
        yield Finding(
            check=TAB_IN_RECORD.id, message=f"the text of {what}{more} holds a tab", location=places[0], about="tab"
        )
