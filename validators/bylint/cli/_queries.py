"""What is said of queries that lead to no page."""

import sys
from collections.abc import Iterable

from bylint.dossier.queries import Unanswered
from bylint.reporters._printable import brief, printable


def complain(unanswered: Iterable[Unanswered]) -> None:
    """Say on standard error, a line each, why queries are not answered, and what they may have meant."""
    for query in unanswered:
        told = f"bylint: {brief(query.query, 100)!r}: {query.why}"
        if query.candidates:
            between = ": " if query.is_ambiguous else "; did you mean "
            told += between + ", ".join(query.candidates) + ("" if query.is_ambiguous else "?")
        sys.stderr.write(printable(told) + "\n")
