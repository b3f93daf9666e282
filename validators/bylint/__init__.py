"""
bylint: a linter for bylines.

This is what the author of a check imports. Each name is loaded when it is first used, so that `import bylint` costs
next to nothing.
"""

import importlib

TYPE_CHECKING = False  # as type checkers read it; importing typing would take longer than everything else here
__version__ = "0.1.0"

if TYPE_CHECKING:
    from bylint.checks import Check, check, checks_in, declare
    from bylint.corpus.before import Before
    from bylint.corpus.corpus import Corpus, Twin
    from bylint.corpus.joining import doi_key
    from bylint.corpus.people import Resolution, bare_orcid, orcid_check_digit
    from bylint.corpus.twins import Counterpart, Twins
    from bylint.corpus.views import Assignment, Coauthors, Names, Topics
    from bylint.disambiguation.results import COMMON_NAME, RARE_NAME, Group, Likeness, Partition, Rival, commonness
    from bylint.disambiguation.view import Disambiguation
    from bylint.edits import Edit
    from bylint.errors import PluginError, UsageError
    from bylint.finding import Applicability, Change, Details, Evidence, Finding, Fix, Severity
    from bylint.hookspecs import API_VERSION, hookimpl
    from bylint.loaders import Lines, Loader
    from bylint.model import (
        PARTS,
        Authorship,
        Location,
        Name,
        Page,
        PagePair,
        Paper,
        Person,
        Span,
        Variant,
        Venue,
        Volume,
    )
    from bylint.options import Options
    from bylint.report import Report
    from bylint.reporters import Reporter

__all__ = [
    "API_VERSION",
    "COMMON_NAME",
    "PARTS",
    "RARE_NAME",
    "Applicability",
    "Assignment",
    "Authorship",
    "Before",
    "Change",
    "Check",
    "Coauthors",
    "Corpus",
    "Counterpart",
    "Details",
    "Disambiguation",
    "Edit",
    "Evidence",
    "Finding",
    "Fix",
    "Group",
    "Likeness",
    "Lines",
    "Loader",
    "Location",
    "Name",
    "Names",
    "Options",
    "Page",
    "PagePair",
    "Paper",
    "Partition",
    "Person",
    "PluginError",
    "Report",
    "Reporter",
    "Resolution",
    "Rival",
    "Severity",
    "Span",
    "Topics",
    "Twin",
    "Twins",
    "UsageError",
    "Variant",
    "Venue",
    "Volume",
    "__version__",
    "bare_orcid",
    "check",
    "checks_in",
    "commonness",
    "declare",
    "doi_key",
    "hookimpl",
    "orcid_check_digit",
]

_HOMES = {
    "bylint.checks": ("Check", "check", "checks_in", "declare"),
    "bylint.corpus.before": ("Before",),
    "bylint.corpus.corpus": ("Corpus", "Twin"),
    "bylint.corpus.joining": ("doi_key",),
    "bylint.corpus.people": ("Resolution", "bare_orcid", "orcid_check_digit"),
    "bylint.corpus.twins": ("Counterpart", "Twins"),
    "bylint.corpus.views": ("Assignment", "Coauthors", "Names", "Topics"),
    "bylint.disambiguation.results": (
        "COMMON_NAME",
        "Group",
        "Likeness",
        "Partition",
        "RARE_NAME",
        "Rival",
        "commonness",
    ),
    "bylint.disambiguation.view": ("Disambiguation",),
    "bylint.edits": ("Edit",),
    "bylint.errors": ("PluginError", "UsageError"),
    "bylint.finding": ("Applicability", "Change", "Details", "Evidence", "Finding", "Fix", "Severity"),
    "bylint.hookspecs": ("API_VERSION", "hookimpl"),
    "bylint.loaders": ("Lines", "Loader"),
    "bylint.model": (
        "Authorship",
        "Location",
        "Name",
        "PARTS",
        "Page",
        "PagePair",
        "Paper",
        "Person",
        "Span",
        "Variant",
        "Venue",
        "Volume",
    ),
    "bylint.options": ("Options",),
    "bylint.report": ("Report",),
    "bylint.reporters": ("Reporter",),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> object:
    home = _HOME_OF.get(name)
    if home is None:
        message = f"module 'bylint' has no attribute {name!r}"
        raise AttributeError(message)
    value: object = getattr(importlib.import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
