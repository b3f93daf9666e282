"""
The names of BibTeX files as bylint reads them, beside those of pybtex and pylatexenc, which share no code with it.

    pip install 'bylint[bibtex]' pybtex
    python tests/benchmarks/read_bibtex.py --differences FILE.bib ...

One row a file: the entries and names of both, the names that are equal, those that differ, and the lists of different
length. An entry that pybtex leaves out (no key, a key that was there before, all behind an error) is not compared.
"""

import argparse
import contextlib
import io
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from bylint.finding import Finding
from bylint.loaders.bibtex import read
from bylint.model import Paper

Names = Mapping[tuple[str, str], list[tuple[str, str]]]
"""First and last names by key and role."""


def by_bylint(data: bytes) -> tuple[list[Paper], Names, list[Finding]]:
    """The papers, their names, and what is wrong."""
    records = list(read("x.bib", data))
    papers = [record for record in records if isinstance(record, Paper)]
    names = {
        (paper.id.lower(), byline[0].role): [(one.name.first or "", one.name.last) for one in byline]
        for paper in papers
        for byline in paper.bylines
    }
    return papers, names, [record for record in records if isinstance(record, Finding)]


def by_pybtex(data: bytes) -> tuple[int, Names]:
    """How many entries there are, and their names."""
    import pybtex.errors
    from pybtex.database.input.bibtex import Parser
    from pylatexenc.latex2text import LatexNodes2Text

    pybtex.errors.set_strict_mode(enable=False)
    decoder = LatexNodes2Text(math_mode="verbatim", keep_comments=True)
    with contextlib.redirect_stderr(io.StringIO()):
        database = Parser().parse_string(_decoded(data))

    def letters(*words: Any) -> str:
        text = decoder.latex_to_text(" ".join(word for part in words for word in part))
        return unicodedata.normalize("NFC", " ".join(text.split()))

    return len(database.entries), {
        (key.lower(), role): [
            (
                letters(one.first_names, one.middle_names),
                letters(one.prelast_names, one.last_names, one.lineage_names),
            )
            for one in entry.persons[role]
            if str(one) != "others"
        ]
        for key, entry in database.entries.items()
        for role in ("author", "editor")
        if entry.persons.get(role)
    }


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("iso8859-15" if b"latin-9" in data[:200] else "cp1252")


def differences(ours: Names, theirs: Names) -> Iterator[tuple[tuple[str, str], object, object]]:
    """Each name that is read otherwise, and each list of another length."""
    for key in theirs:
        left, right = ours.get(key, []), theirs[key]
        if len(left) != len(right):
            yield key, left, right
        else:
            yield from ((key, one, other) for one, other in zip(left, right, strict=True) if one != other)


def main() -> None:
    """Print a table, and the differences where they are asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--differences", action="store_true", help="print each of them")
    asked = parser.parse_args()
    print("| file | entries | papers | authors | editors | compared | equal | differ | findings |")  # noqa: T201
    print("| --- | --- | --- | --- | --- | --- | --- | --- | --- |")  # noqa: T201
    for path in asked.files:
        data = path.read_bytes()
        papers, ours, findings = by_bylint(data)
        entries, theirs = by_pybtex(data)
        found = list(differences(ours, theirs))
        compared = sum(len(theirs[key]) for key in theirs)
        differing = sum(max(len(left), len(right)) if isinstance(left, list) else 1 for _, left, right in found)
        row = (
            path.name,
            entries,
            len(papers),
            sum(len(paper.authorships) for paper in papers),
            sum(len(paper.editors) for paper in papers),
            compared,
            compared - differing,
            differing,
            len(findings),
        )
        print(f"| {' | '.join(map(str, row))} |")  # noqa: T201
        for difference in found if asked.differences else ():
            print("   ", *difference)  # noqa: T201


if __name__ == "__main__":
    main()
