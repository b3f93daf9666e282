r"""
BibTeX and biblatex.

Every entry is a paper, but for data that others share (`@xdata`), sets and switches of styles; its key is its id. Read
are the authors and editors, title and subtitle, year or date, journal or booktitle, abstract, DOI, pages and language;
`@string`, parts joined by `#`, `xdata`, and `crossref`, by which a paper has the editors, the title and the year of its
volume, but not its authors. Letters are what LaTeX prints: `{\"o}` is “ö”. Names follow BibTeX's grammar, or
biblatex's `family=..., given=..., prefix=..., suffix=..., id=...`; the particle stands before the last name and the
suffix behind it. A hyphen parts no name: “Kai-wei Chang” has no particle. “others” is nobody.

Files are in UTF-8 or UTF-16; bytes that are neither are letters of the encoding that the file declares, or of
Windows-1252.

The format has no ids of people but biblatex's `id=`, ORCIDs only in `author+an:orcid`, and no affiliations. Places are
those of the text: of a name inside its field, of each of its parts.

Reading it takes bibtexparser, which comes with `bylint[bibtex]`.
"""

from collections.abc import Iterator, Mapping, Sequence

from bylint.edits import Edit
from bylint.finding import Change
from bylint.loaders import Loader, Record
from bylint.loaders._bibtex_checks import (
    BROKEN_ENTRY,
    MISSING_KEY,
    REPEATED_FIELD,
    UNBALANCED_BRACE,
    UNDECLARED_ENCODING,
    UNDEFINED_MACRO,
    UNPARSED_NAME_LIST,
)
from bylint.loaders.shared import BROKEN_FILE
from bylint.model import PARTS, Location, Span


def recognises(path: str, head: bytes) -> bool:
    """Whether a file is named like BibTeX and has a block or a comment in its beginning, or nothing."""
    beginning = head.replace(b"\0", b"")
    return path.endswith((".bib", ".bibtex")) and (b"@" in beginning or b"%" in beginning or not beginning.strip())


def read(path: str, data: bytes) -> Iterator[Record]:
    """The papers of a file, in its order, and what is wrong with its blocks, keys and names."""
    from bylint.loaders import _bibtex_reading

    return _bibtex_reading.read(path, data)


def locate(data: bytes, locations: Sequence[Location]) -> Mapping[Location, Span]:
    """The span of each location that can be found."""
    from bylint.loaders import _bibtex_places

    return _bibtex_places.locate(data, locations)


def edit(data: bytes, changes: Sequence[Change]) -> Mapping[Change, Edit]:
    """The edit of each change that can be made; where two papers share the editors of a volume, one edit makes both."""
    from bylint.loaders import _bibtex_edits

    return _bibtex_edits.edit(data, changes)


LOADER = Loader(
    name="bibtex",
    page=__doc__,
    endings=(".bib", ".bibtex"),
    recognises=recognises,
    read=read,
    locate=locate,
    edit=edit,
    knows=frozenset(PARTS) - {"affiliations", "openreview", "people", "variants"},
    checks=(
        BROKEN_ENTRY,
        BROKEN_FILE,
        MISSING_KEY,
        REPEATED_FIELD,
        UNBALANCED_BRACE,
        UNDECLARED_ENCODING,
        UNDEFINED_MACRO,
        UNPARSED_NAME_LIST,
    ),
)
