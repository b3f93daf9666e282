"""What loaders of every format may have to say of a file."""

from pathlib import PurePosixPath

from bylint.checks import declare
from bylint.finding import Finding, Severity
from bylint.model import Location

BROKEN_FILE = declare(
    "broken-file",
    Severity.ERROR,
    """
A file cannot be read as the format it is in.

## Why it matters

None of its records is in the corpus, so every answer about the people in it is incomplete: the run ends with
exit code 3.

## What to do

Go to the place that is named and mend the file: close the element, correct the encoding, restore what was cut off. XML
is read in UTF-8 and UTF-16, and that of dblp and arXiv in ISO-8859-1. A document type that declares anything itself is
refused in any XML, because it can name other files and expand without end; one that only has a name is read over, and
its definition never fetched, where the format has such types.
""",
)
BROKEN_RECORD = declare(
    "broken-record",
    Severity.ERROR,
    """
A record is not of the form that its format asks for.

## Why it matters

What cannot be read is left out of the corpus: the record, the line, or the name in a byline. Nothing else is checked
about it.

## What to do

Correct the part that is named. For JSON Lines of papers, a JSON Schema of a line says what belongs where.
""",
)


def brief(text: str, length: int = 60) -> str:
    """The beginning of a text, for a message; what a file holds may be megabytes long."""
    return text if len(text) <= length else f"{text[:length]}..."


def numbered(path: str, number: int | str) -> str:
    """What a record without an id is called, by its number in the file.

    >>> numbered("dumps/refs.json.gz", 3)
    'refs#3'
    """
    return f"{PurePosixPath(path).name.partition('.')[0]}#{number}"


def broken_file(path: str, why: str, line: int = 0, column: int = 1) -> Finding:
    """The finding for a file that is not what it should be; `line` and `column` from 1."""
    place = Location(path, line=max(line, 1), column=max(column, 1))
    return Finding(check=BROKEN_FILE.id, message=why, location=place)
