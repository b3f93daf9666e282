"""What only a reader of BibTeX can see, and says while it reads."""

from bylint.checks import declare
from bylint.finding import Severity

BROKEN_ENTRY = declare(
    "broken-entry",
    Severity.ERROR,
    """
A block of a BibTeX file does not parse.

## Why it matters

BibTeX drops the entry and goes on, often with the next one lost as well. It is not in the corpus either, so nothing
else is checked about it.

## What to do

Look at the place that is named: mostly a brace or a quotation mark is not closed, or a comma is missing between two
fields.
""",
)
MISSING_KEY = declare(
    "missing-key",
    Severity.WARNING,
    """
An entry has no key.

## Why it matters

Nobody can cite it, and a decision about it has no address that lasts.

## What to do

Give it a key. The finding is one for the file, at the first such entry.
""",
)
REPEATED_FIELD = declare(
    "repeated-field",
    Severity.WARNING,
    """
An entry has a field twice.

## Why it matters

BibTeX reads the first and drops the second, biber does the opposite: who wrote the paper depends on the program.

## What to do

Keep the one that is right. Only fields are looked at that bylint reads: names, title, year, DOI and the like.
""",
)
UNBALANCED_BRACE = declare(
    "unbalanced-brace",
    Severity.ERROR,
    r"""
An entry has a brace behind a backslash, and no other to match it.

## Why it matters

To BibTeX a brace is a brace, whatever stands before it: of `Thi\{'ebaux` it looks for the end of the group in all that
follows, and drops every entry to the end of the file. Other programs read on, so that nobody sees it there.

## What to do

Mostly the two signs were exchanged: write `Thi{\'e}baux`. A brace that is to be printed is `\textbraceleft`.
""",
)
UNDEFINED_MACRO = declare(
    "undefined-macro",
    Severity.WARNING,
    """
Names are written as a macro that the file does not define.

## Why it matters

Whoever stands behind the macro is missing from the paper, here and for everybody who is handed this file alone.

## What to do

Define it with `@string` in this file, or write the names out. The finding is one for each macro, at its first use.
""",
)
UNDECLARED_ENCODING = declare(
    "undeclared-encoding",
    Severity.WARNING,
    """
A file holds bytes that are not UTF-8, and does not say what they are.

## Why it matters

They were read as Windows-1252, which is a guess: in another encoding the same bytes are other letters of somebody's
name.

## What to do

Save the file in UTF-8, or declare what it is in in its first lines: `% Encoding: ISO-8859-15`.
""",
)
UNPARSED_NAME_LIST = declare(
    "unparsed-name-list",
    Severity.ERROR,
    """
A list of names is not written as BibTeX reads it.

## Why it matters

Names stand between `and`, and a name has two commas at most. Of “Bruna, Ricardo, Maestú, Fernando” BibTeX makes one
person. “Mellor, Stephanie nd O'Neill, George C.” is George C. Mellor to it, with an odd suffix; two papers' authors are
lost, and nobody sees a message.

## What to do

Write `and` between every two names, and nothing before the first or behind the last one. A suffix stands between
the commas: `Sherry, Jr., John F.` A group whose name holds a comma or an “and” stands in braces.

## Quiet on

Suffixes and degrees between two commas, “Jr.”, “III”, “Ph.D.”. What stands in braces. People called And, and surnames
that end with it. “&”, “;” and “et al.” inside a name, which are for the checks of names.
""",
)
